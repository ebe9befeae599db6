// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface WriteTxnMarkersRequest extends Tagged {
  /** v0+ */
  markers: WriteTxnMarkersRequestWritableTxnMarker[]
}

export interface WriteTxnMarkersRequestInput extends Tagged {
  /** v0+ */
  markers: readonly WriteTxnMarkersRequestWritableTxnMarkerInput[]
}

export interface WriteTxnMarkersRequestWritableTxnMarker extends Tagged {
  /** int64 · v0+ */
  producerId: bigint
  /** int16 · v0+ */
  producerEpoch: number
  /** bool · v0+ */
  transactionResult: boolean
  /** v0+ */
  topics: WriteTxnMarkersRequestWritableTxnMarkerTopic[]
  /** int32 · v0+ */
  coordinatorEpoch: number
  /** int8 · v2+ · default 0 · ignorable */
  transactionVersion: number
}

export interface WriteTxnMarkersRequestWritableTxnMarkerInput extends Tagged {
  /** int64 · v0+ */
  producerId: bigint | number
  /** int16 · v0+ */
  producerEpoch: number
  /** bool · v0+ */
  transactionResult: boolean
  /** v0+ */
  topics: readonly WriteTxnMarkersRequestWritableTxnMarkerTopicInput[]
  /** int32 · v0+ */
  coordinatorEpoch: number
  /** int8 · v2+ · default 0 · ignorable */
  transactionVersion?: number | undefined
}

export interface WriteTxnMarkersRequestWritableTxnMarkerTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitionIndexes: number[]
}

export interface WriteTxnMarkersRequestWritableTxnMarkerTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitionIndexes: readonly number[]
}

function readWriteTxnMarkersRequestWritableTxnMarkerTopic(
  r: Reader,
  _v: number,
): WriteTxnMarkersRequestWritableTxnMarkerTopic {
  const name = r.string()
  const partitionIndexes = r.int32s()
  const x: WriteTxnMarkersRequestWritableTxnMarkerTopic = { name, partitionIndexes }
  r.tags(x)
  return x
}

function readWriteTxnMarkersRequestWritableTxnMarkerTopicList(
  r: Reader,
  v: number,
  n: number,
): WriteTxnMarkersRequestWritableTxnMarkerTopic[] {
  const list = listOf<WriteTxnMarkersRequestWritableTxnMarkerTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteTxnMarkersRequestWritableTxnMarkerTopic(r, v)
  return list
}

function writeWriteTxnMarkersRequestWritableTxnMarkerTopic(
  w: Writer,
  _v: number,
  x: WriteTxnMarkersRequestWritableTxnMarkerTopicInput,
): void {
  const { name, partitionIndexes, [unknownTags]: unknown } = x
  w.string(name)
  w.int32s(partitionIndexes)
  w.tags(unknown)
}

function readWriteTxnMarkersRequestWritableTxnMarker(r: Reader, v: number): WriteTxnMarkersRequestWritableTxnMarker {
  const producerId = r.int64()
  const producerEpoch = r.int16()
  const transactionResult = r.bool()
  const topics = readWriteTxnMarkersRequestWritableTxnMarkerTopicList(r, v, r.count(3, 10))
  const coordinatorEpoch = r.int32()
  const transactionVersion = v >= 2 ? r.int8() : 0
  const x: WriteTxnMarkersRequestWritableTxnMarker = {
    producerId,
    producerEpoch,
    transactionResult,
    topics,
    coordinatorEpoch,
    transactionVersion,
  }
  r.tags(x)
  return x
}

function readWriteTxnMarkersRequestWritableTxnMarkerList(
  r: Reader,
  v: number,
  n: number,
): WriteTxnMarkersRequestWritableTxnMarker[] {
  const list = listOf<WriteTxnMarkersRequestWritableTxnMarker>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteTxnMarkersRequestWritableTxnMarker(r, v)
  return list
}

