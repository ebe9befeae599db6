// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ListOffsetsRequest extends Tagged {
  /** int32 · v0+ */
  replicaId: number
  /** int8 · v2+ */
  isolationLevel: number
  /** v0+ */
  topics: ListOffsetsRequestListOffsetsTopic[]
  /** int32 · v10+ · ignorable */
  timeoutMs: number
}

export interface ListOffsetsRequestInput extends Tagged {
  /** int32 · v0+ */
  replicaId: number
  /** int8 · v2+ */
  isolationLevel?: number | undefined
  /** v0+ */
  topics: readonly ListOffsetsRequestListOffsetsTopicInput[]
  /** int32 · v10+ · ignorable */
  timeoutMs?: number | undefined
}

export interface ListOffsetsRequestListOffsetsTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: ListOffsetsRequestListOffsetsPartition[]
}

export interface ListOffsetsRequestListOffsetsTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly ListOffsetsRequestListOffsetsPartitionInput[]
}

export interface ListOffsetsRequestListOffsetsPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v4+ · default -1 · ignorable */
  currentLeaderEpoch: number
  /** int64 · v0+ */
  timestamp: bigint
}

export interface ListOffsetsRequestListOffsetsPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v4+ · default -1 · ignorable */
  currentLeaderEpoch?: number | undefined
  /** int64 · v0+ */
  timestamp: bigint | number
}

function readListOffsetsRequestListOffsetsPartition(r: Reader, v: number): ListOffsetsRequestListOffsetsPartition {
  const partitionIndex = r.int32()
  const currentLeaderEpoch = v >= 4 ? r.int32() : -1
  const timestamp = r.int64()
  const x: ListOffsetsRequestListOffsetsPartition = { partitionIndex, currentLeaderEpoch, timestamp }
  r.tags(x)
  return x
}

function readListOffsetsRequestListOffsetsPartitionList(
  r: Reader,
  v: number,
  n: number,
): ListOffsetsRequestListOffsetsPartition[] {
  const list = listOf<ListOffsetsRequestListOffsetsPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readListOffsetsRequestListOffsetsPartition(r, v)
  return list
}

function writeListOffsetsRequestListOffsetsPartition(
  w: Writer,
  v: number,
  x: ListOffsetsRequestListOffsetsPartitionInput,
): void {
  const { partitionIndex, currentLeaderEpoch = -1, timestamp, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  if (v >= 4) w.int32(currentLeaderEpoch)
  w.int64(timestamp)
  w.tags(unknown)
}

function readListOffsetsRequestListOffsetsTopic(r: Reader, v: number): ListOffsetsRequestListOffsetsTopic {
  const name = r.string()
  const partitions = readListOffsetsRequestListOffsetsPartitionList(r, v, r.count(12, 10))
  const x: ListOffsetsRequestListOffsetsTopic = { name, partitions }
  r.tags(x)
  return x
}

function readListOffsetsRequestListOffsetsTopicList(
  r: Reader,
  v: number,
  n: number,
): ListOffsetsRequestListOffsetsTopic[] {
  const list = listOf<ListOffsetsRequestListOffsetsTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readListOffsetsRequestListOffsetsTopic(r, v)
  return list
}

function writeListOffsetsRequestListOffsetsTopic(
  w: Writer,
  v: number,
  x: ListOffsetsRequestListOffsetsTopicInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeListOffsetsRequestListOffsetsPartition(w, v, element)
  w.tags(unknown)
}

function readListOffsetsRequest(r: Reader, v: number): ListOffsetsRequest {
  const replicaId = r.int32()
  const isolationLevel = v >= 2 ? r.int8() : 0
  const topics = readListOffsetsRequestListOffsetsTopicList(r, v, r.count(3, 10))
  const timeoutMs = v >= 10 ? r.int32() : 0
  const x: ListOffsetsRequest = { replicaId, isolationLevel, topics, timeoutMs }
  r.tags(x)
  return x
}

function writeListOffsetsRequest(w: Writer, v: number, x: ListOffsetsRequestInput): void {
  const { replicaId, isolationLevel = 0, topics, timeoutMs = 0, [unknownTags]: unknown } = x
  w.int32(replicaId)
  if (v >= 2) w.int8(isolationLevel)
  else if (isolationLevel !== 0) w.unsupported()
  w.count(topics)
  for (const element of topics) writeListOffsetsRequestListOffsetsTopic(w, v, element)
  if (v >= 10) w.int32(timeoutMs)
  w.tags(unknown)
}

export interface ListOffsetsResponse extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: ListOffsetsResponseListOffsetsTopicResponse[]
}

export interface ListOffsetsResponseInput extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs?: number | undefined
  /** v0+ */
  topics: readonly ListOffsetsResponseListOffsetsTopicResponseInput[]
}

export interface ListOffsetsResponseListOffsetsTopicResponse extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: ListOffsetsResponseListOffsetsPartitionResponse[]
}

export interface ListOffsetsResponseListOffsetsTopicResponseInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly ListOffsetsResponseListOffsetsPartitionResponseInput[]
}

