import { DecodeError } from '../errors.js'
import { RequestHeader } from '../messages/RequestHeader.js'
import { requestHeaderVersion, responseHeaderVersion } from '../protocol/api.js'
import type { AnyApi, Api, Codec } from '../protocol/api.js'
import { Reader } from '../protocol/reader.js'
import { Writer } from '../protocol/writer.js'

/** What must be known of an API to read the header of its requests; and, to answer them with an error, its response. */
export interface KnownApi extends Pick<AnyApi, 'key' | 'name' | 'minVersion' | 'maxVersion' | 'flexibleSince'> {
  readonly response?: AnyApi['response']
}

export type ApiTable = ReadonlyMap<number, KnownApi>

/** The smallest frame with a header: key, version, correlation id. */
const MIN_HEADER = 8

/** A request whose header is read and whose body is not. */
export class IncomingRequest {
  readonly api: KnownApi
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  /** The whole frame without its size. */
  readonly frame: Buffer
  /** Where the body begins in {@link frame}. */
  readonly bodyOffset: number
  readonly #body: Reader

  constructor(api: KnownApi, header: Omit<IncomingRequest, 'api' | 'decode' | 'bodyOffset'>, body: Reader) {
    this.api = api
    this.version = header.version
    this.correlationId = header.correlationId
    this.clientId = header.clientId
    this.frame = header.frame
    this.bodyOffset = body.offset
    this.#body = body
  }

  /** The body, or null if the bytes are no such request. */
  decode<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
  ): Request | null {
    try {
      return api.request.decode(this.#body, this.version)
    } catch (error) {
      if (error instanceof DecodeError) return null
      throw error
    }
  }
}

/** Reads a frame's header; null if it is no request of a known API. */
export function readRequest(bytes: Uint8Array, apis: ApiTable): IncomingRequest | null {
  if (bytes.length < MIN_HEADER) return null
  const frame = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const api = apis.get(frame.readInt16BE(0))
  if (api === undefined) return null
  const version = frame.readInt16BE(2)
  const body = new Reader(frame)
  // A broker looks at no byte behind a request, and librdkafka sends three with the Metadata request for all topics.
  body.lenient = true
  try {
    const { correlationId, clientId } = RequestHeader.decode(body, requestHeaderVersion(api, version))
    return new IncomingRequest(api, { version, correlationId, clientId, frame }, body)
  } catch (error) {
    if (error instanceof DecodeError) return null
    throw error
  }
}

export function isSupported(api: Pick<KnownApi, 'minVersion' | 'maxVersion'>, version: number): boolean {
  return version >= api.minVersion && version <= api.maxVersion
}

// Frames are cut off chunks that all connections share; what was handed out is never written again.
const writer = new Writer()

/** A response as a whole frame with its size. */
export function encodeResponse<Response, ResponseInput>(
  api: Pick<AnyApi, 'key' | 'flexibleSince'> & { readonly response: Codec<Response, ResponseInput> },
  to: Pick<IncomingRequest, 'version' | 'correlationId'>,
  response: ResponseInput,
): Buffer {
  const begin = writer.beginFrame()
  try {
    // The header: the correlation id and, in flexible versions, a count of no tagged fields.
    writer.int32(to.correlationId)
    if (responseHeaderVersion(api, to.version) === 1) writer.varint(0)
    api.response.encode(writer, to.version, response)
    writer.endFrame(begin)
    return writer.finish()
  } catch (error) {
    writer.rewind(begin)
    throw error
  }
}
