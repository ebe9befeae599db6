// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { SometimesUnansweredApi } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface ProduceRequest extends Tagged {
  /** string · v3+ · null v3+ · default null */
  transactionalId: string | null
  /** int16 · v0+ */
  acks: number
  /** int32 · v0+ */
  timeoutMs: number
  /** v0+ */
  topicData: ProduceRequestTopicProduceData[]
}

export interface ProduceRequestInput extends Tagged {
  /** string · v3+ · null v3+ · default null */
  transactionalId?: string | null | undefined
  /** int16 · v0+ */
  acks: number
  /** int32 · v0+ */
  timeoutMs: number
  /** v0+ */
  topicData: readonly ProduceRequestTopicProduceDataInput[]
}

export interface ProduceRequestTopicProduceData extends Tagged {
  /** string · v0-12 · ignorable */
  name: string
  /** uuid · v13+ · ignorable */
  topicId: string
  /** v0+ */
  partitionData: ProduceRequestPartitionProduceData[]
}

export interface ProduceRequestTopicProduceDataInput extends Tagged {
  /** string · v0-12 · ignorable */
  name?: string | undefined
  /** uuid · v13+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitionData: readonly ProduceRequestPartitionProduceDataInput[]
}

export interface ProduceRequestPartitionProduceData extends Tagged {
  /** int32 · v0+ */
  index: number
  /** records · v0+ · null v0+ */
  records: Buffer | null
}

export interface ProduceRequestPartitionProduceDataInput extends Tagged {
  /** int32 · v0+ */
  index: number
  /** records · v0+ · null v0+ */
  records: Uint8Array | null
}

function readProduceRequestPartitionProduceData(r: Reader, _v: number): ProduceRequestPartitionProduceData {
  const index = r.int32()
  const records = r.nullableBytes()
  const x: ProduceRequestPartitionProduceData = { index, records }
  r.tags(x)
  return x
}

function readProduceRequestPartitionProduceDataList(
  r: Reader,
  v: number,
  n: number,
): ProduceRequestPartitionProduceData[] {
  const list = listOf<ProduceRequestPartitionProduceData>(n)
  for (let i = 0; i < n; i++) list[i] = readProduceRequestPartitionProduceData(r, v)
  return list
}

function writeProduceRequestPartitionProduceData(
  w: Writer,
  _v: number,
  x: ProduceRequestPartitionProduceDataInput,
): void {
  const { index, records, [unknownTags]: unknown } = x
  w.int32(index)
  w.nullableBytes(records)
  w.tags(unknown)
}

function readProduceRequestTopicProduceData(r: Reader, v: number): ProduceRequestTopicProduceData {
  const name = v <= 12 ? r.string() : ''
  const topicId = v >= 13 ? r.uuid() : zeroUuid
  const partitionData = readProduceRequestPartitionProduceDataList(r, v, r.count(6, 6))
  const x: ProduceRequestTopicProduceData = { name, topicId, partitionData }
  r.tags(x)
  return x
}

function readProduceRequestTopicProduceDataList(r: Reader, v: number, n: number): ProduceRequestTopicProduceData[] {
  const list = listOf<ProduceRequestTopicProduceData>(n)
  for (let i = 0; i < n; i++) list[i] = readProduceRequestTopicProduceData(r, v)
  return list
}

function writeProduceRequestTopicProduceData(w: Writer, v: number, x: ProduceRequestTopicProduceDataInput): void {
  const { name = '', topicId = zeroUuid, partitionData, [unknownTags]: unknown } = x
  if (v <= 12) w.string(name)
  if (v >= 13) w.uuid(topicId)
  w.count(partitionData)
  for (const element of partitionData) writeProduceRequestPartitionProduceData(w, v, element)
  w.tags(unknown)
}

