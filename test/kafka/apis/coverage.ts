import type { AnyApi } from 'ottla/messages'

/** What was seen of the APIs: which versions decoded, and which arrays of which responses had something in them. */
export class Coverage {
  readonly #versions = new Map<string, Set<number>>()
  readonly #arrays = new Map<string, Set<string>>()

  record(api: AnyApi, version: number, response: unknown): void {
    entry(this.#versions, api.name).add(version)
    collectArrays(response, '', entry(this.#arrays, api.name))
  }

  has(name: string, version: number): boolean {
    return this.#versions.get(name)?.has(version) ?? false
  }

  /** The arrays of `name`'s response that had something in them, as `topics.partitions`. */
  filledArrays(name: string): ReadonlySet<string> {
    return this.#arrays.get(name) ?? new Set()
  }
}

function entry<T>(map: Map<string, Set<T>>, key: string): Set<T> {
  const known = map.get(key) ?? new Set<T>()
  map.set(key, known)
  return known
}

function collectArrays(value: unknown, path: string, filled: Set<string>): void {
  if (Array.isArray(value)) {
    if (value.length > 0) filled.add(path)
    for (const element of value) collectArrays(element, path, filled)
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [name, field] of Object.entries(value))
      collectArrays(field, path === '' ? name : `${path}.${name}`, filled)
  }
}
