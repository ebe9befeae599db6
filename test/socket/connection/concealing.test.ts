import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import {
  connect,
  oauthBearer,
  plain,
  type AuthenticationError,
  type ClientMechanism,
  type ClientSession,
  type ConnectOptions,
} from 'ottla'
import { Metadata } from 'ottla/messages'
import { assertError, failing } from './hostile.js'
import { startPeer, type Script } from './peer.js'

// What goes wrong in a mechanism, and what a broker says of it, told without secrets and without delay.
const password = 'correct-horse-battery'

const refusing =
  (errorMessage: string | null): Script =>
  async (c) => {
    await c.versions()
    await c.handshake(['X', 'PLAIN', 'OAUTHBEARER'])
    await c.authenticate({ errorCode: 58, errorMessage })
    await c.gone()
  }
const challenging =
  (text: string): Script =>
  async (c) => {
    await c.versions()
    await c.handshake(['X', 'PLAIN', 'OAUTHBEARER'])
    await c.authenticate({ authBytes: Buffer.from(text) })
    await c.authenticate({ errorCode: 58, errorMessage: null })
    await c.gone()
  }

const mechanism = (session: Partial<ClientSession>): ClientMechanism => ({
  name: 'X',
  start: () => ({ next: () => ({ token: Buffer.from('first'), done: true }), ...session }),
})
/** Throws something that is made of the peer's challenge. */
const quoting = (make: (text: string) => unknown): ClientMechanism =>
  mechanism({
    next: (challenge) => {
      if (challenge?.length) throw make(Buffer.from(challenge).toString())
      return { token: Buffer.from('first'), done: false }
    },
    secrets: () => [password],
  })

const causes = (error: unknown): Error[] => (error instanceof Error ? [error, ...causes(error.cause)] : [])

async function refusedBy(script: Script, sasl: ConnectOptions['sasl']): Promise<AuthenticationError> {
  await using peer = await startPeer(script)
  const error = await failing(connect({ host: '127.0.0.1', port: peer.port, ...(sasl ? { sasl } : {}) }))
  return error as AuthenticationError
}

describe('an error of a credential function that refers to much', () => {
  const errors: { readonly [name in string]: () => Error } = {
    'to itself from 10,001 places': () => {
      const error = new Error('no token')
      return Object.assign(error, { nodes: Array.from({ length: 10_001 }, (_, index) => ({ index, error })) })
    },
    'what is 4,000 deep': () => {
      let deep: unknown = []
      for (let each = 0; each < 4_000; each++) deep = [deep]
      return Object.assign(new Error('no token'), { deep })
    },
  }
  for (const [name, make] of Object.entries(errors)) {
    test(name, async () => {
      const error = make()
      const token = (): never => {
        throw error
      }
      const startedAt = performance.now()
      const refused = await refusedBy(refusing(null), oauthBearer({ allowPlaintext: true, token }))
      assertError(refused, { code: 'CREDENTIALS_UNAVAILABLE', message: /no token/ })
      assert.equal((refused.cause as Error).cause, error, 'there was nothing to hide')
      assert.ok(performance.now() - startedAt < 2_000)
    })
  }

  test('and repeats the peer', async () => {
    const sasl = quoting((text) => Object.assign(errors['to itself from 10,001 places']?.() ?? {}, { message: text }))
    const startedAt = performance.now()
    const error = await refusedBy(challenging(`no ${password}`), sasl)
    assert.ok(performance.now() - startedAt < 2_000)
    assertError(error, { code: 'AUTHENTICATION_FAILED', message: /^X failed: no \[hidden\]$/ })
  })
})

test('what a mechanism throws that is no Error is told without secrets, too', async () => {
  for (const make of [
    (text: string) => ({ toString: () => text }),
    (text: string) =>
      new (class {
        readonly #text = text
        toString(): string {
          return this.#text
        }
      })(),
  ]) {
    const error = await refusedBy(challenging(`no ${password}`), quoting(make))
    assertError(error, { code: 'AUTHENTICATION_FAILED', message: /^X failed: no \[hidden\]$/ })
    assert.equal(error.cause, 'no [hidden]')
  }
})

test('secrets() that keeps to no type changes nothing of the error', async () => {
  const odd: readonly (() => unknown)[] = [
    () => ({ length: 1 }),
    () => Promise.resolve([password]),
    () => Promise.reject(new Error('later')),
    () => assert.fail(),
    () => null,
    () => [null, 1, { length: 5 }, [password]],
    function* () {
      for (;;) yield password
    },
    function* () {
      for (;;) yield 1
    },
  ]
  for (const secrets of odd as readonly (() => readonly string[])[]) {
    const error = await refusedBy(refusing('the broker says no'), mechanism({ secrets }))
    assertError(error, { code: 'AUTHENTICATION_FAILED', message: /^the broker says no$/ })
  }
  const failing = mechanism({
    *secrets() {
      yield password
      assert.fail()
    },
  } as unknown as ClientSession)
  assert.equal((await refusedBy(refusing(`a ${password}`), failing)).message, 'a [hidden]')
  // A text is one secret, not one for each letter.
  const one = mechanism({ secrets: () => password as unknown as readonly string[] })
  assert.equal((await refusedBy(refusing(`a ${password}`), one)).message, 'a [hidden]')
})

