import type { Socket } from 'node:net'

/**
 * What goes out: the frames of one turn of the event loop go to the socket together.
 *
 * Frames that were written one behind the other into the same memory, as most answers are, go out as one piece: a
 * vectored write of fifty small pieces costs more than all the rest of fifty requests.
 */
export class Outlet {
  readonly #socket: Socket
  #scheduled = false
  #corked = false
  /** The piece that may still grow; empty if none is waiting. */
  #piece: Uint8Array | null = null
  #length = 0

  constructor(socket: Socket) {
    this.#socket = socket
  }

  /** Bytes that have not left this process. */
  get pending(): number {
    return this.#socket.writableLength + this.#length
  }

  write(frame: Uint8Array): void {
    const piece = this.#piece
    if (piece === null) {
      this.#piece = frame
      this.#length = frame.length
      this.#schedule()
    } else if (frame.buffer === piece.buffer && frame.byteOffset === piece.byteOffset + this.#length) {
      this.#length += frame.length
    } else {
      if (!this.#corked) {
        this.#corked = true
        this.#socket.cork()
      }
      this.#send()
      this.#piece = frame
      this.#length = frame.length
    }
  }

  /** Writes at once, with all that was written before: for what nothing follows that could go along. */
  writeNow(frame: Uint8Array): void {
    this.flush()
    this.#socket.write(frame)
  }

  flush(): void {
    this.#send()
    if (!this.#corked) return
    this.#corked = false
    this.#socket.uncork()
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    process.nextTick(() => {
      this.#scheduled = false
      this.flush()
    })
  }

  #send(): void {
    const piece = this.#piece
    if (piece === null) return
    this.#piece = null
    const whole = piece.length === this.#length ? piece : Buffer.from(piece.buffer, piece.byteOffset, this.#length)
    this.#length = 0
    this.#socket.write(whole)
  }
}
