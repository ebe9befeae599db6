// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface JoinGroupRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v0+ */
  sessionTimeoutMs: number
  /** int32 · v1+ · default -1 · ignorable */
  rebalanceTimeoutMs: number
  /** string · v0+ */
  memberId: string
  /** string · v5+ · null v5+ · default null */
  groupInstanceId: string | null
  /** string · v0+ */
  protocolType: string
  /** v0+ */
  protocols: JoinGroupRequestProtocol[]
  /** string · v8+ · null v8+ · default null · ignorable */
  reason: string | null
}

export interface JoinGroupRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v0+ */
  sessionTimeoutMs: number
  /** int32 · v1+ · default -1 · ignorable */
  rebalanceTimeoutMs?: number | undefined
  /** string · v0+ */
  memberId: string
  /** string · v5+ · null v5+ · default null */
  groupInstanceId?: string | null | undefined
  /** string · v0+ */
  protocolType: string
  /** v0+ */
  protocols: readonly JoinGroupRequestProtocolInput[]
  /** string · v8+ · null v8+ · default null · ignorable */
  reason?: string | null | undefined
}

export interface JoinGroupRequestProtocol extends Tagged {
  /** string · v0+ */
  name: string
  /** bytes · v0+ */
  metadata: Buffer
}

export interface JoinGroupRequestProtocolInput extends Tagged {
  /** string · v0+ */
  name: string
  /** bytes · v0+ */
  metadata: Uint8Array
}

function readJoinGroupRequestProtocol(r: Reader, _v: number): JoinGroupRequestProtocol {
  const name = r.string()
  const metadata = r.bytes()
  const x: JoinGroupRequestProtocol = { name, metadata }
  r.tags(x)
  return x
}

function readJoinGroupRequestProtocolList(r: Reader, v: number, n: number): JoinGroupRequestProtocol[] {
  const list = listOf<JoinGroupRequestProtocol>(n)
  for (let i = 0; i < n; i++) list[i] = readJoinGroupRequestProtocol(r, v)
  return list
}

function writeJoinGroupRequestProtocol(w: Writer, _v: number, x: JoinGroupRequestProtocolInput): void {
  const { name, metadata, [unknownTags]: unknown } = x
  w.string(name)
  w.bytes(metadata)
  w.tags(unknown)
}

function readJoinGroupRequest(r: Reader, v: number): JoinGroupRequest {
  const groupId = r.string()
  const sessionTimeoutMs = r.int32()
  const rebalanceTimeoutMs = v >= 1 ? r.int32() : -1
  const memberId = r.string()
  const groupInstanceId = v >= 5 ? r.nullableString() : null
  const protocolType = r.string()
  const protocols = readJoinGroupRequestProtocolList(r, v, r.count(3, 6))
  const reason = v >= 8 ? r.nullableString() : null
  const x: JoinGroupRequest = {
    groupId,
    sessionTimeoutMs,
    rebalanceTimeoutMs,
    memberId,
    groupInstanceId,
    protocolType,
    protocols,
    reason,
  }
  r.tags(x)
  return x
}

function writeJoinGroupRequest(w: Writer, v: number, x: JoinGroupRequestInput): void {
  const {
    groupId,
    sessionTimeoutMs,
    rebalanceTimeoutMs = -1,
    memberId,
    groupInstanceId = null,
    protocolType,
    protocols,
    reason = null,
    [unknownTags]: unknown,
  } = x
  w.string(groupId)
  w.int32(sessionTimeoutMs)
  if (v >= 1) w.int32(rebalanceTimeoutMs)
  w.string(memberId)
  if (v >= 5) w.nullableString(groupInstanceId)
  else if (groupInstanceId !== null) w.unsupported()
  w.string(protocolType)
  w.count(protocols)
  for (const element of protocols) writeJoinGroupRequestProtocol(w, v, element)
  if (v >= 8) w.nullableString(reason)
  w.tags(unknown)
}

export interface JoinGroupResponse extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ · default -1 */
  generationId: number
  /** string · v7+ · null v7+ · default null · ignorable */
  protocolType: string | null
  /** string · v0+ · null v7+ */
  protocolName: string | null
  /** string · v0+ */
  leader: string
  /** bool · v9+ · default false */
  skipAssignment: boolean
  /** string · v0+ */
  memberId: string
  /** v0+ */
  members: JoinGroupResponseMember[]
}

export interface JoinGroupResponseInput extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs?: number | undefined
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ · default -1 */
  generationId?: number | undefined
  /** string · v7+ · null v7+ · default null · ignorable */
  protocolType?: string | null | undefined
  /** string · v0+ · null v7+ */
  protocolName: string | null
  /** string · v0+ */
  leader: string
  /** bool · v9+ · default false */
  skipAssignment?: boolean | undefined
  /** string · v0+ */
  memberId: string
  /** v0+ */
  members: readonly JoinGroupResponseMemberInput[]
}

