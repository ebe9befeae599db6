// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ConsumerGroupDescribeRequest extends Tagged {
  /** []string · v0+ */
  groupIds: string[]
  /** bool · v0+ */
  includeAuthorizedOperations: boolean
}

export interface ConsumerGroupDescribeRequestInput extends Tagged {
  /** []string · v0+ */
  groupIds: readonly string[]
  /** bool · v0+ */
  includeAuthorizedOperations: boolean
}

function readConsumerGroupDescribeRequest(r: Reader, _v: number): ConsumerGroupDescribeRequest {
  const groupIds = r.strings()
  const includeAuthorizedOperations = r.bool()
  const x: ConsumerGroupDescribeRequest = { groupIds, includeAuthorizedOperations }
  r.tags(x)
  return x
}

function writeConsumerGroupDescribeRequest(w: Writer, _v: number, x: ConsumerGroupDescribeRequestInput): void {
  const { groupIds, includeAuthorizedOperations, [unknownTags]: unknown } = x
  w.strings(groupIds)
  w.bool(includeAuthorizedOperations)
  w.tags(unknown)
}

export interface ConsumerGroupDescribeResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: ConsumerGroupDescribeResponseDescribedGroup[]
}

export interface ConsumerGroupDescribeResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: readonly ConsumerGroupDescribeResponseDescribedGroupInput[]
}

export interface ConsumerGroupDescribeResponseDescribedGroup extends Tagged {
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
  /** string · v0+ */
  assignorName: string
  /** v0+ */
  members: ConsumerGroupDescribeResponseMember[]
  /** int32 · v0+ · default -2147483648 */
  authorizedOperations: number
}

export interface ConsumerGroupDescribeResponseDescribedGroupInput extends Tagged {
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
  /** string · v0+ */
  assignorName: string
  /** v0+ */
  members: readonly ConsumerGroupDescribeResponseMemberInput[]
  /** int32 · v0+ · default -2147483648 */
  authorizedOperations?: number | undefined
}

export interface ConsumerGroupDescribeResponseMember extends Tagged {
  /** string · v0+ */
  memberId: string
  /** string · v0+ · null v0+ · default null */
  instanceId: string | null
  /** string · v0+ · null v0+ · default null */
  rackId: string | null
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ */
  clientId: string
  /** string · v0+ */
  clientHost: string
  /** []string · v0+ */
  subscribedTopicNames: string[]
  /** string · v0+ · null v0+ · default null */
  subscribedTopicRegex: string | null
  /** v0+ */
  assignment: ConsumerGroupDescribeResponseAssignment
  /** v0+ */
  targetAssignment: ConsumerGroupDescribeResponseAssignment
  /** int8 · v1+ · default -1 · ignorable */
  memberType: number
}

export interface ConsumerGroupDescribeResponseMemberInput extends Tagged {
  /** string · v0+ */
  memberId: string
  /** string · v0+ · null v0+ · default null */
  instanceId?: string | null | undefined
  /** string · v0+ · null v0+ · default null */
  rackId?: string | null | undefined
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ */
  clientId: string
  /** string · v0+ */
  clientHost: string
  /** []string · v0+ */
  subscribedTopicNames: readonly string[]
  /** string · v0+ · null v0+ · default null */
  subscribedTopicRegex?: string | null | undefined
  /** v0+ */
  assignment: ConsumerGroupDescribeResponseAssignmentInput
  /** v0+ */
  targetAssignment: ConsumerGroupDescribeResponseAssignmentInput
  /** int8 · v1+ · default -1 · ignorable */
  memberType?: number | undefined
}

export interface ConsumerGroupDescribeResponseAssignment extends Tagged {
  /** v0+ */
  topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[]
}

export interface ConsumerGroupDescribeResponseAssignmentInput extends Tagged {
  /** v0+ */
  topicPartitions: readonly ConsumerGroupDescribeResponseTopicPartitionsInput[]
}

