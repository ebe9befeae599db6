// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface BeginQuorumEpochRequest extends Tagged {
  /** string · v0+ · null v0+ · default null */
  clusterId: string | null
  /** int32 · v1+ · default -1 · ignorable */
  voterId: number
  /** v0+ */
  topics: BeginQuorumEpochRequestTopicData[]
  /** v1+ · ignorable */
  leaderEndpoints: BeginQuorumEpochRequestLeaderEndpoint[]
}

export interface BeginQuorumEpochRequestInput extends Tagged {
  /** string · v0+ · null v0+ · default null */
  clusterId?: string | null | undefined
  /** int32 · v1+ · default -1 · ignorable */
  voterId?: number | undefined
  /** v0+ */
  topics: readonly BeginQuorumEpochRequestTopicDataInput[]
  /** v1+ · ignorable */
  leaderEndpoints?: readonly BeginQuorumEpochRequestLeaderEndpointInput[] | undefined
}

export interface BeginQuorumEpochRequestLeaderEndpoint extends Tagged {
  /** string · v1+ */
  name: string
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface BeginQuorumEpochRequestLeaderEndpointInput extends Tagged {
  /** string · v1+ */
  name: string
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface BeginQuorumEpochRequestTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: BeginQuorumEpochRequestPartitionData[]
}

export interface BeginQuorumEpochRequestTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly BeginQuorumEpochRequestPartitionDataInput[]
}

export interface BeginQuorumEpochRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** uuid · v1+ · ignorable */
  voterDirectoryId: string
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface BeginQuorumEpochRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** uuid · v1+ · ignorable */
  voterDirectoryId?: string | undefined
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

