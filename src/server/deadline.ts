import type { Clock } from './clock.js'

/** A connection's one timer, whatever it is for at the time. */
export class Deadline {
  readonly #clock: Clock
  readonly #onTime: () => void
  #timer: unknown = null

  constructor(clock: Clock, onTime: () => void) {
    this.#clock = clock
    this.#onTime = onTime
  }

  /** Forgets what it was for, and waits `ms` from now; `Infinity` is never. */
  arm(ms: number): void {
    this.disarm()
    if (ms === Infinity) return
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = null
      this.#onTime()
    }, ms)
  }

  disarm(): void {
    if (this.#timer !== null) this.#clock.clearTimeout(this.#timer)
    this.#timer = null
  }
}