describe("Kafka's own text has no gap, whatever the password:", () => {
  const texts = [
    'Authentication failed: Invalid username or password',
    'Authentication failed: password not specified',
    'Authentication failed: credentials for user could not be verified',
    'Authentication failed during authentication due to invalid credentials with SASL mechanism PLAIN',
    'Authentication failed due to invalid credentials with SASL mechanism PLAIN',
    'Invalid SASL/PLAIN response: expected 3 tokens, got 2',
    'SASL Authentication failed.',
  ]
  for (const word of ['password', 'username', 'or', 'PLAIN', 'authentication', '2', 'credentials', 'user']) {
    test(word, async () => {
      for (const text of texts) {
        const error = await refusedBy(refusing(text), plain({ username: 'alice', password: word }))
        assert.equal(error.message, text)
      }
    })
  }

  test('but what anybody put into it has', async () => {
    const text = `Authentication failed during authentication due to invalid credentials with SASL mechanism HUNTER22`
    const error = await refusedBy(refusing(text), plain({ username: 'alice', password: 'HUNTER22' }))
    assert.match(error.message, /mechanism \[hidden\]$/)
  })
})

test('a mechanism that forgets its secret, and then fails with it', async () => {
  const warnings: string[] = []
  const warned = ({ message }: Error): void => void warnings.push(message)
  process.on('warning', warned)
  for (const later of [false, true]) {
    let kept: string | undefined = password
    const sasl = mechanism({
      secrets: () => (kept === undefined ? [] : [kept]),
      dispose: () => {
        const error = new Error(`cannot wipe ${String(kept)}\x1b[2J`)
        kept = undefined
        if (!later) throw error
        return Promise.reject(error) as unknown as undefined
      },
    })
    await refusedBy(refusing('no'), { ...sasl, name: 'X' })
  }
  await new Promise((resolve) => setTimeout(resolve, 10))
  process.off('warning', warned)
  assert.deepEqual(
    warnings,
    Array.from({ length: 2 }, () => 'dispose() of the mechanism X threw: cannot wipe [hidden]\\x1b[2J'),
  )
})

test('of mechanisms that are listed when a session is renewed, only those are named that were before', async () => {
  const token = 'c2VjcmV0LXRva2VuLXNlY3JldA'
  const said = [`you sent ${token}`, token.toUpperCase().slice(0, 20)]
  for (const [names, errorCode, told, kept] of [
    [[...said, 'x-own'], 33, 'x-own and 2 not named before', ['x-own']],
    [[...said, 'x-own'], 34, 'x-own and 2 not named before', ['x-own']],
    [[...said, 'x-own'], 0, 'x-own and 2 not named before', ['x-own']],
    [said, 33, '2 not named before', []],
  ] as const) {
    await using peer = await startPeer(async (c) => {
      await c.versions()
      await c.handshake(['OAUTHBEARER', 'x-own'])
      await c.authenticate({ sessionLifetimeMs: 40n })
      await c.handshake(names, errorCode)
      await c.gone()
    })
    const sasl = oauthBearer({ token, allowPlaintext: true })
    const connection = await connect({ host: '127.0.0.1', port: peer.port, sasl })
    await new Promise((resolve) => setTimeout(resolve, 60))
    const error = await failing(connection.send(Metadata, { topics: [] }))
    assertError(error, { code: 'AUTHENTICATION_LOST', message: new RegExp(`\\[${told}\\]`) })
    const listing = causes(error).filter((each) => Reflect.has(each, 'enabledMechanisms'))
    assert.deepEqual(
      listing.map((each) => Reflect.get(each, 'enabledMechanisms') as unknown),
      [kept],
    )
    const shown = inspect([error, await connection.closed], { depth: 30, showHidden: true })
    assert.ok(!shown.toUpperCase().includes(token.toUpperCase().slice(0, 20)), shown)
  }
})

test('a broker that refuses the new token of a renewal and repeats the last one, too', async () => {
  const tokens = ['the-first-secret-token', 'the-second-secret-token']
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.handshake(['OAUTHBEARER'])
    await c.authenticate({ sessionLifetimeMs: 40n })
    await c.handshake(['OAUTHBEARER'])
    await c.authenticate({ errorCode: 58, errorMessage: `it is ${tokens[1] ?? ''}, it was ${tokens[0] ?? ''}` })
    await c.gone()
  })
  let asked = 0
  const sasl = oauthBearer({ token: () => tokens[asked++] ?? '', allowPlaintext: true })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, sasl })
  await new Promise((resolve) => setTimeout(resolve, 60))
  const error = await failing(connection.send(Metadata, { topics: [] }))
  assertError(error, { code: 'AUTHENTICATION_LOST', message: /it is \[hidden\], it was \[hidden\]/ })
  assert.doesNotMatch(inspect([error, await connection.closed], { depth: 30, showHidden: true }), /secret-token/)
})

test('what a server says of a token is shown, not obeyed, in each of its parts', async () => {
  const json = '{"status":"invalid\\u001b[2J\\u202e","scope":"a\\u001b[31m","openid-configuration":"\\u00adb"}'
  const error = await refusedBy(challenging(json), oauthBearer({ token: 'abc.def.ghijkl', allowPlaintext: true }))
  assert.deepEqual(error.tokenError, {
    status: 'invalid\\x1b[2J\\u202e',
    scope: 'a\\x1b[31m',
    openidConfiguration: '\\xadb',
  })
})

test('escapes as other languages write them', async () => {
  const token = 'c2VjcmV0LXRva2Vu/x+y=='
  const json = `{"status":"invalid_token","detail":"${token.replaceAll('=', '\\u003d').replaceAll('/', '\\/')}"}`
  const sasl = oauthBearer({ token, allowPlaintext: true })
  for (const script of [challenging(json), refusing(json)]) {
    assert.match((await refusedBy(script, sasl)).message, /"detail":"\[hidden\]"/)
  }
})
