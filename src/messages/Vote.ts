// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface VoteRequest extends Tagged {
  /** string · v0+ · null v0+ · default null */
  clusterId: string | null
  /** int32 · v1+ · default -1 · ignorable */
  voterId: number
  /** v0+ */
  topics: VoteRequestTopicData[]
}

export interface VoteRequestInput extends Tagged {
  /** string · v0+ · null v0+ · default null */
  clusterId?: string | null | undefined
  /** int32 · v1+ · default -1 · ignorable */
  voterId?: number | undefined
  /** v0+ */
  topics: readonly VoteRequestTopicDataInput[]
}

export interface VoteRequestTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: VoteRequestPartitionData[]
}

export interface VoteRequestTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly VoteRequestPartitionDataInput[]
}

export interface VoteRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  replicaEpoch: number
  /** int32 · v0+ */
  replicaId: number
  /** uuid · v1+ · ignorable */
  replicaDirectoryId: string
  /** uuid · v1+ · ignorable */
  voterDirectoryId: string
  /** int32 · v0+ */
  lastOffsetEpoch: number
  /** int64 · v0+ */
  lastOffset: bigint
  /** bool · v2+ */
  preVote: boolean
}

export interface VoteRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  replicaEpoch: number
  /** int32 · v0+ */
  replicaId: number
  /** uuid · v1+ · ignorable */
  replicaDirectoryId?: string | undefined
  /** uuid · v1+ · ignorable */
  voterDirectoryId?: string | undefined
  /** int32 · v0+ */
  lastOffsetEpoch: number
  /** int64 · v0+ */
  lastOffset: bigint | number
  /** bool · v2+ */
  preVote?: boolean | undefined
}

function readVoteRequestPartitionData(r: Reader, v: number): VoteRequestPartitionData {
  const partitionIndex = r.int32()
  const replicaEpoch = r.int32()
  const replicaId = r.int32()
  const replicaDirectoryId = v >= 1 ? r.uuid() : zeroUuid
  const voterDirectoryId = v >= 1 ? r.uuid() : zeroUuid
  const lastOffsetEpoch = r.int32()
  const lastOffset = r.int64()
  const preVote = v >= 2 ? r.bool() : false
  const x: VoteRequestPartitionData = {
    partitionIndex,
    replicaEpoch,
    replicaId,
    replicaDirectoryId,
    voterDirectoryId,
    lastOffsetEpoch,
    lastOffset,
    preVote,
  }
  r.tags(x)
  return x
}

function readVoteRequestPartitionDataList(r: Reader, v: number, n: number): VoteRequestPartitionData[] {
  const list = listOf<VoteRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readVoteRequestPartitionData(r, v)
  return list
}

function writeVoteRequestPartitionData(w: Writer, v: number, x: VoteRequestPartitionDataInput): void {
  const {
    partitionIndex,
    replicaEpoch,
    replicaId,
    replicaDirectoryId = zeroUuid,
    voterDirectoryId = zeroUuid,
    lastOffsetEpoch,
    lastOffset,
    preVote = false,
    [unknownTags]: unknown,
  } = x
  w.int32(partitionIndex)
  w.int32(replicaEpoch)
  w.int32(replicaId)
  if (v >= 1) w.uuid(replicaDirectoryId)
  if (v >= 1) w.uuid(voterDirectoryId)
  w.int32(lastOffsetEpoch)
  w.int64(lastOffset)
  if (v >= 2) w.bool(preVote)
  else if (preVote) w.unsupported()
  w.tags(unknown)
}

function readVoteRequestTopicData(r: Reader, v: number): VoteRequestTopicData {
  const topicName = r.string()
  const partitions = readVoteRequestPartitionDataList(r, v, r.count(25, 25))
  const x: VoteRequestTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readVoteRequestTopicDataList(r: Reader, v: number, n: number): VoteRequestTopicData[] {
  const list = listOf<VoteRequestTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readVoteRequestTopicData(r, v)
  return list
}

function writeVoteRequestTopicData(w: Writer, v: number, x: VoteRequestTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeVoteRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readVoteRequest(r: Reader, v: number): VoteRequest {
  const clusterId = r.nullableString()
  const voterId = v >= 1 ? r.int32() : -1
  const topics = readVoteRequestTopicDataList(r, v, r.count(3, 10))
  const x: VoteRequest = { clusterId, voterId, topics }
  r.tags(x)
  return x
}

function writeVoteRequest(w: Writer, v: number, x: VoteRequestInput): void {
  const { clusterId = null, voterId = -1, topics, [unknownTags]: unknown } = x
  w.nullableString(clusterId)
  if (v >= 1) w.int32(voterId)
  w.count(topics)
  for (const element of topics) writeVoteRequestTopicData(w, v, element)
  w.tags(unknown)
}

export interface VoteResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: VoteResponseTopicData[]
  /** v1+ · tag 0 */
  nodeEndpoints: VoteResponseNodeEndpoint[]
}

export interface VoteResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: readonly VoteResponseTopicDataInput[]
  /** v1+ · tag 0 */
  nodeEndpoints?: readonly VoteResponseNodeEndpointInput[] | undefined
}

