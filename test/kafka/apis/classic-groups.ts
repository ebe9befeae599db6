import {
  DeleteGroups,
  DescribeGroups,
  FindCoordinator,
  Heartbeat,
  JoinGroup,
  LeaveGroup,
  ListGroups,
  OffsetCommit,
  OffsetDelete,
  OffsetFetch,
  SyncGroup,
} from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import { joining, type World } from './world.js'

const memberIdRequired = 79

/** Consumer groups of the classic protocol: join, sync, heartbeat, leave, and the offsets of every group. */
export const classicGroups: readonly Exchange[] = [
  exchange(FindCoordinator, (_, version) =>
    version >= 4 ? { coordinatorKeys: ['data-readers'], keyType: 0 } : { key: 'data-readers', keyType: 0 },
  ),
  exchange(JoinGroup, async (world, version) => {
    const input = joining(`joined-${version}`)
    if (version < 4) return input
    const { memberId } = await world.send(JoinGroup, input, { version, errors: [memberIdRequired] })
    return { ...input, memberId }
  }),
  exchange(SyncGroup, async (world, version) => {
    const protocol = version >= 5 ? { protocolType: 'consumer', protocolName: 'range' } : {}
    return { ...syncing(await world.member(`synced-${version}`)), ...protocol }
  }),
  exchange(Heartbeat, async (world, version) => await stableMember(world, `beating-${version}`)),
  exchange(DescribeGroups, async (world, version) => {
    const { groupId } = await stableMember(world, `described-${version}`)
    return { groups: [groupId] }
  }),
  exchange(ListGroups, async (world, version) => {
    await stableMember(world, `listed-${version}`)
    return {}
  }),
  exchange(LeaveGroup, async (world, version) => {
    const { groupId, memberId } = await stableMember(world, `left-${version}`)
    return version >= 3 ? { groupId, members: [{ memberId }] } : { groupId, memberId }
  }),
  exchange(OffsetCommit, async (world, version) => await committing(world, `committed-${version}`, version)),
  exchange(OffsetFetch, async (world, version) => {
    const groupId = `fetched-${version}`
    await commit(world, groupId)
    if (version < 8) return { groupId, topics: [{ name: 'data', partitionIndexes: [0] }] }
    const topic = version >= 10 ? { topicId: await world.data() } : { name: 'data' }
    return { groups: [{ groupId, topics: [{ ...topic, partitionIndexes: [0] }] }] }
  }),
  exchange(OffsetDelete, async (world) => {
    await commit(world, 'offset-deleted')
    return { groupId: 'offset-deleted', topics: [{ name: 'data', partitions: [{ partitionIndex: 0 }] }] }
  }),
  exchange(DeleteGroups, async (world, version) => {
    await commit(world, `deleted-${version}`)
    return { groupsNames: [`deleted-${version}`] }
  }),
]

interface Member {
  readonly groupId: string
  readonly memberId: string
  readonly generationId: number
}

function syncing({ groupId, memberId, generationId }: Member) {
  return { groupId, memberId, generationId, assignments: [{ memberId, assignment: Buffer.from('mine') }] }
}

async function stableMember(world: World, groupId: string): Promise<Member> {
  const member = await world.member(groupId)
  await world.send(SyncGroup, syncing(member), { version: 3 })
  return member
}

/** A commit by nobody in particular, as tools do that set a group's offsets. */
async function committing(world: World, groupId: string, version: number) {
  const topicId = await world.data()
  await world.coordinator(groupId)
  const partitions = [{ partitionIndex: 0, committedOffset: 1, committedMetadata: null }]
  return { groupId, memberId: '', topics: [{ ...(version >= 10 ? { topicId } : { name: 'data' }), partitions }] }
}

async function commit(world: World, groupId: string): Promise<void> {
  await world.send(OffsetCommit, await committing(world, groupId, 8), { version: 8 })
}
