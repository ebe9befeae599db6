import { cachedTokens } from '../token-cache.js'
import type { CachedTokenSource, TokenCacheOptions } from '../token-cache.js'
import { awsIdentity } from './identity.js'
import type { AwsIdentityOptions } from './identity.js'
import { canonicalQuery, presignedQuery } from './sigv4.js'
import type { AwsCredentials } from './credentials.js'

/** Options of {@link mskIamToken}. */
export interface MskIamTokenOptions extends AwsIdentityOptions, TokenCacheOptions {}

/** How long MSK takes a signature, in seconds. */
const EXPIRES_IN = 900

/**
 * Tokens for Amazon MSK with IAM over OAUTHBEARER: a signed URL in base64url, good for 15 minutes, made here; only
 * credentials may have to be fetched.
 *
 * ```ts
 * import { connect, oauthBearer } from 'ottla'
 * import { mskIamToken } from 'ottla/oauth'
 *
 * const sasl = oauthBearer({ token: mskIamToken({ region: 'eu-central-1' }) })
 * const connection = await connect({ host: 'b-1.example.kafka.eu-central-1.amazonaws.com', port: 9098, tls: true, sasl })
 * await connection.close()
 * ```
 *
 * @throws UsageError (`INVALID_ARGUMENT`). Fetching fails with AuthenticationError (`CREDENTIALS_UNAVAILABLE`) without
 * credentials.
 */
export function mskIamToken(options: MskIamTokenOptions = {}): CachedTokenSource {
  const now = (): number => options.clock?.now() ?? Date.now()
  const identity = awsIdentity(options, now)
  return cachedTokens(async ({ signal }) => {
    const credentials = await identity.credentials(signal)
    const startsAt = now()
    const expiresAt = Math.min(startsAt + EXPIRES_IN * 1000, credentials.expiresAt ?? Infinity)
    return { token: mskIamAuthToken(identity.region(), credentials, startsAt), startsAt, expiresAt }
  }, options)
}

/** One such token, signed at `now` (ms since the epoch). Secret: whoever has it can log in for 15 minutes. */
export function mskIamAuthToken(region: string, credentials: AwsCredentials, now: number): string {
  const host = `kafka.${region}.amazonaws.com`
  const query = presignedQuery(
    { path: '/', query: { Action: 'kafka-cluster:Connect' }, headers: { host } },
    { region, service: 'kafka-cluster', credentials, now, expiresIn: EXPIRES_IN },
  )
  // What is not signed comes last.
  return Buffer.from(`https://${host}/?${canonicalQuery(query)}&User-Agent=ottla`).toString('base64url')
}
