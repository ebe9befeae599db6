// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ShareFetchRequest extends Tagged {
  /** string · v0+ · null v0+ · default null */
  groupId: string | null
  /** string · v0+ · null v0+ */
  memberId: string | null
  /** int32 · v0+ */
  shareSessionEpoch: number
  /** int32 · v0+ */
  maxWaitMs: number
  /** int32 · v0+ */
  minBytes: number
  /** int32 · v0+ · default 2147483647 */
  maxBytes: number
  /** int32 · v1+ */
  maxRecords: number
  /** int32 · v1+ */
  batchSize: number
  /** int8 · v2+ · default 0 · ignorable */
  shareAcquireMode: number
  /** bool · v2+ · default false */
  isRenewAck: boolean
  /** v0+ */
  topics: ShareFetchRequestFetchTopic[]
  /** v0+ */
  forgottenTopicsData: ShareFetchRequestForgottenTopic[]
}

export interface ShareFetchRequestInput extends Tagged {
  /** string · v0+ · null v0+ · default null */
  groupId?: string | null | undefined
  /** string · v0+ · null v0+ */
  memberId: string | null
  /** int32 · v0+ */
  shareSessionEpoch: number
  /** int32 · v0+ */
  maxWaitMs: number
  /** int32 · v0+ */
  minBytes: number
  /** int32 · v0+ · default 2147483647 */
  maxBytes?: number | undefined
  /** int32 · v1+ */
  maxRecords: number
  /** int32 · v1+ */
  batchSize: number
  /** int8 · v2+ · default 0 · ignorable */
  shareAcquireMode?: number | undefined
  /** bool · v2+ · default false */
  isRenewAck?: boolean | undefined
  /** v0+ */
  topics: readonly ShareFetchRequestFetchTopicInput[]
  /** v0+ */
  forgottenTopicsData: readonly ShareFetchRequestForgottenTopicInput[]
}

export interface ShareFetchRequestForgottenTopic extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ShareFetchRequestForgottenTopicInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

export interface ShareFetchRequestFetchTopic extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ShareFetchRequestFetchPartition[]
}

export interface ShareFetchRequestFetchTopicInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ShareFetchRequestFetchPartitionInput[]
}

export interface ShareFetchRequestFetchPartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0 */
  partitionMaxBytes: number
  /** v0+ */
  acknowledgementBatches: ShareFetchRequestAcknowledgementBatch[]
}

export interface ShareFetchRequestFetchPartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0 */
  partitionMaxBytes?: number | undefined
  /** v0+ */
  acknowledgementBatches: readonly ShareFetchRequestAcknowledgementBatchInput[]
}

export interface ShareFetchRequestAcknowledgementBatch extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint
  /** int64 · v0+ */
  lastOffset: bigint
  /** []int8 · v0+ */
  acknowledgeTypes: number[]
}

export interface ShareFetchRequestAcknowledgementBatchInput extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint | number
  /** int64 · v0+ */
  lastOffset: bigint | number
  /** []int8 · v0+ */
  acknowledgeTypes: readonly number[]
}

function readShareFetchRequestAcknowledgementBatch(r: Reader, _v: number): ShareFetchRequestAcknowledgementBatch {
  const firstOffset = r.int64()
  const lastOffset = r.int64()
  const acknowledgeTypes = r.int8s()
  const x: ShareFetchRequestAcknowledgementBatch = { firstOffset, lastOffset, acknowledgeTypes }
  r.tags(x)
  return x
}

function readShareFetchRequestAcknowledgementBatchList(
  r: Reader,
  v: number,
  n: number,
): ShareFetchRequestAcknowledgementBatch[] {
  const list = listOf<ShareFetchRequestAcknowledgementBatch>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchRequestAcknowledgementBatch(r, v)
  return list
}

