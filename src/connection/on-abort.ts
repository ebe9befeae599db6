import { setMaxListeners } from 'node:events'

/**
 * Calls `listener` when the signal aborts. One signal for many requests or connections is no leak, whatever Node's
 * warning says. The signal may be of another making than Node's.
 */
export function onAbort(signal: AbortSignal, listener: () => void): void {
  if (signal instanceof EventTarget) setMaxListeners(0, signal)
  signal.addEventListener('abort', listener)
}
