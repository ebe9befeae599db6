import { monotonic } from './monotonic.js'

/** The one timer of a connection: it serves whatever is due first. */
export class Alarm {
  readonly #ring: () => void
  #timer: NodeJS.Timeout | undefined
  #at = Infinity
  #holds = false

  constructor(ring: () => void) {
    this.#ring = ring
  }

  /** Rings no later than `at` (of `performance.now()`); an alarm that is set for an earlier time stays. */
  set(at: number): void {
    if (at < this.#at) this.#arm(at)
  }

  /** While work is pending the timer keeps the process alive, otherwise it does not. */
  hold(holds: boolean): void {
    if (holds === this.#holds) return
    this.#holds = holds
    if (holds) this.#timer?.ref()
    else this.#timer?.unref()
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#at = Infinity
  }

  #arm(at: number): void {
    clearTimeout(this.#timer)
    this.#at = at
    // Beyond 2^31 - 1 ms Node would take 1 ms instead; a timer may also fire a fraction of a ms early.
    const delay = Math.min(Math.max(1, Math.ceil(at - monotonic())), 0x7fffffff)
    this.#timer = setTimeout(this.#fire, delay)
    if (!this.#holds) this.#timer.unref()
  }

  readonly #fire = (): void => {
    this.#timer = undefined
    this.#at = Infinity
    this.#ring()
  }
}
