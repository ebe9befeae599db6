// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface FindCoordinatorRequest extends Tagged {
  /** string · v0-3 */
  key: string
  /** int8 · v1+ · default 0 */
  keyType: number
  /** []string · v4+ */
  coordinatorKeys: string[]
}

export interface FindCoordinatorRequestInput extends Tagged {
  /** string · v0-3 */
  key?: string | undefined
  /** int8 · v1+ · default 0 */
  keyType?: number | undefined
  /** []string · v4+ */
  coordinatorKeys?: readonly string[] | undefined
}

function readFindCoordinatorRequest(r: Reader, v: number): FindCoordinatorRequest {
  const key = v <= 3 ? r.string() : ''
  const keyType = v >= 1 ? r.int8() : 0
  const coordinatorKeys = v >= 4 ? r.strings() : []
  const x: FindCoordinatorRequest = { key, keyType, coordinatorKeys }
  r.tags(x)
  return x
}

function writeFindCoordinatorRequest(w: Writer, v: number, x: FindCoordinatorRequestInput): void {
  w.struct(x)
  const { key = '', keyType = 0, coordinatorKeys = [], [unknownTags]: unknown } = x
  if (v <= 3) w.string(key)
  else if (key !== '') w.unsupported()
  if (v >= 1) w.int8(keyType)
  else if (keyType !== 0) w.unsupported()
  if (v >= 4) w.strings(coordinatorKeys)
  else if (coordinatorKeys.length !== 0) w.unsupported()
  w.tags(unknown)
}

export interface FindCoordinatorResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0-3 */
  errorCode: number
  /** string · v1-3 · null v1-3 · ignorable */
  errorMessage: string | null
  /** int32 · v0-3 */
  nodeId: number
  /** string · v0-3 */
  host: string
  /** int32 · v0-3 */
  port: number
  /** v4+ */
  coordinators: FindCoordinatorResponseCoordinator[]
}

export interface FindCoordinatorResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs?: number | undefined
  /** int16 · v0-3 */
  errorCode?: number | undefined
  /** string · v1-3 · null v1-3 · ignorable */
  errorMessage?: string | null | undefined
  /** int32 · v0-3 */
  nodeId?: number | undefined
  /** string · v0-3 */
  host?: string | undefined
  /** int32 · v0-3 */
  port?: number | undefined
  /** v4+ */
  coordinators?: readonly FindCoordinatorResponseCoordinatorInput[] | undefined
}

export interface FindCoordinatorResponseCoordinator extends Tagged {
  /** string · v4+ */
  key: string
  /** int32 · v4+ */
  nodeId: number
  /** string · v4+ */
  host: string
  /** int32 · v4+ */
  port: number
  /** int16 · v4+ */
  errorCode: number
  /** string · v4+ · null v4+ · ignorable */
  errorMessage: string | null
}

export interface FindCoordinatorResponseCoordinatorInput extends Tagged {
  /** string · v4+ */
  key: string
  /** int32 · v4+ */
  nodeId: number
  /** string · v4+ */
  host: string
  /** int32 · v4+ */
  port: number
  /** int16 · v4+ */
  errorCode: number
  /** string · v4+ · null v4+ · ignorable */
  errorMessage: string | null
}

function readFindCoordinatorResponseCoordinator(r: Reader, _v: number): FindCoordinatorResponseCoordinator {
  const key = r.string()
  const nodeId = r.int32()
  const host = r.string()
  const port = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: FindCoordinatorResponseCoordinator = { key, nodeId, host, port, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readFindCoordinatorResponseCoordinatorList(
  r: Reader,
  v: number,
  n: number,
): FindCoordinatorResponseCoordinator[] {
  const list = listOf<FindCoordinatorResponseCoordinator>(n)
  for (let i = 0; i < n; i++) list[i] = readFindCoordinatorResponseCoordinator(r, v)
  return list
}

function writeFindCoordinatorResponseCoordinator(
  w: Writer,
  _v: number,
  x: FindCoordinatorResponseCoordinatorInput,
): void {
  const { key, nodeId, host, port, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.string(key)
  w.int32(nodeId)
  w.string(host)
  w.int32(port)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readFindCoordinatorResponse(r: Reader, v: number): FindCoordinatorResponse {
  const throttleTimeMs = v >= 1 ? r.int32() : 0
  const errorCode = v <= 3 ? r.int16() : 0
  const errorMessage = v >= 1 && v <= 3 ? r.nullableString() : ''
  const nodeId = v <= 3 ? r.int32() : 0
  const host = v <= 3 ? r.string() : ''
  const port = v <= 3 ? r.int32() : 0
  const coordinators = v >= 4 ? readFindCoordinatorResponseCoordinatorList(r, v, r.count(14, 10)) : []
  const x: FindCoordinatorResponse = { throttleTimeMs, errorCode, errorMessage, nodeId, host, port, coordinators }
  r.tags(x)
  return x
}

function writeFindCoordinatorResponse(w: Writer, v: number, x: FindCoordinatorResponseInput): void {
  w.struct(x)
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = '',
    nodeId = 0,
    host = '',
    port = 0,
    coordinators = [],
    [unknownTags]: unknown,
  } = x
  if (v >= 1) w.int32(throttleTimeMs)
  if (v <= 3) w.int16(errorCode)
  else if (errorCode !== 0) w.unsupported()
  if (v >= 1 && v <= 3) w.nullableString(errorMessage)
  if (v <= 3) w.int32(nodeId)
  else if (nodeId !== 0) w.unsupported()
  if (v <= 3) w.string(host)
  else if (host !== '') w.unsupported()
  if (v <= 3) w.int32(port)
  else if (port !== 0) w.unsupported()
  if (v >= 4) {
    w.count(coordinators)
    for (const element of coordinators) writeFindCoordinatorResponseCoordinator(w, v, element)
  } else if (coordinators.length !== 0) w.unsupported()
  w.tags(unknown)
}

/** API key 10, versions 0 to 6. */
export const FindCoordinator: Api<FindCoordinatorRequest, FindCoordinatorRequestInput, FindCoordinatorResponse, FindCoordinatorResponseInput> = {
  key: 10,
  name: 'FindCoordinator',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 3,
  request: codec({
  name: 'FindCoordinatorRequest',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 3,
  last: true,
  fields: `
key string 0-3
keyType int8 1+ =0
coordinatorKeys []string 4+
`,
  read: readFindCoordinatorRequest,
  write: writeFindCoordinatorRequest,
}),
  response: codec({
  name: 'FindCoordinatorResponse',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 3,
  last: true,
  fields: `
throttleTimeMs int32 1+ ignorable
errorCode int16 0-3
errorMessage string 1-3 ?1-3 ignorable
nodeId int32 0-3
host string 0-3
port int32 0-3
coordinators []struct 4+
  key string 4+ required
  nodeId int32 4+ required
  host string 4+ required
  port int32 4+ required
  errorCode int16 4+ required
  errorMessage string 4+ ?4+ required ignorable
`,
  read: readFindCoordinatorResponse,
  write: writeFindCoordinatorResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
