import { AuthenticationError, UsageError } from '../../errors.js'
import type { OAuthBearerExtensionsValidator } from './extensions-validator.js'
import type { OAuthBearerTokenValidator, TokenRejection } from './server.js'
import { blankIs, parseUnsecuredJws } from './unsecured-jws.js'
import type { UnsecuredJws } from './unsecured-jws.js'

/** The options of Kafka's `OAuthBearerUnsecuredValidatorCallbackHandler`, under their names in JAAS text. */
export interface UnsecuredValidatorOptions {
  /** Default: `sub`. */
  readonly unsecuredValidatorPrincipalClaimName?: string
  /** Default: `scope`. */
  readonly unsecuredValidatorScopeClaimName?: string
  /** What a token's scope must hold, separated by blanks. Default: nothing. */
  readonly unsecuredValidatorRequiredScope?: string
  /** In ms, a whole number. Default: `0`. */
  readonly unsecuredValidatorAllowableClockSkewMs?: string | number
}

/** What {@link unsecuredValidator} gives: the part of a server's options that concerns it. */
export interface UnsecuredValidation {
  readonly validateToken: OAuthBearerTokenValidator
  readonly validateExtensions: OAuthBearerExtensionsValidator
  readonly quirks: 'none' | 'kafka'
}

/**
 * Accepts tokens that nobody signed, and all extensions: for development and tests only, as Kafka's default handler of the
 * same rules. Use it as `oauthBearerServer(unsecuredValidator())`.
 *
 * `clock` tells the time in ms since the epoch; `quirks: 'kafka'` adds Kafka's mistakes (those of the token, and of
 * `oauthBearerServer`).
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for a wrong option.
 */
export function unsecuredValidator(
  options: UnsecuredValidatorOptions = {},
  environment: { readonly clock?: () => number; readonly quirks?: 'none' | 'kafka' } = {},
): UnsecuredValidation {
  const { clock = Date.now, quirks = 'none' } = environment
  const principalClaimName = blankIs('sub', options.unsecuredValidatorPrincipalClaimName)
  const scopeClaimName = blankIs('scope', options.unsecuredValidatorScopeClaimName)
  const required = parseScope(options.unsecuredValidatorRequiredScope ?? '')
  const skew = clockSkew(String(options.unsecuredValidatorAllowableClockSkewMs ?? 0))
  return {
    quirks,
    validateToken: (token) => {
      let jws: UnsecuredJws
      try {
        jws = parseUnsecuredJws(token, { principalClaimName, scopeClaimName, quirks })
      } catch (error) {
        if (error instanceof AuthenticationError) return rejected(error.message)
        throw error
      }
      const { lifetimeMs, startTimeMs, scope } = jws
      const now = clock()
      const early = startTimeMs !== undefined && startTimeMs > now + skew
      const impossible = startTimeMs !== undefined && lifetimeMs <= startTimeMs
      if (early) return rejected('The token is not valid yet')
      if (impossible) return rejected('The token ends before it begins')
      if (now - skew >= lifetimeMs) return rejected('The token has expired')
      if (required.every((element) => scope.includes(element))) return jws
      // RFC 6749 separates by blanks; Kafka shows the text form of a Java list.
      return {
        status: 'insufficient_scope',
        scope: quirks === 'kafka' ? `[${required.join(', ')}]` : required.join(' '),
      }
    },
    validateExtensions: (validation) => {
      for (const [name] of validation.inputExtensions) validation.valid(name)
    },
  }
}

/**
 * The elements of a scope text: separated by single blanks, each of the characters of RFC 6749, section 3.3.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text.
 */
export function parseScope(text: string): string[] {
  const elements = text
    .trim()
    .split(' ')
    .filter((element) => element !== '')
  for (const element of elements) {
    if (!/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(element)) {
      throw new UsageError('INVALID_ARGUMENT', `Invalid scope value: ${element}`)
    }
  }
  return elements
}

function rejected(reason: string): TokenRejection {
  return { status: 'invalid_token', reason }
}

function clockSkew(text: string): number {
  const skew = /^[+-]?[0-9]{1,10}$/.test(text.trim()) ? Number(text.trim()) : NaN
  if (Number.isNaN(skew) || Math.abs(skew) >= 2 ** 31)
    throw new UsageError('INVALID_ARGUMENT', `For input string: "${text.trim()}"`)
  if (skew < 0) throw new UsageError('INVALID_ARGUMENT', `Allowable clock skew millis must not be negative: ${skew}`)
  return skew
}
