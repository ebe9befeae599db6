import assert from 'node:assert/strict'
import { getHeapStatistics } from 'node:v8'
import { test } from 'node:test'
import { ApiVersions, Fetch, Metadata, Reader, ResponseHeader, Writer, type Message } from '#src/messages/index.js'

function decode<T>(message: Message<T, never>, version: number, hex: string): T {
  return message.decode(new Reader(Buffer.from(hex, 'hex')), version)
}

const wrong: [string, Message<unknown, never>, number, string, { path: string; offset: number; message: RegExp }][] = [
  ['a truncated field', Metadata.response, 12, '0000', { path: 'throttleTimeMs', offset: 0, message: /end too early/ }],
  [
    'a truncated string',
    Metadata.response,
    12,
    '0000000002000000010561',
    { path: 'brokers[0].host', offset: 10, message: /4 bytes are needed, 1 are left/ },
  ],
  [
    '2³¹ elements',
    Metadata.response,
    0,
    '7fffffff',
    { path: 'brokers', offset: 4, message: /claims 2147483647 elements, 0 bytes/ },
  ],
  [
    'a null that may not be',
    Metadata.response,
    12,
    '0000000000',
    { path: 'brokers', offset: 5, message: /must not be null/ },
  ],
  ['a negative length', Metadata.request, 1, 'fffffffe', { path: 'topics', offset: 4, message: /the length -2/ }],
  [
    'four thousand million tagged fields',
    ApiVersions.request,
    3,
    '0101ffffffff0f',
    { path: '', offset: 7, message: /claims 4294967295 tagged/ },
  ],
  [
    'a tag twice',
    ApiVersions.request,
    3,
    '0101026400' + '6400',
    { path: '', offset: 5, message: /tag 100 follows tag 100/ },
  ],
  [
    'tags out of order',
    ApiVersions.request,
    3,
    '0101026500' + '6400',
    { path: '', offset: 5, message: /tag 100 follows tag 101/ },
  ],
  [
    'invalid UTF-8',
    ApiVersions.request,
    3,
    '02ff0100',
    { path: 'clientSoftwareName', offset: 1, message: /not valid UTF-8/ },
  ],
  [
    'trailing bytes',
    ApiVersions.request,
    3,
    '01010000',
    { path: '', offset: 3, message: /1 bytes follow the message/ },
  ],
  [
    'a varint of six bytes',
    ApiVersions.request,
    3,
    '80808080808001',
    { path: 'clientSoftwareName', offset: 0, message: /varint/ },
  ],
  [
    'a wrong size of a known tag',
    ApiVersions.response,
    3,
    '00000100000000' + '01' + '0109' + '00'.repeat(9),
    { path: 'finalizedFeaturesEpoch', offset: 18, message: /tag 1 ends at byte 19/ },
  ],
]

for (const [name, message, version, hex, expected] of wrong) {
  test(`${name} is a DecodeError that names the place`, () => {
    assert.throws(() => decode(message, version, hex), {
      name: 'DecodeError',
      code: 'DECODE_FAILED',
      api: message.name,
      version,
      retriable: false,
      ...expected,
    })
  })
}

test('U+FEFF and U+FFFD are characters as any other', () => {
  const { clientSoftwareName } = decode(ApiVersions.request, 3, '07' + 'efbbbf' + 'efbfbd' + '0100')
  assert.equal(clientSoftwareName, '\ufeff\ufffd')
})

test('bytes behind a header are left to the body', () => {
  const reader = new Reader(Buffer.from('0000000700ff', 'hex'))
  assert.deepEqual(ResponseHeader.decode(reader, 1), { correlationId: 7 })
  assert.equal(reader.remaining, 1)
})

test('records are views of the frame', () => {
  const partition = { partitionIndex: 0, errorCode: 0, highWatermark: 0n, records: Buffer.from('abc') }
  const writer = new Writer()
  const responses = [{ topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', partitions: [{ ...partition, abortedTransactions: null }] }]
  Fetch.response.encode(writer, 17, { throttleTimeMs: 0, responses })
  const frame = Buffer.from(writer.finish())
  const decoded = Fetch.response.decode(new Reader(frame), 17)
  frame.write('xyz', frame.indexOf('abc'))
  assert.equal(decoded.responses[0]?.partitions[0]?.records?.toString(), 'xyz')
})

test('a frame full of counts that are lies costs no more than a small multiple of the frame', () => {
  // Every topic claims as many partitions as there are bytes left.
  const topic = Buffer.concat([
    Buffer.from('0000' + '0261' + '00'.repeat(16) + '00', 'hex'),
    Buffer.from('ffffff7f', 'hex'),
  ])
  const frame = Buffer.concat([
    Buffer.from('00000000' + '01' + '00' + '00000000' + 'ffff3f', 'hex'),
    ...Array.from({ length: 40_000 }, () => topic),
  ])
  const before = getHeapStatistics().used_heap_size
  assert.throws(() => Metadata.response.decode(new Reader(frame), 12), { name: 'DecodeError', path: /^topics/ })
  assert.ok(getHeapStatistics().used_heap_size - before < 20 * frame.length)
})
