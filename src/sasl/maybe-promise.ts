import type { MaybePromise } from './mechanism.js'

/** Goes on with a value that may still be on its way; at once, without a turn of the event loop, if it is there. */
export function chain<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return isPromise(value) ? Promise.resolve(value).then(next) : next(value)
}

/** As {@link chain}, and whatever goes wrong in getting the value (not in `next`) is thrown as what `failed` makes of it. */
export function chainOrFail<T, U>(
  get: () => MaybePromise<T>,
  next: (value: T) => MaybePromise<U>,
  failed: (error: unknown) => Error,
): MaybePromise<U> {
  let value: MaybePromise<T>
  try {
    value = get()
  } catch (error) {
    throw failed(error)
  }
  if (!isPromise(value)) return next(value)
  return Promise.resolve(value).then(next, (error: unknown) => {
    throw failed(error)
  })
}

/**
 * A promise of any library or realm (`vm`, Jest): `instanceof` knows only those of this one. Not all of them have a whole
 * `then` and `finally`; `Promise.resolve()` makes one of ours of it, and gives ours back as it is.
 */
export function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
