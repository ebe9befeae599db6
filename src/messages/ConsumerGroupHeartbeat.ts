// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ConsumerGroupHeartbeatRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ · null v0+ · default null */
  instanceId: string | null
  /** string · v0+ · null v0+ · default null */
  rackId: string | null
  /** int32 · v0+ · default -1 */
  rebalanceTimeoutMs: number
  /** []string · v0+ · null v0+ · default null */
  subscribedTopicNames: string[] | null
  /** string · v1+ · null v1+ · default null */
  subscribedTopicRegex: string | null
  /** string · v0+ · null v0+ · default null */
  serverAssignor: string | null
  /** v0+ · null v0+ · default null */
  topicPartitions: ConsumerGroupHeartbeatRequestTopicPartitions[] | null
}

export interface ConsumerGroupHeartbeatRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  memberEpoch: number
  /** string · v0+ · null v0+ · default null */
  instanceId?: string | null | undefined
  /** string · v0+ · null v0+ · default null */
  rackId?: string | null | undefined
  /** int32 · v0+ · default -1 */
  rebalanceTimeoutMs?: number | undefined
  /** []string · v0+ · null v0+ · default null */
  subscribedTopicNames?: readonly string[] | null | undefined
  /** string · v1+ · null v1+ · default null */
  subscribedTopicRegex?: string | null | undefined
  /** string · v0+ · null v0+ · default null */
  serverAssignor?: string | null | undefined
  /** v0+ · null v0+ · default null */
  topicPartitions?: readonly ConsumerGroupHeartbeatRequestTopicPartitionsInput[] | null | undefined
}

export interface ConsumerGroupHeartbeatRequestTopicPartitions extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ConsumerGroupHeartbeatRequestTopicPartitionsInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readConsumerGroupHeartbeatRequestTopicPartitions(
  r: Reader,
  _v: number,
): ConsumerGroupHeartbeatRequestTopicPartitions {
  const topicId = r.uuid()
  const partitions = r.int32s()
  const x: ConsumerGroupHeartbeatRequestTopicPartitions = { topicId, partitions }
  r.tags(x)
  return x
}

function readConsumerGroupHeartbeatRequestTopicPartitionsList(
  r: Reader,
  v: number,
  n: number,
): ConsumerGroupHeartbeatRequestTopicPartitions[] {
  const list = listOf<ConsumerGroupHeartbeatRequestTopicPartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readConsumerGroupHeartbeatRequestTopicPartitions(r, v)
  return list
}

function readNullableConsumerGroupHeartbeatRequestTopicPartitionsList(
  r: Reader,
  v: number,
): ConsumerGroupHeartbeatRequestTopicPartitions[] | null {
  const n = r.nullableCount(18, 15)
  return n < 0 ? null : readConsumerGroupHeartbeatRequestTopicPartitionsList(r, v, n)
}

