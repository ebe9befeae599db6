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
  readonly version: number
  readonly id: number
  /** The whole frame; released once it is given to the socket or no longer wanted. */
  frame: Buffer | undefined
  readonly size: number
  readonly startedAt: number
  deadline: number
  readonly answered: boolean
  readonly onTimeout: OnRequestTimeout
  /** Settled: answered, failed, or given up while its answer is still to come. */
  settled = false
  /** When it was given to the socket, by `performance.now()`; 0: not yet. */
  writtenAt = 0
  signal: AbortSignal | undefined
  onAbort: (() => void) | undefined
  resolve!: (value: never) => void
  reject!: (error: OttlaError) => void
  /** Neighbours in the list that it stands in. */
  before: Call | undefined
  after: Call | undefined

  get written(): boolean {
    return this.writtenAt !== 0
  }

  constructor(
    what: { readonly kind: CallKind; readonly api: AnyApi | undefined; readonly version: number; readonly id: number },
    frame: Buffer,
    terms: {
      readonly startedAt: number
      readonly deadline: number
      readonly answered: boolean
      readonly onTimeout: OnRequestTimeout
    },
  ) {
    this.kind = what.kind
    this.api = what.api
    this.version = what.version
    this.id = what.id
    this.frame = frame
    this.size = frame.length
    this.startedAt = terms.startedAt
    this.deadline = terms.deadline
    this.answered = terms.answered
    this.onTimeout = terms.onTimeout
    this.before = undefined
    this.after = undefined
    this.signal = undefined
    this.onAbort = undefined
  }
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

  shift(): Call | undefined {
    const call = this.head
    if (call) this.remove(call)
    return call
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
