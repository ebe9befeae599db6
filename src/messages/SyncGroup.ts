// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface SyncGroupRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v0+ */
  generationId: number
  /** string · v0+ */
  memberId: string
  /** string · v3+ · null v3+ · default null */
  groupInstanceId: string | null
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolType: string | null
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolName: string | null
  /** v0+ */
  assignments: SyncGroupRequestAssignment[]
}

export interface SyncGroupRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v0+ */
  generationId: number
  /** string · v0+ */
  memberId: string
  /** string · v3+ · null v3+ · default null */
  groupInstanceId?: string | null | undefined
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolType?: string | null | undefined
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolName?: string | null | undefined
  /** v0+ */
  assignments: readonly SyncGroupRequestAssignmentInput[]
}

export interface SyncGroupRequestAssignment extends Tagged {
  /** string · v0+ */
  memberId: string
  /** bytes · v0+ */
  assignment: Buffer
}

export interface SyncGroupRequestAssignmentInput extends Tagged {
  /** string · v0+ */
  memberId: string
  /** bytes · v0+ */
  assignment: Uint8Array
}

function readSyncGroupRequestAssignment(r: Reader, _v: number): SyncGroupRequestAssignment {
  const memberId = r.string()
  const assignment = r.bytes()
  const x: SyncGroupRequestAssignment = { memberId, assignment }
  r.tags(x)
  return x
}

function readSyncGroupRequestAssignmentList(r: Reader, v: number, n: number): SyncGroupRequestAssignment[] {
  const list = listOf<SyncGroupRequestAssignment>(n)
  for (let i = 0; i < n; i++) list[i] = readSyncGroupRequestAssignment(r, v)
  return list
}

function writeSyncGroupRequestAssignment(w: Writer, _v: number, x: SyncGroupRequestAssignmentInput): void {
  const { memberId, assignment, [unknownTags]: unknown } = x
  w.string(memberId)
  w.bytes(assignment)
  w.tags(unknown)
}

function readSyncGroupRequest(r: Reader, v: number): SyncGroupRequest {
  const groupId = r.string()
  const generationId = r.int32()
  const memberId = r.string()
  const groupInstanceId = v >= 3 ? r.nullableString() : null
  const protocolType = v >= 5 ? r.nullableString() : null
  const protocolName = v >= 5 ? r.nullableString() : null
  const assignments = readSyncGroupRequestAssignmentList(r, v, r.count(3, 6))
  const x: SyncGroupRequest = {
    groupId,
    generationId,
    memberId,
    groupInstanceId,
    protocolType,
    protocolName,
    assignments,
  }
  r.tags(x)
  return x
}

function writeSyncGroupRequest(w: Writer, v: number, x: SyncGroupRequestInput): void {
  const {
    groupId,
    generationId,
    memberId,
    groupInstanceId = null,
    protocolType = null,
    protocolName = null,
    assignments,
    [unknownTags]: unknown,
  } = x
  w.string(groupId)
  w.int32(generationId)
  w.string(memberId)
  if (v >= 3) w.nullableString(groupInstanceId)
  else if (groupInstanceId !== null) w.unsupported()
  if (v >= 5) w.nullableString(protocolType)
  if (v >= 5) w.nullableString(protocolName)
  w.count(assignments)
  for (const element of assignments) writeSyncGroupRequestAssignment(w, v, element)
  w.tags(unknown)
}

export interface SyncGroupResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolType: string | null
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolName: string | null
  /** bytes · v0+ */
  assignment: Buffer
}

export interface SyncGroupResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs?: number | undefined
  /** int16 · v0+ */
  errorCode: number
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolType?: string | null | undefined
  /** string · v5+ · null v5+ · default null · ignorable */
  protocolName?: string | null | undefined
  /** bytes · v0+ */
  assignment: Uint8Array
}

function readSyncGroupResponse(r: Reader, v: number): SyncGroupResponse {
  const throttleTimeMs = v >= 1 ? r.int32() : 0
  const errorCode = r.int16()
  const protocolType = v >= 5 ? r.nullableString() : null
  const protocolName = v >= 5 ? r.nullableString() : null
  const assignment = r.bytes()
  const x: SyncGroupResponse = { throttleTimeMs, errorCode, protocolType, protocolName, assignment }
  r.tags(x)
  return x
}

function writeSyncGroupResponse(w: Writer, v: number, x: SyncGroupResponseInput): void {
  const {
    throttleTimeMs = 0,
    errorCode,
    protocolType = null,
    protocolName = null,
    assignment,
    [unknownTags]: unknown,
  } = x
  if (v >= 1) w.int32(throttleTimeMs)
  w.int16(errorCode)
  if (v >= 5) w.nullableString(protocolType)
  if (v >= 5) w.nullableString(protocolName)
  w.bytes(assignment)
  w.tags(unknown)
}

/** API key 14, versions 0 to 5. */
export const SyncGroup: Api<SyncGroupRequest, SyncGroupRequestInput, SyncGroupResponse, SyncGroupResponseInput> = {
  key: 14,
  name: 'SyncGroup',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 4,
  request: codec({
  name: 'SyncGroupRequest',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 4,
  last: true,
  fields: `
groupId string 0+ required
generationId int32 0+ required
memberId string 0+ required
groupInstanceId string 3+ ?3+ =null
protocolType string 5+ ?5+ =null ignorable
protocolName string 5+ ?5+ =null ignorable
assignments []struct 0+ required
  memberId string 0+ required
  assignment bytes 0+ required
`,
  read: readSyncGroupRequest,
  write: writeSyncGroupRequest,
}),
  response: codec({
  name: 'SyncGroupResponse',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 4,
  last: true,
  fields: `
throttleTimeMs int32 1+ ignorable
errorCode int16 0+ required
protocolType string 5+ ?5+ =null ignorable
protocolName string 5+ ?5+ =null ignorable
assignment bytes 0+ required
`,
  read: readSyncGroupResponse,
  write: writeSyncGroupResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
