// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import type { Tagged } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AbortedTxn extends Tagged {
  /** int64 · v0+ */
  producerId: bigint
  /** int64 · v0+ */
  firstOffset: bigint
  /** int64 · v0+ */
  lastOffset: bigint
  /** int64 · v0+ */
  lastStableOffset: bigint
}

export interface AbortedTxnInput extends Tagged {
  /** int64 · v0+ */
  producerId: bigint | number
  /** int64 · v0+ */
  firstOffset: bigint | number
  /** int64 · v0+ */
  lastOffset: bigint | number
  /** int64 · v0+ */
  lastStableOffset: bigint | number
}

function readAbortedTxn(r: Reader, _v: number): AbortedTxn {
  const producerId = r.int64()
  const firstOffset = r.int64()
  const lastOffset = r.int64()
  const lastStableOffset = r.int64()
  return { producerId, firstOffset, lastOffset, lastStableOffset }
}

function writeAbortedTxn(w: Writer, _v: number, x: AbortedTxnInput): void {
  const { producerId, firstOffset, lastOffset, lastStableOffset } = x
  w.int64(producerId)
  w.int64(firstOffset)
  w.int64(lastOffset)
  w.int64(lastStableOffset)
}

export const AbortedTxn: Message<AbortedTxn, AbortedTxnInput> = codec({
  name: 'AbortedTxn',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: null,
  last: false,
  fields: `
producerId int64 0+ required
firstOffset int64 0+ required
lastOffset int64 0+ required
lastStableOffset int64 0+ required
`,
  read: readAbortedTxn,
  write: writeAbortedTxn,
})
