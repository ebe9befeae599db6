// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeTopicPartitionsRequest extends Tagged {
  /** v0+ */
  topics: DescribeTopicPartitionsRequestTopicRequest[]
  /** int32 · v0+ · default 2000 */
  responsePartitionLimit: number
  /** v0+ · null v0+ · default null */
  cursor: DescribeTopicPartitionsRequestCursor | null
}

export interface DescribeTopicPartitionsRequestInput extends Tagged {
  /** v0+ */
  topics: readonly DescribeTopicPartitionsRequestTopicRequestInput[]
  /** int32 · v0+ · default 2000 */
  responsePartitionLimit?: number | undefined
  /** v0+ · null v0+ · default null */
  cursor?: DescribeTopicPartitionsRequestCursorInput | null | undefined
}

export interface DescribeTopicPartitionsRequestCursor extends Tagged {
  /** string · v0+ */
  topicName: string
  /** int32 · v0+ */
  partitionIndex: number
}

export interface DescribeTopicPartitionsRequestCursorInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** int32 · v0+ */
  partitionIndex: number
}

export interface DescribeTopicPartitionsRequestTopicRequest extends Tagged {
  /** string · v0+ */
  name: string
}

export interface DescribeTopicPartitionsRequestTopicRequestInput extends Tagged {
  /** string · v0+ */
  name: string
}

function readDescribeTopicPartitionsRequestTopicRequest(
  r: Reader,
  _v: number,
): DescribeTopicPartitionsRequestTopicRequest {
  const name = r.string()
  const x: DescribeTopicPartitionsRequestTopicRequest = { name }
  r.tags(x)
  return x
}

function readDescribeTopicPartitionsRequestTopicRequestList(
  r: Reader,
  v: number,
  n: number,
): DescribeTopicPartitionsRequestTopicRequest[] {
  const list = listOf<DescribeTopicPartitionsRequestTopicRequest>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeTopicPartitionsRequestTopicRequest(r, v)
  return list
}

function writeDescribeTopicPartitionsRequestTopicRequest(
  w: Writer,
  _v: number,
  x: DescribeTopicPartitionsRequestTopicRequestInput,
): void {
  const { name, [unknownTags]: unknown } = x
  w.string(name)
  w.tags(unknown)
}

function readDescribeTopicPartitionsRequestCursor(r: Reader, _v: number): DescribeTopicPartitionsRequestCursor {
  const topicName = r.string()
  const partitionIndex = r.int32()
  const x: DescribeTopicPartitionsRequestCursor = { topicName, partitionIndex }
  r.tags(x)
  return x
}

function writeDescribeTopicPartitionsRequestCursor(
  w: Writer,
  _v: number,
  x: DescribeTopicPartitionsRequestCursorInput,
): void {
  const { topicName, partitionIndex, [unknownTags]: unknown } = x
  w.string(topicName)
  w.int32(partitionIndex)
  w.tags(unknown)
}

function readDescribeTopicPartitionsRequest(r: Reader, v: number): DescribeTopicPartitionsRequest {
  const topics = readDescribeTopicPartitionsRequestTopicRequestList(r, v, r.count(2, 5))
  const responsePartitionLimit = r.int32()
  const cursor = r.present() ? readDescribeTopicPartitionsRequestCursor(r, v) : null
  const x: DescribeTopicPartitionsRequest = { topics, responsePartitionLimit, cursor }
  r.tags(x)
  return x
}

function writeDescribeTopicPartitionsRequest(w: Writer, v: number, x: DescribeTopicPartitionsRequestInput): void {
  const { topics, responsePartitionLimit = 2000, cursor = null, [unknownTags]: unknown } = x
  w.count(topics)
  for (const element of topics) writeDescribeTopicPartitionsRequestTopicRequest(w, v, element)
  w.int32(responsePartitionLimit)
  if (cursor === null) w.present(null)
  else {
    w.present(1)
    writeDescribeTopicPartitionsRequestCursor(w, v, cursor)
  }
  w.tags(unknown)
}

export interface DescribeTopicPartitionsResponse extends Tagged {
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: DescribeTopicPartitionsResponseTopic[]
  /** v0+ · null v0+ · default null */
  nextCursor: DescribeTopicPartitionsResponseCursor | null
}

export interface DescribeTopicPartitionsResponseInput extends Tagged {
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: readonly DescribeTopicPartitionsResponseTopicInput[]
  /** v0+ · null v0+ · default null */
  nextCursor?: DescribeTopicPartitionsResponseCursorInput | null | undefined
}

