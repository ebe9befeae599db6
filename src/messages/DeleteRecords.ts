// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DeleteRecordsRequest extends Tagged {
  /** v0+ */
  topics: DeleteRecordsRequestDeleteRecordsTopic[]
  /** int32 · v0+ */
  timeoutMs: number
}

export interface DeleteRecordsRequestInput extends Tagged {
  /** v0+ */
  topics: readonly DeleteRecordsRequestDeleteRecordsTopicInput[]
  /** int32 · v0+ */
  timeoutMs: number
}

export interface DeleteRecordsRequestDeleteRecordsTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: DeleteRecordsRequestDeleteRecordsPartition[]
}

export interface DeleteRecordsRequestDeleteRecordsTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly DeleteRecordsRequestDeleteRecordsPartitionInput[]
}

export interface DeleteRecordsRequestDeleteRecordsPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  offset: bigint
}

export interface DeleteRecordsRequestDeleteRecordsPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  offset: bigint | number
}

function readDeleteRecordsRequestDeleteRecordsPartition(
  r: Reader,
  _v: number,
): DeleteRecordsRequestDeleteRecordsPartition {
  const partitionIndex = r.int32()
  const offset = r.int64()
  const x: DeleteRecordsRequestDeleteRecordsPartition = { partitionIndex, offset }
  r.tags(x)
  return x
}

function readDeleteRecordsRequestDeleteRecordsPartitionList(
  r: Reader,
  v: number,
  n: number,
): DeleteRecordsRequestDeleteRecordsPartition[] {
  const list = listOf<DeleteRecordsRequestDeleteRecordsPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteRecordsRequestDeleteRecordsPartition(r, v)
  return list
}

function writeDeleteRecordsRequestDeleteRecordsPartition(
  w: Writer,
  _v: number,
  x: DeleteRecordsRequestDeleteRecordsPartitionInput,
): void {
  const { partitionIndex, offset, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(offset)
  w.tags(unknown)
}

function readDeleteRecordsRequestDeleteRecordsTopic(r: Reader, v: number): DeleteRecordsRequestDeleteRecordsTopic {
  const name = r.string()
  const partitions = readDeleteRecordsRequestDeleteRecordsPartitionList(r, v, r.count(12, 9))
  const x: DeleteRecordsRequestDeleteRecordsTopic = { name, partitions }
  r.tags(x)
  return x
}

function readDeleteRecordsRequestDeleteRecordsTopicList(
  r: Reader,
  v: number,
  n: number,
): DeleteRecordsRequestDeleteRecordsTopic[] {
  const list = listOf<DeleteRecordsRequestDeleteRecordsTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteRecordsRequestDeleteRecordsTopic(r, v)
  return list
}

function writeDeleteRecordsRequestDeleteRecordsTopic(
  w: Writer,
  v: number,
  x: DeleteRecordsRequestDeleteRecordsTopicInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeDeleteRecordsRequestDeleteRecordsPartition(w, v, element)
  w.tags(unknown)
}

function readDeleteRecordsRequest(r: Reader, v: number): DeleteRecordsRequest {
  const topics = readDeleteRecordsRequestDeleteRecordsTopicList(r, v, r.count(3, 10))
  const timeoutMs = r.int32()
  const x: DeleteRecordsRequest = { topics, timeoutMs }
  r.tags(x)
  return x
}

function writeDeleteRecordsRequest(w: Writer, v: number, x: DeleteRecordsRequestInput): void {
  const { topics, timeoutMs, [unknownTags]: unknown } = x
  w.count(topics)
  for (const element of topics) writeDeleteRecordsRequestDeleteRecordsTopic(w, v, element)
  w.int32(timeoutMs)
  w.tags(unknown)
}

export interface DeleteRecordsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  topics: DeleteRecordsResponseDeleteRecordsTopicResult[]
}

export interface DeleteRecordsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  topics: readonly DeleteRecordsResponseDeleteRecordsTopicResultInput[]
}

export interface DeleteRecordsResponseDeleteRecordsTopicResult extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: DeleteRecordsResponseDeleteRecordsPartitionResult[]
}

