// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { sameInt64 } from '../protocol/defaults.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface FetchRequest extends Tagged {
  /** string · v12+ · null v12+ · default null · tag 0 · ignorable */
  clusterId: string | null
  /** int32 · v0-14 · default -1 */
  replicaId: number
  /** v15+ · tag 1 */
  replicaState: FetchRequestReplicaState
  /** int32 · v0+ */
  maxWaitMs: number
  /** int32 · v0+ */
  minBytes: number
  /** int32 · v3+ · default 2147483647 · ignorable */
  maxBytes: number
  /** int8 · v4+ · default 0 · ignorable */
  isolationLevel: number
  /** int32 · v7+ · default 0 · ignorable */
  sessionId: number
  /** int32 · v7+ · default -1 · ignorable */
  sessionEpoch: number
  /** v0+ */
  topics: FetchRequestFetchTopic[]
  /** v7+ */
  forgottenTopicsData: FetchRequestForgottenTopic[]
  /** string · v11+ · default '' · ignorable */
  rackId: string
}

export interface FetchRequestInput extends Tagged {
  /** string · v12+ · null v12+ · default null · tag 0 · ignorable */
  clusterId?: string | null | undefined
  /** int32 · v0-14 · default -1 */
  replicaId?: number | undefined
  /** v15+ · tag 1 */
  replicaState?: FetchRequestReplicaStateInput | undefined
  /** int32 · v0+ */
  maxWaitMs: number
  /** int32 · v0+ */
  minBytes: number
  /** int32 · v3+ · default 2147483647 · ignorable */
  maxBytes?: number | undefined
  /** int8 · v4+ · default 0 · ignorable */
  isolationLevel?: number | undefined
  /** int32 · v7+ · default 0 · ignorable */
  sessionId?: number | undefined
  /** int32 · v7+ · default -1 · ignorable */
  sessionEpoch?: number | undefined
  /** v0+ */
  topics: readonly FetchRequestFetchTopicInput[]
  /** v7+ */
  forgottenTopicsData?: readonly FetchRequestForgottenTopicInput[] | undefined
  /** string · v11+ · default '' · ignorable */
  rackId?: string | undefined
}

export interface FetchRequestForgottenTopic extends Tagged {
  /** string · v7-12 · ignorable */
  topic: string
  /** uuid · v13+ · ignorable */
  topicId: string
  /** []int32 · v7+ */
  partitions: number[]
}

export interface FetchRequestForgottenTopicInput extends Tagged {
  /** string · v7-12 · ignorable */
  topic?: string | undefined
  /** uuid · v13+ · ignorable */
  topicId?: string | undefined
  /** []int32 · v7+ */
  partitions: readonly number[]
}

export interface FetchRequestFetchTopic extends Tagged {
  /** string · v0-12 · ignorable */
  topic: string
  /** uuid · v13+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: FetchRequestFetchPartition[]
}

export interface FetchRequestFetchTopicInput extends Tagged {
  /** string · v0-12 · ignorable */
  topic?: string | undefined
  /** uuid · v13+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitions: readonly FetchRequestFetchPartitionInput[]
}

export interface FetchRequestFetchPartition extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v9+ · default -1 · ignorable */
  currentLeaderEpoch: number
  /** int64 · v0+ */
  fetchOffset: bigint
  /** int32 · v12+ · default -1 */
  lastFetchedEpoch: number
  /** int64 · v5+ · default -1 · ignorable */
  logStartOffset: bigint
  /** int32 · v0+ */
  partitionMaxBytes: number
  /** uuid · v17+ · tag 0 · ignorable */
  replicaDirectoryId: string
  /** int64 · v18+ · default 9223372036854775807 · tag 1 · ignorable */
  highWatermark: bigint
}

export interface FetchRequestFetchPartitionInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v9+ · default -1 · ignorable */
  currentLeaderEpoch?: number | undefined
  /** int64 · v0+ */
  fetchOffset: bigint | number
  /** int32 · v12+ · default -1 */
  lastFetchedEpoch?: number | undefined
  /** int64 · v5+ · default -1 · ignorable */
  logStartOffset?: bigint | number | undefined
  /** int32 · v0+ */
  partitionMaxBytes: number
  /** uuid · v17+ · tag 0 · ignorable */
  replicaDirectoryId?: string | undefined
  /** int64 · v18+ · default 9223372036854775807 · tag 1 · ignorable */
  highWatermark?: bigint | number | undefined
}

