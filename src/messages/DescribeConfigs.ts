// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeConfigsRequest extends Tagged {
  /** v0+ */
  resources: DescribeConfigsRequestDescribeConfigsResource[]
  /** bool · v1+ · default false */
  includeSynonyms: boolean
  /** bool · v3+ · default false */
  includeDocumentation: boolean
}

export interface DescribeConfigsRequestInput extends Tagged {
  /** v0+ */
  resources: readonly DescribeConfigsRequestDescribeConfigsResourceInput[]
  /** bool · v1+ · default false */
  includeSynonyms?: boolean | undefined
  /** bool · v3+ · default false */
  includeDocumentation?: boolean | undefined
}

export interface DescribeConfigsRequestDescribeConfigsResource extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** []string · v0+ · null v0+ */
  configurationKeys: string[] | null
}

export interface DescribeConfigsRequestDescribeConfigsResourceInput extends Tagged {
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** []string · v0+ · null v0+ */
  configurationKeys: readonly string[] | null
}

function readDescribeConfigsRequestDescribeConfigsResource(
  r: Reader,
  _v: number,
): DescribeConfigsRequestDescribeConfigsResource {
  const resourceType = r.int8()
  const resourceName = r.string()
  const configurationKeys = r.nullableStrings()
  const x: DescribeConfigsRequestDescribeConfigsResource = { resourceType, resourceName, configurationKeys }
  r.tags(x)
  return x
}

function readDescribeConfigsRequestDescribeConfigsResourceList(
  r: Reader,
  v: number,
  n: number,
): DescribeConfigsRequestDescribeConfigsResource[] {
  const list = listOf<DescribeConfigsRequestDescribeConfigsResource>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeConfigsRequestDescribeConfigsResource(r, v)
  return list
}

function writeDescribeConfigsRequestDescribeConfigsResource(
  w: Writer,
  _v: number,
  x: DescribeConfigsRequestDescribeConfigsResourceInput,
): void {
  const { resourceType, resourceName, configurationKeys, [unknownTags]: unknown } = x
  w.int8(resourceType)
  w.string(resourceName)
  if (configurationKeys === null) w.nullArray()
  else {
    w.strings(configurationKeys)
  }
  w.tags(unknown)
}

function readDescribeConfigsRequest(r: Reader, v: number): DescribeConfigsRequest {
  const resources = readDescribeConfigsRequestDescribeConfigsResourceList(r, v, r.count(4, 11))
  const includeSynonyms = r.bool()
  const includeDocumentation = v >= 3 ? r.bool() : false
  const x: DescribeConfigsRequest = { resources, includeSynonyms, includeDocumentation }
  r.tags(x)
  return x
}

function writeDescribeConfigsRequest(w: Writer, v: number, x: DescribeConfigsRequestInput): void {
  const { resources, includeSynonyms = false, includeDocumentation = false, [unknownTags]: unknown } = x
  w.count(resources)
  for (const element of resources) writeDescribeConfigsRequestDescribeConfigsResource(w, v, element)
  w.bool(includeSynonyms)
  if (v >= 3) w.bool(includeDocumentation)
  else if (includeDocumentation) w.unsupported()
  w.tags(unknown)
}

export interface DescribeConfigsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: DescribeConfigsResponseDescribeConfigsResult[]
}

export interface DescribeConfigsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: readonly DescribeConfigsResponseDescribeConfigsResultInput[]
}

export interface DescribeConfigsResponseDescribeConfigsResult extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** v0+ */
  configs: DescribeConfigsResponseDescribeConfigsResourceResult[]
}

export interface DescribeConfigsResponseDescribeConfigsResultInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** int8 · v0+ */
  resourceType: number
  /** string · v0+ */
  resourceName: string
  /** v0+ */
  configs: readonly DescribeConfigsResponseDescribeConfigsResourceResultInput[]
}