export interface JoinGroupResponseMember extends Tagged {
  /** string · v0+ */
  memberId: string
  /** string · v5+ · null v5+ · default null · ignorable */
  groupInstanceId: string | null
  /** bytes · v0+ */
  metadata: Buffer
}

export interface JoinGroupResponseMemberInput extends Tagged {
  /** string · v0+ */
  memberId: string
  /** string · v5+ · null v5+ · default null · ignorable */
  groupInstanceId?: string | null | undefined
  /** bytes · v0+ */
  metadata: Uint8Array
}

function readJoinGroupResponseMember(r: Reader, v: number): JoinGroupResponseMember {
  const memberId = r.string()
  const groupInstanceId = v >= 5 ? r.nullableString() : null
  const metadata = r.bytes()
  const x: JoinGroupResponseMember = { memberId, groupInstanceId, metadata }
  r.tags(x)
  return x
}

function readJoinGroupResponseMemberList(r: Reader, v: number, n: number): JoinGroupResponseMember[] {
  const list = listOf<JoinGroupResponseMember>(n)
  for (let i = 0; i < n; i++) list[i] = readJoinGroupResponseMember(r, v)
  return list
}

function writeJoinGroupResponseMember(w: Writer, v: number, x: JoinGroupResponseMemberInput): void {
  const { memberId, groupInstanceId = null, metadata, [unknownTags]: unknown } = x
  w.string(memberId)
  if (v >= 5) w.nullableString(groupInstanceId)
  w.bytes(metadata)
  w.tags(unknown)
}

function readJoinGroupResponse(r: Reader, v: number): JoinGroupResponse {
  const throttleTimeMs = v >= 2 ? r.int32() : 0
  const errorCode = r.int16()
  const generationId = r.int32()
  const protocolType = v >= 7 ? r.nullableString() : null
  const protocolName = v >= 7 ? r.nullableString() : r.string()
  const leader = r.string()
  const skipAssignment = v >= 9 ? r.bool() : false
  const memberId = r.string()
  const members = readJoinGroupResponseMemberList(r, v, r.count(4, 7))
  const x: JoinGroupResponse = {
    throttleTimeMs,
    errorCode,
    generationId,
    protocolType,
    protocolName,
    leader,
    skipAssignment,
    memberId,
    members,
  }
  r.tags(x)
  return x
}

function writeJoinGroupResponse(w: Writer, v: number, x: JoinGroupResponseInput): void {
  const {
    throttleTimeMs = 0,
    errorCode,
    generationId = -1,
    protocolType = null,
    protocolName,
    leader,
    skipAssignment = false,
    memberId,
    members,
    [unknownTags]: unknown,
  } = x
  if (v >= 2) w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.int32(generationId)
  if (v >= 7) w.nullableString(protocolType)
  if (v >= 7) w.nullableString(protocolName)
  else w.string(protocolName as never)
  w.string(leader)
  if (v >= 9) w.bool(skipAssignment)
  else if (skipAssignment) w.unsupported()
  w.string(memberId)
  w.count(members)
  for (const element of members) writeJoinGroupResponseMember(w, v, element)
  w.tags(unknown)
}

/** API key 11, versions 0 to 9. */
export const JoinGroup: Api<JoinGroupRequest, JoinGroupRequestInput, JoinGroupResponse, JoinGroupResponseInput> = {
  key: 11,
  name: 'JoinGroup',
  minVersion: 0,
  maxVersion: 9,
  flexibleSince: 6,
  request: codec({
  name: 'JoinGroupRequest',
  minVersion: 0,
  maxVersion: 9,
  flexibleSince: 6,
  last: true,
  fields: `
groupId string 0+ required
sessionTimeoutMs int32 0+ required
rebalanceTimeoutMs int32 1+ =-1 ignorable
memberId string 0+ required
groupInstanceId string 5+ ?5+ =null
protocolType string 0+ required
protocols []struct 0+ required
  name string 0+ required
  metadata bytes 0+ required
reason string 8+ ?8+ =null ignorable
`,
  read: readJoinGroupRequest,
  write: writeJoinGroupRequest,
}),
  response: codec({
  name: 'JoinGroupResponse',
  minVersion: 0,
  maxVersion: 9,
  flexibleSince: 6,
  last: true,
  fields: `
throttleTimeMs int32 2+ ignorable
errorCode int16 0+ required
generationId int32 0+ =-1
protocolType string 7+ ?7+ =null ignorable
protocolName string 0+ ?7+ required
leader string 0+ required
skipAssignment bool 9+ =false
memberId string 0+ required
members []struct 0+ required
  memberId string 0+ required
  groupInstanceId string 5+ ?5+ =null ignorable
  metadata bytes 0+ required
`,
  read: readJoinGroupResponse,
  write: writeJoinGroupResponse,
}),
  serverWait: (request) => Math.max(request.sessionTimeoutMs, request.rebalanceTimeoutMs ?? -1),
  throttleTime: (response) => response.throttleTimeMs,
}
