// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface StreamsGroupHeartbeatRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** int32 · v0+ */
  endpointInformationEpoch: number
  /** string · v0+ · null v0+ · default null */
  instanceId: string | null
  /** string · v0+ · null v0+ · default null */
  rackId: string | null
  /** int32 · v0+ · default -1 */
  rebalanceTimeoutMs: number
  /** v0+ · null v0+ · default null */
  topology: StreamsGroupHeartbeatRequestTopology | null
  /** v0+ · null v0+ · default null */
  activeTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  /** v0+ · null v0+ · default null */
  standbyTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  /** v0+ · null v0+ · default null */
  warmupTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  /** string · v0+ · null v0+ · default null */
  processId: string | null
  /** v0+ · null v0+ · default null */
  userEndpoint: StreamsGroupHeartbeatRequestEndpoint | null
  /** v0+ · null v0+ · default null */
  clientTags: StreamsGroupHeartbeatRequestKeyValue[] | null
  /** v0+ · null v0+ · default null */
  taskOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null
  /** v0+ · null v0+ · default null */
  taskEndOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null
  /** bool · v0+ · default false */
  shutdownApplication: boolean
}

export interface StreamsGroupHeartbeatRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** int32 · v0+ */
  endpointInformationEpoch: number
  /** string · v0+ · null v0+ · default null */
  instanceId?: string | null | undefined
  /** string · v0+ · null v0+ · default null */
  rackId?: string | null | undefined
  /** int32 · v0+ · default -1 */
  rebalanceTimeoutMs?: number | undefined
  /** v0+ · null v0+ · default null */
  topology?: StreamsGroupHeartbeatRequestTopologyInput | null | undefined
  /** v0+ · null v0+ · default null */
  activeTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null | undefined
  /** v0+ · null v0+ · default null */
  standbyTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null | undefined
  /** v0+ · null v0+ · default null */
  warmupTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null | undefined
  /** string · v0+ · null v0+ · default null */
  processId?: string | null | undefined
  /** v0+ · null v0+ · default null */
  userEndpoint?: StreamsGroupHeartbeatRequestEndpointInput | null | undefined
  /** v0+ · null v0+ · default null */
  clientTags?: readonly StreamsGroupHeartbeatRequestKeyValueInput[] | null | undefined
  /** v0+ · null v0+ · default null */
  taskOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[] | null | undefined
  /** v0+ · null v0+ · default null */
  taskEndOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[] | null | undefined
  /** bool · v0+ · default false */
  shutdownApplication?: boolean | undefined
}

export interface StreamsGroupHeartbeatRequestTaskOffset extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** int32 · v0+ */
  partition: number
  /** int64 · v0+ */
  offset: bigint
}

export interface StreamsGroupHeartbeatRequestTaskOffsetInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** int32 · v0+ */
  partition: number
  /** int64 · v0+ */
  offset: bigint | number
}

export interface StreamsGroupHeartbeatRequestEndpoint extends Tagged {
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface StreamsGroupHeartbeatRequestEndpointInput extends Tagged {
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface StreamsGroupHeartbeatRequestTaskIds extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface StreamsGroupHeartbeatRequestTaskIdsInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

export interface StreamsGroupHeartbeatRequestTopology extends Tagged {
  /** int32 · v0+ */
  epoch: number
  /** v0+ */
  subtopologies: StreamsGroupHeartbeatRequestSubtopology[]
}

export interface StreamsGroupHeartbeatRequestTopologyInput extends Tagged {
  /** int32 · v0+ */
  epoch: number
  /** v0+ */
  subtopologies: readonly StreamsGroupHeartbeatRequestSubtopologyInput[]
}

export interface StreamsGroupHeartbeatRequestSubtopology extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []string · v0+ */
  sourceTopics: string[]
  /** []string · v0+ */
  sourceTopicRegex: string[]
  /** v0+ */
  stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[]
  /** []string · v0+ */
  repartitionSinkTopics: string[]
  /** v0+ */
  repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[]
  /** v0+ */
  copartitionGroups: StreamsGroupHeartbeatRequestCopartitionGroup[]
}

export interface StreamsGroupHeartbeatRequestSubtopologyInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []string · v0+ */
  sourceTopics: readonly string[]
  /** []string · v0+ */
  sourceTopicRegex: readonly string[]
  /** v0+ */
  stateChangelogTopics: readonly StreamsGroupHeartbeatRequestTopicInfoInput[]
  /** []string · v0+ */
  repartitionSinkTopics: readonly string[]
  /** v0+ */
  repartitionSourceTopics: readonly StreamsGroupHeartbeatRequestTopicInfoInput[]
  /** v0+ */
  copartitionGroups: readonly StreamsGroupHeartbeatRequestCopartitionGroupInput[]
}

