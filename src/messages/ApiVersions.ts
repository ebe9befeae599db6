// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { sameInt64 } from '../protocol/defaults.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ApiVersionsRequest extends Tagged {
  /** string · v3+ · ignorable */
  clientSoftwareName: string
  /** string · v3+ · ignorable */
  clientSoftwareVersion: string
  /** string · v5+ · null v5+ · default null · ignorable */
  clusterId: string | null
  /** int32 · v5+ · default -1 · ignorable */
  nodeId: number
}

export interface ApiVersionsRequestInput extends Tagged {
  /** string · v3+ · ignorable */
  clientSoftwareName?: string | undefined
  /** string · v3+ · ignorable */
  clientSoftwareVersion?: string | undefined
  /** string · v5+ · null v5+ · default null · ignorable */
  clusterId?: string | null | undefined
  /** int32 · v5+ · default -1 · ignorable */
  nodeId?: number | undefined
}

function readApiVersionsRequest(r: Reader, v: number): ApiVersionsRequest {
  const clientSoftwareName = v >= 3 ? r.string() : ''
  const clientSoftwareVersion = v >= 3 ? r.string() : ''
  const clusterId = v >= 5 ? r.nullableString() : null
  const nodeId = v >= 5 ? r.int32() : -1
  const x: ApiVersionsRequest = { clientSoftwareName, clientSoftwareVersion, clusterId, nodeId }
  r.tags(x)
  return x
}

function writeApiVersionsRequest(w: Writer, v: number, x: ApiVersionsRequestInput): void {
  w.struct(x)
  const {
    clientSoftwareName = '',
    clientSoftwareVersion = '',
    clusterId = null,
    nodeId = -1,
    [unknownTags]: unknown,
  } = x
  if (v >= 3) w.string(clientSoftwareName)
  if (v >= 3) w.string(clientSoftwareVersion)
  if (v >= 5) w.nullableString(clusterId)
  if (v >= 5) w.int32(nodeId)
  w.tags(unknown)
}

export interface ApiVersionsResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  apiKeys: ApiVersionsResponseApiVersion[]
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** v3+ · tag 0 · ignorable */
  supportedFeatures: ApiVersionsResponseSupportedFeatureKey[]
  /** int64 · v3+ · default -1 · tag 1 · ignorable */
  finalizedFeaturesEpoch: bigint
  /** v3+ · tag 2 · ignorable */
  finalizedFeatures: ApiVersionsResponseFinalizedFeatureKey[]
  /** bool · v3+ · default false · tag 3 · ignorable */
  zkMigrationReady: boolean
}

export interface ApiVersionsResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  apiKeys: readonly ApiVersionsResponseApiVersionInput[]
  /** int32 · v1+ · ignorable */
  throttleTimeMs?: number | undefined
  /** v3+ · tag 0 · ignorable */
  supportedFeatures?: readonly ApiVersionsResponseSupportedFeatureKeyInput[] | undefined
  /** int64 · v3+ · default -1 · tag 1 · ignorable */
  finalizedFeaturesEpoch?: bigint | number | undefined
  /** v3+ · tag 2 · ignorable */
  finalizedFeatures?: readonly ApiVersionsResponseFinalizedFeatureKeyInput[] | undefined
  /** bool · v3+ · default false · tag 3 · ignorable */
  zkMigrationReady?: boolean | undefined
}

export interface ApiVersionsResponseFinalizedFeatureKey extends Tagged {
  /** string · v3+ */
  name: string
  /** int16 · v3+ */
  maxVersionLevel: number
  /** int16 · v3+ */
  minVersionLevel: number
}

export interface ApiVersionsResponseFinalizedFeatureKeyInput extends Tagged {
  /** string · v3+ */
  name: string
  /** int16 · v3+ */
  maxVersionLevel: number
  /** int16 · v3+ */
  minVersionLevel: number
}

export interface ApiVersionsResponseSupportedFeatureKey extends Tagged {
  /** string · v3+ */
  name: string
  /** int16 · v3+ */
  minVersion: number
  /** int16 · v3+ */
  maxVersion: number
}

export interface ApiVersionsResponseSupportedFeatureKeyInput extends Tagged {
  /** string · v3+ */
  name: string
  /** int16 · v3+ */
  minVersion: number
  /** int16 · v3+ */
  maxVersion: number
}

export interface ApiVersionsResponseApiVersion extends Tagged {
  /** int16 · v0+ */
  apiKey: number
  /** int16 · v0+ */
  minVersion: number
  /** int16 · v0+ */
  maxVersion: number
}

