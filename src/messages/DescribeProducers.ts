// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeProducersRequest extends Tagged {
  /** v0+ */
  topics: DescribeProducersRequestTopicRequest[]
}

export interface DescribeProducersRequestInput extends Tagged {
  /** v0+ */
  topics: readonly DescribeProducersRequestTopicRequestInput[]
}

export interface DescribeProducersRequestTopicRequest extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitionIndexes: number[]
}

export interface DescribeProducersRequestTopicRequestInput extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitionIndexes: readonly number[]
}

function readDescribeProducersRequestTopicRequest(r: Reader, _v: number): DescribeProducersRequestTopicRequest {
  const name = r.string()
  const partitionIndexes = r.int32s()
  const x: DescribeProducersRequestTopicRequest = { name, partitionIndexes }
  r.tags(x)
  return x
}

function readDescribeProducersRequestTopicRequestList(
  r: Reader,
  v: number,
  n: number,
): DescribeProducersRequestTopicRequest[] {
  const list = listOf<DescribeProducersRequestTopicRequest>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeProducersRequestTopicRequest(r, v)
  return list
}

function writeDescribeProducersRequestTopicRequest(
  w: Writer,
  _v: number,
  x: DescribeProducersRequestTopicRequestInput,
): void {
  const { name, partitionIndexes, [unknownTags]: unknown } = x
  w.string(name)
  w.int32s(partitionIndexes)
  w.tags(unknown)
}

function readDescribeProducersRequest(r: Reader, v: number): DescribeProducersRequest {
  const topics = readDescribeProducersRequestTopicRequestList(r, v, r.count(3, 10))
  const x: DescribeProducersRequest = { topics }
  r.tags(x)
  return x
}

function writeDescribeProducersRequest(w: Writer, v: number, x: DescribeProducersRequestInput): void {
  const { topics, [unknownTags]: unknown } = x
  w.count(topics)
  for (const element of topics) writeDescribeProducersRequestTopicRequest(w, v, element)
  w.tags(unknown)
}

export interface DescribeProducersResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  topics: DescribeProducersResponseTopicResponse[]
}

export interface DescribeProducersResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  topics: readonly DescribeProducersResponseTopicResponseInput[]
}

export interface DescribeProducersResponseTopicResponse extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: DescribeProducersResponsePartitionResponse[]
}

export interface DescribeProducersResponseTopicResponseInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly DescribeProducersResponsePartitionResponseInput[]
}

export interface DescribeProducersResponsePartitionResponse extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** v0+ */
  activeProducers: DescribeProducersResponseProducerState[]
}

export interface DescribeProducersResponsePartitionResponseInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** v0+ */
  activeProducers: readonly DescribeProducersResponseProducerStateInput[]
}

export interface DescribeProducersResponseProducerState extends Tagged {
  /** int64 · v0+ */
  producerId: bigint
  /** int32 · v0+ */
  producerEpoch: number
  /** int32 · v0+ · default -1 */
  lastSequence: number
  /** int64 · v0+ · default -1 */
  lastTimestamp: bigint
  /** int32 · v0+ */
  coordinatorEpoch: number
  /** int64 · v0+ · default -1 */
  currentTxnStartOffset: bigint
}

export interface DescribeProducersResponseProducerStateInput extends Tagged {
  /** int64 · v0+ */
  producerId: bigint | number
  /** int32 · v0+ */
  producerEpoch: number
  /** int32 · v0+ · default -1 */
  lastSequence?: number | undefined
  /** int64 · v0+ · default -1 */
  lastTimestamp?: bigint | number | undefined
  /** int32 · v0+ */
  coordinatorEpoch: number
  /** int64 · v0+ · default -1 */
  currentTxnStartOffset?: bigint | number | undefined
}

function readDescribeProducersResponseProducerState(r: Reader, _v: number): DescribeProducersResponseProducerState {
  const producerId = r.int64()
  const producerEpoch = r.int32()
  const lastSequence = r.int32()
  const lastTimestamp = r.int64()
  const coordinatorEpoch = r.int32()
  const currentTxnStartOffset = r.int64()
  const x: DescribeProducersResponseProducerState = {
    producerId,
    producerEpoch,
    lastSequence,
    lastTimestamp,
    coordinatorEpoch,
    currentTxnStartOffset,
  }
  r.tags(x)
  return x
}

