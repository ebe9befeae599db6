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
export class AcceptedToken implements OAuthBearerToken {
  readonly principalName: string
  readonly lifetimeMs: number
  readonly startTimeMs: number | undefined
  readonly scope: ReadonlySet<string>
  readonly claims: Readonly<Record<string, unknown>> | undefined
  readonly #value: string

  constructor(value: string, found: ValidatedToken) {
    this.#value = value
    this.principalName = found.principalName
    this.lifetimeMs = found.lifetimeMs
    this.startTimeMs = found.startTimeMs
    this.scope = new Set(found.scope)
    this.claims = found.claims
  }

  get value(): string {
    return this.#value
  }
}
