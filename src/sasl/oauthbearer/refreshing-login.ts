import { AuthenticationError, UsageError } from '../../errors.js'
import type { CredentialRequest } from '../credentials.js'
import type { BearerToken, TokenSource } from './token-source.js'
import { TokenHolder, TokenLogin } from './login.js'
import type { TokenLoginOptions } from './login.js'
import { RETRY_AFTER, refreshTime } from './refresh-time.js'
import type { RefreshOptions } from './refresh-time.js'

/** Time and timers, as a login uses them. */
export interface LoginClock {
  /** In ms since the epoch. */
  now(): number
  setTimeout(callback: () => void, ms: number): unknown
  clearTimeout(timer: unknown): void
}

/** Options of {@link refreshingLogin}. */
export interface RefreshingLoginOptions extends TokenLoginOptions {
  readonly refresh?: RefreshOptions | undefined
  /**
   * How long a connection waits for a due refresh before it takes the present token, as long as that one is good, in ms.
   * Default: 1000.
   */
  readonly patience?: number | undefined
  /** How long getting a token may take, in ms; then `signal` aborts. Default: 30 000. */
  readonly timeout?: number | undefined
  readonly clock?: LoginClock | undefined
  /** From 0 to below 1. Default: `Math.random`. */
  readonly random?: (() => number) | undefined
}

const SYSTEM_CLOCK: LoginClock = {
  now: Date.now,
  // What waits for the token has a deadline of its own that keeps the process alive.
  setTimeout: (callback, ms) => setTimeout(callback, ms).unref(),
  clearTimeout: (timer) => {
    clearTimeout(timer as NodeJS.Timeout)
  },
}

/**
 * A token source for any number of connections: a token is fetched once, kept, and replaced ahead of its end by Kafka's
 * formula; the last good one serves until its end while its replacement fails or takes its time. Token and extensions
 * change together.
 *
 * It has no timer of its own: a refresh that has become due begins when a connection asks for a token. A token of unknown
 * end is fetched anew each time.
 *
 * Kafka: `sasl.login.*`, `OAuthBearerRefreshingLogin`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for an option out of its range.
 */
export function refreshingLogin(options: RefreshingLoginOptions): RefreshingLogin {
  const { windowFactor, windowJitter, minPeriod, buffer } = options.refresh ?? {}
  checkRange('refresh.windowFactor', windowFactor, [0.5, 1])
  checkRange('refresh.windowJitter', windowJitter, [0, 0.25])
  checkRange('refresh.minPeriod', minPeriod, [0, 900_000])
  checkRange('refresh.buffer', buffer, [0, 3_600_000])
  checkRange('patience', options.patience, [0, 2 ** 31 - 1])
  checkRange('timeout', options.timeout, [1, 2 ** 31 - 1])
  return new RefreshingLogin(options)
}

/** See {@link refreshingLogin}. */
export class RefreshingLogin implements TokenSource {
  readonly #options: RefreshingLoginOptions
  readonly #clock: LoginClock
  readonly #holder = new TokenHolder()
  #login: TokenLogin | undefined
  /** When the present token is to be replaced, or a failed replacement to be tried again. */
  #refreshAt = 0
  #flight: Flight | undefined
  /** The last token that a broker rejected. */
  #rejected: string | undefined

  /** @internal */
  constructor(options: RefreshingLoginOptions) {
    this.#options = options
    this.#clock = options.clock ?? SYSTEM_CLOCK
  }

