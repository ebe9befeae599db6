// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AlterClientQuotasRequest extends Tagged {
  /** v0+ */
  entries: AlterClientQuotasRequestEntryData[]
  /** bool · v0+ */
  validateOnly: boolean
}

export interface AlterClientQuotasRequestInput extends Tagged {
  /** v0+ */
  entries: readonly AlterClientQuotasRequestEntryDataInput[]
  /** bool · v0+ */
  validateOnly: boolean
}

export interface AlterClientQuotasRequestEntryData extends Tagged {
  /** v0+ */
  entity: AlterClientQuotasRequestEntityData[]
  /** v0+ */
  ops: AlterClientQuotasRequestOpData[]
}

export interface AlterClientQuotasRequestEntryDataInput extends Tagged {
  /** v0+ */
  entity: readonly AlterClientQuotasRequestEntityDataInput[]
  /** v0+ */
  ops: readonly AlterClientQuotasRequestOpDataInput[]
}

export interface AlterClientQuotasRequestOpData extends Tagged {
  /** string · v0+ */
  key: string
  /** float64 · v0+ */
  value: number
  /** bool · v0+ */
  remove: boolean
}

export interface AlterClientQuotasRequestOpDataInput extends Tagged {
  /** string · v0+ */
  key: string
  /** float64 · v0+ */
  value: number
  /** bool · v0+ */
  remove: boolean
}

export interface AlterClientQuotasRequestEntityData extends Tagged {
  /** string · v0+ */
  entityType: string
  /** string · v0+ · null v0+ */
  entityName: string | null
}

export interface AlterClientQuotasRequestEntityDataInput extends Tagged {
  /** string · v0+ */
  entityType: string
  /** string · v0+ · null v0+ */
  entityName: string | null
}

function readAlterClientQuotasRequestEntityData(r: Reader, _v: number): AlterClientQuotasRequestEntityData {
  const entityType = r.string()
  const entityName = r.nullableString()
  const x: AlterClientQuotasRequestEntityData = { entityType, entityName }
  r.tags(x)
  return x
}

function readAlterClientQuotasRequestEntityDataList(
  r: Reader,
  v: number,
  n: number,
): AlterClientQuotasRequestEntityData[] {
  const list = listOf<AlterClientQuotasRequestEntityData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterClientQuotasRequestEntityData(r, v)
  return list
}

function writeAlterClientQuotasRequestEntityData(
  w: Writer,
  _v: number,
  x: AlterClientQuotasRequestEntityDataInput,
): void {
  const { entityType, entityName, [unknownTags]: unknown } = x
  w.string(entityType)
  w.nullableString(entityName)
  w.tags(unknown)
}

function readAlterClientQuotasRequestOpData(r: Reader, _v: number): AlterClientQuotasRequestOpData {
  const key = r.string()
  const value = r.float64()
  const remove = r.bool()
  const x: AlterClientQuotasRequestOpData = { key, value, remove }
  r.tags(x)
  return x
}

function readAlterClientQuotasRequestOpDataList(r: Reader, v: number, n: number): AlterClientQuotasRequestOpData[] {
  const list = listOf<AlterClientQuotasRequestOpData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterClientQuotasRequestOpData(r, v)
  return list
}

function writeAlterClientQuotasRequestOpData(w: Writer, _v: number, x: AlterClientQuotasRequestOpDataInput): void {
  const { key, value, remove, [unknownTags]: unknown } = x
  w.string(key)
  w.float64(value)
  w.bool(remove)
  w.tags(unknown)
}

function readAlterClientQuotasRequestEntryData(r: Reader, v: number): AlterClientQuotasRequestEntryData {
  const entity = readAlterClientQuotasRequestEntityDataList(r, v, r.count(3, 6))
  const ops = readAlterClientQuotasRequestOpDataList(r, v, r.count(11, 9))
  const x: AlterClientQuotasRequestEntryData = { entity, ops }
  r.tags(x)
  return x
}

function readAlterClientQuotasRequestEntryDataList(
  r: Reader,
  v: number,
  n: number,
): AlterClientQuotasRequestEntryData[] {
  const list = listOf<AlterClientQuotasRequestEntryData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterClientQuotasRequestEntryData(r, v)
  return list
}

function writeAlterClientQuotasRequestEntryData(w: Writer, v: number, x: AlterClientQuotasRequestEntryDataInput): void {
  const { entity, ops, [unknownTags]: unknown } = x
  w.count(entity)
  for (const element of entity) writeAlterClientQuotasRequestEntityData(w, v, element)
  w.count(ops)
  for (const element of ops) writeAlterClientQuotasRequestOpData(w, v, element)
  w.tags(unknown)
}

function readAlterClientQuotasRequest(r: Reader, v: number): AlterClientQuotasRequest {
  const entries = readAlterClientQuotasRequestEntryDataList(r, v, r.count(3, 14))
  const validateOnly = r.bool()
  const x: AlterClientQuotasRequest = { entries, validateOnly }
  r.tags(x)
  return x
}

