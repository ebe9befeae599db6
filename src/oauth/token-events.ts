import { channel } from 'node:diagnostics_channel'
import type { Channel } from 'node:diagnostics_channel'
import { EventEmitter } from 'node:events'
import { attempt, listenerThrew } from '../sasl/undisturbed.js'

/** What a token source tells, for metrics and logs. No secrets. Durations in ms, times in ms since the epoch. */
export interface TokenEventMap {
  /** A token was fetched. */
  fetch: [
    event: {
      readonly duration: number
      readonly expiresAt: number | undefined
      readonly principal: string | undefined
    },
  ]
  /** No token could be fetched; `retryAt`: before that nobody is asked again. */
  failure: [
    event: { readonly duration: number; readonly error: Error; readonly failures: number; readonly retryAt: number },
  ]
  /** A broker rejected a token; `dropped`: it is not given again. */
  reject: [event: { readonly dropped: boolean }]
}

/** Diagnostics channels `ottla:token:…`: the same events of all token sources of the process. */
const channels: { readonly [name in keyof TokenEventMap]: Channel } = {
  fetch: channel('ottla:token:fetch'),
  failure: channel('ottla:token:failure'),
  reject: channel('ottla:token:reject'),
}

/** The events of a token source. A listener that throws disturbs nobody; its error becomes a process warning. */
export class TokenEvents extends EventEmitter<TokenEventMap> {
  override emit<Name extends keyof TokenEventMap>(name: Name, ...args: TokenEventMap[Name]): boolean {
    if (channels[name].hasSubscribers) channels[name].publish(args[0])
    const listeners = (this as EventEmitter).rawListeners(name)
    for (const listener of listeners) {
      attempt(
        () => Reflect.apply(listener, this, args) as unknown,
        (error) => listenerThrew(name, error),
      )
    }
    return listeners.length > 0
  }
}
