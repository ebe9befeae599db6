// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface OffsetFetchRequest extends Tagged {
  /** string · v0-7 */
  groupId: string
  /** v0-7 · null v2-7 */
  topics: OffsetFetchRequestTopic[] | null
  /** v8+ */
  groups: OffsetFetchRequestGroup[]
  /** bool · v7+ · default false */
  requireStable: boolean
}

export interface OffsetFetchRequestInput extends Tagged {
  /** string · v0-7 */
  groupId?: string | undefined
  /** v0-7 · null v2-7 */
  topics?: readonly OffsetFetchRequestTopicInput[] | null | undefined
  /** v8+ */
  groups?: readonly OffsetFetchRequestGroupInput[] | undefined
  /** bool · v7+ · default false */
  requireStable?: boolean | undefined
}

export interface OffsetFetchRequestGroup extends Tagged {
  /** string · v8+ */
  groupId: string
  /** string · v9+ · null v9+ · default null · ignorable */
  memberId: string | null
  /** int32 · v9+ · default -1 · ignorable */
  memberEpoch: number
  /** v8+ · null v8+ */
  topics: OffsetFetchRequestTopics[] | null
}

export interface OffsetFetchRequestGroupInput extends Tagged {
  /** string · v8+ */
  groupId: string
  /** string · v9+ · null v9+ · default null · ignorable */
  memberId?: string | null | undefined
  /** int32 · v9+ · default -1 · ignorable */
  memberEpoch?: number | undefined
  /** v8+ · null v8+ */
  topics: readonly OffsetFetchRequestTopicsInput[] | null
}

export interface OffsetFetchRequestTopics extends Tagged {
  /** string · v8-9 · ignorable */
  name: string
  /** uuid · v10+ · ignorable */
  topicId: string
  /** []int32 · v8+ */
  partitionIndexes: number[]
}

export interface OffsetFetchRequestTopicsInput extends Tagged {
  /** string · v8-9 · ignorable */
  name?: string | undefined
  /** uuid · v10+ · ignorable */
  topicId?: string | undefined
  /** []int32 · v8+ */
  partitionIndexes: readonly number[]
}

export interface OffsetFetchRequestTopic extends Tagged {
  /** string · v0-7 */
  name: string
  /** []int32 · v0-7 */
  partitionIndexes: number[]
}

export interface OffsetFetchRequestTopicInput extends Tagged {
  /** string · v0-7 */
  name: string
  /** []int32 · v0-7 */
  partitionIndexes: readonly number[]
}

function readOffsetFetchRequestTopic(r: Reader, _v: number): OffsetFetchRequestTopic {
  const name = r.string()
  const partitionIndexes = r.int32s()
  const x: OffsetFetchRequestTopic = { name, partitionIndexes }
  r.tags(x)
  return x
}

function readOffsetFetchRequestTopicList(r: Reader, v: number, n: number): OffsetFetchRequestTopic[] {
  const list = listOf<OffsetFetchRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchRequestTopic(r, v)
  return list
}

function readNullableOffsetFetchRequestTopicList(r: Reader, v: number): OffsetFetchRequestTopic[] | null {
  const n = r.nullableCount(3, 10)
  return n < 0 ? null : readOffsetFetchRequestTopicList(r, v, n)
}

function writeOffsetFetchRequestTopic(w: Writer, _v: number, x: OffsetFetchRequestTopicInput): void {
  const { name, partitionIndexes, [unknownTags]: unknown } = x
  w.string(name)
  w.int32s(partitionIndexes)
  w.tags(unknown)
}

function readOffsetFetchRequestTopics(r: Reader, v: number): OffsetFetchRequestTopics {
  const name = v <= 9 ? r.string() : ''
  const topicId = v >= 10 ? r.uuid() : zeroUuid
  const partitionIndexes = r.int32s()
  const x: OffsetFetchRequestTopics = { name, topicId, partitionIndexes }
  r.tags(x)
  return x
}

