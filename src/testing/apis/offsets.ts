import { OffsetCommit } from '../../messages/OffsetCommit.js'
import type { OffsetCommitRequestPartition } from '../../messages/OffsetCommit.js'
import { OffsetFetch } from '../../messages/OffsetFetch.js'
import { route } from '../../server/index.js'
import type { Route } from '../../server/index.js'
import type { Cluster } from '../cluster.js'
import type { CommittedOffset, Group } from '../group.js'
import type { Groups } from '../groups.js'

const UNKNOWN_TOPIC_OR_PARTITION = 3
const NOT_COORDINATOR = 16
// From version 10 on topics go by their ids, which the offsets here are not kept by.
const NAMES = { maxVersion: 9 }

/** Where the members of groups have got to. */
export function offsetRoutes(cluster: Cluster, groups: Groups, nodeId: number): Route[] {
  const commit = route(
    OffsetCommit,
    ({ groupId, memberId, groupInstanceId, generationIdOrMemberEpoch, topics }) => {
      const group = groups.get(groupId)
      const claim = { memberId, instanceId: groupInstanceId, generation: generationIdOrMemberEpoch }
      const errorCode = groups.isCoordinator(groupId, nodeId) ? group.mayCommit(claim) : NOT_COORDINATOR
      const keep = (name: string, partition: OffsetCommitRequestPartition): number => {
        if (errorCode !== 0) return errorCode
        if (cluster.topic(name)?.partitions[partition.partitionIndex] === undefined) return UNKNOWN_TOPIC_OR_PARTITION
        const { committedOffset: offset, committedLeaderEpoch: leaderEpoch, committedMetadata: metadata } = partition
        group.offsets.set(`${name} ${partition.partitionIndex}`, { offset, leaderEpoch, metadata })
        return 0
      }
      return {
        topics: topics.map(({ name, partitions }) => ({
          name,
          partitions: partitions.map((partition) => ({
            partitionIndex: partition.partitionIndex,
            errorCode: keep(name, partition),
          })),
        })),
      }
    },
    NAMES,
  )
  const fetch = route(
    OffsetFetch,
    ({ groupId, topics, groups: asked }, { apiVersion }) => {
      const errorCode = (id: string): number => (groups.isCoordinator(id, nodeId) ? 0 : NOT_COORDINATOR)
      const of = (id: string, names: readonly Asked[] | null): ReturnType<typeof offsetsOf> =>
        errorCode(id) === 0 ? offsetsOf(groups.find(id), names) : []
      if (apiVersion < 8) return { topics: of(groupId, topics), errorCode: errorCode(groupId) }
      return {
        groups: asked.map(({ groupId: id, topics: names }) => ({
          groupId: id,
          topics: of(id, names),
          errorCode: errorCode(id),
        })),
      }
    },
    NAMES,
  )
  return [commit, fetch]
}

interface Asked {
  readonly name: string
  readonly partitionIndexes: readonly number[]
}

interface Answered {
  readonly name: string
  readonly partitions: {
    readonly partitionIndex: number
    readonly committedOffset: bigint
    readonly committedLeaderEpoch: number
    readonly metadata: string | null
    readonly errorCode: number
  }[]
}

/** Those that were asked for, -1 where there is none; or all that there are. */
function offsetsOf(group: Group | undefined, asked: readonly Asked[] | null): Answered[] {
  return (asked ?? everything(group)).map(({ name, partitionIndexes }) => ({
    name,
    partitions: partitionIndexes.map((partitionIndex) => {
      const { offset, leaderEpoch, metadata } = group?.offsets.get(`${name} ${partitionIndex}`) ?? NONE
      return { partitionIndex, committedOffset: offset, committedLeaderEpoch: leaderEpoch, metadata, errorCode: 0 }
    }),
  }))
}

const NONE: CommittedOffset = { offset: -1n, leaderEpoch: -1, metadata: '' }

function everything(group: Group | undefined): Asked[] {
  const topics = new Map<string, number[]>()
  for (const key of group?.offsets.keys() ?? []) {
    // No topic's name has a blank.
    const [name = '', partition] = key.split(' ')
    topics.set(name, [...(topics.get(name) ?? []), Number(partition)])
  }
  return Array.from(topics, ([name, partitionIndexes]) => ({ name, partitionIndexes }))
}
