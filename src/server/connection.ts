import type { Socket } from 'node:net'
import type { PeerCertificate } from 'node:tls'
import { OttlaError } from '../errors.js'
import { SaslHandshake } from '../messages/SaslHandshake.js'
import { FrameSplitter } from '../protocol/frame-splitter.js'
import { isPromise } from '../sasl/maybe-promise.js'
import { SaslRefusal } from '../sasl/mechanism.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { ClientSoftware } from './api-versions.js'
import { RequestScope } from './context.js'
import type { ConnectionInfo, RequestContext } from './context.js'
import type { DisconnectReason } from './events.js'
import { Deadline } from './deadline.js'
import { Outlet } from './outlet.js'
import { Violation } from './outcome.js'
import type { Outcome } from './outcome.js'
import type { Principal } from './principal.js'
import type { Authenticator } from './authenticator.js'
import { transition } from './phase.js'
import type { Login, Phase } from './phase.js'
import { ResponseQueue } from './responses.js'
import type { Listed } from './roster.js'
import { sessionWithoutSasl } from './principal-session.js'
import { isExpired, mayReauthenticate } from './session.js'
import { tapLogin } from './tap.js'
import type { ServerState } from './server-state.js'
import type { Refusal, Session, Verdict } from './verdict.js'
import { readRequest } from './wire.js'
import type { IncomingRequest } from './wire.js'

/** What is known of a connection when it is accepted. */
export interface Accepted {
  readonly id: number
  readonly address: string
  readonly port: number
  readonly secure: boolean
  readonly certificate: PeerCertificate | undefined
}

/** How long a peer may take to read the last bytes before its socket is destroyed. */
const FAREWELL = 5_000

/** The server end of one socket. */
export class ServerConnection<P extends Principal> implements ConnectionInfo, Listed {
  /** Of the roster that it stands in. */
  place = 0
  readonly id: number
  readonly address: string
  readonly port: number
  readonly secure: boolean
  readonly certificate: PeerCertificate | undefined
  readonly #socket: Socket
  readonly #server: ServerState<P>
  readonly #splitter: FrameSplitter
  readonly #responses: ResponseQueue
  #phase: Phase<P> = { is: 'opening' }
  /** The handshake of a re-authentication that waits for the answers before it. */
  #held: Buffer | null = null
  /** Bytes of the requests that are being handled. */
  #bytesInFlight = 0
  #software: ClientSoftware | null = null
  #abort: AbortController | null = null
  #lastReauthentication: number | null = null
  #lastActivity: number
  readonly #deadline: Deadline
  readonly #outlet: Outlet
  #cause: unknown = undefined

