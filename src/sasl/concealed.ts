import { inspect, types } from 'node:util'
import { OttlaError, thrownText } from '../errors.js'
import { hiddenStack } from './hidden-stack.js'
import { bytesOf, define, isError, isPlain, read, shade } from './objects.js'
import { HIDDEN, MAX_TEXT } from './secrets.js'

/** How texts are made fit to be shown. */
export interface Hide {
  /** A text that a peer may have said. */
  text(text: string): string
  /** Places in the code, which no peer has said. */
  code(text: string): string
}

/** So much of an error is looked at, in properties and in characters: an error may refer to all of a program. */
const MAX_PARTS = 5_000
const MAX_CHARACTERS = 131_072
/** Of errors, whose stack is made when it is read, and of what only `inspect` can look into. */
const MAX_DEAR = 100

/**
 * The error without what `hide` replaces in its texts: those of itself, of its properties and of its causes. One that was
 * looked through, and in which nothing is to be hidden, is given back as it is: the end of a connection tells of the same
 * error. Else it is a copy of errors, arrays and plain objects, in which anything else is hidden. Never throws; takes
 * milliseconds, whatever the error.
 */
export function concealed(error: unknown, hide: Hide): unknown {
  try {
    return new Walk(hide).from(error)
  } catch {
    return bare(error)
  }
}

/** What remains of an error that cannot be looked at. */
function bare(error: unknown): Error {
  const rest = new Error(HIDDEN)
  if (!(error instanceof OttlaError)) return rest
  Object.setPrototypeOf(rest, Object.getPrototypeOf(error) as object)
  return define(rest, 'code', { value: read(error, 'code'), enumerable: true })
}

/** Looks at what an error refers to, the near before the far, and copies it on the way. */
class Walk {
  readonly #hide: Hide
  readonly #copies: Map<object, unknown> = new Map()
  /** Names of properties come again with each object, the message in the stack. */
  readonly #texts: Map<string, string> = new Map()
  /** What can be copied comes first: the room that there is, is for what will be shown. */
  readonly #clear: object[] = []
  readonly #dark: object[] = []
  #changed = false
  #parts = MAX_PARTS
  #characters = MAX_CHARACTERS
  #dear = MAX_DEAR

  constructor(hide: Hide) {
    this.#hide = hide
  }

  from(error: unknown): unknown {
    // Whoever explains the error makes its text, be it an Error or not.
    const told = thrownText(error)
    const text = this.#text(told)
    const copy = this.#shown(error)
    this.#walk()
    if (!this.#changed) return error
    return copy === HIDDEN || (text !== told && !(copy instanceof Error)) ? text : copy
  }

  #walk(): void {
    for (let clear = 0, dark = 0; ;) {
      const near = this.#clear[clear]
      // Once there is to be a copy, what is not to be in it need not be searched.
      const far = this.#changed ? undefined : this.#dark[dark]
      if (near) {
        clear++
        this.#lookAt(near, this.#copies.get(near) as object)
      } else if (far) {
        dark++
        this.#lookInto(far)
      } else return
    }
  }

