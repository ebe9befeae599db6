import { oauthBearer, type ConnectOptions } from 'ottla'
import { SaslAuthenticate } from 'ottla/messages'
import { secret, type HostileCase } from '../hostile.js'
import { framed, standardRanges, type PeerConnection } from '../peer.js'
import { opened, phase, refusing, talking } from './plain.js'

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

/** A challenge of any bytes, and a refusal without a text. */
const rejecting =
  (challenge: Buffer) =>
  async (c: PeerConnection): Promise<void> => {
    await opened(c, bearer)
    await c.authenticate({ authBytes: challenge })
    await c.authenticate({ errorCode: 58 })
    c.socket.end()
  }

/** The same over bare tokens: a challenge, and 0x01 that answers it. */
async function bareChallenge(c: PeerConnection, json: string): Promise<void> {
  await c.versions(standardRanges.filter(([key]) => key !== 36))
  await c.handshake([bearer])
  await c.frame()
  c.write(framed(Buffer.from(json)))
  if (!(await c.frame()).equals(Buffer.from([1]))) throw new Error('0x01 is due')
}

/** The challenge has told of it, though the connection was lost before the refusal itself came. */
const rejectedBefore = {
  code: 'TOKEN_REJECTED',
  phase,
  reason: 'authentication-refused',
  retriable: false,
  message: /"status":"x"/,
} as const

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
    refused: rejectedBefore,
  },
  {
    name: 'a reset after the challenge',
    peer: async (c) => {
      await opened(c, bearer)
      await c.authenticate({ authBytes: Buffer.from('{"status":"x"}') })
      await c.request()
      c.reset()
    },
    options: asBearer,
    refused: rejectedBefore,
  },
  {
    name: 'silence after the challenge',
    peer: async (c) => {
      await opened(c, bearer)
      await c.authenticate({ authBytes: Buffer.from('{"status":"x"}') })
      await c.gone()
    },
    options: { ...asBearer, connectTimeout: 400 },
    refused: rejectedBefore,
  },
  {
    name: 'silence after the challenge over bare tokens',
    peer: async (c) => {
      await bareChallenge(c, '{"status":"x"}')
      await c.bytes(1)
    },
    options: { ...asBearer, connectTimeout: 400 },
    refused: rejectedBefore,
  },
  {
    name: 'silence before any challenge, which is no rejection',
    peer: async (c) => {
      await opened(c, bearer)
      await c.gone()
    },
    options: { ...asBearer, connectTimeout: 400 },
    refused: { code: 'CONNECT_TIMEOUT', phase, reason: 'timeout', retriable: true },
  },
  {
    name: 'a hang-up before any challenge, which is no rejection',
    peer: async (c) => {
      await opened(c, bearer)
      await c.request()
      c.socket.end()
    },
    options: asBearer,
    refused: { code: 'CONNECTION_CLOSED', phase, reason: 'peer-closed', retriable: true },
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
  {
    name: 'a challenge of 500 kB',
    peer: talking(bearer, `{"status":"${'x'.repeat(500_000)}"}`),
    options: { ...asBearer, connectTimeout: 400 },
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge of 500 kB, and the error that it announces',
    peer: async (c) => {
      await opened(c, bearer)
      await c.authenticate({ authBytes: Buffer.from(`{"status":"${'x'.repeat(500_000)}"}`) })
      await c.authenticate({ errorCode: 58 })
      c.socket.end()
    },
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge of 200,000 brackets',
    peer: rejecting(Buffer.alloc(200_000, '[')),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge of 400,000 brackets that are closed again',
    peer: rejecting(Buffer.concat([Buffer.alloc(200_000, '['), Buffer.alloc(200_000, ']')])),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge that is no UTF-8',
    peer: rejecting(Buffer.from('7b22737461747573223a22ff80fe227d', 'hex')),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'the client’s own 0x01 as challenge',
    peer: rejecting(Buffer.from([1])),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge without a status',
    peer: rejecting(Buffer.from('{}')),
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase },
  },
  {
    name: 'a challenge, then the refusal of something else',
    peer: async (c) => {
      await opened(c, bearer)
      await c.authenticate({ authBytes: Buffer.from('{"status":"invalid_token"}') })
      await c.authenticate({ errorCode: 34, errorMessage: 'state' })
      c.socket.end()
    },
    options: asBearer,
    refused: { code: 'ILLEGAL_SASL_STATE', phase, reason: 'authentication-refused' },
  },
  {
    name: 'a rejected token over bare tokens: the challenge, then a hang-up',
    peer: async (c) => {
      await bareChallenge(c, '{"status":"invalid_token"}')
      c.socket.end()
    },
    options: asBearer,
    refused: { code: 'TOKEN_REJECTED', phase, reason: 'authentication-refused', message: /invalid_token/ },
  },
]
