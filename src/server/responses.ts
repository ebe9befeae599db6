/**
 * Answers on their way out, in the order of their requests, however they come in.
 *
 * A ring of slots: a request takes the next one, its answer fills it, and what is complete from the front on is
 * written. An answer that comes when nothing is ahead of it is written at once, without a slot.
 */
export class ResponseQueue {
  readonly #write: (frame: Uint8Array) => void
  #slots: (Uint8Array | null | undefined)[] = []
  /** The number of the first slot. */
  #first = 0

  constructor(write: (frame: Uint8Array) => void) {
    this.#write = write
  }

  /** Requests without an answer yet, and answers that wait for those before them. */
  get size(): number {
    return this.#slots.length
  }

  /** Takes a place in the order; {@link fill} it exactly once. */
  reserve(): number {
    return this.#first + this.#slots.push(undefined) - 1
  }

  /** @param frame the answer, or null if the request gets none. */
  fill(place: number, frame: Uint8Array | null): void {
    if (place !== this.#first) {
      this.#slots[place - this.#first] = frame
      return
    }
    if (frame !== null) this.#write(frame)
    let ready = 1
    for (; ready < this.#slots.length; ready += 1) {
      const next = this.#slots[ready]
      if (next === undefined) break
      if (next !== null) this.#write(next)
    }
    this.#first += ready
    if (ready === 1) this.#slots.shift()
    else this.#slots.splice(0, ready)
  }

  /** Answers that come when nobody waits for them any more are dropped by whoever owns the queue. */
  clear(): void {
    this.#first += this.#slots.length
    this.#slots = []
  }
}
