// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ShareGroupHeartbeatRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ · null v0+ · default null */
  rackId: string | null
  /** []string · v0+ · null v0+ · default null */
  subscribedTopicNames: string[] | null
}

export interface ShareGroupHeartbeatRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ · null v0+ · default null */
  rackId?: string | null | undefined
  /** []string · v0+ · null v0+ · default null */
  subscribedTopicNames?: readonly string[] | null | undefined
}

function readShareGroupHeartbeatRequest(r: Reader, _v: number): ShareGroupHeartbeatRequest {
  const groupId = r.string()
  const memberId = r.string()
  const memberEpoch = r.int32()
  const rackId = r.nullableString()
  const subscribedTopicNames = r.nullableStrings()
  const x: ShareGroupHeartbeatRequest = { groupId, memberId, memberEpoch, rackId, subscribedTopicNames }
  r.tags(x)
  return x
}

function writeShareGroupHeartbeatRequest(w: Writer, _v: number, x: ShareGroupHeartbeatRequestInput): void {
  const { groupId, memberId, memberEpoch, rackId = null, subscribedTopicNames = null, [unknownTags]: unknown } = x
  w.string(groupId)
  w.string(memberId)
  w.int32(memberEpoch)
  w.nullableString(rackId)
  if (subscribedTopicNames === null) w.nullArray()
  else {
    w.strings(subscribedTopicNames)
  }
  w.tags(unknown)
}

export interface ShareGroupHeartbeatResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** string · v0+ · null v0+ · default null */
  memberId: string | null
  /** int32 · v0+ */
  memberEpoch: number
  /** int32 · v0+ */
  heartbeatIntervalMs: number
  /** v0+ · null v0+ · default null */
  assignment: ShareGroupHeartbeatResponseAssignment | null
}

export interface ShareGroupHeartbeatResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** string · v0+ · null v0+ · default null */
  memberId?: string | null | undefined
  /** int32 · v0+ */
  memberEpoch: number
  /** int32 · v0+ */
  heartbeatIntervalMs: number
  /** v0+ · null v0+ · default null */
  assignment?: ShareGroupHeartbeatResponseAssignmentInput | null | undefined
}

export interface ShareGroupHeartbeatResponseAssignment extends Tagged {
  /** v0+ */
  topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[]
}

export interface ShareGroupHeartbeatResponseAssignmentInput extends Tagged {
  /** v0+ */
  topicPartitions: readonly ShareGroupHeartbeatResponseTopicPartitionsInput[]
}

export interface ShareGroupHeartbeatResponseTopicPartitions extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ShareGroupHeartbeatResponseTopicPartitionsInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readShareGroupHeartbeatResponseTopicPartitions(
  r: Reader,
  _v: number,
): ShareGroupHeartbeatResponseTopicPartitions {
  const topicId = r.uuid()
  const partitions = r.int32s()
  const x: ShareGroupHeartbeatResponseTopicPartitions = { topicId, partitions }
  r.tags(x)
  return x
}

function readShareGroupHeartbeatResponseTopicPartitionsList(
  r: Reader,
  v: number,
  n: number,
): ShareGroupHeartbeatResponseTopicPartitions[] {
  const list = listOf<ShareGroupHeartbeatResponseTopicPartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readShareGroupHeartbeatResponseTopicPartitions(r, v)
  return list
}

function writeShareGroupHeartbeatResponseTopicPartitions(
  w: Writer,
  _v: number,
  x: ShareGroupHeartbeatResponseTopicPartitionsInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readShareGroupHeartbeatResponseAssignment(r: Reader, v: number): ShareGroupHeartbeatResponseAssignment {
  const topicPartitions = readShareGroupHeartbeatResponseTopicPartitionsList(r, v, r.count(18, 15))
  const x: ShareGroupHeartbeatResponseAssignment = { topicPartitions }
  r.tags(x)
  return x
}

function writeShareGroupHeartbeatResponseAssignment(
  w: Writer,
  v: number,
  x: ShareGroupHeartbeatResponseAssignmentInput,
): void {
  const { topicPartitions, [unknownTags]: unknown } = x
  w.count(topicPartitions)
  for (const element of topicPartitions) writeShareGroupHeartbeatResponseTopicPartitions(w, v, element)
  w.tags(unknown)
}

function readShareGroupHeartbeatResponse(r: Reader, v: number): ShareGroupHeartbeatResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const memberId = r.nullableString()
  const memberEpoch = r.int32()
  const heartbeatIntervalMs = r.int32()
  const assignment = r.present() ? readShareGroupHeartbeatResponseAssignment(r, v) : null
  const x: ShareGroupHeartbeatResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    assignment,
  }
  r.tags(x)
  return x
}

function writeShareGroupHeartbeatResponse(w: Writer, v: number, x: ShareGroupHeartbeatResponseInput): void {
  const {
    throttleTimeMs,
    errorCode,
    errorMessage = null,
    memberId = null,
    memberEpoch,
    heartbeatIntervalMs,
    assignment = null,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.nullableString(memberId)
  w.int32(memberEpoch)
  w.int32(heartbeatIntervalMs)
  if (assignment === null) w.present(null)
  else {
    w.present(1)
    writeShareGroupHeartbeatResponseAssignment(w, v, assignment)
  }
  w.tags(unknown)
}

/** API key 76, versions 1 to 1. */
export const ShareGroupHeartbeat: Api<ShareGroupHeartbeatRequest, ShareGroupHeartbeatRequestInput, ShareGroupHeartbeatResponse, ShareGroupHeartbeatResponseInput> = {
  key: 76,
  name: 'ShareGroupHeartbeat',
  minVersion: 1,
  maxVersion: 1,
  flexibleSince: 1,
  request: codec({
  name: 'ShareGroupHeartbeatRequest',
  minVersion: 1,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
groupId string 0+ required
memberId string 0+ required
memberEpoch int32 0+ required
rackId string 0+ ?0+ =null
subscribedTopicNames []string 0+ ?0+ =null
`,
  read: readShareGroupHeartbeatRequest,
  write: writeShareGroupHeartbeatRequest,
}),
  response: codec({
  name: 'ShareGroupHeartbeatResponse',
  minVersion: 1,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
memberId string 0+ ?0+ =null
memberEpoch int32 0+ required
heartbeatIntervalMs int32 0+ required
assignment struct 0+ ?0+ =null
  topicPartitions []struct 0+ required
    topicId uuid 0+ required
    partitions []int32 0+ required
`,
  read: readShareGroupHeartbeatResponse,
  write: writeShareGroupHeartbeatResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