export interface FetchRequestReplicaState extends Tagged {
  /** int32 · v15+ · default -1 */
  replicaId: number
  /** int64 · v15+ · default -1 */
  replicaEpoch: bigint
}

export interface FetchRequestReplicaStateInput extends Tagged {
  /** int32 · v15+ · default -1 */
  replicaId?: number | undefined
  /** int64 · v15+ · default -1 */
  replicaEpoch?: bigint | number | undefined
}

function readFetchRequestReplicaState(r: Reader, _v: number): FetchRequestReplicaState {
  const replicaId = r.int32()
  const replicaEpoch = r.int64()
  const x: FetchRequestReplicaState = { replicaId, replicaEpoch }
  r.tags(x)
  return x
}

function isDefaultFetchRequestReplicaState(x: FetchRequestReplicaStateInput): boolean {
  return (
    x[unknownTags] === undefined &&
    (x.replicaId === undefined ||
    x.replicaId === -1) &&
    (x.replicaEpoch === undefined ||
    sameInt64(x.replicaEpoch, -1n))
  )
}

function writeFetchRequestReplicaState(w: Writer, _v: number, x: FetchRequestReplicaStateInput): void {
  w.struct(x)
  const { replicaId = -1, replicaEpoch = -1n, [unknownTags]: unknown } = x
  w.int32(replicaId)
  w.int64(replicaEpoch)
  w.tags(unknown)
}

