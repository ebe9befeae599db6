// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ElectLeadersRequest extends Tagged {
  /** int8 · v1+ */
  electionType: number
  /** v0+ · null v0+ */
  topicPartitions: ElectLeadersRequestTopicPartitions[] | null
  /** int32 · v0+ · default 60000 */
  timeoutMs: number
}

export interface ElectLeadersRequestInput extends Tagged {
  /** int8 · v1+ */
  electionType?: number | undefined
  /** v0+ · null v0+ */
  topicPartitions: readonly ElectLeadersRequestTopicPartitionsInput[] | null
  /** int32 · v0+ · default 60000 */
  timeoutMs?: number | undefined
}

export interface ElectLeadersRequestTopicPartitions extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ElectLeadersRequestTopicPartitionsInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readElectLeadersRequestTopicPartitions(r: Reader, _v: number): ElectLeadersRequestTopicPartitions {
  const topic = r.string()
  const partitions = r.int32s()
  const x: ElectLeadersRequestTopicPartitions = { topic, partitions }
  r.tags(x)
  return x
}

function readElectLeadersRequestTopicPartitionsList(
  r: Reader,
  v: number,
  n: number,
): ElectLeadersRequestTopicPartitions[] {
  const list = listOf<ElectLeadersRequestTopicPartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readElectLeadersRequestTopicPartitions(r, v)
  return list
}

function readNullableElectLeadersRequestTopicPartitionsList(
  r: Reader,
  v: number,
): ElectLeadersRequestTopicPartitions[] | null {
  const n = r.nullableCount(3, 10)
  return n < 0 ? null : readElectLeadersRequestTopicPartitionsList(r, v, n)
}

function writeElectLeadersRequestTopicPartitions(
  w: Writer,
  _v: number,
  x: ElectLeadersRequestTopicPartitionsInput,
): void {
  const { topic, partitions, [unknownTags]: unknown } = x
  w.string(topic)
  w.int32s(partitions)
  w.tags(unknown)
}

function readElectLeadersRequest(r: Reader, v: number): ElectLeadersRequest {
  const electionType = v >= 1 ? r.int8() : 0
  const topicPartitions = readNullableElectLeadersRequestTopicPartitionsList(r, v)
  const timeoutMs = r.int32()
  const x: ElectLeadersRequest = { electionType, topicPartitions, timeoutMs }
  r.tags(x)
  return x
}

function writeElectLeadersRequest(w: Writer, v: number, x: ElectLeadersRequestInput): void {
  const { electionType = 0, topicPartitions, timeoutMs = 60000, [unknownTags]: unknown } = x
  if (v >= 1) w.int8(electionType)
  else if (electionType !== 0) w.unsupported()
  if (topicPartitions === null) w.nullArray()
  else {
    w.count(topicPartitions)
    for (const element of topicPartitions) writeElectLeadersRequestTopicPartitions(w, v, element)
  }
  w.int32(timeoutMs)
  w.tags(unknown)
}

export interface ElectLeadersResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v1+ */
  errorCode: number
  /** v0+ */
  replicaElectionResults: ElectLeadersResponseReplicaElectionResult[]
}

export interface ElectLeadersResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v1+ */
  errorCode?: number | undefined
  /** v0+ */
  replicaElectionResults: readonly ElectLeadersResponseReplicaElectionResultInput[]
}

export interface ElectLeadersResponseReplicaElectionResult extends Tagged {
  /** string · v0+ */
  topic: string
  /** v0+ */
  partitionResult: ElectLeadersResponsePartitionResult[]
}

export interface ElectLeadersResponseReplicaElectionResultInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** v0+ */
  partitionResult: readonly ElectLeadersResponsePartitionResultInput[]
}

export interface ElectLeadersResponsePartitionResult extends Tagged {
  /** int32 · v0+ */
  partitionId: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface ElectLeadersResponsePartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partitionId: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readElectLeadersResponsePartitionResult(r: Reader, _v: number): ElectLeadersResponsePartitionResult {
  const partitionId = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: ElectLeadersResponsePartitionResult = { partitionId, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readElectLeadersResponsePartitionResultList(
  r: Reader,
  v: number,
  n: number,
): ElectLeadersResponsePartitionResult[] {
  const list = listOf<ElectLeadersResponsePartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readElectLeadersResponsePartitionResult(r, v)
  return list
}

function writeElectLeadersResponsePartitionResult(
  w: Writer,
  _v: number,
  x: ElectLeadersResponsePartitionResultInput,
): void {
  const { partitionId, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int32(partitionId)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readElectLeadersResponseReplicaElectionResult(
  r: Reader,
  v: number,
): ElectLeadersResponseReplicaElectionResult {
  const topic = r.string()
  const partitionResult = readElectLeadersResponsePartitionResultList(r, v, r.count(8, 7))
  const x: ElectLeadersResponseReplicaElectionResult = { topic, partitionResult }
  r.tags(x)
  return x
}

function readElectLeadersResponseReplicaElectionResultList(
  r: Reader,
  v: number,
  n: number,
): ElectLeadersResponseReplicaElectionResult[] {
  const list = listOf<ElectLeadersResponseReplicaElectionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readElectLeadersResponseReplicaElectionResult(r, v)
  return list
}

function writeElectLeadersResponseReplicaElectionResult(
  w: Writer,
  v: number,
  x: ElectLeadersResponseReplicaElectionResultInput,
): void {
  const { topic, partitionResult, [unknownTags]: unknown } = x
  w.string(topic)
  w.count(partitionResult)
  for (const element of partitionResult) writeElectLeadersResponsePartitionResult(w, v, element)
  w.tags(unknown)
}

function readElectLeadersResponse(r: Reader, v: number): ElectLeadersResponse {
  const throttleTimeMs = r.int32()
  const errorCode = v >= 1 ? r.int16() : 0
  const replicaElectionResults = readElectLeadersResponseReplicaElectionResultList(r, v, r.count(3, 10))
  const x: ElectLeadersResponse = { throttleTimeMs, errorCode, replicaElectionResults }
  r.tags(x)
  return x
}

function writeElectLeadersResponse(w: Writer, v: number, x: ElectLeadersResponseInput): void {
  const { throttleTimeMs, errorCode = 0, replicaElectionResults, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  if (v >= 1) w.int16(errorCode)
  else if (errorCode !== 0) w.unsupported()
  w.count(replicaElectionResults)
  for (const element of replicaElectionResults) writeElectLeadersResponseReplicaElectionResult(w, v, element)
  w.tags(unknown)
}

/** API key 43, versions 0 to 2. */
export const ElectLeaders: Api<ElectLeadersRequest, ElectLeadersRequestInput, ElectLeadersResponse, ElectLeadersResponseInput> = {
  key: 43,
  name: 'ElectLeaders',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: codec({
  name: 'ElectLeadersRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
electionType int8 1+
topicPartitions []struct 0+ ?0+ required
  topic string 0+ required
  partitions []int32 0+ required
timeoutMs int32 0+ =60000
`,
  read: readElectLeadersRequest,
  write: writeElectLeadersRequest,
}),
  response: codec({
  name: 'ElectLeadersResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 1+
replicaElectionResults []struct 0+ required
  topic string 0+ required
  partitionResult []struct 0+ required
    partitionId int32 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ required
`,
  read: readElectLeadersResponse,
  write: writeElectLeadersResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs ?? 60000),
  throttleTime: (response) => response.throttleTimeMs,
}
