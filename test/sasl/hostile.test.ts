import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { AuthenticationError, OttlaError } from '#src/errors.js'
import { SaslRefusal } from '#src/sasl/mechanism.js'
import { parseClientInitialResponse } from '#src/sasl/oauthbearer/grammar.js'
import { parseTokenError } from '#src/sasl/oauthbearer/error-json.js'
import { parseUnsecuredJws } from '#src/sasl/oauthbearer/unsecured-jws.js'
import { parsePlainMessage } from '#src/sasl/plain.js'
import {
  parseScramClientFinal,
  parseScramClientFirst,
  parseScramServerFinal,
  parseScramServerFirst,
} from '#src/sasl/scram/grammar.js'

const parsers = {
  parsePlainMessage,
  parseClientInitialResponse,
  parseScramClientFirst,
  parseScramServerFirst,
  parseScramClientFinal,
  parseScramServerFinal,
  parseUnsecuredJws: (message: Uint8Array) => parseUnsecuredJws(Buffer.from(message).toString('latin1')),
}

/** Pieces of messages, so that many of the made-up ones come far before they fail. */
const piece = fc.oneof(
  fc.constantFrom(
    'n,',
    'n,,',
    'a=',
    ',',
    '=',
    '=2C',
    '=3D',
    'n=',
    'r=',
    's=',
    'i=',
    'c=biws',
    'p=',
    'v=',
    'e=',
    'm=x,',
    'QQ==',
    '4096',
    '\x01',
    'auth=',
    'Bearer ',
    'auth=Bearer t',
    'k=v',
    '\0',
    'user',
    ',ext=1',
    'eyJhbGciOiJub25lIn0',
    '.',
    'eyJzdWIiOiJhIiwiZXhwIjoxfQ',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const message = fc.array(piece, { maxLength: 14 }).map((pieces) => Buffer.from(pieces.join(''), 'latin1'))

test('whatever arrives is read or refused with an error of ours', () => {
  fc.assert(
    fc.property(message, fc.constantFrom(...Object.values(parsers)), (bytes, parse) => {
      try {
        parse(bytes)
      } catch (error) {
        assert.ok(error instanceof SaslRefusal || error instanceof OttlaError, String(error))
      }
    }),
    { numRuns: 5000 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        message,
        fc.json().map((json) => Buffer.from(json)),
      ),
      (bytes) => {
        const { tokenError, text } = parseTokenError(bytes, (shown) => shown)
        assert.ok(typeof text === 'string' && (tokenError === undefined || typeof tokenError.status === 'string'))
      },
    ),
  )
})

/** Texts on which a careless expression would go back and forth. */
const hard = (length: number): string[] => {
  const times = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length)
  return [
    times('a'),
    times('='),
    times(','),
    times('=2C'),
    times('\x01'),
    times(' '),
    times('aA0+/'),
    times(',a=b'),
    times(',p=QQ=='),
    `n,,n=${times('=3D')}`,
    `n,a=${times('a')}`,
    `n,,n=u,r=${times('x')}`,
    `n,,n=u,r=x${times(',ext=1')}`,
    `n,,m=${times('x')}`,
    `r=${times('x')}`,
    `r=x,s=${times('QUJD')}`,
    `r=x,s=QQ==,i=${times('9')}`,
    `c=${times('biws')}`,
    `c=biws,r=x${times(',p=QQ')}`,
    `v=${times('QUJD')}!`,
    `e=${times('x')}=`,
    `n,,\x01${times('k=v\x01')}`,
    `n,,\x01k=${times(' ')}`,
    `n,,\x01auth=Bearer ${times('t')} \x01\x01`,
    `n,,\x01auth=${times('B')}\x01\x01`,
    `n,,\x01auth=Bearer${times(' ')}\x01\x01`,
    `n,,\x01auth=Bearer ${times('=')}!\x01\x01`,
  ]
}

test('as long as a message may be, and longer: reading takes linear time', () => {
  for (const text of [16_000, 500_000, 600_000].flatMap(hard)) {
    for (const parse of Object.values(parsers)) {
      // Quadratic time would be minutes here, and the run's time limit the judge.
      try {
        parse(Buffer.from(text))
      } catch (error) {
        assert.ok(error instanceof SaslRefusal || error instanceof AuthenticationError)
      }
    }
  }
})

test('just below the limit of a frame before the login a token still arrives', () => {
  const token = 't'.repeat(500_000)
  const extension = 'v'.repeat(20_000)
  const read = parseClientInitialResponse(Buffer.from(`n,,\x01auth=Bearer ${token}\x01k=${extension}\x01\x01`))
  assert.equal(read.token, token)
  assert.equal(read.extensions.get('k'), extension)
})

test('a SCRAM message has a limit of its own', () => {
  assert.throws(() => parseScramClientFirst(Buffer.from(`n,,n=u,r=${'x'.repeat(20_000)}`)), {
    code: 'SASL_MESSAGE_INVALID',
    message: 'Invalid SCRAM client first message format: 20009 bytes',
  })
})
