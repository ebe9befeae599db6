// Code of the caller that runs in the middle of things: listeners, getters, functions for credentials, odd signals.
import assert from 'node:assert/strict'
import { getEventListeners, once } from 'node:events'
import type { Socket } from 'node:net'
import { duplexPair } from 'node:stream'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { connect, ConnectionEvents, OttlaError, plain, type ConnectOptions, type Phase, type StateName } from 'ottla'
import { Metadata, Produce, type ProduceRequestInput } from 'ottla/messages'
import { authority, server } from './certificates.js'
import { assertError, failing, leftOver, textless, turns, within } from './hostile.js'
import { PeerConnection, startPeer, type Peer } from './peer.js'

const serving = async (c: PeerConnection): Promise<void> => {
  await c.versions()
  await c.serve()
}
const withAbort = (): { signal: AbortSignal; abort: () => void } => {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
/** What is no such thing in its type, as a program in JavaScript may give it. */
const odd = <T>(value: unknown): T => value as T
const loggingIn = async (c: PeerConnection): Promise<void> => {
  await c.login()
  await c.serve()
}
const to = (peer: Peer, more: Partial<ConnectOptions> = {}): ConnectOptions => ({
  host: '127.0.0.1',
  port: peer.port,
  ...more,
})

/** Where a listener may give a connect up: each moment that it hears of. */
const moments: Record<string, (events: ConnectionEvents, abort: () => void) => unknown> = {
  'at a warning': (events, abort) => events.on('warning', abort),
  'at the connect event': (events, abort) => events.on('connect', abort),
  'at the login': (events, abort) => events.on('authenticate', abort),
}
for (const name of ['dns', 'tcp', 'api-versions', 'sasl-handshake', 'sasl-exchange'] satisfies Phase[]) {
  moments[`after phase ${name}`] = (events, abort) => events.on('phase', ({ phase }) => phase === name && abort())
}
for (const name of ['connecting', 'negotiating', 'authenticating', 'ready'] satisfies StateName[]) {
  moments[`at ${name}`] = (events, abort) => events.on('state', (event) => event.to.name === name && abort())
}
moments['at the exchange of tokens'] = (events, abort) =>
  events.on('state', ({ to: next }) => next.name === 'authenticating' && next.step === 'exchange' && abort())

for (const [moment, listen] of Object.entries(moments)) {
  test(`connect() that a listener aborts ${moment} rejects, and leaves nothing`, async () => {
    const before = process.getActiveResourcesInfo()
    const controller = new AbortController()
    const events = new ConnectionEvents()
    const told: string[] = []
    const abort = (): void => controller.abort()
    listen(events, abort)
    events.on('connect', () => told.push('connect')).on('close', () => told.push('close'))
    const peer = await startPeer(loggingIn)
    const sasl = plain({ username: 'alice', password: 'alice-secret' })
    const error = await failing(connect(to(peer, { sasl, events, signal: controller.signal })))
    assertError(error, { code: 'ABORTED', reason: 'aborted' })
    assert.deepEqual(told.slice(-1), ['close'], 'nothing is told behind the end')
    await within(peer.quiet())
    await peer.close()
    await turns(3)
    assert.deepEqual(leftOver(before), [])
  })
}

test('connect() with TLS that a listener aborts when the socket is there leaves no socket', async () => {
  for (const phase of ['tcp', 'tls']) {
    await using peer = await startPeer(serving, server)
    const controller = new AbortController()
    const events = new ConnectionEvents().on('phase', (ended) => ended.phase === phase && controller.abort())
    const error = await failing(connect(to(peer, { tls: { ca: authority }, events, signal: controller.signal })))
    assertError(error, { code: 'ABORTED', reason: 'aborted' })
    await within(peer.quiet())
  }
})

test('connect() that is aborted by the function for the password rejects at once', async () => {
  await using peer = await startPeer(loggingIn)
  const controller = new AbortController()
  const password = (): string => {
    controller.abort()
    return 'alice-secret'
  }
  const sasl = plain({ username: 'alice', password })
  assertError(await failing(connect(to(peer, { sasl, signal: controller.signal }))), { code: 'ABORTED' })
  await within(peer.quiet())
})

test('a listener that closes the connection when a renewal begins: the request behind it is settled', async () => {
  await using peer = await startPeer(async (c) => {
    await c.login(100n)
    await c.serve()
  })
  const events = new ConnectionEvents()
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  const connection = await connect(to(peer, { sasl, events }))
  events.on('state', ({ to: next }) => next.name === 're-authenticating' && void connection.close())
  await new Promise((resolve) => setTimeout(resolve, 98))
  assertError(await failing(connection.send(Metadata, { topics: [] })), { code: 'SHUTDOWN' })
})

test('a listener that closes the connection when a request times out: each request is told of once', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.gone()
  })
  const events = new ConnectionEvents()
  const told: [number, string | undefined][] = []
  const connection = await connect(to(peer, { events, requestTimeout: 50, onRequestTimeout: 'abandon' }))
  events.on('request', ({ correlationId, error }) => {
    told.push([correlationId, error?.code])
    void connection.close()
  })
  const sent = Array.from({ length: 3 }, () => failing(connection.send(Metadata, { topics: [] })))
  await Promise.all(sent)
  assert.deepEqual(told, [
    [1, 'REQUEST_TIMEOUT'],
    [2, 'SHUTDOWN'],
    [3, 'SHUTDOWN'],
  ])
  assert.equal(connection.inFlight, 0)
})

