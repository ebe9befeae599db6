/** When to fetch the next token: the formula of Kafka's `ExpiringCredentialRefreshingLogin`. */

/** How far ahead of its end a token is replaced. */
export interface RefreshOptions {
  /** After which part of its life a token is replaced: 0.5 to 1. Default: 0.8. Kafka: `sasl.login.refresh.window.factor`. */
  readonly windowFactor?: number | undefined
  /**
   * The most that chance adds to that part, so that clients started together do not ask together: 0 to 0.25.
   * Default: 0.05. Kafka: `sasl.login.refresh.window.jitter`.
   */
  readonly windowJitter?: number | undefined
  /** The least time between two tokens, in ms. Default: 60 000. Kafka: `sasl.login.refresh.min.period.seconds`. */
  readonly minPeriod?: number | undefined
  /** How long before its end a token is replaced at the latest, in ms. Default: 300 000. Kafka: `sasl.login.refresh.buffer.seconds`. */
  readonly buffer?: number | undefined
}

/** How long a failed login waits for the next try, in ms. */
export const RETRY_AFTER = 10_000

/** The life of a credential; all times in ms since the epoch. */
export interface CredentialLife {
  readonly startsAt?: number | undefined
  readonly expiresAt: number
  /** After this no refresh is possible any more; a Kerberos ticket has such a time, a bearer token has none. */
  readonly latestRefreshAt?: number | undefined
}

/**
 * The time at which to replace a credential (undefined: there is none yet), or undefined if it cannot be replaced.
 *
 * `random` is from 0 to below 1. `loginBeforeLogout: false` is for credentials of which there can be only one at a time.
 */
export function refreshTime(
  now: number,
  credential: CredentialLife | undefined,
  options: RefreshOptions & { readonly random: number; readonly loginBeforeLogout?: boolean | undefined },
): number | undefined {
  const { windowFactor = 0.8, windowJitter = 0.05, minPeriod = 60_000, buffer = 300_000, random } = options
  if (credential === undefined) return now + RETRY_AFTER
  const { startsAt = now, expiresAt, latestRefreshAt } = credential
  if (now > expiresAt) return options.loginBeforeLogout === false ? undefined : now + RETRY_AFTER
  if (latestRefreshAt !== undefined && latestRefreshAt < expiresAt) return undefined
  const part = windowFactor + windowJitter * random
  // So short a life leaves no room for period and buffer: neither counts.
  if (now + minPeriod + buffer > expiresAt) return now + Math.trunc((expiresAt - now) * part)
  const proposed = startsAt + Math.trunc((expiresAt - startsAt) * part)
  return Math.max(Math.min(proposed, expiresAt - buffer), now + minPeriod)
}
