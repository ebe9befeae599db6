import { DecodeError } from '../errors.js'
import { RequestHeader } from '../messages/RequestHeader.js'
import { ResponseHeader } from '../messages/ResponseHeader.js'
import { requestHeaderVersion, responseHeaderVersion } from '../protocol/api.js'
import { Reader } from '../protocol/reader.js'
import { apiOfKey } from './apis.js'
import { CommandLineError } from './command.js'
import { inVersion } from './message-json.js'
import type { AnyApi } from '../protocol/api.js'

/** One frame, as far as it could be read. */
export interface Decoded {
  readonly title: string
  /** Header and body; null if not even the header could be read. */
  readonly message: { readonly header: unknown; readonly body: unknown } | null
  /** Why there is no more of it. */
  readonly problem: string | null
}

/**
 * The frames in what somebody pasted: hex, base64 or raw; with sizes, if these lead exactly to the end, else one message.
 *
 * @throws CommandLineError if there is nothing
 */
export function framesOf(input: Buffer): Buffer[] {
  const bytes = bytesOf(input)
  if (bytes.length === 0) throw new CommandLineError('no bytes to decode')
  const frames: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const size = bytes.length - at >= 4 ? bytes.readInt32BE(at) : -1
    if (size < 4 || at + 4 + size > bytes.length) return [bytes]
    frames.push(bytes.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return frames
}

/** Hex may have blanks, colons and 0x; base64 blanks. What is neither is taken as it is. */
function bytesOf(input: Buffer): Buffer {
  const text = input.toString('latin1').trim()
  const hex = text.replace(/0x|\\x|[\s:,]/g, '')
  if (/^(?:[0-9a-f]{2})+$/i.test(hex)) return Buffer.from(hex, 'hex')
  const base64 = text.replace(/\s/g, '')
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64)) return Buffer.from(base64, 'base64')
  return input
}

/** A request with its header, which tells API and version. */
export async function decodeRequest(frame: Buffer): Promise<Decoded> {
  if (frame.length < 8)
    return { title: `${String(frame.length)} bytes`, message: null, problem: 'too short for the header of a request' }
  const [key, version] = [frame.readInt16BE(0), frame.readInt16BE(2)]
  const api = await apiOfKey(key)
  const title = `${api?.name ?? `API ${String(key)}`} request, version ${String(version)}, ${String(frame.length)} bytes`
  if (!api) return { title, message: null, problem: `Ottla knows no API with the key ${String(key)}` }
  const reader = new Reader(frame)
  let header: unknown = null
  try {
    header = RequestHeader.decode(reader, requestHeaderVersion(api, version))
    if (version < api.minVersion || version > api.maxVersion)
      return { title, message: { header, body: null }, problem: foreign(api) }
    return {
      title,
      message: { header, body: inVersion(api.request.fields, version, api.request.decode(reader, version)) },
      problem: null,
    }
  } catch (error) {
    return { title, message: header === null ? null : { header, body: null }, problem: described(error) }
  }
}

/** A response, which says neither what it answers nor in which version. */
export function decodeResponse(
  frame: Buffer,
  { api, version, header: withHeader }: { readonly api: AnyApi; readonly version: number; readonly header: boolean },
): Decoded {
  const title = `${api.name} response, version ${String(version)}, ${String(frame.length)} bytes`
  const reader = new Reader(frame)
  let header: unknown = null
  try {
    if (withHeader) header = ResponseHeader.decode(reader, responseHeaderVersion(api, version))
    return {
      title,
      message: { header, body: inVersion(api.response.fields, version, api.response.decode(reader, version)) },
      problem: null,
    }
  } catch (error) {
    return { title, message: header === null ? null : { header, body: null }, problem: described(error) }
  }
}

function foreign({ name, minVersion, maxVersion }: AnyApi): string {
  return `Ottla speaks ${name} in the versions ${String(minVersion)} to ${String(maxVersion)}`
}

function described(error: unknown): string {
  if (!(error instanceof DecodeError)) throw error
  return error.message
}
