// What the measured messages hold.
import { apis, zeroUuid } from 'ottla/messages'

const uuid = (i) => Buffer.from(`topic-number-${String(i).padStart(3, '0')}`).toString('base64url')

export function metadata(topics, partitions) {
  return {
    brokers: [1, 2, 3].map((nodeId) => ({
      nodeId,
      host: `broker-${nodeId}.kafka.example.com`,
      port: 9092,
      rack: `eu-west-1${'abc'[nodeId - 1]}`,
    })),
    clusterId: 'kQdGz7FUQ0qKzB1vWbLkTw',
    controllerId: 1,
    topics: Array.from({ length: topics }, (_, i) => ({
      errorCode: 0,
      name: `orders.events.${i}`,
      topicId: uuid(i),
      partitions: Array.from({ length: partitions }, (_, partitionIndex) => ({
        errorCode: 0,
        partitionIndex,
        leaderId: 1 + (partitionIndex % 3),
        leaderEpoch: 17,
        replicaNodes: [1, 2, 3],
        isrNodes: [1, 2, 3],
        offlineReplicas: [],
      })),
    })),
  }
}

export function apiVersions() {
  const apiKeys = apis.map(({ key, minVersion, maxVersion }) => ({ apiKey: key, minVersion, maxVersion }))
  return { errorCode: 0, apiKeys, throttleTimeMs: 0 }
}

export function fetchResponse(partitions, recordsSize) {
  const records = recordsSize === 0 ? null : Buffer.alloc(recordsSize)
  return {
    throttleTimeMs: 0,
    sessionId: 4711,
    responses: Array.from({ length: partitions / 20 }, (_, i) => ({
      topic: `orders.events.${i}`,
      topicId: uuid(i),
      partitions: Array.from({ length: 20 }, (_, partitionIndex) => ({
        partitionIndex,
        errorCode: 0,
        highWatermark: 1234567890n,
        lastStableOffset: 1234567890n,
        logStartOffset: 1000000000n,
        abortedTransactions: [],
        records: records ?? Buffer.alloc(0),
      })),
    })),
  }
}

export function fetchRequest(partitions) {
  return {
    maxWaitMs: 500,
    minBytes: 1,
    maxBytes: 52428800,
    isolationLevel: 1,
    sessionId: 0,
    sessionEpoch: -1,
    topics: Array.from({ length: partitions / 20 }, (_, i) => ({
      topicId: uuid(i),
      partitions: Array.from({ length: 20 }, (_, partition) => ({
        partition,
        currentLeaderEpoch: 17,
        fetchOffset: 1234567890n,
        lastFetchedEpoch: -1,
        logStartOffset: -1n,
        partitionMaxBytes: 1048576,
      })),
    })),
    forgottenTopicsData: [],
    rackId: 'eu-west-1a',
  }
}

export function metadataRequest(topics) {
  return {
    topics: Array.from({ length: topics }, (_, i) => ({ topicId: zeroUuid, name: `orders.events.${i}` })),
    allowAutoTopicCreation: true,
    includeTopicAuthorizedOperations: false,
  }
}

export function produceRequest(partitions, recordsSize) {
  const records = Buffer.alloc(recordsSize, 7)
  const partitionData = Array.from({ length: partitions }, (_, index) => ({ index, records }))
  return { acks: -1, timeoutMs: 30000, topicData: [{ name: 'orders.events', partitionData }] }
}
