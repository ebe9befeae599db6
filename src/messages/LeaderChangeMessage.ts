// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface LeaderChangeMessage extends Tagged {
  /** int16 · v0+ */
  version: number
  /** int32 · v0+ */
  leaderId: number
  /** v0+ */
  voters: LeaderChangeMessageVoter[]
  /** v0+ */
  grantingVoters: LeaderChangeMessageVoter[]
}

export interface LeaderChangeMessageInput extends Tagged {
  /** int16 · v0+ */
  version: number
  /** int32 · v0+ */
  leaderId: number
  /** v0+ */
  voters: readonly LeaderChangeMessageVoterInput[]
  /** v0+ */
  grantingVoters: readonly LeaderChangeMessageVoterInput[]
}

export interface LeaderChangeMessageVoter extends Tagged {
  /** int32 · v0+ */
  voterId: number
  /** uuid · v1+ */
  voterDirectoryId: string
}

export interface LeaderChangeMessageVoterInput extends Tagged {
  /** int32 · v0+ */
  voterId: number
  /** uuid · v1+ */
  voterDirectoryId?: string | undefined
}

function readLeaderChangeMessageVoter(r: Reader, v: number): LeaderChangeMessageVoter {
  const voterId = r.int32()
  const voterDirectoryId = v >= 1 ? r.uuid() : zeroUuid
  const x: LeaderChangeMessageVoter = { voterId, voterDirectoryId }
  r.tags(x)
  return x
}

function readLeaderChangeMessageVoterList(r: Reader, v: number, n: number): LeaderChangeMessageVoter[] {
  const list = listOf<LeaderChangeMessageVoter>(n)
  for (let i = 0; i < n; i++) list[i] = readLeaderChangeMessageVoter(r, v)
  return list
}

function writeLeaderChangeMessageVoter(w: Writer, v: number, x: LeaderChangeMessageVoterInput): void {
  const { voterId, voterDirectoryId = zeroUuid, [unknownTags]: unknown } = x
  w.int32(voterId)
  if (v >= 1) w.uuid(voterDirectoryId)
  else if (voterDirectoryId !== zeroUuid) w.unsupported()
  w.tags(unknown)
}

function readLeaderChangeMessage(r: Reader, v: number): LeaderChangeMessage {
  const version = r.int16()
  const leaderId = r.int32()
  const voters = readLeaderChangeMessageVoterList(r, v, r.count(5, 11))
  const grantingVoters = readLeaderChangeMessageVoterList(r, v, r.count(5, 11))
  const x: LeaderChangeMessage = { version, leaderId, voters, grantingVoters }
  r.tags(x)
  return x
}

function writeLeaderChangeMessage(w: Writer, v: number, x: LeaderChangeMessageInput): void {
  const { version, leaderId, voters, grantingVoters, [unknownTags]: unknown } = x
  w.int16(version)
  w.int32(leaderId)
  w.count(voters)
  for (const element of voters) writeLeaderChangeMessageVoter(w, v, element)
  w.count(grantingVoters)
  for (const element of grantingVoters) writeLeaderChangeMessageVoter(w, v, element)
  w.tags(unknown)
}

export const LeaderChangeMessage: Message<LeaderChangeMessage, LeaderChangeMessageInput> = codec({
  name: 'LeaderChangeMessage',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  last: false,
  fields: `
version int16 0+ required
leaderId int32 0+ required
voters []struct 0+ required
  voterId int32 0+ required
  voterDirectoryId uuid 1+
grantingVoters []struct 0+ required
  voterId int32 0+ required
  voterDirectoryId uuid 1+
`,
  read: readLeaderChangeMessage,
  write: writeLeaderChangeMessage,
})