export interface StreamsGroupHeartbeatRequestCopartitionGroup extends Tagged {
  /** []int16 · v0+ */
  sourceTopics: number[]
  /** []int16 · v0+ */
  sourceTopicRegex: number[]
  /** []int16 · v0+ */
  repartitionSourceTopics: number[]
}

export interface StreamsGroupHeartbeatRequestCopartitionGroupInput extends Tagged {
  /** []int16 · v0+ */
  sourceTopics: readonly number[]
  /** []int16 · v0+ */
  sourceTopicRegex: readonly number[]
  /** []int16 · v0+ */
  repartitionSourceTopics: readonly number[]
}

export interface StreamsGroupHeartbeatRequestTopicInfo extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  partitions: number
  /** int16 · v0+ */
  replicationFactor: number
  /** v0+ */
  topicConfigs: StreamsGroupHeartbeatRequestKeyValue[]
}

export interface StreamsGroupHeartbeatRequestTopicInfoInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  partitions: number
  /** int16 · v0+ */
  replicationFactor: number
  /** v0+ */
  topicConfigs: readonly StreamsGroupHeartbeatRequestKeyValueInput[]
}

export interface StreamsGroupHeartbeatRequestKeyValue extends Tagged {
  /** string · v0+ */
  key: string
  /** string · v0+ */
  value: string
}

export interface StreamsGroupHeartbeatRequestKeyValueInput extends Tagged {
  /** string · v0+ */
  key: string
  /** string · v0+ */
  value: string
}

