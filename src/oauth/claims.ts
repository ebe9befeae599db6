import { AuthenticationError, UsageError } from '../errors.js'
import type { ValidatedToken } from '../sasl/oauthbearer/token.js'
import { tokenFacts } from './jwt.js'
import { TokenRejected } from './token-rejected.js'

/** Which claims mean what. */
export interface ClaimOptions {
  /** Whom the token is for. Default: `sub`. Kafka: `sasl.oauthbearer.sub.claim.name`. */
  readonly principalClaim?: string | undefined
  /** What the token is for: a text with blanks between, or a list. Default: `scope`. Kafka: `sasl.oauthbearer.scope.claim.name`. */
  readonly scopeClaim?: string | undefined
  /** Groups or roles: a text or a list of texts; the principal builder finds them as `claims.groups`. Default: none. */
  readonly groupsClaim?: string | undefined
  /** Each of them must be in the scope; else the client is told `insufficient_scope` with all of them. */
  readonly requiredScopes?: readonly string[] | undefined
  /**
   * `kafka` reads claims as Kafka does: a scope that is a text is one element, however many blanks it has, a scope named
   * twice is an error, and `iat` is required. Default: `none`.
   */
  readonly quirks?: 'none' | 'kafka' | undefined
}

/**
 * What a token's proven claims mean; they become part of the result.
 *
 * @throws TokenRejected.
 */
export function readClaims(
  claims: Readonly<Record<string, unknown>>,
  lifetimeMs: number,
  options: ClaimOptions,
): ValidatedToken {
  const { principalClaim = 'sub', scopeClaim = 'scope', groupsClaim, requiredScopes = [] } = options
  const found = options.quirks === 'kafka' ? asKafka(claims, { principalClaim, scopeClaim }) : undefined
  const scope = found?.scope ?? textsOf(scopeClaim, claims[scopeClaim], /\s+/)
  if (!requiredScopes.every((required) => scope.includes(required))) {
    throw new TokenRejected(`the scope is ${JSON.stringify(scope.join(' '))}`, {
      status: 'insufficient_scope',
      scope: requiredScopes.join(' '),
    })
  }
  return {
    principalName: found?.principalName ?? principalOf(principalClaim, claims[principalClaim]),
    lifetimeMs: found?.lifetimeMs ?? lifetimeMs,
    startTimeMs: typeof claims['iat'] === 'number' ? Math.trunc(claims['iat']) * 1000 : undefined,
    scope,
    claims: groupsClaim === undefined ? claims : { ...claims, groups: textsOf(groupsClaim, claims[groupsClaim]) },
  }
}

function asKafka(
  claims: Readonly<Record<string, unknown>>,
  names: { principalClaim: string; scopeClaim: string },
): {
  scope: readonly string[]
  principalName: string
  lifetimeMs: number
} {
  if (claims['iat'] === undefined) throw new TokenRejected('iat is missing')
  try {
    const facts = tokenFacts(claims, { subjectClaim: names.principalClaim, scopeClaim: names.scopeClaim })
    return { scope: facts.scope, principalName: facts.principal, lifetimeMs: facts.expiresAt }
  } catch (error) {
    if (error instanceof AuthenticationError) throw new TokenRejected(error.message)
    throw error
  }
}

function principalOf(name: string, claim: unknown): string {
  if (typeof claim === 'string' && claim.trim() !== '') return claim
  throw new TokenRejected(claim === undefined ? `the claim ${name} is missing` : `the claim ${name} is no name`)
}

/** A text, split if it may be, or a list of texts. */
function textsOf(name: string, claim: unknown, separator?: RegExp): readonly string[] {
  if (claim === undefined || claim === null) return []
  const list: unknown = typeof claim === 'string' ? (separator === undefined ? [claim] : claim.split(separator)) : claim
  if (!Array.isArray(list) || !list.every((element): element is string => typeof element === 'string')) {
    throw new TokenRejected(`the claim ${name} is neither a text nor a list of texts`)
  }
  return list.filter((element) => element !== '')
}

/** @throws UsageError (`INVALID_ARGUMENT`) for what is no claim name. */
export function checkClaimOptions(options: ClaimOptions): void {
  for (const name of ['principalClaim', 'scopeClaim', 'groupsClaim'] as const) {
    const value = options[name]
    if (value === undefined || (typeof value === 'string' && value.trim() !== '')) continue
    throw new UsageError('INVALID_ARGUMENT', `${name} must be a text that is not blank`)
  }
}