function readFetchRequestFetchPartition(r: Reader, v: number): FetchRequestFetchPartition {
  const partition = r.int32()
  const currentLeaderEpoch = v >= 9 ? r.int32() : -1
  const fetchOffset = r.int64()
  const lastFetchedEpoch = v >= 12 ? r.int32() : -1
  const logStartOffset = v >= 5 ? r.int64() : -1n
  const partitionMaxBytes = r.int32()
  let replicaDirectoryId = zeroUuid
  let highWatermark = 9223372036854775807n
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 17)) r.foreignTag(tag)
        const end = r.tagEnd()
        replicaDirectoryId = r.uuid()
        r.closeTag(tag, end)
      } else if (tag === 1) {
        if (!(v >= 18)) r.foreignTag(tag)
        const end = r.tagEnd()
        highWatermark = r.int64()
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchRequestFetchPartition = {
    partition,
    currentLeaderEpoch,
    fetchOffset,
    lastFetchedEpoch,
    logStartOffset,
    partitionMaxBytes,
    replicaDirectoryId,
    highWatermark,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function readFetchRequestFetchPartitionList(r: Reader, v: number, n: number): FetchRequestFetchPartition[] {
  const list = listOf<FetchRequestFetchPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchRequestFetchPartition(r, v)
  return list
}

function writeFetchRequestFetchPartitionTags(w: Writer, v: number, x: FetchRequestFetchPartitionInput): void {
  const { replicaDirectoryId = zeroUuid, highWatermark = 9223372036854775807n, [unknownTags]: unknown } = x
  if (!w.flexible) return w.tags(unknown)
  const hasReplicaDirectoryId = v >= 17 && replicaDirectoryId !== zeroUuid
  const hasHighWatermark = v >= 18 && !sameInt64(highWatermark, 9223372036854775807n)
  w.tagCount(Number(hasReplicaDirectoryId) + Number(hasHighWatermark), unknown)
  let tag = -1
  if (hasReplicaDirectoryId) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.uuid(replicaDirectoryId)
    w.closeTag(begin)
  }
  if (hasHighWatermark) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 1)
    tag = 1
    const begin = w.openTag(1)
    w.int64(highWatermark)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchRequestFetchPartition(w: Writer, v: number, x: FetchRequestFetchPartitionInput): void {
  const {
    partition,
    currentLeaderEpoch = -1,
    fetchOffset,
    lastFetchedEpoch = -1,
    logStartOffset = -1n,
    partitionMaxBytes,
  } = x
  w.int32(partition)
  if (v >= 9) w.int32(currentLeaderEpoch)
  w.int64(fetchOffset)
  if (v >= 12) w.int32(lastFetchedEpoch)
  else if (lastFetchedEpoch !== -1) w.unsupported()
  if (v >= 5) w.int64(logStartOffset)
  w.int32(partitionMaxBytes)
  if (
    x.replicaDirectoryId !== undefined ||
    x.highWatermark !== undefined ||
    x[unknownTags] !== undefined
  ) writeFetchRequestFetchPartitionTags(w, v, x)
  else w.noTags()
}

function readFetchRequestFetchTopic(r: Reader, v: number): FetchRequestFetchTopic {
  const topic = v <= 12 ? r.string() : ''
  const topicId = v >= 13 ? r.uuid() : zeroUuid
  const partitions = readFetchRequestFetchPartitionList(r, v, r.count(16, 18))
  const x: FetchRequestFetchTopic = { topic, topicId, partitions }
  r.tags(x)
  return x
}

function readFetchRequestFetchTopicList(r: Reader, v: number, n: number): FetchRequestFetchTopic[] {
  const list = listOf<FetchRequestFetchTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchRequestFetchTopic(r, v)
  return list
}

function writeFetchRequestFetchTopic(w: Writer, v: number, x: FetchRequestFetchTopicInput): void {
  const { topic = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 12) w.string(topic)
  if (v >= 13) w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeFetchRequestFetchPartition(w, v, element)
  w.tags(unknown)
}

function readFetchRequestForgottenTopic(r: Reader, v: number): FetchRequestForgottenTopic {
  const topic = v <= 12 ? r.string() : ''
  const topicId = v >= 13 ? r.uuid() : zeroUuid
  const partitions = r.int32s()
  const x: FetchRequestForgottenTopic = { topic, topicId, partitions }
  r.tags(x)
  return x
}

function readFetchRequestForgottenTopicList(r: Reader, v: number, n: number): FetchRequestForgottenTopic[] {
  const list = listOf<FetchRequestForgottenTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchRequestForgottenTopic(r, v)
  return list
}

function writeFetchRequestForgottenTopic(w: Writer, v: number, x: FetchRequestForgottenTopicInput): void {
  const { topic = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 12) w.string(topic)
  if (v >= 13) w.uuid(topicId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readFetchRequest(r: Reader, v: number): FetchRequest {
  let clusterId: string | null = null
  const replicaId = v <= 14 ? r.int32() : -1
  let replicaState: FetchRequestReplicaState = { replicaId: -1, replicaEpoch: -1n }
  const maxWaitMs = r.int32()
  const minBytes = r.int32()
  const maxBytes = r.int32()
  const isolationLevel = r.int8()
  const sessionId = v >= 7 ? r.int32() : 0
  const sessionEpoch = v >= 7 ? r.int32() : -1
  const topics = readFetchRequestFetchTopicList(r, v, r.count(3, 16))
  const forgottenTopicsData = v >= 7 ? readFetchRequestForgottenTopicList(r, v, r.count(3, 16)) : []
  const rackId = v >= 11 ? r.string() : ''
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 12)) r.foreignTag(tag)
        const end = r.tagEnd()
        clusterId = r.nullableString()
        r.closeTag(tag, end)
      } else if (tag === 1) {
        if (!(v >= 15)) r.foreignTag(tag)
        const end = r.tagEnd()
        replicaState = readFetchRequestReplicaState(r, v)
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchRequest = {
    clusterId,
    replicaId,
    replicaState,
    maxWaitMs,
    minBytes,
    maxBytes,
    isolationLevel,
    sessionId,
    sessionEpoch,
    topics,
    forgottenTopicsData,
    rackId,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeFetchRequestTags(w: Writer, v: number, x: FetchRequestInput): void {
  const { clusterId = null, replicaState = { replicaId: -1, replicaEpoch: -1n }, [unknownTags]: unknown } = x
  if (!(v >= 15) && !isDefaultFetchRequestReplicaState(replicaState)) w.unsupported()
  if (!w.flexible) return w.tags(unknown)
  const hasClusterId = v >= 12 && clusterId !== null
  const hasReplicaState = v >= 15 && !isDefaultFetchRequestReplicaState(replicaState)
  w.tagCount(Number(hasClusterId) + Number(hasReplicaState), unknown)
  let tag = -1
  if (hasClusterId) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.nullableString(clusterId)
    w.closeTag(begin)
  }
  if (hasReplicaState) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 1)
    tag = 1
    const begin = w.openTag(1)
    writeFetchRequestReplicaState(w, v, replicaState)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchRequest(w: Writer, v: number, x: FetchRequestInput): void {
  const {
    replicaId = -1,
    maxWaitMs,
    minBytes,
    maxBytes = 2147483647,
    isolationLevel = 0,
    sessionId = 0,
    sessionEpoch = -1,
    topics,
    forgottenTopicsData = [],
    rackId = '',
  } = x
  if (v <= 14) w.int32(replicaId)
  else if (replicaId !== -1) w.unsupported()
  w.int32(maxWaitMs)
  w.int32(minBytes)
  w.int32(maxBytes)
  w.int8(isolationLevel)
  if (v >= 7) w.int32(sessionId)
  if (v >= 7) w.int32(sessionEpoch)
  w.count(topics)
  for (const element of topics) writeFetchRequestFetchTopic(w, v, element)
  if (v >= 7) {
    w.count(forgottenTopicsData)
    for (const element of forgottenTopicsData) writeFetchRequestForgottenTopic(w, v, element)
  } else if (forgottenTopicsData.length !== 0) w.unsupported()
  if (v >= 11) w.string(rackId)
  if (
    x.clusterId !== undefined ||
    x.replicaState !== undefined ||
    x[unknownTags] !== undefined
  ) writeFetchRequestTags(w, v, x)
  else w.noTags()
}

export interface FetchResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** int16 · v7+ · ignorable */
  errorCode: number
  /** int32 · v7+ · default 0 */
  sessionId: number
  /** v0+ */
  responses: FetchResponseFetchableTopicResponse[]
  /** v16+ · tag 0 */
  nodeEndpoints: FetchResponseNodeEndpoint[]
}

export interface FetchResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** int16 · v7+ · ignorable */
  errorCode?: number | undefined
  /** int32 · v7+ · default 0 */
  sessionId?: number | undefined
  /** v0+ */
  responses: readonly FetchResponseFetchableTopicResponseInput[]
  /** v16+ · tag 0 */
  nodeEndpoints?: readonly FetchResponseNodeEndpointInput[] | undefined
}

