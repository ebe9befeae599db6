// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface OffsetCommitRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v1+ · default -1 · ignorable */
  generationIdOrMemberEpoch: number
  /** string · v1+ · ignorable */
  memberId: string
  /** string · v7+ · null v7+ · default null */
  groupInstanceId: string | null
  /** int64 · v2-4 · default -1 · ignorable */
  retentionTimeMs: bigint
  /** v0+ */
  topics: OffsetCommitRequestTopic[]
}

export interface OffsetCommitRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v1+ · default -1 · ignorable */
  generationIdOrMemberEpoch?: number | undefined
  /** string · v1+ · ignorable */
  memberId: string
  /** string · v7+ · null v7+ · default null */
  groupInstanceId?: string | null | undefined
  /** int64 · v2-4 · default -1 · ignorable */
  retentionTimeMs?: bigint | number | undefined
  /** v0+ */
  topics: readonly OffsetCommitRequestTopicInput[]
}

export interface OffsetCommitRequestTopic extends Tagged {
  /** string · v0-9 · ignorable */
  name: string
  /** uuid · v10+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: OffsetCommitRequestPartition[]
}

export interface OffsetCommitRequestTopicInput extends Tagged {
  /** string · v0-9 · ignorable */
  name?: string | undefined
  /** uuid · v10+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitions: readonly OffsetCommitRequestPartitionInput[]
}

export interface OffsetCommitRequestPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  committedOffset: bigint
  /** int32 · v6+ · default -1 · ignorable */
  committedLeaderEpoch: number
  /** string · v0+ · null v0+ */
  committedMetadata: string | null
}

export interface OffsetCommitRequestPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  committedOffset: bigint | number
  /** int32 · v6+ · default -1 · ignorable */
  committedLeaderEpoch?: number | undefined
  /** string · v0+ · null v0+ */
  committedMetadata: string | null
}

function readOffsetCommitRequestPartition(r: Reader, v: number): OffsetCommitRequestPartition {
  const partitionIndex = r.int32()
  const committedOffset = r.int64()
  const committedLeaderEpoch = v >= 6 ? r.int32() : -1
  const committedMetadata = r.nullableString()
  const x: OffsetCommitRequestPartition = { partitionIndex, committedOffset, committedLeaderEpoch, committedMetadata }
  r.tags(x)
  return x
}

function readOffsetCommitRequestPartitionList(r: Reader, v: number, n: number): OffsetCommitRequestPartition[] {
  const list = listOf<OffsetCommitRequestPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetCommitRequestPartition(r, v)
  return list
}