function writeAlterClientQuotasRequest(w: Writer, v: number, x: AlterClientQuotasRequestInput): void {
  const { entries, validateOnly, [unknownTags]: unknown } = x
  w.count(entries)
  for (const element of entries) writeAlterClientQuotasRequestEntryData(w, v, element)
  w.bool(validateOnly)
  w.tags(unknown)
}

export interface AlterClientQuotasResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  entries: AlterClientQuotasResponseEntryData[]
}

export interface AlterClientQuotasResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  entries: readonly AlterClientQuotasResponseEntryDataInput[]
}

export interface AlterClientQuotasResponseEntryData extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  entity: AlterClientQuotasResponseEntityData[]
}

export interface AlterClientQuotasResponseEntryDataInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  entity: readonly AlterClientQuotasResponseEntityDataInput[]
}

export interface AlterClientQuotasResponseEntityData extends Tagged {
  /** string · v0+ */
  entityType: string
  /** string · v0+ · null v0+ */
  entityName: string | null
}

export interface AlterClientQuotasResponseEntityDataInput extends Tagged {
  /** string · v0+ */
  entityType: string
  /** string · v0+ · null v0+ */
  entityName: string | null
}

function readAlterClientQuotasResponseEntityData(r: Reader, _v: number): AlterClientQuotasResponseEntityData {
  const entityType = r.string()
  const entityName = r.nullableString()
  const x: AlterClientQuotasResponseEntityData = { entityType, entityName }
  r.tags(x)
  return x
}

function readAlterClientQuotasResponseEntityDataList(
  r: Reader,
  v: number,
  n: number,
): AlterClientQuotasResponseEntityData[] {
  const list = listOf<AlterClientQuotasResponseEntityData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterClientQuotasResponseEntityData(r, v)
  return list
}

function writeAlterClientQuotasResponseEntityData(
  w: Writer,
  _v: number,
  x: AlterClientQuotasResponseEntityDataInput,
): void {
  const { entityType, entityName, [unknownTags]: unknown } = x
  w.string(entityType)
  w.nullableString(entityName)
  w.tags(unknown)
}

function readAlterClientQuotasResponseEntryData(r: Reader, v: number): AlterClientQuotasResponseEntryData {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const entity = readAlterClientQuotasResponseEntityDataList(r, v, r.count(3, 6))
  const x: AlterClientQuotasResponseEntryData = { errorCode, errorMessage, entity }
  r.tags(x)
  return x
}

function readAlterClientQuotasResponseEntryDataList(
  r: Reader,
  v: number,
  n: number,
): AlterClientQuotasResponseEntryData[] {
  const list = listOf<AlterClientQuotasResponseEntryData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterClientQuotasResponseEntryData(r, v)
  return list
}

function writeAlterClientQuotasResponseEntryData(
  w: Writer,
  v: number,
  x: AlterClientQuotasResponseEntryDataInput,
): void {
  const { errorCode, errorMessage, entity, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(entity)
  for (const element of entity) writeAlterClientQuotasResponseEntityData(w, v, element)
  w.tags(unknown)
}

function readAlterClientQuotasResponse(r: Reader, v: number): AlterClientQuotasResponse {
  const throttleTimeMs = r.int32()
  const entries = readAlterClientQuotasResponseEntryDataList(r, v, r.count(5, 11))
  const x: AlterClientQuotasResponse = { throttleTimeMs, entries }
  r.tags(x)
  return x
}

function writeAlterClientQuotasResponse(w: Writer, v: number, x: AlterClientQuotasResponseInput): void {
  const { throttleTimeMs, entries, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(entries)
  for (const element of entries) writeAlterClientQuotasResponseEntryData(w, v, element)
  w.tags(unknown)
}

/** API key 49, versions 0 to 1. */
export const AlterClientQuotas: Api<AlterClientQuotasRequest, AlterClientQuotasRequestInput, AlterClientQuotasResponse, AlterClientQuotasResponseInput> = {
  key: 49,
  name: 'AlterClientQuotas',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  request: codec({
  name: 'AlterClientQuotasRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
entries []struct 0+ required
  entity []struct 0+ required
    entityType string 0+ required
    entityName string 0+ ?0+ required
  ops []struct 0+ required
    key string 0+ required
    value float64 0+ required
    remove bool 0+ required
validateOnly bool 0+ required
`,
  read: readAlterClientQuotasRequest,
  write: writeAlterClientQuotasRequest,
}),
  response: codec({
  name: 'AlterClientQuotasResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
entries []struct 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
  entity []struct 0+ required
    entityType string 0+ required
    entityName string 0+ ?0+ required
`,
  read: readAlterClientQuotasResponse,
  write: writeAlterClientQuotasResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
