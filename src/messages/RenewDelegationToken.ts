// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface RenewDelegationTokenRequest extends Tagged {
  /** bytes · v0+ */
  hmac: Buffer
  /** int64 · v0+ */
  renewPeriodMs: bigint
}

export interface RenewDelegationTokenRequestInput extends Tagged {
  /** bytes · v0+ */
  hmac: Uint8Array
  /** int64 · v0+ */
  renewPeriodMs: bigint | number
}

function readRenewDelegationTokenRequest(r: Reader, _v: number): RenewDelegationTokenRequest {
  const hmac = r.bytes()
  const renewPeriodMs = r.int64()
  const x: RenewDelegationTokenRequest = { hmac, renewPeriodMs }
  r.tags(x)
  return x
}

function writeRenewDelegationTokenRequest(w: Writer, _v: number, x: RenewDelegationTokenRequestInput): void {
  const { hmac, renewPeriodMs, [unknownTags]: unknown } = x
  w.bytes(hmac)
  w.int64(renewPeriodMs)
  w.tags(unknown)
}

export interface RenewDelegationTokenResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  expiryTimestampMs: bigint
  /** int32 · v0+ */
  throttleTimeMs: number
}

export interface RenewDelegationTokenResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  expiryTimestampMs: bigint | number
  /** int32 · v0+ */
  throttleTimeMs: number
}

function readRenewDelegationTokenResponse(r: Reader, _v: number): RenewDelegationTokenResponse {
  const errorCode = r.int16()
  const expiryTimestampMs = r.int64()
  const throttleTimeMs = r.int32()
  const x: RenewDelegationTokenResponse = { errorCode, expiryTimestampMs, throttleTimeMs }
  r.tags(x)
  return x
}

function writeRenewDelegationTokenResponse(w: Writer, _v: number, x: RenewDelegationTokenResponseInput): void {
  const { errorCode, expiryTimestampMs, throttleTimeMs, [unknownTags]: unknown } = x
  w.int16(errorCode)
  w.int64(expiryTimestampMs)
  w.int32(throttleTimeMs)
  w.tags(unknown)
}

/** API key 39, versions 1 to 2. */
export const RenewDelegationToken: Api<RenewDelegationTokenRequest, RenewDelegationTokenRequestInput, RenewDelegationTokenResponse, RenewDelegationTokenResponseInput> = {
  key: 39,
  name: 'RenewDelegationToken',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  request: codec({
  name: 'RenewDelegationTokenRequest',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
hmac bytes 0+ required
renewPeriodMs int64 0+ required
`,
  read: readRenewDelegationTokenRequest,
  write: writeRenewDelegationTokenRequest,
}),
  response: codec({
  name: 'RenewDelegationTokenResponse',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  last: true,
  fields: `
errorCode int16 0+ required
expiryTimestampMs int64 0+ required
throttleTimeMs int32 0+ required
`,
  read: readRenewDelegationTokenResponse,
  write: writeRenewDelegationTokenResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
