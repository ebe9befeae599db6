// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DeleteAclsRequest extends Tagged {
  /** v0+ */
  filters: DeleteAclsRequestDeleteAclsFilter[]
}

export interface DeleteAclsRequestInput extends Tagged {
  /** v0+ */
  filters: readonly DeleteAclsRequestDeleteAclsFilterInput[]
}

export interface DeleteAclsRequestDeleteAclsFilter extends Tagged {
  /** int8 · v0+ */
  resourceTypeFilter: number
  /** string · v0+ · null v0+ */
  resourceNameFilter: string | null
  /** int8 · v1+ · default 3 */
  patternTypeFilter: number
  /** string · v0+ · null v0+ */
  principalFilter: string | null
  /** string · v0+ · null v0+ */
  hostFilter: string | null
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

export interface DeleteAclsRequestDeleteAclsFilterInput extends Tagged {
  /** int8 · v0+ */
  resourceTypeFilter: number
  /** string · v0+ · null v0+ */
  resourceNameFilter: string | null
  /** int8 · v1+ · default 3 */
  patternTypeFilter?: number | undefined
  /** string · v0+ · null v0+ */
  principalFilter: string | null
  /** string · v0+ · null v0+ */
  hostFilter: string | null
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

function readDeleteAclsRequestDeleteAclsFilter(r: Reader, _v: number): DeleteAclsRequestDeleteAclsFilter {
  const resourceTypeFilter = r.int8()
  const resourceNameFilter = r.nullableString()
  const patternTypeFilter = r.int8()
  const principalFilter = r.nullableString()
  const hostFilter = r.nullableString()
  const operation = r.int8()
  const permissionType = r.int8()
  const x: DeleteAclsRequestDeleteAclsFilter = {
    resourceTypeFilter,
    resourceNameFilter,
    patternTypeFilter,
    principalFilter,
    hostFilter,
    operation,
    permissionType,
  }
  r.tags(x)
  return x
}

function readDeleteAclsRequestDeleteAclsFilterList(
  r: Reader,
  v: number,
  n: number,
): DeleteAclsRequestDeleteAclsFilter[] {
  const list = listOf<DeleteAclsRequestDeleteAclsFilter>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteAclsRequestDeleteAclsFilter(r, v)
  return list
}

function writeDeleteAclsRequestDeleteAclsFilter(
  w: Writer,
  _v: number,
  x: DeleteAclsRequestDeleteAclsFilterInput,
): void {
  const {
    resourceTypeFilter,
    resourceNameFilter,
    patternTypeFilter = 3,
    principalFilter,
    hostFilter,
    operation,
    permissionType,
    [unknownTags]: unknown,
  } = x
  w.int8(resourceTypeFilter)
  w.nullableString(resourceNameFilter)
  w.int8(patternTypeFilter)
  w.nullableString(principalFilter)
  w.nullableString(hostFilter)
  w.int8(operation)
  w.int8(permissionType)
  w.tags(unknown)
}

function readDeleteAclsRequest(r: Reader, v: number): DeleteAclsRequest {
  const filters = readDeleteAclsRequestDeleteAclsFilterList(r, v, r.count(8, 11))
  const x: DeleteAclsRequest = { filters }
  r.tags(x)
  return x
}

function writeDeleteAclsRequest(w: Writer, v: number, x: DeleteAclsRequestInput): void {
  const { filters, [unknownTags]: unknown } = x
  w.count(filters)
  for (const element of filters) writeDeleteAclsRequestDeleteAclsFilter(w, v, element)
  w.tags(unknown)
}

export interface DeleteAclsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  filterResults: DeleteAclsResponseDeleteAclsFilterResult[]
}

export interface DeleteAclsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  filterResults: readonly DeleteAclsResponseDeleteAclsFilterResultInput[]
}

export interface DeleteAclsResponseDeleteAclsFilterResult extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  matchingAcls: DeleteAclsResponseDeleteAclsMatchingAcl[]
}

export interface DeleteAclsResponseDeleteAclsFilterResultInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  matchingAcls: readonly DeleteAclsResponseDeleteAclsMatchingAclInput[]
}

export interface DeleteAclsResponseDeleteAclsMatchingAcl extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 3 */
  patternType: number
  /** string · v0+ */
  principal: string
  /** string · v0+ */
  host: string
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

export interface DeleteAclsResponseDeleteAclsMatchingAclInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 3 */
  patternType?: number | undefined
  /** string · v0+ */
  principal: string
  /** string · v0+ */
  host: string
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

