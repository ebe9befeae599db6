// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import type { Tagged } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ControlRecordTypeSchema extends Tagged {
  /** int16 · v0+ */
  type: number
}

export interface ControlRecordTypeSchemaInput extends Tagged {
  /** int16 · v0+ */
  type: number
}

function readControlRecordTypeSchema(r: Reader, _v: number): ControlRecordTypeSchema {
  const type = r.int16()
  return { type }
}

function writeControlRecordTypeSchema(w: Writer, _v: number, x: ControlRecordTypeSchemaInput): void {
  const { type } = x
  w.int16(type)
}

export const ControlRecordTypeSchema: Message<ControlRecordTypeSchema, ControlRecordTypeSchemaInput> = codec({
  name: 'ControlRecordTypeSchema',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: null,
  last: false,
  fields: `
type int16 0+ required
`,
  read: readControlRecordTypeSchema,
  write: writeControlRecordTypeSchema,
})
