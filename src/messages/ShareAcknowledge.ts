// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ShareAcknowledgeRequest extends Tagged {
  /** string · v0+ · null v0+ · default null */
  groupId: string | null
  /** string · v0+ · null v0+ */
  memberId: string | null
  /** int32 · v0+ */
  shareSessionEpoch: number
  /** bool · v2+ · default false */
  isRenewAck: boolean
  /** v0+ */
  topics: ShareAcknowledgeRequestAcknowledgeTopic[]
}

export interface ShareAcknowledgeRequestInput extends Tagged {
  /** string · v0+ · null v0+ · default null */
  groupId?: string | null | undefined
  /** string · v0+ · null v0+ */
  memberId: string | null
  /** int32 · v0+ */
  shareSessionEpoch: number
  /** bool · v2+ · default false */
  isRenewAck?: boolean | undefined
  /** v0+ */
  topics: readonly ShareAcknowledgeRequestAcknowledgeTopicInput[]
}

export interface ShareAcknowledgeRequestAcknowledgeTopic extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ShareAcknowledgeRequestAcknowledgePartition[]
}

export interface ShareAcknowledgeRequestAcknowledgeTopicInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ShareAcknowledgeRequestAcknowledgePartitionInput[]
}

export interface ShareAcknowledgeRequestAcknowledgePartition extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** v0+ */
  acknowledgementBatches: ShareAcknowledgeRequestAcknowledgementBatch[]
}

export interface ShareAcknowledgeRequestAcknowledgePartitionInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** v0+ */
  acknowledgementBatches: readonly ShareAcknowledgeRequestAcknowledgementBatchInput[]
}

export interface ShareAcknowledgeRequestAcknowledgementBatch extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint
  /** int64 · v0+ */
  lastOffset: bigint
  /** []int8 · v0+ */
  acknowledgeTypes: number[]
}

export interface ShareAcknowledgeRequestAcknowledgementBatchInput extends Tagged {
  /** int64 · v0+ */
  firstOffset: bigint | number
  /** int64 · v0+ */
  lastOffset: bigint | number
  /** []int8 · v0+ */
  acknowledgeTypes: readonly number[]
}

function readShareAcknowledgeRequestAcknowledgementBatch(
  r: Reader,
  _v: number,
): ShareAcknowledgeRequestAcknowledgementBatch {
  const firstOffset = r.int64()
  const lastOffset = r.int64()
  const acknowledgeTypes = r.int8s()
  const x: ShareAcknowledgeRequestAcknowledgementBatch = { firstOffset, lastOffset, acknowledgeTypes }
  r.tags(x)
  return x
}

function readShareAcknowledgeRequestAcknowledgementBatchList(
  r: Reader,
  v: number,
  n: number,
): ShareAcknowledgeRequestAcknowledgementBatch[] {
  const list = listOf<ShareAcknowledgeRequestAcknowledgementBatch>(n)
  for (let i = 0; i < n; i++) list[i] = readShareAcknowledgeRequestAcknowledgementBatch(r, v)
  return list
}

function writeShareAcknowledgeRequestAcknowledgementBatch(
  w: Writer,
  _v: number,
  x: ShareAcknowledgeRequestAcknowledgementBatchInput,
): void {
  const { firstOffset, lastOffset, acknowledgeTypes, [unknownTags]: unknown } = x
  w.int64(firstOffset)
  w.int64(lastOffset)
  w.int8s(acknowledgeTypes)
  w.tags(unknown)
}

function readShareAcknowledgeRequestAcknowledgePartition(
  r: Reader,
  v: number,
): ShareAcknowledgeRequestAcknowledgePartition {
  const partitionIndex = r.int32()
  const acknowledgementBatches = readShareAcknowledgeRequestAcknowledgementBatchList(r, v, r.count(18, 17))
  const x: ShareAcknowledgeRequestAcknowledgePartition = { partitionIndex, acknowledgementBatches }
  r.tags(x)
  return x
}

function readShareAcknowledgeRequestAcknowledgePartitionList(
  r: Reader,
  v: number,
  n: number,
): ShareAcknowledgeRequestAcknowledgePartition[] {
  const list = listOf<ShareAcknowledgeRequestAcknowledgePartition>(n)
  for (let i = 0; i < n; i++) list[i] = readShareAcknowledgeRequestAcknowledgePartition(r, v)
  return list
}

