/** Whom settings are for, and how they reach the broker. */
export interface SettingsRequest {
  readonly bootstrap: string
  readonly ca: string | undefined
  /** Undefined where nobody needs to log in. */
  readonly mechanism: string | undefined
  /** For PLAIN and SCRAM. */
  readonly user?: { readonly name: string; readonly password: string } | undefined
  /** For OAUTHBEARER: the `sub` claim of the unsigned token that Kafka's clients make for themselves. */
  readonly principal?: string | undefined
}
