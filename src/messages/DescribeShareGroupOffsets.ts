// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeShareGroupOffsetsRequest extends Tagged {
  /** v0+ */
  groups: DescribeShareGroupOffsetsRequestGroup[]
}

export interface DescribeShareGroupOffsetsRequestInput extends Tagged {
  /** v0+ */
  groups: readonly DescribeShareGroupOffsetsRequestGroupInput[]
}

export interface DescribeShareGroupOffsetsRequestGroup extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ · null v0+ */
  topics: DescribeShareGroupOffsetsRequestTopic[] | null
}

export interface DescribeShareGroupOffsetsRequestGroupInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ · null v0+ */
  topics: readonly DescribeShareGroupOffsetsRequestTopicInput[] | null
}

export interface DescribeShareGroupOffsetsRequestTopic extends Tagged {
  /** string · v0+ */
  topicName: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface DescribeShareGroupOffsetsRequestTopicInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readDescribeShareGroupOffsetsRequestTopic(r: Reader, _v: number): DescribeShareGroupOffsetsRequestTopic {
  const topicName = r.string()
  const partitions = r.int32s()
  const x: DescribeShareGroupOffsetsRequestTopic = { topicName, partitions }
  r.tags(x)
  return x
}

function readDescribeShareGroupOffsetsRequestTopicList(
  r: Reader,
  v: number,
  n: number,
): DescribeShareGroupOffsetsRequestTopic[] {
  const list = listOf<DescribeShareGroupOffsetsRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeShareGroupOffsetsRequestTopic(r, v)
  return list
}

function readNullableDescribeShareGroupOffsetsRequestTopicList(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsRequestTopic[] | null {
  const n = r.nullableCount(3, 10)
  return n < 0 ? null : readDescribeShareGroupOffsetsRequestTopicList(r, v, n)
}

function writeDescribeShareGroupOffsetsRequestTopic(
  w: Writer,
  _v: number,
  x: DescribeShareGroupOffsetsRequestTopicInput,
): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.int32s(partitions)
  w.tags(unknown)
}

function readDescribeShareGroupOffsetsRequestGroup(r: Reader, v: number): DescribeShareGroupOffsetsRequestGroup {
  const groupId = r.string()
  const topics = readNullableDescribeShareGroupOffsetsRequestTopicList(r, v)
  const x: DescribeShareGroupOffsetsRequestGroup = { groupId, topics }
  r.tags(x)
  return x
}

function readDescribeShareGroupOffsetsRequestGroupList(
  r: Reader,
  v: number,
  n: number,
): DescribeShareGroupOffsetsRequestGroup[] {
  const list = listOf<DescribeShareGroupOffsetsRequestGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeShareGroupOffsetsRequestGroup(r, v)
  return list
}

function writeDescribeShareGroupOffsetsRequestGroup(
  w: Writer,
  v: number,
  x: DescribeShareGroupOffsetsRequestGroupInput,
): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  if (topics === null) w.nullArray()
  else {
    w.count(topics)
    for (const element of topics) writeDescribeShareGroupOffsetsRequestTopic(w, v, element)
  }
  w.tags(unknown)
}

function readDescribeShareGroupOffsetsRequest(r: Reader, v: number): DescribeShareGroupOffsetsRequest {
  const groups = readDescribeShareGroupOffsetsRequestGroupList(r, v, r.count(3, 10))
  const x: DescribeShareGroupOffsetsRequest = { groups }
  r.tags(x)
  return x
}

function writeDescribeShareGroupOffsetsRequest(w: Writer, v: number, x: DescribeShareGroupOffsetsRequestInput): void {
  const { groups, [unknownTags]: unknown } = x
  w.count(groups)
  for (const element of groups) writeDescribeShareGroupOffsetsRequestGroup(w, v, element)
  w.tags(unknown)
}

export interface DescribeShareGroupOffsetsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: DescribeShareGroupOffsetsResponseGroup[]
}

export interface DescribeShareGroupOffsetsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: readonly DescribeShareGroupOffsetsResponseGroupInput[]
}

export interface DescribeShareGroupOffsetsResponseGroup extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: DescribeShareGroupOffsetsResponseTopic[]
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface DescribeShareGroupOffsetsResponseGroupInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly DescribeShareGroupOffsetsResponseTopicInput[]
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

export interface DescribeShareGroupOffsetsResponseTopic extends Tagged {
  /** string · v0+ */
  topicName: string
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: DescribeShareGroupOffsetsResponsePartition[]
}

export interface DescribeShareGroupOffsetsResponseTopicInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly DescribeShareGroupOffsetsResponsePartitionInput[]
}

