import assert from 'node:assert/strict'
import { test } from 'node:test'
import { platformaticSasl, type PlatformaticAnswer } from '#src/adapters/platformatic.js'
import { AuthenticationError, OttlaError } from '#src/errors.js'
import type { ClientMechanism, Peer, ServerMechanism } from '#src/sasl/mechanism.js'
import { oauthBearer } from '#src/sasl/oauthbearer/client.js'
import { oauthBearerServer } from '#src/sasl/oauthbearer/server.js'
import { unsecuredValidator } from '#src/sasl/oauthbearer/unsecured-validator.js'
import { plain, plainServer } from '#src/sasl/plain.js'
import { scramSha256 } from '#src/sasl/scram/client.js'
import { scramSha256Server } from '#src/sasl/scram/server.js'
import { say, ScriptedMechanism } from './logins.js'
import { platformaticStandIn } from './standins.js'

const alice = { username: 'alice', password: 'alice-secret' }
const encrypted = { encrypted: true, remoteAddress: '192.0.2.1', getPeerCertificate: () => ({ subject: { CN: 'b' } }) }
const plainUsers = plainServer({ verify: ({ password }) => password === alice.password })

async function logIn(
  mechanism: ClientMechanism,
  server: ServerMechanism,
  socket: object = encrypted,
): Promise<{ answer: PlatformaticAnswer; tokens: readonly Buffer[] }> {
  const { connection, saslAuthenticate, tokens } = platformaticStandIn(server, socket)
  const sasl = platformaticSasl(mechanism)
  const answer = await new Promise<PlatformaticAnswer>((resolve, reject) => {
    sasl.authenticate(
      sasl.mechanism,
      connection,
      saslAuthenticate,
      undefined,
      undefined,
      undefined,
      (error, answer) => {
        if (error) reject(error)
        else resolve(answer)
      },
    )
  })
  return { answer, tokens }
}

test('the client gets the last answer, with the session’s lifetime', async () => {
  const { answer, tokens } = await logIn(scramSha256(alice), scramSha256Server({ users: { alice: alice.password } }))
  assert.equal(tokens.length, 2)
  assert.match(String(answer.authBytes), /^v=/)
  assert.equal((answer as { sessionLifetimeMs?: bigint }).sessionLifetimeMs, 3000n)
})

test('a refusal is ours, with the broker’s text', async () => {
  await assert.rejects(logIn(plain({ ...alice, password: 'wrong' }), plainUsers), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.deepEqual([error.code, error.broker], ['AUTHENTICATION_FAILED', 'broker.example:9093'])
    assert.equal(error.message, 'Authentication failed: Invalid username or password')
    return true
  })
})

test('a rejected token: the broker’s JSON', async () => {
  const server = oauthBearerServer({ validateToken: unsecuredValidator().validateToken })
  await assert.rejects(logIn(oauthBearer({ token: 'abc' }), server), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.deepEqual([error.code, error.tokenError?.status], ['TOKEN_REJECTED', 'invalid_token'])
    return true
  })
})

test('the socket tells whether the connection is encrypted, and whose certificate it showed', async () => {
  const peers: Peer[] = []
  const curious = new ScriptedMechanism('PLAIN', [])
  const mechanism: ClientMechanism = {
    name: curious.name,
    start: (peer) => {
      peers.push(peer)
      return { next: say('\0alice\0alice-secret', true) }
    },
  }
  await logIn(mechanism, plainUsers)
  await logIn(mechanism, plainUsers, {})
  assert.deepEqual(
    peers.map(({ host, port, secure, address, certificate }) => [host, port, secure, address, certificate?.subject.CN]),
    [
      ['broker.example', 9093, true, '192.0.2.1', 'b'],
      ['broker.example', 9093, false, undefined, undefined],
    ],
  )
  await assert.rejects(logIn(oauthBearer({ token: 'abc' }), plainUsers, {}), { code: 'PLAINTEXT_REFUSED' })
})

test('whatever else the connection says goes through as it is', async () => {
  const lost = new Error('Connection closed')
  const { authenticate, mechanism } = platformaticSasl(plain(alice))
  const error = await new Promise((resolve) => {
    const connection = { host: 'broker.example', port: 9093, socket: {} }
    const api = (_: object, __: Buffer, done: (error: Error, answer: never) => void): void =>
      done(lost, undefined as never)
    authenticate(mechanism, connection, api, undefined, undefined, undefined, resolve)
  })
  assert.equal(error, lost)
})

test('mechanisms that the client does not let pass are refused at once', () => {
  assert.throws(
    () => platformaticSasl(new ScriptedMechanism('AWS_MSK_IAM', [])),
    (error) => {
      assert.ok(error instanceof OttlaError)
      assert.equal(error.code, 'UNSUPPORTED')
      assert.match(error.hint ?? '', /mskIamToken/)
      return true
    },
  )
  assert.throws(() => platformaticSasl(undefined as never), { code: 'INVALID_ARGUMENT' })
})
