/**
 * An object with public properties that show and secret ones that do not: not enumerable, so that neither
 * `util.inspect` nor `JSON.stringify` nor a copy by spreading meets them.
 */
export function concealed<Shown extends object, Hidden extends object>(shown: Shown, hidden: Hidden): Shown & Hidden {
  for (const [name, value] of Object.entries(hidden)) {
    Object.defineProperty(shown, name, { value, enumerable: false })
  }
  return shown as Shown & Hidden
}

/** A value of Kafka's type PASSWORD. It shows as `[hidden]` wherever it is printed. */
export class Password {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The secret itself. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return '[hidden]'
  }

  toJSON(): string {
    return '[hidden]'
  }
}

/**
 * Makes an object print its secret properties as `[hidden]`, in `util.inspect` as in JSON. They stay enumerable: who
 * takes the options over by spreading gets them.
 */
export function printingHidden<T extends object>(object: T, secrets: readonly (keyof T)[]): T {
  const shown = (): object =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, secrets.includes(name as keyof T) ? '[hidden]' : value]),
    )
  Object.defineProperty(object, Symbol.for('nodejs.util.inspect.custom'), { value: shown, enumerable: false })
  Object.defineProperty(object, 'toJSON', { value: shown, enumerable: false })
  return object
}
