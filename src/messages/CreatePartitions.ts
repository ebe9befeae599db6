// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface CreatePartitionsRequest extends Tagged {
  /** v0+ */
  topics: CreatePartitionsRequestCreatePartitionsTopic[]
  /** int32 · v0+ */
  timeoutMs: number
  /** bool · v0+ */
  validateOnly: boolean
}

export interface CreatePartitionsRequestInput extends Tagged {
  /** v0+ */
  topics: readonly CreatePartitionsRequestCreatePartitionsTopicInput[]
  /** int32 · v0+ */
  timeoutMs: number
  /** bool · v0+ */
  validateOnly: boolean
}

export interface CreatePartitionsRequestCreatePartitionsTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  count: number
  /** v0+ · null v0+ */
  assignments: CreatePartitionsRequestCreatePartitionsAssignment[] | null
}

export interface CreatePartitionsRequestCreatePartitionsTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  count: number
  /** v0+ · null v0+ */
  assignments: readonly CreatePartitionsRequestCreatePartitionsAssignmentInput[] | null
}

export interface CreatePartitionsRequestCreatePartitionsAssignment extends Tagged {
  /** []int32 · v0+ */
  brokerIds: number[]
}

export interface CreatePartitionsRequestCreatePartitionsAssignmentInput extends Tagged {
  /** []int32 · v0+ */
  brokerIds: readonly number[]
}

function readCreatePartitionsRequestCreatePartitionsAssignment(
  r: Reader,
  _v: number,
): CreatePartitionsRequestCreatePartitionsAssignment {
  const brokerIds = r.int32s()
  const x: CreatePartitionsRequestCreatePartitionsAssignment = { brokerIds }
  r.tags(x)
  return x
}

function readCreatePartitionsRequestCreatePartitionsAssignmentList(
  r: Reader,
  v: number,
  n: number,
): CreatePartitionsRequestCreatePartitionsAssignment[] {
  const list = listOf<CreatePartitionsRequestCreatePartitionsAssignment>(n)
  for (let i = 0; i < n; i++) list[i] = readCreatePartitionsRequestCreatePartitionsAssignment(r, v)
  return list
}

function readNullableCreatePartitionsRequestCreatePartitionsAssignmentList(
  r: Reader,
  v: number,
): CreatePartitionsRequestCreatePartitionsAssignment[] | null {
  const n = r.nullableCount(2, 9)
  return n < 0 ? null : readCreatePartitionsRequestCreatePartitionsAssignmentList(r, v, n)
}

function writeCreatePartitionsRequestCreatePartitionsAssignment(
  w: Writer,
  _v: number,
  x: CreatePartitionsRequestCreatePartitionsAssignmentInput,
): void {
  const { brokerIds, [unknownTags]: unknown } = x
  w.int32s(brokerIds)
  w.tags(unknown)
}

function readCreatePartitionsRequestCreatePartitionsTopic(
  r: Reader,
  v: number,
): CreatePartitionsRequestCreatePartitionsTopic {
  const name = r.string()
  const count = r.int32()
  const assignments = readNullableCreatePartitionsRequestCreatePartitionsAssignmentList(r, v)
  const x: CreatePartitionsRequestCreatePartitionsTopic = { name, count, assignments }
  r.tags(x)
  return x
}

function readCreatePartitionsRequestCreatePartitionsTopicList(
  r: Reader,
  v: number,
  n: number,
): CreatePartitionsRequestCreatePartitionsTopic[] {
  const list = listOf<CreatePartitionsRequestCreatePartitionsTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readCreatePartitionsRequestCreatePartitionsTopic(r, v)
  return list
}

function writeCreatePartitionsRequestCreatePartitionsTopic(
  w: Writer,
  v: number,
  x: CreatePartitionsRequestCreatePartitionsTopicInput,
): void {
  const { name, count, assignments, [unknownTags]: unknown } = x
  w.string(name)
  w.int32(count)
  if (assignments === null) w.nullArray()
  else {
    w.count(assignments)
    for (const element of assignments) writeCreatePartitionsRequestCreatePartitionsAssignment(w, v, element)
  }
  w.tags(unknown)
}