export interface ApiVersionsResponseApiVersionInput extends Tagged {
  /** int16 · v0+ */
  apiKey: number
  /** int16 · v0+ */
  minVersion: number
  /** int16 · v0+ */
  maxVersion: number
}

function readApiVersionsResponseApiVersion(r: Reader, _v: number): ApiVersionsResponseApiVersion {
  const apiKey = r.int16()
  const minVersion = r.int16()
  const maxVersion = r.int16()
  const x: ApiVersionsResponseApiVersion = { apiKey, minVersion, maxVersion }
  r.tags(x)
  return x
}

function readApiVersionsResponseApiVersionList(r: Reader, v: number, n: number): ApiVersionsResponseApiVersion[] {
  const list = listOf<ApiVersionsResponseApiVersion>(n)
  for (let i = 0; i < n; i++) list[i] = readApiVersionsResponseApiVersion(r, v)
  return list
}

function writeApiVersionsResponseApiVersion(w: Writer, _v: number, x: ApiVersionsResponseApiVersionInput): void {
  const { apiKey, minVersion, maxVersion, [unknownTags]: unknown } = x
  w.int16(apiKey)
  w.int16(minVersion)
  w.int16(maxVersion)
  w.tags(unknown)
}

function readApiVersionsResponseSupportedFeatureKey(r: Reader, _v: number): ApiVersionsResponseSupportedFeatureKey {
  const name = r.string()
  const minVersion = r.int16()
  const maxVersion = r.int16()
  const x: ApiVersionsResponseSupportedFeatureKey = { name, minVersion, maxVersion }
  r.tags(x)
  return x
}

function readApiVersionsResponseSupportedFeatureKeyList(
  r: Reader,
  v: number,
  n: number,
): ApiVersionsResponseSupportedFeatureKey[] {
  const list = listOf<ApiVersionsResponseSupportedFeatureKey>(n)
  for (let i = 0; i < n; i++) list[i] = readApiVersionsResponseSupportedFeatureKey(r, v)
  return list
}

function writeApiVersionsResponseSupportedFeatureKey(
  w: Writer,
  _v: number,
  x: ApiVersionsResponseSupportedFeatureKeyInput,
): void {
  const { name, minVersion, maxVersion, [unknownTags]: unknown } = x
  w.string(name)
  w.int16(minVersion)
  w.int16(maxVersion)
  w.tags(unknown)
}

function readApiVersionsResponseFinalizedFeatureKey(r: Reader, _v: number): ApiVersionsResponseFinalizedFeatureKey {
  const name = r.string()
  const maxVersionLevel = r.int16()
  const minVersionLevel = r.int16()
  const x: ApiVersionsResponseFinalizedFeatureKey = { name, maxVersionLevel, minVersionLevel }
  r.tags(x)
  return x
}

function readApiVersionsResponseFinalizedFeatureKeyList(
  r: Reader,
  v: number,
  n: number,
): ApiVersionsResponseFinalizedFeatureKey[] {
  const list = listOf<ApiVersionsResponseFinalizedFeatureKey>(n)
  for (let i = 0; i < n; i++) list[i] = readApiVersionsResponseFinalizedFeatureKey(r, v)
  return list
}

function writeApiVersionsResponseFinalizedFeatureKey(
  w: Writer,
  _v: number,
  x: ApiVersionsResponseFinalizedFeatureKeyInput,
): void {
  const { name, maxVersionLevel, minVersionLevel, [unknownTags]: unknown } = x
  w.string(name)
  w.int16(maxVersionLevel)
  w.int16(minVersionLevel)
  w.tags(unknown)
}

