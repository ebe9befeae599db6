import { oauthBearer, plain, scramSha256, type ConnectOptions } from 'ottla'
import { Metadata, SaslAuthenticate } from 'ottla/messages'
import { secret, type HostileCase } from '../hostile.js'
import { framed, int32, type PeerConnection } from '../peer.js'

const phase = 'sasl-exchange'
const opened = async (c: PeerConnection, mechanism: string): Promise<void> => {
  await c.versions()
  await c.handshake([mechanism])
}
const asPlain: Partial<ConnectOptions> = { sasl: plain({ username: 'alice', password: secret }) }

/** Answers each SaslAuthenticate in turn, by text or by a function of the client's message. */
const talking =
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

const refusing =
  (mechanism: string, errorMessage: string | null, errorCode = 58) =>
  async (c: PeerConnection): Promise<void> => {
    await opened(c, mechanism)
    await c.authenticate({ errorCode, errorMessage })
    c.socket.end()
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
    refused: { code: 'AUTHENTICATION_FAILED', phase },
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
]

const asScram: Partial<ConnectOptions> = { sasl: scramSha256({ username: 'alice', password: secret }) }
const salt = Buffer.from('salt-of-alice').toString('base64')
const nonceOf = (message: string): string => /r=([^,\0]+)/.exec(message)?.[1] ?? ''
const serverFirst =
  (change: (nonce: string) => string) =>
  (message: string): string =>
    change(nonceOf(message))
const good = serverFirst((nonce) => `r=${nonce}SERVER,s=${salt},i=4096`)
const scram = 'SCRAM-SHA-256'
const invalid = { code: 'SASL_MESSAGE_INVALID', phase, reason: 'authentication-refused' } as const

