// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import type { Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DefaultPrincipalData extends Tagged {
  /** string · v0+ */
  type: string
  /** string · v0+ */
  name: string
  /** bool · v0+ */
  tokenAuthenticated: boolean
}

export interface DefaultPrincipalDataInput extends Tagged {
  /** string · v0+ */
  type: string
  /** string · v0+ */
  name: string
  /** bool · v0+ */
  tokenAuthenticated: boolean
}

function readDefaultPrincipalData(r: Reader, _v: number): DefaultPrincipalData {
  const type = r.string()
  const name = r.string()
  const tokenAuthenticated = r.bool()
  const x: DefaultPrincipalData = { type, name, tokenAuthenticated }
  r.tags(x)
  return x
}

function writeDefaultPrincipalData(w: Writer, _v: number, x: DefaultPrincipalDataInput): void {
  const { type, name, tokenAuthenticated, [unknownTags]: unknown } = x
  w.string(type)
  w.string(name)
  w.bool(tokenAuthenticated)
  w.tags(unknown)
}

export const DefaultPrincipalData: Message<DefaultPrincipalData, DefaultPrincipalDataInput> = codec({
  name: 'DefaultPrincipalData',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: false,
  fields: `
type string 0+ required
name string 0+ required
tokenAuthenticated bool 0+ required
`,
  read: readDefaultPrincipalData,
  write: writeDefaultPrincipalData,
})
