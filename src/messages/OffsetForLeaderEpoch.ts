// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface OffsetForLeaderEpochRequest extends Tagged {
  /** int32 · v3+ · default -2 · ignorable */
  replicaId: number
  /** v0+ */
  topics: OffsetForLeaderEpochRequestOffsetForLeaderTopic[]
}

export interface OffsetForLeaderEpochRequestInput extends Tagged {
  /** int32 · v3+ · default -2 · ignorable */
  replicaId?: number | undefined
  /** v0+ */
  topics: readonly OffsetForLeaderEpochRequestOffsetForLeaderTopicInput[]
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderTopic extends Tagged {
  /** string · v0+ */
  topic: string
  /** v0+ */
  partitions: OffsetForLeaderEpochRequestOffsetForLeaderPartition[]
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderTopicInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** v0+ */
  partitions: readonly OffsetForLeaderEpochRequestOffsetForLeaderPartitionInput[]
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderPartition extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v2+ · default -1 · ignorable */
  currentLeaderEpoch: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface OffsetForLeaderEpochRequestOffsetForLeaderPartitionInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v2+ · default -1 · ignorable */
  currentLeaderEpoch?: number | undefined
  /** int32 · v0+ */
  leaderEpoch: number
}

function readOffsetForLeaderEpochRequestOffsetForLeaderPartition(
  r: Reader,
  _v: number,
): OffsetForLeaderEpochRequestOffsetForLeaderPartition {
  const partition = r.int32()
  const currentLeaderEpoch = r.int32()
  const leaderEpoch = r.int32()
  const x: OffsetForLeaderEpochRequestOffsetForLeaderPartition = { partition, currentLeaderEpoch, leaderEpoch }
  r.tags(x)
  return x
}

function readOffsetForLeaderEpochRequestOffsetForLeaderPartitionList(
  r: Reader,
  v: number,
  n: number,
): OffsetForLeaderEpochRequestOffsetForLeaderPartition[] {
  const list = listOf<OffsetForLeaderEpochRequestOffsetForLeaderPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetForLeaderEpochRequestOffsetForLeaderPartition(r, v)
  return list
}

function writeOffsetForLeaderEpochRequestOffsetForLeaderPartition(
  w: Writer,
  _v: number,
  x: OffsetForLeaderEpochRequestOffsetForLeaderPartitionInput,
): void {
  const { partition, currentLeaderEpoch = -1, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int32(currentLeaderEpoch)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readOffsetForLeaderEpochRequestOffsetForLeaderTopic(
  r: Reader,
  v: number,
): OffsetForLeaderEpochRequestOffsetForLeaderTopic {
  const topic = r.string()
  const partitions = readOffsetForLeaderEpochRequestOffsetForLeaderPartitionList(r, v, r.count(12, 7))
  const x: OffsetForLeaderEpochRequestOffsetForLeaderTopic = { topic, partitions }
  r.tags(x)
  return x
}

function readOffsetForLeaderEpochRequestOffsetForLeaderTopicList(
  r: Reader,
  v: number,
  n: number,
): OffsetForLeaderEpochRequestOffsetForLeaderTopic[] {
  const list = listOf<OffsetForLeaderEpochRequestOffsetForLeaderTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetForLeaderEpochRequestOffsetForLeaderTopic(r, v)
  return list
}

function writeOffsetForLeaderEpochRequestOffsetForLeaderTopic(
  w: Writer,
  v: number,
  x: OffsetForLeaderEpochRequestOffsetForLeaderTopicInput,
): void {
  const { topic, partitions, [unknownTags]: unknown } = x
  w.string(topic)
  w.count(partitions)
  for (const element of partitions) writeOffsetForLeaderEpochRequestOffsetForLeaderPartition(w, v, element)
  w.tags(unknown)
}

function readOffsetForLeaderEpochRequest(r: Reader, v: number): OffsetForLeaderEpochRequest {
  const replicaId = v >= 3 ? r.int32() : -2
  const topics = readOffsetForLeaderEpochRequestOffsetForLeaderTopicList(r, v, r.count(3, 10))
  const x: OffsetForLeaderEpochRequest = { replicaId, topics }
  r.tags(x)
  return x
}

function writeOffsetForLeaderEpochRequest(w: Writer, v: number, x: OffsetForLeaderEpochRequestInput): void {
  const { replicaId = -2, topics, [unknownTags]: unknown } = x
  if (v >= 3) w.int32(replicaId)
  w.count(topics)
  for (const element of topics) writeOffsetForLeaderEpochRequestOffsetForLeaderTopic(w, v, element)
  w.tags(unknown)
}

export interface OffsetForLeaderEpochResponse extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[]
}

export interface OffsetForLeaderEpochResponseInput extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: readonly OffsetForLeaderEpochResponseOffsetForLeaderTopicResultInput[]
}

export interface OffsetForLeaderEpochResponseOffsetForLeaderTopicResult extends Tagged {
  /** string · v0+ */
  topic: string
  /** v0+ */
  partitions: OffsetForLeaderEpochResponseEpochEndOffset[]
}

export interface OffsetForLeaderEpochResponseOffsetForLeaderTopicResultInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** v0+ */
  partitions: readonly OffsetForLeaderEpochResponseEpochEndOffsetInput[]
}

