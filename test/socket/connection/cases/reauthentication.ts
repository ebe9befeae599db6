import { oauthBearer, plain, type ConnectOptions, type Connection } from 'ottla'
import { Metadata, Produce, SaslAuthenticate, SaslHandshake } from 'ottla/messages'
import { secret, type HostileCase } from '../hostile.js'
import { answerFrame, framed, int32, type PeerConnection } from '../peer.js'

const options: Partial<ConnectOptions> = {
  sasl: plain({ username: 'alice', password: secret }),
}
/** A login whose session is due for renewal at once; then what the broker does with the renewal. */
const renewed =
  (script: (c: PeerConnection) => Promise<void>, mechanism = 'PLAIN') =>
  async (c: PeerConnection): Promise<void> => {
    await c.login(40n, mechanism)
    await script(c)
    await c.serve()
  }
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** Waits until the session is due, then sends three requests. */
const three: Pick<HostileCase, 'act'> = {
  act: async (connection: Connection) => {
    await wait(60)
    return [1, 2, 3].map(() => connection.send(Metadata, { topics: [] }))
  },
}
const all = (expected: NonNullable<HostileCase['outcomes']>[number]): Pick<HostileCase, 'outcomes'> => ({
  outcomes: [expected, expected, expected],
})
const lost = { code: 'AUTHENTICATION_LOST', phase: 're-authentication', reason: 'authentication-lost' } as const

