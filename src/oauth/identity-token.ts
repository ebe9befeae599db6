import { malformedAnswer } from './endpoint-error.js'
import { peekClaims } from './jwt.js'
import type { FetchedToken } from './token-cache.js'

/**
 * The token in the answer of a cloud's metadata service: `access_token`, and its end as `expires_on` (s since the epoch) or
 * `expires_in` (s from now), numbers or texts.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) if there is none.
 */
export function identityToken(json: unknown, url: string, now: number): FetchedToken {
  const member = (name: string): unknown =>
    typeof json === 'object' && json !== null && Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined
  const token = member('access_token')
  if (typeof token !== 'string' || token === '') throw malformedAnswer(url, 'no access_token')
  const [endsOn, endsIn] = [Number(member('expires_on') ?? Number.NaN), Number(member('expires_in') ?? Number.NaN)]
  const expiresAt = Number.isFinite(endsOn) ? endsOn * 1000 : now + endsIn * 1000
  const claims = peekClaims(token)
  const subject = claims?.['sub']
  return {
    token,
    startsAt: now,
    ...(Number.isFinite(expiresAt) ? { expiresAt } : {}),
    ...(typeof subject === 'string' ? { principal: subject } : {}),
    answer: json as Readonly<Record<string, unknown>>,
  }
}
