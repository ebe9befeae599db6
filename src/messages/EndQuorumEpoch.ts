// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface EndQuorumEpochRequest extends Tagged {
  /** string · v0+ · null v0+ · default null */
  clusterId: string | null
  /** v0+ */
  topics: EndQuorumEpochRequestTopicData[]
  /** v1+ · ignorable */
  leaderEndpoints: EndQuorumEpochRequestLeaderEndpoint[]
}

export interface EndQuorumEpochRequestInput extends Tagged {
  /** string · v0+ · null v0+ · default null */
  clusterId?: string | null | undefined
  /** v0+ */
  topics: readonly EndQuorumEpochRequestTopicDataInput[]
  /** v1+ · ignorable */
  leaderEndpoints?: readonly EndQuorumEpochRequestLeaderEndpointInput[] | undefined
}

export interface EndQuorumEpochRequestLeaderEndpoint extends Tagged {
  /** string · v1+ */
  name: string
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface EndQuorumEpochRequestLeaderEndpointInput extends Tagged {
  /** string · v1+ */
  name: string
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface EndQuorumEpochRequestTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: EndQuorumEpochRequestPartitionData[]
}

export interface EndQuorumEpochRequestTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly EndQuorumEpochRequestPartitionDataInput[]
}

export interface EndQuorumEpochRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** []int32 · v0 · ignorable */
  preferredSuccessors: number[]
  /** v1+ · ignorable */
  preferredCandidates: EndQuorumEpochRequestReplicaInfo[]
}

export interface EndQuorumEpochRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** []int32 · v0 · ignorable */
  preferredSuccessors?: readonly number[] | undefined
  /** v1+ · ignorable */
  preferredCandidates?: readonly EndQuorumEpochRequestReplicaInfoInput[] | undefined
}

export interface EndQuorumEpochRequestReplicaInfo extends Tagged {
  /** int32 · v1+ */
  candidateId: number
  /** uuid · v1+ */
  candidateDirectoryId: string
}

export interface EndQuorumEpochRequestReplicaInfoInput extends Tagged {
  /** int32 · v1+ */
  candidateId: number
  /** uuid · v1+ */
  candidateDirectoryId: string
}

function readEndQuorumEpochRequestReplicaInfo(r: Reader, _v: number): EndQuorumEpochRequestReplicaInfo {
  const candidateId = r.int32()
  const candidateDirectoryId = r.uuid()
  const x: EndQuorumEpochRequestReplicaInfo = { candidateId, candidateDirectoryId }
  r.tags(x)
  return x
}

function readEndQuorumEpochRequestReplicaInfoList(r: Reader, v: number, n: number): EndQuorumEpochRequestReplicaInfo[] {
  const list = listOf<EndQuorumEpochRequestReplicaInfo>(n)
  for (let i = 0; i < n; i++) list[i] = readEndQuorumEpochRequestReplicaInfo(r, v)
  return list
}

function writeEndQuorumEpochRequestReplicaInfo(w: Writer, _v: number, x: EndQuorumEpochRequestReplicaInfoInput): void {
  const { candidateId, candidateDirectoryId, [unknownTags]: unknown } = x
  w.int32(candidateId)
  w.uuid(candidateDirectoryId)
  w.tags(unknown)
}

function readEndQuorumEpochRequestPartitionData(r: Reader, v: number): EndQuorumEpochRequestPartitionData {
  const partitionIndex = r.int32()
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const preferredSuccessors = v <= 0 ? r.int32s() : []
  const preferredCandidates = v >= 1 ? readEndQuorumEpochRequestReplicaInfoList(r, v, r.count(21, 11)) : []
  const x: EndQuorumEpochRequestPartitionData = {
    partitionIndex,
    leaderId,
    leaderEpoch,
    preferredSuccessors,
    preferredCandidates,
  }
  r.tags(x)
  return x
}

function readEndQuorumEpochRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): EndQuorumEpochRequestPartitionData[] {
  const list = listOf<EndQuorumEpochRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readEndQuorumEpochRequestPartitionData(r, v)
  return list
}

