// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeGroupsRequest extends Tagged {
  /** []string · v0+ */
  groups: string[]
  /** bool · v3+ */
  includeAuthorizedOperations: boolean
}

export interface DescribeGroupsRequestInput extends Tagged {
  /** []string · v0+ */
  groups: readonly string[]
  /** bool · v3+ */
  includeAuthorizedOperations?: boolean | undefined
}

function readDescribeGroupsRequest(r: Reader, v: number): DescribeGroupsRequest {
  const groups = r.strings()
  const includeAuthorizedOperations = v >= 3 ? r.bool() : false
  const x: DescribeGroupsRequest = { groups, includeAuthorizedOperations }
  r.tags(x)
  return x
}

function writeDescribeGroupsRequest(w: Writer, v: number, x: DescribeGroupsRequestInput): void {
  const { groups, includeAuthorizedOperations = false, [unknownTags]: unknown } = x
  w.strings(groups)
  if (v >= 3) w.bool(includeAuthorizedOperations)
  else if (includeAuthorizedOperations) w.unsupported()
  w.tags(unknown)
}

export interface DescribeGroupsResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  groups: DescribeGroupsResponseDescribedGroup[]
}

export interface DescribeGroupsResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs?: number | undefined
  /** v0+ */
  groups: readonly DescribeGroupsResponseDescribedGroupInput[]
}

export interface DescribeGroupsResponseDescribedGroup extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v6+ · null v6+ · default null */
  errorMessage: string | null
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  groupState: string
  /** string · v0+ */
  protocolType: string
  /** string · v0+ */
  protocolData: string
  /** v0+ */
  members: DescribeGroupsResponseDescribedGroupMember[]
  /** int32 · v3+ · default -2147483648 */
  authorizedOperations: number
}

export interface DescribeGroupsResponseDescribedGroupInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v6+ · null v6+ · default null */
  errorMessage?: string | null | undefined
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  groupState: string
  /** string · v0+ */
  protocolType: string
  /** string · v0+ */
  protocolData: string
  /** v0+ */
  members: readonly DescribeGroupsResponseDescribedGroupMemberInput[]
  /** int32 · v3+ · default -2147483648 */
  authorizedOperations?: number | undefined
}

export interface DescribeGroupsResponseDescribedGroupMember extends Tagged {
  /** string · v0+ */
  memberId: string
  /** string · v4+ · null v4+ · default null · ignorable */
  groupInstanceId: string | null
  /** string · v0+ */
  clientId: string
  /** string · v0+ */
  clientHost: string
  /** bytes · v0+ */
  memberMetadata: Buffer
  /** bytes · v0+ */
  memberAssignment: Buffer
}

export interface DescribeGroupsResponseDescribedGroupMemberInput extends Tagged {
  /** string · v0+ */
  memberId: string
  /** string · v4+ · null v4+ · default null · ignorable */
  groupInstanceId?: string | null | undefined
  /** string · v0+ */
  clientId: string
  /** string · v0+ */
  clientHost: string
  /** bytes · v0+ */
  memberMetadata: Uint8Array
  /** bytes · v0+ */
  memberAssignment: Uint8Array
}

function readDescribeGroupsResponseDescribedGroupMember(
  r: Reader,
  v: number,
): DescribeGroupsResponseDescribedGroupMember {
  const memberId = r.string()
  const groupInstanceId = v >= 4 ? r.nullableString() : null
  const clientId = r.string()
  const clientHost = r.string()
  const memberMetadata = r.bytes()
  const memberAssignment = r.bytes()
  const x: DescribeGroupsResponseDescribedGroupMember = {
    memberId,
    groupInstanceId,
    clientId,
    clientHost,
    memberMetadata,
    memberAssignment,
  }
  r.tags(x)
  return x
}

function readDescribeGroupsResponseDescribedGroupMemberList(
  r: Reader,
  v: number,
  n: number,
): DescribeGroupsResponseDescribedGroupMember[] {
  const list = listOf<DescribeGroupsResponseDescribedGroupMember>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeGroupsResponseDescribedGroupMember(r, v)
  return list
}