function readOffsetFetchRequestTopicsList(r: Reader, v: number, n: number): OffsetFetchRequestTopics[] {
  const list = listOf<OffsetFetchRequestTopics>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchRequestTopics(r, v)
  return list
}

function readNullableOffsetFetchRequestTopicsList(r: Reader, v: number): OffsetFetchRequestTopics[] | null {
  const n = r.nullableCount(3, 16)
  return n < 0 ? null : readOffsetFetchRequestTopicsList(r, v, n)
}

function writeOffsetFetchRequestTopics(w: Writer, v: number, x: OffsetFetchRequestTopicsInput): void {
  const { name = '', topicId = zeroUuid, partitionIndexes, [unknownTags]: unknown } = x
  if (v <= 9) w.string(name)
  if (v >= 10) w.uuid(topicId)
  w.int32s(partitionIndexes)
  w.tags(unknown)
}

function readOffsetFetchRequestGroup(r: Reader, v: number): OffsetFetchRequestGroup {
  const groupId = r.string()
  const memberId = v >= 9 ? r.nullableString() : null
  const memberEpoch = v >= 9 ? r.int32() : -1
  const topics = readNullableOffsetFetchRequestTopicsList(r, v)
  const x: OffsetFetchRequestGroup = { groupId, memberId, memberEpoch, topics }
  r.tags(x)
  return x
}

function readOffsetFetchRequestGroupList(r: Reader, v: number, n: number): OffsetFetchRequestGroup[] {
  const list = listOf<OffsetFetchRequestGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchRequestGroup(r, v)
  return list
}

