import { chain } from '../sasl/maybe-promise.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { RequestContext } from './context.js'
import { Violation } from './outcome.js'
import type { Outcome } from './outcome.js'
import type { Principal } from './principal.js'
import type { IncomingRequest, KnownApi } from './wire.js'

/** A request as it came, for a proxy: its header is read, its body is not. */
export interface RawRequest {
  readonly api: KnownApi
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  /** The whole frame without its size. A proxy puts its own correlation id at byte 4. */
  readonly frame: Buffer
  /** Where the body begins in {@link frame}. */
  readonly bodyOffset: number
}

/** Undecoded requests and what answers them. */
export interface Forward<P extends Principal = Principal> {
  /** The APIs that are forwarded, unless a route serves them: what the other side announced in ApiVersions, for instance. */
  readonly apis: readonly KnownApi[]
  /** Whether ApiVersions lists them. Default: true. */
  readonly listed?: boolean
  /**
   * Answers a request with a whole response frame, without its size and with any correlation id: the client's is put in
   * its place. Null: the request is not answered (Produce with acks=0).
   */
  readonly handle: (request: RawRequest, context: RequestContext<P>) => MaybePromise<Uint8Array | null>
}

/** Hands a request over and makes a frame of what comes back. */
export function forwarded<P extends Principal>(
  forward: Forward<P>,
  request: IncomingRequest,
  context: RequestContext<P>,
): MaybePromise<Outcome> {
  return chain(forward.handle(request, context), (response) => {
    if (response === null) return null
    if (response.length < 4) return new Violation(`The forwarded answer to ${request.api.name} is no response`)
    const frame = Buffer.allocUnsafe(4 + response.length)
    frame.writeInt32BE(response.length)
    frame.set(response, 4)
    frame.writeInt32BE(request.correlationId, 4)
    return frame
  })
}
