import { once } from 'node:events'
import { createServer } from 'node:net'
import { mock } from 'node:test'
import { Metadata } from 'ottla/messages/Metadata'
import { listen, route } from 'ottla/server'
import { createAuthority } from 'ottla/testing'
import type { AddressInfo, Server as NetServer, Socket } from 'node:net'
import type { Certificate } from 'ottla/testing'
import type { MetadataResponseInput } from 'ottla/messages/Metadata'

/** Something that listens, and how to end it. */
export interface Staged {
  readonly port: number
  readonly ca?: string
  close(): Promise<void>
}

async function listening(server: NetServer): Promise<Staged> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  return { port: (server.address() as AddressInfo).port, close }
}

/** A server that is no Kafka: what it does with a connection, at its first bytes. */
export function stranger(act: (socket: Socket, first: Buffer) => void): Promise<Staged> {
  return listening(createServer((socket) => socket.once('data', (first) => act(socket, first))))
}

/** One that speaks first. */
export function greeter(greeting: string): Promise<Staged> {
  return listening(createServer((socket) => socket.write(greeting)))
}

/** A port where nothing listens any more. */
export async function closedPort(): Promise<number> {
  const { port, close } = await listening(createServer())
  await close()
  return port
}

/** A broker whose certificate was issued `days` from now (negative: ago) and is good for a year. */
export async function certified(days: number, names?: readonly string[]): Promise<Staged> {
  const authority = createAuthority()
  mock.timers.enable({ apis: ['Date'], now: Date.now() + days * 86_400_000 })
  const tls = authority.server(names)
  mock.timers.reset()
  const staged = await telling((port) => ({ ...alone, brokers: [{ nodeId: 1, host: 'localhost', port }] }), tls)
  return { ...staged, ca: authority.cert }
}

const alone = { clusterId: 'staged', controllerId: 1, topics: [] }

/** A broker without a login that tells of the cluster what it is told to. */
export async function telling(answer: (port: number) => MetadataResponseInput, tls?: Certificate): Promise<Staged> {
  let port = 0
  const server = await listen({ ...(tls && { tls }), routes: [route(Metadata, () => answer(port))] })
  port = server.port
  return { port, close: () => server.close() }
}
