import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { test } from 'node:test'
import { loginTimeout, logIn, type Exchange } from '#src/adapters/exchange.js'
import { AuthenticationError, ConnectionError, UsageError } from '#src/errors.js'
import type { Peer } from '#src/sasl/mechanism.js'
import { oauthBearer } from '#src/sasl/oauthbearer/client.js'
import { say, ScriptedMechanism } from './logins.js'

const peer: Peer = { host: 'broker.example', port: 9093, secure: true }

class Refused extends Error {}

function exchange(mechanism: Exchange<string>['mechanism'], answers: readonly (string | Error)[]) {
  const queue = [...answers]
  const sent: string[] = []
  let abandoned = 0
  const options: Exchange<string> = {
    ...{ mechanism, peer, timeout: 60_000 },
    send: async (token) => {
      sent.push(token.toString())
      const answer = queue.shift()
      if (typeof answer === 'string') return answer
      throw answer ?? new Error('nothing more to answer')
    },
    bytesOf: (answer) => Buffer.from(answer),
    refusal: (error) => (error instanceof Refused ? error.message || null : undefined),
    abandoned: () => void abandoned++,
  }
  return { options, sent, abandoned: () => abandoned }
}

test('tokens go out, challenges come in, the last answer is given, and the session forgets its secrets', async () => {
  const mechanism = new ScriptedMechanism('X', [say('one'), async () => say('two')(), () => ({ done: true })])
  const { options, sent, abandoned } = exchange(mechanism, ['a', 'b'])
  assert.equal(await logIn(options), 'b')
  assert.deepEqual(sent, ['one', 'two'])
  assert.deepEqual(mechanism.challenges, [null, 'a', 'b'])
  assert.deepEqual([mechanism.disposed, abandoned()], [1, 0])
})

test('a mechanism that is done with its token wants no challenge; one without a token sends an empty one', async () => {
  const mechanism = new ScriptedMechanism('X', [() => ({ done: false }), say('last', true)])
  const { options, sent } = exchange(mechanism, ['a', 'b'])
  assert.equal(await logIn(options), 'b')
  assert.deepEqual(sent, ['', 'last'])
})

test('a refusal is an AuthenticationError with broker, mechanism and hint', async () => {
  const mechanism = new ScriptedMechanism('X', [say('one')])
  const { options, abandoned } = exchange(mechanism, [new Refused('no such user')])
  await assert.rejects(logIn(options), (error) => {
    assert.ok(error instanceof AuthenticationError)
    const { code, message, broker, hint, retriable, mechanism } = error
    assert.deepEqual([code, message, broker], ['AUTHENTICATION_FAILED', 'no such user', 'broker.example:9093'])
    assert.deepEqual([mechanism, retriable, hint === undefined], ['X', false, false])
    return true
  })
  assert.deepEqual([mechanism.disposed, abandoned()], [1, 0])
})

test('a refusal without a text still says something', async () => {
  const { options } = exchange(new ScriptedMechanism('X', [say('one')]), [new Refused()])
  await assert.rejects(logIn(options), { code: 'AUTHENTICATION_FAILED', message: 'SASL Authentication failed.' })
})

test('a rejected token: the broker’s JSON is in the error', async () => {
  const json = '{"status":"insufficient_scope","scope":"read"}'
  const { options, sent } = exchange(oauthBearer({ token: 'abc' }), [json, new Refused(json)])
  await assert.rejects(logIn(options), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.equal(error.code, 'TOKEN_REJECTED')
    assert.deepEqual([error.tokenError?.status, error.tokenError?.scope], ['insufficient_scope', 'read'])
    assert.equal(error.broker, 'broker.example:9093')
    return true
  })
  assert.deepEqual(sent, ['n,,\x01auth=Bearer abc\x01\x01', '\x01'])
})

test('whatever else the connection says goes through as it is', async () => {
  const lost = new Error('socket hang up')
  const mechanism = new ScriptedMechanism('X', [say('one')])
  const { options, abandoned } = exchange(mechanism, [lost])
  await assert.rejects(logIn(options), (error) => error === lost)
  assert.deepEqual([mechanism.disposed, abandoned()], [1, 0])
})

test('a mechanism that fails leaves an unusable connection behind, and says why', async () => {
  const cause = new Error('the vault is closed')
  const failing = new ScriptedMechanism('X', [() => Promise.reject(cause)])
  const { options, sent, abandoned } = exchange(failing, [])
  await assert.rejects(logIn(options), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.deepEqual([error.message, error.cause], ['X failed: the vault is closed', cause])
    return true
  })
  assert.deepEqual([sent.length, failing.disposed, abandoned()], [0, 1, 1])
})

test('without TLS a token is refused before it is asked for', async () => {
  let asked = 0
  const mechanism = oauthBearer({ token: () => String(asked++) })
  const { options, sent } = exchange(mechanism, [])
  await assert.rejects(logIn({ ...options, peer: { ...peer, secure: false } }), (error) => {
    assert.ok(error instanceof UsageError)
    assert.deepEqual([error.code, error.broker], ['PLAINTEXT_REFUSED', 'broker.example:9093'])
    return true
  })
  assert.deepEqual([asked, sent.length], [0, 0])
})

test('the deadline ends a mechanism that never comes back, and its signal aborts', async () => {
  let aborted: unknown
  const mechanism = {
    name: 'X',
    start: (_: Peer, signal: AbortSignal) => ({
      next: () => new Promise<never>(() => signal.addEventListener('abort', () => void (aborted = signal.reason))),
    }),
  }
  const { options, abandoned } = exchange(mechanism, [])
  await assert.rejects(logIn({ ...options, timeout: 5 }), (error) => {
    assert.ok(error instanceof ConnectionError)
    assert.deepEqual([error.code, error.retriable], ['CONNECT_TIMEOUT', true])
    return true
  })
  assert.ok(aborted instanceof ConnectionError)
  assert.equal(abandoned(), 1)
})

test('the deadline ends the waiting for an answer; a session that starts too late is disposed of', async () => {
  const silent = exchange(new ScriptedMechanism('X', [say('one')]), [])
  const never = (): Promise<string> => new Promise(() => undefined)
  await assert.rejects(logIn({ ...silent.options, timeout: 5, send: never }), { code: 'CONNECT_TIMEOUT' })
  const events = new EventEmitter()
  const mechanism = {
    name: 'X',
    start: async () => {
      await once(events, 'start')
      return { next: say('one'), dispose: () => events.emit('disposed') }
    },
  }
  await assert.rejects(logIn({ ...exchange(mechanism, []).options, timeout: 5 }), { code: 'CONNECT_TIMEOUT' })
  const disposed = once(events, 'disposed')
  events.emit('start')
  await disposed
})

test('a limit that is none is refused', () => {
  assert.equal(loginTimeout(undefined), 10_000)
  for (const wrong of [0, -1, NaN, 2 ** 31, '5' as unknown as number])
    assert.throws(() => loginTimeout(wrong), { code: 'INVALID_ARGUMENT' })
})
