import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { AuthenticationError, UsageError } from '#src/errors.js'
import { SaslRefusal } from '#src/sasl/mechanism.js'
import { plain, plainServer } from '#src/sasl/plain.js'
import { answer, login, peer, say, signal, startClient, startServer } from './exchange.js'

const users = { alice: 'wonderland', tim: 'tanstaaftanstaaf' }

test('the example of RFC 4616 goes out and is accepted', async () => {
  const client = await startClient(plain({ username: 'tim', password: 'tanstaaftanstaaf' }))
  assert.equal(await say(client, null), '\0tim\0tanstaaftanstaaf')

  const server = await startServer(plainServer({ users }))
  const { challenge, done } = await server.next(Buffer.from('\0tim\0tanstaaftanstaaf'))
  assert.deepEqual(challenge, new Uint8Array(0))
  assert.ok(done)
  assert.equal(done.authorizationId, 'tim')
  assert.equal(done.expiresAt, undefined)
  assert.equal(done.negotiatedProperty('CREDENTIAL.LIFETIME.MS'), undefined)
})

test('values cost no turn of the event loop', () => {
  const session = plain({ username: 'a', password: 'b' }).start(peer, signal)
  assert.ok(!(session instanceof Promise))
  assert.ok(!(session.next(null) instanceof Promise))
  const answered = plainServer({ users }).start(peer, signal)
  assert.ok(!(answered instanceof Promise))
  assert.ok(!(answered.next(Buffer.from('\0alice\0wonderland')) instanceof Promise))
})

test('credentials may be functions, asked with the broker and the deadline', async () => {
  const asked: unknown[] = []
  const mechanism = plain({
    username: 'alice',
    password: async (request) => {
      asked.push({ ...request, signal: request.signal === signal })
      return 'wonderland'
    },
  })
  assert.equal((await login(mechanism, plainServer({ users }))).authorizationId, 'alice')
  assert.deepEqual(asked, [{ mechanism: 'PLAIN', host: 'broker.example', port: 9093, signal: true }])

  const pair = plain({ credentials: () => ({ username: 'tim', password: 'tanstaaftanstaaf' }) })
  assert.equal((await login(pair, plainServer({ users }))).authorizationId, 'tim')
})

test('a credential function that fails is told apart from a refused login', async () => {
  const cause = new Error('vault is sealed')
  const client = await startClient(plain({ username: 'alice', password: () => Promise.reject(cause) }))
  await assert.rejects(say(client, null), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.equal(error.code, 'CREDENTIALS_UNAVAILABLE')
    assert.equal(error.phase, 'sasl-exchange')
    assert.equal(error.mechanism, 'PLAIN')
    assert.equal(error.cause, cause)
    return true
  })
})

test('what would shift the fields of the message is refused before anything is dialled', () => {
  for (const [username, password] of [
    ['', 'p'],
    ['u', ''],
    ['u\0v', 'p'],
    ['u', 'p\0q'],
  ] as const) {
    assert.throws(() => plain({ username, password }), { name: 'UsageError', code: 'INVALID_ARGUMENT' })
  }
  assert.throws(() => plain({ username: undefined as unknown as string, password: 'p' }), UsageError)
})

test('without validation the bytes are those of Kafka’s Java client', async () => {
  const client = await startClient(plain({ username: '', password: 'a\0b', validate: false }))
  assert.equal(await say(client, null), '\0\0a\0b')
})

test('a wrong password and an unknown user get the same answer', async () => {
  for (const message of ['\0alice\0nope', '\0nobody\0wonderland', '\0__proto__\0x']) {
    const server = await startServer(plainServer({ users }))
    await assert.rejects(answer(server, message), (error) => {
      assert.ok(error instanceof SaslRefusal)
      assert.equal(error.reply, 'text')
      assert.equal(error.publicText, 'Authentication failed: Invalid username or password')
      assert.ok(!error.reason.includes('nope'), 'the password is not in the reason')
      return true
    })
  }
})

test('another’s authorization id is refused, after the password', async () => {
  const refused = async (message: string): Promise<string | undefined> => {
    const server = await startServer(plainServer({ users }))
    return answer(server, message).catch((error: unknown) => (error as SaslRefusal).publicText)
  }
  const text = 'Authentication failed: Client requested an authorization id that is different from username'
  assert.equal(await refused('tim\0alice\0wonderland'), text)
  assert.equal(await refused('tim\0alice\0nope'), 'Authentication failed: Invalid username or password')
  assert.equal(await refused('alice\0alice\0wonderland'), '')
})

test('a store that throws refuses the login and hides why', async () => {
  const cause = new Error('connect ECONNREFUSED 10.0.0.1')
  const server = await startServer(plainServer({ verify: () => Promise.reject(cause) }))
  await assert.rejects(answer(server, '\0alice\0x'), (error) => {
    assert.ok(error instanceof SaslRefusal)
    assert.equal(error.publicText, 'Authentication failed: credentials for user could not be verified')
    assert.equal(error.cause, cause)
    return true
  })
  const lax = await startServer(plainServer({ verify: () => 'yes' as unknown as boolean }))
  await assert.rejects(answer(lax, '\0alice\0x'), { publicText: 'Authentication failed: Invalid username or password' })
})

test('secrets show in no inspection', () => {
  const shown = inspect([plain({ username: 'alice', password: 'wonderland' }), plainServer({ users })], {
    depth: 9,
    showHidden: true,
  })
  assert.ok(!shown.includes('wonderland'), shown)
})
