import { apis } from '../messages/apis.js'
import { SaslAuthenticate } from '../messages/SaslAuthenticate.js'
import { SaslHandshake } from '../messages/SaslHandshake.js'
import { isPromise } from '../sasl/maybe-promise.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import { ApiVersionsResponder } from './api-versions.js'
import type { ClientSoftware } from './api-versions.js'
import type { RequestContext } from './context.js'
import { errorResponse } from './error-response.js'
import { forwarded } from './forward.js'
import type { Forward } from './forward.js'
import { Violation } from './outcome.js'
import type { Outcome } from './outcome.js'
import type { Principal } from './principal.js'
import type { Route } from './route.js'
import { encodeResponse, isSupported } from './wire.js'
import type { ApiTable, IncomingRequest, KnownApi } from './wire.js'

const ILLEGAL_SASL_STATE = 34
const EMPTY = new Uint8Array(0)

/** Is told what the client says of its library. */
type LearnSoftware = (software: ClientSoftware) => void

/** What a server answers to requests after the login: the same for all of its connections. */
export class Dispatcher<P extends Principal> {
  /** Every API of Kafka: the headers of all can be read. */
  readonly apis: ApiTable
  readonly apiVersions: ApiVersionsResponder
  readonly #routes: ReadonlyMap<number, Route<P>>
  readonly #forward: Forward<P> | undefined
  readonly #forwarded: ReadonlySet<number>

  /** @param login the APIs that every listener serves: ApiVersions and those of SASL. */
  constructor(routes: readonly Route<P>[], forward: Forward<P> | undefined, login: readonly KnownApi[]) {
    this.#routes = new Map(routes.map((route) => [route.api.key, route]))
    this.#forward = forward
    const served = [...login, ...routes.map(({ api }) => api)]
    const raw = (forward?.apis ?? []).filter(({ key }) => !served.some((api) => api.key === key))
    this.#forwarded = new Set(raw.map(({ key }) => key))
    this.apis = byKey([...apis, ...raw, ...served])
    this.apiVersions = new ApiVersionsResponder(
      byKey(forward?.listed === false ? served : [...raw, ...served]).values(),
    )
  }

  /** Never throws and never rejects: what goes wrong in a route is its outcome. */
  dispatch(request: IncomingRequest, context: RequestContext<P>, learn: LearnSoftware): MaybePromise<Outcome> {
    const { key } = request.api
    const route = this.#routes.get(key)
    const forward = this.#forwarded.has(key) ? this.#forward : undefined
    if (route === undefined && forward === undefined) return this.#own(request, learn)
    if (!isSupported(request.api, request.version)) return unsupported(request)
    try {
      const answer = route ? route.serve(request, context) : forward && forwarded(forward, request, context)
      if (!isPromise(answer)) return answer === undefined ? malformed(request) : answer
      return answer.then(
        (later) => later ?? (later === undefined ? malformed(request) : null),
        (error: unknown) => failure(request, error, route),
      )
    } catch (error) {
      return failure(request, error, route)
    }
  }

  /** ApiVersions, and the two requests whose time is over. */
  #own(request: IncomingRequest, learn: LearnSoftware): Outcome {
    const { key } = request.api
    if (key === this.apiVersions.key) {
      const answer = this.apiVersions.answer(request)
      if (answer?.software) learn(answer.software)
      return answer === null ? malformed(request) : answer.reply
    }
    if (!isSupported(request.api, request.version)) return unsupported(request)
    if (key === SaslHandshake.key) {
      return encodeResponse(SaslHandshake, request, { errorCode: ILLEGAL_SASL_STATE, mechanisms: [] })
    }
    if (key === SaslAuthenticate.key) {
      const errorMessage = 'SaslAuthenticate request received after successful authentication'
      return encodeResponse(SaslAuthenticate, request, {
        errorCode: ILLEGAL_SASL_STATE,
        errorMessage,
        authBytes: EMPTY,
      })
    }
    return new Violation(`${request.api.name} is not served`)
  }

  /** An answer of the request's own type with an error code, for a request at the wrong time; null if there is none. */
  errorResponse(request: IncomingRequest, errorCode: number): Buffer | null {
    if (request.api.key === this.apiVersions.key) return this.apiVersions.illegalState(request)
    return errorResponse(request.api, request, errorCode)?.frame ?? null
  }
}

/** The API's own error form, or the end of the connection if it has none. */
function failure<P extends Principal>(request: IncomingRequest, error: unknown, route: Route<P> | undefined): Outcome {
  const reason = `The route of ${request.api.name} failed: ${error instanceof Error ? error.message : 'it threw no Error'}`
  try {
    return route?.fail(request, error) ?? new Violation(reason, error)
  } catch (cause) {
    return new Violation(reason, cause)
  }
}

function byKey(apis: readonly KnownApi[]): Map<number, KnownApi> {
  return new Map(apis.map((api) => [api.key, api]))
}

function malformed({ api, version }: IncomingRequest): Violation {
  return new Violation(`A malformed ${api.name} request of version ${version}`)
}

function unsupported({ api, version }: IncomingRequest): Violation {
  return new Violation(`Version ${version} of ${api.name} is not served`)
}