export interface FetchResponseNodeEndpoint extends Tagged {
  /** int32 · v16+ */
  nodeId: number
  /** string · v16+ */
  host: string
  /** int32 · v16+ */
  port: number
  /** string · v16+ · null v16+ · default null */
  rack: string | null
}

export interface FetchResponseNodeEndpointInput extends Tagged {
  /** int32 · v16+ */
  nodeId: number
  /** string · v16+ */
  host: string
  /** int32 · v16+ */
  port: number
  /** string · v16+ · null v16+ · default null */
  rack?: string | null | undefined
}

export interface FetchResponseFetchableTopicResponse extends Tagged {
  /** string · v0-12 · ignorable */
  topic: string
  /** uuid · v13+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: FetchResponsePartitionData[]
}

export interface FetchResponseFetchableTopicResponseInput extends Tagged {
  /** string · v0-12 · ignorable */
  topic?: string | undefined
  /** uuid · v13+ · ignorable */
  topicId?: string | undefined
  /** v0+ */
  partitions: readonly FetchResponsePartitionDataInput[]
}

export interface FetchResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  highWatermark: bigint
  /** int64 · v4+ · default -1 · ignorable */
  lastStableOffset: bigint
  /** int64 · v5+ · default -1 · ignorable */
  logStartOffset: bigint
  /** v12+ · tag 0 */
  divergingEpoch: FetchResponseEpochEndOffset
  /** v12+ · tag 1 */
  currentLeader: FetchResponseLeaderIdAndEpoch
  /** v12+ · tag 2 */
  snapshotId: FetchResponseSnapshotId
  /** v4+ · null v4+ · ignorable */
  abortedTransactions: FetchResponseAbortedTransaction[] | null
  /** int32 · v11+ · default -1 */
  preferredReadReplica: number
  /** records · v0+ · null v0+ */
  records: Buffer | null
}

export interface FetchResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  highWatermark: bigint | number
  /** int64 · v4+ · default -1 · ignorable */
  lastStableOffset?: bigint | number | undefined
  /** int64 · v5+ · default -1 · ignorable */
  logStartOffset?: bigint | number | undefined
  /** v12+ · tag 0 */
  divergingEpoch?: FetchResponseEpochEndOffsetInput | undefined
  /** v12+ · tag 1 */
  currentLeader?: FetchResponseLeaderIdAndEpochInput | undefined
  /** v12+ · tag 2 */
  snapshotId?: FetchResponseSnapshotIdInput | undefined
  /** v4+ · null v4+ · ignorable */
  abortedTransactions: readonly FetchResponseAbortedTransactionInput[] | null
  /** int32 · v11+ · default -1 */
  preferredReadReplica?: number | undefined
  /** records · v0+ · null v0+ */
  records: Uint8Array | null
}

