// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface RequestHeader extends Tagged {
  /** int16 · v0+ */
  requestApiKey: number
  /** int16 · v0+ */
  requestApiVersion: number
  /** int32 · v0+ */
  correlationId: number
  /** string · v1+ · null v1+ */
  clientId: string | null
}

export interface RequestHeaderInput extends Tagged {
  /** int16 · v0+ */
  requestApiKey: number
  /** int16 · v0+ */
  requestApiVersion: number
  /** int32 · v0+ */
  correlationId: number
  /** string · v1+ · null v1+ */
  clientId: string | null
}

function readRequestHeader(r: Reader, _v: number): RequestHeader {
  const requestApiKey = r.int16()
  const requestApiVersion = r.int16()
  const correlationId = r.int32()
  const clientId = r.nullableShortString()
  const x: RequestHeader = { requestApiKey, requestApiVersion, correlationId, clientId }
  r.tags(x)
  return x
}

function writeRequestHeader(w: Writer, _v: number, x: RequestHeaderInput): void {
  const { requestApiKey, requestApiVersion, correlationId, clientId, [unknownTags]: unknown } = x
  w.int16(requestApiKey)
  w.int16(requestApiVersion)
  w.int32(correlationId)
  w.nullableShortString(clientId)
  w.tags(unknown)
}

export const RequestHeader: Message<RequestHeader, RequestHeaderInput> = codec({
  name: 'RequestHeader',
  minVersion: 1,
  maxVersion: 2,
  flexibleSince: 2,
  last: false,
  fields: `
requestApiKey int16 0+ required
requestApiVersion int16 0+ required
correlationId int32 0+ required
clientId string 1+ ?1+ required legacy
`,
  read: readRequestHeader,
  write: writeRequestHeader,
})
