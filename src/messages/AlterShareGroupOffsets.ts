// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AlterShareGroupOffsetsRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: AlterShareGroupOffsetsRequestTopic[]
}

export interface AlterShareGroupOffsetsRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly AlterShareGroupOffsetsRequestTopicInput[]
}

export interface AlterShareGroupOffsetsRequestTopic extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: AlterShareGroupOffsetsRequestPartition[]
}

export interface AlterShareGroupOffsetsRequestTopicInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly AlterShareGroupOffsetsRequestPartitionInput[]
}

export interface AlterShareGroupOffsetsRequestPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  startOffset: bigint
}

export interface AlterShareGroupOffsetsRequestPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  startOffset: bigint | number
}

function readAlterShareGroupOffsetsRequestPartition(r: Reader, _v: number): AlterShareGroupOffsetsRequestPartition {
  const partitionIndex = r.int32()
  const startOffset = r.int64()
  const x: AlterShareGroupOffsetsRequestPartition = { partitionIndex, startOffset }
  r.tags(x)
  return x
}

function readAlterShareGroupOffsetsRequestPartitionList(
  r: Reader,
  v: number,
  n: number,
): AlterShareGroupOffsetsRequestPartition[] {
  const list = listOf<AlterShareGroupOffsetsRequestPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterShareGroupOffsetsRequestPartition(r, v)
  return list
}

function writeAlterShareGroupOffsetsRequestPartition(
  w: Writer,
  _v: number,
  x: AlterShareGroupOffsetsRequestPartitionInput,
): void {
  const { partitionIndex, startOffset, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(startOffset)
  w.tags(unknown)
}

function readAlterShareGroupOffsetsRequestTopic(r: Reader, v: number): AlterShareGroupOffsetsRequestTopic {
  const topicName = r.string()
  const partitions = readAlterShareGroupOffsetsRequestPartitionList(r, v, r.count(13, 9))
  const x: AlterShareGroupOffsetsRequestTopic = { topicName, partitions }
  r.tags(x)
  return x
}

function readAlterShareGroupOffsetsRequestTopicList(
  r: Reader,
  v: number,
  n: number,
): AlterShareGroupOffsetsRequestTopic[] {
  const list = listOf<AlterShareGroupOffsetsRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterShareGroupOffsetsRequestTopic(r, v)
  return list
}

function writeAlterShareGroupOffsetsRequestTopic(
  w: Writer,
  v: number,
  x: AlterShareGroupOffsetsRequestTopicInput,
): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeAlterShareGroupOffsetsRequestPartition(w, v, element)
  w.tags(unknown)
}

function readAlterShareGroupOffsetsRequest(r: Reader, v: number): AlterShareGroupOffsetsRequest {
  const groupId = r.string()
  const topics = readAlterShareGroupOffsetsRequestTopicList(r, v, r.count(3, 10))
  const x: AlterShareGroupOffsetsRequest = { groupId, topics }
  r.tags(x)
  return x
}

function writeAlterShareGroupOffsetsRequest(w: Writer, v: number, x: AlterShareGroupOffsetsRequestInput): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeAlterShareGroupOffsetsRequestTopic(w, v, element)
  w.tags(unknown)
}

export interface AlterShareGroupOffsetsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** v0+ */
  responses: AlterShareGroupOffsetsResponseTopic[]
}

export interface AlterShareGroupOffsetsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** v0+ */
  responses: readonly AlterShareGroupOffsetsResponseTopicInput[]
}

export interface AlterShareGroupOffsetsResponseTopic extends Tagged {
  /** string · v0+ */
  topicName: string
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: AlterShareGroupOffsetsResponsePartition[]
}

export interface AlterShareGroupOffsetsResponseTopicInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly AlterShareGroupOffsetsResponsePartitionInput[]
}

export interface AlterShareGroupOffsetsResponsePartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface AlterShareGroupOffsetsResponsePartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readAlterShareGroupOffsetsResponsePartition(r: Reader, _v: number): AlterShareGroupOffsetsResponsePartition {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: AlterShareGroupOffsetsResponsePartition = { partitionIndex, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readAlterShareGroupOffsetsResponsePartitionList(
  r: Reader,
  v: number,
  n: number,
): AlterShareGroupOffsetsResponsePartition[] {
  const list = listOf<AlterShareGroupOffsetsResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterShareGroupOffsetsResponsePartition(r, v)
  return list
}

function writeAlterShareGroupOffsetsResponsePartition(
  w: Writer,
  _v: number,
  x: AlterShareGroupOffsetsResponsePartitionInput,
): void {
  const { partitionIndex, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readAlterShareGroupOffsetsResponseTopic(r: Reader, v: number): AlterShareGroupOffsetsResponseTopic {
  const topicName = r.string()
  const topicId = r.uuid()
  const partitions = readAlterShareGroupOffsetsResponsePartitionList(r, v, r.count(8, 7))
  const x: AlterShareGroupOffsetsResponseTopic = { topicName, topicId, partitions }
  r.tags(x)
  return x
}

function readAlterShareGroupOffsetsResponseTopicList(
  r: Reader,
  v: number,
  n: number,
): AlterShareGroupOffsetsResponseTopic[] {
  const list = listOf<AlterShareGroupOffsetsResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterShareGroupOffsetsResponseTopic(r, v)
  return list
}

function writeAlterShareGroupOffsetsResponseTopic(
  w: Writer,
  v: number,
  x: AlterShareGroupOffsetsResponseTopicInput,
): void {
  const { topicName, topicId, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeAlterShareGroupOffsetsResponsePartition(w, v, element)
  w.tags(unknown)
}

function readAlterShareGroupOffsetsResponse(r: Reader, v: number): AlterShareGroupOffsetsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const responses = readAlterShareGroupOffsetsResponseTopicList(r, v, r.count(19, 16))
  const x: AlterShareGroupOffsetsResponse = { throttleTimeMs, errorCode, errorMessage, responses }
  r.tags(x)
  return x
}

function writeAlterShareGroupOffsetsResponse(w: Writer, v: number, x: AlterShareGroupOffsetsResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage = null, responses, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(responses)
  for (const element of responses) writeAlterShareGroupOffsetsResponseTopic(w, v, element)
  w.tags(unknown)
}

/** API key 91, versions 0 to 0. */
export const AlterShareGroupOffsets: Api<AlterShareGroupOffsetsRequest, AlterShareGroupOffsetsRequestInput, AlterShareGroupOffsetsResponse, AlterShareGroupOffsetsResponseInput> = {
  key: 91,
  name: 'AlterShareGroupOffsets',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'AlterShareGroupOffsetsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
groupId string 0+ required
topics []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    startOffset int64 0+ required
`,
  read: readAlterShareGroupOffsetsRequest,
  write: writeAlterShareGroupOffsetsRequest,
}),
  response: codec({
  name: 'AlterShareGroupOffsetsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
responses []struct 0+ required
  topicName string 0+ required
  topicId uuid 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ =null
`,
  read: readAlterShareGroupOffsetsResponse,
  write: writeAlterShareGroupOffsetsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
