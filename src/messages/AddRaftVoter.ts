// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AddRaftVoterRequest extends Tagged {
  /** string · v0+ · null v0+ */
  clusterId: string | null
  /** int32 · v0+ */
  timeoutMs: number
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
  /** v0+ */
  listeners: AddRaftVoterRequestListener[]
  /** bool · v1+ · default true */
  ackWhenCommitted: boolean
}

export interface AddRaftVoterRequestInput extends Tagged {
  /** string · v0+ · null v0+ */
  clusterId: string | null
  /** int32 · v0+ */
  timeoutMs: number
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
  /** v0+ */
  listeners: readonly AddRaftVoterRequestListenerInput[]
  /** bool · v1+ · default true */
  ackWhenCommitted?: boolean | undefined
}

export interface AddRaftVoterRequestListener extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface AddRaftVoterRequestListenerInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

function readAddRaftVoterRequestListener(r: Reader, _v: number): AddRaftVoterRequestListener {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const x: AddRaftVoterRequestListener = { name, host, port }
  r.tags(x)
  return x
}

function readAddRaftVoterRequestListenerList(r: Reader, v: number, n: number): AddRaftVoterRequestListener[] {
  const list = listOf<AddRaftVoterRequestListener>(n)
  for (let i = 0; i < n; i++) list[i] = readAddRaftVoterRequestListener(r, v)
  return list
}

function writeAddRaftVoterRequestListener(w: Writer, _v: number, x: AddRaftVoterRequestListenerInput): void {
  const { name, host, port, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readAddRaftVoterRequest(r: Reader, v: number): AddRaftVoterRequest {
  const clusterId = r.nullableString()
  const timeoutMs = r.int32()
  const voterId = r.int32()
  const voterDirectoryId = r.uuid()
  const listeners = readAddRaftVoterRequestListenerList(r, v, r.count(5, 7))
  const ackWhenCommitted = v >= 1 ? r.bool() : true
  const x: AddRaftVoterRequest = { clusterId, timeoutMs, voterId, voterDirectoryId, listeners, ackWhenCommitted }
  r.tags(x)
  return x
}

function writeAddRaftVoterRequest(w: Writer, v: number, x: AddRaftVoterRequestInput): void {
  const {
    clusterId,
    timeoutMs,
    voterId,
    voterDirectoryId,
    listeners,
    ackWhenCommitted = true,
    [unknownTags]: unknown,
  } = x
  w.nullableString(clusterId)
  w.int32(timeoutMs)
  w.int32(voterId)
  w.uuid(voterDirectoryId)
  w.count(listeners)
  for (const element of listeners) writeAddRaftVoterRequestListener(w, v, element)
  if (v >= 1) w.bool(ackWhenCommitted)
  else if (!ackWhenCommitted) w.unsupported()
  w.tags(unknown)
}

export interface AddRaftVoterResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · ignorable */
  errorMessage: string | null
}

export interface AddRaftVoterResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · ignorable */
  errorMessage: string | null
}

function readAddRaftVoterResponse(r: Reader, _v: number): AddRaftVoterResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: AddRaftVoterResponse = { throttleTimeMs, errorCode, errorMessage }
  r.tags(x)
  return x
}

function writeAddRaftVoterResponse(w: Writer, _v: number, x: AddRaftVoterResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

/** API key 80, versions 0 to 1. */
export const AddRaftVoter: Api<AddRaftVoterRequest, AddRaftVoterRequestInput, AddRaftVoterResponse, AddRaftVoterResponseInput> = {
  key: 80,
  name: 'AddRaftVoter',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'AddRaftVoterRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
clusterId string 0+ ?0+ required
timeoutMs int32 0+ required
voterId int32 0+ required
voterDirectoryId uuid 0+ required
listeners []struct 0+ required
  name string 0+ required
  host string 0+ required
  port uint16 0+ required
ackWhenCommitted bool 1+ =true
`,
  read: readAddRaftVoterRequest,
  write: writeAddRaftVoterRequest,
}),
  response: codec({
  name: 'AddRaftVoterResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required ignorable
`,
  read: readAddRaftVoterResponse,
  write: writeAddRaftVoterResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs),
  throttleTime: (response) => response.throttleTimeMs,
}
