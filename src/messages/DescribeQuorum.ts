// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeQuorumRequest extends Tagged {
  /** v0+ */
  topics: DescribeQuorumRequestTopicData[]
}

export interface DescribeQuorumRequestInput extends Tagged {
  /** v0+ */
  topics: readonly DescribeQuorumRequestTopicDataInput[]
}

export interface DescribeQuorumRequestTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: DescribeQuorumRequestPartitionData[]
}

export interface DescribeQuorumRequestTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly DescribeQuorumRequestPartitionDataInput[]
}

export interface DescribeQuorumRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
}

export interface DescribeQuorumRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
}

function readDescribeQuorumRequestPartitionData(r: Reader, _v: number): DescribeQuorumRequestPartitionData {
  const partitionIndex = r.int32()
  const x: DescribeQuorumRequestPartitionData = { partitionIndex }
  r.tags(x)
  return x
}

function readDescribeQuorumRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): DescribeQuorumRequestPartitionData[] {
  const list = listOf<DescribeQuorumRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeQuorumRequestPartitionData(r, v)
  return list
}

function writeDescribeQuorumRequestPartitionData(
  w: Writer,
  _v: number,
  x: DescribeQuorumRequestPartitionDataInput,
): void {
  const { partitionIndex, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.tags(unknown)
}

function readDescribeQuorumRequestTopicData(r: Reader, v: number): DescribeQuorumRequestTopicData {
  const topicName = r.string()
  const partitions = readDescribeQuorumRequestPartitionDataList(r, v, r.count(5, 5))
  const x: DescribeQuorumRequestTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readDescribeQuorumRequestTopicDataList(r: Reader, v: number, n: number): DescribeQuorumRequestTopicData[] {
  const list = listOf<DescribeQuorumRequestTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeQuorumRequestTopicData(r, v)
  return list
}

function writeDescribeQuorumRequestTopicData(w: Writer, v: number, x: DescribeQuorumRequestTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeDescribeQuorumRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readDescribeQuorumRequest(r: Reader, v: number): DescribeQuorumRequest {
  const topics = readDescribeQuorumRequestTopicDataList(r, v, r.count(3, 10))
  const x: DescribeQuorumRequest = { topics }
  r.tags(x)
  return x
}

function writeDescribeQuorumRequest(w: Writer, v: number, x: DescribeQuorumRequestInput): void {
  const { topics, [unknownTags]: unknown } = x
  w.count(topics)
  for (const element of topics) writeDescribeQuorumRequestTopicData(w, v, element)
  w.tags(unknown)
}

export interface DescribeQuorumResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v2+ · null v2+ · ignorable */
  errorMessage: string | null
  /** v0+ */
  topics: DescribeQuorumResponseTopicData[]
  /** v2+ */
  nodes: DescribeQuorumResponseNode[]
}

export interface DescribeQuorumResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v2+ · null v2+ · ignorable */
  errorMessage?: string | null | undefined
  /** v0+ */
  topics: readonly DescribeQuorumResponseTopicDataInput[]
  /** v2+ */
  nodes?: readonly DescribeQuorumResponseNodeInput[] | undefined
}

export interface DescribeQuorumResponseNode extends Tagged {
  /** int32 · v2+ */
  nodeId: number
  /** v2+ */
  listeners: DescribeQuorumResponseListener[]
}

export interface DescribeQuorumResponseNodeInput extends Tagged {
  /** int32 · v2+ */
  nodeId: number
  /** v2+ */
  listeners: readonly DescribeQuorumResponseListenerInput[]
}

export interface DescribeQuorumResponseListener extends Tagged {
  /** string · v2+ */
  name: string
  /** string · v2+ */
  host: string
  /** uint16 · v2+ */
  port: number
}

export interface DescribeQuorumResponseListenerInput extends Tagged {
  /** string · v2+ */
  name: string
  /** string · v2+ */
  host: string
  /** uint16 · v2+ */
  port: number
}

export interface DescribeQuorumResponseTopicData extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: DescribeQuorumResponsePartitionData[]
}

export interface DescribeQuorumResponseTopicDataInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** v0+ */
  partitions: readonly DescribeQuorumResponsePartitionDataInput[]
}

export interface DescribeQuorumResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v2+ · null v2+ · ignorable */
  errorMessage: string | null
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v0+ */
  highWatermark: bigint
  /** v0+ */
  currentVoters: DescribeQuorumResponseReplicaState[]
  /** v0+ */
  observers: DescribeQuorumResponseReplicaState[]
}

export interface DescribeQuorumResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v2+ · null v2+ · ignorable */
  errorMessage?: string | null | undefined
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** int64 · v0+ */
  highWatermark: bigint | number
  /** v0+ */
  currentVoters: readonly DescribeQuorumResponseReplicaStateInput[]
  /** v0+ */
  observers: readonly DescribeQuorumResponseReplicaStateInput[]
}

