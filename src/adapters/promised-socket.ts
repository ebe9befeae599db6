import { Duplex } from 'node:stream'

interface Wire extends Duplex {
  ref?(): unknown
  unref?(): unknown
}

/**
 * A socket that is there at once, while its connection is still being made: written bytes wait, an error comes as the event
 * of that name. Has what clients ask of a `net.Socket` beside a Duplex.
 */
export class PromisedSocket extends Duplex {
  readonly #giveUp = new AbortController()
  #wire: Wire | undefined
  #waiting: (() => void) | undefined
  #referenced = true

  /** `open` gets a signal that aborts when nobody wants the connection any more. */
  constructor(open: (signal: AbortSignal) => Promise<Duplex>, connected: () => void) {
    super({ allowHalfOpen: false })
    open(this.#giveUp.signal).then(
      (wire) => {
        if (this.destroyed) return void wire.on('error', () => undefined).destroy()
        this.#attach(wire)
        connected()
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    )
  }

  ref(): this {
    this.#referenced = true
    this.#wire?.ref?.()
    return this
  }

  unref(): this {
    this.#referenced = false
    this.#wire?.unref?.()
    return this
  }

  /** Both are on already. */
  setKeepAlive(): this {
    return this
  }

  setNoDelay(): this {
    return this
  }

  override _read(): void {
    this.#wire?.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#whenConnected((wire) => wire.write(chunk, done))
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#whenConnected((wire) => {
      wire.cork()
      for (const [at, { chunk }] of chunks.entries()) wire.write(chunk, at === chunks.length - 1 ? done : undefined)
      wire.uncork()
    })
  }

  override _final(done: () => void): void {
    if (!this.#wire) this.destroy()
    else if (this.#wire.destroyed) done()
    else this.#wire.end(() => done())
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#giveUp.abort(new Error('nobody wants the connection any more'))
    this.#waiting = undefined
    this.#wire?.destroy()
    done(error)
  }

  #whenConnected(write: (wire: Wire) => void): void {
    if (this.#wire) write(this.#wire)
    else this.#waiting = () => this.#whenConnected(write)
  }

  #attach(wire: Wire): void {
    this.#wire = wire
    if (!this.#referenced) wire.unref?.()
    wire.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) wire.pause()
    })
    wire.on('end', () => this.push(null))
    wire.on('error', (error) => this.destroy(error))
    // After a clean end what was read may still wait for the reader: then the stream ends by itself, once it is read.
    wire.on('close', () => {
      if (!wire.readableEnded) this.destroy()
    })
    this.#waiting?.()
    this.#waiting = undefined
  }
}
