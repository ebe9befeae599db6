import { allowInsecureRequests, customFetch, introspectionRequest, processIntrospectionResponse } from 'oauth4webapi'
import type { AuthorizationServer, IntrospectionResponse } from 'oauth4webapi'
import { OttlaError, UsageError } from '../errors.js'
import type { OAuthBearerTokenValidator } from '../sasl/oauthbearer/server.js'
import { checkHttpUrl, discoverOnce } from './authorization-server.js'
import { checkClaimOptions, readClaims } from './claims.js'
import type { ClaimOptions } from './claims.js'
import { checkAuthentication, clientAuth } from './client-authentication.js'
import type { ClientAuthentication } from './client-authentication.js'
import { malformedAnswer } from './endpoint-error.js'
import type { HttpOptions } from './http.js'
import { jsonFetch } from './json-endpoint.js'
import { TokenRejected } from './token-rejected.js'
import { tokenValidator } from './token-validation.js'
import type { TokenProof, ValidationOptions } from './token-validation.js'

/** Options of {@link introspectionValidator}. */
export type IntrospectionOptions = ClaimOptions &
  ValidationOptions & {
    /** Default: as the issuer's metadata say. */
    readonly introspectionEndpoint?: string | undefined
    /** The authorization server; if the answer names an issuer, it must be this one. */
    readonly issuer?: string | undefined
    /** Whom the token must be for: one of these; `{ accept: 'any' }` does not look. */
    readonly audience: string | readonly string[] | { readonly accept: 'any' }
    readonly clientId: string
    readonly http?: HttpOptions | undefined
    /** How long a good answer is remembered at most, in ms: so long a revoked token may log in again. Default: 30 000. */
    readonly rememberFor?: number | undefined
    /** How long a session may last whose token's end the service does not tell, in ms. Default: 300 000. */
    readonly defaultLifetime?: number | undefined
  } & ClientAuthentication

/**
 * Validates tokens, opaque ones too, by asking their authorization server (RFC 7662), for
 * `oauthBearerServer({ validateToken })`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for options that cannot work.
 */
export function introspectionValidator(options: IntrospectionOptions): {
  readonly validateToken: OAuthBearerTokenValidator
} {
  checkOptions(options)
  const {
    issuer,
    introspectionEndpoint,
    http = {},
    now = Date.now,
    rememberFor = 30_000,
    defaultLifetime = 300_000,
  } = options
  const discovered = introspectionEndpoint !== undefined ? undefined : discoverOnce({ issuer: issuer ?? '', http })
  const prove: TokenProof = async (value) => {
    const { signal } = new AbortController()
    const server =
      discovered === undefined
        ? { issuer: issuer ?? introspectionEndpoint ?? '', introspection_endpoint: introspectionEndpoint ?? '' }
        : await discovered(signal)
    const answer = await introspect(value, server, { ...options, http, signal })
    if (!answer.active) throw new TokenRejected('the authorization server calls the token inactive')
    checkIssuer(options, answer)
    checkAudience(options, answer)
    const time = now()
    const end = typeof answer.exp === 'number' ? Math.trunc(answer.exp) * 1000 : time + defaultLifetime
    if (end <= time) throw new TokenRejected('the token has ended')
    if (typeof answer.nbf === 'number' && answer.nbf * 1000 > time + 30_000)
      throw new TokenRejected('the token is not valid yet')
    // Opaque tokens often name their user only so.
    const claims: Record<string, unknown> =
      answer.sub === undefined && answer.username !== undefined ? { ...answer, sub: answer.username } : { ...answer }
    const token = readClaims(claims, end, options)
    return { token, until: Math.min(end, time + rememberFor) }
  }
  return { validateToken: tokenValidator(prove, options) }
}

async function introspect(
  value: string,
  server: AuthorizationServer,
  options: IntrospectionOptions & { readonly http: HttpOptions; readonly signal: AbortSignal },
): Promise<IntrospectionResponse> {
  const { clientId, http, signal } = options
  const client = { client_id: clientId }
  const { auth, secrets } = await clientAuth(clientId, options)
  try {
    const response = await introspectionRequest(server, client, auth, value, {
      [customFetch]: jsonFetch(http, [...secrets, value]),
      [allowInsecureRequests]: true,
      signal,
    })
    return await processIntrospectionResponse(server, client, response)
  } catch (error) {
    if (error instanceof OttlaError) throw error
    throw malformedAnswer(
      server.introspection_endpoint ?? server.issuer,
      error instanceof Error ? error.message : 'no answer',
    )
  }
}

function checkIssuer({ issuer }: IntrospectionOptions, answer: IntrospectionResponse): void {
  if (issuer === undefined || answer.iss === undefined || answer.iss === issuer) return
  throw new TokenRejected(`the claim iss fails: it is ${JSON.stringify(answer.iss)}`)
}

function checkAudience({ audience }: IntrospectionOptions, answer: IntrospectionResponse): void {
  if (typeof audience === 'object' && 'accept' in audience) return
  const expected = typeof audience === 'string' ? [audience] : audience
  const given = Array.isArray(answer.aud) ? answer.aud : [answer.aud]
  if (given.some((each) => typeof each === 'string' && expected.includes(each))) return
  throw new TokenRejected('the claim aud fails: the token is not for this service')
}

function checkOptions(options: IntrospectionOptions): void {
  const { issuer, introspectionEndpoint, audience } = options
  checkHttpUrl('introspectionEndpoint', introspectionEndpoint)
  checkHttpUrl('issuer', issuer)
  checkAuthentication(options.clientId, options)
  checkClaimOptions(options)
  if (issuer === undefined && introspectionEndpoint === undefined) {
    throw new UsageError('INVALID_ARGUMENT', 'introspectionEndpoint or issuer must be given')
  }
  if (audience === undefined || audience === '' || (Array.isArray(audience) && audience.length === 0)) {
    throw new UsageError('INVALID_ARGUMENT', "audience must be given, or `{ accept: 'any' }`")
  }
}
