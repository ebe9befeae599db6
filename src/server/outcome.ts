/** Why a request ends its connection: what the operator reads; the client reads nothing. */
export class Violation {
  readonly reason: string
  readonly cause: unknown

  constructor(reason: string, cause?: unknown) {
    this.reason = reason
    this.cause = cause
  }
}

/** What became of a request: a whole frame; null: it gets no answer; or the end of its connection. */
export type Outcome = Buffer | null | Violation
