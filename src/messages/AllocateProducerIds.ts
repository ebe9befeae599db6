// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AllocateProducerIdsRequest extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch: bigint
}

export interface AllocateProducerIdsRequestInput extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch?: bigint | number | undefined
}

function readAllocateProducerIdsRequest(r: Reader, _v: number): AllocateProducerIdsRequest {
  const brokerId = r.int32()
  const brokerEpoch = r.int64()
  const x: AllocateProducerIdsRequest = { brokerId, brokerEpoch }
  r.tags(x)
  return x
}

function writeAllocateProducerIdsRequest(w: Writer, _v: number, x: AllocateProducerIdsRequestInput): void {
  const { brokerId, brokerEpoch = -1n, [unknownTags]: unknown } = x
  w.int32(brokerId)
  w.int64(brokerEpoch)
  w.tags(unknown)
}

export interface AllocateProducerIdsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  producerIdStart: bigint
  /** int32 · v0+ */
  producerIdLen: number
}

export interface AllocateProducerIdsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** int64 · v0+ */
  producerIdStart: bigint | number
  /** int32 · v0+ */
  producerIdLen: number
}

function readAllocateProducerIdsResponse(r: Reader, _v: number): AllocateProducerIdsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const producerIdStart = r.int64()
  const producerIdLen = r.int32()
  const x: AllocateProducerIdsResponse = { throttleTimeMs, errorCode, producerIdStart, producerIdLen }
  r.tags(x)
  return x
}

function writeAllocateProducerIdsResponse(w: Writer, _v: number, x: AllocateProducerIdsResponseInput): void {
  const { throttleTimeMs, errorCode, producerIdStart, producerIdLen, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.int64(producerIdStart)
  w.int32(producerIdLen)
  w.tags(unknown)
}

/** API key 67, versions 0 to 0. */
export const AllocateProducerIds: Api<AllocateProducerIdsRequest, AllocateProducerIdsRequestInput, AllocateProducerIdsResponse, AllocateProducerIdsResponseInput> = {
  key: 67,
  name: 'AllocateProducerIds',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'AllocateProducerIdsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
brokerId int32 0+ required
brokerEpoch int64 0+ =-1
`,
  read: readAllocateProducerIdsRequest,
  write: writeAllocateProducerIdsRequest,
}),
  response: codec({
  name: 'AllocateProducerIdsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
producerIdStart int64 0+ required
producerIdLen int32 0+ required
`,
  read: readAllocateProducerIdsResponse,
  write: writeAllocateProducerIdsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
