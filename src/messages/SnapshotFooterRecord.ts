// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface SnapshotFooterRecord extends Tagged {
  /** int16 · v0+ */
  version: number
}

export interface SnapshotFooterRecordInput extends Tagged {
  /** int16 · v0+ */
  version: number
}

function readSnapshotFooterRecord(r: Reader, _v: number): SnapshotFooterRecord {
  const version = r.int16()
  const x: SnapshotFooterRecord = { version }
  r.tags(x)
  return x
}

function writeSnapshotFooterRecord(w: Writer, _v: number, x: SnapshotFooterRecordInput): void {
  const { version, [unknownTags]: unknown } = x
  w.int16(version)
  w.tags(unknown)
}

export const SnapshotFooterRecord: Message<SnapshotFooterRecord, SnapshotFooterRecordInput> = codec({
  name: 'SnapshotFooterRecord',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: false,
  fields: `
version int16 0+ required
`,
  read: readSnapshotFooterRecord,
  write: writeSnapshotFooterRecord,
})
