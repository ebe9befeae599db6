import { AuthenticationError, ConnectionError, OttlaError, thrownText, UsageError, type Phase } from '../errors.js'
import type { ClientMechanism, Peer } from '../sasl/mechanism.js'
import { Alarm } from './alarm.js'
import type { Call } from './calls.js'
import { login } from './login.js'
import { LoginChannel } from './login-channel.js'
import { lifeIsOver } from './lost-connections.js'
import { broken, connectTimeout, ended, lost, phaseOf, type Whereabouts } from './loss.js'
import { monotonic } from './monotonic.js'
import type { Settings } from './options.js'
import { Pipeline, type PipelineOwner } from './pipeline.js'
import { nameOf } from './request-errors.js'
import { encodeClientId, isEncoding } from './request-frame.js'
import { isTlsAlert, tlsError } from './secure.js'
import { SessionClock } from './session.js'
import { transition, type CloseReason, type State } from './state.js'
import type { Transport, TransportHandlers } from './transport.js'

/** How long what was written may take to leave, in ms, when a connection is closed without haste. */
const flushPatience = 1_000

const noBytes = Buffer.alloc(0)

/**
 * One connection's inner life: its state, its socket, its end. Whoever uses it holds a `Connection`, which this never
 * refers to, so that a connection that nobody holds any more can be noticed.
 */
export class Link implements PipelineOwner, TransportHandlers {
  readonly settings: Settings
  readonly clientId: Buffer
  readonly pipeline: Pipeline
  readonly sessions: SessionClock = new SessionClock()
  readonly closed: Promise<CloseReason>
  /** Aborts, with the root cause, when the connection ends: whatever works for it stops. */
  readonly lifetime: AbortController = new AbortController()
  #state: State = { name: 'resolving' }
  #transport: Transport | undefined
  readonly #alarm: Alarm = new Alarm(() => this.#ring())
  readonly #startedAt: number = monotonic()
  #lastReadAt = 0
  #lastSendAt = 0
  /** When a connect, the renewal of a session, or the last answers before a close must be done. */
  #deadline: number
  #mechanism: ClientMechanism | undefined
  #peer: Peer | undefined
  #tellClosed!: (reason: CloseReason) => void
  address: string | undefined

