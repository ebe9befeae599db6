import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import {
  AuthenticationError,
  ConnectionError,
  oauthBearer,
  OttlaError,
  plain,
  scramSha256,
  scramSha512,
  type ClientMechanism,
  type ErrorCode,
  type Phase,
} from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { unsecuredLogin } from 'ottla/sasl'
import { connectTo } from './harness/connect.js'
import type { ListenerName } from './harness/listeners.js'
import { theRing } from './harness/ring.js'

const right = { username: 'alice', password: 'alice-secret' }
const wrong = { username: 'alice', password: 'not-her-secret' }
const stranger = { username: 'nobody', password: 'whatever' }
const allowPlaintext = true
const jws = (options: Readonly<Record<string, string>>): ClientMechanism =>
  oauthBearer({ token: unsecuredLogin({ unsecuredLoginStringClaim_sub: 'alice', ...options }), allowPlaintext })

const logins: Readonly<Record<string, ClientMechanism>> = {
  PLAIN: plain(right),
  'SCRAM-SHA-256': scramSha256(right),
  'SCRAM-SHA-512': scramSha512(right),
  OAUTHBEARER: jws({}),
}

const invalidCredentials = (mechanism: string): string =>
  `Authentication failed during authentication due to invalid credentials with SASL mechanism ${mechanism}`

interface Refusal {
  readonly sasl: ClientMechanism
  readonly code: ErrorCode
  readonly phase?: Phase
  readonly text: string
  readonly listener?: ListenerName
}

const refusals: Readonly<Record<string, Refusal>> = {
  'PLAIN, wrong password': {
    sasl: plain(wrong),
    code: 'AUTHENTICATION_FAILED',
    text: 'Authentication failed: Invalid username or password',
  },
  'PLAIN, unknown user': {
    sasl: plain(stranger),
    code: 'AUTHENTICATION_FAILED',
    text: 'Authentication failed: Invalid username or password',
  },
  'SCRAM-SHA-256, wrong password': {
    sasl: scramSha256(wrong),
    code: 'AUTHENTICATION_FAILED',
    text: invalidCredentials('SCRAM-SHA-256'),
  },
  'SCRAM-SHA-256, unknown user': {
    sasl: scramSha256(stranger),
    code: 'AUTHENTICATION_FAILED',
    text: invalidCredentials('SCRAM-SHA-256'),
  },
  'SCRAM-SHA-512, wrong password': {
    sasl: scramSha512(wrong),
    code: 'AUTHENTICATION_FAILED',
    text: invalidCredentials('SCRAM-SHA-512'),
  },
  'OAUTHBEARER, garbage for a token': {
    sasl: oauthBearer({ token: 'garbage', allowPlaintext }),
    code: 'TOKEN_REJECTED',
    text: '{"status":"invalid_token"}',
  },
  'OAUTHBEARER, expired token': {
    sasl: oauthBearer({ token: expired(), allowPlaintext }),
    code: 'TOKEN_REJECTED',
    text: '{"status":"invalid_token"}',
  },
}

