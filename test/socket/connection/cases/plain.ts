import { plain, type ConnectOptions } from 'ottla'
import { Metadata, SaslAuthenticate } from 'ottla/messages'
import { secret, type HostileCase } from '../hostile.js'
import { answerFrame, framed, int32, type PeerConnection } from '../peer.js'

export const phase = 'sasl-exchange'
export const opened = async (c: PeerConnection, mechanism: string): Promise<void> => {
  await c.versions()
  await c.handshake([mechanism])
}
const asPlain: Partial<ConnectOptions> = { sasl: plain({ username: 'alice', password: secret }) }

/** Answers each SaslAuthenticate in turn, by text or by a function of the client's message. */
export const talking =
  (mechanism: string, ...answers: readonly (string | ((message: string) => string))[]) =>
  async (c: PeerConnection): Promise<void> => {
    await opened(c, mechanism)
    for (const answer of answers) {
      const request = await c.request()
      const text = typeof answer === 'string' ? answer : answer(request.frame.toString('latin1'))
      const whole = { errorCode: 0, errorMessage: null, authBytes: Buffer.from(text), sessionLifetimeMs: 0n }
      c.answer(request, SaslAuthenticate, whole)
    }
    await c.gone()
  }

export const refusing =
  (mechanism: string, errorMessage: string | null, errorCode = 58) =>
  async (c: PeerConnection): Promise<void> => {
    await opened(c, mechanism)
    await c.authenticate({ errorCode, errorMessage })
    c.socket.end()
  }

const yes =
  (answer: Parameters<PeerConnection['authenticate']>[0]) =>
  async (c: PeerConnection): Promise<void> => {
    await opened(c, 'PLAIN')
    await c.authenticate(answer)
    await c.gone()
  }

export const plainCases: readonly HostileCase[] = [
  {
    name: 'a wrong password',
    peer: refusing('PLAIN', 'Authentication failed: Invalid username or password'),
    options: asPlain,
    refused: {
      code: 'AUTHENTICATION_FAILED',
      phase,
      reason: 'authentication-refused',
      retriable: false,
      message: /^Authentication failed: Invalid username or password$/,
    },
  },
  {
    name: 'a refusal without a text',
    peer: refusing('PLAIN', null),
    options: asPlain,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /^SASL Authentication failed\.$/ },
  },
  {
    name: 'a refusal with an empty text',
    peer: refusing('PLAIN', ''),
    options: asPlain,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /^SASL Authentication failed\.$/ },
  },
  {
    name: 'a refusal with a text of 30,000 letters',
    peer: refusing('PLAIN', 'x'.repeat(30_000)),
    options: asPlain,
    refused: { code: 'AUTHENTICATION_FAILED', phase },
  },
  {
    name: 'error 34',
    peer: refusing('PLAIN', 'state', 34),
    options: asPlain,
    refused: { code: 'ILLEGAL_SASL_STATE', phase, message: /^state$/ },
  },
  {
    name: 'an error code that nobody knows',
    peer: refusing('PLAIN', null, 777),
    options: asPlain,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /777/ },
  },
  { name: 'a challenge that nobody asked for', peer: talking('PLAIN', 'what?'), options: asPlain },
  {
    name: 'W-42 null in place of the last bytes',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      const { id } = await c.request()
      c.write(framed(int32(id), '00', '0000', '00', '00', '0000000000000000', '00'))
      await c.gone()
    },
    options: asPlain,
  },
  {
    name: 'a hang-up in place of an answer',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      await c.request()
      c.socket.end()
    },
    options: asPlain,
    refused: { code: 'CONNECTION_CLOSED', phase, reason: 'peer-closed', retriable: true, hint: /credentials/ },
  },
  {
    name: 'silence in place of an answer',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      await c.gone()
    },
    options: asPlain,
    refused: { code: 'CONNECT_TIMEOUT', phase },
  },
  {
    name: 'an answer in a correlation id of ordinary requests',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      await c.request()
      c.answer({ id: 1, version: 2 }, SaslAuthenticate, SaslAuthenticate.response.defaults())
      await c.gone()
    },
    options: asPlain,
    refused: { code: 'OUT_OF_SYNC', phase },
  },
  { name: 'a lifetime of −1 ms', peer: (c) => c.login(-1n).then(() => c.gone()), options: asPlain },
  {
    name: 'a lifetime of 2^63 − 1 ms',
    peer: (c) => c.login(2n ** 63n - 1n).then(() => c.serve()),
    options: asPlain,
    act: (c) => [c.send(Metadata, { topics: [] })],
    outcomes: ['ok'],
  },
  {
    name: 'a password function that fails',
    peer: (c) => opened(c, 'PLAIN').then(() => c.gone()),
    options: { sasl: plain({ username: 'alice', password: () => Promise.reject(new Error('vault is sealed')) }) },
    refused: { code: 'CREDENTIALS_UNAVAILABLE', phase },
  },
  {
    name: 'a password function that never answers',
    peer: (c) => opened(c, 'PLAIN').then(() => c.gone()),
    options: { sasl: plain({ username: 'alice', password: () => new Promise<string>(() => undefined) }) },
    refused: { code: 'CONNECT_TIMEOUT', phase },
  },
  {
    name: 'a password function that gives no text',
    peer: (c) => opened(c, 'PLAIN').then(() => c.gone()),
    options: { sasl: plain({ username: 'alice', password: () => undefined as never }) },
    refused: { code: 'CREDENTIALS_UNAVAILABLE', phase },
  },
  { name: 'success, with a text for an error', peer: yes({ errorMessage: 'all is well' }), options: asPlain },
  {
    name: 'success, with 400 kB that nobody asked for',
    peer: yes({ authBytes: Buffer.alloc(400_000) }),
    options: asPlain,
  },
  { name: 'a lifetime of −2^63 ms', peer: yes({ sessionLifetimeMs: -(2n ** 63n) }), options: asPlain },
  {
    name: 'an error below 0',
    peer: refusing('PLAIN', null, -1),
    options: asPlain,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /-1/ },
  },
  {
    name: 'bytes of a length beyond the frame',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      const { id } = await c.request()
      c.write(framed(int32(id), '00', '0000', '00', 'ffffffff0f'))
      await c.gone()
    },
    options: asPlain,
    refused: { code: 'DECODE_FAILED', phase },
  },
  {
    name: 'the answer twice, in one piece',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      const answer = answerFrame(SaslAuthenticate, await c.request(), SaslAuthenticate.response.defaults())
      c.write(Buffer.concat([answer, answer]))
      await c.gone()
    },
    options: asPlain,
    refused: { code: 'OUT_OF_SYNC', reason: 'out-of-sync' },
  },
  {
    name: 'the answer twice, one after the other',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      const request = await c.request()
      c.answer(request, SaslAuthenticate, SaslAuthenticate.response.defaults())
      setTimeout(() => c.answer(request, SaslAuthenticate, SaslAuthenticate.response.defaults()), 30)
      await c.gone()
    },
    options: asPlain,
    ends: 'out-of-sync',
  },
  {
    name: 'half an answer, then the end',
    peer: async (c) => {
      await opened(c, 'PLAIN')
      const answer = answerFrame(SaslAuthenticate, await c.request(), SaslAuthenticate.response.defaults())
      c.socket.end(answer.subarray(0, -3))
    },
    options: asPlain,
    refused: { code: 'CONNECTION_CLOSED', phase, reason: 'peer-closed', message: /in the middle of an answer/ },
  },
]
