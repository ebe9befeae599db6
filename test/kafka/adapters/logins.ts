import { oauthBearer, plain, scramSha256, scramSha512, type ClientMechanism, type ErrorCode } from 'ottla'
import { unsecuredLogin, unsecuredToken } from 'ottla/sasl'

const right = { username: 'alice', password: 'alice-secret' }
const wrong = { username: 'alice', password: 'not-her-secret' }

const jws = (lifetimeSeconds: number): string =>
  unsecuredToken(
    { unsecuredLoginStringClaim_sub: 'alice', unsecuredLoginLifetimeSeconds: String(lifetimeSeconds) },
    Date.now(),
  )?.token ?? ''

export const rightLogins: readonly ClientMechanism[] = [
  plain(right),
  scramSha256(right),
  scramSha512(right),
  oauthBearer({ token: unsecuredLogin({ unsecuredLoginStringClaim_sub: 'alice' }), allowPlaintext: true }),
]

export interface WrongLogin {
  readonly sasl: ClientMechanism
  readonly code: ErrorCode
  readonly text: RegExp
}

export const wrongLogins: readonly WrongLogin[] = [
  { sasl: plain(wrong), code: 'AUTHENTICATION_FAILED', text: /^Authentication failed: Invalid username or password$/ },
  ...[scramSha256(wrong), scramSha512(wrong)].map((sasl) => ({
    ...{ sasl, code: 'AUTHENTICATION_FAILED' as const },
    text: /^Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-/,
  })),
  {
    sasl: oauthBearer({ token: expired(), allowPlaintext: true }),
    code: 'TOKEN_REJECTED',
    text: /\{"status":"invalid_token"\}/,
  },
]

function expired(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ sub: 'alice', iat: 1_000_000_000, exp: 1_000_003_600 })}.`
}

/** OAUTHBEARER with extensions, and how often its token was asked for. */
export function tracing(extensions: Readonly<Record<string, string>>): { sasl: ClientMechanism; asked(): number } {
  let count = 0
  const token = (): { token: string; extensions: Readonly<Record<string, string>> } => {
    count++
    return { token: jws(3600), extensions }
  }
  return { sasl: oauthBearer({ token, allowPlaintext: true }), asked: () => count }
}
