// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import type { Tagged } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface EndTxnMarker extends Tagged {
  /** int32 · v0+ */
  coordinatorEpoch: number
}

export interface EndTxnMarkerInput extends Tagged {
  /** int32 · v0+ */
  coordinatorEpoch: number
}

function readEndTxnMarker(r: Reader, _v: number): EndTxnMarker {
  const coordinatorEpoch = r.int32()
  return { coordinatorEpoch }
}

function writeEndTxnMarker(w: Writer, _v: number, x: EndTxnMarkerInput): void {
  const { coordinatorEpoch } = x
  w.int32(coordinatorEpoch)
}

export const EndTxnMarker: Message<EndTxnMarker, EndTxnMarkerInput> = codec({
  name: 'EndTxnMarker',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: null,
  last: false,
  fields: `
coordinatorEpoch int32 0+ required
`,
  read: readEndTxnMarker,
  write: writeEndTxnMarker,
})
