// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface WriteShareGroupStateRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: WriteShareGroupStateRequestWriteStateData[]
}

export interface WriteShareGroupStateRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly WriteShareGroupStateRequestWriteStateDataInput[]
}

export interface WriteShareGroupStateRequestWriteStateData extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: WriteShareGroupStateRequestPartitionData[]
}

export interface WriteShareGroupStateRequestWriteStateDataInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly WriteShareGroupStateRequestPartitionDataInput[]
}

export interface WriteShareGroupStateRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  stateEpoch: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v0+ */
  startOffset: bigint
  /** int32 · v1+ · default -1 · ignorable */
  deliveryCompleteCount: number
  /** v0+ */
  stateBatches: WriteShareGroupStateRequestStateBatch[]
}

export interface WriteShareGroupStateRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  stateEpoch: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v0+ */
  startOffset: bigint | number
  /** int32 · v1+ · default -1 · ignorable */
  deliveryCompleteCount?: number | undefined
  /** v0+ */
  stateBatches: readonly WriteShareGroupStateRequestStateBatchInput[]
}

export interface WriteShareGroupStateRequestStateBatch extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint
  /** int64 · v0+ */
  lastOffset: bigint
  /** int8 · v0+ */
  deliveryState: number
  /** int16 · v0+ */
  deliveryCount: number
}

export interface WriteShareGroupStateRequestStateBatchInput extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint | number
  /** int64 · v0+ */
  lastOffset: bigint | number
  /** int8 · v0+ */
  deliveryState: number
  /** int16 · v0+ */
  deliveryCount: number
}

function readWriteShareGroupStateRequestStateBatch(r: Reader, _v: number): WriteShareGroupStateRequestStateBatch {
  const firstOffset = r.int64()
  const lastOffset = r.int64()
  const deliveryState = r.int8()
  const deliveryCount = r.int16()
  const x: WriteShareGroupStateRequestStateBatch = { firstOffset, lastOffset, deliveryState, deliveryCount }
  r.tags(x)
  return x
}

function readWriteShareGroupStateRequestStateBatchList(
  r: Reader,
  v: number,
  n: number,
): WriteShareGroupStateRequestStateBatch[] {
  const list = listOf<WriteShareGroupStateRequestStateBatch>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteShareGroupStateRequestStateBatch(r, v)
  return list
}

function writeWriteShareGroupStateRequestStateBatch(
  w: Writer,
  _v: number,
  x: WriteShareGroupStateRequestStateBatchInput,
): void {
  const { firstOffset, lastOffset, deliveryState, deliveryCount, [unknownTags]: unknown } = x
  w.int64(firstOffset)
  w.int64(lastOffset)
  w.int8(deliveryState)
  w.int16(deliveryCount)
  w.tags(unknown)
}

function readWriteShareGroupStateRequestPartitionData(r: Reader, v: number): WriteShareGroupStateRequestPartitionData {
  const partition = r.int32()
  const stateEpoch = r.int32()
  const leaderEpoch = r.int32()
  const startOffset = r.int64()
  const deliveryCompleteCount = v >= 1 ? r.int32() : -1
  const stateBatches = readWriteShareGroupStateRequestStateBatchList(r, v, r.count(20, 14))
  const x: WriteShareGroupStateRequestPartitionData = {
    partition,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
    stateBatches,
  }
  r.tags(x)
  return x
}

function readWriteShareGroupStateRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): WriteShareGroupStateRequestPartitionData[] {
  const list = listOf<WriteShareGroupStateRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteShareGroupStateRequestPartitionData(r, v)
  return list
}

function writeWriteShareGroupStateRequestPartitionData(
  w: Writer,
  v: number,
  x: WriteShareGroupStateRequestPartitionDataInput,
): void {
  const {
    partition,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount = -1,
    stateBatches,
    [unknownTags]: unknown,
  } = x
  w.int32(partition)
  w.int32(stateEpoch)
  w.int32(leaderEpoch)
  w.int64(startOffset)
  if (v >= 1) w.int32(deliveryCompleteCount)
  w.count(stateBatches)
  for (const element of stateBatches) writeWriteShareGroupStateRequestStateBatch(w, v, element)
  w.tags(unknown)
}

function readWriteShareGroupStateRequestWriteStateData(
  r: Reader,
  v: number,
): WriteShareGroupStateRequestWriteStateData {
  const topicId = r.uuid()
  const partitions = readWriteShareGroupStateRequestPartitionDataList(r, v, r.count(22, 17))
  const x: WriteShareGroupStateRequestWriteStateData = { topicId, partitions }
  r.tags(x)
  return x
}

function readWriteShareGroupStateRequestWriteStateDataList(
  r: Reader,
  v: number,
  n: number,
): WriteShareGroupStateRequestWriteStateData[] {
  const list = listOf<WriteShareGroupStateRequestWriteStateData>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteShareGroupStateRequestWriteStateData(r, v)
  return list
}