export interface FetchResponseAbortedTransaction extends Tagged {
  /** int64 · v4+ */
  producerId: bigint
  /** int64 · v4+ */
  firstOffset: bigint
}

export interface FetchResponseAbortedTransactionInput extends Tagged {
  /** int64 · v4+ */
  producerId: bigint | number
  /** int64 · v4+ */
  firstOffset: bigint | number
}

export interface FetchResponseSnapshotId extends Tagged {
  /** int64 · v0+ · default -1 */
  endOffset: bigint
  /** int32 · v0+ · default -1 */
  epoch: number
}

export interface FetchResponseSnapshotIdInput extends Tagged {
  /** int64 · v0+ · default -1 */
  endOffset?: bigint | number | undefined
  /** int32 · v0+ · default -1 */
  epoch?: number | undefined
}

export interface FetchResponseLeaderIdAndEpoch extends Tagged {
  /** int32 · v12+ · default -1 */
  leaderId: number
  /** int32 · v12+ · default -1 */
  leaderEpoch: number
}

export interface FetchResponseLeaderIdAndEpochInput extends Tagged {
  /** int32 · v12+ · default -1 */
  leaderId?: number | undefined
  /** int32 · v12+ · default -1 */
  leaderEpoch?: number | undefined
}

export interface FetchResponseEpochEndOffset extends Tagged {
  /** int32 · v12+ · default -1 */
  epoch: number
  /** int64 · v12+ · default -1 */
  endOffset: bigint
}

export interface FetchResponseEpochEndOffsetInput extends Tagged {
  /** int32 · v12+ · default -1 */
  epoch?: number | undefined
  /** int64 · v12+ · default -1 */
  endOffset?: bigint | number | undefined
}

function readFetchResponseEpochEndOffset(r: Reader, _v: number): FetchResponseEpochEndOffset {
  const epoch = r.int32()
  const endOffset = r.int64()
  const x: FetchResponseEpochEndOffset = { epoch, endOffset }
  r.tags(x)
  return x
}

function isDefaultFetchResponseEpochEndOffset(x: FetchResponseEpochEndOffsetInput): boolean {
  return (
    x[unknownTags] === undefined &&
    (x.epoch === undefined ||
    x.epoch === -1) &&
    (x.endOffset === undefined ||
    sameInt64(x.endOffset, -1n))
  )
}

function writeFetchResponseEpochEndOffset(w: Writer, _v: number, x: FetchResponseEpochEndOffsetInput): void {
  w.struct(x)
  const { epoch = -1, endOffset = -1n, [unknownTags]: unknown } = x
  w.int32(epoch)
  w.int64(endOffset)
  w.tags(unknown)
}

