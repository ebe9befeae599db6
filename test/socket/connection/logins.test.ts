import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { test } from 'node:test'
import { inspect } from 'node:util'
import {
  AuthenticationError,
  connect,
  ConnectionEvents,
  oauthBearer,
  plain,
  scramSha256,
  scramSha512,
  UsageError,
  type ClientMechanism,
} from 'ottla'
import { readClientConfig } from 'ottla/config'
import { Metadata, SaslAuthenticate, SaslHandshake } from 'ottla/messages'
import { refreshingLogin } from 'ottla/sasl'
import { startBroker } from 'ottla/testing'
import { assertError, failing, leftOver, secret, within } from './hostile.js'
import { startPeer, type PeerConnection, type Received } from './peer.js'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('W-25 the first question is the newest, with name and version of this software (KIP-511)', async () => {
  let first: Received | undefined
  await using peer = await startPeer(async (c) => void (first = await c.versions()))
  const connection = await connect({ host: '127.0.0.1', port: peer.port, clientId: 'somebody' })
  assert.equal(first?.key, 18)
  assert.ok(first.version >= 4)
  assert.match(first.frame.toString('latin1'), /somebody.*ottla/s)
  await connection.close()
})

test('W-33 no password, token or key in any event, error or inspection', async () => {
  await using broker = await startBroker({ users: { alice: secret } })
  const seen: unknown[] = []
  const listen = (message: unknown): void => void seen.push(message)
  const channels = ['state', 'phase', 'connect', 'authenticate', 'request', 'close'].map(
    (name) => `ottla:connection:${name}`,
  )
  for (const name of channels) subscribe(name, listen)
  const token = broker.unsecuredToken({ principal: 'alice' })
  const mechanisms = [
    plain({ username: 'alice', password: secret }),
    scramSha256({ username: 'alice', password: secret }),
    oauthBearer({ token, allowPlaintext: true }),
    plain({ username: 'bob', password: secret }),
  ]
  for (const sasl of mechanisms) {
    const connection = await connect({ host: broker.host, port: broker.port, sasl }).catch((error: unknown) => error)
    seen.push(sasl, connection)
    if (connection instanceof Error) continue
    await (connection as Awaited<ReturnType<typeof connect>>).close()
  }
  for (const name of channels) unsubscribe(name, listen)
  assert.match(inspect(seen), /Connection \{\s+broker: '[^']+',.*state: 'closed'/s)
  const text = inspect(seen, { depth: 30, showHidden: true })
  assert.ok(seen.length > 20)
  for (const hidden of [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex'), token]) {
    assert.ok(!text.includes(hidden))
  }
})

test('W-34 options are validated by real errors, before anything is dialled', async () => {
  const options = { host: '127.0.0.1', port: 1 }
  const wrong: object[] = [
    { host: '' },
    { host: 'a\0b' },
    { host: 'broker.test\n' },
    { port: 0 },
    { port: 70_000 },
    { port: '9092' },
    { connectTimeout: 0 },
    { requestTimeout: Number.NaN },
    { idleTimeout: -1 },
    { maxInFlight: 0 },
    { maxFrameSize: 2 ** 31 },
    { clientId: 5 },
    { tls: 'yes' },
    { sasl: 'PLAIN' },
    { sasl: [] },
    { sasl: { name: 'PLAIN' } },
    { signal: {} },
    { signal: null },
    { signal: new AbortController() },
    { signal: { aborted: false } },
    { events: null },
    { onRequestTimeout: 'ignore' },
    { lookup: 'dns' },
    { dial: {} },
    { family: 5 },
    { family: '4' },
    { autoSelectFamily: 1 },
    { autoSelectFamilyAttemptTimeout: '250' },
    { autoSelectFamilyAttemptTimeout: -1 },
    { autoSelectFamilyAttemptTimeout: Infinity },
    { localAddress: 'localhost' },
    { localAddress: 5 },
  ]
  const resources = process.getActiveResourcesInfo()
  for (const change of wrong) {
    const error = await failing(connect({ ...options, ...change }))
    assert.ok(error instanceof UsageError && error.code === 'INVALID_ARGUMENT', inspect([change, error]))
    const [name = ''] = Object.keys(change)
    assert.match(error.message, new RegExp(`^${name}\\b`), 'it names the option')
  }
  assert.deepEqual(leftOver(resources), [], 'nothing has begun that would keep the process')
  for (const nothing of [undefined, null, 'localhost:9092']) {
    assert.ok((await failing(connect(nothing as never))) instanceof UsageError)
  }
  assert.throws(() => plain({ username: 5 as never, password: 'x' }), UsageError)
})

test('a signal for connect() may be of any making: what AbortSignal can is enough', async () => {
  await using peer = await startPeer(async (c) => (await c.versions(), c.gone()))
  const listeners = new Set<() => void>()
  const signal = {
    aborted: false,
    addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
  }
  const options = { host: '127.0.0.1', port: peer.port, signal: signal as never }
  const connection = await connect(options)
  assert.equal(listeners.size, 0)
  await connection.close()
  const hanging = failing(connect({ ...options, dial: () => new Promise(() => undefined) }))
  for (const abort of listeners) abort()
  assertError(await within(hanging), { code: 'ABORTED', reason: 'aborted' })
})

test('W-35 a login is told under its own mechanism', async () => {
  await using broker = await startBroker({ users: { alice: 'alice-secret' } })
  const told: string[] = []
  const events = new ConnectionEvents().on('authenticate', ({ mechanism }) => told.push(mechanism))
  const sasl = scramSha512({ username: 'alice', password: 'alice-secret' })
  const connection = await connect({ host: broker.host, port: broker.port, sasl, events })
  assert.deepEqual(told, ['SCRAM-SHA-512'])
  assert.equal(connection.session?.mechanism, 'SCRAM-SHA-512')
  await connection.close()
})

test('W-37 W-56 a mechanism is any object of the type, and credentials may be functions', async () => {
  await using broker = await startBroker({ users: { alice: 'alice-secret' } })
  const own: ClientMechanism = {
    name: 'PLAIN',
    start: () => ({ next: () => ({ token: Buffer.from('\0alice\0alice-secret'), done: true }) }),
  }
  const asked: string[] = []
  const functions = plain({
    username: () => Promise.resolve('alice'),
    password: ({ host, port }: { host: string; port: number }) => {
      asked.push(`${host}:${String(port)}`)
      return 'alice-secret'
    },
  })
  for (const sasl of [own, functions]) {
    const connection = await connect({ host: broker.host, port: broker.port, sasl })
    await connection.send(Metadata, { topics: [] })
    await connection.close()
  }
})

test('W-16 W-37 a session that is made after the login was given up is disposed of, once', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.handshake()
    await c.gone()
  })
  for (const late of ['resolves', 'rejects', 'gives nothing', 'throws when it is disposed of'] as const) {
    const giving = new AbortController()
    let disposed = 0
    let finish = (): void => undefined
    const session = {
      next: () => ({ done: true }),
      dispose: () => {
        disposed++
        if (late.startsWith('throws')) throw new Error('not now')
      },
    }
    const sasl: ClientMechanism = {
      name: 'PLAIN',
      start: () =>
        new Promise((resolve, reject) => {
          finish = () => {
            if (late === 'rejects') reject(new Error('too late'))
            else resolve((late === 'gives nothing' ? undefined : session) as never)
          }
          giving.abort()
        }),
    }
    const options = { host: '127.0.0.1', port: peer.port, sasl, signal: giving.signal }
    assertError(await within(failing(connect(options))), { code: 'ABORTED', phase: 'sasl-exchange' })
    assert.equal(disposed, 0)
    finish()
    await wait(0)
    assert.equal(disposed, late === 'resolves' || late.startsWith('throws') ? 1 : 0, late)
  }
})

