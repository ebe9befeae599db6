import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, ConnectionEvents, OttlaError, plain, type ConnectOptions } from 'ottla'
import { Metadata, SaslAuthenticate, SaslHandshake } from 'ottla/messages'
import { leftOver, turns, within } from './hostile.js'
import { startPeer, type PeerConnection, type Received } from './peer.js'

/** The full run: CONNECTIONS=10000 node --test build/test/socket/connection/faults.test.js, and SEED=… to see one again. */
const count = Number(process.env['CONNECTIONS'] ?? 400)
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const atOnce = 100

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function numbers(from: number): () => number {
  let state = from | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const faults = ['none', 'refuse', 'reset', 'end', 'stall', 'garbage', 'renewal'] as const

/** What happens to one connection: the fault, and after which byte that the broker says. */
interface Plan {
  readonly fault: (typeof faults)[number]
  readonly at: number
  readonly requests: number
  readonly aborts: boolean
  readonly garbage: Buffer
}

function planOf(index: number): Plan {
  const random = numbers(seed ^ Math.imul(index + 1, 0x9e3779b1))
  const pick = (n: number): number => Math.floor(random() * n)
  return {
    fault: faults[pick(faults.length)] ?? 'none',
    at: pick(400),
    requests: 1 + pick(12),
    aborts: random() < 0.3,
    garbage: Buffer.from(Array.from({ length: 1 + pick(40) }, () => pick(256))),
  }
}

/** The broker's end: it speaks as it should, until the byte of its plan. */
async function broker(c: PeerConnection): Promise<void> {
  const first = await c.request()
  const index = Number(/#(\d+)#/.exec(first.frame.toString('latin1'))?.[1])
  const plan = planOf(index)
  spoil(c, plan)
  c.sayVersions(first)
  let renewals = 0
  for (;;) {
    const request = await c.request()
    if (request.key === SaslHandshake.key && renewals++ > 0 && plan.at % 3 === 0) return void c.reset()
    if (request.key === SaslAuthenticate.key && renewals > 1 && plan.at % 3 === 1) return void c.socket.end()
    answer(c, request, plan)
  }
}

function answer(c: PeerConnection, request: Received, { fault }: Plan): void {
  if (request.key === SaslHandshake.key) c.answer(request, SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN'] })
  else if (request.key === SaslAuthenticate.key) {
    const sessionLifetimeMs = fault === 'renewal' ? 5n : 0n
    c.answer(request, SaslAuthenticate, { ...SaslAuthenticate.response.defaults(), sessionLifetimeMs })
  } else c.metadata(request, { controllerId: request.id })
}

/** Lets `plan.at` bytes through, then brings the fault. */
function spoil(c: PeerConnection, { fault, at, garbage }: Plan): void {
  if (fault === 'none' || fault === 'refuse' || fault === 'renewal') return
  const write = c.socket.write.bind(c.socket)
  let left = at
  const spoiled = (bytes: Uint8Array): boolean => {
    if (left < 0) return true
    const now = bytes.subarray(0, left)
    left -= bytes.length
    if (now.length > 0) write(now)
    if (left >= 0) return true
    if (fault === 'reset') c.reset()
    else if (fault === 'end') c.socket.end()
    else if (fault === 'garbage') write(garbage)
    return true
  }
  c.socket.write = spoiled
}

interface Tally {
  connects: number
  sent: number
  settled: number
  ends: number
  readonly codes: Map<string, number>
}

async function one(
  index: number,
  ports: { readonly open: number; readonly closed: number },
  tally: Tally,
): Promise<void> {
  const plan = planOf(index)
  const events = new ConnectionEvents().on('close', () => tally.ends++)
  const told = new Map<number, number>()
  events.on('request', ({ correlationId }) => told.set(correlationId, (told.get(correlationId) ?? 0) + 1))
  const limit = plan.fault === 'stall' || plan.fault === 'garbage' ? 300 : 15_000
  const options: ConnectOptions = {
    host: '127.0.0.1',
    port: plan.fault === 'refuse' ? ports.closed : ports.open,
    clientId: `#${String(index)}#`,
    sasl: plain({ username: 'alice', password: 'alice-secret' }),
    connectTimeout: limit,
    requestTimeout: limit,
    events,
  }
  tally.connects++
  const count = (code: string): void => void tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
  const fails = (error: unknown): void => {
    assert.ok(error instanceof OttlaError, String(error))
    count(error.code)
  }
  const connection = await connect(options).catch(fails)
  if (!connection) return
  const sending = Array.from({ length: plan.requests }, async (_, i) => {
    if (plan.fault === 'renewal') await new Promise((resolve) => setTimeout(resolve, i * 3))
    tally.sent++
    const signal = plan.aborts && i % 3 === 0 ? AbortSignal.timeout(i) : undefined
    await connection.send(Metadata, { topics: [] }, { signal }).then(() => count('answered'), fails)
    tally.settled++
  })
  await Promise.all(sending)
  await connection.close({ timeout: plan.aborts ? 20 : 0 })
  for (const times of told.values()) assert.equal(times, 1, 'a request was settled twice')
}

test(`${String(count)} connections under faults, by the seed ${String(seed)}`, { timeout: 600_000 }, async (t) => {
  t.diagnostic(`seed ${String(seed)}`)
  const before = process.getActiveResourcesInfo()
  const rejections: unknown[] = []
  const reject = (error: unknown): void => void rejections.push(error)
  process.on('unhandledRejection', reject)
  const peer = await startPeer(broker)
  const tally: Tally = { connects: 0, sent: 0, settled: 0, ends: 0, codes: new Map() }
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count) await one(next++, { open: peer.port, closed: 1 }, tally)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  await within(peer.quiet())
  await peer.close()
  await turns(5)
  process.off('unhandledRejection', reject)
  assert.deepEqual(rejections, [])
  assert.deepEqual(peer.failures, [])
  assert.equal(tally.connects, count)
  assert.equal(tally.ends, count, 'each connection ended once')
  assert.equal(tally.settled, tally.sent, 'each request was settled')
  const left = leftOver(before).filter((name) => !name.startsWith('FSReq') && name !== 'Immediate')
  assert.deepEqual(left, [], 'nothing is left')
  t.diagnostic([...tally.codes].map(([code, times]) => `${code} ${String(times)}`).join(', '))
})
