// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { sameInt64 } from '../protocol/defaults.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface InitProducerIdRequest extends Tagged {
  /** string · v0+ · null v0+ */
  transactionalId: string | null
  /** int32 · v0+ */
  transactionTimeoutMs: number
  /** int64 · v3+ · default -1 */
  producerId: bigint
  /** int16 · v3+ · default -1 */
  producerEpoch: number
  /** bool · v6+ · default false */
  enable2Pc: boolean
  /** bool · v6+ · default false */
  keepPreparedTxn: boolean
}

export interface InitProducerIdRequestInput extends Tagged {
  /** string · v0+ · null v0+ */
  transactionalId: string | null
  /** int32 · v0+ */
  transactionTimeoutMs: number
  /** int64 · v3+ · default -1 */
  producerId?: bigint | number | undefined
  /** int16 · v3+ · default -1 */
  producerEpoch?: number | undefined
  /** bool · v6+ · default false */
  enable2Pc?: boolean | undefined
  /** bool · v6+ · default false */
  keepPreparedTxn?: boolean | undefined
}

function readInitProducerIdRequest(r: Reader, v: number): InitProducerIdRequest {
  const transactionalId = r.nullableString()
  const transactionTimeoutMs = r.int32()
  const producerId = v >= 3 ? r.int64() : -1n
  const producerEpoch = v >= 3 ? r.int16() : -1
  const enable2Pc = v >= 6 ? r.bool() : false
  const keepPreparedTxn = v >= 6 ? r.bool() : false
  const x: InitProducerIdRequest = {
    transactionalId,
    transactionTimeoutMs,
    producerId,
    producerEpoch,
    enable2Pc,
    keepPreparedTxn,
  }
  r.tags(x)
  return x
}

function writeInitProducerIdRequest(w: Writer, v: number, x: InitProducerIdRequestInput): void {
  const {
    transactionalId,
    transactionTimeoutMs,
    producerId = -1n,
    producerEpoch = -1,
    enable2Pc = false,
    keepPreparedTxn = false,
    [unknownTags]: unknown,
  } = x
  w.nullableString(transactionalId)
  w.int32(transactionTimeoutMs)
  if (v >= 3) w.int64(producerId)
  else if (!sameInt64(producerId, -1n)) w.unsupported()
  if (v >= 3) w.int16(producerEpoch)
  else if (producerEpoch !== -1) w.unsupported()
  if (v >= 6) w.bool(enable2Pc)
  else if (enable2Pc) w.unsupported()
  if (v >= 6) w.bool(keepPreparedTxn)
  else if (keepPreparedTxn) w.unsupported()
  w.tags(unknown)
}

export interface InitProducerIdResponse extends Tagged {
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ · default -1 */
  producerId: bigint
  /** int16 · v0+ */
  producerEpoch: number
  /** int64 · v6+ · default -1 */
  ongoingTxnProducerId: bigint
  /** int16 · v6+ · default -1 */
  ongoingTxnProducerEpoch: number
}

export interface InitProducerIdResponseInput extends Tagged {
  /** int32 · v0+ · ignorable */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ · default -1 */
  producerId?: bigint | number | undefined
  /** int16 · v0+ */
  producerEpoch: number
  /** int64 · v6+ · default -1 */
  ongoingTxnProducerId?: bigint | number | undefined
  /** int16 · v6+ · default -1 */
  ongoingTxnProducerEpoch?: number | undefined
}

function readInitProducerIdResponse(r: Reader, v: number): InitProducerIdResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const producerId = r.int64()
  const producerEpoch = r.int16()
  const ongoingTxnProducerId = v >= 6 ? r.int64() : -1n
  const ongoingTxnProducerEpoch = v >= 6 ? r.int16() : -1
  const x: InitProducerIdResponse = {
    throttleTimeMs,
    errorCode,
    producerId,
    producerEpoch,
    ongoingTxnProducerId,
    ongoingTxnProducerEpoch,
  }
  r.tags(x)
  return x
}

function writeInitProducerIdResponse(w: Writer, v: number, x: InitProducerIdResponseInput): void {
  const {
    throttleTimeMs,
    errorCode,
    producerId = -1n,
    producerEpoch,
    ongoingTxnProducerId = -1n,
    ongoingTxnProducerEpoch = -1,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.int64(producerId)
  w.int16(producerEpoch)
  if (v >= 6) w.int64(ongoingTxnProducerId)
  else if (!sameInt64(ongoingTxnProducerId, -1n)) w.unsupported()
  if (v >= 6) w.int16(ongoingTxnProducerEpoch)
  else if (ongoingTxnProducerEpoch !== -1) w.unsupported()
  w.tags(unknown)
}

/** API key 22, versions 0 to 6. */
export const InitProducerId: Api<InitProducerIdRequest, InitProducerIdRequestInput, InitProducerIdResponse, InitProducerIdResponseInput> = {
  key: 22,
  name: 'InitProducerId',
  minVersion: 0,
  maxVersion: 6,
  unstableVersion: 6,
  flexibleSince: 2,
  request: codec({
  name: 'InitProducerIdRequest',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 2,
  last: true,
  fields: `
transactionalId string 0+ ?0+ required
transactionTimeoutMs int32 0+ required
producerId int64 3+ =-1
producerEpoch int16 3+ =-1
enable2Pc bool 6+ =false
keepPreparedTxn bool 6+ =false
`,
  read: readInitProducerIdRequest,
  write: writeInitProducerIdRequest,
}),
  response: codec({
  name: 'InitProducerIdResponse',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required ignorable
errorCode int16 0+ required
producerId int64 0+ =-1
producerEpoch int16 0+ required
ongoingTxnProducerId int64 6+ =-1
ongoingTxnProducerEpoch int16 6+ =-1
`,
  read: readInitProducerIdResponse,
  write: writeInitProducerIdResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
