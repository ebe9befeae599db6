// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeTransactionsRequest extends Tagged {
  /** []string · v0+ */
  transactionalIds: string[]
}

export interface DescribeTransactionsRequestInput extends Tagged {
  /** []string · v0+ */
  transactionalIds: readonly string[]
}

function readDescribeTransactionsRequest(r: Reader, _v: number): DescribeTransactionsRequest {
  const transactionalIds = r.strings()
  const x: DescribeTransactionsRequest = { transactionalIds }
  r.tags(x)
  return x
}

function writeDescribeTransactionsRequest(w: Writer, _v: number, x: DescribeTransactionsRequestInput): void {
  const { transactionalIds, [unknownTags]: unknown } = x
  w.strings(transactionalIds)
  w.tags(unknown)
}

export interface DescribeTransactionsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  transactionStates: DescribeTransactionsResponseTransactionState[]
}

export interface DescribeTransactionsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  transactionStates: readonly DescribeTransactionsResponseTransactionStateInput[]
}

export interface DescribeTransactionsResponseTransactionState extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ */
  transactionalId: string
  /** string · v0+ */
  transactionState: string
  /** int32 · v0+ */
  transactionTimeoutMs: number
  /** int64 · v0+ */
  transactionStartTimeMs: bigint
  /** int64 · v0+ */
  producerId: bigint
  /** int16 · v0+ */
  producerEpoch: number
  /** v0+ */
  topics: DescribeTransactionsResponseTopicData[]
}

export interface DescribeTransactionsResponseTransactionStateInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ */
  transactionalId: string
  /** string · v0+ */
  transactionState: string
  /** int32 · v0+ */
  transactionTimeoutMs: number
  /** int64 · v0+ */
  transactionStartTimeMs: bigint | number
  /** int64 · v0+ */
  producerId: bigint | number
  /** int16 · v0+ */
  producerEpoch: number
  /** v0+ */
  topics: readonly DescribeTransactionsResponseTopicDataInput[]
}

export interface DescribeTransactionsResponseTopicData extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface DescribeTransactionsResponseTopicDataInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readDescribeTransactionsResponseTopicData(r: Reader, _v: number): DescribeTransactionsResponseTopicData {
  const topic = r.string()
  const partitions = r.int32s()
  const x: DescribeTransactionsResponseTopicData = { topic, partitions }
  r.tags(x)
  return x
}

function readDescribeTransactionsResponseTopicDataList(
  r: Reader,
  v: number,
  n: number,
): DescribeTransactionsResponseTopicData[] {
  const list = listOf<DescribeTransactionsResponseTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeTransactionsResponseTopicData(r, v)
  return list
}

function writeDescribeTransactionsResponseTopicData(
  w: Writer,
  _v: number,
  x: DescribeTransactionsResponseTopicDataInput,
): void {
  const { topic, partitions, [unknownTags]: unknown } = x
  w.string(topic)
  w.int32s(partitions)
  w.tags(unknown)
}

function readDescribeTransactionsResponseTransactionState(
  r: Reader,
  v: number,
): DescribeTransactionsResponseTransactionState {
  const errorCode = r.int16()
  const transactionalId = r.string()
  const transactionState = r.string()
  const transactionTimeoutMs = r.int32()
  const transactionStartTimeMs = r.int64()
  const producerId = r.int64()
  const producerEpoch = r.int16()
  const topics = readDescribeTransactionsResponseTopicDataList(r, v, r.count(3, 10))
  const x: DescribeTransactionsResponseTransactionState = {
    errorCode,
    transactionalId,
    transactionState,
    transactionTimeoutMs,
    transactionStartTimeMs,
    producerId,
    producerEpoch,
    topics,
  }
  r.tags(x)
  return x
}

function readDescribeTransactionsResponseTransactionStateList(
  r: Reader,
  v: number,
  n: number,
): DescribeTransactionsResponseTransactionState[] {
  const list = listOf<DescribeTransactionsResponseTransactionState>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeTransactionsResponseTransactionState(r, v)
  return list
}

function writeDescribeTransactionsResponseTransactionState(
  w: Writer,
  v: number,
  x: DescribeTransactionsResponseTransactionStateInput,
): void {
  const {
    errorCode,
    transactionalId,
    transactionState,
    transactionTimeoutMs,
    transactionStartTimeMs,
    producerId,
    producerEpoch,
    topics,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.string(transactionalId)
  w.string(transactionState)
  w.int32(transactionTimeoutMs)
  w.int64(transactionStartTimeMs)
  w.int64(producerId)
  w.int16(producerEpoch)
  w.count(topics)
  for (const element of topics) writeDescribeTransactionsResponseTopicData(w, v, element)
  w.tags(unknown)
}

function readDescribeTransactionsResponse(r: Reader, v: number): DescribeTransactionsResponse {
  const throttleTimeMs = r.int32()
  const transactionStates = readDescribeTransactionsResponseTransactionStateList(r, v, r.count(28, 22))
  const x: DescribeTransactionsResponse = { throttleTimeMs, transactionStates }
  r.tags(x)
  return x
}

function writeDescribeTransactionsResponse(w: Writer, v: number, x: DescribeTransactionsResponseInput): void {
  const { throttleTimeMs, transactionStates, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(transactionStates)
  for (const element of transactionStates) writeDescribeTransactionsResponseTransactionState(w, v, element)
  w.tags(unknown)
}

/** API key 65, versions 0 to 0. */
export const DescribeTransactions: Api<DescribeTransactionsRequest, DescribeTransactionsRequestInput, DescribeTransactionsResponse, DescribeTransactionsResponseInput> = {
  key: 65,
  name: 'DescribeTransactions',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'DescribeTransactionsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
transactionalIds []string 0+ required
`,
  read: readDescribeTransactionsRequest,
  write: writeDescribeTransactionsRequest,
}),
  response: codec({
  name: 'DescribeTransactionsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
transactionStates []struct 0+ required
  errorCode int16 0+ required
  transactionalId string 0+ required
  transactionState string 0+ required
  transactionTimeoutMs int32 0+ required
  transactionStartTimeMs int64 0+ required
  producerId int64 0+ required
  producerEpoch int16 0+ required
  topics []struct 0+ required
    topic string 0+ required
    partitions []int32 0+ required
`,
  read: readDescribeTransactionsResponse,
  write: writeDescribeTransactionsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
