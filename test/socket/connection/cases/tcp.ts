import { once } from 'node:events'
import { connect as dialTcp } from 'node:net'
import { PassThrough, Writable } from 'node:stream'
import { inspect } from 'node:util'
import type { Lookup } from 'ottla'
import { turns, type HostileCase } from '../hostile.js'
import { ApiVersions, Metadata } from 'ottla/messages'
import { answerFrame, standardRanges } from '../peer.js'

const nobody = (): void => undefined
let givingUp = new AbortController()

/** Before a byte of Kafka's: names, addresses, sockets, proxies. */
export const tcpCases: readonly HostileCase[] = [
  {
    name: 'an unknown host',
    peer: nobody,
    options: { host: 'no-such-host.invalid' },
    refused: { code: 'DNS_NOT_FOUND', phase: 'dns', reason: 'connect-failed', retriable: true },
  },
  {
    name: 'a lookup that never answers',
    peer: nobody,
    options: { host: 'slow.test', lookup: nobody },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'dns', reason: 'timeout' },
  },
  {
    name: 'a lookup that answers twice',
    peer: (c) => c.login().then(() => c.serve()),
    options: {
      host: 'twice.test',
      lookup: (_, __, done) => {
        done(null, [{ address: '127.0.0.1', family: 4 }])
        done(new Error('again'), [])
      },
    },
  },
  {
    name: 'a lookup that gives nothing',
    peer: nobody,
    options: { host: 'empty.test', lookup: (_, __, done) => done(null, []) },
    refused: { code: 'DNS_NOT_FOUND', phase: 'dns' },
  },
  {
    name: 'a lookup that gives nonsense',
    peer: nobody,
    options: { host: 'odd.test', lookup: (_, __, done) => done(null, [{ address: 'not an address', family: 9 }]) },
    refused: { code: 'DNS_NOT_FOUND', phase: 'dns' },
  },
  {
    name: 'a lookup that throws',
    peer: nobody,
    options: {
      host: 'throws.test',
      lookup: () => {
        throw new Error('broken resolver')
      },
    },
    refused: { code: 'DNS_FAILED', phase: 'dns' },
  },
  {
    name: 'a name service that fails for now',
    peer: nobody,
    options: {
      host: 'later.test',
      lookup: (_, __, done) => done(Object.assign(new Error('try again'), { code: 'EAI_AGAIN' }), []),
    },
    refused: { code: 'DNS_FAILED', phase: 'dns', retriable: true },
  },
  {
    name: 'a closed port, by every address of the name',
    peer: nobody,
    options: {
      host: 'two.test',
      port: 1,
      lookup: (_, __, done) =>
        done(null, [
          { address: '127.0.0.1', family: 4 },
          { address: '127.0.0.2', family: 4 },
        ]),
    },
    refused: { code: 'CONNECTION_REFUSED', phase: 'tcp', message: /127\.0\.0\.1:1 .*127\.0\.0\.2:1/ },
  },
  {
    name: 'W-59 an address that refuses before one that accepts',
    peer: (c) => c.login(),
    options: {
      host: 'second.test',
      lookup: (_, __, done) =>
        done(null, [
          { address: '127.0.0.9', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
    },
  },
  {
    name: 'a reset as soon as it is accepted',
    peer: (c) => c.reset(),
    refused: { code: 'CONNECTION_RESET', reason: 'reset', retriable: true },
  },
  {
    name: 'an end as soon as it is accepted',
    peer: (c) => void c.socket.end(),
    refused: { code: 'CONNECTION_CLOSED', phase: 'api-versions', reason: 'peer-closed', hint: /TLS/ },
  },
  {
    name: 'silence',
    peer: nobody,
    refused: { code: 'CONNECT_TIMEOUT', phase: 'api-versions', reason: 'timeout', retriable: true },
  },
  {
    name: 'a byte every now and then, for ever',
    peer: async (c) => {
      await c.request()
      c.write(Buffer.from([0, 0, 1, 0]))
      const timer = setInterval(() => c.write(Buffer.from([0])), 20)
      await c.gone().finally(() => clearInterval(timer))
    },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'api-versions' },
  },
  {
    name: 'an echo',
    peer: (c) => void c.socket.on('data', (bytes: Buffer) => c.socket.write(bytes)),
    refused: { code: 'OUT_OF_SYNC', phase: 'api-versions' },
  },
  {
    name: 'a dial hook that throws',
    peer: nobody,
    options: {
      dial: () => {
        throw new Error('proxy is down')
      },
    },
    refused: { code: 'CONNECTION_FAILED', phase: 'tcp', message: /proxy is down/ },
  },
  {
    name: 'a dial hook that never answers',
    peer: nobody,
    options: { dial: () => new Promise(() => undefined) },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'tcp' },
  },
  {
    name: 'a dial hook that answers when nobody waits any more',
    peer: nobody,
    options: {
      dial: ({ host, port }) => new Promise((resolve) => setTimeout(() => resolve(dialTcp(port, host)), 500)),
    },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'tcp' },
    later: () => new Promise((resolve) => setTimeout(resolve, 300)),
  },
  {
    name: 'a dial hook that gives no stream',
    peer: nobody,
    options: { dial: () => ({}) as never },
    refused: { code: 'INVALID_ARGUMENT', phase: 'tcp' },
  },
  ...Object.entries({
    'a Writable': () => new Writable(),
    'something that can write and listen': () => ({ write: () => true, on: () => undefined }),
  }).map(([what, dial]): HostileCase => ({
    name: `a dial hook that gives ${what}`,
    peer: nobody,
    options: { dial: dial as never },
    refused: { code: 'INVALID_ARGUMENT', phase: 'tcp', reason: 'connect-failed' },
  })),
  {
    name: 'a dial hook whose socket is still on its way, and then refused',
    peer: nobody,
    options: { dial: () => dialTcp(1, '127.0.0.1') },
    refused: { code: 'CONNECTION_REFUSED', phase: 'tcp', reason: 'connect-failed', message: /ECONNREFUSED/ },
  },
  {
    name: 'a dial hook that pauses its socket, as after reading what a proxy said',
    peer: async (c) => {
      await c.versions()
      await c.serve()
    },
    options: { dial: ({ host, port }) => dialTcp(port, host).pause() },
    act: (connection) => [connection.send(Metadata, { topics: [] })],
    outcomes: ['ok'],
  },
  {
    name: 'an asynchronous lookup that fails',
    peer: nobody,
    options: { host: 'b.test', lookup: (() => Promise.reject(new Error('resolver is down'))) as unknown as Lookup },
    refused: { code: 'DNS_FAILED', phase: 'dns', message: /resolver is down/ },
  },
  {
    name: 'a lookup that fails with what is no error',
    peer: nobody,
    options: {
      host: 'b.test',
      lookup: ((_: string, __: object, done: (error: unknown) => void) => done('down')) as never,
    },
    refused: { code: 'DNS_FAILED', phase: 'dns', message: /: down/ },
  },
  {
    name: 'a lookup whose answer cannot be read',
    peer: nobody,
    options: {
      host: 'b.test',
      lookup: (_, __, done) => {
        const unreadable = {
          get address(): string {
            throw new Error('a lazy field')
          },
          family: 4,
        }
        setImmediate(() => done(null, [unreadable]))
      },
    },
    refused: { code: 'DNS_FAILED', phase: 'dns', message: /a lazy field/ },
  },
  {
    name: 'a lookup that knows addresses of the other family only',
    peer: nobody,
    options: { host: 'b.test', family: 4, lookup: (_, __, done) => done(null, [{ address: '::1', family: 6 }]) },
    refused: { code: 'DNS_NOT_FOUND', phase: 'dns' },
  },
  {
    name: 'a dial hook whose stream errs with what is no error',
    peer: nobody,
    options: {
      dial: () => {
        const stream = new PassThrough()
        stream.write = () => true
        setImmediate(() => stream.emit('error', 'torn'))
        return stream
      },
    },
    refused: { code: 'CONNECTION_RESET', phase: 'api-versions', message: /torn/ },
  },
  {
    name: 'a dial hook whose stream errs at once',
    peer: nobody,
    options: {
      dial: () => {
        const stream = new PassThrough()
        stream.destroy(new Error('tunnel broke'))
        return stream
      },
    },
    refused: { code: 'CONNECTION_RESET', phase: 'tcp', reason: 'reset', message: /tunnel broke/ },
  },
  {
    name: 'a dial hook whose stream swallows everything and says nothing of its end',
    peer: nobody,
    options: {
      dial: () => {
        const stream = new PassThrough({ emitClose: false })
        stream.write = () => true
        return stream
      },
    },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'api-versions' },
  },
  {
    name: 'a dial hook that goes through a server that hangs up',
    peer: (c) => void c.socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
    refused: { code: 'NOT_KAFKA', phase: 'api-versions', message: /HTTP/ },
  },
  {
    name: 'aborted before it began',
    peer: nobody,
    options: { signal: AbortSignal.abort(new Error('changed my mind')) },
    refused: { code: 'ABORTED', reason: 'aborted', retriable: false },
  },
  {
    name: 'aborted while the peer is silent',
    peer: async (c) => {
      await c.request()
      givingUp.abort()
    },
    options: () => {
      givingUp = new AbortController()
      return { signal: givingUp.signal }
    },
    refused: { code: 'ABORTED', phase: 'api-versions', reason: 'aborted' },
  },
  {
    name: 'half-closed by the peer in the middle of an answer',
    peer: async (c) => {
      await c.request()
      c.socket.end(Buffer.from([0, 0, 0, 60, 0x7f, 0xff, 0xff, 0xf8]))
    },
    refused: { code: 'CONNECTION_CLOSED', phase: 'api-versions', message: /in the middle of an answer/ },
  },
  {
    name: 'closed once the connection is ready and idle',
    peer: async (c) => {
      await c.versions()
      c.socket.end()
    },
    ends: 'peer-closed',
  },
  {
    name: 'reset once the connection is ready and idle',
    peer: async (c) => {
      await c.versions()
      setTimeout(() => c.reset(), 30)
    },
    ends: 'reset',
  },
  {
    name: 'an answer in single bytes',
    peer: async (c) => {
      const request = await c.request()
      const write = c.socket.write.bind(c.socket)
      const sent: Buffer[] = []
      c.socket.write = (bytes: Buffer) => sent.push(bytes) > 0
      c.sayVersions(request, standardRanges)
      for (const byte of Buffer.concat(sent)) {
        write(Buffer.from([byte]))
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  },
  ...[1, 3, 4, 5, 7, 8, 9, 12, 15].map((size): HostileCase => ({
    name: `a reset after ${String(size)} bytes of the first answer`,
    peer: async (c) => {
      const answer = answerFrame(ApiVersions, await c.request(), ApiVersions.response.defaults())
      c.write(answer.subarray(0, size))
      setTimeout(() => c.reset(), 20)
      await c.gone()
    },
    refused: { code: 'CONNECTION_RESET', phase: 'api-versions', reason: 'reset' },
  })),
  {
    name: 'a lookup that gives 300 addresses that all refuse',
    peer: nobody,
    options: {
      host: 'many.test',
      port: 1,
      lookup: (_, __, done) =>
        done(
          null,
          Array.from({ length: 300 }, (_, i) => ({ address: `127.0.1.${String(i % 250)}`, family: 4 })),
        ),
    },
    refused: { code: 'CONNECTION_REFUSED', phase: 'tcp' },
  },
  {
    name: 'a dial hook whose stream is destroyed already',
    peer: nobody,
    options: { dial: () => new PassThrough().destroy() },
    refused: { code: 'CONNECTION_CLOSED', phase: 'tcp' },
  },
  {
    name: 'a dial hook whose stream has ended already',
    peer: nobody,
    options: { dial: () => new PassThrough().end() },
    refused: { code: 'CONNECTION_CLOSED', phase: 'tcp' },
  },
  {
    name: 'a dial hook whose socket was closed long before it is given',
    peer: nobody,
    options: {
      dial: async ({ host, port }) => {
        const socket = dialTcp(port, host)
        await once(socket, 'connect')
        socket.destroy()
        await once(socket, 'close')
        return socket
      },
    },
    refused: {
      code: 'CONNECTION_CLOSED',
      phase: 'tcp',
      reason: 'peer-closed',
      retriable: true,
      hint: /function given as dial/,
    },
  },
  {
    name: 'a dial hook whose socket the peer ended before it is given',
    peer: (c) => void c.socket.end(),
    options: {
      dial: async ({ host, port }) => {
        const socket = dialTcp({ port, host, allowHalfOpen: true }).resume()
        await once(socket, 'end')
        return socket
      },
    },
    refused: { code: 'CONNECTION_CLOSED', phase: 'tcp', reason: 'peer-closed', hint: /function given as dial/ },
  },
  {
    name: 'a dial hook whose socket was reset before it is given',
    peer: (c) => c.reset(),
    options: {
      dial: async ({ host, port }) => {
        const socket = dialTcp(port, host).on('error', () => undefined)
        await new Promise((resolve) => socket.once('close', resolve))
        return socket
      },
    },
    refused: { code: 'CONNECTION_RESET', phase: 'tcp', reason: 'reset', retriable: true, message: /ECONNRESET/ },
  },
  ...[undefined, null, 5, {}].map((given): HostileCase => ({
    name: `a dial hook that gives ${inspect(given)} once it is aborted`,
    peer: nobody,
    options: () => ({
      signal: AbortSignal.timeout(30),
      dial: async ({ signal }) => {
        await once(signal, 'abort')
        return given as never
      },
    }),
    refused: { code: 'ABORTED', phase: 'tcp' },
    later: () => turns(3),
  })),
  {
    name: 'a dial hook whose stream gives text',
    peer: (c) => void c.write('SSH-2.0-dropbear\r\n'),
    options: { dial: ({ host, port }) => dialTcp(port, host).setEncoding('utf8') },
    refused: { code: 'INVALID_ARGUMENT', phase: 'tcp', reason: 'connect-failed', message: /setEncoding/ },
  },
  {
    name: 'a dial hook whose stream gives text later on',
    peer: (c) => void c.write('SSH-2.0-dropbear\r\n'),
    options: {
      dial: ({ host, port }) => {
        const socket = dialTcp(port, host)
        socket.once('connect', () => setImmediate(() => socket.setEncoding('utf8')))
        return socket
      },
    },
    refused: { code: 'CONNECTION_RESET', phase: 'api-versions', message: /setEncoding/ },
  },
  {
    name: 'a dial hook whose stream gives objects',
    peer: nobody,
    options: {
      dial: () => {
        const stream = new PassThrough({ objectMode: true })
        stream.write = () => true
        setImmediate(() => stream.push({ hello: 'world' }))
        return stream
      },
    },
    refused: { code: 'CONNECTION_RESET', phase: 'api-versions', message: /objectMode/ },
  },
  {
    name: 'a dial hook whose stream throws when it is written to',
    peer: nobody,
    options: {
      dial: () => {
        const stream = new PassThrough()
        stream.write = () => {
          throw new Error('broken tunnel')
        }
        return stream
      },
    },
    refused: { code: 'CONNECTION_RESET', phase: 'api-versions' },
  },
]
