import type { Socket } from 'node:net'

/** What goes out: the frames of one turn of the event loop go to the socket together. */
export class Outlet {
  readonly #socket: Socket
  #corked = false

  constructor(socket: Socket) {
    this.#socket = socket
  }

  write(frame: Uint8Array): void {
    if (!this.#corked) {
      this.#corked = true
      this.#socket.cork()
      process.nextTick(() => {
        this.flush()
      })
    }
    this.#socket.write(frame)
  }

  flush(): void {
    if (!this.#corked) return
    this.#corked = false
    this.#socket.uncork()
  }
}
