// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ListPartitionReassignmentsRequest extends Tagged {
  /** int32 · v0+ · default 60000 */
  timeoutMs: number
  /** v0+ · null v0+ · default null */
  topics: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] | null
}

export interface ListPartitionReassignmentsRequestInput extends Tagged {
  /** int32 · v0+ · default 60000 */
  timeoutMs?: number | undefined
  /** v0+ · null v0+ · default null */
  topics?: readonly ListPartitionReassignmentsRequestListPartitionReassignmentsTopicsInput[] | null | undefined
}

export interface ListPartitionReassignmentsRequestListPartitionReassignmentsTopics extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitionIndexes: number[]
}

export interface ListPartitionReassignmentsRequestListPartitionReassignmentsTopicsInput extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitionIndexes: readonly number[]
}

function readListPartitionReassignmentsRequestListPartitionReassignmentsTopics(
  r: Reader,
  _v: number,
): ListPartitionReassignmentsRequestListPartitionReassignmentsTopics {
  const name = r.string()
  const partitionIndexes = r.int32s()
  const x: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics = { name, partitionIndexes }
  r.tags(x)
  return x
}

function readListPartitionReassignmentsRequestListPartitionReassignmentsTopicsList(
  r: Reader,
  v: number,
  n: number,
): ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] {
  const list = listOf<ListPartitionReassignmentsRequestListPartitionReassignmentsTopics>(n)
  for (let i = 0; i < n; i++) list[i] = readListPartitionReassignmentsRequestListPartitionReassignmentsTopics(r, v)
  return list
}

function readNullableListPartitionReassignmentsRequestListPartitionReassignmentsTopicsList(
  r: Reader,
  v: number,
): ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] | null {
  const n = r.nullableCount(3, 10)
  return n < 0 ? null : readListPartitionReassignmentsRequestListPartitionReassignmentsTopicsList(r, v, n)
}

function writeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(
  w: Writer,
  _v: number,
  x: ListPartitionReassignmentsRequestListPartitionReassignmentsTopicsInput,
): void {
  const { name, partitionIndexes, [unknownTags]: unknown } = x
  w.string(name)
  w.int32s(partitionIndexes)
  w.tags(unknown)
}

function readListPartitionReassignmentsRequest(r: Reader, v: number): ListPartitionReassignmentsRequest {
  const timeoutMs = r.int32()
  const topics = readNullableListPartitionReassignmentsRequestListPartitionReassignmentsTopicsList(r, v)
  const x: ListPartitionReassignmentsRequest = { timeoutMs, topics }
  r.tags(x)
  return x
}

function writeListPartitionReassignmentsRequest(w: Writer, v: number, x: ListPartitionReassignmentsRequestInput): void {
  w.struct(x)
  const { timeoutMs = 60000, topics = null, [unknownTags]: unknown } = x
  w.int32(timeoutMs)
  if (topics === null) w.nullArray()
  else {
    w.count(topics)
    for (const element of topics) writeListPartitionReassignmentsRequestListPartitionReassignmentsTopics(w, v, element)
  }
  w.tags(unknown)
}

export interface ListPartitionReassignmentsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  topics: ListPartitionReassignmentsResponseOngoingTopicReassignment[]
}

export interface ListPartitionReassignmentsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  topics: readonly ListPartitionReassignmentsResponseOngoingTopicReassignmentInput[]
}

export interface ListPartitionReassignmentsResponseOngoingTopicReassignment extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: ListPartitionReassignmentsResponseOngoingPartitionReassignment[]
}

export interface ListPartitionReassignmentsResponseOngoingTopicReassignmentInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly ListPartitionReassignmentsResponseOngoingPartitionReassignmentInput[]
}

export interface ListPartitionReassignmentsResponseOngoingPartitionReassignment extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** []int32 · v0+ */
  replicas: number[]
  /** []int32 · v0+ */
  addingReplicas: number[]
  /** []int32 · v0+ */
  removingReplicas: number[]
}

export interface ListPartitionReassignmentsResponseOngoingPartitionReassignmentInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** []int32 · v0+ */
  replicas: readonly number[]
  /** []int32 · v0+ */
  addingReplicas: readonly number[]
  /** []int32 · v0+ */
  removingReplicas: readonly number[]
}

