import { setMaxListeners } from 'node:events'
import { thrownText, UsageError, type Phase } from '../errors.js'

// A signal may be of another making than Node's: a polyfill, or the EventTarget of a browser that a test plays.

/** Whether a signal can what is asked of it here. */
export function isSignal(given: unknown): given is AbortSignal {
  const signal = Object(given) as Partial<AbortSignal>
  try {
    return (
      typeof signal.addEventListener === 'function' &&
      typeof signal.removeEventListener === 'function' &&
      typeof signal.aborted === 'boolean'
    )
  } catch {
    return false
  }
}

/**
 * Calls `listener` when the signal aborts. One signal for many requests or connections is no leak, whatever Node's
 * warning says.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) if the signal takes no listener
 */
export function onAbort(
  signal: AbortSignal,
  listener: () => void,
  place: { readonly broker: string; readonly phase: Phase },
): void {
  try {
    if (signal instanceof EventTarget) setMaxListeners(0, signal)
  } catch {
    // Node knows no limit of this one, and will not warn either.
  }
  try {
    signal.addEventListener('abort', listener)
  } catch (cause) {
    throw new UsageError('INVALID_ARGUMENT', `the signal takes no listener: ${thrownText(cause)}`, {
      ...place,
      cause,
      hint: 'An AbortSignal is what an AbortController has, or what keeps to its ways.',
    })
  }
}

/** The listener is wanted no more. */
export function offAbort(signal: AbortSignal, listener: () => void): void {
  try {
    signal.removeEventListener('abort', listener)
  } catch {
    // Then it will be called for nothing.
  }
}