function readProduceRequest(r: Reader, v: number): ProduceRequest {
  const transactionalId = r.nullableString()
  const acks = r.int16()
  const timeoutMs = r.int32()
  const topicData = readProduceRequestTopicProduceDataList(r, v, r.count(3, 16))
  const x: ProduceRequest = { transactionalId, acks, timeoutMs, topicData }
  r.tags(x)
  return x
}

function writeProduceRequest(w: Writer, v: number, x: ProduceRequestInput): void {
  const { transactionalId = null, acks, timeoutMs, topicData, [unknownTags]: unknown } = x
  w.nullableString(transactionalId)
  w.int16(acks)
  w.int32(timeoutMs)
  w.count(topicData)
  for (const element of topicData) writeProduceRequestTopicProduceData(w, v, element)
  w.tags(unknown)
}

export interface ProduceResponse extends Tagged {
  /** v0+ */
  responses: ProduceResponseTopicProduceResponse[]
  /** int32 · v1+ · default 0 · ignorable */
  throttleTimeMs: number
  /** v10+ · tag 0 */
  nodeEndpoints: ProduceResponseNodeEndpoint[]
}

export interface ProduceResponseInput extends Tagged {
  /** v0+ */
  responses: readonly ProduceResponseTopicProduceResponseInput[]
  /** int32 · v1+ · default 0 · ignorable */
  throttleTimeMs?: number | undefined
  /** v10+ · tag 0 */
  nodeEndpoints?: readonly ProduceResponseNodeEndpointInput[] | undefined
}

export interface ProduceResponseNodeEndpoint extends Tagged {
  /** int32 · v10+ */
  nodeId: number
  /** string · v10+ */
  host: string
  /** int32 · v10+ */
  port: number
  /** string · v10+ · null v10+ · default null */
  rack: string | null
}

export interface ProduceResponseNodeEndpointInput extends Tagged {
  /** int32 · v10+ */
  nodeId: number
  /** string · v10+ */
  host: string
  /** int32 · v10+ */
  port: number
  /** string · v10+ · null v10+ · default null */
  rack?: string | null | undefined
}

export interface ProduceResponseTopicProduceResponse extends Tagged {
  /** string · v0-12 · ignorable */
  name: string
  /** uuid · v13+ · ignorable */
  topicId: string
  /** v0+ */
  partitionResponses: ProduceResponsePartitionProduceResponse[]
}

export interface ProduceResponseTopicProduceResponseInput extends Tagged {
  /** string · v0-12 · ignorable */
  name?: string | undefined
  /** uuid · v13+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitionResponses: readonly ProduceResponsePartitionProduceResponseInput[]
}

export interface ProduceResponsePartitionProduceResponse extends Tagged {
  /** int32 · v0+ */
  index: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  baseOffset: bigint
  /** int64 · v2+ · default -1 · ignorable */
  logAppendTimeMs: bigint
  /** int64 · v5+ · default -1 · ignorable */
  logStartOffset: bigint
  /** v8+ · ignorable */
  recordErrors: ProduceResponseBatchIndexAndErrorMessage[]
  /** string · v8+ · null v8+ · default null · ignorable */
  errorMessage: string | null
  /** v10+ · tag 0 */
  currentLeader: ProduceResponseLeaderIdAndEpoch
}

export interface ProduceResponsePartitionProduceResponseInput extends Tagged {
  /** int32 · v0+ */
  index: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  baseOffset: bigint | number
  /** int64 · v2+ · default -1 · ignorable */
  logAppendTimeMs?: bigint | number | undefined
  /** int64 · v5+ · default -1 · ignorable */
  logStartOffset?: bigint | number | undefined
  /** v8+ · ignorable */
  recordErrors?: readonly ProduceResponseBatchIndexAndErrorMessageInput[] | undefined
  /** string · v8+ · null v8+ · default null · ignorable */
  errorMessage?: string | null | undefined
  /** v10+ · tag 0 */
  currentLeader?: ProduceResponseLeaderIdAndEpochInput | undefined
}