function writeShareFetchRequestAcknowledgementBatch(
  w: Writer,
  _v: number,
  x: ShareFetchRequestAcknowledgementBatchInput,
): void {
  const { firstOffset, lastOffset, acknowledgeTypes, [unknownTags]: unknown } = x
  w.int64(firstOffset)
  w.int64(lastOffset)
  w.int8s(acknowledgeTypes)
  w.tags(unknown)
}

function readShareFetchRequestFetchPartition(r: Reader, v: number): ShareFetchRequestFetchPartition {
  const partitionIndex = r.int32()
  const partitionMaxBytes = 0
  const acknowledgementBatches = readShareFetchRequestAcknowledgementBatchList(r, v, r.count(18, 17))
  const x: ShareFetchRequestFetchPartition = { partitionIndex, partitionMaxBytes, acknowledgementBatches }
  r.tags(x)
  return x
}

function readShareFetchRequestFetchPartitionList(r: Reader, v: number, n: number): ShareFetchRequestFetchPartition[] {
  const list = listOf<ShareFetchRequestFetchPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchRequestFetchPartition(r, v)
  return list
}

function writeShareFetchRequestFetchPartition(w: Writer, v: number, x: ShareFetchRequestFetchPartitionInput): void {
  const { partitionIndex, partitionMaxBytes = 0, acknowledgementBatches, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  if (partitionMaxBytes !== 0) w.unsupported()
  w.count(acknowledgementBatches)
  for (const element of acknowledgementBatches) writeShareFetchRequestAcknowledgementBatch(w, v, element)
  w.tags(unknown)
}

function readShareFetchRequestFetchTopic(r: Reader, v: number): ShareFetchRequestFetchTopic {
  const topicId = r.uuid()
  const partitions = readShareFetchRequestFetchPartitionList(r, v, r.count(6, 11))
  const x: ShareFetchRequestFetchTopic = { topicId, partitions }
  r.tags(x)
  return x
}

function readShareFetchRequestFetchTopicList(r: Reader, v: number, n: number): ShareFetchRequestFetchTopic[] {
  const list = listOf<ShareFetchRequestFetchTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchRequestFetchTopic(r, v)
  return list
}

function writeShareFetchRequestFetchTopic(w: Writer, v: number, x: ShareFetchRequestFetchTopicInput): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeShareFetchRequestFetchPartition(w, v, element)
  w.tags(unknown)
}

function readShareFetchRequestForgottenTopic(r: Reader, _v: number): ShareFetchRequestForgottenTopic {
  const topicId = r.uuid()
  const partitions = r.int32s()
  const x: ShareFetchRequestForgottenTopic = { topicId, partitions }
  r.tags(x)
  return x
}

function readShareFetchRequestForgottenTopicList(r: Reader, v: number, n: number): ShareFetchRequestForgottenTopic[] {
  const list = listOf<ShareFetchRequestForgottenTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchRequestForgottenTopic(r, v)
  return list
}

function writeShareFetchRequestForgottenTopic(w: Writer, _v: number, x: ShareFetchRequestForgottenTopicInput): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readShareFetchRequest(r: Reader, v: number): ShareFetchRequest {
  const groupId = r.nullableString()
  const memberId = r.nullableString()
  const shareSessionEpoch = r.int32()
  const maxWaitMs = r.int32()
  const minBytes = r.int32()
  const maxBytes = r.int32()
  const maxRecords = r.int32()
  const batchSize = r.int32()
  const shareAcquireMode = v >= 2 ? r.int8() : 0
  const isRenewAck = v >= 2 ? r.bool() : false
  const topics = readShareFetchRequestFetchTopicList(r, v, r.count(18, 15))
  const forgottenTopicsData = readShareFetchRequestForgottenTopicList(r, v, r.count(18, 15))
  const x: ShareFetchRequest = {
    groupId,
    memberId,
    shareSessionEpoch,
    maxWaitMs,
    minBytes,
    maxBytes,
    maxRecords,
    batchSize,
    shareAcquireMode,
    isRenewAck,
    topics,
    forgottenTopicsData,
  }
  r.tags(x)
  return x
}

