import { UsageError } from '../errors.js'

/** When a token or key request is repeated; Kafka's rule (KIP-768). */
export interface RetryOptions {
  /** The first pause, in ms; each further one is twice as long. 0: one try. Default: 100. Kafka: `sasl.login.retry.backoff.ms`. */
  readonly backoff?: number | undefined
  /**
   * How long all tries together may take, in ms: the last pause is cut so that it ends there. Default: 10 000. Kafka:
   * `sasl.login.retry.backoff.max.ms`, which its name takes for a limit of one pause.
   */
  readonly maxBackoff?: number | undefined
}

/** Time, as retries use it. */
export interface RetryClock {
  now(): number
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/**
 * The pause after the failed try number `attempt` (from 1), or undefined if that was the last one. `elapsed`: ms since the
 * first try began.
 */
export function retryPause(attempt: number, elapsed: number, options: RetryOptions = {}): number | undefined {
  const { backoff = 100, maxBackoff = 10_000 } = options
  const pause = Math.min(backoff * 2 ** (attempt - 1), maxBackoff - elapsed)
  return pause > 0 ? pause : undefined
}

/** @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text. */
export function checkRetry({ backoff = 100, maxBackoff = 10_000 }: RetryOptions): void {
  const complain = (text: string): never => {
    throw new UsageError('INVALID_ARGUMENT', text)
  }
  if (!(backoff >= 0)) complain(`retryBackoffMs value (${backoff}) must be non-negative`)
  if (!(maxBackoff >= 0)) complain(`retryBackoffMaxMs value (${maxBackoff}) must be non-negative`)
  if (maxBackoff < backoff)
    complain(`retryBackoffMaxMs value (${maxBackoff}) is less than retryBackoffMs value (${backoff})`)
}

/**
 * Tries until it succeeds, fails in a way that another try cannot mend, or has no time left; then the first error is
 * thrown, since it tells more than those that follow it.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for options that contradict each other.
 */
export async function retry<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  options: RetryOptions & {
    readonly signal: AbortSignal
    readonly isRetriable?: ((error: unknown) => boolean) | undefined
    readonly clock?: RetryClock | undefined
  },
): Promise<T> {
  checkRetry(options)
  const { signal, isRetriable = retriableByItself, clock = SYSTEM_CLOCK } = options
  const start = clock.now()
  let first: { readonly error: unknown } | undefined
  for (let number = 1; ; number++) {
    try {
      return await attempt(signal)
    } catch (error) {
      first ??= { error }
      if (!isRetriable(error)) throw error
      const elapsed = clock.now() - start
      const pause = retryPause(number, elapsed, options)
      if (pause === undefined || signal.aborted) throw first.error
      await clock.sleep(pause, signal)
      if (signal.aborted || clock.now() - start > (options.maxBackoff ?? 10_000)) throw first.error
    }
  }
}

function retriableByItself(error: unknown): boolean {
  return error instanceof Error && 'retriable' in error && error.retriable === true
}

const SYSTEM_CLOCK: RetryClock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer)
          resolve()
        },
        { once: true },
      )
    }),
}
