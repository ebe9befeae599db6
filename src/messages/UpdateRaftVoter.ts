// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface UpdateRaftVoterRequest extends Tagged {
  /** string · v0+ · null v0+ */
  clusterId: string | null
  /** int32 · v0+ */
  currentLeaderEpoch: number
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
  /** v0+ */
  listeners: UpdateRaftVoterRequestListener[]
  /** v0+ */
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature
}

export interface UpdateRaftVoterRequestInput extends Tagged {
  /** string · v0+ · null v0+ */
  clusterId: string | null
  /** int32 · v0+ */
  currentLeaderEpoch: number
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
  /** v0+ */
  listeners: readonly UpdateRaftVoterRequestListenerInput[]
  /** v0+ */
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeatureInput
}

export interface UpdateRaftVoterRequestKRaftVersionFeature extends Tagged {
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface UpdateRaftVoterRequestKRaftVersionFeatureInput extends Tagged {
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface UpdateRaftVoterRequestListener extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface UpdateRaftVoterRequestListenerInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

function readUpdateRaftVoterRequestListener(r: Reader, _v: number): UpdateRaftVoterRequestListener {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const x: UpdateRaftVoterRequestListener = { name, host, port }
  r.tags(x)
  return x
}

function readUpdateRaftVoterRequestListenerList(r: Reader, v: number, n: number): UpdateRaftVoterRequestListener[] {
  const list = listOf<UpdateRaftVoterRequestListener>(n)
  for (let i = 0; i < n; i++) list[i] = readUpdateRaftVoterRequestListener(r, v)
  return list
}

function writeUpdateRaftVoterRequestListener(w: Writer, _v: number, x: UpdateRaftVoterRequestListenerInput): void {
  const { name, host, port, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readUpdateRaftVoterRequestKRaftVersionFeature(
  r: Reader,
  _v: number,
): UpdateRaftVoterRequestKRaftVersionFeature {
  const minSupportedVersion = r.int16()
  const maxSupportedVersion = r.int16()
  const x: UpdateRaftVoterRequestKRaftVersionFeature = { minSupportedVersion, maxSupportedVersion }
  r.tags(x)
  return x
}

function writeUpdateRaftVoterRequestKRaftVersionFeature(
  w: Writer,
  _v: number,
  x: UpdateRaftVoterRequestKRaftVersionFeatureInput,
): void {
  const { minSupportedVersion, maxSupportedVersion, [unknownTags]: unknown } = x
  w.int16(minSupportedVersion)
  w.int16(maxSupportedVersion)
  w.tags(unknown)
}

function readUpdateRaftVoterRequest(r: Reader, v: number): UpdateRaftVoterRequest {
  const clusterId = r.nullableString()
  const currentLeaderEpoch = r.int32()
  const voterId = r.int32()
  const voterDirectoryId = r.uuid()
  const listeners = readUpdateRaftVoterRequestListenerList(r, v, r.count(5, 7))
  const kRaftVersionFeature = readUpdateRaftVoterRequestKRaftVersionFeature(r, v)
  const x: UpdateRaftVoterRequest = {
    clusterId,
    currentLeaderEpoch,
    voterId,
    voterDirectoryId,
    listeners,
    kRaftVersionFeature,
  }
  r.tags(x)
  return x
}

function writeUpdateRaftVoterRequest(w: Writer, v: number, x: UpdateRaftVoterRequestInput): void {
  const {
    clusterId,
    currentLeaderEpoch,
    voterId,
    voterDirectoryId,
    listeners,
    kRaftVersionFeature,
    [unknownTags]: unknown,
  } = x
  w.nullableString(clusterId)
  w.int32(currentLeaderEpoch)
  w.int32(voterId)
  w.uuid(voterDirectoryId)
  w.count(listeners)
  for (const element of listeners) writeUpdateRaftVoterRequestListener(w, v, element)
  writeUpdateRaftVoterRequestKRaftVersionFeature(w, v, kRaftVersionFeature)
  w.tags(unknown)
}

export interface UpdateRaftVoterResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ · tag 0 */
  currentLeader: UpdateRaftVoterResponseCurrentLeader
}

export interface UpdateRaftVoterResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ · tag 0 */
  currentLeader?: UpdateRaftVoterResponseCurrentLeaderInput | undefined
}

export interface UpdateRaftVoterResponseCurrentLeader extends Tagged {
  /** int32 · v0+ · default -1 */
  leaderId: number
  /** int32 · v0+ · default -1 */
  leaderEpoch: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
}

export interface UpdateRaftVoterResponseCurrentLeaderInput extends Tagged {
  /** int32 · v0+ · default -1 */
  leaderId?: number | undefined
  /** int32 · v0+ · default -1 */
  leaderEpoch?: number | undefined
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
}

function readUpdateRaftVoterResponseCurrentLeader(r: Reader, _v: number): UpdateRaftVoterResponseCurrentLeader {
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const host = r.string()
  const port = r.int32()
  const x: UpdateRaftVoterResponseCurrentLeader = { leaderId, leaderEpoch, host, port }
  r.tags(x)
  return x
}

function isDefaultUpdateRaftVoterResponseCurrentLeader(x: UpdateRaftVoterResponseCurrentLeaderInput): boolean {
  return (
    x[unknownTags] === undefined &&
    (x.leaderId === undefined ||
    x.leaderId === -1) &&
    (x.leaderEpoch === undefined ||
    x.leaderEpoch === -1) &&
    (x.host === undefined ||
    x.host === '') &&
    (x.port === undefined ||
    x.port === 0)
  )
}

function writeUpdateRaftVoterResponseCurrentLeader(
  w: Writer,
  _v: number,
  x: UpdateRaftVoterResponseCurrentLeaderInput,
): void {
  const { leaderId = -1, leaderEpoch = -1, host, port, [unknownTags]: unknown } = x
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.string(host)
  w.int32(port)
  w.tags(unknown)
}

function readUpdateRaftVoterResponse(r: Reader, v: number): UpdateRaftVoterResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  let currentLeader: UpdateRaftVoterResponseCurrentLeader = { leaderId: -1, leaderEpoch: -1, host: '', port: 0 }
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        const end = r.tagEnd()
        currentLeader = readUpdateRaftVoterResponseCurrentLeader(r, v)
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: UpdateRaftVoterResponse = { throttleTimeMs, errorCode, currentLeader }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeUpdateRaftVoterResponseTags(w: Writer, v: number, x: UpdateRaftVoterResponseInput): void {
  const { currentLeader = { leaderId: -1, leaderEpoch: -1, host: '', port: 0 }, [unknownTags]: unknown } = x
  if (!w.flexible) return w.tags(unknown)
  const hasCurrentLeader = !isDefaultUpdateRaftVoterResponseCurrentLeader(currentLeader)
  w.tagCount(Number(hasCurrentLeader), unknown)
  let tag = -1
  if (hasCurrentLeader) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    writeUpdateRaftVoterResponseCurrentLeader(w, v, currentLeader)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeUpdateRaftVoterResponse(w: Writer, v: number, x: UpdateRaftVoterResponseInput): void {
  const { throttleTimeMs, errorCode } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  if (x.currentLeader !== undefined || x[unknownTags] !== undefined) writeUpdateRaftVoterResponseTags(w, v, x)
  else w.noTags()
}

/** API key 82, versions 0 to 0. */
export const UpdateRaftVoter: Api<UpdateRaftVoterRequest, UpdateRaftVoterRequestInput, UpdateRaftVoterResponse, UpdateRaftVoterResponseInput> = {
  key: 82,
  name: 'UpdateRaftVoter',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'UpdateRaftVoterRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
clusterId string 0+ ?0+ required
currentLeaderEpoch int32 0+ required
voterId int32 0+ required
voterDirectoryId uuid 0+ required
listeners []struct 0+ required
  name string 0+ required
  host string 0+ required
  port uint16 0+ required
kRaftVersionFeature struct 0+ required
  minSupportedVersion int16 0+ required
  maxSupportedVersion int16 0+ required
`,
  read: readUpdateRaftVoterRequest,
  write: writeUpdateRaftVoterRequest,
}),
  response: codec({
  name: 'UpdateRaftVoterResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
currentLeader struct 0+ #0:0+
  leaderId int32 0+ =-1
  leaderEpoch int32 0+ =-1
  host string 0+ required
  port int32 0+ required
`,
  read: readUpdateRaftVoterResponse,
  write: writeUpdateRaftVoterResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
