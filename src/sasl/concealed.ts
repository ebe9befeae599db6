import { OttlaError } from '../errors.js'
import { HIDDEN } from './secrets.js'

/** Beyond so many objects nothing is looked at any more, and nothing is kept. */
const MAX_OBJECTS = 10_000

/**
 * The error without what `hide` replaces in its texts: those of itself, of its properties and of its causes. One in which
 * nothing is to be hidden is given back as it is: the end of a connection tells of the same error.
 */
export function concealed(error: unknown, hide: (text: string) => string): unknown {
  return new Search(hide).holds(error) ? new Copy(hide).of(error) : error
}

/** Whether a value holds, anywhere within, something that is to be hidden. */
class Search {
  readonly #hide: (text: string) => string
  readonly #seen: Set<object> = new Set()

  constructor(hide: (text: string) => string) {
    this.#hide = hide
  }

  holds(value: unknown): boolean {
    if (typeof value === 'string') return this.#hide(value) !== value
    if (typeof value !== 'object' || value === null || this.#seen.has(value)) return false
    if (this.#seen.add(value).size > MAX_OBJECTS) return true
    if (value instanceof Uint8Array) return this.holds(textOf(value))
    if (value instanceof Error && this.holds(stackOf(value).head)) return true
    return partsOf(value).some(([name, part]) => !isOurs(value, name) && this.holds(part))
  }
}

/** Copies what can be copied: errors, arrays and plain objects. Of anything else that holds a secret nothing remains. */
class Copy {
  readonly #hide: (text: string) => string
  readonly #copies: Map<object, unknown> = new Map()

  constructor(hide: (text: string) => string) {
    this.#hide = hide
  }

  of(value: unknown): unknown {
    if (typeof value === 'string') return this.#hide(value)
    if (typeof value !== 'object' || value === null) return value
    if (this.#copies.has(value)) return this.#copies.get(value)
    if (!new Search(this.#hide).holds(value)) return value
    const copy = emptyCopy(value)
    this.#copies.set(value, copy)
    if (typeof copy !== 'object') return copy
    for (const [name, part, enumerable] of partsOf(value)) {
      const shown = isOurs(value, name) ? part : this.of(part)
      Object.defineProperty(copy, name, { value: shown, enumerable, configurable: true, writable: true })
    }
    if (value instanceof Error) {
      const { head, frames } = stackOf(value)
      Object.defineProperty(copy, 'stack', { value: this.#hide(head) + frames, configurable: true, writable: true })
    }
    return copy
  }
}

function emptyCopy(value: object): object | string {
  if (Array.isArray(value)) return []
  const prototype: unknown = Object.getPrototypeOf(value)
  // The constructor of somebody else's class may do anything; only its name and its `instanceof` are wanted.
  if (value instanceof Error) return Object.setPrototypeOf(new Error(), prototype as object) as Error
  return prototype === Object.prototype || prototype === null ? {} : HIDDEN
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
}

/** Nobody but this side says these, and what tells by them is not to be torn by a password that is a word. */
const OURS = new Set(['code', 'phase', 'broker', 'mechanism', 'reason'])

function isOurs(value: object, name: string): boolean {
  return value instanceof OttlaError && OURS.has(name)
}

type Part = readonly [name: string, value: unknown, enumerable: boolean]

/** Own properties. Getters are not asked. */
function partsOf(value: object): Part[] {
  const parts: Part[] = []
  try {
    for (const [name, found] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      if (Array.isArray(value) ? name === 'length' : value instanceof Error && name === 'stack') continue
      if ('value' in found) parts.push([name, found.value, found.enumerable ?? false])
    }
  } catch {
    // A Proxy that throws shows nothing to anybody else either.
  }
  return parts
}

/** A stack in two: what repeats the message, and the places in the code, which no peer has said. */
function stackOf(error: Error): { readonly head: string; readonly frames: string } {
  let stack: unknown
  let message: unknown
  try {
    ;({ stack, message } = error)
  } catch {
    // As above.
  }
  if (typeof stack !== 'string') return { head: '', frames: '' }
  const at = typeof message === 'string' && message !== '' ? stack.indexOf(message) : -1
  const end = at < 0 ? stack.length : at + String(message).length
  return { head: stack.slice(0, end), frames: stack.slice(end) }
}
