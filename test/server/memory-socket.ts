import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import { Authenticator } from '#src/server/authenticator.js'
import { ServerConnection } from '#src/server/connection.js'
import { Dispatcher } from '#src/server/dispatcher.js'
import { ServerEvents } from '#src/server/events.js'
import { Counters } from '#src/server/metrics.js'
import { resolveOptions, type ListenOptions } from '#src/server/options.js'
import { defaultPrincipal } from '#src/server/principal.js'
import type { ServerState } from '#src/server/server-state.js'
import { ApiVersions } from '#src/messages/ApiVersions.js'
import { SaslAuthenticate } from '#src/messages/SaslAuthenticate.js'
import { SaslHandshake } from '#src/messages/SaslHandshake.js'

/** A socket without a network: what is pushed arrives, what is written is kept. */
export class MemorySocket extends Duplex {
  readonly written: Buffer[] = []

  override _read(): void {
    // Bytes come by push alone.
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.written.push(chunk)
    done()
  }

  setNoDelay(): this {
    return this
  }

  destroySoon(): void {
    this.end()
    this.destroy()
  }
}

/** The shared state of a server that has no listener. */
export function memoryServer(options: ListenOptions): ServerState<{ type: string; name: string }> {
  const resolved = resolveOptions(
    options,
    defaultPrincipal((name) => name),
  )
  const dispatcher = new Dispatcher(options.routes ?? [], options.forward, [
    ApiVersions,
    SaslHandshake,
    SaslAuthenticate,
  ])
  return {
    options: resolved,
    dispatcher,
    events: new ServerEvents(),
    counters: new Counters(),
    tap: null,
    authenticator: ({ address, port }, session) =>
      new Authenticator({
        ...resolved,
        apis: dispatcher.apis,
        apiVersions: dispatcher.apiVersions,
        login: { listener: 'MEMORY', address },
        peer: { host: address, port, secure: false },
        errorResponse: (request, code) => dispatcher.errorResponse(request, code),
        previous: session ?? undefined,
      }),
    distinguishedName: () => undefined,
    failed: () => undefined,
    disconnected: () => undefined,
  }
}

let nextId = 0

/** Opens a connection in memory. */
export function memoryConnection(state: ServerState<{ type: string; name: string }>): MemorySocket {
  const socket = new MemorySocket()
  nextId += 1
  const accepted = { id: nextId, address: '127.0.0.1', port: 1, secure: false, certificate: undefined }
  // What a connection uses of a socket, the one in memory has.
  new ServerConnection(socket as unknown as Socket, accepted, state).start()
  return socket
}