function writeShareAcknowledgeRequestAcknowledgePartition(
  w: Writer,
  v: number,
  x: ShareAcknowledgeRequestAcknowledgePartitionInput,
): void {
  const { partitionIndex, acknowledgementBatches, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.count(acknowledgementBatches)
  for (const element of acknowledgementBatches) writeShareAcknowledgeRequestAcknowledgementBatch(w, v, element)
  w.tags(unknown)
}

function readShareAcknowledgeRequestAcknowledgeTopic(r: Reader, v: number): ShareAcknowledgeRequestAcknowledgeTopic {
  const topicId = r.uuid()
  const partitions = readShareAcknowledgeRequestAcknowledgePartitionList(r, v, r.count(6, 10))
  const x: ShareAcknowledgeRequestAcknowledgeTopic = { topicId, partitions }
  r.tags(x)
  return x
}

function readShareAcknowledgeRequestAcknowledgeTopicList(
  r: Reader,
  v: number,
  n: number,
): ShareAcknowledgeRequestAcknowledgeTopic[] {
  const list = listOf<ShareAcknowledgeRequestAcknowledgeTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readShareAcknowledgeRequestAcknowledgeTopic(r, v)
  return list
}

function writeShareAcknowledgeRequestAcknowledgeTopic(
  w: Writer,
  v: number,
  x: ShareAcknowledgeRequestAcknowledgeTopicInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeShareAcknowledgeRequestAcknowledgePartition(w, v, element)
  w.tags(unknown)
}

function readShareAcknowledgeRequest(r: Reader, v: number): ShareAcknowledgeRequest {
  const groupId = r.nullableString()
  const memberId = r.nullableString()
  const shareSessionEpoch = r.int32()
  const isRenewAck = v >= 2 ? r.bool() : false
  const topics = readShareAcknowledgeRequestAcknowledgeTopicList(r, v, r.count(18, 15))
  const x: ShareAcknowledgeRequest = { groupId, memberId, shareSessionEpoch, isRenewAck, topics }
  r.tags(x)
  return x
}

function writeShareAcknowledgeRequest(w: Writer, v: number, x: ShareAcknowledgeRequestInput): void {
  const { groupId = null, memberId, shareSessionEpoch, isRenewAck = false, topics, [unknownTags]: unknown } = x
  w.nullableString(groupId)
  w.nullableString(memberId)
  w.int32(shareSessionEpoch)
  if (v >= 2) w.bool(isRenewAck)
  else if (isRenewAck) w.unsupported()
  w.count(topics)
  for (const element of topics) writeShareAcknowledgeRequestAcknowledgeTopic(w, v, element)
  w.tags(unknown)
}

export interface ShareAcknowledgeResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** int32 · v2+ · ignorable */
  acquisitionLockTimeoutMs: number
  /** v0+ */
  responses: ShareAcknowledgeResponseShareAcknowledgeTopicResponse[]
  /** v0+ */
  nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[]
}

export interface ShareAcknowledgeResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** int32 · v2+ · ignorable */
  acquisitionLockTimeoutMs?: number | undefined
  /** v0+ */
  responses: readonly ShareAcknowledgeResponseShareAcknowledgeTopicResponseInput[]
  /** v0+ */
  nodeEndpoints: readonly ShareAcknowledgeResponseNodeEndpointInput[]
}

export interface ShareAcknowledgeResponseNodeEndpoint extends Tagged {
  /** int32 · v0+ */
  nodeId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v0+ · null v0+ · default null */
  rack: string | null
}

export interface ShareAcknowledgeResponseNodeEndpointInput extends Tagged {
  /** int32 · v0+ */
  nodeId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v0+ · null v0+ · default null */
  rack?: string | null | undefined
}

export interface ShareAcknowledgeResponseShareAcknowledgeTopicResponse extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: ShareAcknowledgeResponsePartitionData[]
}

export interface ShareAcknowledgeResponseShareAcknowledgeTopicResponseInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** v0+ */
  partitions: readonly ShareAcknowledgeResponsePartitionDataInput[]
}

export interface ShareAcknowledgeResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** v0+ */
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpoch
}

export interface ShareAcknowledgeResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** v0+ */
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpochInput
}