  constructor(settings: Settings) {
    this.settings = settings
    this.clientId = encodeClientId(settings.clientId)
    this.pipeline = new Pipeline(settings, this.clientId, this)
    this.closed = new Promise((resolve) => (this.#tellClosed = resolve))
    this.#deadline = this.#startedAt + settings.connectTimeout
    this.#alarm.hold(true)
    this.#alarm.set(this.#deadline)
  }

  get state(): State {
    return this.#state
  }

  /** Goes to the next state, and tells. */
  become(next: State): void {
    const from = this.#state
    this.#state = transition(from, next)
    const { events, broker } = this.settings
    if (events.observes('state')) events.emit('state', { broker, from, to: next })
  }

  /** Takes over a socket. @throws what ended the connection meanwhile; the socket is ended, too */
  attach(transport: Transport): void {
    if (this.#state.name === 'closed') transport.end(0, () => undefined)
    this.lifetime.signal.throwIfAborted()
    this.#transport = transport
    this.pipeline.outbox = transport.outbox
  }

  /** Lets the socket go, to begin anew with another one. */
  detach(): void {
    this.#transport?.end(0, () => undefined)
    this.#transport = undefined
    this.pipeline.outbox = undefined
  }

  /** The connection may be used: the larger frame limit and the idle time begin. @throws what ended it meanwhile */
  ready(login: { readonly mechanism: ClientMechanism; readonly peer: Peer } | undefined): void {
    this.#mechanism = login?.mechanism
    this.#peer = login?.peer
    if (this.#transport) this.#transport.maxFrameSize = this.settings.maxFrameSize
    this.become({ name: 'ready' })
    // A listener may have ended it.
    this.lifetime.signal.throwIfAborted()
    this.#deadline = Infinity
    this.#alarm.clear()
    this.#alarm.hold(false)
    this.#lastReadAt = monotonic()
    this.#alarm.set(this.#idleAt())
  }

  // What the transport tells.

  frame(frame: Buffer): void {
    this.pipeline.receive(frame)
  }

  read(): void {
    this.#lastReadAt = monotonic()
    this.pipeline.pump()
  }

  flushed(): void {
    this.pipeline.flushed()
  }

  broken(error: unknown): void {
    this.close(broken(this.#whereabouts(), error))
  }

  lost(error: NodeJS.ErrnoException | undefined): void {
    this.close(this.#lossOf(error))
  }

  #lossOf(error: NodeJS.ErrnoException | undefined): CloseReason {
    // Once a broker has answered it does speak TLS: what breaks it later is a loss like any other.
    if (error && this.#state.name === 'negotiating' && isTlsAlert(error)) {
      const { host, port } = this.settings
      return { name: 'connect-failed', error: tlsError(error, { host, port }) }
    }
    const reason = lost(this.#whereabouts(), error)
    return this.#refusedBefore(reason.error) ?? reason
  }

  /** What the broker has already said of the login tells more than that it then hung up, or fell silent. */
  #refusedBefore(loss: OttlaError | undefined): CloseReason | undefined {
    const refusal = loss && this.pipeline.refusalBy(loss)
    if (!refusal) return undefined
    const state = this.#state
    if (state.name !== 're-authenticating') return { name: 'authentication-refused', error: refusal }
    const { broker } = this.settings
    return { name: 'authentication-lost', error: authenticationLost(refusal, { broker, mechanism: state.mechanism }) }
  }

  #whereabouts(): Whereabouts {
    return {
      broker: this.settings.broker,
      state: this.#state,
      secure: this.settings.tls !== false,
      firstBytes: this.#transport?.firstBytes ?? noBytes,
      partial: this.#transport?.partial ?? 0,
      session: this.sessions.session !== undefined,
      answered: this.pipeline.answers > 0,
    }
  }

  // What the pipeline asks.

  refusal(): OttlaError | undefined {
    const state = this.#state
    if (state.name === 'ready' || state.name === 're-authenticating') return undefined
    if (state.name === 'closed' || state.name === 'draining') return ended(this.settings.broker, state.reason)
    return new UsageError('ILLEGAL_STATE', `the connection is ${state.name}, not ready`)
  }

  mayWrite(now: number): boolean {
    if (this.#state.name !== 'ready') return false
    this.#lastSendAt = now
    if (now < this.sessions.renewAt) return true
    const verdict = this.sessions.verdict(now)
    if (verdict === 'go') return true
    if (verdict === 'renew') void this.#reauthenticate()
    else this.wake(verdict)
    return false
  }

  wake(at: number): void {
    if (this.#state.name !== 'closed') this.#alarm.set(at)
  }

  busy(busy: boolean): void {
    if (this.#state.name === 'closed') return
    if (!busy && this.#state.name === 'draining') return this.close(this.#state.reason)
    this.#alarm.hold(busy || this.#deadline !== Infinity)
    if (!busy && this.#deadline === Infinity) this.#alarm.set(this.#idleAt())
  }

  arrived(call: Call): void {
    if (this.sessions.limited) this.sessions.answered(monotonic() - call.startedAt - call.waited)
  }

  phase(): Phase {
    return phaseOf(this.#state)
  }

  observing(): boolean {
    return this.settings.events.observes('request')
  }

  report(call: Call, responseBytes: number, error: OttlaError | undefined): void {
    const { events, broker } = this.settings
    if (call.kind !== 'request') return
    events.emit('request', {
      broker,
      api: nameOf(call),
      version: call.version,
      correlationId: call.id,
      duration: monotonic() - call.startedAt,
      requestBytes: call.size,
      responseBytes,
      error,
    })
  }

  throttled(api: string, duration: number): void {
    const { events, broker } = this.settings
    if (events.observes('throttle')) events.emit('throttle', { broker, api, duration })
  }

  // Time.

  #idleAt(): number {
    return Math.max(this.#lastReadAt, this.#lastSendAt) + this.settings.idleTimeout
  }

  #ring(): void {
    const now = monotonic()
    if (now >= this.#deadline) return this.#tooLate()
    let next = this.#deadline
    const { name } = this.#state
    if (name === 'ready' || name === 're-authenticating' || name === 'draining') {
      next = Math.min(next, this.pipeline.expire(now))
      this.pipeline.pump()
      if (this.#state.name === 'ready' && this.pipeline.pending === 0) {
        if (now >= this.#idleAt()) return this.close({ name: 'idle' })
        next = Math.min(next, this.#idleAt())
      }
    }
    if (next < Infinity && this.#state.name !== 'closed') this.#alarm.set(next)
  }

  #tooLate(): void {
    const { settings } = this
    if (this.#state.name === 'draining') return this.close(this.#state.reason)
    if (this.#state.name === 're-authenticating') {
      const error = new AuthenticationError(
        'AUTHENTICATION_LOST',
        `the session was not renewed within ${settings.connectTimeout} ms`,
        {
          phase: 're-authentication',
          broker: settings.broker,
          mechanism: this.#state.mechanism,
          hint: 'The broker, or the function that provides the credentials, did not finish in time.',
          reason: 'authentication-lost',
          retriable: true,
        },
      )
      return this.close(this.#refusedBefore(error) ?? { name: 'authentication-lost', error })
    }
    const error = connectTimeout(this.#whereabouts(), settings.connectTimeout)
    this.close(this.#refusedBefore(error) ?? { name: error.reason ?? 'timeout', error })
  }

  // The session's renewal (KIP-368).

  async #reauthenticate(): Promise<void> {
    const mechanism = this.#mechanism
    const peer = this.#peer
    const { versions } = this.pipeline
    if (!mechanism || !peer || !versions) return
    const { broker, events, connectTimeout } = this.settings
    const startedAt = monotonic()
    this.become({ name: 're-authenticating', mechanism: mechanism.name })
    try {
      // Nothing else may be on the wire between SaslHandshake and the last token.
      await this.pipeline.drained()
      if (this.#state.name !== 're-authenticating') return
      this.#deadline = monotonic() + connectTimeout
      this.wake(this.#deadline)
      const { signal } = this.lifetime
      const channel = new LoginChannel({ pipeline: this.pipeline, broker, clientId: this.clientId, signal })
      const lifetime = await login({ channel, mechanism, versions, peer, signal }, () =>
        this.sessions.renewing(monotonic()),
      )
      if (this.#state.name !== 're-authenticating') return
      this.#deadline = Infinity
      const now = monotonic()
      this.sessions.begin(mechanism.name, lifetime, now)
      this.become({ name: 'ready' })
      if (events.observes('re-authenticate')) {
        events.emit('re-authenticate', {
          broker,
          mechanism: mechanism.name,
          duration: now - startedAt,
          lifetime: this.sessions.session?.lifetime,
        })
      }
      this.pipeline.pump()
      this.busy(this.pipeline.pending > 0)
    } catch (cause) {
      const error = authenticationLost(cause, { broker, mechanism: mechanism.name })
      const duration = monotonic() - startedAt
      this.close({ name: 'authentication-lost', error })
      if (events.observes('re-authenticate'))
        events.emit('re-authenticate', { broker, mechanism: mechanism.name, duration, lifetime: undefined, error })
    }
  }

  // The end.

  /**
   * Refuses new requests, fails what is not written, and closes once what is on its way was answered, or after `timeout`
   * (default: at once). While that lasts, the reason stays the first one, and the time can only be made shorter.
   */
  drain(reason: CloseReason, timeout: number | undefined): void {
    // As in close().
    if (isEncoding()) return queueMicrotask(() => this.drain(reason, timeout))
    const { name } = this.#state
    const patience = timeout !== undefined && timeout > 0 ? timeout : 0
    if (name === 'draining') {
      if (timeout !== undefined) this.#drainWithin(patience)
      return
    }
    if (patience === 0 || (name !== 'ready' && name !== 're-authenticating')) return this.close(reason)
    // A session that is not needed any more is not waited for.
    if (this.pipeline.asksForLogin) return this.close(reason)
    this.#deadline = Infinity
    this.become({ name: 'draining', reason })
    this.#drainWithin(patience)
    // The last one that ends closes.
    if (this.pipeline.pending > 0) this.pipeline.failQueued((call) => ended(this.settings.broker, reason, call))
    else this.close(reason)
  }

  #drainWithin(timeout: number): void {
    // A listener may have closed it.
    if (this.#state.name !== 'draining') return
    this.#deadline = Math.min(this.#deadline, monotonic() + timeout)
    this.wake(this.#deadline)
    this.#alarm.hold(true)
  }

  /** The one way to die. The first reason stays; whoever waits is told once, and of the end when all have been told. */
  close(reason: CloseReason): void {
    // By a getter of a request: the frame must be whole before it is cut off from the others.
    if (isEncoding()) return queueMicrotask(() => this.close(reason))
    if (this.#state.name === 'closed') return
    const from = this.#state.name
    // What happens while the last answers are awaited is the cause of what they miss, but not why it ended.
    if (this.#state.name === 'draining') reason = firstOf(this.#state.reason, reason)
    const transport = this.#transport
    this.#transport = undefined
    this.become({ name: 'closed', reason })
    this.#alarm.clear()
    const { broker } = this.settings
    const orderly = reason.name === 'shutdown' || reason.name === 'idle'
    // Requests that nobody answers are done when they leave.
    if (orderly) transport?.outbox.flush()
    // The login itself hears the root cause; a request an error of its own.
    let left = 2
    const done = (): void => {
      if (--left === 0) this.#finish(reason, transport)
    }
    this.pipeline.failAll(
      (call) => (call.kind !== 'request' && reason.error ? reason.error : ended(broker, reason, call)),
      done,
    )
    // Of a connection at rest nobody waits for the signal any more.
    if (reason.error || from !== 'ready') this.lifetime.abort(reason.error ?? ended(broker, reason))
    if (transport) transport.end(orderly ? flushPatience : 0, done)
    else done()
  }

  #finish(reason: CloseReason, transport: Transport | undefined): void {
    const { events, broker } = this.settings
    lifeIsOver(this)
    this.#tellClosed(reason)
    if (!events.observes('close')) return
    events.emit('close', {
      broker,
      reason,
      duration: monotonic() - this.#startedAt,
      bytesRead: transport?.bytesRead ?? 0,
      bytesWritten: transport?.outbox.bytesWritten ?? 0,
    })
  }
}

function firstOf(first: CloseReason, later: CloseReason): CloseReason {
  return first.error || !later.error ? first : { ...first, error: later.error }
}

/** A session that could not be renewed: apart from a login that was refused, with the broker's text. */
function authenticationLost(
  cause: unknown,
  { broker, mechanism }: { readonly broker: string; readonly mechanism: string },
): AuthenticationError {
  if (cause instanceof AuthenticationError && cause.code === 'AUTHENTICATION_LOST') return cause
  const text = thrownText(cause)
  const changed = text.startsWith('Cannot change principals during re-authentication')
  return new AuthenticationError(
    changed ? 'PRINCIPAL_CHANGED' : 'AUTHENTICATION_LOST',
    `the session could not be renewed: ${text}`,
    {
      cause,
      broker,
      mechanism,
      phase: 're-authentication',
      hint: changed
        ? 'A session must be renewed by the same user: let the credentials be those of the first login, or connect anew for another user.'
        : cause instanceof ConnectionError || cause instanceof AuthenticationError
          ? (cause.hint ?? 'Look at the log of the broker.')
          : 'The mechanism itself failed, see the cause.',
      reason: 'authentication-lost',
      // The network, or whoever gives the credentials, may be better next time; a refusal will be the same.
      retriable: cause instanceof OttlaError && cause.retriable,
    },
  )
}