function writeEndQuorumEpochRequestPartitionData(
  w: Writer,
  v: number,
  x: EndQuorumEpochRequestPartitionDataInput,
): void {
  const {
    partitionIndex,
    leaderId,
    leaderEpoch,
    preferredSuccessors = [],
    preferredCandidates = [],
    [unknownTags]: unknown,
  } = x
  w.int32(partitionIndex)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  if (v <= 0) w.int32s(preferredSuccessors)
  if (v >= 1) {
    w.count(preferredCandidates)
    for (const element of preferredCandidates) writeEndQuorumEpochRequestReplicaInfo(w, v, element)
  }
  w.tags(unknown)
}

function readEndQuorumEpochRequestTopicData(r: Reader, v: number): EndQuorumEpochRequestTopicData {
  const topicName = r.string()
  const partitions = readEndQuorumEpochRequestPartitionDataList(r, v, r.count(14, 17))
  const x: EndQuorumEpochRequestTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readEndQuorumEpochRequestTopicDataList(r: Reader, v: number, n: number): EndQuorumEpochRequestTopicData[] {
  const list = listOf<EndQuorumEpochRequestTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readEndQuorumEpochRequestTopicData(r, v)
  return list
}

function writeEndQuorumEpochRequestTopicData(w: Writer, v: number, x: EndQuorumEpochRequestTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeEndQuorumEpochRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readEndQuorumEpochRequestLeaderEndpoint(r: Reader, _v: number): EndQuorumEpochRequestLeaderEndpoint {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const x: EndQuorumEpochRequestLeaderEndpoint = { name, host, port }
  r.tags(x)
  return x
}

function readEndQuorumEpochRequestLeaderEndpointList(
  r: Reader,
  v: number,
  n: number,
): EndQuorumEpochRequestLeaderEndpoint[] {
  const list = listOf<EndQuorumEpochRequestLeaderEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readEndQuorumEpochRequestLeaderEndpoint(r, v)
  return list
}

function writeEndQuorumEpochRequestLeaderEndpoint(
  w: Writer,
  _v: number,
  x: EndQuorumEpochRequestLeaderEndpointInput,
): void {
  const { name, host, port, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readEndQuorumEpochRequest(r: Reader, v: number): EndQuorumEpochRequest {
  const clusterId = r.nullableString()
  const topics = readEndQuorumEpochRequestTopicDataList(r, v, r.count(3, 10))
  const leaderEndpoints = v >= 1 ? readEndQuorumEpochRequestLeaderEndpointList(r, v, r.count(5, 7)) : []
  const x: EndQuorumEpochRequest = { clusterId, topics, leaderEndpoints }
  r.tags(x)
  return x
}

function writeEndQuorumEpochRequest(w: Writer, v: number, x: EndQuorumEpochRequestInput): void {
  const { clusterId = null, topics, leaderEndpoints = [], [unknownTags]: unknown } = x
  w.nullableString(clusterId)
  w.count(topics)
  for (const element of topics) writeEndQuorumEpochRequestTopicData(w, v, element)
  if (v >= 1) {
    w.count(leaderEndpoints)
    for (const element of leaderEndpoints) writeEndQuorumEpochRequestLeaderEndpoint(w, v, element)
  }
  w.tags(unknown)
}

export interface EndQuorumEpochResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: EndQuorumEpochResponseTopicData[]
  /** v1+ · tag 0 */
  nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[]
}

export interface EndQuorumEpochResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: readonly EndQuorumEpochResponseTopicDataInput[]
  /** v1+ · tag 0 */
  nodeEndpoints?: readonly EndQuorumEpochResponseNodeEndpointInput[] | undefined
}

export interface EndQuorumEpochResponseNodeEndpoint extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface EndQuorumEpochResponseNodeEndpointInput extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface EndQuorumEpochResponseTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: EndQuorumEpochResponsePartitionData[]
}

export interface EndQuorumEpochResponseTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly EndQuorumEpochResponsePartitionDataInput[]
}

export interface EndQuorumEpochResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface EndQuorumEpochResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

