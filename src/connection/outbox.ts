import type { Duplex } from 'node:stream'
import { thrownText } from '../errors.js'
import { discard } from './dead-stream.js'
import { cut, encodeInto, type FrameRun, type RequestHead } from './request-frame.js'

/** No more than this is gathered in one tick before the socket has had a look at it, in bytes. */
const gatherLimit = 1024 * 1024

/**
 * What goes out of one socket. All frames of a tick leave in one write: `process.nextTick` runs after the microtasks
 * that an answer set off, so requests that follow from the answers of one read leave together too.
 */
export class Outbox implements FrameRun {
  readonly clientId: Buffer
  readonly #socket: Duplex
  readonly #onFlushed: () => void
  #frames: Buffer[] = []
  #gathered = 0
  #scheduled = false
  #waitsForDrain = false
  bytesWritten = 0

  constructor(socket: Duplex, clientId: Buffer, onFlushed: () => void) {
    this.clientId = clientId
    this.#socket = socket
    this.#onFlushed = onFlushed
  }

  /** Whether frames should wait: the socket's buffer is full, or this tick has gathered enough. */
  get full(): boolean {
    return this.#waitsForDrain || this.#gathered >= gatherLimit
  }

  /** Encodes a request among those that leave next. @returns its bytes @throws EncodeError */
  encode(head: RequestHead, request: unknown): number {
    const size = encodeInto(this, head, request)
    this.schedule(size)
    return size
  }

  /** A frame that was made before. */
  add(frame: Buffer): void {
    cut(this)
    this.#frames.push(frame)
    this.schedule(frame.length)
  }

  /**
   * A frame of the login, which leaves when all that has been read was looked at. Where many connections log in at once,
   * their frames leave side by side: a broker that the first one awakes is still awake for the others.
   */
  addAtEndOfTurn(frame: Buffer): void {
    cut(this)
    this.#frames.push(frame)
    this.schedule(frame.length, setImmediate)
  }

  take(frames: Buffer): void {
    this.#frames.push(frames)
  }

  private schedule(bytes: number, later: (call: typeof flush, outbox: Outbox) => unknown = process.nextTick): void {
    this.#gathered += bytes
    if (!this.#scheduled) {
      this.#scheduled = true
      later(flush, this)
    }
  }

  flush(): void {
    this.#scheduled = false
    cut(this)
    if (this.#gathered === 0) return
    this.bytesWritten += this.#gathered
    this.#gathered = 0
    const frames = this.#frames
    this.#frames = []
    if (this.#socket.destroyed || this.#socket.writableEnded) return
    const waited = this.#waitsForDrain
    const [only] = frames
    try {
      if (only && frames.length === 1) this.#waitsForDrain = !this.#socket.write(only)
      else this.#writeAll(joined(frames))
    } catch (error) {
      // A socket never throws; the stream of a dial hook may, and nobody else would catch it.
      discard(this.#socket, error instanceof Error ? error : new Error(thrownText(error)))
      return
    }
    if (!this.#waitsForDrain) this.#onFlushed()
    else if (!waited) this.#socket.once('drain', this.#drained)
  }

  #writeAll(runs: readonly Buffer[]): void {
    if (runs.length > 1) this.#socket.cork()
    for (const run of runs) this.#waitsForDrain = !this.#socket.write(run)
    if (runs.length > 1) this.#socket.uncork()
  }

  /** Forgets what was not given to the socket, and listens no more. */
  stop(): void {
    cut(this)
    this.#frames = []
    this.#gathered = 0
    this.#socket.off('drain', this.#drained)
  }

  readonly #drained = (): void => {
    this.#waitsForDrain = false
    this.#onFlushed()
  }
}

function flush(outbox: Outbox): void {
  outbox.flush()
}

/** Frames that lie side by side in memory, as those of one tick mostly do, become one view. */
function joined(frames: readonly Buffer[]): readonly Buffer[] {
  const [first] = frames
  if (first === undefined) return frames
  const runs: Buffer[] = []
  let start = first.byteOffset
  let end = start
  let memory = first.buffer
  for (const frame of frames) {
    if (frame.buffer !== memory || frame.byteOffset !== end) {
      runs.push(Buffer.from(memory, start, end - start))
      memory = frame.buffer
      start = frame.byteOffset
    }
    end = frame.byteOffset + frame.length
  }
  runs.push(Buffer.from(memory, start, end - start))
  return runs
}