/** What may come of renewing a session (KIP-368). */
export const reauthenticationCases: readonly HostileCase[] = [
  {
    name: 'W-36 a renewal that succeeds, without end',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate()
    }),
    options,
    ...three,
    ...all('ok'),
  },
  {
    name: 'a renewal for 2^63 − 1 ms',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate({ sessionLifetimeMs: 2n ** 63n - 1n })
    }),
    options,
    ...three,
    ...all('ok'),
  },
  {
    name: 'a refused renewal',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate({ errorCode: 58, errorMessage: 'password changed' })
      c.socket.end()
    }),
    options,
    ...three,
    ...all({ ...lost, message: /password changed/, retriable: false }),
    ends: 'authentication-lost',
  },
  ...(['hangs up', 'falls silent'] as const).map((then): HostileCase => ({
    name: `a token that is rejected by a challenge, after which the broker ${then}`,
    peer: renewed(async (c) => {
      await c.handshake(['OAUTHBEARER'])
      await c.authenticate({ authBytes: Buffer.from('{"status":"expired"}') })
      await c.request()
      if (then === 'hangs up') c.socket.end()
      await c.gone()
    }, 'OAUTHBEARER'),
    options: { sasl: oauthBearer({ token: secret, allowPlaintext: true }), connectTimeout: 400 },
    ...three,
    ...all({ ...lost, message: /"status":"expired"/, retriable: false }),
    ends: 'authentication-lost',
  })),
  {
    name: 'another principal',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate({
        errorCode: 58,
        errorMessage: 'Cannot change principals during re-authentication from User.alice: User.bob',
      })
      c.socket.end()
    }),
    options,
    ...three,
    ...all({ ...lost, code: 'PRINCIPAL_CHANGED' }),
    ends: 'authentication-lost',
  },
  {
    name: 'error 34 to the handshake',
    peer: renewed(async (c) => {
      await c.handshake([], 34)
      await c.gone()
    }),
    options,
    ...three,
    ...all({ ...lost, hint: /less than a second/ }),
    ends: 'authentication-lost',
  },
  {
    name: 'error 33 to the handshake',
    peer: renewed(async (c) => {
      await c.handshake(['GSSAPI'], 33)
      await c.gone()
    }),
    options,
    ...three,
    ...all(lost),
    ends: 'authentication-lost',
  },
  {
    name: 'a hang-up on the handshake',
    peer: renewed(async (c) => {
      await c.request()
      c.socket.end()
    }),
    options,
    ...three,
    outcomes: [1, 2, 3].map(() => ({ code: 'CONNECTION_CLOSED', reason: 'peer-closed' })),
    ends: 'peer-closed',
  },
  {
    name: 'a reset on the token',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.request()
      c.reset()
    }),
    options,
    ...three,
    outcomes: [1, 2, 3].map(() => ({ code: 'CONNECTION_RESET', reason: 'reset' })),
    ends: 'reset',
  },
  {
    name: 'silence to the handshake',
    peer: renewed(async (c) => {
      await c.request()
      await c.gone()
    }),
    options: { ...options, connectTimeout: 300 },
    ...three,
    ...all({ ...lost, message: /within 300 ms/ }),
    ends: 'authentication-lost',
  },
  {
    name: 'silence to the token',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.request()
      await c.gone()
    }),
    options: { ...options, connectTimeout: 300 },
    ...three,
    ...all(lost),
    ends: 'authentication-lost',
  },
  {
    name: 'an answer to a request that was not sent',
    peer: renewed(async (c) => {
      await c.request()
      c.write(framed(int32(3), '00000000'))
      await c.gone()
    }),
    options,
    ...three,
    outcomes: [1, 2, 3].map(() => ({ code: 'CONNECTION_CLOSED', reason: 'out-of-sync' })),
    ends: 'out-of-sync',
  },
  {
    name: 'a handshake that cannot be read',
    peer: renewed(async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), '00'))
      await c.gone()
    }),
    options,
    ...three,
    ...all(lost),
    ends: 'authentication-lost',
  },
  {
    name: 'a frame of −1 bytes',
    peer: renewed(async (c) => {
      await c.request()
      c.write(int32(-1))
      await c.gone()
    }),
    options,
    ...three,
    outcomes: [1, 2, 3].map(() => ({ code: 'CONNECTION_CLOSED', reason: 'protocol-error' })),
    ends: 'protocol-error',
  },
  {
    name: 'a request on its way that is answered before the renewal begins',
    peer: async (c) => {
      await c.login(500n)
      const first = await c.request()
      await wait(550)
      if (c.unread > 0) throw new Error('the handshake waits until nothing is on its way')
      c.metadata(first)
      const handshake = await c.request()
      if (handshake.key !== SaslHandshake.key) throw new Error('SaslHandshake is due')
      c.answer(handshake, SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN'] })
      const token = await c.request()
      if (token.key !== SaslAuthenticate.key) throw new Error('SaslAuthenticate is due')
      c.answer(token, SaslAuthenticate, SaslAuthenticate.response.defaults())
      await c.serve()
    },
    options,
    act: async (connection) => {
      const early = connection.send(Metadata, { topics: [] })
      await wait(480)
      return [early, connection.send(Metadata, { topics: [] }), connection.send(Metadata, { topics: [] })]
    },
    ...all('ok'),
  },
  {
    name: 'a credential function that fails at the renewal',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.gone()
    }),
    options: { ...options, sasl: plain({ username: 'alice', password: failingAfterFirst() }) },
    ...three,
    ...all({ ...lost, message: /./ }),
    ends: 'authentication-lost',
  },
  {
    name: 'a close by the client in the middle of the renewal',
    peer: renewed(async (c) => {
      await c.request()
      await c.gone()
    }),
    options,
    act: async (connection) => {
      await wait(60)
      const waiting = connection.send(Metadata, { topics: [] })
      await wait(10)
      void connection.close({ timeout: 500 })
      return [waiting]
    },
    outcomes: [{ code: 'SHUTDOWN', reason: 'shutdown' }],
  },
  {
    name: 'a request that is given up while the session is renewed',
    peer: renewed(async (c) => {
      const r = await c.request()
      await wait(100)
      c.answer(r, SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN'] })
      await c.authenticate()
    }),
    options,
    act: async (connection) => {
      await wait(60)
      return [
        connection.send(Metadata, { topics: [] }, { signal: AbortSignal.timeout(30) }),
        connection.send(Metadata, { topics: [] }, { timeout: 30 }),
        connection.send(Metadata, { topics: [] }),
      ]
    },
    outcomes: [{ code: 'ABORTED' }, { code: 'REQUEST_TIMEOUT', message: /not even written/ }, 'ok'],
  },
  ...[-1n, -(2n ** 63n)].map((sessionLifetimeMs): HostileCase => ({
    name: `a renewal for ${String(sessionLifetimeMs)} ms`,
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate({ sessionLifetimeMs })
    }),
    options,
    ...three,
    ...all('ok'),
  })),
  {
    name: 'the handshake answered twice',
    peer: renewed(async (c) => {
      const request = await c.request()
      const answer = answerFrame(SaslHandshake, request, { errorCode: 0, mechanisms: ['PLAIN'] })
      c.write(Buffer.concat([answer, answer]))
      await c.gone()
    }),
    options,
    ...three,
    outcomes: [1, 2, 3].map(() => ({ code: 'CONNECTION_CLOSED', reason: 'out-of-sync' })),
    ends: 'out-of-sync',
  },
  {
    name: 'success, then a hang-up before the first request',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate()
      c.socket.end()
      await c.gone()
    }),
    options,
    ...three,
    outcomes: [1, 2, 3].map(() => ({ code: 'CONNECTION_CLOSED', reason: 'peer-closed' })),
    ends: 'peer-closed',
  },
  {
    name: 'half an answer to the handshake, then the end',
    peer: renewed(async (c) => {
      const request = await c.request()
      c.socket.end(answerFrame(SaslHandshake, request, { errorCode: 0, mechanisms: ['PLAIN'] }).subarray(0, -2))
      await c.gone()
    }),
    options,
    ...three,
    outcomes: [1, 2, 3].map(() => ({ code: 'CONNECTION_CLOSED', message: /in the middle of an answer/ })),
    ends: 'peer-closed',
  },
  {
    name: 'an answer in single bytes that takes longer than a renewal may',
    peer: renewed(async (c) => {
      const answer = answerFrame(SaslHandshake, await c.request(), { errorCode: 0, mechanisms: ['PLAIN'] })
      let at = 0
      const timer = setInterval(() => c.write(answer.subarray(at, ++at)), 60)
      await c.gone().finally(() => clearInterval(timer))
    }),
    options: { ...options, connectTimeout: 300 },
    ...three,
    ...all({ ...lost, message: /within 300 ms/ }),
    ends: 'authentication-lost',
  },
  {
    name: 'an unknown error to the token',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate({ errorCode: 999 })
      await c.gone()
    }),
    options,
    ...three,
    ...all({ ...lost, message: /999/ }),
    ends: 'authentication-lost',
  },
  {
    name: 'a request larger than all that may wait begins the renewal',
    peer: renewed(async (c) => {
      await c.handshake()
      await c.authenticate()
      c.answer(await c.request(), Produce, Produce.response.defaults())
    }),
    options: { ...options, maxQueuedBytes: 1_000 },
    act: async (connection) => {
      await wait(60)
      const topicData = [{ name: 't', partitionData: [{ index: 0, records: Buffer.alloc(100_000) }] }]
      return [connection.send(Produce, { acks: 1, timeoutMs: 1, topicData })]
    },
    outcomes: ['ok'],
  },
  {
    name: 'W-36 sessions that are over before they begin: no more than one renewal a second',
    peer: async (c) => {
      await c.login(1n)
      let last = 0
      for (;;) {
        const request = await c.request()
        if (request.key === SaslHandshake.key) {
          if (Date.now() - last < 1_000) throw new Error('renewed twice within a second')
          last = Date.now()
          c.answer(request, SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN'] })
          await c.authenticate({ sessionLifetimeMs: 1n })
        } else c.metadata(request)
      }
    },
    options,
    act: async (connection) => {
      const sent: Promise<unknown>[] = []
      for (let i = 0; i < 3; i++) {
        const one = connection.send(Metadata, { topics: [] })
        sent.push(one)
        await one.catch(() => undefined)
        await wait(5)
      }
      return sent
    },
    ...all('ok'),
  },
]

function failingAfterFirst(): () => Promise<string> {
  let calls = 0
  return () => (calls++ === 0 ? Promise.resolve(secret) : Promise.reject(new Error('vault is sealed')))
}
