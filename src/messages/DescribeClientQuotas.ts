// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeClientQuotasRequest extends Tagged {
  /** v0+ */
  components: DescribeClientQuotasRequestComponentData[]
  /** bool · v0+ */
  strict: boolean
}

export interface DescribeClientQuotasRequestInput extends Tagged {
  /** v0+ */
  components: readonly DescribeClientQuotasRequestComponentDataInput[]
  /** bool · v0+ */
  strict: boolean
}

export interface DescribeClientQuotasRequestComponentData extends Tagged {
  /** string · v0+ */
  entityType: string
  /** int8 · v0+ */
  matchType: number
  /** string · v0+ · null v0+ */
  match: string | null
}

export interface DescribeClientQuotasRequestComponentDataInput extends Tagged {
  /** string · v0+ */
  entityType: string
  /** int8 · v0+ */
  matchType: number
  /** string · v0+ · null v0+ */
  match: string | null
}

function readDescribeClientQuotasRequestComponentData(r: Reader, _v: number): DescribeClientQuotasRequestComponentData {
  const entityType = r.string()
  const matchType = r.int8()
  const match = r.nullableString()
  const x: DescribeClientQuotasRequestComponentData = { entityType, matchType, match }
  r.tags(x)
  return x
}

function readDescribeClientQuotasRequestComponentDataList(
  r: Reader,
  v: number,
  n: number,
): DescribeClientQuotasRequestComponentData[] {
  const list = listOf<DescribeClientQuotasRequestComponentData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeClientQuotasRequestComponentData(r, v)
  return list
}

function writeDescribeClientQuotasRequestComponentData(
  w: Writer,
  _v: number,
  x: DescribeClientQuotasRequestComponentDataInput,
): void {
  const { entityType, matchType, match, [unknownTags]: unknown } = x
  w.string(entityType)
  w.int8(matchType)
  w.nullableString(match)
  w.tags(unknown)
}

function readDescribeClientQuotasRequest(r: Reader, v: number): DescribeClientQuotasRequest {
  const components = readDescribeClientQuotasRequestComponentDataList(r, v, r.count(4, 7))
  const strict = r.bool()
  const x: DescribeClientQuotasRequest = { components, strict }
  r.tags(x)
  return x
}

function writeDescribeClientQuotasRequest(w: Writer, v: number, x: DescribeClientQuotasRequestInput): void {
  const { components, strict, [unknownTags]: unknown } = x
  w.count(components)
  for (const element of components) writeDescribeClientQuotasRequestComponentData(w, v, element)
  w.bool(strict)
  w.tags(unknown)
}

export interface DescribeClientQuotasResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ · null v0+ */
  entries: DescribeClientQuotasResponseEntryData[] | null
}

export interface DescribeClientQuotasResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ · null v0+ */
  entries: readonly DescribeClientQuotasResponseEntryDataInput[] | null
}

export interface DescribeClientQuotasResponseEntryData extends Tagged {
  /** v0+ */
  entity: DescribeClientQuotasResponseEntityData[]
  /** v0+ */
  values: DescribeClientQuotasResponseValueData[]
}

export interface DescribeClientQuotasResponseEntryDataInput extends Tagged {
  /** v0+ */
  entity: readonly DescribeClientQuotasResponseEntityDataInput[]
  /** v0+ */
  values: readonly DescribeClientQuotasResponseValueDataInput[]
}

export interface DescribeClientQuotasResponseValueData extends Tagged {
  /** string · v0+ */
  key: string
  /** float64 · v0+ */
  value: number
}

export interface DescribeClientQuotasResponseValueDataInput extends Tagged {
  /** string · v0+ */
  key: string
  /** float64 · v0+ */
  value: number
}

export interface DescribeClientQuotasResponseEntityData extends Tagged {
  /** string · v0+ */
  entityType: string
  /** string · v0+ · null v0+ */
  entityName: string | null
}

export interface DescribeClientQuotasResponseEntityDataInput extends Tagged {
  /** string · v0+ */
  entityType: string
  /** string · v0+ · null v0+ */
  entityName: string | null
}

function readDescribeClientQuotasResponseEntityData(r: Reader, _v: number): DescribeClientQuotasResponseEntityData {
  const entityType = r.string()
  const entityName = r.nullableString()
  const x: DescribeClientQuotasResponseEntityData = { entityType, entityName }
  r.tags(x)
  return x
}