function writeShareFetchRequest(w: Writer, v: number, x: ShareFetchRequestInput): void {
  const {
    groupId = null,
    memberId,
    shareSessionEpoch,
    maxWaitMs,
    minBytes,
    maxBytes = 2147483647,
    maxRecords,
    batchSize,
    shareAcquireMode = 0,
    isRenewAck = false,
    topics,
    forgottenTopicsData,
    [unknownTags]: unknown,
  } = x
  w.nullableString(groupId)
  w.nullableString(memberId)
  w.int32(shareSessionEpoch)
  w.int32(maxWaitMs)
  w.int32(minBytes)
  w.int32(maxBytes)
  w.int32(maxRecords)
  w.int32(batchSize)
  if (v >= 2) w.int8(shareAcquireMode)
  if (v >= 2) w.bool(isRenewAck)
  else if (isRenewAck) w.unsupported()
  w.count(topics)
  for (const element of topics) writeShareFetchRequestFetchTopic(w, v, element)
  w.count(forgottenTopicsData)
  for (const element of forgottenTopicsData) writeShareFetchRequestForgottenTopic(w, v, element)
  w.tags(unknown)
}

export interface ShareFetchResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** int32 · v1+ */
  acquisitionLockTimeoutMs: number
  /** v0+ */
  responses: ShareFetchResponseShareFetchableTopicResponse[]
  /** v0+ */
  nodeEndpoints: ShareFetchResponseNodeEndpoint[]
}

export interface ShareFetchResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** int32 · v1+ */
  acquisitionLockTimeoutMs: number
  /** v0+ */
  responses: readonly ShareFetchResponseShareFetchableTopicResponseInput[]
  /** v0+ */
  nodeEndpoints: readonly ShareFetchResponseNodeEndpointInput[]
}

export interface ShareFetchResponseNodeEndpoint extends Tagged {
  /** int32 · v0+ */
  nodeId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v0+ · null v0+ · default null */
  rack: string | null
}

export interface ShareFetchResponseNodeEndpointInput extends Tagged {
  /** int32 · v0+ */
  nodeId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v0+ · null v0+ · default null */
  rack?: string | null | undefined
}

export interface ShareFetchResponseShareFetchableTopicResponse extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ShareFetchResponsePartitionData[]
}

export interface ShareFetchResponseShareFetchableTopicResponseInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ShareFetchResponsePartitionDataInput[]
}

export interface ShareFetchResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** int16 · v0+ */
  acknowledgeErrorCode: number
  /** string · v0+ · null v0+ · default null */
  acknowledgeErrorMessage: string | null
  /** v0+ */
  currentLeader: ShareFetchResponseLeaderIdAndEpoch
  /** records · v0+ · null v0 */
  records: Buffer
  /** v0+ */
  acquiredRecords: ShareFetchResponseAcquiredRecords[]
}

export interface ShareFetchResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** int16 · v0+ */
  acknowledgeErrorCode: number
  /** string · v0+ · null v0+ · default null */
  acknowledgeErrorMessage?: string | null | undefined
  /** v0+ */
  currentLeader: ShareFetchResponseLeaderIdAndEpochInput
  /** records · v0+ · null v0 */
  records: Uint8Array
  /** v0+ */
  acquiredRecords: readonly ShareFetchResponseAcquiredRecordsInput[]
}

export interface ShareFetchResponseAcquiredRecords extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint
  /** int64 · v0+ */
  lastOffset: bigint
  /** int16 · v0+ */
  deliveryCount: number
}

export interface ShareFetchResponseAcquiredRecordsInput extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint | number
  /** int64 · v0+ */
  lastOffset: bigint | number
  /** int16 · v0+ */
  deliveryCount: number
}

