import { types } from 'node:util'

/** What is known of values of any making, without a call of what is in them. */

/** Also of another realm: of a worker, of a test runner. */
export function isError(value: object): value is Error {
  return types.isNativeError(value) || value instanceof Error
}

export function isPlain(value: object): boolean {
  if (typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** A property that everybody reads, though it may be a getter that throws. */
export function read(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name)
  } catch {
    return undefined
  }
}

/** Whatever the prototype has of that name: a getter, or what cannot be written. */
export function define<T extends object>(
  target: T,
  key: PropertyKey,
  { value, enumerable = false }: { readonly value: unknown; readonly enumerable?: boolean },
): T {
  return Object.defineProperty(target, key, { value, enumerable, configurable: true, writable: true })
}

/** No class has more ancestors. */
const MAX_ANCESTORS = 20

/** Getters of a class want what its constructor makes (`#private`): without it they would throw at whoever reads them. */
export function shade(copy: object, prototype: object): void {
  let at: object | null = prototype
  for (let depth = 0; at && !types.isProxy(at) && depth < MAX_ANCESTORS; depth++) {
    const parent: unknown = Object.getPrototypeOf(at)
    if (parent === null) return
    for (const key of Reflect.ownKeys(at)) {
      if (Object.getOwnPropertyDescriptor(at, key)?.get) define(copy, key, { value: undefined })
    }
    at = parent as object
  }
}

/** The first bytes, a character each. */
export function bytesOf(value: ArrayBufferLike | ArrayBufferView, most: number): string {
  const bytes = ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : Buffer.from(value)
  return bytes.toString('latin1', 0, most)
}
