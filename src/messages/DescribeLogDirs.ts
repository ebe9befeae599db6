// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeLogDirsRequest extends Tagged {
  /** v0+ · null v0+ */
  topics: DescribeLogDirsRequestDescribableLogDirTopic[] | null
}

export interface DescribeLogDirsRequestInput extends Tagged {
  /** v0+ · null v0+ */
  topics: readonly DescribeLogDirsRequestDescribableLogDirTopicInput[] | null
}

export interface DescribeLogDirsRequestDescribableLogDirTopic extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface DescribeLogDirsRequestDescribableLogDirTopicInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readDescribeLogDirsRequestDescribableLogDirTopic(
  r: Reader,
  _v: number,
): DescribeLogDirsRequestDescribableLogDirTopic {
  const topic = r.string()
  const partitions = r.int32s()
  const x: DescribeLogDirsRequestDescribableLogDirTopic = { topic, partitions }
  r.tags(x)
  return x
}

function readDescribeLogDirsRequestDescribableLogDirTopicList(
  r: Reader,
  v: number,
  n: number,
): DescribeLogDirsRequestDescribableLogDirTopic[] {
  const list = listOf<DescribeLogDirsRequestDescribableLogDirTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeLogDirsRequestDescribableLogDirTopic(r, v)
  return list
}

function readNullableDescribeLogDirsRequestDescribableLogDirTopicList(
  r: Reader,
  v: number,
): DescribeLogDirsRequestDescribableLogDirTopic[] | null {
  const n = r.nullableCount(3, 10)
  return n < 0 ? null : readDescribeLogDirsRequestDescribableLogDirTopicList(r, v, n)
}

function writeDescribeLogDirsRequestDescribableLogDirTopic(
  w: Writer,
  _v: number,
  x: DescribeLogDirsRequestDescribableLogDirTopicInput,
): void {
  const { topic, partitions, [unknownTags]: unknown } = x
  w.string(topic)
  w.int32s(partitions)
  w.tags(unknown)
}

function readDescribeLogDirsRequest(r: Reader, v: number): DescribeLogDirsRequest {
  const topics = readNullableDescribeLogDirsRequestDescribableLogDirTopicList(r, v)
  const x: DescribeLogDirsRequest = { topics }
  r.tags(x)
  return x
}

function writeDescribeLogDirsRequest(w: Writer, v: number, x: DescribeLogDirsRequestInput): void {
  const { topics, [unknownTags]: unknown } = x
  if (topics === null) w.nullArray()
  else {
    w.count(topics)
    for (const element of topics) writeDescribeLogDirsRequestDescribableLogDirTopic(w, v, element)
  }
  w.tags(unknown)
}

export interface DescribeLogDirsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v3+ · ignorable */
  errorCode: number
  /** v0+ */
  results: DescribeLogDirsResponseDescribeLogDirsResult[]
}

export interface DescribeLogDirsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v3+ · ignorable */
  errorCode?: number | undefined
  /** v0+ */
  results: readonly DescribeLogDirsResponseDescribeLogDirsResultInput[]
}

export interface DescribeLogDirsResponseDescribeLogDirsResult extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ */
  logDir: string
  /** v0+ */
  topics: DescribeLogDirsResponseDescribeLogDirsTopic[]
  /** int64 · v4+ · default -1 · ignorable */
  totalBytes: bigint
  /** int64 · v4+ · default -1 · ignorable */
  usableBytes: bigint
  /** bool · v5+ · default false · ignorable */
  isCordoned: boolean
}

export interface DescribeLogDirsResponseDescribeLogDirsResultInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ */
  logDir: string
  /** v0+ */
  topics: readonly DescribeLogDirsResponseDescribeLogDirsTopicInput[]
  /** int64 · v4+ · default -1 · ignorable */
  totalBytes?: bigint | number | undefined
  /** int64 · v4+ · default -1 · ignorable */
  usableBytes?: bigint | number | undefined
  /** bool · v5+ · default false · ignorable */
  isCordoned?: boolean | undefined
}

export interface DescribeLogDirsResponseDescribeLogDirsTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: DescribeLogDirsResponseDescribeLogDirsPartition[]
}

export interface DescribeLogDirsResponseDescribeLogDirsTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly DescribeLogDirsResponseDescribeLogDirsPartitionInput[]
}

export interface DescribeLogDirsResponseDescribeLogDirsPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  partitionSize: bigint
  /** int64 · v0+ */
  offsetLag: bigint
  /** bool · v0+ */
  isFutureKey: boolean
}

export interface DescribeLogDirsResponseDescribeLogDirsPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int64 · v0+ */
  partitionSize: bigint | number
  /** int64 · v0+ */
  offsetLag: bigint | number
  /** bool · v0+ */
  isFutureKey: boolean
}

function readDescribeLogDirsResponseDescribeLogDirsPartition(
  r: Reader,
  _v: number,
): DescribeLogDirsResponseDescribeLogDirsPartition {
  const partitionIndex = r.int32()
  const partitionSize = r.int64()
  const offsetLag = r.int64()
  const isFutureKey = r.bool()
  const x: DescribeLogDirsResponseDescribeLogDirsPartition = { partitionIndex, partitionSize, offsetLag, isFutureKey }
  r.tags(x)
  return x
}

function readDescribeLogDirsResponseDescribeLogDirsPartitionList(
  r: Reader,
  v: number,
  n: number,
): DescribeLogDirsResponseDescribeLogDirsPartition[] {
  const list = listOf<DescribeLogDirsResponseDescribeLogDirsPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeLogDirsResponseDescribeLogDirsPartition(r, v)
  return list
}