function readStreamsGroupHeartbeatRequestKeyValue(r: Reader, _v: number): StreamsGroupHeartbeatRequestKeyValue {
  const key = r.string()
  const value = r.string()
  const x: StreamsGroupHeartbeatRequestKeyValue = { key, value }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatRequestKeyValueList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatRequestKeyValue[] {
  const list = listOf<StreamsGroupHeartbeatRequestKeyValue>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatRequestKeyValue(r, v)
  return list
}

function readNullableStreamsGroupHeartbeatRequestKeyValueList(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatRequestKeyValue[] | null {
  const n = r.nullableCount(3, 6)
  return n < 0 ? null : readStreamsGroupHeartbeatRequestKeyValueList(r, v, n)
}

function writeStreamsGroupHeartbeatRequestKeyValue(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatRequestKeyValueInput,
): void {
  const { key, value, [unknownTags]: unknown } = x
  w.string(key)
  w.string(value)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequestTopicInfo(r: Reader, v: number): StreamsGroupHeartbeatRequestTopicInfo {
  const name = r.string()
  const partitions = r.int32()
  const replicationFactor = r.int16()
  const topicConfigs = readStreamsGroupHeartbeatRequestKeyValueList(r, v, r.count(3, 6))
  const x: StreamsGroupHeartbeatRequestTopicInfo = { name, partitions, replicationFactor, topicConfigs }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatRequestTopicInfoList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatRequestTopicInfo[] {
  const list = listOf<StreamsGroupHeartbeatRequestTopicInfo>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatRequestTopicInfo(r, v)
  return list
}

function writeStreamsGroupHeartbeatRequestTopicInfo(
  w: Writer,
  v: number,
  x: StreamsGroupHeartbeatRequestTopicInfoInput,
): void {
  const { name, partitions, replicationFactor, topicConfigs, [unknownTags]: unknown } = x
  w.string(name)
  w.int32(partitions)
  w.int16(replicationFactor)
  w.count(topicConfigs)
  for (const element of topicConfigs) writeStreamsGroupHeartbeatRequestKeyValue(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequestCopartitionGroup(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatRequestCopartitionGroup {
  const sourceTopics = r.int16s()
  const sourceTopicRegex = r.int16s()
  const repartitionSourceTopics = r.int16s()
  const x: StreamsGroupHeartbeatRequestCopartitionGroup = { sourceTopics, sourceTopicRegex, repartitionSourceTopics }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatRequestCopartitionGroupList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatRequestCopartitionGroup[] {
  const list = listOf<StreamsGroupHeartbeatRequestCopartitionGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatRequestCopartitionGroup(r, v)
  return list
}

function writeStreamsGroupHeartbeatRequestCopartitionGroup(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatRequestCopartitionGroupInput,
): void {
  const { sourceTopics, sourceTopicRegex, repartitionSourceTopics, [unknownTags]: unknown } = x
  w.int16s(sourceTopics)
  w.int16s(sourceTopicRegex)
  w.int16s(repartitionSourceTopics)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequestSubtopology(r: Reader, v: number): StreamsGroupHeartbeatRequestSubtopology {
  const subtopologyId = r.string()
  const sourceTopics = r.strings()
  const sourceTopicRegex = r.strings()
  const stateChangelogTopics = readStreamsGroupHeartbeatRequestTopicInfoList(r, v, r.count(9, 12))
  const repartitionSinkTopics = r.strings()
  const repartitionSourceTopics = readStreamsGroupHeartbeatRequestTopicInfoList(r, v, r.count(9, 12))
  const copartitionGroups = readStreamsGroupHeartbeatRequestCopartitionGroupList(r, v, r.count(4, 19))
  const x: StreamsGroupHeartbeatRequestSubtopology = {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups,
  }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatRequestSubtopologyList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatRequestSubtopology[] {
  const list = listOf<StreamsGroupHeartbeatRequestSubtopology>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatRequestSubtopology(r, v)
  return list
}

function writeStreamsGroupHeartbeatRequestSubtopology(
  w: Writer,
  v: number,
  x: StreamsGroupHeartbeatRequestSubtopologyInput,
): void {
  const {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups,
    [unknownTags]: unknown,
  } = x
  w.string(subtopologyId)
  w.strings(sourceTopics)
  w.strings(sourceTopicRegex)
  w.count(stateChangelogTopics)
  for (const element of stateChangelogTopics) writeStreamsGroupHeartbeatRequestTopicInfo(w, v, element)
  w.strings(repartitionSinkTopics)
  w.count(repartitionSourceTopics)
  for (const element of repartitionSourceTopics) writeStreamsGroupHeartbeatRequestTopicInfo(w, v, element)
  w.count(copartitionGroups)
  for (const element of copartitionGroups) writeStreamsGroupHeartbeatRequestCopartitionGroup(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequestTopology(r: Reader, v: number): StreamsGroupHeartbeatRequestTopology {
  const epoch = r.int32()
  const subtopologies = readStreamsGroupHeartbeatRequestSubtopologyList(r, v, r.count(8, 35))
  const x: StreamsGroupHeartbeatRequestTopology = { epoch, subtopologies }
  r.tags(x)
  return x
}

function writeStreamsGroupHeartbeatRequestTopology(
  w: Writer,
  v: number,
  x: StreamsGroupHeartbeatRequestTopologyInput,
): void {
  const { epoch, subtopologies, [unknownTags]: unknown } = x
  w.int32(epoch)
  w.count(subtopologies)
  for (const element of subtopologies) writeStreamsGroupHeartbeatRequestSubtopology(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequestTaskIds(r: Reader, _v: number): StreamsGroupHeartbeatRequestTaskIds {
  const subtopologyId = r.string()
  const partitions = r.int32s()
  const x: StreamsGroupHeartbeatRequestTaskIds = { subtopologyId, partitions }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatRequestTaskIdsList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatRequestTaskIds[] {
  const list = listOf<StreamsGroupHeartbeatRequestTaskIds>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatRequestTaskIds(r, v)
  return list
}

function readNullableStreamsGroupHeartbeatRequestTaskIdsList(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatRequestTaskIds[] | null {
  const n = r.nullableCount(3, 10)
  return n < 0 ? null : readStreamsGroupHeartbeatRequestTaskIdsList(r, v, n)
}

function writeStreamsGroupHeartbeatRequestTaskIds(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatRequestTaskIdsInput,
): void {
  const { subtopologyId, partitions, [unknownTags]: unknown } = x
  w.string(subtopologyId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequestEndpoint(r: Reader, _v: number): StreamsGroupHeartbeatRequestEndpoint {
  const host = r.string()
  const port = r.uint16()
  const x: StreamsGroupHeartbeatRequestEndpoint = { host, port }
  r.tags(x)
  return x
}

function writeStreamsGroupHeartbeatRequestEndpoint(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatRequestEndpointInput,
): void {
  const { host, port, [unknownTags]: unknown } = x
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequestTaskOffset(r: Reader, _v: number): StreamsGroupHeartbeatRequestTaskOffset {
  const subtopologyId = r.string()
  const partition = r.int32()
  const offset = r.int64()
  const x: StreamsGroupHeartbeatRequestTaskOffset = { subtopologyId, partition, offset }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatRequestTaskOffsetList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatRequestTaskOffset[] {
  const list = listOf<StreamsGroupHeartbeatRequestTaskOffset>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatRequestTaskOffset(r, v)
  return list
}

function readNullableStreamsGroupHeartbeatRequestTaskOffsetList(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatRequestTaskOffset[] | null {
  const n = r.nullableCount(14, 10)
  return n < 0 ? null : readStreamsGroupHeartbeatRequestTaskOffsetList(r, v, n)
}

function writeStreamsGroupHeartbeatRequestTaskOffset(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatRequestTaskOffsetInput,
): void {
  const { subtopologyId, partition, offset, [unknownTags]: unknown } = x
  w.string(subtopologyId)
  w.int32(partition)
  w.int64(offset)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatRequest(r: Reader, v: number): StreamsGroupHeartbeatRequest {
  const groupId = r.string()
  const memberId = r.string()
  const memberEpoch = r.int32()
  const endpointInformationEpoch = r.int32()
  const instanceId = r.nullableString()
  const rackId = r.nullableString()
  const rebalanceTimeoutMs = r.int32()
  const topology = r.present() ? readStreamsGroupHeartbeatRequestTopology(r, v) : null
  const activeTasks = readNullableStreamsGroupHeartbeatRequestTaskIdsList(r, v)
  const standbyTasks = readNullableStreamsGroupHeartbeatRequestTaskIdsList(r, v)
  const warmupTasks = readNullableStreamsGroupHeartbeatRequestTaskIdsList(r, v)
  const processId = r.nullableString()
  const userEndpoint = r.present() ? readStreamsGroupHeartbeatRequestEndpoint(r, v) : null
  const clientTags = readNullableStreamsGroupHeartbeatRequestKeyValueList(r, v)
  const taskOffsets = readNullableStreamsGroupHeartbeatRequestTaskOffsetList(r, v)
  const taskEndOffsets = readNullableStreamsGroupHeartbeatRequestTaskOffsetList(r, v)
  const shutdownApplication = r.bool()
  const x: StreamsGroupHeartbeatRequest = {
    groupId,
    memberId,
    memberEpoch,
    endpointInformationEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    topology,
    activeTasks,
    standbyTasks,
    warmupTasks,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    shutdownApplication,
  }
  r.tags(x)
  return x
}

function writeStreamsGroupHeartbeatRequest(w: Writer, v: number, x: StreamsGroupHeartbeatRequestInput): void {
  const {
    groupId,
    memberId,
    memberEpoch,
    endpointInformationEpoch,
    instanceId = null,
    rackId = null,
    rebalanceTimeoutMs = -1,
    topology = null,
    activeTasks = null,
    standbyTasks = null,
    warmupTasks = null,
    processId = null,
    userEndpoint = null,
    clientTags = null,
    taskOffsets = null,
    taskEndOffsets = null,
    shutdownApplication = false,
    [unknownTags]: unknown,
  } = x
  w.string(groupId)
  w.string(memberId)
  w.int32(memberEpoch)
  w.int32(endpointInformationEpoch)
  w.nullableString(instanceId)
  w.nullableString(rackId)
  w.int32(rebalanceTimeoutMs)
  if (topology === null) w.present(null)
  else {
    w.present(1)
    writeStreamsGroupHeartbeatRequestTopology(w, v, topology)
  }
  if (activeTasks === null) w.nullArray()
  else {
    w.count(activeTasks)
    for (const element of activeTasks) writeStreamsGroupHeartbeatRequestTaskIds(w, v, element)
  }
  if (standbyTasks === null) w.nullArray()
  else {
    w.count(standbyTasks)
    for (const element of standbyTasks) writeStreamsGroupHeartbeatRequestTaskIds(w, v, element)
  }
  if (warmupTasks === null) w.nullArray()
  else {
    w.count(warmupTasks)
    for (const element of warmupTasks) writeStreamsGroupHeartbeatRequestTaskIds(w, v, element)
  }
  w.nullableString(processId)
  if (userEndpoint === null) w.present(null)
  else {
    w.present(1)
    writeStreamsGroupHeartbeatRequestEndpoint(w, v, userEndpoint)
  }
  if (clientTags === null) w.nullArray()
  else {
    w.count(clientTags)
    for (const element of clientTags) writeStreamsGroupHeartbeatRequestKeyValue(w, v, element)
  }
  if (taskOffsets === null) w.nullArray()
  else {
    w.count(taskOffsets)
    for (const element of taskOffsets) writeStreamsGroupHeartbeatRequestTaskOffset(w, v, element)
  }
  if (taskEndOffsets === null) w.nullArray()
  else {
    w.count(taskEndOffsets)
    for (const element of taskEndOffsets) writeStreamsGroupHeartbeatRequestTaskOffset(w, v, element)
  }
  w.bool(shutdownApplication)
  w.tags(unknown)
}

export interface StreamsGroupHeartbeatResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** int32 · v0+ */
  heartbeatIntervalMs: number
  /** int32 · v0 */
  acceptableRecoveryLagLegacy: number
  /** int32 · v0+ */
  taskOffsetIntervalMs: number
  /** int64 · v1+ · default -1 · ignorable */
  acceptableRecoveryLag: bigint
  /** v0+ · null v0+ */
  status: StreamsGroupHeartbeatResponseStatus[] | null
  /** v0+ · null v0+ · default null */
  activeTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  /** v0+ · null v0+ · default null */
  standbyTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  /** v0+ · null v0+ · default null */
  warmupTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  /** bool · v1+ · default false */
  topologyDescriptionRequired: boolean
  /** int32 · v0+ */
  endpointInformationEpoch: number
  /** v0+ · null v0+ · default null */
  partitionsByUserEndpoint: StreamsGroupHeartbeatResponseEndpointToPartitions[] | null
}

export interface StreamsGroupHeartbeatResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** int32 · v0+ */
  heartbeatIntervalMs: number
  /** int32 · v0 */
  acceptableRecoveryLagLegacy?: number | undefined
  /** int32 · v0+ */
  taskOffsetIntervalMs: number
  /** int64 · v1+ · default -1 · ignorable */
  acceptableRecoveryLag?: bigint | number | undefined
  /** v0+ · null v0+ */
  status: readonly StreamsGroupHeartbeatResponseStatusInput[] | null
  /** v0+ · null v0+ · default null */
  activeTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null | undefined
  /** v0+ · null v0+ · default null */
  standbyTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null | undefined
  /** v0+ · null v0+ · default null */
  warmupTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null | undefined
  /** bool · v1+ · default false */
  topologyDescriptionRequired?: boolean | undefined
  /** int32 · v0+ */
  endpointInformationEpoch: number
  /** v0+ · null v0+ · default null */
  partitionsByUserEndpoint?: readonly StreamsGroupHeartbeatResponseEndpointToPartitionsInput[] | null | undefined
}

export interface StreamsGroupHeartbeatResponseEndpointToPartitions extends Tagged {
  /** v0+ */
  userEndpoint: StreamsGroupHeartbeatResponseEndpoint
  /** v0+ */
  activePartitions: StreamsGroupHeartbeatResponseTopicPartition[]
  /** v0+ */
  standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[]
}

export interface StreamsGroupHeartbeatResponseEndpointToPartitionsInput extends Tagged {
  /** v0+ */
  userEndpoint: StreamsGroupHeartbeatResponseEndpointInput
  /** v0+ */
  activePartitions: readonly StreamsGroupHeartbeatResponseTopicPartitionInput[]
  /** v0+ */
  standbyPartitions: readonly StreamsGroupHeartbeatResponseTopicPartitionInput[]
}

export interface StreamsGroupHeartbeatResponseTopicPartition extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface StreamsGroupHeartbeatResponseTopicPartitionInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

export interface StreamsGroupHeartbeatResponseEndpoint extends Tagged {
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface StreamsGroupHeartbeatResponseEndpointInput extends Tagged {
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface StreamsGroupHeartbeatResponseTaskIds extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface StreamsGroupHeartbeatResponseTaskIdsInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

export interface StreamsGroupHeartbeatResponseStatus extends Tagged {
  /** int8 · v0+ */
  statusCode: number
  /** string · v0+ */
  statusDetail: string
}

export interface StreamsGroupHeartbeatResponseStatusInput extends Tagged {
  /** int8 · v0+ */
  statusCode: number
  /** string · v0+ */
  statusDetail: string
}

function readStreamsGroupHeartbeatResponseStatus(r: Reader, _v: number): StreamsGroupHeartbeatResponseStatus {
  const statusCode = r.int8()
  const statusDetail = r.string()
  const x: StreamsGroupHeartbeatResponseStatus = { statusCode, statusDetail }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatResponseStatusList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatResponseStatus[] {
  const list = listOf<StreamsGroupHeartbeatResponseStatus>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatResponseStatus(r, v)
  return list
}

function readNullableStreamsGroupHeartbeatResponseStatusList(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatResponseStatus[] | null {
  const n = r.nullableCount(3, 6)
  return n < 0 ? null : readStreamsGroupHeartbeatResponseStatusList(r, v, n)
}

function writeStreamsGroupHeartbeatResponseStatus(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatResponseStatusInput,
): void {
  const { statusCode, statusDetail, [unknownTags]: unknown } = x
  w.int8(statusCode)
  w.string(statusDetail)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatResponseTaskIds(r: Reader, _v: number): StreamsGroupHeartbeatResponseTaskIds {
  const subtopologyId = r.string()
  const partitions = r.int32s()
  const x: StreamsGroupHeartbeatResponseTaskIds = { subtopologyId, partitions }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatResponseTaskIdsList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatResponseTaskIds[] {
  const list = listOf<StreamsGroupHeartbeatResponseTaskIds>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatResponseTaskIds(r, v)
  return list
}

function readNullableStreamsGroupHeartbeatResponseTaskIdsList(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatResponseTaskIds[] | null {
  const n = r.nullableCount(3, 10)
  return n < 0 ? null : readStreamsGroupHeartbeatResponseTaskIdsList(r, v, n)
}

function writeStreamsGroupHeartbeatResponseTaskIds(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatResponseTaskIdsInput,
): void {
  const { subtopologyId, partitions, [unknownTags]: unknown } = x
  w.string(subtopologyId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatResponseEndpoint(r: Reader, _v: number): StreamsGroupHeartbeatResponseEndpoint {
  const host = r.string()
  const port = r.uint16()
  const x: StreamsGroupHeartbeatResponseEndpoint = { host, port }
  r.tags(x)
  return x
}

function writeStreamsGroupHeartbeatResponseEndpoint(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatResponseEndpointInput,
): void {
  const { host, port, [unknownTags]: unknown } = x
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatResponseTopicPartition(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatResponseTopicPartition {
  const topic = r.string()
  const partitions = r.int32s()
  const x: StreamsGroupHeartbeatResponseTopicPartition = { topic, partitions }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatResponseTopicPartitionList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatResponseTopicPartition[] {
  const list = listOf<StreamsGroupHeartbeatResponseTopicPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatResponseTopicPartition(r, v)
  return list
}

function writeStreamsGroupHeartbeatResponseTopicPartition(
  w: Writer,
  _v: number,
  x: StreamsGroupHeartbeatResponseTopicPartitionInput,
): void {
  const { topic, partitions, [unknownTags]: unknown } = x
  w.string(topic)
  w.int32s(partitions)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatResponseEndpointToPartitions(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatResponseEndpointToPartitions {
  const userEndpoint = readStreamsGroupHeartbeatResponseEndpoint(r, v)
  const activePartitions = readStreamsGroupHeartbeatResponseTopicPartitionList(r, v, r.count(3, 10))
  const standbyPartitions = readStreamsGroupHeartbeatResponseTopicPartitionList(r, v, r.count(3, 10))
  const x: StreamsGroupHeartbeatResponseEndpointToPartitions = { userEndpoint, activePartitions, standbyPartitions }
  r.tags(x)
  return x
}

function readStreamsGroupHeartbeatResponseEndpointToPartitionsList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupHeartbeatResponseEndpointToPartitions[] {
  const list = listOf<StreamsGroupHeartbeatResponseEndpointToPartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupHeartbeatResponseEndpointToPartitions(r, v)
  return list
}

function readNullableStreamsGroupHeartbeatResponseEndpointToPartitionsList(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatResponseEndpointToPartitions[] | null {
  const n = r.nullableCount(7, 20)
  return n < 0 ? null : readStreamsGroupHeartbeatResponseEndpointToPartitionsList(r, v, n)
}

function writeStreamsGroupHeartbeatResponseEndpointToPartitions(
  w: Writer,
  v: number,
  x: StreamsGroupHeartbeatResponseEndpointToPartitionsInput,
): void {
  const { userEndpoint, activePartitions, standbyPartitions, [unknownTags]: unknown } = x
  writeStreamsGroupHeartbeatResponseEndpoint(w, v, userEndpoint)
  w.count(activePartitions)
  for (const element of activePartitions) writeStreamsGroupHeartbeatResponseTopicPartition(w, v, element)
  w.count(standbyPartitions)
  for (const element of standbyPartitions) writeStreamsGroupHeartbeatResponseTopicPartition(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupHeartbeatResponse(r: Reader, v: number): StreamsGroupHeartbeatResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const memberId = r.string()
  const memberEpoch = r.int32()
  const heartbeatIntervalMs = r.int32()
  const acceptableRecoveryLagLegacy = v <= 0 ? r.int32() : 0
  const taskOffsetIntervalMs = r.int32()
  const acceptableRecoveryLag = v >= 1 ? r.int64() : -1n
  const status = readNullableStreamsGroupHeartbeatResponseStatusList(r, v)
  const activeTasks = readNullableStreamsGroupHeartbeatResponseTaskIdsList(r, v)
  const standbyTasks = readNullableStreamsGroupHeartbeatResponseTaskIdsList(r, v)
  const warmupTasks = readNullableStreamsGroupHeartbeatResponseTaskIdsList(r, v)
  const topologyDescriptionRequired = v >= 1 ? r.bool() : false
  const endpointInformationEpoch = r.int32()
  const partitionsByUserEndpoint = readNullableStreamsGroupHeartbeatResponseEndpointToPartitionsList(r, v)
  const x: StreamsGroupHeartbeatResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    acceptableRecoveryLagLegacy,
    taskOffsetIntervalMs,
    acceptableRecoveryLag,
    status,
    activeTasks,
    standbyTasks,
    warmupTasks,
    topologyDescriptionRequired,
    endpointInformationEpoch,
    partitionsByUserEndpoint,
  }
  r.tags(x)
  return x
}

function writeStreamsGroupHeartbeatResponse(w: Writer, v: number, x: StreamsGroupHeartbeatResponseInput): void {
  const {
    throttleTimeMs,
    errorCode,
    errorMessage = null,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    acceptableRecoveryLagLegacy = 0,
    taskOffsetIntervalMs,
    acceptableRecoveryLag = -1n,
    status,
    activeTasks = null,
    standbyTasks = null,
    warmupTasks = null,
    topologyDescriptionRequired = false,
    endpointInformationEpoch,
    partitionsByUserEndpoint = null,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.string(memberId)
  w.int32(memberEpoch)
  w.int32(heartbeatIntervalMs)
  if (v <= 0) w.int32(acceptableRecoveryLagLegacy)
  else if (acceptableRecoveryLagLegacy !== 0) w.unsupported()
  w.int32(taskOffsetIntervalMs)
  if (v >= 1) w.int64(acceptableRecoveryLag)
  if (status === null) w.nullArray()
  else {
    w.count(status)
    for (const element of status) writeStreamsGroupHeartbeatResponseStatus(w, v, element)
  }
  if (activeTasks === null) w.nullArray()
  else {
    w.count(activeTasks)
    for (const element of activeTasks) writeStreamsGroupHeartbeatResponseTaskIds(w, v, element)
  }
  if (standbyTasks === null) w.nullArray()
  else {
    w.count(standbyTasks)
    for (const element of standbyTasks) writeStreamsGroupHeartbeatResponseTaskIds(w, v, element)
  }
  if (warmupTasks === null) w.nullArray()
  else {
    w.count(warmupTasks)
    for (const element of warmupTasks) writeStreamsGroupHeartbeatResponseTaskIds(w, v, element)
  }
  if (v >= 1) w.bool(topologyDescriptionRequired)
  else if (topologyDescriptionRequired) w.unsupported()
  w.int32(endpointInformationEpoch)
  if (partitionsByUserEndpoint === null) w.nullArray()
  else {
    w.count(partitionsByUserEndpoint)
    for (const element of partitionsByUserEndpoint) writeStreamsGroupHeartbeatResponseEndpointToPartitions(w, v, element)
  }
  w.tags(unknown)
}

/** API key 88, versions 0 to 1. */
export const StreamsGroupHeartbeat: Api<StreamsGroupHeartbeatRequest, StreamsGroupHeartbeatRequestInput, StreamsGroupHeartbeatResponse, StreamsGroupHeartbeatResponseInput> = {
  key: 88,
  name: 'StreamsGroupHeartbeat',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'StreamsGroupHeartbeatRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
groupId string 0+ required
memberId string 0+ required
memberEpoch int32 0+ required
endpointInformationEpoch int32 0+ required
instanceId string 0+ ?0+ =null
rackId string 0+ ?0+ =null
rebalanceTimeoutMs int32 0+ =-1
topology struct 0+ ?0+ =null
  epoch int32 0+ required
  subtopologies []struct 0+ required
    subtopologyId string 0+ required
    sourceTopics []string 0+ required
    sourceTopicRegex []string 0+ required
    stateChangelogTopics []struct 0+ required
      name string 0+ required
      partitions int32 0+ required
      replicationFactor int16 0+ required
      topicConfigs []struct 0+ required
        key string 0+ required
        value string 0+ required
    repartitionSinkTopics []string 0+ required
    repartitionSourceTopics []struct 0+ required
      name string 0+ required
      partitions int32 0+ required
      replicationFactor int16 0+ required
      topicConfigs []struct 0+ required
        key string 0+ required
        value string 0+ required
    copartitionGroups []struct 0+ required
      sourceTopics []int16 0+ required
      sourceTopicRegex []int16 0+ required
      repartitionSourceTopics []int16 0+ required
activeTasks []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partitions []int32 0+ required
standbyTasks []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partitions []int32 0+ required
warmupTasks []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partitions []int32 0+ required
processId string 0+ ?0+ =null
userEndpoint struct 0+ ?0+ =null
  host string 0+ required
  port uint16 0+ required
clientTags []struct 0+ ?0+ =null
  key string 0+ required
  value string 0+ required
taskOffsets []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partition int32 0+ required
  offset int64 0+ required
taskEndOffsets []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partition int32 0+ required
  offset int64 0+ required
shutdownApplication bool 0+ =false
`,
  read: readStreamsGroupHeartbeatRequest,
  write: writeStreamsGroupHeartbeatRequest,
}),
  response: codec({
  name: 'StreamsGroupHeartbeatResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
memberId string 0+ required
memberEpoch int32 0+ required
heartbeatIntervalMs int32 0+ required
acceptableRecoveryLagLegacy int32 0
taskOffsetIntervalMs int32 0+ required
acceptableRecoveryLag int64 1+ =-1 ignorable
status []struct 0+ ?0+ required
  statusCode int8 0+ required
  statusDetail string 0+ required
activeTasks []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partitions []int32 0+ required
standbyTasks []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partitions []int32 0+ required
warmupTasks []struct 0+ ?0+ =null
  subtopologyId string 0+ required
  partitions []int32 0+ required
topologyDescriptionRequired bool 1+ =false
endpointInformationEpoch int32 0+ required
partitionsByUserEndpoint []struct 0+ ?0+ =null
  userEndpoint struct 0+ required
    host string 0+ required
    port uint16 0+ required
  activePartitions []struct 0+ required
    topic string 0+ required
    partitions []int32 0+ required
  standbyPartitions []struct 0+ required
    topic string 0+ required
    partitions []int32 0+ required
`,
  read: readStreamsGroupHeartbeatResponse,
  write: writeStreamsGroupHeartbeatResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
