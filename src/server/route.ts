import { BrokerError } from '../errors.js'
import type { Api } from '../protocol/api.js'
import { isPromise } from '../sasl/maybe-promise.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { RequestContext } from './context.js'
import type { Principal } from './principal.js'
import { errorResponse } from './error-response.js'
import { encodeResponse } from './wire.js'
import type { IncomingRequest, KnownApi } from './wire.js'

/** An API together with what answers it. Made by {@link route}. */
export interface Route<P extends Principal = Principal> {
  readonly api: KnownApi
  /** The response as a whole frame; `null` for none. `undefined`: the request's bytes are no such request. */
  readonly serve: (request: IncomingRequest, context: RequestContext<P>) => MaybePromise<Buffer | null | undefined>
  /** The API's own error form; null if it has none. */
  readonly fail: (request: IncomingRequest, error: unknown) => Buffer | null
}

export interface RouteOptions<ResponseInput> {
  /** The lowest version to serve and to list. Default: the API's. */
  readonly minVersion?: number
  /** The highest version to serve and to list. Default: the API's highest stable one. */
  readonly maxVersion?: number
  /**
   * The response that tells a client of a failure: of a handler that threw, with the code of a `BrokerError` or -1, or
   * of a request at the wrong time. Default: a response whose top-level `errorCode` is set; an API without one has its
   * connection closed.
   */
  readonly errorResponse?: (errorCode: number, version: number) => ResponseInput | null
}

const UNKNOWN_SERVER_ERROR = -1

/**
 * Answers the requests of one API.
 *
 * Requests of one connection may be handled side by side; their answers go out in the order in which they were asked
 * for. Only routed APIs are decoded and listed in ApiVersions.
 *
 * @param handler gets the decoded request; returns the response, or null for a request that is not answered.
 */
export function route<Request, RequestInput, Response, ResponseInput, P extends Principal = Principal>(
  api: Api<Request, RequestInput, Response, ResponseInput>,
  handler: (request: Request, context: RequestContext<P>) => MaybePromise<ResponseInput | null>,
  options: RouteOptions<ResponseInput> = {},
): Route<P> {
  const { key, name, flexibleSince, response } = api
  const minVersion = Math.max(options.minVersion ?? api.minVersion, api.minVersion)
  const stable = api.unstableVersion === undefined ? api.maxVersion : api.unstableVersion - 1
  const maxVersion = Math.min(options.maxVersion ?? stable, api.maxVersion)
  return {
    api: { key, name, flexibleSince, minVersion, maxVersion, response },
    serve: (incoming, context) => {
      const request = incoming.decode(api)
      if (request === null) return undefined
      const answer = handler(request, context)
      // Said twice, since a closure for each request is what a quick route would feel.
      if (!isPromise(answer)) return answer === null ? null : encodeResponse(api, incoming, answer)
      return answer.then((later) => (later === null ? null : encodeResponse(api, incoming, later)))
    },
    fail: (incoming, error) => {
      const code = error instanceof BrokerError ? error.errorCode : UNKNOWN_SERVER_ERROR
      if (options.errorResponse === undefined) {
        const plain = errorResponse(incoming.api, incoming, code)
        return plain?.tells ? plain.frame : null
      }
      const answer = options.errorResponse(code, incoming.version)
      return answer === null ? null : encodeResponse(api, incoming, answer)
    },
  }
}
