// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface IncrementalAlterConfigsRequest extends Tagged {
  /** v0+ */
  resources: IncrementalAlterConfigsRequestAlterConfigsResource[]
  /** bool · v0+ */
  validateOnly: boolean
}

export interface IncrementalAlterConfigsRequestInput extends Tagged {
  /** v0+ */
  resources: readonly IncrementalAlterConfigsRequestAlterConfigsResourceInput[]
  /** bool · v0+ */
  validateOnly: boolean
}

export interface IncrementalAlterConfigsRequestAlterConfigsResource extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** v0+ */
  configs: IncrementalAlterConfigsRequestAlterableConfig[]
}

export interface IncrementalAlterConfigsRequestAlterConfigsResourceInput extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** v0+ */
  configs: readonly IncrementalAlterConfigsRequestAlterableConfigInput[]
}

export interface IncrementalAlterConfigsRequestAlterableConfig extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  configOperation: number
  /** string · v0+ · null v0+ */
  value: string | null
}

export interface IncrementalAlterConfigsRequestAlterableConfigInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  configOperation: number
  /** string · v0+ · null v0+ */
  value: string | null
}

function readIncrementalAlterConfigsRequestAlterableConfig(
  r: Reader,
  _v: number,
): IncrementalAlterConfigsRequestAlterableConfig {
  const name = r.string()
  const configOperation = r.int8()
  const value = r.nullableString()
  const x: IncrementalAlterConfigsRequestAlterableConfig = { name, configOperation, value }
  r.tags(x)
  return x
}

function readIncrementalAlterConfigsRequestAlterableConfigList(
  r: Reader,
  v: number,
  n: number,
): IncrementalAlterConfigsRequestAlterableConfig[] {
  const list = listOf<IncrementalAlterConfigsRequestAlterableConfig>(n)
  for (let i = 0; i < n; i++) list[i] = readIncrementalAlterConfigsRequestAlterableConfig(r, v)
  return list
}

function writeIncrementalAlterConfigsRequestAlterableConfig(
  w: Writer,
  _v: number,
  x: IncrementalAlterConfigsRequestAlterableConfigInput,
): void {
  const { name, configOperation, value, [unknownTags]: unknown } = x
  w.string(name)
  w.int8(configOperation)
  w.nullableString(value)
  w.tags(unknown)
}

function readIncrementalAlterConfigsRequestAlterConfigsResource(
  r: Reader,
  v: number,
): IncrementalAlterConfigsRequestAlterConfigsResource {
  const resourceType = r.int8()
  const resourceName = r.string()
  const configs = readIncrementalAlterConfigsRequestAlterableConfigList(r, v, r.count(4, 7))
  const x: IncrementalAlterConfigsRequestAlterConfigsResource = { resourceType, resourceName, configs }
  r.tags(x)
  return x
}

function readIncrementalAlterConfigsRequestAlterConfigsResourceList(
  r: Reader,
  v: number,
  n: number,
): IncrementalAlterConfigsRequestAlterConfigsResource[] {
  const list = listOf<IncrementalAlterConfigsRequestAlterConfigsResource>(n)
  for (let i = 0; i < n; i++) list[i] = readIncrementalAlterConfigsRequestAlterConfigsResource(r, v)
  return list
}

function writeIncrementalAlterConfigsRequestAlterConfigsResource(
  w: Writer,
  v: number,
  x: IncrementalAlterConfigsRequestAlterConfigsResourceInput,
): void {
  const { resourceType, resourceName, configs, [unknownTags]: unknown } = x
  w.int8(resourceType)
  w.string(resourceName)
  w.count(configs)
  for (const element of configs) writeIncrementalAlterConfigsRequestAlterableConfig(w, v, element)
  w.tags(unknown)
}

function readIncrementalAlterConfigsRequest(r: Reader, v: number): IncrementalAlterConfigsRequest {
  const resources = readIncrementalAlterConfigsRequestAlterConfigsResourceList(r, v, r.count(4, 11))
  const validateOnly = r.bool()
  const x: IncrementalAlterConfigsRequest = { resources, validateOnly }
  r.tags(x)
  return x
}

function writeIncrementalAlterConfigsRequest(w: Writer, v: number, x: IncrementalAlterConfigsRequestInput): void {
  const { resources, validateOnly, [unknownTags]: unknown } = x
  w.count(resources)
  for (const element of resources) writeIncrementalAlterConfigsRequestAlterConfigsResource(w, v, element)
  w.bool(validateOnly)
  w.tags(unknown)
}

export interface IncrementalAlterConfigsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[]
}

export interface IncrementalAlterConfigsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  responses: readonly IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput[]
}

export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
}

export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
}

function readIncrementalAlterConfigsResponseAlterConfigsResourceResponse(
  r: Reader,
  _v: number,
): IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const resourceType = r.int8()
  const resourceName = r.string()
  const x: IncrementalAlterConfigsResponseAlterConfigsResourceResponse = {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
  }
  r.tags(x)
  return x
}

function readIncrementalAlterConfigsResponseAlterConfigsResourceResponseList(
  r: Reader,
  v: number,
  n: number,
): IncrementalAlterConfigsResponseAlterConfigsResourceResponse[] {
  const list = listOf<IncrementalAlterConfigsResponseAlterConfigsResourceResponse>(n)
  for (let i = 0; i < n; i++) list[i] = readIncrementalAlterConfigsResponseAlterConfigsResourceResponse(r, v)
  return list
}

function writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(
  w: Writer,
  _v: number,
  x: IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput,
): void {
  const { errorCode, errorMessage, resourceType, resourceName, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int8(resourceType)
  w.string(resourceName)
  w.tags(unknown)
}

function readIncrementalAlterConfigsResponse(r: Reader, v: number): IncrementalAlterConfigsResponse {
  const throttleTimeMs = r.int32()
  const responses = readIncrementalAlterConfigsResponseAlterConfigsResourceResponseList(r, v, r.count(6, 8))
  const x: IncrementalAlterConfigsResponse = { throttleTimeMs, responses }
  r.tags(x)
  return x
}

function writeIncrementalAlterConfigsResponse(w: Writer, v: number, x: IncrementalAlterConfigsResponseInput): void {
  const { throttleTimeMs, responses, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(responses)
  for (const element of responses) writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(w, v, element)
  w.tags(unknown)
}

/** API key 44, versions 0 to 1. */
export const IncrementalAlterConfigs: Api<IncrementalAlterConfigsRequest, IncrementalAlterConfigsRequestInput, IncrementalAlterConfigsResponse, IncrementalAlterConfigsResponseInput> = {
  key: 44,
  name: 'IncrementalAlterConfigs',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  request: codec({
  name: 'IncrementalAlterConfigsRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
resources []struct 0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
  configs []struct 0+ required
    name string 0+ required
    configOperation int8 0+ required
    value string 0+ ?0+ required
validateOnly bool 0+ required
`,
  read: readIncrementalAlterConfigsRequest,
  write: writeIncrementalAlterConfigsRequest,
}),
  response: codec({
  name: 'IncrementalAlterConfigsResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
responses []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
`,
  read: readIncrementalAlterConfigsResponse,
  write: writeIncrementalAlterConfigsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
