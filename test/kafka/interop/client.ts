import type { ClientSettings } from 'ottla/testing'

/** What one cell of the table asks of a client: log in, produce so many records, consume them again in a group. */
export interface Cell {
  readonly bootstrap: string
  /** What the broker hands out for clients: those that are configured by values alone use it as it is. */
  readonly settings?: ClientSettings
  /** A PEM file: the connection is encrypted. */
  readonly ca?: string
  /** Absent: no login. */
  readonly mechanism?: string
  /** For GSSAPI: the keys of `username`. */
  readonly keytab?: string
  readonly username: string
  readonly password: string
  /** For OAUTHBEARER. */
  readonly token: string
  /** When the token ends, in seconds since the epoch. */
  readonly expires: number
  readonly extensions: Readonly<Record<string, string>>
  readonly topic: string
  readonly group: string
  readonly count: number
}

export type Answer = { readonly ok: true; readonly consumed: number } | { readonly ok: false; readonly error: string }

export interface RunningClient extends AsyncDisposable {
  exchange(cell: Cell): Promise<Answer>
}

/** A foreign client: what it is, and which logins it has. */
export interface ForeignClient {
  readonly name: string
  readonly version: string
  readonly mechanisms: readonly string[]
  /** Where it has no GSSAPI: what it has in its place, and what it says, in part, if it is told to use it. */
  readonly withoutGssapi?: { readonly why: string; readonly says: string }
  /** Logins that it cannot do by its own doing: a real Kafka must refuse it alike. */
  readonly ownFault?: { readonly mechanisms: readonly string[]; readonly fault: string }
  /** Whether it can send extensions (KIP-342). */
  readonly extensions: boolean
  start(): Promise<RunningClient>
}

export const commonMechanisms: readonly string[] = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER']
export const everyMechanism: readonly string[] = [...commonMechanisms, 'GSSAPI']
