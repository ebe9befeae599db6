import {
  AddOffsetsToTxn,
  AddPartitionsToTxn,
  DescribeTransactions,
  EndTxn,
  Fetch,
  InitProducerId,
  ListTransactions,
  Produce,
  TxnOffsetCommit,
  WriteTxnMarkers,
} from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import { recordBatch } from './record-batch.js'
import { fetching } from './records.js'
import type { World } from './world.js'

/** Transactions, and what an aborted one leaves behind. Every line has a transactional id of its own. */
export const transactions: readonly Exchange[] = [
  exchange(InitProducerId, async (world, version) => {
    const transactionalId = `init-${version}`
    await world.coordinator(transactionalId, 1)
    return { transactionalId, transactionTimeoutMs: 60_000 }
  }),
  exchange(AddPartitionsToTxn, async (world, version) => {
    const transactionalId = `partitions-${version}`
    const producer = await world.producer(transactionalId)
    const topics = [{ name: 'data', partitions: [0] }]
    if (version >= 4) return { transactions: [{ transactionalId, ...producer, verifyOnly: false, topics }] }
    return {
      v3AndBelowTransactionalId: transactionalId,
      v3AndBelowProducerId: producer.producerId,
      v3AndBelowProducerEpoch: producer.producerEpoch,
      v3AndBelowTopics: topics,
    }
  }),
  exchange(AddOffsetsToTxn, async (world, version) => {
    const transactionalId = `offsets-${version}`
    return { transactionalId, ...(await world.producer(transactionalId)), groupId: 'data-readers' }
  }),
  exchange(TxnOffsetCommit, async (world, version) => {
    const transactionalId = `commit-${version}`
    const groupId = 'data-readers'
    const producer = await world.producer(transactionalId)
    await world.coordinator(groupId)
    await world.send(AddOffsetsToTxn, { transactionalId, ...producer, groupId }, { version: 3 })
    const partitions = [{ partitionIndex: 0, committedOffset: 1, committedMetadata: null }]
    return { transactionalId, groupId, ...producer, topics: [{ name: 'data', partitions }] }
  }),
  exchange(EndTxn, async (world, version) => {
    const transactionalId = `end-${version}`
    return { transactionalId, ...(await begin(world, transactionalId)), committed: true }
  }),
  exchange(WriteTxnMarkers, async (world) => {
    const { producerId, producerEpoch } = await world.producer(null)
    const topics = [{ name: 'data', partitionIndexes: [2] }]
    const marker = { producerId, producerEpoch, transactionResult: true, topics, coordinatorEpoch: 0 }
    return { markers: [marker] }
  }),
  exchange(
    DescribeTransactions,
    async (world) => {
      await begin(world, 'described')
      return { transactionalIds: ['described'] }
    },
    { until: ({ transactionStates }) => (transactionStates[0]?.topics.length ?? 0) > 0 },
  ),
  exchange(
    ListTransactions,
    async (world, version) => {
      await begin(world, `listed-${version}`)
      return { stateFilters: ['Ongoing', 'NoSuchState'], producerIdFilters: [] }
    },
    { until: ({ transactionStates }) => transactionStates.length > 0 },
  ),
  exchange(
    Fetch,
    async (world, version) => {
      const topicId = await world.topic('aborted')
      await abort(world)
      return fetching('aborted', topicId, version)
    },
    { until: ({ responses }) => (responses[0]?.partitions[0]?.abortedTransactions?.length ?? 0) > 0 },
  ),
]

interface Producer {
  readonly producerId: bigint
  readonly producerEpoch: number
}

async function begin(world: World, transactionalId: string, topic = 'data'): Promise<Producer> {
  const producer = await world.producer(transactionalId)
  const input = {
    v3AndBelowTransactionalId: transactionalId,
    v3AndBelowProducerId: producer.producerId,
    v3AndBelowProducerEpoch: producer.producerEpoch,
    v3AndBelowTopics: [{ name: topic, partitions: [0] }],
  }
  await world.send(AddPartitionsToTxn, input, { version: 3 })
  return producer
}

/** Leaves two records and an abort marker on topic `aborted`. */
async function abort(world: World): Promise<void> {
  const transactionalId = 'aborting'
  const producer = await begin(world, transactionalId, 'aborted')
  const records = recordBatch([{ value: 'never' }, { value: 'was' }], { ...producer, transactional: true })
  const topicData = [{ name: 'aborted', partitionData: [{ index: 0, records }] }]
  await world.send(Produce, { transactionalId, acks: -1, timeoutMs: 5000, topicData }, { version: 9 })
  await world.send(EndTxn, { transactionalId, ...producer, committed: false }, { version: 3 })
}
