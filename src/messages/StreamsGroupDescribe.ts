// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface StreamsGroupDescribeRequest extends Tagged {
  /** []string · v0+ */
  groupIds: string[]
  /** bool · v0+ */
  includeAuthorizedOperations: boolean
  /** bool · v1+ · default false */
  includeTopologyDescription: boolean
}

export interface StreamsGroupDescribeRequestInput extends Tagged {
  /** []string · v0+ */
  groupIds: readonly string[]
  /** bool · v0+ */
  includeAuthorizedOperations: boolean
  /** bool · v1+ · default false */
  includeTopologyDescription?: boolean | undefined
}

function readStreamsGroupDescribeRequest(r: Reader, v: number): StreamsGroupDescribeRequest {
  const groupIds = r.strings()
  const includeAuthorizedOperations = r.bool()
  const includeTopologyDescription = v >= 1 ? r.bool() : false
  const x: StreamsGroupDescribeRequest = { groupIds, includeAuthorizedOperations, includeTopologyDescription }
  r.tags(x)
  return x
}

function writeStreamsGroupDescribeRequest(w: Writer, v: number, x: StreamsGroupDescribeRequestInput): void {
  const { groupIds, includeAuthorizedOperations, includeTopologyDescription = false, [unknownTags]: unknown } = x
  w.strings(groupIds)
  w.bool(includeAuthorizedOperations)
  if (v >= 1) w.bool(includeTopologyDescription)
  else if (includeTopologyDescription) w.unsupported()
  w.tags(unknown)
}

export interface StreamsGroupDescribeResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: StreamsGroupDescribeResponseDescribedGroup[]
}

export interface StreamsGroupDescribeResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: readonly StreamsGroupDescribeResponseDescribedGroupInput[]
}

export interface StreamsGroupDescribeResponseDescribedGroup extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  groupState: string
  /** int32 · v0+ */
  groupEpoch: number
  /** int32 · v0+ */
  assignmentEpoch: number
  /** v0+ · null v0+ · default null */
  topology: StreamsGroupDescribeResponseTopology | null
  /** v0+ */
  members: StreamsGroupDescribeResponseMember[]
  /** int32 · v0+ · default -2147483648 */
  authorizedOperations: number
  /** v1+ · null v1+ · default null */
  topologyDescription: StreamsGroupDescribeResponseTopologyDescription | null
  /** int8 · v1+ · default 0 */
  topologyDescriptionStatus: number
  /** string · v1+ · null v1+ · default null · ignorable */
  assignorName: string | null
}

export interface StreamsGroupDescribeResponseDescribedGroupInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  groupState: string
  /** int32 · v0+ */
  groupEpoch: number
  /** int32 · v0+ */
  assignmentEpoch: number
  /** v0+ · null v0+ · default null */
  topology?: StreamsGroupDescribeResponseTopologyInput | null | undefined
  /** v0+ */
  members: readonly StreamsGroupDescribeResponseMemberInput[]
  /** int32 · v0+ · default -2147483648 */
  authorizedOperations?: number | undefined
  /** v1+ · null v1+ · default null */
  topologyDescription?: StreamsGroupDescribeResponseTopologyDescriptionInput | null | undefined
  /** int8 · v1+ · default 0 */
  topologyDescriptionStatus?: number | undefined
  /** string · v1+ · null v1+ · default null · ignorable */
  assignorName?: string | null | undefined
}

export interface StreamsGroupDescribeResponseTopologyDescription extends Tagged {
  /** v1+ */
  subtopologies: StreamsGroupDescribeResponseTopologyDescriptionSubtopology[]
  /** v1+ */
  globalStores: StreamsGroupDescribeResponseTopologyDescriptionGlobalStore[]
}

export interface StreamsGroupDescribeResponseTopologyDescriptionInput extends Tagged {
  /** v1+ */
  subtopologies: readonly StreamsGroupDescribeResponseTopologyDescriptionSubtopologyInput[]
  /** v1+ */
  globalStores: readonly StreamsGroupDescribeResponseTopologyDescriptionGlobalStoreInput[]
}