function writeWriteShareGroupStateRequestWriteStateData(
  w: Writer,
  v: number,
  x: WriteShareGroupStateRequestWriteStateDataInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeWriteShareGroupStateRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readWriteShareGroupStateRequest(r: Reader, v: number): WriteShareGroupStateRequest {
  const groupId = r.string()
  const topics = readWriteShareGroupStateRequestWriteStateDataList(r, v, r.count(18, 15))
  const x: WriteShareGroupStateRequest = { groupId, topics }
  r.tags(x)
  return x
}

function writeWriteShareGroupStateRequest(w: Writer, v: number, x: WriteShareGroupStateRequestInput): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeWriteShareGroupStateRequestWriteStateData(w, v, element)
  w.tags(unknown)
}

export interface WriteShareGroupStateResponse extends Tagged {
  /** v0+ */
  results: WriteShareGroupStateResponseWriteStateResult[]
}

export interface WriteShareGroupStateResponseInput extends Tagged {
  /** v0+ */
  results: readonly WriteShareGroupStateResponseWriteStateResultInput[]
}

export interface WriteShareGroupStateResponseWriteStateResult extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: WriteShareGroupStateResponsePartitionResult[]
}

export interface WriteShareGroupStateResponseWriteStateResultInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly WriteShareGroupStateResponsePartitionResultInput[]
}

export interface WriteShareGroupStateResponsePartitionResult extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface WriteShareGroupStateResponsePartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readWriteShareGroupStateResponsePartitionResult(
  r: Reader,
  _v: number,
): WriteShareGroupStateResponsePartitionResult {
  const partition = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: WriteShareGroupStateResponsePartitionResult = { partition, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readWriteShareGroupStateResponsePartitionResultList(
  r: Reader,
  v: number,
  n: number,
): WriteShareGroupStateResponsePartitionResult[] {
  const list = listOf<WriteShareGroupStateResponsePartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteShareGroupStateResponsePartitionResult(r, v)
  return list
}

function writeWriteShareGroupStateResponsePartitionResult(
  w: Writer,
  _v: number,
  x: WriteShareGroupStateResponsePartitionResultInput,
): void {
  const { partition, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readWriteShareGroupStateResponseWriteStateResult(
  r: Reader,
  v: number,
): WriteShareGroupStateResponseWriteStateResult {
  const topicId = r.uuid()
  const partitions = readWriteShareGroupStateResponsePartitionResultList(r, v, r.count(8, 7))
  const x: WriteShareGroupStateResponseWriteStateResult = { topicId, partitions }
  r.tags(x)
  return x
}

function readWriteShareGroupStateResponseWriteStateResultList(
  r: Reader,
  v: number,
  n: number,
): WriteShareGroupStateResponseWriteStateResult[] {
  const list = listOf<WriteShareGroupStateResponseWriteStateResult>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteShareGroupStateResponseWriteStateResult(r, v)
  return list
}

function writeWriteShareGroupStateResponseWriteStateResult(
  w: Writer,
  v: number,
  x: WriteShareGroupStateResponseWriteStateResultInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeWriteShareGroupStateResponsePartitionResult(w, v, element)
  w.tags(unknown)
}

function readWriteShareGroupStateResponse(r: Reader, v: number): WriteShareGroupStateResponse {
  const results = readWriteShareGroupStateResponseWriteStateResultList(r, v, r.count(18, 15))
  const x: WriteShareGroupStateResponse = { results }
  r.tags(x)
  return x
}

function writeWriteShareGroupStateResponse(w: Writer, v: number, x: WriteShareGroupStateResponseInput): void {
  const { results, [unknownTags]: unknown } = x
  w.count(results)
  for (const element of results) writeWriteShareGroupStateResponseWriteStateResult(w, v, element)
  w.tags(unknown)
}

/** API key 85, versions 0 to 1. */
export const WriteShareGroupState: Api<WriteShareGroupStateRequest, WriteShareGroupStateRequestInput, WriteShareGroupStateResponse, WriteShareGroupStateResponseInput> = {
  key: 85,
  name: 'WriteShareGroupState',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'WriteShareGroupStateRequest',
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
    stateEpoch int32 0+ required
    leaderEpoch int32 0+ required
    startOffset int64 0+ required
    deliveryCompleteCount int32 1+ =-1 ignorable
    stateBatches []struct 0+ required
      firstOffset int64 0+ required
      lastOffset int64 0+ required
      deliveryState int8 0+ required
      deliveryCount int16 0+ required
`,
  read: readWriteShareGroupStateRequest,
  write: writeWriteShareGroupStateRequest,
}),
  response: codec({
  name: 'WriteShareGroupStateResponse',
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
`,
  read: readWriteShareGroupStateResponse,
  write: writeWriteShareGroupStateResponse,
}),
}
