import { OttlaError } from '../errors.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { OAuthBearerTokenValidator, TokenRejection, ValidationRequest } from '../sasl/oauthbearer/server.js'
import type { ValidatedToken } from '../sasl/oauthbearer/token.js'
import { RememberedTokens } from './remembered-tokens.js'
import type { ProvenToken } from './remembered-tokens.js'
import { TokenRejected } from './token-rejected.js'

/** What all validators have in common. */
export interface ValidationOptions {
  /** Longer tokens are refused unread. Default: 65 536 characters. */
  readonly maxTokenLength?: number | undefined
  /**
   * How many validated tokens are remembered at most, by their digest, until they end. Logins that come with a token while
   * it is being validated share that. 0: none, and each login has its token validated for itself. Default: 10 000.
   */
  readonly maxRemembered?: number | undefined
  /**
   * A check of one's own, for every login: false or a reason (for the operator, not for the client) refuses the token.
   */
  readonly check?:
    ((token: ValidatedToken, request: ValidationRequest) => MaybePromise<boolean | string | undefined>) | undefined
  /** Where a client learns how to get a better token; it is told so when one is rejected (RFC 7628). Default: nothing. */
  readonly openidConfiguration?: string | undefined
  /** In ms since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/** Proves a token. @throws TokenRejected. */
export type TokenProof = (value: string) => Promise<ProvenToken>

/** The frame around a proof: length, memory, own check, and what the client is told. */
export function tokenValidator(
  prove: TokenProof,
  options: ValidationOptions,
  remembered: RememberedTokens = memoryOf(options),
): OAuthBearerTokenValidator {
  const { maxTokenLength = 65_536, check, openidConfiguration } = options
  const validate: OAuthBearerTokenValidator = async (value, request) => {
    try {
      if (value.length > maxTokenLength) {
        throw new TokenRejected(`the token has ${value.length} characters, more than ${maxTokenLength}`)
      }
      const { token } = await remembered.get(value, prove)
      const verdict = check === undefined ? true : await check(token, request)
      if (verdict === true || verdict === undefined) return token
      throw new TokenRejected(verdict === false ? 'the own check says no' : verdict)
    } catch (error) {
      if (error instanceof TokenRejected) return told(error.rejection, openidConfiguration)
      // Keys or introspection are not to be had: that is no fault of the token.
      if (error instanceof OttlaError) throw error
      return told(
        { status: 'invalid_token', reason: error instanceof Error ? error.message : 'no reason' },
        openidConfiguration,
      )
    }
  }
  return validate
}

/** The memory for validated tokens that the options ask for. */
export function memoryOf({ maxRemembered = 10_000, now = Date.now }: ValidationOptions): RememberedTokens {
  return new RememberedTokens(maxRemembered, now)
}

function told(rejection: TokenRejection, openidConfiguration: string | undefined): TokenRejection {
  return openidConfiguration === undefined ? rejection : { ...rejection, openidConfiguration }
}