export const scramCases: readonly HostileCase[] = [
  {
    name: 'an unknown user',
    peer: refusing(
      scram,
      'Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-256',
    ),
    options: asScram,
    refused: { code: 'AUTHENTICATION_FAILED', phase },
  },
  { name: 'an empty server-first', peer: talking(scram, ''), options: asScram, refused: { ...invalid } },
  { name: 'garbage as server-first', peer: talking(scram, '\x00\xff\x80'), options: asScram, refused: { ...invalid } },
  {
    name: 'a nonce that is not ours',
    peer: talking(scram, `r=evil,s=${salt},i=4096`),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'W-49 a salt that is no base64',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=!!!,i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'no salt',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'W-47 one iteration',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${salt},i=1`),
    ),
    options: asScram,
    refused: { code: 'SASL_MESSAGE_INVALID', phase },
  },
  {
    name: 'W-47 2^31 − 1 iterations',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${salt},i=2147483647`),
    ),
    options: asScram,
    refused: { code: 'SASL_MESSAGE_INVALID', phase },
  },
  {
    name: 'iterations of 400 digits',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${salt},i=${'9'.repeat(400)}`),
    ),
    options: asScram,
    refused: { code: 'SASL_MESSAGE_INVALID', phase },
  },
  {
    name: 'W-48 an extension that must be understood',
    peer: talking(
      scram,
      serverFirst((nonce) => `m=x,r=${nonce}x,s=${salt},i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'W-48 attributes in another order',
    peer: talking(
      scram,
      serverFirst((nonce) => `s=${salt},r=${nonce}x,i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'a server that cannot prove itself',
    peer: talking(scram, good, `v=${Buffer.alloc(32).toString('base64')}`),
    options: asScram,
    refused: { code: 'SERVER_NOT_AUTHENTIC', phase },
  },
  {
    name: 'W-49 a signature of the wrong length',
    peer: talking(scram, good, 'v=AAAA'),
    options: asScram,
    refused: { code: 'SERVER_NOT_AUTHENTIC', phase },
  },
  {
    name: 'W-46 an error of the server',
    peer: talking(scram, good, 'e=unknown-user'),
    options: asScram,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /unknown-user/ },
  },
  {
    name: 'success without a proof',
    peer: talking(scram, good, ''),
    options: asScram,
    refused: { phase, code: 'SASL_MESSAGE_INVALID' },
  },
  {
    name: 'success after the first message',
    peer: talking(scram, 'v=AAAA'),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'a hang-up after the first message',
    peer: async (c) => {
      await opened(c, scram)
      await c.request()
      c.socket.end()
    },
    options: asScram,
    refused: { code: 'CONNECTION_CLOSED', phase },
  },
  {
    name: 'a wrong password at the last message',
    peer: async (c) => {
      await opened(c, scram)
      const r = await c.request()
      c.answer(r, SaslAuthenticate, {
        ...SaslAuthenticate.response.defaults(),
        authBytes: Buffer.from(good(r.frame.toString('latin1'))),
      })
      await c.authenticate({ errorCode: 58, errorMessage: 'no' })
      c.socket.end()
    },
    options: asScram,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /^no$/ },
  },
]

const asBearer: Partial<ConnectOptions> = { sasl: oauthBearer({ token: secret, allowPlaintext: true }) }
const bearer = 'OAUTHBEARER'
const challenge =
  (json: string) =>
  async (c: PeerConnection): Promise<void> => {
    await opened(c, bearer)
    await c.authenticate({ authBytes: Buffer.from(json) })
    const request = await c.request()
    if (!request.frame.subarray(-3).equals(Buffer.from([2, 1, 0]))) throw new Error('0x01 is due')
    c.answer(request, SaslAuthenticate, {
      errorCode: 58,
      errorMessage: json,
      authBytes: Buffer.alloc(0),
      sessionLifetimeMs: 0n,
    })
    c.socket.end()
  }

export const oauthBearerCases: readonly HostileCase[] = [
  {
    name: 'W-52 a rejected token',
    peer: challenge('{"status":"invalid_token"}'),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase, message: /invalid_token/, reason: 'authentication-refused' },
  },
  {
    name: 'a token without the scope',
    peer: challenge('{"status":"insufficient_scope", "scope":"[kafka.read]"}'),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase, hint: /kafka\.read/ },
  },
  {
    name: 'a challenge that is no JSON',
    peer: challenge('go away'),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge of JSON that is no object',
    peer: challenge('[[[[1]]]]'),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge with a hostile prototype',
    peer: challenge('{"__proto__":{"status":"x"},"status":5}'),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge of 400 kB',
    peer: challenge(`{"status":"${'x'.repeat(30_000)}"}`),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge after which the broker says yes',
    peer: talking(bearer, '{"status":"invalid_token"}', ''),
    options: asBearer,
    refused: { code: 'ILLEGAL_SASL_STATE', phase },
  },
  {
    name: 'challenges without end',
    peer: talking(bearer, ...Array.from({ length: 9 }, () => '{"status":"x"}')),
    options: asBearer,
    refused: { code: 'ILLEGAL_SASL_STATE', phase },
  },
  {
    name: 'a hang-up after the challenge',
    peer: async (c) => {
      await opened(c, bearer)
      await c.authenticate({ authBytes: Buffer.from('{"status":"x"}') })
      await c.request()
      c.socket.end()
    },
    options: asBearer,
    refused: { code: 'CONNECTION_CLOSED', phase },
  },
  {
    name: 'a refused extension',
    peer: refusing(bearer, 'Authentication failed: 1 extensions are invalid! They are: traceId: must be alphanumeric'),
    options: { sasl: oauthBearer({ token: { token: secret, extensions: { traceId: '?' } }, allowPlaintext: true }) },
    refused: { code: 'EXTENSIONS_REFUSED', phase, message: /traceId/ },
  },
  {
    name: 'a refusal without a challenge',
    peer: refusing(bearer, '{"status":"invalid_token"}'),
    options: asBearer,
    refused: { code: 'AUTHENTICATION_FAILED', phase },
  },
  {
    name: 'a token function that fails',
    peer: (c) => opened(c, bearer).then(() => c.gone()),
    options: { sasl: oauthBearer({ token: () => Promise.reject(new Error('no login')), allowPlaintext: true }) },
    refused: { code: 'CREDENTIALS_UNAVAILABLE', phase },
  },
  {
    name: 'W-2 a token function that never answers',
    peer: (c) => opened(c, bearer).then(() => c.gone()),
    options: { sasl: oauthBearer({ token: () => new Promise<string>(() => undefined), allowPlaintext: true }) },
    refused: { code: 'CONNECT_TIMEOUT', phase },
  },
  {
    name: 'W-53 a token with a line break',
    peer: (c) => opened(c, bearer).then(() => c.gone()),
    options: { sasl: oauthBearer({ token: () => `${secret}\n`, allowPlaintext: true }) },
    refused: { code: 'INVALID_ARGUMENT', phase },
  },
]
