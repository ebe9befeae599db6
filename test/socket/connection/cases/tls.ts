import { once } from 'node:events'
import { connect as dialTcp } from 'node:net'
import { authority, client, expired, other, server } from '../certificates.js'
import type { HostileCase } from '../hostile.js'

const nobody = (): void => undefined
const trusting = { ca: authority }
let asked: Promise<void> = Promise.resolve()
const afterAWhile = (): Promise<typeof trusting> => new Promise((resolve) => setTimeout(() => resolve(trusting), 100))

/** TLS that is not there, not meant, or not right. */
export const tlsCases: readonly HostileCase[] = [
  {
    name: 'a TLS client on a plaintext port',
    peer: async (c) => {
      await c.bytes(5)
      c.socket.end()
    },
    options: { tls: trusting },
    refused: { code: 'TLS_NOT_SPOKEN', phase: 'tls', hint: /plaintext listener/ },
  },
  {
    name: 'a TLS client at a peer that resets',
    peer: async (c) => {
      await c.bytes(5)
      c.reset()
    },
    options: { tls: trusting },
    refused: { code: 'TLS_NOT_SPOKEN', phase: 'tls' },
  },
  {
    name: 'a TLS client at an HTTP server',
    peer: (c) => void c.socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    options: { tls: trusting },
    refused: { code: 'TLS_NOT_SPOKEN', phase: 'tls' },
  },
  {
    name: 'a TLS client at a silent peer',
    peer: nobody,
    options: { tls: trusting },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'tls', hint: /plaintext listener/ },
  },
  {
    name: 'a TLS client that is aborted during the handshake',
    peer: nobody,
    options: () => ({ tls: trusting, signal: AbortSignal.timeout(60) }),
    refused: { code: 'ABORTED', phase: 'tls' },
  },
  ...Object.entries({
    refuses: () => new Error('not the one that is pinned'),
    throws: () => {
      throw new Error('not the one that is pinned')
    },
  }).map(([how, checkServerIdentity]): HostileCase => ({
    name: `a check of the certificate by the caller that ${how}`,
    peer: nobody,
    tls: server,
    options: { tls: { ...trusting, checkServerIdentity } },
    refused: { code: 'TLS_CERTIFICATE_UNTRUSTED', phase: 'tls', retriable: false, message: /pinned/ },
  })),
  {
    name: 'garbage in place of a ServerHello',
    peer: (c) => void c.write(Buffer.alloc(64, 0xa5)),
    options: { tls: trusting },
    refused: { code: 'TLS_NOT_SPOKEN', phase: 'tls' },
  },
  {
    name: 'a TLS alert in place of a ServerHello',
    peer: (c) => void c.write(Buffer.from('15030300020228', 'hex')),
    options: { tls: trusting },
    refused: { code: 'TLS_FAILED', phase: 'tls' },
  },
  {
    name: 'a plaintext client on a TLS port',
    peer: nobody,
    tls: server,
    refused: { code: 'CONNECTION_CLOSED', phase: 'api-versions', hint: /tls option/ },
  },
  {
    name: 'a TLS alert as first answer',
    peer: (c) => void c.write(Buffer.from('15030300020250', 'hex')),
    refused: { code: 'TLS_EXPECTED', phase: 'api-versions' },
  },
  {
    name: 'a certificate of an unknown authority',
    peer: nobody,
    tls: server,
    options: { tls: true },
    refused: {
      code: 'TLS_CERTIFICATE_UNTRUSTED',
      phase: 'tls',
      message: /CN=localhost < CN=Ottla test authority/,
      retriable: false,
    },
  },
  {
    name: 'a certificate for another name',
    peer: nobody,
    tls: other,
    options: { tls: trusting },
    refused: { code: 'TLS_HOSTNAME_MISMATCH', phase: 'tls', message: /CN=elsewhere/ },
  },
  {
    name: 'a certificate that has expired',
    peer: nobody,
    tls: expired,
    options: { tls: trusting },
    refused: { code: 'TLS_CERTIFICATE_EXPIRED', phase: 'tls', hint: /clock/ },
  },
  {
    name: 'a listener that wants a client certificate, TLS 1.3',
    peer: (c) => c.gone(),
    tls: { ...server, ca: authority, requestCert: true, rejectUnauthorized: true },
    options: { tls: trusting },
    refused: { code: 'TLS_CLIENT_CERTIFICATE_REFUSED', phase: 'tls' },
  },
  {
    name: 'a listener that wants a client certificate, TLS 1.2',
    peer: (c) => c.gone(),
    tls: { ...server, ca: authority, requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
    options: { tls: trusting },
    refused: { code: 'TLS_FAILED', phase: 'tls', hint: /client certificate/ },
  },
  {
    name: 'a listener that knows only other TLS versions',
    peer: nobody,
    tls: { ...server, minVersion: 'TLSv1.3' },
    options: { tls: { ...trusting, maxVersion: 'TLSv1.2' } },
    refused: { code: 'TLS_FAILED', phase: 'tls' },
  },
  {
    name: 'a client certificate that is right',
    peer: (c) => c.login(),
    tls: { ...server, ca: authority, requestCert: true, rejectUnauthorized: true },
    options: { tls: { ...trusting, ...client } },
  },
  {
    name: 'a tls function that fails',
    peer: nobody,
    tls: server,
    options: { tls: () => Promise.reject(new Error('vault is sealed')) },
    refused: { code: 'INVALID_ARGUMENT', phase: 'tls', message: /vault is sealed/ },
  },
  {
    name: 'a tls function that never answers',
    peer: nobody,
    tls: server,
    options: { tls: () => new Promise(() => undefined) },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'tls' },
  },
  {
    name: 'a peer that hangs up while a tls function is asked',
    peer: (c) => void c.socket.end(),
    options: { tls: afterAWhile },
    refused: {
      code: 'CONNECTION_CLOSED',
      phase: 'tls',
      reason: 'peer-closed',
      retriable: true,
      hint: /before the TLS handshake/,
    },
    later: () => afterAWhile().then(nobody),
  },
  {
    name: 'a peer that hangs up while a tls function is asked that never answers',
    peer: (c) => void c.socket.end(),
    options: { tls: () => new Promise(() => undefined) },
    refused: { code: 'CONNECTION_CLOSED', phase: 'tls', reason: 'peer-closed' },
  },
  {
    name: 'a peer that resets while a tls function is asked',
    peer: (c) => asked.then(() => c.reset()),
    options: () => {
      let ask = nobody
      asked = new Promise((resolve) => (ask = resolve))
      return { tls: () => (ask(), afterAWhile()) }
    },
    refused: { code: 'CONNECTION_RESET', phase: 'tls', reason: 'reset', retriable: true, message: /ECONNRESET/ },
    later: () => afterAWhile().then(nobody),
  },
  {
    name: 'an HTTP server that hangs up while a tls function is asked',
    peer: (c) => void c.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'),
    options: { tls: afterAWhile },
    refused: { code: 'TLS_NOT_SPOKEN', phase: 'tls' },
  },
  {
    name: 'half a record, then the end, while a tls function is asked',
    peer: (c) => void c.socket.end(Buffer.from('160303007a0200', 'hex')),
    options: { tls: afterAWhile },
    refused: { code: 'TLS_FAILED', phase: 'tls', reason: 'connect-failed', retriable: true },
  },
  {
    name: 'a dial hook whose socket was closed before it is given, for TLS',
    peer: nobody,
    options: {
      tls: trusting,
      dial: async ({ host, port }) => {
        const socket = dialTcp(port, host)
        await once(socket, 'connect')
        socket.destroy()
        await once(socket, 'close')
        return socket
      },
    },
    refused: { code: 'CONNECTION_CLOSED', phase: 'tcp', reason: 'peer-closed', retriable: true },
  },
  {
    name: 'a tls function that gives nothing',
    peer: nobody,
    tls: server,
    options: { tls: () => undefined as never },
    refused: { code: 'INVALID_ARGUMENT', phase: 'tls' },
  },
  {
    name: 'W-58 a tls function that gives a broken certificate',
    peer: nobody,
    tls: server,
    options: { tls: () => ({ cert: 'no certificate', key: 'no key' }) },
    refused: { code: 'INVALID_ARGUMENT', phase: 'tls' },
  },
  {
    name: 'a TLS connection that breaks in the middle of an answer',
    peer: async (c) => {
      await c.request()
      c.write(Buffer.from([0, 0, 0, 99, 1]))
      setTimeout(() => c.socket.destroy(), 20)
    },
    tls: server,
    options: { tls: trusting },
    refused: { code: 'CONNECTION_CLOSED', phase: 'api-versions' },
  },
  ...[
    { name: 'half a ServerHello, then silence', bytes: '160303007a0200', code: 'CONNECT_TIMEOUT' },
    { name: 'close_notify in place of a ServerHello', bytes: '15030300020100', code: 'TLS_FAILED' },
    { name: 'a handshake record that claims 2^14 bytes', bytes: '1603034000', code: 'CONNECT_TIMEOUT' },
    { name: 'a handshake record that claims too much', bytes: '160303ffff00', code: 'TLS_NOT_SPOKEN' },
    { name: 'application data before the handshake', bytes: '170303000401020304', code: 'TLS_NOT_SPOKEN' },
    { name: 'the ClientHello of another client', bytes: '16030100050100000100', code: 'TLS_NOT_SPOKEN' },
  ].map(({ name, bytes, code }): HostileCase => ({
    name,
    peer: async (c) => {
      await c.bytes(5)
      c.write(Buffer.from(bytes, 'hex'))
    },
    options: { tls: trusting },
    refused: { code, phase: 'tls' },
  })),
  {
    name: 'half a ServerHello, then the end',
    peer: async (c) => {
      await c.bytes(5)
      c.socket.end(Buffer.from('160303007a0200', 'hex'))
    },
    options: { tls: trusting },
    refused: { code: 'TLS_FAILED', phase: 'tls', reason: 'connect-failed', retriable: true },
  },
  {
    name: 'half a ServerHello, then a reset',
    peer: async (c) => {
      await c.bytes(5)
      c.socket.write(Buffer.from('160303007a0200', 'hex'), () => c.reset())
    },
    options: { tls: trusting },
    refused: { code: 'TLS_FAILED', phase: 'tls', reason: 'connect-failed', retriable: true },
  },
  {
    name: 'a ServerHello in single bytes, for ever',
    peer: async (c) => {
      await c.bytes(5)
      c.write(Buffer.from('1603034000', 'hex'))
      const timer = setInterval(() => c.write(Buffer.from([2])), 20)
      await c.gone().finally(() => clearInterval(timer))
    },
    options: { tls: trusting },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'tls' },
  },
  {
    name: 'close_notify in place of the first answer',
    peer: async (c) => {
      await c.request()
      c.socket.end()
    },
    tls: server,
    options: { tls: trusting },
    refused: { code: 'CONNECTION_CLOSED', phase: 'api-versions', reason: 'peer-closed' },
  },
  {
    name: 'close_notify once the connection is ready and idle',
    peer: async (c) => {
      await c.versions()
      c.socket.end()
    },
    tls: server,
    options: { tls: trusting },
    ends: 'peer-closed',
  },
]
