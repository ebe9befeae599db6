import { ApiVersions } from '../messages/ApiVersions.js'
import { apiOfKey } from './apis.js'
import { CommandLineError } from './command.js'
import { decodeRequest, decodeResponse } from './frames.js'
import type { Decoded } from './frames.js'

/** A whole frame of a conversation, without its size. */
interface Turn {
  readonly byClient: boolean
  readonly frame: Buffer
}

const UNSUPPORTED_VERSION = 35

/** Whether this is what `tshark -q -z follow,tcp,raw,0` and Wireshark's "Follow TCP stream" print. */
export function isConversation(text: string): boolean {
  return /^Follow: tcp,raw\s*$/m.test(text)
}

/**
 * Both directions of a TCP stream: lines in hex, those of the one that did not begin are indented. A response is decoded
 * by the request that it answers.
 *
 * @throws CommandLineError for a stream that is encrypted, or none
 */
export async function decodeConversation(text: string): Promise<Decoded[]> {
  const turns = turnsOf(text)
  const asked = new Map<number, { readonly key: number; readonly version: number }>()
  const decoded: Decoded[] = []
  for (const { byClient, frame } of turns) {
    if (!byClient) {
      decoded.push(await answer(frame, asked))
      continue
    }
    if (frame.length >= 8) asked.set(frame.readInt32BE(4), { key: frame.readInt16BE(0), version: frame.readInt16BE(2) })
    const request = await decodeRequest(frame)
    decoded.push({ ...request, title: `→ ${request.title}` })
  }
  return decoded
}

async function answer(
  frame: Buffer,
  asked: Map<number, { readonly key: number; readonly version: number }>,
): Promise<Decoded> {
  const id = frame.length >= 4 ? frame.readInt32BE(0) : NaN
  const request = asked.get(id)
  const api = request && (await apiOfKey(request.key))
  if (!request || !api) {
    const title = `← ${String(frame.length)} bytes`
    return { title, message: null, problem: `the request that it answers (${String(id)}) is not in the stream` }
  }
  asked.delete(id)
  // Whatever was asked, that refusal has the form of version 0 (KIP-511).
  const refused = api.key === ApiVersions.key && frame.length >= 6 && frame.readInt16BE(4) === UNSUPPORTED_VERSION
  const response = decodeResponse(frame, { api, version: refused ? 0 : request.version, header: true })
  return { ...response, title: `← ${response.title}` }
}

function turnsOf(text: string): Turn[] {
  const pending: Record<'client' | 'server', Buffer> = { client: Buffer.alloc(0), server: Buffer.alloc(0) }
  const turns: Turn[] = []
  for (const [, indent = '', hex = ''] of text.matchAll(/^([ \t]*)((?:[0-9a-f]{2})+)\s*$/gim)) {
    const side = indent === '' ? 'client' : 'server'
    let bytes = Buffer.concat([pending[side], Buffer.from(hex, 'hex')])
    if (bytes[0] === 0x16 && bytes[1] === 3)
      throw new CommandLineError('the stream is encrypted (TLS): give the one that Wireshark has decrypted')
    while (bytes.length >= 4 && bytes.length >= 4 + bytes.readUInt32BE(0)) {
      const end = 4 + bytes.readUInt32BE(0)
      turns.push({ byClient: side === 'client', frame: bytes.subarray(4, end) })
      bytes = bytes.subarray(end)
    }
    pending[side] = bytes
  }
  if (turns.length === 0) throw new CommandLineError('no whole message of Kafka is in the stream')
  return turns
}
