// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface PushTelemetryRequest extends Tagged {
  /** uuid · v0+ */
  clientInstanceId: string
  /** int32 · v0+ */
  subscriptionId: number
  /** bool · v0+ */
  terminating: boolean
  /** int8 · v0+ */
  compressionType: number
  /** bytes · v0+ */
  metrics: Buffer
}

export interface PushTelemetryRequestInput extends Tagged {
  /** uuid · v0+ */
  clientInstanceId: string
  /** int32 · v0+ */
  subscriptionId: number
  /** bool · v0+ */
  terminating: boolean
  /** int8 · v0+ */
  compressionType: number
  /** bytes · v0+ */
  metrics: Uint8Array
}

function readPushTelemetryRequest(r: Reader, _v: number): PushTelemetryRequest {
  const clientInstanceId = r.uuid()
  const subscriptionId = r.int32()
  const terminating = r.bool()
  const compressionType = r.int8()
  const metrics = r.bytes()
  const x: PushTelemetryRequest = { clientInstanceId, subscriptionId, terminating, compressionType, metrics }
  r.tags(x)
  return x
}

function writePushTelemetryRequest(w: Writer, _v: number, x: PushTelemetryRequestInput): void {
  const { clientInstanceId, subscriptionId, terminating, compressionType, metrics, [unknownTags]: unknown } = x
  w.uuid(clientInstanceId)
  w.int32(subscriptionId)
  w.bool(terminating)
  w.int8(compressionType)
  w.bytes(metrics)
  w.tags(unknown)
}

export interface PushTelemetryResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
}

export interface PushTelemetryResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
}

function readPushTelemetryResponse(r: Reader, _v: number): PushTelemetryResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const x: PushTelemetryResponse = { throttleTimeMs, errorCode }
  r.tags(x)
  return x
}

function writePushTelemetryResponse(w: Writer, _v: number, x: PushTelemetryResponseInput): void {
  const { throttleTimeMs, errorCode, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.tags(unknown)
}

/** API key 72, versions 0 to 0. */
export const PushTelemetry: Api<PushTelemetryRequest, PushTelemetryRequestInput, PushTelemetryResponse, PushTelemetryResponseInput> = {
  key: 72,
  name: 'PushTelemetry',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'PushTelemetryRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
clientInstanceId uuid 0+ required
subscriptionId int32 0+ required
terminating bool 0+ required
compressionType int8 0+ required
metrics bytes 0+ required
`,
  read: readPushTelemetryRequest,
  write: writePushTelemetryRequest,
}),
  response: codec({
  name: 'PushTelemetryResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
`,
  read: readPushTelemetryResponse,
  write: writePushTelemetryResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