export interface DescribeQuorumResponseReplicaState extends Tagged {
  /** int32 · v0+ */
  replicaId: number
  /** uuid · v2+ */
  replicaDirectoryId: string
  /** int64 · v0+ */
  logEndOffset: bigint
  /** int64 · v1+ · default -1 · ignorable */
  lastFetchTimestamp: bigint
  /** int64 · v1+ · default -1 · ignorable */
  lastCaughtUpTimestamp: bigint
}

export interface DescribeQuorumResponseReplicaStateInput extends Tagged {
  /** int32 · v0+ */
  replicaId: number
  /** uuid · v2+ */
  replicaDirectoryId?: string | undefined
  /** int64 · v0+ */
  logEndOffset: bigint | number
  /** int64 · v1+ · default -1 · ignorable */
  lastFetchTimestamp?: bigint | number | undefined
  /** int64 · v1+ · default -1 · ignorable */
  lastCaughtUpTimestamp?: bigint | number | undefined
}

function readDescribeQuorumResponseReplicaState(r: Reader, v: number): DescribeQuorumResponseReplicaState {
  const replicaId = r.int32()
  const replicaDirectoryId = v >= 2 ? r.uuid() : zeroUuid
  const logEndOffset = r.int64()
  const lastFetchTimestamp = v >= 1 ? r.int64() : -1n
  const lastCaughtUpTimestamp = v >= 1 ? r.int64() : -1n
  const x: DescribeQuorumResponseReplicaState = {
    replicaId,
    replicaDirectoryId,
    logEndOffset,
    lastFetchTimestamp,
    lastCaughtUpTimestamp,
  }
  r.tags(x)
  return x
}

function readDescribeQuorumResponseReplicaStateList(
  r: Reader,
  v: number,
  n: number,
): DescribeQuorumResponseReplicaState[] {
  const list = listOf<DescribeQuorumResponseReplicaState>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeQuorumResponseReplicaState(r, v)
  return list
}

function writeDescribeQuorumResponseReplicaState(
  w: Writer,
  v: number,
  x: DescribeQuorumResponseReplicaStateInput,
): void {
  const {
    replicaId,
    replicaDirectoryId = zeroUuid,
    logEndOffset,
    lastFetchTimestamp = -1n,
    lastCaughtUpTimestamp = -1n,
    [unknownTags]: unknown,
  } = x
  w.int32(replicaId)
  if (v >= 2) w.uuid(replicaDirectoryId)
  else if (replicaDirectoryId !== zeroUuid) w.unsupported()
  w.int64(logEndOffset)
  if (v >= 1) w.int64(lastFetchTimestamp)
  if (v >= 1) w.int64(lastCaughtUpTimestamp)
  w.tags(unknown)
}

function readDescribeQuorumResponsePartitionData(r: Reader, v: number): DescribeQuorumResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const errorMessage = v >= 2 ? r.nullableString() : ''
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const highWatermark = r.int64()
  const currentVoters = readDescribeQuorumResponseReplicaStateList(r, v, r.count(13, 23))
  const observers = readDescribeQuorumResponseReplicaStateList(r, v, r.count(13, 23))
  const x: DescribeQuorumResponsePartitionData = {
    partitionIndex,
    errorCode,
    errorMessage,
    leaderId,
    leaderEpoch,
    highWatermark,
    currentVoters,
    observers,
  }
  r.tags(x)
  return x
}

function readDescribeQuorumResponsePartitionDataList(
  r: Reader,
  v: number,
  n: number,
): DescribeQuorumResponsePartitionData[] {
  const list = listOf<DescribeQuorumResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeQuorumResponsePartitionData(r, v)
  return list
}

function writeDescribeQuorumResponsePartitionData(
  w: Writer,
  v: number,
  x: DescribeQuorumResponsePartitionDataInput,
): void {
  const {
    partitionIndex,
    errorCode,
    errorMessage = '',
    leaderId,
    leaderEpoch,
    highWatermark,
    currentVoters,
    observers,
    [unknownTags]: unknown,
  } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  if (v >= 2) w.nullableString(errorMessage)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.int64(highWatermark)
  w.count(currentVoters)
  for (const element of currentVoters) writeDescribeQuorumResponseReplicaState(w, v, element)
  w.count(observers)
  for (const element of observers) writeDescribeQuorumResponseReplicaState(w, v, element)
  w.tags(unknown)
}

function readDescribeQuorumResponseTopicData(r: Reader, v: number): DescribeQuorumResponseTopicData {
  const topicName = r.string()
  const partitions = readDescribeQuorumResponsePartitionDataList(r, v, r.count(25, 23))
  const x: DescribeQuorumResponseTopicData = { topicName, partitions }
  r.tags(x)
  return x
}

