import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import {
  AuthenticationError,
  connect,
  ConnectionError,
  DecodeError,
  oauthBearer,
  OttlaError,
  scramSha256,
  type ClientMechanism,
} from 'ottla'
import { Metadata } from 'ottla/messages'
import { assertError, failing, textless, within } from './hostile.js'
import { standardRanges, startPeer, type PeerConnection, type Script } from './peer.js'

// Mechanisms are code of somebody else: whatever they do, the connection says what is the matter.

/** Offers every mechanism, and waits for a token. */
async function waiting(c: PeerConnection): Promise<void> {
  await c.versions()
  await c.handshake(['X', 'OAUTHBEARER', 'SCRAM-SHA-256'])
  await c.gone()
}

/** A promise of another realm that never settles, and something that only has a `then`. */
const hanging: readonly (() => Promise<never>)[] = [
  () => runInNewContext('new Promise(() => {})') as Promise<never>,
  () => ({ then: () => undefined }) as unknown as Promise<never>,
]
const never: readonly ((hang: () => Promise<never>) => ClientMechanism)[] = [
  (token) => oauthBearer({ token, allowPlaintext: true }),
  (credentials) => scramSha256({ credentials }),
  (next) => ({ name: 'X', start: () => ({ next }) }),
  (start) => ({ name: 'X', start }),
]

test('W-2 promises of another realm, and what is like one, are heeded by the deadline and by abort()', async () => {
  await using peer = await startPeer(waiting)
  const options = { host: '127.0.0.1', port: peer.port }
  for (const hang of hanging) {
    for (const mechanism of never) {
      const late = await failing(connect({ ...options, sasl: mechanism(hang), connectTimeout: 50 }))
      assertError(late, { code: 'CONNECT_TIMEOUT', phase: 'sasl-exchange' })
      const controller = new AbortController()
      const aborting = failing(connect({ ...options, sasl: mechanism(hang), signal: controller.signal }))
      setTimeout(() => controller.abort(), 50)
      assertError(await aborting, { code: 'ABORTED' })
    }
  }
})

/** A mechanism that fails when it is to forget its secrets, in every way there is. */
const forgetful = (fail: () => unknown): ClientMechanism => ({
  name: 'X',
  start: () => ({ next: () => ({ token: Buffer.from('token'), done: true }), dispose: fail }),
})

test('dispose() that throws or rejects neither hides a refusal nor fails a login', async () => {
  const warnings: unknown[] = []
  const warned = (warning: Error): void => void warnings.push(Reflect.get(warning, 'code'))
  process.on('warning', warned)
  const script =
    (errorCode: number): Script =>
    async (c) => {
      await c.versions()
      await c.handshake(['X'])
      await c.authenticate({ errorCode, errorMessage: 'the broker says no', sessionLifetimeMs: 40n })
      if (errorCode !== 0) return c.gone()
      // The renewal.
      await c.handshake(['X'])
      await c.authenticate()
      await c.serve()
    }
  await using refusing = await startPeer(script(58))
  await using accepting = await startPeer(script(0))
  const ways = textless.flatMap((make) => [
    () => {
      throw make()
    },
    async () => {
      await Promise.resolve()
      throw make()
    },
  ])
  for (const fail of ways) {
    const sasl = forgetful(fail)
    const error = await failing(connect({ host: '127.0.0.1', port: refusing.port, sasl }))
    assertError(error, { code: 'AUTHENTICATION_FAILED', message: /^the broker says no$/ })
    const connection = await within(connect({ host: '127.0.0.1', port: accepting.port, sasl }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await within(connection.send(Metadata, { topics: [] }))
    assert.equal(connection.session?.lifetime, undefined, 'renewed')
    await connection.close()
  }
  await within(refusing.quiet())
  process.off('warning', warned)
  assert.deepEqual([warnings.length, ...new Set(warnings)], [3 * ways.length, 'OTTLA_MECHANISM'])
})

test('refused() that throws does not hide the refusal', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.handshake(['X'])
    await c.authenticate({ errorCode: 58, errorMessage: 'the broker says no' })
    await c.gone()
  })
  const cause = new Error('what now?')
  const refused = (): never => {
    throw cause
  }
  const sasl: ClientMechanism = { name: 'X', start: () => ({ next: () => ({ done: true }), refused }) }
  const error = await failing(connect({ host: '127.0.0.1', port: peer.port, sasl }))
  assertError(error, { code: 'AUTHENTICATION_FAILED', message: /^the broker says no$/ })
  assert.ok(error instanceof OttlaError)
  assert.equal(error.cause, cause)
})

