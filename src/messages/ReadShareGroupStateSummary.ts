// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ReadShareGroupStateSummaryRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: ReadShareGroupStateSummaryRequestReadStateSummaryData[]
}

export interface ReadShareGroupStateSummaryRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly ReadShareGroupStateSummaryRequestReadStateSummaryDataInput[]
}

export interface ReadShareGroupStateSummaryRequestReadStateSummaryData extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ReadShareGroupStateSummaryRequestPartitionData[]
}

export interface ReadShareGroupStateSummaryRequestReadStateSummaryDataInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ReadShareGroupStateSummaryRequestPartitionDataInput[]
}

export interface ReadShareGroupStateSummaryRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface ReadShareGroupStateSummaryRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  leaderEpoch: number
}

function readReadShareGroupStateSummaryRequestPartitionData(
  r: Reader,
  _v: number,
): ReadShareGroupStateSummaryRequestPartitionData {
  const partition = r.int32()
  const leaderEpoch = r.int32()
  const x: ReadShareGroupStateSummaryRequestPartitionData = { partition, leaderEpoch }
  r.tags(x)
  return x
}

function readReadShareGroupStateSummaryRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateSummaryRequestPartitionData[] {
  const list = listOf<ReadShareGroupStateSummaryRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateSummaryRequestPartitionData(r, v)
  return list
}

function writeReadShareGroupStateSummaryRequestPartitionData(
  w: Writer,
  _v: number,
  x: ReadShareGroupStateSummaryRequestPartitionDataInput,
): void {
  const { partition, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readReadShareGroupStateSummaryRequestReadStateSummaryData(
  r: Reader,
  v: number,
): ReadShareGroupStateSummaryRequestReadStateSummaryData {
  const topicId = r.uuid()
  const partitions = readReadShareGroupStateSummaryRequestPartitionDataList(r, v, r.count(9, 6))
  const x: ReadShareGroupStateSummaryRequestReadStateSummaryData = { topicId, partitions }
  r.tags(x)
  return x
}

function readReadShareGroupStateSummaryRequestReadStateSummaryDataList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateSummaryRequestReadStateSummaryData[] {
  const list = listOf<ReadShareGroupStateSummaryRequestReadStateSummaryData>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateSummaryRequestReadStateSummaryData(r, v)
  return list
}

function writeReadShareGroupStateSummaryRequestReadStateSummaryData(
  w: Writer,
  v: number,
  x: ReadShareGroupStateSummaryRequestReadStateSummaryDataInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeReadShareGroupStateSummaryRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readReadShareGroupStateSummaryRequest(r: Reader, v: number): ReadShareGroupStateSummaryRequest {
  const groupId = r.string()
  const topics = readReadShareGroupStateSummaryRequestReadStateSummaryDataList(r, v, r.count(18, 15))
  const x: ReadShareGroupStateSummaryRequest = { groupId, topics }
  r.tags(x)
  return x
}

function writeReadShareGroupStateSummaryRequest(w: Writer, v: number, x: ReadShareGroupStateSummaryRequestInput): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeReadShareGroupStateSummaryRequestReadStateSummaryData(w, v, element)
  w.tags(unknown)
}

export interface ReadShareGroupStateSummaryResponse extends Tagged {
  /** v0+ */
  results: ReadShareGroupStateSummaryResponseReadStateSummaryResult[]
}

export interface ReadShareGroupStateSummaryResponseInput extends Tagged {
  /** v0+ */
  results: readonly ReadShareGroupStateSummaryResponseReadStateSummaryResultInput[]
}

export interface ReadShareGroupStateSummaryResponseReadStateSummaryResult extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ReadShareGroupStateSummaryResponsePartitionResult[]
}

export interface ReadShareGroupStateSummaryResponseReadStateSummaryResultInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ReadShareGroupStateSummaryResponsePartitionResultInput[]
}

export interface ReadShareGroupStateSummaryResponsePartitionResult extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** int32 · v0+ */
  stateEpoch: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v0+ */
  startOffset: bigint
  /** int32 · v1+ · default -1 · ignorable */
  deliveryCompleteCount: number
}

export interface ReadShareGroupStateSummaryResponsePartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** int32 · v0+ */
  stateEpoch: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v0+ */
  startOffset: bigint | number
  /** int32 · v1+ · default -1 · ignorable */
  deliveryCompleteCount?: number | undefined
}