export interface StreamsGroupDescribeResponseTopologyDescriptionGlobalStore extends Tagged {
  /** v1+ */
  source: StreamsGroupDescribeResponseTopologyDescriptionNode
  /** v1+ */
  processor: StreamsGroupDescribeResponseTopologyDescriptionNode
}

export interface StreamsGroupDescribeResponseTopologyDescriptionGlobalStoreInput extends Tagged {
  /** v1+ */
  source: StreamsGroupDescribeResponseTopologyDescriptionNodeInput
  /** v1+ */
  processor: StreamsGroupDescribeResponseTopologyDescriptionNodeInput
}

export interface StreamsGroupDescribeResponseTopologyDescriptionSubtopology extends Tagged {
  /** string · v1+ */
  subtopologyId: string
  /** v1+ */
  nodes: StreamsGroupDescribeResponseTopologyDescriptionNode[]
}

export interface StreamsGroupDescribeResponseTopologyDescriptionSubtopologyInput extends Tagged {
  /** string · v1+ */
  subtopologyId: string
  /** v1+ */
  nodes: readonly StreamsGroupDescribeResponseTopologyDescriptionNodeInput[]
}

export interface StreamsGroupDescribeResponseTopologyDescriptionNode extends Tagged {
  /** string · v1+ */
  name: string
  /** int8 · v1+ */
  nodeType: number
  /** []string · v1+ */
  sourceTopics: string[]
  /** string · v1+ · null v1+ · default null */
  sinkTopic: string | null
  /** []string · v1+ */
  stores: string[]
  /** []string · v1+ */
  successors: string[]
}

export interface StreamsGroupDescribeResponseTopologyDescriptionNodeInput extends Tagged {
  /** string · v1+ */
  name: string
  /** int8 · v1+ */
  nodeType: number
  /** []string · v1+ */
  sourceTopics: readonly string[]
  /** string · v1+ · null v1+ · default null */
  sinkTopic?: string | null | undefined
  /** []string · v1+ */
  stores: readonly string[]
  /** []string · v1+ */
  successors: readonly string[]
}

export interface StreamsGroupDescribeResponseMember extends Tagged {
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ · null v0+ · default null */
  instanceId: string | null
  /** string · v0+ · null v0+ · default null */
  rackId: string | null
  /** string · v0+ */
  clientId: string
  /** string · v0+ */
  clientHost: string
  /** int32 · v0+ */
  topologyEpoch: number
  /** string · v0+ */
  processId: string
  /** v0+ · null v0+ · default null */
  userEndpoint: StreamsGroupDescribeResponseEndpoint | null
  /** v0+ */
  clientTags: StreamsGroupDescribeResponseKeyValue[]
  /** v0+ */
  taskOffsets: StreamsGroupDescribeResponseTaskOffset[]
  /** v0+ */
  taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[]
  /** v0+ */
  assignment: StreamsGroupDescribeResponseAssignment
  /** v0+ */
  targetAssignment: StreamsGroupDescribeResponseAssignment
  /** bool · v0+ */
  isClassic: boolean
}

export interface StreamsGroupDescribeResponseMemberInput extends Tagged {
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ · null v0+ · default null */
  instanceId?: string | null | undefined
  /** string · v0+ · null v0+ · default null */
  rackId?: string | null | undefined
  /** string · v0+ */
  clientId: string
  /** string · v0+ */
  clientHost: string
  /** int32 · v0+ */
  topologyEpoch: number
  /** string · v0+ */
  processId: string
  /** v0+ · null v0+ · default null */
  userEndpoint?: StreamsGroupDescribeResponseEndpointInput | null | undefined
  /** v0+ */
  clientTags: readonly StreamsGroupDescribeResponseKeyValueInput[]
  /** v0+ */
  taskOffsets: readonly StreamsGroupDescribeResponseTaskOffsetInput[]
  /** v0+ */
  taskEndOffsets: readonly StreamsGroupDescribeResponseTaskOffsetInput[]
  /** v0+ */
  assignment: StreamsGroupDescribeResponseAssignmentInput
  /** v0+ */
  targetAssignment: StreamsGroupDescribeResponseAssignmentInput
  /** bool · v0+ */
  isClassic: boolean
}

