import { allowInsecureRequests, customFetch, discoveryRequest, processDiscoveryResponse } from 'oauth4webapi'
import type { AuthorizationServer } from 'oauth4webapi'
import { AuthenticationError, UsageError } from '../errors.js'
import { malformedAnswer } from './endpoint-error.js'
import type { HttpOptions } from './http.js'
import { jsonFetch } from './json-endpoint.js'

/** Where an authorization server is: its issuer, which tells all its addresses, or one endpoint. */
export interface Discovery {
  /** The issuer's URL; its metadata is read from `/.well-known/openid-configuration`, else as RFC 8414 says. */
  readonly issuer: string
  readonly http: HttpOptions
}

/**
 * The metadata of an issuer (OpenID Connect Discovery, RFC 8414). The issuer named in it must be the one that was asked.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) that tells what was answered.
 */
export async function discover({ issuer, http }: Discovery, signal: AbortSignal): Promise<AuthorizationServer> {
  const url = new URL(issuer)
  const ask = async (algorithm: 'oidc' | 'oauth2'): Promise<AuthorizationServer> => {
    const options = { [customFetch]: jsonFetch(http), [allowInsecureRequests]: true, signal, algorithm }
    const response = await discoveryRequest(url, options)
    try {
      return await processDiscoveryResponse(url, response)
    } catch (error) {
      throw malformedAnswer(issuer, error instanceof Error ? error.message : 'no metadata')
    }
  }
  try {
    return await ask('oidc')
  } catch (error) {
    if (!(error instanceof AuthenticationError) || error.endpoint?.status !== 404) throw error
    return ask('oauth2')
  }
}

/** The metadata of an issuer, asked for once. */
export function discoverOnce(discovery: Discovery): (signal: AbortSignal) => Promise<AuthorizationServer> {
  let found: AuthorizationServer | undefined
  return async (signal) => (found ??= await discover(discovery, signal))
}

/** @throws UsageError (`INVALID_ARGUMENT`) for what is no absolute URL of HTTP. */
export function checkHttpUrl(name: string, value: string | undefined): void {
  if (value === undefined) return
  if (URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)) return
  throw new UsageError('INVALID_ARGUMENT', `${name} must be an http: or https: URL`)
}
