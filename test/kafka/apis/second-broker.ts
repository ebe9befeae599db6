import {
  AlterPartitionReassignments,
  DescribeQuorum,
  DescribeTopicPartitions,
  ElectLeaders,
  Fetch,
  ListPartitionReassignments,
  Metadata,
  Produce,
  ShareFetch,
  UnregisterBroker,
} from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import { fetching, producing } from './records.js'
import { reader, sharing, type Sharer } from './share-groups.js'
import { Shadow } from './shadow.js'
import type { World } from './world.js'

const notLeader = 6
const electionNotNeeded = 84

/** What only a cluster of more than one broker has. */
export const secondBroker: readonly Exchange[] = [
  exchange(Produce, async (world, version) => producing('elsewhere', await elsewhere(world), version), {
    versions: [10, Produce.maxVersion],
    errors: [notLeader],
    until: ({ nodeEndpoints }) => nodeEndpoints.length > 0,
  }),
  exchange(Fetch, async (world, version) => fetching('elsewhere', await elsewhere(world), version), {
    versions: [16, Fetch.maxVersion],
    errors: [notLeader],
    until: ({ nodeEndpoints }) => nodeEndpoints.length > 0,
  }),
  exchange(ShareFetch, async (world, version) => sharing(await sharerElsewhere(world, `far-${version}`)), {
    errors: [notLeader],
    until: ({ nodeEndpoints }) => nodeEndpoints.length > 0,
  }),
  exchange(
    DescribeQuorum,
    async (world) => {
      await world.shadow.follow()
      return { topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }] }
    },
    { until: ({ topics }) => (topics[0]?.partitions[0]?.observers.length ?? 0) > 0 },
  ),
  exchange(
    Metadata,
    async (world) => {
      await onBoth(world)
      return { topics: [{ name: 'both' }] }
    },
    {
      versions: [5, Metadata.maxVersion],
      until: ({ topics }) => (topics[0]?.partitions[0]?.offlineReplicas.length ?? 0) > 0,
    },
  ),
  exchange(
    DescribeTopicPartitions,
    async (world) => {
      await onBoth(world)
      return { topics: [{ name: 'both' }] }
    },
    { until: ({ topics }) => (topics[0]?.partitions[0]?.offlineReplicas.length ?? 0) > 0 },
  ),
  // replicas that might lack what was acknowledged are no longer eligible, only the last ones that were
  exchange(
    DescribeTopicPartitions,
    async (world) => {
      await elsewhere(world)
      await world.shadow.fence()
      await world.shadow.crash()
      return { topics: [{ name: 'elsewhere' }] }
    },
    { until: ({ topics }) => topics[0]?.partitions[0]?.eligibleLeaderReplicas?.length === 0 },
  ),
  exchange(AlterPartitionReassignments, async (world, version) => {
    const name = `moved-${version}`
    await world.topic(name)
    return { topics: [{ name, partitions: [{ partitionIndex: 0, replicas: [Shadow.id] }] }] }
  }),
  exchange(ListPartitionReassignments, () => ({ topics: null }), { until: ({ topics }) => topics.length > 0 }),
  exchange(
    ElectLeaders,
    async (world, version) => {
      await world.data()
      return { topicPartitions: [{ topic: 'data', partitions: [0] }], ...(version >= 1 && { electionType: 0 }) }
    },
    { errors: [electionNotNeeded] },
  ),
  exchange(UnregisterBroker, () => ({ brokerId: Shadow.id })),
]

/** A topic of which the real broker has nothing: the shadow leads it. */
async function elsewhere(world: World): Promise<string> {
  await world.shadow.live()
  return await world.topic('elsewhere', { leaders: [Shadow.id] })
}

async function sharerElsewhere(world: World, groupId: string): Promise<Sharer> {
  return { ...(await reader(world, groupId)), topicId: await elsewhere(world) }
}

/** A topic whose second replica was there once, and is offline now. */
async function onBoth(world: World): Promise<void> {
  await world.shadow.live()
  await world.topic('both', { replicas: [Shadow.id], configs: { 'min.insync.replicas': '2' } })
  await world.shadow.fence()
}
