import { hash } from 'node:crypto'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { ValidatedToken } from '../sasl/oauthbearer/token.js'

/** What a token was found to say, and how long that may be remembered. */
export interface ProvenToken {
  readonly token: ValidatedToken
  readonly until: number
}

type Proofs = Record<string, Promise<ProvenToken> | undefined>

/**
 * What validated tokens said, by the digest of the token, until they end: a storm of reconnects costs one signature or one
 * request per token, also while that is under way. Bounded; the one that was not used for longest goes first. Only good
 * tokens are remembered, so that a flood of bad ones drives out nobody.
 */
export class RememberedTokens {
  readonly #max: number
  readonly #now: () => number
  readonly #found = new Map<string, ProvenToken>()
  /** No Map, whose old tables would hold on to every proof there ever was until the full garbage collection. */
  #pending = Object.create(null) as Proofs

  constructor(max: number, now: () => number) {
    this.#max = max
    this.#now = now
  }

  /** What is known of the token, or what `prove` finds. */
  get(value: string, prove: (value: string) => Promise<ProvenToken>): MaybePromise<ProvenToken> {
    // The digest alone costs a tenth of what the proof costs this thread.
    if (!(this.#max > 0)) return prove(value)
    const digest = hash('sha256', value, 'base64')
    const known = this.#found.get(digest)
    if (known !== undefined) {
      this.#found.delete(digest)
      if (known.until > this.#now()) {
        this.#found.set(digest, known)
        return known
      }
    }
    const pending = this.#pending[digest]
    if (pending !== undefined) return pending
    const finding = this.#find(digest, prove(value))
    this.#pending[digest] = finding
    return finding
  }

  async #find(digest: string, proof: Promise<ProvenToken>): Promise<ProvenToken> {
    const among = this.#pending
    try {
      const proven = await proof
      // What was proven by keys that were withdrawn meanwhile is the answer to those who asked before, and to nobody else.
      if (among === this.#pending && proven.until > this.#now()) this.#remember(digest, proven)
      return proven
    } finally {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a digest, of an object without prototype
      delete among[digest]
    }
  }

  #remember(digest: string, entry: ProvenToken): void {
    for (const oldest of this.#found.keys()) {
      if (this.#found.size < this.#max) break
      this.#found.delete(oldest)
    }
    this.#found.set(digest, entry)
  }

  /** Forgets every token, also those whose proof is under way. */
  clear(): void {
    this.#found.clear()
    this.#pending = Object.create(null) as Proofs
  }

  get size(): number {
    return this.#found.size
  }
}
