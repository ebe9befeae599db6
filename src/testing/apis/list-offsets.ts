import { ListOffsets } from '../../messages/ListOffsets.js'
import type { ListOffsetsResponseListOffsetsPartitionResponseInput } from '../../messages/ListOffsets.js'
import { route } from '../../server/index.js'
import type { Route } from '../../server/index.js'
import type { Cluster } from '../cluster.js'
import type { PartitionLog } from '../partition-log.js'

const UNKNOWN_TOPIC_OR_PARTITION = 3
const NOT_LEADER_OR_FOLLOWER = 6
const LATEST = -1n
const EARLIEST = -2n
const MAX_TIMESTAMP = -3n
const EARLIEST_LOCAL = -4n

/** Where a partition begins, where it ends, and where a time is in it. */
export function listOffsetsRoute(cluster: Cluster, nodeId: number): Route {
  return route(ListOffsets, (request, { apiVersion }) => ({
    topics: request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex, timestamp }) => {
        const log = cluster.topic(name)?.partitions[partitionIndex]
        if (log === undefined) return { partitionIndex, errorCode: UNKNOWN_TOPIC_OR_PARTITION }
        if (cluster.leader(partitionIndex)?.id !== nodeId) return { partitionIndex, errorCode: NOT_LEADER_OR_FOLLOWER }
        return { partitionIndex, errorCode: 0, ...find(log, timestamp), ...(apiVersion >= 4 ? { leaderEpoch: 0 } : {}) }
      }),
    })),
  }))
}

function find(
  log: PartitionLog,
  timestamp: bigint,
): Pick<ListOffsetsResponseListOffsetsPartitionResponseInput, 'offset' | 'timestamp'> {
  if (timestamp === LATEST) return { offset: log.endOffset }
  if (timestamp === EARLIEST || timestamp === EARLIEST_LOCAL) return { offset: log.startOffset }
  const found = timestamp === MAX_TIMESTAMP ? log.latestTimestamp() : log.offsetFor(timestamp)
  return found ?? {}
}
