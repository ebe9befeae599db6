import assert from 'node:assert/strict'
import { AuthenticationError } from 'ottla'
import {
  TokenHolder,
  TokenLogin,
  oauthBearerServer,
  parseScope,
  parseUnsecuredJws,
  refreshTime,
  unsecuredToken,
  unsecuredValidator,
} from 'ottla/sasl'
import type { BearerToken, Peer, UnsecuredJwsOptions } from 'ottla/sasl'
import { pass, type Adapter } from '../adapter.js'
import { assertOutcome, assertThrown, errorOf, plain, type Thrown } from '../java-outcome.js'

const peer: Peer = { host: 'localhost', port: 9092, secure: true }
const { signal } = new AbortController()

type Options = Readonly<Record<string, string>>

function jws(token: string, options: UnsecuredJwsOptions): object {
  const { principalName, lifetimeMs, startTimeMs, scope, claims } = parseUnsecuredJws(token, options)
  return { principalName, lifetimeMs, startTimeMs, scope, claims }
}

const unsecuredJws: Adapter = async ({ input, expected }) => {
  const { compactSerialization, principalClaimName, scopeClaimName } = input as Options
  const options = { principalClaimName, scopeClaimName, quirks: 'kafka' } as const
  await assertOutcome(expected, () => jws(compactSerialization ?? '', options))
  return pass
}

const unsecuredLogin: Adapter = async ({ input, expected }) => {
  const { nowMs, options } = input as { nowMs: number; options: Options }
  const { ok, throws } = expected as { ok?: Record<string, unknown> | null; throws?: Thrown }
  const make = (): unknown => {
    const made = unsecuredToken(options, nowMs)
    const names = {
      principalClaimName: options['unsecuredLoginPrincipalClaimName'],
      scopeClaimName: options['unsecuredLoginScopeClaimName'],
    }
    return made && jws(made.token, names)
  }
  const { header, claimsJsonFromJava, ...token } = ok ?? {}
  assert.deepStrictEqual(header ?? { alg: 'none' }, { alg: 'none' })
  assert.notEqual(claimsJsonFromJava, '')
  await assertOutcome(throws === undefined ? { ok: ok && token } : { throws }, make)
  return pass
}

const unsecuredExtensions: Adapter = async ({ input, expected }) => {
  const { options } = input as { options: Options }
  const complete = { unsecuredLoginStringClaim_sub: 'user', ...options }
  await assertOutcome(expected, () => unsecuredToken(complete, 0)?.extensions.map())
  return pass
}

const unsecuredValidation: Adapter = async ({ input, expected }) => {
  const { options, nowMs, tokenValue } = input as { options: Options; nowMs: number; tokenValue: string }
  await assertOutcome(expected, async () => {
    const { validateToken } = unsecuredValidator(options, { clock: () => nowMs, quirks: 'kafka' })
    const found = await validateToken(tokenValue, { peer, signal })
    if (!('status' in found))
      return {
        valid: true,
        principalName: found.principalName,
        lifetimeMs: found.lifetimeMs,
        scope: [...(found.scope ?? [])],
      }
    return {
      valid: false,
      errorStatus: found.status,
      errorScope: found.scope,
      errorOpenIDConfiguration: found.openidConfiguration,
    }
  })
  return pass
}

const scope: Adapter = async ({ input, expected }) => {
  await assertOutcome(expected, () => parseScope((input as { scope: string }).scope))
  return pass
}

/** A validator that says an error without a status. */
const validatorCallback: Adapter = async ({ input, expected }) => {
  const { errorStatus } = input as { errorStatus: string }
  const session = await oauthBearerServer({ validateToken: () => ({ status: errorStatus }) }).start(peer, signal)
  const error = (await errorOf(() => session.next(Buffer.from('n,,\x01auth=Bearer t\x01\x01')))) as Error
  assert.equal((error.cause as Error).message, (expected as { throws: Thrown }).throws.message)
  return pass
}

interface RefreshInput {
  readonly nowMs: number
  readonly credential: {
    readonly startTimeMs: number | null
    readonly expireTimeMs: number
    readonly absoluteLastRefreshTimeMs: number | null
  } | null
  readonly windowFactor: number
  readonly windowJitter: number
  readonly minPeriodSeconds: number
  readonly bufferSeconds: number
  readonly reloginAllowedBeforeLogout: boolean
}

