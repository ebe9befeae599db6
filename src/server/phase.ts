import type { Authenticator } from './authenticator.js'
import type { DisconnectReason } from './events.js'
import type { Principal } from './principal.js'
import type { Session } from './verdict.js'

/** A login under way: the first one, or a re-authentication within an older session. */
export interface Login<P extends Principal> {
  readonly authenticator: Authenticator<P>
  readonly startedAt: number
  /** Set during a re-authentication. */
  readonly session: Session<P> | null
  /** Whether a verdict is awaited. */
  busy: boolean
}

/** Where a connection is in its life. */
export type Phase<P extends Principal> =
  | { readonly is: 'opening' }
  | { readonly is: 'logging-in'; readonly login: Login<P> }
  | { readonly is: 'open'; readonly session: Session<P> }
  /** The reply and the close wait for the failure delay; what comes is read and ignored. */
  | { readonly is: 'failing'; readonly reply: Uint8Array | null }
  /** No more requests are taken; what was asked is answered. */
  | { readonly is: 'draining'; readonly reason: DisconnectReason }
  | { readonly is: 'closing'; readonly reason: DisconnectReason }
  | { readonly is: 'closed' }

const EDGES: Readonly<Record<Phase<Principal>['is'], readonly Phase<Principal>['is'][]>> = {
  opening: ['logging-in', 'open', 'closing', 'closed'],
  'logging-in': ['open', 'failing', 'closing', 'closed'],
  open: ['logging-in', 'draining', 'closing', 'closed'],
  failing: ['closing', 'closed'],
  draining: ['closing', 'closed'],
  closing: ['closed'],
  closed: [],
}

/** The next phase, if it may follow. */
export function transition<P extends Principal>(from: Phase<P>, to: Phase<P>): Phase<P> {
  if (from.is !== to.is && !EDGES[from.is].includes(to.is)) throw new Error(`connection: ${from.is} to ${to.is}`)
  return to
}