export interface StreamsGroupDescribeResponseAssignment extends Tagged {
  /** v0+ */
  activeTasks: StreamsGroupDescribeResponseTaskIds[]
  /** v0+ */
  standbyTasks: StreamsGroupDescribeResponseTaskIds[]
  /** v0+ */
  warmupTasks: StreamsGroupDescribeResponseTaskIds[]
}

export interface StreamsGroupDescribeResponseAssignmentInput extends Tagged {
  /** v0+ */
  activeTasks: readonly StreamsGroupDescribeResponseTaskIdsInput[]
  /** v0+ */
  standbyTasks: readonly StreamsGroupDescribeResponseTaskIdsInput[]
  /** v0+ */
  warmupTasks: readonly StreamsGroupDescribeResponseTaskIdsInput[]
}

export interface StreamsGroupDescribeResponseTaskIds extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface StreamsGroupDescribeResponseTaskIdsInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

export interface StreamsGroupDescribeResponseTaskOffset extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** int32 · v0+ */
  partition: number
  /** int64 · v0+ */
  offset: bigint
}

export interface StreamsGroupDescribeResponseTaskOffsetInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** int32 · v0+ */
  partition: number
  /** int64 · v0+ */
  offset: bigint | number
}

export interface StreamsGroupDescribeResponseEndpoint extends Tagged {
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface StreamsGroupDescribeResponseEndpointInput extends Tagged {
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface StreamsGroupDescribeResponseTopology extends Tagged {
  /** int32 · v0+ */
  epoch: number
  /** v0+ · null v0+ · default null */
  subtopologies: StreamsGroupDescribeResponseSubtopology[] | null
}

export interface StreamsGroupDescribeResponseTopologyInput extends Tagged {
  /** int32 · v0+ */
  epoch: number
  /** v0+ · null v0+ · default null */
  subtopologies?: readonly StreamsGroupDescribeResponseSubtopologyInput[] | null | undefined
}

export interface StreamsGroupDescribeResponseSubtopology extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []string · v0+ */
  sourceTopics: string[]
  /** []string · v0+ */
  repartitionSinkTopics: string[]
  /** v0+ */
  stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[]
  /** v0+ */
  repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[]
}

export interface StreamsGroupDescribeResponseSubtopologyInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** []string · v0+ */
  sourceTopics: readonly string[]
  /** []string · v0+ */
  repartitionSinkTopics: readonly string[]
  /** v0+ */
  stateChangelogTopics: readonly StreamsGroupDescribeResponseTopicInfoInput[]
  /** v0+ */
  repartitionSourceTopics: readonly StreamsGroupDescribeResponseTopicInfoInput[]
}

export interface StreamsGroupDescribeResponseTopicInfo extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  partitions: number
  /** int16 · v0+ */
  replicationFactor: number
  /** v0+ */
  topicConfigs: StreamsGroupDescribeResponseKeyValue[]
}

export interface StreamsGroupDescribeResponseTopicInfoInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  partitions: number
  /** int16 · v0+ */
  replicationFactor: number
  /** v0+ */
  topicConfigs: readonly StreamsGroupDescribeResponseKeyValueInput[]
}

export interface StreamsGroupDescribeResponseKeyValue extends Tagged {
  /** string · v0+ */
  key: string
  /** string · v0+ */
  value: string
}

export interface StreamsGroupDescribeResponseKeyValueInput extends Tagged {
  /** string · v0+ */
  key: string
  /** string · v0+ */
  value: string
}