export interface DescribeConfigsResponseDescribeConfigsResourceResult extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ · null v0+ */
  value: string | null
  /** bool · v0+ */
  readOnly: boolean
  /** int8 · v1+ · default -1 · ignorable */
  configSource: number
  /** bool · v0+ */
  isSensitive: boolean
  /** v1+ · ignorable */
  synonyms: DescribeConfigsResponseDescribeConfigsSynonym[]
  /** int8 · v3+ · default 0 · ignorable */
  configType: number
  /** string · v3+ · null v0+ · ignorable */
  documentation: string | null
}

export interface DescribeConfigsResponseDescribeConfigsResourceResultInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ · null v0+ */
  value: string | null
  /** bool · v0+ */
  readOnly: boolean
  /** int8 · v1+ · default -1 · ignorable */
  configSource?: number | undefined
  /** bool · v0+ */
  isSensitive: boolean
  /** v1+ · ignorable */
  synonyms: readonly DescribeConfigsResponseDescribeConfigsSynonymInput[]
  /** int8 · v3+ · default 0 · ignorable */
  configType?: number | undefined
  /** string · v3+ · null v0+ · ignorable */
  documentation?: string | null | undefined
}

export interface DescribeConfigsResponseDescribeConfigsSynonym extends Tagged {
  /** string · v1+ */
  name: string
  /** string · v1+ · null v0+ */
  value: string | null
  /** int8 · v1+ */
  source: number
}

export interface DescribeConfigsResponseDescribeConfigsSynonymInput extends Tagged {
  /** string · v1+ */
  name: string
  /** string · v1+ · null v0+ */
  value: string | null
  /** int8 · v1+ */
  source: number
}

function readDescribeConfigsResponseDescribeConfigsSynonym(
  r: Reader,
  _v: number,
): DescribeConfigsResponseDescribeConfigsSynonym {
  const name = r.string()
  const value = r.nullableString()
  const source = r.int8()
  const x: DescribeConfigsResponseDescribeConfigsSynonym = { name, value, source }
  r.tags(x)
  return x
}

function readDescribeConfigsResponseDescribeConfigsSynonymList(
  r: Reader,
  v: number,
  n: number,
): DescribeConfigsResponseDescribeConfigsSynonym[] {
  const list = listOf<DescribeConfigsResponseDescribeConfigsSynonym>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeConfigsResponseDescribeConfigsSynonym(r, v)
  return list
}

function writeDescribeConfigsResponseDescribeConfigsSynonym(
  w: Writer,
  _v: number,
  x: DescribeConfigsResponseDescribeConfigsSynonymInput,
): void {
  const { name, value, source, [unknownTags]: unknown } = x
  w.string(name)
  w.nullableString(value)
  w.int8(source)
  w.tags(unknown)
}

function readDescribeConfigsResponseDescribeConfigsResourceResult(
  r: Reader,
  v: number,
): DescribeConfigsResponseDescribeConfigsResourceResult {
  const name = r.string()
  const value = r.nullableString()
  const readOnly = r.bool()
  const configSource = r.int8()
  const isSensitive = r.bool()
  const synonyms = readDescribeConfigsResponseDescribeConfigsSynonymList(r, v, r.count(4, 7))
  const configType = v >= 3 ? r.int8() : 0
  const documentation = v >= 3 ? r.nullableString() : ''
  const x: DescribeConfigsResponseDescribeConfigsResourceResult = {
    name,
    value,
    readOnly,
    configSource,
    isSensitive,
    synonyms,
    configType,
    documentation,
  }
  r.tags(x)
  return x
}

function readDescribeConfigsResponseDescribeConfigsResourceResultList(
  r: Reader,
  v: number,
  n: number,
): DescribeConfigsResponseDescribeConfigsResourceResult[] {
  const list = listOf<DescribeConfigsResponseDescribeConfigsResourceResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeConfigsResponseDescribeConfigsResourceResult(r, v)
  return list
}

