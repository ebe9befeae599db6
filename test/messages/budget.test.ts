import assert from 'node:assert/strict'
import { getHeapStatistics } from 'node:v8'
import { test } from 'node:test'
import { DecodeError } from '#src/errors.js'
import {
  ApiVersions,
  ConsumerGroupHeartbeat,
  DescribeAcls,
  DescribeClientQuotas,
  DescribeGroups,
  DescribeTopicPartitions,
  Fetch,
  IncrementalAlterConfigs,
  ListConfigResources,
  ListOffsets,
  Metadata,
  OffsetCommit,
  OffsetFetch,
} from '#src/messages/index.js'
import { budgetOf } from '#src/protocol/budget.js'
import { Reader } from '#src/protocol/reader.js'
import { Writer } from '#src/protocol/writer.js'
import {
  denseFrame,
  denseFrameOf,
  hollow,
  nearlyHollow,
  pathOf,
  plausible,
  waysOf,
  type Making,
} from './dense-message.js'
import { everyMessage, versionsOf, type AnyMessage } from './every-message.js'
import { Random } from './random.js'
import { randomMessage } from './random-message.js'

const MiB = 2 ** 20
/** Bytes of memory for each of a large frame. */
const factor = 24

/** The bytes of memory that decoding is charged for each byte of the frame. */
function expansion(message: AnyMessage, version: number, frame: Buffer): number {
  const reader = new Reader(frame)
  const { budget } = reader
  message.decode(reader, version)
  return ((budget - reader.budget) * 8) / frame.length
}

/** The versions in which a message looks different at all: its first, its first flexible one, its last. */
function landmarks(message: AnyMessage): number[] {
  const { minVersion, maxVersion, flexibleSince } = message
  return [...new Set([minVersion, Math.max(minVersion, flexibleSince ?? minVersion), maxVersion])]
}

function densities(message: AnyMessage): { readonly name: string; readonly times: number }[] {
  return landmarks(message).flatMap((version) =>
    waysOf(message, version).map((way) => {
      const frame = denseFrame({ message, version, way, filling: plausible }, 300)
      return { name: `${message.name} ${version} ${pathOf(way)}`, times: expansion(message, version, frame) }
    }),
  )
}

test('a budget is 24 times the frame, at least a mebibyte, at most a gibibyte', () => {
  const bytes = [0, 40_000, 10 * MiB, 100 * MiB, 2 ** 31 - 1].map((length) => budgetOf(length) * 8)
  assert.deepEqual(bytes, [MiB, MiB, 240 * MiB, 1024 * MiB, 1024 * MiB])
})

test('every version of every message: what is honest takes less than half of its budget', () => {
  for (const message of everyMessage) {
    for (const version of versionsOf(message)) {
      const seed = Math.floor(Math.random() * 2 ** 32)
      const writer = new Writer()
      message.encode(writer, version, randomMessage(message, version, new Random(seed)) as never)
      const reader = new Reader(writer.finish())
      const { budget } = reader
      message.decode(reader, version)
      assert.ok(reader.budget > budget / 2, `${message.name} version ${version}, seed ${seed}`)
    }
  }
})

test('no array of any message is refused for its length, as long as its elements say something', () => {
  const all = everyMessage.flatMap(densities)
  assert.ok(all.length > 700)
  assert.deepEqual(
    all.filter(({ times }) => times >= factor),
    [],
  )
})

// What a cluster with very many partitions, groups or rules says in large frames.
const large: readonly AnyMessage[] = [
  ApiVersions.response,
  ConsumerGroupHeartbeat.response,
  DescribeAcls.response,
  DescribeTopicPartitions.response,
  Fetch.request,
  Fetch.response,
  IncrementalAlterConfigs.request,
  ListOffsets.request,
  ListOffsets.response,
  Metadata.request,
  Metadata.response,
  OffsetCommit.request,
  OffsetCommit.response,
  OffsetFetch.response,
]

test('large frames of brokers take half of their budget at most', () => {
  assert.deepEqual(
    large.flatMap(densities).filter(({ times }) => times > factor / 2),
    [],
  )
})

for (const message of large) {
  test(`two mebibytes of ${message.name} are decoded, whichever of its arrays they fill`, () => {
    const version = message.maxVersion
    for (const way of waysOf(message, version)) {
      const making: Making = { message, version, way, filling: plausible }
      assert.ok(expansion(message, version, denseFrameOf(making, 2 * MiB)) <= factor / 2, pathOf(way))
    }
  })
}

const crafted = everyMessage.flatMap((message) => {
  const version = message.maxVersion
  return [hollow, nearlyHollow].flatMap((filling) =>
    waysOf(message, version).map((way) => ({ message, version, way, filling })),
  )
})

test('no array of any message, filled with as little as there may be, takes more memory than its budget', () => {
  const refused = crafted.filter((making) => {
    const { message, version, way } = making
    const frame = denseFrameOf(making, MiB / 16)
    const name = `${message.name} ${pathOf(way)}`
    const before = getHeapStatistics().used_heap_size
    try {
      message.decode(new Reader(frame), version)
    } catch (error) {
      assert.ok(error instanceof DecodeError, name)
      assert.match(error.hint ?? '', /ask for less at once/)
      // Either the whole array is too much, or a text or bytes within.
      assert.ok(error.path?.startsWith(pathOf(way)), `${name}: ${error.message}`)
      return true
    } finally {
      // What is garbage by now counts, too: all is read twice to find the path.
      assert.ok(getHeapStatistics().used_heap_size - before < 4 * 8 * budgetOf(frame.length), name)
    }
    return false
  })
  assert.ok(refused.length > 20 && refused.length < crafted.length / 2, `${refused.length} of ${crafted.length}`)
})

