import {
  apiVersions,
  fetchNothing,
  metadata,
  plainToken,
  saslAuthenticate,
  saslHandshake,
  scramClient,
  type ScramOptions,
} from './wire-requests.js'

export interface Answer {
  /** Null: the connection was closed. */
  readonly frame: Buffer | null
  /** Whether it came only after the failure delay. */
  readonly delayed: boolean
}

/** One connection of a stage, without TLS on every listener. */
export interface Peer {
  write(bytes: Buffer): void
  answer(): Promise<Answer>
  /** Lets that many ms pass on the broker's clock. */
  pass(ms: number): Promise<void>
  /** What the broker's clock shows, in ms since the epoch. */
  now(): number
  destroy(): void
}

export const ALICE = plainToken('alice', 'alice-secret')

export class Conversation {
  readonly lines: string[] = []
  readonly #peer: Peer

  constructor(peer: Peer) {
    this.#peer = peer
  }

  now(): number {
    return this.#peer.now()
  }

  async pass(ms: number): Promise<void> {
    await this.#peer.pass(ms)
  }

  async versions(bytes: Buffer = apiVersions()): Promise<void> {
    await this.#ask(bytes, (frame) => {
      const errorCode = frame.readInt16BE(4)
      // How many APIs a broker lists is its own business, unless it lists its one way out.
      return `versions ${errorCode}${errorCode === 35 ? `, ${frame.readInt32BE(6)} entry ${frame.subarray(10, 16).toString('hex')}` : ''}`
    })
  }

  async handshake(mechanism: string, version = 1): Promise<void> {
    await this.#ask(saslHandshake(mechanism, version), showHandshake)
  }

  async authenticate(token: string | Uint8Array, version = 1): Promise<Buffer | null> {
    return await this.#ask(saslAuthenticate(token, version), (frame) => showAuthenticate(frame, version))
  }

  async login(mechanism: string, token: string, version = 1): Promise<void> {
    await this.handshake(mechanism)
    await this.authenticate(token, version)
  }

  async scram(user: string, password: string, options: ScramOptions = {}): Promise<void> {
    const client = scramClient(user, password, options)
    await this.handshake('SCRAM-SHA-256')
    const frame = await this.authenticate(client.first)
    if (frame?.readInt16BE(4) === 0) await this.authenticate(client.final(tokenOf(frame).toString()))
  }

  async metadata(): Promise<void> {
    await this.#ask(metadata(), (frame) =>
      frame.readInt32BE(4) > 0 ? 'metadata' : `metadata ${frame.subarray(4).toString('hex')}`,
    )
  }

  async raw(bytes: Buffer): Promise<void> {
    await this.#ask(bytes, (frame) => `frame ${frame.toString('hex')}`)
  }

  /** Two requests one behind the other, the second before the first is answered; both answers. */
  async pipelined(first: Buffer, second: Buffer, wait: number): Promise<void> {
    this.#peer.write(first)
    this.#peer.write(second)
    await this.#peer.pass(wait)
    this.#note(await this.#peer.answer(), (frame) => `answer of ${frame.length > 20 ? 'some' : 'few'} bytes`)
    this.#note(await this.#peer.answer(), showHandshake)
  }

  async fetch(maxWait: number): Promise<void> {
    this.#peer.write(fetchNothing(maxWait))
    await this.#peer.pass(maxWait)
    this.#note(await this.#peer.answer(), () => 'fetched')
  }

  async end(): Promise<void> {
    this.#note(await this.#peer.answer(), (frame) => `frame ${frame.toString('hex')}`)
  }

  async #ask(bytes: Buffer, show: (frame: Buffer) => string): Promise<Buffer | null> {
    this.#peer.write(bytes)
    const answer = await this.#peer.answer()
    this.#note(answer, show)
    return answer.frame
  }

  #note({ frame, delayed }: Answer, show: (frame: Buffer) => string): void {
    this.lines.push(`${frame === null ? 'closed' : show(frame)}${delayed ? ', delayed' : ''}`)
  }
}

function showHandshake(frame: Buffer): string {
  const names: string[] = []
  let at = 10
  for (let count = frame.readInt32BE(6); count > 0; count -= 1) {
    const length = frame.readInt16BE(at)
    names.push(frame.toString('utf8', at + 2, at + 2 + length))
    at += 2 + length
  }
  // Kafka's order is that of a hash set.
  return `handshake ${frame.readInt16BE(4)} ${names.sort().join(' ')}`.trimEnd()
}

function tokenOf(frame: Buffer): Buffer {
  const at = 8 + Math.max(0, frame.readInt16BE(6))
  return frame.subarray(at + 4, at + 4 + Math.max(0, frame.readInt32BE(at)))
}

function showAuthenticate(frame: Buffer, version: number): string {
  const length = frame.readInt16BE(6)
  const message = length < 0 ? 'null' : frame.toString('utf8', 8, 8 + length)
  const token = tokenOf(frame).toString('latin1')
  const shown = token.startsWith('r=') ? 'r=…' : token.startsWith('v=') ? 'v=…' : token
  const lifetime = version < 1 ? '' : ` ${rounded(Number(frame.readBigInt64BE(frame.length - 8)))}`
  return [`authenticate ${frame.readInt16BE(4)}${lifetime}`, message, shown].filter((part) => part !== '').join(' | ')
}

/** A token's remaining life, to the second. */
function rounded(ms: number): string {
  return ms === 0 ? '' : `for ${Math.round(ms / 1000)} s`
}
