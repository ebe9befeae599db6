import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import { connect, ConnectionEvents, OttlaError, type CloseReason, type Connection, type ConnectOptions } from 'ottla'
import type { TlsOptions } from 'node:tls'
import { startPeer, type Peer, type Script } from './peer.js'

/** Never to be seen in any text. */
export const secret = 'S3cr3t-that-must-never-show'

/** What is expected of an error; every part that is given must hold. */
export interface Expected {
  readonly code: string
  readonly phase?: string
  readonly reason?: string
  readonly retriable?: boolean
  readonly message?: RegExp
  readonly hint?: RegExp
}

/** A peer that is hostile, broken or only odd, and what must come of it. */
export interface HostileCase {
  readonly name: string
  /** What the peer does on each connection. */
  readonly peer: Script
  readonly tls?: TlsOptions
  /** A function where it holds something that begins with the case, such as a signal with a limit. */
  readonly options?: Partial<ConnectOptions> | (() => Partial<ConnectOptions>)
  /** What `connect()` rejects with; left away if it must succeed. */
  readonly refused?: Expected
  /** What the client does once it is connected: promises whose outcomes `outcomes` tells. */
  readonly act?: (connection: Connection, peer: Peer) => Promise<unknown>[] | Promise<Promise<unknown>[]>
  /** One for each promise of `act`: an error, or `ok`. */
  readonly outcomes?: readonly (Expected | 'ok')[]
  /** What comes long after everything is settled. */
  readonly later?: () => Promise<void>
  /** Why the connection ends by itself; left away if the client must close it. */
  readonly ends?: CloseReason['name']
}

const memoryLimit = 64 * 1024 * 1024
const blockLimit = 100

/** A table of cases as a chapter of tests. */
export function playAll(group: string, cases: readonly HostileCase[]): void {
  describe(`a peer that is hostile or odd: ${group}`, () => {
    for (const each of cases) {
      test(each.name, async () => {
        // A long turn of the event loop counts if it is long again: a machine may stall once for reasons of its own.
        if ((await play(each)) < blockLimit) return
        const again = await play(each)
        assert.ok(again < blockLimit, `the event loop was blocked for ${String(again)} ms`)
      })
    }
  })
}

/**
 * Plays one case, and looks at everything that must hold whatever the peer does.
 *
 * @returns the longest turn of the event loop, in ms of processor time
 */
async function play(hostile: HostileCase): Promise<number> {
  const before = activeResources()
  const watch = new Watch()
  const memory = allocated()
  const peer = await startPeer(hostile.peer, hostile.tls)
  const events = new ConnectionEvents()
  const seen: unknown[] = []
  const closes: CloseReason[] = []
  const answered = new Map<number, number>()
  events.on('close', ({ reason }) => closes.push(reason)).on('state', (event) => seen.push(event))
  events.on('request', ({ correlationId }) => answered.set(correlationId, (answered.get(correlationId) ?? 0) + 1))
  try {
    const outcome = await within(run(hostile, { peer, events }))
    seen.push(outcome)
    assert.equal(closes.length, 1, 'the end is told once')
    if (hostile.refused) assertOneReason(outcome, closes[0])
    for (const [id, times] of answered) assert.equal(times, 1, `request ${String(id)} was settled once`)
    await hostile.later?.()
    for (const { socket } of peer.connections) socket.resume()
    await within(peer.quiet())
    assert.deepEqual(peer.failures, [], 'the script of the peer ran as written')
  } finally {
    await peer.close()
    watch.stop()
  }
  await turns(3)
  assert.deepEqual(leftOver(before), [], 'no socket, timer or listener is left')
  assert.deepEqual(watch.rejections, [], 'no rejection is unhandled, and Node warns of nothing')
  assert.ok(allocated() - memory < memoryLimit, 'memory is bounded')
  const text = inspect([seen, closes], { depth: 30, showHidden: true, getters: false })
  assert.ok(!text.includes(secret) && !text.includes(Buffer.from(secret).toString('base64')), 'no secret in any text')
  return watch.longestBlock
}