test('a request with a getter that closes its connection: the request is settled, and no byte of it goes elsewhere', async () => {
  await using peer = await startPeer(serving)
  await using other = await startPeer(serving)
  const connection = await connect(to(peer))
  const bystander = await connect(to(other))
  const topics = [
    { name: 'before' },
    {
      get name() {
        void connection.close()
        return 'of-the-getter'
      },
    },
    { name: 'behind' },
  ]
  const error = failing(connection.send(Metadata, { topics }))
  await within(bystander.send(Metadata, { topics: [] }))
  assertError(await error, { code: 'SHUTDOWN' })
  const texts = other.connections[0]?.received.map(({ frame }) => frame.toString('latin1')) ?? []
  assert.ok(texts.length === 2 && !/before|getter|behind/.test(texts.join(' ')), 'only its own requests')
  await bystander.close()
})

test('a connection that is lost while a getter of its request runs: the request is settled, and no byte of it goes elsewhere', async () => {
  await using other = await startPeer(serving)
  const [client, server] = duplexPair()
  const connecting = connect({ host: 'memory', port: 1, dial: () => client })
  await new PeerConnection(server as unknown as Socket).versions()
  const connection = await connecting
  const bystander = await connect(to(other))
  const topics = [
    {
      get name() {
        client.emit('error', new Error('gone in the middle'))
        return 'of-the-getter'
      },
    },
  ]
  const error = failing(connection.send(Metadata, { topics }))
  await within(bystander.send(Metadata, { topics: [] }))
  assertError(await error, { code: 'CONNECTION_RESET' })
  await bystander.close()
})

test('a request that a getter of another one sends is written, also if the other one cannot be encoded', async () => {
  await using peer = await startPeer(serving)
  await using second = await startPeer(serving)
  const connection = await connect(to(peer))
  const bystander = await connect(to(second))
  const inner: Promise<unknown>[] = []
  const outer = connection.send(Metadata, {
    get topics(): never {
      inner.push(connection.send(Metadata, { topics: [] }), bystander.send(Metadata, { topics: [] }))
      throw new Error('a field that cannot be read')
    },
  })
  assertError(await failing(outer), { code: 'ENCODE_FAILED' })
  await within(Promise.all(inner))
  await connection.close()
  await bystander.close()
})