export interface DescribeShareGroupOffsetsResponsePartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  startOffset: bigint
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v1+ · default -1 · ignorable */
  lag: bigint
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface DescribeShareGroupOffsetsResponsePartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  startOffset: bigint | number
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v1+ · default -1 · ignorable */
  lag?: bigint | number | undefined
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readDescribeShareGroupOffsetsResponsePartition(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsResponsePartition {
  const partitionIndex = r.int32()
  const startOffset = r.int64()
  const leaderEpoch = r.int32()
  const lag = v >= 1 ? r.int64() : -1n
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: DescribeShareGroupOffsetsResponsePartition = {
    partitionIndex,
    startOffset,
    leaderEpoch,
    lag,
    errorCode,
    errorMessage,
  }
  r.tags(x)
  return x
}

function readDescribeShareGroupOffsetsResponsePartitionList(
  r: Reader,
  v: number,
  n: number,
): DescribeShareGroupOffsetsResponsePartition[] {
  const list = listOf<DescribeShareGroupOffsetsResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeShareGroupOffsetsResponsePartition(r, v)
  return list
}

function writeDescribeShareGroupOffsetsResponsePartition(
  w: Writer,
  v: number,
  x: DescribeShareGroupOffsetsResponsePartitionInput,
): void {
  const {
    partitionIndex,
    startOffset,
    leaderEpoch,
    lag = -1n,
    errorCode,
    errorMessage = null,
    [unknownTags]: unknown,
  } = x
  w.int32(partitionIndex)
  w.int64(startOffset)
  w.int32(leaderEpoch)
  if (v >= 1) w.int64(lag)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readDescribeShareGroupOffsetsResponseTopic(r: Reader, v: number): DescribeShareGroupOffsetsResponseTopic {
  const topicName = r.string()
  const topicId = r.uuid()
  const partitions = readDescribeShareGroupOffsetsResponsePartitionList(r, v, r.count(20, 16))
  const x: DescribeShareGroupOffsetsResponseTopic = { topicName, topicId, partitions }
  r.tags(x)
  return x
}

function readDescribeShareGroupOffsetsResponseTopicList(
  r: Reader,
  v: number,
  n: number,
): DescribeShareGroupOffsetsResponseTopic[] {
  const list = listOf<DescribeShareGroupOffsetsResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeShareGroupOffsetsResponseTopic(r, v)
  return list
}

function writeDescribeShareGroupOffsetsResponseTopic(
  w: Writer,
  v: number,
  x: DescribeShareGroupOffsetsResponseTopicInput,
): void {
  const { topicName, topicId, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeDescribeShareGroupOffsetsResponsePartition(w, v, element)
  w.tags(unknown)
}

function readDescribeShareGroupOffsetsResponseGroup(r: Reader, v: number): DescribeShareGroupOffsetsResponseGroup {
  const groupId = r.string()
  const topics = readDescribeShareGroupOffsetsResponseTopicList(r, v, r.count(19, 16))
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: DescribeShareGroupOffsetsResponseGroup = { groupId, topics, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readDescribeShareGroupOffsetsResponseGroupList(
  r: Reader,
  v: number,
  n: number,
): DescribeShareGroupOffsetsResponseGroup[] {
  const list = listOf<DescribeShareGroupOffsetsResponseGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeShareGroupOffsetsResponseGroup(r, v)
  return list
}

function writeDescribeShareGroupOffsetsResponseGroup(
  w: Writer,
  v: number,
  x: DescribeShareGroupOffsetsResponseGroupInput,
): void {
  const { groupId, topics, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeDescribeShareGroupOffsetsResponseTopic(w, v, element)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readDescribeShareGroupOffsetsResponse(r: Reader, v: number): DescribeShareGroupOffsetsResponse {
  const throttleTimeMs = r.int32()
  const groups = readDescribeShareGroupOffsetsResponseGroupList(r, v, r.count(6, 12))
  const x: DescribeShareGroupOffsetsResponse = { throttleTimeMs, groups }
  r.tags(x)
  return x
}

function writeDescribeShareGroupOffsetsResponse(w: Writer, v: number, x: DescribeShareGroupOffsetsResponseInput): void {
  const { throttleTimeMs, groups, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(groups)
  for (const element of groups) writeDescribeShareGroupOffsetsResponseGroup(w, v, element)
  w.tags(unknown)
}

/** API key 90, versions 0 to 1. */
export const DescribeShareGroupOffsets: Api<DescribeShareGroupOffsetsRequest, DescribeShareGroupOffsetsRequestInput, DescribeShareGroupOffsetsResponse, DescribeShareGroupOffsetsResponseInput> = {
  key: 90,
  name: 'DescribeShareGroupOffsets',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'DescribeShareGroupOffsetsRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
groups []struct 0+ required
  groupId string 0+ required
  topics []struct 0+ ?0+ required
    topicName string 0+ required
    partitions []int32 0+ required
`,
  read: readDescribeShareGroupOffsetsRequest,
  write: writeDescribeShareGroupOffsetsRequest,
}),
  response: codec({
  name: 'DescribeShareGroupOffsetsResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
groups []struct 0+ required
  groupId string 0+ required
  topics []struct 0+ required
    topicName string 0+ required
    topicId uuid 0+ required
    partitions []struct 0+ required
      partitionIndex int32 0+ required
      startOffset int64 0+ required
      leaderEpoch int32 0+ required
      lag int64 1+ =-1 ignorable
      errorCode int16 0+ required
      errorMessage string 0+ ?0+ =null
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ =null
`,
  read: readDescribeShareGroupOffsetsResponse,
  write: writeDescribeShareGroupOffsetsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