function writeConsumerGroupHeartbeatRequestTopicPartitions(
  w: Writer,
  _v: number,
  x: ConsumerGroupHeartbeatRequestTopicPartitionsInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readConsumerGroupHeartbeatRequest(r: Reader, v: number): ConsumerGroupHeartbeatRequest {
  const groupId = r.string()
  const memberId = r.string()
  const memberEpoch = r.int32()
  const instanceId = r.nullableString()
  const rackId = r.nullableString()
  const rebalanceTimeoutMs = r.int32()
  const subscribedTopicNames = r.nullableStrings()
  const subscribedTopicRegex = v >= 1 ? r.nullableString() : null
  const serverAssignor = r.nullableString()
  const topicPartitions = readNullableConsumerGroupHeartbeatRequestTopicPartitionsList(r, v)
  const x: ConsumerGroupHeartbeatRequest = {
    groupId,
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    subscribedTopicNames,
    subscribedTopicRegex,
    serverAssignor,
    topicPartitions,
  }
  r.tags(x)
  return x
}

function writeConsumerGroupHeartbeatRequest(w: Writer, v: number, x: ConsumerGroupHeartbeatRequestInput): void {
  const {
    groupId,
    memberId,
    memberEpoch,
    instanceId = null,
    rackId = null,
    rebalanceTimeoutMs = -1,
    subscribedTopicNames = null,
    subscribedTopicRegex = null,
    serverAssignor = null,
    topicPartitions = null,
    [unknownTags]: unknown,
  } = x
  w.string(groupId)
  w.string(memberId)
  w.int32(memberEpoch)
  w.nullableString(instanceId)
  w.nullableString(rackId)
  w.int32(rebalanceTimeoutMs)
  if (subscribedTopicNames === null) w.nullArray()
  else {
    w.strings(subscribedTopicNames)
  }
  if (v >= 1) w.nullableString(subscribedTopicRegex)
  else if (subscribedTopicRegex !== null) w.unsupported()
  w.nullableString(serverAssignor)
  if (topicPartitions === null) w.nullArray()
  else {
    w.count(topicPartitions)
    for (const element of topicPartitions) writeConsumerGroupHeartbeatRequestTopicPartitions(w, v, element)
  }
  w.tags(unknown)
}

export interface ConsumerGroupHeartbeatResponse extends Tagged {
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
  assignment: ConsumerGroupHeartbeatResponseAssignment | null
}

export interface ConsumerGroupHeartbeatResponseInput extends Tagged {
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
  assignment?: ConsumerGroupHeartbeatResponseAssignmentInput | null | undefined
}

export interface ConsumerGroupHeartbeatResponseAssignment extends Tagged {
  /** v0+ */
  topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[]
}

export interface ConsumerGroupHeartbeatResponseAssignmentInput extends Tagged {
  /** v0+ */
  topicPartitions: readonly ConsumerGroupHeartbeatResponseTopicPartitionsInput[]
}

export interface ConsumerGroupHeartbeatResponseTopicPartitions extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ConsumerGroupHeartbeatResponseTopicPartitionsInput extends Tagged {
  /** uuid · v0+ */
  topicId: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readConsumerGroupHeartbeatResponseTopicPartitions(
  r: Reader,
  _v: number,
): ConsumerGroupHeartbeatResponseTopicPartitions {
  const topicId = r.uuid()
  const partitions = r.int32s()
  const x: ConsumerGroupHeartbeatResponseTopicPartitions = { topicId, partitions }
  r.tags(x)
  return x
}

function readConsumerGroupHeartbeatResponseTopicPartitionsList(
  r: Reader,
  v: number,
  n: number,
): ConsumerGroupHeartbeatResponseTopicPartitions[] {
  const list = listOf<ConsumerGroupHeartbeatResponseTopicPartitions>(n)
  for (let i = 0; i < n; i++) list[i] = readConsumerGroupHeartbeatResponseTopicPartitions(r, v)
  return list
}

function writeConsumerGroupHeartbeatResponseTopicPartitions(
  w: Writer,
  _v: number,
  x: ConsumerGroupHeartbeatResponseTopicPartitionsInput,
): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.int32s(partitions)
  w.tags(unknown)
}

function readConsumerGroupHeartbeatResponseAssignment(r: Reader, v: number): ConsumerGroupHeartbeatResponseAssignment {
  const topicPartitions = readConsumerGroupHeartbeatResponseTopicPartitionsList(r, v, r.count(18, 15))
  const x: ConsumerGroupHeartbeatResponseAssignment = { topicPartitions }
  r.tags(x)
  return x
}

function writeConsumerGroupHeartbeatResponseAssignment(
  w: Writer,
  v: number,
  x: ConsumerGroupHeartbeatResponseAssignmentInput,
): void {
  const { topicPartitions, [unknownTags]: unknown } = x
  w.count(topicPartitions)
  for (const element of topicPartitions) writeConsumerGroupHeartbeatResponseTopicPartitions(w, v, element)
  w.tags(unknown)
}

function readConsumerGroupHeartbeatResponse(r: Reader, v: number): ConsumerGroupHeartbeatResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const memberId = r.nullableString()
  const memberEpoch = r.int32()
  const heartbeatIntervalMs = r.int32()
  const assignment = r.present() ? readConsumerGroupHeartbeatResponseAssignment(r, v) : null
  const x: ConsumerGroupHeartbeatResponse = {
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

function writeConsumerGroupHeartbeatResponse(w: Writer, v: number, x: ConsumerGroupHeartbeatResponseInput): void {
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
    writeConsumerGroupHeartbeatResponseAssignment(w, v, assignment)
  }
  w.tags(unknown)
}

/** API key 68, versions 0 to 1. */
export const ConsumerGroupHeartbeat: Api<ConsumerGroupHeartbeatRequest, ConsumerGroupHeartbeatRequestInput, ConsumerGroupHeartbeatResponse, ConsumerGroupHeartbeatResponseInput> = {
  key: 68,
  name: 'ConsumerGroupHeartbeat',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'ConsumerGroupHeartbeatRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
groupId string 0+ required
memberId string 0+ required
memberEpoch int32 0+ required
instanceId string 0+ ?0+ =null
rackId string 0+ ?0+ =null
rebalanceTimeoutMs int32 0+ =-1
subscribedTopicNames []string 0+ ?0+ =null
subscribedTopicRegex string 1+ ?1+ =null
serverAssignor string 0+ ?0+ =null
topicPartitions []struct 0+ ?0+ =null
  topicId uuid 0+ required
  partitions []int32 0+ required
`,
  read: readConsumerGroupHeartbeatRequest,
  write: writeConsumerGroupHeartbeatRequest,
}),
  response: codec({
  name: 'ConsumerGroupHeartbeatResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
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
  read: readConsumerGroupHeartbeatResponse,
  write: writeConsumerGroupHeartbeatResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
