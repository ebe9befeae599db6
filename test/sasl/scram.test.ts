import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { AuthenticationError } from '#src/errors.js'
import { SaslRefusal } from '#src/sasl/mechanism.js'
import type { ServerMechanism } from '#src/sasl/mechanism.js'
import { scramSha256, scramSha512 } from '#src/sasl/scram/client.js'
import { ScramCredential } from '#src/sasl/scram/credential.js'
import { scramSha256Server, scramSha512Server } from '#src/sasl/scram/server.js'
import { answer, login, peer, say, signal, startClient, startServer } from './exchange.js'

// RFC 7677, section 3.
const rfc = {
  clientNonce: 'rOprNGfwEbeRWgbNEkqO',
  serverNonce: '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
  salt: Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'),
  clientFirst: 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
  serverFirst: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  clientFinal:
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
}
const user = { username: 'user', password: 'pencil', nonce: () => rfc.clientNonce }
const credential = ScramCredential.generate('SCRAM-SHA-256', 'pencil', { salt: rfc.salt })
const server = {
  credentials: async (name: string) => (name === 'user' ? await credential : null),
  nonce: () => rfc.serverNonce,
}

test('the example of RFC 7677, both halves', async () => {
  const client = await startClient(scramSha256(user))
  assert.equal(await say(client, null), rfc.clientFirst)
  assert.equal(await say(client, rfc.serverFirst), rfc.clientFinal)
  assert.deepEqual(await client.next(Buffer.from(rfc.serverFinal)), { done: true })
  await assert.rejects(say(client, ''), {
    code: 'ILLEGAL_SASL_STATE',
    message: 'Unexpected challenge in Sasl client state COMPLETE',
  })

  const session = await startServer(scramSha256Server(server))
  assert.equal(await answer(session, rfc.clientFirst), rfc.serverFirst)
  assert.equal(session.user, 'user')
  const { challenge, done } = await session.next(Buffer.from(rfc.clientFinal))
  assert.equal(challenge && Buffer.from(challenge).toString(), rfc.serverFinal)
  assert.equal(done?.authorizationId, 'user')
})

test('SHA-512, names that need an escape, passwords of any kind', async () => {
  for (const [name, password] of [
    ['a,b=c', 'pä,ss=wörd'],
    ['=2C', '密码'],
    ['x y', ' '],
  ] as const) {
    const users = { [name]: password }
    assert.equal(
      (await login(scramSha512({ username: name, password }), scramSha512Server({ users }))).authorizationId,
      name,
    )
    await assert.rejects(
      login(scramSha512({ username: name, password: `${password}!` }), scramSha512Server({ users })),
      SaslRefusal,
    )
  }
})

test('a wrong password is refused at the end, with Kafka’s neutral text', async () => {
  await assert.rejects(login(scramSha256({ ...user, password: 'pen' }), scramSha256Server(server)), {
    name: 'SaslRefusal',
    reply: 'generic',
    reason: 'Invalid client credentials',
  })
})

test('an unknown user looks like a known one until the end, with the same salt each time', async () => {
  const mechanism = scramSha256Server({ users: { alice: 'secret' } })
  const challenge = async (name: string): Promise<{ salt: string; iterations: string; length: number }> => {
    const session = await startServer(mechanism)
    const text = await answer(session, `n,,n=${name},r=abc`)
    const [, , salt = '', iterations = ''] = /^r=(.*),s=(.*),(i=.*)$/.exec(text ?? '') ?? []
    return { salt, iterations, length: Buffer.from(salt, 'base64').length }
  }
  const known = await challenge('alice')
  const unknown = await challenge('mallory')
  assert.equal(unknown.iterations, known.iterations)
  assert.ok(Math.abs(unknown.length - known.length) <= 2)
  assert.deepEqual(await challenge('mallory'), unknown)
  assert.notEqual((await challenge('marvin')).salt, unknown.salt)

  await assert.rejects(login(scramSha256({ username: 'mallory', password: 'x' }), mechanism), {
    reply: 'generic',
    reason: 'Authentication failed: Invalid user credentials',
  })
})

test('with passwords in the options, the first answer takes as long for an unknown user as for a known one', async () => {
  const ask = (mechanism: ServerMechanism, name: string) => {
    const session = mechanism.start(peer, signal)
    assert.ok(!(session instanceof Promise))
    return session.next(Buffer.from(`n,,n=${name},r=abc`))
  }
  for (const first of ['alice', 'mallory']) {
    const mechanism = scramSha256Server({ users: { alice: 'secret', bob: 'secret' } })
    const answered = ask(mechanism, first)
    assert.ok(answered instanceof Promise, 'the passwords are stretched meanwhile')
    await answered
    for (const name of ['alice', 'bob', 'mallory']) assert.ok(!(ask(mechanism, name) instanceof Promise))
  }
})

