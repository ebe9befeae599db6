// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface MetadataRequest extends Tagged {
  /** v0+ · null v1+ */
  topics: MetadataRequestTopic[] | null
  /** bool · v4+ · default true */
  allowAutoTopicCreation: boolean
  /** bool · v8-10 */
  includeClusterAuthorizedOperations: boolean
  /** bool · v8+ */
  includeTopicAuthorizedOperations: boolean
}

export interface MetadataRequestInput extends Tagged {
  /** v0+ · null v1+ */
  topics: readonly MetadataRequestTopicInput[] | null
  /** bool · v4+ · default true */
  allowAutoTopicCreation?: boolean | undefined
  /** bool · v8-10 */
  includeClusterAuthorizedOperations?: boolean | undefined
  /** bool · v8+ */
  includeTopicAuthorizedOperations?: boolean | undefined
}

export interface MetadataRequestTopic extends Tagged {
  /** uuid · v10+ · ignorable */
  topicId: string
  /** string · v0+ · null v10+ */
  name: string | null
}

export interface MetadataRequestTopicInput extends Tagged {
  /** uuid · v10+ · ignorable */
  topicId?: string | undefined
  /** string · v0+ · null v10+ */
  name: string | null
}

function readMetadataRequestTopic(r: Reader, v: number): MetadataRequestTopic {
  const topicId = v >= 10 ? r.uuid() : zeroUuid
  const name = v >= 10 ? r.nullableString() : r.string()
  const x: MetadataRequestTopic = { topicId, name }
  r.tags(x)
  return x
}

function readMetadataRequestTopicList(r: Reader, v: number, n: number): MetadataRequestTopic[] {
  const list = listOf<MetadataRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readMetadataRequestTopic(r, v)
  return list
}

function readNullableMetadataRequestTopicList(r: Reader, v: number): MetadataRequestTopic[] | null {
  const n = r.nullableCount(2, 11)
  return n < 0 ? null : readMetadataRequestTopicList(r, v, n)
}

function writeMetadataRequestTopic(w: Writer, v: number, x: MetadataRequestTopicInput): void {
  const { topicId = zeroUuid, name, [unknownTags]: unknown } = x
  if (v >= 10) w.uuid(topicId)
  if (v >= 10) w.nullableString(name)
  else w.string(name as never)
  w.tags(unknown)
}

function readMetadataRequest(r: Reader, v: number): MetadataRequest {
  const topics = v >= 1 ? readNullableMetadataRequestTopicList(r, v) : readMetadataRequestTopicList(r, v, r.count(2, 11))
  const allowAutoTopicCreation = v >= 4 ? r.bool() : true
  const includeClusterAuthorizedOperations = v >= 8 && v <= 10 ? r.bool() : false
  const includeTopicAuthorizedOperations = v >= 8 ? r.bool() : false
  const x: MetadataRequest = {
    topics,
    allowAutoTopicCreation,
    includeClusterAuthorizedOperations,
    includeTopicAuthorizedOperations,
  }
  r.tags(x)
  return x
}

function writeMetadataRequest(w: Writer, v: number, x: MetadataRequestInput): void {
  const {
    topics,
    allowAutoTopicCreation = true,
    includeClusterAuthorizedOperations = false,
    includeTopicAuthorizedOperations = false,
    [unknownTags]: unknown,
  } = x
  if (v >= 1 && topics === null) w.nullArray()
  else {
    w.count(topics as never)
    for (const element of topics ?? []) writeMetadataRequestTopic(w, v, element)
  }
  if (v >= 4) w.bool(allowAutoTopicCreation)
  else if (!allowAutoTopicCreation) w.unsupported()
  if (v >= 8 && v <= 10) w.bool(includeClusterAuthorizedOperations)
  else if (includeClusterAuthorizedOperations) w.unsupported()
  if (v >= 8) w.bool(includeTopicAuthorizedOperations)
  else if (includeTopicAuthorizedOperations) w.unsupported()
  w.tags(unknown)
}

export interface MetadataResponse extends Tagged {
  /** int32 · v3+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  brokers: MetadataResponseBroker[]
  /** string · v2+ · null v2+ · default null · ignorable */
  clusterId: string | null
  /** int32 · v1+ · default -1 · ignorable */
  controllerId: number
  /** v0+ */
  topics: MetadataResponseTopic[]
  /** int32 · v8-10 · default -2147483648 */
  clusterAuthorizedOperations: number
  /** int16 · v13+ · ignorable */
  errorCode: number
}

