// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeUserScramCredentialsRequest extends Tagged {
  /** v0+ · null v0+ */
  users: DescribeUserScramCredentialsRequestUserName[] | null
}

export interface DescribeUserScramCredentialsRequestInput extends Tagged {
  /** v0+ · null v0+ */
  users: readonly DescribeUserScramCredentialsRequestUserNameInput[] | null
}

export interface DescribeUserScramCredentialsRequestUserName extends Tagged {
  /** string · v0+ */
  name: string
}

export interface DescribeUserScramCredentialsRequestUserNameInput extends Tagged {
  /** string · v0+ */
  name: string
}

function readDescribeUserScramCredentialsRequestUserName(
  r: Reader,
  _v: number,
): DescribeUserScramCredentialsRequestUserName {
  const name = r.string()
  const x: DescribeUserScramCredentialsRequestUserName = { name }
  r.tags(x)
  return x
}

function readDescribeUserScramCredentialsRequestUserNameList(
  r: Reader,
  v: number,
  n: number,
): DescribeUserScramCredentialsRequestUserName[] {
  const list = listOf<DescribeUserScramCredentialsRequestUserName>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeUserScramCredentialsRequestUserName(r, v)
  return list
}

function readNullableDescribeUserScramCredentialsRequestUserNameList(
  r: Reader,
  v: number,
): DescribeUserScramCredentialsRequestUserName[] | null {
  const n = r.nullableCount(2, 5)
  return n < 0 ? null : readDescribeUserScramCredentialsRequestUserNameList(r, v, n)
}

function writeDescribeUserScramCredentialsRequestUserName(
  w: Writer,
  _v: number,
  x: DescribeUserScramCredentialsRequestUserNameInput,
): void {
  const { name, [unknownTags]: unknown } = x
  w.string(name)
  w.tags(unknown)
}

function readDescribeUserScramCredentialsRequest(r: Reader, v: number): DescribeUserScramCredentialsRequest {
  const users = readNullableDescribeUserScramCredentialsRequestUserNameList(r, v)
  const x: DescribeUserScramCredentialsRequest = { users }
  r.tags(x)
  return x
}

function writeDescribeUserScramCredentialsRequest(
  w: Writer,
  v: number,
  x: DescribeUserScramCredentialsRequestInput,
): void {
  const { users, [unknownTags]: unknown } = x
  if (users === null) w.nullArray()
  else {
    w.count(users)
    for (const element of users) writeDescribeUserScramCredentialsRequestUserName(w, v, element)
  }
  w.tags(unknown)
}

export interface DescribeUserScramCredentialsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  results: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[]
}

export interface DescribeUserScramCredentialsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  results: readonly DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultInput[]
}

export interface DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult extends Tagged {
  /** string · v0+ */
  user: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  credentialInfos: DescribeUserScramCredentialsResponseCredentialInfo[]
}

export interface DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultInput extends Tagged {
  /** string · v0+ */
  user: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** v0+ */
  credentialInfos: readonly DescribeUserScramCredentialsResponseCredentialInfoInput[]
}

export interface DescribeUserScramCredentialsResponseCredentialInfo extends Tagged {
  /** int8 · v0+ */
  mechanism: number
  /** int32 · v0+ */
  iterations: number
}

export interface DescribeUserScramCredentialsResponseCredentialInfoInput extends Tagged {
  /** int8 · v0+ */
  mechanism: number
  /** int32 · v0+ */
  iterations: number
}

function readDescribeUserScramCredentialsResponseCredentialInfo(
  r: Reader,
  _v: number,
): DescribeUserScramCredentialsResponseCredentialInfo {
  const mechanism = r.int8()
  const iterations = r.int32()
  const x: DescribeUserScramCredentialsResponseCredentialInfo = { mechanism, iterations }
  r.tags(x)
  return x
}

function readDescribeUserScramCredentialsResponseCredentialInfoList(
  r: Reader,
  v: number,
  n: number,
): DescribeUserScramCredentialsResponseCredentialInfo[] {
  const list = listOf<DescribeUserScramCredentialsResponseCredentialInfo>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeUserScramCredentialsResponseCredentialInfo(r, v)
  return list
}

function writeDescribeUserScramCredentialsResponseCredentialInfo(
  w: Writer,
  _v: number,
  x: DescribeUserScramCredentialsResponseCredentialInfoInput,
): void {
  const { mechanism, iterations, [unknownTags]: unknown } = x
  w.int8(mechanism)
  w.int32(iterations)
  w.tags(unknown)
}

function readDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(
  r: Reader,
  v: number,
): DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult {
  const user = r.string()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const credentialInfos = readDescribeUserScramCredentialsResponseCredentialInfoList(r, v, r.count(6, 6))
  const x: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult = {
    user,
    errorCode,
    errorMessage,
    credentialInfos,
  }
  r.tags(x)
  return x
}

function readDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultList(
  r: Reader,
  v: number,
  n: number,
): DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[] {
  const list = listOf<DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(r, v)
  return list
}

function writeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(
  w: Writer,
  v: number,
  x: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultInput,
): void {
  const { user, errorCode, errorMessage, credentialInfos, [unknownTags]: unknown } = x
  w.string(user)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(credentialInfos)
  for (const element of credentialInfos) writeDescribeUserScramCredentialsResponseCredentialInfo(w, v, element)
  w.tags(unknown)
}

function readDescribeUserScramCredentialsResponse(r: Reader, v: number): DescribeUserScramCredentialsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const results = readDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultList(r, v, r.count(6, 12))
  const x: DescribeUserScramCredentialsResponse = { throttleTimeMs, errorCode, errorMessage, results }
  r.tags(x)
  return x
}

function writeDescribeUserScramCredentialsResponse(
  w: Writer,
  v: number,
  x: DescribeUserScramCredentialsResponseInput,
): void {
  const { throttleTimeMs, errorCode, errorMessage, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(results)
  for (const element of results) writeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(w, v, element)
  w.tags(unknown)
}

/** API key 50, versions 0 to 0. */
export const DescribeUserScramCredentials: Api<DescribeUserScramCredentialsRequest, DescribeUserScramCredentialsRequestInput, DescribeUserScramCredentialsResponse, DescribeUserScramCredentialsResponseInput> = {
  key: 50,
  name: 'DescribeUserScramCredentials',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'DescribeUserScramCredentialsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
users []struct 0+ ?0+ required
  name string 0+ required
`,
  read: readDescribeUserScramCredentialsRequest,
  write: writeDescribeUserScramCredentialsRequest,
}),
  response: codec({
  name: 'DescribeUserScramCredentialsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
results []struct 0+ required
  user string 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
  credentialInfos []struct 0+ required
    mechanism int8 0+ required
    iterations int32 0+ required
`,
  read: readDescribeUserScramCredentialsResponse,
  write: writeDescribeUserScramCredentialsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
