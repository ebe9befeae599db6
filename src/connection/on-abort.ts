import { setMaxListeners } from 'node:events'
import { thrownText, UsageError } from '../errors.js'
import type { Place } from './request-errors.js'

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
export function onAbort(signal: AbortSignal, listener: () => void, place: Place): void {
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

/**
 * What waits under signals, much of it under the same one. A listener for each would be dear: Node looks through all that
 * a signal has whenever one is added.
 */
export class Heeded<T> {
  readonly #waiting: Map<AbortSignal, { readonly all: Set<T>; readonly listener: () => void }> = new Map()
  readonly #abort: (each: T, signal: AbortSignal) => void

  constructor(abort: (each: T, signal: AbortSignal) => void) {
    this.#abort = abort
  }

  /** @throws as {@link onAbort} */
  add(signal: AbortSignal, each: T, place: () => Place): void {
    const known = this.#waiting.get(signal)
    if (known) return void known.all.add(each)
    const all = new Set([each])
    const listener = (): void => {
      for (const one of all) this.#abort(one, signal)
    }
    onAbort(signal, listener, place())
    this.#waiting.set(signal, { all, listener })
  }

  delete(signal: AbortSignal, each: T): void {
    const known = this.#waiting.get(signal)
    if (!known?.all.delete(each) || known.all.size > 0) return
    this.#waiting.delete(signal)
    offAbort(signal, known.listener)
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
