import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kafkajsSecurity, ottlaErrorIn, type KafkajsSecurityOptions } from '#src/adapters/kafkajs.js'
import { AuthenticationError, UsageError } from '#src/errors.js'
import type { ClientMechanism } from '#src/sasl/mechanism.js'
import { oauthBearer } from '#src/sasl/oauthbearer/client.js'
import { oauthBearerServer } from '#src/sasl/oauthbearer/server.js'
import { unsecuredToken } from '#src/sasl/oauthbearer/unsecured-login.js'
import { unsecuredValidator } from '#src/sasl/oauthbearer/unsecured-validator.js'
import { plain, plainServer } from '#src/sasl/plain.js'
import { scramSha256 } from '#src/sasl/scram/client.js'
import { scramSha256Server } from '#src/sasl/scram/server.js'
import { kafkajsStandIn } from './standins.js'

const alice = { username: 'alice', password: 'alice-secret' }
const tokenOf = (lifetime: number): string =>
  unsecuredToken(
    { unsecuredLoginStringClaim_sub: 'alice', unsecuredLoginLifetimeSeconds: String(lifetime) },
    Date.now(),
  )?.token ?? ''
const servers = {
  plain: plainServer({ verify: ({ password }) => password === alice.password }),
  scram: scramSha256Server({ users: { alice: alice.password } }),
  oauth: oauthBearerServer({
    validateToken: unsecuredValidator().validateToken,
    validateExtensions: (extensions) => extensions.valid('traceId'),
  }),
}

async function logIn(
  sasl: ClientMechanism,
  standIn: ReturnType<typeof kafkajsStandIn>,
  options: KafkajsSecurityOptions = { tls: true },
): Promise<void> {
  const { sasl: made } = kafkajsSecurity({ ...options, sasl })
  assert.ok(made)
  await made.authenticationProvider(standIn.login).authenticate()
}

test('every kind of exchange goes through, in KafkaJS’s frames', async () => {
  const scram = kafkajsStandIn(servers.scram)
  await logIn(scramSha256(alice), scram)
  assert.equal(scram.tokens.length, 2)
  const plainly = kafkajsStandIn(servers.plain)
  await logIn(plain(alice), plainly)
  assert.deepEqual(plainly.tokens.map(String), ['\0alice\0alice-secret'])
  const oauth = kafkajsStandIn(servers.oauth)
  const token = tokenOf(60)
  await logIn(oauthBearer({ token, extensions: { traceId: '7' } }), oauth)
  assert.deepEqual(oauth.tokens.map(String), [`n,,\x01auth=Bearer ${token}\x01traceId=7\x01\x01`])
  for (const { lines } of [scram, plainly, oauth])
    assert.deepEqual(
      lines.map(({ level }) => level),
      ['debug'],
    )
})

test('a refusal is ours, is final for KafkaJS, and its log shows code and hint', async () => {
  const standIn = kafkajsStandIn(servers.plain)
  await assert.rejects(logIn(plain({ ...alice, password: 'wrong' }), standIn), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.deepEqual([error.code, error.retriable, error.cause], ['AUTHENTICATION_FAILED', false, undefined])
    assert.equal(error.message, 'Authentication failed: Invalid username or password')
    return true
  })
  const [line] = standIn.lines
  assert.equal(line?.level, 'error')
  assert.deepEqual(Object.keys(line?.extra ?? {}), ['broker', 'code', 'hint'])
})

test('a rejected token is a rejection, with the broker’s JSON', async () => {
  const standIn = kafkajsStandIn(servers.oauth)
  await assert.rejects(logIn(oauthBearer({ token: tokenOf(-60) }), standIn), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.deepEqual([error.code, error.tokenError?.status], ['TOKEN_REJECTED', 'invalid_token'])
    return true
  })
  assert.equal(standIn.tokens[1]?.toString('hex'), '01')
})

test('what fails here ends the exchange at the broker too: an empty token, which no mechanism accepts', async () => {
  const standIn = kafkajsStandIn(servers.oauth)
  const token = (): never => {
    throw new Error('the identity provider is down')
  }
  await assert.rejects(logIn(oauthBearer({ token }), standIn), { code: 'CREDENTIALS_UNAVAILABLE' })
  assert.deepEqual(standIn.tokens.map(String), [''])
})

test('what is lost on the way is KafkaJS’s own error', async () => {
  const standIn = kafkajsStandIn(servers.plain)
  const lost = Object.assign(new Error('Closed connection'), { name: 'KafkaJSConnectionClosedError', retriable: true })
  const login = { ...standIn.login, saslAuthenticate: () => Promise.reject(lost) }
  await assert.rejects(logIn(plain(alice), { ...standIn, login }), (error) => error === lost)
  assert.deepEqual(standIn.lines, [])
})

test('an answer without bytes, as KafkaJS gives it for null, is an empty one', async () => {
  const standIn = kafkajsStandIn(servers.oauth)
  const minusOne = Buffer.alloc(4, 0xff)
  const login: typeof standIn.login = {
    ...standIn.login,
    saslAuthenticate: async ({ response }) => response.parse(response.decode(minusOne)),
  }
  await logIn(oauthBearer({ token: 'abc' }), { ...standIn, login })
})

test('without TLS: tokens are refused, passwords cause a warning', async () => {
  const oauth = kafkajsStandIn(servers.oauth)
  await assert.rejects(logIn(oauthBearer({ token: 'abc' }), oauth, {}), (error) => {
    assert.ok(error instanceof UsageError)
    assert.deepEqual([error.code, error.broker], ['PLAINTEXT_REFUSED', 'broker.example:9093'])
    return true
  })
  const plainly = kafkajsStandIn(servers.plain)
  await logIn(plain(alice), plainly, { tls: false })
  assert.deepEqual(
    plainly.lines.map(({ level }) => level),
    ['warn', 'debug'],
  )
  assert.ok(!JSON.stringify([oauth.lines, plainly.lines]).includes(alice.password))
})

test('what KafkaJS is given: ssl as it takes it, sasl only where there is one', () => {
  const options = { ca: 'PEM' }
  assert.equal(kafkajsSecurity({ tls: options }).ssl, options)
  assert.equal(kafkajsSecurity({ tls: () => options }).ssl, true)
  assert.equal(kafkajsSecurity({}).ssl, false)
  assert.ok(!('sasl' in kafkajsSecurity({ tls: true })))
  assert.equal(kafkajsSecurity({ sasl: plain(alice) }).sasl?.mechanism, 'PLAIN')
  const wrong = { mechanism: 'plain', ...alice } as unknown as ClientMechanism
  assert.throws(() => kafkajsSecurity({ sasl: wrong }), { code: 'INVALID_ARGUMENT' })
  assert.throws(() => kafkajsSecurity({ sasl: plain(alice), loginTimeout: -1 }), { code: 'INVALID_ARGUMENT' })
})

test('our error is found within others, whatever they look like', () => {
  const ours = new AuthenticationError('TOKEN_REJECTED', 'no')
  const wrapped = new AggregateError([new Error('other'), new Error('network', { cause: ours })])
  assert.equal(ottlaErrorIn(new Error('outer', { cause: wrapped })), ours)
  assert.equal(ottlaErrorIn(ours), ours)
  const circle = new Error('round')
  circle.cause = circle
  for (const none of [circle, undefined, null, 'text', { errors: 'none' }]) assert.equal(ottlaErrorIn(none), undefined)
})
