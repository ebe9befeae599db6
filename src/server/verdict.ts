import type { Principal } from './principal.js'
import type { SessionTimes } from './session.js'
import type { Authenticated } from '../sasl/mechanism.js'

/** A client that has proven who it is, until it proves it again. */
export interface Session<P extends Principal> extends SessionTimes {
  readonly principal: P
  /** Null on listeners without SASL. */
  readonly mechanism: string | null
  readonly authorizationId: string | null
  readonly negotiatedProperty: Authenticated['negotiatedProperty']
  /** Whether the client is able to re-authenticate: it speaks SaslAuthenticate from version 1 on. */
  readonly renewable: boolean
}

/** Why a login ended, for the operator. Never holds a secret; never shown to the client. */
export interface Refusal {
  /** `authentication`: the client could not prove who it is, or came in a wrong way; `protocol`: it speaks no Kafka. */
  readonly kind: 'authentication' | 'protocol'
  /** Whether a credential was judged: what counts as an attempt at guessing. */
  readonly guess: boolean
  readonly reason: string
  readonly mechanism?: string | undefined
  /** The name that the client claims to have; unproven. */
  readonly user?: string | undefined
  readonly cause?: unknown
}

/** What the authenticator made of one frame. Replies are whole frames with their size. */
export type Verdict<P extends Principal> =
  | { readonly is: 'continue'; readonly reply: Uint8Array | null }
  | { readonly is: 'authenticated'; readonly reply: Uint8Array | null; readonly session: Session<P> }
  /** The reply and the close wait for the failure delay if `delayed`; otherwise the connection is closed at once. */
  | { readonly is: 'refused'; readonly reply: Uint8Array | null; readonly delayed: boolean; readonly refusal: Refusal }
