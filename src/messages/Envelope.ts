// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface EnvelopeRequest extends Tagged {
  /** bytes · v0+ */
  requestData: Buffer
  /** bytes · v0+ · null v0+ */
  requestPrincipal: Buffer | null
  /** bytes · v0+ */
  clientHostAddress: Buffer
}

export interface EnvelopeRequestInput extends Tagged {
  /** bytes · v0+ */
  requestData: Uint8Array
  /** bytes · v0+ · null v0+ */
  requestPrincipal: Uint8Array | null
  /** bytes · v0+ */
  clientHostAddress: Uint8Array
}

function readEnvelopeRequest(r: Reader, _v: number): EnvelopeRequest {
  const requestData = r.bytes()
  const requestPrincipal = r.nullableBytes()
  const clientHostAddress = r.bytes()
  const x: EnvelopeRequest = { requestData, requestPrincipal, clientHostAddress }
  r.tags(x)
  return x
}

function writeEnvelopeRequest(w: Writer, _v: number, x: EnvelopeRequestInput): void {
  const { requestData, requestPrincipal, clientHostAddress, [unknownTags]: unknown } = x
  w.bytes(requestData)
  w.nullableBytes(requestPrincipal)
  w.bytes(clientHostAddress)
  w.tags(unknown)
}

export interface EnvelopeResponse extends Tagged {
  /** bytes · v0+ · null v0+ · default null */
  responseData: Buffer | null
  /** int16 · v0+ */
  errorCode: number
}

export interface EnvelopeResponseInput extends Tagged {
  /** bytes · v0+ · null v0+ · default null */
  responseData?: Uint8Array | null | undefined
  /** int16 · v0+ */
  errorCode: number
}

function readEnvelopeResponse(r: Reader, _v: number): EnvelopeResponse {
  const responseData = r.nullableBytes()
  const errorCode = r.int16()
  const x: EnvelopeResponse = { responseData, errorCode }
  r.tags(x)
  return x
}

function writeEnvelopeResponse(w: Writer, _v: number, x: EnvelopeResponseInput): void {
  const { responseData = null, errorCode, [unknownTags]: unknown } = x
  w.nullableBytes(responseData)
  w.int16(errorCode)
  w.tags(unknown)
}

/** API key 58, versions 0 to 0. */
export const Envelope: Api<EnvelopeRequest, EnvelopeRequestInput, EnvelopeResponse, EnvelopeResponseInput> = {
  key: 58,
  name: 'Envelope',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'EnvelopeRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
requestData bytes 0+ required
requestPrincipal bytes 0+ ?0+ required
clientHostAddress bytes 0+ required
`,
  read: readEnvelopeRequest,
  write: writeEnvelopeRequest,
}),
  response: codec({
  name: 'EnvelopeResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
responseData bytes 0+ ?0+ =null
errorCode int16 0+ required
`,
  read: readEnvelopeResponse,
  write: writeEnvelopeResponse,
}),
}
