/** Why a request ends its connection: what the operator reads; the client reads nothing. */
export class Violation {
  readonly reason: string
  readonly cause: unknown
  /** Bytes that go out in the place of the answer, before the end: only for those who test clients. */
  readonly lastBytes: Uint8Array | null

  constructor(reason: string, cause?: unknown, lastBytes: Uint8Array | null = null) {
    this.reason = reason
    this.cause = cause
    this.lastBytes = lastBytes
  }
}

/** What became of a request: a whole frame; null: it gets no answer; or the end of its connection. */
export type Outcome = Uint8Array | null | Violation