function readCreatePartitionsRequest(r: Reader, v: number): CreatePartitionsRequest {
  const topics = readCreatePartitionsRequestCreatePartitionsTopicList(r, v, r.count(7, 11))
  const timeoutMs = r.int32()
  const validateOnly = r.bool()
  const x: CreatePartitionsRequest = { topics, timeoutMs, validateOnly }
  r.tags(x)
  return x
}

function writeCreatePartitionsRequest(w: Writer, v: number, x: CreatePartitionsRequestInput): void {
  const { topics, timeoutMs, validateOnly, [unknownTags]: unknown } = x
  w.count(topics)
  for (const element of topics) writeCreatePartitionsRequestCreatePartitionsTopic(w, v, element)
  w.int32(timeoutMs)
  w.bool(validateOnly)
  w.tags(unknown)
}

export interface CreatePartitionsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: CreatePartitionsResponseCreatePartitionsTopicResult[]
}

export interface CreatePartitionsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: readonly CreatePartitionsResponseCreatePartitionsTopicResultInput[]
}

export interface CreatePartitionsResponseCreatePartitionsTopicResult extends Tagged {
  /** string · v0+ */
  name: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface CreatePartitionsResponseCreatePartitionsTopicResultInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readCreatePartitionsResponseCreatePartitionsTopicResult(
  r: Reader,
  _v: number,
): CreatePartitionsResponseCreatePartitionsTopicResult {
  const name = r.string()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: CreatePartitionsResponseCreatePartitionsTopicResult = { name, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readCreatePartitionsResponseCreatePartitionsTopicResultList(
  r: Reader,
  v: number,
  n: number,
): CreatePartitionsResponseCreatePartitionsTopicResult[] {
  const list = listOf<CreatePartitionsResponseCreatePartitionsTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readCreatePartitionsResponseCreatePartitionsTopicResult(r, v)
  return list
}

function writeCreatePartitionsResponseCreatePartitionsTopicResult(
  w: Writer,
  _v: number,
  x: CreatePartitionsResponseCreatePartitionsTopicResultInput,
): void {
  const { name, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.string(name)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readCreatePartitionsResponse(r: Reader, v: number): CreatePartitionsResponse {
  const throttleTimeMs = r.int32()
  const results = readCreatePartitionsResponseCreatePartitionsTopicResultList(r, v, r.count(5, 7))
  const x: CreatePartitionsResponse = { throttleTimeMs, results }
  r.tags(x)
  return x
}

function writeCreatePartitionsResponse(w: Writer, v: number, x: CreatePartitionsResponseInput): void {
  const { throttleTimeMs, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(results)
  for (const element of results) writeCreatePartitionsResponseCreatePartitionsTopicResult(w, v, element)
  w.tags(unknown)
}

/** API key 37, versions 0 to 3. */
export const CreatePartitions: Api<CreatePartitionsRequest, CreatePartitionsRequestInput, CreatePartitionsResponse, CreatePartitionsResponseInput> = {
  key: 37,
  name: 'CreatePartitions',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'CreatePartitionsRequest',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
topics []struct 0+ required
  name string 0+ required
  count int32 0+ required
  assignments []struct 0+ ?0+ required
    brokerIds []int32 0+ required
timeoutMs int32 0+ required
validateOnly bool 0+ required
`,
  read: readCreatePartitionsRequest,
  write: writeCreatePartitionsRequest,
}),
  response: codec({
  name: 'CreatePartitionsResponse',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
results []struct 0+ required
  name string 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ =null
`,
  read: readCreatePartitionsResponse,
  write: writeCreatePartitionsResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs),
  throttleTime: (response) => response.throttleTimeMs,
}
