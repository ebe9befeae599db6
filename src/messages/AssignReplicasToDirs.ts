// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AssignReplicasToDirsRequest extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch: bigint
  /** v0+ */
  directories: AssignReplicasToDirsRequestDirectoryData[]
}

export interface AssignReplicasToDirsRequestInput extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch?: bigint | number | undefined
  /** v0+ */
  directories: readonly AssignReplicasToDirsRequestDirectoryDataInput[]
}

export interface AssignReplicasToDirsRequestDirectoryData extends Tagged {
  /** uuid · v0+ */
  id: string
  /** v0+ */
  topics: AssignReplicasToDirsRequestTopicData[]
}

export interface AssignReplicasToDirsRequestDirectoryDataInput extends Tagged {
  /** uuid · v0+ */
  id: string
  /** v0+ */
  topics: readonly AssignReplicasToDirsRequestTopicDataInput[]
}

export interface AssignReplicasToDirsRequestTopicData extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: AssignReplicasToDirsRequestPartitionData[]
}

export interface AssignReplicasToDirsRequestTopicDataInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly AssignReplicasToDirsRequestPartitionDataInput[]
}

export interface AssignReplicasToDirsRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
}

export interface AssignReplicasToDirsRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
}

function readAssignReplicasToDirsRequestPartitionData(r: Reader, _v: number): AssignReplicasToDirsRequestPartitionData {
  const partitionIndex = r.int32()
  const x: AssignReplicasToDirsRequestPartitionData = { partitionIndex }
  r.tags(x)
  return x
}

function readAssignReplicasToDirsRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): AssignReplicasToDirsRequestPartitionData[] {
  const list = listOf<AssignReplicasToDirsRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readAssignReplicasToDirsRequestPartitionData(r, v)
  return list
}

function writeAssignReplicasToDirsRequestPartitionData(
  w: Writer,
  _v: number,
  x: AssignReplicasToDirsRequestPartitionDataInput,
): void {
  const { partitionIndex, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.tags(unknown)
}

function readAssignReplicasToDirsRequestTopicData(r: Reader, v: number): AssignReplicasToDirsRequestTopicData {
  const topicId = r.uuid()
  const partitions = readAssignReplicasToDirsRequestPartitionDataList(r, v, r.count(5, 5))
  const x: AssignReplicasToDirsRequestTopicData = { topicId, partitions }
  r.tags(x)
  return x
}

function readAssignReplicasToDirsRequestTopicDataList(
  r: Reader,
  v: number,
  n: number,
): AssignReplicasToDirsRequestTopicData[] {
  const list = listOf<AssignReplicasToDirsRequestTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readAssignReplicasToDirsRequestTopicData(r, v)
  return list
}

function writeAssignReplicasToDirsRequestTopicData(
  w: Writer,
  v: number,
  x: AssignReplicasToDirsRequestTopicDataInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeAssignReplicasToDirsRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readAssignReplicasToDirsRequestDirectoryData(r: Reader, v: number): AssignReplicasToDirsRequestDirectoryData {
  const id = r.uuid()
  const topics = readAssignReplicasToDirsRequestTopicDataList(r, v, r.count(18, 15))
  const x: AssignReplicasToDirsRequestDirectoryData = { id, topics }
  r.tags(x)
  return x
}

function readAssignReplicasToDirsRequestDirectoryDataList(
  r: Reader,
  v: number,
  n: number,
): AssignReplicasToDirsRequestDirectoryData[] {
  const list = listOf<AssignReplicasToDirsRequestDirectoryData>(n)
  for (let i = 0; i < n; i++) list[i] = readAssignReplicasToDirsRequestDirectoryData(r, v)
  return list
}

function writeAssignReplicasToDirsRequestDirectoryData(
  w: Writer,
  v: number,
  x: AssignReplicasToDirsRequestDirectoryDataInput,
): void {
  const { id, topics, [unknownTags]: unknown } = x
  w.uuid(id)
  w.count(topics)
  for (const element of topics) writeAssignReplicasToDirsRequestTopicData(w, v, element)
  w.tags(unknown)
}

function readAssignReplicasToDirsRequest(r: Reader, v: number): AssignReplicasToDirsRequest {
  const brokerId = r.int32()
  const brokerEpoch = r.int64()
  const directories = readAssignReplicasToDirsRequestDirectoryDataList(r, v, r.count(18, 15))
  const x: AssignReplicasToDirsRequest = { brokerId, brokerEpoch, directories }
  r.tags(x)
  return x
}

function writeAssignReplicasToDirsRequest(w: Writer, v: number, x: AssignReplicasToDirsRequestInput): void {
  const { brokerId, brokerEpoch = -1n, directories, [unknownTags]: unknown } = x
  w.int32(brokerId)
  w.int64(brokerEpoch)
  w.count(directories)
  for (const element of directories) writeAssignReplicasToDirsRequestDirectoryData(w, v, element)
  w.tags(unknown)
}

export interface AssignReplicasToDirsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  directories: AssignReplicasToDirsResponseDirectoryData[]
}

export interface AssignReplicasToDirsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  directories: readonly AssignReplicasToDirsResponseDirectoryDataInput[]
}

export interface AssignReplicasToDirsResponseDirectoryData extends Tagged {
  /** uuid · v0+ */
  id: string
  /** v0+ */
  topics: AssignReplicasToDirsResponseTopicData[]
}