export interface DescribeTopicPartitionsResponseCursor extends Tagged {
  /** string · v0+ */
  topicName: string
  /** int32 · v0+ */
  partitionIndex: number
}

export interface DescribeTopicPartitionsResponseCursorInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** int32 · v0+ */
  partitionIndex: number
}

export interface DescribeTopicPartitionsResponseTopic extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  name: string | null
  /** uuid · v0+ · ignorable */
  topicId: string
  /** bool · v0+ · default false · ignorable */
  isInternal: boolean
  /** v0+ */
  partitions: DescribeTopicPartitionsResponsePartition[]
  /** int32 · v0+ · default -2147483648 */
  topicAuthorizedOperations: number
}

export interface DescribeTopicPartitionsResponseTopicInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  name: string | null
  /** uuid · v0+ · ignorable */
  topicId: string
  /** bool · v0+ · default false · ignorable */
  isInternal?: boolean | undefined
  /** v0+ */
  partitions: readonly DescribeTopicPartitionsResponsePartitionInput[]
  /** int32 · v0+ · default -2147483648 */
  topicAuthorizedOperations?: number | undefined
}

export interface DescribeTopicPartitionsResponsePartition extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ · default -1 · ignorable */
  leaderEpoch: number
  /** []int32 · v0+ */
  replicaNodes: number[]
  /** []int32 · v0+ */
  isrNodes: number[]
  /** []int32 · v0+ · null v0+ · default null */
  eligibleLeaderReplicas: number[] | null
  /** []int32 · v0+ · null v0+ · default null */
  lastKnownElr: number[] | null
  /** []int32 · v0+ · ignorable */
  offlineReplicas: number[]
}

export interface DescribeTopicPartitionsResponsePartitionInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ · default -1 · ignorable */
  leaderEpoch?: number | undefined
  /** []int32 · v0+ */
  replicaNodes: readonly number[]
  /** []int32 · v0+ */
  isrNodes: readonly number[]
  /** []int32 · v0+ · null v0+ · default null */
  eligibleLeaderReplicas?: readonly number[] | null | undefined
  /** []int32 · v0+ · null v0+ · default null */
  lastKnownElr?: readonly number[] | null | undefined
  /** []int32 · v0+ · ignorable */
  offlineReplicas: readonly number[]
}

function readDescribeTopicPartitionsResponsePartition(r: Reader, _v: number): DescribeTopicPartitionsResponsePartition {
  const errorCode = r.int16()
  const partitionIndex = r.int32()
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const replicaNodes = r.int32s()
  const isrNodes = r.int32s()
  const eligibleLeaderReplicas = r.nullableInt32s()
  const lastKnownElr = r.nullableInt32s()
  const offlineReplicas = r.int32s()
  const x: DescribeTopicPartitionsResponsePartition = {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    eligibleLeaderReplicas,
    lastKnownElr,
    offlineReplicas,
  }
  r.tags(x)
  return x
}

function readDescribeTopicPartitionsResponsePartitionList(
  r: Reader,
  v: number,
  n: number,
): DescribeTopicPartitionsResponsePartition[] {
  const list = listOf<DescribeTopicPartitionsResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeTopicPartitionsResponsePartition(r, v)
  return list
}

