import type {
  Authenticated,
  ClientMechanism,
  ClientSession,
  Peer,
  ServerMechanism,
  ServerSession,
} from '#src/sasl/mechanism.js'

/** A peer as the exchanges of these tests see it. */
export const peer: Peer = { host: 'broker.example', port: 9093, secure: true }

export const signal: AbortSignal = new AbortController().signal

export async function startClient(mechanism: ClientMechanism): Promise<ClientSession> {
  return mechanism.start(peer, signal)
}

export async function startServer(mechanism: ServerMechanism): Promise<ServerSession> {
  return mechanism.start(peer, signal)
}

/** What the client says next, as text. */
export async function say(session: ClientSession, challenge: string | Uint8Array | null): Promise<string | undefined> {
  const { token } = await session.next(typeof challenge === 'string' ? Buffer.from(challenge) : challenge)
  return token && Buffer.from(token).toString()
}

/** What the server says next, as text. */
export async function answer(session: ServerSession, response: string | Uint8Array): Promise<string | undefined> {
  const { challenge } = await session.next(typeof response === 'string' ? Buffer.from(response) : response)
  return challenge === null ? undefined : Buffer.from(challenge).toString()
}

/** Lets both halves talk until one throws or both are done. `tamper` may change what is on its way. */
export async function login(
  client: ClientMechanism,
  server: ServerMechanism,
  tamper: (message: Buffer, step: number) => Uint8Array = (message) => message,
): Promise<Authenticated> {
  const left = await startClient(client)
  const right = await startServer(server)
  let challenge: Uint8Array | null = null
  let accepted: Authenticated | undefined
  try {
    for (let step = 0; step < 10; step += 2) {
      const { token, done } = await left.next(challenge)
      if (token === undefined) {
        if (!done) throw new Error('the client neither spoke nor was done')
        break
      }
      const answered = await right.next(tamper(Buffer.from(token), step))
      accepted = answered.done
      if (done) break
      challenge = tamper(Buffer.from(answered.challenge ?? []), step + 1)
    }
  } finally {
    left.dispose?.()
    right.dispose?.()
  }
  if (accepted === undefined) throw new Error('the server did not accept')
  return accepted
}