export interface AssignReplicasToDirsResponseDirectoryDataInput extends Tagged {
  /** uuid · v0+ */
  id: string
  /** v0+ */
  topics: readonly AssignReplicasToDirsResponseTopicDataInput[]
}

export interface AssignReplicasToDirsResponseTopicData extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: AssignReplicasToDirsResponsePartitionData[]
}

export interface AssignReplicasToDirsResponseTopicDataInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly AssignReplicasToDirsResponsePartitionDataInput[]
}

export interface AssignReplicasToDirsResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

export interface AssignReplicasToDirsResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

function readAssignReplicasToDirsResponsePartitionData(
  r: Reader,
  _v: number,
): AssignReplicasToDirsResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const x: AssignReplicasToDirsResponsePartitionData = { partitionIndex, errorCode }
  r.tags(x)
  return x
}

function readAssignReplicasToDirsResponsePartitionDataList(
  r: Reader,
  v: number,
  n: number,
): AssignReplicasToDirsResponsePartitionData[] {
  const list = listOf<AssignReplicasToDirsResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readAssignReplicasToDirsResponsePartitionData(r, v)
  return list
}

function writeAssignReplicasToDirsResponsePartitionData(
  w: Writer,
  _v: number,
  x: AssignReplicasToDirsResponsePartitionDataInput,
): void {
  const { partitionIndex, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.tags(unknown)
}

function readAssignReplicasToDirsResponseTopicData(r: Reader, v: number): AssignReplicasToDirsResponseTopicData {
  const topicId = r.uuid()
  const partitions = readAssignReplicasToDirsResponsePartitionDataList(r, v, r.count(7, 6))
  const x: AssignReplicasToDirsResponseTopicData = { topicId, partitions }
  r.tags(x)
  return x
}

function readAssignReplicasToDirsResponseTopicDataList(
  r: Reader,
  v: number,
  n: number,
): AssignReplicasToDirsResponseTopicData[] {
  const list = listOf<AssignReplicasToDirsResponseTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readAssignReplicasToDirsResponseTopicData(r, v)
  return list
}

function writeAssignReplicasToDirsResponseTopicData(
  w: Writer,
  v: number,
  x: AssignReplicasToDirsResponseTopicDataInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeAssignReplicasToDirsResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readAssignReplicasToDirsResponseDirectoryData(
  r: Reader,
  v: number,
): AssignReplicasToDirsResponseDirectoryData {
  const id = r.uuid()
  const topics = readAssignReplicasToDirsResponseTopicDataList(r, v, r.count(18, 15))
  const x: AssignReplicasToDirsResponseDirectoryData = { id, topics }
  r.tags(x)
  return x
}

function readAssignReplicasToDirsResponseDirectoryDataList(
  r: Reader,
  v: number,
  n: number,
): AssignReplicasToDirsResponseDirectoryData[] {
  const list = listOf<AssignReplicasToDirsResponseDirectoryData>(n)
  for (let i = 0; i < n; i++) list[i] = readAssignReplicasToDirsResponseDirectoryData(r, v)
  return list
}

function writeAssignReplicasToDirsResponseDirectoryData(
  w: Writer,
  v: number,
  x: AssignReplicasToDirsResponseDirectoryDataInput,
): void {
  const { id, topics, [unknownTags]: unknown } = x
  w.uuid(id)
  w.count(topics)
  for (const element of topics) writeAssignReplicasToDirsResponseTopicData(w, v, element)
  w.tags(unknown)
}

function readAssignReplicasToDirsResponse(r: Reader, v: number): AssignReplicasToDirsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const directories = readAssignReplicasToDirsResponseDirectoryDataList(r, v, r.count(18, 15))
  const x: AssignReplicasToDirsResponse = { throttleTimeMs, errorCode, directories }
  r.tags(x)
  return x
}

function writeAssignReplicasToDirsResponse(w: Writer, v: number, x: AssignReplicasToDirsResponseInput): void {
  const { throttleTimeMs, errorCode, directories, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.count(directories)
  for (const element of directories) writeAssignReplicasToDirsResponseDirectoryData(w, v, element)
  w.tags(unknown)
}

/** API key 73, versions 0 to 0. */
export const AssignReplicasToDirs: Api<AssignReplicasToDirsRequest, AssignReplicasToDirsRequestInput, AssignReplicasToDirsResponse, AssignReplicasToDirsResponseInput> = {
  key: 73,
  name: 'AssignReplicasToDirs',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'AssignReplicasToDirsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
brokerId int32 0+ required
brokerEpoch int64 0+ =-1
directories []struct 0+ required
  id uuid 0+ required
  topics []struct 0+ required
    topicId uuid 0+ required
    partitions []struct 0+ required
      partitionIndex int32 0+ required
`,
  read: readAssignReplicasToDirsRequest,
  write: writeAssignReplicasToDirsRequest,
}),
  response: codec({
  name: 'AssignReplicasToDirsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
directories []struct 0+ required
  id uuid 0+ required
  topics []struct 0+ required
    topicId uuid 0+ required
    partitions []struct 0+ required
      partitionIndex int32 0+ required
      errorCode int16 0+ required
`,
  read: readAssignReplicasToDirsResponse,
  write: writeAssignReplicasToDirsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
