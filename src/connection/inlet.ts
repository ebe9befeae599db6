import type { OnReadOpts } from 'node:net'

/** Where all sockets read to: what came is copied before another read, of whichever socket, can begin. */
const landing = Buffer.allocUnsafeSlow(65536)

/** The sockets of other runtimes do not all know `onread`. */
const known = !('bun' in process.versions) && !('deno' in process.versions)

/**
 * What a TCP socket reads, led past its stream. A read of a stream costs a buffer of 64 KiB, shrunk to what came, and the
 * bookkeeping of a stream; this one costs a copy of what came.
 */
export class Inlet {
  #early: Buffer[] = []
  #take: (chunk: Buffer) => void = (chunk) => this.#early.push(chunk)

  /** For `net.connect()`. */
  readonly onread: OnReadOpts = {
    buffer: landing,
    callback: (bytes: number): boolean => {
      const chunk = Buffer.allocUnsafe(bytes)
      landing.copy(chunk, 0, 0, bytes)
      this.#take(chunk)
      return true
    },
  }

  /** Gives `take` what was read so far, and all that will be. */
  feed(take: (chunk: Buffer) => void): void {
    this.#take = take
    for (const chunk of this.#early.splice(0)) take(chunk)
  }
}

/** An inlet for one socket; undefined where sockets are read as streams. */
export function openInlet(): Inlet | undefined {
  return known ? new Inlet() : undefined
}
