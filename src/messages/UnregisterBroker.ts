// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface UnregisterBrokerRequest extends Tagged {
  /** int32 · v0+ */
  brokerId: number
}

export interface UnregisterBrokerRequestInput extends Tagged {
  /** int32 · v0+ */
  brokerId: number
}

function readUnregisterBrokerRequest(r: Reader, _v: number): UnregisterBrokerRequest {
  const brokerId = r.int32()
  const x: UnregisterBrokerRequest = { brokerId }
  r.tags(x)
  return x
}

function writeUnregisterBrokerRequest(w: Writer, _v: number, x: UnregisterBrokerRequestInput): void {
  const { brokerId, [unknownTags]: unknown } = x
  w.int32(brokerId)
  w.tags(unknown)
}

export interface UnregisterBrokerResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface UnregisterBrokerResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readUnregisterBrokerResponse(r: Reader, _v: number): UnregisterBrokerResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: UnregisterBrokerResponse = { throttleTimeMs, errorCode, errorMessage }
  r.tags(x)
  return x
}

function writeUnregisterBrokerResponse(w: Writer, _v: number, x: UnregisterBrokerResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

/** API key 64, versions 0 to 0. */
export const UnregisterBroker: Api<UnregisterBrokerRequest, UnregisterBrokerRequestInput, UnregisterBrokerResponse, UnregisterBrokerResponseInput> = {
  key: 64,
  name: 'UnregisterBroker',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'UnregisterBrokerRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
brokerId int32 0+ required
`,
  read: readUnregisterBrokerRequest,
  write: writeUnregisterBrokerRequest,
}),
  response: codec({
  name: 'UnregisterBrokerResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
`,
  read: readUnregisterBrokerResponse,
  write: writeUnregisterBrokerResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
