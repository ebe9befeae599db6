import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** Ports below 32768 are never taken by the kernel for outgoing connections. */
const first = 20_000
const blockSize = 50
const blocks = 250

/**
 * A block of neighbouring ports for one run.
 *
 * A run holds its block by listening on the first port of it, so that two runs side by side never share one.
 */
export class PortBlock {
  readonly #guard: Server
  readonly #base: number
  #next = 1

  private constructor(guard: Server, base: number) {
    this.#guard = guard
    this.#base = base
  }

  static async reserve(): Promise<PortBlock> {
    const start = Math.floor(Math.random() * blocks)
    for (let i = 0; i < blocks; i++) {
      const base = first + ((start + i) % blocks) * blockSize
      const guard = await listen(base)
      if (guard !== null) return new PortBlock(guard, base)
    }
    throw new Error('no free block of ports')
  }

  /** The next port of the block that nobody else listens on. */
  async take(): Promise<number> {
    while (this.#next < blockSize) {
      const port = this.#base + this.#next++
      const probe = await listen(port)
      if (probe === null) continue
      await closed(probe)
      return port
    }
    throw new Error(`the block of ${blockSize} ports is used up`)
  }

  async release(): Promise<void> {
    await closed(this.#guard)
  }
}

async function listen(port: number): Promise<Server | null> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return server
  } catch {
    return null
  }
}

async function closed(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}
