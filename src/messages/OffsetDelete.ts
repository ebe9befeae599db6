// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import type { Tagged } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface OffsetDeleteRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: OffsetDeleteRequestTopic[]
}

export interface OffsetDeleteRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly OffsetDeleteRequestTopicInput[]
}

export interface OffsetDeleteRequestTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: OffsetDeleteRequestPartition[]
}

export interface OffsetDeleteRequestTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly OffsetDeleteRequestPartitionInput[]
}

export interface OffsetDeleteRequestPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
}

export interface OffsetDeleteRequestPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
}

function readOffsetDeleteRequestPartition(r: Reader, _v: number): OffsetDeleteRequestPartition {
  const partitionIndex = r.int32()
  return { partitionIndex }
}

function readOffsetDeleteRequestPartitionList(r: Reader, v: number, n: number): OffsetDeleteRequestPartition[] {
  const list = listOf<OffsetDeleteRequestPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetDeleteRequestPartition(r, v)
  return list
}

function writeOffsetDeleteRequestPartition(w: Writer, _v: number, x: OffsetDeleteRequestPartitionInput): void {
  const { partitionIndex } = x
  w.int32(partitionIndex)
}

function readOffsetDeleteRequestTopic(r: Reader, v: number): OffsetDeleteRequestTopic {
  const name = r.string()
  const partitions = readOffsetDeleteRequestPartitionList(r, v, r.count(4, 5))
  return { name, partitions }
}

function readOffsetDeleteRequestTopicList(r: Reader, v: number, n: number): OffsetDeleteRequestTopic[] {
  const list = listOf<OffsetDeleteRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetDeleteRequestTopic(r, v)
  return list
}

function writeOffsetDeleteRequestTopic(w: Writer, v: number, x: OffsetDeleteRequestTopicInput): void {
  const { name, partitions } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeOffsetDeleteRequestPartition(w, v, element)
}

function readOffsetDeleteRequest(r: Reader, v: number): OffsetDeleteRequest {
  const groupId = r.string()
  const topics = readOffsetDeleteRequestTopicList(r, v, r.count(6, 10))
  return { groupId, topics }
}

function writeOffsetDeleteRequest(w: Writer, v: number, x: OffsetDeleteRequestInput): void {
  const { groupId, topics } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeOffsetDeleteRequestTopic(w, v, element)
}

export interface OffsetDeleteResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: OffsetDeleteResponseTopic[]
}

export interface OffsetDeleteResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: readonly OffsetDeleteResponseTopicInput[]
}

export interface OffsetDeleteResponseTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: OffsetDeleteResponsePartition[]
}

export interface OffsetDeleteResponseTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly OffsetDeleteResponsePartitionInput[]
}

export interface OffsetDeleteResponsePartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

export interface OffsetDeleteResponsePartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

function readOffsetDeleteResponsePartition(r: Reader, _v: number): OffsetDeleteResponsePartition {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  return { partitionIndex, errorCode }
}

function readOffsetDeleteResponsePartitionList(r: Reader, v: number, n: number): OffsetDeleteResponsePartition[] {
  const list = listOf<OffsetDeleteResponsePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetDeleteResponsePartition(r, v)
  return list
}

function writeOffsetDeleteResponsePartition(w: Writer, _v: number, x: OffsetDeleteResponsePartitionInput): void {
  const { partitionIndex, errorCode } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
}

function readOffsetDeleteResponseTopic(r: Reader, v: number): OffsetDeleteResponseTopic {
  const name = r.string()
  const partitions = readOffsetDeleteResponsePartitionList(r, v, r.count(6, 6))
  return { name, partitions }
}

function readOffsetDeleteResponseTopicList(r: Reader, v: number, n: number): OffsetDeleteResponseTopic[] {
  const list = listOf<OffsetDeleteResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readOffsetDeleteResponseTopic(r, v)
  return list
}

function writeOffsetDeleteResponseTopic(w: Writer, v: number, x: OffsetDeleteResponseTopicInput): void {
  const { name, partitions } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeOffsetDeleteResponsePartition(w, v, element)
}

function readOffsetDeleteResponse(r: Reader, v: number): OffsetDeleteResponse {
  const errorCode = r.int16()
  const throttleTimeMs = r.int32()
  const topics = readOffsetDeleteResponseTopicList(r, v, r.count(6, 10))
  return { errorCode, throttleTimeMs, topics }
}

function writeOffsetDeleteResponse(w: Writer, v: number, x: OffsetDeleteResponseInput): void {
  const { errorCode, throttleTimeMs, topics } = x
  w.int16(errorCode)
  w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeOffsetDeleteResponseTopic(w, v, element)
}

/** API key 47, versions 0 to 0. */
export const OffsetDelete: Api<OffsetDeleteRequest, OffsetDeleteRequestInput, OffsetDeleteResponse, OffsetDeleteResponseInput> = {
  key: 47,
  name: 'OffsetDelete',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: null,
  request: codec({
  name: 'OffsetDeleteRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: null,
  last: true,
  fields: `
groupId string 0+ required
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
`,
  read: readOffsetDeleteRequest,
  write: writeOffsetDeleteRequest,
}),
  response: codec({
  name: 'OffsetDeleteResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: null,
  last: true,
  fields: `
errorCode int16 0+ required
throttleTimeMs int32 0+ required ignorable
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
`,
  read: readOffsetDeleteResponse,
  write: writeOffsetDeleteResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