function readStreamsGroupDescribeResponseKeyValue(r: Reader, _v: number): StreamsGroupDescribeResponseKeyValue {
  const key = r.string()
  const value = r.string()
  const x: StreamsGroupDescribeResponseKeyValue = { key, value }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseKeyValueList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseKeyValue[] {
  const list = listOf<StreamsGroupDescribeResponseKeyValue>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseKeyValue(r, v)
  return list
}

function writeStreamsGroupDescribeResponseKeyValue(
  w: Writer,
  _v: number,
  x: StreamsGroupDescribeResponseKeyValueInput,
): void {
  const { key, value, [unknownTags]: unknown } = x
  w.string(key)
  w.string(value)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTopicInfo(r: Reader, v: number): StreamsGroupDescribeResponseTopicInfo {
  const name = r.string()
  const partitions = r.int32()
  const replicationFactor = r.int16()
  const topicConfigs = readStreamsGroupDescribeResponseKeyValueList(r, v, r.count(3, 6))
  const x: StreamsGroupDescribeResponseTopicInfo = { name, partitions, replicationFactor, topicConfigs }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseTopicInfoList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseTopicInfo[] {
  const list = listOf<StreamsGroupDescribeResponseTopicInfo>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseTopicInfo(r, v)
  return list
}

function writeStreamsGroupDescribeResponseTopicInfo(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseTopicInfoInput,
): void {
  const { name, partitions, replicationFactor, topicConfigs, [unknownTags]: unknown } = x
  w.string(name)
  w.int32(partitions)
  w.int16(replicationFactor)
  w.count(topicConfigs)
  for (const element of topicConfigs) writeStreamsGroupDescribeResponseKeyValue(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseSubtopology(r: Reader, v: number): StreamsGroupDescribeResponseSubtopology {
  const subtopologyId = r.string()
  const sourceTopics = r.strings()
  const repartitionSinkTopics = r.strings()
  const stateChangelogTopics = readStreamsGroupDescribeResponseTopicInfoList(r, v, r.count(9, 12))
  const repartitionSourceTopics = readStreamsGroupDescribeResponseTopicInfoList(r, v, r.count(9, 12))
  const x: StreamsGroupDescribeResponseSubtopology = {
    subtopologyId,
    sourceTopics,
    repartitionSinkTopics,
    stateChangelogTopics,
    repartitionSourceTopics,
  }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseSubtopologyList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseSubtopology[] {
  const list = listOf<StreamsGroupDescribeResponseSubtopology>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseSubtopology(r, v)
  return list
}

function readNullableStreamsGroupDescribeResponseSubtopologyList(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseSubtopology[] | null {
  const n = r.nullableCount(6, 25)
  return n < 0 ? null : readStreamsGroupDescribeResponseSubtopologyList(r, v, n)
}

function writeStreamsGroupDescribeResponseSubtopology(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseSubtopologyInput,
): void {
  const {
    subtopologyId,
    sourceTopics,
    repartitionSinkTopics,
    stateChangelogTopics,
    repartitionSourceTopics,
    [unknownTags]: unknown,
  } = x
  w.string(subtopologyId)
  w.strings(sourceTopics)
  w.strings(repartitionSinkTopics)
  w.count(stateChangelogTopics)
  for (const element of stateChangelogTopics) writeStreamsGroupDescribeResponseTopicInfo(w, v, element)
  w.count(repartitionSourceTopics)
  for (const element of repartitionSourceTopics) writeStreamsGroupDescribeResponseTopicInfo(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTopology(r: Reader, v: number): StreamsGroupDescribeResponseTopology {
  const epoch = r.int32()
  const subtopologies = readNullableStreamsGroupDescribeResponseSubtopologyList(r, v)
  const x: StreamsGroupDescribeResponseTopology = { epoch, subtopologies }
  r.tags(x)
  return x
}

function writeStreamsGroupDescribeResponseTopology(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseTopologyInput,
): void {
  const { epoch, subtopologies = null, [unknownTags]: unknown } = x
  w.int32(epoch)
  if (subtopologies === null) w.nullArray()
  else {
    w.count(subtopologies)
    for (const element of subtopologies) writeStreamsGroupDescribeResponseSubtopology(w, v, element)
  }
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseEndpoint(r: Reader, _v: number): StreamsGroupDescribeResponseEndpoint {
  const host = r.string()
  const port = r.uint16()
  const x: StreamsGroupDescribeResponseEndpoint = { host, port }
  r.tags(x)
  return x
}

function writeStreamsGroupDescribeResponseEndpoint(
  w: Writer,
  _v: number,
  x: StreamsGroupDescribeResponseEndpointInput,
): void {
  const { host, port, [unknownTags]: unknown } = x
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTaskOffset(r: Reader, _v: number): StreamsGroupDescribeResponseTaskOffset {
  const subtopologyId = r.string()
  const partition = r.int32()
  const offset = r.int64()
  const x: StreamsGroupDescribeResponseTaskOffset = { subtopologyId, partition, offset }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseTaskOffsetList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseTaskOffset[] {
  const list = listOf<StreamsGroupDescribeResponseTaskOffset>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseTaskOffset(r, v)
  return list
}

function writeStreamsGroupDescribeResponseTaskOffset(
  w: Writer,
  _v: number,
  x: StreamsGroupDescribeResponseTaskOffsetInput,
): void {
  const { subtopologyId, partition, offset, [unknownTags]: unknown } = x
  w.string(subtopologyId)
  w.int32(partition)
  w.int64(offset)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTaskIds(r: Reader, _v: number): StreamsGroupDescribeResponseTaskIds {
  const subtopologyId = r.string()
  const partitions = r.int32s()
  const x: StreamsGroupDescribeResponseTaskIds = { subtopologyId, partitions }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseTaskIdsList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseTaskIds[] {
  const list = listOf<StreamsGroupDescribeResponseTaskIds>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseTaskIds(r, v)
  return list
}

function writeStreamsGroupDescribeResponseTaskIds(
  w: Writer,
  _v: number,
  x: StreamsGroupDescribeResponseTaskIdsInput,
): void {
  const { subtopologyId, partitions, [unknownTags]: unknown } = x
  w.string(subtopologyId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseAssignment(r: Reader, v: number): StreamsGroupDescribeResponseAssignment {
  const activeTasks = readStreamsGroupDescribeResponseTaskIdsList(r, v, r.count(3, 10))
  const standbyTasks = readStreamsGroupDescribeResponseTaskIdsList(r, v, r.count(3, 10))
  const warmupTasks = readStreamsGroupDescribeResponseTaskIdsList(r, v, r.count(3, 10))
  const x: StreamsGroupDescribeResponseAssignment = { activeTasks, standbyTasks, warmupTasks }
  r.tags(x)
  return x
}

function writeStreamsGroupDescribeResponseAssignment(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseAssignmentInput,
): void {
  const { activeTasks, standbyTasks, warmupTasks, [unknownTags]: unknown } = x
  w.count(activeTasks)
  for (const element of activeTasks) writeStreamsGroupDescribeResponseTaskIds(w, v, element)
  w.count(standbyTasks)
  for (const element of standbyTasks) writeStreamsGroupDescribeResponseTaskIds(w, v, element)
  w.count(warmupTasks)
  for (const element of warmupTasks) writeStreamsGroupDescribeResponseTaskIds(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseMember(r: Reader, v: number): StreamsGroupDescribeResponseMember {
  const memberId = r.string()
  const memberEpoch = r.int32()
  const instanceId = r.nullableString()
  const rackId = r.nullableString()
  const clientId = r.string()
  const clientHost = r.string()
  const topologyEpoch = r.int32()
  const processId = r.string()
  const userEndpoint = r.present() ? readStreamsGroupDescribeResponseEndpoint(r, v) : null
  const clientTags = readStreamsGroupDescribeResponseKeyValueList(r, v, r.count(3, 6))
  const taskOffsets = readStreamsGroupDescribeResponseTaskOffsetList(r, v, r.count(14, 10))
  const taskEndOffsets = readStreamsGroupDescribeResponseTaskOffsetList(r, v, r.count(14, 10))
  const assignment = readStreamsGroupDescribeResponseAssignment(r, v)
  const targetAssignment = readStreamsGroupDescribeResponseAssignment(r, v)
  const isClassic = r.bool()
  const x: StreamsGroupDescribeResponseMember = {
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    clientId,
    clientHost,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    assignment,
    targetAssignment,
    isClassic,
  }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseMemberList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseMember[] {
  const list = listOf<StreamsGroupDescribeResponseMember>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseMember(r, v)
  return list
}

function writeStreamsGroupDescribeResponseMember(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseMemberInput,
): void {
  const {
    memberId,
    memberEpoch,
    instanceId = null,
    rackId = null,
    clientId,
    clientHost,
    topologyEpoch,
    processId,
    userEndpoint = null,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    assignment,
    targetAssignment,
    isClassic,
    [unknownTags]: unknown,
  } = x
  w.string(memberId)
  w.int32(memberEpoch)
  w.nullableString(instanceId)
  w.nullableString(rackId)
  w.string(clientId)
  w.string(clientHost)
  w.int32(topologyEpoch)
  w.string(processId)
  if (userEndpoint === null) w.present(null)
  else {
    w.present(1)
    writeStreamsGroupDescribeResponseEndpoint(w, v, userEndpoint)
  }
  w.count(clientTags)
  for (const element of clientTags) writeStreamsGroupDescribeResponseKeyValue(w, v, element)
  w.count(taskOffsets)
  for (const element of taskOffsets) writeStreamsGroupDescribeResponseTaskOffset(w, v, element)
  w.count(taskEndOffsets)
  for (const element of taskEndOffsets) writeStreamsGroupDescribeResponseTaskOffset(w, v, element)
  writeStreamsGroupDescribeResponseAssignment(w, v, assignment)
  writeStreamsGroupDescribeResponseAssignment(w, v, targetAssignment)
  w.bool(isClassic)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTopologyDescriptionNode(
  r: Reader,
  _v: number,
): StreamsGroupDescribeResponseTopologyDescriptionNode {
  const name = r.string()
  const nodeType = r.int8()
  const sourceTopics = r.strings()
  const sinkTopic = r.nullableString()
  const stores = r.strings()
  const successors = r.strings()
  const x: StreamsGroupDescribeResponseTopologyDescriptionNode = {
    name,
    nodeType,
    sourceTopics,
    sinkTopic,
    stores,
    successors,
  }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseTopologyDescriptionNodeList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseTopologyDescriptionNode[] {
  const list = listOf<StreamsGroupDescribeResponseTopologyDescriptionNode>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseTopologyDescriptionNode(r, v)
  return list
}

function writeStreamsGroupDescribeResponseTopologyDescriptionNode(
  w: Writer,
  _v: number,
  x: StreamsGroupDescribeResponseTopologyDescriptionNodeInput,
): void {
  const { name, nodeType, sourceTopics, sinkTopic = null, stores, successors, [unknownTags]: unknown } = x
  w.string(name)
  w.int8(nodeType)
  w.strings(sourceTopics)
  w.nullableString(sinkTopic)
  w.strings(stores)
  w.strings(successors)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTopologyDescriptionSubtopology(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseTopologyDescriptionSubtopology {
  const subtopologyId = r.string()
  const nodes = readStreamsGroupDescribeResponseTopologyDescriptionNodeList(r, v, r.count(7, 22))
  const x: StreamsGroupDescribeResponseTopologyDescriptionSubtopology = { subtopologyId, nodes }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseTopologyDescriptionSubtopologyList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseTopologyDescriptionSubtopology[] {
  const list = listOf<StreamsGroupDescribeResponseTopologyDescriptionSubtopology>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseTopologyDescriptionSubtopology(r, v)
  return list
}

function writeStreamsGroupDescribeResponseTopologyDescriptionSubtopology(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseTopologyDescriptionSubtopologyInput,
): void {
  const { subtopologyId, nodes, [unknownTags]: unknown } = x
  w.string(subtopologyId)
  w.count(nodes)
  for (const element of nodes) writeStreamsGroupDescribeResponseTopologyDescriptionNode(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseTopologyDescriptionGlobalStore {
  const source = readStreamsGroupDescribeResponseTopologyDescriptionNode(r, v)
  const processor = readStreamsGroupDescribeResponseTopologyDescriptionNode(r, v)
  const x: StreamsGroupDescribeResponseTopologyDescriptionGlobalStore = { source, processor }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseTopologyDescriptionGlobalStoreList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseTopologyDescriptionGlobalStore[] {
  const list = listOf<StreamsGroupDescribeResponseTopologyDescriptionGlobalStore>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(r, v)
  return list
}

function writeStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseTopologyDescriptionGlobalStoreInput,
): void {
  const { source, processor, [unknownTags]: unknown } = x
  writeStreamsGroupDescribeResponseTopologyDescriptionNode(w, v, source)
  writeStreamsGroupDescribeResponseTopologyDescriptionNode(w, v, processor)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseTopologyDescription(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseTopologyDescription {
  const subtopologies = readStreamsGroupDescribeResponseTopologyDescriptionSubtopologyList(r, v, r.count(3, 10))
  const globalStores = readStreamsGroupDescribeResponseTopologyDescriptionGlobalStoreList(r, v, r.count(15, 48))
  const x: StreamsGroupDescribeResponseTopologyDescription = { subtopologies, globalStores }
  r.tags(x)
  return x
}

function writeStreamsGroupDescribeResponseTopologyDescription(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseTopologyDescriptionInput,
): void {
  const { subtopologies, globalStores, [unknownTags]: unknown } = x
  w.count(subtopologies)
  for (const element of subtopologies) writeStreamsGroupDescribeResponseTopologyDescriptionSubtopology(w, v, element)
  w.count(globalStores)
  for (const element of globalStores) writeStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponseDescribedGroup(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseDescribedGroup {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const groupId = r.string()
  const groupState = r.string()
  const groupEpoch = r.int32()
  const assignmentEpoch = r.int32()
  const topology = r.present() ? readStreamsGroupDescribeResponseTopology(r, v) : null
  const members = readStreamsGroupDescribeResponseMemberList(r, v, r.count(28, 72))
  const authorizedOperations = r.int32()
  const topologyDescription = v >= 1 ? (r.present() ? readStreamsGroupDescribeResponseTopologyDescription(r, v) : null) : null
  const topologyDescriptionStatus = v >= 1 ? r.int8() : 0
  const assignorName = v >= 1 ? r.nullableString() : null
  const x: StreamsGroupDescribeResponseDescribedGroup = {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    topology,
    members,
    authorizedOperations,
    topologyDescription,
    topologyDescriptionStatus,
    assignorName,
  }
  r.tags(x)
  return x
}

function readStreamsGroupDescribeResponseDescribedGroupList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupDescribeResponseDescribedGroup[] {
  const list = listOf<StreamsGroupDescribeResponseDescribedGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupDescribeResponseDescribedGroup(r, v)
  return list
}

function writeStreamsGroupDescribeResponseDescribedGroup(
  w: Writer,
  v: number,
  x: StreamsGroupDescribeResponseDescribedGroupInput,
): void {
  const {
    errorCode,
    errorMessage = null,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    topology = null,
    members,
    authorizedOperations = -2147483648,
    topologyDescription = null,
    topologyDescriptionStatus = 0,
    assignorName = null,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.string(groupId)
  w.string(groupState)
  w.int32(groupEpoch)
  w.int32(assignmentEpoch)
  if (topology === null) w.present(null)
  else {
    w.present(1)
    writeStreamsGroupDescribeResponseTopology(w, v, topology)
  }
  w.count(members)
  for (const element of members) writeStreamsGroupDescribeResponseMember(w, v, element)
  w.int32(authorizedOperations)
  if (v >= 1) {
    if (topologyDescription === null) w.present(null)
    else {
      w.present(1)
      writeStreamsGroupDescribeResponseTopologyDescription(w, v, topologyDescription)
    }
  } else if (topologyDescription !== null) w.unsupported()
  if (v >= 1) w.int8(topologyDescriptionStatus)
  else if (topologyDescriptionStatus !== 0) w.unsupported()
  if (v >= 1) w.nullableString(assignorName)
  w.tags(unknown)
}

function readStreamsGroupDescribeResponse(r: Reader, v: number): StreamsGroupDescribeResponse {
  const throttleTimeMs = r.int32()
  const groups = readStreamsGroupDescribeResponseDescribedGroupList(r, v, r.count(20, 42))
  const x: StreamsGroupDescribeResponse = { throttleTimeMs, groups }
  r.tags(x)
  return x
}

function writeStreamsGroupDescribeResponse(w: Writer, v: number, x: StreamsGroupDescribeResponseInput): void {
  const { throttleTimeMs, groups, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(groups)
  for (const element of groups) writeStreamsGroupDescribeResponseDescribedGroup(w, v, element)
  w.tags(unknown)
}

/** API key 89, versions 0 to 1. */
export const StreamsGroupDescribe: Api<StreamsGroupDescribeRequest, StreamsGroupDescribeRequestInput, StreamsGroupDescribeResponse, StreamsGroupDescribeResponseInput> = {
  key: 89,
  name: 'StreamsGroupDescribe',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'StreamsGroupDescribeRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
groupIds []string 0+ required
includeAuthorizedOperations bool 0+ required
includeTopologyDescription bool 1+ =false
`,
  read: readStreamsGroupDescribeRequest,
  write: writeStreamsGroupDescribeRequest,
}),
  response: codec({
  name: 'StreamsGroupDescribeResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
groups []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ =null
  groupId string 0+ required
  groupState string 0+ required
  groupEpoch int32 0+ required
  assignmentEpoch int32 0+ required
  topology struct 0+ ?0+ =null
    epoch int32 0+ required
    subtopologies []struct 0+ ?0+ =null
      subtopologyId string 0+ required
      sourceTopics []string 0+ required
      repartitionSinkTopics []string 0+ required
      stateChangelogTopics []struct 0+ required
        name string 0+ required
        partitions int32 0+ required
        replicationFactor int16 0+ required
        topicConfigs []struct 0+ required
          key string 0+ required
          value string 0+ required
      repartitionSourceTopics []struct 0+ required
        name string 0+ required
        partitions int32 0+ required
        replicationFactor int16 0+ required
        topicConfigs []struct 0+ required
          key string 0+ required
          value string 0+ required
  members []struct 0+ required
    memberId string 0+ required
    memberEpoch int32 0+ required
    instanceId string 0+ ?0+ =null
    rackId string 0+ ?0+ =null
    clientId string 0+ required
    clientHost string 0+ required
    topologyEpoch int32 0+ required
    processId string 0+ required
    userEndpoint struct 0+ ?0+ =null
      host string 0+ required
      port uint16 0+ required
    clientTags []struct 0+ required
      key string 0+ required
      value string 0+ required
    taskOffsets []struct 0+ required
      subtopologyId string 0+ required
      partition int32 0+ required
      offset int64 0+ required
    taskEndOffsets []struct 0+ required
      subtopologyId string 0+ required
      partition int32 0+ required
      offset int64 0+ required
    assignment struct 0+ required
      activeTasks []struct 0+ required
        subtopologyId string 0+ required
        partitions []int32 0+ required
      standbyTasks []struct 0+ required
        subtopologyId string 0+ required
        partitions []int32 0+ required
      warmupTasks []struct 0+ required
        subtopologyId string 0+ required
        partitions []int32 0+ required
    targetAssignment struct 0+ required
      activeTasks []struct 0+ required
        subtopologyId string 0+ required
        partitions []int32 0+ required
      standbyTasks []struct 0+ required
        subtopologyId string 0+ required
        partitions []int32 0+ required
      warmupTasks []struct 0+ required
        subtopologyId string 0+ required
        partitions []int32 0+ required
    isClassic bool 0+ required
  authorizedOperations int32 0+ =-2147483648
  topologyDescription struct 1+ ?1+ =null
    subtopologies []struct 1+ required
      subtopologyId string 1+ required
      nodes []struct 1+ required
        name string 1+ required
        nodeType int8 1+ required
        sourceTopics []string 1+ required
        sinkTopic string 1+ ?1+ =null
        stores []string 1+ required
        successors []string 1+ required
    globalStores []struct 1+ required
      source struct 1+ required
        name string 1+ required
        nodeType int8 1+ required
        sourceTopics []string 1+ required
        sinkTopic string 1+ ?1+ =null
        stores []string 1+ required
        successors []string 1+ required
      processor struct 1+ required
        name string 1+ required
        nodeType int8 1+ required
        sourceTopics []string 1+ required
        sinkTopic string 1+ ?1+ =null
        stores []string 1+ required
        successors []string 1+ required
  topologyDescriptionStatus int8 1+ =0
  assignorName string 1+ ?1+ =null ignorable
`,
  read: readStreamsGroupDescribeResponse,
  write: writeStreamsGroupDescribeResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
