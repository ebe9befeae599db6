import { Metadata } from '../../messages/Metadata.js'
import type { MetadataResponseTopicInput } from '../../messages/Metadata.js'
import { route } from '../../server/index.js'
import type { Route } from '../../server/index.js'
import type { Cluster, Topic } from '../cluster.js'

const UNKNOWN_TOPIC_OR_PARTITION = 3
const INVALID_TOPIC_EXCEPTION = 17
const UNKNOWN_TOPIC_ID = 100
const LEGAL_TOPIC = /^[a-zA-Z0-9._-]{1,249}$/

/** Whether Kafka would accept it as the name of a topic. */
export function isLegalTopic(name: string): boolean {
  return LEGAL_TOPIC.test(name) && name !== '.' && name !== '..'
}

export interface MetadataOptions {
  /** Partitions of a topic that a client only mentions; 0: it does not come to be. */
  readonly autoCreate: number
}

/** The brokers, and the topics that are asked for: all of them, if none is named. */
export function metadataRoute(cluster: Cluster, options: MetadataOptions): Route {
  return route(Metadata, (request, { apiVersion, connection }) => {
    const { topics, allowAutoTopicCreation } = request
    // Version 0 cannot say null, and means all by an empty list.
    const all = topics === null || (apiVersion === 0 && topics.length === 0)
    const autoCreate = allowAutoTopicCreation ? options.autoCreate : 0
    return {
      brokers: cluster.seenFrom(connection.listener).map(({ id, host, port }) => ({ nodeId: id, host, port })),
      clusterId: cluster.id,
      controllerId: cluster.nodes[0]?.id ?? -1,
      topics: all
        ? Array.from(cluster.topics, (topic) => describe(cluster, topic))
        : topics.map(({ name, topicId }) =>
            name === null ? byId(cluster, topicId) : byName(cluster, name, autoCreate),
          ),
    }
  })
}

function byName(cluster: Cluster, name: string, autoCreate: number): MetadataResponseTopicInput {
  const topic = cluster.topic(name)
  if (topic !== undefined) return describe(cluster, topic)
  if (!isLegalTopic(name)) return { errorCode: INVALID_TOPIC_EXCEPTION, name, partitions: [] }
  if (autoCreate > 0) return describe(cluster, cluster.createTopic(name, autoCreate))
  return { errorCode: UNKNOWN_TOPIC_OR_PARTITION, name, partitions: [] }
}

function byId(cluster: Cluster, topicId: string): MetadataResponseTopicInput {
  const topic = cluster.topicById(topicId)
  return topic ? describe(cluster, topic) : { errorCode: UNKNOWN_TOPIC_ID, name: null, topicId, partitions: [] }
}

function describe(cluster: Cluster, { name, id, partitions }: Topic): MetadataResponseTopicInput {
  return {
    errorCode: 0,
    name,
    topicId: id,
    partitions: partitions.map((_, partitionIndex) => {
      const leaderId = cluster.leader(partitionIndex)?.id ?? -1
      return { errorCode: 0, partitionIndex, leaderId, leaderEpoch: 0, replicaNodes: [leaderId], isrNodes: [leaderId] }
    }),
  }
}
