// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface CreateAclsRequest extends Tagged {
  /** v0+ */
  creations: CreateAclsRequestAclCreation[]
}

export interface CreateAclsRequestInput extends Tagged {
  /** v0+ */
  creations: readonly CreateAclsRequestAclCreationInput[]
}

export interface CreateAclsRequestAclCreation extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 3 */
  resourcePatternType: number
  /** string · v0+ */
  principal: string
  /** string · v0+ */
  host: string
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

export interface CreateAclsRequestAclCreationInput extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 3 */
  resourcePatternType?: number | undefined
  /** string · v0+ */
  principal: string
  /** string · v0+ */
  host: string
  /** int8 · v0+ */
  operation: number
  /** int8 · v0+ */
  permissionType: number
}

function readCreateAclsRequestAclCreation(r: Reader, _v: number): CreateAclsRequestAclCreation {
  const resourceType = r.int8()
  const resourceName = r.string()
  const resourcePatternType = r.int8()
  const principal = r.string()
  const host = r.string()
  const operation = r.int8()
  const permissionType = r.int8()
  const x: CreateAclsRequestAclCreation = {
    resourceType,
    resourceName,
    resourcePatternType,
    principal,
    host,
    operation,
    permissionType,
  }
  r.tags(x)
  return x
}

function readCreateAclsRequestAclCreationList(r: Reader, v: number, n: number): CreateAclsRequestAclCreation[] {
  const list = listOf<CreateAclsRequestAclCreation>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateAclsRequestAclCreation(r, v)
  return list
}

function writeCreateAclsRequestAclCreation(w: Writer, _v: number, x: CreateAclsRequestAclCreationInput): void {
  const {
    resourceType,
    resourceName,
    resourcePatternType = 3,
    principal,
    host,
    operation,
    permissionType,
    [unknownTags]: unknown,
  } = x
  w.int8(resourceType)
  w.string(resourceName)
  w.int8(resourcePatternType)
  w.string(principal)
  w.string(host)
  w.int8(operation)
  w.int8(permissionType)
  w.tags(unknown)
}

function readCreateAclsRequest(r: Reader, v: number): CreateAclsRequest {
  const creations = readCreateAclsRequestAclCreationList(r, v, r.count(8, 11))
  const x: CreateAclsRequest = { creations }
  r.tags(x)
  return x
}

function writeCreateAclsRequest(w: Writer, v: number, x: CreateAclsRequestInput): void {
  const { creations, [unknownTags]: unknown } = x
  w.count(creations)
  for (const element of creations) writeCreateAclsRequestAclCreation(w, v, element)
  w.tags(unknown)
}

export interface CreateAclsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: CreateAclsResponseAclCreationResult[]
}

export interface CreateAclsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: readonly CreateAclsResponseAclCreationResultInput[]
}

export interface CreateAclsResponseAclCreationResult extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface CreateAclsResponseAclCreationResultInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readCreateAclsResponseAclCreationResult(r: Reader, _v: number): CreateAclsResponseAclCreationResult {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: CreateAclsResponseAclCreationResult = { errorCode, errorMessage }
  r.tags(x)
  return x
}

function readCreateAclsResponseAclCreationResultList(
  r: Reader,
  v: number,
  n: number,
): CreateAclsResponseAclCreationResult[] {
  const list = listOf<CreateAclsResponseAclCreationResult>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateAclsResponseAclCreationResult(r, v)
  return list
}

function writeCreateAclsResponseAclCreationResult(
  w: Writer,
  _v: number,
  x: CreateAclsResponseAclCreationResultInput,
): void {
  const { errorCode, errorMessage, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readCreateAclsResponse(r: Reader, v: number): CreateAclsResponse {
  const throttleTimeMs = r.int32()
  const results = readCreateAclsResponseAclCreationResultList(r, v, r.count(4, 6))
  const x: CreateAclsResponse = { throttleTimeMs, results }
  r.tags(x)
  return x
}

function writeCreateAclsResponse(w: Writer, v: number, x: CreateAclsResponseInput): void {
  const { throttleTimeMs, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(results)
  for (const element of results) writeCreateAclsResponseAclCreationResult(w, v, element)
  w.tags(unknown)
}

/** API key 30, versions 1 to 3. */
export const CreateAcls: Api<CreateAclsRequest, CreateAclsRequestInput, CreateAclsResponse, CreateAclsResponseInput> = {
  key: 30,
  name: 'CreateAcls',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'CreateAclsRequest',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
creations []struct 0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
  resourcePatternType int8 1+ =3
  principal string 0+ required
  host string 0+ required
  operation int8 0+ required
  permissionType int8 0+ required
`,
  read: readCreateAclsRequest,
  write: writeCreateAclsRequest,
}),
  response: codec({
  name: 'CreateAclsResponse',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
results []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
`,
  read: readCreateAclsResponse,
  write: writeCreateAclsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