export interface VoteResponseNodeEndpoint extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface VoteResponseNodeEndpointInput extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface VoteResponseTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: VoteResponsePartitionData[]
}

export interface VoteResponseTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly VoteResponsePartitionDataInput[]
}

export interface VoteResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** bool · v0+ */
  voteGranted: boolean
}

export interface VoteResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** bool · v0+ */
  voteGranted: boolean
}

function readVoteResponsePartitionData(r: Reader, _v: number): VoteResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const voteGranted = r.bool()
  const x: VoteResponsePartitionData = { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted }
  r.tags(x)
  return x
}

function readVoteResponsePartitionDataList(r: Reader, v: number, n: number): VoteResponsePartitionData[] {
  const list = listOf<VoteResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readVoteResponsePartitionData(r, v)
  return list
}

function writeVoteResponsePartitionData(w: Writer, _v: number, x: VoteResponsePartitionDataInput): void {
  const { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.bool(voteGranted)
  w.tags(unknown)
}

function readVoteResponseTopicData(r: Reader, v: number): VoteResponseTopicData {
  const topicName = r.string()
  const partitions = readVoteResponsePartitionDataList(r, v, r.count(16, 9))
  const x: VoteResponseTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readVoteResponseTopicDataList(r: Reader, v: number, n: number): VoteResponseTopicData[] {
  const list = listOf<VoteResponseTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readVoteResponseTopicData(r, v)
  return list
}

function writeVoteResponseTopicData(w: Writer, v: number, x: VoteResponseTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeVoteResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readVoteResponseNodeEndpoint(r: Reader, _v: number): VoteResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.uint16()
  const x: VoteResponseNodeEndpoint = { nodeId, host, port }
  r.tags(x)
  return x
}

function readVoteResponseNodeEndpointList(r: Reader, v: number, n: number): VoteResponseNodeEndpoint[] {
  const list = listOf<VoteResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readVoteResponseNodeEndpoint(r, v)
  return list
}

function writeVoteResponseNodeEndpoint(w: Writer, _v: number, x: VoteResponseNodeEndpointInput): void {
  const { nodeId, host, port, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readVoteResponse(r: Reader, v: number): VoteResponse {
  const errorCode = r.int16()
  const topics = readVoteResponseTopicDataList(r, v, r.count(3, 10))
  let nodeEndpoints: VoteResponseNodeEndpoint[] = []
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 1)) r.foreignTag(tag)
        const end = r.tagEnd()
        nodeEndpoints = readVoteResponseNodeEndpointList(r, v, r.count(8, 7))
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: VoteResponse = { errorCode, topics, nodeEndpoints }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeVoteResponseTags(w: Writer, v: number, x: VoteResponseInput): void {
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
    for (const element of nodeEndpoints) writeVoteResponseNodeEndpoint(w, v, element)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeVoteResponse(w: Writer, v: number, x: VoteResponseInput): void {
  const { errorCode, topics } = x
  w.int16(errorCode)
  w.count(topics)
  for (const element of topics) writeVoteResponseTopicData(w, v, element)
  if (x.nodeEndpoints !== undefined || x[unknownTags] !== undefined) writeVoteResponseTags(w, v, x)
  else w.noTags()
}

/** API key 52, versions 0 to 2. */
export const Vote: Api<VoteRequest, VoteRequestInput, VoteResponse, VoteResponseInput> = {
  key: 52,
  name: 'Vote',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  request: codec({
  name: 'VoteRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
clusterId string 0+ ?0+ =null
voterId int32 1+ =-1 ignorable
topics []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    replicaEpoch int32 0+ required
    replicaId int32 0+ required
    replicaDirectoryId uuid 1+ ignorable
    voterDirectoryId uuid 1+ ignorable
    lastOffsetEpoch int32 0+ required
    lastOffset int64 0+ required
    preVote bool 2+
`,
  read: readVoteRequest,
  write: writeVoteRequest,
}),
  response: codec({
  name: 'VoteResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
errorCode int16 0+ required
topics []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    leaderId int32 0+ required
    leaderEpoch int32 0+ required
    voteGranted bool 0+ required
nodeEndpoints []struct 1+ #0:1+
  nodeId int32 1+ required
  host string 1+ required
  port uint16 1+ required
`,
  read: readVoteResponse,
  write: writeVoteResponse,
}),
}
