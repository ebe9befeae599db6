import { checkAuthentication, clientAuth } from './client-authentication.js'
import type { ClientAuthentication } from './client-authentication.js'
import { cachedTokens } from './token-cache.js'
import type { CachedTokenSource, TokenFetch } from './token-cache.js'
import { tokenGrant } from './token-grant.js'
import type { GrantOptions } from './token-grant.js'

/** Options of {@link clientCredentials}. */
export type ClientCredentialsOptions = GrantOptions & {
  /** Kafka: `sasl.oauthbearer.client.credentials.client.id`, or `clientId` of the JAAS entry. */
  readonly clientId: string
} & ClientAuthentication

/**
 * Tokens by client credentials (RFC 6749, section 4.4) from an authorization server, fetched once for all connections and
 * replaced ahead of their end.
 *
 * ```ts
 * import { connect, oauthBearer } from 'ottla'
 * import { clientCredentials } from 'ottla/oauth'
 *
 * const token = clientCredentials({
 *   issuer: 'https://login.example.com/',
 *   clientId: 'orders',
 *   clientSecret: () => process.env['ORDERS_SECRET'] ?? '',
 *   scope: 'kafka',
 * })
 * const connection = await connect({ host: 'broker.example.com', port: 9093, tls: true, sasl: oauthBearer({ token }) })
 * await connection.close()
 * ```
 *
 * Kafka: `OAuthBearerLoginCallbackHandler` (KIP-768), `ClientCredentialsJwtRetriever`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for options that cannot work. Fetching fails with AuthenticationError
 * (`CREDENTIALS_UNAVAILABLE`), whose `endpoint` tells what was answered.
 */
export function clientCredentials(options: ClientCredentialsOptions): CachedTokenSource {
  return cachedTokens(clientCredentialsFetch(options), options)
}

/** What {@link clientCredentials} does for one token. */
export function clientCredentialsFetch(options: ClientCredentialsOptions): TokenFetch {
  const { clientId } = options
  checkAuthentication(clientId, options)
  return tokenGrant(options, async () => {
    const { auth, secrets } = await clientAuth(clientId.trim(), options)
    return { clientId: clientId.trim(), auth, secrets, grantType: 'client_credentials', parameters: {} }
  })
}
