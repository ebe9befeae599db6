// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AlterConfigsRequest extends Tagged {
  /** v0+ */
  resources: AlterConfigsRequestAlterConfigsResource[]
  /** bool · v0+ */
  validateOnly: boolean
}

export interface AlterConfigsRequestInput extends Tagged {
  /** v0+ */
  resources: readonly AlterConfigsRequestAlterConfigsResourceInput[]
  /** bool · v0+ */
  validateOnly: boolean
}

export interface AlterConfigsRequestAlterConfigsResource extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** v0+ */
  configs: AlterConfigsRequestAlterableConfig[]
}

export interface AlterConfigsRequestAlterConfigsResourceInput extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** v0+ */
  configs: readonly AlterConfigsRequestAlterableConfigInput[]
}

export interface AlterConfigsRequestAlterableConfig extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ · null v0+ */
  value: string | null
}

export interface AlterConfigsRequestAlterableConfigInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ · null v0+ */
  value: string | null
}

function readAlterConfigsRequestAlterableConfig(r: Reader, _v: number): AlterConfigsRequestAlterableConfig {
  const name = r.string()
  const value = r.nullableString()
  const x: AlterConfigsRequestAlterableConfig = { name, value }
  r.tags(x)
  return x
}

function readAlterConfigsRequestAlterableConfigList(
  r: Reader,
  v: number,
  n: number,
): AlterConfigsRequestAlterableConfig[] {
  const list = listOf<AlterConfigsRequestAlterableConfig>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterConfigsRequestAlterableConfig(r, v)
  return list
}

function writeAlterConfigsRequestAlterableConfig(
  w: Writer,
  _v: number,
  x: AlterConfigsRequestAlterableConfigInput,
): void {
  const { name, value, [unknownTags]: unknown } = x
  w.string(name)
  w.nullableString(value)
  w.tags(unknown)
}

function readAlterConfigsRequestAlterConfigsResource(r: Reader, v: number): AlterConfigsRequestAlterConfigsResource {
  const resourceType = r.int8()
  const resourceName = r.string()
  const configs = readAlterConfigsRequestAlterableConfigList(r, v, r.count(3, 6))
  const x: AlterConfigsRequestAlterConfigsResource = { resourceType, resourceName, configs }
  r.tags(x)
  return x
}

function readAlterConfigsRequestAlterConfigsResourceList(
  r: Reader,
  v: number,
  n: number,
): AlterConfigsRequestAlterConfigsResource[] {
  const list = listOf<AlterConfigsRequestAlterConfigsResource>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterConfigsRequestAlterConfigsResource(r, v)
  return list
}

function writeAlterConfigsRequestAlterConfigsResource(
  w: Writer,
  v: number,
  x: AlterConfigsRequestAlterConfigsResourceInput,
): void {
  const { resourceType, resourceName, configs, [unknownTags]: unknown } = x
  w.int8(resourceType)
  w.string(resourceName)
  w.count(configs)
  for (const element of configs) writeAlterConfigsRequestAlterableConfig(w, v, element)
  w.tags(unknown)
}

function readAlterConfigsRequest(r: Reader, v: number): AlterConfigsRequest {
  const resources = readAlterConfigsRequestAlterConfigsResourceList(r, v, r.count(4, 11))
  const validateOnly = r.bool()
  const x: AlterConfigsRequest = { resources, validateOnly }
  r.tags(x)
  return x
}

function writeAlterConfigsRequest(w: Writer, v: number, x: AlterConfigsRequestInput): void {
  const { resources, validateOnly, [unknownTags]: unknown } = x
  w.count(resources)
  for (const element of resources) writeAlterConfigsRequestAlterConfigsResource(w, v, element)
  w.bool(validateOnly)
  w.tags(unknown)
}

export interface AlterConfigsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  responses: AlterConfigsResponseAlterConfigsResourceResponse[]
}

export interface AlterConfigsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  responses: readonly AlterConfigsResponseAlterConfigsResourceResponseInput[]
}

export interface AlterConfigsResponseAlterConfigsResourceResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
}

export interface AlterConfigsResponseAlterConfigsResourceResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
}

function readAlterConfigsResponseAlterConfigsResourceResponse(
  r: Reader,
  _v: number,
): AlterConfigsResponseAlterConfigsResourceResponse {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const resourceType = r.int8()
  const resourceName = r.string()
  const x: AlterConfigsResponseAlterConfigsResourceResponse = { errorCode, errorMessage, resourceType, resourceName }
  r.tags(x)
  return x
}

function readAlterConfigsResponseAlterConfigsResourceResponseList(
  r: Reader,
  v: number,
  n: number,
): AlterConfigsResponseAlterConfigsResourceResponse[] {
  const list = listOf<AlterConfigsResponseAlterConfigsResourceResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterConfigsResponseAlterConfigsResourceResponse(r, v)
  return list
}

function writeAlterConfigsResponseAlterConfigsResourceResponse(
  w: Writer,
  _v: number,
  x: AlterConfigsResponseAlterConfigsResourceResponseInput,
): void {
  const { errorCode, errorMessage, resourceType, resourceName, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int8(resourceType)
  w.string(resourceName)
  w.tags(unknown)
}

function readAlterConfigsResponse(r: Reader, v: number): AlterConfigsResponse {
  const throttleTimeMs = r.int32()
  const responses = readAlterConfigsResponseAlterConfigsResourceResponseList(r, v, r.count(6, 8))
  const x: AlterConfigsResponse = { throttleTimeMs, responses }
  r.tags(x)
  return x
}

function writeAlterConfigsResponse(w: Writer, v: number, x: AlterConfigsResponseInput): void {
  const { throttleTimeMs, responses, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(responses)
  for (const element of responses) writeAlterConfigsResponseAlterConfigsResourceResponse(w, v, element)
  w.tags(unknown)
}

/** API key 33, versions 0 to 2. */
export const AlterConfigs: Api<AlterConfigsRequest, AlterConfigsRequestInput, AlterConfigsResponse, AlterConfigsResponseInput> = {
  key: 33,
  name: 'AlterConfigs',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: codec({
  name: 'AlterConfigsRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
resources []struct 0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
  configs []struct 0+ required
    name string 0+ required
    value string 0+ ?0+ required
validateOnly bool 0+ required
`,
  read: readAlterConfigsRequest,
  write: writeAlterConfigsRequest,
}),
  response: codec({
  name: 'AlterConfigsResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
responses []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
`,
  read: readAlterConfigsResponse,
  write: writeAlterConfigsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
