// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface TxnOffsetCommitRequest extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** string · v0+ */
  groupId: string
  /** int64 · v0+ */
  producerId: bigint
  /** int16 · v0+ */
  producerEpoch: number
  /** int32 · v3+ · default -1 */
  generationIdOrMemberEpoch: number
  /** string · v3+ · default '' */
  memberId: string
  /** string · v3+ · null v3+ · default null */
  groupInstanceId: string | null
  /** v0+ */
  topics: TxnOffsetCommitRequestTopic[]
}

export interface TxnOffsetCommitRequestInput extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** string · v0+ */
  groupId: string
  /** int64 · v0+ */
  producerId: bigint | number
  /** int16 · v0+ */
  producerEpoch: number
  /** int32 · v3+ · default -1 */
  generationIdOrMemberEpoch?: number | undefined
  /** string · v3+ · default '' */
  memberId?: string | undefined
  /** string · v3+ · null v3+ · default null */
  groupInstanceId?: string | null | undefined
  /** v0+ */
  topics: readonly TxnOffsetCommitRequestTopicInput[]
}

export interface TxnOffsetCommitRequestTopic extends Tagged {
  /** string · v0-5 · ignorable */
  name: string
  /** uuid · v6+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: TxnOffsetCommitRequestPartition[]
}

export interface TxnOffsetCommitRequestTopicInput extends Tagged {
  /** string · v0-5 · ignorable */
  name?: string | undefined
  /** uuid · v6+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitions: readonly TxnOffsetCommitRequestPartitionInput[]
}

export interface TxnOffsetCommitRequestPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  committedOffset: bigint
  /** int32 · v2+ · default -1 · ignorable */
  committedLeaderEpoch: number
  /** string · v0+ · null v0+ */
  committedMetadata: string | null
}

export interface TxnOffsetCommitRequestPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  committedOffset: bigint | number
  /** int32 · v2+ · default -1 · ignorable */
  committedLeaderEpoch?: number | undefined
  /** string · v0+ · null v0+ */
  committedMetadata: string | null
}

function readTxnOffsetCommitRequestPartition(r: Reader, v: number): TxnOffsetCommitRequestPartition {
  const partitionIndex = r.int32()
  const committedOffset = r.int64()
  const committedLeaderEpoch = v >= 2 ? r.int32() : -1
  const committedMetadata = r.nullableString()
  const x: TxnOffsetCommitRequestPartition = {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    committedMetadata,
  }
  r.tags(x)
  return x
}

function readTxnOffsetCommitRequestPartitionList(r: Reader, v: number, n: number): TxnOffsetCommitRequestPartition[] {
  const list = listOf<TxnOffsetCommitRequestPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readTxnOffsetCommitRequestPartition(r, v)
  return list
}

function writeTxnOffsetCommitRequestPartition(w: Writer, v: number, x: TxnOffsetCommitRequestPartitionInput): void {
  const { partitionIndex, committedOffset, committedLeaderEpoch = -1, committedMetadata, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(committedOffset)
  if (v >= 2) w.int32(committedLeaderEpoch)
  w.nullableString(committedMetadata)
  w.tags(unknown)
}

function readTxnOffsetCommitRequestTopic(r: Reader, v: number): TxnOffsetCommitRequestTopic {
  const name = v <= 5 ? r.string() : ''
  const topicId = v >= 6 ? r.uuid() : zeroUuid
  const partitions = readTxnOffsetCommitRequestPartitionList(r, v, r.count(14, 11))
  const x: TxnOffsetCommitRequestTopic = { name, topicId, partitions }
  r.tags(x)
  return x
}

function readTxnOffsetCommitRequestTopicList(r: Reader, v: number, n: number): TxnOffsetCommitRequestTopic[] {
  const list = listOf<TxnOffsetCommitRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readTxnOffsetCommitRequestTopic(r, v)
  return list
}

function writeTxnOffsetCommitRequestTopic(w: Writer, v: number, x: TxnOffsetCommitRequestTopicInput): void {
  const { name = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 5) w.string(name)
  if (v >= 6) w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeTxnOffsetCommitRequestPartition(w, v, element)
  w.tags(unknown)
}

function readTxnOffsetCommitRequest(r: Reader, v: number): TxnOffsetCommitRequest {
  const transactionalId = r.string()
  const groupId = r.string()
  const producerId = r.int64()
  const producerEpoch = r.int16()
  const generationIdOrMemberEpoch = v >= 3 ? r.int32() : -1
  const memberId = v >= 3 ? r.string() : ''
  const groupInstanceId = v >= 3 ? r.nullableString() : null
  const topics = readTxnOffsetCommitRequestTopicList(r, v, r.count(3, 16))
  const x: TxnOffsetCommitRequest = {
    transactionalId,
    groupId,
    producerId,
    producerEpoch,
    generationIdOrMemberEpoch,
    memberId,
    groupInstanceId,
    topics,
  }
  r.tags(x)
  return x
}

function writeTxnOffsetCommitRequest(w: Writer, v: number, x: TxnOffsetCommitRequestInput): void {
  const {
    transactionalId,
    groupId,
    producerId,
    producerEpoch,
    generationIdOrMemberEpoch = -1,
    memberId = '',
    groupInstanceId = null,
    topics,
    [unknownTags]: unknown,
  } = x
  w.string(transactionalId)
  w.string(groupId)
  w.int64(producerId)
  w.int16(producerEpoch)
  if (v >= 3) w.int32(generationIdOrMemberEpoch)
  else if (generationIdOrMemberEpoch !== -1) w.unsupported()
  if (v >= 3) w.string(memberId)
  else if (memberId !== '') w.unsupported()
  if (v >= 3) w.nullableString(groupInstanceId)
  else if (groupInstanceId !== null) w.unsupported()
  w.count(topics)
  for (const element of topics) writeTxnOffsetCommitRequestTopic(w, v, element)
  w.tags(unknown)
}

export interface TxnOffsetCommitResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  topics: TxnOffsetCommitResponseTopic[]
}

