import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { connect, ConnectionEvents, ConnectionError, plain, type CloseReason, type StateName } from 'ottla'
import { Fetch, FindCoordinator, Metadata, Produce } from 'ottla/messages'
import { startBroker } from 'ottla/testing'
import { assertError, failing, turns, within } from './hostile.js'
import { answerFrame, startPeer, type PeerConnection } from './peer.js'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const ready = (c: PeerConnection): Promise<unknown> => c.versions()
const serving = async (c: PeerConnection): Promise<void> => {
  await c.versions()
  await c.serve()
}

test('W-1 A-1 a connect that fails at any phase leaves no socket open, and says why', async () => {
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  const stops: ((c: PeerConnection) => Promise<unknown>)[] = [
    async (c) => c.socket.end(),
    (c) => c.gone(),
    async (c) => (await c.versions(), c.gone()),
    async (c) => (await c.versions(), await c.handshake(['GSSAPI'], 33), c.gone()),
    async (c) => (await c.versions(), await c.handshake(), c.gone()),
    async (c) => (await c.versions(), await c.handshake(), await c.authenticate({ errorCode: 58 }), c.gone()),
  ]
  for (const stop of stops) {
    await using peer = await startPeer(async (c) => {
      await stop(c)
    })
    const events = new ConnectionEvents()
    const reasons: CloseReason[] = []
    events.on('close', ({ reason }) => reasons.push(reason))
    const error = await failing(connect({ host: '127.0.0.1', port: peer.port, sasl, connectTimeout: 300, events }))
    assert.ok(error instanceof Error && 'reason' in error)
    assert.deepEqual(
      reasons.map(({ name }) => name),
      [error.reason],
      'told once, with the reason that the error has',
    )
    assert.equal(reasons[0]?.error, error, 'one root cause')
    await within(peer.quiet())
  }
})

test('W-2 one limit over all phases, however many there are, and a signal for the provider', async () => {
  const slow = async (c: PeerConnection): Promise<void> => {
    const versions = await c.request()
    await wait(60)
    c.sayVersions(versions)
    await wait(60)
    await c.handshake()
    await c.gone()
  }
  await using peer = await startPeer(slow)
  let given: AbortSignal | undefined
  const password = ({ signal }: { signal: AbortSignal }): Promise<string> => {
    given = signal
    return new Promise(() => undefined)
  }
  const sasl = plain({ username: 'alice', password })
  const error = await failing(connect({ host: '127.0.0.1', port: peer.port, sasl, connectTimeout: 1_000 }))
  assertError(error, { code: 'CONNECT_TIMEOUT', phase: 'sasl-exchange', message: /within 1000 ms/ })
  assert.ok(given?.aborted)
  assert.equal(given.reason, error)
})

test('W-7 the limit of a request runs from send(): what waits behind others is refused unwritten, and the connection stays', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    const first = await c.request()
    await wait(120)
    c.metadata(first)
    await c.serve()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, maxInFlight: 1 })
  const first = connection.send(Metadata, { topics: [] })
  const error = await failing(connection.send(Metadata, { topics: [] }, { timeout: 40 }))
  assertError(error, { code: 'REQUEST_TIMEOUT', message: /not even written/ })
  assert.ok(error instanceof ConnectionError)
  assert.equal(error.request?.written, false)
  assert.equal(connection.state.name, 'ready')
  await first
  await connection.send(Metadata, { topics: [] })
  await connection.close()
})

test('W-7 what a request lets the broker wait is added to its limit', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    const request = await c.request()
    await wait(150)
    c.answer(request, Fetch, Fetch.response.defaults())
    await c.gone()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, requestTimeout: 100 })
  await connection.send(Fetch, { maxWaitMs: 2_000, minBytes: 1, topics: [] })
  await connection.close()
})

test('a request that was given up may be answered as late as it would have been: the connection stays', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    const request = await c.request()
    await wait(300)
    c.answer(request, Fetch, Fetch.response.defaults())
    await c.serve()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, requestTimeout: 100 })
  const controller = new AbortController()
  const poll = connection.send(
    Fetch,
    { maxWaitMs: 2_000, minBytes: 1, topics: [] },
    { signal: controller.signal, timeout: 5_000 },
  )
  await turns(2)
  controller.abort()
  assertError(await failing(poll), { code: 'ABORTED' })
  await connection.send(Metadata, { topics: [] }, { timeout: 5_000 })
  await connection.close()
})

test('W-8 a timeout names broker, API, correlation id and time', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, requestTimeout: 50 })
  const error = await failing(connection.send(Metadata, { topics: [] }))
  assert.ok(error instanceof ConnectionError)
  assert.equal(error.broker, `127.0.0.1:${String(peer.port)}`)
  const { api, version, correlationId, elapsed, written } = error.request ?? assert.fail()
  assert.deepEqual(
    { api, version, correlationId, written },
    { api: 'Metadata', version: 12, correlationId: 1, written: true },
  )
  assert.ok(elapsed >= 50)
})

