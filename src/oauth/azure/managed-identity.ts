import { AuthenticationError, UsageError } from '../../errors.js'
import { environmentOf, variable } from '../environment.js'
import type { Environment } from '../environment.js'
import type { HttpOptions } from '../http.js'
import { askJson } from '../json-endpoint.js'
import { identityToken } from '../identity-token.js'
import { retry } from '../retry.js'
import { cachedTokens } from '../token-cache.js'
import type { CachedTokenSource, TokenCacheOptions } from '../token-cache.js'

/** Options of {@link azureManagedIdentity}. */
export interface AzureManagedIdentityOptions extends TokenCacheOptions {
  /** What the token is for: `https://NAMESPACE.servicebus.windows.net` for Event Hubs. */
  readonly resource: string
  /** Which of several user-assigned identities: one of the three. Default: the system-assigned one. */
  readonly clientId?: string | undefined
  readonly objectId?: string | undefined
  readonly resourceId?: string | undefined
  /** Default: that of the process. */
  readonly environment?: Environment | undefined
  readonly http?: HttpOptions | undefined
}

/**
 * Tokens of an Azure managed identity: on App Service, Functions and Container Apps by `IDENTITY_ENDPOINT`, elsewhere by the
 * instance metadata service (IMDS).
 *
 * @throws UsageError (`INVALID_ARGUMENT`). Fetching fails with AuthenticationError (`CREDENTIALS_UNAVAILABLE`), whose
 * `endpoint` tells what was answered.
 */
export function azureManagedIdentity(options: AzureManagedIdentityOptions): CachedTokenSource {
  const { resource, clock } = options
  if (typeof resource !== 'string' || resource.trim() === '')
    throw new UsageError('INVALID_ARGUMENT', 'resource must be given')
  if ([options.clientId, options.objectId, options.resourceId].filter((id) => id !== undefined).length > 1) {
    throw new UsageError('INVALID_ARGUMENT', 'only one of clientId, objectId and resourceId can name the identity')
  }
  const http = { ...options.http, allowPlaintext: true }
  const { url, headers, secrets } = endpointOf(options)
  return cachedTokens(
    ({ signal }) =>
      // IMDS answers 404 and 410 while an identity is being set up, 429 and 5xx when it is busy.
      retry(
        async (inner) =>
          identityToken(
            await askJson({ url, method: 'GET', headers, http, secrets, signal: inner }),
            url,
            clock?.now() ?? Date.now(),
          ),
        {
          signal,
          isRetriable: isTransient,
        },
      ),
    options,
  )
}

function endpointOf(options: AzureManagedIdentityOptions): {
  url: string
  headers: Readonly<Record<string, string>>
  secrets: readonly string[]
} {
  const { resource, clientId, objectId, resourceId } = options
  const environment = environmentOf(options.environment)
  const endpoint = variable(environment, 'IDENTITY_ENDPOINT')
  const secret = variable(environment, 'IDENTITY_HEADER')
  if (endpoint !== undefined && secret !== undefined) {
    const query = new URLSearchParams({
      'api-version': '2019-08-01',
      resource,
      ...named({ client_id: clientId, principal_id: objectId, mi_res_id: resourceId }),
    })
    return { url: `${endpoint}?${query.toString()}`, headers: { 'X-IDENTITY-HEADER': secret }, secrets: [secret] }
  }
  const host = variable(environment, 'AZURE_POD_IDENTITY_AUTHORITY_HOST') ?? 'http://169.254.169.254'
  const query = new URLSearchParams({
    'api-version': '2018-02-01',
    resource,
    ...named({ client_id: clientId, object_id: objectId, msi_res_id: resourceId }),
  })
  return {
    url: `${host.replace(/\/$/, '')}/metadata/identity/oauth2/token?${query.toString()}`,
    headers: { Metadata: 'true' },
    secrets: [],
  }
}

function named(parameters: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof AuthenticationError)) return false
  const status = error.endpoint?.status ?? 0
  return error.retriable || status === 404 || status === 410 || status === 429 || status >= 500
}