test('Kafka’s early refusal of unknown users is an option', async () => {
  const session = await startServer(scramSha256Server({ ...server, unknownUsers: 'refuse' }))
  await assert.rejects(answer(session, 'n,,n=nobody,r=abc'), {
    reply: 'generic',
    reason: 'Authentication failed: Invalid user credentials',
  })
  await assert.rejects(answer(session, rfc.clientFirst), {
    reply: 'close-delayed',
    reason: 'Unexpected challenge in Sasl server state FAILED',
  })
})

test('a store that throws refuses the login', async () => {
  const cause = new Error('store down')
  const session = await startServer(scramSha256Server({ credentials: () => Promise.reject(cause) }))
  await assert.rejects(answer(session, rfc.clientFirst), {
    reply: 'generic',
    reason: 'Authentication failed: Credentials could not be obtained',
    cause,
  })
})

test('a server that does not know the password is found out', async () => {
  const client = await startClient(scramSha256(user))
  await say(client, null)
  await say(client, rfc.serverFirst)
  await assert.rejects(say(client, 'v=AAAA'), {
    code: 'SERVER_NOT_AUTHENTIC',
    message: 'Invalid server signature in server final message',
  })
})

test('a server’s error is shown', async () => {
  const client = await startClient(scramSha256(user))
  await say(client, null)
  await say(client, rfc.serverFirst)
  await assert.rejects(say(client, 'e=other\x1berror'), {
    code: 'AUTHENTICATION_FAILED',
    message: 'Sasl authentication using SCRAM_SHA_256 failed with error: other\x1berror',
  })
})

test('iterations are bounded both ways before any work is done', async () => {
  const ask = async (iterations: string): Promise<unknown> => {
    const client = await startClient(scramSha256({ ...user, maxIterations: 8192 }))
    await say(client, null)
    return say(client, `r=${rfc.clientNonce}x,s=QQ==,i=${iterations}`).catch(
      (error: unknown) => (error as Error).message,
    )
  }
  assert.equal(await ask('4095'), 'Requested iterations 4095 is less than the minimum 4096 for SCRAM_SHA_256')
  assert.equal(await ask('8193'), 'Requested iterations 8193 is more than the maximum 8192 for SCRAM_SHA_256')
  assert.equal(await ask('0'), 'Invalid SCRAM server first message format: invalid iterations 0')
  assert.equal(await ask('99999999999999999999'), 'Invalid SCRAM server first message format: invalid iterations')
})

test('a delegation token logs in for its owner and ends the session with it', async () => {
  const mechanism = scramSha256Server({
    credentials: () => null,
    tokens: async (id) =>
      id === 'token1' ? { owner: 'alice', expiresAt: 1_700_005_555_555, credential: await credential } : null,
  })
  const done = await login(scramSha256({ username: 'token1', password: 'pencil', tokenAuth: true }), mechanism)
  assert.equal(done.authorizationId, 'alice')
  assert.equal(done.expiresAt, 1_700_005_555_555)
  assert.equal(done.negotiatedProperty('CREDENTIAL.LIFETIME.MS'), 1_700_005_555_555)
  assert.equal(done.negotiatedProperty('tokenauth'), 'true')
  await assert.rejects(login(scramSha256({ username: 'token2', password: 'pencil', tokenAuth: true }), mechanism), {
    reason: 'Token Authentication failed: Invalid tokenId : token2',
  })
})

test('without extensions the first message is that of before KIP-342, with them they follow the nonce', async () => {
  const first = async (extensions: Record<string, string>): Promise<string | undefined> =>
    say(await startClient(scramSha256({ ...user, extensions })), null)
  assert.equal(await first({}), rfc.clientFirst)
  assert.equal(await first({ traceId: 'a=b' }), `${rfc.clientFirst},traceId=a=b`)
  for (const bad of [{ 'trace-id': '1' }, { traceId: 'a,b' }, { traceId: '' }, { r: 'x' }] as Record<
    string,
    string
  >[]) {
    assert.throws(() => scramSha256({ ...user, extensions: bad }), { code: 'INVALID_ARGUMENT' })
  }
  assert.equal(
    (await login(scramSha256({ ...user, extensions: { traceId: '1' } }), scramSha256Server(server))).authorizationId,
    'user',
  )
})

test('secrets show in no inspection and no error', async () => {
  const made = await credential
  const mechanisms = [scramSha256(user), scramSha256Server({ users: { alice: 'pencil' } }), made]
  const shown = inspect(mechanisms, { depth: 9, showHidden: true }) + JSON.stringify(mechanisms)
  for (const secret of ['pencil', 'Buffer', made.format()]) assert.ok(!shown.includes(secret), shown)

  const session = await startServer(scramSha256Server(server))
  await answer(session, rfc.clientFirst)
  await assert.rejects(answer(session, `${rfc.clientFinal},x`), (error) => {
    assert.ok(error instanceof SaslRefusal && error.cause instanceof AuthenticationError)
    assert.ok(!inspect(error).includes('dHzbZapW'), inspect(error))
    return true
  })
})