test('a request whose getter aborts it is aborted', async () => {
  await using peer = await startPeer(serving)
  const connection = await connect(to(peer))
  const controller = new AbortController()
  const request = {
    get topics() {
      controller.abort()
      return []
    },
  }
  const error = await failing(connection.send(Metadata, request, { signal: controller.signal }))
  assertError(error, { code: 'ABORTED' })
  await connection.send(Metadata, { topics: [] })
  await connection.close()
})

test('whatever is given in place of an API, a request or an option is refused by a rejection', async () => {
  await using peer = await startPeer(serving)
  const connection = await connect(to(peer))
  const wrong: (() => Promise<unknown>)[] = [
    () => connection.send(odd<typeof Metadata>(undefined), { topics: [] }),
    () => connection.send(odd<typeof Metadata>({}), { topics: [] }),
    () => connection.send(Metadata, odd(undefined)),
    () => connection.send(Metadata, { topics: [] }, { timeout: odd('500') }),
    () => connection.send(Metadata, { topics: [] }, { timeout: Number.NaN }),
    () => connection.send(Metadata, { topics: [] }, { version: odd('1') }),
    () => connection.send(Metadata, { topics: [] }, { onTimeout: odd('wait') }),
    () => connection.send(Metadata, { topics: [] }, { version: 1.5 }),
    () => connection.send(Metadata, { topics: [] }, odd(null)),
    () => connection.forward(odd(undefined)),
    () => connection.forward(odd({ api: Metadata, version: 1, frame: 'text', bodyOffset: 1 })),
  ]
  for (const [i, attempt] of wrong.entries()) {
    const sent = attempt()
    const error = await failing(sent)
    assert.ok(error instanceof OttlaError, `${String(i)}: ${inspect(error)}`)
  }
  assert.equal(connection.inFlight, 0)
  await within(connection.send(Metadata, { topics: [] }))
  await connection.close()
})

test('many connects may share a signal, without a warning of Node', async () => {
  await using peer = await startPeer(serving)
  const warnings: Error[] = []
  const heard = (warning: Error): void => void warnings.push(warning)
  process.on('warning', heard)
  const { signal } = new AbortController()
  const connections = await Promise.all(Array.from({ length: 12 }, () => connect(to(peer, { signal }))))
  await Promise.all(connections.map((connection) => connection.close()))
  await turns(2)
  process.off('warning', heard)
  assert.deepEqual(warnings, [])
})

test('many requests under one signal cost it one listener, and none when they are done', async () => {
  let asked = 0
  await using peer = await startPeer(async (c) => {
    await c.versions()
    for (; asked < 50; asked++) c.metadata(await c.request())
    await c.gone()
  })
  const connection = await connect(to(peer))
  const { signal, abort } = withAbort()
  const send = (): Promise<unknown> => connection.send(Metadata, { topics: [] }, { signal })
  const first = Array.from({ length: 50 }, send)
  assert.equal(getEventListeners(signal, 'abort').length, 1)
  await within(Promise.all(first))
  assert.equal(getEventListeners(signal, 'abort').length, 0)
  const others = Array.from({ length: 150 }, () => failing(send()))
  abort()
  for (const error of await Promise.all(others)) assertError(error, { code: 'ABORTED' })
  assert.equal(getEventListeners(signal, 'abort').length, 0)
  assert.equal(connection.state.name, 'ready')
  await connection.close()
})

test('a signal that is none is refused, and one of another making heeded', async () => {
  await using peer = await startPeer(serving)
  const connection = await connect(to(peer))
  const error = await failing(connection.send(Metadata, { topics: [] }, { signal: {} as AbortSignal }))
  assertError(error, { code: 'INVALID_ARGUMENT' })
  const listeners: (() => void)[] = []
  const polyfill = {
    aborted: false,
    reason: 'enough',
    addEventListener: (_: string, listener: () => void) => void listeners.push(listener),
    removeEventListener: () => undefined,
  }
  const given = failing(connection.send(Metadata, { topics: [] }, { signal: polyfill as unknown as AbortSignal }))
  for (const listener of listeners) listener()
  assertError(await given, { code: 'ABORTED' })
  const half = odd<AbortSignal>({ aborted: false, addEventListener: () => undefined })
  assertError(await failing(connection.send(Metadata, { topics: [] }, { signal: half })), { code: 'INVALID_ARGUMENT' })
  await connection.close()
})