for (const broker of theRing().brokers) {
  describe(`login to Kafka ${broker.version}`, { concurrency: 4 }, () => {
    for (const listener of ['SASL', 'SASLSSL'] as const) {
      for (const [name, sasl] of Object.entries(logins)) {
        test(`${listener}: ${name}`, async () => {
          await using connection = await connectTo(broker, listener, { sasl })
          assert.equal(connection.session?.mechanism, name)
          const { brokers, clusterId } = await connection.send(Metadata, { topics: [] })
          assert.equal(typeof clusterId, 'string')
          const advertised = brokers.find(({ nodeId }) => nodeId === 1)
          assert.deepEqual([advertised?.host, advertised?.port], ['localhost', broker.ports[listener]])
        })
      }
      for (const [name, { sasl, code, text }] of Object.entries(refusals)) {
        test(`${listener}: ${name}`, async () => {
          const error = await refused(connectTo(broker, listener, { sasl }))
          assert.ok(error instanceof AuthenticationError)
          assert.equal(error.code, code)
          assert.equal(error.phase, 'sasl-exchange')
          assert.equal(error.broker, `localhost:${broker.ports[listener]}`)
          assert.ok(error.message.includes(text), error.message)
          assert.equal(error.retriable, false)
          assert.ok(error.hint)
        })
      }
    }

    test('a list of mechanisms: the first that the listener enables', async () => {
      await using connection = await connectTo(broker, 'EXTENSIONS', { sasl: [plain(right), jws({})] as never })
      assert.equal(connection.session?.mechanism, 'OAUTHBEARER')
    })

    test('a mechanism that the listener does not enable', async () => {
      const error = await refused(connectTo(broker, 'EXTENSIONS', { sasl: plain(right) }))
      assert.ok(error instanceof AuthenticationError)
      assert.equal(error.code, 'UNSUPPORTED_MECHANISM')
      assert.equal(error.phase, 'sasl-handshake')
      assert.deepEqual(error.enabledMechanisms, ['OAUTHBEARER'])
    })

    test('a token without the scopes that the listener wants', async () => {
      const error = await refused(connectTo(broker, 'SCOPE', { sasl: jws({}) }))
      assert.ok(error instanceof AuthenticationError)
      assert.equal(error.code, 'TOKEN_REJECTED')
      assert.deepEqual(
        [error.tokenError?.status, error.tokenError?.scope],
        ['insufficient_scope', '[kafka.read, kafka.write]'],
      )
      const sasl = jws({ unsecuredLoginListClaim_scope: '|kafka.read|kafka.write' })
      await using connection = await connectTo(broker, 'SCOPE', { sasl })
      assert.equal(connection.state.name, 'ready')
    })

    test('TLS to a plaintext listener, and the other way round', async () => {
      const { certificates } = theRing()
      const tls = { ca: readFileSync(certificates.ca) }
      const spoken = await refused(connectTo(broker, 'SASL', { sasl: plain(right), tls }))
      assert.deepEqual([spoken.code, spoken.phase], ['TLS_NOT_SPOKEN', 'tls'])
      const expected = await refused(connectTo(broker, 'SASLSSL', { sasl: plain(right), tls: false }))
      assert.deepEqual([expected.code, expected.phase], ['TLS_EXPECTED', 'api-versions'])
      for (const { hint } of [spoken, expected]) assert.match(hint ?? '', /TLS|tls/)
    })

    test('a certificate of an authority that we do not trust', async () => {
      const error = await refused(
        connectTo(broker, 'SSL', { tls: { ca: readFileSync(theRing().certificates.strangerCa) } }),
      )
      assert.ok(error instanceof ConnectionError)
      assert.deepEqual([error.code, error.phase], ['TLS_CERTIFICATE_UNTRUSTED', 'tls'])
    })

    test('a client certificate: none, a strange one, the right one', async () => {
      const { ca, client, stranger: strange } = readCertificates()
      for (const tls of [{ ca }, { ca, ...strange }]) {
        const error = await refused(connectTo(broker, 'MTLS', { tls }))
        assert.equal(error.code, 'TLS_CLIENT_CERTIFICATE_REFUSED')
      }
      await using connection = await connectTo(broker, 'MTLS', { tls: { ca, ...client } })
      const { brokers } = await connection.send(Metadata, { topics: [] })
      assert.ok(brokers.length > 0)
    })
  })
}

async function refused(attempt: Promise<AsyncDisposable>): Promise<OttlaError> {
  try {
    await using _ = await attempt
  } catch (error) {
    assert.ok(error instanceof OttlaError, String(error))
    return error
  }
  assert.fail('the broker let us in')
}

function expired(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ sub: 'alice', iat: 1_000_000_000, exp: 1_000_003_600 })}.`
}

function readCertificates() {
  const { ca, client, stranger } = theRing().certificates
  const pair = (file: string) => ({ cert: readFileSync(file), key: readFileSync(file) })
  return { ca: readFileSync(ca), client: pair(client), stranger: pair(stranger) }
}
