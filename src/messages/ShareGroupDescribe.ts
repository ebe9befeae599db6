// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ShareGroupDescribeRequest extends Tagged {
  /** []string · v0+ */
  groupIds: string[]
  /** bool · v0+ */
  includeAuthorizedOperations: boolean
}

export interface ShareGroupDescribeRequestInput extends Tagged {
  /** []string · v0+ */
  groupIds: readonly string[]
  /** bool · v0+ */
  includeAuthorizedOperations: boolean
}

function readShareGroupDescribeRequest(r: Reader, _v: number): ShareGroupDescribeRequest {
  const groupIds = r.strings()
  const includeAuthorizedOperations = r.bool()
  const x: ShareGroupDescribeRequest = { groupIds, includeAuthorizedOperations }
  r.tags(x)
  return x
}

function writeShareGroupDescribeRequest(w: Writer, _v: number, x: ShareGroupDescribeRequestInput): void {
  const { groupIds, includeAuthorizedOperations, [unknownTags]: unknown } = x
  w.strings(groupIds)
  w.bool(includeAuthorizedOperations)
  w.tags(unknown)
}

export interface ShareGroupDescribeResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: ShareGroupDescribeResponseDescribedGroup[]
}

export interface ShareGroupDescribeResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  groups: readonly ShareGroupDescribeResponseDescribedGroupInput[]
}

export interface ShareGroupDescribeResponseDescribedGroup extends Tagged {
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
  members: ShareGroupDescribeResponseMember[]
  /** int32 · v0+ · default -2147483648 */
  authorizedOperations: number
}

export interface ShareGroupDescribeResponseDescribedGroupInput extends Tagged {
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
  members: readonly ShareGroupDescribeResponseMemberInput[]
  /** int32 · v0+ · default -2147483648 */
  authorizedOperations?: number | undefined
}

export interface ShareGroupDescribeResponseMember extends Tagged {
  /** string · v0+ */
  memberId: string
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
  /** v0+ */
  assignment: ShareGroupDescribeResponseAssignment
}

export interface ShareGroupDescribeResponseMemberInput extends Tagged {
  /** string · v0+ */
  memberId: string
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
  /** v0+ */
  assignment: ShareGroupDescribeResponseAssignmentInput
}

export interface ShareGroupDescribeResponseAssignment extends Tagged {
  /** v0+ */
  topicPartitions: ShareGroupDescribeResponseTopicPartitions[]
}

export interface ShareGroupDescribeResponseAssignmentInput extends Tagged {
  /** v0+ */
  topicPartitions: readonly ShareGroupDescribeResponseTopicPartitionsInput[]
}

export interface ShareGroupDescribeResponseTopicPartitions extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** string · v0+ */
  topicName: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ShareGroupDescribeResponseTopicPartitionsInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** string · v0+ */
  topicName: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readShareGroupDescribeResponseTopicPartitions(
  r: Reader,
  _v: number,
): ShareGroupDescribeResponseTopicPartitions {
  const topicId = r.uuid()
  const topicName = r.string()
  const partitions = r.int32s()
  const x: ShareGroupDescribeResponseTopicPartitions = { topicId, topicName, partitions }
  r.tags(x)
  return x
}

function readShareGroupDescribeResponseTopicPartitionsList(
  r: Reader,
  v: number,
  n: number,
): ShareGroupDescribeResponseTopicPartitions[] {
  const list = listOf<ShareGroupDescribeResponseTopicPartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readShareGroupDescribeResponseTopicPartitions(r, v)
  return list
}

