import { UsageError } from '../../errors.js'
import type { HttpOptions } from '../http.js'
import { jwtBearerFetch } from '../jwt-bearer.js'
import { rereadFile } from '../reread-file.js'
import type { RetryOptions } from '../retry.js'
import { cachedTokens } from '../token-cache.js'
import type { CachedTokenSource, TokenCacheOptions } from '../token-cache.js'
import { managedKafkaToken } from './managed-kafka.js'

/** Options of {@link googleServiceAccount}. */
export interface GoogleServiceAccountOptions extends TokenCacheOptions {
  /** The file with the service account's key, as Google gives it out (`"type": "service_account"`). */
  readonly keyFile: string
  /** Blanks separate several. Default: `https://www.googleapis.com/auth/cloud-platform`. */
  readonly scope?: string | undefined
  /** For an identity token for this audience in place of an access token. */
  readonly audience?: string | undefined
  /** Whether an access token takes the form of Google's Managed Service for Apache Kafka. Default: true. */
  readonly managedKafka?: boolean | undefined
  /** Default: Google's; the one in the key file is not believed, so that the key's proof goes nowhere else. */
  readonly tokenEndpoint?: string | undefined
  readonly http?: HttpOptions | undefined
  readonly retry?: RetryOptions | undefined
}

/**
 * Tokens of a Google service account by its private key (RFC 7523).
 *
 * @throws UsageError (`INVALID_ARGUMENT`). Fetching fails with AuthenticationError (`CREDENTIALS_UNAVAILABLE`).
 */
export function googleServiceAccount(options: GoogleServiceAccountOptions): CachedTokenSource {
  const {
    tokenEndpoint = 'https://oauth2.googleapis.com/token',
    audience,
    managedKafka = audience === undefined,
    clock,
  } = options
  const { scope = 'https://www.googleapis.com/auth/cloud-platform', http, retry } = options
  if (audience !== undefined && managedKafka) {
    throw new UsageError('INVALID_ARGUMENT', 'an identity token (audience) cannot have the form of managedKafka')
  }
  const read = rereadFile(options.keyFile, 'The key of the service account')
  const fetch = jwtBearerFetch({
    tokenEndpoint,
    http,
    retry,
    clock,
    algorithm: 'RS256',
    privateKey: async () => parseKey(await read()).privateKey,
    assertionLifetime: 3600,
    assertionBackdating: 0,
    template: async () => {
      const { email, keyId } = parseKey(await read())
      const wanted = audience === undefined ? { scope } : { target_audience: audience }
      return { header: { kid: keyId }, payload: { iss: email, sub: email, aud: tokenEndpoint, ...wanted } }
    },
  })
  return cachedTokens(async ({ signal }) => {
    const found = await fetch({ signal })
    return managedKafka ? managedKafkaToken(found, parseKey(await read()).email, clock?.now() ?? Date.now()) : found
  }, options)
}

function parseKey(text: string): { email: string; privateKey: string; keyId: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalidKey()
  }
  const member = (name: string): string => {
    const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined
    if (typeof value !== 'string' || value === '') throw invalidKey()
    return value
  }
  return { email: member('client_email'), privateKey: member('private_key'), keyId: member('private_key_id') }
}

function invalidKey(): UsageError {
  return new UsageError('INVALID_ARGUMENT', 'The key file is not that of a Google service account', {
    hint: 'It must be JSON with client_email, private_key and private_key_id. Application default credentials of a user do not work here.',
  })
}
