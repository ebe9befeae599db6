import { UsageError } from '../errors.js'

/**
 * Custom SASL extensions: names and values that a client sends beside its credentials (KIP-342).
 *
 * They carry no signature. A server may use them to trace, route or label; no security decision should rest on them
 * alone.
 */
export class SaslExtensions {
  readonly #entries: ReadonlyMap<string, string>

  private constructor(entries: ReadonlyMap<string, string>) {
    this.#entries = entries
  }

  /**
   * Copies `source`; later changes of it have no effect. Whether a mechanism can send the names and values is checked
   * where a message is made of them.
   *
   * @throws UsageError (`INVALID_ARGUMENT`) for what is no map of text to text.
   */
  static from(source: Readonly<Record<string, string>> | Iterable<readonly [string, string]>): SaslExtensions {
    const given: unknown = source
    if (typeof given !== 'object' || given === null) {
      throw new UsageError(
        'INVALID_ARGUMENT',
        `extensions must be an object of names and values, not ${given === null ? 'null' : typeof given}`,
      )
    }
    const pairs = Symbol.iterator in source ? source : Object.entries(source)
    const entries = new Map(pairs)
    for (const [name, value] of entries as ReadonlyMap<string, unknown>) {
      if (typeof value !== 'string') {
        throw new UsageError('INVALID_ARGUMENT', `The value of extension ${name} must be a string, not ${typeof value}`)
      }
    }
    return new SaslExtensions(entries)
  }

  /** @internal Takes a map that nobody else holds. */
  static owning(entries: ReadonlyMap<string, string>): SaslExtensions {
    return new SaslExtensions(entries)
  }

  /** A new object on each call: a refresh must be able to hold the old and the new one apart, by identity. */
  static empty(): SaslExtensions {
    return new SaslExtensions(new Map())
  }

  get size(): number {
    return this.#entries.size
  }

  get(name: string): string | undefined {
    return this.#entries.get(name)
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The extensions as a read-only map, in the order in which they were given. */
  map(): ReadonlyMap<string, string> {
    return new Map(this.#entries)
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.#entries.entries()
  }

  toString(): string {
    return `SaslExtensions[extensionsMap={${[...this.#entries].map(([name, value]) => `${name}=${value}`).join(', ')}}]`
  }
}
