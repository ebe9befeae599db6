// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ReadShareGroupStateRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: ReadShareGroupStateRequestReadStateData[]
}

export interface ReadShareGroupStateRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly ReadShareGroupStateRequestReadStateDataInput[]
}

export interface ReadShareGroupStateRequestReadStateData extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ReadShareGroupStateRequestPartitionData[]
}

export interface ReadShareGroupStateRequestReadStateDataInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ReadShareGroupStateRequestPartitionDataInput[]
}

export interface ReadShareGroupStateRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface ReadShareGroupStateRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  leaderEpoch: number
}

function readReadShareGroupStateRequestPartitionData(r: Reader, _v: number): ReadShareGroupStateRequestPartitionData {
  const partition = r.int32()
  const leaderEpoch = r.int32()
  const x: ReadShareGroupStateRequestPartitionData = { partition, leaderEpoch }
  r.tags(x)
  return x
}

function readReadShareGroupStateRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateRequestPartitionData[] {
  const list = listOf<ReadShareGroupStateRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateRequestPartitionData(r, v)
  return list
}

function writeReadShareGroupStateRequestPartitionData(
  w: Writer,
  _v: number,
  x: ReadShareGroupStateRequestPartitionDataInput,
): void {
  const { partition, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readReadShareGroupStateRequestReadStateData(r: Reader, v: number): ReadShareGroupStateRequestReadStateData {
  const topicId = r.uuid()
  const partitions = readReadShareGroupStateRequestPartitionDataList(r, v, r.count(9, 6))
  const x: ReadShareGroupStateRequestReadStateData = { topicId, partitions }
  r.tags(x)
  return x
}

function readReadShareGroupStateRequestReadStateDataList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateRequestReadStateData[] {
  const list = listOf<ReadShareGroupStateRequestReadStateData>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateRequestReadStateData(r, v)
  return list
}

function writeReadShareGroupStateRequestReadStateData(
  w: Writer,
  v: number,
  x: ReadShareGroupStateRequestReadStateDataInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeReadShareGroupStateRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readReadShareGroupStateRequest(r: Reader, v: number): ReadShareGroupStateRequest {
  const groupId = r.string()
  const topics = readReadShareGroupStateRequestReadStateDataList(r, v, r.count(18, 15))
  const x: ReadShareGroupStateRequest = { groupId, topics }
  r.tags(x)
  return x
}

function writeReadShareGroupStateRequest(w: Writer, v: number, x: ReadShareGroupStateRequestInput): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeReadShareGroupStateRequestReadStateData(w, v, element)
  w.tags(unknown)
}

export interface ReadShareGroupStateResponse extends Tagged {
  /** v0+ */
  results: ReadShareGroupStateResponseReadStateResult[]
}

export interface ReadShareGroupStateResponseInput extends Tagged {
  /** v0+ */
  results: readonly ReadShareGroupStateResponseReadStateResultInput[]
}

export interface ReadShareGroupStateResponseReadStateResult extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ReadShareGroupStateResponsePartitionResult[]
}

export interface ReadShareGroupStateResponseReadStateResultInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ReadShareGroupStateResponsePartitionResultInput[]
}

export interface ReadShareGroupStateResponsePartitionResult extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** int32 · v0+ */
  stateEpoch: number
  /** int64 · v0+ */
  startOffset: bigint
  /** v0+ */
  stateBatches: ReadShareGroupStateResponseStateBatch[]
}

export interface ReadShareGroupStateResponsePartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** int32 · v0+ */
  stateEpoch: number
  /** int64 · v0+ */
  startOffset: bigint | number
  /** v0+ */
  stateBatches: readonly ReadShareGroupStateResponseStateBatchInput[]
}

export interface ReadShareGroupStateResponseStateBatch extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint
  /** int64 · v0+ */
  lastOffset: bigint
  /** int8 · v0+ */
  deliveryState: number
  /** int16 · v0+ */
  deliveryCount: number
}

export interface ReadShareGroupStateResponseStateBatchInput extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint | number
  /** int64 · v0+ */
  lastOffset: bigint | number
  /** int8 · v0+ */
  deliveryState: number
  /** int16 · v0+ */
  deliveryCount: number
}

function readReadShareGroupStateResponseStateBatch(r: Reader, _v: number): ReadShareGroupStateResponseStateBatch {
  const firstOffset = r.int64()
  const lastOffset = r.int64()
  const deliveryState = r.int8()
  const deliveryCount = r.int16()
  const x: ReadShareGroupStateResponseStateBatch = { firstOffset, lastOffset, deliveryState, deliveryCount }
  r.tags(x)
  return x
}

