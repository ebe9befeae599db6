import assert from 'node:assert/strict'
import { OttlaError, type Connection } from 'ottla'
import { Metadata, Produce } from 'ottla/messages'
import type { HostileCase } from '../hostile.js'
import { framed, int32, type PeerConnection } from '../peer.js'

export const ready =
  (script: (c: PeerConnection) => Promise<unknown>) =>
  async (c: PeerConnection): Promise<void> => {
    await c.versions()
    await script(c)
  }
export const sends = (count: number): Pick<HostileCase, 'act'> => ({
  act: (connection: Connection) => Array.from({ length: count }, () => connection.send(Metadata, { topics: [] })),
})
const ask = (connection: Connection, options = {}): Promise<unknown> =>
  connection.send(Metadata, { topics: [] }, options)
export const closed = { code: 'CONNECTION_CLOSED', phase: 'request' } as const
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const produce = { acks: 0, timeoutMs: 100, topicData: [] } as const

const errorCode = (error: unknown): string => (error instanceof OttlaError ? error.code : String(error))

/** What may come of ordinary requests. */
export const requestCases: readonly HostileCase[] = [
  {
    name: 'W-8 silence',
    peer: ready((c) => c.gone()),
    ...sends(3),
    outcomes: [
      { code: 'REQUEST_TIMEOUT', reason: 'timeout', message: /Metadata \(correlation id 1\)/ },
      { ...closed, reason: 'timeout' },
      { ...closed, reason: 'timeout' },
    ],
    ends: 'timeout',
  },
  {
    name: 'a hang-up with requests on their way',
    peer: ready(async (c) => {
      await c.request()
      c.socket.end()
    }),
    ...sends(2),
    outcomes: [
      { ...closed, reason: 'peer-closed', retriable: true },
      { ...closed, reason: 'peer-closed' },
    ],
    ends: 'peer-closed',
  },
  {
    name: 'W-23 a reset with requests on their way',
    peer: ready(async (c) => {
      await c.request()
      c.reset()
    }),
    ...sends(2),
    outcomes: [
      { code: 'CONNECTION_RESET', reason: 'reset' },
      { code: 'CONNECTION_RESET', reason: 'reset' },
    ],
    ends: 'reset',
  },
  {
    name: 'a hang-up on the first request, as of a listener that wants a login',
    peer: ready(async (c) => {
      await c.request()
      c.socket.end()
    }),
    ...sends(1),
    outcomes: [{ ...closed, hint: /sasl option/ }],
    ends: 'peer-closed',
  },
  {
    name: 'a late answer to a request that was given up',
    peer: ready(async (c) => {
      const a = await c.request()
      await wait(80)
      c.metadata(a)
      await c.serve()
    }),
    act: (c) => [ask(c, { signal: AbortSignal.timeout(30) }), ask(c), ask(c)],
    outcomes: [{ code: 'ABORTED', retriable: false }, 'ok', 'ok'],
  },
  {
    name: 'a late answer to a request that timed out and was abandoned',
    peer: ready(async (c) => {
      const a = await c.request()
      await wait(80)
      c.metadata(a)
      await c.serve()
    }),
    act: (c) => [ask(c, { timeout: 30, onTimeout: 'abandon' }), ask(c), ask(c)],
    outcomes: [{ code: 'REQUEST_TIMEOUT' }, 'ok', 'ok'],
  },
  {
    name: 'a late answer that cannot be read: nobody wants to',
    peer: ready(async (c) => {
      const { id } = await c.request()
      await wait(80)
      c.write(framed(int32(id), 'ff'))
      await c.serve()
    }),
    act: (c) => [ask(c, { signal: AbortSignal.timeout(30) }), ask(c)],
    outcomes: [{ code: 'ABORTED' }, 'ok'],
  },
  {
    name: 'W-6 an abandoned request that is never answered',
    peer: ready((c) => c.gone()),
    options: { requestTimeout: 100 },
    act: (c) => [ask(c, { timeout: 30, onTimeout: 'abandon' })],
    outcomes: [{ code: 'REQUEST_TIMEOUT' }],
    ends: 'timeout',
  },
  {
    name: 'W-61 a request that was aborted before is not written',
    peer: ready(async (c) => {
      c.metadata(await c.request())
      await c.request()
      assert.fail('it was written')
    }),
    act: (c) => [ask(c, { signal: AbortSignal.abort() }), ask(c)],
    outcomes: [{ code: 'ABORTED' }, 'ok'],
  },
  {
    name: 'a request that cannot be written',
    peer: ready((c) => c.serve()),
    act: (c) => [c.send(Metadata, { topics: [{ name: 5 as never }] }), ask(c)],
    outcomes: [{ code: 'ENCODE_FAILED', message: /topics\[0\]\.name/ }, 'ok'],
  },
  {
    name: 'a request whose getter throws',
    peer: ready((c) => c.serve()),
    act: (c) => [
      c.send(Metadata, {
        get topics(): never {
          throw new Error('lazy')
        },
      }),
      ask(c),
    ],
    outcomes: [{ code: 'ENCODE_FAILED' }, 'ok'],
  },
  {
    name: 'a pause that the broker asks for',
    peer: ready((c) => c.serve({ throttleTimeMs: 50 })),
    act: async (c) => {
      await ask(c)
      return [ask(c), ask(c)]
    },
    outcomes: ['ok', 'ok'],
  },
  {
    name: 'a pause of 24 days: requests wait no longer than they may',
    peer: ready((c) => c.serve({ throttleTimeMs: 2147483647 })),
    act: async (c) => {
      await ask(c)
      return [ask(c, { timeout: 60 })]
    },
    outcomes: [{ code: 'REQUEST_TIMEOUT', message: /not even written/, hint: /pause/ }],
  },
  {
    name: 'a pause of −1 ms',
    peer: ready((c) => c.serve({ throttleTimeMs: -1 })),
    act: async (c) => {
      await ask(c)
      return [ask(c)]
    },
    outcomes: ['ok'],
  },
  {
    name: 'W-9 a peer that stops reading, and requests beyond what may wait',
    peer: ready((c) => {
      c.socket.removeAllListeners('data').pause()
      return Promise.resolve()
    }),
    options: { maxQueuedBytes: 1_000_000, requestTimeout: 150 },
    act: (connection) => [
      (async () => {
        const topicData = [{ name: 't', partitionData: [{ index: 0, records: Buffer.alloc(400_000) }] }]
        const sent = Array.from({ length: 40 }, () => connection.send(Produce, { ...produce, acks: 1, topicData }))
        const codes = (await Promise.allSettled(sent)).map((each) =>
          each.status === 'rejected' ? errorCode(each.reason) : 'ok',
        )
        // Some are in the socket, two wait, the others are refused at once.
        assert.ok(
          codes.slice(8).every((code) => code === 'QUEUE_FULL'),
          codes.join(),
        )
        assert.ok(
          codes.slice(0, 5).every((code) => code === 'REQUEST_TIMEOUT' || code === 'CONNECTION_CLOSED'),
          codes.join(),
        )
      })(),
    ],
    outcomes: ['ok'],
    ends: 'timeout',
  },
  {
    name: 'W-9 a request larger than all that may wait, behind another one: it waits if nothing else does',
    peer: ready(async (c) => {
      const first = await c.request()
      await wait(30)
      c.metadata(first)
      c.answer(await c.request(), Produce, Produce.response.defaults())
      await c.serve()
    }),
    options: { maxInFlight: 1, maxQueuedBytes: 1_000 },
    act: (c) => {
      const topicData = [{ name: 't', partitionData: [{ index: 0, records: Buffer.alloc(100_000) }] }]
      return [ask(c), c.send(Produce, { ...produce, acks: 1, topicData }), ask(c)]
    },
    outcomes: ['ok', 'ok', { code: 'QUEUE_FULL', retriable: true }],
  },
  {
    name: 'requests that nobody answers',
    peer: ready((c) => c.gone()),
    act: (c) => [c.send(Produce, produce), c.send(Produce, produce)],
    outcomes: ['ok', 'ok'],
  },
  {
    name: 'an answer to a request that has none',
    peer: ready(async (c) => {
      const r = await c.request()
      c.answer(r, Produce, Produce.response.defaults())
      await c.gone()
    }),
    act: (c) => [c.send(Produce, produce)],
    outcomes: ['ok'],
    ends: 'out-of-sync',
  },
  {
    name: 'a request behind one that nobody answers',
    peer: ready(async (c) => {
      await c.request()
      await c.serve()
    }),
    act: (c) => [c.send(Produce, produce), ask(c)],
    outcomes: ['ok', 'ok'],
  },
  {
    name: 'a close with requests on their way',
    peer: ready((c) => c.gone()),
    act: async (c) => {
      const one = ask(c)
      one.catch(() => undefined)
      await wait(10)
      void c.close()
      return [one, ask(c)]
    },
    outcomes: [{ code: 'SHUTDOWN', reason: 'shutdown' }, { code: 'SHUTDOWN' }],
  },
  {
    name: 'a close that waits for the answers on their way',
    peer: ready(async (c) => {
      const r = await c.request()
      await wait(60)
      c.metadata(r)
      await c.gone()
    }),
    act: async (c) => {
      const one = ask(c)
      await wait(10)
      void c.close({ timeout: 1_000 })
      return [one, ask(c)]
    },
    outcomes: ['ok', { code: 'SHUTDOWN' }],
  },
  {
    name: 'a close that waits in vain',
    peer: ready((c) => c.gone()),
    act: async (c) => {
      const one = ask(c)
      await wait(10)
      void c.close({ timeout: 60 })
      return [one]
    },
    outcomes: [{ code: 'SHUTDOWN' }],
  },
  {
    name: 'W-10 a close at a peer that does not read',
    peer: ready((c) => {
      c.socket.removeAllListeners('data').pause()
      return Promise.resolve()
    }),
    act: async (c) => {
      const one = c.send(Produce, {
        ...produce,
        acks: 1,
        topicData: [{ name: 't', partitionData: [{ index: 0, records: Buffer.alloc(20_000_000) }] }],
      })
      await wait(30)
      void c.close()
      return [one]
    },
    outcomes: [{ code: 'SHUTDOWN' }],
  },
  {
    name: 'three hundred requests that one signal gives up at once',
    peer: ready((c) => c.serve()),
    act: (c) => {
      const controller = new AbortController()
      const given = Array.from({ length: 300 }, () => ask(c, { signal: controller.signal }))
      controller.abort()
      return [...given, ask(c)]
    },
    outcomes: [...Array.from({ length: 300 }, () => ({ code: 'ABORTED' })), 'ok'],
  },
  {
    name: 'a close during a pause of 24 days',
    peer: ready((c) => c.serve({ throttleTimeMs: 2147483647 })),
    act: async (c) => {
      await ask(c)
      const waiting = ask(c)
      void c.close({ timeout: 1_000 })
      return [waiting]
    },
    outcomes: [{ code: 'SHUTDOWN' }],
  },
  {
    name: 'a hang-up while the client waits for the last answers',
    peer: ready(async (c) => {
      await c.request()
      await wait(50)
      c.socket.end()
    }),
    act: async (c) => {
      const one = ask(c)
      await wait(10)
      void c.close({ timeout: 10_000 })
      return [one]
    },
    outcomes: [{ code: 'SHUTDOWN', phase: 'request', reason: 'shutdown', message: /closed by the peer/ }],
    ends: 'shutdown',
  },
  {
    name: 'a timeout that is no time',
    peer: ready((c) => c.serve()),
    act: (c) => [ask(c, { timeout: 0 }), ask(c, { timeout: Number.NaN }), ask(c, { timeout: Infinity })],
    outcomes: [{ code: 'INVALID_ARGUMENT' }, { code: 'INVALID_ARGUMENT' }, 'ok'],
  },
]
