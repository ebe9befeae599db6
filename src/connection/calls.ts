import type { AnyApi } from '../protocol/api.js'
import type { OttlaError } from '../errors.js'

/** What becomes of a connection when a request that is on its way is not answered in time. */
export type OnRequestTimeout = 'close' | 'abandon'

/** What a frame answers: an API's request, a request of the login (read by the login itself), or a raw SASL token. */
export type CallKind = 'request' | 'login' | 'token'

/** A place in line: one request from `send()` until its answer has come, be it awaited still or not. */
export class Call {
  readonly kind: CallKind
  readonly api: AnyApi | undefined
  version: number = 0
  id: number = 0
  /** The whole frame, while it waits. */
  frame: Buffer | undefined = undefined
  /** Bytes of the frame. */
  size: number = 0
  /** When `send()` was called, by `performance.now()`. */
  startedAt: number = 0
  /** How long it may take from then on, in ms: its timeout, and what it lets the broker wait. */
  limit: number = Infinity
  /** When its time is over: the limit, and what pauses added. */
  deadline: number = Infinity
  /** Whether an answer will come. */
  expectsAnswer = true
  onTimeout: OnRequestTimeout = 'close'
  /** Given to the socket. */
  written = false
  /** How long it waited before that, in ms. */
  waited: number = 0
  /** Answered, failed, or given up while its answer is still to come. */
  settled = false
  /** What it means if the peer hangs up instead of answering a token. */
  hungUp: ((loss: OttlaError) => OttlaError | undefined) | undefined = undefined
  signal: AbortSignal | undefined = undefined
  resolve: (value: never) => void = nobody
  reject: (error: OttlaError) => void = nobody
  /** Neighbours in the list that it stands in. */
  before: Call | undefined = undefined
  after: Call | undefined = undefined

  constructor(kind: CallKind, api: AnyApi | undefined) {
    this.kind = kind
    this.api = api
  }

  /** The promise of its outcome; called once. */
  outcome<T>(): Promise<T> {
    const promise = new Promise<T>(takeSettlers)
    this.resolve = lastResolve
    this.reject = lastReject
    return promise
  }
}

function nobody(): void {
  // Replaced before anybody could call it.
}

// One function for all promises: a closure per request is what the hot path can do without.
let lastResolve: (value: never) => void = nobody
let lastReject: (error: OttlaError) => void = nobody
function takeSettlers(resolve: (value: never) => void, reject: (error: OttlaError) => void): void {
  lastResolve = resolve
  lastReject = reject
}

/** Calls in order. One that is given up while it waits leaves at once, so a caller that gives up for ever costs nothing. */
export class CallList {
  head: Call | undefined = undefined
  #tail: Call | undefined = undefined
  length = 0

  push(call: Call): void {
    call.before = this.#tail
    call.after = undefined
    if (this.#tail) this.#tail.after = call
    else this.head = call
    this.#tail = call
    this.length++
  }

  remove(call: Call): void {
    if (call.before) call.before.after = call.after
    else this.head = call.after
    if (call.after) call.after.before = call.before
    else this.#tail = call.before
    call.before = undefined
    call.after = undefined
    this.length--
  }
}
