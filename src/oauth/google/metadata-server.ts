import { UsageError } from '../../errors.js'
import { malformedAnswer } from '../endpoint-error.js'
import { environmentOf, variable } from '../environment.js'
import type { Environment } from '../environment.js'
import { exchange } from '../http.js'
import type { HttpOptions } from '../http.js'
import { identityToken } from '../identity-token.js'
import { refusal } from '../json-endpoint.js'
import { peekClaims } from '../jwt.js'
import { retry } from '../retry.js'
import type { RetryOptions } from '../retry.js'
import { cachedTokens } from '../token-cache.js'
import type { CachedTokenSource, FetchedToken, TokenCacheOptions } from '../token-cache.js'
import { managedKafkaToken } from './managed-kafka.js'

/** Options of {@link googleMetadataServer}. */
export interface GoogleMetadataServerOptions extends TokenCacheOptions {
  /**
   * `access-token`: as it is. `managed-kafka`: an access token in the form that Google's Managed Service for Apache Kafka
   * takes. `id-token`: a signed identity token for `audience`. Default: `managed-kafka`.
   */
  readonly format?: 'access-token' | 'managed-kafka' | 'id-token' | undefined
  /** For an identity token. */
  readonly audience?: string | undefined
  /** For an access token, where it shall have less than all scopes of the instance. */
  readonly scopes?: readonly string[] | undefined
  /** Default: `default`. */
  readonly serviceAccount?: string | undefined
  /** Default: that of the process (`GCE_METADATA_HOST`). */
  readonly environment?: Environment | undefined
  readonly http?: HttpOptions | undefined
  readonly retry?: RetryOptions | undefined
}

/**
 * Tokens of the service account of a Google Cloud machine, pod (GKE workload identity) or function, from its metadata
 * server.
 *
 * @throws UsageError (`INVALID_ARGUMENT`). Fetching fails with AuthenticationError (`CREDENTIALS_UNAVAILABLE`).
 */
export function googleMetadataServer(options: GoogleMetadataServerOptions = {}): CachedTokenSource {
  const { format = 'managed-kafka', audience, scopes = [], serviceAccount = 'default', clock } = options
  if ((format === 'id-token') !== (audience !== undefined)) {
    throw new UsageError('INVALID_ARGUMENT', 'audience must be given for format id-token, and for no other')
  }
  const host = variable(environmentOf(options.environment), 'GCE_METADATA_HOST') ?? 'metadata.google.internal'
  const base = `http://${host}/computeMetadata/v1/instance/service-accounts/${encodeURIComponent(serviceAccount)}`
  const http = { ...options.http, allowPlaintext: true }
  const fetch = async (signal: AbortSignal): Promise<FetchedToken> => {
    const now = clock?.now() ?? Date.now()
    if (audience !== undefined) {
      const query = new URLSearchParams({ audience, format: 'full' })
      const token = (await ask(`${base}/identity?${query.toString()}`, http, signal)).trim()
      const exp = peekClaims(token)?.['exp']
      if (typeof exp !== 'number') throw malformedAnswer(base, 'no identity token')
      return { token, startsAt: now, expiresAt: Math.trunc(exp) * 1000 }
    }
    const query = scopes.length === 0 ? '' : `?${new URLSearchParams({ scopes: scopes.join(',') }).toString()}`
    const found = identityToken(parse(await ask(`${base}/token${query}`, http, signal), base), base, now)
    if (format === 'access-token') return found
    return managedKafkaToken(found, (await ask(`${base}/email`, http, signal)).trim(), now)
  }
  return cachedTokens(({ signal }) => retry(fetch, { ...options.retry, signal }), options)
}

async function ask(url: string, http: HttpOptions, signal: AbortSignal): Promise<string> {
  const answer = await exchange(url, { method: 'GET', headers: { 'Metadata-Flavor': 'Google' }, signal }, http)
  if (answer.status !== 200) throw refusal(url, answer, [])
  // Any host may have that name in a network that is not Google's.
  if (answer.headers.get('metadata-flavor') !== 'Google') throw malformedAnswer(url, 'not a metadata server of Google')
  return answer.body
}

function parse(body: string, url: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw malformedAnswer(url, 'not JSON')
  }
}
