// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface FetchSnapshotRequest extends Tagged {
  /** string · v0+ · null v0+ · default null · tag 0 */
  clusterId: string | null
  /** int32 · v0+ · default -1 */
  replicaId: number
  /** int32 · v0+ · default 2147483647 */
  maxBytes: number
  /** v0+ */
  topics: FetchSnapshotRequestTopicSnapshot[]
}

export interface FetchSnapshotRequestInput extends Tagged {
  /** string · v0+ · null v0+ · default null · tag 0 */
  clusterId?: string | null | undefined
  /** int32 · v0+ · default -1 */
  replicaId?: number | undefined
  /** int32 · v0+ · default 2147483647 */
  maxBytes?: number | undefined
  /** v0+ */
  topics: readonly FetchSnapshotRequestTopicSnapshotInput[]
}

export interface FetchSnapshotRequestTopicSnapshot extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: FetchSnapshotRequestPartitionSnapshot[]
}

export interface FetchSnapshotRequestTopicSnapshotInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly FetchSnapshotRequestPartitionSnapshotInput[]
}

export interface FetchSnapshotRequestPartitionSnapshot extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  currentLeaderEpoch: number
  /** v0+ */
  snapshotId: FetchSnapshotRequestSnapshotId
  /** int64 · v0+ */
  position: bigint
  /** uuid · v1+ · tag 0 · ignorable */
  replicaDirectoryId: string
}

export interface FetchSnapshotRequestPartitionSnapshotInput extends Tagged {
  /** int32 · v0+ */
  partition: number
  /** int32 · v0+ */
  currentLeaderEpoch: number
  /** v0+ */
  snapshotId: FetchSnapshotRequestSnapshotIdInput
  /** int64 · v0+ */
  position: bigint | number
  /** uuid · v1+ · tag 0 · ignorable */
  replicaDirectoryId?: string | undefined
}

export interface FetchSnapshotRequestSnapshotId extends Tagged {
  /** int64 · v0+ */
  endOffset: bigint
  /** int32 · v0+ */
  epoch: number
}

export interface FetchSnapshotRequestSnapshotIdInput extends Tagged {
  /** int64 · v0+ */
  endOffset: bigint | number
  /** int32 · v0+ */
  epoch: number
}

function readFetchSnapshotRequestSnapshotId(r: Reader, _v: number): FetchSnapshotRequestSnapshotId {
  const endOffset = r.int64()
  const epoch = r.int32()
  const x: FetchSnapshotRequestSnapshotId = { endOffset, epoch }
  r.tags(x)
  return x
}

function writeFetchSnapshotRequestSnapshotId(w: Writer, _v: number, x: FetchSnapshotRequestSnapshotIdInput): void {
  const { endOffset, epoch, [unknownTags]: unknown } = x
  w.int64(endOffset)
  w.int32(epoch)
  w.tags(unknown)
}

