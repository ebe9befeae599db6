import type { Clock } from '../server/index.js'

interface Timer {
  readonly at: number
  readonly callback: () => void
}

/** A clock that moves only when it is told to, and fires what falls due on the way. */
export class FakeClock implements Clock {
  readonly #epoch: number
  #elapsed = 0
  readonly #timers = new Set<Timer>()

  /** @param epoch what `now()` tells at the beginning, in ms since the epoch. Default: the system's time. */
  constructor(epoch: number = Date.now()) {
    this.#epoch = epoch
  }

  now(): number {
    return this.#epoch + this.#elapsed
  }

  /** Milliseconds since the clock was made. */
  monotonic(): number {
    return this.#elapsed
  }

  setTimeout(callback: () => void, ms: number): unknown {
    const timer = { at: this.#elapsed + Math.max(0, ms), callback }
    this.#timers.add(timer)
    return timer
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as Timer)
  }

  /** Timers that are still to fire. */
  get pending(): number {
    return this.#timers.size
  }

  advance(ms: number): void {
    this.advanceTo(this.#elapsed + ms)
  }

  /** Moves to a time of {@link monotonic}; never back. Timers fire in their order, those that they set on the way too. */
  advanceTo(at: number): void {
    for (;;) {
      const due = this.#earliest(at)
      if (due === undefined) break
      this.#timers.delete(due)
      this.#elapsed = Math.max(this.#elapsed, due.at)
      due.callback()
    }
    this.#elapsed = Math.max(this.#elapsed, at)
  }

  #earliest(until: number): Timer | undefined {
    let earliest: Timer | undefined
    for (const timer of this.#timers) {
      if (timer.at <= until && (earliest === undefined || timer.at < earliest.at)) earliest = timer
    }
    return earliest
  }
}
