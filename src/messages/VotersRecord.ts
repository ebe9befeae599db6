// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface VotersRecord extends Tagged {
  /** int16 · v0+ */
  version: number
  /** v0+ */
  voters: VotersRecordVoter[]
}

export interface VotersRecordInput extends Tagged {
  /** int16 · v0+ */
  version: number
  /** v0+ */
  voters: readonly VotersRecordVoterInput[]
}

export interface VotersRecordVoter extends Tagged {
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
  /** v0+ */
  endpoints: VotersRecordEndpoint[]
  /** v0+ */
  kRaftVersionFeature: VotersRecordKRaftVersionFeature
}

export interface VotersRecordVoterInput extends Tagged {
  /** int32 · v0+ */
  voterId: number
  /** uuid · v0+ */
  voterDirectoryId: string
  /** v0+ */
  endpoints: readonly VotersRecordEndpointInput[]
  /** v0+ */
  kRaftVersionFeature: VotersRecordKRaftVersionFeatureInput
}

export interface VotersRecordKRaftVersionFeature extends Tagged {
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface VotersRecordKRaftVersionFeatureInput extends Tagged {
  /** int16 · v0+ */
  minSupportedVersion: number
  /** int16 · v0+ */
  maxSupportedVersion: number
}

export interface VotersRecordEndpoint extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

export interface VotersRecordEndpointInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ */
  host: string
  /** uint16 · v0+ */
  port: number
}

function readVotersRecordEndpoint(r: Reader, _v: number): VotersRecordEndpoint {
  const name = r.string()
  const host = r.string()
  const port = r.uint16()
  const x: VotersRecordEndpoint = { name, host, port }
  r.tags(x)
  return x
}

function readVotersRecordEndpointList(r: Reader, v: number, n: number): VotersRecordEndpoint[] {
  const list = listOf<VotersRecordEndpoint>(n)
  for (let i = 0; i < n; i++) list[i] = readVotersRecordEndpoint(r, v)
  return list
}

function writeVotersRecordEndpoint(w: Writer, _v: number, x: VotersRecordEndpointInput): void {
  const { name, host, port, [unknownTags]: unknown } = x
  w.string(name)
  w.string(host)
  w.uint16(port)
  w.tags(unknown)
}

function readVotersRecordKRaftVersionFeature(r: Reader, _v: number): VotersRecordKRaftVersionFeature {
  const minSupportedVersion = r.int16()
  const maxSupportedVersion = r.int16()
  const x: VotersRecordKRaftVersionFeature = { minSupportedVersion, maxSupportedVersion }
  r.tags(x)
  return x
}

function writeVotersRecordKRaftVersionFeature(w: Writer, _v: number, x: VotersRecordKRaftVersionFeatureInput): void {
  const { minSupportedVersion, maxSupportedVersion, [unknownTags]: unknown } = x
  w.int16(minSupportedVersion)
  w.int16(maxSupportedVersion)
  w.tags(unknown)
}

function readVotersRecordVoter(r: Reader, v: number): VotersRecordVoter {
  const voterId = r.int32()
  const voterDirectoryId = r.uuid()
  const endpoints = readVotersRecordEndpointList(r, v, r.count(5, 7))
  const kRaftVersionFeature = readVotersRecordKRaftVersionFeature(r, v)
  const x: VotersRecordVoter = { voterId, voterDirectoryId, endpoints, kRaftVersionFeature }
  r.tags(x)
  return x
}

function readVotersRecordVoterList(r: Reader, v: number, n: number): VotersRecordVoter[] {
  const list = listOf<VotersRecordVoter>(n)
  for (let i = 0; i < n; i++) list[i] = readVotersRecordVoter(r, v)
  return list
}

function writeVotersRecordVoter(w: Writer, v: number, x: VotersRecordVoterInput): void {
  const { voterId, voterDirectoryId, endpoints, kRaftVersionFeature, [unknownTags]: unknown } = x
  w.int32(voterId)
  w.uuid(voterDirectoryId)
  w.count(endpoints)
  for (const element of endpoints) writeVotersRecordEndpoint(w, v, element)
  writeVotersRecordKRaftVersionFeature(w, v, kRaftVersionFeature)
  w.tags(unknown)
}

function readVotersRecord(r: Reader, v: number): VotersRecord {
  const version = r.int16()
  const voters = readVotersRecordVoterList(r, v, r.count(27, 22))
  const x: VotersRecord = { version, voters }
  r.tags(x)
  return x
}

function writeVotersRecord(w: Writer, v: number, x: VotersRecordInput): void {
  const { version, voters, [unknownTags]: unknown } = x
  w.int16(version)
  w.count(voters)
  for (const element of voters) writeVotersRecordVoter(w, v, element)
  w.tags(unknown)
}

export const VotersRecord: Message<VotersRecord, VotersRecordInput> = codec({
  name: 'VotersRecord',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: false,
  fields: `
version int16 0+ required
voters []struct 0+ required
  voterId int32 0+ required
  voterDirectoryId uuid 0+ required
  endpoints []struct 0+ required
    name string 0+ required
    host string 0+ required
    port uint16 0+ required
  kRaftVersionFeature struct 0+ required
    minSupportedVersion int16 0+ required
    maxSupportedVersion int16 0+ required
`,
  read: readVotersRecord,
  write: writeVotersRecord,
})
