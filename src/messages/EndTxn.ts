// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface EndTxnRequest extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** int64 · v0+ */
  producerId: bigint
  /** int16 · v0+ */
  producerEpoch: number
  /** bool · v0+ */
  committed: boolean
}

export interface EndTxnRequestInput extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** int64 · v0+ */
  producerId: bigint | number
  /** int16 · v0+ */
  producerEpoch: number
  /** bool · v0+ */
  committed: boolean
}

function readEndTxnRequest(r: Reader, _v: number): EndTxnRequest {
  const transactionalId = r.string()
  const producerId = r.int64()
  const producerEpoch = r.int16()
  const committed = r.bool()
  const x: EndTxnRequest = { transactionalId, producerId, producerEpoch, committed }
  r.tags(x)
  return x
}

function writeEndTxnRequest(w: Writer, _v: number, x: EndTxnRequestInput): void {
  const { transactionalId, producerId, producerEpoch, committed, [unknownTags]: unknown } = x
  w.string(transactionalId)
  w.int64(producerId)
  w.int16(producerEpoch)
  w.bool(committed)
  w.tags(unknown)
}

export interface EndTxnResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v5+ · default -1 · ignorable */
  producerId: bigint
  /** int16 · v5+ · default -1 · ignorable */
  producerEpoch: number
}

export interface EndTxnResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v5+ · default -1 · ignorable */
  producerId?: bigint | number | undefined
  /** int16 · v5+ · default -1 · ignorable */
  producerEpoch?: number | undefined
}

function readEndTxnResponse(r: Reader, v: number): EndTxnResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const producerId = v >= 5 ? r.int64() : -1n
  const producerEpoch = v >= 5 ? r.int16() : -1
  const x: EndTxnResponse = { throttleTimeMs, errorCode, producerId, producerEpoch }
  r.tags(x)
  return x
}

function writeEndTxnResponse(w: Writer, v: number, x: EndTxnResponseInput): void {
  const { throttleTimeMs, errorCode, producerId = -1n, producerEpoch = -1, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  if (v >= 5) w.int64(producerId)
  if (v >= 5) w.int16(producerEpoch)
  w.tags(unknown)
}

/** API key 26, versions 0 to 5. */
export const EndTxn: Api<EndTxnRequest, EndTxnRequestInput, EndTxnResponse, EndTxnResponseInput> = {
  key: 26,
  name: 'EndTxn',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  request: codec({
  name: 'EndTxnRequest',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
transactionalId string 0+ required
producerId int64 0+ required
producerEpoch int16 0+ required
committed bool 0+ required
`,
  read: readEndTxnRequest,
  write: writeEndTxnRequest,
}),
  response: codec({
  name: 'EndTxnResponse',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
producerId int64 5+ =-1 ignorable
producerEpoch int16 5+ =-1 ignorable
`,
  read: readEndTxnResponse,
  write: writeEndTxnResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
