// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface GetTelemetrySubscriptionsRequest extends Tagged {
  /** uuid · v0+ */
  clientInstanceId: string
}

export interface GetTelemetrySubscriptionsRequestInput extends Tagged {
  /** uuid · v0+ */
  clientInstanceId: string
}

function readGetTelemetrySubscriptionsRequest(r: Reader, _v: number): GetTelemetrySubscriptionsRequest {
  const clientInstanceId = r.uuid()
  const x: GetTelemetrySubscriptionsRequest = { clientInstanceId }
  r.tags(x)
  return x
}

function writeGetTelemetrySubscriptionsRequest(w: Writer, _v: number, x: GetTelemetrySubscriptionsRequestInput): void {
  const { clientInstanceId, [unknownTags]: unknown } = x
  w.uuid(clientInstanceId)
  w.tags(unknown)
}

export interface GetTelemetrySubscriptionsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** uuid · v0+ */
  clientInstanceId: string
  /** int32 · v0+ */
  subscriptionId: number
  /** []int8 · v0+ */
  acceptedCompressionTypes: number[]
  /** int32 · v0+ */
  pushIntervalMs: number
  /** int32 · v0+ */
  telemetryMaxBytes: number
  /** bool · v0+ */
  deltaTemporality: boolean
  /** []string · v0+ */
  requestedMetrics: string[]
}

export interface GetTelemetrySubscriptionsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** uuid · v0+ */
  clientInstanceId: string
  /** int32 · v0+ */
  subscriptionId: number
  /** []int8 · v0+ */
  acceptedCompressionTypes: readonly number[]
  /** int32 · v0+ */
  pushIntervalMs: number
  /** int32 · v0+ */
  telemetryMaxBytes: number
  /** bool · v0+ */
  deltaTemporality: boolean
  /** []string · v0+ */
  requestedMetrics: readonly string[]
}

function readGetTelemetrySubscriptionsResponse(r: Reader, _v: number): GetTelemetrySubscriptionsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const clientInstanceId = r.uuid()
  const subscriptionId = r.int32()
  const acceptedCompressionTypes = r.int8s()
  const pushIntervalMs = r.int32()
  const telemetryMaxBytes = r.int32()
  const deltaTemporality = r.bool()
  const requestedMetrics = r.strings()
  const x: GetTelemetrySubscriptionsResponse = {
    throttleTimeMs,
    errorCode,
    clientInstanceId,
    subscriptionId,
    acceptedCompressionTypes,
    pushIntervalMs,
    telemetryMaxBytes,
    deltaTemporality,
    requestedMetrics,
  }
  r.tags(x)
  return x
}

function writeGetTelemetrySubscriptionsResponse(
  w: Writer,
  _v: number,
  x: GetTelemetrySubscriptionsResponseInput,
): void {
  const {
    throttleTimeMs,
    errorCode,
    clientInstanceId,
    subscriptionId,
    acceptedCompressionTypes,
    pushIntervalMs,
    telemetryMaxBytes,
    deltaTemporality,
    requestedMetrics,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.uuid(clientInstanceId)
  w.int32(subscriptionId)
  w.int8s(acceptedCompressionTypes)
  w.int32(pushIntervalMs)
  w.int32(telemetryMaxBytes)
  w.bool(deltaTemporality)
  w.strings(requestedMetrics)
  w.tags(unknown)
}

/** API key 71, versions 0 to 0. */
export const GetTelemetrySubscriptions: Api<GetTelemetrySubscriptionsRequest, GetTelemetrySubscriptionsRequestInput, GetTelemetrySubscriptionsResponse, GetTelemetrySubscriptionsResponseInput> = {
  key: 71,
  name: 'GetTelemetrySubscriptions',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'GetTelemetrySubscriptionsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
clientInstanceId uuid 0+ required
`,
  read: readGetTelemetrySubscriptionsRequest,
  write: writeGetTelemetrySubscriptionsRequest,
}),
  response: codec({
  name: 'GetTelemetrySubscriptionsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
clientInstanceId uuid 0+ required
subscriptionId int32 0+ required
acceptedCompressionTypes []int8 0+ required
pushIntervalMs int32 0+ required
telemetryMaxBytes int32 0+ required
deltaTemporality bool 0+ required
requestedMetrics []string 0+ required
`,
  read: readGetTelemetrySubscriptionsResponse,
  write: writeGetTelemetrySubscriptionsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
