import type { OAuthBearerToken } from '../mechanism.js'

/** What a validator finds in a token. */
export interface ValidatedToken {
  /** Whom the token is for: the authorization id. */
  readonly principalName: string
  /** When the token ends, in ms since the epoch; the session ends with it. */
  readonly lifetimeMs: number
  readonly startTimeMs?: number | undefined
  readonly scope?: Iterable<string> | undefined
  /** For the principal builder: `negotiatedProperty('OAUTHBEARER.token').claims`. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

/** The token as the server session keeps it: its value is there for those who ask for it, and shows nowhere else. */
export function oauthBearerToken(value: string, found: ValidatedToken): OAuthBearerToken {
  const { principalName, lifetimeMs, startTimeMs, scope, claims } = found
  const token: OAuthBearerToken = { value, principalName, lifetimeMs, startTimeMs, scope: new Set(scope ?? []), claims }
  return Object.defineProperty(token, 'value', { enumerable: false })
}
