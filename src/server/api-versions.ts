import { ApiVersions } from '../messages/ApiVersions.js'
import { encodeResponse, isSupported } from './wire.js'
import type { IncomingRequest, KnownApi } from './wire.js'

/** What a client says of its library (KIP-511). */
export interface ClientSoftware {
  readonly name: string
  readonly version: string
}

export interface ApiVersionsAnswer {
  readonly reply: Buffer
  /** Null if the request was refused; it may be tried again. */
  readonly software: ClientSoftware | null
}

const UNSUPPORTED_VERSION = 35
const INVALID_REQUEST = 42
const ILLEGAL_SASL_STATE = 34
const UNKNOWN: ClientSoftware = { name: 'unknown', version: 'unknown' }
const SOFTWARE = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/

/** Answers ApiVersions, the one request that is answered before and after a login, whatever its version. */
export class ApiVersionsResponder {
  readonly key: number = ApiVersions.key
  readonly #range: readonly { apiKey: number; minVersion: number; maxVersion: number }[]
  readonly #api: KnownApi

  /** @param apis what to list. */
  constructor(apis: Iterable<KnownApi>) {
    const listed = [...apis].sort((a, b) => a.key - b.key)
    this.#range = listed.map(({ key, minVersion, maxVersion }) => ({ apiKey: key, minVersion, maxVersion }))
    this.#api = listed.find(({ key }) => key === ApiVersions.key) ?? ApiVersions
  }

  /** Null if the bytes are no such request. */
  answer(request: IncomingRequest): ApiVersionsAnswer | null {
    if (!isSupported(this.#api, request.version)) return { reply: this.#unsupported(request), software: null }
    const body = request.decode(ApiVersions)
    if (body === null) return null
    const { clientSoftwareName, clientSoftwareVersion } = body
    if (request.version >= 3 && !(SOFTWARE.test(clientSoftwareName) && SOFTWARE.test(clientSoftwareVersion))) {
      return {
        reply: encodeResponse(ApiVersions, request, { errorCode: INVALID_REQUEST, apiKeys: [] }),
        software: null,
      }
    }
    const reply = encodeResponse(ApiVersions, request, { errorCode: 0, apiKeys: this.#range })
    const software = request.version >= 3 ? { name: clientSoftwareName, version: clientSoftwareVersion } : UNKNOWN
    return { reply, software }
  }

  /** The answer to a request at the wrong time. */
  illegalState(request: IncomingRequest): Buffer {
    const version = isSupported(this.#api, request.version) ? request.version : 0
    const to = { version, correlationId: request.correlationId }
    return encodeResponse(ApiVersions, to, { errorCode: ILLEGAL_SASL_STATE, apiKeys: [] })
  }

  /** In version 0, which every client can read, with the one line that the client needs to try again. */
  #unsupported({ correlationId }: IncomingRequest): Buffer {
    const { key, minVersion, maxVersion } = this.#api
    const apiKeys = [{ apiKey: key, minVersion, maxVersion }]
    return encodeResponse(ApiVersions, { version: 0, correlationId }, { errorCode: UNSUPPORTED_VERSION, apiKeys })
  }
}