function readReadShareGroupStateResponseStateBatchList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateResponseStateBatch[] {
  const list = listOf<ReadShareGroupStateResponseStateBatch>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateResponseStateBatch(r, v)
  return list
}

function writeReadShareGroupStateResponseStateBatch(
  w: Writer,
  _v: number,
  x: ReadShareGroupStateResponseStateBatchInput,
): void {
  const { firstOffset, lastOffset, deliveryState, deliveryCount, [unknownTags]: unknown } = x
  w.int64(firstOffset)
  w.int64(lastOffset)
  w.int8(deliveryState)
  w.int16(deliveryCount)
  w.tags(unknown)
}

function readReadShareGroupStateResponsePartitionResult(
  r: Reader,
  v: number,
): ReadShareGroupStateResponsePartitionResult {
  const partition = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const stateEpoch = r.int32()
  const startOffset = r.int64()
  const stateBatches = readReadShareGroupStateResponseStateBatchList(r, v, r.count(20, 14))
  const x: ReadShareGroupStateResponsePartitionResult = {
    partition,
    errorCode,
    errorMessage,
    stateEpoch,
    startOffset,
    stateBatches,
  }
  r.tags(x)
  return x
}

function readReadShareGroupStateResponsePartitionResultList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateResponsePartitionResult[] {
  const list = listOf<ReadShareGroupStateResponsePartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateResponsePartitionResult(r, v)
  return list
}

function writeReadShareGroupStateResponsePartitionResult(
  w: Writer,
  v: number,
  x: ReadShareGroupStateResponsePartitionResultInput,
): void {
  const { partition, errorCode, errorMessage = null, stateEpoch, startOffset, stateBatches, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int32(stateEpoch)
  w.int64(startOffset)
  w.count(stateBatches)
  for (const element of stateBatches) writeReadShareGroupStateResponseStateBatch(w, v, element)
  w.tags(unknown)
}

function readReadShareGroupStateResponseReadStateResult(
  r: Reader,
  v: number,
): ReadShareGroupStateResponseReadStateResult {
  const topicId = r.uuid()
  const partitions = readReadShareGroupStateResponsePartitionResultList(r, v, r.count(21, 17))
  const x: ReadShareGroupStateResponseReadStateResult = { topicId, partitions }
  r.tags(x)
  return x
}

function readReadShareGroupStateResponseReadStateResultList(
  r: Reader,
  v: number,
  n: number,
): ReadShareGroupStateResponseReadStateResult[] {
  const list = listOf<ReadShareGroupStateResponseReadStateResult>(n)
  for (let i = 0; i < n; i++) list[i] = readReadShareGroupStateResponseReadStateResult(r, v)
  return list
}

function writeReadShareGroupStateResponseReadStateResult(
  w: Writer,
  v: number,
  x: ReadShareGroupStateResponseReadStateResultInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeReadShareGroupStateResponsePartitionResult(w, v, element)
  w.tags(unknown)
}

function readReadShareGroupStateResponse(r: Reader, v: number): ReadShareGroupStateResponse {
  const results = readReadShareGroupStateResponseReadStateResultList(r, v, r.count(18, 15))
  const x: ReadShareGroupStateResponse = { results }
  r.tags(x)
  return x
}

function writeReadShareGroupStateResponse(w: Writer, v: number, x: ReadShareGroupStateResponseInput): void {
  const { results, [unknownTags]: unknown } = x
  w.count(results)
  for (const element of results) writeReadShareGroupStateResponseReadStateResult(w, v, element)
  w.tags(unknown)
}

/** API key 84, versions 0 to 0. */
export const ReadShareGroupState: Api<ReadShareGroupStateRequest, ReadShareGroupStateRequestInput, ReadShareGroupStateResponse, ReadShareGroupStateResponseInput> = {
  key: 84,
  name: 'ReadShareGroupState',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'ReadShareGroupStateRequest',
  minVersion: 0,
  maxVersion: 0,
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
  read: readReadShareGroupStateRequest,
  write: writeReadShareGroupStateRequest,
}),
  response: codec({
  name: 'ReadShareGroupStateResponse',
  minVersion: 0,
  maxVersion: 0,
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
    startOffset int64 0+ required
    stateBatches []struct 0+ required
      firstOffset int64 0+ required
      lastOffset int64 0+ required
      deliveryState int8 0+ required
      deliveryCount int16 0+ required
`,
  read: readReadShareGroupStateResponse,
  write: writeReadShareGroupStateResponse,
}),
}
