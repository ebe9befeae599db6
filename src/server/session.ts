/** How long an authenticated session lasts, and when it may be renewed (KIP-368). */

/** What a login leaves behind for the connection's later life. */
export interface SessionTimes {
  /** What the client is told, in whole ms; 0 is read as: no end. */
  readonly lifetimeMs: number
  /** When the server drops the session, on the monotonic clock; null: never. */
  readonly expiresAt: number | null
}

export interface SessionLimits {
  /** When the credential ends, in ms since the epoch; undefined: it does not. */
  readonly credentialExpiresAt: number | undefined
  /** `connections.max.reauth.ms`; 0 or less: no limit. */
  readonly maxSessionLifetime: number
  readonly now: number
  readonly monotonic: number
}

/**
 * The shorter of the credential's remaining life and the server's limit. A token limits its session even where the
 * server sets no limit. A credential that has just ended is sent as 0, which clients read as "no end", while the
 * server drops the session at its next request: Kafka's way, kept because there is no other number to send.
 */
export function sessionTimes({ credentialExpiresAt, maxSessionLifetime, now, monotonic }: SessionLimits): SessionTimes {
  const limit = maxSessionLifetime > 0 ? maxSessionLifetime : Infinity
  const credential = credentialExpiresAt === undefined ? Infinity : Math.max(0, credentialExpiresAt - now)
  const lifetime = Math.min(limit, credential)
  if (lifetime === Infinity) return { lifetimeMs: 0, expiresAt: null }
  return { lifetimeMs: Math.floor(lifetime), expiresAt: monotonic + lifetime }
}

/** Strictly after its end, as Kafka has it. Tested when a request arrives, so that idle connections stay. */
export function isExpired(session: Pick<SessionTimes, 'expiresAt'>, monotonic: number): boolean {
  return session.expiresAt !== null && monotonic > session.expiresAt
}

const MIN_REAUTHENTICATION_INTERVAL = 1000

/**
 * Whether a SaslHandshake at this moment begins a re-authentication. Otherwise it is an ordinary request, and one at
 * the wrong time. A session without end cannot be renewed; one that has already ended can.
 */
export function mayReauthenticate(
  session: Pick<SessionTimes, 'expiresAt'>,
  lastStart: number | null,
  monotonic: number,
): boolean {
  if (session.expiresAt === null) return false
  return lastStart === null || monotonic - lastStart >= MIN_REAUTHENTICATION_INTERVAL
}
