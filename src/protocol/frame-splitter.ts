import { ProtocolError } from '../errors.js'

const nothing = Buffer.alloc(0)

/**
 * Up to this size a frame's buffer is allocated by the size that its header claims. Little, since thousands of peers that
 * have not logged in may claim much and send nothing.
 */
const smallFrame = 4096

/**
 * Cuts a stream of bytes into Kafka's frames: an int32 with the size, then as many bytes.
 *
 * `push` a chunk, then call `next` until it gives null. A frame that lies within one chunk is a view of that chunk. Any
 * other gets a buffer of its own, which grows with what has arrived and never by what the header claims.
 */
export class FrameSplitter {
  /** The greatest frame that is accepted, in bytes. May be changed between two frames: after a login, for instance. */
  maxFrameSize: number
  /** What of the last chunk is not consumed yet. */
  #chunk: Buffer = nothing
  #at = 0
  readonly #header: Buffer = Buffer.alloc(4)
  #headerBytes = 0
  #size = 0
  #frame: Buffer = nothing
  #filled = 0

  constructor(maxFrameSize: number) {
    this.maxFrameSize = maxFrameSize
  }

  /** Bytes that belong to no complete frame yet, sizes included. 0: the stream may end here. */
  get pending(): number {
    return this.#headerBytes + this.#filled + this.#chunk.length - this.#at
  }

  /** Takes the next chunk of the stream, when `next` has given null for the last one. */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    this.#chunk = this.#at === this.#chunk.length ? bytes : Buffer.concat([this.#chunk.subarray(this.#at), bytes])
    this.#at = 0
  }

  /**
   * The next complete frame, without its size; null if there is none yet.
   *
   * @throws ProtocolError `FRAME_TOO_LARGE` or `FRAME_TOO_SMALL` as soon as a size is there: the stream is lost.
   */
  next(): Buffer | null {
    if (this.#headerBytes < 4 && !this.#readSize()) return this.#wait()
    if (this.#filled === 0 && this.#chunk.length - this.#at >= this.#size) {
      const at = this.#at
      this.#at += this.#size
      this.#headerBytes = 0
      return this.#chunk.subarray(at, this.#at)
    }
    this.#fill()
    if (this.#filled < this.#size) return this.#wait()
    const frame = this.#frame
    this.#frame = nothing
    this.#filled = 0
    this.#headerBytes = 0
    return frame
  }

  /** The chunk is used up: a stream at rest holds none. */
  #wait(): null {
    this.#chunk = nothing
    this.#at = 0
    return null
  }

  /** Whether the size of the next frame is there. */
  #readSize(): boolean {
    if (this.#headerBytes === 0 && this.#chunk.length - this.#at >= 4) {
      // As good as always: the size lies in one piece.
      this.#size = this.#chunk.readInt32BE(this.#at)
      this.#at += 4
      this.#headerBytes = 4
    } else if (!this.#gatherSize()) {
      return false
    }
    if (this.#size < 0) throw new ProtocolError('FRAME_TOO_SMALL', `a frame claims ${this.#size} bytes`)
    if (this.#size > this.maxFrameSize) {
      const message = `a frame claims ${this.#size} bytes, ${this.maxFrameSize} are allowed`
      throw new ProtocolError('FRAME_TOO_LARGE', message)
    }
    return true
  }

  /** A size that is spread over chunks. */
  #gatherSize(): boolean {
    const end = Math.min(this.#chunk.length, this.#at + 4 - this.#headerBytes)
    this.#chunk.copy(this.#header, this.#headerBytes, this.#at, end)
    this.#headerBytes += end - this.#at
    this.#at = end
    if (this.#headerBytes < 4) return false
    this.#size = this.#header.readInt32BE(0)
    return true
  }

  #fill(): void {
    const end = Math.min(this.#chunk.length, this.#at + this.#size - this.#filled)
    const filled = this.#filled + end - this.#at
    if (this.#frame.length < filled) {
      const frame = Buffer.allocUnsafeSlow(Math.min(this.#size, Math.max(smallFrame, filled * 4)))
      this.#frame.copy(frame, 0, 0, this.#filled)
      this.#frame = frame
    }
    this.#chunk.copy(this.#frame, this.#filled, this.#at, end)
    this.#at = end
    this.#filled = filled
  }
}
