import { requestHeaderVersion, type AnyApi } from '../protocol/api.js'
import { Writer } from '../protocol/writer.js'

/** One for all connections: a tick's frames lie side by side, and an idle connection holds no buffer. */
const writer = new Writer()

/** The client id as a request header carries it, encoded once per connection. */
export function encodeClientId(clientId: string): Buffer {
  const text = Buffer.from(clientId)
  const bytes = Buffer.allocUnsafe(2 + text.length)
  bytes.writeInt16BE(text.length)
  text.copy(bytes, 2)
  return bytes
}

/** What the header of a request says beside its API. */
export interface HeaderFields {
  readonly version: number
  readonly correlationId: number
  /** From {@link encodeClientId}. */
  readonly clientId: Buffer
}

/**
 * A request with its header and size, ready for the socket.
 *
 * The header is written by hand: it is on the way of every request, and all of it but two numbers is constant.
 *
 * @throws EncodeError naming the field that cannot be written
 */
export function encodeRequest(
  api: AnyApi,
  { version, correlationId, clientId }: HeaderFields,
  request: unknown,
): Buffer {
  writer.rewind(0)
  const begin = writer.beginFrame()
  writer.int16(api.key)
  writer.int16(version)
  writer.int32(correlationId)
  writer.raw(clientId)
  if (requestHeaderVersion(api, version) === 2) writer.varint(0)
  api.request.encode(writer, version, request as never)
  writer.endFrame(begin)
  return writer.finish()
}

/** A SASL token as Kafka 0.10 frames it: its size and nothing else. */
export function encodeToken(token: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafeSlow(4 + token.length)
  frame.writeInt32BE(token.length)
  frame.set(token, 4)
  return frame
}
