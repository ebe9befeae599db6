// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DeleteShareGroupStateRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: DeleteShareGroupStateRequestDeleteStateData[]
}

export interface DeleteShareGroupStateRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly DeleteShareGroupStateRequestDeleteStateDataInput[]
}

export interface DeleteShareGroupStateRequestDeleteStateData extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: DeleteShareGroupStateRequestPartitionData[]
}

export interface DeleteShareGroupStateRequestDeleteStateDataInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly DeleteShareGroupStateRequestPartitionDataInput[]
}

export interface DeleteShareGroupStateRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partition: number
}

export interface DeleteShareGroupStateRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partition: number
}

function readDeleteShareGroupStateRequestPartitionData(
  r: Reader,
  _v: number,
): DeleteShareGroupStateRequestPartitionData {
  const partition = r.int32()
  const x: DeleteShareGroupStateRequestPartitionData = { partition }
  r.tags(x)
  return x
}

function readDeleteShareGroupStateRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): DeleteShareGroupStateRequestPartitionData[] {
  const list = listOf<DeleteShareGroupStateRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteShareGroupStateRequestPartitionData(r, v)
  return list
}

function writeDeleteShareGroupStateRequestPartitionData(
  w: Writer,
  _v: number,
  x: DeleteShareGroupStateRequestPartitionDataInput,
): void {
  const { partition, [unknownTags]: unknown } = x
  w.int32(partition)
  w.tags(unknown)
}

function readDeleteShareGroupStateRequestDeleteStateData(
  r: Reader,
  v: number,
): DeleteShareGroupStateRequestDeleteStateData {
  const topicId = r.uuid()
  const partitions = readDeleteShareGroupStateRequestPartitionDataList(r, v, r.count(5, 5))
  const x: DeleteShareGroupStateRequestDeleteStateData = { topicId, partitions }
  r.tags(x)
  return x
}

function readDeleteShareGroupStateRequestDeleteStateDataList(
  r: Reader,
  v: number,
  n: number,
): DeleteShareGroupStateRequestDeleteStateData[] {
  const list = listOf<DeleteShareGroupStateRequestDeleteStateData>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteShareGroupStateRequestDeleteStateData(r, v)
  return list
}

function writeDeleteShareGroupStateRequestDeleteStateData(
  w: Writer,
  v: number,
  x: DeleteShareGroupStateRequestDeleteStateDataInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeDeleteShareGroupStateRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readDeleteShareGroupStateRequest(r: Reader, v: number): DeleteShareGroupStateRequest {
  const groupId = r.string()
  const topics = readDeleteShareGroupStateRequestDeleteStateDataList(r, v, r.count(18, 15))
  const x: DeleteShareGroupStateRequest = { groupId, topics }
  r.tags(x)
  return x
}

function writeDeleteShareGroupStateRequest(w: Writer, v: number, x: DeleteShareGroupStateRequestInput): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeDeleteShareGroupStateRequestDeleteStateData(w, v, element)
  w.tags(unknown)
}

export interface DeleteShareGroupStateResponse extends Tagged {
  /** v0+ */
  results: DeleteShareGroupStateResponseDeleteStateResult[]
}

export interface DeleteShareGroupStateResponseInput extends Tagged {
  /** v0+ */
  results: readonly DeleteShareGroupStateResponseDeleteStateResultInput[]
}

export interface DeleteShareGroupStateResponseDeleteStateResult extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: DeleteShareGroupStateResponsePartitionResult[]
}

export interface DeleteShareGroupStateResponseDeleteStateResultInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly DeleteShareGroupStateResponsePartitionResultInput[]
}

export interface DeleteShareGroupStateResponsePartitionResult extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface DeleteShareGroupStateResponsePartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readDeleteShareGroupStateResponsePartitionResult(
  r: Reader,
  _v: number,
): DeleteShareGroupStateResponsePartitionResult {
  const partition = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: DeleteShareGroupStateResponsePartitionResult = { partition, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readDeleteShareGroupStateResponsePartitionResultList(
  r: Reader,
  v: number,
  n: number,
): DeleteShareGroupStateResponsePartitionResult[] {
  const list = listOf<DeleteShareGroupStateResponsePartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteShareGroupStateResponsePartitionResult(r, v)
  return list
}

function writeDeleteShareGroupStateResponsePartitionResult(
  w: Writer,
  _v: number,
  x: DeleteShareGroupStateResponsePartitionResultInput,
): void {
  const { partition, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.int32(partition)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readDeleteShareGroupStateResponseDeleteStateResult(
  r: Reader,
  v: number,
): DeleteShareGroupStateResponseDeleteStateResult {
  const topicId = r.uuid()
  const partitions = readDeleteShareGroupStateResponsePartitionResultList(r, v, r.count(8, 7))
  const x: DeleteShareGroupStateResponseDeleteStateResult = { topicId, partitions }
  r.tags(x)
  return x
}

function readDeleteShareGroupStateResponseDeleteStateResultList(
  r: Reader,
  v: number,
  n: number,
): DeleteShareGroupStateResponseDeleteStateResult[] {
  const list = listOf<DeleteShareGroupStateResponseDeleteStateResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteShareGroupStateResponseDeleteStateResult(r, v)
  return list
}

function writeDeleteShareGroupStateResponseDeleteStateResult(
  w: Writer,
  v: number,
  x: DeleteShareGroupStateResponseDeleteStateResultInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeDeleteShareGroupStateResponsePartitionResult(w, v, element)
  w.tags(unknown)
}

function readDeleteShareGroupStateResponse(r: Reader, v: number): DeleteShareGroupStateResponse {
  const results = readDeleteShareGroupStateResponseDeleteStateResultList(r, v, r.count(18, 15))
  const x: DeleteShareGroupStateResponse = { results }
  r.tags(x)
  return x
}

function writeDeleteShareGroupStateResponse(w: Writer, v: number, x: DeleteShareGroupStateResponseInput): void {
  const { results, [unknownTags]: unknown } = x
  w.count(results)
  for (const element of results) writeDeleteShareGroupStateResponseDeleteStateResult(w, v, element)
  w.tags(unknown)
}

/** API key 86, versions 0 to 0. */
export const DeleteShareGroupState: Api<DeleteShareGroupStateRequest, DeleteShareGroupStateRequestInput, DeleteShareGroupStateResponse, DeleteShareGroupStateResponseInput> = {
  key: 86,
  name: 'DeleteShareGroupState',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'DeleteShareGroupStateRequest',
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
`,
  read: readDeleteShareGroupStateRequest,
  write: writeDeleteShareGroupStateRequest,
}),
  response: codec({
  name: 'DeleteShareGroupStateResponse',
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
  read: readDeleteShareGroupStateResponse,
  write: writeDeleteShareGroupStateResponse,
}),
}
