/** The time, and what waits for it. Passed in, so that a test can move it. */
export interface Clock {
  /** Milliseconds since the epoch: what credentials are measured against. */
  now(): number
  /** Milliseconds that only ever grow: what sessions and deadlines are measured with, so that a corrected clock cuts nobody off. */
  monotonic(): number
  setTimeout(callback: () => void, ms: number): unknown
  clearTimeout(timer: unknown): void
}

// Node fires a longer one at once.
const LONGEST = 2_147_483_647

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // Node leaves fractions of a millisecond away: what must not happen before its time would.
  setTimeout: (callback, ms) => setTimeout(callback, Math.min(Math.ceil(ms), LONGEST)),
  clearTimeout: (timer) => {
    clearTimeout(timer as NodeJS.Timeout)
  },
}