const refresh: Adapter = ({ input, expected }) => {
  const { nowMs, credential: given, reloginAllowedBeforeLogout: loginBeforeLogout, ...rest } = input as RefreshInput
  const { refreshAtMs, delayMs, delayMsMin, delayMsMaxExclusive } = expected as Record<string, number | null>
  const credential = given
    ? {
        startsAt: given.startTimeMs ?? undefined,
        expiresAt: given.expireTimeMs,
        latestRefreshAt: given.absoluteLastRefreshTimeMs ?? undefined,
      }
    : undefined
  const delayAt = (random: number): number | null => {
    const options = {
      ...rest,
      minPeriod: rest.minPeriodSeconds * 1000,
      buffer: rest.bufferSeconds * 1000,
      random,
      loginBeforeLogout,
    }
    const at = refreshTime(nowMs, credential, options)
    return at === undefined ? null : at - nowMs
  }
  if (delayMs !== undefined)
    assert.deepStrictEqual(
      { delay: delayAt(0.5), at: delayMs === null ? null : nowMs + delayMs },
      { delay: delayMs, at: refreshAtMs ?? null },
    )
  if (delayMsMin == null || delayMsMaxExclusive == null) return pass
  assert.equal(delayAt(0), delayMsMin)
  const last = delayAt(0.999_999) ?? 0
  assert.ok(last < delayMsMaxExclusive && last > delayMsMaxExclusive - 1000, `${last}`)
  return pass
}

const newestToken: Adapter = async ({ input, expected }) => {
  const { subjectTokenLifetimes } = input as { subjectTokenLifetimes: readonly number[] }
  const holder = new TokenHolder()
  for (const expiresAt of subjectTokenLifetimes) {
    const login = new TokenLogin(holder, { token: () => ({ token: 't', expiresAt }) })
    await login.login()
    login.commit()
  }
  await assertOutcome(expected, () => ({ chosenLifetimeMs: holder.token().expiresAt }))
  return pass
}

interface LoginInput {
  readonly tokensFromHandler: readonly string[]
  readonly extensionsFromHandler: readonly string[]
  readonly ops: readonly string[]
}

interface LoginTrace {
  readonly result: { readonly ok?: boolean; readonly throws?: Thrown }
  readonly tokens: readonly string[]
  readonly extensions: readonly { readonly id: string }[]
}

const loginModule: Adapter = async ({ input, expected }) => {
  const { tokensFromHandler, extensionsFromHandler, ops } = input as LoginInput
  const holder = new TokenHolder()
  const [tokens, extensions] = [[...tokensFromHandler], [...extensionsFromHandler]]
  const given = (name: string | undefined): string | null => {
    if (name === 'error') throw new AuthenticationError('CREDENTIALS_UNAVAILABLE', 'the description')
    if (name === 'io' || name === 'unsup') throw new Error(name)
    return name === 'null' ? null : (name ?? '')
  }
  const logins = new Map<string, TokenLogin>()
  const create = (): TokenLogin =>
    new TokenLogin(holder, {
      token: () => given(tokens.shift()),
      extensions: () =>
        extensions[0] === 'unsup' ? (extensions.shift(), {}) : { id: given(extensions.shift()) ?? '' },
    })
  for (const [i, step] of (expected as { trace: readonly LoginTrace[] }).trace.entries()) {
    const [op = '', name = ''] = (ops[i] ?? '').split(' ')
    const login = logins.get(name) ?? create()
    logins.set(name, login)
    const run = async (): Promise<boolean> =>
      op === 'login' ? (await login.login(), true) : login[op as 'commit' | 'abort' | 'logout']()
    if (step.result.throws === undefined) assert.equal(await run(), step.result.ok)
    else assertThrown(step.result.throws, await errorOf(run))
    const idsOf = (token: BearerToken): unknown => plain(token.extensions)
    assert.deepStrictEqual(
      { tokens: holder.tokens.map(({ token }) => token), extensions: holder.tokens.map(idsOf) },
      { tokens: step.tokens, extensions: step.extensions },
    )
  }
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'oauthbearer.unsecuredJws': unsecuredJws,
  'oauthbearer.unsecuredLogin.token': unsecuredLogin,
  'oauthbearer.unsecuredLogin.extensions': unsecuredExtensions,
  'oauthbearer.unsecuredValidator': unsecuredValidation,
  'oauthbearer.parseScope': scope,
  'oauthbearer.validatorCallback': validatorCallback,
  'oauthbearer.refreshTime': refresh,
  'oauthbearer.clientCallbackHandler': newestToken,
  'oauthbearer.loginModule': loginModule,
}
