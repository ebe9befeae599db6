// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AlterUserScramCredentialsRequest extends Tagged {
  /** v0+ */
  deletions: AlterUserScramCredentialsRequestScramCredentialDeletion[]
  /** v0+ */
  upsertions: AlterUserScramCredentialsRequestScramCredentialUpsertion[]
}

export interface AlterUserScramCredentialsRequestInput extends Tagged {
  /** v0+ */
  deletions: readonly AlterUserScramCredentialsRequestScramCredentialDeletionInput[]
  /** v0+ */
  upsertions: readonly AlterUserScramCredentialsRequestScramCredentialUpsertionInput[]
}

export interface AlterUserScramCredentialsRequestScramCredentialUpsertion extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  mechanism: number
  /** int32 · v0+ */
  iterations: number
  /** bytes · v0+ */
  salt: Buffer
  /** bytes · v0+ */
  saltedPassword: Buffer
}

export interface AlterUserScramCredentialsRequestScramCredentialUpsertionInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  mechanism: number
  /** int32 · v0+ */
  iterations: number
  /** bytes · v0+ */
  salt: Uint8Array
  /** bytes · v0+ */
  saltedPassword: Uint8Array
}

export interface AlterUserScramCredentialsRequestScramCredentialDeletion extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  mechanism: number
}

export interface AlterUserScramCredentialsRequestScramCredentialDeletionInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  mechanism: number
}

function readAlterUserScramCredentialsRequestScramCredentialDeletion(
  r: Reader,
  _v: number,
): AlterUserScramCredentialsRequestScramCredentialDeletion {
  const name = r.string()
  const mechanism = r.int8()
  const x: AlterUserScramCredentialsRequestScramCredentialDeletion = { name, mechanism }
  r.tags(x)
  return x
}

function readAlterUserScramCredentialsRequestScramCredentialDeletionList(
  r: Reader,
  v: number,
  n: number,
): AlterUserScramCredentialsRequestScramCredentialDeletion[] {
  const list = listOf<AlterUserScramCredentialsRequestScramCredentialDeletion>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterUserScramCredentialsRequestScramCredentialDeletion(r, v)
  return list
}

function writeAlterUserScramCredentialsRequestScramCredentialDeletion(
  w: Writer,
  _v: number,
  x: AlterUserScramCredentialsRequestScramCredentialDeletionInput,
): void {
  const { name, mechanism, [unknownTags]: unknown } = x
  w.string(name)
  w.int8(mechanism)
  w.tags(unknown)
}

function readAlterUserScramCredentialsRequestScramCredentialUpsertion(
  r: Reader,
  _v: number,
): AlterUserScramCredentialsRequestScramCredentialUpsertion {
  const name = r.string()
  const mechanism = r.int8()
  const iterations = r.int32()
  const salt = r.bytes()
  const saltedPassword = r.bytes()
  const x: AlterUserScramCredentialsRequestScramCredentialUpsertion = {
    name,
    mechanism,
    iterations,
    salt,
    saltedPassword,
  }
  r.tags(x)
  return x
}

function readAlterUserScramCredentialsRequestScramCredentialUpsertionList(
  r: Reader,
  v: number,
  n: number,
): AlterUserScramCredentialsRequestScramCredentialUpsertion[] {
  const list = listOf<AlterUserScramCredentialsRequestScramCredentialUpsertion>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterUserScramCredentialsRequestScramCredentialUpsertion(r, v)
  return list
}

function writeAlterUserScramCredentialsRequestScramCredentialUpsertion(
  w: Writer,
  _v: number,
  x: AlterUserScramCredentialsRequestScramCredentialUpsertionInput,
): void {
  const { name, mechanism, iterations, salt, saltedPassword, [unknownTags]: unknown } = x
  w.string(name)
  w.int8(mechanism)
  w.int32(iterations)
  w.bytes(salt)
  w.bytes(saltedPassword)
  w.tags(unknown)
}

