import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { FrameSplitter } from '../protocol/frame-splitter.js'
import { discard } from './dead-stream.js'
import type { Inlet } from './inlet.js'
import { Outbox } from './outbox.js'
import { isTls } from './secure.js'

export interface TransportOptions {
  readonly maxFrameSize: number
  /** As a request header carries it. */
  readonly clientId: Buffer
  /** Has what the socket reads, if its stream has not. */
  readonly inlet?: Inlet | undefined
}

export interface TransportHandlers {
  /** A whole frame, without its size. */
  frame(frame: Buffer): void
  /** All frames of a read were delivered. */
  read(): void
  /** The socket took everything and asks for no pause. */
  flushed(): void
  /** The stream of frames is broken. */
  broken(error: unknown): void
  /** The peer will send nothing more; `error` if the network says why. */
  lost(error: NodeJS.ErrnoException | undefined): void
}

/** So much of the first bytes is kept until a frame was whole: enough to see who speaks instead of Kafka. */
const firstBytesKept = 64
const noBytes: Buffer = Buffer.alloc(0)
const noBytesText = 'the stream gives no bytes: it must have neither setEncoding() nor objectMode'

/** A socket, cut into frames on the way in and gathered per tick on the way out. */
export class Transport {
  readonly socket: Duplex
  readonly outbox: Outbox
  readonly #splitter: FrameSplitter
  readonly #handlers: TransportHandlers
  #firstBytes: Buffer | undefined = noBytes
  #released = false
  bytesRead = 0

  constructor(socket: Duplex, { maxFrameSize, clientId, inlet }: TransportOptions, handlers: TransportHandlers) {
    this.socket = socket
    this.outbox = new Outbox(socket, clientId, () => handlers.flushed())
    this.#splitter = new FrameSplitter(maxFrameSize)
    this.#handlers = handlers
    if (inlet) inlet.feed(this.#read)
    // A hook may have paused it, to read what a proxy says first.
    else socket.on('data', this.#read).resume()
    socket.on('end', this.#ended)
    socket.on('close', this.#ended)
    socket.on('error', this.#failed)
    // It tells of its end once, and that may have been before.
    const { errored, destroyed, readableEnded } = socket
    if (errored || destroyed || readableEnded) setImmediate(() => (errored ? this.#failed(errored) : this.#ended()))
  }

  set maxFrameSize(bytes: number) {
    this.#splitter.maxFrameSize = bytes
  }

  /** What the peer sent first, as long as no frame was whole. */
  get firstBytes(): Buffer {
    return this.#firstBytes?.subarray(0, firstBytesKept) ?? noBytes
  }

  /** Bytes of a frame that is not whole yet. */
  get partial(): number {
    return this.#splitter.pending
  }

  readonly #read = (chunk: Buffer): void => {
    if (this.#released) return
    // Only the stream of a dial hook may be so odd.
    if (!((chunk as unknown) instanceof Uint8Array)) return discard(this.socket, new TypeError(noBytesText))
    this.bytesRead += chunk.length
    if (this.#firstBytes) this.#keep(chunk, this.#firstBytes)
    this.#splitter.push(chunk)
    for (let frame = this.next(); frame !== null; frame = this.next()) {
      this.#firstBytes = undefined
      this.#handlers.frame(frame)
    }
    if (!this.#released) this.#handlers.read()
  }

  #keep(chunk: Buffer, before: Buffer): void {
    if (before === noBytes) this.#firstBytes = chunk
    else if (before.length < firstBytesKept)
      this.#firstBytes = Buffer.concat([before, chunk.subarray(0, firstBytesKept)])
  }

  /** Null also once the stream is broken, or nobody listens any more. */
  private next(): Buffer | null {
    if (this.#released) return null
    try {
      return this.#splitter.next()
    } catch (error) {
      this.#handlers.broken(error)
      return null
    }
  }

  readonly #ended = (): void => {
    if (!this.#released) this.#handlers.lost(undefined)
  }

  readonly #failed = (error: NodeJS.ErrnoException): void => {
    if (!this.#released) this.#handlers.lost(error)
  }

  /** Lets the socket go: nothing that happens to it is heard of any more. */
  release(): void {
    this.#released = true
    this.socket.off('data', this.#read)
    // Its 'error' listener stays: an error that nobody hears would end the process.
    this.outbox.stop()
  }

  /**
   * Ends the socket: at once, or, where `patience` is above 0, once what was written has left, but no later than after
   * so many ms.
   */
  end(patience: number, done: () => void): void {
    const { socket } = this
    if (patience > 0) this.outbox.flush()
    this.release()
    if (socket.closed) return done()
    // With nothing left to write, closing TCP tells the peer as much as ending it first. TLS has words of farewell.
    if (socket instanceof Socket && !isTls(socket) && socket.writableLength === 0) {
      socket.once('close', done)
      try {
        return void socket.destroy()
      } catch {
        // Its maker, a dial hook, has changed it: then with patience.
        socket.off('close', done)
      }
    }
    let finished = false
    const finish = (): void => {
      clearTimeout(timer)
      if (!finished) done()
      finished = true
    }
    const timer = setTimeout(() => {
      discard(socket)
      // A stream of somebody else's making may never say that it is closed.
      setImmediate(finish)
    }, patience)
    socket.once('close', finish)
    if (patience <= 0 || socket.destroyed) return discard(socket)
    try {
      socket.end(() => discard(socket))
      // What still comes is thrown away, else a paused stream would never end.
      socket.resume()
    } catch {
      discard(socket)
    }
  }
}