function readFetchResponseLeaderIdAndEpoch(r: Reader, _v: number): FetchResponseLeaderIdAndEpoch {
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: FetchResponseLeaderIdAndEpoch = { leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function isDefaultFetchResponseLeaderIdAndEpoch(x: FetchResponseLeaderIdAndEpochInput): boolean {
  return (
    x[unknownTags] === undefined &&
    (x.leaderId === undefined ||
    x.leaderId === -1) &&
    (x.leaderEpoch === undefined ||
    x.leaderEpoch === -1)
  )
}

function writeFetchResponseLeaderIdAndEpoch(w: Writer, _v: number, x: FetchResponseLeaderIdAndEpochInput): void {
  w.struct(x)
  const { leaderId = -1, leaderEpoch = -1, [unknownTags]: unknown } = x
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readFetchResponseSnapshotId(r: Reader, _v: number): FetchResponseSnapshotId {
  const endOffset = r.int64()
  const epoch = r.int32()
  const x: FetchResponseSnapshotId = { endOffset, epoch }
  r.tags(x)
  return x
}

function isDefaultFetchResponseSnapshotId(x: FetchResponseSnapshotIdInput): boolean {
  return (
    x[unknownTags] === undefined &&
    (x.endOffset === undefined ||
    sameInt64(x.endOffset, -1n)) &&
    (x.epoch === undefined ||
    x.epoch === -1)
  )
}

function writeFetchResponseSnapshotId(w: Writer, _v: number, x: FetchResponseSnapshotIdInput): void {
  w.struct(x)
  const { endOffset = -1n, epoch = -1, [unknownTags]: unknown } = x
  w.int64(endOffset)
  w.int32(epoch)
  w.tags(unknown)
}

function readFetchResponseAbortedTransaction(r: Reader, _v: number): FetchResponseAbortedTransaction {
  const producerId = r.int64()
  const firstOffset = r.int64()
  const x: FetchResponseAbortedTransaction = { producerId, firstOffset }
  r.tags(x)
  return x
}

function readFetchResponseAbortedTransactionList(r: Reader, v: number, n: number): FetchResponseAbortedTransaction[] {
  const list = listOf<FetchResponseAbortedTransaction>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchResponseAbortedTransaction(r, v)
  return list
}

function readNullableFetchResponseAbortedTransactionList(
  r: Reader,
  v: number,
): FetchResponseAbortedTransaction[] | null {
  const n = r.nullableCount(16, 12)
  return n < 0 ? null : readFetchResponseAbortedTransactionList(r, v, n)
}

function writeFetchResponseAbortedTransaction(w: Writer, _v: number, x: FetchResponseAbortedTransactionInput): void {
  const { producerId, firstOffset, [unknownTags]: unknown } = x
  w.int64(producerId)
  w.int64(firstOffset)
  w.tags(unknown)
}

function readFetchResponsePartitionData(r: Reader, v: number): FetchResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const highWatermark = r.int64()
  const lastStableOffset = r.int64()
  const logStartOffset = v >= 5 ? r.int64() : -1n
  let divergingEpoch: FetchResponseEpochEndOffset = { epoch: -1, endOffset: -1n }
  let currentLeader: FetchResponseLeaderIdAndEpoch = { leaderId: -1, leaderEpoch: -1 }
  let snapshotId: FetchResponseSnapshotId = { endOffset: -1n, epoch: -1 }
  const abortedTransactions = readNullableFetchResponseAbortedTransactionList(r, v)
  const preferredReadReplica = v >= 11 ? r.int32() : -1
  const records = r.nullableBytes()
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 12)) r.foreignTag(tag)
        const end = r.tagEnd()
        divergingEpoch = readFetchResponseEpochEndOffset(r, v)
        r.closeTag(tag, end)
      } else if (tag === 1) {
        if (!(v >= 12)) r.foreignTag(tag)
        const end = r.tagEnd()
        currentLeader = readFetchResponseLeaderIdAndEpoch(r, v)
        r.closeTag(tag, end)
      } else if (tag === 2) {
        if (!(v >= 12)) r.foreignTag(tag)
        const end = r.tagEnd()
        snapshotId = readFetchResponseSnapshotId(r, v)
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchResponsePartitionData = {
    partitionIndex,
    errorCode,
    highWatermark,
    lastStableOffset,
    logStartOffset,
    divergingEpoch,
    currentLeader,
    snapshotId,
    abortedTransactions,
    preferredReadReplica,
    records,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function readFetchResponsePartitionDataList(r: Reader, v: number, n: number): FetchResponsePartitionData[] {
  const list = listOf<FetchResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchResponsePartitionData(r, v)
  return list
}

function writeFetchResponsePartitionDataTags(w: Writer, v: number, x: FetchResponsePartitionDataInput): void {
  const { divergingEpoch = { epoch: -1, endOffset: -1n }, currentLeader = { leaderId: -1, leaderEpoch: -1 }, snapshotId = { endOffset: -1n, epoch: -1 }, [unknownTags]: unknown } = x
  if (!(v >= 12) && !isDefaultFetchResponseEpochEndOffset(divergingEpoch)) w.unsupported()
  if (!(v >= 12) && !isDefaultFetchResponseLeaderIdAndEpoch(currentLeader)) w.unsupported()
  if (!(v >= 12) && !isDefaultFetchResponseSnapshotId(snapshotId)) w.unsupported()
  if (!w.flexible) return w.tags(unknown)
  const hasDivergingEpoch = v >= 12 && !isDefaultFetchResponseEpochEndOffset(divergingEpoch)
  const hasCurrentLeader = v >= 12 && !isDefaultFetchResponseLeaderIdAndEpoch(currentLeader)
  const hasSnapshotId = v >= 12 && !isDefaultFetchResponseSnapshotId(snapshotId)
  w.tagCount(Number(hasDivergingEpoch) + Number(hasCurrentLeader) + Number(hasSnapshotId), unknown)
  let tag = -1
  if (hasDivergingEpoch) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    writeFetchResponseEpochEndOffset(w, v, divergingEpoch)
    w.closeTag(begin)
  }
  if (hasCurrentLeader) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 1)
    tag = 1
    const begin = w.openTag(1)
    writeFetchResponseLeaderIdAndEpoch(w, v, currentLeader)
    w.closeTag(begin)
  }
  if (hasSnapshotId) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 2)
    tag = 2
    const begin = w.openTag(2)
    writeFetchResponseSnapshotId(w, v, snapshotId)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchResponsePartitionData(w: Writer, v: number, x: FetchResponsePartitionDataInput): void {
  const {
    partitionIndex,
    errorCode,
    highWatermark,
    lastStableOffset = -1n,
    logStartOffset = -1n,
    abortedTransactions,
    preferredReadReplica = -1,
    records,
  } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.int64(highWatermark)
  w.int64(lastStableOffset)
  if (v >= 5) w.int64(logStartOffset)
  if (abortedTransactions === null) w.nullArray()
  else {
    w.count(abortedTransactions)
    for (const element of abortedTransactions) writeFetchResponseAbortedTransaction(w, v, element)
  }
  if (v >= 11) w.int32(preferredReadReplica)
  else if (preferredReadReplica !== -1) w.unsupported()
  w.nullableBytes(records)
  if (
    x.divergingEpoch !== undefined ||
    x.currentLeader !== undefined ||
    x.snapshotId !== undefined ||
    x[unknownTags] !== undefined
  ) writeFetchResponsePartitionDataTags(w, v, x)
  else w.noTags()
}