export interface TxnOffsetCommitResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  topics: readonly TxnOffsetCommitResponseTopicInput[]
}

export interface TxnOffsetCommitResponseTopic extends Tagged {
  /** string · v0-5 · ignorable */
  name: string
  /** uuid · v6+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: TxnOffsetCommitResponsePartition[]
}

export interface TxnOffsetCommitResponseTopicInput extends Tagged {
  /** string · v0-5 · ignorable */
  name?: string | undefined
  /** uuid · v6+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitions: readonly TxnOffsetCommitResponsePartitionInput[]
}

export interface TxnOffsetCommitResponsePartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

export interface TxnOffsetCommitResponsePartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

function readTxnOffsetCommitResponsePartition(r: Reader, _v: number): TxnOffsetCommitResponsePartition {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const x: TxnOffsetCommitResponsePartition = { partitionIndex, errorCode }
  r.tags(x)
  return x
}

function readTxnOffsetCommitResponsePartitionList(r: Reader, v: number, n: number): TxnOffsetCommitResponsePartition[] {
  const list = listOf<TxnOffsetCommitResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readTxnOffsetCommitResponsePartition(r, v)
  return list
}

function writeTxnOffsetCommitResponsePartition(w: Writer, _v: number, x: TxnOffsetCommitResponsePartitionInput): void {
  const { partitionIndex, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.tags(unknown)
}

function readTxnOffsetCommitResponseTopic(r: Reader, v: number): TxnOffsetCommitResponseTopic {
  const name = v <= 5 ? r.string() : ''
  const topicId = v >= 6 ? r.uuid() : zeroUuid
  const partitions = readTxnOffsetCommitResponsePartitionList(r, v, r.count(6, 6))
  const x: TxnOffsetCommitResponseTopic = { name, topicId, partitions }
  r.tags(x)
  return x
}

function readTxnOffsetCommitResponseTopicList(r: Reader, v: number, n: number): TxnOffsetCommitResponseTopic[] {
  const list = listOf<TxnOffsetCommitResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readTxnOffsetCommitResponseTopic(r, v)
  return list
}

function writeTxnOffsetCommitResponseTopic(w: Writer, v: number, x: TxnOffsetCommitResponseTopicInput): void {
  const { name = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 5) w.string(name)
  if (v >= 6) w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeTxnOffsetCommitResponsePartition(w, v, element)
  w.tags(unknown)
}

function readTxnOffsetCommitResponse(r: Reader, v: number): TxnOffsetCommitResponse {
  const throttleTimeMs = r.int32()
  const topics = readTxnOffsetCommitResponseTopicList(r, v, r.count(3, 16))
  const x: TxnOffsetCommitResponse = { throttleTimeMs, topics }
  r.tags(x)
  return x
}

function writeTxnOffsetCommitResponse(w: Writer, v: number, x: TxnOffsetCommitResponseInput): void {
  const { throttleTimeMs, topics, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeTxnOffsetCommitResponseTopic(w, v, element)
  w.tags(unknown)
}

/** API key 28, versions 0 to 6. */
export const TxnOffsetCommit: Api<TxnOffsetCommitRequest, TxnOffsetCommitRequestInput, TxnOffsetCommitResponse, TxnOffsetCommitResponseInput> = {
  key: 28,
  name: 'TxnOffsetCommit',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 3,
  request: codec({
  name: 'TxnOffsetCommitRequest',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 3,
  last: true,
  fields: `
transactionalId string 0+ required
groupId string 0+ required
producerId int64 0+ required
producerEpoch int16 0+ required
generationIdOrMemberEpoch int32 3+ =-1
memberId string 3+ =
groupInstanceId string 3+ ?3+ =null
topics []struct 0+ required
  name string 0-5 ignorable
  topicId uuid 6+ ignorable
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    committedOffset int64 0+ required
    committedLeaderEpoch int32 2+ =-1 ignorable
    committedMetadata string 0+ ?0+ required
`,
  read: readTxnOffsetCommitRequest,
  write: writeTxnOffsetCommitRequest,
}),
  response: codec({
  name: 'TxnOffsetCommitResponse',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 3,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
topics []struct 0+ required
  name string 0-5 ignorable
  topicId uuid 6+ ignorable
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
`,
  read: readTxnOffsetCommitResponse,
  write: writeTxnOffsetCommitResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
