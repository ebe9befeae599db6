// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ControllerRegistrationRequest extends Tagged {
  /** int32 · v0+ */
  controllerId: number
  /** uuid · v0+ */
  incarnationId: string
  /** bool · v0+ */
  zkMigrationReady: boolean
  /** v0+ */
  listeners: ControllerRegistrationRequestListener[]
  /** v0+ */
  features: ControllerRegistrationRequestFeature[]
}

export interface ControllerRegistrationRequestInput extends Tagged {
  /** int32 · v0+ */
  controllerId: number
  /** uuid · v0+ */
  incarnationId: string
  /** bool · v0+ */
  zkMigrationReady: boolean
  /** v0+ */
  listeners: readonly ControllerRegistrationRequestListenerInput[]
  /** v0+ */
  features: readonly ControllerRegistrationRequestFeatureInput[]
}

export interface ControllerRegistrationRequestFeature extends Tagged {
  /** string · v0+ */
  name: string
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface ControllerRegistrationRequestFeatureInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface ControllerRegistrationRequestListener extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
  /** int16 · v0+ */
  securityProtocol: number
}

export interface ControllerRegistrationRequestListenerInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
  /** int16 · v0+ */
  securityProtocol: number
}

function readControllerRegistrationRequestListener(r: Reader, _v: number): ControllerRegistrationRequestListener {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const securityProtocol = r.int16()
  const x: ControllerRegistrationRequestListener = { name, host, port, securityProtocol }
  r.tags(x)
  return x
}

function readControllerRegistrationRequestListenerList(
  r: Reader,
  v: number,
  n: number,
): ControllerRegistrationRequestListener[] {
  const list = listOf<ControllerRegistrationRequestListener>(n)
  for (let i = 0; i < n; i++) list[i] = readControllerRegistrationRequestListener(r, v)
  return list
}

function writeControllerRegistrationRequestListener(
  w: Writer,
  _v: number,
  x: ControllerRegistrationRequestListenerInput,
): void {
  const { name, host, port, securityProtocol, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.int16(securityProtocol)
  w.tags(unknown)
}

function readControllerRegistrationRequestFeature(r: Reader, _v: number): ControllerRegistrationRequestFeature {
  const name = r.string()
  const minSupportedVersion = r.int16()
  const maxSupportedVersion = r.int16()
  const x: ControllerRegistrationRequestFeature = { name, minSupportedVersion, maxSupportedVersion }
  r.tags(x)
  return x
}

function readControllerRegistrationRequestFeatureList(
  r: Reader,
  v: number,
  n: number,
): ControllerRegistrationRequestFeature[] {
  const list = listOf<ControllerRegistrationRequestFeature>(n)
  for (let i = 0; i < n; i++) list[i] = readControllerRegistrationRequestFeature(r, v)
  return list
}

function writeControllerRegistrationRequestFeature(
  w: Writer,
  _v: number,
  x: ControllerRegistrationRequestFeatureInput,
): void {
  const { name, minSupportedVersion, maxSupportedVersion, [unknownTags]: unknown } = x
  w.string(name)
  w.int16(minSupportedVersion)
  w.int16(maxSupportedVersion)
  w.tags(unknown)
}

function readControllerRegistrationRequest(r: Reader, v: number): ControllerRegistrationRequest {
  const controllerId = r.int32()
  const incarnationId = r.uuid()
  const zkMigrationReady = r.bool()
  const listeners = readControllerRegistrationRequestListenerList(r, v, r.count(7, 8))
  const features = readControllerRegistrationRequestFeatureList(r, v, r.count(6, 7))
  const x: ControllerRegistrationRequest = { controllerId, incarnationId, zkMigrationReady, listeners, features }
  r.tags(x)
  return x
}

function writeControllerRegistrationRequest(w: Writer, v: number, x: ControllerRegistrationRequestInput): void {
  const { controllerId, incarnationId, zkMigrationReady, listeners, features, [unknownTags]: unknown } = x
  w.int32(controllerId)
  w.uuid(incarnationId)
  w.bool(zkMigrationReady)
  w.count(listeners)
  for (const element of listeners) writeControllerRegistrationRequestListener(w, v, element)
  w.count(features)
  for (const element of features) writeControllerRegistrationRequestFeature(w, v, element)
  w.tags(unknown)
}

export interface ControllerRegistrationResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface ControllerRegistrationResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readControllerRegistrationResponse(r: Reader, _v: number): ControllerRegistrationResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: ControllerRegistrationResponse = { throttleTimeMs, errorCode, errorMessage }
  r.tags(x)
  return x
}

function writeControllerRegistrationResponse(w: Writer, _v: number, x: ControllerRegistrationResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

/** API key 70, versions 0 to 0. */
export const ControllerRegistration: Api<ControllerRegistrationRequest, ControllerRegistrationRequestInput, ControllerRegistrationResponse, ControllerRegistrationResponseInput> = {
  key: 70,
  name: 'ControllerRegistration',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'ControllerRegistrationRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
controllerId int32 0+ required
incarnationId uuid 0+ required
zkMigrationReady bool 0+ required
listeners []struct 0+ required
  name string 0+ required
  host string 0+ required
  port uint16 0+ required
  securityProtocol int16 0+ required
features []struct 0+ required
  name string 0+ required
  minSupportedVersion int16 0+ required
  maxSupportedVersion int16 0+ required
`,
  read: readControllerRegistrationRequest,
  write: writeControllerRegistrationRequest,
}),
  response: codec({
  name: 'ControllerRegistrationResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
`,
  read: readControllerRegistrationResponse,
  write: writeControllerRegistrationResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
