// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface UnregisterControllerRequest extends Tagged {
  /** int32 · v0+ */
  controllerId: number
}

export interface UnregisterControllerRequestInput extends Tagged {
  /** int32 · v0+ */
  controllerId: number
}

function readUnregisterControllerRequest(r: Reader, _v: number): UnregisterControllerRequest {
  const controllerId = r.int32()
  const x: UnregisterControllerRequest = { controllerId }
  r.tags(x)
  return x
}

function writeUnregisterControllerRequest(w: Writer, _v: number, x: UnregisterControllerRequestInput): void {
  const { controllerId, [unknownTags]: unknown } = x
  w.int32(controllerId)
  w.tags(unknown)
}

export interface UnregisterControllerResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface UnregisterControllerResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readUnregisterControllerResponse(r: Reader, _v: number): UnregisterControllerResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: UnregisterControllerResponse = { throttleTimeMs, errorCode, errorMessage }
  r.tags(x)
  return x
}

function writeUnregisterControllerResponse(w: Writer, _v: number, x: UnregisterControllerResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

/** API key 94, versions 0 to 0. */
export const UnregisterController: Api<UnregisterControllerRequest, UnregisterControllerRequestInput, UnregisterControllerResponse, UnregisterControllerResponseInput> = {
  key: 94,
  name: 'UnregisterController',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'UnregisterControllerRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
controllerId int32 0+ required
`,
  read: readUnregisterControllerRequest,
  write: writeUnregisterControllerRequest,
}),
  response: codec({
  name: 'UnregisterControllerResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
`,
  read: readUnregisterControllerResponse,
  write: writeUnregisterControllerResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
