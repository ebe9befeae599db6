import { AuthenticationError } from '../errors.js'
import type { CredentialRequest } from '../sasl/credentials.js'
import type { BearerToken, TokenSource } from '../sasl/oauthbearer/token-source.js'
import type { RefreshOptions } from '../sasl/oauthbearer/refresh-time.js'
import { refreshingLogin } from '../sasl/oauthbearer/refreshing-login.js'
import type { LoginClock, RefreshingLogin } from '../sasl/oauthbearer/refreshing-login.js'
import { excerpt } from './endpoint-error.js'
import { extensionsOf } from './extensions.js'
import type { ExtensionsOption } from './extensions.js'
import { peekClaims } from './jwt.js'
import { TokenEvents } from './token-events.js'

/** What every token source of this folder can be told. */
export interface TokenCacheOptions {
  /** Sent beside the token (KIP-342): fixed, or made of each token. Names and values are checked before anything is sent. */
  readonly extensions?: ExtensionsOption | undefined
  /** How far ahead of its end a token is replaced. Kafka: `sasl.login.refresh.*`. */
  readonly refresh?: RefreshOptions | undefined
  /** How long a login waits for a due refresh before it takes the present, still good token, in ms. Default: 1000. */
  readonly patience?: number | undefined
  /** How long getting a token may take with all tries, in ms. Default: 30 000. */
  readonly fetchTimeout?: number | undefined
  /** Time and timers. Default: those of the system. */
  readonly clock?: LoginClock | undefined
  /** From 0 to below 1, for the jitter of the refresh. Default: `Math.random`. */
  readonly random?: (() => number) | undefined
}

/** A token as it comes from where it is made. */
export interface FetchedToken extends BearerToken {
  /** What came with it, for {@link ExtensionsOption}. */
  readonly answer?: Readonly<Record<string, unknown>> | undefined
}

/** Gets one token. */
export type TokenFetch = (request: { readonly signal: AbortSignal }) => Promise<FetchedToken>

/** The first pause after a failure, doubled with each further one up to the second, in ms. */
const BACKOFF = 1000
const MAX_BACKOFF = 10_000
/** A broker that rejects every token must not become a flood at the token endpoint. */
const MIN_BETWEEN_REJECTIONS = 10_000
/** What a broker takes before the login: `sasl.server.max.receive.size`. */
const MAX_TOKEN = 512 * 1024

/**
 * A token source with a memory: one fetch serves any number of connections to any number of brokers, ahead of the old
 * token's end; the last good token serves until then, whatever happens to its replacement. After a failure without a token
 * at hand the next fetch waits for a back-off, and logins meanwhile fail at once with the same error. A token that a broker
 * rejected is replaced, once in 10 s at most. It keeps no timer: what is due is done when a connection asks.
 */
export class CachedTokenSource implements TokenSource {
  readonly events: TokenEvents = new TokenEvents()
  readonly #login: RefreshingLogin
  readonly #now: () => number
  #failure: { readonly error: Error; readonly retryAt: number; readonly count: number } | undefined
  #lastRejection = -Infinity
  #present: string | undefined

  /** @internal */
  constructor(fetch: TokenFetch, options: TokenCacheOptions) {
    const { refresh, patience, fetchTimeout: timeout, clock, random } = options
    const extensions = extensionsOf(options.extensions)
    this.#now = clock === undefined ? Date.now : () => clock.now()
    this.#login = refreshingLogin({
      ...{ refresh, patience, timeout, clock, random },
      token: async ({ signal }) => {
        const { answer, ...token } = await this.#fetch(fetch, signal)
        const made = extensions({ token: token.token, claims: peekClaims(token.token), answer })
        this.#present = token.token
        return made === undefined ? token : { ...token, extensions: made }
      },
    })
  }

  /** @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) if there is no token to be had. */
  token(request: Pick<CredentialRequest, 'signal'>): BearerToken | Promise<BearerToken> {
    return this.#login.token(request)
  }

  /** A broker has rejected this token. */
  rejected(token: string): void {
    const now = this.#now()
    const dropped = token === this.#present && now >= this.#lastRejection + MIN_BETWEEN_REJECTIONS
    if (dropped) {
      this.#lastRejection = now
      this.#login.rejected(token)
    }
    this.events.emit('reject', { dropped })
  }

  /** Forgets the token and ends a fetch that is under way. What asks afterwards begins anew. */
  close(): void {
    this.#failure = undefined
    this.#present = undefined
    this.#lastRejection = -Infinity
    this.#login.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  async #fetch(fetch: TokenFetch, signal: AbortSignal): Promise<FetchedToken> {
    const start = this.#now()
    const failure = this.#failure
    if (failure !== undefined && start < failure.retryAt) throw failure.error
    try {
      const token = await fetch({ signal })
      checkSize(token.token)
      this.#failure = undefined
      const { expiresAt, principal } = token
      this.events.emit('fetch', { duration: this.#now() - start, expiresAt, principal })
      return token
    } catch (thrown) {
      const error = asError(thrown)
      const now = this.#now()
      const count = (failure?.count ?? 0) + 1
      const retryAt = now + Math.min(BACKOFF * 2 ** (count - 1), MAX_BACKOFF)
      // A fetch that was ended because nobody waited for it says nothing of the endpoint.
      if (!signal.aborted) this.#failure = { error, retryAt, count }
      this.events.emit('failure', { duration: now - start, error, failures: count, retryAt })
      throw error
    }
  }
}

/** Gives a function that gets tokens the memory of {@link CachedTokenSource}. */
export function cachedTokens(fetch: TokenFetch, options: TokenCacheOptions = {}): CachedTokenSource {
  return new CachedTokenSource(fetch, options)
}

function checkSize(token: string): void {
  if (token.length <= MAX_TOKEN) return
  throw new AuthenticationError(
    'CREDENTIALS_UNAVAILABLE',
    `The token has ${token.length} characters, too many for a broker`,
    {
      mechanism: 'OAUTHBEARER',
      phase: 'sasl-exchange',
      hint: 'A broker reads 512 KiB at most before the login is done (sasl.server.max.receive.size). Does the token carry all groups of the user?',
    },
  )
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(excerpt(String(thrown)))
}
