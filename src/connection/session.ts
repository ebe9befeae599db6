/** A login that holds: by which mechanism, since when and until when. Times are in ms since the epoch, as of `Date.now()`. */
export interface Session {
  readonly mechanism: string
  readonly authenticatedAt: number
  /** In ms; undefined if the session has no end. */
  readonly lifetime: number | undefined
  readonly expiresAt: number | undefined
  /**
   * When the next request first renews the session: 85 to 95 % of its lifetime (KIP-368). Slow answers bring the renewal
   * forward, and none comes within a second of the last one.
   */
  readonly reauthenticateAt: number | undefined
}

/** Kafka's brokers take a renewal within a second of the previous one for an ordinary request, and hang up. */
const renewalInterval = 1_000

/** Of a session no more than this share is given up to have the requests on their way answered in time. */
const greatestMargin = 0.5

/** When a session is to be renewed. Times are those of `performance.now()`. */
export class SessionClock {
  readonly #random: () => number
  #session: Session | undefined
  #renewAt = Infinity
  #expiresAt = Infinity
  #renewedAt = -Infinity
  #lifetime = Infinity
  #latency = 0

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  get session(): Session | undefined {
    return this.#session
  }

  /** From when on a request may not be written without a second look. */
  get renewAt(): number {
    return this.#renewAt
  }

  /** The login is done. A lifetime of 0 has no end; others are used to 85 to 95 % (KIP-368). */
  begin(mechanism: string, lifetime: number, now: number): void {
    const limited = lifetime > 0
    const used = limited ? Math.floor(lifetime * (0.85 + 0.1 * this.#random())) : Infinity
    const authenticatedAt = Date.now()
    this.#lifetime = limited ? lifetime : Infinity
    this.#renewAt = now + used
    this.#expiresAt = limited ? now + lifetime : Infinity
    this.#session = {
      mechanism,
      authenticatedAt,
      lifetime: limited ? lifetime : undefined,
      expiresAt: limited ? authenticatedAt + lifetime : undefined,
      reauthenticateAt: limited ? authenticatedAt + used : undefined,
    }
  }

  /** Whether it matters how long answers take. */
  get limited(): boolean {
    return this.#lifetime !== Infinity
  }

  /**
   * An answer took so long, from the socket and back. A broker looks at the end of a session when it takes a request up,
   * one at a time: those on their way when the renewal begins must all be taken up before that end. So a slow broker, or
   * many requests on their way, bring the renewal forward.
   */
  answered(latency: number): void {
    this.#latency = Math.max(latency, this.#latency * 0.98)
    const margin = Math.min(2 * this.#latency, this.#lifetime * greatestMargin)
    this.#renewAt = Math.min(this.#renewAt, this.#expiresAt - margin)
  }

  /** The broker has taken up a renewal: its second begins no later than now. */
  renewing(now: number): void {
    this.#renewedAt = now
  }

  /**
   * What to do with a request at `now`, when the session is due: write it (`go`), renew first (`renew`), or let it wait
   * (a time): the session has ended already, and the broker would not take a renewal yet.
   */
  verdict(now: number): 'go' | 'renew' | number {
    if (now < this.#renewAt) return 'go'
    const earliest = this.#renewedAt + renewalInterval
    if (now >= earliest) return 'renew'
    return now < this.#expiresAt ? 'go' : earliest
  }
}
