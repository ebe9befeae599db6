import { SaslHandshake } from '../messages/SaslHandshake.js'
import { SaslAuthenticate } from '../messages/SaslAuthenticate.js'
import { SaslRefusal } from '../sasl/mechanism.js'
import { chain, isPromise } from '../sasl/maybe-promise.js'
import type {
  Authenticated,
  MaybePromise,
  Peer,
  ServerMechanism,
  ServerSession,
  ServerStep,
} from '../sasl/mechanism.js'
import type { Clock } from './clock.js'
import type { ApiVersionsResponder, ClientSoftware } from './api-versions.js'
import { samePrincipal } from './principal.js'
import type { Principal, PrincipalBuilder, SaslLogin } from './principal.js'
import { sessionTimes } from './session.js'
import type { Refusal, Session, Verdict } from './verdict.js'
import { encodeResponse, isSupported, readRequest } from './wire.js'
import type { ApiTable, IncomingRequest } from './wire.js'

/**
 * Kafka's `SaslServerAuthenticator`, frame by frame: frames in, verdicts out; no socket and no timer.
 *
 * One frame at a time: whoever feeds it waits for the verdict. Nothing but ApiVersions, SaslHandshake and
 * SaslAuthenticate is ever looked into; everything else ends the login.
 */

const ILLEGAL_SASL_STATE = 34
const UNSUPPORTED_SASL_MECHANISM = 33
const SASL_AUTHENTICATION_FAILED = 58
const EMPTY = new Uint8Array(0)

export interface AuthenticatorOptions<P extends Principal> {
  readonly mechanisms: ReadonlyMap<string, ServerMechanism>
  /** Every API whose header can be read: those that are routed, and those that are known by name only. */
  readonly apis: ApiTable
  readonly apiVersions: ApiVersionsResponder
  readonly principal: PrincipalBuilder<P>
  /** What the principal builder learns of the connection. */
  readonly login: Omit<SaslLogin, 'kind' | 'mechanism' | 'authorizationId' | 'negotiatedProperty'>
  readonly peer: Peer
  readonly clock: Clock
  /** `connections.max.reauth.ms` of a mechanism. */
  readonly maxSessionLifetime: (mechanism: string) => number
  /** Up to Kafka 4.0 a request before its time is closed after the failure delay, since then at once. */
  readonly delaysIllegalRequests: boolean
  /** An answer of the request's own type with this error code; null if none can be made. */
  readonly errorResponse: (request: IncomingRequest, errorCode: number) => Uint8Array | null
  /** Looks at the name that the client claims, once it is known: throwing SaslRefusal refuses whatever the credential. */
  readonly admit?: ((user: string | undefined, mechanism: string) => void) | undefined
  /** Set for a re-authentication: what may not change. */
  readonly previous?: Pick<Session<P>, 'mechanism' | 'principal'> | undefined
}

interface Exchange {
  readonly mechanism: ServerMechanism
  /** After SaslHandshake v0 tokens travel without a request around them. */
  readonly raw: boolean
  session: ServerSession | null
  /** The request that is being evaluated. */
  request: IncomingRequest | null
  /** Whether one SaslAuthenticate of a version above 0 was seen. */
  renewable: boolean
}

type State =
  | { readonly is: 'initial-request' }
  | { readonly is: 'handshake-or-versions-request' }
  | { readonly is: 'handshake-request' }
  | { readonly is: 'authenticate'; readonly exchange: Exchange }
  | { readonly is: 'complete' }
  | { readonly is: 'failed' }

const EDGES: Readonly<Record<State['is'], readonly State['is'][]>> = {
  'initial-request': ['handshake-or-versions-request', 'failed'],
  'handshake-or-versions-request': ['handshake-request', 'authenticate', 'failed'],
  'handshake-request': ['authenticate', 'failed'],
  authenticate: ['complete', 'failed'],
  complete: [],
  failed: [],
}

export class Authenticator<P extends Principal> {
  readonly #options: AuthenticatorOptions<P>
  readonly #abort = new AbortController()
  #state: State = { is: 'initial-request' }
  /** What the client said of itself in ApiVersions. */
  software: ClientSoftware | null = null