function writeDescribeGroupsResponseDescribedGroupMember(
  w: Writer,
  v: number,
  x: DescribeGroupsResponseDescribedGroupMemberInput,
): void {
  const {
    memberId,
    groupInstanceId = null,
    clientId,
    clientHost,
    memberMetadata,
    memberAssignment,
    [unknownTags]: unknown,
  } = x
  w.string(memberId)
  if (v >= 4) w.nullableString(groupInstanceId)
  w.string(clientId)
  w.string(clientHost)
  w.bytes(memberMetadata)
  w.bytes(memberAssignment)
  w.tags(unknown)
}

function readDescribeGroupsResponseDescribedGroup(r: Reader, v: number): DescribeGroupsResponseDescribedGroup {
  const errorCode = r.int16()
  const errorMessage = v >= 6 ? r.nullableString() : null
  const groupId = r.string()
  const groupState = r.string()
  const protocolType = r.string()
  const protocolData = r.string()
  const members = readDescribeGroupsResponseDescribedGroupMemberList(r, v, r.count(7, 10))
  const authorizedOperations = v >= 3 ? r.int32() : -2147483648
  const x: DescribeGroupsResponseDescribedGroup = {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    protocolType,
    protocolData,
    members,
    authorizedOperations,
  }
  r.tags(x)
  return x
}

function readDescribeGroupsResponseDescribedGroupList(
  r: Reader,
  v: number,
  n: number,
): DescribeGroupsResponseDescribedGroup[] {
  const list = listOf<DescribeGroupsResponseDescribedGroup>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeGroupsResponseDescribedGroup(r, v)
  return list
}

function writeDescribeGroupsResponseDescribedGroup(
  w: Writer,
  v: number,
  x: DescribeGroupsResponseDescribedGroupInput,
): void {
  const {
    errorCode,
    errorMessage = null,
    groupId,
    groupState,
    protocolType,
    protocolData,
    members,
    authorizedOperations = -2147483648,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  if (v >= 6) w.nullableString(errorMessage)
  else if (errorMessage !== null) w.unsupported()
  w.string(groupId)
  w.string(groupState)
  w.string(protocolType)
  w.string(protocolData)
  w.count(members)
  for (const element of members) writeDescribeGroupsResponseDescribedGroupMember(w, v, element)
  if (v >= 3) w.int32(authorizedOperations)
  else if (authorizedOperations !== -2147483648) w.unsupported()
  w.tags(unknown)
}

function readDescribeGroupsResponse(r: Reader, v: number): DescribeGroupsResponse {
  const throttleTimeMs = v >= 1 ? r.int32() : 0
  const groups = readDescribeGroupsResponseDescribedGroupList(r, v, r.count(12, 16))
  const x: DescribeGroupsResponse = { throttleTimeMs, groups }
  r.tags(x)
  return x
}

function writeDescribeGroupsResponse(w: Writer, v: number, x: DescribeGroupsResponseInput): void {
  const { throttleTimeMs = 0, groups, [unknownTags]: unknown } = x
  if (v >= 1) w.int32(throttleTimeMs)
  w.count(groups)
  for (const element of groups) writeDescribeGroupsResponseDescribedGroup(w, v, element)
  w.tags(unknown)
}

/** API key 15, versions 0 to 6. */
export const DescribeGroups: Api<DescribeGroupsRequest, DescribeGroupsRequestInput, DescribeGroupsResponse, DescribeGroupsResponseInput> = {
  key: 15,
  name: 'DescribeGroups',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 5,
  request: codec({
  name: 'DescribeGroupsRequest',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 5,
  last: true,
  fields: `
groups []string 0+ required
includeAuthorizedOperations bool 3+
`,
  read: readDescribeGroupsRequest,
  write: writeDescribeGroupsRequest,
}),
  response: codec({
  name: 'DescribeGroupsResponse',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 5,
  last: true,
  fields: `
throttleTimeMs int32 1+ ignorable
groups []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 6+ ?6+ =null
  groupId string 0+ required
  groupState string 0+ required
  protocolType string 0+ required
  protocolData string 0+ required
  members []struct 0+ required
    memberId string 0+ required
    groupInstanceId string 4+ ?4+ =null ignorable
    clientId string 0+ required
    clientHost string 0+ required
    memberMetadata bytes 0+ required
    memberAssignment bytes 0+ required
  authorizedOperations int32 3+ =-2147483648
`,
  read: readDescribeGroupsResponse,
  write: writeDescribeGroupsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