  constructor(socket: Socket, accepted: Accepted, server: ServerState<P>) {
    this.id = accepted.id
    this.address = accepted.address
    this.port = accepted.port
    this.secure = accepted.secure
    this.certificate = accepted.certificate
    this.#socket = socket
    this.#server = server
    this.#splitter = new FrameSplitter(server.options.maxFrameSizeBeforeLogin)
    const outlet = new Outlet(socket)
    this.#outlet = outlet
    this.#responses = new ResponseQueue((frame) => {
      outlet.write(frame)
    })
    this.#deadline = new Deadline(server.options.clock, () => {
      this.#onTimer()
    })
    this.#lastActivity = server.options.clock.monotonic()
  }

  get listener(): string {
    return this.#server.options.listenerName
  }

  get software(): ClientSoftware | null {
    return this.#software
  }

  get signal(): AbortSignal {
    this.#abort ??= new AbortController()
    if (this.#phase.is === 'closed') this.#abort.abort()
    return this.#abort.signal
  }

  get session(): Session<P> | null {
    const phase = this.#phase
    return phase.is === 'open' ? phase.session : phase.is === 'logging-in' ? phase.login.session : null
  }

  /** Begins to read. */
  start(): void {
    const socket = this.#socket
    socket.on('data', (chunk: Buffer) => {
      this.#onData(chunk)
    })
    socket.on('drain', () => {
      this.#pump()
    })
    socket.on('end', () => {
      if (this.#phase.is !== 'draining') this.#close('peer')
    })
    socket.on('error', (error) => {
      this.#cause ??= error
    })
    socket.on('close', () => {
      this.#closed(this.#cause === undefined ? 'peer' : 'error')
    })
    if (this.#server.options.mechanisms.size > 0) this.#startLogin(null)
    else this.#openWithoutSasl()
  }

  /** Answers what was asked and closes; those that have not logged in are closed at once. Idempotent. */
  shutdown(): void {
    if (this.#phase.is === 'open') this.#drain('shutdown')
    else if (this.#phase.is !== 'draining') this.#close('shutdown')
  }

  /** Closes now, whatever is under way. Idempotent. */
  destroy(): void {
    this.#close('shutdown')
    this.#socket.destroy()
  }

  /** Ends the session as if its time were over: the next request closes the connection. */
  expire(): void {
    const phase = this.#phase
    if (phase.is !== 'open') return
    this.#transition({ ...phase, session: { ...phase.session, expiresAt: -Infinity } })
  }

  #transition(next: Phase<P>): void {
    this.#phase = transition(this.#phase, next)
  }

  // What comes in

  #onData(chunk: Buffer): void {
    const { is } = this.#phase
    // In the last phases what comes is read, so that the peer sees our last bytes and no reset, and ignored.
    if (is !== 'opening' && is !== 'logging-in' && is !== 'open') return
    this.#lastActivity = this.#server.options.clock.monotonic()
    this.#splitter.push(chunk)
    this.#pump()
  }

  #onInvalidSize(error: OttlaError): void {
    const phase = this.#phase
    if (phase.is === 'logging-in') this.#apply(phase.login, phase.login.authenticator.invalidSize(error.message))
    else if (phase.is === 'open') this.#violated(null, new Violation(error.message, error))
  }

  /** Whether another frame may be taken now. */
  #mayTake(): boolean {
    const phase = this.#phase
    if (phase.is === 'logging-in')
      return !phase.login.busy && (phase.login.session === null || this.#responses.size === 0)
    if (phase.is !== 'open') return false
    const { maxInFlight, maxBytesInFlight, maxBytesUnsent } = this.#server.options
    return (
      this.#responses.size < maxInFlight &&
      this.#bytesInFlight < maxBytesInFlight &&
      this.#outlet.pending < maxBytesUnsent
    )
  }

  /** Takes what has come, as far as it may; called again whenever something has become free. */
  #pump(): void {
    while (this.#mayTake()) {
      const frame = this.#next()
      if (frame === null) {
        if (this.#socket.isPaused()) this.#socket.resume()
        return
      }
      this.#take(frame)
    }
    const phase = this.#phase
    if (phase.is === 'draining' && this.#responses.size === 0) this.#close(phase.reason)
    else if (phase.is === 'opening' || phase.is === 'logging-in' || phase.is === 'open') this.#socket.pause()
  }

  #next(): Buffer | null {
    const held = this.#held
    if (held !== null) {
      this.#held = null
      return held
    }
    try {
      return this.#splitter.next()
    } catch (error) {
      if (!(error instanceof OttlaError)) throw error
      this.#onInvalidSize(error)
      return null
    }
  }

  #take(frame: Buffer): void {
    const phase = this.#phase
    if (phase.is === 'logging-in') this.#authenticate(phase.login, frame)
    else if (phase.is === 'open') this.#request(phase.session, frame)
  }

  // Logging in

  #openWithoutSasl(): void {
    const open = (session: Session<P>): void => {
      if (this.#phase.is !== 'opening') return
      this.#open(session)
      this.#loggedIn(null)
      this.#pump()
    }
    const failed = (error: unknown): void => {
      const reason = error instanceof SaslRefusal ? error.reason : error instanceof Error ? error.message : 'no Error'
      this.#refused(
        {
          kind: 'authentication',
          guess: false,
          reason: `No principal could be made: ${reason}`,
          cause: error,
        },
        0,
      )
      this.#close('refused')
    }
    this.#deadline.arm(this.#server.options.loginTimeout)
    try {
      const session = sessionWithoutSasl(this.#server.options.principal, {
        listener: this.listener,
        address: this.address,
        secure: this.secure,
        certificate: this.certificate,
        distinguishedName: this.#server.distinguishedName(this.#socket),
      })
      if (isPromise(session)) session.then(open, failed)
      else open(session)
    } catch (error) {
      failed(error)
    }
  }

  #startLogin(session: Session<P> | null): Login<P> {
    const server = this.#server
    const startedAt = server.options.clock.monotonic()
    const login = { authenticator: server.authenticator(this, session), startedAt, session, busy: false }
    this.#transition({ is: 'logging-in', login })
    this.#deadline.arm(server.options.loginTimeout)
    return login
  }

  #authenticate(login: Login<P>, frame: Buffer): void {
    const { loginAnswerTime, clock } = this.#server.options
    const timed = loginAnswerTime > 0 && login.authenticator.state === 'authenticate'
    // Set before anything is judged: a timer counts from when it was set.
    const due = timed ? new Promise<void>((resolve) => clock.setTimeout(resolve, loginAnswerTime)) : undefined
    const judged = this.#judge(login.authenticator, frame)
    if (login.authenticator.software !== null) this.#software = login.authenticator.software
    const verdict = due === undefined ? judged : due.then(() => judged)
    if (!isPromise(verdict)) {
      this.#apply(login, verdict)
      return
    }
    login.busy = true
    void verdict.then((settled) => {
      login.busy = false
      const phase = this.#phase
      if (phase.is !== 'logging-in' || phase.login !== login) return
      this.#apply(login, settled)
      this.#pump()
    })
  }

  #judge(authenticator: Authenticator<P>, frame: Buffer): MaybePromise<Verdict<P>> {
    const { tap, dispatcher } = this.#server
    const request = tap === null || authenticator.isRaw ? null : readRequest(frame, dispatcher.apis)
    if (tap === null || request === null) return authenticator.receive(frame)
    return tapLogin(tap, { request, connection: this, receive: () => authenticator.receive(frame) })
  }

  #apply(login: Login<P>, verdict: Verdict<P>): void {
    const delay = verdict.is === 'refused' && verdict.delayed ? this.#server.options.failedLoginDelay : 0
    // First of all: what is to be done for the one outcome takes longer than for the other.
    if (delay === 0 && verdict.reply !== null) this.#outlet.writeNow(verdict.reply)
    if (verdict.is === 'authenticated') {
      this.#open(verdict.session)
      this.#loggedIn(login)
    } else if (verdict.is === 'refused') {
      this.#refused(verdict.refusal, delay)
      this.#fail(delay > 0 ? verdict.reply : null, delay)
    }
  }

  #fail(reply: Uint8Array | null, delay: number): void {
    this.#transition({ is: 'failing', reply })
    this.#socket.resume()
    if (delay > 0) this.#deadline.arm(delay)
    else this.#failNow(reply)
  }

  #failNow(reply: Uint8Array | null): void {
    if (reply !== null) this.#outlet.write(reply)
    this.#close('refused')
  }

  #open(session: Session<P>): void {
    this.#transition({ is: 'open', session })
    this.#splitter.maxFrameSize = this.#server.options.maxFrameSize
    this.#deadline.arm(this.#server.options.idleTimeout)
  }

  #loggedIn(login: Login<P> | null): void {
    const session = this.session
    if (session === null) return
    const { principal, mechanism, lifetimeMs, renewable } = session
    const reauthentication = login !== null && login.session !== null
    const duration = login === null ? 0 : this.#server.options.clock.monotonic() - login.startedAt
    if (login !== null) this.#server.counters.login({ reauthentication, renewable, duration })
    this.#server.events.publish('login', {
      connection: this,
      mechanism,
      principal,
      reauthentication,
      lifetimeMs,
      duration,
    })
  }

  #refused(refusal: Refusal, delay: number): void {
    const phase = this.#phase
    const reauthentication = phase.is === 'logging-in' && phase.login.session !== null
    if (refusal.kind === 'authentication') this.#server.counters.refused({ reauthentication })
    this.#server.failed(this, refusal)
    this.#server.events.publish('refuse', { ...refusal, connection: this, reauthentication, delay })
  }

  // Requests after the login

  #request(session: Session<P>, frame: Buffer): void {
    const { dispatcher, options, counters, tap } = this.#server
    const request = readRequest(frame, dispatcher.apis)
    if (request === null) {
      this.#violated(null, new Violation('A frame that is no request of an API that is served'))
      return
    }
    // A session without an end is asked for no time: the clock costs as much as decoding a small request.
    const now = session.expiresAt === null ? 0 : options.clock.monotonic()
    if (request.api.key === SaslHandshake.key && mayReauthenticate(session, this.#lastReauthentication, now)) {
      this.#reauthenticate(session, frame)
      return
    }
    if (isExpired(session, now)) {
      counters.expiredConnectionsKilled += 1
      this.#drain('expired')
      return
    }
    counters.requests += 1
    const context = this.#context(session, request)
    const outcome =
      tap === null
        ? dispatcher.dispatch(request, context, this.#learn)
        : tap(request, this, () => dispatcher.dispatch(request, context, this.#learn))
    if (isPromise(outcome)) this.#await(request, outcome)
    else if (this.#responses.size > 0) this.#settle(request, this.#responses.reserve(), outcome)
    else if (outcome instanceof Violation) this.#settle(request, this.#responses.reserve(), outcome)
    else if (outcome !== null) this.#outlet.write(outcome)
  }

  readonly #learn = (software: ClientSoftware): void => {
    this.#software = software
  }

  #context(session: Session<P>, request: IncomingRequest): RequestContext<P> {
    return new RequestScope(session, this, request)
  }

  #await(request: IncomingRequest, outcome: Promise<Outcome>): void {
    const place = this.#responses.reserve()
    const { length } = request.frame
    this.#bytesInFlight += length
    void outcome.then((settled) => {
      this.#bytesInFlight -= length
      if (this.#phase.is === 'closed' || this.#phase.is === 'closing') return
      this.#settle(request, place, settled)
      this.#pump()
    })
  }

  #settle(request: IncomingRequest, place: number, outcome: Outcome): void {
    if (outcome instanceof Violation) {
      this.#responses.fill(place, outcome.lastBytes)
      this.#violated(request, outcome)
    } else {
      this.#responses.fill(place, outcome)
    }
  }

  /** The client is answered what it asked before, and then cut off. */
  #violated(request: IncomingRequest | null, { reason, cause }: Violation): void {
    this.#server.events.publish('request-error', { connection: this, api: request?.api.name ?? null, reason, cause })
    this.#drain('protocol')
  }

  /** Kafka begins once the answers before it are out; so does this: the frame waits for them. */
  #reauthenticate(session: Session<P>, frame: Buffer): void {
    this.#lastReauthentication = this.#server.options.clock.monotonic()
    this.#splitter.maxFrameSize = this.#server.options.maxFrameSizeBeforeLogin
    const login = this.#startLogin(session)
    if (this.#responses.size === 0) this.#authenticate(login, frame)
    else this.#held = frame
  }

  // The end

  #drain(reason: DisconnectReason): void {
    if (this.#phase.is !== 'open') return
    this.#transition({ is: 'draining', reason })
    this.#socket.resume()
    this.#deadline.disarm()
    if (this.#responses.size === 0) this.#close(reason)
  }

  /** The one way to die: what was written goes out, then the socket is destroyed. */
  #close(reason: DisconnectReason): void {
    const phase = this.#phase
    if (phase.is === 'closing' || phase.is === 'closed') return
    if (phase.is === 'logging-in') phase.login.authenticator.dispose()
    this.#transition({ is: 'closing', reason })
    this.#held = null
    this.#responses.clear()
    this.#outlet.flush()
    if (!this.secure && this.#socket.readableEnded && this.#outlet.pending === 0) {
      // The usual end: the peer has said goodbye and was sent everything. TLS has a goodbye of its own to send.
      this.#socket.destroy()
      return
    }
    this.#deadline.arm(FAREWELL)
    this.#socket.destroySoon()
  }

  #closed(reason: DisconnectReason): void {
    const phase = this.#phase
    if (phase.is === 'closed') return
    this.#close(reason)
    this.#transition({ is: 'closed' })
    this.#deadline.disarm()
    this.#abort?.abort()
    const known = phase.is === 'closing' || phase.is === 'draining' ? phase.reason : reason
    this.#server.disconnected(this, known, this.#cause)
  }

  // Time

  #onTimer(): void {
    const phase = this.#phase
    if (phase.is === 'logging-in') this.#apply(phase.login, phase.login.authenticator.timedOut())
    else if (phase.is === 'failing') this.#failNow(phase.reply)
    else if (phase.is === 'opening') this.#close('refused')
    else if (phase.is === 'open') this.#checkIdle()
    else if (phase.is === 'closing') this.#socket.destroy()
  }

  #checkIdle(): void {
    const { clock, idleTimeout } = this.#server.options
    const rest = this.#responses.size > 0 ? idleTimeout : this.#lastActivity + idleTimeout - clock.monotonic()
    if (rest > 0) this.#deadline.arm(rest)
    else this.#close('idle')
  }
}