  constructor(options: AuthenticatorOptions<P>) {
    this.#options = options
  }

  get state(): State['is'] {
    return this.#state.is
  }

  /** Whether the next frame is a token with no request around it. */
  get isRaw(): boolean {
    return this.#state.is === 'authenticate' && this.#state.exchange.raw
  }

  /** Takes one frame, without its size. Not to be called again before the verdict is there. */
  receive(frame: Uint8Array): MaybePromise<Verdict<P>> {
    const state = this.#state
    switch (state.is) {
      case 'initial-request':
      case 'handshake-or-versions-request':
      case 'handshake-request':
        return this.#handshake(frame)
      case 'authenticate':
        return this.#authenticate(frame, state.exchange)
      case 'complete':
      case 'failed':
        throw new Error(`a frame for an authenticator that is ${state.is}`)
    }
  }

  /** The login's time is over. Whatever a store still does is told to stop, and its result is ignored. */
  timedOut(): Verdict<P> {
    const exchange = this.#state.is === 'authenticate' ? this.#state.exchange : null
    const reply = exchange?.request ? this.#failureReply(exchange, this.#genericText(exchange)) : null
    const reason = exchange?.request
      ? 'The login timed out while its credentials were being checked'
      : 'The login timed out waiting for the client'
    return this.#refuse({ reply, delayed: false, reason })
  }

