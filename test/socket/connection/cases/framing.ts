import { Metadata } from 'ottla/messages'
import type { HostileCase } from '../hostile.js'
import { answerFrame, framed, int32, type PeerConnection } from '../peer.js'

/** Sends bytes as the answer to the first question. */
const first =
  (...bytes: readonly (Uint8Array | string)[]) =>
  async (c: PeerConnection): Promise<void> => {
    await c.request()
    for (const each of bytes) c.write(each)
    await c.gone()
  }

/** Sends bytes as the answer to the first ordinary request. */
const later =
  (...bytes: readonly (Uint8Array | string)[]) =>
  async (c: PeerConnection): Promise<void> => {
    await c.versions()
    await c.request()
    for (const each of bytes) c.write(each)
    await c.gone()
  }

const one: Pick<HostileCase, 'act'> = { act: (connection) => [connection.send(Metadata, { topics: [] })] }
const phase = 'api-versions'
const foreign = (name: string, bytes: Uint8Array | string, known: RegExp): HostileCase => ({
  name: `${name} in place of Kafka`,
  peer: first(bytes),
  refused: { code: 'NOT_KAFKA', phase, message: known, retriable: false },
})

/** Bytes that are no frames of Kafka's. */
export const framingCases: readonly HostileCase[] = [
  {
    name: 'W-18 a frame of −1 bytes',
    peer: first(int32(-1)),
    refused: { code: 'FRAME_TOO_SMALL', phase, reason: 'protocol-error', message: /claims -1 bytes/ },
  },
  { name: 'a frame of −2^31 bytes', peer: first(int32(-(2 ** 31))), refused: { code: 'FRAME_TOO_SMALL', phase } },
  {
    name: 'W-18 a frame of 2^31 − 1 bytes',
    peer: first(int32(2 ** 31 - 1)),
    refused: { code: 'FRAME_TOO_LARGE', phase },
  },
  {
    name: 'W-18 a frame one byte above the limit',
    peer: first(int32(512 * 1024 + 1)),
    refused: { code: 'FRAME_TOO_LARGE', phase, hint: /maxFrameSize/ },
  },
  {
    name: 'a frame at the limit of which nothing comes',
    peer: first(int32(512 * 1024)),
    refused: { code: 'CONNECT_TIMEOUT', phase },
  },
  { name: 'an empty frame', peer: first(int32(0)), refused: { code: 'FRAME_TOO_SMALL', phase } },
  { name: 'a frame of one byte', peer: first(framed('00')), refused: { code: 'FRAME_TOO_SMALL', phase } },
  { name: 'W-20 a frame of three bytes', peer: first(framed('7fffff')), refused: { code: 'FRAME_TOO_SMALL', phase } },
  {
    name: 'a frame with nothing but the correlation id',
    peer: first(framed('7ffffff8')),
    refused: { code: 'DECODE_FAILED', phase },
  },
  {
    name: 'half a header, then the end',
    peer: async (c) => {
      await c.request()
      c.socket.end(Buffer.from([0, 0]))
    },
    refused: { code: 'CONNECTION_CLOSED', phase },
  },
  {
    name: 'zeros without end',
    peer: async (c) => {
      await c.request()
      c.write(Buffer.alloc(1024 * 1024))
      await c.gone()
    },
    refused: { code: 'FRAME_TOO_SMALL', phase },
  },
  {
    name: 'ones without end',
    peer: async (c) => {
      await c.request()
      c.write(Buffer.alloc(1024 * 1024, 0xff))
      await c.gone()
    },
    refused: { code: 'FRAME_TOO_SMALL', phase },
  },
  {
    name: 'an answer that comes before the question',
    peer: (c) => void c.write(framed('00000009', '0000', '00000000')),
    options: { maxFrameSizeBeforeLogin: 64 },
    refused: { code: 'OUT_OF_SYNC', reason: 'out-of-sync' },
  },
  foreign('an HTTP server', 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n', /HTTP/),
  foreign('an HTML page', '<!DOCTYPE html><html></html>', /HTTP/),
  foreign('an SSH server', 'SSH-2.0-OpenSSH_9.2p1 Debian\r\n', /SSH/),
  foreign(
    'a PostgreSQL server',
    Buffer.from('E\0\0\0\x8bSFATAL\0VFATAL\0C0A000\0Munsupported frontend protocol 18.5\0\0', 'latin1'),
    /PostgreSQL/,
  ),
  foreign('a MySQL server', Buffer.from('4a0000000a382e302e333600', 'hex'), /MySQL/),
  foreign('a Redis server', "-ERR unknown command '\\x00\\x00', with args beginning with:\r\n", /Redis/),
  foreign('an AMQP broker', 'AMQP\0\0\x09\x01', /AMQP/),
  foreign('a NATS server', 'INFO {"server_id":"N"}\r\n', /NATS/),
  foreign('an SMTP server', '220 mail.example.org ESMTP Postfix\r\n', /SMTP/),
  foreign('an IMAP server', '* OK IMAP4rev1 ready\r\n', /IMAP/),
  foreign('a POP3 server', '+OK POP3 ready\r\n', /POP3/),
  foreign('some line of text', 'Welcome to the machine!\r\n', /text protocol/),
  {
    name: 'an SSH server that greets before it is asked',
    peer: (c) => void c.write('SSH-2.0-dropbear\r\n'),
    refused: { code: 'NOT_KAFKA', message: /SSH/ },
  },
  {
    name: 'a PostgreSQL server that says only N and hangs up',
    peer: async (c) => {
      await c.request()
      c.socket.end('N')
    },
    refused: { code: 'NOT_KAFKA', phase, message: /PostgreSQL/ },
  },
  {
    name: 'an HTTP/2 server that says nothing beyond its settings',
    peer: first('\x00\x00\x12\x04\x00\x00\x00\x00\x00'),
    options: { connectTimeout: 300 },
    refused: { code: 'NOT_KAFKA', phase, message: /HTTP\/2/, reason: 'protocol-error' },
  },
  {
    name: 'one letter of a greeting, then silence',
    peer: async (c) => {
      await c.request()
      c.write('SSH')
    },
    refused: { code: 'CONNECT_TIMEOUT', phase },
  },
  {
    name: 'random bytes',
    peer: first(Buffer.from('9f8a7c6b5d4e3f2a1b0c9d8e7f6a5b4c', 'hex')),
    refused: { code: 'FRAME_TOO_SMALL', phase },
  },
  {
    ...one,
    name: 'later: a frame of −1 bytes',
    peer: later(int32(-1)),
    outcomes: [{ code: 'CONNECTION_CLOSED', reason: 'protocol-error' }],
    ends: 'protocol-error',
  },
  {
    ...one,
    name: 'later: a frame above the limit',
    peer: later(int32(101 * 1024 * 1024)),
    outcomes: [{ code: 'CONNECTION_CLOSED', reason: 'protocol-error' }],
    ends: 'protocol-error',
  },
  {
    ...one,
    name: 'later: a frame of two bytes',
    peer: later(framed('0000')),
    outcomes: [{ code: 'CONNECTION_CLOSED', reason: 'protocol-error' }],
    ends: 'protocol-error',
  },
  {
    ...one,
    name: 'later: a frame that never becomes whole',
    peer: later(int32(90 * 1024 * 1024), Buffer.alloc(70_000)),
    outcomes: [{ code: 'REQUEST_TIMEOUT', reason: 'timeout' }],
    ends: 'timeout',
  },
  {
    ...one,
    name: 'later: plain text',
    peer: later('HTTP/1.1 200 OK\r\n\r\n'),
    outcomes: [{ code: 'CONNECTION_CLOSED' }],
    ends: 'protocol-error',
  },
  {
    name: 'later: a good answer and a broken header in one piece',
    peer: async (c) => {
      await c.versions()
      const request = await c.request()
      c.write(Buffer.concat([answerFrame(Metadata, request, Metadata.response.defaults()), int32(-1)]))
      await c.gone()
    },
    ...one,
    outcomes: ['ok'],
    ends: 'protocol-error',
  },
  {
    name: 'later: an answer of 1 MB in pieces of 1 kB',
    peer: async (c) => {
      await c.versions()
      const request = await c.request()
      const topics = [
        {
          errorCode: 0,
          name: 't',
          topicId: 'AAAAAAAAAAAAAAAAAAAAAA',
          isInternal: false,
          partitions: [],
          topicAuthorizedOperations: 0,
        },
      ]
      const brokers = Array.from({ length: 10_000 }, (_, nodeId) => ({
        nodeId,
        host: 'h'.repeat(90),
        port: 9092,
        rack: null,
      }))
      const bytes = answerFrame(Metadata, request, { ...Metadata.response.defaults(), brokers, topics })
      for (let at = 0; at < bytes.length; at += 1024) c.write(bytes.subarray(at, at + 1024))
      await c.gone()
    },
    ...one,
    options: { requestTimeout: 5_000 },
    outcomes: ['ok'],
  },
]
