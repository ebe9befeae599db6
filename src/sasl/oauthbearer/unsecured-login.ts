import { UsageError } from '../../errors.js'
import { SaslExtensions } from '../extensions.js'
import type { BearerToken, TokenSource } from './token-source.js'
import { blankIs } from './unsecured-jws.js'
import { validateExtensions } from './grammar.js'

/**
 * The options of Kafka's `OAuthBearerUnsecuredLoginCallbackHandler`, under their names in JAAS text:
 *
 * - `unsecuredLoginStringClaim_<name>`, `unsecuredLoginNumberClaim_<name>`, `unsecuredLoginListClaim_<name>`: claims of the
 *   token. A list's first character is what separates its elements: `|one|two`.
 * - `unsecuredLoginPrincipalClaimName` (`sub`), `unsecuredLoginScopeClaimName` (`scope`)
 * - `unsecuredLoginLifetimeSeconds` (`3600`): a whole number
 * - `unsecuredLoginExtension_<name>`: extensions (KIP-342). They carry no signature.
 */
export type UnsecuredLoginOptions = Readonly<Record<string, string>>

/** A token as {@link unsecuredToken} makes it: what its source knows of it is complete. */
export interface UnsecuredToken extends BearerToken {
  readonly expiresAt: number
  readonly startsAt: number
  readonly principal: string
  readonly extensions: SaslExtensions
}

/**
 * A source of tokens that nobody signed, each made when it is asked for: for development and tests only.
 * Use it as `oauthBearer({ token: unsecuredLogin({ unsecuredLoginStringClaim_sub: 'alice' }) })`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for wrong options, or options that make no token.
 */
export function unsecuredLogin(options: UnsecuredLoginOptions, clock: () => number = Date.now): TokenSource {
  const make = (): UnsecuredToken => {
    const token = unsecuredToken(options, clock())
    if (token !== null) return token
    throw invalid('No claims are given: a login without a token cannot open a connection')
  }
  make()
  return { token: make }
}

const STRING_CLAIM = 'unsecuredLoginStringClaim_'
const NUMBER_CLAIM = 'unsecuredLoginNumberClaim_'
const LIST_CLAIM = 'unsecuredLoginListClaim_'
const EXTENSION = 'unsecuredLoginExtension_'

/**
 * Makes one token; null without any options, as in Kafka, where such a login has no token.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text.
 */
export function unsecuredToken(options: UnsecuredLoginOptions, nowMs: number): UnsecuredToken | null {
  const names = Object.keys(options)
  if (names.length === 0) return null
  if (names.every((name) => name.startsWith(EXTENSION)))
    throw invalid('Extensions provided in login context without a token')
  const principalClaim = blankIs('sub', options.unsecuredLoginPrincipalClaimName)
  const scopeClaim = blankIs('scope', options.unsecuredLoginScopeClaimName)
  const iat = nowMs / 1000
  const exp = iat + wholeNumber(options.unsecuredLoginLifetimeSeconds ?? '3600')
  const claims = configuredClaims(options)
  if (typeof claims.get(scopeClaim) === 'number')
    throw invalid(`The '${scopeClaim}' claim was not of type List: Double`)
  const principal = claims.get(principalClaim)
  if (typeof principal === 'object') throw invalid(`The '${principalClaim}' claim was not of type String: ArrayList`)
  if (typeof principal === 'number') throw invalid(`The '${principalClaim}' claim was not of type String: Double`)
  if (principal === undefined || principal.trim() === '')
    throw invalid(`No principal name in JWT claim: ${principalClaim}`)
  const token = `${base64({ alg: 'none' })}.${base64({ exp, iat, ...Object.fromEntries(claims) })}.`
  const extensions = configuredExtensions(options)
  return { token, startsAt: nowMs, expiresAt: Math.round(exp * 1000), principal, extensions }
}

/** The extensions among the options. @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text. */
function configuredExtensions(options: UnsecuredLoginOptions): SaslExtensions {
  const pairs = Object.entries(options).filter(([name]) => name.startsWith(EXTENSION))
  const extensions = SaslExtensions.from(pairs.map(([name, value]) => [name.slice(EXTENSION.length), value] as const))
  try {
    validateExtensions(extensions)
  } catch (error) {
    throw error instanceof Error ? invalid(error.message) : error
  }
  return extensions
}

type Claim = string | number | readonly string[]

function configuredClaims(options: UnsecuredLoginOptions): Map<string, Claim> {
  const claims = new Map<string, Claim>()
  for (const [option, value] of Object.entries(options)) {
    const prefix = [STRING_CLAIM, NUMBER_CLAIM, LIST_CLAIM].find((candidate) => option.startsWith(candidate))
    if (prefix === undefined || option === prefix) continue
    const name = option.slice(prefix.length)
    if (name === 'iat' || name === 'exp') throw invalid(`Cannot explicitly set the '${name}' claim`)
    claims.set(name, prefix === STRING_CLAIM ? value : prefix === NUMBER_CLAIM ? decimal(value) : list(value))
  }
  return claims
}

/** `|one|two`; Kafka's own splitting fails for some separators and adds elements for others. */
function list(value: string): readonly string[] {
  const [separator] = value
  if (separator === undefined || value === separator) return []
  return value.slice(separator.length).split(separator)
}

function decimal(text: string): number {
  const number = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[dDfF]?$/.test(text.trim())
    ? Number.parseFloat(text)
    : NaN
  if (!Number.isFinite(number)) throw invalid(`For input string: "${text}"`)
  return number
}

function wholeNumber(text: string): number {
  if (!/^[+-]?[0-9]{1,15}$/.test(text)) throw invalid(`For input string: "${text}"`)
  return Number(text)
}

/**
 * The standard alphabet, unpadded: Kafka's validator of such tokens knows no other, although a JWT should be base64url.
 * Both kinds of text are the same unless a `-` or `_` would occur.
 */
function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64').replace(/=+$/, '')
}

function invalid(text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', text, { hint: 'See the options unsecuredLogin… of the login.' })
}
