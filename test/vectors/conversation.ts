import {
  ResponseHeader,
  RequestHeader,
  SaslAuthenticate,
  SaslHandshake,
  Reader,
  requestHeaderVersion,
  responseHeaderVersion,
} from 'ottla/messages'

/** What client and broker said in SASL, as recorded. */
export interface SaslTurn {
  readonly response: Buffer
  readonly errorCode: number
  readonly errorMessage: string | null
  readonly challenge: Buffer
  readonly sessionLifetimeMs: number
}

interface Frame {
  readonly from: 'client' | 'broker'
  readonly hex: string
}

/** The exchanges of one connection: the first login and its re-authentications. One that was refused before any token is empty. */
export function exchangesOf(frames: readonly Frame[]): SaslTurn[][] {
  const exchanges: SaslTurn[][] = []
  const pending: { readonly key: number; readonly version: number; readonly response: Buffer }[] = []
  for (const { from, hex } of frames) {
    const reader = new Reader(Buffer.from(hex, 'hex').subarray(4))
    if (from === 'client') {
      pending.push(request(Buffer.from(hex, 'hex').subarray(4), reader))
      continue
    }
    const asked = pending.shift()
    if (asked?.key === SaslHandshake.key) exchanges.push([])
    if (asked?.key !== SaslAuthenticate.key) continue
    ResponseHeader.decode(reader, responseHeaderVersion(SaslAuthenticate, asked.version))
    const { errorCode, errorMessage, authBytes, sessionLifetimeMs } = SaslAuthenticate.response.decode(
      reader,
      asked.version,
    )
    const turn = {
      errorCode,
      errorMessage,
      challenge: Buffer.from(authBytes),
      sessionLifetimeMs: Number(sessionLifetimeMs),
    }
    exchanges.at(-1)?.push({ response: asked.response, ...turn })
  }
  return exchanges
}

function request(bytes: Buffer, reader: Reader): { key: number; version: number; response: Buffer } {
  const [key, version] = [bytes.readInt16BE(0), bytes.readInt16BE(2)]
  if (key !== SaslAuthenticate.key) return { key, version, response: Buffer.alloc(0) }
  RequestHeader.decode(reader, requestHeaderVersion(SaslAuthenticate, version))
  return { key, version, response: Buffer.from(SaslAuthenticate.request.decode(reader, version).authBytes) }
}