/** Entries of two empty arrays and no tags: three bytes, an object of more than a hundred. */
const quotas = (size: number): Buffer => {
  const head = Buffer.from('00000000' + '0000' + '00', 'hex')
  const count = Math.floor(size / 3)
  const length: number[] = []
  for (let rest = count + 1; ; rest >>>= 7) {
    length.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest)
    if (rest <= 0x7f) break
  }
  return Buffer.concat([head, Buffer.from(length), Buffer.alloc(3 * count, Buffer.from('010100', 'hex')), Buffer.of(0)])
}

test('ten mebibytes of structs of three bytes are refused before any is made', () => {
  const frame = quotas(10 * MiB)
  const before = getHeapStatistics().used_heap_size
  assert.throws(() => DescribeClientQuotas.response.decode(new Reader(frame), 1), {
    name: 'DecodeError',
    code: 'DECODE_FAILED',
    api: 'DescribeClientQuotasResponse',
    version: 1,
    path: 'entries',
    offset: 11,
    retriable: false,
    message:
      /^DescribeClientQuotasResponse version 1, entries: the message would take more than 240 MiB of memory \(at/,
    hint: /far smaller, parts .*: the peer may .* If it is honest, ask for less at once/,
  })
  assert.ok(getHeapStatistics().used_heap_size - before < MiB)
  // A small frame of the same is nothing to be afraid of.
  assert.equal(DescribeClientQuotas.response.decode(new Reader(quotas(20_000)), 1).entries?.length, 6666)
})

test('many arrays that are modest each exhaust the same budget, and the error names the one that did', () => {
  const group = Buffer.concat([
    Buffer.from('0000' + '00' + '0267' + '01' + '01' + '01', 'hex'),
    Buffer.of(0xe9, 0x07),
    ...Array.from({ length: 1000 }, () => Buffer.from('01' + '00' + '01' + '01' + '0261' + '0261' + '00', 'hex')),
    Buffer.from('80000000' + '00', 'hex'),
  ])
  const frame = Buffer.concat([Buffer.from('00000000' + '69', 'hex'), ...Array.from({ length: 104 }, () => group)])
  const thrown = (): DecodeError => {
    try {
      DescribeGroups.response.decode(new Reader(Buffer.concat([frame, Buffer.of(0)])), 6)
    } catch (error) {
      if (error instanceof DecodeError) return error
      throw error
    }
    assert.fail('it is too much')
  }
  const { path, offset, hint } = thrown()
  assert.match(path ?? '', /^groups\[\d+\]\.members(\[\d+\]\.\w+)?$/)
  assert.ok((offset ?? 0) > frame.length / 3 && (offset ?? 0) < frame.length)
  assert.ok(hint)
})

test('tagged fields that nobody knows count: each is two objects', () => {
  const topic = Buffer.from('00'.repeat(16) + '00' + '01' + '6400', 'hex')
  const many = (element: Buffer, count: number): Buffer =>
    Buffer.concat([
      Buffer.of(0x81, 0x80, 0x04),
      ...Array.from({ length: count }, () => element),
      Buffer.from('010000', 'hex'),
    ])
  // 65,536 topics of 20 bytes are 1.25 MiB, and well below the budget.
  assert.equal(Metadata.request.decode(new Reader(many(topic, 65_536)), 12).topics?.length, 65_536)
  // The request's own: two bytes each, tags in ascending order.
  const tags = Array.from({ length: 16_000 }, (_, i) =>
    Buffer.of((i & 0x7f) | 0x80, ((i >> 7) & 0x7f) | 0x80, i >> 14, 0),
  )
  const frame = Buffer.concat([Buffer.from('010000' + '80fd00', 'hex'), ...tags])
  assert.throws(() => Metadata.request.decode(new Reader(frame), 12), {
    name: 'DecodeError',
    path: '',
    hint: /ask for less/,
  })
})

test('an array of more elements than V8 keeps in a row is refused, however small they are', () => {
  const frame = Buffer.concat([Buffer.from('81808010', 'hex'), Buffer.alloc(2 ** 25), Buffer.of(0)])
  assert.throws(() => ListConfigResources.request.decode(new Reader(frame), 1), {
    name: 'DecodeError',
    path: 'resourceTypes',
    offset: 4,
    message: /would take more than/,
  })
})

test('a reader that begins anew has the whole budget again', () => {
  const reader = new Reader(quotas(MiB))
  const { budget } = reader
  assert.throws(() => DescribeClientQuotas.response.decode(reader, 1), { hint: /ask for less/ })
  reader.reset(quotas(20_000))
  assert.ok(reader.budget < budget)
  assert.equal(DescribeClientQuotas.response.decode(reader, 1).entries?.length, 6666)
})

test('empty bytes take no memory, and keep no frame in it', () => {
  const bytes = new Reader(Buffer.from('00000000', 'hex')).bytes()
  assert.equal(bytes.length, 0)
  assert.equal(bytes.buffer.byteLength, 0)
})
