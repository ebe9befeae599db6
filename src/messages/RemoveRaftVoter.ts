// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface RemoveRaftVoterRequest extends Tagged {
  /** string · v0+ · null v0+ */
  clusterId: string | null
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
}

export interface RemoveRaftVoterRequestInput extends Tagged {
  /** string · v0+ · null v0+ */
  clusterId: string | null
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
}

function readRemoveRaftVoterRequest(r: Reader, _v: number): RemoveRaftVoterRequest {
  const clusterId = r.nullableString()
  const voterId = r.int32()
  const voterDirectoryId = r.uuid()
  const x: RemoveRaftVoterRequest = { clusterId, voterId, voterDirectoryId }
  r.tags(x)
  return x
}

function writeRemoveRaftVoterRequest(w: Writer, _v: number, x: RemoveRaftVoterRequestInput): void {
  const { clusterId, voterId, voterDirectoryId, [unknownTags]: unknown } = x
  w.nullableString(clusterId)
  w.int32(voterId)
  w.uuid(voterDirectoryId)
  w.tags(unknown)
}

export interface RemoveRaftVoterResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · ignorable */
  errorMessage: string | null
}

export interface RemoveRaftVoterResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · ignorable */
  errorMessage: string | null
}

function readRemoveRaftVoterResponse(r: Reader, _v: number): RemoveRaftVoterResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: RemoveRaftVoterResponse = { throttleTimeMs, errorCode, errorMessage }
  r.tags(x)
  return x
}

function writeRemoveRaftVoterResponse(w: Writer, _v: number, x: RemoveRaftVoterResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

/** API key 81, versions 0 to 0. */
export const RemoveRaftVoter: Api<RemoveRaftVoterRequest, RemoveRaftVoterRequestInput, RemoveRaftVoterResponse, RemoveRaftVoterResponseInput> = {
  key: 81,
  name: 'RemoveRaftVoter',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'RemoveRaftVoterRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
clusterId string 0+ ?0+ required
voterId int32 0+ required
voterDirectoryId uuid 0+ required
`,
  read: readRemoveRaftVoterRequest,
  write: writeRemoveRaftVoterRequest,
}),
  response: codec({
  name: 'RemoveRaftVoterResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required ignorable
`,
  read: readRemoveRaftVoterResponse,
  write: writeRemoveRaftVoterResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
