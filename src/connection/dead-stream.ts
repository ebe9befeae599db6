import type { Duplex } from 'node:stream'
import { ConnectionError, thrownText, type CloseReasonName, type ConnectionErrorCode, type Phase } from '../errors.js'

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
  const how = cause ? `was lost (${cause.code ?? thrownText(cause)})` : 'was closed by the peer'
  const message = `the connection to ${place.broker} ${how} before anything was said`
  if (!cause) return new ConnectionError('CONNECTION_CLOSED', message, { ...place, reason: 'peer-closed' })
  const [code, reason] = unmade[cause.code ?? ''] ?? (['CONNECTION_RESET', 'reset'] as const)
  return new ConnectionError(code, message, { ...place, cause, reason })
}

/** Errors of a connection that was never made. */
const unmade: { readonly [errno in string]?: readonly [ConnectionErrorCode, CloseReasonName] } = {
  ECONNREFUSED: ['CONNECTION_REFUSED', 'connect-failed'],
  ETIMEDOUT: ['CONNECTION_FAILED', 'timeout'],
  EHOSTUNREACH: ['CONNECTION_FAILED', 'connect-failed'],
  ENETUNREACH: ['CONNECTION_FAILED', 'connect-failed'],
  ENOTFOUND: ['CONNECTION_FAILED', 'connect-failed'],
}

/** Throws a stream away that nobody wants any more. One of a dial hook's making may fail even at that. */
export function discard(stream: Duplex, error?: Error): void {
  try {
    stream.on('error', () => undefined).destroy(error)
  } catch {
    // What it still holds, only its maker could let go.
  }
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