function readFetchResponseFetchableTopicResponse(r: Reader, v: number): FetchResponseFetchableTopicResponse {
  const topic = v <= 12 ? r.string() : ''
  const topicId = v >= 13 ? r.uuid() : zeroUuid
  const partitions = readFetchResponsePartitionDataList(r, v, r.count(30, 43))
  const x: FetchResponseFetchableTopicResponse = { topic, topicId, partitions }
  r.tags(x)
  return x
}

function readFetchResponseFetchableTopicResponseList(
  r: Reader,
  v: number,
  n: number,
): FetchResponseFetchableTopicResponse[] {
  const list = listOf<FetchResponseFetchableTopicResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchResponseFetchableTopicResponse(r, v)
  return list
}

function writeFetchResponseFetchableTopicResponse(
  w: Writer,
  v: number,
  x: FetchResponseFetchableTopicResponseInput,
): void {
  const { topic = '', topicId = zeroUuid, partitions, [unknownTags]: unknown } = x
  if (v <= 12) w.string(topic)
  if (v >= 13) w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeFetchResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readFetchResponseNodeEndpoint(r: Reader, _v: number): FetchResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.int32()
  const rack = r.nullableString()
  const x: FetchResponseNodeEndpoint = { nodeId, host, port, rack }
  r.tags(x)
  return x
}

function readFetchResponseNodeEndpointList(r: Reader, v: number, n: number): FetchResponseNodeEndpoint[] {
  const list = listOf<FetchResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchResponseNodeEndpoint(r, v)
  return list
}

