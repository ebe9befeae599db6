// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import type { Tagged } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface SaslHandshakeRequest extends Tagged {
  /** string · v0+ */
  mechanism: string
}

export interface SaslHandshakeRequestInput extends Tagged {
  /** string · v0+ */
  mechanism: string
}

function readSaslHandshakeRequest(r: Reader, _v: number): SaslHandshakeRequest {
  const mechanism = r.string()
  return { mechanism }
}

function writeSaslHandshakeRequest(w: Writer, _v: number, x: SaslHandshakeRequestInput): void {
  const { mechanism } = x
  w.string(mechanism)
}

export interface SaslHandshakeResponse extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** []string · v0+ */
  mechanisms: string[]
}

export interface SaslHandshakeResponseInput extends Tagged {
  /** int16 · v0+ */
  errorCode: number
  /** []string · v0+ */
  mechanisms: readonly string[]
}

function readSaslHandshakeResponse(r: Reader, _v: number): SaslHandshakeResponse {
  const errorCode = r.int16()
  const mechanisms = r.strings()
  return { errorCode, mechanisms }
}

function writeSaslHandshakeResponse(w: Writer, _v: number, x: SaslHandshakeResponseInput): void {
  const { errorCode, mechanisms } = x
  w.int16(errorCode)
  w.strings(mechanisms)
}

/** API key 17, versions 0 to 1. */
export const SaslHandshake: Api<SaslHandshakeRequest, SaslHandshakeRequestInput, SaslHandshakeResponse, SaslHandshakeResponseInput> = {
  key: 17,
  name: 'SaslHandshake',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: null,
  request: codec({
  name: 'SaslHandshakeRequest',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: null,
  last: true,
  fields: `
mechanism string 0+ required
`,
  read: readSaslHandshakeRequest,
  write: writeSaslHandshakeRequest,
}),
  response: codec({
  name: 'SaslHandshakeResponse',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: null,
  last: true,
  fields: `
errorCode int16 0+ required
mechanisms []string 0+ required
`,
  read: readSaslHandshakeResponse,
  write: writeSaslHandshakeResponse,
}),
}
