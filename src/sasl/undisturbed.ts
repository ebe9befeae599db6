import { thrownText } from '../errors.js'
import { isPromise } from './maybe-promise.js'
import { visible } from './visible.js'

/** Calls somebody else's code whose outcome nobody waits for. `failed` is told what it throws, or rejects with later. */
export function attempt(tell: () => unknown, failed: (error: unknown) => void): void {
  try {
    const told = tell()
    if (isPromise(told)) Promise.resolve(told).catch(failed)
  } catch (error) {
    failed(error)
  }
}

/** Tells a mechanism, or a token source, something; what goes wrong in it must not take the place of what really happened. */
export function undisturbed(what: string, tell: () => unknown, hide: (text: string) => string): void {
  attempt(tell, (error) => {
    process.emitWarning(`${what} threw: ${visible(hide(thrownText(error)))}`, { code: 'OTTLA_MECHANISM' })
  })
}

/** What becomes of an error of who listens to an event. */
export function listenerThrew(name: string, error: unknown): void {
  process.emitWarning(`a listener of '${name}' threw: ${thrownText(error)}`, { code: 'OTTLA_LISTENER' })
}
