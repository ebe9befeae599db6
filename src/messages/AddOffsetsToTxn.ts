// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AddOffsetsToTxnRequest extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** int64 · v0+ */
  producerId: bigint
  /** int16 · v0+ */
  producerEpoch: number
  /** string · v0+ */
  groupId: string
}

export interface AddOffsetsToTxnRequestInput extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** int64 · v0+ */
  producerId: bigint | number
  /** int16 · v0+ */
  producerEpoch: number
  /** string · v0+ */
  groupId: string
}

function readAddOffsetsToTxnRequest(r: Reader, _v: number): AddOffsetsToTxnRequest {
  const transactionalId = r.string()
  const producerId = r.int64()
  const producerEpoch = r.int16()
  const groupId = r.string()
  const x: AddOffsetsToTxnRequest = { transactionalId, producerId, producerEpoch, groupId }
  r.tags(x)
  return x
}

function writeAddOffsetsToTxnRequest(w: Writer, _v: number, x: AddOffsetsToTxnRequestInput): void {
  const { transactionalId, producerId, producerEpoch, groupId, [unknownTags]: unknown } = x
  w.string(transactionalId)
  w.int64(producerId)
  w.int16(producerEpoch)
  w.string(groupId)
  w.tags(unknown)
}

export interface AddOffsetsToTxnResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
}

export interface AddOffsetsToTxnResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
}

function readAddOffsetsToTxnResponse(r: Reader, _v: number): AddOffsetsToTxnResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const x: AddOffsetsToTxnResponse = { throttleTimeMs, errorCode }
  r.tags(x)
  return x
}

function writeAddOffsetsToTxnResponse(w: Writer, _v: number, x: AddOffsetsToTxnResponseInput): void {
  const { throttleTimeMs, errorCode, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.tags(unknown)
}

/** API key 25, versions 0 to 4. */
export const AddOffsetsToTxn: Api<AddOffsetsToTxnRequest, AddOffsetsToTxnRequestInput, AddOffsetsToTxnResponse, AddOffsetsToTxnResponseInput> = {
  key: 25,
  name: 'AddOffsetsToTxn',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 3,
  request: codec({
  name: 'AddOffsetsToTxnRequest',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 3,
  last: true,
  fields: `
transactionalId string 0+ required
producerId int64 0+ required
producerEpoch int16 0+ required
groupId string 0+ required
`,
  read: readAddOffsetsToTxnRequest,
  write: writeAddOffsetsToTxnRequest,
}),
  response: codec({
  name: 'AddOffsetsToTxnResponse',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 3,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
`,
  read: readAddOffsetsToTxnResponse,
  write: writeAddOffsetsToTxnResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