export interface OffsetForLeaderEpochResponseEpochEndOffset extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  partition: number
  /** int32 · v1+ · default -1 · ignorable */
  leaderEpoch: number
  /** int64 · v0+ · default -1 */
  endOffset: bigint
}

export interface OffsetForLeaderEpochResponseEpochEndOffsetInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  partition: number
  /** int32 · v1+ · default -1 · ignorable */
  leaderEpoch?: number | undefined
  /** int64 · v0+ · default -1 */
  endOffset?: bigint | number | undefined
}

function readOffsetForLeaderEpochResponseEpochEndOffset(
  r: Reader,
  _v: number,
): OffsetForLeaderEpochResponseEpochEndOffset {
  const errorCode = r.int16()
  const partition = r.int32()
  const leaderEpoch = r.int32()
  const endOffset = r.int64()
  const x: OffsetForLeaderEpochResponseEpochEndOffset = { errorCode, partition, leaderEpoch, endOffset }
  r.tags(x)
  return x
}

function readOffsetForLeaderEpochResponseEpochEndOffsetList(
  r: Reader,
  v: number,
  n: number,
): OffsetForLeaderEpochResponseEpochEndOffset[] {
  const list = listOf<OffsetForLeaderEpochResponseEpochEndOffset>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetForLeaderEpochResponseEpochEndOffset(r, v)
  return list
}

function writeOffsetForLeaderEpochResponseEpochEndOffset(
  w: Writer,
  _v: number,
  x: OffsetForLeaderEpochResponseEpochEndOffsetInput,
): void {
  const { errorCode, partition, leaderEpoch = -1, endOffset = -1n, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.int32(partition)
  w.int32(leaderEpoch)
  w.int64(endOffset)
  w.tags(unknown)
}

function readOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(
  r: Reader,
  v: number,
): OffsetForLeaderEpochResponseOffsetForLeaderTopicResult {
  const topic = r.string()
  const partitions = readOffsetForLeaderEpochResponseEpochEndOffsetList(r, v, r.count(18, 11))
  const x: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult = { topic, partitions }
  r.tags(x)
  return x
}

function readOffsetForLeaderEpochResponseOffsetForLeaderTopicResultList(
  r: Reader,
  v: number,
  n: number,
): OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[] {
  const list = listOf<OffsetForLeaderEpochResponseOffsetForLeaderTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(r, v)
  return list
}

function writeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(
  w: Writer,
  v: number,
  x: OffsetForLeaderEpochResponseOffsetForLeaderTopicResultInput,
): void {
  const { topic, partitions, [unknownTags]: unknown } = x
  w.string(topic)
  w.count(partitions)
  for (const element of partitions) writeOffsetForLeaderEpochResponseEpochEndOffset(w, v, element)
  w.tags(unknown)
}

function readOffsetForLeaderEpochResponse(r: Reader, v: number): OffsetForLeaderEpochResponse {
  const throttleTimeMs = r.int32()
  const topics = readOffsetForLeaderEpochResponseOffsetForLeaderTopicResultList(r, v, r.count(3, 10))
  const x: OffsetForLeaderEpochResponse = { throttleTimeMs, topics }
  r.tags(x)
  return x
}

function writeOffsetForLeaderEpochResponse(w: Writer, v: number, x: OffsetForLeaderEpochResponseInput): void {
  const { throttleTimeMs, topics, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeOffsetForLeaderEpochResponseOffsetForLeaderTopicResult(w, v, element)
  w.tags(unknown)
}

/** API key 23, versions 2 to 4. */
export const OffsetForLeaderEpoch: Api<OffsetForLeaderEpochRequest, OffsetForLeaderEpochRequestInput, OffsetForLeaderEpochResponse, OffsetForLeaderEpochResponseInput> = {
  key: 23,
  name: 'OffsetForLeaderEpoch',
  minVersion: 2,
  maxVersion: 4,
  flexibleSince: 4,
  request: codec({
  name: 'OffsetForLeaderEpochRequest',
  minVersion: 2,
  maxVersion: 4,
  flexibleSince: 4,
  last: true,
  fields: `
replicaId int32 3+ =-2 ignorable
topics []struct 0+ required
  topic string 0+ required
  partitions []struct 0+ required
    partition int32 0+ required
    currentLeaderEpoch int32 2+ =-1 ignorable
    leaderEpoch int32 0+ required
`,
  read: readOffsetForLeaderEpochRequest,
  write: writeOffsetForLeaderEpochRequest,
}),
  response: codec({
  name: 'OffsetForLeaderEpochResponse',
  minVersion: 2,
  maxVersion: 4,
  flexibleSince: 4,
  last: true,
  fields: `
throttleTimeMs int32 2+ required ignorable
topics []struct 0+ required
  topic string 0+ required
  partitions []struct 0+ required
    errorCode int16 0+ required
    partition int32 0+ required
    leaderEpoch int32 1+ =-1 ignorable
    endOffset int64 0+ =-1
`,
  read: readOffsetForLeaderEpochResponse,
  write: writeOffsetForLeaderEpochResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