function writeDescribeTopicPartitionsResponsePartition(
  w: Writer,
  _v: number,
  x: DescribeTopicPartitionsResponsePartitionInput,
): void {
  const {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch = -1,
    replicaNodes,
    isrNodes,
    eligibleLeaderReplicas = null,
    lastKnownElr = null,
    offlineReplicas,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.int32(partitionIndex)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.int32s(replicaNodes)
  w.int32s(isrNodes)
  if (eligibleLeaderReplicas === null) w.nullArray()
  else {
    w.int32s(eligibleLeaderReplicas)
  }
  if (lastKnownElr === null) w.nullArray()
  else {
    w.int32s(lastKnownElr)
  }
  w.int32s(offlineReplicas)
  w.tags(unknown)
}

function readDescribeTopicPartitionsResponseTopic(r: Reader, v: number): DescribeTopicPartitionsResponseTopic {
  const errorCode = r.int16()
  const name = r.nullableString()
  const topicId = r.uuid()
  const isInternal = r.bool()
  const partitions = readDescribeTopicPartitionsResponsePartitionList(r, v, r.count(20, 33))
  const topicAuthorizedOperations = r.int32()
  const x: DescribeTopicPartitionsResponseTopic = {
    errorCode,
    name,
    topicId,
    isInternal,
    partitions,
    topicAuthorizedOperations,
  }
  r.tags(x)
  return x
}

function readDescribeTopicPartitionsResponseTopicList(
  r: Reader,
  v: number,
  n: number,
): DescribeTopicPartitionsResponseTopic[] {
  const list = listOf<DescribeTopicPartitionsResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeTopicPartitionsResponseTopic(r, v)
  return list
}

function writeDescribeTopicPartitionsResponseTopic(
  w: Writer,
  v: number,
  x: DescribeTopicPartitionsResponseTopicInput,
): void {
  const {
    errorCode,
    name,
    topicId,
    isInternal = false,
    partitions,
    topicAuthorizedOperations = -2147483648,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.nullableString(name)
  w.uuid(topicId)
  w.bool(isInternal)
  w.count(partitions)
  for (const element of partitions) writeDescribeTopicPartitionsResponsePartition(w, v, element)
  w.int32(topicAuthorizedOperations)
  w.tags(unknown)
}

function readDescribeTopicPartitionsResponseCursor(r: Reader, _v: number): DescribeTopicPartitionsResponseCursor {
  const topicName = r.string()
  const partitionIndex = r.int32()
  const x: DescribeTopicPartitionsResponseCursor = { topicName, partitionIndex }
  r.tags(x)
  return x
}

function writeDescribeTopicPartitionsResponseCursor(
  w: Writer,
  _v: number,
  x: DescribeTopicPartitionsResponseCursorInput,
): void {
  const { topicName, partitionIndex, [unknownTags]: unknown } = x
  w.string(topicName)
  w.int32(partitionIndex)
  w.tags(unknown)
}

function readDescribeTopicPartitionsResponse(r: Reader, v: number): DescribeTopicPartitionsResponse {
  const throttleTimeMs = r.int32()
  const topics = readDescribeTopicPartitionsResponseTopicList(r, v, r.count(26, 19))
  const nextCursor = r.present() ? readDescribeTopicPartitionsResponseCursor(r, v) : null
  const x: DescribeTopicPartitionsResponse = { throttleTimeMs, topics, nextCursor }
  r.tags(x)
  return x
}

function writeDescribeTopicPartitionsResponse(w: Writer, v: number, x: DescribeTopicPartitionsResponseInput): void {
  const { throttleTimeMs, topics, nextCursor = null, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeDescribeTopicPartitionsResponseTopic(w, v, element)
  if (nextCursor === null) w.present(null)
  else {
    w.present(1)
    writeDescribeTopicPartitionsResponseCursor(w, v, nextCursor)
  }
  w.tags(unknown)
}

/** API key 75, versions 0 to 0. */
export const DescribeTopicPartitions: Api<DescribeTopicPartitionsRequest, DescribeTopicPartitionsRequestInput, DescribeTopicPartitionsResponse, DescribeTopicPartitionsResponseInput> = {
  key: 75,
  name: 'DescribeTopicPartitions',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'DescribeTopicPartitionsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
topics []struct 0+ required
  name string 0+ required
responsePartitionLimit int32 0+ =2000
cursor struct 0+ ?0+ =null
  topicName string 0+ required
  partitionIndex int32 0+ required
`,
  read: readDescribeTopicPartitionsRequest,
  write: writeDescribeTopicPartitionsRequest,
}),
  response: codec({
  name: 'DescribeTopicPartitionsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required ignorable
topics []struct 0+ required
  errorCode int16 0+ required
  name string 0+ ?0+ required
  topicId uuid 0+ required ignorable
  isInternal bool 0+ =false ignorable
  partitions []struct 0+ required
    errorCode int16 0+ required
    partitionIndex int32 0+ required
    leaderId int32 0+ required
    leaderEpoch int32 0+ =-1 ignorable
    replicaNodes []int32 0+ required
    isrNodes []int32 0+ required
    eligibleLeaderReplicas []int32 0+ ?0+ =null
    lastKnownElr []int32 0+ ?0+ =null
    offlineReplicas []int32 0+ required ignorable
  topicAuthorizedOperations int32 0+ =-2147483648
nextCursor struct 0+ ?0+ =null
  topicName string 0+ required
  partitionIndex int32 0+ required
`,
  read: readDescribeTopicPartitionsResponse,
  write: writeDescribeTopicPartitionsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
