// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface LeaveGroupRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0-2 */
  memberId: string
  /** v3+ */
  members: LeaveGroupRequestMemberIdentity[]
}

export interface LeaveGroupRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0-2 */
  memberId?: string | undefined
  /** v3+ */
  members?: readonly LeaveGroupRequestMemberIdentityInput[] | undefined
}

export interface LeaveGroupRequestMemberIdentity extends Tagged {
  /** string · v3+ */
  memberId: string
  /** string · v3+ · null v3+ · default null */
  groupInstanceId: string | null
  /** string · v5+ · null v5+ · default null · ignorable */
  reason: string | null
}

export interface LeaveGroupRequestMemberIdentityInput extends Tagged {
  /** string · v3+ */
  memberId: string
  /** string · v3+ · null v3+ · default null */
  groupInstanceId?: string | null | undefined
  /** string · v5+ · null v5+ · default null · ignorable */
  reason?: string | null | undefined
}

function readLeaveGroupRequestMemberIdentity(r: Reader, v: number): LeaveGroupRequestMemberIdentity {
  const memberId = r.string()
  const groupInstanceId = r.nullableString()
  const reason = v >= 5 ? r.nullableString() : null
  const x: LeaveGroupRequestMemberIdentity = { memberId, groupInstanceId, reason }
  r.tags(x)
  return x
}

function readLeaveGroupRequestMemberIdentityList(r: Reader, v: number, n: number): LeaveGroupRequestMemberIdentity[] {
  const list = listOf<LeaveGroupRequestMemberIdentity>(n)
  for (let i = 0; i < n; i++) list[i] = readLeaveGroupRequestMemberIdentity(r, v)
  return list
}

function writeLeaveGroupRequestMemberIdentity(w: Writer, v: number, x: LeaveGroupRequestMemberIdentityInput): void {
  const { memberId, groupInstanceId = null, reason = null, [unknownTags]: unknown } = x
  w.string(memberId)
  w.nullableString(groupInstanceId)
  if (v >= 5) w.nullableString(reason)
  w.tags(unknown)
}

function readLeaveGroupRequest(r: Reader, v: number): LeaveGroupRequest {
  const groupId = r.string()
  const memberId = v <= 2 ? r.string() : ''
  const members = v >= 3 ? readLeaveGroupRequestMemberIdentityList(r, v, r.count(3, 7)) : []
  const x: LeaveGroupRequest = { groupId, memberId, members }
  r.tags(x)
  return x
}

function writeLeaveGroupRequest(w: Writer, v: number, x: LeaveGroupRequestInput): void {
  const { groupId, memberId = '', members = [], [unknownTags]: unknown } = x
  w.string(groupId)
  if (v <= 2) w.string(memberId)
  else if (memberId !== '') w.unsupported()
  if (v >= 3) {
    w.count(members)
    for (const element of members) writeLeaveGroupRequestMemberIdentity(w, v, element)
  } else if (members.length !== 0) w.unsupported()
  w.tags(unknown)
}

export interface LeaveGroupResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v3+ */
  members: LeaveGroupResponseMemberResponse[]
}

export interface LeaveGroupResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs?: number | undefined
  /** int16 · v0+ */
  errorCode: number
  /** v3+ */
  members?: readonly LeaveGroupResponseMemberResponseInput[] | undefined
}

export interface LeaveGroupResponseMemberResponse extends Tagged {
  /** string · v3+ */
  memberId: string
  /** string · v3+ · null v3+ */
  groupInstanceId: string | null
  /** int16 · v3+ */
  errorCode: number
}

export interface LeaveGroupResponseMemberResponseInput extends Tagged {
  /** string · v3+ */
  memberId: string
  /** string · v3+ · null v3+ */
  groupInstanceId: string | null
  /** int16 · v3+ */
  errorCode: number
}

function readLeaveGroupResponseMemberResponse(r: Reader, _v: number): LeaveGroupResponseMemberResponse {
  const memberId = r.string()
  const groupInstanceId = r.nullableString()
  const errorCode = r.int16()
  const x: LeaveGroupResponseMemberResponse = { memberId, groupInstanceId, errorCode }
  r.tags(x)
  return x
}

function readLeaveGroupResponseMemberResponseList(r: Reader, v: number, n: number): LeaveGroupResponseMemberResponse[] {
  const list = listOf<LeaveGroupResponseMemberResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readLeaveGroupResponseMemberResponse(r, v)
  return list
}

function writeLeaveGroupResponseMemberResponse(w: Writer, _v: number, x: LeaveGroupResponseMemberResponseInput): void {
  const { memberId, groupInstanceId, errorCode, [unknownTags]: unknown } = x
  w.string(memberId)
  w.nullableString(groupInstanceId)
  w.int16(errorCode)
  w.tags(unknown)
}

function readLeaveGroupResponse(r: Reader, v: number): LeaveGroupResponse {
  const throttleTimeMs = v >= 1 ? r.int32() : 0
  const errorCode = r.int16()
  const members = v >= 3 ? readLeaveGroupResponseMemberResponseList(r, v, r.count(5, 7)) : []
  const x: LeaveGroupResponse = { throttleTimeMs, errorCode, members }
  r.tags(x)
  return x
}

function writeLeaveGroupResponse(w: Writer, v: number, x: LeaveGroupResponseInput): void {
  const { throttleTimeMs = 0, errorCode, members = [], [unknownTags]: unknown } = x
  if (v >= 1) w.int32(throttleTimeMs)
  w.int16(errorCode)
  if (v >= 3) {
    w.count(members)
    for (const element of members) writeLeaveGroupResponseMemberResponse(w, v, element)
  } else if (members.length !== 0) w.unsupported()
  w.tags(unknown)
}

/** API key 13, versions 0 to 5. */
export const LeaveGroup: Api<LeaveGroupRequest, LeaveGroupRequestInput, LeaveGroupResponse, LeaveGroupResponseInput> = {
  key: 13,
  name: 'LeaveGroup',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 4,
  request: codec({
  name: 'LeaveGroupRequest',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 4,
  last: true,
  fields: `
groupId string 0+ required
memberId string 0-2
members []struct 3+
  memberId string 3+ required
  groupInstanceId string 3+ ?3+ =null
  reason string 5+ ?5+ =null ignorable
`,
  read: readLeaveGroupRequest,
  write: writeLeaveGroupRequest,
}),
  response: codec({
  name: 'LeaveGroupResponse',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 4,
  last: true,
  fields: `
throttleTimeMs int32 1+ ignorable
errorCode int16 0+ required
members []struct 3+
  memberId string 3+ required
  groupInstanceId string 3+ ?3+ required
  errorCode int16 3+ required
`,
  read: readLeaveGroupResponse,
  write: writeLeaveGroupResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
