import { DescribeProducers, Fetch, ListOffsets, OffsetForLeaderEpoch, Produce } from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import { recordBatch } from './record-batch.js'
import type { World } from './world.js'

const invalidRecord = 87

/** Records in and out. */
export const records: readonly Exchange[] = [
  exchange(Produce, async (world, version) => producing('data', await world.data(), version)),
  // a compacted topic refuses records without a key and tells which ones they were
  exchange(
    Produce,
    async (world, version) => {
      const topicId = await world.topic('compacted', { configs: { 'cleanup.policy': 'compact' } })
      return producing('compacted', topicId, version)
    },
    { versions: [8, 13], errors: [invalidRecord] },
  ),
  exchange(Fetch, async (world, version) => fetching('data', await world.data(), version), {
    until: ({ responses }) => (responses[0]?.partitions[0]?.records?.length ?? 0) > 0,
  }),
  exchange(ListOffsets, () => ({
    replicaId: -1,
    isolationLevel: 0,
    topics: [{ name: 'data', partitions: [{ partitionIndex: 0, timestamp: -1 }] }],
    timeoutMs: 1000,
  })),
  exchange(OffsetForLeaderEpoch, () => ({
    topics: [{ topic: 'data', partitions: [{ partition: 0, leaderEpoch: 0 }] }],
  })),
  exchange(
    DescribeProducers,
    async (world) => {
      await produceIdempotently(world)
      return { topics: [{ name: 'data', partitionIndexes: [1] }] }
    },
    { until: ({ topics }) => (topics[0]?.partitions[0]?.activeProducers.length ?? 0) > 0 },
  ),
]

export function producing(name: string, topicId: string, version: number) {
  const partitionData = [{ index: 0, records: recordBatch([{ value: 'one' }, { value: 'two' }]) }]
  return { acks: -1, timeoutMs: 5000, topicData: [{ ...topicOf(name, topicId, version >= 13), partitionData }] }
}

export function fetching(name: string, topicId: string, version: number) {
  const { name: topic, ...id } = topicOf(name, topicId, version >= 13)
  const partitions = [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1 << 20 }]
  return {
    maxWaitMs: 100,
    minBytes: 1,
    isolationLevel: 1,
    topics: [{ ...(topic === undefined ? id : { topic }), partitions }],
    forgottenTopicsData: [],
  }
}

function topicOf(name: string, topicId: string, byId: boolean): { name?: string; topicId?: string } {
  return byId ? { topicId } : { name }
}

async function produceIdempotently(world: World): Promise<void> {
  await world.data()
  const { producerId, producerEpoch } = await world.producer(null)
  const records = recordBatch([{ value: 'once' }], { producerId, producerEpoch })
  const topicData = [{ name: 'data', partitionData: [{ index: 1, records }] }]
  await world.send(Produce, { acks: -1, timeoutMs: 5000, topicData }, { version: 9 })
}
