import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A socket that sends bytes as they are and takes frames as they come: what no proper client would do, too. */
export class RawClient {
  readonly #socket: Socket
  readonly #frames: Buffer[] = []
  #rest: Buffer = Buffer.alloc(0)
  #closed = false
  #wake: (() => void)[] = []

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#onData(chunk)
    })
    // A reset is an end like any other here: what counts is what came before it.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#closed = true
      this.#notify()
    })
  }

  static async connect(at: { readonly host: string; readonly port: number }): Promise<RawClient> {
    const socket = connect(at)
    const client = new RawClient(socket)
    await once(socket, 'connect')
    return client
  }

  static over(socket: Socket): RawClient {
    return new RawClient(socket)
  }

  get socket(): Socket {
    return this.#socket
  }

  get isClosed(): boolean {
    return this.#closed
  }

  write(bytes: Uint8Array | string): void {
    this.#socket.write(bytes)
  }

  /** The next frame without its size; null once the server has closed. */
  async next(): Promise<Buffer | null> {
    for (;;) {
      const frame = this.#frames.shift()
      if (frame !== undefined) return frame
      if (this.#closed) return null
      await new Promise<void>((resolve) => this.#wake.push(resolve))
    }
  }

  /** What is left over when the server has closed: bytes that are no frame. */
  get rest(): Buffer {
    return this.#rest
  }

  async ask(bytes: Uint8Array): Promise<Buffer | null> {
    this.write(bytes)
    return await this.next()
  }

  async closed(): Promise<void> {
    while (!this.#closed) await new Promise<void>((resolve) => this.#wake.push(resolve))
  }

  destroy(): void {
    this.#socket.destroy()
  }

  [Symbol.dispose](): void {
    this.destroy()
  }

  #onData(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk])
    for (;;) {
      if (this.#rest.length < 4) break
      const size = this.#rest.readInt32BE(0)
      if (size < 0 || size > 0x1000000 || this.#rest.length < 4 + size) break
      this.#frames.push(this.#rest.subarray(4, 4 + size))
      this.#rest = this.#rest.subarray(4 + size)
    }
    this.#notify()
  }

  #notify(): void {
    for (const wake of this.#wake.splice(0)) wake()
  }
}

/** Whatever it is, with its size in front. */
export function framed(...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length)
  return Buffer.concat([size, body])
}