export interface ShareAcknowledgeResponseLeaderIdAndEpoch extends Tagged {
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface ShareAcknowledgeResponseLeaderIdAndEpochInput extends Tagged {
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

function readShareAcknowledgeResponseLeaderIdAndEpoch(r: Reader, _v: number): ShareAcknowledgeResponseLeaderIdAndEpoch {
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: ShareAcknowledgeResponseLeaderIdAndEpoch = { leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function writeShareAcknowledgeResponseLeaderIdAndEpoch(
  w: Writer,
  _v: number,
  x: ShareAcknowledgeResponseLeaderIdAndEpochInput,
): void {
  const { leaderId, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readShareAcknowledgeResponsePartitionData(r: Reader, v: number): ShareAcknowledgeResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const currentLeader = readShareAcknowledgeResponseLeaderIdAndEpoch(r, v)
  const x: ShareAcknowledgeResponsePartitionData = { partitionIndex, errorCode, errorMessage, currentLeader }
  r.tags(x)
  return x
}

function readShareAcknowledgeResponsePartitionDataList(
  r: Reader,
  v: number,
  n: number,
): ShareAcknowledgeResponsePartitionData[] {
  const list = listOf<ShareAcknowledgeResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readShareAcknowledgeResponsePartitionData(r, v)
  return list
}

function writeShareAcknowledgeResponsePartitionData(
  w: Writer,
  v: number,
  x: ShareAcknowledgeResponsePartitionDataInput,
): void {
  const { partitionIndex, errorCode, errorMessage = null, currentLeader, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  writeShareAcknowledgeResponseLeaderIdAndEpoch(w, v, currentLeader)
  w.tags(unknown)
}

function readShareAcknowledgeResponseShareAcknowledgeTopicResponse(
  r: Reader,
  v: number,
): ShareAcknowledgeResponseShareAcknowledgeTopicResponse {
  const topicId = r.uuid()
  const partitions = readShareAcknowledgeResponsePartitionDataList(r, v, r.count(17, 13))
  const x: ShareAcknowledgeResponseShareAcknowledgeTopicResponse = { topicId, partitions }
  r.tags(x)
  return x
}

function readShareAcknowledgeResponseShareAcknowledgeTopicResponseList(
  r: Reader,
  v: number,
  n: number,
): ShareAcknowledgeResponseShareAcknowledgeTopicResponse[] {
  const list = listOf<ShareAcknowledgeResponseShareAcknowledgeTopicResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readShareAcknowledgeResponseShareAcknowledgeTopicResponse(r, v)
  return list
}

function writeShareAcknowledgeResponseShareAcknowledgeTopicResponse(
  w: Writer,
  v: number,
  x: ShareAcknowledgeResponseShareAcknowledgeTopicResponseInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeShareAcknowledgeResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readShareAcknowledgeResponseNodeEndpoint(r: Reader, _v: number): ShareAcknowledgeResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.int32()
  const rack = r.nullableString()
  const x: ShareAcknowledgeResponseNodeEndpoint = { nodeId, host, port, rack }
  r.tags(x)
  return x
}

function readShareAcknowledgeResponseNodeEndpointList(
  r: Reader,
  v: number,
  n: number,
): ShareAcknowledgeResponseNodeEndpoint[] {
  const list = listOf<ShareAcknowledgeResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readShareAcknowledgeResponseNodeEndpoint(r, v)
  return list
}

function writeShareAcknowledgeResponseNodeEndpoint(
  w: Writer,
  _v: number,
  x: ShareAcknowledgeResponseNodeEndpointInput,
): void {
  const { nodeId, host, port, rack = null, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.int32(port)
  w.nullableString(rack)
  w.tags(unknown)
}

function readShareAcknowledgeResponse(r: Reader, v: number): ShareAcknowledgeResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const acquisitionLockTimeoutMs = v >= 2 ? r.int32() : 0
  const responses = readShareAcknowledgeResponseShareAcknowledgeTopicResponseList(r, v, r.count(18, 15))
  const nodeEndpoints = readShareAcknowledgeResponseNodeEndpointList(r, v, r.count(11, 8))
  const x: ShareAcknowledgeResponse = {
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

function writeShareAcknowledgeResponse(w: Writer, v: number, x: ShareAcknowledgeResponseInput): void {
  const {
    throttleTimeMs,
    errorCode,
    errorMessage = null,
    acquisitionLockTimeoutMs = 0,
    responses,
    nodeEndpoints,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  if (v >= 2) w.int32(acquisitionLockTimeoutMs)
  w.count(responses)
  for (const element of responses) writeShareAcknowledgeResponseShareAcknowledgeTopicResponse(w, v, element)
  w.count(nodeEndpoints)
  for (const element of nodeEndpoints) writeShareAcknowledgeResponseNodeEndpoint(w, v, element)
  w.tags(unknown)
}

/** API key 79, versions 1 to 2. */
export const ShareAcknowledge: Api<ShareAcknowledgeRequest, ShareAcknowledgeRequestInput, ShareAcknowledgeResponse, ShareAcknowledgeResponseInput> = {
  key: 79,
  name: 'ShareAcknowledge',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  request: codec({
  name: 'ShareAcknowledgeRequest',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  last: true,
  fields: `
groupId string 0+ ?0+ =null
memberId string 0+ ?0+ required
shareSessionEpoch int32 0+ required
isRenewAck bool 2+ =false
topics []struct 0+ required
  topicId uuid 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    acknowledgementBatches []struct 0+ required
      firstOffset int64 0+ required
      lastOffset int64 0+ required
      acknowledgeTypes []int8 0+ required
`,
  read: readShareAcknowledgeRequest,
  write: writeShareAcknowledgeRequest,
}),
  response: codec({
  name: 'ShareAcknowledgeResponse',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 1,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
acquisitionLockTimeoutMs int32 2+ ignorable
responses []struct 0+ required
  topicId uuid 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ =null
    currentLeader struct 0+ required
      leaderId int32 0+ required
      leaderEpoch int32 0+ required
nodeEndpoints []struct 0+ required
  nodeId int32 0+ required
  host string 0+ required
  port int32 0+ required
  rack string 0+ ?0+ =null
`,
  read: readShareAcknowledgeResponse,
  write: writeShareAcknowledgeResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
