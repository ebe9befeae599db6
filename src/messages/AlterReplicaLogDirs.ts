// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AlterReplicaLogDirsRequest extends Tagged {
  /** v0+ */
  dirs: AlterReplicaLogDirsRequestAlterReplicaLogDir[]
}

export interface AlterReplicaLogDirsRequestInput extends Tagged {
  /** v0+ */
  dirs: readonly AlterReplicaLogDirsRequestAlterReplicaLogDirInput[]
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDir extends Tagged {
  /** string · v0+ */
  path: string
  /** v0+ */
  topics: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[]
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDirInput extends Tagged {
  /** string · v0+ */
  path: string
  /** v0+ */
  topics: readonly AlterReplicaLogDirsRequestAlterReplicaLogDirTopicInput[]
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDirTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface AlterReplicaLogDirsRequestAlterReplicaLogDirTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(
  r: Reader,
  _v: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDirTopic {
  const name = r.string()
  const partitions = r.int32s()
  const x: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic = { name, partitions }
  r.tags(x)
  return x
}

function readAlterReplicaLogDirsRequestAlterReplicaLogDirTopicList(
  r: Reader,
  v: number,
  n: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[] {
  const list = listOf<AlterReplicaLogDirsRequestAlterReplicaLogDirTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(r, v)
  return list
}

function writeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(
  w: Writer,
  _v: number,
  x: AlterReplicaLogDirsRequestAlterReplicaLogDirTopicInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.int32s(partitions)
  w.tags(unknown)
}

function readAlterReplicaLogDirsRequestAlterReplicaLogDir(
  r: Reader,
  v: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDir {
  const path = r.string()
  const topics = readAlterReplicaLogDirsRequestAlterReplicaLogDirTopicList(r, v, r.count(3, 10))
  const x: AlterReplicaLogDirsRequestAlterReplicaLogDir = { path, topics }
  r.tags(x)
  return x
}

function readAlterReplicaLogDirsRequestAlterReplicaLogDirList(
  r: Reader,
  v: number,
  n: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDir[] {
  const list = listOf<AlterReplicaLogDirsRequestAlterReplicaLogDir>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterReplicaLogDirsRequestAlterReplicaLogDir(r, v)
  return list
}

function writeAlterReplicaLogDirsRequestAlterReplicaLogDir(
  w: Writer,
  v: number,
  x: AlterReplicaLogDirsRequestAlterReplicaLogDirInput,
): void {
  const { path, topics, [unknownTags]: unknown } = x
  w.string(path)
  w.count(topics)
  for (const element of topics) writeAlterReplicaLogDirsRequestAlterReplicaLogDirTopic(w, v, element)
  w.tags(unknown)
}

function readAlterReplicaLogDirsRequest(r: Reader, v: number): AlterReplicaLogDirsRequest {
  const dirs = readAlterReplicaLogDirsRequestAlterReplicaLogDirList(r, v, r.count(3, 10))
  const x: AlterReplicaLogDirsRequest = { dirs }
  r.tags(x)
  return x
}

function writeAlterReplicaLogDirsRequest(w: Writer, v: number, x: AlterReplicaLogDirsRequestInput): void {
  const { dirs, [unknownTags]: unknown } = x
  w.count(dirs)
  for (const element of dirs) writeAlterReplicaLogDirsRequestAlterReplicaLogDir(w, v, element)
  w.tags(unknown)
}

export interface AlterReplicaLogDirsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[]
}

export interface AlterReplicaLogDirsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: readonly AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultInput[]
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[]
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultInput[]
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

export interface AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
}

function readAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(
  r: Reader,
  _v: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const x: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult = { partitionIndex, errorCode }
  r.tags(x)
  return x
}

function readAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultList(
  r: Reader,
  v: number,
  n: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[] {
  const list = listOf<AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(r, v)
  return list
}

function writeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(
  w: Writer,
  _v: number,
  x: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultInput,
): void {
  const { partitionIndex, errorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.tags(unknown)
}

function readAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(
  r: Reader,
  v: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult {
  const topicName = r.string()
  const partitions = readAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResultList(r, v, r.count(6, 6))
  const x: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult = { topicName, partitions }
  r.tags(x)
  return x
}

function readAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultList(
  r: Reader,
  v: number,
  n: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[] {
  const list = listOf<AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(r, v)
  return list
}

function writeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(
  w: Writer,
  v: number,
  x: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultInput,
): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeAlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult(w, v, element)
  w.tags(unknown)
}

function readAlterReplicaLogDirsResponse(r: Reader, v: number): AlterReplicaLogDirsResponse {
  const throttleTimeMs = r.int32()
  const results = readAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResultList(r, v, r.count(3, 10))
  const x: AlterReplicaLogDirsResponse = { throttleTimeMs, results }
  r.tags(x)
  return x
}

function writeAlterReplicaLogDirsResponse(w: Writer, v: number, x: AlterReplicaLogDirsResponseInput): void {
  const { throttleTimeMs, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(results)
  for (const element of results) writeAlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult(w, v, element)
  w.tags(unknown)
}

/** API key 34, versions 1 to 2. */
export const AlterReplicaLogDirs: Api<AlterReplicaLogDirsRequest, AlterReplicaLogDirsRequestInput, AlterReplicaLogDirsResponse, AlterReplicaLogDirsResponseInput> = {
  key: 34,
  name: 'AlterReplicaLogDirs',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  request: codec({
  name: 'AlterReplicaLogDirsRequest',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
dirs []struct 0+ required
  path string 0+ required
  topics []struct 0+ required
    name string 0+ required
    partitions []int32 0+ required
`,
  read: readAlterReplicaLogDirsRequest,
  write: writeAlterReplicaLogDirsRequest,
}),
  response: codec({
  name: 'AlterReplicaLogDirsResponse',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
results []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
`,
  read: readAlterReplicaLogDirsResponse,
  write: writeAlterReplicaLogDirsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