function writeFetchResponseNodeEndpoint(w: Writer, _v: number, x: FetchResponseNodeEndpointInput): void {
  const { nodeId, host, port, rack = null, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.int32(port)
  w.nullableString(rack)
  w.tags(unknown)
}

function readFetchResponse(r: Reader, v: number): FetchResponse {
  const throttleTimeMs = r.int32()
  const errorCode = v >= 7 ? r.int16() : 0
  const sessionId = v >= 7 ? r.int32() : 0
  const responses = readFetchResponseFetchableTopicResponseList(r, v, r.count(3, 16))
  let nodeEndpoints: FetchResponseNodeEndpoint[] = []
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 16)) r.foreignTag(tag)
        const end = r.tagEnd()
        nodeEndpoints = readFetchResponseNodeEndpointList(r, v, r.count(11, 8))
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchResponse = { throttleTimeMs, errorCode, sessionId, responses, nodeEndpoints }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeFetchResponseTags(w: Writer, v: number, x: FetchResponseInput): void {
  const { nodeEndpoints = [], [unknownTags]: unknown } = x
  if (!(v >= 16) && nodeEndpoints.length !== 0) w.unsupported()
  if (!w.flexible) return w.tags(unknown)
  const hasNodeEndpoints = v >= 16 && nodeEndpoints.length !== 0
  w.tagCount(Number(hasNodeEndpoints), unknown)
  let tag = -1
  if (hasNodeEndpoints) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.count(nodeEndpoints)
    for (const element of nodeEndpoints) writeFetchResponseNodeEndpoint(w, v, element)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchResponse(w: Writer, v: number, x: FetchResponseInput): void {
  const { throttleTimeMs, errorCode = 0, sessionId = 0, responses } = x
  w.int32(throttleTimeMs)
  if (v >= 7) w.int16(errorCode)
  if (v >= 7) w.int32(sessionId)
  else if (sessionId !== 0) w.unsupported()
  w.count(responses)
  for (const element of responses) writeFetchResponseFetchableTopicResponse(w, v, element)
  if (x.nodeEndpoints !== undefined || x[unknownTags] !== undefined) writeFetchResponseTags(w, v, x)
  else w.noTags()
}

/** API key 1, versions 4 to 18. */
export const Fetch: Api<FetchRequest, FetchRequestInput, FetchResponse, FetchResponseInput> = {
  key: 1,
  name: 'Fetch',
  minVersion: 4,
  maxVersion: 18,
  flexibleSince: 12,
  request: codec({
  name: 'FetchRequest',
  minVersion: 4,
  maxVersion: 18,
  flexibleSince: 12,
  last: true,
  fields: `
clusterId string 12+ ?12+ #0:12+ =null ignorable
replicaId int32 0-14 =-1
replicaState struct 15+ #1:15+
  replicaId int32 15+ =-1
  replicaEpoch int64 15+ =-1
maxWaitMs int32 0+ required
minBytes int32 0+ required
maxBytes int32 3+ =2147483647 ignorable
isolationLevel int8 4+ =0 ignorable
sessionId int32 7+ =0 ignorable
sessionEpoch int32 7+ =-1 ignorable
topics []struct 0+ required
  topic string 0-12 ignorable
  topicId uuid 13+ ignorable
  partitions []struct 0+ required
    partition int32 0+ required
    currentLeaderEpoch int32 9+ =-1 ignorable
    fetchOffset int64 0+ required
    lastFetchedEpoch int32 12+ =-1
    logStartOffset int64 5+ =-1 ignorable
    partitionMaxBytes int32 0+ required
    replicaDirectoryId uuid 17+ #0:17+ ignorable
    highWatermark int64 18+ #1:18+ =9223372036854775807 ignorable
forgottenTopicsData []struct 7+
  topic string 7-12 ignorable
  topicId uuid 13+ ignorable
  partitions []int32 7+ required
rackId string 11+ = ignorable
`,
  read: readFetchRequest,
  write: writeFetchRequest,
}),
  response: codec({
  name: 'FetchResponse',
  minVersion: 4,
  maxVersion: 18,
  flexibleSince: 12,
  last: true,
  fields: `
throttleTimeMs int32 1+ required ignorable
errorCode int16 7+ ignorable
sessionId int32 7+ =0
responses []struct 0+ required
  topic string 0-12 ignorable
  topicId uuid 13+ ignorable
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    highWatermark int64 0+ required
    lastStableOffset int64 4+ =-1 ignorable
    logStartOffset int64 5+ =-1 ignorable
    divergingEpoch struct 12+ #0:12+
      epoch int32 12+ =-1
      endOffset int64 12+ =-1
    currentLeader struct 12+ #1:12+
      leaderId int32 12+ =-1
      leaderEpoch int32 12+ =-1
    snapshotId struct 12+ #2:12+
      endOffset int64 0+ =-1
      epoch int32 0+ =-1
    abortedTransactions []struct 4+ ?4+ required ignorable
      producerId int64 4+ required
      firstOffset int64 4+ required
    preferredReadReplica int32 11+ =-1
    records records 0+ ?0+ required
nodeEndpoints []struct 16+ #0:16+
  nodeId int32 16+ required
  host string 16+ required
  port int32 16+ required
  rack string 16+ ?16+ =null
`,
  read: readFetchResponse,
  write: writeFetchResponse,
}),
  serverWait: (request) => Math.max(0, request.maxWaitMs),
  throttleTime: (response) => response.throttleTimeMs,
}
