import type { EventEmitter } from 'node:events'
import { errors, jwtVerify } from 'jose'
import type { JWTVerifyOptions, JWTVerifyResult } from 'jose'
import { UsageError } from '../errors.js'
import type { OAuthBearerTokenValidator } from '../sasl/oauthbearer/server.js'
import { checkHttpUrl } from './authorization-server.js'
import { checkClaimOptions, readClaims } from './claims.js'
import type { ClaimOptions } from './claims.js'
import { KeySet } from './key-set.js'
import type { KeySetEventMap, KeySetOptions } from './key-set.js'
import type { ProvenToken } from './remembered-tokens.js'
import { TokenRejected } from './token-rejected.js'
import { memoryOf, tokenValidator } from './token-validation.js'
import type { ValidationOptions } from './token-validation.js'

/** Options of {@link jwtValidator}. */
export interface JwtValidatorOptions extends KeySetOptions, ClaimOptions, ValidationOptions {
  /**
   * Who must have made the token: one issuer or several; `{ accept: 'any' }` does not look, which is for keys that only
   * one issuer uses. With neither `jwksUri` nor `jwks` the keys are found by the (first) issuer's metadata. Kafka:
   * `sasl.oauthbearer.expected.issuer`.
   */
  readonly issuer: string | readonly string[] | { readonly accept: 'any' }
  /**
   * Whom the token must be for: one of these. `{ accept: 'any' }` does not look: then every token of the issuer logs in,
   * also one that was given to another service. `{ accept: 'none' }` takes tokens without audience only. Kafka:
   * `sasl.oauthbearer.expected.audience`.
   */
  readonly audience: string | readonly string[] | { readonly accept: 'any' | 'none' }
  /** Algorithms of signatures. Default: all that use a public key; those with a shared secret cannot be allowed. */
  readonly algorithms?: readonly string[] | undefined
  /** How much the clocks may differ, in ms. Default: 30 000. Kafka: `sasl.oauthbearer.clock.skew.seconds`. */
  readonly clockTolerance?: number | undefined
  /** `typ` of the token's header, `at+jwt` for instance (RFC 9068). Default: not looked at. */
  readonly typ?: string | undefined
}

/** A validator, and its key set's events. */
export interface JwtValidator {
  readonly validateToken: OAuthBearerTokenValidator
  readonly keys: { readonly events: EventEmitter<KeySetEventMap> }
}

/**
 * Validates JWTs by the public keys of their issuer, for `oauthBearerServer({ validateToken })`.
 *
 * ```ts
 * import { oauthBearerServer } from 'ottla/sasl'
 * import { jwtValidator } from 'ottla/oauth'
 *
 * const { validateToken } = jwtValidator({ issuer: 'https://login.example.com/', audience: 'kafka' })
 * export const mechanism = oauthBearerServer({ validateToken })
 * ```
 *
 * The client learns that its token is invalid, or which scope it lacks; the reason is for the operator (`refuse` event of
 * the server). Keys that cannot be had refuse the login, too, but as an error of the server.
 *
 * Kafka: `OAuthBearerValidatorCallbackHandler` (KIP-768), `BrokerJwtValidator`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for options that would let in too much or nobody.
 */
export function jwtValidator(options: JwtValidatorOptions): JwtValidator {
  check(options)
  const issuers =
    'string' === typeof options.issuer ? [options.issuer] : 'accept' in options.issuer ? [] : options.issuer
  const keys = new KeySet({ ...options, issuer: issuers[0] })
  const { now = Date.now } = options
  const remembered = memoryOf(options)
  // A key that is withdrawn takes its tokens with it.
  keys.events.on('change', () => {
    remembered.clear()
  })
  const common = verifyOptions(options, issuers)
  const proven = ({ payload }: JWTVerifyResult): ProvenToken => {
    checkAudience(options, payload.aud)
    const lifetimeMs = Math.min(Math.trunc(payload.exp ?? 0) * 1000, Number.MAX_SAFE_INTEGER)
    return { token: readClaims(payload, lifetimeMs, options), until: lifetimeMs }
  }
  const prove = (value: string): Promise<ProvenToken> => {
    const verifying = { ...common, currentDate: new Date(now()) }
    return jwtVerify(value, keys.lookup, verifying).then(proven, async (error: unknown) =>
      proven(await otherKeys(error, value, verifying)),
    )
  }
  return { validateToken: tokenValidator(prove, options, remembered), keys }
}