function writeOffsetFetchRequestGroup(w: Writer, v: number, x: OffsetFetchRequestGroupInput): void {
  const { groupId, memberId = null, memberEpoch = -1, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  if (v >= 9) w.nullableString(memberId)
  if (v >= 9) w.int32(memberEpoch)
  if (topics === null) w.nullArray()
  else {
    w.count(topics)
    for (const element of topics) writeOffsetFetchRequestTopics(w, v, element)
  }
  w.tags(unknown)
}

function readOffsetFetchRequest(r: Reader, v: number): OffsetFetchRequest {
  const groupId = v <= 7 ? r.string() : ''
  const topics = v <= 7 ? (v >= 2 ? readNullableOffsetFetchRequestTopicList(r, v) : readOffsetFetchRequestTopicList(r, v, r.count(3, 10))) : []
  const groups = v >= 8 ? readOffsetFetchRequestGroupList(r, v, r.count(3, 12)) : []
  const requireStable = v >= 7 ? r.bool() : false
  const x: OffsetFetchRequest = { groupId, topics, groups, requireStable }
  r.tags(x)
  return x
}

function writeOffsetFetchRequest(w: Writer, v: number, x: OffsetFetchRequestInput): void {
  w.struct(x)
  const { groupId = '', topics = [], groups = [], requireStable = false, [unknownTags]: unknown } = x
  if (v <= 7) w.string(groupId)
  else if (groupId !== '') w.unsupported()
  if (v <= 7) {
    if (v >= 2 && topics === null) w.nullArray()
    else {
      w.count(topics as never)
      for (const element of topics ?? []) writeOffsetFetchRequestTopic(w, v, element)
    }
  } else if ((topics === null || topics.length !== 0)) w.unsupported()
  if (v >= 8) {
    w.count(groups)
    for (const element of groups) writeOffsetFetchRequestGroup(w, v, element)
  } else if (groups.length !== 0) w.unsupported()
  if (v >= 7) w.bool(requireStable)
  else if (requireStable) w.unsupported()
  w.tags(unknown)
}

export interface OffsetFetchResponse extends Tagged {
  /** int32 · v3+ · ignorable */
  throttleTimeMs: number
  /** v0-7 */
  topics: OffsetFetchResponseTopic[]
  /** int16 · v2-7 · default 0 · ignorable */
  errorCode: number
  /** v8+ */
  groups: OffsetFetchResponseGroup[]
}

export interface OffsetFetchResponseInput extends Tagged {
  /** int32 · v3+ · ignorable */
  throttleTimeMs?: number | undefined
  /** v0-7 */
  topics?: readonly OffsetFetchResponseTopicInput[] | undefined
  /** int16 · v2-7 · default 0 · ignorable */
  errorCode?: number | undefined
  /** v8+ */
  groups?: readonly OffsetFetchResponseGroupInput[] | undefined
}

export interface OffsetFetchResponseGroup extends Tagged {
  /** string · v8+ */
  groupId: string
  /** v8+ */
  topics: OffsetFetchResponseTopics[]
  /** int16 · v8+ · default 0 */
  errorCode: number
}

export interface OffsetFetchResponseGroupInput extends Tagged {
  /** string · v8+ */
  groupId: string
  /** v8+ */
  topics: readonly OffsetFetchResponseTopicsInput[]
  /** int16 · v8+ · default 0 */
  errorCode?: number | undefined
}

export interface OffsetFetchResponseTopics extends Tagged {
  /** string · v8-9 · ignorable */
  name: string
  /** uuid · v10+ · ignorable */
  topicId: string
  /** v8+ */
  partitions: OffsetFetchResponsePartitions[]
}

export interface OffsetFetchResponseTopicsInput extends Tagged {
  /** string · v8-9 · ignorable */
  name?: string | undefined
  /** uuid · v10+ · ignorable */
  topicId?: string | undefined
  /** v8+ */
  partitions: readonly OffsetFetchResponsePartitionsInput[]
}

export interface OffsetFetchResponsePartitions extends Tagged {
  /** int32 · v8+ */
  partitionIndex: number
  /** int64 · v8+ */
  committedOffset: bigint
  /** int32 · v8+ · default -1 · ignorable */
  committedLeaderEpoch: number
  /** string · v8+ · null v8+ */
  metadata: string | null
  /** int16 · v8+ */
  errorCode: number
}

export interface OffsetFetchResponsePartitionsInput extends Tagged {
  /** int32 · v8+ */
  partitionIndex: number
  /** int64 · v8+ */
  committedOffset: bigint | number
  /** int32 · v8+ · default -1 · ignorable */
  committedLeaderEpoch?: number | undefined
  /** string · v8+ · null v8+ */
  metadata: string | null
  /** int16 · v8+ */
  errorCode: number
}

export interface OffsetFetchResponseTopic extends Tagged {
  /** string · v0-7 */
  name: string
  /** v0-7 */
  partitions: OffsetFetchResponsePartition[]
}

export interface OffsetFetchResponseTopicInput extends Tagged {
  /** string · v0-7 */
  name: string
  /** v0-7 */
  partitions: readonly OffsetFetchResponsePartitionInput[]
}

export interface OffsetFetchResponsePartition extends Tagged {
  /** int32 · v0-7 */
  partitionIndex: number
  /** int64 · v0-7 */
  committedOffset: bigint
  /** int32 · v5-7 · default -1 · ignorable */
  committedLeaderEpoch: number
  /** string · v0-7 · null v0-7 */
  metadata: string | null
  /** int16 · v0-7 */
  errorCode: number
}

export interface OffsetFetchResponsePartitionInput extends Tagged {
  /** int32 · v0-7 */
  partitionIndex: number
  /** int64 · v0-7 */
  committedOffset: bigint | number
  /** int32 · v5-7 · default -1 · ignorable */
  committedLeaderEpoch?: number | undefined
  /** string · v0-7 · null v0-7 */
  metadata: string | null
  /** int16 · v0-7 */
  errorCode: number
}

function readOffsetFetchResponsePartition(r: Reader, v: number): OffsetFetchResponsePartition {
  const partitionIndex = r.int32()
  const committedOffset = r.int64()
  const committedLeaderEpoch = v >= 5 ? r.int32() : -1
  const metadata = r.nullableString()
  const errorCode = r.int16()
  const x: OffsetFetchResponsePartition = { partitionIndex, committedOffset, committedLeaderEpoch, metadata, errorCode }
  r.tags(x)
  return x
}

function readOffsetFetchResponsePartitionList(r: Reader, v: number, n: number): OffsetFetchResponsePartition[] {
  const list = listOf<OffsetFetchResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchResponsePartition(r, v)
  return list
}

function writeOffsetFetchResponsePartition(w: Writer, v: number, x: OffsetFetchResponsePartitionInput): void {
  const { partitionIndex, committedOffset, committedLeaderEpoch = -1, metadata, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(committedOffset)
  if (v >= 5) w.int32(committedLeaderEpoch)
  w.nullableString(metadata)
  w.int16(errorCode)
  w.tags(unknown)
}

function readOffsetFetchResponseTopic(r: Reader, v: number): OffsetFetchResponseTopic {
  const name = r.string()
  const partitions = readOffsetFetchResponsePartitionList(r, v, r.count(16, 12))
  const x: OffsetFetchResponseTopic = { name, partitions }
  r.tags(x)
  return x
}

function readOffsetFetchResponseTopicList(r: Reader, v: number, n: number): OffsetFetchResponseTopic[] {
  const list = listOf<OffsetFetchResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchResponseTopic(r, v)
  return list
}

function writeOffsetFetchResponseTopic(w: Writer, v: number, x: OffsetFetchResponseTopicInput): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeOffsetFetchResponsePartition(w, v, element)
  w.tags(unknown)
}

function readOffsetFetchResponsePartitions(r: Reader, _v: number): OffsetFetchResponsePartitions {
  const partitionIndex = r.int32()
  const committedOffset = r.int64()
  const committedLeaderEpoch = r.int32()
  const metadata = r.nullableString()
  const errorCode = r.int16()
  const x: OffsetFetchResponsePartitions = {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    metadata,
    errorCode,
  }
  r.tags(x)
  return x
}

function readOffsetFetchResponsePartitionsList(r: Reader, v: number, n: number): OffsetFetchResponsePartitions[] {
  const list = listOf<OffsetFetchResponsePartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchResponsePartitions(r, v)
  return list
}

function writeOffsetFetchResponsePartitions(w: Writer, _v: number, x: OffsetFetchResponsePartitionsInput): void {
  const { partitionIndex, committedOffset, committedLeaderEpoch = -1, metadata, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(committedOffset)
  w.int32(committedLeaderEpoch)
  w.nullableString(metadata)
  w.int16(errorCode)
  w.tags(unknown)
}

function readOffsetFetchResponseTopics(r: Reader, v: number): OffsetFetchResponseTopics {
  const name = v <= 9 ? r.string() : ''
  const topicId = v >= 10 ? r.uuid() : zeroUuid
  const partitions = readOffsetFetchResponsePartitionsList(r, v, r.count(20, 12))
  const x: OffsetFetchResponseTopics = { name, topicId, partitions }
  r.tags(x)
  return x
}

function readOffsetFetchResponseTopicsList(r: Reader, v: number, n: number): OffsetFetchResponseTopics[] {
  const list = listOf<OffsetFetchResponseTopics>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchResponseTopics(r, v)
  return list
}

function writeOffsetFetchResponseTopics(w: Writer, v: number, x: OffsetFetchResponseTopicsInput): void {
  const { name = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 9) w.string(name)
  if (v >= 10) w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeOffsetFetchResponsePartitions(w, v, element)
  w.tags(unknown)
}

function readOffsetFetchResponseGroup(r: Reader, v: number): OffsetFetchResponseGroup {
  const groupId = r.string()
  const topics = readOffsetFetchResponseTopicsList(r, v, r.count(3, 16))
  const errorCode = r.int16()
  const x: OffsetFetchResponseGroup = { groupId, topics, errorCode }
  r.tags(x)
  return x
}

function readOffsetFetchResponseGroupList(r: Reader, v: number, n: number): OffsetFetchResponseGroup[] {
  const list = listOf<OffsetFetchResponseGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetFetchResponseGroup(r, v)
  return list
}

function writeOffsetFetchResponseGroup(w: Writer, v: number, x: OffsetFetchResponseGroupInput): void {
  const { groupId, topics, errorCode = 0, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeOffsetFetchResponseTopics(w, v, element)
  w.int16(errorCode)
  w.tags(unknown)
}

function readOffsetFetchResponse(r: Reader, v: number): OffsetFetchResponse {
  const throttleTimeMs = v >= 3 ? r.int32() : 0
  const topics = v <= 7 ? readOffsetFetchResponseTopicList(r, v, r.count(3, 10)) : []
  const errorCode = v >= 2 && v <= 7 ? r.int16() : 0
  const groups = v >= 8 ? readOffsetFetchResponseGroupList(r, v, r.count(5, 11)) : []
  const x: OffsetFetchResponse = { throttleTimeMs, topics, errorCode, groups }
  r.tags(x)
  return x
}

function writeOffsetFetchResponse(w: Writer, v: number, x: OffsetFetchResponseInput): void {
  w.struct(x)
  const { throttleTimeMs = 0, topics = [], errorCode = 0, groups = [], [unknownTags]: unknown } = x
  if (v >= 3) w.int32(throttleTimeMs)
  if (v <= 7) {
    w.count(topics)
    for (const element of topics) writeOffsetFetchResponseTopic(w, v, element)
  } else if (topics.length !== 0) w.unsupported()
  if (v >= 2 && v <= 7) w.int16(errorCode)
  if (v >= 8) {
    w.count(groups)
    for (const element of groups) writeOffsetFetchResponseGroup(w, v, element)
  } else if (groups.length !== 0) w.unsupported()
  w.tags(unknown)
}

/** API key 9, versions 1 to 10. */
export const OffsetFetch: Api<OffsetFetchRequest, OffsetFetchRequestInput, OffsetFetchResponse, OffsetFetchResponseInput> = {
  key: 9,
  name: 'OffsetFetch',
  minVersion: 1,
  maxVersion: 10,
  flexibleSince: 6,
  request: codec({
  name: 'OffsetFetchRequest',
  minVersion: 1,
  maxVersion: 10,
  flexibleSince: 6,
  last: true,
  fields: `
groupId string 0-7
topics []struct 0-7 ?2-7
  name string 0-7 required
  partitionIndexes []int32 0-7 required
groups []struct 8+
  groupId string 8+ required
  memberId string 9+ ?9+ =null ignorable
  memberEpoch int32 9+ =-1 ignorable
  topics []struct 8+ ?8+ required
    name string 8-9 ignorable
    topicId uuid 10+ ignorable
    partitionIndexes []int32 8+ required
requireStable bool 7+ =false
`,
  read: readOffsetFetchRequest,
  write: writeOffsetFetchRequest,
}),
  response: codec({
  name: 'OffsetFetchResponse',
  minVersion: 1,
  maxVersion: 10,
  flexibleSince: 6,
  last: true,
  fields: `
throttleTimeMs int32 3+ ignorable
topics []struct 0-7
  name string 0-7 required
  partitions []struct 0-7 required
    partitionIndex int32 0-7 required
    committedOffset int64 0-7 required
    committedLeaderEpoch int32 5-7 =-1 ignorable
    metadata string 0-7 ?0-7 required
    errorCode int16 0-7 required
errorCode int16 2-7 =0 ignorable
groups []struct 8+
  groupId string 8+ required
  topics []struct 8+ required
    name string 8-9 ignorable
    topicId uuid 10+ ignorable
    partitions []struct 8+ required
      partitionIndex int32 8+ required
      committedOffset int64 8+ required
      committedLeaderEpoch int32 8+ =-1 ignorable
      metadata string 8+ ?8+ required
      errorCode int16 8+ required
  errorCode int16 8+ =0
`,
  read: readOffsetFetchResponse,
  write: writeOffsetFetchResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
