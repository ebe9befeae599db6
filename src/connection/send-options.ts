import { UsageError } from '../errors.js'
import type { OnRequestTimeout } from './calls.js'
import { isSignal } from './on-abort.js'

/** What `send()` may be told about one request. */
export interface SendOptions {
  /** Gives the request up. One that is on its way already is answered into the void; the connection stays. */
  readonly signal?: AbortSignal | undefined
  /** Limit in ms, from `send()` to the answer, beside what the request itself lets the broker wait. Default: `requestTimeout`. */
  readonly timeout?: number | undefined
  /** The version of the API to speak. Default: the newest that both sides know. */
  readonly version?: number | undefined
  /** What a timeout does once the request is on its way: `close` the connection, as Kafka's client does, or `abandon` the request only. */
  readonly onTimeout?: OnRequestTimeout | undefined
}

/** @throws UsageError */
export function checkSendOptions({ signal, timeout, version, onTimeout }: SendOptions): void {
  if (signal !== undefined && !isSignal(signal)) {
    throw new UsageError('INVALID_ARGUMENT', 'signal must be an AbortSignal')
  }
  if (timeout !== undefined && (typeof timeout !== 'number' || !(timeout > 0))) {
    throw new UsageError('INVALID_ARGUMENT', 'timeout must be a number of ms above 0')
  }
  if (version !== undefined && !Number.isInteger(version)) {
    throw new UsageError('INVALID_ARGUMENT', 'version must be a whole number')
  }
  if (onTimeout !== undefined && onTimeout !== 'close' && onTimeout !== 'abandon') {
    throw new UsageError('INVALID_ARGUMENT', "onTimeout must be 'close' or 'abandon'")
  }
}