function readAlterUserScramCredentialsRequest(r: Reader, v: number): AlterUserScramCredentialsRequest {
  const deletions = readAlterUserScramCredentialsRequestScramCredentialDeletionList(r, v, r.count(3, 6))
  const upsertions = readAlterUserScramCredentialsRequestScramCredentialUpsertionList(r, v, r.count(9, 9))
  const x: AlterUserScramCredentialsRequest = { deletions, upsertions }
  r.tags(x)
  return x
}

function writeAlterUserScramCredentialsRequest(w: Writer, v: number, x: AlterUserScramCredentialsRequestInput): void {
  const { deletions, upsertions, [unknownTags]: unknown } = x
  w.count(deletions)
  for (const element of deletions) writeAlterUserScramCredentialsRequestScramCredentialDeletion(w, v, element)
  w.count(upsertions)
  for (const element of upsertions) writeAlterUserScramCredentialsRequestScramCredentialUpsertion(w, v, element)
  w.tags(unknown)
}

export interface AlterUserScramCredentialsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[]
}

export interface AlterUserScramCredentialsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** v0+ */
  results: readonly AlterUserScramCredentialsResponseAlterUserScramCredentialsResultInput[]
}

export interface AlterUserScramCredentialsResponseAlterUserScramCredentialsResult extends Tagged {
  /** string · v0+ */
  user: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

export interface AlterUserScramCredentialsResponseAlterUserScramCredentialsResultInput extends Tagged {
  /** string · v0+ */
  user: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
}

function readAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(
  r: Reader,
  _v: number,
): AlterUserScramCredentialsResponseAlterUserScramCredentialsResult {
  const user = r.string()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult = { user, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readAlterUserScramCredentialsResponseAlterUserScramCredentialsResultList(
  r: Reader,
  v: number,
  n: number,
): AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[] {
  const list = listOf<AlterUserScramCredentialsResponseAlterUserScramCredentialsResult>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(r, v)
  return list
}

function writeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(
  w: Writer,
  _v: number,
  x: AlterUserScramCredentialsResponseAlterUserScramCredentialsResultInput,
): void {
  const { user, errorCode, errorMessage, [unknownTags]: unknown } = x
  w.string(user)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readAlterUserScramCredentialsResponse(r: Reader, v: number): AlterUserScramCredentialsResponse {
  const throttleTimeMs = r.int32()
  const results = readAlterUserScramCredentialsResponseAlterUserScramCredentialsResultList(r, v, r.count(5, 7))
  const x: AlterUserScramCredentialsResponse = { throttleTimeMs, results }
  r.tags(x)
  return x
}

function writeAlterUserScramCredentialsResponse(w: Writer, v: number, x: AlterUserScramCredentialsResponseInput): void {
  const { throttleTimeMs, results, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(results)
  for (const element of results) writeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(w, v, element)
  w.tags(unknown)
}

/** API key 51, versions 0 to 0. */
export const AlterUserScramCredentials: Api<AlterUserScramCredentialsRequest, AlterUserScramCredentialsRequestInput, AlterUserScramCredentialsResponse, AlterUserScramCredentialsResponseInput> = {
  key: 51,
  name: 'AlterUserScramCredentials',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'AlterUserScramCredentialsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
deletions []struct 0+ required
  name string 0+ required
  mechanism int8 0+ required
upsertions []struct 0+ required
  name string 0+ required
  mechanism int8 0+ required
  iterations int32 0+ required
  salt bytes 0+ required
  saltedPassword bytes 0+ required
`,
  read: readAlterUserScramCredentialsRequest,
  write: writeAlterUserScramCredentialsRequest,
}),
  response: codec({
  name: 'AlterUserScramCredentialsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
results []struct 0+ required
  user string 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ required
`,
  read: readAlterUserScramCredentialsResponse,
  write: writeAlterUserScramCredentialsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