export interface MetadataResponseInput extends Tagged {
  /** int32 · v3+ · ignorable */
  throttleTimeMs?: number | undefined
  /** v0+ */
  brokers: readonly MetadataResponseBrokerInput[]
  /** string · v2+ · null v2+ · default null · ignorable */
  clusterId?: string | null | undefined
  /** int32 · v1+ · default -1 · ignorable */
  controllerId?: number | undefined
  /** v0+ */
  topics: readonly MetadataResponseTopicInput[]
  /** int32 · v8-10 · default -2147483648 */
  clusterAuthorizedOperations?: number | undefined
  /** int16 · v13+ · ignorable */
  errorCode?: number | undefined
}

export interface MetadataResponseTopic extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v12+ */
  name: string | null
  /** uuid · v10+ · ignorable */
  topicId: string
  /** bool · v1+ · default false · ignorable */
  isInternal: boolean
  /** v0+ */
  partitions: MetadataResponsePartition[]
  /** int32 · v8+ · default -2147483648 */
  topicAuthorizedOperations: number
}

export interface MetadataResponseTopicInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v12+ */
  name: string | null
  /** uuid · v10+ · ignorable */
  topicId?: string | undefined
  /** bool · v1+ · default false · ignorable */
  isInternal?: boolean | undefined
  /** v0+ */
  partitions: readonly MetadataResponsePartitionInput[]
  /** int32 · v8+ · default -2147483648 */
  topicAuthorizedOperations?: number | undefined
}

export interface MetadataResponsePartition extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v7+ · default -1 · ignorable */
  leaderEpoch: number
  /** []int32 · v0+ */
  replicaNodes: number[]
  /** []int32 · v0+ */
  isrNodes: number[]
  /** []int32 · v5+ · ignorable */
  offlineReplicas: number[]
}

export interface MetadataResponsePartitionInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v7+ · default -1 · ignorable */
  leaderEpoch?: number | undefined
  /** []int32 · v0+ */
  replicaNodes: readonly number[]
  /** []int32 · v0+ */
  isrNodes: readonly number[]
  /** []int32 · v5+ · ignorable */
  offlineReplicas?: readonly number[] | undefined
}

export interface MetadataResponseBroker extends Tagged {
  /** int32 · v0+ */
  nodeId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v1+ · null v1+ · default null · ignorable */
  rack: string | null
}

export interface MetadataResponseBrokerInput extends Tagged {
  /** int32 · v0+ */
  nodeId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v1+ · null v1+ · default null · ignorable */
  rack?: string | null | undefined
}

function readMetadataResponseBroker(r: Reader, v: number): MetadataResponseBroker {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.int32()
  const rack = v >= 1 ? r.nullableString() : null
  const x: MetadataResponseBroker = { nodeId, host, port, rack }
  r.tags(x)
  return x
}

function readMetadataResponseBrokerList(r: Reader, v: number, n: number): MetadataResponseBroker[] {
  const list = listOf<MetadataResponseBroker>(n)
  for (let i = 0; i < n; i++) list[i] = readMetadataResponseBroker(r, v)
  return list
}

