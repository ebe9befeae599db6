import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Reader } from '#src/protocol/reader.js'
import { unknownTags, type Tagged } from '#src/protocol/tags.js'
import { Writer } from '#src/protocol/writer.js'
import { everyMessage, versionsOf, type AnyMessage } from './every-message.js'
import { Random } from './random.js'
import { randomMessage } from './random-message.js'

function encode(message: AnyMessage, version: number, value: object): Buffer {
  const writer = new Writer()
  message.encode(writer, version, value as never)
  return writer.finish()
}

test('there are the messages of every API, two headers and the data records', () => {
  assert.equal(everyMessage.length, 2 * 91 + 2 + 11)
})

test('every version of every message: what is encoded is decoded to the same', () => {
  const seeds = fc.sample(fc.integer({ min: 0, max: 0xffffffff }), 3)
  for (const message of everyMessage) {
    for (const version of versionsOf(message)) {
      for (const seed of seeds) {
        const value = randomMessage(message, version, new Random(seed))
        const bytes = encode(message, version, value)
        const reader = new Reader(bytes)
        const name = `${message.name} version ${version}, seed ${seed}`
        const decoded = message.decode(reader, version)
        assert.deepStrictEqual(decoded, value, name)
        assert.equal(reader.remaining, 0, name)
        // Unknown tagged fields are not enumerable, so no comparison of objects sees them.
        assert.equal(encode(message, version, decoded).toString('hex'), bytes.toString('hex'), name)
      }
    }
  }
})

test('a frame cut off anywhere is refused with the name of the message and its version', () => {
  fc.assert(
    fc.property(fc.nat({ max: everyMessage.length - 1 }), fc.nat(), fc.nat(), (index, seed, cut) => {
      const message = everyMessage[index]!
      const version = versionsOf(message)[seed % versionsOf(message).length] ?? 0
      const bytes = encode(message, version, randomMessage(message, version, new Random(seed)))
      fc.pre(bytes.length > 0)
      const begin = new RegExp(`^${message.name} version ${version}(, [\\w.[\\]]+)?: .* \\(at byte \\d+`)
      const reader = new Reader(bytes.subarray(0, cut % bytes.length))
      assert.throws(() => message.decode(reader, version), {
        name: 'DecodeError',
        api: message.name,
        version,
        message: begin,
      })
    }),
    { numRuns: 500 },
  )
})

test('unknown tagged fields survive, and are not seen otherwise', () => {
  const [message] = everyMessage.filter(({ name }) => name === 'MetadataRequest') as [AnyMessage]
  const bytes = Buffer.from('01010002' + '64020a0b' + '650103', 'hex')
  const decoded = message.decode(new Reader(bytes), 12)
  assert.deepEqual(Object.keys(decoded), Object.keys(message.defaults()))
  assert.deepEqual(JSON.stringify(decoded), JSON.stringify({ ...decoded }))
  assert.deepEqual(
    (decoded as Tagged)[unknownTags]?.map(({ tag, bytes }) => [tag, Buffer.from(bytes).toString('hex')]),
    [
      [100, '0a0b'],
      [101, '03'],
    ],
  )
  assert.deepEqual(encode(message, 12, decoded), bytes)
  assert.throws(() => encode(message, 8, decoded), /no tagged fields/)
})