test('W-9 no more requests are on their way than allowed', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    for (;;) {
      const batch = [await c.request(), await c.request(), await c.request()]
      await turns(5)
      assert.equal(c.unread, 0, 'no fourth request came meanwhile')
      for (const request of batch) c.metadata(request)
    }
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, maxInFlight: 3 })
  await Promise.all(Array.from({ length: 30 }, () => connection.send(Metadata, { topics: [] })))
  assert.equal(connection.inFlight, 0)
  await connection.close()
  assert.deepEqual(peer.failures, [])
})

for (const size of [5_000, 100_000, 3_000_000]) {
  test(`what was given to send() may be changed at once, ${String(size)} bytes of records too`, async () => {
    const taken = new PassThrough()
    await using peer = await startPeer(async (c) => {
      await ready(c)
      // Nothing is read until the client has had every chance to send what it should not.
      for await (const _ of taken);
      for (let i = 0; i < 3; i++) {
        const { id, version, frame } = await c.request()
        if (frame.includes(0xbb)) throw new Error('the bytes are not those that were given')
        c.answer({ id, version }, Produce, Produce.response.defaults())
      }
      await c.gone()
    })
    const connection = await connect({ host: '127.0.0.1', port: peer.port })
    const records = Buffer.alloc(size, 0x11)
    const request = { acks: 1, timeoutMs: 1, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }] }
    const send = (): Promise<unknown> => connection.send(Produce, request)
    const sent = [send(), send(), send()]
    records.fill(0xbb)
    await turns(2)
    taken.end()
    await Promise.all(sent)
    await connection.close()
    assert.deepEqual(peer.failures, [])
  })
}

test('a pause that the broker asked for is not ended by a shorter one (KIP-219)', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    const [first, second] = [await c.request(), await c.request()]
    c.metadata(first, { throttleTimeMs: 20_000 }).metadata(second, { throttleTimeMs: 1 })
    await c.serve()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  await Promise.all([1, 2].map(() => connection.send(Metadata, { topics: [] })))
  const parked = failing(connection.send(Metadata, { topics: [] }))
  await wait(50)
  assert.equal(connection.inFlight, 0)
  await connection.close()
  await parked
})

test('pauses give a request on its way no more than doubly its time, however many there are', async () => {
  const pauses = 60
  await using peer = await startPeer(async (c) => {
    await ready(c)
    for (let i = 0; i < pauses; i++) c.metadata(await c.request(), { throttleTimeMs: 10_000 })
    await c.gone()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, requestTimeout: 100 })
  const sent = Array.from({ length: pauses }, () => connection.send(Metadata, { topics: [] }))
  const error = await failing(connection.send(Metadata, { topics: [] }))
  await Promise.all(sent)
  assert.ok(error instanceof ConnectionError && error.code === 'REQUEST_TIMEOUT')
  const elapsed = error.request?.elapsed ?? Infinity
  assert.ok(elapsed < 3_000, `after ${String(elapsed)} ms`)
})

test('W-11 a connection lives once: its states are explicit, and connecting anew gives another object', async () => {
  await using peer = await startPeer(serving)
  const events = new ConnectionEvents()
  const names: StateName[] = []
  events.on('state', ({ to }) => names.push(to.name))
  const connection = await connect({ host: '127.0.0.1', port: peer.port, events })
  await connection.close()
  assert.deepEqual(names, ['connecting', 'negotiating', 'ready', 'closed'])
  const other = await connect({ host: '127.0.0.1', port: peer.port })
  assert.notEqual(other, connection)
  assert.equal(connection.state.name, 'closed')
  await other.close()
})

test('W-12 a listener that throws disturbs neither the connection nor other listeners', async (t) => {
  const warnings: unknown[] = []
  t.mock.method(process, 'emitWarning', (warning: unknown) => warnings.push(warning))
  await using peer = await startPeer(serving)
  const events = new ConnectionEvents()
  let heard = 0
  for (const name of ['state', 'phase', 'connect', 'request', 'close'] as const) {
    events.on(name, () => {
      throw new Error('listener')
    })
    events.on(name, async () => {
      await Promise.resolve()
      throw new Error('asynchronous listener')
    })
    events.on(name, () => heard++)
  }
  const connection = await connect({ host: '127.0.0.1', port: peer.port, events })
  await connection.send(Metadata, { topics: [] })
  assert.deepEqual(await connection.close(), { name: 'shutdown' })
  await turns(1)
  assert.ok(heard > 5)
  assert.equal(warnings.length, 2 * heard)
})