function writeMetadataResponseBroker(w: Writer, v: number, x: MetadataResponseBrokerInput): void {
  const { nodeId, host, port, rack = null, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.int32(port)
  if (v >= 1) w.nullableString(rack)
  w.tags(unknown)
}

function readMetadataResponsePartition(r: Reader, v: number): MetadataResponsePartition {
  const errorCode = r.int16()
  const partitionIndex = r.int32()
  const leaderId = r.int32()
  const leaderEpoch = v >= 7 ? r.int32() : -1
  const replicaNodes = r.int32s()
  const isrNodes = r.int32s()
  const offlineReplicas = v >= 5 ? r.int32s() : []
  const x: MetadataResponsePartition = {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    offlineReplicas,
  }
  r.tags(x)
  return x
}

function readMetadataResponsePartitionList(r: Reader, v: number, n: number): MetadataResponsePartition[] {
  const list = listOf<MetadataResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readMetadataResponsePartition(r, v)
  return list
}

function writeMetadataResponsePartition(w: Writer, v: number, x: MetadataResponsePartitionInput): void {
  const {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch = -1,
    replicaNodes,
    isrNodes,
    offlineReplicas = [],
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.int32(partitionIndex)
  w.int32(leaderId)
  if (v >= 7) w.int32(leaderEpoch)
  w.int32s(replicaNodes)
  w.int32s(isrNodes)
  if (v >= 5) w.int32s(offlineReplicas)
  w.tags(unknown)
}

function readMetadataResponseTopic(r: Reader, v: number): MetadataResponseTopic {
  const errorCode = r.int16()
  const name = v >= 12 ? r.nullableString() : r.string()
  const topicId = v >= 10 ? r.uuid() : zeroUuid
  const isInternal = v >= 1 ? r.bool() : false
  const partitions = readMetadataResponsePartitionList(r, v, r.count(18, 23))
  const topicAuthorizedOperations = v >= 8 ? r.int32() : -2147483648
  const x: MetadataResponseTopic = { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations }
  r.tags(x)
  return x
}

function readMetadataResponseTopicList(r: Reader, v: number, n: number): MetadataResponseTopic[] {
  const list = listOf<MetadataResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readMetadataResponseTopic(r, v)
  return list
}

function writeMetadataResponseTopic(w: Writer, v: number, x: MetadataResponseTopicInput): void {
  const {
    errorCode,
    name,
    topicId = zeroUuid,
    isInternal = false,
    partitions,
    topicAuthorizedOperations = -2147483648,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  if (v >= 12) w.nullableString(name)
  else w.string(name as never)
  if (v >= 10) w.uuid(topicId)
  if (v >= 1) w.bool(isInternal)
  w.count(partitions)
  for (const element of partitions) writeMetadataResponsePartition(w, v, element)
  if (v >= 8) w.int32(topicAuthorizedOperations)
  else if (topicAuthorizedOperations !== -2147483648) w.unsupported()
  w.tags(unknown)
}

function readMetadataResponse(r: Reader, v: number): MetadataResponse {
  const throttleTimeMs = v >= 3 ? r.int32() : 0
  const brokers = readMetadataResponseBrokerList(r, v, r.count(10, 8))
  const clusterId = v >= 2 ? r.nullableString() : null
  const controllerId = v >= 1 ? r.int32() : -1
  const topics = readMetadataResponseTopicList(r, v, r.count(8, 19))
  const clusterAuthorizedOperations = v >= 8 && v <= 10 ? r.int32() : -2147483648
  const errorCode = v >= 13 ? r.int16() : 0
  const x: MetadataResponse = {
    throttleTimeMs,
    brokers,
    clusterId,
    controllerId,
    topics,
    clusterAuthorizedOperations,
    errorCode,
  }
  r.tags(x)
  return x
}

function writeMetadataResponse(w: Writer, v: number, x: MetadataResponseInput): void {
  const {
    throttleTimeMs = 0,
    brokers,
    clusterId = null,
    controllerId = -1,
    topics,
    clusterAuthorizedOperations = -2147483648,
    errorCode = 0,
    [unknownTags]: unknown,
  } = x
  if (v >= 3) w.int32(throttleTimeMs)
  w.count(brokers)
  for (const element of brokers) writeMetadataResponseBroker(w, v, element)
  if (v >= 2) w.nullableString(clusterId)
  if (v >= 1) w.int32(controllerId)
  w.count(topics)
  for (const element of topics) writeMetadataResponseTopic(w, v, element)
  if (v >= 8 && v <= 10) w.int32(clusterAuthorizedOperations)
  else if (clusterAuthorizedOperations !== -2147483648) w.unsupported()
  if (v >= 13) w.int16(errorCode)
  w.tags(unknown)
}

/** API key 3, versions 0 to 13. */
export const Metadata: Api<MetadataRequest, MetadataRequestInput, MetadataResponse, MetadataResponseInput> = {
  key: 3,
  name: 'Metadata',
  minVersion: 0,
  maxVersion: 13,
  flexibleSince: 9,
  request: codec({
  name: 'MetadataRequest',
  minVersion: 0,
  maxVersion: 13,
  flexibleSince: 9,
  last: true,
  fields: `
topics []struct 0+ ?1+ required
  topicId uuid 10+ ignorable
  name string 0+ ?10+ required
allowAutoTopicCreation bool 4+ =true
includeClusterAuthorizedOperations bool 8-10
includeTopicAuthorizedOperations bool 8+
`,
  read: readMetadataRequest,
  write: writeMetadataRequest,
}),
  response: codec({
  name: 'MetadataResponse',
  minVersion: 0,
  maxVersion: 13,
  flexibleSince: 9,
  last: true,
  fields: `
throttleTimeMs int32 3+ ignorable
brokers []struct 0+ required
  nodeId int32 0+ required
  host string 0+ required
  port int32 0+ required
  rack string 1+ ?1+ =null ignorable
clusterId string 2+ ?2+ =null ignorable
controllerId int32 1+ =-1 ignorable
topics []struct 0+ required
  errorCode int16 0+ required
  name string 0+ ?12+ required
  topicId uuid 10+ ignorable
  isInternal bool 1+ =false ignorable
  partitions []struct 0+ required
    errorCode int16 0+ required
    partitionIndex int32 0+ required
    leaderId int32 0+ required
    leaderEpoch int32 7+ =-1 ignorable
    replicaNodes []int32 0+ required
    isrNodes []int32 0+ required
    offlineReplicas []int32 5+ ignorable
  topicAuthorizedOperations int32 8+ =-2147483648
clusterAuthorizedOperations int32 8-10 =-2147483648
errorCode int16 13+ ignorable
`,
  read: readMetadataResponse,
  write: writeMetadataResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
