import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { AuthenticationError } from '#src/errors.js'
import { concealed } from '#src/sasl/concealed.js'
import { hiding } from '#src/sasl/secrets.js'
import { visible, visibleNames } from '#src/sasl/visible.js'

const bytesOf = (text: string): Buffer => Buffer.from(text)
const bare = (text: string): string => text.replace(/=+$/, '')
const everyByte = (text: string): string =>
  Array.from(bytesOf(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

/** The ways in which a peer may repeat what it was told. */
const spellings: { readonly [name in string]: (secret: string) => string } = {
  plain: (secret) => secret,
  base64: (secret) => bytesOf(secret).toString('base64'),
  'base64 without padding': (secret) => bare(bytesOf(secret).toString('base64')),
  base64url: (secret) => bytesOf(secret).toString('base64url'),
  'base64url with padding': (secret) => bytesOf(secret).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
  hex: (secret) => bytesOf(secret).toString('hex'),
  HEX: (secret) => bytesOf(secret).toString('hex').toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'as in a form': (secret) => new URLSearchParams({ x: secret }).toString().slice(2),
  'every byte percent-encoded': everyByte,
  'every byte percent-encoded, in capitals': (secret) => everyByte(secret).toUpperCase(),
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  'with escapes': visible,
}

test('a secret is hidden however it is spelt', () => {
  const secrets = [
    'S3cr3t-that-must-never-show',
    'pä ss"w\\örd+/?',
    'a.b.c~_-',
    '\0alice\0wonder land',
    '密码密码',
    'four',
  ]
  for (const secret of secrets) {
    const hide = hiding([secret])
    for (const [name, spell] of Object.entries(spellings)) {
      assert.equal(hide(`no: ${spell(secret)}!`), 'no: [hidden]!', `${secret}, ${name}`)
    }
  }
})

test('a secret is hidden within a longer base64 text, wherever it begins', () => {
  const secret = 'S3cr3t-that-must-never-show'
  const hide = hiding([secret])
  for (const before of ['', 'a', 'ab', 'abc', 'alice:']) {
    for (const after of ['', 'x', 'xy', 'xyz']) {
      for (const alphabet of ['base64', 'base64url'] as const) {
        const shown = hide(bytesOf(before + secret + after).toString(alphabet))
        assert.match(shown, /\[hidden\]/)
        const rest = Buffer.from(shown.replace('[hidden]', ''), 'base64').length
        assert.ok(rest <= before.length + after.length + 2, shown)
      }
    }
  }
})

test('whatever the secret and the text around it, it is not in what is shown', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 30 }).filter((each) => /\w{3}/.test(each))
  const around = fc.string({ unit: 'grapheme' })
  const spelling = fc.constantFrom(...Object.values(spellings))
  fc.assert(
    fc.property(fc.tuple(text, spelling), around, around, ([secret, spell], left, right) => {
      const shown = hiding([secret])(left + spell(secret) + right)
      assert.ok(shown.includes('[hidden]'))
      assert.ok(!shown.replaceAll('[hidden]', '\0').includes(secret))
    }),
  )
})

test('a short secret counts as a whole word only, and nothing without a letter counts at all', () => {
  assert.equal(hiding(['a'])('a user, a-b, alas: YQ==, 61'), '[hidden] user, [hidden]-b, alas: [hidden], [hidden]')
  assert.equal(hiding(['', '\x01', ' '])('\x01 and a blank'), '\x01 and a blank')
})

test('several secrets, one within the other', () => {
  assert.equal(
    hiding(['secret', '\0alice\0secret'])('<\0alice\0secret> <secret> secretsecret'),
    '<[hidden]> <[hidden]> [hidden][hidden]',
  )
})

test('an error is taken over as it is, or copied without the secret, with all that it holds', () => {
  const hide = hiding(['S3cr3t-word'])
  const clean = new AuthenticationError('TOKEN_REJECTED', 'no', { cause: new Error('why') })
  assert.equal(concealed(clean, hide), clean)
  const root = Object.assign(new RangeError('root S3cr3t-word'), { list: [{ deep: 'S3cr3t-word' }], socket: new Map() })
  Object.assign(root, {
    self: root,
    bytes: Buffer.from('S3cr3t-word'),
    proxy: new Proxy({}, { ownKeys: () => assert.fail() }),
  })
  const error = new AuthenticationError('TOKEN_REJECTED', 'it said S3cr3t-word', {
    cause: root,
    broker: 'S3cr3t-word:9092',
    hint: 'not S3cr3t-word',
    tokenError: { status: 'S3cr3t-word' },
  })
  const copy = concealed(error, hide) as AuthenticationError
  assert.ok(copy instanceof AuthenticationError)
  assert.ok(copy.cause instanceof RangeError)
  assert.equal(copy.code, 'TOKEN_REJECTED')
  assert.equal(copy.broker, 'S3cr3t-word:9092', 'the address is what this side dialled')
  assert.deepEqual(
    [copy.message, copy.hint, copy.tokenError],
    ['it said [hidden]', 'not [hidden]', { status: '[hidden]' }],
  )
  assert.match(copy.stack ?? '', /^AuthenticationError: it said \[hidden\]\n {4}at /)
  assert.equal(Reflect.get(copy.cause, 'self'), copy.cause)
  assert.equal(Reflect.get(copy.cause, 'bytes'), '[hidden]')
  const text = inspect(copy, { depth: 30, showHidden: true }).replaceAll('S3cr3t-word:9092', '')
  assert.ok(!text.includes('S3cr3t-word'), text)
  assert.match(error.message, /S3cr3t-word/, 'the error itself may be shared, and stays')
})

test('what would steer a terminal or forge a line is shown', () => {
  assert.equal(
    visible('a\x1b[2J\x07\r\n\t\x9b\u202ex\u2028C:\\dir ä密😀'),
    'a\\x1b[2J\\x07\\r\\n\\t\\x9b\\u202ex\\u2028C:\\dir ä密😀',
  )
  assert.equal(visibleNames(['PLAIN', 'A\nB']), 'PLAIN, A\\nB')
  assert.match(visibleNames(Array.from({ length: 25 }, () => 'X')), /^(X, ){19}X and 5 more$/)
  assert.ok(visibleNames(['x'.repeat(30_000)]).length < 100)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assert.doesNotMatch(visible(text), /[\p{Cc}\u202a-\u202e]/u)),
  )
})
