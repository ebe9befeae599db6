import {
  allowInsecureRequests,
  customFetch,
  genericTokenEndpointRequest,
  processGenericTokenEndpointResponse,
} from 'oauth4webapi'
import type { AuthorizationServer, ClientAuth, TokenEndpointResponse } from 'oauth4webapi'
import { AuthenticationError, UsageError } from '../errors.js'
import { checkHttpUrl, discoverOnce } from './authorization-server.js'
import { malformedAnswer } from './endpoint-error.js'
import type { HttpOptions } from './http.js'
import { jsonFetch } from './json-endpoint.js'
import { peekClaims } from './jwt.js'
import { checkRetry, retry } from './retry.js'
import type { RetryOptions } from './retry.js'
import type { FetchedToken, TokenCacheOptions } from './token-cache.js'

/** What all grants at a token endpoint have in common. */
export interface GrantOptions extends TokenCacheOptions {
  /** Kafka: `sasl.oauthbearer.token.endpoint.url`. Default: as the issuer's metadata say. */
  readonly tokenEndpoint?: string | undefined
  /** The authorization server, where its metadata tell the token endpoint (OpenID Connect Discovery, RFC 8414). */
  readonly issuer?: string | undefined
  /** What is asked for; blanks separate several. Kafka: `sasl.oauthbearer.scope`. */
  readonly scope?: string | undefined
  /** Whom the token is for, where the service takes it so (not standardised, but common). */
  readonly audience?: string | undefined
  /** Whom the token is for (RFC 8707): one URI or several. */
  readonly resource?: string | readonly string[] | undefined
  /** More parameters of the request. */
  readonly parameters?: Readonly<Record<string, string>> | undefined
  readonly http?: HttpOptions | undefined
  /** How failures that may pass are tried again. */
  readonly retry?: RetryOptions | undefined
}

/** One request to a token endpoint, made anew for each try: assertions must not be used twice. */
export interface Grant {
  readonly clientId: string
  readonly auth: ClientAuth
  readonly grantType: string
  readonly parameters: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
}

/** @throws UsageError (`INVALID_ARGUMENT`) before anything is asked. */
export function checkGrant(options: GrantOptions): void {
  checkHttpUrl('tokenEndpoint', options.tokenEndpoint)
  checkHttpUrl('issuer', options.issuer)
  checkRetry(options.retry ?? {})
  if (options.tokenEndpoint === undefined && options.issuer === undefined) {
    throw new UsageError('INVALID_ARGUMENT', 'tokenEndpoint or issuer must be given')
  }
}

/** The function that gets tokens by grants that `grant` makes. */
export function tokenGrant(
  options: GrantOptions,
  grant: (signal: AbortSignal) => Promise<Grant>,
): (request: { readonly signal: AbortSignal }) => Promise<FetchedToken> {
  checkGrant(options)
  const { issuer, tokenEndpoint, http = {} } = options
  const discovered = issuer === undefined || tokenEndpoint !== undefined ? undefined : discoverOnce({ issuer, http })
  const serverOf = async (signal: AbortSignal): Promise<AuthorizationServer> => {
    if (discovered !== undefined) return discovered(signal)
    const endpoint = tokenEndpoint ?? ''
    return { issuer: issuer ?? endpoint, token_endpoint: endpoint }
  }
  return ({ signal }) =>
    retry(async (inner) => request(await serverOf(inner), await grant(inner), { ...options, http, signal: inner }), {
      ...options.retry,
      signal,
    })
}

async function request(
  server: AuthorizationServer,
  grant: Grant,
  options: GrantOptions & { readonly http: HttpOptions; readonly signal: AbortSignal },
): Promise<FetchedToken> {
  const { http, signal, clock } = options
  const client = {
    client_id: grant.clientId,
    use_mtls_endpoint_aliases: http.tls?.cert !== undefined || http.tls?.pfx !== undefined,
  }
  try {
    const response = await genericTokenEndpointRequest(
      server,
      client,
      grant.auth,
      grant.grantType,
      parametersOf(options, grant),
      {
        [customFetch]: lenientFetch(http, grant.secrets),
        // What may go without TLS is decided in one place for all requests, not here.
        [allowInsecureRequests]: true,
        headers: { 'cache-control': 'no-cache' },
        signal,
      },
    )
    const answer = await processGenericTokenEndpointResponse(server, client, response)
    return fetchedToken(answer, clock?.now() ?? Date.now())
  } catch (error) {
    if (error instanceof AuthenticationError || error instanceof UsageError) throw error
    // The library's error holds the whole answer as its cause, and with it the token.
    throw malformedAnswer(server.token_endpoint ?? server.issuer, error instanceof Error ? error.message : 'no token')
  }
}

function parametersOf({ scope, audience, resource, parameters }: GrantOptions, grant: Grant): URLSearchParams {
  const all = new URLSearchParams({ grant_type: grant.grantType, ...parameters, ...grant.parameters })
  if (scope !== undefined && scope.trim() !== '') all.set('scope', scope.trim())
  if (audience !== undefined) all.set('audience', audience)
  for (const uri of typeof resource === 'string' ? [resource] : (resource ?? [])) all.append('resource', uri)
  return all
}

/**
 * Some services leave out `token_type`, which Kafka never looked at; others give an id token only, which then is the token.
 * An id token beside it is nothing to us.
 */
function lenientFetch(http: HttpOptions, secrets: readonly string[]): ReturnType<typeof jsonFetch> {
  const ask = jsonFetch(http, secrets)
  return async (url, init) => {
    const response = await ask(url, init)
    const json: unknown = await response.json()
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return Response.json(json)
    const { id_token: idToken, ...rest } = json as Readonly<Record<string, unknown>>
    const only = rest['access_token'] === undefined && idToken !== undefined ? { access_token: idToken } : {}
    return Response.json({ token_type: 'bearer', ...rest, ...only })
  }
}

const TEN_YEARS = 315_360_000

/** The answer of a token endpoint as a token: it ends when it says, or when the endpoint says, whichever comes first. */
export function fetchedToken(answer: TokenEndpointResponse, now: number): FetchedToken {
  const { access_token: token, expires_in: seconds } = answer
  const claims = peekClaims(token)
  const told = seconds === undefined || seconds <= 0 ? [] : [now + Math.min(seconds, TEN_YEARS) * 1000]
  const claimed = typeof claims?.['exp'] === 'number' ? [Math.trunc(claims['exp']) * 1000] : []
  const ends = [...told, ...claimed]
  return {
    token,
    ...(ends.length === 0 ? {} : { expiresAt: Math.min(...ends) }),
    ...(typeof claims?.['iat'] === 'number' ? { startsAt: Math.trunc(claims['iat']) * 1000 } : {}),
    ...(typeof claims?.['sub'] === 'string' ? { principal: claims['sub'] } : {}),
    answer,
  }
}
