import { channel, type Channel } from 'node:diagnostics_channel'
import type { OttlaError, Phase } from '../errors.js'
import { attempt, listenerThrew } from '../sasl/undisturbed.js'
import type { CloseReason, State } from './state.js'

/** What every event tells. */
export interface ConnectionEvent {
  /** `host:port`, as dialled. */
  readonly broker: string
}

/** The events of a connection, by name. Durations are in ms; nothing in any of them is secret. */
export interface ConnectionEventMap {
  /** The state value changed. */
  state: ConnectionEvent & { readonly from: State; readonly to: State }
  /** A phase of connecting ended well. A phase that fails is `error.phase` of what `connect()` rejects with. */
  phase: ConnectionEvent & {
    readonly phase: Phase
    readonly duration: number
    /** The IP address, once known. */
    readonly address?: string | undefined
    /** What the phase found out, for a person: addresses, TLS version and cipher, mechanism. */
    readonly detail?: string | undefined
  }
  /** The connection is ready. */
  connect: ConnectionEvent & {
    readonly address: string | undefined
    readonly secure: boolean
    readonly duration: number
  }
  /** The login succeeded. `lifetime` is the session's in ms, undefined if it has no end. */
  authenticate: ConnectionEvent & {
    readonly mechanism: string
    readonly duration: number
    readonly lifetime: number | undefined
  }
  /** The session was renewed (KIP-368), or, with `error`, could not be. */
  're-authenticate': ConnectionEvent & {
    readonly mechanism: string
    readonly duration: number
    readonly lifetime: number | undefined
    readonly error?: OttlaError | undefined
  }
  /** A request was answered, or, with `error`, failed. Bytes are whole frames; 0 if there was none. */
  request: ConnectionEvent & {
    readonly api: string
    readonly version: number
    readonly correlationId: number
    readonly duration: number
    readonly requestBytes: number
    readonly responseBytes: number
    readonly error?: OttlaError | undefined
  }
  /** The broker asked for a pause (KIP-219); requests wait until it is over. */
  throttle: ConnectionEvent & { readonly api: string; readonly duration: number }
  /** Something that works but should not stay so. */
  warning: ConnectionEvent & { readonly code: 'CLEARTEXT_CREDENTIALS'; readonly message: string }
  /** The end; emitted once, after everything is settled and released. */
  close: ConnectionEvent & {
    readonly reason: CloseReason
    readonly duration: number
    readonly bytesRead: number
    readonly bytesWritten: number
  }
}

export type ConnectionEventName = keyof ConnectionEventMap
/** Who is told of an event. */
export type ConnectionListener<Name extends ConnectionEventName> = (event: ConnectionEventMap[Name]) => void
type AnyListener = (event: never) => void

/** Diagnostics channels `ottla:connection:…`: the same events of all connections of the process. */
const channels: { readonly [name in ConnectionEventName]: Channel } = {
  state: channel('ottla:connection:state'),
  phase: channel('ottla:connection:phase'),
  connect: channel('ottla:connection:connect'),
  authenticate: channel('ottla:connection:authenticate'),
  're-authenticate': channel('ottla:connection:re-authenticate'),
  request: channel('ottla:connection:request'),
  throttle: channel('ottla:connection:throttle'),
  warning: channel('ottla:connection:warning'),
  close: channel('ottla:connection:close'),
}

/**
 * Listeners of one connection. Make one, add listeners and pass it to `connect()` to see the phases of connecting too.
 *
 * A listener that throws disturbs neither the connection nor other listeners; its error becomes a process warning.
 */
export class ConnectionEvents {
  readonly #listeners: Map<ConnectionEventName, readonly AnyListener[]> = new Map()

  /** Calls `listener` on every such event, until `off()`. */
  on<Name extends ConnectionEventName>(name: Name, listener: ConnectionListener<Name>): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
    return this
  }

  /** Calls `listener` on the next such event only. */
  once<Name extends ConnectionEventName>(name: Name, listener: ConnectionListener<Name>): this {
    const single: ConnectionListener<Name> = (event) => {
      this.off(name, single)
      listener(event)
    }
    return this.on(name, single)
  }

  off<Name extends ConnectionEventName>(name: Name, listener: ConnectionListener<Name>): this {
    const rest = (this.#listeners.get(name) ?? []).filter((each) => each !== listener)
    if (rest.length > 0) this.#listeners.set(name, rest)
    else this.#listeners.delete(name)
    return this
  }

  /** Whether anybody would hear of such an event: where nobody does, none is made. */
  observes(name: ConnectionEventName): boolean {
    return this.#listeners.has(name) || channels[name].hasSubscribers
  }

  /** Tells the listeners, then the subscribers of the diagnostics channel. */
  emit<Name extends ConnectionEventName>(name: Name, event: ConnectionEventMap[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      attempt(
        () => (listener as ConnectionListener<Name>)(event),
        (error) => listenerThrew(name, error),
      )
    }
    const all = channels[name]
    if (all.hasSubscribers) all.publish(event)
  }
}