  #text(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const shown = this.#bounded(text, this.#hide.text)
    this.#texts.set(text, shown)
    return shown
  }

  #bounded(text: string, hide: (text: string) => string): string {
    if (text === '') return text
    this.#characters -= Math.min(text.length, MAX_TEXT)
    const shown = this.#characters < 0 ? HIDDEN : hide(text)
    if (shown !== text) this.#changed = true
    return shown
  }

  /** What is shown in the place of a value. */
  #shown(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value)
    // A password may be a number in JSON.
    if (typeof value === 'number' || typeof value === 'symbol') {
      const text = String(value)
      return this.#text(text) === text ? value : HIDDEN
    }
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    if (!this.#copies.has(value)) this.#copies.set(value, this.#begun(value))
    return this.#copies.get(value)
  }

  #begun(value: object): unknown {
    // To ask a Proxy is to run somebody else's code.
    if (this.#parts <= 0 || types.isProxy(value)) return this.#hidden()
    const error = isError(value)
    if (error && --this.#dear < 0) return this.#hidden()
    const copy = error ? this.#errorLike(value) : Array.isArray(value) ? [] : isPlain(value) ? {} : HIDDEN
    ;(copy === HIDDEN ? this.#dark : this.#clear).push(value)
    return copy
  }

  #hidden(): string {
    this.#changed = true
    return HIDDEN
  }

  #errorLike(error: Error): Error {
    const prototype = Object.getPrototypeOf(error) as object
    // The constructor of somebody else's class may do anything; only its name and its `instanceof` are wanted.
    const copy = Object.setPrototypeOf(new Error(), prototype) as Error
    shade(copy, prototype)
    const [name, message, stack] = [read(error, 'name'), read(error, 'message'), read(error, 'stack')]
    const text = typeof message === 'string' ? message : ''
    const shownName = typeof name === 'string' ? this.#text(name) : undefined
    if (shownName !== undefined && shownName !== copy.name) define(copy, 'name', { value: shownName })
    define(copy, 'message', { value: this.#text(text) })
    const shown =
      typeof stack === 'string' &&
      hiddenStack(
        { stack: stack.slice(0, MAX_TEXT), message: text },
        { text: (part) => this.#text(part), code: (part) => this.#bounded(part, this.#hide.code) },
      )
    return define(copy, 'stack', { value: shown === false ? undefined : shown })
  }

  /** The properties of a value, and in `copy`, where there is one, what of them may be shown. Getters are not asked. */
  #lookAt(value: object, copy?: object): void {
    for (const key of this.#keysOf(value)) {
      if (--this.#parts < 0) return void (this.#changed = true)
      const found = Object.getOwnPropertyDescriptor(value, key)
      if (!found || !('value' in found)) continue
      const ours = value instanceof OttlaError && OURS.has(key)
      const name = ours || Array.isArray(value) ? key : (this.#shown(key) as PropertyKey)
      const shown: unknown = ours ? found.value : this.#shown(found.value)
      if (copy) define(copy, name, { value: shown, enumerable: found.enumerable ?? false })
    }
  }

  #keysOf(value: object): readonly PropertyKey[] {
    // A list of all would be as long as the array.
    if (Array.isArray(value) && value.length > this.#parts) {
      this.#changed = true
      return Array.from({ length: Math.max(this.#parts, 0) }, (_, index) => String(index))
    }
    const keys = Reflect.ownKeys(value)
    if (Array.isArray(value)) return keys.filter((key) => key !== 'length')
    return isError(value) ? keys.filter((key) => !KNOWN.has(key)) : keys
  }

  /** What cannot be copied is only searched: its properties, what it holds, and what it shows of itself. */
  #lookInto(value: object): void {
    if (--this.#dear < 0) return void (this.#changed = true)
    if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value)) {
      return void this.#text(bytesOf(value, MAX_TEXT + 1))
    }
    try {
      this.#text(inspect(value, { depth: 0, maxStringLength: null, breakLength: Infinity }))
    } catch {
      this.#changed = true
    }
    const held: Iterable<readonly unknown[]> = types.isMap(value)
      ? Map.prototype.entries.call(value)
      : types.isSet(value)
        ? Set.prototype.entries.call(value)
        : []
    for (const each of held) {
      if (--this.#parts < 0) return void (this.#changed = true)
      for (const part of each) this.#shown(part)
    }
    if (!types.isBoxedPrimitive(value)) this.#lookAt(value)
  }
}

/** Nobody but this side says these, and what tells by them is not to be torn by a password that is a word. */
const OURS: ReadonlySet<PropertyKey> = new Set(['code', 'phase', 'broker', 'mechanism', 'reason'])

const KNOWN: ReadonlySet<PropertyKey> = new Set(['name', 'message', 'stack'])