test('W-38 a token in clear text is refused before dialling, a password announced', async () => {
  let dialled = 0
  const error = await failing(
    connect({
      host: '127.0.0.1',
      port: 9092,
      sasl: oauthBearer({ token: 'token' }),
      dial: () => {
        dialled++
        throw new Error('dialled')
      },
    }),
  )
  assertError(error, { code: 'PLAINTEXT_REFUSED' })
  assert.equal(dialled, 0)
  await using broker = await startBroker({ users: { alice: 'alice-secret' } })
  const warnings: string[] = []
  const events = new ConnectionEvents().on('warning', ({ code }) => warnings.push(code))
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  await (await connect({ host: broker.host, port: broker.port, sasl, events })).close()
  assert.deepEqual(warnings, ['CLEARTEXT_CREDENTIALS'])
})

test('W-39 sasl settings without a SASL protocol are warned of', async () => {
  const { warnings, connect: options } = await readClientConfig(
    'bootstrap.servers=localhost:9092\nsecurity.protocol=PLAINTEXT\nsasl.mechanism=PLAIN\n' +
      'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";',
    { readFile: () => Promise.reject(new Error('no file')) },
  )
  assert.equal(options.sasl, undefined)
  assert.ok(
    warnings.some(({ property }) => property.startsWith('sasl.')),
    inspect(warnings),
  )
})

test('W-41 what is fast is synchronous: PLAIN makes its token in the same turn', () => {
  const mechanism = plain({ username: 'alice', password: 'alice-secret' })
  const session = mechanism.start({ host: 'h', port: 1, secure: true }, new AbortController().signal)
  assert.ok(!(session instanceof Promise))
  assert.ok(!(session.next(null) instanceof Promise))
})