export interface ConsumerGroupDescribeResponseTopicPartitions extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** string · v0+ */
  topicName: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ConsumerGroupDescribeResponseTopicPartitionsInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** string · v0+ */
  topicName: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readConsumerGroupDescribeResponseTopicPartitions(
  r: Reader,
  _v: number,
): ConsumerGroupDescribeResponseTopicPartitions {
  const topicId = r.uuid()
  const topicName = r.string()
  const partitions = r.int32s()
  const x: ConsumerGroupDescribeResponseTopicPartitions = { topicId, topicName, partitions }
  r.tags(x)
  return x
}

function readConsumerGroupDescribeResponseTopicPartitionsList(
  r: Reader,
  v: number,
  n: number,
): ConsumerGroupDescribeResponseTopicPartitions[] {
  const list = listOf<ConsumerGroupDescribeResponseTopicPartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readConsumerGroupDescribeResponseTopicPartitions(r, v)
  return list
}

function writeConsumerGroupDescribeResponseTopicPartitions(
  w: Writer,
  _v: number,
  x: ConsumerGroupDescribeResponseTopicPartitionsInput,
): void {
  const { topicId, topicName, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.string(topicName)
  w.int32s(partitions)
  w.tags(unknown)
}

function readConsumerGroupDescribeResponseAssignment(r: Reader, v: number): ConsumerGroupDescribeResponseAssignment {
  const topicPartitions = readConsumerGroupDescribeResponseTopicPartitionsList(r, v, r.count(19, 16))
  const x: ConsumerGroupDescribeResponseAssignment = { topicPartitions }
  r.tags(x)
  return x
}

function writeConsumerGroupDescribeResponseAssignment(
  w: Writer,
  v: number,
  x: ConsumerGroupDescribeResponseAssignmentInput,
): void {
  const { topicPartitions, [unknownTags]: unknown } = x
  w.count(topicPartitions)
  for (const element of topicPartitions) writeConsumerGroupDescribeResponseTopicPartitions(w, v, element)
  w.tags(unknown)
}

function readConsumerGroupDescribeResponseMember(r: Reader, v: number): ConsumerGroupDescribeResponseMember {
  const memberId = r.string()
  const instanceId = r.nullableString()
  const rackId = r.nullableString()
  const memberEpoch = r.int32()
  const clientId = r.string()
  const clientHost = r.string()
  const subscribedTopicNames = r.strings()
  const subscribedTopicRegex = r.nullableString()
  const assignment = readConsumerGroupDescribeResponseAssignment(r, v)
  const targetAssignment = readConsumerGroupDescribeResponseAssignment(r, v)
  const memberType = v >= 1 ? r.int8() : -1
  const x: ConsumerGroupDescribeResponseMember = {
    memberId,
    instanceId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex,
    assignment,
    targetAssignment,
    memberType,
  }
  r.tags(x)
  return x
}

function readConsumerGroupDescribeResponseMemberList(
  r: Reader,
  v: number,
  n: number,
): ConsumerGroupDescribeResponseMember[] {
  const list = listOf<ConsumerGroupDescribeResponseMember>(n)
  for (let i = 0; i < n; i++) list[i] = readConsumerGroupDescribeResponseMember(r, v)
  return list
}

function writeConsumerGroupDescribeResponseMember(
  w: Writer,
  v: number,
  x: ConsumerGroupDescribeResponseMemberInput,
): void {
  const {
    memberId,
    instanceId = null,
    rackId = null,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex = null,
    assignment,
    targetAssignment,
    memberType = -1,
    [unknownTags]: unknown,
  } = x
  w.string(memberId)
  w.nullableString(instanceId)
  w.nullableString(rackId)
  w.int32(memberEpoch)
  w.string(clientId)
  w.string(clientHost)
  w.strings(subscribedTopicNames)
  w.nullableString(subscribedTopicRegex)
  writeConsumerGroupDescribeResponseAssignment(w, v, assignment)
  writeConsumerGroupDescribeResponseAssignment(w, v, targetAssignment)
  if (v >= 1) w.int8(memberType)
  w.tags(unknown)
}

function readConsumerGroupDescribeResponseDescribedGroup(
  r: Reader,
  v: number,
): ConsumerGroupDescribeResponseDescribedGroup {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const groupId = r.string()
  const groupState = r.string()
  const groupEpoch = r.int32()
  const assignmentEpoch = r.int32()
  const assignorName = r.string()
  const members = readConsumerGroupDescribeResponseMemberList(r, v, r.count(16, 35))
  const authorizedOperations = r.int32()
  const x: ConsumerGroupDescribeResponseDescribedGroup = {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    assignorName,
    members,
    authorizedOperations,
  }
  r.tags(x)
  return x
}

function readConsumerGroupDescribeResponseDescribedGroupList(
  r: Reader,
  v: number,
  n: number,
): ConsumerGroupDescribeResponseDescribedGroup[] {
  const list = listOf<ConsumerGroupDescribeResponseDescribedGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readConsumerGroupDescribeResponseDescribedGroup(r, v)
  return list
}

function writeConsumerGroupDescribeResponseDescribedGroup(
  w: Writer,
  v: number,
  x: ConsumerGroupDescribeResponseDescribedGroupInput,
): void {
  const {
    errorCode,
    errorMessage = null,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    assignorName,
    members,
    authorizedOperations = -2147483648,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.string(groupId)
  w.string(groupState)
  w.int32(groupEpoch)
  w.int32(assignmentEpoch)
  w.string(assignorName)
  w.count(members)
  for (const element of members) writeConsumerGroupDescribeResponseMember(w, v, element)
  w.int32(authorizedOperations)
  w.tags(unknown)
}

function readConsumerGroupDescribeResponse(r: Reader, v: number): ConsumerGroupDescribeResponse {
  const throttleTimeMs = r.int32()
  const groups = readConsumerGroupDescribeResponseDescribedGroupList(r, v, r.count(20, 17))
  const x: ConsumerGroupDescribeResponse = { throttleTimeMs, groups }
  r.tags(x)
  return x
}

function writeConsumerGroupDescribeResponse(w: Writer, v: number, x: ConsumerGroupDescribeResponseInput): void {
  const { throttleTimeMs, groups, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(groups)
  for (const element of groups) writeConsumerGroupDescribeResponseDescribedGroup(w, v, element)
  w.tags(unknown)
}

/** API key 69, versions 0 to 1. */
export const ConsumerGroupDescribe: Api<ConsumerGroupDescribeRequest, ConsumerGroupDescribeRequestInput, ConsumerGroupDescribeResponse, ConsumerGroupDescribeResponseInput> = {
  key: 69,
  name: 'ConsumerGroupDescribe',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'ConsumerGroupDescribeRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
groupIds []string 0+ required
includeAuthorizedOperations bool 0+ required
`,
  read: readConsumerGroupDescribeRequest,
  write: writeConsumerGroupDescribeRequest,
}),
  response: codec({
  name: 'ConsumerGroupDescribeResponse',
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
  assignorName string 0+ required
  members []struct 0+ required
    memberId string 0+ required
    instanceId string 0+ ?0+ =null
    rackId string 0+ ?0+ =null
    memberEpoch int32 0+ required
    clientId string 0+ required
    clientHost string 0+ required
    subscribedTopicNames []string 0+ required
    subscribedTopicRegex string 0+ ?0+ =null
    assignment struct 0+ required
      topicPartitions []struct 0+ required
        topicId uuid 0+ required
        topicName string 0+ required
        partitions []int32 0+ required
    targetAssignment struct 0+ required
      topicPartitions []struct 0+ required
        topicId uuid 0+ required
        topicName string 0+ required
        partitions []int32 0+ required
    memberType int8 1+ =-1 ignorable
  authorizedOperations int32 0+ =-2147483648
`,
  read: readConsumerGroupDescribeResponse,
  write: writeConsumerGroupDescribeResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
