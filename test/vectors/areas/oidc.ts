import assert from 'node:assert/strict'
import { constants, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject, KeyPairKeyObjectResult } from 'node:crypto'
import * as oauth from 'ottla/oauth'
import { fail, pass, skip, type Adapter, type Vector, type Verdict } from '../adapter.js'

type Json = Readonly<Record<string, unknown>>

interface Expected {
  readonly ok?: unknown
  readonly throws?: { readonly class: string; readonly message: string | null; readonly jvmText?: boolean }
}

/** Our classes for Java's. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  ConfigException: ['INVALID_ARGUMENT'],
  IllegalArgumentException: ['INVALID_ARGUMENT', 'CREDENTIALS_UNAVAILABLE'],
  ValidateException: ['CREDENTIALS_UNAVAILABLE'],
  ClassCastException: ['CREDENTIALS_UNAVAILABLE'],
  IOException: ['CREDENTIALS_UNAVAILABLE'],
}

const input = (vector: Vector): Json => vector['input'] as Json
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Compares what `run` gives or throws. `secret`: Java quotes it in its text, we never do. */
async function compare(vector: Vector, run: () => unknown, secret = ''): Promise<Verdict> {
  const { ok, throws } = vector['expected'] as Expected
  let actual: unknown
  try {
    actual = await run()
  } catch (error) {
    const { code = '', message } = error as { readonly code?: string; readonly message: string }
    if (throws === undefined) return fail(ok, error)
    const wanted = secret === '' ? throws.message : (throws.message?.replace(` (${secret})`, '') ?? null)
    const named = (CODES[throws.class] ?? []).includes(code)
    const said = throws.jvmText === true || throws.message === null || wanted === message
    return named && said ? pass : fail(throws, { code, message })
  }
  if (throws !== undefined) return fail(throws, actual)
  assert.deepEqual(actual, ok)
  return pass
}

function token(vector: Vector): Promise<Verdict> {
  const value = String(input(vector)['token'])
  const run = (): unknown => {
    const facts = oauth.readJwt(value, { quirks: 'kafka' })
    const { principal: principalName, expiresAt: lifetimeMs, startsAt: startTimeMs = null, scope } = facts
    return { principalName, lifetimeMs, startTimeMs, scope }
  }
  return compare(vector, run, value.trim())
}

async function retry(vector: Vector): Promise<Verdict> {
  const { retryBackoffMs, retryBackoffMaxMs, failuresBeforeSuccess = 0, unretryable } = input(vector)
  const options = { backoff: Number(retryBackoffMs), maxBackoff: Number(retryBackoffMaxMs) }
  const { attempts, sleepsMs, totalMs, result, ...expected } = vector['expected'] as Json & Expected
  let [now, tries] = [0, 0]
  const sleeps: number[] = []
  const sleep = async (ms: number): Promise<void> => void ((now += ms), sleeps.push(ms))
  const run = (): Promise<unknown> => {
    const attempt = async (): Promise<unknown> => {
      if (++tries > Number(failuresBeforeSuccess)) return 'ok'
      throw new Error(`failure ${tries}`)
    }
    const isRetriable = (): boolean => unretryable !== true
    return oauth.retry(attempt, {
      ...options,
      clock: { now: () => now, sleep },
      isRetriable,
      signal: new AbortController().signal,
    })
  }
  if (result === undefined) return compare({ expected }, run)
  const outcome = await run().then(
    () => 'ok',
    (error: unknown) => (error as Error).message,
  )
  const wanted = (result as Expected).throws?.message ?? 'ok'
  assert.deepEqual({ attempts: tries, sleepsMs: sleeps, totalMs: now }, { attempts, sleepsMs, totalMs })
  return wanted.endsWith(outcome) ? pass : fail(wanted, outcome)
}