function readFetchSnapshotRequestPartitionSnapshot(r: Reader, v: number): FetchSnapshotRequestPartitionSnapshot {
  const partition = r.int32()
  const currentLeaderEpoch = r.int32()
  const snapshotId = readFetchSnapshotRequestSnapshotId(r, v)
  const position = r.int64()
  let replicaDirectoryId = zeroUuid
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 1)) r.foreignTag(tag)
        const end = r.tagEnd()
        replicaDirectoryId = r.uuid()
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchSnapshotRequestPartitionSnapshot = {
    partition,
    currentLeaderEpoch,
    snapshotId,
    position,
    replicaDirectoryId,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function readFetchSnapshotRequestPartitionSnapshotList(
  r: Reader,
  v: number,
  n: number,
): FetchSnapshotRequestPartitionSnapshot[] {
  const list = listOf<FetchSnapshotRequestPartitionSnapshot>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchSnapshotRequestPartitionSnapshot(r, v)
  return list
}

function writeFetchSnapshotRequestPartitionSnapshotTags(
  w: Writer,
  v: number,
  x: FetchSnapshotRequestPartitionSnapshotInput,
): void {
  const { replicaDirectoryId = zeroUuid, [unknownTags]: unknown } = x
  if (!w.flexible) return w.tags(unknown)
  const hasReplicaDirectoryId = v >= 1 && replicaDirectoryId !== zeroUuid
  w.tagCount(Number(hasReplicaDirectoryId), unknown)
  let tag = -1
  if (hasReplicaDirectoryId) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.uuid(replicaDirectoryId)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchSnapshotRequestPartitionSnapshot(
  w: Writer,
  v: number,
  x: FetchSnapshotRequestPartitionSnapshotInput,
): void {
  const { partition, currentLeaderEpoch, snapshotId, position } = x
  w.int32(partition)
  w.int32(currentLeaderEpoch)
  writeFetchSnapshotRequestSnapshotId(w, v, snapshotId)
  w.int64(position)
  if (
    x.replicaDirectoryId !== undefined ||
    x[unknownTags] !== undefined
  ) writeFetchSnapshotRequestPartitionSnapshotTags(w, v, x)
  else w.noTags()
}

function readFetchSnapshotRequestTopicSnapshot(r: Reader, v: number): FetchSnapshotRequestTopicSnapshot {
  const name = r.string()
  const partitions = readFetchSnapshotRequestPartitionSnapshotList(r, v, r.count(30, 20))
  const x: FetchSnapshotRequestTopicSnapshot = { name, partitions }
  r.tags(x)
  return x
}

function readFetchSnapshotRequestTopicSnapshotList(
  r: Reader,
  v: number,
  n: number,
): FetchSnapshotRequestTopicSnapshot[] {
  const list = listOf<FetchSnapshotRequestTopicSnapshot>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchSnapshotRequestTopicSnapshot(r, v)
  return list
}

function writeFetchSnapshotRequestTopicSnapshot(w: Writer, v: number, x: FetchSnapshotRequestTopicSnapshotInput): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeFetchSnapshotRequestPartitionSnapshot(w, v, element)
  w.tags(unknown)
}

function readFetchSnapshotRequest(r: Reader, v: number): FetchSnapshotRequest {
  let clusterId: string | null = null
  const replicaId = r.int32()
  const maxBytes = r.int32()
  const topics = readFetchSnapshotRequestTopicSnapshotList(r, v, r.count(3, 10))
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        const end = r.tagEnd()
        clusterId = r.nullableString()
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchSnapshotRequest = { clusterId, replicaId, maxBytes, topics }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeFetchSnapshotRequestTags(w: Writer, _v: number, x: FetchSnapshotRequestInput): void {
  const { clusterId = null, [unknownTags]: unknown } = x
  if (!w.flexible) return w.tags(unknown)
  const hasClusterId = clusterId !== null
  w.tagCount(Number(hasClusterId), unknown)
  let tag = -1
  if (hasClusterId) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.nullableString(clusterId)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchSnapshotRequest(w: Writer, v: number, x: FetchSnapshotRequestInput): void {
  const { replicaId = -1, maxBytes = 2147483647, topics } = x
  w.int32(replicaId)
  w.int32(maxBytes)
  w.count(topics)
  for (const element of topics) writeFetchSnapshotRequestTopicSnapshot(w, v, element)
  if (x.clusterId !== undefined || x[unknownTags] !== undefined) writeFetchSnapshotRequestTags(w, v, x)
  else w.noTags()
}

export interface FetchSnapshotResponse extends Tagged {
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: FetchSnapshotResponseTopicSnapshot[]
  /** v1+ · tag 0 */
  nodeEndpoints: FetchSnapshotResponseNodeEndpoint[]
}

export interface FetchSnapshotResponseInput extends Tagged {
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: readonly FetchSnapshotResponseTopicSnapshotInput[]
  /** v1+ · tag 0 */
  nodeEndpoints?: readonly FetchSnapshotResponseNodeEndpointInput[] | undefined
}

export interface FetchSnapshotResponseNodeEndpoint extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface FetchSnapshotResponseNodeEndpointInput extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface FetchSnapshotResponseTopicSnapshot extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: FetchSnapshotResponsePartitionSnapshot[]
}

export interface FetchSnapshotResponseTopicSnapshotInput extends Tagged {
  /** string · v0+ */
  name: string
  /** v0+ */
  partitions: readonly FetchSnapshotResponsePartitionSnapshotInput[]
}

export interface FetchSnapshotResponsePartitionSnapshot extends Tagged {
  /** int32 · v0+ */
  index: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  snapshotId: FetchSnapshotResponseSnapshotId
  /** v0+ · tag 0 */
  currentLeader: FetchSnapshotResponseLeaderIdAndEpoch
  /** int64 · v0+ */
  size: bigint
  /** int64 · v0+ */
  position: bigint
  /** records · v0+ */
  unalignedRecords: Buffer
}

export interface FetchSnapshotResponsePartitionSnapshotInput extends Tagged {
  /** int32 · v0+ */
  index: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  snapshotId: FetchSnapshotResponseSnapshotIdInput
  /** v0+ · tag 0 */
  currentLeader?: FetchSnapshotResponseLeaderIdAndEpochInput | undefined
  /** int64 · v0+ */
  size: bigint | number
  /** int64 · v0+ */
  position: bigint | number
  /** records · v0+ */
  unalignedRecords: Uint8Array
}

export interface FetchSnapshotResponseLeaderIdAndEpoch extends Tagged {
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface FetchSnapshotResponseLeaderIdAndEpochInput extends Tagged {
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface FetchSnapshotResponseSnapshotId extends Tagged {
  /** int64 · v0+ */
  endOffset: bigint
  /** int32 · v0+ */
  epoch: number
}

export interface FetchSnapshotResponseSnapshotIdInput extends Tagged {
  /** int64 · v0+ */
  endOffset: bigint | number
  /** int32 · v0+ */
  epoch: number
}

function readFetchSnapshotResponseSnapshotId(r: Reader, _v: number): FetchSnapshotResponseSnapshotId {
  const endOffset = r.int64()
  const epoch = r.int32()
  const x: FetchSnapshotResponseSnapshotId = { endOffset, epoch }
  r.tags(x)
  return x
}

function writeFetchSnapshotResponseSnapshotId(w: Writer, _v: number, x: FetchSnapshotResponseSnapshotIdInput): void {
  const { endOffset, epoch, [unknownTags]: unknown } = x
  w.int64(endOffset)
  w.int32(epoch)
  w.tags(unknown)
}

function readFetchSnapshotResponseLeaderIdAndEpoch(r: Reader, _v: number): FetchSnapshotResponseLeaderIdAndEpoch {
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: FetchSnapshotResponseLeaderIdAndEpoch = { leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function isDefaultFetchSnapshotResponseLeaderIdAndEpoch(x: FetchSnapshotResponseLeaderIdAndEpochInput): boolean {
  return (
    x[unknownTags] === undefined &&
    (x.leaderId === undefined ||
    x.leaderId === 0) &&
    (x.leaderEpoch === undefined ||
    x.leaderEpoch === 0)
  )
}

function writeFetchSnapshotResponseLeaderIdAndEpoch(
  w: Writer,
  _v: number,
  x: FetchSnapshotResponseLeaderIdAndEpochInput,
): void {
  const { leaderId, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readFetchSnapshotResponsePartitionSnapshot(r: Reader, v: number): FetchSnapshotResponsePartitionSnapshot {
  const index = r.int32()
  const errorCode = r.int16()
  const snapshotId = readFetchSnapshotResponseSnapshotId(r, v)
  let currentLeader: FetchSnapshotResponseLeaderIdAndEpoch = { leaderId: 0, leaderEpoch: 0 }
  const size = r.int64()
  const position = r.int64()
  const unalignedRecords = r.bytes()
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        const end = r.tagEnd()
        currentLeader = readFetchSnapshotResponseLeaderIdAndEpoch(r, v)
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchSnapshotResponsePartitionSnapshot = {
    index,
    errorCode,
    snapshotId,
    currentLeader,
    size,
    position,
    unalignedRecords,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function readFetchSnapshotResponsePartitionSnapshotList(
  r: Reader,
  v: number,
  n: number,
): FetchSnapshotResponsePartitionSnapshot[] {
  const list = listOf<FetchSnapshotResponsePartitionSnapshot>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchSnapshotResponsePartitionSnapshot(r, v)
  return list
}

function writeFetchSnapshotResponsePartitionSnapshotTags(
  w: Writer,
  v: number,
  x: FetchSnapshotResponsePartitionSnapshotInput,
): void {
  const { currentLeader = { leaderId: 0, leaderEpoch: 0 }, [unknownTags]: unknown } = x
  if (!w.flexible) return w.tags(unknown)
  const hasCurrentLeader = !isDefaultFetchSnapshotResponseLeaderIdAndEpoch(currentLeader)
  w.tagCount(Number(hasCurrentLeader), unknown)
  let tag = -1
  if (hasCurrentLeader) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    writeFetchSnapshotResponseLeaderIdAndEpoch(w, v, currentLeader)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchSnapshotResponsePartitionSnapshot(
  w: Writer,
  v: number,
  x: FetchSnapshotResponsePartitionSnapshotInput,
): void {
  const { index, errorCode, snapshotId, size, position, unalignedRecords } = x
  w.int32(index)
  w.int16(errorCode)
  writeFetchSnapshotResponseSnapshotId(w, v, snapshotId)
  w.int64(size)
  w.int64(position)
  w.bytes(unalignedRecords)
  if (
    x.currentLeader !== undefined ||
    x[unknownTags] !== undefined
  ) writeFetchSnapshotResponsePartitionSnapshotTags(w, v, x)
  else w.noTags()
}

function readFetchSnapshotResponseTopicSnapshot(r: Reader, v: number): FetchSnapshotResponseTopicSnapshot {
  const name = r.string()
  const partitions = readFetchSnapshotResponsePartitionSnapshotList(r, v, r.count(37, 30))
  const x: FetchSnapshotResponseTopicSnapshot = { name, partitions }
  r.tags(x)
  return x
}

function readFetchSnapshotResponseTopicSnapshotList(
  r: Reader,
  v: number,
  n: number,
): FetchSnapshotResponseTopicSnapshot[] {
  const list = listOf<FetchSnapshotResponseTopicSnapshot>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchSnapshotResponseTopicSnapshot(r, v)
  return list
}

function writeFetchSnapshotResponseTopicSnapshot(
  w: Writer,
  v: number,
  x: FetchSnapshotResponseTopicSnapshotInput,
): void {
  const { name, partitions, [unknownTags]: unknown } = x
  w.string(name)
  w.count(partitions)
  for (const element of partitions) writeFetchSnapshotResponsePartitionSnapshot(w, v, element)
  w.tags(unknown)
}

function readFetchSnapshotResponseNodeEndpoint(r: Reader, _v: number): FetchSnapshotResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.uint16()
  const x: FetchSnapshotResponseNodeEndpoint = { nodeId, host, port }
  r.tags(x)
  return x
}

function readFetchSnapshotResponseNodeEndpointList(
  r: Reader,
  v: number,
  n: number,
): FetchSnapshotResponseNodeEndpoint[] {
  const list = listOf<FetchSnapshotResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readFetchSnapshotResponseNodeEndpoint(r, v)
  return list
}

function writeFetchSnapshotResponseNodeEndpoint(
  w: Writer,
  _v: number,
  x: FetchSnapshotResponseNodeEndpointInput,
): void {
  const { nodeId, host, port, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readFetchSnapshotResponse(r: Reader, v: number): FetchSnapshotResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const topics = readFetchSnapshotResponseTopicSnapshotList(r, v, r.count(3, 10))
  let nodeEndpoints: FetchSnapshotResponseNodeEndpoint[] = []
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 1)) r.foreignTag(tag)
        const end = r.tagEnd()
        nodeEndpoints = readFetchSnapshotResponseNodeEndpointList(r, v, r.count(8, 7))
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: FetchSnapshotResponse = { throttleTimeMs, errorCode, topics, nodeEndpoints }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeFetchSnapshotResponseTags(w: Writer, v: number, x: FetchSnapshotResponseInput): void {
  const { nodeEndpoints = [], [unknownTags]: unknown } = x
  if (!(v >= 1) && nodeEndpoints.length !== 0) w.unsupported()
  if (!w.flexible) return w.tags(unknown)
  const hasNodeEndpoints = v >= 1 && nodeEndpoints.length !== 0
  w.tagCount(Number(hasNodeEndpoints), unknown)
  let tag = -1
  if (hasNodeEndpoints) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.count(nodeEndpoints)
    for (const element of nodeEndpoints) writeFetchSnapshotResponseNodeEndpoint(w, v, element)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeFetchSnapshotResponse(w: Writer, v: number, x: FetchSnapshotResponseInput): void {
  const { throttleTimeMs, errorCode, topics } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.count(topics)
  for (const element of topics) writeFetchSnapshotResponseTopicSnapshot(w, v, element)
  if (x.nodeEndpoints !== undefined || x[unknownTags] !== undefined) writeFetchSnapshotResponseTags(w, v, x)
  else w.noTags()
}

/** API key 59, versions 0 to 1. */
export const FetchSnapshot: Api<FetchSnapshotRequest, FetchSnapshotRequestInput, FetchSnapshotResponse, FetchSnapshotResponseInput> = {
  key: 59,
  name: 'FetchSnapshot',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'FetchSnapshotRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
clusterId string 0+ ?0+ #0:0+ =null
replicaId int32 0+ =-1
maxBytes int32 0+ =2147483647
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    partition int32 0+ required
    currentLeaderEpoch int32 0+ required
    snapshotId struct 0+ required
      endOffset int64 0+ required
      epoch int32 0+ required
    position int64 0+ required
    replicaDirectoryId uuid 1+ #0:1+ ignorable
`,
  read: readFetchSnapshotRequest,
  write: writeFetchSnapshotRequest,
}),
  response: codec({
  name: 'FetchSnapshotResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required ignorable
errorCode int16 0+ required
topics []struct 0+ required
  name string 0+ required
  partitions []struct 0+ required
    index int32 0+ required
    errorCode int16 0+ required
    snapshotId struct 0+ required
      endOffset int64 0+ required
      epoch int32 0+ required
    currentLeader struct 0+ #0:0+
      leaderId int32 0+ required
      leaderEpoch int32 0+ required
    size int64 0+ required
    position int64 0+ required
    unalignedRecords records 0+ required
nodeEndpoints []struct 1+ #0:1+
  nodeId int32 1+ required
  host string 1+ required
  port uint16 1+ required
`,
  read: readFetchSnapshotResponse,
  write: writeFetchSnapshotResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
