import { connect as dialTcp, Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { createAuthority } from 'ottla/testing'
import { authority, server } from '../certificates.js'
import type { HostileCase } from '../hostile.js'
import { Metadata } from 'ottla/messages'

const nobody = (): void => undefined
const trusting = { ca: authority }
/** A broken record of TLS 1.3, as anybody between may add one. */
const brokenRecord = Buffer.concat([Buffer.from('1703030028', 'hex'), Buffer.alloc(40, 7)])

/** A socket within a stream of somebody's making, which may do something to what comes first. */
function streamOf(port: number, host: string, first = (chunk: Buffer) => chunk): Promise<Duplex> {
  const socket = dialTcp(port, host)
  const stream = new Duplex({
    read: nobody,
    write: (chunk: Buffer, _, done) => void socket.write(chunk, () => done()),
    final: (done) => void socket.end(() => done()),
    destroy: (error, done) => {
      socket.destroy()
      done(error)
    },
  })
  let firsts = 0
  socket.on('data', (chunk) => stream.push(firsts++ === 0 ? first(chunk) : chunk))
  socket.on('end', () => stream.push(null)).on('error', (error) => stream.destroy(error))
  return new Promise((resolve) => socket.once('connect', () => resolve(stream)))
}

/** Streams of dial hooks, which are no sockets, or sockets that never connect. */
export const streamCases: readonly HostileCase[] = [
  {
    name: 'a broken record behind the handshake of TLS, in a stream that tells of it at once',
    peer: nobody,
    tls: server,
    options: {
      tls: trusting,
      dial: ({ host, port }) => streamOf(port, host, (chunk) => Buffer.concat([chunk, brokenRecord])),
    },
    refused: { code: 'TLS_FAILED', phase: 'tls', retriable: true },
  },
  {
    name: 'a broker that stops in the handshake of TLS, in a stream that counts no bytes',
    peer: async (c) => {
      await c.bytes(5)
      c.socket.end(Buffer.from('160303007a0200', 'hex'))
    },
    options: { tls: trusting, dial: ({ host, port }) => streamOf(port, host) },
    refused: { code: 'TLS_FAILED', phase: 'tls', retriable: true },
  },
  {
    name: 'a plaintext listener, in a stream that counts no bytes',
    peer: async (c) => {
      await c.bytes(5)
      c.socket.end()
    },
    options: { tls: trusting, dial: ({ host, port }) => streamOf(port, host) },
    refused: { code: 'TLS_NOT_SPOKEN', phase: 'tls', retriable: true },
  },
  {
    name: 'a socket that is thrown away while it is still on its way',
    peer: nobody,
    options: {
      connectTimeout: 60_000,
      dial: () => {
        const socket = new Socket().connect({ host: 'never.test', port: 9, lookup: nobody })
        setImmediate(() => socket.destroy())
        return socket
      },
    },
    refused: { code: 'CONNECTION_CLOSED', phase: 'tcp', reason: 'peer-closed', retriable: true },
  },
  {
    name: 'a socket that was refused before it is given',
    peer: nobody,
    options: {
      dial: async () => {
        const socket = dialTcp(1, '127.0.0.1').on('error', nobody)
        await new Promise((resolve) => socket.once('close', resolve))
        return socket
      },
    },
    refused: { code: 'CONNECTION_REFUSED', phase: 'tcp', reason: 'connect-failed', message: /ECONNREFUSED/ },
  },
  ...(['end', 'destroy'] as const).map((method): HostileCase => ({
    name: `a stream whose ${method}() throws`,
    peer: async (c) => {
      await c.versions()
      c.metadata(await c.request())
      if (method === 'destroy') c.socket.end()
    },
    options: {
      dial: async ({ host, port }) => {
        const stream = await streamOf(port, host)
        const original = stream.destroy.bind(stream)
        stream[method] = () => {
          original()
          throw new Error('broken tunnel')
        }
        return stream
      },
    },
    act: (connection) => [connection.send(Metadata, { topics: [] })],
    outcomes: ['ok'],
    ...(method === 'destroy' && { ends: 'peer-closed' }),
  })),
  {
    name: 'a socket whose destroy() throws',
    peer: async (c) => {
      await c.versions()
      c.metadata(await c.request())
      c.socket.end()
    },
    options: {
      dial: ({ host, port }) => {
        const socket = dialTcp(port, host)
        const original = socket.destroy.bind(socket)
        socket.destroy = () => {
          original()
          throw new Error('broken tunnel')
        }
        return socket
      },
    },
    act: (connection) => [connection.send(Metadata, { topics: [] })],
    outcomes: ['ok'],
    ends: 'peer-closed',
  },
  {
    name: 'a certificate whose name would steer a terminal',
    peer: nobody,
    tls: createAuthority().client([['CN', `\x1b[2Jevil\n${'x'.repeat(50)}`]]),
    options: { tls: trusting },
    refused: { code: 'TLS_CERTIFICATE_UNTRUSTED', phase: 'tls', message: /CN=\\x1b\[2Jevil\\nx+ / },
  },
]