async function run(hostile: HostileCase, { peer, events }: { peer: Peer; events: ConnectionEvents }): Promise<unknown> {
  const given = typeof hostile.options === 'function' ? hostile.options() : hostile.options
  // A limit that is to be reached is short; one that is not is long enough for a busy machine.
  const connectTimeout = hostile.refused?.code === 'CONNECT_TIMEOUT' ? 400 : 10_000
  const options = {
    host: '127.0.0.1',
    port: peer.port,
    connectTimeout,
    requestTimeout: hostile.ends === 'timeout' ? 150 : 10_000,
    events,
    ...given,
  }
  const settled = await settle(connect(options))
  if (hostile.refused) {
    if (!('error' in settled)) await settled.value.close()
    assertError('error' in settled ? settled.error : undefined, hostile.refused)
    return settled
  }
  if ('error' in settled) throw settled.error as Error
  const connection = settled.value
  const acts = (await hostile.act?.(connection, peer)) ?? []
  const outcomes = await Promise.all(acts.map(settle))
  const expected = hostile.outcomes ?? []
  assert.equal(outcomes.length, expected.length, 'every act has an expectation')
  for (const [i, outcome] of outcomes.entries()) {
    const wanted = expected[i]
    if (wanted === 'ok') assert.ok(!('error' in outcome), `act ${String(i)} succeeds, not ${inspect(outcome)}`)
    else if (wanted) assertError('error' in outcome ? outcome.error : undefined, wanted)
  }
  if (hostile.ends === undefined) await connection.close()
  const reason = await connection.closed
  assert.equal(reason.name, hostile.ends ?? 'shutdown')
  assert.equal(connection.state.name, 'closed')
  return [outcomes, reason, connection]
}

/** What `connect()` rejects with and what the end of the connection tells are one and the same. */
function assertOneReason(outcome: unknown, told: CloseReason | undefined): void {
  const { error } = outcome as { readonly error: OttlaError }
  assert.equal(told?.error, error, 'one root cause')
  assert.equal(told?.name, error.reason ?? 'connect-failed', 'one reason')
}

/** What somebody may throw: it cannot be made a text, or throws when it is looked at. */
export const textless: readonly (() => unknown)[] = [
  () => Object.create(null) as unknown,
  () => ({
    toString() {
      throw new Error('no text')
    },
  }),
  () => Object.defineProperty(new Error(), 'message', { get: () => assert.fail('read') }),
  () => Symbol('odd'),
]

/** An error of this library, with everything that one must have. */
export function assertError(error: unknown, expected: Expected): void {
  assert.ok(error instanceof OttlaError, `an OttlaError, not ${inspect(error)}`)
  const { code, phase, reason, retriable } = expected
  const shown = inspect(error)
  assert.equal(error.code, code, shown)
  if (phase !== undefined) assert.equal(error.phase, phase, shown)
  if (reason !== undefined) assert.equal(error.reason, reason, shown)
  if (retriable !== undefined) assert.equal(error.retriable, retriable, shown)
  if (expected.message) assert.match(error.message, expected.message)
  if (expected.hint) assert.match(error.hint ?? '', expected.hint)
  assert.ok(error.phase, `a phase: ${shown}`)
  assert.match(error.broker ?? '', /:\d+$/, `a broker: ${shown}`)
  assert.ok((error.hint ?? '').length > 10, `a hint: ${shown}`)
}

async function settle<T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await promise }
  } catch (error) {
    return { error }
  }
}

/** Nothing may hang. The limit is far beyond what anything takes, on however busy a machine. */
export async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it hangs')), 20_000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The error of what must not succeed. */
export function failing(work: Promise<unknown>): Promise<unknown> {
  return within(
    work.then(
      () => assert.fail('it must not succeed'),
      (error: unknown) => error,
    ),
  )
}

export async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

function activeResources(): string[] {
  // Files are the test runner's own; a turn of the loop is not yet work.
  return process.getActiveResourcesInfo().filter((name) => name !== 'Immediate' && !name.startsWith('FSReq'))
}

export function leftOver(before: readonly string[]): string[] {
  const left = activeResources()
  for (const name of before) {
    const at = left.indexOf(name)
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

function allocated(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Looks for unhandled rejections, and for turns of the event loop that took long: by processor time, since a machine may be busy with others. */
class Watch {
  readonly rejections: unknown[] = []
  longestBlock = 0
  #at = performance.now()
  #cpu = process.cpuUsage()
  readonly #timer = setInterval(() => this.#look(), 5)

  constructor() {
    process.on('unhandledRejection', this.#reject).on('warning', this.#reject)
  }

  readonly #reject = (error: unknown): void => {
    this.rejections.push(error)
  }

  #look(): void {
    const { user, system } = process.cpuUsage(this.#cpu)
    const now = performance.now()
    this.longestBlock = Math.max(this.longestBlock, Math.min(now - this.#at, (user + system) / 1_000))
    this.#at = now
    this.#cpu = process.cpuUsage()
  }

  stop(): void {
    this.#look()
    clearInterval(this.#timer)
    process.off('unhandledRejection', this.#reject).off('warning', this.#reject)
  }
}
