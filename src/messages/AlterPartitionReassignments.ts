// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AlterPartitionReassignmentsRequest extends Tagged {
  /** int32 · v0+ · default 60000 */
  timeoutMs: number
  /** bool · v1+ · default true */
  allowReplicationFactorChange: boolean
  /** v0+ */
  topics: AlterPartitionReassignmentsRequestReassignableTopic[]
}

export interface AlterPartitionReassignmentsRequestInput extends Tagged {
  /** int32 · v0+ · default 60000 */
  timeoutMs?: number | undefined
  /** bool · v1+ · default true */
  allowReplicationFactorChange?: boolean | undefined
  /** v0+ */
  topics: readonly AlterPartitionReassignmentsRequestReassignableTopicInput[]
}

export interface AlterPartitionReassignmentsRequestReassignableTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: AlterPartitionReassignmentsRequestReassignablePartition[]
}

export interface AlterPartitionReassignmentsRequestReassignableTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly AlterPartitionReassignmentsRequestReassignablePartitionInput[]
}

export interface AlterPartitionReassignmentsRequestReassignablePartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** []int32 · v0+ · null v0+ · default null */
  replicas: number[] | null
}

export interface AlterPartitionReassignmentsRequestReassignablePartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** []int32 · v0+ · null v0+ · default null */
  replicas?: readonly number[] | null | undefined
}

function readAlterPartitionReassignmentsRequestReassignablePartition(
  r: Reader,
  _v: number,
): AlterPartitionReassignmentsRequestReassignablePartition {
  const partitionIndex = r.int32()
  const replicas = r.nullableInt32s()
  const x: AlterPartitionReassignmentsRequestReassignablePartition = { partitionIndex, replicas }
  r.tags(x)
  return x
}

function readAlterPartitionReassignmentsRequestReassignablePartitionList(
  r: Reader,
  v: number,
  n: number,
): AlterPartitionReassignmentsRequestReassignablePartition[] {
  const list = listOf<AlterPartitionReassignmentsRequestReassignablePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionReassignmentsRequestReassignablePartition(r, v)
  return list
}

function writeAlterPartitionReassignmentsRequestReassignablePartition(
  w: Writer,
  _v: number,
  x: AlterPartitionReassignmentsRequestReassignablePartitionInput,
): void {
  const { partitionIndex, replicas = null, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  if (replicas === null) w.nullArray()
  else {
    w.int32s(replicas)
  }
  w.tags(unknown)
}

function readAlterPartitionReassignmentsRequestReassignableTopic(
  r: Reader,
  v: number,
): AlterPartitionReassignmentsRequestReassignableTopic {
  const name = r.string()
  const partitions = readAlterPartitionReassignmentsRequestReassignablePartitionList(r, v, r.count(6, 10))
  const x: AlterPartitionReassignmentsRequestReassignableTopic = { name, partitions }
  r.tags(x)
  return x
}

function readAlterPartitionReassignmentsRequestReassignableTopicList(
  r: Reader,
  v: number,
  n: number,
): AlterPartitionReassignmentsRequestReassignableTopic[] {
  const list = listOf<AlterPartitionReassignmentsRequestReassignableTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionReassignmentsRequestReassignableTopic(r, v)
  return list
}

function writeAlterPartitionReassignmentsRequestReassignableTopic(
  w: Writer,
  v: number,
  x: AlterPartitionReassignmentsRequestReassignableTopicInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeAlterPartitionReassignmentsRequestReassignablePartition(w, v, element)
  w.tags(unknown)
}

function readAlterPartitionReassignmentsRequest(r: Reader, v: number): AlterPartitionReassignmentsRequest {
  const timeoutMs = r.int32()
  const allowReplicationFactorChange = v >= 1 ? r.bool() : true
  const topics = readAlterPartitionReassignmentsRequestReassignableTopicList(r, v, r.count(3, 10))
  const x: AlterPartitionReassignmentsRequest = { timeoutMs, allowReplicationFactorChange, topics }
  r.tags(x)
  return x
}

function writeAlterPartitionReassignmentsRequest(
  w: Writer,
  v: number,
  x: AlterPartitionReassignmentsRequestInput,
): void {
  const { timeoutMs = 60000, allowReplicationFactorChange = true, topics, [unknownTags]: unknown } = x
  w.int32(timeoutMs)
  if (v >= 1) w.bool(allowReplicationFactorChange)
  else if (!allowReplicationFactorChange) w.unsupported()
  w.count(topics)
  for (const element of topics) writeAlterPartitionReassignmentsRequestReassignableTopic(w, v, element)
  w.tags(unknown)
}

export interface AlterPartitionReassignmentsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** bool · v1+ · default true · ignorable */
  allowReplicationFactorChange: boolean
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  responses: AlterPartitionReassignmentsResponseReassignableTopicResponse[]
}

export interface AlterPartitionReassignmentsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** bool · v1+ · default true · ignorable */
  allowReplicationFactorChange?: boolean | undefined
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  responses: readonly AlterPartitionReassignmentsResponseReassignableTopicResponseInput[]
}

export interface AlterPartitionReassignmentsResponseReassignableTopicResponse extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: AlterPartitionReassignmentsResponseReassignablePartitionResponse[]
}

export interface AlterPartitionReassignmentsResponseReassignableTopicResponseInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly AlterPartitionReassignmentsResponseReassignablePartitionResponseInput[]
}

export interface AlterPartitionReassignmentsResponseReassignablePartitionResponse extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface AlterPartitionReassignmentsResponseReassignablePartitionResponseInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readAlterPartitionReassignmentsResponseReassignablePartitionResponse(
  r: Reader,
  _v: number,
): AlterPartitionReassignmentsResponseReassignablePartitionResponse {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: AlterPartitionReassignmentsResponseReassignablePartitionResponse = {
    partitionIndex,
    errorCode,
    errorMessage,
  }
  r.tags(x)
  return x
}

function readAlterPartitionReassignmentsResponseReassignablePartitionResponseList(
  r: Reader,
  v: number,
  n: number,
): AlterPartitionReassignmentsResponseReassignablePartitionResponse[] {
  const list = listOf<AlterPartitionReassignmentsResponseReassignablePartitionResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionReassignmentsResponseReassignablePartitionResponse(r, v)
  return list
}

function writeAlterPartitionReassignmentsResponseReassignablePartitionResponse(
  w: Writer,
  _v: number,
  x: AlterPartitionReassignmentsResponseReassignablePartitionResponseInput,
): void {
  const { partitionIndex, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readAlterPartitionReassignmentsResponseReassignableTopicResponse(
  r: Reader,
  v: number,
): AlterPartitionReassignmentsResponseReassignableTopicResponse {
  const name = r.string()
  const partitions = readAlterPartitionReassignmentsResponseReassignablePartitionResponseList(r, v, r.count(8, 7))
  const x: AlterPartitionReassignmentsResponseReassignableTopicResponse = { name, partitions }
  r.tags(x)
  return x
}

function readAlterPartitionReassignmentsResponseReassignableTopicResponseList(
  r: Reader,
  v: number,
  n: number,
): AlterPartitionReassignmentsResponseReassignableTopicResponse[] {
  const list = listOf<AlterPartitionReassignmentsResponseReassignableTopicResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionReassignmentsResponseReassignableTopicResponse(r, v)
  return list
}

function writeAlterPartitionReassignmentsResponseReassignableTopicResponse(
  w: Writer,
  v: number,
  x: AlterPartitionReassignmentsResponseReassignableTopicResponseInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeAlterPartitionReassignmentsResponseReassignablePartitionResponse(w, v, element)
  w.tags(unknown)
}

function readAlterPartitionReassignmentsResponse(r: Reader, v: number): AlterPartitionReassignmentsResponse {
  const throttleTimeMs = r.int32()
  const allowReplicationFactorChange = v >= 1 ? r.bool() : true
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const responses = readAlterPartitionReassignmentsResponseReassignableTopicResponseList(r, v, r.count(3, 10))
  const x: AlterPartitionReassignmentsResponse = {
    throttleTimeMs,
    allowReplicationFactorChange,
    errorCode,
    errorMessage,
    responses,
  }
  r.tags(x)
  return x
}

function writeAlterPartitionReassignmentsResponse(
  w: Writer,
  v: number,
  x: AlterPartitionReassignmentsResponseInput,
): void {
  const {
    throttleTimeMs,
    allowReplicationFactorChange = true,
    errorCode,
    errorMessage,
    responses,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  if (v >= 1) w.bool(allowReplicationFactorChange)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(responses)
  for (const element of responses) writeAlterPartitionReassignmentsResponseReassignableTopicResponse(w, v, element)
  w.tags(unknown)
}

/** API key 45, versions 0 to 1. */
export const AlterPartitionReassignments: Api<AlterPartitionReassignmentsRequest, AlterPartitionReassignmentsRequestInput, AlterPartitionReassignmentsResponse, AlterPartitionReassignmentsResponseInput> = {
  key: 45,
  name: 'AlterPartitionReassignments',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'AlterPartitionReassignmentsRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
timeoutMs int32 0+ =60000
allowReplicationFactorChange bool 1+ =true
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    replicas []int32 0+ ?0+ =null
`,
  read: readAlterPartitionReassignmentsRequest,
  write: writeAlterPartitionReassignmentsRequest,
}),
  response: codec({
  name: 'AlterPartitionReassignmentsResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
allowReplicationFactorChange bool 1+ =true ignorable
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
responses []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ required
`,
  read: readAlterPartitionReassignmentsResponse,
  write: writeAlterPartitionReassignmentsResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs ?? 60000),
  throttleTime: (response) => response.throttleTimeMs,
}