function readListPartitionReassignmentsResponseOngoingPartitionReassignment(
  r: Reader,
  _v: number,
): ListPartitionReassignmentsResponseOngoingPartitionReassignment {
  const partitionIndex = r.int32()
  const replicas = r.int32s()
  const addingReplicas = r.int32s()
  const removingReplicas = r.int32s()
  const x: ListPartitionReassignmentsResponseOngoingPartitionReassignment = {
    partitionIndex,
    replicas,
    addingReplicas,
    removingReplicas,
  }
  r.tags(x)
  return x
}

function readListPartitionReassignmentsResponseOngoingPartitionReassignmentList(
  r: Reader,
  v: number,
  n: number,
): ListPartitionReassignmentsResponseOngoingPartitionReassignment[] {
  const list = listOf<ListPartitionReassignmentsResponseOngoingPartitionReassignment>(n)
  for (let i = 0; i < n; i++) list[i] = readListPartitionReassignmentsResponseOngoingPartitionReassignment(r, v)
  return list
}

function writeListPartitionReassignmentsResponseOngoingPartitionReassignment(
  w: Writer,
  _v: number,
  x: ListPartitionReassignmentsResponseOngoingPartitionReassignmentInput,
): void {
  const { partitionIndex, replicas, addingReplicas, removingReplicas, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int32s(replicas)
  w.int32s(addingReplicas)
  w.int32s(removingReplicas)
  w.tags(unknown)
}

function readListPartitionReassignmentsResponseOngoingTopicReassignment(
  r: Reader,
  v: number,
): ListPartitionReassignmentsResponseOngoingTopicReassignment {
  const name = r.string()
  const partitions = readListPartitionReassignmentsResponseOngoingPartitionReassignmentList(r, v, r.count(8, 20))
  const x: ListPartitionReassignmentsResponseOngoingTopicReassignment = { name, partitions }
  r.tags(x)
  return x
}

function readListPartitionReassignmentsResponseOngoingTopicReassignmentList(
  r: Reader,
  v: number,
  n: number,
): ListPartitionReassignmentsResponseOngoingTopicReassignment[] {
  const list = listOf<ListPartitionReassignmentsResponseOngoingTopicReassignment>(n)
  for (let i = 0; i < n; i++) list[i] = readListPartitionReassignmentsResponseOngoingTopicReassignment(r, v)
  return list
}

function writeListPartitionReassignmentsResponseOngoingTopicReassignment(
  w: Writer,
  v: number,
  x: ListPartitionReassignmentsResponseOngoingTopicReassignmentInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeListPartitionReassignmentsResponseOngoingPartitionReassignment(w, v, element)
  w.tags(unknown)
}

function readListPartitionReassignmentsResponse(r: Reader, v: number): ListPartitionReassignmentsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const topics = readListPartitionReassignmentsResponseOngoingTopicReassignmentList(r, v, r.count(3, 10))
  const x: ListPartitionReassignmentsResponse = { throttleTimeMs, errorCode, errorMessage, topics }
  r.tags(x)
  return x
}

function writeListPartitionReassignmentsResponse(
  w: Writer,
  v: number,
  x: ListPartitionReassignmentsResponseInput,
): void {
  const { throttleTimeMs, errorCode, errorMessage, topics, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(topics)
  for (const element of topics) writeListPartitionReassignmentsResponseOngoingTopicReassignment(w, v, element)
  w.tags(unknown)
}

/** API key 46, versions 0 to 0. */
export const ListPartitionReassignments: Api<ListPartitionReassignmentsRequest, ListPartitionReassignmentsRequestInput, ListPartitionReassignmentsResponse, ListPartitionReassignmentsResponseInput> = {
  key: 46,
  name: 'ListPartitionReassignments',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'ListPartitionReassignmentsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
timeoutMs int32 0+ =60000
topics []struct 0+ ?0+ =null
  name string 0+ required
  partitionIndexes []int32 0+ required
`,
  read: readListPartitionReassignmentsRequest,
  write: writeListPartitionReassignmentsRequest,
}),
  response: codec({
  name: 'ListPartitionReassignmentsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    replicas []int32 0+ required
    addingReplicas []int32 0+ required
    removingReplicas []int32 0+ required
`,
  read: readListPartitionReassignmentsResponse,
  write: writeListPartitionReassignmentsResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs ?? 60000),
  throttleTime: (response) => response.throttleTimeMs,
}
