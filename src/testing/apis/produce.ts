import { Produce } from '../../messages/Produce.js'
import type {
  ProduceRequestPartitionProduceData,
  ProduceResponsePartitionProduceResponseInput,
} from '../../messages/Produce.js'
import { route } from '../../server/index.js'
import type { Route } from '../../server/index.js'
import type { Cluster, Topic } from '../cluster.js'
import { BatchError } from '../record-batch.js'

const UNKNOWN_TOPIC_OR_PARTITION = 3
const NOT_LEADER_OR_FOLLOWER = 6
const INVALID_RECORD = 87
const UNKNOWN_TOPIC_ID = 100

/** Keeps record batches as they come, once their CRC is right, and assigns offsets. */
export function produceRoute(cluster: Cluster, nodeId: number): Route {
  return route(Produce, (request, { apiVersion }) => {
    const responses = request.topicData.map(({ name, topicId, partitionData }) => {
      const topic = apiVersion >= 13 ? cluster.topicById(topicId) : cluster.topic(name)
      const unknown = apiVersion >= 13 ? UNKNOWN_TOPIC_ID : UNKNOWN_TOPIC_OR_PARTITION
      const partitionResponses = partitionData.map((data) =>
        topic === undefined ? failed(data.index, unknown) : append({ cluster, topic, nodeId }, data),
      )
      return { name, topicId, partitionResponses }
    })
    return Produce.expectsResponse(request) ? { responses } : null
  })
}

interface Target {
  readonly cluster: Cluster
  readonly topic: Topic
  readonly nodeId: number
}

function append(
  { cluster, topic, nodeId }: Target,
  { index, records }: ProduceRequestPartitionProduceData,
): ProduceResponsePartitionProduceResponseInput {
  const log = topic.partitions[index]
  if (log === undefined) return failed(index, UNKNOWN_TOPIC_OR_PARTITION)
  if (cluster.leader(index)?.id !== nodeId) return failed(index, NOT_LEADER_OR_FOLLOWER)
  if (records === null) return failed(index, INVALID_RECORD)
  try {
    return { index, errorCode: 0, baseOffset: log.append(records), logStartOffset: log.startOffset }
  } catch (error) {
    if (!(error instanceof BatchError)) throw error
    return { ...failed(index, error.errorCode), errorMessage: error.message }
  }
}

function failed(index: number, errorCode: number): ProduceResponsePartitionProduceResponseInput {
  return { index, errorCode, baseOffset: -1n }
}