export interface ListOffsetsResponseListOffsetsPartitionResponse extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v1+ · default -1 */
  timestamp: bigint
  /** int64 · v1+ · default -1 */
  offset: bigint
  /** int32 · v4+ · default -1 */
  leaderEpoch: number
}

export interface ListOffsetsResponseListOffsetsPartitionResponseInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v1+ · default -1 */
  timestamp?: bigint | number | undefined
  /** int64 · v1+ · default -1 */
  offset?: bigint | number | undefined
  /** int32 · v4+ · default -1 */
  leaderEpoch?: number | undefined
}

function readListOffsetsResponseListOffsetsPartitionResponse(
  r: Reader,
  v: number,
): ListOffsetsResponseListOffsetsPartitionResponse {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const timestamp = r.int64()
  const offset = r.int64()
  const leaderEpoch = v >= 4 ? r.int32() : -1
  const x: ListOffsetsResponseListOffsetsPartitionResponse = {
    partitionIndex,
    errorCode,
    timestamp,
    offset,
    leaderEpoch,
  }
  r.tags(x)
  return x
}

function readListOffsetsResponseListOffsetsPartitionResponseList(
  r: Reader,
  v: number,
  n: number,
): ListOffsetsResponseListOffsetsPartitionResponse[] {
  const list = listOf<ListOffsetsResponseListOffsetsPartitionResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readListOffsetsResponseListOffsetsPartitionResponse(r, v)
  return list
}

function writeListOffsetsResponseListOffsetsPartitionResponse(
  w: Writer,
  v: number,
  x: ListOffsetsResponseListOffsetsPartitionResponseInput,
): void {
  const { partitionIndex, errorCode, timestamp = -1n, offset = -1n, leaderEpoch = -1, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.int64(timestamp)
  w.int64(offset)
  if (v >= 4) w.int32(leaderEpoch)
  else if (leaderEpoch !== -1) w.unsupported()
  w.tags(unknown)
}

function readListOffsetsResponseListOffsetsTopicResponse(
  r: Reader,
  v: number,
): ListOffsetsResponseListOffsetsTopicResponse {
  const name = r.string()
  const partitions = readListOffsetsResponseListOffsetsPartitionResponseList(r, v, r.count(22, 15))
  const x: ListOffsetsResponseListOffsetsTopicResponse = { name, partitions }
  r.tags(x)
  return x
}

function readListOffsetsResponseListOffsetsTopicResponseList(
  r: Reader,
  v: number,
  n: number,
): ListOffsetsResponseListOffsetsTopicResponse[] {
  const list = listOf<ListOffsetsResponseListOffsetsTopicResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readListOffsetsResponseListOffsetsTopicResponse(r, v)
  return list
}

function writeListOffsetsResponseListOffsetsTopicResponse(
  w: Writer,
  v: number,
  x: ListOffsetsResponseListOffsetsTopicResponseInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeListOffsetsResponseListOffsetsPartitionResponse(w, v, element)
  w.tags(unknown)
}

function readListOffsetsResponse(r: Reader, v: number): ListOffsetsResponse {
  const throttleTimeMs = v >= 2 ? r.int32() : 0
  const topics = readListOffsetsResponseListOffsetsTopicResponseList(r, v, r.count(3, 10))
  const x: ListOffsetsResponse = { throttleTimeMs, topics }
  r.tags(x)
  return x
}

function writeListOffsetsResponse(w: Writer, v: number, x: ListOffsetsResponseInput): void {
  const { throttleTimeMs = 0, topics, [unknownTags]: unknown } = x
  if (v >= 2) w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeListOffsetsResponseListOffsetsTopicResponse(w, v, element)
  w.tags(unknown)
}

/** API key 2, versions 1 to 11. */
export const ListOffsets: Api<ListOffsetsRequest, ListOffsetsRequestInput, ListOffsetsResponse, ListOffsetsResponseInput> = {
  key: 2,
  name: 'ListOffsets',
  minVersion: 1,
  maxVersion: 11,
  flexibleSince: 6,
  request: codec({
  name: 'ListOffsetsRequest',
  minVersion: 1,
  maxVersion: 11,
  flexibleSince: 6,
  last: true,
  fields: `
replicaId int32 0+ required
isolationLevel int8 2+
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    currentLeaderEpoch int32 4+ =-1 ignorable
    timestamp int64 0+ required
timeoutMs int32 10+ ignorable
`,
  read: readListOffsetsRequest,
  write: writeListOffsetsRequest,
}),
  response: codec({
  name: 'ListOffsetsResponse',
  minVersion: 1,
  maxVersion: 11,
  flexibleSince: 6,
  last: true,
  fields: `
throttleTimeMs int32 2+ ignorable
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    timestamp int64 1+ =-1
    offset int64 1+ =-1
    leaderEpoch int32 4+ =-1
`,
  read: readListOffsetsResponse,
  write: writeListOffsetsResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs ?? 0),
  throttleTime: (response) => response.throttleTimeMs,
}
