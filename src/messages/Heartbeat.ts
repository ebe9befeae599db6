// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface HeartbeatRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v0+ */
  generationId: number
  /** string · v0+ */
  memberId: string
  /** string · v3+ · null v3+ · default null */
  groupInstanceId: string | null
}

export interface HeartbeatRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int32 · v0+ */
  generationId: number
  /** string · v0+ */
  memberId: string
  /** string · v3+ · null v3+ · default null */
  groupInstanceId?: string | null | undefined
}

function readHeartbeatRequest(r: Reader, v: number): HeartbeatRequest {
  const groupId = r.string()
  const generationId = r.int32()
  const memberId = r.string()
  const groupInstanceId = v >= 3 ? r.nullableString() : null
  const x: HeartbeatRequest = { groupId, generationId, memberId, groupInstanceId }
  r.tags(x)
  return x
}

function writeHeartbeatRequest(w: Writer, v: number, x: HeartbeatRequestInput): void {
  const { groupId, generationId, memberId, groupInstanceId = null, [unknownTags]: unknown } = x
  w.string(groupId)
  w.int32(generationId)
  w.string(memberId)
  if (v >= 3) w.nullableString(groupInstanceId)
  else if (groupInstanceId !== null) w.unsupported()
  w.tags(unknown)
}

export interface HeartbeatResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
}

export interface HeartbeatResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs?: number | undefined
  /** int16 · v0+ */
  errorCode: number
}

function readHeartbeatResponse(r: Reader, v: number): HeartbeatResponse {
  const throttleTimeMs = v >= 1 ? r.int32() : 0
  const errorCode = r.int16()
  const x: HeartbeatResponse = { throttleTimeMs, errorCode }
  r.tags(x)
  return x
}

function writeHeartbeatResponse(w: Writer, v: number, x: HeartbeatResponseInput): void {
  const { throttleTimeMs = 0, errorCode, [unknownTags]: unknown } = x
  if (v >= 1) w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.tags(unknown)
}

/** API key 12, versions 0 to 4. */
export const Heartbeat: Api<HeartbeatRequest, HeartbeatRequestInput, HeartbeatResponse, HeartbeatResponseInput> = {
  key: 12,
  name: 'Heartbeat',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 4,
  request: codec({
  name: 'HeartbeatRequest',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 4,
  last: true,
  fields: `
groupId string 0+ required
generationId int32 0+ required
memberId string 0+ required
groupInstanceId string 3+ ?3+ =null
`,
  read: readHeartbeatRequest,
  write: writeHeartbeatRequest,
}),
  response: codec({
  name: 'HeartbeatResponse',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 4,
  last: true,
  fields: `
throttleTimeMs int32 1+ ignorable
errorCode int16 0+ required
`,
  read: readHeartbeatResponse,
  write: writeHeartbeatResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
