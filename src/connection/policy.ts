import { setTimeout as sleep } from 'node:timers/promises'
import { AuthenticationError, ConnectionError, OttlaError, UsageError } from '../errors.js'

/** An interval that doubles with every failure, up to a limit. */
export interface BackoffOptions {
  /** First interval, in ms. */
  readonly initial: number
  /** Limit, in ms; it holds after the jitter too. */
  readonly max: number
  /** Default: 2. */
  readonly multiplier?: number
  /** Share by which the interval is made longer or shorter, at random. Default: 0.2. */
  readonly jitter?: number
}

/**
 * The interval after so many failures (none: 0), as Kafka's `ExponentialBackoff` computes it. Where `initial` is not
 * below `max`, it is `max` without jitter.
 */
export function backoff(options: BackoffOptions, failures: number, random: () => number = Math.random): number {
  const { initial, max, multiplier = 2, jitter = 0.2 } = options
  if (initial >= max) return max
  if (initial <= 0) return 0
  const exponent = Math.min(failures, Math.log(max / initial) / Math.log(multiplier))
  const factor = 1 - jitter + 2 * jitter * random()
  return Math.min(max, Math.floor(initial * multiplier ** exponent * factor))
}

export interface ReconnectPolicyOptions {
  /** First pause before a broker is dialled again, in ms. Kafka: `reconnect.backoff.ms`. Default: 50. */
  readonly reconnectBackoff?: number
  /** Longest pause, in ms. Kafka: `reconnect.backoff.max.ms`. Default: 1,000. */
  readonly reconnectBackoffMax?: number
  /** First limit of a whole connect, in ms. Kafka: `socket.connection.setup.timeout.ms` (KIP-601). Default: 10,000. */
  readonly connectTimeout?: number
  /** Last limit of a whole connect, in ms. Kafka: `socket.connection.setup.timeout.max.ms`. Default: 30,000. */
  readonly connectTimeoutMax?: number
  /** Uniform in [0, 1). Default: `Math.random`. */
  readonly random?: () => number
}

type Standing = { readonly name: 'disconnected' } | { readonly name: 'connecting' } | { readonly name: 'ready' }

/**
 * When to dial one broker again, and for how long (Kafka's `ClusterConnectionStates`, KIP-601). One object per broker;
 * it never dials by itself, except in {@link ReconnectPolicy.connect}.
 */
export class ReconnectPolicy {
  readonly #backoff: BackoffOptions
  readonly #setup: BackoffOptions
  readonly #random: () => number
  #standing: Standing = { name: 'disconnected' }
  #since = -Infinity
  #failures = 0
  #setupFailures = 0
  #pause = 0
  #timeout: number

  constructor(options: ReconnectPolicyOptions = {}) {
    const {
      reconnectBackoff = 50,
      reconnectBackoffMax = 1_000,
      connectTimeout = 10_000,
      connectTimeoutMax = 30_000,
    } = options
    for (const [name, value] of Object.entries({
      reconnectBackoff,
      reconnectBackoffMax,
      connectTimeout,
      connectTimeoutMax,
    })) {
      if (!Number.isFinite(value) || value < 0)
        throw new UsageError('INVALID_ARGUMENT', `${name} must be a number of ms, 0 or more`)
    }
    this.#backoff = { initial: reconnectBackoff, max: reconnectBackoffMax }
    this.#setup = { initial: connectTimeout, max: connectTimeoutMax }
    this.#random = options.random ?? Math.random
    this.#timeout = backoff(this.#setup, 0, this.#random)
  }

  /** The limit for the present or the next connect, in ms: what `connect()` takes as `connectTimeout`. */
  get connectTimeout(): number {
    return this.#timeout
  }

  /** Says that dialling begins. */
  connecting(now: number): void {
    this.#standing = { name: 'connecting' }
    this.#since = now
  }

  /** Says that the broker answered and the login is done: the next failure is the first one again. */
  ready(now: number): void {
    this.#standing = { name: 'ready' }
    this.#since = now
    this.#failures = 0
    this.#setupFailures = 0
    this.#pause = 0
    this.#timeout = backoff(this.#setup, 0, this.#random)
  }

  /** Says that the connection was lost or never came to be. A refused login counts twice, as in Kafka. */
  disconnected(now: number, error?: unknown): void {
    if (this.#standing.name === 'connecting') {
      this.#timeout = backoff(this.#setup, ++this.#setupFailures, this.#random)
    }
    if (error instanceof AuthenticationError) this.#failures++
    this.#pause = backoff(this.#backoff, this.#failures++, this.#random)
    this.#standing = { name: 'disconnected' }
    this.#since = now
  }

  canConnect(now: number): boolean {
    return this.#standing.name === 'disconnected' && now - this.#since >= this.#pause
  }

  /** Milliseconds until it makes sense to look again: the rest of the pause, or the limit of the running connect. */
  delay(now: number): number {
    if (this.#standing.name === 'connecting') return this.#timeout
    if (this.#standing.name === 'ready') return Infinity
    return Math.max(0, this.#pause - (now - this.#since))
  }

  /** Whether the running connect has taken longer than it may. */
  setupExpired(now: number): boolean {
    return this.#standing.name === 'connecting' && now - this.#since > this.#timeout
  }

  /**
   * Dials until `dial` succeeds, with this policy's pauses and limits. Gives up at once on an error that trying again
   * cannot mend (a refused login, a wrong option), and when `signal` aborts.
   */
  async connect<T>(
    dial: (limit: { connectTimeout: number; signal?: AbortSignal }) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    for (;;) {
      const pause = this.delay(performance.now())
      if (pause > 0 && pause < Infinity) await sleep(pause, undefined, signal ? { signal } : {}).catch(aborted)
      this.connecting(performance.now())
      try {
        const connection = await dial({ connectTimeout: this.#timeout, ...(signal && { signal }) })
        this.ready(performance.now())
        return connection
      } catch (error) {
        this.disconnected(performance.now(), error)
        if (signal?.aborted || !(error instanceof OttlaError) || !error.retriable) throw error
      }
    }
  }
}

function aborted(cause: unknown): never {
  throw new ConnectionError('ABORTED', 'dialling again was aborted', { cause, retriable: false, reason: 'aborted' })
}
