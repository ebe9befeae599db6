import { createServer as createTcpServer } from 'node:net'
import type { Server as TcpServer, Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import type { Server as TlsServer } from 'node:tls'
import { ConnectionError } from '../errors.js'
import { ApiVersions } from '../messages/ApiVersions.js'
import { SaslAuthenticate } from '../messages/SaslAuthenticate.js'
import { SaslHandshake } from '../messages/SaslHandshake.js'
import { SaslRefusal } from '../sasl/mechanism.js'
import { Authenticator } from './authenticator.js'
import { ServerConnection } from './connection.js'
import type { ConnectionInfo } from './context.js'
import { Dispatcher } from './dispatcher.js'
import { ServerEvents } from './events.js'
import type { DisconnectReason, RejectEvent } from './events.js'
import { Counters } from './metrics.js'
import type { ServerMetrics } from './metrics.js'
import { resolveOptions } from './options.js'
import type { ListenOptions, ServerOptions } from './options.js'
import { defaultPrincipal } from './principal.js'
import type { Principal, PrincipalBuilder } from './principal.js'
import { Roster } from './roster.js'
import type { Listed } from './roster.js'
import type { ServerState } from './server-state.js'
import { rfc2253Name, sslPrincipalMapper } from './ssl-principal.js'
import type { Tap } from './tap.js'
import type { Refusal, Session } from './verdict.js'

/** A socket from when it was accepted until it is closed. */
interface Arrival extends Listed {
  readonly socket: Socket
  readonly address: string
}

/** A listener that Kafka clients log in to. */
export class Server<P extends Principal = Principal> {
  readonly events: ServerEvents = new ServerEvents()
  readonly #options: ServerOptions<P>
  readonly #dispatcher: Dispatcher<P>
  readonly #counters = new Counters()
  readonly #connections = new Roster<ServerConnection<P>>()
  readonly #arrivals = new Roster<Arrival>()
  /** Sockets in their TLS handshake, by address and port of the peer: they have asked nothing yet. */
  readonly #shaking = new Map<string, Socket>()
  readonly #perAddress = new Map<string, number>()
  readonly #tcp: TcpServer
  readonly #tls: TlsServer | null
  readonly #state: ServerState<P>
  readonly #tap: Tap | null
  #host = ''
  #port = 0
  #nextId = 1
  #closed: Promise<void> | null = null
  #onEmpty: (() => void) | null = null

  /** @internal */
  constructor(options: ListenOptions<P>, resolved: ServerOptions<P>, tap: Tap | null) {
    this.#options = resolved
    this.#tap = tap
    const apiVersions = { ...ApiVersions, maxVersion: resolved.maxApiVersions }
    this.#dispatcher = new Dispatcher(options.routes ?? [], options.forward, [
      apiVersions,
      SaslHandshake,
      SaslAuthenticate,
    ])
    this.#state = this.#shared()
    this.#tcp = createTcpServer({ noDelay: true, pauseOnConnect: options.tls !== undefined }, (socket) => {
      this.#accept(socket)
    })
    this.#tls = options.tls === undefined ? null : this.#secure(options.tls)
  }

  /** The name or address that the server was bound to. */
  get host(): string {
    return this.#host
  }

  get port(): number {
    return this.#port
  }

  /** The connections that are open, those that have not logged in included. */
  get connections(): readonly ConnectionInfo[] {
    return this.#connections.all().sort((a, b) => a.id - b.id)
  }

  /** What Kafka measures of authentication. */
  metrics(): ServerMetrics {
    return this.#counters.snapshot()
  }

  /** Takes other certificates for the connections to come. */
  setSecureContext(options: NonNullable<ListenOptions['tls']>): void {
    this.#tls?.setSecureContext(options)
  }

  /** Ends the session of every connection that `which` picks, as if its time were over. Default: all. */
  expireSessions(which: (connection: ConnectionInfo) => boolean = () => true): void {
    for (const connection of this.#connections.all()) if (which(connection)) connection.expire()
  }

  /** Cuts every connection that `which` picks. Default: all. */
  disconnect(which: (connection: ConnectionInfo) => boolean = () => true): void {
    for (const connection of this.#connections.all()) if (which(connection)) connection.destroy()
  }

  /**
   * Takes no more connections, answers what was asked, then closes; what is left after `timeout` ms (default 5000) is
   * cut. Resolves when no socket is left. Idempotent.
   */
  close({ timeout = 5000 }: { readonly timeout?: number } = {}): Promise<void> {
    this.#closed ??= this.#shutdown(timeout)
    return this.#closed
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** @internal */
  async listen(host: string, port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#tcp.once('error', (cause) => {
        reject(
          new ConnectionError('CONNECTION_FAILED', `Cannot listen on ${host}:${port}: ${cause.message}`, {
            cause,
            retriable: false,
          }),
        )
      })
      this.#tcp.listen({ host, port }, resolve)
    })
    const bound = this.#tcp.address()
    this.#host = host
    this.#port = typeof bound === 'object' && bound !== null ? bound.port : port
    // Whatever accepting runs into later (too many open files) concerns one connection and not the server.
    this.#tcp.on('error', (cause) => {
      this.#reject('', 'connections', cause)
    })
  }

  #shared(): ServerState<P> {
    return {
      options: this.#options,
      dispatcher: this.#dispatcher,
      events: this.events,
      counters: this.#counters,
      tap: this.#tap,
      authenticator: (connection, session) => this.#authenticator(connection, session),
      distinguishedName,
      failed: (connection, refusal) => {
        this.#failed(connection, refusal)
      },
      disconnected: (connection, reason, cause) => {
        this.#disconnected(connection, reason, cause)
      },
    }
  }

  #secure(options: NonNullable<ListenOptions['tls']>): TlsServer {
    const tls = createTlsServer({ handshakeTimeout: this.#options.loginTimeout, ...options })
    tls.on('secureConnection', (socket) => {
      this.#shaking.delete(peerOf(socket))
      this.#open(socket)
    })
    tls.on('tlsClientError', (cause, socket) => {
      this.#counters.refused({ reauthentication: false })
      this.#reject(socket.remoteAddress ?? '', 'tls', cause)
      socket.destroy()
    })
    return tls
  }

  #accept(socket: Socket): void {
    const address = socket.remoteAddress
    if (address === undefined) {
      socket.destroy()
      return
    }
    const reason = this.#unwelcome(address)
    if (reason !== null) {
      this.#reject(address, reason)
      socket.destroy()
      return
    }
    const arrival = { socket, address, place: 0 }
    this.#arrivals.add(arrival)
    if (this.#options.maxConnectionsPerAddress < Infinity) this.#count(address, 1)
    // It closes once: `once` would be two functions more for every connection.
    socket.on('close', () => {
      this.#release(arrival)
    })
    if (this.#tls === null) this.#open(socket)
    else this.#shake(this.#tls, socket)
  }

  #shake(tls: TlsServer, socket: Socket): void {
    const peer = peerOf(socket)
    this.#shaking.set(peer, socket)
    socket.once('close', () => this.#shaking.delete(peer))
    tls.emit('connection', socket)
  }

  #count(address: string, more: 1 | -1): void {
    const count = (this.#perAddress.get(address) ?? 0) + more
    if (count > 0) this.#perAddress.set(address, count)
    else this.#perAddress.delete(address)
  }

  #unwelcome(address: string): RejectEvent['reason'] | null {
    const { maxConnections, maxConnectionsPerAddress, throttle, clock } = this.#options
    if (this.#arrivals.size >= maxConnections) return 'connections'
    if ((this.#perAddress.get(address) ?? 0) >= maxConnectionsPerAddress) return 'connections-per-address'
    return throttle?.isAddressBlocked(clock.monotonic(), address) ? 'throttled' : null
  }

  #reject(address: string, reason: RejectEvent['reason'], cause?: unknown): void {
    this.#counters.connectionsRejected += 1
    this.events.publish('reject', { address, reason, cause })
  }

  #release(arrival: Arrival): void {
    this.#arrivals.remove(arrival)
    if (this.#options.maxConnectionsPerAddress < Infinity) this.#count(arrival.address, -1)
    if (this.#arrivals.size === 0) this.#onEmpty?.()
  }

  #open(socket: Socket): void {
    const { remoteAddress, remotePort } = socket
    if (remoteAddress === undefined || remotePort === undefined || this.#closed !== null) {
      socket.destroy()
      return
    }
    const secure = socket instanceof TLSSocket
    const certificate = secure && socket.authorized ? socket.getPeerCertificate() : undefined
    const accepted = { id: this.#nextId, address: remoteAddress, port: remotePort, secure, certificate }
    this.#nextId += 1
    const connection = new ServerConnection(socket, accepted, this.#state)
    this.#connections.add(connection)
    this.#counters.connectionsAccepted += 1
    this.events.publish('connect', connection)
    connection.start()
  }

  #authenticator(connection: ConnectionInfo, session: Session<P> | null): Authenticator<P> {
    const { address, port, secure, certificate, listener } = connection
    const { mechanisms, principal, clock, maxSessionLifetime, delaysIllegalRequests, throttle } = this.#options
    return new Authenticator({
      mechanisms,
      apis: this.#dispatcher.apis,
      apiVersions: this.#dispatcher.apiVersions,
      principal,
      login: { listener, address, certificate },
      peer: { host: address, port, address, secure, certificate },
      clock,
      maxSessionLifetime,
      delaysIllegalRequests,
      errorResponse: (request, code) => this.#dispatcher.errorResponse(request, code),
      admit: (user) => {
        if (!throttle?.isUserBlocked(clock.monotonic(), user)) return
        throw new SaslRefusal({ reply: 'generic', reason: 'Too many failed logins of this user of late' })
      },
      previous: session ?? undefined,
    })
  }

  #failed(connection: ConnectionInfo, refusal: Refusal): void {
    if (refusal.guess) this.#options.throttle?.failed(this.#options.clock.monotonic(), connection.address, refusal.user)
  }

  #disconnected(connection: ConnectionInfo & Listed, reason: DisconnectReason, cause: unknown): void {
    this.#connections.remove(connection)
    this.events.publish('disconnect', { connection, reason, cause })
  }

  async #shutdown(timeout: number): Promise<void> {
    const stopped = new Promise<void>((resolve) =>
      this.#tcp.close(() => {
        resolve()
      }),
    )
    const empty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve
      if (this.#arrivals.size === 0) resolve()
    })
    for (const connection of this.#connections.all()) connection.shutdown()
    for (const socket of this.#shaking.values()) socket.destroy()
    const timer = setTimeout(() => {
      this.#destroySockets()
    }, timeout)
    await Promise.all([stopped, empty])
    clearTimeout(timer)
  }

  #destroySockets(): void {
    for (const connection of this.#connections.all()) connection.destroy()
    for (const { socket } of this.#arrivals.all()) socket.destroy()
  }
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? ''} ${remotePort ?? ''}`
}

function distinguishedName(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  const certificate = socket.getPeerX509Certificate()
  return certificate === undefined ? undefined : rfc2253Name(certificate.subject)
}

/**
 * Starts a listener that Kafka clients can log in to.
 *
 * Nothing but ApiVersions and SASL is answered before a login, unless `mechanisms` is empty.
 *
 * With a principal of one's own its type is said once, `listen<Tenant>({ principal, routes: [route(…)] })`, and every
 * route's context knows it.
 *
 * @throws ConnectionError (`CONNECTION_FAILED`) if the port cannot be bound.
 * @throws UsageError (`INVALID_ARGUMENT`) for options that make no sense.
 */
export function listen<P extends Principal>(
  options: ListenOptions<P> & { readonly principal: PrincipalBuilder<P> },
): Promise<Server<P>>
export function listen(options: ListenOptions): Promise<Server>
export async function listen(options: ListenOptions): Promise<Server> {
  return await listenTapped(options, null)
}

/** As {@link listen}, with something between requests and answers. */
export async function listenTapped<P extends Principal>(
  options: ListenOptions<P>,
  tap: Tap | null,
): Promise<Server<P>> {
  const mapName = sslPrincipalMapper(options.sslPrincipalMappingRules ?? 'DEFAULT')
  // The overloads of `listen` say that P is Principal itself where no builder is given.
  const principal = options.principal ?? (defaultPrincipal(mapName) as NonNullable<ListenOptions<P>['principal']>)
  const server = new Server(options, resolveOptions(options, principal), tap)
  await server.listen(options.host ?? 'localhost', options.port ?? 0)
  return server
}
