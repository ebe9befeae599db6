import { thrownText } from '../errors.js'
import { isPromise } from './maybe-promise.js'
import { visible } from './visible.js'

/**
 * Tells somebody else's code something whose outcome nobody waits for: what it throws, or rejects with, becomes a process
 * warning, and must not take the place of what really happened.
 */
export function undisturbed(what: string, tell: () => unknown, hide: (text: string) => string): void {
  const warn = (error: unknown): void => {
    process.emitWarning(`${what} threw: ${visible(hide(thrownText(error)))}`, { code: 'OTTLA_MECHANISM' })
  }
  try {
    const told = tell()
    if (isPromise(told)) Promise.resolve(told).catch(warn)
  } catch (error) {
    warn(error)
  }
}