  /** The present token, or a new one. @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) if there is none to be had. */
  token(request: Pick<CredentialRequest, 'signal'>): BearerToken | Promise<BearerToken> {
    const now = this.#clock.now()
    const present = this.#holder.current
    if (present?.expiresAt !== undefined && now < present.expiresAt) {
      if (now < this.#refreshAt) return present
      return this.#awaitPatiently(this.#refresh(), present, request.signal)
    }
    return this.#await(this.#refresh(), request.signal)
  }

  /**
   * A broker has rejected the token: it is dropped, so that the next login fetches another. A source that gives the same
   * token again is believed.
   */
  rejected(token: string): void {
    if (token !== this.#holder.current?.token || token === this.#rejected) return
    this.#rejected = token
    this.#login?.logout()
    this.#login = undefined
  }

  /** Forgets the token and ends a fetch that is under way; the next request begins anew. Kafka: `Login.close`. */
  close(): void {
    this.#flight?.controller.abort(unavailable('The login was closed'))
    this.#flight = undefined
    this.#login?.logout()
    this.#login = undefined
    this.#refreshAt = 0
    this.#rejected = undefined
  }

  [Symbol.dispose](): void {
    this.close()
  }

  /** One fetch for all who ask meanwhile. */
  #refresh(): Flight {
    if (this.#flight !== undefined) return this.#flight
    const controller = new AbortController()
    const flight: Flight = { outcome: this.#relogin(controller), controller, waiting: 0 }
    this.#flight = flight
    const ended = (): void => {
      if (this.#flight === flight) this.#flight = undefined
    }
    flight.outcome.then(ended, ended)
    return flight
  }

  /** Logs in anew before logging out of the old: meanwhile, and if it fails, the old token stays. */
  async #relogin(controller: AbortController): Promise<BearerToken> {
    const { timeout = 30_000, random = Math.random, refresh } = this.#options
    const timer = this.#clock.setTimeout(() => {
      controller.abort(unavailable(`No token came within ${timeout} ms`))
    }, timeout)
    const next = new TokenLogin(this.#holder, this.#options)
    try {
      await unlessAborted(next.login(controller.signal), controller.signal)
      next.commit()
      this.#login?.logout()
      this.#login = next
      const token = this.#holder.token()
      const { startsAt, expiresAt } = token
      const life = expiresAt === undefined ? undefined : { startsAt, expiresAt }
      this.#refreshAt = refreshTime(this.#clock.now(), life, { ...refresh, random: random() }) ?? Infinity
      return token
    } catch (error) {
      this.#refreshAt = this.#clock.now() + RETRY_AFTER
      throw error
    } finally {
      this.#clock.clearTimeout(timer)
    }
  }

  /** Waits until the login that asks has no more time; a fetch that nobody waits for any more is ended. */
  async #await(flight: Flight, signal: AbortSignal): Promise<BearerToken> {
    flight.waiting++
    try {
      return await unlessAborted(flight.outcome, signal)
    } finally {
      flight.waiting--
      if (flight.waiting === 0 && signal.aborted)
        flight.controller.abort(unavailable('Nobody waits for the token any more'))
    }
  }

  /** Waits as long as patience lasts; then, or if the fetch fails, the present token will do. */
  #awaitPatiently(flight: Flight, present: BearerToken, signal: AbortSignal): Promise<BearerToken> {
    const { patience = 1000 } = this.#options
    return new Promise((resolve) => {
      const timer = this.#clock.setTimeout(() => {
        resolve(present)
      }, patience)
      const settle = (token: BearerToken): void => {
        this.#clock.clearTimeout(timer)
        resolve(token)
      }
      unlessAborted(flight.outcome, signal).then(settle, () => {
        settle(present)
      })
    })
  }
}

/** A fetch that is under way. */
interface Flight {
  readonly outcome: Promise<BearerToken>
  readonly controller: AbortController
  waiting: number
}

/** The value of a promise, or the reason of an abort that comes before. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : unavailable('Getting the token was aborted'))
    }
    if (signal.aborted) aborted()
    else signal.addEventListener('abort', aborted, { once: true })
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', aborted)
    })
  })
}

function unavailable(text: string): AuthenticationError {
  return new AuthenticationError('CREDENTIALS_UNAVAILABLE', text, { mechanism: 'OAUTHBEARER', phase: 'sasl-exchange' })
}

function checkRange(name: string, value: number | undefined, [min, max]: readonly [number, number]): void {
  if (value === undefined || (value >= min && value <= max)) return
  throw new UsageError('INVALID_ARGUMENT', `${name} must be from ${min} to ${max}, not ${value}`)
}
