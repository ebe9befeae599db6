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

/** What every header begins with: key, version, correlation id. The client id follows. */
const MIN_HEADER = 8
/** Where the client id begins, behind its length. */
const CLIENT_ID = 10

/** A request whose header is read and whose body is not. */
export class IncomingRequest {
  readonly api: KnownApi
  readonly version: number
  readonly correlationId: number
  /** The whole frame without its size. */
  readonly frame: Buffer
  /** Where the body begins in {@link frame}. */
  readonly bodyOffset: number

  constructor(api: KnownApi, frame: Buffer, bodyOffset: number) {
    this.api = api
    this.version = frame.readInt16BE(2)
    this.correlationId = frame.readInt32BE(4)
    this.frame = frame
    this.bodyOffset = bodyOffset
  }

  /** Made a text when somebody looks: few do, and it costs a tenth of a small request. */
  get clientId(): string | null {
    const length = this.frame.readInt16BE(MIN_HEADER)
    return length < 0 ? null : this.frame.toString('utf8', CLIENT_ID, CLIENT_ID + length)
  }

  /** The body, or null if the bytes are no such request. */
  decode<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
  ): Request | null {
    const { frame, bodyOffset } = this
    const body = new Reader(bodyOffset === 0 ? frame : frame.subarray(bodyOffset))
    // A broker looks at no byte behind a request, and librdkafka sends three with the Metadata request for all topics.
    body.lenient = true
    try {
      return api.request.decode(body, this.version)
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
  const bodyOffset = endOfHeader(frame, requestHeaderVersion(api, frame.readInt16BE(2)))
  return bodyOffset < 0 ? null : new IncomingRequest(api, frame, bodyOffset)
}

/** Where a header ends; -1 if the frame ends before. Of its versions 1 and 2 the second has tagged fields, which nobody sends yet. */
function endOfHeader(frame: Buffer, version: 1 | 2): number {
  if (frame.length < CLIENT_ID) return -1
  const length = frame.readInt16BE(MIN_HEADER)
  if (length < -1) return -1
  const end = CLIENT_ID + Math.max(0, length)
  if (version === 1) return end > frame.length ? -1 : end
  if (end >= frame.length) return -1
  return frame[end] === 0 ? end + 1 : endOfTaggedHeader(frame)
}

function endOfTaggedHeader(frame: Buffer): number {
  const reader = new Reader(frame)
  try {
    RequestHeader.decode(reader, 2)
    return reader.offset
  } catch (error) {
    if (error instanceof DecodeError) return -1
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
