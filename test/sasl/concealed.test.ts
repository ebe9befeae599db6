import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import { AuthenticationError } from '#src/errors.js'
import { concealed, type Hide } from '#src/sasl/concealed.js'
import { asItIs, hiding } from '#src/sasl/secrets.js'

const secret = 'S3cr3t-word'
const hideOf = (text: string): Hide => ({ text: hiding([text]), code: text.length < 12 ? asItIs : hiding([text]) })
const hide = hideOf(secret)

/** All that somebody may ever see of a value. */
const shownOf = (value: unknown): string =>
  inspect(value, { depth: 50, showHidden: true, maxStringLength: null, maxArrayLength: null }) + String(value)

test('an error is taken over as it is, or copied without the secret, with all that it holds', () => {
  const clean = new AuthenticationError('TOKEN_REJECTED', 'no', {
    cause: Object.assign(new Error('why'), { socket: new Map([[1, new Date(0)]]), at: new URL('http://localhost/') }),
  })
  assert.equal(concealed(clean, hide), clean)
  const root = Object.assign(new RangeError(`root ${secret}`), { list: [{ deep: secret }], socket: new Map() })
  Object.assign(root, {
    self: root,
    bytes: Buffer.from(secret),
    count: 7,
    proxy: new Proxy({}, { ownKeys: () => assert.fail(), get: () => assert.fail() }),
  })
  const error = new AuthenticationError('TOKEN_REJECTED', `it said ${secret}`, {
    cause: root,
    broker: `${secret}:9092`,
    hint: `not ${secret}`,
    tokenError: { status: secret },
  })
  const copy = concealed(error, hide) as AuthenticationError
  assert.ok(copy instanceof AuthenticationError)
  assert.ok(copy.cause instanceof RangeError)
  assert.equal(copy.code, 'TOKEN_REJECTED')
  assert.equal(copy.broker, `${secret}:9092`, 'the address is what this side dialled')
  assert.deepEqual(
    [copy.message, copy.hint, copy.tokenError],
    ['it said [hidden]', 'not [hidden]', { status: '[hidden]' }],
  )
  assert.match(copy.stack ?? '', /^AuthenticationError: it said \[hidden\]\n {4}at /)
  assert.equal(Reflect.get(copy.cause, 'self'), copy.cause)
  assert.equal(Reflect.get(copy.cause, 'bytes'), '[hidden]')
  assert.equal(Reflect.get(copy.cause, 'proxy'), '[hidden]')
  assert.equal(Reflect.get(copy.cause, 'count'), 7)
  const text = shownOf(copy).replaceAll(`${secret}:9092`, '')
  assert.ok(!text.includes(secret), text)
  assert.match(error.message, /S3cr3t-word/, 'the error itself may be shared, and stays')
})

class Private extends Error {
  readonly #text: string
  constructor(text: string) {
    super()
    this.#text = text
  }
  override get message(): string {
    return this.#text
  }
  get status(): string {
    return this.#text
  }
}

class PrivateLogin extends AuthenticationError {
  readonly #text: string
  constructor(text: string) {
    super('TOKEN_REJECTED', text)
    this.#text = text
  }
  static {
    Object.defineProperty(this.prototype, 'hint', {
      get(this: PrivateLogin) {
        return this.#text
      },
    })
  }
}

