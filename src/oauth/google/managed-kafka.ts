import type { FetchedToken } from '../token-cache.js'

/**
 * The form in which Google's Managed Service for Apache Kafka takes an access token: three parts as of a JWT, the third
 * being the access token.
 */
export function managedKafkaToken(found: FetchedToken, email: string, now: number): FetchedToken {
  const { expiresAt = now + 3_600_000 } = found
  const encode = (text: string): string => Buffer.from(text).toString('base64url')
  const claims = {
    exp: Math.floor(expiresAt / 1000),
    iat: Math.floor(now / 1000),
    iss: 'Google',
    scope: 'kafka',
    sub: email,
  }
  const header = { typ: 'JWT', alg: 'GOOG_OAUTH2_TOKEN' }
  const token = [JSON.stringify(header), JSON.stringify(claims), found.token].map(encode).join('.')
  return { ...found, token, expiresAt, principal: email }
}
