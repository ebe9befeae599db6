import dns from 'node:dns'
import { once } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { mock } from 'node:test'
import { Metadata } from '#src/messages/Metadata.js'
import { listen, route } from '#src/server/index.js'
import { createAuthority, startBroker } from '#src/testing/index.js'
import type { BrokerOptions, Broker, Certificate } from '#src/testing/index.js'
import type { ListenOptions } from '#src/server/index.js'
import type { MetadataResponseInput } from '#src/messages/Metadata.js'

/** Something that is set up for one diagnosis, and how to end it. */
export interface Staged {
  readonly port: number
  /** What the command line finds, by path. */
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  close(): Promise<void> | void
}

async function listening(server: net.Server): Promise<Staged> {
  const sockets = new Set<net.Socket>()
  server.on('connection', (socket: net.Socket) => {
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
  return { port: (server.address() as net.AddressInfo).port, close }
}

/** A server that is no Kafka: what it does with a connection, at its first bytes. */
export function stranger(act: (socket: net.Socket, first: Buffer) => void): Promise<Staged> {
  return listening(net.createServer((socket) => socket.once('data', (first) => act(socket, first))))
}

/** A server that is no Kafka: what it says to a client's first bytes, before it hangs up. */
export function answering(answer: string | Buffer): Promise<Staged> {
  return stranger((socket) => socket.end(answer))
}

/** One that speaks first. */
export function greeter(greeting: string | Buffer): Promise<Staged> {
  return listening(net.createServer((socket) => socket.write(greeting)))
}

/** A port where nothing listens any more. */
export async function closedPort(): Promise<number> {
  const { port, close } = await listening(net.createServer())
  await close()
  return port
}

export async function closed(): Promise<Staged> {
  return { port: await closedPort(), close: () => undefined }
}

/** A broker whose certificate was issued `days` from now (negative: ago) and is good for a year. */
export async function certified(days: number, names?: readonly string[]): Promise<Staged> {
  const authority = createAuthority()
  mock.timers.enable({ apis: ['Date'], now: Date.now() + days * 86_400_000 })
  const tls = authority.server(names)
  mock.timers.reset()
  return presenting(tls, authority.cert)
}

/** A broker that shows a certificate; the file `staged` holds what to trust. */
export async function presenting(tls: NonNullable<ListenOptions['tls']>, trusted = ''): Promise<Staged> {
  const staged = await telling((port) => cluster({ host: 'localhost', port }), tls)
  return { ...staged, files: { staged: trusted } }
}

/** What a broker tells of a cluster, its brokers numbered from 1. */
export function cluster(
  ...brokers: readonly { readonly host: string; readonly port: number }[]
): MetadataResponseInput {
  return {
    brokers: brokers.map((broker, at) => ({ nodeId: at + 1, ...broker })),
    clusterId: 'staged',
    controllerId: 1,
    topics: [],
  }
}

/** A broker without a login that tells of the cluster what it is told to. */
export async function telling(
  answer: (port: number) => MetadataResponseInput,
  tls?: Certificate | NonNullable<ListenOptions['tls']>,
): Promise<Staged> {
  let port = 0
  const server = await listen({ ...(tls && { tls }), routes: [route(Metadata, () => answer(port))] })
  port = server.port
  return { port, close: () => server.close() }
}

/** A broker of its own, and what is wrong with it. */
export async function broken(
  options: BrokerOptions,
  spoil: (broker: Broker) => unknown = () => undefined,
): Promise<Staged> {
  const broker = await startBroker({ failedLoginDelay: 0, ...options })
  spoil(broker)
  return { port: broker.port, files: { staged: broker.ca ?? '' }, close: () => broker.close({ timeout: 1 }) }
}

/** How the name service answers: the addresses of every name, an error's code, or never (`silence`). */
export function nameService(answer: readonly string[] | string, staged: Staged): Staged {
  const found = typeof answer === 'string' ? [] : answer.map((address) => ({ address, family: net.isIP(address) }))
  const error = typeof answer === 'string' ? Object.assign(new Error(answer), { code: answer }) : null
  const lookup = (_host: string, _options: unknown, done: (error: Error | null, found: unknown) => void): void => {
    if (answer !== 'silence') setImmediate(done, error, found)
  }
  return replaced(mock.method(dns, 'lookup', lookup as never), staged)
}

/** What happens to connections to addresses of IPv6, or to all: an error's code, or nothing at all (`silence`). */
export function network(what: string, staged: Staged, family: 'all' | 'IPv6' = 'all'): Staged {
  const real = net.connect
  const connect = (options: net.TcpNetConnectOpts): net.Socket => {
    if (family === 'IPv6' && options.family !== 6) return real(options)
    const socket = new net.Socket()
    if (what !== 'silence') setImmediate(() => socket.destroy(Object.assign(new Error(what), { code: what })))
    return socket
  }
  return replaced(mock.method(net, 'connect', connect as never), staged)
}

function replaced(method: { readonly mock: { restore(): void } }, staged: Staged): Staged {
  syncBuiltinESMExports()
  const close = async (): Promise<void> => {
    method.mock.restore()
    syncBuiltinESMExports()
    await staged.close()
  }
  return { ...staged, close }
}
