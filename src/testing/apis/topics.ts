import { CreatePartitions } from '../../messages/CreatePartitions.js'
import { CreateTopics } from '../../messages/CreateTopics.js'
import type {
  CreateTopicsRequestCreatableTopic,
  CreateTopicsResponseCreatableTopicResultInput,
} from '../../messages/CreateTopics.js'
import { DeleteRecords } from '../../messages/DeleteRecords.js'
import { DeleteTopics } from '../../messages/DeleteTopics.js'
import { route } from '../../server/index.js'
import type { Route } from '../../server/index.js'
import type { Cluster } from '../cluster.js'
import { isLegalTopic } from './metadata.js'

const OFFSET_OUT_OF_RANGE = 1
const UNKNOWN_TOPIC_OR_PARTITION = 3
const INVALID_TOPIC_EXCEPTION = 17
const TOPIC_ALREADY_EXISTS = 36
const INVALID_PARTITIONS = 37
const INVALID_REPLICATION_FACTOR = 38
const UNKNOWN_TOPIC_ID = 100
const MAX_PARTITIONS = 10_000

/** CreateTopics, CreatePartitions, DeleteTopics, DeleteRecords. */
export function topicRoutes(cluster: Cluster): Route[] {
  return [
    route(CreateTopics, ({ topics, validateOnly }) => ({
      throttleTimeMs: 0,
      topics: topics.map((topic) => create(cluster, topic, { validateOnly })),
    })),
    route(CreatePartitions, ({ topics, validateOnly }) => ({
      throttleTimeMs: 0,
      results: topics.map(({ name, count }) => ({
        name,
        errorMessage: null,
        errorCode: grow(cluster, name, { count, validateOnly }),
      })),
    })),
    route(DeleteTopics, ({ topics, topicNames }, { apiVersion }) => ({
      throttleTimeMs: 0,
      responses:
        apiVersion >= 6
          ? topics.map((topic) => remove(cluster, topic))
          : topicNames.map((name) => remove(cluster, { name })),
    })),
    route(DeleteRecords, ({ topics }) => ({
      throttleTimeMs: 0,
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex, offset }) => {
          const log = cluster.topic(name)?.partitions[partitionIndex]
          if (log === undefined) return { partitionIndex, lowWatermark: -1n, errorCode: UNKNOWN_TOPIC_OR_PARTITION }
          // -1 means all that is there.
          const before = offset === -1n ? log.endOffset : offset
          if (before < 0n || before > log.endOffset)
            return { partitionIndex, lowWatermark: -1n, errorCode: OFFSET_OUT_OF_RANGE }
          log.deleteBefore(before)
          return { partitionIndex, lowWatermark: log.startOffset, errorCode: 0 }
        }),
      })),
    })),
  ]
}

function create(
  cluster: Cluster,
  { name, numPartitions, replicationFactor, assignments, configs }: CreateTopicsRequestCreatableTopic,
  { validateOnly }: { readonly validateOnly: boolean },
): CreateTopicsResponseCreatableTopicResultInput {
  const failed = (errorCode: number, errorMessage: string): CreateTopicsResponseCreatableTopicResultInput => ({
    name,
    errorCode,
    errorMessage,
  })
  const partitions = assignments.length > 0 ? assignments.length : numPartitions === -1 ? 1 : numPartitions
  if (!isLegalTopic(name)) return failed(INVALID_TOPIC_EXCEPTION, `${JSON.stringify(name)} is no name for a topic`)
  if (cluster.topic(name)) return failed(TOPIC_ALREADY_EXISTS, `Topic '${name}' already exists.`)
  if (partitions < 1 || partitions > MAX_PARTITIONS) return failed(INVALID_PARTITIONS, `${partitions} partitions`)
  if (replicationFactor !== -1 && (replicationFactor < 1 || replicationFactor > cluster.nodes.length)) {
    return failed(INVALID_REPLICATION_FACTOR, `${replicationFactor} replicas of ${cluster.nodes.length} brokers`)
  }
  const given = configs.flatMap(({ name: key, value }): [string, string][] => (value === null ? [] : [[key, value]]))
  const topicId = validateOnly ? {} : { topicId: cluster.createTopic(name, partitions, given).id }
  return {
    name,
    ...topicId,
    errorCode: 0,
    errorMessage: null,
    numPartitions: partitions,
    replicationFactor: 1,
    configs: [],
  }
}

function grow(
  cluster: Cluster,
  name: string,
  { count, validateOnly }: { readonly count: number; readonly validateOnly: boolean },
): number {
  const topic = cluster.topic(name)
  if (topic === undefined) return UNKNOWN_TOPIC_OR_PARTITION
  if (count <= topic.partitions.length || count > MAX_PARTITIONS) return INVALID_PARTITIONS
  if (!validateOnly) cluster.growTopic(topic, count)
  return 0
}

function remove(
  cluster: Cluster,
  { name, topicId }: { readonly name: string | null; readonly topicId?: string },
): { name: string | null; topicId?: string; errorCode: number } {
  const topic = name === null ? cluster.topicById(topicId ?? '') : cluster.topic(name)
  if (topic === undefined) {
    return name === null
      ? { name, topicId: topicId ?? '', errorCode: UNKNOWN_TOPIC_ID }
      : { name, errorCode: UNKNOWN_TOPIC_OR_PARTITION }
  }
  cluster.deleteTopic(topic)
  return { name: topic.name, topicId: topic.id, errorCode: 0 }
}
