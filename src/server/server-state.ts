import type { Socket } from 'node:net'
import type { Authenticator } from './authenticator.js'
import type { ConnectionInfo } from './context.js'
import type { Dispatcher } from './dispatcher.js'
import type { DisconnectReason, ServerEvents } from './events.js'
import type { Counters } from './metrics.js'
import type { ServerOptions } from './options.js'
import type { Principal } from './principal.js'
import type { Listed } from './roster.js'
import type { Tap } from './tap.js'
import type { Refusal, Session } from './verdict.js'

/** What the connections of a server share, and what they report to it. */
export interface ServerState<P extends Principal> {
  readonly options: ServerOptions<P>
  readonly dispatcher: Dispatcher<P>
  readonly events: ServerEvents
  readonly counters: Counters
  readonly tap: Tap | null
  /** @param session set for a re-authentication. */
  authenticator(connection: ConnectionInfo, session: Session<P> | null): Authenticator<P>
  /** The subject of the client's certificate, in the form of RFC 2253. */
  distinguishedName(socket: Socket): string | undefined
  failed(connection: ConnectionInfo, refusal: Refusal): void
  disconnected(connection: ConnectionInfo & Listed, reason: DisconnectReason, cause: unknown): void
}
