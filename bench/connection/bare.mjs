// The least that a client can be: a socket, ready-made frames, one write per tick, and nothing of what a client must do.
import { connect } from 'node:net'

/** `decode` reads an answer's body; left away, only sizes are looked at. */
export async function bareClient({ port, frame, decode, skip = 4 }) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise((resolve) => socket.once('connect', resolve))
  let rest = Buffer.alloc(0)
  let answered = () => {}
  socket.on('data', (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    let count = 0
    while (bytes.length - at >= 4) {
      const end = at + 4 + bytes.readInt32BE(at)
      if (end > bytes.length) break
      if (decode) last = decode(bytes.subarray(at + 4 + skip, end))
      count++
      at = end
    }
    rest = bytes.subarray(at)
    answered(count)
  })
  /** One frame, two of them, … */
  const batches = Array.from({ length: 51 }, (_, n) => Buffer.concat(Array.from({ length: n }, () => frame)))
  return {
    /** `total` round trips, `depth` at once, 50 at most. */
    run: (total, depth) =>
      new Promise((resolve) => {
        let left = total - depth
        let open = depth
        answered = (count) => {
          open -= count
          const next = Math.min(count, left)
          left -= next
          open += next
          if (next > 0) socket.write(batches[next])
          else if (open === 0) resolve()
        }
        socket.write(batches[depth])
      }),
    close: () => socket.destroy(),
  }
}
/** Kept, so that decoding cannot be optimised away. */
export let last

/** The exchange of a whole login, frame by frame, each answer awaited; closed as soon as the last one is there. */
export function bareLogin({ port, frames }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(frames[0]))
    let step = 0
    let rest = Buffer.alloc(0)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      if (rest.length < 4 || rest.length < 4 + rest.readInt32BE(0)) return
      rest = Buffer.alloc(0)
      if (++step < frames.length) return void socket.write(frames[step])
      socket.destroy()
    })
    socket.on('close', resolve)
  })
}
