import { ResponseHeader } from '../messages/ResponseHeader.js'
import { responseHeaderVersion, type AnyApi } from '../protocol/api.js'
import { Reader } from '../protocol/reader.js'

/** One for all connections: decoding never waits. */
const nothing = Buffer.alloc(0)
const reader = new Reader(nothing)
/** A larger frame is not held any longer than it is read. */
const heldFrame = 65536

/**
 * Reads an answer whose correlation id is known to be right. Bytes that it holds are views into the frame.
 *
 * @throws DecodeError
 */
export function decodeResponse(api: AnyApi, version: number, frame: Buffer): unknown {
  reader.reset(frame)
  try {
    ResponseHeader.decode(reader, responseHeaderVersion(api, version))
    return api.response.decode(reader, version)
  } finally {
    if (frame.length > heldFrame) reader.reset(nothing)
  }
}
