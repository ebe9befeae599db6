// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface BrokerRegistrationRequest extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** string · v0+ */
  clusterId: string
  /** uuid · v0+ */
  incarnationId: string
  /** v0+ */
  listeners: BrokerRegistrationRequestListener[]
  /** v0+ */
  features: BrokerRegistrationRequestFeature[]
  /** string · v0+ · null v0+ */
  rack: string | null
  /** bool · v1+ · default false */
  isMigratingZkBroker: boolean
  /** []uuid · v2+ · ignorable */
  logDirs: string[]
  /** int64 · v3+ · default -1 · ignorable */
  previousBrokerEpoch: bigint
}

export interface BrokerRegistrationRequestInput extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** string · v0+ */
  clusterId: string
  /** uuid · v0+ */
  incarnationId: string
  /** v0+ */
  listeners: readonly BrokerRegistrationRequestListenerInput[]
  /** v0+ */
  features: readonly BrokerRegistrationRequestFeatureInput[]
  /** string · v0+ · null v0+ */
  rack: string | null
  /** bool · v1+ · default false */
  isMigratingZkBroker?: boolean | undefined
  /** []uuid · v2+ · ignorable */
  logDirs?: readonly string[] | undefined
  /** int64 · v3+ · default -1 · ignorable */
  previousBrokerEpoch?: bigint | number | undefined
}

export interface BrokerRegistrationRequestFeature extends Tagged {
  /** string · v0+ */
  name: string
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface BrokerRegistrationRequestFeatureInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface BrokerRegistrationRequestListener extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
  /** int16 · v0+ */
  securityProtocol: number
}

export interface BrokerRegistrationRequestListenerInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
  /** int16 · v0+ */
  securityProtocol: number
}

function readBrokerRegistrationRequestListener(r: Reader, _v: number): BrokerRegistrationRequestListener {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const securityProtocol = r.int16()
  const x: BrokerRegistrationRequestListener = { name, host, port, securityProtocol }
  r.tags(x)
  return x
}

function readBrokerRegistrationRequestListenerList(
  r: Reader,
  v: number,
  n: number,
): BrokerRegistrationRequestListener[] {
  const list = listOf<BrokerRegistrationRequestListener>(n)
  for (let i = 0; i < n; i++) list[i] = readBrokerRegistrationRequestListener(r, v)
  return list
}

function writeBrokerRegistrationRequestListener(
  w: Writer,
  _v: number,
  x: BrokerRegistrationRequestListenerInput,
): void {
  const { name, host, port, securityProtocol, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.int16(securityProtocol)
  w.tags(unknown)
}

function readBrokerRegistrationRequestFeature(r: Reader, _v: number): BrokerRegistrationRequestFeature {
  const name = r.string()
  const minSupportedVersion = r.int16()
  const maxSupportedVersion = r.int16()
  const x: BrokerRegistrationRequestFeature = { name, minSupportedVersion, maxSupportedVersion }
  r.tags(x)
  return x
}

function readBrokerRegistrationRequestFeatureList(r: Reader, v: number, n: number): BrokerRegistrationRequestFeature[] {
  const list = listOf<BrokerRegistrationRequestFeature>(n)
  for (let i = 0; i < n; i++) list[i] = readBrokerRegistrationRequestFeature(r, v)
  return list
}

function writeBrokerRegistrationRequestFeature(w: Writer, _v: number, x: BrokerRegistrationRequestFeatureInput): void {
  const { name, minSupportedVersion, maxSupportedVersion, [unknownTags]: unknown } = x
  w.string(name)
  w.int16(minSupportedVersion)
  w.int16(maxSupportedVersion)
  w.tags(unknown)
}

function readBrokerRegistrationRequest(r: Reader, v: number): BrokerRegistrationRequest {
  const brokerId = r.int32()
  const clusterId = r.string()
  const incarnationId = r.uuid()
  const listeners = readBrokerRegistrationRequestListenerList(r, v, r.count(7, 8))
  const features = readBrokerRegistrationRequestFeatureList(r, v, r.count(6, 7))
  const rack = r.nullableString()
  const isMigratingZkBroker = v >= 1 ? r.bool() : false
  const logDirs = v >= 2 ? r.uuids() : []
  const previousBrokerEpoch = v >= 3 ? r.int64() : -1n
  const x: BrokerRegistrationRequest = {
    brokerId,
    clusterId,
    incarnationId,
    listeners,
    features,
    rack,
    isMigratingZkBroker,
    logDirs,
    previousBrokerEpoch,
  }
  r.tags(x)
  return x
}

function writeBrokerRegistrationRequest(w: Writer, v: number, x: BrokerRegistrationRequestInput): void {
  const {
    brokerId,
    clusterId,
    incarnationId,
    listeners,
    features,
    rack,
    isMigratingZkBroker = false,
    logDirs = [],
    previousBrokerEpoch = -1n,
    [unknownTags]: unknown,
  } = x
  w.int32(brokerId)
  w.string(clusterId)
  w.uuid(incarnationId)
  w.count(listeners)
  for (const element of listeners) writeBrokerRegistrationRequestListener(w, v, element)
  w.count(features)
  for (const element of features) writeBrokerRegistrationRequestFeature(w, v, element)
  w.nullableString(rack)
  if (v >= 1) w.bool(isMigratingZkBroker)
  else if (isMigratingZkBroker) w.unsupported()
  if (v >= 2) w.uuids(logDirs)
  if (v >= 3) w.int64(previousBrokerEpoch)
  w.tags(unknown)
}

export interface BrokerRegistrationResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ · default -1 */
  brokerEpoch: bigint
}

export interface BrokerRegistrationResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ · default -1 */
  brokerEpoch?: bigint | number | undefined
}

function readBrokerRegistrationResponse(r: Reader, _v: number): BrokerRegistrationResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const brokerEpoch = r.int64()
  const x: BrokerRegistrationResponse = { throttleTimeMs, errorCode, brokerEpoch }
  r.tags(x)
  return x
}

function writeBrokerRegistrationResponse(w: Writer, _v: number, x: BrokerRegistrationResponseInput): void {
  const { throttleTimeMs, errorCode, brokerEpoch = -1n, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.int64(brokerEpoch)
  w.tags(unknown)
}

/** API key 62, versions 0 to 4. */
export const BrokerRegistration: Api<BrokerRegistrationRequest, BrokerRegistrationRequestInput, BrokerRegistrationResponse, BrokerRegistrationResponseInput> = {
  key: 62,
  name: 'BrokerRegistration',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 0,
  request: codec({
  name: 'BrokerRegistrationRequest',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 0,
  last: true,
  fields: `
brokerId int32 0+ required
clusterId string 0+ required
incarnationId uuid 0+ required
listeners []struct 0+ required
  name string 0+ required
  host string 0+ required
  port uint16 0+ required
  securityProtocol int16 0+ required
features []struct 0+ required
  name string 0+ required
  minSupportedVersion int16 0+ required
  maxSupportedVersion int16 0+ required
rack string 0+ ?0+ required
isMigratingZkBroker bool 1+ =false
logDirs []uuid 2+ ignorable
previousBrokerEpoch int64 3+ =-1 ignorable
`,
  read: readBrokerRegistrationRequest,
  write: writeBrokerRegistrationRequest,
}),
  response: codec({
  name: 'BrokerRegistrationResponse',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
brokerEpoch int64 0+ =-1
`,
  read: readBrokerRegistrationResponse,
  write: writeBrokerRegistrationResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