function readDescribeProducersResponseProducerStateList(
  r: Reader,
  v: number,
  n: number,
): DescribeProducersResponseProducerState[] {
  const list = listOf<DescribeProducersResponseProducerState>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeProducersResponseProducerState(r, v)
  return list
}

function writeDescribeProducersResponseProducerState(
  w: Writer,
  _v: number,
  x: DescribeProducersResponseProducerStateInput,
): void {
  const {
    producerId,
    producerEpoch,
    lastSequence = -1,
    lastTimestamp = -1n,
    coordinatorEpoch,
    currentTxnStartOffset = -1n,
    [unknownTags]: unknown,
  } = x
  w.int64(producerId)
  w.int32(producerEpoch)
  w.int32(lastSequence)
  w.int64(lastTimestamp)
  w.int32(coordinatorEpoch)
  w.int64(currentTxnStartOffset)
  w.tags(unknown)
}

function readDescribeProducersResponsePartitionResponse(
  r: Reader,
  v: number,
): DescribeProducersResponsePartitionResponse {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const activeProducers = readDescribeProducersResponseProducerStateList(r, v, r.count(37, 19))
  const x: DescribeProducersResponsePartitionResponse = { partitionIndex, errorCode, errorMessage, activeProducers }
  r.tags(x)
  return x
}

function readDescribeProducersResponsePartitionResponseList(
  r: Reader,
  v: number,
  n: number,
): DescribeProducersResponsePartitionResponse[] {
  const list = listOf<DescribeProducersResponsePartitionResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeProducersResponsePartitionResponse(r, v)
  return list
}

function writeDescribeProducersResponsePartitionResponse(
  w: Writer,
  v: number,
  x: DescribeProducersResponsePartitionResponseInput,
): void {
  const { partitionIndex, errorCode, errorMessage = null, activeProducers, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(activeProducers)
  for (const element of activeProducers) writeDescribeProducersResponseProducerState(w, v, element)
  w.tags(unknown)
}

function readDescribeProducersResponseTopicResponse(r: Reader, v: number): DescribeProducersResponseTopicResponse {
  const name = r.string()
  const partitions = readDescribeProducersResponsePartitionResponseList(r, v, r.count(9, 12))
  const x: DescribeProducersResponseTopicResponse = { name, partitions }
  r.tags(x)
  return x
}

function readDescribeProducersResponseTopicResponseList(
  r: Reader,
  v: number,
  n: number,
): DescribeProducersResponseTopicResponse[] {
  const list = listOf<DescribeProducersResponseTopicResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeProducersResponseTopicResponse(r, v)
  return list
}

function writeDescribeProducersResponseTopicResponse(
  w: Writer,
  v: number,
  x: DescribeProducersResponseTopicResponseInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeDescribeProducersResponsePartitionResponse(w, v, element)
  w.tags(unknown)
}

function readDescribeProducersResponse(r: Reader, v: number): DescribeProducersResponse {
  const throttleTimeMs = r.int32()
  const topics = readDescribeProducersResponseTopicResponseList(r, v, r.count(3, 10))
  const x: DescribeProducersResponse = { throttleTimeMs, topics }
  r.tags(x)
  return x
}

function writeDescribeProducersResponse(w: Writer, v: number, x: DescribeProducersResponseInput): void {
  const { throttleTimeMs, topics, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeDescribeProducersResponseTopicResponse(w, v, element)
  w.tags(unknown)
}

/** API key 61, versions 0 to 0. */
export const DescribeProducers: Api<DescribeProducersRequest, DescribeProducersRequestInput, DescribeProducersResponse, DescribeProducersResponseInput> = {
  key: 61,
  name: 'DescribeProducers',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'DescribeProducersRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
topics []struct 0+ required
  name string 0+ required
  partitionIndexes []int32 0+ required
`,
  read: readDescribeProducersRequest,
  write: writeDescribeProducersRequest,
}),
  response: codec({
  name: 'DescribeProducersResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ =null
    activeProducers []struct 0+ required
      producerId int64 0+ required
      producerEpoch int32 0+ required
      lastSequence int32 0+ =-1
      lastTimestamp int64 0+ =-1
      coordinatorEpoch int32 0+ required
      currentTxnStartOffset int64 0+ =-1
`,
  read: readDescribeProducersResponse,
  write: writeDescribeProducersResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
