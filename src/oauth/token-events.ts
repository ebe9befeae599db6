import { EventEmitter } from 'node:events'

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

/** The events of a token source. A listener that throws disturbs nobody; its error becomes a process warning. */
export class TokenEvents extends EventEmitter<TokenEventMap> {
  override emit<Name extends keyof TokenEventMap>(name: Name, ...args: TokenEventMap[Name]): boolean {
    try {
      return (super.emit as (event: string, ...values: readonly unknown[]) => boolean).call(this, name, ...args)
    } catch (error) {
      process.emitWarning(`a listener of '${name}' threw: ${String(error)}`, { code: 'OTTLA_LISTENER' })
      return true
    }
  }
}
