import type { Connection } from 'ottla'
import { Metadata, Produce } from 'ottla/messages'
import type { HostileCase } from '../hostile.js'
import { type PeerConnection } from '../peer.js'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const ask = (connection: Connection): Promise<unknown> => connection.send(Metadata, { topics: [] })
const options = { idleTimeout: 500 }
const ready =
  (script: (c: PeerConnection) => Promise<unknown>) =>
  async (c: PeerConnection): Promise<void> => {
    await c.versions()
    await script(c)
  }
const idle = { code: 'IDLE', reason: 'idle', retriable: true } as const

/** Connections on which nothing happens, or something just in time. */
export const idleCases: readonly HostileCase[] = [
  { name: 'nothing happens', peer: ready((c) => c.gone()), options, ends: 'idle' },
  {
    name: 'W-3 W-4 a login that takes longer than the idle time',
    peer: async (c) => {
      const request = await c.request()
      await wait(700)
      c.sayVersions(request)
      await c.serve()
    },
    options: options,
    act: async (c) => {
      await wait(100)
      return [ask(c)]
    },
    outcomes: ['ok'],
    ends: 'idle',
  },
  {
    name: 'a request that takes longer than the idle time',
    peer: ready(async (c) => {
      const r = await c.request()
      await wait(700)
      c.metadata(r)
      await c.gone()
    }),
    options,
    act: (c) => [ask(c)],
    outcomes: ['ok'],
    ends: 'idle',
  },
  {
    name: 'requests now and then',
    peer: ready((c) => c.serve()),
    options,
    act: async (c) => {
      const sent: Promise<unknown>[] = []
      for (let i = 0; i < 8; i++) {
        sent.push(ask(c))
        await wait(90)
      }
      return sent
    },
    outcomes: Array.from({ length: 8 }, () => 'ok' as const),
    ends: 'idle',
  },
  {
    name: 'W-5 requests that nobody answers count as activity',
    peer: ready((c) => c.gone()),
    options,
    act: async (c) => {
      const sent: Promise<unknown>[] = []
      for (let i = 0; i < 8; i++) {
        sent.push(c.send(Produce, { acks: 0, timeoutMs: 1, topicData: [] }))
        await wait(90)
      }
      return sent
    },
    outcomes: Array.from({ length: 8 }, () => 'ok' as const),
    ends: 'idle',
  },
  {
    name: 'a request after the end',
    peer: ready((c) => c.gone()),
    options,
    act: async (c) => {
      await c.closed
      return [ask(c)]
    },
    outcomes: [idle],
    ends: 'idle',
  },
  {
    name: 'half a frame counts as activity, but is none for ever',
    peer: ready(async (c) => {
      c.write(Buffer.from([0, 0, 1]))
      await c.gone()
    }),
    options,
    ends: 'idle',
  },
  ...['00000000', '0000000100', '00000004ffffffff', '0000000480000000'].map((bytes): HostileCase => ({
    name: `a frame that nobody asked for: ${bytes}`,
    peer: ready(async (c) => {
      await wait(30)
      c.write(Buffer.from(bytes, 'hex'))
      await c.gone()
    }),
    ends: 'out-of-sync',
  })),
  {
    name: 'frames without end that nobody asked for',
    peer: ready(async (c) => {
      await wait(30)
      const many = Buffer.concat(Array.from({ length: 10_000 }, () => Buffer.from('0000000400000000', 'hex')))
      for (let i = 0; i < 10; i++) c.write(many)
      await c.gone()
    }),
    ends: 'out-of-sync',
  },
  {
    name: 'no limit',
    peer: ready((c) => c.gone()),
    options: { idleTimeout: 0 },
    act: async () => {
      await wait(200)
      return []
    },
  },
]
