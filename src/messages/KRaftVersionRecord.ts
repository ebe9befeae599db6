// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface KRaftVersionRecord extends Tagged {
  /** int16 · v0+ */
  version: number
  /** int16 · v0+ */
  kRaftVersion: number
}

export interface KRaftVersionRecordInput extends Tagged {
  /** int16 · v0+ */
  version: number
  /** int16 · v0+ */
  kRaftVersion: number
}

function readKRaftVersionRecord(r: Reader, _v: number): KRaftVersionRecord {
  const version = r.int16()
  const kRaftVersion = r.int16()
  const x: KRaftVersionRecord = { version, kRaftVersion }
  r.tags(x)
  return x
}

function writeKRaftVersionRecord(w: Writer, _v: number, x: KRaftVersionRecordInput): void {
  const { version, kRaftVersion, [unknownTags]: unknown } = x
  w.int16(version)
  w.int16(kRaftVersion)
  w.tags(unknown)
}

export const KRaftVersionRecord: Message<KRaftVersionRecord, KRaftVersionRecordInput> = codec({
  name: 'KRaftVersionRecord',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: false,
  fields: `
version int16 0+ required
kRaftVersion int16 0+ required
`,
  read: readKRaftVersionRecord,
  write: writeKRaftVersionRecord,
})