export interface ProduceResponseLeaderIdAndEpoch extends Tagged {
  /** int32 · v10+ · default -1 */
  leaderId: number
  /** int32 · v10+ · default -1 */
  leaderEpoch: number
}

export interface ProduceResponseLeaderIdAndEpochInput extends Tagged {
  /** int32 · v10+ · default -1 */
  leaderId?: number | undefined
  /** int32 · v10+ · default -1 */
  leaderEpoch?: number | undefined
}

export interface ProduceResponseBatchIndexAndErrorMessage extends Tagged {
  /** int32 · v8+ */
  batchIndex: number
  /** string · v8+ · null v8+ · default null */
  batchIndexErrorMessage: string | null
}

export interface ProduceResponseBatchIndexAndErrorMessageInput extends Tagged {
  /** int32 · v8+ */
  batchIndex: number
  /** string · v8+ · null v8+ · default null */
  batchIndexErrorMessage?: string | null | undefined
}

function readProduceResponseBatchIndexAndErrorMessage(r: Reader, _v: number): ProduceResponseBatchIndexAndErrorMessage {
  const batchIndex = r.int32()
  const batchIndexErrorMessage = r.nullableString()
  const x: ProduceResponseBatchIndexAndErrorMessage = { batchIndex, batchIndexErrorMessage }
  r.tags(x)
  return x
}

function readProduceResponseBatchIndexAndErrorMessageList(
  r: Reader,
  v: number,
  n: number,
): ProduceResponseBatchIndexAndErrorMessage[] {
  const list = listOf<ProduceResponseBatchIndexAndErrorMessage>(n)
  for (let i = 0; i < n; i++) list[i] = readProduceResponseBatchIndexAndErrorMessage(r, v)
  return list
}

function writeProduceResponseBatchIndexAndErrorMessage(
  w: Writer,
  _v: number,
  x: ProduceResponseBatchIndexAndErrorMessageInput,
): void {
  const { batchIndex, batchIndexErrorMessage = null, [unknownTags]: unknown } = x
  w.int32(batchIndex)
  w.nullableString(batchIndexErrorMessage)
  w.tags(unknown)
}

