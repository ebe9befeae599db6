import type { Duplex } from 'node:stream'
import { ConnectionError, thrownText, type Phase } from '../errors.js'

/** What the error of a dead stream says beside how it died. */
export interface DeathPlace {
  readonly broker: string
  readonly phase: Phase
  readonly hint: string
}

/**
 * The loss of a stream that has ended already; undefined while it lives. A stream tells of its end once: who begins to
 * listen later would wait for ever.
 */
export function deathOf(socket: Duplex, place: DeathPlace): ConnectionError | undefined {
  const { errored, destroyed, readableEnded, writableEnded } = socket
  if (!errored && !destroyed && !readableEnded && !writableEnded) return undefined
  const cause: NodeJS.ErrnoException | undefined = errored ?? undefined
  const timedOut = cause?.code === 'ETIMEDOUT'
  const how = cause ? `was lost (${cause.code ?? thrownText(cause)})` : 'was closed by the peer'
  return new ConnectionError(
    timedOut ? 'CONNECTION_FAILED' : cause ? 'CONNECTION_RESET' : 'CONNECTION_CLOSED',
    `the connection to ${place.broker} ${how} before anything was said`,
    { ...place, cause, reason: timedOut ? 'timeout' : cause ? 'reset' : 'peer-closed' },
  )
}

/** What `work` gives, unless the stream dies first. Work that never ends holds up nobody. */
export async function whileAlive<T>(work: Promise<T>, socket: Duplex, place: DeathPlace): Promise<T> {
  let look = (): void => undefined
  const dead = new Promise<never>((_, reject) => {
    look = () => {
      const death = deathOf(socket, place)
      if (death) reject(death)
    }
  })
  socket.on('end', look).on('error', look).on('close', look)
  look()
  try {
    return await Promise.race([work, dead])
  } finally {
    socket.off('end', look).off('error', look).off('close', look)
  }
}