test('W-13 W-14 whoever waits when a connection ends gets the reason, and the one root cause', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    const { id, version } = await c.request()
    c.metadata({ id: id + 7, version })
    await c.gone()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  const [first, ...others] = await Promise.all(
    Array.from({ length: 5 }, () => failing(connection.send(Metadata, { topics: [] }))),
  )
  const reason = await connection.closed
  assert.equal(reason.name, 'out-of-sync')
  assert.equal(reason.error, first)
  for (const error of others) {
    assertError(error, { code: 'CONNECTION_CLOSED', reason: 'out-of-sync' })
    assert.equal((error as Error).cause, first)
  }
  assertError(await failing(connection.send(Metadata, { topics: [] })), {
    code: 'CONNECTION_CLOSED',
    reason: 'out-of-sync',
  })
})

test('W-15 nothing but the login is written before the connection is ready', async () => {
  await using broker = await startBroker({ users: { alice: 'alice-secret' } })
  const events = new ConnectionEvents()
  const states: StateName[] = []
  events.on('state', ({ to }) => states.push(to.name))
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  const connection = await connect({ host: broker.host, port: broker.port, sasl, events })
  assert.equal(connection.state.name, 'ready')
  assert.deepEqual(states, ['connecting', 'negotiating', 'authenticating', 'authenticating', 'ready'])
  await connection.send(Metadata, { topics: [] })
  await connection.close()
})

test('W-16 what a socket says after the end hurts nobody', async () => {
  const tunnel = new PassThrough()
  const connecting = failing(connect({ host: 'tunnel.test', port: 9092, dial: () => tunnel, connectTimeout: 300 }))
  await connecting
  tunnel.emit('data', Buffer.from([0, 0, 0, 1, 1]))
  tunnel.emit('drain')
  tunnel.emit('error', new Error('late'))
  tunnel.emit('end')
  tunnel.emit('close')
})

test('W-17 send() rejects, whatever is wrong, and never throws', async () => {
  await using peer = await startPeer(serving)
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  const nonsense = [
    () => connection.send(Metadata, null as never),
    () => connection.send(Metadata, { topics: 5 as never }),
    () => connection.send(Metadata, { topics: [] }, { version: 1.5 }),
    () => connection.send(Metadata, { topics: [] }, { timeout: -1 }),
    () => connection.send({ ...Metadata, key: 4711 }, { topics: [] }),
  ]
  for (const one of nonsense) assert.ok((await failing(one())) instanceof Error)
  await connection.send(Metadata, { topics: [] })
  await connection.close()
  assertError(await failing(connection.send(Metadata, { topics: [] })), { code: 'SHUTDOWN' })
})

test('W-22 a correlation id of 0 in place of the right one is out of sync, whatever the API', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions([
      [10, 0, 0],
      [18, 0, 4],
    ])
    const { version } = await c.request()
    c.write(answerFrame(FindCoordinator, { id: 0, version }, FindCoordinator.response.defaults()))
    await c.gone()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  assertError(await failing(connection.send(FindCoordinator, { key: 'group' })), { code: 'OUT_OF_SYNC' })
})

test('A-2 given up requests keep their place: each answer still meets its own request', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    const requests = []
    for (let i = 0; i < 6; i++) requests.push(await c.request())
    for (const [i, request] of requests.entries()) c.metadata(request, { controllerId: i })
    await c.gone()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  const controllers = [false, true, false, true, true, false].map(async (givenUp) => {
    const controller = new AbortController()
    const answer = connection.send(Metadata, { topics: [] }, { signal: controller.signal })
    if (givenUp) process.nextTick(() => controller.abort())
    return answer.then(
      ({ controllerId }) => controllerId,
      () => 'given up',
    )
  })
  assert.deepEqual(await Promise.all(controllers), [0, 'given up', 2, 'given up', 'given up', 5])
  assert.equal(connection.state.name, 'ready')
  await connection.close()
})

test('W-60 nothing of the socket is handed out', async () => {
  await using peer = await startPeer(serving)
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  assert.deepEqual(Object.keys(connection), [])
  const members = Object.getOwnPropertyNames(Object.getPrototypeOf(connection))
  assert.ok(!members.some((name) => /socket|stream|reader|writer/i.test(name)))
  await connection.close()
})

test('A-7 an idle connection keeps no timer that would hold the process, and a disposed one nothing at all', async () => {
  await using peer = await startPeer(serving)
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  {
    await using connection = await connect({ host: '127.0.0.1', port: peer.port })
    assert.equal(timers(), before)
    const answer = connection.send(Metadata, { topics: [] })
    assert.equal(timers(), before + 1, 'pending work holds it')
    await answer
    assert.equal(timers(), before)
  }
  await within(peer.quiet())
})

test('a whole broker is no set of options, and that is said: its events are others', async () => {
  await using broker = await startBroker()
  const target: { host: string; port: number } = broker
  await assert.rejects(connect(target), { name: 'UsageError', code: 'INVALID_ARGUMENT', message: /host and port/ })
})