function readReadShareGroupStateSummaryResponsePartitionResult(
  r: Reader,
  v: number,
): ReadShareGroupStateSummaryResponsePartitionResult {
  const partition = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const stateEpoch = r.int32()
  const leaderEpoch = r.int32()
  const startOffset = r.int64()
  const deliveryCompleteCount = v >= 1 ? r.int32() : -1
  const x: ReadShareGroupStateSummaryResponsePartitionResult = {
    partition,
    errorCode,
    errorMessage,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
  }
  r.tags(x)
  return x
}

function readReadShareGroupStateSummaryResponsePartitionResultList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateSummaryResponsePartitionResult[] {
  const list = listOf<ReadShareGroupStateSummaryResponsePartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateSummaryResponsePartitionResult(r, v)
  return list
}

function writeReadShareGroupStateSummaryResponsePartitionResult(
  w: Writer,
  v: number,
  x: ReadShareGroupStateSummaryResponsePartitionResultInput,
): void {
  const {
    partition,
    errorCode,
    errorMessage = null,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount = -1,
    [unknownTags]: unknown,
  } = x
  w.int32(partition)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int32(stateEpoch)
  w.int32(leaderEpoch)
  w.int64(startOffset)
  if (v >= 1) w.int32(deliveryCompleteCount)
  w.tags(unknown)
}

function readReadShareGroupStateSummaryResponseReadStateSummaryResult(
  r: Reader,
  v: number,
): ReadShareGroupStateSummaryResponseReadStateSummaryResult {
  const topicId = r.uuid()
  const partitions = readReadShareGroupStateSummaryResponsePartitionResultList(r, v, r.count(24, 14))
  const x: ReadShareGroupStateSummaryResponseReadStateSummaryResult = { topicId, partitions }
  r.tags(x)
  return x
}

function readReadShareGroupStateSummaryResponseReadStateSummaryResultList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateSummaryResponseReadStateSummaryResult[] {
  const list = listOf<ReadShareGroupStateSummaryResponseReadStateSummaryResult>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateSummaryResponseReadStateSummaryResult(r, v)
  return list
}

function writeReadShareGroupStateSummaryResponseReadStateSummaryResult(
  w: Writer,
  v: number,
  x: ReadShareGroupStateSummaryResponseReadStateSummaryResultInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeReadShareGroupStateSummaryResponsePartitionResult(w, v, element)
  w.tags(unknown)
}

function readReadShareGroupStateSummaryResponse(r: Reader, v: number): ReadShareGroupStateSummaryResponse {
  const results = readReadShareGroupStateSummaryResponseReadStateSummaryResultList(r, v, r.count(18, 15))
  const x: ReadShareGroupStateSummaryResponse = { results }
  r.tags(x)
  return x
}

function writeReadShareGroupStateSummaryResponse(
  w: Writer,
  v: number,
  x: ReadShareGroupStateSummaryResponseInput,
): void {
  const { results, [unknownTags]: unknown } = x
  w.count(results)
  for (const element of results) writeReadShareGroupStateSummaryResponseReadStateSummaryResult(w, v, element)
  w.tags(unknown)
}

/** API key 87, versions 0 to 1. */
export const ReadShareGroupStateSummary: Api<ReadShareGroupStateSummaryRequest, ReadShareGroupStateSummaryRequestInput, ReadShareGroupStateSummaryResponse, ReadShareGroupStateSummaryResponseInput> = {
  key: 87,
  name: 'ReadShareGroupStateSummary',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'ReadShareGroupStateSummaryRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
groupId string 0+ required
topics []struct 0+ required
  topicId uuid 0+ required
  partitions []struct 0+ required
    partition int32 0+ required
    leaderEpoch int32 0+ required
`,
  read: readReadShareGroupStateSummaryRequest,
  write: writeReadShareGroupStateSummaryRequest,
}),
  response: codec({
  name: 'ReadShareGroupStateSummaryResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
results []struct 0+ required
  topicId uuid 0+ required
  partitions []struct 0+ required
    partition int32 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ =null
    stateEpoch int32 0+ required
    leaderEpoch int32 0+ required
    startOffset int64 0+ required
    deliveryCompleteCount int32 1+ =-1 ignorable
`,
  read: readReadShareGroupStateSummaryResponse,
  write: writeReadShareGroupStateSummaryResponse,
}),
}
