// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DeleteGroupsRequest extends Tagged {
  /** []string · v0+ */
  groupsNames: string[]
}

export interface DeleteGroupsRequestInput extends Tagged {
  /** []string · v0+ */
  groupsNames: readonly string[]
}

function readDeleteGroupsRequest(r: Reader, _v: number): DeleteGroupsRequest {
  const groupsNames = r.strings()
  const x: DeleteGroupsRequest = { groupsNames }
  r.tags(x)
  return x
}

function writeDeleteGroupsRequest(w: Writer, _v: number, x: DeleteGroupsRequestInput): void {
  const { groupsNames, [unknownTags]: unknown } = x
  w.strings(groupsNames)
  w.tags(unknown)
}

export interface DeleteGroupsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: DeleteGroupsResponseDeletableGroupResult[]
}

export interface DeleteGroupsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: readonly DeleteGroupsResponseDeletableGroupResultInput[]
}

export interface DeleteGroupsResponseDeletableGroupResult extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v3+ · null v3+ · default null · ignorable */
  errorMessage: string | null
}

export interface DeleteGroupsResponseDeletableGroupResultInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v3+ · null v3+ · default null · ignorable */
  errorMessage?: string | null | undefined
}

function readDeleteGroupsResponseDeletableGroupResult(r: Reader, v: number): DeleteGroupsResponseDeletableGroupResult {
  const groupId = r.string()
  const errorCode = r.int16()
  const errorMessage = v >= 3 ? r.nullableString() : null
  const x: DeleteGroupsResponseDeletableGroupResult = { groupId, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readDeleteGroupsResponseDeletableGroupResultList(
  r: Reader,
  v: number,
  n: number,
): DeleteGroupsResponseDeletableGroupResult[] {
  const list = listOf<DeleteGroupsResponseDeletableGroupResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteGroupsResponseDeletableGroupResult(r, v)
  return list
}

function writeDeleteGroupsResponseDeletableGroupResult(
  w: Writer,
  v: number,
  x: DeleteGroupsResponseDeletableGroupResultInput,
): void {
  const { groupId, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.string(groupId)
  w.int16(errorCode)
  if (v >= 3) w.nullableString(errorMessage)
  w.tags(unknown)
}

function readDeleteGroupsResponse(r: Reader, v: number): DeleteGroupsResponse {
  const throttleTimeMs = r.int32()
  const results = readDeleteGroupsResponseDeletableGroupResultList(r, v, r.count(4, 7))
  const x: DeleteGroupsResponse = { throttleTimeMs, results }
  r.tags(x)
  return x
}

function writeDeleteGroupsResponse(w: Writer, v: number, x: DeleteGroupsResponseInput): void {
  const { throttleTimeMs, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(results)
  for (const element of results) writeDeleteGroupsResponseDeletableGroupResult(w, v, element)
  w.tags(unknown)
}

/** API key 42, versions 0 to 3. */
export const DeleteGroups: Api<DeleteGroupsRequest, DeleteGroupsRequestInput, DeleteGroupsResponse, DeleteGroupsResponseInput> = {
  key: 42,
  name: 'DeleteGroups',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'DeleteGroupsRequest',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
groupsNames []string 0+ required
`,
  read: readDeleteGroupsRequest,
  write: writeDeleteGroupsRequest,
}),
  response: codec({
  name: 'DeleteGroupsResponse',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
results []struct 0+ required
  groupId string 0+ required
  errorCode int16 0+ required
  errorMessage string 3+ ?3+ =null ignorable
`,
  read: readDeleteGroupsResponse,
  write: writeDeleteGroupsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
