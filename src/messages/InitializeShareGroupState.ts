// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface InitializeShareGroupStateRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: InitializeShareGroupStateRequestInitializeStateData[]
}

export interface InitializeShareGroupStateRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly InitializeShareGroupStateRequestInitializeStateDataInput[]
}

export interface InitializeShareGroupStateRequestInitializeStateData extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: InitializeShareGroupStateRequestPartitionData[]
}

export interface InitializeShareGroupStateRequestInitializeStateDataInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly InitializeShareGroupStateRequestPartitionDataInput[]
}

export interface InitializeShareGroupStateRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  stateEpoch: number
  /** int64 · v0+ */
  startOffset: bigint
}

export interface InitializeShareGroupStateRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  stateEpoch: number
  /** int64 · v0+ */
  startOffset: bigint | number
}

function readInitializeShareGroupStateRequestPartitionData(
  r: Reader,
  _v: number,
): InitializeShareGroupStateRequestPartitionData {
  const partition = r.int32()
  const stateEpoch = r.int32()
  const startOffset = r.int64()
  const x: InitializeShareGroupStateRequestPartitionData = { partition, stateEpoch, startOffset }
  r.tags(x)
  return x
}

function readInitializeShareGroupStateRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): InitializeShareGroupStateRequestPartitionData[] {
  const list = listOf<InitializeShareGroupStateRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readInitializeShareGroupStateRequestPartitionData(r, v)
  return list
}

function writeInitializeShareGroupStateRequestPartitionData(
  w: Writer,
  _v: number,
  x: InitializeShareGroupStateRequestPartitionDataInput,
): void {
  const { partition, stateEpoch, startOffset, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int32(stateEpoch)
  w.int64(startOffset)
  w.tags(unknown)
}

function readInitializeShareGroupStateRequestInitializeStateData(
  r: Reader,
  v: number,
): InitializeShareGroupStateRequestInitializeStateData {
  const topicId = r.uuid()
  const partitions = readInitializeShareGroupStateRequestPartitionDataList(r, v, r.count(17, 10))
  const x: InitializeShareGroupStateRequestInitializeStateData = { topicId, partitions }
  r.tags(x)
  return x
}

function readInitializeShareGroupStateRequestInitializeStateDataList(
  r: Reader,
  v: number,
  n: number,
): InitializeShareGroupStateRequestInitializeStateData[] {
  const list = listOf<InitializeShareGroupStateRequestInitializeStateData>(n)
  for (let i = 0; i < n; i++) list[i] = readInitializeShareGroupStateRequestInitializeStateData(r, v)
  return list
}

function writeInitializeShareGroupStateRequestInitializeStateData(
  w: Writer,
  v: number,
  x: InitializeShareGroupStateRequestInitializeStateDataInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeInitializeShareGroupStateRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readInitializeShareGroupStateRequest(r: Reader, v: number): InitializeShareGroupStateRequest {
  const groupId = r.string()
  const topics = readInitializeShareGroupStateRequestInitializeStateDataList(r, v, r.count(18, 15))
  const x: InitializeShareGroupStateRequest = { groupId, topics }
  r.tags(x)
  return x
}

function writeInitializeShareGroupStateRequest(w: Writer, v: number, x: InitializeShareGroupStateRequestInput): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeInitializeShareGroupStateRequestInitializeStateData(w, v, element)
  w.tags(unknown)
}

export interface InitializeShareGroupStateResponse extends Tagged {
  /** v0+ */
  results: InitializeShareGroupStateResponseInitializeStateResult[]
}

export interface InitializeShareGroupStateResponseInput extends Tagged {
  /** v0+ */
  results: readonly InitializeShareGroupStateResponseInitializeStateResultInput[]
}

export interface InitializeShareGroupStateResponseInitializeStateResult extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: InitializeShareGroupStateResponsePartitionResult[]
}

export interface InitializeShareGroupStateResponseInitializeStateResultInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly InitializeShareGroupStateResponsePartitionResultInput[]
}

export interface InitializeShareGroupStateResponsePartitionResult extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface InitializeShareGroupStateResponsePartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readInitializeShareGroupStateResponsePartitionResult(
  r: Reader,
  _v: number,
): InitializeShareGroupStateResponsePartitionResult {
  const partition = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: InitializeShareGroupStateResponsePartitionResult = { partition, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readInitializeShareGroupStateResponsePartitionResultList(
  r: Reader,
  v: number,
  n: number,
): InitializeShareGroupStateResponsePartitionResult[] {
  const list = listOf<InitializeShareGroupStateResponsePartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readInitializeShareGroupStateResponsePartitionResult(r, v)
  return list
}

function writeInitializeShareGroupStateResponsePartitionResult(
  w: Writer,
  _v: number,
  x: InitializeShareGroupStateResponsePartitionResultInput,
): void {
  const { partition, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readInitializeShareGroupStateResponseInitializeStateResult(
  r: Reader,
  v: number,
): InitializeShareGroupStateResponseInitializeStateResult {
  const topicId = r.uuid()
  const partitions = readInitializeShareGroupStateResponsePartitionResultList(r, v, r.count(8, 7))
  const x: InitializeShareGroupStateResponseInitializeStateResult = { topicId, partitions }
  r.tags(x)
  return x
}

function readInitializeShareGroupStateResponseInitializeStateResultList(
  r: Reader,
  v: number,
  n: number,
): InitializeShareGroupStateResponseInitializeStateResult[] {
  const list = listOf<InitializeShareGroupStateResponseInitializeStateResult>(n)
  for (let i = 0; i < n; i++) list[i] = readInitializeShareGroupStateResponseInitializeStateResult(r, v)
  return list
}

function writeInitializeShareGroupStateResponseInitializeStateResult(
  w: Writer,
  v: number,
  x: InitializeShareGroupStateResponseInitializeStateResultInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeInitializeShareGroupStateResponsePartitionResult(w, v, element)
  w.tags(unknown)
}

function readInitializeShareGroupStateResponse(r: Reader, v: number): InitializeShareGroupStateResponse {
  const results = readInitializeShareGroupStateResponseInitializeStateResultList(r, v, r.count(18, 15))
  const x: InitializeShareGroupStateResponse = { results }
  r.tags(x)
  return x
}

function writeInitializeShareGroupStateResponse(w: Writer, v: number, x: InitializeShareGroupStateResponseInput): void {
  const { results, [unknownTags]: unknown } = x
  w.count(results)
  for (const element of results) writeInitializeShareGroupStateResponseInitializeStateResult(w, v, element)
  w.tags(unknown)
}

/** API key 83, versions 0 to 0. */
export const InitializeShareGroupState: Api<InitializeShareGroupStateRequest, InitializeShareGroupStateRequestInput, InitializeShareGroupStateResponse, InitializeShareGroupStateResponseInput> = {
  key: 83,
  name: 'InitializeShareGroupState',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'InitializeShareGroupStateRequest',
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
    stateEpoch int32 0+ required
    startOffset int64 0+ required
`,
  read: readInitializeShareGroupStateRequest,
  write: writeInitializeShareGroupStateRequest,
}),
  response: codec({
  name: 'InitializeShareGroupStateResponse',
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
`,
  read: readInitializeShareGroupStateResponse,
  write: writeInitializeShareGroupStateResponse,
}),
}
