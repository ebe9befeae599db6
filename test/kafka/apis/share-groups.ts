import { randomUUID } from 'node:crypto'
import {
  AlterShareGroupOffsets,
  DeleteShareGroupOffsets,
  DeleteShareGroupState,
  DescribeShareGroupOffsets,
  IncrementalAlterConfigs,
  InitializeShareGroupState,
  Produce,
  ReadShareGroupState,
  ReadShareGroupStateSummary,
  ShareAcknowledge,
  ShareFetch,
  ShareGroupDescribe,
  ShareGroupHeartbeat,
  WriteShareGroupState,
} from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import { producing } from './records.js'
import type { World } from './world.js'

const accept = 1

/** Share groups (KIP-932): members, records that are acquired and acknowledged, offsets, and the state behind them. */
export const shareGroups: readonly Exchange[] = [
  exchange(
    ShareGroupHeartbeat,
    async (world, version) => {
      await world.data()
      await world.coordinator(`sharers-${version}`)
      return joining(`sharers-${version}`)
    },
    { until: ({ assignment }) => (assignment?.topicPartitions.length ?? 0) > 0 },
  ),
  exchange(
    ShareGroupDescribe,
    async (world, version) => {
      const { groupId } = await member(world, `described-sharers-${version}`)
      return { groupIds: [groupId], includeAuthorizedOperations: false }
    },
    { until: ({ groups }) => (groups[0]?.members[0]?.assignment.topicPartitions.length ?? 0) > 0 },
  ),
  exchange(ShareFetch, async (world, version) => sharing(await reader(world, `fetching-${version}`)), {
    until: ({ responses }) => (responses[0]?.partitions[0]?.acquiredRecords.length ?? 0) > 0,
  }),
  exchange(ShareAcknowledge, async (world, version) => {
    const sharer = await reader(world, `acknowledging-${version}`)
    const { responses } = await world.send(ShareFetch, sharing(sharer), {
      version: 1,
      until: ({ responses }) => (responses[0]?.partitions[0]?.acquiredRecords.length ?? 0) > 0,
    })
    const acquired = responses[0]?.partitions[0]?.acquiredRecords ?? []
    const acknowledgementBatches = acquired.map(({ firstOffset, lastOffset }) => {
      return { firstOffset, lastOffset, acknowledgeTypes: [accept] }
    })
    const { groupId, memberId, topicId } = sharer
    const topics = [{ topicId, partitions: [{ partitionIndex: 0, acknowledgementBatches }] }]
    return { groupId, memberId, shareSessionEpoch: 1, topics }
  }),
  exchange(
    DescribeShareGroupOffsets,
    async (world, version) => {
      const { groupId } = await reader(world, `offsets-described-${version}`)
      return { groups: [{ groupId, topics: [{ topicName: 'data', partitions: [0] }] }] }
    },
    { until: ({ groups }) => (groups[0]?.topics.length ?? 0) > 0 },
  ),
  exchange(AlterShareGroupOffsets, async (world) => {
    const groupId = await abandoned(world, 'offsets-altered')
    return { groupId, topics: [{ topicName: 'data', partitions: [{ partitionIndex: 0, startOffset: 0 }] }] }
  }),
  exchange(DeleteShareGroupOffsets, async (world) => {
    const groupId = await abandoned(world, 'offsets-deleted')
    return { groupId, topics: [{ topicName: 'data' }] }
  }),
  exchange(InitializeShareGroupState, async (world) => await initializing(world, 'initialized')),
  exchange(WriteShareGroupState, async (world, version) => {
    return await writing(world, `written-${version}`)
  }),
  exchange(ReadShareGroupState, async (world) => {
    const groupId = 'read'
    await world.send(WriteShareGroupState, await writing(world, groupId), { version: 0 })
    return { groupId, topics: [{ topicId: await world.data(), partitions: [{ partition: 0, leaderEpoch: 0 }] }] }
  }),
  exchange(ReadShareGroupStateSummary, async (world, version) => {
    const groupId = `summarized-${version}`
    await world.send(WriteShareGroupState, await writing(world, groupId), { version: 0 })
    return { groupId, topics: [{ topicId: await world.data(), partitions: [{ partition: 0, leaderEpoch: 0 }] }] }
  }),
  exchange(DeleteShareGroupState, async (world) => {
    const groupId = 'deleted'
    await world.send(WriteShareGroupState, await writing(world, groupId), { version: 0 })
    return { groupId, topics: [{ topicId: await world.data(), partitions: [{ partition: 0 }] }] }
  }),
]

function joining(groupId: string) {
  return { groupId, memberId: randomUUID(), memberEpoch: 0, subscribedTopicNames: ['data'] }
}

export interface Sharer {
  readonly groupId: string
  readonly memberId: string
  readonly topicId: string
}

async function member(world: World, groupId: string): Promise<Sharer> {
  const topicId = await world.data()
  await world.coordinator(groupId)
  const joined = joining(groupId)
  await world.send(ShareGroupHeartbeat, joined, {
    version: 1,
    until: ({ assignment }) => (assignment?.topicPartitions.length ?? 0) > 0,
  })
  return { groupId, memberId: joined.memberId, topicId }
}

/** A member of a group that begins at the first record, on a topic that has some. */
export async function reader(world: World, groupId: string): Promise<Sharer> {
  const configs = [{ name: 'share.auto.offset.reset', configOperation: 0, value: 'earliest' }]
  const resources = [{ resourceType: 32, resourceName: groupId, configs }]
  await world.send(IncrementalAlterConfigs, { resources, validateOnly: false }, { version: 1 })
  await world.send(Produce, producing('data', await world.data(), 9), { version: 9 })
  return await member(world, groupId)
}

/** A group whose only member has left: the offsets of a group with members cannot be changed. */
async function abandoned(world: World, groupId: string): Promise<string> {
  const { memberId } = await reader(world, groupId)
  const leaving = { groupId, memberId, memberEpoch: -1, subscribedTopicNames: null }
  await world.send(ShareGroupHeartbeat, leaving, { version: 1 })
  return groupId
}

export function sharing({ groupId, memberId, topicId }: Sharer) {
  const partitions = [{ partitionIndex: 0, acknowledgementBatches: [] }]
  const limits = { maxWaitMs: 100, minBytes: 1, maxRecords: 10, batchSize: 10 }
  return {
    groupId,
    memberId,
    shareSessionEpoch: 0,
    ...limits,
    topics: [{ topicId, partitions }],
    forgottenTopicsData: [],
  }
}

async function initializing(world: World, groupId: string) {
  const topicId = await world.data()
  await world.coordinator(`${groupId}:${topicId}:0`, 2)
  return { groupId, topics: [{ topicId, partitions: [{ partition: 0, stateEpoch: 0, startOffset: 0 }] }] }
}

async function writing(world: World, groupId: string) {
  await world.send(InitializeShareGroupState, await initializing(world, groupId), { version: 0 })
  const stateBatches = [{ firstOffset: 0, lastOffset: 1, deliveryState: 2, deliveryCount: 1 }]
  const partition = { partition: 0, stateEpoch: 0, leaderEpoch: 0, startOffset: 0, stateBatches }
  return { groupId, topics: [{ topicId: await world.data(), partitions: [partition] }] }
}