const pair = (): KeyPairKeyObjectResult => generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = { issuer: pair(), another: pair() }
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A compact JWS by an RSA key; without a signature for `none`. */
function signed(claims: Json, alg: string, key: KeyObject): string {
  const content = `${encode({ alg, kid: 'key' })}.${encode(claims)}`
  if (alg === 'none') return `${content}.`
  const padding = alg.startsWith('PS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: Number(alg.slice(2)) / 8 }
    : {}
  return `${content}.${sign(`sha${alg.slice(2)}`, Buffer.from(content), { key, ...padding }).toString('base64url')}`
}

async function validator(vector: Vector): Promise<Verdict> {
  const { claims, alg, clockSkewSeconds, expectedAudience, expectedIssuer } = input(vector) as Json & {
    readonly claims: Json
  }
  const seconds = Math.floor(Date.now() / 1000)
  // Cases that are about the usual three claims name all that they have; the others only what they add.
  const usual = ['sub', 'iat', 'exp'].some((name) => name in claims) ? {} : { sub: 'j', iat: 'now', exp: 'now+3600' }
  const payload = Object.entries({ ...usual, ...claims }).map(([name, value]) => {
    const offset = /^now([+-]\d+)?$/.exec(text(value) ?? '')
    return [name, offset === null ? value : seconds + Number(offset[1] ?? 0)]
  })
  const { privateKey } = /wrong key|unknown k/.test(vector.name ?? '') ? keys.another : keys.issuer
  const value = signed(Object.fromEntries(payload) as Json, text(alg) ?? 'RS256', privateKey)
  const jwk = { ...keys.issuer.publicKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'key' }
  const { validateToken } = oauth.jwtValidator({
    jwks: { keys: [jwk] },
    issuer: text(expectedIssuer) ?? { accept: 'any' },
    audience: (expectedAudience as string[] | null) ?? { accept: 'none' },
    clockTolerance: Number(clockSkewSeconds) * 1000,
    quirks: 'kafka',
  })
  const peer = { host: 'localhost', port: 9093, secure: true }
  const found = await validateToken(value, { peer, signal: new AbortController().signal })
  const rejected = 'status' in found
  assert.deepEqual(
    {
      accepted: !rejected,
      principalName: rejected ? null : found.principalName,
      errorStatus: rejected ? found.status : null,
      errorScope: rejected ? (found.scope ?? null) : null,
    },
    (vector['expected'] as Expected).ok,
  )
  return pass
}

function login(vector: Vector): Promise<Verdict> | Verdict {
  const { jaasOptions, configs } = input(vector)
  if (jaasOptions === undefined && configs === undefined)
    return skip('there is no login handler before it is configured')
  const url = configs === undefined ? { 'sasl.oauthbearer.token.endpoint.url': 'http://localhost/token' } : {}
  return compare(vector, () =>
    oauth.kafkaLogin({ config: url, options: (jaasOptions ?? {}) as Record<string, string> }),
  )
}

/** Kafka's OIDC handlers (KIP-768). */
export const areas: Readonly<Record<string, Adapter>> = {
  'oidc.authorizationHeader': (vector) => {
    const { clientId, clientSecret, urlencode } = input(vector)
    return compare(vector, () =>
      oauth.basicAuthorization(text(clientId), text(clientSecret), { urlencode: urlencode === true }),
    )
  },
  'oidc.requestBody': (vector) => compare(vector, () => oauth.clientCredentialsBody(text(input(vector)['scope']))),
  'oidc.parseAccessToken': (vector) =>
    compare(vector, () => oauth.parseAccessToken(String(input(vector)['responseBody']))),
  'oidc.formatErrorMessage': (vector) =>
    compare(vector, () => oauth.formatErrorMessage(text(input(vector)['errorResponseBody']))),
  'oidc.retry': retry,
  'oidc.serializedJwt': (vector) => {
    const value = text(input(vector)['token'])
    return compare(vector, () => oauth.splitJwt(value), value?.trim() ?? '')
  },
  'oidc.loginTokenValidator': token,
  'oidc.claimNameOverride': (vector) => compare(vector, () => oauth.claimName('sub', text(input(vector)['value']))),
  'oidc.urlConfig': (vector) =>
    compare(vector, () => {
      const value = text(input(vector)['url'])
      const { protocol, host } = oauth.oauthUrl('url', value)
      // As Java writes a URL: no slash is added, and no empty host is shown.
      const rest = value?.trim().slice(protocol.length) ?? ''
      return protocol + (host === '' ? rest.replace(/^\/\/(?=\/)/, '') : rest)
    }),
  'oidc.loginExtensions': (vector) =>
    compare(vector, () => Object.fromEntries(oauth.loginExtensions(input(vector)['jaasOptions'] as Json))),
  'oidc.loginHandler': login,
  'oidc.validator': validator,
}