function readEndQuorumEpochResponsePartitionData(r: Reader, _v: number): EndQuorumEpochResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: EndQuorumEpochResponsePartitionData = { partitionIndex, errorCode, leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function readEndQuorumEpochResponsePartitionDataList(
  r: Reader,
  v: number,
  n: number,
): EndQuorumEpochResponsePartitionData[] {
  const list = listOf<EndQuorumEpochResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readEndQuorumEpochResponsePartitionData(r, v)
  return list
}

function writeEndQuorumEpochResponsePartitionData(
  w: Writer,
  _v: number,
  x: EndQuorumEpochResponsePartitionDataInput,
): void {
  const { partitionIndex, errorCode, leaderId, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readEndQuorumEpochResponseTopicData(r: Reader, v: number): EndQuorumEpochResponseTopicData {
  const topicName = r.string()
  const partitions = readEndQuorumEpochResponsePartitionDataList(r, v, r.count(14, 8))
  const x: EndQuorumEpochResponseTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readEndQuorumEpochResponseTopicDataList(r: Reader, v: number, n: number): EndQuorumEpochResponseTopicData[] {
  const list = listOf<EndQuorumEpochResponseTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readEndQuorumEpochResponseTopicData(r, v)
  return list
}

function writeEndQuorumEpochResponseTopicData(w: Writer, v: number, x: EndQuorumEpochResponseTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeEndQuorumEpochResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readEndQuorumEpochResponseNodeEndpoint(r: Reader, _v: number): EndQuorumEpochResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.uint16()
  const x: EndQuorumEpochResponseNodeEndpoint = { nodeId, host, port }
  r.tags(x)
  return x
}

function readEndQuorumEpochResponseNodeEndpointList(
  r: Reader,
  v: number,
  n: number,
): EndQuorumEpochResponseNodeEndpoint[] {
  const list = listOf<EndQuorumEpochResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readEndQuorumEpochResponseNodeEndpoint(r, v)
  return list
}

function writeEndQuorumEpochResponseNodeEndpoint(
  w: Writer,
  _v: number,
  x: EndQuorumEpochResponseNodeEndpointInput,
): void {
  const { nodeId, host, port, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readEndQuorumEpochResponse(r: Reader, v: number): EndQuorumEpochResponse {
  const errorCode = r.int16()
  const topics = readEndQuorumEpochResponseTopicDataList(r, v, r.count(3, 10))
  let nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[] = []
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 1)) r.foreignTag(tag)
        const end = r.tagEnd()
        nodeEndpoints = readEndQuorumEpochResponseNodeEndpointList(r, v, r.count(8, 7))
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: EndQuorumEpochResponse = { errorCode, topics, nodeEndpoints }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeEndQuorumEpochResponseTags(w: Writer, v: number, x: EndQuorumEpochResponseInput): void {
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
    for (const element of nodeEndpoints) writeEndQuorumEpochResponseNodeEndpoint(w, v, element)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeEndQuorumEpochResponse(w: Writer, v: number, x: EndQuorumEpochResponseInput): void {
  const { errorCode, topics } = x
  w.int16(errorCode)
  w.count(topics)
  for (const element of topics) writeEndQuorumEpochResponseTopicData(w, v, element)
  if (x.nodeEndpoints !== undefined || x[unknownTags] !== undefined) writeEndQuorumEpochResponseTags(w, v, x)
  else w.noTags()
}

/** API key 54, versions 0 to 1. */
export const EndQuorumEpoch: Api<EndQuorumEpochRequest, EndQuorumEpochRequestInput, EndQuorumEpochResponse, EndQuorumEpochResponseInput> = {
  key: 54,
  name: 'EndQuorumEpoch',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  request: codec({
  name: 'EndQuorumEpochRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
clusterId string 0+ ?0+ =null
topics []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    leaderId int32 0+ required
    leaderEpoch int32 0+ required
    preferredSuccessors []int32 0 ignorable
    preferredCandidates []struct 1+ ignorable
      candidateId int32 1+ required
      candidateDirectoryId uuid 1+ required
leaderEndpoints []struct 1+ ignorable
  name string 1+ required
  host string 1+ required
  port uint16 1+ required
`,
  read: readEndQuorumEpochRequest,
  write: writeEndQuorumEpochRequest,
}),
  response: codec({
  name: 'EndQuorumEpochResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
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
nodeEndpoints []struct 1+ #0:1+
  nodeId int32 1+ required
  host string 1+ required
  port uint16 1+ required
`,
  read: readEndQuorumEpochResponse,
  write: writeEndQuorumEpochResponse,
}),
}
