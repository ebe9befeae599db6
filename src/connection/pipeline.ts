import { UsageError, type OttlaError, type Phase } from '../errors.js'
import type { Api } from '../protocol/api.js'
import { Call, CallList, type CallKind, type OnRequestTimeout } from './calls.js'
import { CorrelationIds } from './correlation.js'
import { monotonic } from './monotonic.js'
import { Heeded } from './on-abort.js'
import type { Outbox } from './outbox.js'
import {
  aborted,
  located,
  nameOf,
  outOfSync,
  queueFull,
  timedOut,
  tooSmall,
  undecodable,
  type Place,
} from './request-errors.js'
import { encodeWithin, isEncoding, type RequestHead } from './request-frame.js'
import { decodeResponse } from './response-frame.js'
import { checkSendOptions, type SendOptions } from './send-options.js'
import type { CloseReason } from './state.js'
import type { BrokerVersions } from './versions.js'

export interface PipelineOptions {
  readonly broker: string
  readonly requestTimeout: number
  readonly onRequestTimeout: OnRequestTimeout
  readonly maxInFlight: number
  readonly maxQueuedBytes: number
}

/** What the pipeline asks of the connection that it belongs to. */
export interface PipelineOwner {
  /** Undefined: requests may be accepted. Otherwise: why not. */
  refusal(): OttlaError | undefined
  /** Whether the state allows writing requests at `now`; may begin a re-authentication, and then tells no. */
  mayWrite(now: number): boolean
  /** Closes for good. */
  close(reason: CloseReason): void
  /** Something is due at `at`. */
  wake(at: number): void
  /** Work has begun, or the last of it is done. */
  busy(busy: boolean): void
  /** A request was answered. */
  arrived(call: Call): void
  /** What errors call the present. */
  phase(): Phase
  /** Whether anybody wants to hear of answers. */
  observing(): boolean
  report(call: Call, responseBytes: number, error: OttlaError | undefined): void
  throttled(api: string, duration: number): void
}

/** One question of the login. */
export interface Exchange {
  readonly kind: CallKind
  readonly id: number
  readonly hungUp?: Call['hungUp']
}

const noOptions: SendOptions = {}

/** How many requests fail in one turn of the event loop: an error for each of 10,000 takes 100 ms, in which nothing else is heard. */
const failuresPerTurn = 1_000

/**
 * Requests of one connection: waiting, on their way, answered. Answers come in the order of the requests; whoever no
 * longer wants an answer leaves a place in line behind, so that the next answer still meets its own request.
 */
export class Pipeline {
  // Private methods are TypeScript's: V8 checks the brand of a #method at every call, and these are on the way of every
  // request.

  readonly #options: PipelineOptions
  readonly #clientId: Buffer
  readonly #owner: PipelineOwner
  readonly #ids: CorrelationIds = new CorrelationIds()
  /** On their way, oldest first. */
  readonly #inFlight: CallList = new CallList()
  /** Not written yet. */
  readonly #queue: CallList = new CallList()
  /** Never answered (acks=0): done once the socket has taken them. */
  readonly #unanswered: CallList = new CallList()
  /** Made when the first request has a signal: most connections never see one. */
  #heeded: Heeded<Call> | undefined
  #queuedBytes = 0
  #throttledUntil = 0
  #onDrained: (() => void) | undefined
  /** How many ordinary requests were answered. */
  answers = 0
  versions: BrokerVersions | undefined
  outbox: Outbox | undefined

  /** @param clientId as a request header carries it */
  constructor(options: PipelineOptions, clientId: Buffer, owner: PipelineOwner) {
    this.#options = options
    this.#clientId = clientId
    this.#owner = owner
  }

  get inFlight(): number {
    return this.#inFlight.length
  }

  /** Whether what is on its way is a question of the login, and not a request that somebody waits for. */
  get asksForLogin(): boolean {
    const { head } = this.#inFlight
    return head !== undefined && head.kind !== 'request'
  }

  get pending(): number {
    return this.#inFlight.length + this.#queue.length + this.#unanswered.length
  }

