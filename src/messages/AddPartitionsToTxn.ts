// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { sameInt64 } from '../protocol/defaults.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AddPartitionsToTxnRequest extends Tagged {
  /** v4+ */
  transactions: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[]
  /** string · v0-3 */
  v3AndBelowTransactionalId: string
  /** int64 · v0-3 */
  v3AndBelowProducerId: bigint
  /** int16 · v0-3 */
  v3AndBelowProducerEpoch: number
  /** v0-3 */
  v3AndBelowTopics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[]
}

export interface AddPartitionsToTxnRequestInput extends Tagged {
  /** v4+ */
  transactions?: readonly AddPartitionsToTxnRequestAddPartitionsToTxnTransactionInput[] | undefined
  /** string · v0-3 */
  v3AndBelowTransactionalId?: string | undefined
  /** int64 · v0-3 */
  v3AndBelowProducerId?: bigint | number | undefined
  /** int16 · v0-3 */
  v3AndBelowProducerEpoch?: number | undefined
  /** v0-3 */
  v3AndBelowTopics?: readonly AddPartitionsToTxnRequestAddPartitionsToTxnTopicInput[] | undefined
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTransaction extends Tagged {
  /** string · v4+ */
  transactionalId: string
  /** int64 · v4+ */
  producerId: bigint
  /** int16 · v4+ */
  producerEpoch: number
  /** bool · v4+ · default false */
  verifyOnly: boolean
  /** v4+ */
  topics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[]
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTransactionInput extends Tagged {
  /** string · v4+ */
  transactionalId: string
  /** int64 · v4+ */
  producerId: bigint | number
  /** int16 · v4+ */
  producerEpoch: number
  /** bool · v4+ · default false */
  verifyOnly?: boolean | undefined
  /** v4+ */
  topics: readonly AddPartitionsToTxnRequestAddPartitionsToTxnTopicInput[]
}

function readAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(
  r: Reader,
  v: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTransaction {
  const transactionalId = r.string()
  const producerId = r.int64()
  const producerEpoch = r.int16()
  const verifyOnly = r.bool()
  const topics = readAddPartitionsToTxnRequestAddPartitionsToTxnTopicList(r, v, r.count(3, 10))
  const x: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction = {
    transactionalId,
    producerId,
    producerEpoch,
    verifyOnly,
    topics,
  }
  r.tags(x)
  return x
}

function readAddPartitionsToTxnRequestAddPartitionsToTxnTransactionList(
  r: Reader,
  v: number,
  n: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[] {
  const list = listOf<AddPartitionsToTxnRequestAddPartitionsToTxnTransaction>(n)
  for (let i = 0; i < n; i++) list[i] = readAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(r, v)
  return list
}

function writeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(
  w: Writer,
  v: number,
  x: AddPartitionsToTxnRequestAddPartitionsToTxnTransactionInput,
): void {
  const { transactionalId, producerId, producerEpoch, verifyOnly = false, topics, [unknownTags]: unknown } = x
  w.string(transactionalId)
  w.int64(producerId)
  w.int16(producerEpoch)
  w.bool(verifyOnly)
  w.count(topics)
  for (const element of topics) writeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(w, v, element)
  w.tags(unknown)
}

function readAddPartitionsToTxnRequestAddPartitionsToTxnTopic(
  r: Reader,
  _v: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTopic {
  const name = r.string()
  const partitions = r.int32s()
  const x: AddPartitionsToTxnRequestAddPartitionsToTxnTopic = { name, partitions }
  r.tags(x)
  return x
}

function readAddPartitionsToTxnRequestAddPartitionsToTxnTopicList(
  r: Reader,
  v: number,
  n: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTopic[] {
  const list = listOf<AddPartitionsToTxnRequestAddPartitionsToTxnTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readAddPartitionsToTxnRequestAddPartitionsToTxnTopic(r, v)
  return list
}

function writeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(
  w: Writer,
  _v: number,
  x: AddPartitionsToTxnRequestAddPartitionsToTxnTopicInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.int32s(partitions)
  w.tags(unknown)
}

function readAddPartitionsToTxnRequest(r: Reader, v: number): AddPartitionsToTxnRequest {
  const transactions = v >= 4 ? readAddPartitionsToTxnRequestAddPartitionsToTxnTransactionList(r, v, r.count(14, 16)) : []
  const v3AndBelowTransactionalId = v <= 3 ? r.string() : ''
  const v3AndBelowProducerId = v <= 3 ? r.int64() : 0n
  const v3AndBelowProducerEpoch = v <= 3 ? r.int16() : 0
  const v3AndBelowTopics = v <= 3 ? readAddPartitionsToTxnRequestAddPartitionsToTxnTopicList(r, v, r.count(3, 10)) : []
  const x: AddPartitionsToTxnRequest = {
    transactions,
    v3AndBelowTransactionalId,
    v3AndBelowProducerId,
    v3AndBelowProducerEpoch,
    v3AndBelowTopics,
  }
  r.tags(x)
  return x
}

function writeAddPartitionsToTxnRequest(w: Writer, v: number, x: AddPartitionsToTxnRequestInput): void {
  w.struct(x)
  const {
    transactions = [],
    v3AndBelowTransactionalId = '',
    v3AndBelowProducerId = 0n,
    v3AndBelowProducerEpoch = 0,
    v3AndBelowTopics = [],
    [unknownTags]: unknown,
  } = x
  if (v >= 4) {
    w.count(transactions)
    for (const element of transactions) writeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(w, v, element)
  } else if (transactions.length !== 0) w.unsupported()
  if (v <= 3) w.string(v3AndBelowTransactionalId)
  else if (v3AndBelowTransactionalId !== '') w.unsupported()
  if (v <= 3) w.int64(v3AndBelowProducerId)
  else if (!sameInt64(v3AndBelowProducerId, 0n)) w.unsupported()
  if (v <= 3) w.int16(v3AndBelowProducerEpoch)
  else if (v3AndBelowProducerEpoch !== 0) w.unsupported()
  if (v <= 3) {
    w.count(v3AndBelowTopics)
    for (const element of v3AndBelowTopics) writeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(w, v, element)
  } else if (v3AndBelowTopics.length !== 0) w.unsupported()
  w.tags(unknown)
}

export interface AddPartitionsToTxnResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v4+ · ignorable */
  errorCode: number
  /** v4+ */
  resultsByTransaction: AddPartitionsToTxnResponseAddPartitionsToTxnResult[]
  /** v0-3 */
  resultsByTopicV3AndBelow: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[]
}

export interface AddPartitionsToTxnResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v4+ · ignorable */
  errorCode?: number | undefined
  /** v4+ */
  resultsByTransaction?: readonly AddPartitionsToTxnResponseAddPartitionsToTxnResultInput[] | undefined
  /** v0-3 */
  resultsByTopicV3AndBelow?: readonly AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultInput[] | undefined
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  resultsByPartition: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[]
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  resultsByPartition: readonly AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultInput[]
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  partitionErrorCode: number
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  partitionErrorCode: number
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnResult extends Tagged {
  /** string · v4+ */
  transactionalId: string
  /** v4+ */
  topicResults: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[]
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnResultInput extends Tagged {
  /** string · v4+ */
  transactionalId: string
  /** v4+ */
  topicResults: readonly AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultInput[]
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnResult(
  r: Reader,
  v: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnResult {
  const transactionalId = r.string()
  const topicResults = readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResultList(r, v, r.count(3, 10))
  const x: AddPartitionsToTxnResponseAddPartitionsToTxnResult = { transactionalId, topicResults }
  r.tags(x)
  return x
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnResultList(
  r: Reader,
  v: number,
  n: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnResult[] {
  const list = listOf<AddPartitionsToTxnResponseAddPartitionsToTxnResult>(n)
  for (let i = 0; i < n; i++) list[i] = readAddPartitionsToTxnResponseAddPartitionsToTxnResult(r, v)
  return list
}

function writeAddPartitionsToTxnResponseAddPartitionsToTxnResult(
  w: Writer,
  v: number,
  x: AddPartitionsToTxnResponseAddPartitionsToTxnResultInput,
): void {
  const { transactionalId, topicResults, [unknownTags]: unknown } = x
  w.string(transactionalId)
  w.count(topicResults)
  for (const element of topicResults) writeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(w, v, element)
  w.tags(unknown)
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(
  r: Reader,
  _v: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult {
  const partitionIndex = r.int32()
  const partitionErrorCode = r.int16()
  const x: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult = { partitionIndex, partitionErrorCode }
  r.tags(x)
  return x
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultList(
  r: Reader,
  v: number,
  n: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[] {
  const list = listOf<AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult>(n)
  for (let i = 0; i < n; i++) list[i] = readAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(r, v)
  return list
}

function writeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(
  w: Writer,
  _v: number,
  x: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultInput,
): void {
  const { partitionIndex, partitionErrorCode, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(partitionErrorCode)
  w.tags(unknown)
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(
  r: Reader,
  v: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult {
  const name = r.string()
  const resultsByPartition = readAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultList(r, v, r.count(6, 6))
  const x: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult = { name, resultsByPartition }
  r.tags(x)
  return x
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResultList(
  r: Reader,
  v: number,
  n: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[] {
  const list = listOf<AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(r, v)
  return list
}

function writeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(
  w: Writer,
  v: number,
  x: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultInput,
): void {
  const { name, resultsByPartition, [unknownTags]: unknown } = x
  w.string(name)
  w.count(resultsByPartition)
  for (const element of resultsByPartition) writeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(w, v, element)
  w.tags(unknown)
}

function readAddPartitionsToTxnResponse(r: Reader, v: number): AddPartitionsToTxnResponse {
  const throttleTimeMs = r.int32()
  const errorCode = v >= 4 ? r.int16() : 0
  const resultsByTransaction = v >= 4 ? readAddPartitionsToTxnResponseAddPartitionsToTxnResultList(r, v, r.count(3, 10)) : []
  const resultsByTopicV3AndBelow = v <= 3 ? readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResultList(r, v, r.count(3, 10)) : []
  const x: AddPartitionsToTxnResponse = { throttleTimeMs, errorCode, resultsByTransaction, resultsByTopicV3AndBelow }
  r.tags(x)
  return x
}

function writeAddPartitionsToTxnResponse(w: Writer, v: number, x: AddPartitionsToTxnResponseInput): void {
  const {
    throttleTimeMs,
    errorCode = 0,
    resultsByTransaction = [],
    resultsByTopicV3AndBelow = [],
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  if (v >= 4) w.int16(errorCode)
  if (v >= 4) {
    w.count(resultsByTransaction)
    for (const element of resultsByTransaction) writeAddPartitionsToTxnResponseAddPartitionsToTxnResult(w, v, element)
  } else if (resultsByTransaction.length !== 0) w.unsupported()
  if (v <= 3) {
    w.count(resultsByTopicV3AndBelow)
    for (const element of resultsByTopicV3AndBelow) writeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(w, v, element)
  } else if (resultsByTopicV3AndBelow.length !== 0) w.unsupported()
  w.tags(unknown)
}

/** API key 24, versions 0 to 5. */
export const AddPartitionsToTxn: Api<AddPartitionsToTxnRequest, AddPartitionsToTxnRequestInput, AddPartitionsToTxnResponse, AddPartitionsToTxnResponseInput> = {
  key: 24,
  name: 'AddPartitionsToTxn',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  request: codec({
  name: 'AddPartitionsToTxnRequest',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
transactions []struct 4+
  transactionalId string 4+ required
  producerId int64 4+ required
  producerEpoch int16 4+ required
  verifyOnly bool 4+ =false
  topics []struct 4+ required
    name string 0+ required
    partitions []int32 0+ required
v3AndBelowTransactionalId string 0-3
v3AndBelowProducerId int64 0-3
v3AndBelowProducerEpoch int16 0-3
v3AndBelowTopics []struct 0-3
  name string 0+ required
  partitions []int32 0+ required
`,
  read: readAddPartitionsToTxnRequest,
  write: writeAddPartitionsToTxnRequest,
}),
  response: codec({
  name: 'AddPartitionsToTxnResponse',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 4+ ignorable
resultsByTransaction []struct 4+
  transactionalId string 4+ required
  topicResults []struct 4+ required
    name string 0+ required
    resultsByPartition []struct 0+ required
      partitionIndex int32 0+ required
      partitionErrorCode int16 0+ required
resultsByTopicV3AndBelow []struct 0-3
  name string 0+ required
  resultsByPartition []struct 0+ required
    partitionIndex int32 0+ required
    partitionErrorCode int16 0+ required
`,
  read: readAddPartitionsToTxnResponse,
  write: writeAddPartitionsToTxnResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