function readDescribeQuorumResponseTopicDataList(r: Reader, v: number, n: number): DescribeQuorumResponseTopicData[] {
  const list = listOf<DescribeQuorumResponseTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeQuorumResponseTopicData(r, v)
  return list
}

function writeDescribeQuorumResponseTopicData(w: Writer, v: number, x: DescribeQuorumResponseTopicDataInput): void {
  const { topicName, partitions, [unknownTags]: unknown } = x
  w.string(topicName)
  w.count(partitions)
  for (const element of partitions) writeDescribeQuorumResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readDescribeQuorumResponseListener(r: Reader, _v: number): DescribeQuorumResponseListener {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const x: DescribeQuorumResponseListener = { name, host, port }
  r.tags(x)
  return x
}

function readDescribeQuorumResponseListenerList(r: Reader, v: number, n: number): DescribeQuorumResponseListener[] {
  const list = listOf<DescribeQuorumResponseListener>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeQuorumResponseListener(r, v)
  return list
}

function writeDescribeQuorumResponseListener(w: Writer, _v: number, x: DescribeQuorumResponseListenerInput): void {
  const { name, host, port, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readDescribeQuorumResponseNode(r: Reader, v: number): DescribeQuorumResponseNode {
  const nodeId = r.int32()
  const listeners = readDescribeQuorumResponseListenerList(r, v, r.count(5, 7))
  const x: DescribeQuorumResponseNode = { nodeId, listeners }
  r.tags(x)
  return x
}

function readDescribeQuorumResponseNodeList(r: Reader, v: number, n: number): DescribeQuorumResponseNode[] {
  const list = listOf<DescribeQuorumResponseNode>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeQuorumResponseNode(r, v)
  return list
}

function writeDescribeQuorumResponseNode(w: Writer, v: number, x: DescribeQuorumResponseNodeInput): void {
  const { nodeId, listeners, [unknownTags]: unknown } = x
  w.int32(nodeId)
  w.count(listeners)
  for (const element of listeners) writeDescribeQuorumResponseListener(w, v, element)
  w.tags(unknown)
}

function readDescribeQuorumResponse(r: Reader, v: number): DescribeQuorumResponse {
  const errorCode = r.int16()
  const errorMessage = v >= 2 ? r.nullableString() : ''
  const topics = readDescribeQuorumResponseTopicDataList(r, v, r.count(3, 10))
  const nodes = v >= 2 ? readDescribeQuorumResponseNodeList(r, v, r.count(6, 10)) : []
  const x: DescribeQuorumResponse = { errorCode, errorMessage, topics, nodes }
  r.tags(x)
  return x
}

function writeDescribeQuorumResponse(w: Writer, v: number, x: DescribeQuorumResponseInput): void {
  const { errorCode, errorMessage = '', topics, nodes = [], [unknownTags]: unknown } = x
  w.int16(errorCode)
  if (v >= 2) w.nullableString(errorMessage)
  w.count(topics)
  for (const element of topics) writeDescribeQuorumResponseTopicData(w, v, element)
  if (v >= 2) {
    w.count(nodes)
    for (const element of nodes) writeDescribeQuorumResponseNode(w, v, element)
  } else if (nodes.length !== 0) w.unsupported()
  w.tags(unknown)
}

/** API key 55, versions 0 to 2. */
export const DescribeQuorum: Api<DescribeQuorumRequest, DescribeQuorumRequestInput, DescribeQuorumResponse, DescribeQuorumResponseInput> = {
  key: 55,
  name: 'DescribeQuorum',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  request: codec({
  name: 'DescribeQuorumRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
topics []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
`,
  read: readDescribeQuorumRequest,
  write: writeDescribeQuorumRequest,
}),
  response: codec({
  name: 'DescribeQuorumResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
errorCode int16 0+ required
errorMessage string 2+ ?2+ ignorable
topics []struct 0+ required
  topicName string 0+ required
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    errorMessage string 2+ ?2+ ignorable
    leaderId int32 0+ required
    leaderEpoch int32 0+ required
    highWatermark int64 0+ required
    currentVoters []struct 0+ required
      replicaId int32 0+ required
      replicaDirectoryId uuid 2+
      logEndOffset int64 0+ required
      lastFetchTimestamp int64 1+ =-1 ignorable
      lastCaughtUpTimestamp int64 1+ =-1 ignorable
    observers []struct 0+ required
      replicaId int32 0+ required
      replicaDirectoryId uuid 2+
      logEndOffset int64 0+ required
      lastFetchTimestamp int64 1+ =-1 ignorable
      lastCaughtUpTimestamp int64 1+ =-1 ignorable
nodes []struct 2+
  nodeId int32 2+ required
  listeners []struct 2+ required
    name string 2+ required
    host string 2+ required
    port uint16 2+ required
`,
  read: readDescribeQuorumResponse,
  write: writeDescribeQuorumResponse,
}),
}