function writeWriteTxnMarkersRequestWritableTxnMarker(
  w: Writer,
  v: number,
  x: WriteTxnMarkersRequestWritableTxnMarkerInput,
): void {
  const {
    producerId,
    producerEpoch,
    transactionResult,
    topics,
    coordinatorEpoch,
    transactionVersion = 0,
    [unknownTags]: unknown,
  } = x
  w.int64(producerId)
  w.int16(producerEpoch)
  w.bool(transactionResult)
  w.count(topics)
  for (const element of topics) writeWriteTxnMarkersRequestWritableTxnMarkerTopic(w, v, element)
  w.int32(coordinatorEpoch)
  if (v >= 2) w.int8(transactionVersion)
  w.tags(unknown)
}

function readWriteTxnMarkersRequest(r: Reader, v: number): WriteTxnMarkersRequest {
  const markers = readWriteTxnMarkersRequestWritableTxnMarkerList(r, v, r.count(17, 17))
  const x: WriteTxnMarkersRequest = { markers }
  r.tags(x)
  return x
}

function writeWriteTxnMarkersRequest(w: Writer, v: number, x: WriteTxnMarkersRequestInput): void {
  const { markers, [unknownTags]: unknown } = x
  w.count(markers)
  for (const element of markers) writeWriteTxnMarkersRequestWritableTxnMarker(w, v, element)
  w.tags(unknown)
}

export interface WriteTxnMarkersResponse extends Tagged {
  /** v0+ */
  markers: WriteTxnMarkersResponseWritableTxnMarkerResult[]
}

export interface WriteTxnMarkersResponseInput extends Tagged {
  /** v0+ */
  markers: readonly WriteTxnMarkersResponseWritableTxnMarkerResultInput[]
}

export interface WriteTxnMarkersResponseWritableTxnMarkerResult extends Tagged {
  /** int64 · v0+ */
  producerId: bigint
  /** v0+ */
  topics: WriteTxnMarkersResponseWritableTxnMarkerTopicResult[]
}

export interface WriteTxnMarkersResponseWritableTxnMarkerResultInput extends Tagged {
  /** int64 · v0+ */
  producerId: bigint | number
  /** v0+ */
  topics: readonly WriteTxnMarkersResponseWritableTxnMarkerTopicResultInput[]
}

export interface WriteTxnMarkersResponseWritableTxnMarkerTopicResult extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[]
}

export interface WriteTxnMarkersResponseWritableTxnMarkerTopicResultInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly WriteTxnMarkersResponseWritableTxnMarkerPartitionResultInput[]
}

export interface WriteTxnMarkersResponseWritableTxnMarkerPartitionResult extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

export interface WriteTxnMarkersResponseWritableTxnMarkerPartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

function readWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(
  r: Reader,
  _v: number,
): WriteTxnMarkersResponseWritableTxnMarkerPartitionResult {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const x: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult = { partitionIndex, errorCode }
  r.tags(x)
  return x
}

function readWriteTxnMarkersResponseWritableTxnMarkerPartitionResultList(
  r: Reader,
  v: number,
  n: number,
): WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[] {
  const list = listOf<WriteTxnMarkersResponseWritableTxnMarkerPartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(r, v)
  return list
}

function writeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(
  w: Writer,
  _v: number,
  x: WriteTxnMarkersResponseWritableTxnMarkerPartitionResultInput,
): void {
  const { partitionIndex, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.tags(unknown)
}

function readWriteTxnMarkersResponseWritableTxnMarkerTopicResult(
  r: Reader,
  v: number,
): WriteTxnMarkersResponseWritableTxnMarkerTopicResult {
  const name = r.string()
  const partitions = readWriteTxnMarkersResponseWritableTxnMarkerPartitionResultList(r, v, r.count(7, 6))
  const x: WriteTxnMarkersResponseWritableTxnMarkerTopicResult = { name, partitions }
  r.tags(x)
  return x
}

function readWriteTxnMarkersResponseWritableTxnMarkerTopicResultList(
  r: Reader,
  v: number,
  n: number,
): WriteTxnMarkersResponseWritableTxnMarkerTopicResult[] {
  const list = listOf<WriteTxnMarkersResponseWritableTxnMarkerTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteTxnMarkersResponseWritableTxnMarkerTopicResult(r, v)
  return list
}

function writeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(
  w: Writer,
  v: number,
  x: WriteTxnMarkersResponseWritableTxnMarkerTopicResultInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(w, v, element)
  w.tags(unknown)
}

function readWriteTxnMarkersResponseWritableTxnMarkerResult(
  r: Reader,
  v: number,
): WriteTxnMarkersResponseWritableTxnMarkerResult {
  const producerId = r.int64()
  const topics = readWriteTxnMarkersResponseWritableTxnMarkerTopicResultList(r, v, r.count(3, 10))
  const x: WriteTxnMarkersResponseWritableTxnMarkerResult = { producerId, topics }
  r.tags(x)
  return x
}

function readWriteTxnMarkersResponseWritableTxnMarkerResultList(
  r: Reader,
  v: number,
  n: number,
): WriteTxnMarkersResponseWritableTxnMarkerResult[] {
  const list = listOf<WriteTxnMarkersResponseWritableTxnMarkerResult>(n)
  for (let i = 0; i < n; i++) list[i] = readWriteTxnMarkersResponseWritableTxnMarkerResult(r, v)
  return list
}

function writeWriteTxnMarkersResponseWritableTxnMarkerResult(
  w: Writer,
  v: number,
  x: WriteTxnMarkersResponseWritableTxnMarkerResultInput,
): void {
  const { producerId, topics, [unknownTags]: unknown } = x
  w.int64(producerId)
  w.count(topics)
  for (const element of topics) writeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(w, v, element)
  w.tags(unknown)
}

function readWriteTxnMarkersResponse(r: Reader, v: number): WriteTxnMarkersResponse {
  const markers = readWriteTxnMarkersResponseWritableTxnMarkerResultList(r, v, r.count(10, 13))
  const x: WriteTxnMarkersResponse = { markers }
  r.tags(x)
  return x
}

function writeWriteTxnMarkersResponse(w: Writer, v: number, x: WriteTxnMarkersResponseInput): void {
  const { markers, [unknownTags]: unknown } = x
  w.count(markers)
  for (const element of markers) writeWriteTxnMarkersResponseWritableTxnMarkerResult(w, v, element)
  w.tags(unknown)
}

/** API key 27, versions 1 to 2. */
export const WriteTxnMarkers: Api<WriteTxnMarkersRequest, WriteTxnMarkersRequestInput, WriteTxnMarkersResponse, WriteTxnMarkersResponseInput> = {
  key: 27,
  name: 'WriteTxnMarkers',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  request: codec({
  name: 'WriteTxnMarkersRequest',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  last: true,
  fields: `
markers []struct 0+ required
  producerId int64 0+ required
  producerEpoch int16 0+ required
  transactionResult bool 0+ required
  topics []struct 0+ required
    name string 0+ required
    partitionIndexes []int32 0+ required
  coordinatorEpoch int32 0+ required
  transactionVersion int8 2+ =0 ignorable
`,
  read: readWriteTxnMarkersRequest,
  write: writeWriteTxnMarkersRequest,
}),
  response: codec({
  name: 'WriteTxnMarkersResponse',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  last: true,
  fields: `
markers []struct 0+ required
  producerId int64 0+ required
  topics []struct 0+ required
    name string 0+ required
    partitions []struct 0+ required
      partitionIndex int32 0+ required
      errorCode int16 0+ required
`,
  read: readWriteTxnMarkersResponse,
  write: writeWriteTxnMarkersResponse,
}),
}
