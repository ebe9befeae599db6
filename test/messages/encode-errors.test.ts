import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fetch, Metadata, OffsetCommit, Produce, Writer, type FetchRequestInput } from '#src/messages/index.js'

const partition = { partition: 0, fetchOffset: 0n, partitionMaxBytes: 1 }
const topic = { topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', partitions: [partition, partition] }
const request: FetchRequestInput = { maxWaitMs: 1, minBytes: 1, topics: [topic, topic], forgottenTopicsData: [] }

function encode(value: unknown, version = 17): Buffer {
  const writer = new Writer()
  Fetch.request.encode(writer, version, value as FetchRequestInput)
  return writer.finish()
}

const wrong: [string, unknown, string, RegExp][] = [
  ['a missing field', { ...request, minBytes: undefined }, 'minBytes', /is missing/],
  ['a missing array', { ...request, topics: undefined }, 'topics', /an array is missing/],
  ['null for an array', { ...request, topics: null }, 'topics', /an array is needed, not null/],
  ['an object for an array', { ...request, topics: {} }, 'topics', /an array is needed, not Object/],
  ['null for a struct', { ...request, topics: [topic, null] }, 'topics[1]', /an object is needed, not null/],
  ['a hole in an array', { ...request, topics: [topic, undefined] }, 'topics[1]', /an object is missing/],
  ['a string for a number', { ...request, maxWaitMs: '5' }, 'maxWaitMs', /32 bits is needed, not a string/],
  ['a bigint for a small number', { ...request, maxWaitMs: 5n }, 'maxWaitMs', /32 bits is needed/],
  ['null for the message', null, '', /an object is needed, not null/],
  [
    'a number out of range',
    { ...request, topics: [topic, { ...topic, partitions: [partition, { ...partition, partition: 2 ** 31 }] }] },
    'topics[1].partitions[1].partition',
    /32 bits is needed, not 2147483648/,
  ],
  [
    'an unsafe integer',
    { ...request, topics: [{ ...topic, partitions: [{ ...partition, fetchOffset: 2 ** 53 }] }] },
    'topics[0].partitions[0].fetchOffset',
    /safe integer/,
  ],
  ['no UUID', { ...request, topics: [{ ...topic, topicId: 'orders' }] }, 'topics[0].topicId', /UUID/],
]

for (const [name, value, path, message] of wrong) {
  test(`${name} is an EncodeError that names the field`, () => {
    assert.throws(
      () => encode(value),
      (error: Error) => {
        assert.ok(!('cause' in error), 'the mistake is the caller’s, not an exception from inside')
        const expected = { name: 'EncodeError', code: 'ENCODE_FAILED', api: 'FetchRequest', version: 17, path }
        assert.throws(() => encode(value), expected)
        assert.match(error.message, message)
        return true
      },
    )
  })
}

test('a field that the version lacks is refused unless it is its default or ignorable', () => {
  assert.throws(() => encode({ ...request, topics: [], forgottenTopicsData: [topic] }, 4), {
    path: 'forgottenTopicsData',
    message: /this version lacks the field/,
  })
  assert.ok(encode({ ...request, topics: [], sessionId: 5 }, 4).length > 0, 'an ignorable field is dropped')
  const writer = new Writer()
  assert.throws(() => Metadata.request.encode(writer, 3, { topics: [], allowAutoTopicCreation: false }), {
    path: 'allowAutoTopicCreation',
  })
})

test('what a caller’s own getter throws is the cause', () => {
  const thrown = new Error('mine')
  const value = {
    ...request,
    get minBytes(): number {
      throw thrown
    },
  }
  assert.throws(() => encode(value), { name: 'EncodeError', path: 'minBytes', cause: thrown })
})

test('a version that does not exist is refused in both directions', () => {
  assert.throws(() => encode(request, 3), {
    name: 'EncodeError',
    message: 'FetchRequest has no version 3, only 4 to 18',
  })
  assert.throws(() => encode(request, 4.5), { name: 'EncodeError' })
  assert.throws(() => encode(request, Number.NaN), { name: 'EncodeError' })
})

test('a failed message leaves nothing in the writer', () => {
  const writer = new Writer()
  writer.int16(1)
  assert.throws(() => Fetch.request.encode(writer, 17, { ...request, rackId: 5 as never }))
  assert.equal(writer.finish().toString('hex'), '0001')
})

test('a message larger than any chunk, and one that begins at the end of a chunk', () => {
  const partitions = Array.from({ length: 20_000 }, (_, i) => ({ ...partition, partition: i }))
  const large = { ...request, topics: [{ ...topic, partitions }] }
  const writer = new Writer()
  const expected = encode(large)
  assert.ok(expected.length > 600_000)
  for (let i = 0; i < 300; i++) {
    Fetch.request.encode(writer, 17, request)
    assert.deepEqual(writer.finish(), encode(request))
  }
  Fetch.request.encode(writer, 17, large)
  assert.ok(writer.finish().equals(expected))
})

test('what the connection must know of an API', () => {
  assert.equal(Produce.expectsResponse({ acks: 0, timeoutMs: 1, topicData: [] }), false)
  assert.equal(Produce.expectsResponse({ acks: -1, timeoutMs: 1, topicData: [] }), true)
  assert.equal(Fetch.serverWait?.({ ...request, maxWaitMs: 500 }), 500)
  assert.equal(Fetch.serverWait?.({ ...request, maxWaitMs: -1 }), 0)
  assert.equal(OffsetCommit.throttleTime?.({ ...OffsetCommit.response.defaults(), throttleTimeMs: 7 }), 7)
})
