// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeAclsRequest extends Tagged {
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

export interface DescribeAclsRequestInput extends Tagged {
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

function readDescribeAclsRequest(r: Reader, _v: number): DescribeAclsRequest {
  const resourceTypeFilter = r.int8()
  const resourceNameFilter = r.nullableString()
  const patternTypeFilter = r.int8()
  const principalFilter = r.nullableString()
  const hostFilter = r.nullableString()
  const operation = r.int8()
  const permissionType = r.int8()
  const x: DescribeAclsRequest = {
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

function writeDescribeAclsRequest(w: Writer, _v: number, x: DescribeAclsRequestInput): void {
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

export interface DescribeAclsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  resources: DescribeAclsResponseDescribeAclsResource[]
}

export interface DescribeAclsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  resources: readonly DescribeAclsResponseDescribeAclsResourceInput[]
}

export interface DescribeAclsResponseDescribeAclsResource extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 3 */
  patternType: number
  /** v0+ */
  acls: DescribeAclsResponseAclDescription[]
}

export interface DescribeAclsResponseDescribeAclsResourceInput extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 3 */
  patternType?: number | undefined
  /** v0+ */
  acls: readonly DescribeAclsResponseAclDescriptionInput[]
}

export interface DescribeAclsResponseAclDescription extends Tagged {
  /** string · v0+ */
  principal: string
  /** string · v0+ */
  host: string
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

export interface DescribeAclsResponseAclDescriptionInput extends Tagged {
  /** string · v0+ */
  principal: string
  /** string · v0+ */
  host: string
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

function readDescribeAclsResponseAclDescription(r: Reader, _v: number): DescribeAclsResponseAclDescription {
  const principal = r.string()
  const host = r.string()
  const operation = r.int8()
  const permissionType = r.int8()
  const x: DescribeAclsResponseAclDescription = { principal, host, operation, permissionType }
  r.tags(x)
  return x
}

function readDescribeAclsResponseAclDescriptionList(
  r: Reader,
  v: number,
  n: number,
): DescribeAclsResponseAclDescription[] {
  const list = listOf<DescribeAclsResponseAclDescription>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeAclsResponseAclDescription(r, v)
  return list
}

function writeDescribeAclsResponseAclDescription(
  w: Writer,
  _v: number,
  x: DescribeAclsResponseAclDescriptionInput,
): void {
  const { principal, host, operation, permissionType, [unknownTags]: unknown } = x
  w.string(principal)
  w.string(host)
  w.int8(operation)
  w.int8(permissionType)
  w.tags(unknown)
}

function readDescribeAclsResponseDescribeAclsResource(r: Reader, v: number): DescribeAclsResponseDescribeAclsResource {
  const resourceType = r.int8()
  const resourceName = r.string()
  const patternType = r.int8()
  const acls = readDescribeAclsResponseAclDescriptionList(r, v, r.count(5, 8))
  const x: DescribeAclsResponseDescribeAclsResource = { resourceType, resourceName, patternType, acls }
  r.tags(x)
  return x
}

function readDescribeAclsResponseDescribeAclsResourceList(
  r: Reader,
  v: number,
  n: number,
): DescribeAclsResponseDescribeAclsResource[] {
  const list = listOf<DescribeAclsResponseDescribeAclsResource>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeAclsResponseDescribeAclsResource(r, v)
  return list
}

function writeDescribeAclsResponseDescribeAclsResource(
  w: Writer,
  v: number,
  x: DescribeAclsResponseDescribeAclsResourceInput,
): void {
  const { resourceType, resourceName, patternType = 3, acls, [unknownTags]: unknown } = x
  w.int8(resourceType)
  w.string(resourceName)
  w.int8(patternType)
  w.count(acls)
  for (const element of acls) writeDescribeAclsResponseAclDescription(w, v, element)
  w.tags(unknown)
}

function readDescribeAclsResponse(r: Reader, v: number): DescribeAclsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const resources = readDescribeAclsResponseDescribeAclsResourceList(r, v, r.count(5, 12))
  const x: DescribeAclsResponse = { throttleTimeMs, errorCode, errorMessage, resources }
  r.tags(x)
  return x
}

function writeDescribeAclsResponse(w: Writer, v: number, x: DescribeAclsResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, resources, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(resources)
  for (const element of resources) writeDescribeAclsResponseDescribeAclsResource(w, v, element)
  w.tags(unknown)
}

/** API key 29, versions 1 to 3. */
export const DescribeAcls: Api<DescribeAclsRequest, DescribeAclsRequestInput, DescribeAclsResponse, DescribeAclsResponseInput> = {
  key: 29,
  name: 'DescribeAcls',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'DescribeAclsRequest',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
resourceTypeFilter int8 0+ required
resourceNameFilter string 0+ ?0+ required
patternTypeFilter int8 1+ =3
principalFilter string 0+ ?0+ required
hostFilter string 0+ ?0+ required
operation int8 0+ required
permissionType int8 0+ required
`,
  read: readDescribeAclsRequest,
  write: writeDescribeAclsRequest,
}),
  response: codec({
  name: 'DescribeAclsResponse',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
resources []struct 0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
  patternType int8 1+ =3
  acls []struct 0+ required
    principal string 0+ required
    host string 0+ required
    operation int8 0+ required
    permissionType int8 0+ required
`,
  read: readDescribeAclsResponse,
  write: writeDescribeAclsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
