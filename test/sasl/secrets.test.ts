import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hiding } from '#src/sasl/secrets.js'
import { hasUnseen, visible, visibleNames } from '#src/sasl/visible.js'

const bytesOf = (text: string): Buffer => Buffer.from(text)
const bare = (text: string): string => text.replace(/=+$/, '')
const everyByte = (text: string): string =>
  Array.from(bytesOf(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

const unicode = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
const entities: { readonly [each in string]?: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** As MIME writes it, of lines so short that also a short secret has some; what is shorter is in one. */
const inLines = (text: string, end: string): string =>
  text.length < 8 ? text : (text.match(/.{1,7}/g)?.join(end) ?? '')

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
  'in capitals': (secret) => secret.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  'JSON of ASCII': (secret) =>
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[^ -~]/g, unicode),
  'JSON for HTML': (secret) =>
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[<>&='+]/g, unicode),
  'JSON with slashes escaped': (secret) => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
  'JSON of escapes': (secret) => secret.replace(/[^]/g, unicode),
  'every other character escaped': (secret) =>
    Array.from(secret, (each, index) => (index % 2 || /[\\%&]/.test(each) ? each.replace(/[^]/g, unicode) : each)).join(
      '',
    ),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
  'percent of JSON': (secret) => encodeURIComponent(JSON.stringify(secret).slice(1, -1)),
  HTML: (secret) => secret.replace(/[&<>"']/g, (each) => entities[each] ?? ''),
  'HTML by numbers': (secret) => Array.from(secret, (each) => `&#${String(each.codePointAt(0))};`).join(''),
  'HTML by hex numbers': (secret) =>
    Array.from(secret, (each) => `&#x${each.codePointAt(0)?.toString(16) ?? ''};`).join(''),
  'by code points': (secret) =>
    Array.from(secret, (each) => `\\u{${each.codePointAt(0)?.toString(16) ?? ''}}`).join(''),
  'bytes of Python': (secret) => everyByte(secret).replaceAll('%', '\\x'),
  'base64 in lines': (secret) => inLines(bytesOf(secret).toString('base64'), '\r\n'),
  'base64 in lines, as JSON': (secret) => inLines(bytesOf(secret).toString('base64'), '\\n'),
  'base64, percent-encoded': (secret) => encodeURIComponent(bytesOf(secret).toString('base64')),
  'hex in pairs': (secret) => bytesOf(secret).toString('hex').match(/../g)?.join(':') ?? '',
}

test('a secret is hidden however it is spelt', () => {
  const secrets = [
    'S3cr3t-that-must-never-show',
    'pä ss"w\\örd+/?',
    'a.b.c~_-',
    '\0alice\0wonder land',
    '密码密码',
    'Grüße 👋 aus Köln',
    'a<b>&c="d\'e/f==',
    'C:\\new\\u0041',
    'per%41cent&amp;',
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
    '<[hidden]> <[hidden]> [hidden]',
  )
})

test('a secret is hidden without the blanks that were around it', () => {
  for (const secret of ['hunter22-secret\n', ' hunter22-secret\r\n']) {
    assert.equal(hiding([secret])('no: hunter22-secret!'), 'no: [hidden]!')
    assert.equal(hiding([secret])(`no: ${bytesOf('hunter22-secret').toString('base64')}!`), 'no: [hidden]!')
  }
})

test('a secret that is short without its blanks or escapes is a word, too', () => {
  assert.equal(hiding(['ab \n'])('ab, cab, YWI=, 6162, 161620'), '[hidden], cab, [hidden], [hidden], 161620')
  assert.equal(hiding(['%61%62'])('ab, cab, %61%62'), '[hidden], cab, [hidden]')
})

test('a long secret is hidden as far as it is repeated', () => {
  const token = Array.from({ length: 300 }, (_, index) => `part-${index}`).join('.')
  assert.equal(hiding([token])(`<${token.slice(0, 500)}> <${token.slice(0, -1)}>`), '<[hidden]> <[hidden]>')
  const encoded = bytesOf(token).toString('base64')
  assert.equal(hiding([token])(`<${encoded.slice(0, 500)}>`), '<[hidden]>')
})

test('of a text without end the beginning remains, and no half of a secret', () => {
  const secret = 'S3cr3t-that-must-never-show'
  const hide = hiding([secret, 'x'.repeat(1_000) + 'y'.repeat(70_000)])
  for (const spelt of Object.values(spellings).map((spell) => spell(secret))) {
    const before = 'a-'.repeat(32_768).slice(0, -10)
    assert.equal(hide(`${before}${spelt}${'b'.repeat(100_000)}`), `${before}[hidden]…`)
  }
  const long = hide(`<${'x'.repeat(1_000)}${'y'.repeat(70_000)}> more`)
  assert.match(long, /^<\[hidden\]/)
  assert.doesNotMatch(long, /x/)
})

test('whatever the secret and the text: linear', () => {
  const length = 524_288
  const a = 'a'.repeat(4_096)
  const texts = ['a', 'Ab', 'a ', 'b', '\\', '%', '&', '&#', '\\u', '%41', '\\\\u0041', '\\u{', '=', '\x01', '👋']
  const secrets = [
    'a',
    'aaaa',
    `${a}b`,
    `b${a}`,
    `${a}b${a}`,
    'x'.repeat(500_000),
    '\\u0041'.repeat(80_000),
    ' '.repeat(100_000) + 'x',
  ]
  for (const secret of secrets) {
    for (const text of texts) {
      const startedAt = performance.now()
      hiding([secret])(text.repeat(length / text.length))
      const took = performance.now() - startedAt
      // Ten times what it takes at most; what grows with the square takes seconds.
      assert.ok(took < 1_000, `${secret.slice(0, 10)} in ${text}: ${String(took)} ms`)
    }
  }
})

test('what nobody would see is shown', () => {
  for (const code of [
    0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x2028, 0x2029, 0x2066, 0x2800, 0x3164, 0xfe0f, 0xfff9,
  ]) {
    const character = String.fromCharCode(code)
    const digits = code.toString(16)
    assert.equal(visible(`a${character}b`), code > 0xff ? `a\\u${digits.padStart(4, '0')}b` : `a\\x${digits}b`)
    assert.ok(hasUnseen(character))
  }
  assert.equal(visible('a\u{e0041}b\u{1f44b}'), 'a\\u{e0041}b\u{1f44b}')
  assert.ok(!hasUnseen('C:\\dir ä密😀'))
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