function readBeginQuorumEpochRequestPartitionData(r: Reader, v: number): BeginQuorumEpochRequestPartitionData {
  const partitionIndex = r.int32()
  const voterDirectoryId = v >= 1 ? r.uuid() : zeroUuid
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: BeginQuorumEpochRequestPartitionData = { partitionIndex, voterDirectoryId, leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function readBeginQuorumEpochRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): BeginQuorumEpochRequestPartitionData[] {
  const list = listOf<BeginQuorumEpochRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readBeginQuorumEpochRequestPartitionData(r, v)
  return list
}

function writeBeginQuorumEpochRequestPartitionData(
  w: Writer,
  v: number,
  x: BeginQuorumEpochRequestPartitionDataInput,
): void {
  const { partitionIndex, voterDirectoryId = zeroUuid, leaderId, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  if (v >= 1) w.uuid(voterDirectoryId)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readBeginQuorumEpochRequestTopicData(r: Reader, v: number): BeginQuorumEpochRequestTopicData {
  const topicName = r.string()
  const partitions = readBeginQuorumEpochRequestPartitionDataList(r, v, r.count(12, 13))
  const x: BeginQuorumEpochRequestTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readBeginQuorumEpochRequestTopicDataList(r: Reader, v: number, n: number): BeginQuorumEpochRequestTopicData[] {
  const list = listOf<BeginQuorumEpochRequestTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readBeginQuorumEpochRequestTopicData(r, v)
  return list
}

function writeBeginQuorumEpochRequestTopicData(w: Writer, v: number, x: BeginQuorumEpochRequestTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeBeginQuorumEpochRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readBeginQuorumEpochRequestLeaderEndpoint(r: Reader, _v: number): BeginQuorumEpochRequestLeaderEndpoint {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const x: BeginQuorumEpochRequestLeaderEndpoint = { name, host, port }
  r.tags(x)
  return x
}

function readBeginQuorumEpochRequestLeaderEndpointList(
  r: Reader,
  v: number,
  n: number,
): BeginQuorumEpochRequestLeaderEndpoint[] {
  const list = listOf<BeginQuorumEpochRequestLeaderEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readBeginQuorumEpochRequestLeaderEndpoint(r, v)
  return list
}

function writeBeginQuorumEpochRequestLeaderEndpoint(
  w: Writer,
  _v: number,
  x: BeginQuorumEpochRequestLeaderEndpointInput,
): void {
  const { name, host, port, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readBeginQuorumEpochRequest(r: Reader, v: number): BeginQuorumEpochRequest {
  const clusterId = r.nullableString()
  const voterId = v >= 1 ? r.int32() : -1
  const topics = readBeginQuorumEpochRequestTopicDataList(r, v, r.count(3, 10))
  const leaderEndpoints = v >= 1 ? readBeginQuorumEpochRequestLeaderEndpointList(r, v, r.count(5, 7)) : []
  const x: BeginQuorumEpochRequest = { clusterId, voterId, topics, leaderEndpoints }
  r.tags(x)
  return x
}

function writeBeginQuorumEpochRequest(w: Writer, v: number, x: BeginQuorumEpochRequestInput): void {
  const { clusterId = null, voterId = -1, topics, leaderEndpoints = [], [unknownTags]: unknown } = x
  w.nullableString(clusterId)
  if (v >= 1) w.int32(voterId)
  w.count(topics)
  for (const element of topics) writeBeginQuorumEpochRequestTopicData(w, v, element)
  if (v >= 1) {
    w.count(leaderEndpoints)
    for (const element of leaderEndpoints) writeBeginQuorumEpochRequestLeaderEndpoint(w, v, element)
  }
  w.tags(unknown)
}

export interface BeginQuorumEpochResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: BeginQuorumEpochResponseTopicData[]
  /** v1+ · tag 0 */
  nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[]
}

export interface BeginQuorumEpochResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: readonly BeginQuorumEpochResponseTopicDataInput[]
  /** v1+ · tag 0 */
  nodeEndpoints?: readonly BeginQuorumEpochResponseNodeEndpointInput[] | undefined
}

export interface BeginQuorumEpochResponseNodeEndpoint extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface BeginQuorumEpochResponseNodeEndpointInput extends Tagged {
  /** int32 · v1+ */
  nodeId: number
  /** string · v1+ */
  host: string
  /** uint16 · v1+ */
  port: number
}

export interface BeginQuorumEpochResponseTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: BeginQuorumEpochResponsePartitionData[]
}

export interface BeginQuorumEpochResponseTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly BeginQuorumEpochResponsePartitionDataInput[]
}

export interface BeginQuorumEpochResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

export interface BeginQuorumEpochResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
}

function readBeginQuorumEpochResponsePartitionData(r: Reader, _v: number): BeginQuorumEpochResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const x: BeginQuorumEpochResponsePartitionData = { partitionIndex, errorCode, leaderId, leaderEpoch }
  r.tags(x)
  return x
}

function readBeginQuorumEpochResponsePartitionDataList(
  r: Reader,
  v: number,
  n: number,
): BeginQuorumEpochResponsePartitionData[] {
  const list = listOf<BeginQuorumEpochResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readBeginQuorumEpochResponsePartitionData(r, v)
  return list
}

function writeBeginQuorumEpochResponsePartitionData(
  w: Writer,
  _v: number,
  x: BeginQuorumEpochResponsePartitionDataInput,
): void {
  const { partitionIndex, errorCode, leaderId, leaderEpoch, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.tags(unknown)
}

function readBeginQuorumEpochResponseTopicData(r: Reader, v: number): BeginQuorumEpochResponseTopicData {
  const topicName = r.string()
  const partitions = readBeginQuorumEpochResponsePartitionDataList(r, v, r.count(14, 8))
  const x: BeginQuorumEpochResponseTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readBeginQuorumEpochResponseTopicDataList(
  r: Reader,
  v: number,
  n: number,
): BeginQuorumEpochResponseTopicData[] {
  const list = listOf<BeginQuorumEpochResponseTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readBeginQuorumEpochResponseTopicData(r, v)
  return list
}

function writeBeginQuorumEpochResponseTopicData(w: Writer, v: number, x: BeginQuorumEpochResponseTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeBeginQuorumEpochResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readBeginQuorumEpochResponseNodeEndpoint(r: Reader, _v: number): BeginQuorumEpochResponseNodeEndpoint {
  const nodeId = r.int32()
  const host = r.string()
  const port = r.uint16()
  const x: BeginQuorumEpochResponseNodeEndpoint = { nodeId, host, port }
  r.tags(x)
  return x
}

function readBeginQuorumEpochResponseNodeEndpointList(
  r: Reader,
  v: number,
  n: number,
): BeginQuorumEpochResponseNodeEndpoint[] {
  const list = listOf<BeginQuorumEpochResponseNodeEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readBeginQuorumEpochResponseNodeEndpoint(r, v)
  return list
}

function writeBeginQuorumEpochResponseNodeEndpoint(
  w: Writer,
  _v: number,
  x: BeginQuorumEpochResponseNodeEndpointInput,
): void {
  const { nodeId, host, port, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readBeginQuorumEpochResponse(r: Reader, v: number): BeginQuorumEpochResponse {
  const errorCode = r.int16()
  const topics = readBeginQuorumEpochResponseTopicDataList(r, v, r.count(3, 10))
  let nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[] = []
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 1)) r.foreignTag(tag)
        const end = r.tagEnd()
        nodeEndpoints = readBeginQuorumEpochResponseNodeEndpointList(r, v, r.count(8, 7))
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: BeginQuorumEpochResponse = { errorCode, topics, nodeEndpoints }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeBeginQuorumEpochResponseTags(w: Writer, v: number, x: BeginQuorumEpochResponseInput): void {
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
    for (const element of nodeEndpoints) writeBeginQuorumEpochResponseNodeEndpoint(w, v, element)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeBeginQuorumEpochResponse(w: Writer, v: number, x: BeginQuorumEpochResponseInput): void {
  const { errorCode, topics } = x
  w.int16(errorCode)
  w.count(topics)
  for (const element of topics) writeBeginQuorumEpochResponseTopicData(w, v, element)
  if (x.nodeEndpoints !== undefined || x[unknownTags] !== undefined) writeBeginQuorumEpochResponseTags(w, v, x)
  else w.noTags()
}

/** API key 53, versions 0 to 1. */
export const BeginQuorumEpoch: Api<BeginQuorumEpochRequest, BeginQuorumEpochRequestInput, BeginQuorumEpochResponse, BeginQuorumEpochResponseInput> = {
  key: 53,
  name: 'BeginQuorumEpoch',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  request: codec({
  name: 'BeginQuorumEpochRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
clusterId string 0+ ?0+ =null
voterId int32 1+ =-1 ignorable
topics []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    voterDirectoryId uuid 1+ ignorable
    leaderId int32 0+ required
    leaderEpoch int32 0+ required
leaderEndpoints []struct 1+ ignorable
  name string 1+ required
  host string 1+ required
  port uint16 1+ required
`,
  read: readBeginQuorumEpochRequest,
  write: writeBeginQuorumEpochRequest,
}),
  response: codec({
  name: 'BeginQuorumEpochResponse',
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
  read: readBeginQuorumEpochResponse,
  write: writeBeginQuorumEpochResponse,
}),
}
