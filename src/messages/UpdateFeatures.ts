// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface UpdateFeaturesRequest extends Tagged {
  /** int32 · v0+ · default 60000 */
  timeoutMs: number
  /** v0+ */
  featureUpdates: UpdateFeaturesRequestFeatureUpdateKey[]
  /** bool · v1+ · default false */
  validateOnly: boolean
}

export interface UpdateFeaturesRequestInput extends Tagged {
  /** int32 · v0+ · default 60000 */
  timeoutMs?: number | undefined
  /** v0+ */
  featureUpdates: readonly UpdateFeaturesRequestFeatureUpdateKeyInput[]
  /** bool · v1+ · default false */
  validateOnly?: boolean | undefined
}

export interface UpdateFeaturesRequestFeatureUpdateKey extends Tagged {
  /** string · v0+ */
  feature: string
  /** int16 · v0+ */
  maxVersionLevel: number
  /** bool · v0 */
  allowDowngrade: boolean
  /** int8 · v1+ · default 1 */
  upgradeType: number
}

export interface UpdateFeaturesRequestFeatureUpdateKeyInput extends Tagged {
  /** string · v0+ */
  feature: string
  /** int16 · v0+ */
  maxVersionLevel: number
  /** bool · v0 */
  allowDowngrade?: boolean | undefined
  /** int8 · v1+ · default 1 */
  upgradeType?: number | undefined
}

function readUpdateFeaturesRequestFeatureUpdateKey(r: Reader, v: number): UpdateFeaturesRequestFeatureUpdateKey {
  const feature = r.string()
  const maxVersionLevel = r.int16()
  const allowDowngrade = v <= 0 ? r.bool() : false
  const upgradeType = v >= 1 ? r.int8() : 1
  const x: UpdateFeaturesRequestFeatureUpdateKey = { feature, maxVersionLevel, allowDowngrade, upgradeType }
  r.tags(x)
  return x
}

function readUpdateFeaturesRequestFeatureUpdateKeyList(
  r: Reader,
  v: number,
  n: number,
): UpdateFeaturesRequestFeatureUpdateKey[] {
  const list = listOf<UpdateFeaturesRequestFeatureUpdateKey>(n)
  for (let i = 0; i < n; i++) list[i] = readUpdateFeaturesRequestFeatureUpdateKey(r, v)
  return list
}

function writeUpdateFeaturesRequestFeatureUpdateKey(
  w: Writer,
  v: number,
  x: UpdateFeaturesRequestFeatureUpdateKeyInput,
): void {
  const { feature, maxVersionLevel, allowDowngrade = false, upgradeType = 1, [unknownTags]: unknown } = x
  w.string(feature)
  w.int16(maxVersionLevel)
  if (v <= 0) w.bool(allowDowngrade)
  else if (allowDowngrade) w.unsupported()
  if (v >= 1) w.int8(upgradeType)
  else if (upgradeType !== 1) w.unsupported()
  w.tags(unknown)
}

function readUpdateFeaturesRequest(r: Reader, v: number): UpdateFeaturesRequest {
  const timeoutMs = r.int32()
  const featureUpdates = readUpdateFeaturesRequestFeatureUpdateKeyList(r, v, r.count(5, 8))
  const validateOnly = v >= 1 ? r.bool() : false
  const x: UpdateFeaturesRequest = { timeoutMs, featureUpdates, validateOnly }
  r.tags(x)
  return x
}

function writeUpdateFeaturesRequest(w: Writer, v: number, x: UpdateFeaturesRequestInput): void {
  const { timeoutMs = 60000, featureUpdates, validateOnly = false, [unknownTags]: unknown } = x
  w.int32(timeoutMs)
  w.count(featureUpdates)
  for (const element of featureUpdates) writeUpdateFeaturesRequestFeatureUpdateKey(w, v, element)
  if (v >= 1) w.bool(validateOnly)
  else if (validateOnly) w.unsupported()
  w.tags(unknown)
}

export interface UpdateFeaturesResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0-1 · ignorable */
  results: UpdateFeaturesResponseUpdatableFeatureResult[]
}

export interface UpdateFeaturesResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0-1 · ignorable */
  results?: readonly UpdateFeaturesResponseUpdatableFeatureResultInput[] | undefined
}

export interface UpdateFeaturesResponseUpdatableFeatureResult extends Tagged {
  /** string · v0+ */
  feature: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface UpdateFeaturesResponseUpdatableFeatureResultInput extends Tagged {
  /** string · v0+ */
  feature: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readUpdateFeaturesResponseUpdatableFeatureResult(
  r: Reader,
  _v: number,
): UpdateFeaturesResponseUpdatableFeatureResult {
  const feature = r.string()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: UpdateFeaturesResponseUpdatableFeatureResult = { feature, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readUpdateFeaturesResponseUpdatableFeatureResultList(
  r: Reader,
  v: number,
  n: number,
): UpdateFeaturesResponseUpdatableFeatureResult[] {
  const list = listOf<UpdateFeaturesResponseUpdatableFeatureResult>(n)
  for (let i = 0; i < n; i++) list[i] = readUpdateFeaturesResponseUpdatableFeatureResult(r, v)
  return list
}

function writeUpdateFeaturesResponseUpdatableFeatureResult(
  w: Writer,
  _v: number,
  x: UpdateFeaturesResponseUpdatableFeatureResultInput,
): void {
  const { feature, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.string(feature)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readUpdateFeaturesResponse(r: Reader, v: number): UpdateFeaturesResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const results = v <= 1 ? readUpdateFeaturesResponseUpdatableFeatureResultList(r, v, r.count(5, 7)) : []
  const x: UpdateFeaturesResponse = { throttleTimeMs, errorCode, errorMessage, results }
  r.tags(x)
  return x
}

function writeUpdateFeaturesResponse(w: Writer, v: number, x: UpdateFeaturesResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage, results = [], [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  if (v <= 1) {
    w.count(results)
    for (const element of results) writeUpdateFeaturesResponseUpdatableFeatureResult(w, v, element)
  }
  w.tags(unknown)
}

/** API key 57, versions 0 to 2. */
export const UpdateFeatures: Api<UpdateFeaturesRequest, UpdateFeaturesRequestInput, UpdateFeaturesResponse, UpdateFeaturesResponseInput> = {
  key: 57,
  name: 'UpdateFeatures',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  request: codec({
  name: 'UpdateFeaturesRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
timeoutMs int32 0+ =60000
featureUpdates []struct 0+ required
  feature string 0+ required
  maxVersionLevel int16 0+ required
  allowDowngrade bool 0
  upgradeType int8 1+ =1
validateOnly bool 1+ =false
`,
  read: readUpdateFeaturesRequest,
  write: writeUpdateFeaturesRequest,
}),
  response: codec({
  name: 'UpdateFeaturesResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
results []struct 0-1 ignorable
  feature string 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
`,
  read: readUpdateFeaturesResponse,
  write: writeUpdateFeaturesResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs ?? 60000),
  throttleTime: (response) => response.throttleTimeMs,
}