export interface DeleteRecordsResponseDeleteRecordsTopicResultInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly DeleteRecordsResponseDeleteRecordsPartitionResultInput[]
}

export interface DeleteRecordsResponseDeleteRecordsPartitionResult extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  lowWatermark: bigint
  /** int16 · v0+ */
  errorCode: number
}

export interface DeleteRecordsResponseDeleteRecordsPartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  lowWatermark: bigint | number
  /** int16 · v0+ */
  errorCode: number
}

function readDeleteRecordsResponseDeleteRecordsPartitionResult(
  r: Reader,
  _v: number,
): DeleteRecordsResponseDeleteRecordsPartitionResult {
  const partitionIndex = r.int32()
  const lowWatermark = r.int64()
  const errorCode = r.int16()
  const x: DeleteRecordsResponseDeleteRecordsPartitionResult = { partitionIndex, lowWatermark, errorCode }
  r.tags(x)
  return x
}

function readDeleteRecordsResponseDeleteRecordsPartitionResultList(
  r: Reader,
  v: number,
  n: number,
): DeleteRecordsResponseDeleteRecordsPartitionResult[] {
  const list = listOf<DeleteRecordsResponseDeleteRecordsPartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteRecordsResponseDeleteRecordsPartitionResult(r, v)
  return list
}

function writeDeleteRecordsResponseDeleteRecordsPartitionResult(
  w: Writer,
  _v: number,
  x: DeleteRecordsResponseDeleteRecordsPartitionResultInput,
): void {
  const { partitionIndex, lowWatermark, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(lowWatermark)
  w.int16(errorCode)
  w.tags(unknown)
}

function readDeleteRecordsResponseDeleteRecordsTopicResult(
  r: Reader,
  v: number,
): DeleteRecordsResponseDeleteRecordsTopicResult {
  const name = r.string()
  const partitions = readDeleteRecordsResponseDeleteRecordsPartitionResultList(r, v, r.count(14, 10))
  const x: DeleteRecordsResponseDeleteRecordsTopicResult = { name, partitions }
  r.tags(x)
  return x
}

function readDeleteRecordsResponseDeleteRecordsTopicResultList(
  r: Reader,
  v: number,
  n: number,
): DeleteRecordsResponseDeleteRecordsTopicResult[] {
  const list = listOf<DeleteRecordsResponseDeleteRecordsTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteRecordsResponseDeleteRecordsTopicResult(r, v)
  return list
}

function writeDeleteRecordsResponseDeleteRecordsTopicResult(
  w: Writer,
  v: number,
  x: DeleteRecordsResponseDeleteRecordsTopicResultInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeDeleteRecordsResponseDeleteRecordsPartitionResult(w, v, element)
  w.tags(unknown)
}

function readDeleteRecordsResponse(r: Reader, v: number): DeleteRecordsResponse {
  const throttleTimeMs = r.int32()
  const topics = readDeleteRecordsResponseDeleteRecordsTopicResultList(r, v, r.count(3, 10))
  const x: DeleteRecordsResponse = { throttleTimeMs, topics }
  r.tags(x)
  return x
}

function writeDeleteRecordsResponse(w: Writer, v: number, x: DeleteRecordsResponseInput): void {
  const { throttleTimeMs, topics, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeDeleteRecordsResponseDeleteRecordsTopicResult(w, v, element)
  w.tags(unknown)
}

/** API key 21, versions 0 to 2. */
export const DeleteRecords: Api<DeleteRecordsRequest, DeleteRecordsRequestInput, DeleteRecordsResponse, DeleteRecordsResponseInput> = {
  key: 21,
  name: 'DeleteRecords',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: codec({
  name: 'DeleteRecordsRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    offset int64 0+ required
timeoutMs int32 0+ required
`,
  read: readDeleteRecordsRequest,
  write: writeDeleteRecordsRequest,
}),
  response: codec({
  name: 'DeleteRecordsResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    lowWatermark int64 0+ required
    errorCode int16 0+ required
`,
  read: readDeleteRecordsResponse,
  write: writeDeleteRecordsResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs),
  throttleTime: (response) => response.throttleTimeMs,
}
