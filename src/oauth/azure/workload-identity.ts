import { UsageError } from '../../errors.js'
import { clientCredentials } from '../client-credentials.js'
import { environmentOf, variable } from '../environment.js'
import type { Environment } from '../environment.js'
import type { HttpOptions } from '../http.js'
import { rereadFile } from '../reread-file.js'
import type { RetryOptions } from '../retry.js'
import type { CachedTokenSource, TokenCacheOptions } from '../token-cache.js'

/** Options of {@link azureWorkloadIdentity}. */
export interface AzureWorkloadIdentityOptions extends TokenCacheOptions {
  /** `https://NAMESPACE.servicebus.windows.net/.default` for Event Hubs. */
  readonly scope: string
  /** Default: `AZURE_CLIENT_ID`. */
  readonly clientId?: string | undefined
  /** Default: `AZURE_TENANT_ID`. */
  readonly tenantId?: string | undefined
  /** The projected service account token. Default: `AZURE_FEDERATED_TOKEN_FILE`. */
  readonly tokenFile?: string | undefined
  /** Default: `AZURE_AUTHORITY_HOST`, else `https://login.microsoftonline.com/`. */
  readonly authorityHost?: string | undefined
  /** Default: that of the process. */
  readonly environment?: Environment | undefined
  readonly http?: HttpOptions | undefined
  readonly retry?: RetryOptions | undefined
}

/**
 * Tokens of a Kubernetes service account that Microsoft Entra trusts (workload identity): the projected token, read again
 * whenever it has been replaced, proves the client.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) if neither options nor environment say who and where.
 */
export function azureWorkloadIdentity(options: AzureWorkloadIdentityOptions): CachedTokenSource {
  const environment = environmentOf(options.environment)
  const needed = (value: string | undefined, name: string): string => {
    const found = value ?? variable(environment, name)
    if (found !== undefined) return found
    throw new UsageError('INVALID_ARGUMENT', `Azure workload identity: ${name} is not set`, {
      hint: 'The pod needs the label azure.workload.identity/use: "true", and its service account the client id.',
    })
  }
  const clientId = needed(options.clientId, 'AZURE_CLIENT_ID')
  const tenantId = needed(options.tenantId, 'AZURE_TENANT_ID')
  const file = needed(options.tokenFile, 'AZURE_FEDERATED_TOKEN_FILE')
  const authority =
    options.authorityHost ?? variable(environment, 'AZURE_AUTHORITY_HOST') ?? 'https://login.microsoftonline.com/'
  return clientCredentials({
    ...options,
    tokenEndpoint: `${authority.replace(/\/$/, '')}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
    clientId,
    clientAssertion: rereadFile(file, 'The federated token'),
  })
}