function writeDescribeLogDirsResponseDescribeLogDirsPartition(
  w: Writer,
  _v: number,
  x: DescribeLogDirsResponseDescribeLogDirsPartitionInput,
): void {
  const { partitionIndex, partitionSize, offsetLag, isFutureKey, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int64(partitionSize)
  w.int64(offsetLag)
  w.bool(isFutureKey)
  w.tags(unknown)
}

function readDescribeLogDirsResponseDescribeLogDirsTopic(
  r: Reader,
  v: number,
): DescribeLogDirsResponseDescribeLogDirsTopic {
  const name = r.string()
  const partitions = readDescribeLogDirsResponseDescribeLogDirsPartitionList(r, v, r.count(21, 14))
  const x: DescribeLogDirsResponseDescribeLogDirsTopic = { name, partitions }
  r.tags(x)
  return x
}

function readDescribeLogDirsResponseDescribeLogDirsTopicList(
  r: Reader,
  v: number,
  n: number,
): DescribeLogDirsResponseDescribeLogDirsTopic[] {
  const list = listOf<DescribeLogDirsResponseDescribeLogDirsTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeLogDirsResponseDescribeLogDirsTopic(r, v)
  return list
}

function writeDescribeLogDirsResponseDescribeLogDirsTopic(
  w: Writer,
  v: number,
  x: DescribeLogDirsResponseDescribeLogDirsTopicInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeDescribeLogDirsResponseDescribeLogDirsPartition(w, v, element)
  w.tags(unknown)
}

function readDescribeLogDirsResponseDescribeLogDirsResult(
  r: Reader,
  v: number,
): DescribeLogDirsResponseDescribeLogDirsResult {
  const errorCode = r.int16()
  const logDir = r.string()
  const topics = readDescribeLogDirsResponseDescribeLogDirsTopicList(r, v, r.count(3, 10))
  const totalBytes = v >= 4 ? r.int64() : -1n
  const usableBytes = v >= 4 ? r.int64() : -1n
  const isCordoned = v >= 5 ? r.bool() : false
  const x: DescribeLogDirsResponseDescribeLogDirsResult = {
    errorCode,
    logDir,
    topics,
    totalBytes,
    usableBytes,
    isCordoned,
  }
  r.tags(x)
  return x
}

function readDescribeLogDirsResponseDescribeLogDirsResultList(
  r: Reader,
  v: number,
  n: number,
): DescribeLogDirsResponseDescribeLogDirsResult[] {
  const list = listOf<DescribeLogDirsResponseDescribeLogDirsResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeLogDirsResponseDescribeLogDirsResult(r, v)
  return list
}

function writeDescribeLogDirsResponseDescribeLogDirsResult(
  w: Writer,
  v: number,
  x: DescribeLogDirsResponseDescribeLogDirsResultInput,
): void {
  const {
    errorCode,
    logDir,
    topics,
    totalBytes = -1n,
    usableBytes = -1n,
    isCordoned = false,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.string(logDir)
  w.count(topics)
  for (const element of topics) writeDescribeLogDirsResponseDescribeLogDirsTopic(w, v, element)
  if (v >= 4) w.int64(totalBytes)
  if (v >= 4) w.int64(usableBytes)
  if (v >= 5) w.bool(isCordoned)
  w.tags(unknown)
}

function readDescribeLogDirsResponse(r: Reader, v: number): DescribeLogDirsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = v >= 3 ? r.int16() : 0
  const results = readDescribeLogDirsResponseDescribeLogDirsResultList(r, v, r.count(5, 20))
  const x: DescribeLogDirsResponse = { throttleTimeMs, errorCode, results }
  r.tags(x)
  return x
}

function writeDescribeLogDirsResponse(w: Writer, v: number, x: DescribeLogDirsResponseInput): void {
  const { throttleTimeMs, errorCode = 0, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  if (v >= 3) w.int16(errorCode)
  w.count(results)
  for (const element of results) writeDescribeLogDirsResponseDescribeLogDirsResult(w, v, element)
  w.tags(unknown)
}

/** API key 35, versions 1 to 5. */
export const DescribeLogDirs: Api<DescribeLogDirsRequest, DescribeLogDirsRequestInput, DescribeLogDirsResponse, DescribeLogDirsResponseInput> = {
  key: 35,
  name: 'DescribeLogDirs',
  minVersion: 1,
  maxVersion: 5,
  flexibleSince: 2,
  request: codec({
  name: 'DescribeLogDirsRequest',
  minVersion: 1,
  maxVersion: 5,
  flexibleSince: 2,
  last: true,
  fields: `
topics []struct 0+ ?0+ required
  topic string 0+ required
  partitions []int32 0+ required
`,
  read: readDescribeLogDirsRequest,
  write: writeDescribeLogDirsRequest,
}),
  response: codec({
  name: 'DescribeLogDirsResponse',
  minVersion: 1,
  maxVersion: 5,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 3+ ignorable
results []struct 0+ required
  errorCode int16 0+ required
  logDir string 0+ required
  topics []struct 0+ required
    name string 0+ required
    partitions []struct 0+ required
      partitionIndex int32 0+ required
      partitionSize int64 0+ required
      offsetLag int64 0+ required
      isFutureKey bool 0+ required
  totalBytes int64 4+ =-1 ignorable
  usableBytes int64 4+ =-1 ignorable
  isCordoned bool 5+ =false ignorable
`,
  read: readDescribeLogDirsResponse,
  write: writeDescribeLogDirsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