class Told {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

const named = (name: string): Error => {
  class Named extends Error {}
  Object.defineProperty(Named.prototype, 'name', { value: name })
  return new Named('a')
}

/** Where a secret may be. */
const places: { readonly [name in string]: (text: string) => unknown } = {
  'a text': (text) => text,
  'the message': (text) => new Error(text),
  'the name': (text) => Object.assign(new Error('a'), { name: text }),
  "the class's name": named,
  'a cause': (text) => new Error('a', { cause: { of: [new Error(text)] } }),
  errors: (text) => new AggregateError([new Error(text)], 'a'),
  'a name of a property': (text) => Object.assign(new Error('a'), { body: { [text]: 1 } }),
  'a symbol': (text) => Object.assign(new Error('a'), { [Symbol('body')]: text }),
  "a symbol's name": (text) => Object.assign(new Error('a'), { [Symbol(text)]: 1, at: Symbol(text) }),
  'what does not show': (text) => Object.defineProperty(new Error('a'), 'body', { value: text }),
  'a number': () => Object.assign(new Error('a'), { body: { password: 1_234_567 } }),
  'a match': (text) => Object.assign(new Error('a'), { match: /a/.exec(`a ${text}`) }),
  'a Map': (text) => Object.assign(new Error('a'), { headers: new Map([['x', { text }]]) }),
  'a key of a Map': (text) => Object.assign(new Error('a'), { headers: new Map([[{ text }, 'x']]) }),
  'a Set': (text) => Object.assign(new Error('a'), { seen: new Set([[text]]) }),
  'a URL': (text) => Object.assign(new Error('a'), { url: new URL(`http://h/?p=${encodeURIComponent(text)}`) }),
  URLSearchParams: (text) => Object.assign(new Error('a'), { query: new URLSearchParams({ p: text }) }),
  Headers: (text) => Object.assign(new Error('a'), { headers: new Headers({ x: text }) }),
  'a boxed text': (text) => Object.assign(new Error('a'), { boxed: new String(text) }),
  bytes: (text) => Object.assign(new Error('a'), { body: new Uint8Array(Buffer.from(text)).buffer }),
  'a function': (text) => Object.assign(new Error('a'), { get: Object.assign(() => 1, { text }) }),
  'an object of a class': (text) =>
    Object.assign(new Error('a'), {
      request: {
        socket: new (class {
          at = text
        })(),
      },
    }),
  'an Error of a private text': (text) => new Private(text),
  'a login of a private text': (text) => new PrivateLogin(text),
  'a DOMException': (text) => new DOMException(text, 'AbortError'),
  'something that is no Error': (text) => new Told(text),
  'a way to make a text': (text) => ({ toString: () => text }),
  'a Proxy': (text) => new Proxy(new Error(text), {}),
  'behind the frames': (text) => {
    const error = new Error('outer')
    error.stack = `${error.stack ?? ''}\nCaused by: ${new Error(text).stack ?? ''}`
    return error
  },
  'the message of before': (text) => Object.assign(new Error('bad'), { stack: `Error: ${text}\n    at x.js:1:1` }),
  'a message within the name': (text) => Object.assign(new Error('r'), { stack: `Error: ${text}: r\n    at x.js:1:1` }),
}

describe('a secret is hidden in', () => {
  for (const [name, make] of Object.entries(places)) {
    for (const text of [secret, 'or']) {
      test(`${name}: ${text}`, () => {
        const given = name === 'a number' ? '1234567' : text
        const copy = concealed(make(given), hideOf(given))
        const shown = shownOf(copy)
        assert.doesNotMatch(shown, new RegExp(`(?<![a-z])${given}(?![a-z])`, 'i'))
        assert.match(shown, /\[hidden\]/)
      })
    }
  }

  test('what getters would give, which nobody asks', () => {
    const error = Object.defineProperty(new Error(secret), 'body', { enumerable: true, get: () => assert.fail() })
    assert.equal((concealed(error, hide) as Error).message, '[hidden]')
  })
})

test('a class whose getters need what its constructor makes can be read', () => {
  const copy = concealed(new Private(secret), hide) as Private
  assert.ok(copy instanceof Private)
  assert.deepEqual([copy.message, copy.status], ['[hidden]', undefined])
  const login = concealed(new PrivateLogin(secret), hide) as PrivateLogin
  assert.deepEqual([login.code, login.message, login.hint], ['TOKEN_REJECTED', '[hidden]', undefined])
  const aborted = concealed(new DOMException(secret, 'AbortError'), hide) as DOMException
  assert.deepEqual([aborted.name, aborted.message, aborted.code], ['AbortError', '[hidden]', undefined])
})

test('no frame is torn by a password that is a word; a long secret is hidden there, too', () => {
  const error = new Error('no password')
  error.stack = 'Error: no password\n    at password (password.js:1:1)\nCaused by: a password\n    at password.js:2:2'
  assert.equal(
    (concealed(error, hideOf('password')) as Error).stack,
    'Error: no [hidden]\n    at password (password.js:1:1)\nCaused by: a [hidden]\n    at password.js:2:2',
  )
  error.stack = 'Error: no password\n    at eval(correct-horse-battery)'
  assert.equal(
    (concealed(error, hideOf('correct-horse-battery')) as Error).stack,
    'Error: no password\n    at eval([hidden])',
  )
})

test('what cannot be hidden leaves class and code', () => {
  const failing = { text: () => assert.fail(), code: () => assert.fail() }
  const copy = concealed(new AuthenticationError('TOKEN_REJECTED', secret), failing) as AuthenticationError
  assert.ok(copy instanceof AuthenticationError)
  assert.deepEqual([copy.code, copy.message], ['TOKEN_REJECTED', '[hidden]'])
  assert.equal((concealed(new TypeError(secret), failing) as Error).message, '[hidden]')
  const thrown = new Proxy({}, { get: () => assert.fail(), getPrototypeOf: () => assert.fail() })
  assert.equal(typeof concealed(thrown, hide), 'string')
})

const chain = (length: number, root: string): Error => {
  let error = new Error(root)
  for (let each = 0; each < length; each++) error = new Error('x', { cause: error })
  return error
}
const nested = (depth: number, core: unknown): Error => {
  let value = core
  for (let each = 0; each < depth; each++) value = each % 2 ? [value] : { a: {}, b: value }
  return Object.assign(new Error('nested'), { value })
}
const back = (length: number): Error => {
  const error = new Error('back')
  return Object.assign(error, { nodes: Array.from({ length }, (_, index) => ({ index, error })) })
}

/** What would take long if it were looked through. */
const large: { readonly [name in string]: () => unknown } = {
  '2,000 causes': () => chain(2_000, secret),
  '10,000 causes': () => chain(10_000, 'nothing'),
  '4,000 deep': () => nested(4_000, secret),
  '10,000 deep': () => nested(10_000, 'nothing'),
  '10,001 references back': () => back(10_001),
  '1,000 references back, and a secret': () => Object.assign(back(1_000), { text: secret }),
  'a long array': () => Object.assign(new Error('a'), { list: Array.from({ length: 1_000_000 }, () => secret) }),
  'an array of nothing': () => Object.assign(new Error('a'), { list: new Array(2 ** 32 - 1) }),
  'a long Map': () =>
    Object.assign(new Error('a'), { map: new Map(Array.from({ length: 50_000 }, (_, i) => [i, {}])) }),
  'long texts': () =>
    Object.assign(new Error('a'), { list: Array.from({ length: 100 }, () => '\\u0061'.repeat(50_000)) }),
  'long bytes': () =>
    Object.assign(new Error('a'), { list: Array.from({ length: 50 }, () => Buffer.alloc(1_000_000)) }),
  'a long message': () => new Error(`${'a'.repeat(5_000_000)}${secret}`),
  'objects of a class': () =>
    Object.assign(new Error('a'), { list: Array.from({ length: 4_000 }, () => new Told('a')) }),
  'many errors': () =>
    new AggregateError(
      Array.from({ length: 4_000 }, () => new Error(secret)),
      'a',
    ),
  'frames without end': () => Object.assign(new Error('a'), { stack: 'Error: a' + '\n    at x\ny'.repeat(100_000) }),
}

describe('looked through in no time:', () => {
  for (const [name, make] of Object.entries(large)) {
    test(name, () => {
      concealed(make(), hide)
      const error = make()
      const startedAt = performance.now()
      const copy = concealed(error, hide)
      const took = performance.now() - startedAt
      // Ten times what it takes, and a tenth of what a second look at each part takes.
      assert.ok(took < 500, `${String(took)} ms`)
      assert.ok(copy instanceof Error)
      assert.equal(copy.message.slice(0, 20), (error as Error).message.slice(0, 20))
    })
  }

  test('a small error of a large surrounding keeps its causes', () => {
    const error = new Error('outer', { cause: new Error('inner', { cause: new Error('root') }) })
    Object.assign(error, {
      request: new (class {
        graph = back(20_000)
      })(),
    })
    const copy = concealed(error, hide) as Error & { cause: Error }
    assert.deepEqual([copy.cause.message, (copy.cause.cause as Error).message], ['inner', 'root'])
    assert.equal(Reflect.get(copy, 'request'), '[hidden]')
  })
})
