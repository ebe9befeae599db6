import { Metadata, SaslHandshake } from 'ottla/messages'
import { plain, scramSha256, type ClientMechanism } from 'ottla'
import { secret, type HostileCase } from '../hostile.js'
import { answerFrame, framed, int32, standardRanges, type PeerConnection, type Ranges } from '../peer.js'

const sasl = plain({ username: 'alice', password: secret })
const phase = 'sasl-handshake'
const handshake =
  (mechanisms: readonly string[], errorCode: number) =>
  async (c: PeerConnection): Promise<void> => {
    await c.versions()
    await c.handshake(mechanisms, errorCode)
    c.socket.end()
  }
const without = (...keys: readonly number[]): Ranges => standardRanges.filter(([key]) => !keys.includes(key))

/** What may come of the question for a mechanism. */
export const handshakeCases: readonly HostileCase[] = [
  {
    name: 'W-30 a mechanism that is not enabled',
    peer: handshake(['SCRAM-SHA-512', 'OAUTHBEARER'], 33),
    options: { sasl },
    refused: {
      code: 'UNSUPPORTED_MECHANISM',
      phase,
      reason: 'authentication-refused',
      retriable: false,
      message: /PLAIN.*SCRAM-SHA-512, OAUTHBEARER/,
    },
  },
  {
    name: 'error 33 without a list',
    peer: handshake([], 33),
    options: { sasl },
    refused: { code: 'UNSUPPORTED_MECHANISM', phase },
  },
  {
    name: 'error 33 that lists what was asked for',
    peer: handshake(['PLAIN'], 33),
    options: { sasl },
    refused: { code: 'UNSUPPORTED_MECHANISM', phase },
  },
  {
    name: 'no error, but a list without the mechanism',
    peer: handshake(['GSSAPI'], 0),
    options: { sasl },
    refused: { code: 'UNSUPPORTED_MECHANISM', phase, message: /GSSAPI/ },
  },
  {
    name: 'a listener without a login',
    peer: handshake([], 34),
    options: { sasl },
    refused: { code: 'ILLEGAL_SASL_STATE', phase, hint: /PLAINTEXT/ },
  },
  {
    name: 'an error code that nobody knows',
    peer: handshake([], 999),
    options: { sasl },
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /999/ },
  },
  {
    name: 'a list of mechanisms, the second of which is enabled',
    peer: async (c, index) => {
      await c.versions()
      if (index === 0) {
        await c.handshake(['PLAIN'], 33)
        c.socket.end()
      } else {
        await c.handshake(['PLAIN'])
        await c.authenticate()
        await c.serve()
      }
    },
    options: { sasl: [scramSha256({ username: 'alice', password: secret }), sasl] },
    act: (connection) => [connection.send(Metadata, { topics: [] })],
    outcomes: ['ok'],
  },
  {
    name: 'a list of mechanisms, none of which is enabled',
    peer: handshake(['GSSAPI'], 33),
    options: { sasl: [scramSha256({ username: 'alice', password: secret }), sasl] },
    refused: { code: 'UNSUPPORTED_MECHANISM', phase, message: /GSSAPI/ },
  },
  {
    name: 'a broker that changes its mind about the list',
    peer: (c, index) => handshake(index === 0 ? ['PLAIN'] : ['SCRAM-SHA-256'], 33)(c),
    options: { sasl: [scramSha256({ username: 'alice', password: secret }), sasl] },
    refused: { code: 'UNSUPPORTED_MECHANISM', phase },
  },
  {
    name: 'a hang-up in place of an answer',
    peer: async (c) => {
      await c.versions()
      await c.request()
      c.socket.end()
    },
    options: { sasl },
    refused: { code: 'CONNECTION_CLOSED', phase, reason: 'peer-closed', retriable: true },
  },
  {
    name: 'silence in place of an answer',
    peer: async (c) => {
      await c.versions()
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'CONNECT_TIMEOUT', phase },
  },
  {
    name: 'an answer to another request',
    peer: async (c) => {
      await c.versions()
      await c.request()
      c.answer({ id: 1, version: 1 }, SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN'] })
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'OUT_OF_SYNC', phase },
  },
  {
    name: 'an answer that is cut short',
    peer: async (c) => {
      await c.versions()
      const { id } = await c.request()
      c.write(framed(int32(id), '0000', '00000002', '0005504c41'))
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'DECODE_FAILED', phase },
  },
  ...[
    { name: 'a list that is null', bytes: ['0000', 'ffffffff'] },
    { name: 'a list of −2^31 mechanisms', bytes: ['0000', '80000000'] },
    { name: 'a mechanism of −256 bytes', bytes: ['0000', '00000001', 'ff00'] },
    { name: 'a mechanism that is no UTF-8', bytes: ['0000', '00000001', '0002', 'ff80'] },
    { name: 'bytes behind the list', bytes: ['0000', '00000000', '00'] },
    { name: 'half an error code', bytes: ['00'] },
  ].map(({ name, bytes }): HostileCase => ({
    name,
    peer: async (c) => {
      await c.versions()
      const { id } = await c.request()
      c.write(framed(int32(id), ...bytes))
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'DECODE_FAILED', phase, reason: 'protocol-error' },
  })),
  {
    name: 'an answer with the correlation id of the question before',
    peer: async (c) => {
      const { id } = await c.versions()
      const { version } = await c.request()
      c.answer({ id, version }, SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN'] })
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'OUT_OF_SYNC', phase },
  },
  {
    name: 'the answer twice, in one piece',
    peer: async (c) => {
      await c.versions()
      const answer = answerFrame(SaslHandshake, await c.request(), { errorCode: 0, mechanisms: ['PLAIN'] })
      c.write(Buffer.concat([answer, answer]))
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'OUT_OF_SYNC', reason: 'out-of-sync' },
  },
  {
    name: 'an answer in single bytes that takes longer than the connect may',
    peer: async (c) => {
      await c.versions()
      const answer = answerFrame(SaslHandshake, await c.request(), { errorCode: 0, mechanisms: ['PLAIN'] })
      let at = 0
      const timer = setInterval(() => c.write(answer.subarray(at, ++at)), 60)
      await c.gone().finally(() => clearInterval(timer))
    },
    options: { sasl },
    refused: { code: 'CONNECT_TIMEOUT', phase },
  },
  {
    name: 'mechanisms without a name',
    peer: handshake(['', ''], 33),
    options: { sasl },
    refused: { code: 'UNSUPPORTED_MECHANISM', phase },
  },
  {
    name: 'a mechanism whose refusal fails, and a hang-up after its bare token',
    peer: async (c) => {
      await c.versions([...without(17, 36), [17, 0, 0]])
      await c.handshake()
      await c.frame()
      c.socket.end()
    },
    options: {
      sasl: {
        name: 'PLAIN',
        start: () => ({
          next: () => ({ token: Buffer.from('x'), done: true }),
          refused: () => {
            throw new Error('no words')
          },
        }),
      },
    },
    refused: { code: 'AUTHENTICATION_FAILED', phase: 'sasl-exchange', message: /no words/ },
  },
  {
    name: 'a list that claims 2^31 − 1 mechanisms',
    peer: async (c) => {
      await c.versions()
      const { id } = await c.request()
      c.write(framed(int32(id), '0021', '7fffffff'))
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'DECODE_FAILED', phase },
  },
  {
    name: '5,000 mechanisms',
    peer: handshake(
      Array.from({ length: 5_000 }, (_, i) => `M${String(i)}`),
      33,
    ),
    options: { sasl },
    refused: { code: 'UNSUPPORTED_MECHANISM', phase },
  },
  {
    name: 'a SaslHandshake that is too new',
    peer: async (c) => {
      await c.versions([...without(17), [17, 7, 9]])
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'UNSUPPORTED_VERSION', phase: 'sasl-handshake', message: /SaslHandshake.*the broker 7 to 9/ },
  },
  {
    name: 'a SaslAuthenticate that is too new',
    peer: async (c) => {
      await c.versions([...without(36), [36, 7, 9]])
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'UNSUPPORTED_VERSION', phase: 'sasl-handshake', message: /SaslAuthenticate.*the broker 7 to 9/ },
  },
  {
    name: 'no SaslAuthenticate: handshake version 1, then bare tokens',
    peer: async (c) => {
      await c.versions(without(36))
      await c.handshake()
      await c.frame()
      c.write(framed())
      await c.serve()
    },
    options: { sasl },
    act: (connection) => [connection.send(Metadata, { topics: [] })],
    outcomes: ['ok'],
  },
  {
    name: 'neither SaslHandshake nor SaslAuthenticate in the list',
    peer: async (c) => {
      await c.versions(without(17, 36))
      await c.handshake()
      await c.frame()
      c.write(framed())
      await c.gone()
    },
    options: { sasl },
  },
  {
    name: 'W-31 a wrong password, refused by a hang-up after a bare token',
    peer: async (c) => {
      await c.versions([...without(17, 36), [17, 0, 0]])
      await c.handshake()
      await c.frame()
      c.socket.end()
    },
    options: { sasl },
    refused: {
      code: 'AUTHENTICATION_FAILED',
      phase: 'sasl-exchange',
      reason: 'authentication-refused',
      hint: /password/,
    },
  },
  {
    name: 'a wrong password, refused by a reset after a bare token',
    peer: async (c) => {
      await c.versions([...without(17, 36), [17, 0, 0]])
      await c.handshake()
      await c.frame()
      c.reset()
    },
    options: { sasl },
    refused: { code: 'AUTHENTICATION_FAILED', phase: 'sasl-exchange' },
  },
  {
    name: 'a hang-up on a request, after a login by bare tokens that succeeded',
    peer: async (c) => {
      await c.versions([...without(17, 36), [17, 0, 0]])
      await c.handshake()
      await c.frame()
      c.write(framed())
      await c.request()
      c.socket.end()
    },
    options: { sasl },
    act: (connection) => [connection.send(Metadata, { topics: [] })],
    outcomes: [{ code: 'CONNECTION_CLOSED', reason: 'peer-closed' }],
    ends: 'peer-closed',
  },
  {
    name: 'a bare token that is too large',
    peer: async (c) => {
      await c.versions([...without(17, 36), [17, 0, 0]])
      await c.handshake()
      await c.frame()
      c.write(int32(512 * 1024 + 1))
      await c.gone()
    },
    options: { sasl },
    refused: { code: 'FRAME_TOO_LARGE', phase: 'sasl-exchange' },
  },
]

/** A mechanism of somebody else's making, which does `next` on every step. */
function odd(
  next: ReturnType<ClientMechanism['start']> extends infer _ ? (step: number) => unknown : never,
): ClientMechanism {
  return {
    name: 'PLAIN',
    start: () => {
      let step = 0
      return { next: () => next(step++) as never }
    },
  }
}

const accepting = async (c: PeerConnection): Promise<void> => {
  await c.versions()
  await c.handshake()
  for (;;) await c.authenticate()
}

/** Mechanisms that misbehave themselves. */
export const mechanismCases: readonly HostileCase[] = [
  {
    name: 'W-32 a mechanism that throws at once',
    peer: accepting,
    options: {
      sasl: {
        name: 'PLAIN',
        start: () => {
          throw new Error('no ticket')
        },
      },
    },
    refused: {
      code: 'AUTHENTICATION_FAILED',
      phase: 'sasl-exchange',
      message: /no ticket/,
      reason: 'authentication-refused',
    },
  },
  {
    name: 'W-32 a mechanism that throws something that is no error',
    peer: accepting,
    options: {
      sasl: odd(() => {
        throw 'text'
      }),
    },
    refused: { code: 'AUTHENTICATION_FAILED', phase: 'sasl-exchange' },
  },
  {
    name: 'a mechanism that never starts',
    peer: accepting,
    options: { sasl: { name: 'PLAIN', start: () => new Promise(() => undefined) } },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'sasl-exchange', hint: /credentials/ },
  },
  {
    name: 'a mechanism that never makes its next step',
    peer: accepting,
    options: { sasl: odd(() => new Promise(() => undefined)) },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'sasl-exchange' },
  },
  {
    name: 'a mechanism that rejects long after the connection has ended',
    peer: accepting,
    options: {
      sasl: odd(() => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 500))),
    },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'sasl-exchange' },
    later: () => new Promise((resolve) => setTimeout(resolve, 300)),
  },
  {
    name: 'a mechanism that gives no step',
    peer: accepting,
    options: { sasl: odd(() => undefined) },
    refused: { code: 'AUTHENTICATION_FAILED', phase: 'sasl-exchange' },
  },
  {
    name: 'a mechanism that is never done',
    peer: accepting,
    options: { sasl: odd(() => ({ token: Buffer.from('x'), done: false })) },
    refused: { code: 'CONNECT_TIMEOUT', phase: 'sasl-exchange' },
  },
  {
    name: 'a mechanism that says nothing and is done',
    peer: accepting,
    options: { sasl: odd(() => ({ done: true })) },
  },
  {
    name: 'a hang-up while the mechanism is thinking',
    peer: async (c) => {
      await c.versions()
      await c.handshake()
      c.socket.end()
    },
    options: { sasl: odd(() => new Promise(() => undefined)) },
    refused: { code: 'CONNECTION_CLOSED', phase: 'sasl-exchange', reason: 'peer-closed' },
  },
  {
    name: 'W-40 a last token that expects no answer, bare',
    peer: async (c) => {
      await c.versions(without(36))
      await c.handshake()
      await c.frame()
      c.write(framed('aa'))
      await c.frame()
      await c.serve()
    },
    options: { sasl: odd((step) => ({ token: Buffer.from([step]), done: step === 1 })) },
    act: (connection) => [connection.send(Metadata, { topics: [] })],
    outcomes: ['ok'],
  },
]
