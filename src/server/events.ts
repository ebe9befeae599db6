import { channel } from 'node:diagnostics_channel'
import type { Channel } from 'node:diagnostics_channel'
import { EventEmitter } from 'node:events'
import type { ConnectionInfo } from './context.js'
import type { Refusal } from './verdict.js'

/** What a server tells its operator. True reasons, no secrets. */
export interface ServerEventMap {
  /** A connection was accepted; on TLS, after its handshake. */
  connect: [connection: ConnectionInfo]
  /** A client has proven who it is. */
  login: [event: LoginEvent]
  /** A login ended without success. */
  refuse: [event: RefuseEvent]
  /** A route failed, or a request ended its connection. */
  'request-error': [event: RequestErrorEvent]
  /** A connection is over. */
  disconnect: [event: DisconnectEvent]
  /** A connection was turned away before anything was read, or its TLS handshake failed. */
  reject: [event: RejectEvent]
}

export interface LoginEvent {
  readonly connection: ConnectionInfo
  readonly mechanism: string | null
  readonly principal: { readonly type: string; readonly name: string }
  /** Whether an authenticated client proved it again (KIP-368). */
  readonly reauthentication: boolean
  /** What the client was told, in ms; 0: no end. */
  readonly lifetimeMs: number
  /** From the connection, or from the re-authentication's first frame, to success, in ms. */
  readonly duration: number
}

export interface RefuseEvent extends Refusal {
  readonly connection: ConnectionInfo
  readonly reauthentication: boolean
  /** How long the answer and the end of the connection wait, in ms. */
  readonly delay: number
}

export interface RequestErrorEvent {
  readonly connection: ConnectionInfo
  /** Null where the bytes were no request of a known API. */
  readonly api: string | null
  readonly reason: string
  readonly cause?: unknown
}

export interface DisconnectEvent {
  readonly connection: ConnectionInfo
  readonly reason: DisconnectReason
  /** The socket's error, where there was one. */
  readonly cause?: unknown
}

/**
 * Why a connection ended: `peer`: the client closed it; `refused`: its login failed; `expired`: a request came after the
 * session's end (KIP-368); `protocol`: what it sent is no Kafka; `idle`, `shutdown`, `error` of the socket.
 */
export type DisconnectReason = 'peer' | 'refused' | 'expired' | 'protocol' | 'idle' | 'shutdown' | 'error'

export interface RejectEvent {
  readonly address: string
  readonly reason: 'connections' | 'connections-per-address' | 'throttled' | 'tls'
  readonly cause?: unknown
}

/**
 * The events of one server. Each is also published on a channel of `node:diagnostics_channel` of its name,
 * `ottla:server:login` for instance, for all servers of the process; without subscribers that costs nothing.
 */
export class ServerEvents extends EventEmitter<ServerEventMap> {
  /** @internal */
  publish<Name extends keyof ServerEventMap>(name: Name, event: ServerEventMap[Name][0]): void {
    if (CHANNELS[name].hasSubscribers) CHANNELS[name].publish(event)
    if (this.listenerCount(name) === 0) return
    const emit = this.emit.bind(this) as (name: string, event: unknown) => boolean
    emit(name, event)
  }
}

const CHANNELS: Readonly<Record<keyof ServerEventMap, Channel>> = {
  connect: channel('ottla:server:connect'),
  login: channel('ottla:server:login'),
  refuse: channel('ottla:server:refuse'),
  'request-error': channel('ottla:server:request-error'),
  disconnect: channel('ottla:server:disconnect'),
  reject: channel('ottla:server:reject'),
}
