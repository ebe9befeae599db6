import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { TLSSocket, type TlsOptions } from 'node:tls'
import { ApiVersions, Metadata, SaslAuthenticate, SaslHandshake, Writer } from 'ottla/messages'
import type { AnyApi } from 'ottla/messages'

/** A request as it came, not decoded beyond its header. */
export interface Received {
  readonly key: number
  readonly version: number
  readonly id: number
  /** The whole frame, without its size. */
  readonly frame: Buffer
}

/** The client has gone: no failure of a script. */
export class Gone extends Error {}

/** One connection of a scripted peer: it reads whole frames and answers with whatever bytes it likes. */
export class PeerConnection {
  readonly socket: Socket | TLSSocket
  readonly received: Received[] = []
  #bytes: Buffer = Buffer.alloc(0)
  #wake: (() => void) | undefined
  #ended = false

  constructor(socket: Socket | TLSSocket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk])
      this.#wake?.()
    })
    const ended = (): void => {
      this.#ended = true
      this.#wake?.()
    }
    socket.on('end', ended).on('close', ended).on('error', ended)
  }

  /** Bytes that came and were not looked at yet. */
  get unread(): number {
    return this.#bytes.length
  }

  /** The next `size` bytes. @throws Gone */
  async bytes(size: number): Promise<Buffer> {
    while (this.#bytes.length < size) {
      if (this.#ended) throw new Gone()
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    const bytes = this.#bytes.subarray(0, size)
    this.#bytes = this.#bytes.subarray(size)
    return bytes
  }

  /** A frame without its size: a bare token, for instance. */
  async frame(): Promise<Buffer> {
    const size = (await this.bytes(4)).readInt32BE(0)
    return this.bytes(size)
  }

  async request(): Promise<Received> {
    const frame = await this.frame()
    const received = { key: frame.readInt16BE(0), version: frame.readInt16BE(2), id: frame.readInt32BE(4), frame }
    this.received.push(received)
    return received
  }

  /** Reads on until the client ends the connection. */
  async gone(): Promise<void> {
    try {
      for (;;) await this.request()
    } catch (error) {
      if (!(error instanceof Gone)) throw error
    }
  }

  write(bytes: Uint8Array | string): this {
    this.socket.write(bytes)
    return this
  }

  answer(request: Pick<Received, 'id' | 'version'>, api: AnyApi, response: object): this {
    return this.write(answerFrame(api, request, response))
  }

  /** Answers the question for versions. */
  async versions(ranges: Ranges = standardRanges): Promise<Received> {
    const request = await this.request()
    return this.sayVersions(request, ranges)
  }

  sayVersions(request: Received, ranges: Ranges = standardRanges): Received {
    const apiKeys = ranges.map(([apiKey, minVersion, maxVersion]) => ({ apiKey, minVersion, maxVersion }))
    this.answer(request, ApiVersions, { ...ApiVersions.response.defaults(), apiKeys })
    return request
  }

  async handshake(mechanisms: readonly string[] = ['PLAIN'], errorCode = 0): Promise<Received> {
    const request = await this.request()
    this.answer(request, SaslHandshake, { errorCode, mechanisms: [...mechanisms] })
    return request
  }

  /** Answers one SaslAuthenticate. */
  async authenticate(
    answer: {
      authBytes?: Uint8Array
      errorCode?: number
      errorMessage?: string | null
      sessionLifetimeMs?: bigint
    } = {},
  ): Promise<Received> {
    const request = await this.request()
    const whole = { errorCode: 0, errorMessage: null, authBytes: Buffer.alloc(0), sessionLifetimeMs: 0n, ...answer }
    this.answer(request, SaslAuthenticate, whole)
    return request
  }

  /** Versions, and a login of one token that succeeds. */
  async login(sessionLifetimeMs = 0n, mechanism = 'PLAIN'): Promise<void> {
    await this.versions()
    await this.handshake([mechanism])
    await this.authenticate({ sessionLifetimeMs })
  }

  metadata(request: Pick<Received, 'id' | 'version'>, changes: object = {}): this {
    return this.answer(request, Metadata, { ...Metadata.response.defaults(), ...changes })
  }

  /** Answers every Metadata request, until the client goes. */
  async serve(changes: object = {}): Promise<void> {
    for (;;) this.metadata(await this.request(), changes)
  }

  reset(): void {
    this.socket.resetAndDestroy()
  }
}

export type Ranges = readonly (readonly [key: number, min: number, max: number])[]

/** What a scripted peer says it speaks: Produce, Fetch, Metadata, and the APIs of a login. */
export const standardRanges: Ranges = [
  [0, 3, 11],
  [1, 4, 16],
  [3, 0, 12],
  [17, 0, 1],
  [18, 0, 4],
  [36, 0, 2],
]

/** An answer with its header and size. */
export function answerFrame(api: AnyApi, { id, version }: Pick<Received, 'id' | 'version'>, response: object): Buffer {
  const writer = new Writer()
  const begin = writer.beginFrame()
  writer.int32(id)
  if (api.key !== ApiVersions.key && api.flexibleSince !== null && version >= api.flexibleSince) writer.varint(0)
  api.response.encode(writer, version, response as never)
  writer.endFrame(begin)
  return writer.finish()
}

/** A frame: its size, and these bytes. */
export function framed(...parts: readonly (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)))
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length)
  return Buffer.concat([size, body])
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value | 0)
  return bytes
}

export type Script = (connection: PeerConnection, index: number) => void | Promise<void>

/** A listening peer that plays a script on every connection. */
export class Peer {
  readonly connections: PeerConnection[] = []
  /** What went wrong in a script, other than that the client went away. */
  readonly failures: unknown[] = []
  readonly #server: Server
  readonly #sockets: Set<Socket> = new Set()

  constructor(script: Script, tls: TlsOptions | undefined) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined)
      const stream = tls ? new TLSSocket(socket, { isServer: true, ...tls }) : socket
      stream.on('error', () => undefined)
      const connection = new PeerConnection(stream)
      const index = this.connections.push(connection) - 1
      const play = async (): Promise<void> => script(connection, index)
      play().catch((error: unknown) => {
        if (!(error instanceof Gone)) this.failures.push(error)
      })
    })
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  /** How many of its connections are open. */
  get open(): number {
    return this.#sockets.size
  }

  /** Resolves when the clients have ended all connections. */
  async quiet(): Promise<void> {
    await Promise.all([...this.#sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))))
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

/** Starts a peer on 127.0.0.1. */
export function startPeer(script: Script, tls?: TlsOptions): Promise<Peer> {
  return new Peer(script, tls).listen()
}