function readApiVersionsResponse(r: Reader, v: number): ApiVersionsResponse {
  const errorCode = r.int16()
  const apiKeys = readApiVersionsResponseApiVersionList(r, v, r.count(6, 7))
  const throttleTimeMs = v >= 1 ? r.int32() : 0
  let supportedFeatures: ApiVersionsResponseSupportedFeatureKey[] = []
  let finalizedFeaturesEpoch = -1n
  let finalizedFeatures: ApiVersionsResponseFinalizedFeatureKey[] = []
  let zkMigrationReady: boolean = false
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 3)) r.foreignTag(tag)
        const end = r.tagEnd()
        supportedFeatures = readApiVersionsResponseSupportedFeatureKeyList(r, v, r.count(6, 7))
        r.closeTag(tag, end)
      } else if (tag === 1) {
        if (!(v >= 3)) r.foreignTag(tag)
        const end = r.tagEnd()
        finalizedFeaturesEpoch = r.int64()
        r.closeTag(tag, end)
      } else if (tag === 2) {
        if (!(v >= 3)) r.foreignTag(tag)
        const end = r.tagEnd()
        finalizedFeatures = readApiVersionsResponseFinalizedFeatureKeyList(r, v, r.count(6, 7))
        r.closeTag(tag, end)
      } else if (tag === 3) {
        if (!(v >= 3)) r.foreignTag(tag)
        const end = r.tagEnd()
        zkMigrationReady = r.bool()
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: ApiVersionsResponse = {
    errorCode,
    apiKeys,
    throttleTimeMs,
    supportedFeatures,
    finalizedFeaturesEpoch,
    finalizedFeatures,
    zkMigrationReady,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function writeApiVersionsResponseTags(w: Writer, v: number, x: ApiVersionsResponseInput): void {
  const {
    supportedFeatures = [],
    finalizedFeaturesEpoch = -1n,
    finalizedFeatures = [],
    zkMigrationReady = false,
    [unknownTags]: unknown,
  } = x
  if (!w.flexible) return w.tags(unknown)
  const hasSupportedFeatures = v >= 3 && supportedFeatures.length !== 0
  const hasFinalizedFeaturesEpoch = v >= 3 && !sameInt64(finalizedFeaturesEpoch, -1n)
  const hasFinalizedFeatures = v >= 3 && finalizedFeatures.length !== 0
  const hasZkMigrationReady = v >= 3 && zkMigrationReady
  w.tagCount(Number(hasSupportedFeatures) + Number(hasFinalizedFeaturesEpoch) + Number(hasFinalizedFeatures) + Number(hasZkMigrationReady), unknown)
  let tag = -1
  if (hasSupportedFeatures) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.count(supportedFeatures)
    for (const element of supportedFeatures) writeApiVersionsResponseSupportedFeatureKey(w, v, element)
    w.closeTag(begin)
  }
  if (hasFinalizedFeaturesEpoch) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 1)
    tag = 1
    const begin = w.openTag(1)
    w.int64(finalizedFeaturesEpoch)
    w.closeTag(begin)
  }
  if (hasFinalizedFeatures) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 2)
    tag = 2
    const begin = w.openTag(2)
    w.count(finalizedFeatures)
    for (const element of finalizedFeatures) writeApiVersionsResponseFinalizedFeatureKey(w, v, element)
    w.closeTag(begin)
  }
  if (hasZkMigrationReady) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 3)
    tag = 3
    const begin = w.openTag(3)
    w.bool(zkMigrationReady)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeApiVersionsResponse(w: Writer, v: number, x: ApiVersionsResponseInput): void {
  const { errorCode, apiKeys, throttleTimeMs = 0 } = x
  w.int16(errorCode)
  w.count(apiKeys)
  for (const element of apiKeys) writeApiVersionsResponseApiVersion(w, v, element)
  if (v >= 1) w.int32(throttleTimeMs)
  if (
    x.supportedFeatures !== undefined ||
    x.finalizedFeaturesEpoch !== undefined ||
    x.finalizedFeatures !== undefined ||
    x.zkMigrationReady !== undefined ||
    x[unknownTags] !== undefined
  ) writeApiVersionsResponseTags(w, v, x)
  else w.noTags()
}

/** API key 18, versions 0 to 5. */
export const ApiVersions: Api<ApiVersionsRequest, ApiVersionsRequestInput, ApiVersionsResponse, ApiVersionsResponseInput> = {
  key: 18,
  name: 'ApiVersions',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  request: codec({
  name: 'ApiVersionsRequest',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
clientSoftwareName string 3+ ignorable
clientSoftwareVersion string 3+ ignorable
clusterId string 5+ ?5+ =null ignorable
nodeId int32 5+ =-1 ignorable
`,
  read: readApiVersionsRequest,
  write: writeApiVersionsRequest,
}),
  response: codec({
  name: 'ApiVersionsResponse',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
errorCode int16 0+ required
apiKeys []struct 0+ required
  apiKey int16 0+ required
  minVersion int16 0+ required
  maxVersion int16 0+ required
throttleTimeMs int32 1+ ignorable
supportedFeatures []struct 3+ #0:3+ ignorable
  name string 3+ required
  minVersion int16 3+ required
  maxVersion int16 3+ required
finalizedFeaturesEpoch int64 3+ #1:3+ =-1 ignorable
finalizedFeatures []struct 3+ #2:3+ ignorable
  name string 3+ required
  maxVersionLevel int16 3+ required
  minVersionLevel int16 3+ required
zkMigrationReady bool 3+ #3:3+ =false ignorable
`,
  read: readApiVersionsResponse,
  write: writeApiVersionsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
