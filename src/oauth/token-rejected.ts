import type { TokenRejection } from '../sasl/oauthbearer/server.js'

/** A token is not good: what the client may know, and the reason, which only the operator may. */
export class TokenRejected extends Error {
  readonly rejection: TokenRejection

  constructor(
    reason: string,
    told: { readonly status?: 'invalid_token' | 'insufficient_scope'; readonly scope?: string } = {},
  ) {
    super(reason)
    const { status = 'invalid_token', scope } = told
    this.rejection = { status, scope, reason }
  }

  static {
    this.prototype.name = 'TokenRejected'
  }
}
