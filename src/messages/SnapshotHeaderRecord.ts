// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface SnapshotHeaderRecord extends Tagged {
  /** int16 · v0+ */
  version: number
  /** int64 · v0+ */
  lastContainedLogTimestamp: bigint
}

export interface SnapshotHeaderRecordInput extends Tagged {
  /** int16 · v0+ */
  version: number
  /** int64 · v0+ */
  lastContainedLogTimestamp: bigint | number
}

function readSnapshotHeaderRecord(r: Reader, _v: number): SnapshotHeaderRecord {
  const version = r.int16()
  const lastContainedLogTimestamp = r.int64()
  const x: SnapshotHeaderRecord = { version, lastContainedLogTimestamp }
  r.tags(x)
  return x
}

function writeSnapshotHeaderRecord(w: Writer, _v: number, x: SnapshotHeaderRecordInput): void {
  const { version, lastContainedLogTimestamp, [unknownTags]: unknown } = x
  w.int16(version)
  w.int64(lastContainedLogTimestamp)
  w.tags(unknown)
}

export const SnapshotHeaderRecord: Message<SnapshotHeaderRecord, SnapshotHeaderRecordInput> = codec({
  name: 'SnapshotHeaderRecord',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: false,
  fields: `
version int16 0+ required
lastContainedLogTimestamp int64 0+ required
`,
  read: readSnapshotHeaderRecord,
  write: writeSnapshotHeaderRecord,
})
