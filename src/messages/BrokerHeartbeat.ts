// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface BrokerHeartbeatRequest extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch: bigint
  /** int64 · v0+ */
  currentMetadataOffset: bigint
  /** bool · v0+ */
  wantFence: boolean
  /** bool · v0+ */
  wantShutDown: boolean
  /** []uuid · v1+ · tag 0 */
  offlineLogDirs: string[]
  /** []uuid · v2+ · null v2+ · default null · tag 1 */
  cordonedLogDirs: string[] | null
}

export interface BrokerHeartbeatRequestInput extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch?: bigint | number | undefined
  /** int64 · v0+ */
  currentMetadataOffset: bigint | number
  /** bool · v0+ */
  wantFence: boolean
  /** bool · v0+ */
  wantShutDown: boolean
  /** []uuid · v1+ · tag 0 */
  offlineLogDirs?: readonly string[] | undefined
  /** []uuid · v2+ · null v2+ · default null · tag 1 */
  cordonedLogDirs?: readonly string[] | null | undefined
}

function readBrokerHeartbeatRequest(r: Reader, v: number): BrokerHeartbeatRequest {
  const brokerId = r.int32()
  const brokerEpoch = r.int64()
  const currentMetadataOffset = r.int64()
  const wantFence = r.bool()
  const wantShutDown = r.bool()
  let offlineLogDirs: string[] = []
  let cordonedLogDirs: string[] | null = null
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 1)) r.foreignTag(tag)
        const end = r.tagEnd()
        offlineLogDirs = r.uuids()
        r.closeTag(tag, end)
      } else if (tag === 1) {
        if (!(v >= 2)) r.foreignTag(tag)
        const end = r.tagEnd()
        cordonedLogDirs = r.nullableUuids()
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: BrokerHeartbeatRequest = {
    brokerId,
    brokerEpoch,
    currentMetadataOffset,
    wantFence,
    wantShutDown,
    offlineLogDirs,
    cordonedLogDirs,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeBrokerHeartbeatRequestTags(w: Writer, v: number, x: BrokerHeartbeatRequestInput): void {
  const { offlineLogDirs = [], cordonedLogDirs = null, [unknownTags]: unknown } = x
  if (!(v >= 1) && offlineLogDirs.length !== 0) w.unsupported()
  if (!(v >= 2) && cordonedLogDirs !== null) w.unsupported()
  if (!w.flexible) return w.tags(unknown)
  const hasOfflineLogDirs = v >= 1 && offlineLogDirs.length !== 0
  const hasCordonedLogDirs = v >= 2 && cordonedLogDirs !== null
  w.tagCount(Number(hasOfflineLogDirs) + Number(hasCordonedLogDirs), unknown)
  let tag = -1
  if (hasOfflineLogDirs) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.uuids(offlineLogDirs)
    w.closeTag(begin)
  }
  if (hasCordonedLogDirs) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 1)
    tag = 1
    const begin = w.openTag(1)
    if (cordonedLogDirs === null) w.nullArray()
    else {
      w.uuids(cordonedLogDirs)
    }
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeBrokerHeartbeatRequest(w: Writer, v: number, x: BrokerHeartbeatRequestInput): void {
  const { brokerId, brokerEpoch = -1n, currentMetadataOffset, wantFence, wantShutDown } = x
  w.int32(brokerId)
  w.int64(brokerEpoch)
  w.int64(currentMetadataOffset)
  w.bool(wantFence)
  w.bool(wantShutDown)
  if (
    x.offlineLogDirs !== undefined ||
    x.cordonedLogDirs !== undefined ||
    x[unknownTags] !== undefined
  ) writeBrokerHeartbeatRequestTags(w, v, x)
  else w.noTags()
}

export interface BrokerHeartbeatResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** bool · v0+ · default false */
  isCaughtUp: boolean
  /** bool · v0+ · default true */
  isFenced: boolean
  /** bool · v0+ */
  shouldShutDown: boolean
}

export interface BrokerHeartbeatResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** bool · v0+ · default false */
  isCaughtUp?: boolean | undefined
  /** bool · v0+ · default true */
  isFenced?: boolean | undefined
  /** bool · v0+ */
  shouldShutDown: boolean
}

function readBrokerHeartbeatResponse(r: Reader, _v: number): BrokerHeartbeatResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const isCaughtUp = r.bool()
  const isFenced = r.bool()
  const shouldShutDown = r.bool()
  const x: BrokerHeartbeatResponse = { throttleTimeMs, errorCode, isCaughtUp, isFenced, shouldShutDown }
  r.tags(x)
  return x
}

function writeBrokerHeartbeatResponse(w: Writer, _v: number, x: BrokerHeartbeatResponseInput): void {
  const { throttleTimeMs, errorCode, isCaughtUp = false, isFenced = true, shouldShutDown, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.bool(isCaughtUp)
  w.bool(isFenced)
  w.bool(shouldShutDown)
  w.tags(unknown)
}

/** API key 63, versions 0 to 2. */
export const BrokerHeartbeat: Api<BrokerHeartbeatRequest, BrokerHeartbeatRequestInput, BrokerHeartbeatResponse, BrokerHeartbeatResponseInput> = {
  key: 63,
  name: 'BrokerHeartbeat',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  request: codec({
  name: 'BrokerHeartbeatRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
brokerId int32 0+ required
brokerEpoch int64 0+ =-1
currentMetadataOffset int64 0+ required
wantFence bool 0+ required
wantShutDown bool 0+ required
offlineLogDirs []uuid 1+ #0:1+
cordonedLogDirs []uuid 2+ ?2+ #1:2+ =null
`,
  read: readBrokerHeartbeatRequest,
  write: writeBrokerHeartbeatRequest,
}),
  response: codec({
  name: 'BrokerHeartbeatResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
isCaughtUp bool 0+ =false
isFenced bool 0+ =true
shouldShutDown bool 0+ required
`,
  read: readBrokerHeartbeatResponse,
  write: writeBrokerHeartbeatResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