  /** A frame whose size was beyond the limit, of which nothing was read. */
  invalidSize(reason: string): Verdict<P> {
    return this.#refuse({
      reply: null,
      delayed: true,
      reason: `Failing SASL authentication due to invalid receive size: ${reason}`,
    })
  }

  /** Forgets all secrets and aborts what is under way. Idempotent. */
  dispose(): void {
    const state = this.#state
    if (state.is !== 'complete' && state.is !== 'failed') this.#transition({ is: 'failed' })
    if (state.is === 'authenticate') endExchange(state.exchange)
    this.#abort.abort()
  }

  #transition(next: State): void {
    if (!EDGES[this.#state.is].includes(next.is)) throw new Error(`authenticator: ${this.#state.is} to ${next.is}`)
    this.#state = next
  }

  #handshake(frame: Uint8Array): Verdict<P> {
    const first = this.#state.is === 'initial-request'
    const request = readRequest(frame, this.#options.apis)
    // The clients of Kafka 0.9 began with a GSSAPI token. Up to 4.0 what is none is delayed where GSSAPI is not enabled.
    if (request === null) {
      return this.#notKafka(first && !this.#options.mechanisms.has('GSSAPI') && this.#options.delaysIllegalRequests)
    }
    if (first) this.#transition({ is: 'handshake-or-versions-request' })
    if (request.api.key === this.#options.apiVersions.key) return this.#apiVersions(request)
    if (request.api.key === SaslHandshake.key) return this.#saslHandshake(request)
    return this.#refuse({
      kind: this.#options.delaysIllegalRequests ? 'authentication' : 'protocol',
      reply: null,
      delayed: this.#options.delaysIllegalRequests,
      reason: `Unexpected Kafka request of type ${request.api.name} during SASL handshake`,
    })
  }

  #apiVersions(request: IncomingRequest): Verdict<P> {
    if (this.#state.is !== 'handshake-or-versions-request') {
      const reason = 'Unexpected ApiVersions request received during SASL authentication state HANDSHAKE_REQUEST'
      return this.#refuse({ kind: 'protocol', reply: null, delayed: false, reason })
    }
    const answer = this.#options.apiVersions.answer(request)
    if (answer === null) return this.#malformed('ApiVersions')
    if (answer.software !== null) {
      this.software = answer.software
      this.#transition({ is: 'handshake-request' })
    }
    return { is: 'continue', reply: answer.reply }
  }

  #saslHandshake(request: IncomingRequest): Verdict<P> {
    const { mechanisms, previous } = this.#options
    if (!isSupported(SaslHandshake, request.version)) {
      const reason = `Version ${request.version} is not supported for apiKey SASL_HANDSHAKE`
      return this.#refuse({ kind: 'protocol', reply: null, delayed: false, reason })
    }
    const body = request.decode(SaslHandshake)
    if (body === null) return this.#malformed('SaslHandshake')
    const mechanism = mechanisms.get(body.mechanism)
    const errorCode = mechanism === undefined ? UNSUPPORTED_SASL_MECHANISM : 0
    const reply = encodeResponse(SaslHandshake, request, { errorCode, mechanisms: [...mechanisms.keys()] })
    if (mechanism === undefined) {
      const reason = `Unsupported SASL mechanism ${JSON.stringify(body.mechanism.slice(0, 64))}`
      return previous
        ? this.#refuse({ reply: null, delayed: false, reason })
        : this.#refuse({ reply, delayed: true, reason })
    }
    const exchange = { mechanism, raw: request.version === 0, session: null, request: null, renewable: false }
    this.#transition({ is: 'authenticate', exchange })
    return { is: 'continue', reply }
  }

  #authenticate(frame: Uint8Array, exchange: Exchange): MaybePromise<Verdict<P>> {
    const { previous } = this.#options
    if (previous && previous.mechanism !== exchange.mechanism.name) {
      const reason = `SASL mechanism '${exchange.mechanism.name}' requested by client is not supported for re-authentication of mechanism '${previous.mechanism ?? ''}'`
      return this.#refuse({ reply: null, delayed: true, reason })
    }
    if (exchange.raw) return this.#evaluate(frame, exchange)
    const request = readRequest(frame, this.#options.apis)
    if (request === null) return this.#notKafka(false)
    if (request.api.key !== SaslAuthenticate.key) {
      const reply = this.#options.errorResponse(request, ILLEGAL_SASL_STATE)
      const reason = `Unexpected Kafka request of type ${request.api.name} during SASL authentication`
      return this.#refuse({ reply, delayed: true, reason })
    }
    if (!isSupported(SaslAuthenticate, request.version)) {
      const reason = `Version ${request.version} is not supported for apiKey SASL_AUTHENTICATE`
      return this.#refuse({ kind: 'protocol', reply: null, delayed: false, reason })
    }
    const body = request.decode(SaslAuthenticate)
    if (body === null) return this.#malformed('SaslAuthenticate')
    if (request.version > 0) exchange.renewable = true
    exchange.request = request
    return this.#evaluate(body.authBytes, exchange)
  }

  #evaluate(token: Uint8Array, exchange: Exchange): MaybePromise<Verdict<P>> {
    const failed = (error: unknown): Verdict<P> => this.#failed(error, exchange)
    try {
      const step = chain(this.#session(exchange), (session) => session.next(token))
      const verdict = chain(step, (taken) => this.#advance(taken, exchange))
      return isPromise(verdict) ? verdict.catch(failed) : verdict
    } catch (error) {
      return failed(error)
    }
  }

  #session(exchange: Exchange): MaybePromise<ServerSession> {
    if (exchange.session !== null) return exchange.session
    return chain(exchange.mechanism.start(this.#options.peer, this.#abort.signal), (session) => {
      exchange.session = session
      if (this.#abort.signal.aborted) endExchange(exchange)
      return session
    })
  }

  #advance(step: ServerStep, exchange: Exchange): MaybePromise<Verdict<P>> {
    this.#abort.signal.throwIfAborted()
    const { done } = step
    if (done === undefined) return { is: 'continue', reply: this.#reply(exchange, step.challenge, 0) }
    this.#options.admit?.(exchange.session?.user ?? done.authorizationId, exchange.mechanism.name)
    return chain(this.#principal(exchange, done), (principal) =>
      this.#complete(exchange, { done, challenge: step.challenge }, principal),
    )
  }

  #principal(exchange: Exchange, done: Authenticated): MaybePromise<P> {
    const { principal, login } = this.#options
    return principal({
      ...login,
      kind: 'sasl',
      mechanism: exchange.mechanism.name,
      authorizationId: done.authorizationId,
      negotiatedProperty: done.negotiatedProperty,
    })
  }

  #complete(exchange: Exchange, { done, challenge }: Required<ServerStep>, principal: P): Verdict<P> {
    const { previous, clock, maxSessionLifetime } = this.#options
    if (previous && !samePrincipal(previous.principal, principal)) {
      const from = `${previous.principal.type}.${previous.principal.name}`
      const publicText = `Cannot change principals during re-authentication from ${from}: ${principal.type}.${principal.name}`
      throw new SaslRefusal({ reply: 'text', publicText, reason: publicText })
    }
    const times = sessionTimes({
      credentialExpiresAt: done.expiresAt,
      maxSessionLifetime: maxSessionLifetime(exchange.mechanism.name),
      now: clock.now(),
      monotonic: clock.monotonic(),
    })
    const reply = this.#reply(exchange, challenge, times.lifetimeMs)
    this.#transition({ is: 'complete' })
    endExchange(exchange)
    const session = {
      ...times,
      principal,
      mechanism: exchange.mechanism.name,
      authorizationId: done.authorizationId,
      negotiatedProperty: done.negotiatedProperty,
      renewable: exchange.renewable,
    }
    return { is: 'authenticated', reply, session }
  }

  #reply(exchange: Exchange, challenge: Uint8Array | null, lifetime: number): Uint8Array | null {
    const { request } = exchange
    exchange.request = null
    if (request === null) return challenge === null ? null : rawFrame(challenge)
    const body = { errorCode: 0, errorMessage: '', authBytes: challenge ?? EMPTY, sessionLifetimeMs: BigInt(lifetime) }
    return encodeResponse(SaslAuthenticate, request, body)
  }

  /** The four outcomes of a refusal; whatever else a mechanism throws closes at once, as in Kafka. */
  #failed(error: unknown, exchange: Exchange): Verdict<P> {
    const refusal = error instanceof SaslRefusal ? error : null
    const text = refusal?.reply === 'text' ? (refusal.publicText ?? '') : this.#genericText(exchange)
    const answered = refusal?.reply === 'text' || refusal?.reply === 'generic'
    return this.#refuse({
      guess: refusal !== null,
      reply: answered ? this.#failureReply(exchange, text) : null,
      delayed: refusal !== null && refusal.reply !== 'close-now',
      reason:
        refusal?.reason ?? `The mechanism failed: ${error instanceof Error ? error.message : 'it threw no Error'}`,
      cause: refusal === null ? error : refusal.cause,
    })
  }

  #genericText(exchange: Exchange): string {
    const during = this.#options.previous ? 're-authentication' : 'authentication'
    return `Authentication failed during ${during} due to invalid credentials with SASL mechanism ${exchange.mechanism.name}`
  }

  #failureReply(exchange: Exchange, errorMessage: string): Uint8Array | null {
    if (exchange.request === null) return null
    const body = { errorCode: SASL_AUTHENTICATION_FAILED, errorMessage, authBytes: EMPTY }
    return encodeResponse(SaslAuthenticate, exchange.request, body)
  }

  #notKafka(delayed: boolean): Verdict<P> {
    const reason = 'A frame that is no Kafka request'
    return this.#refuse({ kind: 'protocol', reply: null, delayed, reason })
  }

  #malformed(api: string): Verdict<P> {
    return this.#refuse({ kind: 'protocol', reply: null, delayed: false, reason: `A malformed ${api} request` })
  }

  #refuse(refused: {
    readonly kind?: Refusal['kind']
    readonly guess?: boolean
    readonly reply: Uint8Array | null
    readonly delayed: boolean
    readonly reason: string
    readonly cause?: unknown
  }): Verdict<P> {
    const { kind = 'authentication', guess = false, reply, delayed, reason, cause } = refused
    const exchange = this.#state.is === 'authenticate' ? this.#state.exchange : null
    const refusal = { kind, guess, reason, mechanism: exchange?.mechanism.name, user: exchange?.session?.user, cause }
    this.dispose()
    return { is: 'refused', reply, delayed, refusal }
  }
}

function endExchange(exchange: Exchange): void {
  const { session } = exchange
  exchange.session = null
  session?.dispose?.()
}

function rawFrame(token: Uint8Array): Uint8Array {
  const frame = Buffer.allocUnsafe(4 + token.length)
  frame.writeInt32BE(token.length)
  frame.set(token, 4)
  return frame
}
