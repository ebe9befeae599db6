import { UsageError, type CloseReasonName, type OttlaError } from '../errors.js'

/** Why a connection ended, and the error that was at the root of it, if any. */
export interface CloseReason {
  readonly name: CloseReasonName
  /** The one root cause: every error that the end brings upon a waiter has it as its `cause`. */
  readonly error?: OttlaError | undefined
}

/**
 * Where a connection is in its life. There is no flag beside this value.
 *
 * ```text
 * resolving → connecting → securing → negotiating → authenticating → ready ⇄ re-authenticating
 *                                                                      └→ draining → closed
 * ```
 *
 * `closed` follows from every state. From `authenticating` a connection may go back to `resolving`: a broker hangs up
 * on a mechanism that it does not offer, so the next one of a list needs a new socket.
 */
export type State =
  | { readonly name: 'resolving' }
  | { readonly name: 'connecting' }
  | { readonly name: 'securing' }
  | { readonly name: 'negotiating' }
  | { readonly name: 'authenticating'; readonly mechanism: string; readonly step: 'handshake' | 'exchange' }
  | { readonly name: 'ready' }
  | { readonly name: 're-authenticating'; readonly mechanism: string }
  | { readonly name: 'draining'; readonly reason: CloseReason }
  | { readonly name: 'closed'; readonly reason: CloseReason }

export type StateName = State['name']

const edges: { readonly [name in StateName]: readonly StateName[] } = {
  resolving: ['connecting', 'closed'],
  connecting: ['securing', 'negotiating', 'closed'],
  securing: ['negotiating', 'closed'],
  negotiating: ['authenticating', 'ready', 'closed'],
  authenticating: ['authenticating', 'ready', 'resolving', 'closed'],
  ready: ['re-authenticating', 'draining', 'closed'],
  're-authenticating': ['ready', 'draining', 'closed'],
  draining: ['closed'],
  closed: [],
}

/** The one way from a state to the next. @throws UsageError (`ILLEGAL_STATE`) on an edge that the life of a connection has not. */
export function transition<To extends State>(from: State, to: To): To {
  if (!edges[from.name].includes(to.name)) {
    throw new UsageError('ILLEGAL_STATE', `a connection cannot go from ${from.name} to ${to.name}`)
  }
  return to
}
