import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { connect, plain } from 'ottla'
import * as messages from 'ottla/messages'
import { Metadata, type AnyApi } from 'ottla/messages'
import { oauthBearerServer, plainServer, scramSha256Server, unsecuredValidator } from 'ottla/sasl'
import { listen, route, type Server } from 'ottla/server'
import { conversationFrame, dice, PASSWORD, type Roll } from '../support/login-frames.js'

export interface LoginFuzz {
  readonly frames: number
  readonly seed: number
}

export interface LoginFuzzOutcome {
  readonly frames: number
  readonly connections: number
  /** Requests that reached a route or a proxy without a login. */
  readonly reached: number
  readonly logins: number
  /** Whether a client with the right password is let in, and answered, after all that. */
  readonly alive: boolean
  /** Connections that the server still has when all clients are gone. */
  readonly left: number
}

/** Sends frames to a listener over real sockets, none of which proves anything. */
export async function fuzzLogins({ frames, seed }: LoginFuzz): Promise<LoginFuzzOutcome> {
  let reached = 0
  let logins = 0
  await using server = await fuzzed(() => {
    reached += 1
  })
  server.events.on('login', () => (logins += 1))
  let sent = 0
  const workers = Array.from({ length: 16 }, async (_, worker) => {
    const roll = dice(seed + worker)
    while (sent < frames) {
      const some = Array.from({ length: 1 + roll(6) }, (_, nth) => conversationFrame(roll, nth))
      sent += some.length
      await converse(server, some, roll)
    }
  })
  await Promise.all(workers)
  const before = { reached, logins }
  const connections = server.metrics().connectionsAccepted
  const alive = await letsIn(server)
  while (server.connections.length > 0) await once(server.events, 'disconnect')
  return { frames: sent, connections, ...before, alive, left: server.connections.length }
}

async function fuzzed(reached: () => void): Promise<Server> {
  const apis = Object.values<unknown>(messages).filter(
    (value): value is AnyApi => typeof value === 'object' && value !== null && 'request' in value,
  )
  const refuse = (): never => {
    reached()
    throw new Error('a request got through')
  }
  return await listen({
    mechanisms: [
      plainServer({ users: { alice: PASSWORD } }),
      scramSha256Server({ users: { alice: PASSWORD } }),
      // Unsigned tokens, of which the generator knows none with claims.
      oauthBearerServer(unsecuredValidator()),
    ],
    routes: [
      route(Metadata, () => {
        reached()
        return { brokers: [], topics: [] }
      }),
    ],
    forward: { apis, handle: refuse },
    failedLoginDelay: 0,
  })
}

/** One connection: frames in pieces of any size, then its end, in one of three ways. */
async function converse({ host, port }: Server, frames: readonly Buffer[], roll: Roll): Promise<void> {
  const socket = dial({ host, port, noDelay: true })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  // The server may be gone before everything is written.
  socket.on('error', () => undefined)
  socket.resume()
  const bytes = Buffer.concat(frames)
  for (let at = 0; at < bytes.length;) {
    const size = roll(3) === 0 ? bytes.length : 1 + roll(40)
    socket.write(bytes.subarray(at, at + size))
    at += size
    if (roll(4) === 0) await new Promise(setImmediate)
  }
  if (roll(20) === 0) socket.resetAndDestroy()
  else socket.end()
  await closed
}

async function letsIn({ host, port }: Server): Promise<boolean> {
  await using connection = await connect({ host, port, sasl: plain({ username: 'alice', password: PASSWORD }) })
  const { topics } = await connection.send(Metadata, { topics: null })
  return topics.length === 0
}