function readProduceResponseLeaderIdAndEpoch(r: Reader, _v: number): ProduceResponseLeaderIdAndEpoch {
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: ProduceResponseLeaderIdAndEpoch = { leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function isDefaultProduceResponseLeaderIdAndEpoch(x: ProduceResponseLeaderIdAndEpochInput): boolean {
  return (
    x[unknownTags] === undefined &&
    (x.leaderId === undefined ||
    x.leaderId === -1) &&
    (x.leaderEpoch === undefined ||
    x.leaderEpoch === -1)
  )
}

function writeProduceResponseLeaderIdAndEpoch(w: Writer, _v: number, x: ProduceResponseLeaderIdAndEpochInput): void {
  w.struct(x)
  const { leaderId = -1, leaderEpoch = -1, [unknownTags]: unknown } = x
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readProduceResponsePartitionProduceResponse(r: Reader, v: number): ProduceResponsePartitionProduceResponse {
  const index = r.int32()
  const errorCode = r.int16()
  const baseOffset = r.int64()
  const logAppendTimeMs = r.int64()
  const logStartOffset = v >= 5 ? r.int64() : -1n
  const recordErrors = v >= 8 ? readProduceResponseBatchIndexAndErrorMessageList(r, v, r.count(6, 6)) : []
  const errorMessage = v >= 8 ? r.nullableString() : null
  let currentLeader: ProduceResponseLeaderIdAndEpoch = { leaderId: -1, leaderEpoch: -1 }
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 10)) r.foreignTag(tag)
        const end = r.tagEnd()
        currentLeader = readProduceResponseLeaderIdAndEpoch(r, v)
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: ProduceResponsePartitionProduceResponse = {
    index,
    errorCode,
    baseOffset,
    logAppendTimeMs,
    logStartOffset,
    recordErrors,
    errorMessage,
    currentLeader,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function readProduceResponsePartitionProduceResponseList(
  r: Reader,
  v: number,
  n: number,
): ProduceResponsePartitionProduceResponse[] {
  const list = listOf<ProduceResponsePartitionProduceResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readProduceResponsePartitionProduceResponse(r, v)
  return list
}

function writeProduceResponsePartitionProduceResponseTags(
  w: Writer,
  v: number,
  x: ProduceResponsePartitionProduceResponseInput,
): void {
  const { currentLeader = { leaderId: -1, leaderEpoch: -1 }, [unknownTags]: unknown } = x
  if (!(v >= 10) && !isDefaultProduceResponseLeaderIdAndEpoch(currentLeader)) w.unsupported()
  if (!w.flexible) return w.tags(unknown)
  const hasCurrentLeader = v >= 10 && !isDefaultProduceResponseLeaderIdAndEpoch(currentLeader)
  w.tagCount(Number(hasCurrentLeader), unknown)
  let tag = -1
  if (hasCurrentLeader) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    writeProduceResponseLeaderIdAndEpoch(w, v, currentLeader)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeProduceResponsePartitionProduceResponse(
  w: Writer,
  v: number,
  x: ProduceResponsePartitionProduceResponseInput,
): void {
  const {
    index,
    errorCode,
    baseOffset,
    logAppendTimeMs = -1n,
    logStartOffset = -1n,
    recordErrors = [],
    errorMessage = null,
  } = x
  w.int32(index)
  w.int16(errorCode)
  w.int64(baseOffset)
  w.int64(logAppendTimeMs)
  if (v >= 5) w.int64(logStartOffset)
  if (v >= 8) {
    w.count(recordErrors)
    for (const element of recordErrors) writeProduceResponseBatchIndexAndErrorMessage(w, v, element)
  }
  if (v >= 8) w.nullableString(errorMessage)
  if (
    x.currentLeader !== undefined ||
    x[unknownTags] !== undefined
  ) writeProduceResponsePartitionProduceResponseTags(w, v, x)
  else w.noTags()
}

function readProduceResponseTopicProduceResponse(r: Reader, v: number): ProduceResponseTopicProduceResponse {
  const name = v <= 12 ? r.string() : ''
  const topicId = v >= 13 ? r.uuid() : zeroUuid
  const partitionResponses = readProduceResponsePartitionProduceResponseList(r, v, r.count(22, 30))
  const x: ProduceResponseTopicProduceResponse = { name, topicId, partitionResponses }
  r.tags(x)
  return x
}

function readProduceResponseTopicProduceResponseList(
  r: Reader,
  v: number,
  n: number,
): ProduceResponseTopicProduceResponse[] {
  const list = listOf<ProduceResponseTopicProduceResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readProduceResponseTopicProduceResponse(r, v)
  return list
}

function writeProduceResponseTopicProduceResponse(
  w: Writer,
  v: number,
  x: ProduceResponseTopicProduceResponseInput,
): void {
  const { name = '', topicId = zeroUuid, partitionResponses, [unknownTags]: unknown } = x
  if (v <= 12) w.string(name)
  if (v >= 13) w.uuid(topicId)
  w.count(partitionResponses)
  for (const element of partitionResponses) writeProduceResponsePartitionProduceResponse(w, v, element)
  w.tags(unknown)
}

function readProduceResponseNodeEndpoint(r: Reader, _v: number): ProduceResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.int32()
  const rack = r.nullableString()
  const x: ProduceResponseNodeEndpoint = { nodeId, host, port, rack }
  r.tags(x)
  return x
}

function readProduceResponseNodeEndpointList(r: Reader, v: number, n: number): ProduceResponseNodeEndpoint[] {
  const list = listOf<ProduceResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readProduceResponseNodeEndpoint(r, v)
  return list
}

function writeProduceResponseNodeEndpoint(w: Writer, _v: number, x: ProduceResponseNodeEndpointInput): void {
  const { nodeId, host, port, rack = null, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.int32(port)
  w.nullableString(rack)
  w.tags(unknown)
}

function readProduceResponse(r: Reader, v: number): ProduceResponse {
  const responses = readProduceResponseTopicProduceResponseList(r, v, r.count(3, 16))
  const throttleTimeMs = r.int32()
  let nodeEndpoints: ProduceResponseNodeEndpoint[] = []
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 10)) r.foreignTag(tag)
        const end = r.tagEnd()
        nodeEndpoints = readProduceResponseNodeEndpointList(r, v, r.count(11, 8))
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: ProduceResponse = { responses, throttleTimeMs, nodeEndpoints }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeProduceResponseTags(w: Writer, v: number, x: ProduceResponseInput): void {
  const { nodeEndpoints = [], [unknownTags]: unknown } = x
  if (!(v >= 10) && nodeEndpoints.length !== 0) w.unsupported()
  if (!w.flexible) return w.tags(unknown)
  const hasNodeEndpoints = v >= 10 && nodeEndpoints.length !== 0
  w.tagCount(Number(hasNodeEndpoints), unknown)
  let tag = -1
  if (hasNodeEndpoints) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.count(nodeEndpoints)
    for (const element of nodeEndpoints) writeProduceResponseNodeEndpoint(w, v, element)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeProduceResponse(w: Writer, v: number, x: ProduceResponseInput): void {
  const { responses, throttleTimeMs = 0 } = x
  w.count(responses)
  for (const element of responses) writeProduceResponseTopicProduceResponse(w, v, element)
  w.int32(throttleTimeMs)
  if (x.nodeEndpoints !== undefined || x[unknownTags] !== undefined) writeProduceResponseTags(w, v, x)
  else w.noTags()
}

/** API key 0, versions 3 to 13. */
export const Produce: SometimesUnansweredApi<ProduceRequest, ProduceRequestInput, ProduceResponse, ProduceResponseInput> = {
  key: 0,
  name: 'Produce',
  minVersion: 3,
  maxVersion: 13,
  flexibleSince: 9,
  request: codec({
  name: 'ProduceRequest',
  minVersion: 3,
  maxVersion: 13,
  flexibleSince: 9,
  last: true,
  fields: `
transactionalId string 3+ ?3+ =null
acks int16 0+ required
timeoutMs int32 0+ required
topicData []struct 0+ required
  name string 0-12 ignorable
  topicId uuid 13+ ignorable
  partitionData []struct 0+ required
    index int32 0+ required
    records records 0+ ?0+ required
`,
  read: readProduceRequest,
  write: writeProduceRequest,
}),
  response: codec({
  name: 'ProduceResponse',
  minVersion: 3,
  maxVersion: 13,
  flexibleSince: 9,
  last: true,
  fields: `
responses []struct 0+ required
  name string 0-12 ignorable
  topicId uuid 13+ ignorable
  partitionResponses []struct 0+ required
    index int32 0+ required
    errorCode int16 0+ required
    baseOffset int64 0+ required
    logAppendTimeMs int64 2+ =-1 ignorable
    logStartOffset int64 5+ =-1 ignorable
    recordErrors []struct 8+ ignorable
      batchIndex int32 8+ required
      batchIndexErrorMessage string 8+ ?8+ =null
    errorMessage string 8+ ?8+ =null ignorable
    currentLeader struct 10+ #0:10+
      leaderId int32 10+ =-1
      leaderEpoch int32 10+ =-1
throttleTimeMs int32 1+ =0 ignorable
nodeEndpoints []struct 10+ #0:10+
  nodeId int32 10+ required
  host string 10+ required
  port int32 10+ required
  rack string 10+ ?10+ =null
`,
  read: readProduceResponse,
  write: writeProduceResponse,
}),
  expectsResponse: (request) => request.acks !== 0,
  serverWait: (request) => Math.max(0, request.timeoutMs),
  throttleTime: (response) => response.throttleTimeMs,
}
