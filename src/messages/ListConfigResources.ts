// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ListConfigResourcesRequest extends Tagged {
  /** []int8 · v1+ */
  resourceTypes: number[]
}

export interface ListConfigResourcesRequestInput extends Tagged {
  /** []int8 · v1+ */
  resourceTypes?: readonly number[] | undefined
}

function readListConfigResourcesRequest(r: Reader, v: number): ListConfigResourcesRequest {
  const resourceTypes = v >= 1 ? r.int8s() : []
  const x: ListConfigResourcesRequest = { resourceTypes }
  r.tags(x)
  return x
}

function writeListConfigResourcesRequest(w: Writer, v: number, x: ListConfigResourcesRequestInput): void {
  w.struct(x)
  const { resourceTypes = [], [unknownTags]: unknown } = x
  if (v >= 1) w.int8s(resourceTypes)
  else if (resourceTypes.length !== 0) w.unsupported()
  w.tags(unknown)
}

export interface ListConfigResourcesResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  configResources: ListConfigResourcesResponseConfigResource[]
}

export interface ListConfigResourcesResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  configResources: readonly ListConfigResourcesResponseConfigResourceInput[]
}

export interface ListConfigResourcesResponseConfigResource extends Tagged {
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 16 · ignorable */
  resourceType: number
}

export interface ListConfigResourcesResponseConfigResourceInput extends Tagged {
  /** string · v0+ */
  resourceName: string
  /** int8 · v1+ · default 16 · ignorable */
  resourceType?: number | undefined
}

function readListConfigResourcesResponseConfigResource(
  r: Reader,
  v: number,
): ListConfigResourcesResponseConfigResource {
  const resourceName = r.string()
  const resourceType = v >= 1 ? r.int8() : 16
  const x: ListConfigResourcesResponseConfigResource = { resourceName, resourceType }
  r.tags(x)
  return x
}

function readListConfigResourcesResponseConfigResourceList(
  r: Reader,
  v: number,
  n: number,
): ListConfigResourcesResponseConfigResource[] {
  const list = listOf<ListConfigResourcesResponseConfigResource>(n)
  for (let i = 0; i < n; i++) list[i] = readListConfigResourcesResponseConfigResource(r, v)
  return list
}

function writeListConfigResourcesResponseConfigResource(
  w: Writer,
  v: number,
  x: ListConfigResourcesResponseConfigResourceInput,
): void {
  const { resourceName, resourceType = 16, [unknownTags]: unknown } = x
  w.string(resourceName)
  if (v >= 1) w.int8(resourceType)
  w.tags(unknown)
}

function readListConfigResourcesResponse(r: Reader, v: number): ListConfigResourcesResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const configResources = readListConfigResourcesResponseConfigResourceList(r, v, r.count(2, 6))
  const x: ListConfigResourcesResponse = { throttleTimeMs, errorCode, configResources }
  r.tags(x)
  return x
}

function writeListConfigResourcesResponse(w: Writer, v: number, x: ListConfigResourcesResponseInput): void {
  const { throttleTimeMs, errorCode, configResources, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.count(configResources)
  for (const element of configResources) writeListConfigResourcesResponseConfigResource(w, v, element)
  w.tags(unknown)
}

/** API key 74, versions 0 to 1. */
export const ListConfigResources: Api<ListConfigResourcesRequest, ListConfigResourcesRequestInput, ListConfigResourcesResponse, ListConfigResourcesResponseInput> = {
  key: 74,
  name: 'ListConfigResources',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: codec({
  name: 'ListConfigResourcesRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
resourceTypes []int8 1+
`,
  read: readListConfigResourcesRequest,
  write: writeListConfigResourcesRequest,
}),
  response: codec({
  name: 'ListConfigResourcesResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
configResources []struct 0+ required
  resourceName string 0+ required
  resourceType int8 1+ =16 ignorable
`,
  read: readListConfigResourcesResponse,
  write: writeListConfigResourcesResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
