import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Reader } from '#src/protocol/reader.js'
import { Writer } from '#src/protocol/writer.js'
import { zeroUuid } from '#src/protocol/uuid.js'

function written(write: (writer: Writer) => void): string {
  const writer = new Writer()
  write(writer)
  return writer.finish().toString('hex')
}

test('varints of one to five bytes', () => {
  for (const [value, hex] of [
    [0, '00'],
    [127, '7f'],
    [128, '8001'],
    [16383, 'ff7f'],
    [16384, '808001'],
    [2 ** 31 - 1, 'ffffffff07'],
    [2 ** 32 - 1, 'ffffffff0f'],
  ] as const) {
    assert.equal(new Reader(Buffer.from(hex, 'hex')).varint(), value)
    if (value < 2 ** 31)
      assert.equal(
        written((writer) => writer.varint(value)),
        hex,
      )
  }
})

test('a varint of more than 32 bits, or of more than five bytes, is refused', () => {
  for (const hex of ['ffffffff10', 'ffffffff7f', '808080808000', 'ffffffffffff']) {
    assert.throws(() => new Reader(Buffer.from(hex, 'hex')).varint(), { name: 'DecodeError', offset: 0 }, hex)
  }
})

test('uuids: any sixteen bytes, in the notation of base64url', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url')
      assert.equal(new Reader(bytes).uuid(), text)
      assert.equal(
        written((writer) => writer.uuid(text)),
        Buffer.from(bytes).toString('hex'),
      )
    }),
  )
  assert.equal(new Reader(Buffer.alloc(16)).uuid(), zeroUuid)
  for (const wrong of [
    '',
    'AAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAB',
    'AAAAAAAAAAAAAAAAAAAA=A',
    'é'.repeat(22),
  ]) {
    assert.throws(() => written((writer) => writer.uuid(wrong)), { name: 'EncodeError' }, wrong)
  }
})

test('strings: what is written is read, short and long, ASCII or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.boolean(), (text, flexible) => {
      const writer = new Writer()
      writer.flexible = flexible
      writer.string(text)
      const reader = new Reader(writer.finish())
      reader.flexible = flexible
      assert.equal(reader.string(), text)
      assert.equal(reader.remaining, 0)
    }),
  )
})

test('a string with half a surrogate pair is refused, and one of more than 32767 bytes', () => {
  assert.throws(() => written((writer) => writer.string('a\ud800b')), { name: 'EncodeError', message: /surrogate/ })
  assert.throws(() => written((writer) => writer.string('é'.repeat(16384))), {
    name: 'EncodeError',
    message: /32768 bytes/,
  })
})

test('int64: bigint or a safe integer', () => {
  for (const value of [
    0,
    -1,
    1,
    2 ** 32,
    -(2 ** 32),
    2 ** 31,
    -(2 ** 31),
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ]) {
    assert.equal(
      written((writer) => writer.int64(value)),
      written((writer) => writer.int64(BigInt(value))),
    )
  }
  for (const wrong of [2 ** 53, 0.5, Number.NaN, 2n ** 63n, -(2n ** 63n) - 1n]) {
    assert.throws(() => written((writer) => writer.int64(wrong)), { name: 'EncodeError' })
  }
})

test('numbers out of range, and what is no number', () => {
  const cases: [(writer: Writer, value: never) => void, unknown[]][] = [
    [(writer, value) => writer.int8(value), [128, -129, 0.5, '1', null, undefined, Number.NaN]],
    [(writer, value) => writer.int16(value), [32768, -32769, {}, true]],
    [(writer, value) => writer.uint16(value), [65536, -1, []]],
    [(writer, value) => writer.int32(value), [2 ** 31, -(2 ** 31) - 1, Infinity]],
    [(writer, value) => writer.bool(value), [0, 1, 'true', null]],
    [(writer, value) => writer.float64(value), ['1', 1n, null]],
    [(writer, value) => writer.bytes(value), ['abc', [1], null]],
    [(writer, value) => writer.string(value), [1, null, Buffer.from('a')]],
  ]
  for (const [write, values] of cases) {
    for (const value of values)
      assert.throws(() => written((writer) => write(writer, value as never)), { name: 'EncodeError' })
  }
})

test('several frames, small and large, with large fields between small ones', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat({ max: 9000 }), { maxLength: 6 }), { maxLength: 12 }),
      fc.boolean(),
      (frames, together) => {
        const writer = new Writer()
        const parts: Buffer[] = []
        const expected: Buffer[] = []
        for (const [i, sizes] of frames.entries()) {
          const begin = writer.beginFrame()
          const body: Buffer[] = []
          for (const size of sizes) {
            writer.int32(size)
            writer.raw(Buffer.alloc(size, i + 1))
            const head = Buffer.alloc(4)
            head.writeInt32BE(size)
            body.push(head, Buffer.alloc(size, i + 1))
          }
          writer.endFrame(begin)
          const size = Buffer.alloc(4)
          size.writeInt32BE(Buffer.concat(body).length)
          expected.push(size, ...body)
          if (!together) parts.push(writer.finish())
        }
        parts.push(writer.finish())
        assert.ok(Buffer.concat(parts).equals(Buffer.concat(expected)))
      },
    ),
  )
})

test('what was rewound is not in the frame, large fields included', () => {
  const writer = new Writer()
  const begin = writer.beginFrame()
  writer.int32(7)
  const { mark } = writer
  writer.int32(9999)
  writer.raw(Buffer.alloc(9999))
  writer.rewind(mark)
  writer.int16(8)
  writer.endFrame(begin)
  assert.equal(writer.finish().toString('hex'), '00000006000000070008')
})
