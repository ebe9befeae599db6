import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseProperties } from 'ottla/config'

/** What java.util.Properties (JDK 17) made of each text. */
const recorded = JSON.parse(
  readFileSync(new URL('../../../test/config/fixtures/java-properties.json', import.meta.url), 'utf8'),
) as readonly { readonly text: string; readonly properties?: Record<string, string>; readonly error?: string }[]

/** Any UTF-16 at all, lone surrogates among it. */
const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

describe('properties text', () => {
  it('is read as Java reads it', () => {
    assert.ok(recorded.length > 100)
    for (const { text, properties, error } of recorded) {
      if (error !== undefined)
        assert.throws(() => parseProperties(text), { code: 'INVALID_ARGUMENT', message: error }, text)
      else assert.deepEqual(Object.fromEntries(parseProperties(text)), properties, JSON.stringify(text))
    }
  })

  it('has separators, comments, continuation lines and escapes', () => {
    const text = [
      '# a comment \\',
      '! another one',
      '  key = value  ',
      'a:b',
      'c d',
      'long=one, \\',
      '     two',
      'path=C:\\\\kafka',
      'umlaut=\\u00fc',
      'escaped\\ key\\=x=1',
      'empty',
      'a=last wins',
    ].join('\n')
    assert.deepEqual(Object.fromEntries(parseProperties(text)), {
      key: 'value  ',
      a: 'last wins',
      c: 'd',
      long: 'one, two',
      path: 'C:\\kafka',
      umlaut: 'ü',
      'escaped key=x': '1',
      empty: '',
    })
  })

  it('is ISO 8859-1 as bytes', () => {
    assert.deepEqual(parseProperties(Uint8Array.of(0x61, 0x3d, 0xfc)).get('a'), 'ü')
    assert.deepEqual(parseProperties(Buffer.from('a=ü')).get('a'), 'Ã¼', 'as Kafka’s own tools have it')
  })

  it('comes back from what a writer of Java’s form wrote', () => {
    fc.assert(
      fc.property(fc.dictionary(text, text, { noNullPrototype: true }), (properties) => {
        assert.deepEqual(new Map(parseProperties(written(properties))), new Map(Object.entries(properties)))
      }),
    )
  })

  it('never fails but for a broken escape', () => {
    const pieces = fc.constantFrom('a', '=', ':', ' ', '\\', '\n', '\r', '\r\n', '#', '!', '\\u0041', '\t', '\f', 'é')
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          for (const [key, value] of parseProperties(text)) assert.equal(typeof key + typeof value, 'stringstring')
        },
      ),
    )
    fc.assert(
      fc.property(text, (text) => {
        if (text.includes('\\u')) return
        parseProperties(text)
      }),
    )
  })

  it('takes time in proportion to its length', () => {
    for (const piece of ['\\\n', ' ', '\\', '#', '\\\n \\\n', 'a=\\\n', '\\u0041'])
      parseProperties(piece.repeat(50_000))
  })
})

/** As Properties.store writes, without its date. */
function written(properties: Readonly<Record<string, string>>): string {
  const escape = (text: string, isKey: boolean): string =>
    Array.from({ length: text.length }, (_, index) => {
      const character = text.charAt(index)
      if (character === ' ') return isKey || index === 0 ? '\\ ' : ' '
      if ('\\=:#!'.includes(character)) return `\\${character}`
      const named = ({ '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f' } as Record<string, string>)[character]
      if (named !== undefined) return named
      const code = text.charCodeAt(index)
      return code < 0x20 || code > 0x7e ? `\\u${code.toString(16).padStart(4, '0')}` : character
    }).join('')
  return Object.entries(properties)
    .map(([key, value]) => `${escape(key, true)}=${escape(value, false)}\n`)
    .join('')
}
