// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface CreateDelegationTokenRequest extends Tagged {
  /** string · v3+ · null v3+ */
  ownerPrincipalType: string | null
  /** string · v3+ · null v3+ */
  ownerPrincipalName: string | null
  /** v0+ */
  renewers: CreateDelegationTokenRequestCreatableRenewers[]
  /** int64 · v0+ */
  maxLifetimeMs: bigint
}

export interface CreateDelegationTokenRequestInput extends Tagged {
  /** string · v3+ · null v3+ */
  ownerPrincipalType?: string | null | undefined
  /** string · v3+ · null v3+ */
  ownerPrincipalName?: string | null | undefined
  /** v0+ */
  renewers: readonly CreateDelegationTokenRequestCreatableRenewersInput[]
  /** int64 · v0+ */
  maxLifetimeMs: bigint | number
}

export interface CreateDelegationTokenRequestCreatableRenewers extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
}

export interface CreateDelegationTokenRequestCreatableRenewersInput extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
}

function readCreateDelegationTokenRequestCreatableRenewers(
  r: Reader,
  _v: number,
): CreateDelegationTokenRequestCreatableRenewers {
  const principalType = r.string()
  const principalName = r.string()
  const x: CreateDelegationTokenRequestCreatableRenewers = { principalType, principalName }
  r.tags(x)
  return x
}

function readCreateDelegationTokenRequestCreatableRenewersList(
  r: Reader,
  v: number,
  n: number,
): CreateDelegationTokenRequestCreatableRenewers[] {
  const list = listOf<CreateDelegationTokenRequestCreatableRenewers>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateDelegationTokenRequestCreatableRenewers(r, v)
  return list
}

function writeCreateDelegationTokenRequestCreatableRenewers(
  w: Writer,
  _v: number,
  x: CreateDelegationTokenRequestCreatableRenewersInput,
): void {
  const { principalType, principalName, [unknownTags]: unknown } = x
  w.string(principalType)
  w.string(principalName)
  w.tags(unknown)
}

function readCreateDelegationTokenRequest(r: Reader, v: number): CreateDelegationTokenRequest {
  const ownerPrincipalType = v >= 3 ? r.nullableString() : ''
  const ownerPrincipalName = v >= 3 ? r.nullableString() : ''
  const renewers = readCreateDelegationTokenRequestCreatableRenewersList(r, v, r.count(3, 6))
  const maxLifetimeMs = r.int64()
  const x: CreateDelegationTokenRequest = { ownerPrincipalType, ownerPrincipalName, renewers, maxLifetimeMs }
  r.tags(x)
  return x
}

function writeCreateDelegationTokenRequest(w: Writer, v: number, x: CreateDelegationTokenRequestInput): void {
  const { ownerPrincipalType = '', ownerPrincipalName = '', renewers, maxLifetimeMs, [unknownTags]: unknown } = x
  if (v >= 3) w.nullableString(ownerPrincipalType)
  else if (ownerPrincipalType !== '') w.unsupported()
  if (v >= 3) w.nullableString(ownerPrincipalName)
  else if (ownerPrincipalName !== '') w.unsupported()
  w.count(renewers)
  for (const element of renewers) writeCreateDelegationTokenRequestCreatableRenewers(w, v, element)
  w.int64(maxLifetimeMs)
  w.tags(unknown)
}

export interface CreateDelegationTokenResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
  /** string · v3+ */
  tokenRequesterPrincipalType: string
  /** string · v3+ */
  tokenRequesterPrincipalName: string
  /** int64 · v0+ */
  issueTimestampMs: bigint
  /** int64 · v0+ */
  expiryTimestampMs: bigint
  /** int64 · v0+ */
  maxTimestampMs: bigint
  /** string · v0+ */
  tokenId: string
  /** bytes · v0+ */
  hmac: Buffer
  /** int32 · v0+ */
  throttleTimeMs: number
}

export interface CreateDelegationTokenResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
  /** string · v3+ */
  tokenRequesterPrincipalType?: string | undefined
  /** string · v3+ */
  tokenRequesterPrincipalName?: string | undefined
  /** int64 · v0+ */
  issueTimestampMs: bigint | number
  /** int64 · v0+ */
  expiryTimestampMs: bigint | number
  /** int64 · v0+ */
  maxTimestampMs: bigint | number
  /** string · v0+ */
  tokenId: string
  /** bytes · v0+ */
  hmac: Uint8Array
  /** int32 · v0+ */
  throttleTimeMs: number
}

function readCreateDelegationTokenResponse(r: Reader, v: number): CreateDelegationTokenResponse {
  const errorCode = r.int16()
  const principalType = r.string()
  const principalName = r.string()
  const tokenRequesterPrincipalType = v >= 3 ? r.string() : ''
  const tokenRequesterPrincipalName = v >= 3 ? r.string() : ''
  const issueTimestampMs = r.int64()
  const expiryTimestampMs = r.int64()
  const maxTimestampMs = r.int64()
  const tokenId = r.string()
  const hmac = r.bytes()
  const throttleTimeMs = r.int32()
  const x: CreateDelegationTokenResponse = {
    errorCode,
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestampMs,
    expiryTimestampMs,
    maxTimestampMs,
    tokenId,
    hmac,
    throttleTimeMs,
  }
  r.tags(x)
  return x
}

function writeCreateDelegationTokenResponse(w: Writer, v: number, x: CreateDelegationTokenResponseInput): void {
  const {
    errorCode,
    principalType,
    principalName,
    tokenRequesterPrincipalType = '',
    tokenRequesterPrincipalName = '',
    issueTimestampMs,
    expiryTimestampMs,
    maxTimestampMs,
    tokenId,
    hmac,
    throttleTimeMs,
    [unknownTags]: unknown,
  } = x
  w.int16(errorCode)
  w.string(principalType)
  w.string(principalName)
  if (v >= 3) w.string(tokenRequesterPrincipalType)
  else if (tokenRequesterPrincipalType !== '') w.unsupported()
  if (v >= 3) w.string(tokenRequesterPrincipalName)
  else if (tokenRequesterPrincipalName !== '') w.unsupported()
  w.int64(issueTimestampMs)
  w.int64(expiryTimestampMs)
  w.int64(maxTimestampMs)
  w.string(tokenId)
  w.bytes(hmac)
  w.int32(throttleTimeMs)
  w.tags(unknown)
}

/** API key 38, versions 1 to 3. */
export const CreateDelegationToken: Api<CreateDelegationTokenRequest, CreateDelegationTokenRequestInput, CreateDelegationTokenResponse, CreateDelegationTokenResponseInput> = {
  key: 38,
  name: 'CreateDelegationToken',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'CreateDelegationTokenRequest',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
ownerPrincipalType string 3+ ?3+
ownerPrincipalName string 3+ ?3+
renewers []struct 0+ required
  principalType string 0+ required
  principalName string 0+ required
maxLifetimeMs int64 0+ required
`,
  read: readCreateDelegationTokenRequest,
  write: writeCreateDelegationTokenRequest,
}),
  response: codec({
  name: 'CreateDelegationTokenResponse',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
errorCode int16 0+ required
principalType string 0+ required
principalName string 0+ required
tokenRequesterPrincipalType string 3+
tokenRequesterPrincipalName string 3+
issueTimestampMs int64 0+ required
expiryTimestampMs int64 0+ required
maxTimestampMs int64 0+ required
tokenId string 0+ required
hmac bytes 0+ required
throttleTimeMs int32 0+ required
`,
  read: readCreateDelegationTokenResponse,
  write: writeCreateDelegationTokenResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