function verifyOptions(options: JwtValidatorOptions, issuers: readonly string[]): JWTVerifyOptions {
  const { audience, algorithms = PUBLIC_KEY_ALGORITHMS, clockTolerance = 30_000, typ } = options
  const audiences = typeof audience === 'string' ? [audience] : 'accept' in audience ? undefined : [...audience]
  return {
    algorithms: [...algorithms],
    clockTolerance: clockTolerance / 1000,
    requiredClaims: ['exp'],
    ...(issuers.length === 0 ? {} : { issuer: [...issuers] }),
    ...(audiences === undefined ? {} : { audience: audiences }),
    ...(typ === undefined ? {} : { typ }),
  }
}

/** A token without a key id fits several keys of its kind; more than this are not tried. */
const MAX_TRIED = 8

/** Where a verification failed because several keys fit, each of them; otherwise that is the end. */
async function otherKeys(error: unknown, value: string, options: JWTVerifyOptions): Promise<JWTVerifyResult> {
  if (!(error instanceof errors.JWKSMultipleMatchingKeys)) {
    throw error instanceof errors.JOSEError ? new TokenRejected(reasonOf(error)) : error
  }
  let tried = 0
  for await (const key of error) {
    if (++tried > MAX_TRIED) break
    try {
      return await jwtVerify(value, key, options)
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue
      if (error instanceof errors.JOSEError) throw new TokenRejected(reasonOf(error))
      throw error
    }
  }
  throw new TokenRejected('no key of the issuer verifies the signature, and the token names none')
}

function reasonOf(error: InstanceType<typeof errors.JOSEError>): string {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) {
    return `the claim ${error.claim} fails: ${error.message}`
  }
  return error.message
}

function checkAudience({ audience }: JwtValidatorOptions, claim: unknown): void {
  if (typeof audience === 'string' || !('accept' in audience) || audience.accept !== 'none' || claim === undefined)
    return
  throw new TokenRejected('the token is for an audience, and none is expected')
}

const PUBLIC_KEY_ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

function check(options: JwtValidatorOptions): void {
  const { issuer, audience, algorithms = PUBLIC_KEY_ALGORITHMS, clockTolerance = 30_000, jwks, jwksUri } = options
  const named = (value: unknown): boolean =>
    typeof value === 'string'
      ? value !== ''
      : Array.isArray(value)
        ? value.length > 0 && value.every((each) => typeof each === 'string' && each !== '')
        : typeof value === 'object' && value !== null && 'accept' in value
  if (!named(issuer)) throw invalid("issuer must be given, or `{ accept: 'any' }`")
  if (!named(audience))
    throw invalid("audience must be given, or `{ accept: 'any' }`, which lets in the tokens of other services")
  if (jwks === undefined && jwksUri === undefined && typeof issuer === 'object' && 'accept' in issuer) {
    throw invalid('jwksUri or jwks must be given where no issuer is')
  }
  checkHttpUrl('jwksUri', jwksUri)
  if (jwks === undefined && jwksUri === undefined)
    checkHttpUrl('issuer', typeof issuer === 'string' ? issuer : Array.isArray(issuer) ? String(issuer[0]) : undefined)
  const foreign = algorithms.filter((name) => !PUBLIC_KEY_ALGORITHMS.includes(name))
  if (foreign.length > 0) throw invalid(`no public key proves a signature by ${foreign.join(', ')}`)
  if (!(clockTolerance >= 0)) throw invalid('clockTolerance must not be negative')
  checkClaimOptions(options)
}

function invalid(text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', text)
}
