// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface SaslAuthenticateRequest extends Tagged {
  /** bytes · v0+ */
  authBytes: Buffer
}

export interface SaslAuthenticateRequestInput extends Tagged {
  /** bytes · v0+ */
  authBytes: Uint8Array
}

function readSaslAuthenticateRequest(r: Reader, _v: number): SaslAuthenticateRequest {
  const authBytes = r.bytes()
  const x: SaslAuthenticateRequest = { authBytes }
  r.tags(x)
  return x
}

function writeSaslAuthenticateRequest(w: Writer, _v: number, x: SaslAuthenticateRequestInput): void {
  const { authBytes, [unknownTags]: unknown } = x
  w.bytes(authBytes)
  w.tags(unknown)
}

export interface SaslAuthenticateResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** bytes · v0+ */
  authBytes: Buffer
  /** int64 · v1+ · default 0 · ignorable */
  sessionLifetimeMs: bigint
}

export interface SaslAuthenticateResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ */
  errorMessage: string | null
  /** bytes · v0+ */
  authBytes: Uint8Array
  /** int64 · v1+ · default 0 · ignorable */
  sessionLifetimeMs?: bigint | number | undefined
}

function readSaslAuthenticateResponse(r: Reader, v: number): SaslAuthenticateResponse {
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const authBytes = r.bytes()
  const sessionLifetimeMs = v >= 1 ? r.int64() : 0n
  const x: SaslAuthenticateResponse = { errorCode, errorMessage, authBytes, sessionLifetimeMs }
  r.tags(x)
  return x
}

function writeSaslAuthenticateResponse(w: Writer, v: number, x: SaslAuthenticateResponseInput): void {
  const { errorCode, errorMessage, authBytes, sessionLifetimeMs = 0n, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.bytes(authBytes)
  if (v >= 1) w.int64(sessionLifetimeMs)
  w.tags(unknown)
}

/** API key 36, versions 0 to 2. */
export const SaslAuthenticate: Api<SaslAuthenticateRequest, SaslAuthenticateRequestInput, SaslAuthenticateResponse, SaslAuthenticateResponseInput> = {
  key: 36,
  name: 'SaslAuthenticate',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: codec({
  name: 'SaslAuthenticateRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
authBytes bytes 0+ required
`,
  read: readSaslAuthenticateRequest,
  write: writeSaslAuthenticateRequest,
}),
  response: codec({
  name: 'SaslAuthenticateResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
errorCode int16 0+ required
errorMessage string 0+ ?0+ required
authBytes bytes 0+ required
sessionLifetimeMs int64 1+ =0 ignorable
`,
  read: readSaslAuthenticateResponse,
  write: writeSaslAuthenticateResponse,
}),
}
