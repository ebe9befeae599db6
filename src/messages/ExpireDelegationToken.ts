// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ExpireDelegationTokenRequest extends Tagged {
  /** bytes · v0+ */
  hmac: Buffer
  /** int64 · v0+ */
  expiryTimePeriodMs: bigint
}

export interface ExpireDelegationTokenRequestInput extends Tagged {
  /** bytes · v0+ */
  hmac: Uint8Array
  /** int64 · v0+ */
  expiryTimePeriodMs: bigint | number
}

function readExpireDelegationTokenRequest(r: Reader, _v: number): ExpireDelegationTokenRequest {
  const hmac = r.bytes()
  const expiryTimePeriodMs = r.int64()
  const x: ExpireDelegationTokenRequest = { hmac, expiryTimePeriodMs }
  r.tags(x)
  return x
}

function writeExpireDelegationTokenRequest(w: Writer, _v: number, x: ExpireDelegationTokenRequestInput): void {
  const { hmac, expiryTimePeriodMs, [unknownTags]: unknown } = x
  w.bytes(hmac)
  w.int64(expiryTimePeriodMs)
  w.tags(unknown)
}

export interface ExpireDelegationTokenResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  expiryTimestampMs: bigint
  /** int32 · v0+ */
  throttleTimeMs: number
}

export interface ExpireDelegationTokenResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  expiryTimestampMs: bigint | number
  /** int32 · v0+ */
  throttleTimeMs: number
}

function readExpireDelegationTokenResponse(r: Reader, _v: number): ExpireDelegationTokenResponse {
  const errorCode = r.int16()
  const expiryTimestampMs = r.int64()
  const throttleTimeMs = r.int32()
  const x: ExpireDelegationTokenResponse = { errorCode, expiryTimestampMs, throttleTimeMs }
  r.tags(x)
  return x
}

function writeExpireDelegationTokenResponse(w: Writer, _v: number, x: ExpireDelegationTokenResponseInput): void {
  const { errorCode, expiryTimestampMs, throttleTimeMs, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.int64(expiryTimestampMs)
  w.int32(throttleTimeMs)
  w.tags(unknown)
}

/** API key 40, versions 1 to 2. */
export const ExpireDelegationToken: Api<ExpireDelegationTokenRequest, ExpireDelegationTokenRequestInput, ExpireDelegationTokenResponse, ExpireDelegationTokenResponseInput> = {
  key: 40,
  name: 'ExpireDelegationToken',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  request: codec({
  name: 'ExpireDelegationTokenRequest',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
hmac bytes 0+ required
expiryTimePeriodMs int64 0+ required
`,
  read: readExpireDelegationTokenRequest,
  write: writeExpireDelegationTokenRequest,
}),
  response: codec({
  name: 'ExpireDelegationTokenResponse',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
errorCode int16 0+ required
expiryTimestampMs int64 0+ required
throttleTimeMs int32 0+ required
`,
  read: readExpireDelegationTokenResponse,
  write: writeExpireDelegationTokenResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