function readDeleteAclsResponseDeleteAclsMatchingAcl(r: Reader, _v: number): DeleteAclsResponseDeleteAclsMatchingAcl {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const resourceType = r.int8()
  const resourceName = r.string()
  const patternType = r.int8()
  const principal = r.string()
  const host = r.string()
  const operation = r.int8()
  const permissionType = r.int8()
  const x: DeleteAclsResponseDeleteAclsMatchingAcl = {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
    patternType,
    principal,
    host,
    operation,
    permissionType,
  }
  r.tags(x)
  return x
}

function readDeleteAclsResponseDeleteAclsMatchingAclList(
  r: Reader,
  v: number,
  n: number,
): DeleteAclsResponseDeleteAclsMatchingAcl[] {
  const list = listOf<DeleteAclsResponseDeleteAclsMatchingAcl>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteAclsResponseDeleteAclsMatchingAcl(r, v)
  return list
}

function writeDeleteAclsResponseDeleteAclsMatchingAcl(
  w: Writer,
  _v: number,
  x: DeleteAclsResponseDeleteAclsMatchingAclInput,
): void {
  const {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
    patternType = 3,
    principal,
    host,
    operation,
    permissionType,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int8(resourceType)
  w.string(resourceName)
  w.int8(patternType)
  w.string(principal)
  w.string(host)
  w.int8(operation)
  w.int8(permissionType)
  w.tags(unknown)
}

function readDeleteAclsResponseDeleteAclsFilterResult(r: Reader, v: number): DeleteAclsResponseDeleteAclsFilterResult {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const matchingAcls = readDeleteAclsResponseDeleteAclsMatchingAclList(r, v, r.count(11, 13))
  const x: DeleteAclsResponseDeleteAclsFilterResult = { errorCode, errorMessage, matchingAcls }
  r.tags(x)
  return x
}

function readDeleteAclsResponseDeleteAclsFilterResultList(
  r: Reader,
  v: number,
  n: number,
): DeleteAclsResponseDeleteAclsFilterResult[] {
  const list = listOf<DeleteAclsResponseDeleteAclsFilterResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteAclsResponseDeleteAclsFilterResult(r, v)
  return list
}

function writeDeleteAclsResponseDeleteAclsFilterResult(
  w: Writer,
  v: number,
  x: DeleteAclsResponseDeleteAclsFilterResultInput,
): void {
  const { errorCode, errorMessage, matchingAcls, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(matchingAcls)
  for (const element of matchingAcls) writeDeleteAclsResponseDeleteAclsMatchingAcl(w, v, element)
  w.tags(unknown)
}

function readDeleteAclsResponse(r: Reader, v: number): DeleteAclsResponse {
  const throttleTimeMs = r.int32()
  const filterResults = readDeleteAclsResponseDeleteAclsFilterResultList(r, v, r.count(5, 11))
  const x: DeleteAclsResponse = { throttleTimeMs, filterResults }
  r.tags(x)
  return x
}

function writeDeleteAclsResponse(w: Writer, v: number, x: DeleteAclsResponseInput): void {
  const { throttleTimeMs, filterResults, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(filterResults)
  for (const element of filterResults) writeDeleteAclsResponseDeleteAclsFilterResult(w, v, element)
  w.tags(unknown)
}

/** API key 31, versions 1 to 3. */
export const DeleteAcls: Api<DeleteAclsRequest, DeleteAclsRequestInput, DeleteAclsResponse, DeleteAclsResponseInput> = {
  key: 31,
  name: 'DeleteAcls',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'DeleteAclsRequest',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
filters []struct 0+ required
  resourceTypeFilter int8 0+ required
  resourceNameFilter string 0+ ?0+ required
  patternTypeFilter int8 1+ =3
  principalFilter string 0+ ?0+ required
  hostFilter string 0+ ?0+ required
  operation int8 0+ required
  permissionType int8 0+ required
`,
  read: readDeleteAclsRequest,
  write: writeDeleteAclsRequest,
}),
  response: codec({
  name: 'DeleteAclsResponse',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
filterResults []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
  matchingAcls []struct 0+ required
    errorCode int16 0+ required
    errorMessage string 0+ ?0+ required
    resourceType int8 0+ required
    resourceName string 0+ required
    patternType int8 1+ =3
    principal string 0+ required
    host string 0+ required
    operation int8 0+ required
    permissionType int8 0+ required
`,
  read: readDeleteAclsResponse,
  write: writeDeleteAclsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
