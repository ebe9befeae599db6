// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ResponseHeader extends Tagged {
  /** int32 · v0+ */
  correlationId: number
}

export interface ResponseHeaderInput extends Tagged {
  /** int32 · v0+ */
  correlationId: number
}

function readResponseHeader(r: Reader, _v: number): ResponseHeader {
  const correlationId = r.int32()
  const x: ResponseHeader = { correlationId }
  r.tags(x)
  return x
}

function writeResponseHeader(w: Writer, _v: number, x: ResponseHeaderInput): void {
  const { correlationId, [unknownTags]: unknown } = x
  w.int32(correlationId)
  w.tags(unknown)
}

export const ResponseHeader: Message<ResponseHeader, ResponseHeaderInput> = codec({
  name: 'ResponseHeader',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  last: false,
  fields: `
correlationId int32 0+ required
`,
  read: readResponseHeader,
  write: writeResponseHeader,
})