function writeDescribeConfigsResponseDescribeConfigsResourceResult(
  w: Writer,
  v: number,
  x: DescribeConfigsResponseDescribeConfigsResourceResultInput,
): void {
  const {
    name,
    value,
    readOnly,
    configSource = -1,
    isSensitive,
    synonyms,
    configType = 0,
    documentation = '',
    [unknownTags]: unknown,
  } = x
  w.string(name)
  w.nullableString(value)
  w.bool(readOnly)
  w.int8(configSource)
  w.bool(isSensitive)
  w.count(synonyms)
  for (const element of synonyms) writeDescribeConfigsResponseDescribeConfigsSynonym(w, v, element)
  if (v >= 3) w.int8(configType)
  if (v >= 3) w.nullableString(documentation)
  w.tags(unknown)
}

function readDescribeConfigsResponseDescribeConfigsResult(
  r: Reader,
  v: number,
): DescribeConfigsResponseDescribeConfigsResult {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const resourceType = r.int8()
  const resourceName = r.string()
  const configs = readDescribeConfigsResponseDescribeConfigsResourceResultList(r, v, r.count(9, 16))
  const x: DescribeConfigsResponseDescribeConfigsResult = {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
    configs,
  }
  r.tags(x)
  return x
}

function readDescribeConfigsResponseDescribeConfigsResultList(
  r: Reader,
  v: number,
  n: number,
): DescribeConfigsResponseDescribeConfigsResult[] {
  const list = listOf<DescribeConfigsResponseDescribeConfigsResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeConfigsResponseDescribeConfigsResult(r, v)
  return list
}

function writeDescribeConfigsResponseDescribeConfigsResult(
  w: Writer,
  v: number,
  x: DescribeConfigsResponseDescribeConfigsResultInput,
): void {
  const { errorCode, errorMessage, resourceType, resourceName, configs, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.int8(resourceType)
  w.string(resourceName)
  w.count(configs)
  for (const element of configs) writeDescribeConfigsResponseDescribeConfigsResourceResult(w, v, element)
  w.tags(unknown)
}

function readDescribeConfigsResponse(r: Reader, v: number): DescribeConfigsResponse {
  const throttleTimeMs = r.int32()
  const results = readDescribeConfigsResponseDescribeConfigsResultList(r, v, r.count(7, 13))
  const x: DescribeConfigsResponse = { throttleTimeMs, results }
  r.tags(x)
  return x
}

function writeDescribeConfigsResponse(w: Writer, v: number, x: DescribeConfigsResponseInput): void {
  const { throttleTimeMs, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(results)
  for (const element of results) writeDescribeConfigsResponseDescribeConfigsResult(w, v, element)
  w.tags(unknown)
}

/** API key 32, versions 1 to 4. */
export const DescribeConfigs: Api<DescribeConfigsRequest, DescribeConfigsRequestInput, DescribeConfigsResponse, DescribeConfigsResponseInput> = {
  key: 32,
  name: 'DescribeConfigs',
  minVersion: 1,
  maxVersion: 4,
  flexibleSince: 4,
  request: codec({
  name: 'DescribeConfigsRequest',
  minVersion: 1,
  maxVersion: 4,
  flexibleSince: 4,
  last: true,
  fields: `
resources []struct 0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
  configurationKeys []string 0+ ?0+ required
includeSynonyms bool 1+ =false
includeDocumentation bool 3+ =false
`,
  read: readDescribeConfigsRequest,
  write: writeDescribeConfigsRequest,
}),
  response: codec({
  name: 'DescribeConfigsResponse',
  minVersion: 1,
  maxVersion: 4,
  flexibleSince: 4,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
results []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
  resourceType int8 0+ required
  resourceName string 0+ required
  configs []struct 0+ required
    name string 0+ required
    value string 0+ ?0+ required
    readOnly bool 0+ required
    configSource int8 1+ =-1 ignorable
    isSensitive bool 0+ required
    synonyms []struct 1+ required ignorable
      name string 1+ required
      value string 1+ ?0+ required
      source int8 1+ required
    configType int8 3+ =0 ignorable
    documentation string 3+ ?0+ ignorable
`,
  read: readDescribeConfigsResponse,
  write: writeDescribeConfigsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
