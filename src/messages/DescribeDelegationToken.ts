// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeDelegationTokenRequest extends Tagged {
  /** v0+ · null v0+ */
  owners: DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] | null
}

export interface DescribeDelegationTokenRequestInput extends Tagged {
  /** v0+ · null v0+ */
  owners: readonly DescribeDelegationTokenRequestDescribeDelegationTokenOwnerInput[] | null
}

export interface DescribeDelegationTokenRequestDescribeDelegationTokenOwner extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
}

export interface DescribeDelegationTokenRequestDescribeDelegationTokenOwnerInput extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
}

function readDescribeDelegationTokenRequestDescribeDelegationTokenOwner(
  r: Reader,
  _v: number,
): DescribeDelegationTokenRequestDescribeDelegationTokenOwner {
  const principalType = r.string()
  const principalName = r.string()
  const x: DescribeDelegationTokenRequestDescribeDelegationTokenOwner = { principalType, principalName }
  r.tags(x)
  return x
}

function readDescribeDelegationTokenRequestDescribeDelegationTokenOwnerList(
  r: Reader,
  v: number,
  n: number,
): DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] {
  const list = listOf<DescribeDelegationTokenRequestDescribeDelegationTokenOwner>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeDelegationTokenRequestDescribeDelegationTokenOwner(r, v)
  return list
}

function readNullableDescribeDelegationTokenRequestDescribeDelegationTokenOwnerList(
  r: Reader,
  v: number,
): DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] | null {
  const n = r.nullableCount(3, 6)
  return n < 0 ? null : readDescribeDelegationTokenRequestDescribeDelegationTokenOwnerList(r, v, n)
}

function writeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(
  w: Writer,
  _v: number,
  x: DescribeDelegationTokenRequestDescribeDelegationTokenOwnerInput,
): void {
  const { principalType, principalName, [unknownTags]: unknown } = x
  w.string(principalType)
  w.string(principalName)
  w.tags(unknown)
}

function readDescribeDelegationTokenRequest(r: Reader, v: number): DescribeDelegationTokenRequest {
  const owners = readNullableDescribeDelegationTokenRequestDescribeDelegationTokenOwnerList(r, v)
  const x: DescribeDelegationTokenRequest = { owners }
  r.tags(x)
  return x
}

function writeDescribeDelegationTokenRequest(w: Writer, v: number, x: DescribeDelegationTokenRequestInput): void {
  const { owners, [unknownTags]: unknown } = x
  if (owners === null) w.nullArray()
  else {
    w.count(owners)
    for (const element of owners) writeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(w, v, element)
  }
  w.tags(unknown)
}

export interface DescribeDelegationTokenResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  tokens: DescribeDelegationTokenResponseDescribedDelegationToken[]
  /** int32 · v0+ */
  throttleTimeMs: number
}

export interface DescribeDelegationTokenResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  tokens: readonly DescribeDelegationTokenResponseDescribedDelegationTokenInput[]
  /** int32 · v0+ */
  throttleTimeMs: number
}

export interface DescribeDelegationTokenResponseDescribedDelegationToken extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
  /** string · v3+ */
  tokenRequesterPrincipalType: string
  /** string · v3+ */
  tokenRequesterPrincipalName: string
  /** int64 · v0+ */
  issueTimestamp: bigint
  /** int64 · v0+ */
  expiryTimestamp: bigint
  /** int64 · v0+ */
  maxTimestamp: bigint
  /** string · v0+ */
  tokenId: string
  /** bytes · v0+ */
  hmac: Buffer
  /** v0+ */
  renewers: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[]
}

export interface DescribeDelegationTokenResponseDescribedDelegationTokenInput extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
  /** string · v3+ */
  tokenRequesterPrincipalType?: string | undefined
  /** string · v3+ */
  tokenRequesterPrincipalName?: string | undefined
  /** int64 · v0+ */
  issueTimestamp: bigint | number
  /** int64 · v0+ */
  expiryTimestamp: bigint | number
  /** int64 · v0+ */
  maxTimestamp: bigint | number
  /** string · v0+ */
  tokenId: string
  /** bytes · v0+ */
  hmac: Uint8Array
  /** v0+ */
  renewers: readonly DescribeDelegationTokenResponseDescribedDelegationTokenRenewerInput[]
}

export interface DescribeDelegationTokenResponseDescribedDelegationTokenRenewer extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
}

export interface DescribeDelegationTokenResponseDescribedDelegationTokenRenewerInput extends Tagged {
  /** string · v0+ */
  principalType: string
  /** string · v0+ */
  principalName: string
}

function readDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(
  r: Reader,
  _v: number,
): DescribeDelegationTokenResponseDescribedDelegationTokenRenewer {
  const principalType = r.string()
  const principalName = r.string()
  const x: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer = { principalType, principalName }
  r.tags(x)
  return x
}

function readDescribeDelegationTokenResponseDescribedDelegationTokenRenewerList(
  r: Reader,
  v: number,
  n: number,
): DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[] {
  const list = listOf<DescribeDelegationTokenResponseDescribedDelegationTokenRenewer>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(r, v)
  return list
}

function writeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(
  w: Writer,
  _v: number,
  x: DescribeDelegationTokenResponseDescribedDelegationTokenRenewerInput,
): void {
  const { principalType, principalName, [unknownTags]: unknown } = x
  w.string(principalType)
  w.string(principalName)
  w.tags(unknown)
}

function readDescribeDelegationTokenResponseDescribedDelegationToken(
  r: Reader,
  v: number,
): DescribeDelegationTokenResponseDescribedDelegationToken {
  const principalType = r.string()
  const principalName = r.string()
  const tokenRequesterPrincipalType = v >= 3 ? r.string() : ''
  const tokenRequesterPrincipalName = v >= 3 ? r.string() : ''
  const issueTimestamp = r.int64()
  const expiryTimestamp = r.int64()
  const maxTimestamp = r.int64()
  const tokenId = r.string()
  const hmac = r.bytes()
  const renewers = readDescribeDelegationTokenResponseDescribedDelegationTokenRenewerList(r, v, r.count(3, 6))
  const x: DescribeDelegationTokenResponseDescribedDelegationToken = {
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestamp,
    expiryTimestamp,
    maxTimestamp,
    tokenId,
    hmac,
    renewers,
  }
  r.tags(x)
  return x
}

function readDescribeDelegationTokenResponseDescribedDelegationTokenList(
  r: Reader,
  v: number,
  n: number,
): DescribeDelegationTokenResponseDescribedDelegationToken[] {
  const list = listOf<DescribeDelegationTokenResponseDescribedDelegationToken>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeDelegationTokenResponseDescribedDelegationToken(r, v)
  return list
}

function writeDescribeDelegationTokenResponseDescribedDelegationToken(
  w: Writer,
  v: number,
  x: DescribeDelegationTokenResponseDescribedDelegationTokenInput,
): void {
  const {
    principalType,
    principalName,
    tokenRequesterPrincipalType = '',
    tokenRequesterPrincipalName = '',
    issueTimestamp,
    expiryTimestamp,
    maxTimestamp,
    tokenId,
    hmac,
    renewers,
    [unknownTags]: unknown,
  } = x
  w.string(principalType)
  w.string(principalName)
  if (v >= 3) w.string(tokenRequesterPrincipalType)
  else if (tokenRequesterPrincipalType !== '') w.unsupported()
  if (v >= 3) w.string(tokenRequesterPrincipalName)
  else if (tokenRequesterPrincipalName !== '') w.unsupported()
  w.int64(issueTimestamp)
  w.int64(expiryTimestamp)
  w.int64(maxTimestamp)
  w.string(tokenId)
  w.bytes(hmac)
  w.count(renewers)
  for (const element of renewers) writeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(w, v, element)
  w.tags(unknown)
}

function readDescribeDelegationTokenResponse(r: Reader, v: number): DescribeDelegationTokenResponse {
  const errorCode = r.int16()
  const tokens = readDescribeDelegationTokenResponseDescribedDelegationTokenList(r, v, r.count(30, 27))
  const throttleTimeMs = r.int32()
  const x: DescribeDelegationTokenResponse = { errorCode, tokens, throttleTimeMs }
  r.tags(x)
  return x
}

function writeDescribeDelegationTokenResponse(w: Writer, v: number, x: DescribeDelegationTokenResponseInput): void {
  const { errorCode, tokens, throttleTimeMs, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.count(tokens)
  for (const element of tokens) writeDescribeDelegationTokenResponseDescribedDelegationToken(w, v, element)
  w.int32(throttleTimeMs)
  w.tags(unknown)
}

/** API key 41, versions 1 to 3. */
export const DescribeDelegationToken: Api<DescribeDelegationTokenRequest, DescribeDelegationTokenRequestInput, DescribeDelegationTokenResponse, DescribeDelegationTokenResponseInput> = {
  key: 41,
  name: 'DescribeDelegationToken',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'DescribeDelegationTokenRequest',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
owners []struct 0+ ?0+ required
  principalType string 0+ required
  principalName string 0+ required
`,
  read: readDescribeDelegationTokenRequest,
  write: writeDescribeDelegationTokenRequest,
}),
  response: codec({
  name: 'DescribeDelegationTokenResponse',
  minVersion: 1,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
errorCode int16 0+ required
tokens []struct 0+ required
  principalType string 0+ required
  principalName string 0+ required
  tokenRequesterPrincipalType string 3+
  tokenRequesterPrincipalName string 3+
  issueTimestamp int64 0+ required
  expiryTimestamp int64 0+ required
  maxTimestamp int64 0+ required
  tokenId string 0+ required
  hmac bytes 0+ required
  renewers []struct 0+ required
    principalType string 0+ required
    principalName string 0+ required
throttleTimeMs int32 0+ required
`,
  read: readDescribeDelegationTokenResponse,
  write: writeDescribeDelegationTokenResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
