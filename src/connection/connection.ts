import { inspect, type InspectOptions } from 'node:util'
import type { OttlaError } from '../errors.js'
import type { Api, SometimesUnansweredApi } from '../protocol/api.js'
import type { ConnectionEvents } from './events.js'
import { isForeign, notForeign, undecoded, type ForeignRequest } from './forwarding.js'
import type { Link } from './link.js'
import { announceIfLost } from './lost-connections.js'
import type { SendOptions } from './send-options.js'
import type { Session } from './session.js'
import type { CloseReason, State } from './state.js'
import type { BrokerVersions } from './versions.js'

export interface CloseOptions {
  /**
   * How long requests that are on their way may still be answered, in ms; `Infinity`: as long as they take. Default: 0, they
   * fail at once; or, where an earlier `close()` still waits, the time that it has.
   */
  readonly timeout?: number | undefined
  /** Why; told to everybody who waits, and in the end as {@link Connection.closed}. Default: `shutdown`. */
  readonly reason?: CloseReason['name'] | undefined
  /** The error behind it, if there is one. */
  readonly cause?: OttlaError | undefined
}

/** A connection to one broker, ready for requests. Made by `connect()`; it lives once, and is never opened again. */
export class Connection {
  readonly #link: Link

  static {
    // What a person wants to see of it in a console; nothing secret.
    Object.defineProperty(this.prototype, inspect.custom, {
      value(this: Connection, depth: number, options: InspectOptions): string {
        const { state, session, address, inFlight } = this
        const { broker, tls, clientId } = this.#link.settings
        const shown = { broker, address, tls: tls !== false, clientId, state: state.name, session, inFlight }
        return `Connection ${inspect(shown, { ...options, depth })}`
      },
    })
  }

  /** @internal */
  constructor(link: Link) {
    this.#link = link
    announceIfLost(this, link, link.settings.broker)
  }

  get host(): string {
    return this.#link.settings.host
  }

  get port(): number {
    return this.#link.settings.port
  }

  /** The IP address behind {@link host}, where known. */
  get address(): string | undefined {
    return this.#link.address
  }

  get state(): State {
    return this.#link.state
  }

  /** What the broker speaks. */
  get versions(): BrokerVersions {
    const { versions } = this.#link.pipeline
    if (!versions) throw new TypeError('a connection is made when the versions are known')
    return versions
  }

  /** The login that holds; undefined without a login. */
  get session(): Session | undefined {
    return this.#link.sessions.session
  }

  /** Resolves, with the reason, when the connection has ended and everything of it is released. Never rejects. */
  get closed(): Promise<CloseReason> {
    return this.#link.closed
  }

  get events(): ConnectionEvents {
    return this.#link.settings.events
  }

  /** Requests whose answers are still to come, given up ones included. */
  get inFlight(): number {
    return this.#link.pipeline.inFlight
  }

  /**
   * Sends a request and gives its answer. Requests are answered in their order; they wait while too many are on their
   * way, while the socket asks for a pause, while the broker asks for one (KIP-219), and while the session is renewed.
   *
   * The request is encoded at once, its bytes are copied: everything in it may be changed as soon as this returns.
   *
   * A request that is never answered (Produce with acks=0) gives undefined, once the socket has taken it.
   *
   * Never throws; rejects with an `OttlaError`: `REQUEST_TIMEOUT`, `ABORTED`, `QUEUE_FULL`, `UNSUPPORTED_VERSION`,
   * `ENCODE_FAILED`, `DECODE_FAILED`, or what ended the connection.
   */
  send<Request, RequestInput, Response, ResponseInput>(
    api: SometimesUnansweredApi<Request, RequestInput, Response, ResponseInput>,
    request: RequestInput,
    options?: SendOptions,
  ): Promise<Response | undefined>
  send<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
    request: RequestInput,
    options?: SendOptions,
  ): Promise<Response>
  send<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
    request: RequestInput,
    options?: SendOptions,
  ): Promise<Response | undefined> {
    return this.#link.pipeline.send(api, request, options)
  }

  /**
   * Sends a request as it came from elsewhere, undecoded, and gives the whole answer, undecoded: for what `ottla/server`
   * hands to `forward`. Client id and correlation id become this connection's own. The answer lies in memory that it may
   * share with others: pass it on, or copy it.
   *
   * Only for requests that are answered, and whose wait `timeout` covers: what the body says is not looked at. Produce
   * with acks=0 wants {@link send}.
   *
   * Rejects as {@link send}.
   */
  forward(request: ForeignRequest, options?: SendOptions): Promise<Buffer> {
    if (!isForeign(request)) return Promise.reject(notForeign(this.#link.settings.broker))
    const { api, version, frame, bodyOffset } = request
    return this.#link.pipeline.send(undecoded(api), frame.subarray(bodyOffset), { ...options, version })
  }

  /**
   * Ends the connection: requests that are not written fail at once, those on their way are awaited for `timeout`, what
   * was written leaves. May be called in any state and as often as one likes; the first reason stays, and the time of the
   * first unless a later call has less.
   *
   * @returns the reason, once everything is released
   */
  close(options: CloseOptions = {}): Promise<CloseReason> {
    const { timeout, reason = 'shutdown', cause } = options
    this.#link.drain(cause ? { name: reason, error: cause } : { name: reason }, timeout)
    return this.#link.closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}