function writeOffsetCommitRequestPartition(w: Writer, v: number, x: OffsetCommitRequestPartitionInput): void {
  const { partitionIndex, committedOffset, committedLeaderEpoch = -1, committedMetadata, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(committedOffset)
  if (v >= 6) w.int32(committedLeaderEpoch)
  w.nullableString(committedMetadata)
  w.tags(unknown)
}

function readOffsetCommitRequestTopic(r: Reader, v: number): OffsetCommitRequestTopic {
  const name = v <= 9 ? r.string() : ''
  const topicId = v >= 10 ? r.uuid() : zeroUuid
  const partitions = readOffsetCommitRequestPartitionList(r, v, r.count(14, 11))
  const x: OffsetCommitRequestTopic = { name, topicId, partitions }
  r.tags(x)
  return x
}

function readOffsetCommitRequestTopicList(r: Reader, v: number, n: number): OffsetCommitRequestTopic[] {
  const list = listOf<OffsetCommitRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetCommitRequestTopic(r, v)
  return list
}

function writeOffsetCommitRequestTopic(w: Writer, v: number, x: OffsetCommitRequestTopicInput): void {
  const { name = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 9) w.string(name)
  if (v >= 10) w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeOffsetCommitRequestPartition(w, v, element)
  w.tags(unknown)
}

function readOffsetCommitRequest(r: Reader, v: number): OffsetCommitRequest {
  const groupId = r.string()
  const generationIdOrMemberEpoch = r.int32()
  const memberId = r.string()
  const groupInstanceId = v >= 7 ? r.nullableString() : null
  const retentionTimeMs = v <= 4 ? r.int64() : -1n
  const topics = readOffsetCommitRequestTopicList(r, v, r.count(3, 16))
  const x: OffsetCommitRequest = {
    groupId,
    generationIdOrMemberEpoch,
    memberId,
    groupInstanceId,
    retentionTimeMs,
    topics,
  }
  r.tags(x)
  return x
}

function writeOffsetCommitRequest(w: Writer, v: number, x: OffsetCommitRequestInput): void {
  const {
    groupId,
    generationIdOrMemberEpoch = -1,
    memberId,
    groupInstanceId = null,
    retentionTimeMs = -1n,
    topics,
    [unknownTags]: unknown,
  } = x
  w.string(groupId)
  w.int32(generationIdOrMemberEpoch)
  w.string(memberId)
  if (v >= 7) w.nullableString(groupInstanceId)
  else if (groupInstanceId !== null) w.unsupported()
  if (v <= 4) w.int64(retentionTimeMs)
  w.count(topics)
  for (const element of topics) writeOffsetCommitRequestTopic(w, v, element)
  w.tags(unknown)
}

export interface OffsetCommitResponse extends Tagged {
  /** int32 · v3+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: OffsetCommitResponseTopic[]
}

export interface OffsetCommitResponseInput extends Tagged {
  /** int32 · v3+ · ignorable */
  throttleTimeMs?: number | undefined
  /** v0+ */
  topics: readonly OffsetCommitResponseTopicInput[]
}

export interface OffsetCommitResponseTopic extends Tagged {
  /** string · v0-9 · ignorable */
  name: string
  /** uuid · v10+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: OffsetCommitResponsePartition[]
}

export interface OffsetCommitResponseTopicInput extends Tagged {
  /** string · v0-9 · ignorable */
  name?: string | undefined
  /** uuid · v10+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitions: readonly OffsetCommitResponsePartitionInput[]
}

export interface OffsetCommitResponsePartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

export interface OffsetCommitResponsePartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

function readOffsetCommitResponsePartition(r: Reader, _v: number): OffsetCommitResponsePartition {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const x: OffsetCommitResponsePartition = { partitionIndex, errorCode }
  r.tags(x)
  return x
}

function readOffsetCommitResponsePartitionList(r: Reader, v: number, n: number): OffsetCommitResponsePartition[] {
  const list = listOf<OffsetCommitResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetCommitResponsePartition(r, v)
  return list
}

function writeOffsetCommitResponsePartition(w: Writer, _v: number, x: OffsetCommitResponsePartitionInput): void {
  const { partitionIndex, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.tags(unknown)
}

function readOffsetCommitResponseTopic(r: Reader, v: number): OffsetCommitResponseTopic {
  const name = v <= 9 ? r.string() : ''
  const topicId = v >= 10 ? r.uuid() : zeroUuid
  const partitions = readOffsetCommitResponsePartitionList(r, v, r.count(6, 6))
  const x: OffsetCommitResponseTopic = { name, topicId, partitions }
  r.tags(x)
  return x
}

function readOffsetCommitResponseTopicList(r: Reader, v: number, n: number): OffsetCommitResponseTopic[] {
  const list = listOf<OffsetCommitResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetCommitResponseTopic(r, v)
  return list
}

function writeOffsetCommitResponseTopic(w: Writer, v: number, x: OffsetCommitResponseTopicInput): void {
  const { name = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 9) w.string(name)
  if (v >= 10) w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeOffsetCommitResponsePartition(w, v, element)
  w.tags(unknown)
}

function readOffsetCommitResponse(r: Reader, v: number): OffsetCommitResponse {
  const throttleTimeMs = v >= 3 ? r.int32() : 0
  const topics = readOffsetCommitResponseTopicList(r, v, r.count(3, 16))
  const x: OffsetCommitResponse = { throttleTimeMs, topics }
  r.tags(x)
  return x
}

function writeOffsetCommitResponse(w: Writer, v: number, x: OffsetCommitResponseInput): void {
  const { throttleTimeMs = 0, topics, [unknownTags]: unknown } = x
  if (v >= 3) w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeOffsetCommitResponseTopic(w, v, element)
  w.tags(unknown)
}

/** API key 8, versions 2 to 10. */
export const OffsetCommit: Api<OffsetCommitRequest, OffsetCommitRequestInput, OffsetCommitResponse, OffsetCommitResponseInput> = {
  key: 8,
  name: 'OffsetCommit',
  minVersion: 2,
  maxVersion: 10,
  flexibleSince: 8,
  request: codec({
  name: 'OffsetCommitRequest',
  minVersion: 2,
  maxVersion: 10,
  flexibleSince: 8,
  last: true,
  fields: `
groupId string 0+ required
generationIdOrMemberEpoch int32 1+ =-1 ignorable
memberId string 1+ required ignorable
groupInstanceId string 7+ ?7+ =null
retentionTimeMs int64 2-4 =-1 ignorable
topics []struct 0+ required
  name string 0-9 ignorable
  topicId uuid 10+ ignorable
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    committedOffset int64 0+ required
    committedLeaderEpoch int32 6+ =-1 ignorable
    committedMetadata string 0+ ?0+ required
`,
  read: readOffsetCommitRequest,
  write: writeOffsetCommitRequest,
}),
  response: codec({
  name: 'OffsetCommitResponse',
  minVersion: 2,
  maxVersion: 10,
  flexibleSince: 8,
  last: true,
  fields: `
throttleTimeMs int32 3+ ignorable
topics []struct 0+ required
  name string 0-9 ignorable
  topicId uuid 10+ ignorable
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
`,
  read: readOffsetCommitResponse,
  write: writeOffsetCommitResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
