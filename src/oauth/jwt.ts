import { AuthenticationError } from '../errors.js'
import { jsonFields } from '../sasl/oauthbearer/unsecured-jws.js'
import { javaTrim, requireText } from './required-text.js'

/** The parts of a signed token, as they stand. */
export interface JwtParts {
  readonly header: string
  readonly payload: string
  readonly signature: string
}

/**
 * The three parts of a token in its compact form. Kafka: `SerializedJwt`, with its texts but for the token, which is a
 * secret and in no error of ours.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`).
 */
export function splitJwt(token: string | null): JwtParts {
  const sections = 'expected three sections (header, payload, and signature)'
  const trimmed = javaTrim(token ?? '')
  if (trimmed === '') throw invalid(`Empty JWT provided; ${sections}`)
  const parts = trimmed.split('.')
  while (parts.at(-1) === '') parts.pop()
  if (parts.length !== 3) throw invalid(`Malformed JWT provided; ${sections}, but ${parts.length} sections provided`)
  const [header = '', payload = '', signature = ''] = parts.map(javaTrim)
  for (const [name, part] of Object.entries({ header, payload, signature })) {
    if (part !== '') continue
    throw invalid(
      `Malformed JWT provided; expected at least ${sections.slice('expected '.length)}, but ${name} section missing`,
    )
  }
  return { header, payload, signature }
}

/** What a client may know of its own token without proving it: the server does that. */
export interface TokenFacts {
  readonly principal: string
  readonly expiresAt: number
  readonly startsAt: number | undefined
  readonly scope: readonly string[]
}

/** How {@link readJwt} reads. */
export interface ReadJwtOptions {
  /** The claim with the principal. Default: `sub`. Kafka: `sasl.oauthbearer.sub.claim.name`. */
  readonly subjectClaim?: string | undefined
  /** The claim with the scope. Default: `scope`. Kafka: `sasl.oauthbearer.scope.claim.name`. */
  readonly scopeClaim?: string | undefined
  /**
   * `kafka` does not take the characters `-` and `_` of base64url, and takes null, true and false for texts, by mistake.
   * Default: `none`.
   */
  readonly quirks?: 'none' | 'kafka' | undefined
}

/**
 * Looks into a token before it is sent; the signature and whether it has expired are for the server to say. Kafka:
 * `ClientJwtValidator`, with its texts.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`); the token is not in it.
 */
export function readJwt(token: string, options: ReadJwtOptions = {}): TokenFacts {
  const { subjectClaim = 'sub', scopeClaim = 'scope', quirks = 'none' } = options
  return tokenFacts(claimsOf(splitJwt(token).payload, quirks), { subjectClaim, scopeClaim })
}

/** The claims of a token that may be a JWT, without any check; undefined if it is none. */
export function peekClaims(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return claimsOf(splitJwt(token).payload, 'none')
  } catch {
    return undefined
  }
}

/** Kafka's rules for the claims that it uses. @throws AuthenticationError with Kafka's text. */
export function tokenFacts(
  claims: Readonly<Record<string, unknown>>,
  { subjectClaim, scopeClaim }: { readonly subjectClaim: string; readonly scopeClaim: string },
): TokenFacts {
  const scope = scopeOf(scopeClaim, claims[scopeClaim])
  const exp = seconds('exp', claims['exp'])
  if (exp === undefined) throw invalid('exp value must be non-null')
  const expiresAt = milliseconds(exp)
  if (expiresAt < 0) throw invalid(`exp value must be non-negative; value given was "${expiresAt}"`)
  const subject = claims[subjectClaim] ?? null
  if (subject !== null && typeof subject !== 'string') throw invalid(`${subjectClaim} value must be a text`)
  const principal = requireText(`${subjectClaim} value`, subject, invalid)
  const iat = seconds('iat', claims['iat'])
  const startsAt = iat === undefined ? undefined : milliseconds(iat)
  if (startsAt !== undefined && startsAt < 0) {
    throw invalid(`iat value must be null or non-negative; value given was "${startsAt}"`)
  }
  return { principal, expiresAt, startsAt, scope }
}

function scopeOf(name: string, claim: unknown): readonly string[] {
  const elements: readonly unknown[] = typeof claim === 'string' ? [claim] : Array.isArray(claim) ? claim : []
  const scope = new Set<string>()
  for (const element of elements) {
    if (element !== null && typeof element !== 'string') throw invalid(`${name} value must hold texts`)
    const text = requireText(`${name} value`, element, invalid)
    if (scope.has(text)) throw invalid(`${name} value must not contain duplicates - ${text} already present`)
    scope.add(text)
  }
  return [...scope]
}

function seconds(name: string, claim: unknown): number | undefined {
  if (claim === undefined || claim === null) return undefined
  if (typeof claim !== 'number' || !Number.isFinite(claim)) throw invalid(`${name} value must be a number`)
  return claim
}

/** The fraction is cut off, as Kafka does; so is what is beyond all dates. */
function milliseconds(value: number): number {
  const limit = Number.MAX_SAFE_INTEGER
  // The sum makes 0 of -0.
  return Math.min(limit, Math.max(-limit, Math.trunc(value) * 1000)) + 0
}

function claimsOf(payload: string, quirks: 'none' | 'kafka'): Readonly<Record<string, unknown>> {
  const context = 'Could not validate the access token'
  if (quirks === 'kafka') {
    try {
      return jsonFields(payload, true)
    } catch (error) {
      throw error instanceof AuthenticationError ? invalid(`${context}: ${error.message}`) : error
    }
  }
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(payload)) throw invalid(`${context}: malformed Base64 URL encoded value`)
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))
  } catch {
    throw invalid(`${context}: malformed JSON`)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {}
  return json as Readonly<Record<string, unknown>>
}

function invalid(text: string): AuthenticationError {
  return new AuthenticationError('CREDENTIALS_UNAVAILABLE', text, {
    mechanism: 'OAUTHBEARER',
    phase: 'sasl-exchange',
    hint: 'What the token source gave is not a signed JWT with the claims that Kafka needs. Is it an opaque token, or an id of another kind?',
  })
}
