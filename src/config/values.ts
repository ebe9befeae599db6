import type { ConfigType, Definition, Definitions } from './definition.js'
import { Password } from './secret.js'
import { parseValue, type Value } from './value.js'

/** Properties by name, as they were read. */
export type Properties = ReadonlyMap<string, string>

/**
 * The values of Kafka's properties: what was given, by type and range, or the default.
 *
 * Names with a prefix (those of a listener and of a mechanism) count before names without.
 */
export class ConfigValues {
  readonly #definitions: Definitions
  readonly #properties: Properties
  readonly #prefixes: readonly string[]
  readonly #parsed = new Map<string, Value>()

  /**
   * Reads and checks everything that is given.
   *
   * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for the first value that is of no use.
   */
  constructor(definitions: Definitions, properties: Properties, prefixes: readonly string[] = ['']) {
    this.#definitions = definitions
    this.#properties = properties
    this.#prefixes = prefixes
    for (const name of definitions.keys()) {
      if (this.#given(name) !== undefined) this.value(name)
    }
  }

  /** What is said for one mechanism alone: names with its prefix, after the listener's prefix or without it. */
  only(prefix: string): ConfigValues {
    return new ConfigValues(
      this.#definitions,
      this.#properties,
      this.#prefixes.map((known) => known + prefix),
    )
  }

  /** What counts for one mechanism: what is said for it alone, else what is said for all. */
  within(prefix: string): ConfigValues {
    const own = this.#prefixes.map((known) => known + prefix)
    return new ConfigValues(this.#definitions, this.#properties, [...own, ...this.#prefixes])
  }

  /** The text of all that is given, by names without a prefix. Secrets are among it. */
  given(): Record<string, string> {
    const names = [...this.#definitions.keys()]
    return Object.fromEntries(names.flatMap((name) => (this.has(name) ? [[name, this.#given(name) ?? '']] : [])))
  }

  /** Whether the text says anything about a property. */
  has(name: string): boolean {
    return this.#given(name) !== undefined
  }

  /** A property's value, or its default. Undefined where Kafka knows no such property. */
  value(name: string): Value | undefined {
    const known = this.#parsed.get(name)
    if (known !== undefined) return known
    const definition = this.#definitions.get(name)
    if (definition === undefined) return undefined
    const value = parseValue(definition, this.#given(name))
    this.#parsed.set(name, value)
    return value
  }

  /** A STRING or CLASS; null where it is not set and has no default. */
  text(name: string): string | null {
    const value = this.#of(name, ['STRING', 'CLASS'])
    return typeof value === 'string' ? value : null
  }

  /** A SHORT, INT, LONG or DOUBLE; null where it is not set and has no default. */
  number(name: string): number | null {
    const value = this.#of(name, ['SHORT', 'INT', 'LONG', 'DOUBLE'])
    return typeof value === 'number' ? value : null
  }

  /** A BOOLEAN. */
  flag(name: string): boolean {
    return this.#of(name, ['BOOLEAN']) === true
  }

  /** A LIST; empty where it is not set and has no default. */
  list(name: string): readonly string[] {
    const value = this.#of(name, ['LIST'])
    return isList(value) ? value : []
  }

  /** A PASSWORD, revealed; undefined where it is not set. */
  secret(name: string): string | undefined {
    const value = this.#of(name, ['PASSWORD'])
    return value instanceof Password ? value.reveal() : undefined
  }

  #of(name: string, types: readonly ConfigType[]): Value | undefined {
    const definition: Definition | undefined = this.#definitions.get(name)
    return definition !== undefined && types.includes(definition.type) ? this.value(name) : undefined
  }

  #given(name: string): string | undefined {
    for (const prefix of this.#prefixes) {
      const text = this.#properties.get(prefix + name)
      if (text !== undefined) return text
    }
    return undefined
  }
}

function isList(value: Value | undefined): value is readonly string[] {
  return Array.isArray(value)
}