const elsewhere = new ConnectionError('CONNECTION_REFUSED', 'the vault is down', { broker: 'vault:443', phase: 'tcp' })
const stepping = (next: () => unknown): ClientMechanism => ({ name: 'X', start: () => ({ next }) as never })
const misbehaving: readonly {
  name: string
  sasl: ClientMechanism
  code: string
  retriable?: boolean
  phase?: string
}[] = [
  { name: 'a token of text', sasl: stepping(() => ({ token: 'text', done: true })), code: 'INVALID_ARGUMENT' },
  { name: 'a token of null', sasl: stepping(() => ({ token: null, done: true })), code: 'INVALID_ARGUMENT' },
  { name: 'no step at all', sasl: stepping(() => undefined), code: 'AUTHENTICATION_FAILED' },
  {
    name: 'a name of 40,000 bytes',
    sasl: { ...stepping(() => undefined), name: 'X'.repeat(40_000) },
    code: 'INVALID_ARGUMENT',
    phase: 'sasl-handshake',
  },
  {
    name: 'a token function with an error of another connection',
    sasl: oauthBearer({ token: () => Promise.reject(elsewhere), allowPlaintext: true }),
    code: 'CREDENTIALS_UNAVAILABLE',
    retriable: true,
  },
  {
    name: 'extensions with an error of another connection',
    sasl: oauthBearer({ token: 'token', extensions: () => Promise.reject(elsewhere), allowPlaintext: true }),
    code: 'CREDENTIALS_UNAVAILABLE',
    retriable: true,
  },
  {
    name: 'an error of another connection',
    sasl: stepping(() => {
      throw elsewhere
    }),
    code: 'AUTHENTICATION_FAILED',
    retriable: true,
  },
  {
    name: 'no session',
    sasl: { name: 'PLAIN', start: () => undefined as never },
    code: 'INVALID_ARGUMENT',
  },
  {
    name: 'an error of no connection',
    sasl: stepping(() => {
      throw new DecodeError('what is this?')
    }),
    code: 'AUTHENTICATION_FAILED',
  },
  // An error that throws when it is looked at is the cause here, and cannot be printed by anybody.
  ...textless
    .filter((make) => !(make() instanceof Error))
    .map((make, i) => ({
      name: `what has no text, ${String(i)}`,
      sasl: stepping(() => {
        throw make()
      }),
      code: 'AUTHENTICATION_FAILED',
    })),
]

for (const { name, sasl, code, retriable = false, phase = 'sasl-exchange' } of misbehaving) {
  for (const bare of [false, true]) {
    test(`a mechanism with ${name}${bare ? ', over bare tokens' : ''}, is told with all that belongs to an error`, async () => {
      const ranges = standardRanges.filter(([key]) => !bare || key !== 36)
      await using peer = await startPeer(async (c) => {
        await c.versions(ranges)
        await c.handshake([sasl.name])
        await c.gone()
      })
      const error = await failing(connect({ host: '127.0.0.1', port: peer.port, sasl }))
      assertError(error, { code, phase, retriable, reason: 'authentication-refused' })
      assert.ok(error instanceof OttlaError)
      assert.equal(error.broker, `127.0.0.1:${String(peer.port)}`)
      assert.ok(error.message.length < 500, error.message)
      if (error instanceof AuthenticationError) assert.equal(error.mechanism, sasl.name)
    })
  }
}