  send<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
    request: RequestInput,
    options: SendOptions = noOptions,
  ): Promise<Response> {
    const call = new Call('request', api)
    try {
      this.admit(call, request, options)
    } catch (error) {
      return Promise.reject(located(this.place(), error, api))
    }
    this.#owner.wake(call.deadline)
    const outcome = call.outcome<Response>()
    if (options.signal) this.heed(call, options.signal)
    return outcome
  }

  /**
   * Checks and encodes a request, and writes it or lets it wait. Code of the caller runs in between: getters of the
   * request, and listeners when a renewal begins. Whatever it does, the connection is looked at again before the request
   * stands in line, and a connection that is closed meanwhile is only then (`Link.drain`).
   *
   * @throws OttlaError
   */
  private admit(call: Call, request: unknown, options: SendOptions): void {
    const { api } = call
    const { outbox } = this
    this.accepting()
    if (!api || !outbox || !this.versions) throw new UsageError('ILLEGAL_STATE', 'the connection is not ready')
    if (options !== noOptions) checkSendOptions(options)
    if (options.signal?.aborted) throw aborted(this.place(), options.signal, api.name)
    const { timeout = this.#options.requestTimeout, onTimeout = this.#options.onRequestTimeout } = options
    const now = monotonic()
    call.version = this.versions.pick(api, options.version)
    call.onTimeout = onTimeout
    call.startedAt = now
    call.expectsAnswer = api.expectsResponse === undefined || api.expectsResponse(request as never)
    call.limit = timeout + (api.serverWait === undefined ? 0 : Math.max(0, api.serverWait(request as never)))
    call.deadline = now + call.limit
    const direct = this.#queue.length === 0 && !isEncoding() && this.room() && this.#owner.mayWrite(now)
    this.accepting()
    call.id = this.#ids.next()
    if (direct) call.size = outbox.encode(call as RequestHead, request)
    else call.frame = this.encodeWaiting(call as RequestHead, request)
    this.begin()
    if (direct) this.line(call, now)
    else this.park(call)
  }

  /** @throws OttlaError if no request may be accepted */
  private accepting(): void {
    const refusal = this.#owner.refusal()
    if (refusal) throw refusal
  }

  /** A request that has to wait, if it may. */
  private encodeWaiting(head: RequestHead, request: unknown): Buffer {
    const { maxQueuedBytes } = this.#options
    // One may always wait, or whoever sends one large request after the other would be refused at every renewal.
    const room = this.#queuedBytes === 0 ? Infinity : maxQueuedBytes - this.#queuedBytes
    const frame = room > 0 ? encodeWithin(room, { head, clientId: this.#clientId }, request) : undefined
    if (frame) return frame
    throw queueFull(this.place(), head.api.name, maxQueuedBytes)
  }

  /** Sends what the login says: at once, before everything that waits; its limit is that of the whole login. @returns the frame that answers it */
  exchange(frame: Buffer, { kind, id, hungUp }: Exchange): Promise<Buffer> {
    const call = new Call(kind, undefined)
    call.hungUp = hungUp
    call.id = id
    call.startedAt = monotonic()
    call.size = frame.length
    this.begin()
    this.outbox?.addAtEndOfTurn(frame)
    this.line(call, call.startedAt)
    return call.outcome()
  }

  /** The loss of the connection as the login takes it that waits for an answer; undefined: as nothing but the loss. */
  refusalBy(loss: OttlaError): OttlaError | undefined {
    return this.#inFlight.head?.hungUp?.(loss)
  }

  /** Resolves once nothing is on its way. Only for whoever has seen to it that nothing more is written meanwhile. */
  drained(): Promise<void> {
    if (this.#inFlight.length === 0) return Promise.resolve()
    return new Promise((resolve) => (this.#onDrained = resolve))
  }

  /** Writes what waits, as far as it may go. */
  pump(): void {
    if (this.#queue.length === 0) return
    const now = monotonic()
    while (this.#queue.head && this.room() && this.#owner.mayWrite(now)) {
      const call = this.#queue.head
      this.#queue.remove(call)
      this.#queuedBytes -= call.size
      this.write(call, now)
    }
    if (this.#queue.length > 0 && now < this.#throttledUntil) this.#owner.wake(this.#throttledUntil)
  }

  private room(): boolean {
    return (
      this.#inFlight.length < this.#options.maxInFlight &&
      !this.outbox?.full &&
      (this.#throttledUntil === 0 || monotonic() >= this.#throttledUntil)
    )
  }

  private write(call: Call, now: number): void {
    if (call.frame) this.outbox?.add(call.frame)
    call.frame = undefined
    this.line(call, now)
  }

  /** Its frame is with the socket, or as good as. */
  private line(call: Call, now: number): void {
    call.written = true
    call.waited = now - call.startedAt
    if (call.expectsAnswer) this.#inFlight.push(call)
    else this.#unanswered.push(call)
  }

  private park(call: Call): void {
    call.size = call.frame?.length ?? 0
    this.#queuedBytes += call.size
    this.#queue.push(call)
    // It waits for nothing but the request whose getter sent it, which may never be written.
    if (isEncoding()) process.nextTick(pump, this)
    if (this.#throttledUntil > call.startedAt) this.#owner.wake(this.#throttledUntil)
  }

  /** The socket has taken everything: requests that nobody answers are done. */
  flushed(): void {
    if (this.#unanswered.length > 0) this.taken()
    this.pump()
    this.end()
  }

  /** Whoever hears of one may send another, which the socket has not taken yet, or give up the others. */
  private taken(): void {
    const taken: Call[] = []
    for (let call = this.#unanswered.head; call; call = call.after) taken.push(call)
    for (const call of taken) if (!call.settled) this.settle(call, this.#unanswered).resolve(undefined as never)
  }

  /** Takes a frame, without its size. */
  receive(frame: Buffer): void {
    const call = this.#inFlight.head
    if (call === undefined) return this.outOfSync(frame, undefined)
    if (call.kind !== 'token') {
      if (frame.length < 4) {
        return this.#owner.close({ name: 'protocol-error', error: tooSmall(this.place(), frame) })
      }
      if (frame.readInt32BE(0) !== call.id) return this.outOfSync(frame, call)
    }
    this.#inFlight.remove(call)
    if (call.settled) this.end()
    else this.answer(call, frame)
    if (this.#inFlight.length === 0 && this.#onDrained) {
      const drained = this.#onDrained
      this.#onDrained = undefined
      drained()
    }
  }

  private answer(call: Call, frame: Buffer): void {
    const { api } = call
    this.release(call)
    if (api === undefined) {
      call.resolve(frame as never)
      return this.end()
    }
    let response: unknown
    try {
      response = decodeResponse(api, call.version, frame)
    } catch (cause) {
      return this.undecodable(call, frame, cause)
    }
    this.answers++
    this.#owner.arrived(call)
    if (this.#owner.observing()) this.#owner.report(call, frame.length + 4, undefined)
    call.resolve(response as never)
    const throttle = api.throttleTime?.(response)
    if (throttle) this.throttle(api.name, throttle)
    this.end()
  }

  /** KIP-219: the broker asks for a pause. Requests that are on their way are forgiven as much, but no more than doubly their time. */
  private throttle(api: string, duration: number): void {
    if (!(duration > 0)) return
    const pause = Math.min(duration, this.#options.requestTimeout)
    this.#throttledUntil = Math.max(this.#throttledUntil, monotonic() + pause)
    for (let call = this.#inFlight.head; call; call = call.after) {
      const later = Math.min(call.deadline + pause, call.startedAt + 2 * call.limit)
      call.deadline = Math.max(call.deadline, later)
    }
    this.#owner.throttled(api, duration)
  }

  /** Looks for requests whose time is over. @returns when to look again */
  expire(now: number): number {
    let next = Infinity
    const late: Call[] = []
    for (const list of [this.#queue, this.#inFlight, this.#unanswered]) {
      for (let call = list.head; call; call = call.after) {
        if (call.deadline >= now) next = Math.min(next, call.deadline)
        else if (late.length < failuresPerTurn) late.push(call)
        else next = now
      }
    }
    // Whoever is told of one may give up the others, or close.
    for (const call of late) {
      if (call.deadline >= now || (call.settled && !(call.written && call.expectsAnswer))) continue
      const fatal = call.written && (call.settled || call.onTimeout === 'close')
      const error = timedOut(this.place(), call, now)
      if (!call.settled) this.fail(call, error)
      if (fatal) {
        this.#owner.close({ name: 'timeout', error })
        return Infinity
      }
      if (call.written) next = Math.min(next, call.deadline)
    }
    if (this.#queue.length > 0 && this.#throttledUntil > now) next = Math.min(next, this.#throttledUntil)
    return next
  }

  /** Settles everything that waits or is on its way: the end. @param told is called once all have been told, and have heard it */
  failAll(errorOf: (call: Call) => OttlaError, told: () => void): void {
    this.#onDrained = undefined
    if (this.pending === 0) return told()
    // Whoever awaited the last of them hears it in this turn.
    this.failInTurns([this.#inFlight, this.#unanswered, this.#queue], errorOf, () => setImmediate(told))
  }

  /** Settles everything that is not written yet. */
  failQueued(errorOf: (call: Call) => OttlaError): void {
    this.failInTurns([this.#queue], errorOf, () => undefined)
  }

  private failInTurns(lists: readonly CallList[], errorOf: (call: Call) => OttlaError, told: () => void): void {
    let failures = 0
    for (const list of lists) {
      for (let call = list.head; call; call = list.head) {
        if (failures++ === failuresPerTurn) {
          setImmediate(() => this.failInTurns(lists, errorOf, told))
          return
        }
        list.remove(call)
        if (list === this.#queue) this.#queuedBytes -= call.size
        this.failSettled(call, errorOf)
      }
    }
    this.end()
    told()
  }

  private failSettled(call: Call, errorOf: (call: Call) => OttlaError): void {
    if (call.settled) return
    this.release(call)
    const error = errorOf(call)
    if (this.#owner.observing()) this.#owner.report(call, 0, error)
    call.reject(error)
  }

  /** Gives one call up. What is not written leaves the line; what is keeps its place, and a limit of its own. */
  private fail(call: Call, error: OttlaError): void {
    if (!call.written) {
      this.#queue.remove(call)
      this.#queuedBytes -= call.size
    } else if (!call.expectsAnswer) {
      this.#unanswered.remove(call)
    } else {
      call.deadline = Math.max(call.deadline, monotonic() + this.#options.requestTimeout)
      this.#owner.wake(call.deadline)
    }
    this.release(call)
    if (this.#owner.observing()) this.#owner.report(call, 0, error)
    call.reject(error)
    this.end()
  }

  private settle(call: Call, list: CallList): Call {
    list.remove(call)
    this.release(call)
    if (this.#owner.observing()) this.#owner.report(call, 0, undefined)
    return call
  }

  private release(call: Call): void {
    call.settled = true
    call.frame = undefined
    if (call.signal) this.#heeded?.delete(call.signal, call)
    call.signal = undefined
  }

  private heed(call: Call, signal: AbortSignal): void {
    call.signal = signal
    try {
      this.#heeded ??= new Heeded((each, its) => this.abort(each, its))
      this.#heeded.add(signal, call, () => this.place())
      // By a getter of the request.
      if (signal.aborted) this.abort(call, signal)
    } catch (error) {
      this.fail(call, located(this.place(), error, call.api))
    }
  }

  private abort(call: Call, signal: AbortSignal): void {
    this.fail(call, aborted(this.place(), signal, call))
  }

  private begin(): void {
    if (this.pending === 0) this.#owner.busy(true)
  }

  private end(): void {
    if (this.pending === 0) this.#owner.busy(false)
  }

  private outOfSync(frame: Buffer, call: Call | undefined): void {
    const error = outOfSync(this.place(), frame, call)
    if (call && !call.settled && call.kind === 'request') {
      this.#inFlight.remove(call)
      this.failSettled(call, () => error)
    }
    this.#owner.close({ name: 'out-of-sync', error })
  }

  private undecodable(call: Call, frame: Buffer, cause: unknown): void {
    const error = undecodable(this.place(), cause, { api: nameOf(call), version: call.version })
    if (this.#owner.observing()) this.#owner.report(call, frame.length + 4, error)
    call.reject(error)
    this.#owner.close({ name: 'protocol-error', error })
  }

  private place(): Place {
    return { broker: this.#options.broker, phase: this.#owner.phase() }
  }
}

function pump(pipeline: Pipeline): void {
  pipeline.pump()
}