test('a signal that throws is refused by a rejection, or not heard', async () => {
  await using peer = await startPeer(serving)
  const never = (): never => {
    throw new Error('not here')
  }
  const signals = [
    { aborted: false, addEventListener: never, removeEventListener: never },
    { aborted: false, addEventListener: () => undefined, removeEventListener: never },
  ].map((signal) => odd<AbortSignal>(signal))
  const [deaf = odd<AbortSignal>(null), faithful = odd<AbortSignal>(null)] = signals
  assertError(await failing(connect(to(peer, { signal: deaf }))), { code: 'INVALID_ARGUMENT' })
  const connection = await connect(to(peer, { signal: faithful }))
  assertError(await failing(connection.send(Metadata, { topics: [] }, { signal: deaf })), { code: 'INVALID_ARGUMENT' })
  await within(connection.send(Metadata, { topics: [] }, { signal: faithful }))
  await connection.close()
})

/** It says its versions, and reads no more. */
const notReading = async (c: PeerConnection): Promise<void> => {
  await c.versions()
  c.socket.pause()
  await once(c.socket, 'close')
}
const unanswered = (bytes: number): ProduceRequestInput => ({
  acks: 0,
  timeoutMs: 1000,
  topicData: bytes === 0 ? [] : [{ name: 't', partitionData: [{ index: 0, records: Buffer.alloc(bytes) }] }],
})

test('a request that nobody answers, sent by whoever hears of another one, is done when the socket has taken it', async () => {
  await using peer = await startPeer(notReading)
  const events = new ConnectionEvents()
  const connection = await connect(to(peer, { events }))
  let done = false
  let sent: Promise<unknown> | undefined
  events.once('request', () => {
    sent = connection.send(Produce, unanswered(60_000_000)).then(() => (done = true))
    sent.catch(() => undefined)
  })
  await connection.send(Produce, unanswered(0))
  await turns(5)
  assert.ok(sent && !done)
  await connection.close()
  assertError(await failing(sent), { code: 'SHUTDOWN' })
})

test('late requests that nobody answers, one of which is given up for the other: neither closes the connection', async () => {
  await using peer = await startPeer(notReading)
  const events = new ConnectionEvents()
  const connection = await connect(to(peer, { events }))
  const controller = new AbortController()
  events.once('request', () => controller.abort())
  const how = { timeout: 50, onTimeout: 'abandon' } as const
  const first = failing(connection.send(Produce, unanswered(0), how))
  const second = failing(connection.send(Produce, unanswered(0), { ...how, signal: controller.signal }))
  const full = failing(connection.send(Produce, unanswered(40_000_000)))
  assertError(await first, { code: 'REQUEST_TIMEOUT' })
  assertError(await second, { code: 'ABORTED' })
  await turns(3)
  assert.equal(connection.state.name, 'ready')
  await connection.close()
  assertError(await full, { code: 'SHUTDOWN' })
})

test('a listener that throws what has no text disturbs nobody', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.serve()
  })
  for (const make of textless) {
    const warned = once(process, 'warning') as Promise<[{ code?: string }]>
    const oddly = (): never => {
      throw make()
    }
    const events = new ConnectionEvents().on('state', oddly).on('request', oddly).on('close', oddly)
    const connection = await within(connect({ host: '127.0.0.1', port: peer.port, events }))
    await within(connection.send(Metadata, { topics: [] }))
    await within(connection.close())
    assert.equal((await warned)[0].code, 'OTTLA_LISTENER')
  }
})