test('W-42 PLAIN refuses NUL and empty values', () => {
  for (const username of ['', 'a\0b']) assert.throws(() => plain({ username, password: 'x' }), UsageError)
  for (const password of ['', 'a\0b']) assert.throws(() => plain({ username: 'x', password }), UsageError)
})

test('W-44 SCRAM escapes the name on the wire', async () => {
  let message = ''
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.handshake(['SCRAM-SHA-256'])
    message = (await c.request()).frame.toString('latin1')
    c.socket.end()
  })
  const sasl = scramSha256({ username: 'a,b=c', password: 'x' })
  await failing(connect({ host: '127.0.0.1', port: peer.port, sasl }))
  assert.match(message, /n,,n=a=2Cb=3Dc,r=/)
})

test('W-54 A-4 extensions are validated here, as KIP-342 has it, and come with the token', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.handshake(['OAUTHBEARER'])
    await c.gone()
  })
  for (const extensions of [{ auth: 'x' }, { 'a b': 'x' }, { a: 'x\x01auth=Bearer evil' }]) {
    const sasl = oauthBearer({ token: () => ({ token: 'token', extensions }), allowPlaintext: true })
    const error = await failing(connect({ host: '127.0.0.1', port: peer.port, sasl }))
    assert.ok(error instanceof UsageError || error instanceof AuthenticationError, inspect(error))
  }
  for (const { received } of peer.connections) assert.ok(!received.some(({ key }) => key === SaslAuthenticate.key))
})

test('W-55 a token, its end and its extensions come together, once for many connections', async () => {
  await using broker = await startBroker({ users: { alice: 'alice-secret' } })
  let fetched = 0
  const source = refreshingLogin({
    token: async () => {
      fetched++
      // Long enough for all of them to want it at once.
      await wait(100)
      const token = broker.unsecuredToken({ principal: 'alice', lifetime: 3_600_000 })
      return { token, expiresAt: Date.now() + 3_600_000, extensions: { traceId: 'x' } }
    },
  })
  const sasl = oauthBearer({ token: source, allowPlaintext: true })
  const all = await Promise.all(
    Array.from({ length: 20 }, () => connect({ host: broker.host, port: broker.port, sasl })),
  )
  assert.equal(fetched, 1)
  for (const connection of all) {
    assert.ok((connection.session?.lifetime ?? 0) > 3_000_000)
    await connection.close()
  }
  source.close()
})

/** Serves ordinary requests and renewals; `lifetimes` in turn, the last one for ever. */
async function renewing(c: PeerConnection, lifetimes: readonly bigint[]): Promise<void> {
  let index = 0
  const next = (): bigint => lifetimes[Math.min(index++, lifetimes.length - 1)] ?? 0n
  await c.login(next())
  let expected: number | undefined
  for (;;) {
    const request = await c.request()
    if (expected !== undefined) assert.equal(request.key, expected, 'nothing comes between handshake and token')
    expected = undefined
    if (request.key === SaslHandshake.key) {
      assert.ok(request.id >= 2147483640, 'an id of the reserved range')
      expected = SaslAuthenticate.key
      c.answer(request, SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN'] })
    } else if (request.key === SaslAuthenticate.key) {
      c.answer(request, SaslAuthenticate, { ...SaslAuthenticate.response.defaults(), sessionLifetimeMs: next() })
    } else {
      assert.ok(request.id < 2147483640)
      c.metadata(request, { controllerId: request.id })
    }
  }
}

test('W-36 A-5 a session is renewed under load, in order, without a failed request', async () => {
  await using peer = await startPeer((c) => renewing(c, [200n, 1_200n, 0n]))
  const events = new ConnectionEvents()
  let renewals = 0
  events.on('re-authenticate', () => renewals++)
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, sasl, events, maxInFlight: 20 })
  let last = 0
  const worker = async (): Promise<void> => {
    while (renewals < 2) {
      const { controllerId } = await connection.send(Metadata, { topics: [] })
      assert.ok(controllerId > 0)
      last = Math.max(last, controllerId)
      await wait(1)
    }
  }
  await within(Promise.all(Array.from({ length: 50 }, worker)))
  assert.ok(last > 100)
  assert.equal(connection.session?.lifetime, undefined, 'the last lifetime, 0, has no end')
  await connection.close()
  assert.deepEqual(peer.failures, [])
})

test('W-36 a session is renewed when a request is due, not by a timer', async () => {
  await using peer = await startPeer((c) => renewing(c, [50n, 0n]))
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, sasl })
  const received = peer.connections[0]?.received ?? []
  await wait(120)
  assert.equal(received.length, 3, 'nothing is sent while nothing is asked')
  await connection.send(Metadata, { topics: [] })
  assert.deepEqual(
    received.slice(3).map(({ key }) => key),
    [SaslHandshake.key, SaslAuthenticate.key, Metadata.key],
  )
  await connection.close()
})
