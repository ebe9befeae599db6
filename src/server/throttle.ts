/** Failed logins of late, by peer address and by user: what stands against guessing. */

export interface ThrottleOptions {
  /** How long a failure counts, in ms. Default: 60 000. */
  readonly window?: number
  /** Failures of one address within the window after which its connections are closed at once. Default: 100. */
  readonly perAddress?: number
  /**
   * Failures for one user name within the window after which even the right password is refused, in the words of a
   * wrong one. Default: 20. Whoever knows a name can lock its owner out for a window: that is the price, and why it can
   * be `Infinity`.
   */
  readonly perUser?: number
}

interface Count {
  failures: number
  since: number
}

// Whoever sends many names must not fill the memory: the oldest entries give way.
const MAX_ENTRIES = 10_000

export class LoginThrottle {
  readonly #window: number
  readonly #perAddress: number
  readonly #perUser: number
  readonly #addresses = new Map<string, Count>()
  readonly #users = new Map<string, Count>()

  constructor({ window = 60_000, perAddress = 100, perUser = 20 }: ThrottleOptions = {}) {
    this.#window = window
    this.#perAddress = perAddress
    this.#perUser = perUser
  }

  failed(at: number, address: string, user: string | undefined): void {
    this.#count(this.#addresses, address, at)
    if (user !== undefined) this.#count(this.#users, user, at)
  }

  isAddressBlocked(at: number, address: string): boolean {
    return this.#failures(this.#addresses, address, at) >= this.#perAddress
  }

  isUserBlocked(at: number, user: string | undefined): boolean {
    return user !== undefined && this.#failures(this.#users, user, at) >= this.#perUser
  }

  #failures(counts: Map<string, Count>, key: string, at: number): number {
    const count = counts.get(key)
    return count === undefined || at - count.since >= this.#window ? 0 : count.failures
  }

  #count(counts: Map<string, Count>, key: string, at: number): void {
    const count = counts.get(key)
    if (count !== undefined && at - count.since < this.#window) {
      count.failures += 1
      return
    }
    counts.delete(key)
    if (counts.size >= MAX_ENTRIES) {
      for (const oldest of counts.keys()) {
        counts.delete(oldest)
        break
      }
    }
    counts.set(key, { failures: 1, since: at })
  }
}