function writeShareGroupDescribeResponseTopicPartitions(
  w: Writer,
  _v: number,
  x: ShareGroupDescribeResponseTopicPartitionsInput,
): void {
  const { topicId, topicName, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.string(topicName)
  w.int32s(partitions)
  w.tags(unknown)
}

function readShareGroupDescribeResponseAssignment(r: Reader, v: number): ShareGroupDescribeResponseAssignment {
  const topicPartitions = readShareGroupDescribeResponseTopicPartitionsList(r, v, r.count(19, 16))
  const x: ShareGroupDescribeResponseAssignment = { topicPartitions }
  r.tags(x)
  return x
}

function writeShareGroupDescribeResponseAssignment(
  w: Writer,
  v: number,
  x: ShareGroupDescribeResponseAssignmentInput,
): void {
  const { topicPartitions, [unknownTags]: unknown } = x
  w.count(topicPartitions)
  for (const element of topicPartitions) writeShareGroupDescribeResponseTopicPartitions(w, v, element)
  w.tags(unknown)
}

function readShareGroupDescribeResponseMember(r: Reader, v: number): ShareGroupDescribeResponseMember {
  const memberId = r.string()
  const rackId = r.nullableString()
  const memberEpoch = r.int32()
  const clientId = r.string()
  const clientHost = r.string()
  const subscribedTopicNames = r.strings()
  const assignment = readShareGroupDescribeResponseAssignment(r, v)
  const x: ShareGroupDescribeResponseMember = {
    memberId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    assignment,
  }
  r.tags(x)
  return x
}

function readShareGroupDescribeResponseMemberList(r: Reader, v: number, n: number): ShareGroupDescribeResponseMember[] {
  const list = listOf<ShareGroupDescribeResponseMember>(n)
  for (let i = 0; i < n; i++) list[i] = readShareGroupDescribeResponseMember(r, v)
  return list
}

function writeShareGroupDescribeResponseMember(w: Writer, v: number, x: ShareGroupDescribeResponseMemberInput): void {
  const {
    memberId,
    rackId = null,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    assignment,
    [unknownTags]: unknown,
  } = x
  w.string(memberId)
  w.nullableString(rackId)
  w.int32(memberEpoch)
  w.string(clientId)
  w.string(clientHost)
  w.strings(subscribedTopicNames)
  writeShareGroupDescribeResponseAssignment(w, v, assignment)
  w.tags(unknown)
}

function readShareGroupDescribeResponseDescribedGroup(r: Reader, v: number): ShareGroupDescribeResponseDescribedGroup {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const groupId = r.string()
  const groupState = r.string()
  const groupEpoch = r.int32()
  const assignmentEpoch = r.int32()
  const assignorName = r.string()
  const members = readShareGroupDescribeResponseMemberList(r, v, r.count(12, 23))
  const authorizedOperations = r.int32()
  const x: ShareGroupDescribeResponseDescribedGroup = {
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

function readShareGroupDescribeResponseDescribedGroupList(
  r: Reader,
  v: number,
  n: number,
): ShareGroupDescribeResponseDescribedGroup[] {
  const list = listOf<ShareGroupDescribeResponseDescribedGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readShareGroupDescribeResponseDescribedGroup(r, v)
  return list
}

function writeShareGroupDescribeResponseDescribedGroup(
  w: Writer,
  v: number,
  x: ShareGroupDescribeResponseDescribedGroupInput,
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
  for (const element of members) writeShareGroupDescribeResponseMember(w, v, element)
  w.int32(authorizedOperations)
  w.tags(unknown)
}

function readShareGroupDescribeResponse(r: Reader, v: number): ShareGroupDescribeResponse {
  const throttleTimeMs = r.int32()
  const groups = readShareGroupDescribeResponseDescribedGroupList(r, v, r.count(20, 17))
  const x: ShareGroupDescribeResponse = { throttleTimeMs, groups }
  r.tags(x)
  return x
}

function writeShareGroupDescribeResponse(w: Writer, v: number, x: ShareGroupDescribeResponseInput): void {
  const { throttleTimeMs, groups, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(groups)
  for (const element of groups) writeShareGroupDescribeResponseDescribedGroup(w, v, element)
  w.tags(unknown)
}

/** API key 77, versions 1 to 1. */
export const ShareGroupDescribe: Api<ShareGroupDescribeRequest, ShareGroupDescribeRequestInput, ShareGroupDescribeResponse, ShareGroupDescribeResponseInput> = {
  key: 77,
  name: 'ShareGroupDescribe',
  minVersion: 1,
  maxVersion: 1,
  flexibleSince: 1,
  request: codec({
  name: 'ShareGroupDescribeRequest',
  minVersion: 1,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
groupIds []string 0+ required
includeAuthorizedOperations bool 0+ required
`,
  read: readShareGroupDescribeRequest,
  write: writeShareGroupDescribeRequest,
}),
  response: codec({
  name: 'ShareGroupDescribeResponse',
  minVersion: 1,
  maxVersion: 1,
  flexibleSince: 1,
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
    rackId string 0+ ?0+ =null
    memberEpoch int32 0+ required
    clientId string 0+ required
    clientHost string 0+ required
    subscribedTopicNames []string 0+ required
    assignment struct 0+ required
      topicPartitions []struct 0+ required
        topicId uuid 0+ required
        topicName string 0+ required
        partitions []int32 0+ required
  authorizedOperations int32 0+ =-2147483648
`,
  read: readShareGroupDescribeResponse,
  write: writeShareGroupDescribeResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