export interface ShareFetchResponseLeaderIdAndEpoch extends Tagged {
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface ShareFetchResponseLeaderIdAndEpochInput extends Tagged {
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

function readShareFetchResponseLeaderIdAndEpoch(r: Reader, _v: number): ShareFetchResponseLeaderIdAndEpoch {
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: ShareFetchResponseLeaderIdAndEpoch = { leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function writeShareFetchResponseLeaderIdAndEpoch(
  w: Writer,
  _v: number,
  x: ShareFetchResponseLeaderIdAndEpochInput,
): void {
  const { leaderId, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readShareFetchResponseAcquiredRecords(r: Reader, _v: number): ShareFetchResponseAcquiredRecords {
  const firstOffset = r.int64()
  const lastOffset = r.int64()
  const deliveryCount = r.int16()
  const x: ShareFetchResponseAcquiredRecords = { firstOffset, lastOffset, deliveryCount }
  r.tags(x)
  return x
}

function readShareFetchResponseAcquiredRecordsList(
  r: Reader,
  v: number,
  n: number,
): ShareFetchResponseAcquiredRecords[] {
  const list = listOf<ShareFetchResponseAcquiredRecords>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchResponseAcquiredRecords(r, v)
  return list
}

function writeShareFetchResponseAcquiredRecords(
  w: Writer,
  _v: number,
  x: ShareFetchResponseAcquiredRecordsInput,
): void {
  const { firstOffset, lastOffset, deliveryCount, [unknownTags]: unknown } = x
  w.int64(firstOffset)
  w.int64(lastOffset)
  w.int16(deliveryCount)
  w.tags(unknown)
}

function readShareFetchResponsePartitionData(r: Reader, v: number): ShareFetchResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const acknowledgeErrorCode = r.int16()
  const acknowledgeErrorMessage = r.nullableString()
  const currentLeader = readShareFetchResponseLeaderIdAndEpoch(r, v)
  const records = r.bytes()
  const acquiredRecords = readShareFetchResponseAcquiredRecordsList(r, v, r.count(19, 13))
  const x: ShareFetchResponsePartitionData = {
    partitionIndex,
    errorCode,
    errorMessage,
    acknowledgeErrorCode,
    acknowledgeErrorMessage,
    currentLeader,
    records,
    acquiredRecords,
  }
  r.tags(x)
  return x
}

function readShareFetchResponsePartitionDataList(r: Reader, v: number, n: number): ShareFetchResponsePartitionData[] {
  const list = listOf<ShareFetchResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchResponsePartitionData(r, v)
  return list
}

function writeShareFetchResponsePartitionData(w: Writer, v: number, x: ShareFetchResponsePartitionDataInput): void {
  const {
    partitionIndex,
    errorCode,
    errorMessage = null,
    acknowledgeErrorCode,
    acknowledgeErrorMessage = null,
    currentLeader,
    records,
    acquiredRecords,
    [unknownTags]: unknown,
  } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int16(acknowledgeErrorCode)
  w.nullableString(acknowledgeErrorMessage)
  writeShareFetchResponseLeaderIdAndEpoch(w, v, currentLeader)
  w.bytes(records)
  w.count(acquiredRecords)
  for (const element of acquiredRecords) writeShareFetchResponseAcquiredRecords(w, v, element)
  w.tags(unknown)
}

function readShareFetchResponseShareFetchableTopicResponse(
  r: Reader,
  v: number,
): ShareFetchResponseShareFetchableTopicResponse {
  const topicId = r.uuid()
  const partitions = readShareFetchResponsePartitionDataList(r, v, r.count(22, 21))
  const x: ShareFetchResponseShareFetchableTopicResponse = { topicId, partitions }
  r.tags(x)
  return x
}

function readShareFetchResponseShareFetchableTopicResponseList(
  r: Reader,
  v: number,
  n: number,
): ShareFetchResponseShareFetchableTopicResponse[] {
  const list = listOf<ShareFetchResponseShareFetchableTopicResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchResponseShareFetchableTopicResponse(r, v)
  return list
}

function writeShareFetchResponseShareFetchableTopicResponse(
  w: Writer,
  v: number,
  x: ShareFetchResponseShareFetchableTopicResponseInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeShareFetchResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readShareFetchResponseNodeEndpoint(r: Reader, _v: number): ShareFetchResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.int32()
  const rack = r.nullableString()
  const x: ShareFetchResponseNodeEndpoint = { nodeId, host, port, rack }
  r.tags(x)
  return x
}

function readShareFetchResponseNodeEndpointList(r: Reader, v: number, n: number): ShareFetchResponseNodeEndpoint[] {
  const list = listOf<ShareFetchResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readShareFetchResponseNodeEndpoint(r, v)
  return list
}

function writeShareFetchResponseNodeEndpoint(w: Writer, _v: number, x: ShareFetchResponseNodeEndpointInput): void {
  const { nodeId, host, port, rack = null, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.int32(port)
  w.nullableString(rack)
  w.tags(unknown)
}

function readShareFetchResponse(r: Reader, v: number): ShareFetchResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const acquisitionLockTimeoutMs = r.int32()
  const responses = readShareFetchResponseShareFetchableTopicResponseList(r, v, r.count(18, 15))
  const nodeEndpoints = readShareFetchResponseNodeEndpointList(r, v, r.count(11, 8))
  const x: ShareFetchResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    acquisitionLockTimeoutMs,
    responses,
    nodeEndpoints,
  }
  r.tags(x)
  return x
}

function writeShareFetchResponse(w: Writer, v: number, x: ShareFetchResponseInput): void {
  const {
    throttleTimeMs,
    errorCode,
    errorMessage = null,
    acquisitionLockTimeoutMs,
    responses,
    nodeEndpoints,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int32(acquisitionLockTimeoutMs)
  w.count(responses)
  for (const element of responses) writeShareFetchResponseShareFetchableTopicResponse(w, v, element)
  w.count(nodeEndpoints)
  for (const element of nodeEndpoints) writeShareFetchResponseNodeEndpoint(w, v, element)
  w.tags(unknown)
}

/** API key 78, versions 1 to 2. */
export const ShareFetch: Api<ShareFetchRequest, ShareFetchRequestInput, ShareFetchResponse, ShareFetchResponseInput> = {
  key: 78,
  name: 'ShareFetch',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  request: codec({
  name: 'ShareFetchRequest',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  last: true,
  fields: `
groupId string 0+ ?0+ =null
memberId string 0+ ?0+ required
shareSessionEpoch int32 0+ required
maxWaitMs int32 0+ required
minBytes int32 0+ required
maxBytes int32 0+ =2147483647
maxRecords int32 1+ required
batchSize int32 1+ required
shareAcquireMode int8 2+ =0 ignorable
isRenewAck bool 2+ =false
topics []struct 0+ required
  topicId uuid 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    partitionMaxBytes int32 0
    acknowledgementBatches []struct 0+ required
      firstOffset int64 0+ required
      lastOffset int64 0+ required
      acknowledgeTypes []int8 0+ required
forgottenTopicsData []struct 0+ required
  topicId uuid 0+ required
  partitions []int32 0+ required
`,
  read: readShareFetchRequest,
  write: writeShareFetchRequest,
}),
  response: codec({
  name: 'ShareFetchResponse',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
acquisitionLockTimeoutMs int32 1+ required
responses []struct 0+ required
  topicId uuid 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ =null
    acknowledgeErrorCode int16 0+ required
    acknowledgeErrorMessage string 0+ ?0+ =null
    currentLeader struct 0+ required
      leaderId int32 0+ required
      leaderEpoch int32 0+ required
    records records 0+ ?0 required
    acquiredRecords []struct 0+ required
      firstOffset int64 0+ required
      lastOffset int64 0+ required
      deliveryCount int16 0+ required
nodeEndpoints []struct 0+ required
  nodeId int32 0+ required
  host string 0+ required
  port int32 0+ required
  rack string 0+ ?0+ =null
`,
  read: readShareFetchResponse,
  write: writeShareFetchResponse,
}),
  serverWait: (request) => Math.max(0, request.maxWaitMs),
  throttleTime: (response) => response.throttleTimeMs,
}