function readDescribeClientQuotasResponseEntityDataList(
  r: Reader,
  v: number,
  n: number,
): DescribeClientQuotasResponseEntityData[] {
  const list = listOf<DescribeClientQuotasResponseEntityData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeClientQuotasResponseEntityData(r, v)
  return list
}

function writeDescribeClientQuotasResponseEntityData(
  w: Writer,
  _v: number,
  x: DescribeClientQuotasResponseEntityDataInput,
): void {
  const { entityType, entityName, [unknownTags]: unknown } = x
  w.string(entityType)
  w.nullableString(entityName)
  w.tags(unknown)
}

function readDescribeClientQuotasResponseValueData(r: Reader, _v: number): DescribeClientQuotasResponseValueData {
  const key = r.string()
  const value = r.float64()
  const x: DescribeClientQuotasResponseValueData = { key, value }
  r.tags(x)
  return x
}

function readDescribeClientQuotasResponseValueDataList(
  r: Reader,
  v: number,
  n: number,
): DescribeClientQuotasResponseValueData[] {
  const list = listOf<DescribeClientQuotasResponseValueData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeClientQuotasResponseValueData(r, v)
  return list
}

function writeDescribeClientQuotasResponseValueData(
  w: Writer,
  _v: number,
  x: DescribeClientQuotasResponseValueDataInput,
): void {
  const { key, value, [unknownTags]: unknown } = x
  w.string(key)
  w.float64(value)
  w.tags(unknown)
}

function readDescribeClientQuotasResponseEntryData(r: Reader, v: number): DescribeClientQuotasResponseEntryData {
  const entity = readDescribeClientQuotasResponseEntityDataList(r, v, r.count(3, 6))
  const values = readDescribeClientQuotasResponseValueDataList(r, v, r.count(10, 8))
  const x: DescribeClientQuotasResponseEntryData = { entity, values }
  r.tags(x)
  return x
}

function readDescribeClientQuotasResponseEntryDataList(
  r: Reader,
  v: number,
  n: number,
): DescribeClientQuotasResponseEntryData[] {
  const list = listOf<DescribeClientQuotasResponseEntryData>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeClientQuotasResponseEntryData(r, v)
  return list
}

function readNullableDescribeClientQuotasResponseEntryDataList(
  r: Reader,
  v: number,
): DescribeClientQuotasResponseEntryData[] | null {
  const n = r.nullableCount(3, 14)
  return n < 0 ? null : readDescribeClientQuotasResponseEntryDataList(r, v, n)
}

function writeDescribeClientQuotasResponseEntryData(
  w: Writer,
  v: number,
  x: DescribeClientQuotasResponseEntryDataInput,
): void {
  const { entity, values, [unknownTags]: unknown } = x
  w.count(entity)
  for (const element of entity) writeDescribeClientQuotasResponseEntityData(w, v, element)
  w.count(values)
  for (const element of values) writeDescribeClientQuotasResponseValueData(w, v, element)
  w.tags(unknown)
}

function readDescribeClientQuotasResponse(r: Reader, v: number): DescribeClientQuotasResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const entries = readNullableDescribeClientQuotasResponseEntryDataList(r, v)
  const x: DescribeClientQuotasResponse = { throttleTimeMs, errorCode, errorMessage, entries }
  r.tags(x)
  return x
}

function writeDescribeClientQuotasResponse(w: Writer, v: number, x: DescribeClientQuotasResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, entries, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  if (entries === null) w.nullArray()
  else {
    w.count(entries)
    for (const element of entries) writeDescribeClientQuotasResponseEntryData(w, v, element)
  }
  w.tags(unknown)
}

/** API key 48, versions 0 to 1. */
export const DescribeClientQuotas: Api<DescribeClientQuotasRequest, DescribeClientQuotasRequestInput, DescribeClientQuotasResponse, DescribeClientQuotasResponseInput> = {
  key: 48,
  name: 'DescribeClientQuotas',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  request: codec({
  name: 'DescribeClientQuotasRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
components []struct 0+ required
  entityType string 0+ required
  matchType int8 0+ required
  match string 0+ ?0+ required
strict bool 0+ required
`,
  read: readDescribeClientQuotasRequest,
  write: writeDescribeClientQuotasRequest,
}),
  response: codec({
  name: 'DescribeClientQuotasResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
entries []struct 0+ ?0+ required
  entity []struct 0+ required
    entityType string 0+ required
    entityName string 0+ ?0+ required
  values []struct 0+ required
    key string 0+ required
    value float64 0+ required
`,
  read: readDescribeClientQuotasResponse,
  write: writeDescribeClientQuotasResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
