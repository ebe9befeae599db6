// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ListGroupsRequest extends Tagged {
  /** []string · v4+ */
  statesFilter: string[]
  /** []string · v5+ */
  typesFilter: string[]
}

export interface ListGroupsRequestInput extends Tagged {
  /** []string · v4+ */
  statesFilter?: readonly string[] | undefined
  /** []string · v5+ */
  typesFilter?: readonly string[] | undefined
}

function readListGroupsRequest(r: Reader, v: number): ListGroupsRequest {
  const statesFilter = v >= 4 ? r.strings() : []
  const typesFilter = v >= 5 ? r.strings() : []
  const x: ListGroupsRequest = { statesFilter, typesFilter }
  r.tags(x)
  return x
}

function writeListGroupsRequest(w: Writer, v: number, x: ListGroupsRequestInput): void {
  w.struct(x)
  const { statesFilter = [], typesFilter = [], [unknownTags]: unknown } = x
  if (v >= 4) w.strings(statesFilter)
  else if (statesFilter.length !== 0) w.unsupported()
  if (v >= 5) w.strings(typesFilter)
  else if (typesFilter.length !== 0) w.unsupported()
  w.tags(unknown)
}

export interface ListGroupsResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  groups: ListGroupsResponseListedGroup[]
}

export interface ListGroupsResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs?: number | undefined
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  groups: readonly ListGroupsResponseListedGroupInput[]
}

export interface ListGroupsResponseListedGroup extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  protocolType: string
  /** string · v4+ · ignorable */
  groupState: string
  /** string · v5+ · ignorable */
  groupType: string
}

export interface ListGroupsResponseListedGroupInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  protocolType: string
  /** string · v4+ · ignorable */
  groupState?: string | undefined
  /** string · v5+ · ignorable */
  groupType?: string | undefined
}

function readListGroupsResponseListedGroup(r: Reader, v: number): ListGroupsResponseListedGroup {
  const groupId = r.string()
  const protocolType = r.string()
  const groupState = v >= 4 ? r.string() : ''
  const groupType = v >= 5 ? r.string() : ''
  const x: ListGroupsResponseListedGroup = { groupId, protocolType, groupState, groupType }
  r.tags(x)
  return x
}

function readListGroupsResponseListedGroupList(r: Reader, v: number, n: number): ListGroupsResponseListedGroup[] {
  const list = listOf<ListGroupsResponseListedGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readListGroupsResponseListedGroup(r, v)
  return list
}

function writeListGroupsResponseListedGroup(w: Writer, v: number, x: ListGroupsResponseListedGroupInput): void {
  const { groupId, protocolType, groupState = '', groupType = '', [unknownTags]: unknown } = x
  w.string(groupId)
  w.string(protocolType)
  if (v >= 4) w.string(groupState)
  if (v >= 5) w.string(groupType)
  w.tags(unknown)
}

function readListGroupsResponse(r: Reader, v: number): ListGroupsResponse {
  const throttleTimeMs = v >= 1 ? r.int32() : 0
  const errorCode = r.int16()
  const groups = readListGroupsResponseListedGroupList(r, v, r.count(3, 8))
  const x: ListGroupsResponse = { throttleTimeMs, errorCode, groups }
  r.tags(x)
  return x
}

function writeListGroupsResponse(w: Writer, v: number, x: ListGroupsResponseInput): void {
  const { throttleTimeMs = 0, errorCode, groups, [unknownTags]: unknown } = x
  if (v >= 1) w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.count(groups)
  for (const element of groups) writeListGroupsResponseListedGroup(w, v, element)
  w.tags(unknown)
}

/** API key 16, versions 0 to 5. */
export const ListGroups: Api<ListGroupsRequest, ListGroupsRequestInput, ListGroupsResponse, ListGroupsResponseInput> = {
  key: 16,
  name: 'ListGroups',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  request: codec({
  name: 'ListGroupsRequest',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
statesFilter []string 4+
typesFilter []string 5+
`,
  read: readListGroupsRequest,
  write: writeListGroupsRequest,
}),
  response: codec({
  name: 'ListGroupsResponse',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
throttleTimeMs int32 1+ ignorable
errorCode int16 0+ required
groups []struct 0+ required
  groupId string 0+ required
  protocolType string 0+ required
  groupState string 4+ ignorable
  groupType string 5+ ignorable
`,
  read: readListGroupsResponse,
  write: writeListGroupsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
