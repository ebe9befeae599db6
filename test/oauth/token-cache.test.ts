import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { AuthenticationError } from '#src/errors.js'
import { cachedTokens } from '#src/oauth/token-cache.js'
import type { CachedTokenSource, FetchedToken, TokenCacheOptions } from '#src/oauth/token-cache.js'
import { SaslExtensions } from '#src/sasl/extensions.js'

const signal = new AbortController().signal

/** Time that the test moves, and timers that it alone fires. */
class Clock {
  time = 0
  readonly timers: Map<number, { readonly at: number; readonly callback: () => void }> = new Map()
  #next = 0

  now(): number {
    return this.time
  }

  setTimeout(callback: () => void, ms: number): unknown {
    this.timers.set(++this.#next, { at: this.time + ms, callback })
    return this.#next
  }

  clearTimeout(timer: unknown): void {
    this.timers.delete(timer as number)
  }

  /** Moves on and fires what is due. */
  advance(ms: number): void {
    this.time += ms
    for (const [id, { at, callback }] of [...this.timers]) {
      if (at > this.time) continue
      this.timers.delete(id)
      callback()
    }
  }
}

/** A source whose fetches the test ends one by one. */
class Scene {
  readonly clock: Clock = new Clock()
  readonly fetches: {
    readonly signal: AbortSignal
    readonly resolve: (token: FetchedToken) => void
    readonly reject: (error: Error) => void
  }[] = []
  readonly source: CachedTokenSource
  readonly events: string[] = []

  constructor(options: TokenCacheOptions = {}) {
    this.source = cachedTokens(
      (request) =>
        new Promise((resolve, reject) => {
          this.fetches.push({ signal: request.signal, resolve, reject })
        }),
      { clock: this.clock, random: () => 0, ...options },
    )
    this.source.events.on('fetch', () => this.events.push('fetch'))
    this.source.events.on('failure', ({ failures }) => this.events.push(`failure ${failures}`))
    this.source.events.on('reject', ({ dropped }) => this.events.push(dropped ? 'dropped' : 'kept'))
  }

  async ask(): Promise<string> {
    return (await this.source.token({ signal: new AbortController().signal })).token
  }

  async serve(token: string, lifetime = 1_000_000): Promise<void> {
    const fetch = this.fetches.shift()
    assert.ok(fetch, 'nothing was fetched')
    fetch.resolve({ token, expiresAt: this.clock.time + lifetime, startsAt: this.clock.time })
    await settled()
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const down = (): Error => new AuthenticationError('CREDENTIALS_UNAVAILABLE', 'down', { retriable: true })

suite('a token source with a memory', () => {
  test('one fetch for a thousand logins; none while the token is good; no timer left', async () => {
    const scene = new Scene()
    const all = Promise.all(Array.from({ length: 1000 }, () => scene.ask()))
    await settled()
    assert.equal(scene.fetches.length, 1)
    await scene.serve('a')
    assert.deepEqual(new Set(await all), new Set(['a']))
    scene.clock.advance(699_000)
    assert.equal(await scene.ask(), 'a')
    assert.equal(scene.fetches.length, 0)
    assert.equal(scene.clock.timers.size, 0)
    assert.deepEqual(scene.events, ['fetch'])
  })

  test('refreshes ahead by the formula, at the last 300 s here, when a connection asks', async () => {
    const scene = new Scene()
    const first = scene.ask()
    await settled()
    await scene.serve('a')
    await first
    scene.clock.advance(700_000)
    const due = scene.ask()
    await settled()
    await scene.serve('b')
    assert.equal(await due, 'b')
  })

  test('the last good token serves while its replacement fails or hangs, until its end', async () => {
    const scene = new Scene()
    const first = scene.ask()
    await settled()
    await scene.serve('a')
    await first
    scene.clock.advance(700_000)
    const during = scene.ask()
    await settled()
    scene.fetches.shift()?.reject(down())
    assert.equal(await during, 'a')
    scene.clock.advance(10_000)
    const hanging = scene.ask()
    await settled()
    assert.equal(scene.fetches.length, 1)
    scene.clock.advance(1000)
    assert.equal(await hanging, 'a', 'patience has an end')
    scene.clock.advance(289_000)
    await settled()
    scene.fetches.length = 0
    const after = scene.ask()
    await settled()
    await scene.serve('b')
    assert.equal(await after, 'b')
  })

  test('after a failure nobody asks again for a while, and longer each time; the error is the same', async () => {
    const scene = new Scene()
    for (const [failures, pause] of [
      [1, 1000],
      [2, 2000],
      [3, 4000],
      [4, 8000],
      [5, 10_000],
      [6, 10_000],
    ] as const) {
      const asked = scene.ask()
      await settled()
      const error = down()
      scene.fetches.shift()?.reject(error)
      await assert.rejects(asked, error)
      for (const time of [0, pause - 1]) {
        scene.clock.advance(time)
        await assert.rejects(scene.ask(), error)
      }
      assert.equal(scene.fetches.length, 0)
      assert.equal(scene.events.at(-1), `failure ${failures}`)
      scene.clock.advance(1)
    }
    const asked = scene.ask()
    await settled()
    await scene.serve('a')
    assert.equal(await asked, 'a')
  })

  test('a hung endpoint: the login ends by its own deadline, the fetch when nobody waits, or at its time limit', async () => {
    const scene = new Scene({ fetchTimeout: 5000 })
    const impatient = new AbortController()
    const first = Promise.resolve(scene.source.token({ signal: impatient.signal }))
    const second = scene.ask()
    await settled()
    impatient.abort(new Error('the login had 10 s'))
    await assert.rejects(first, /10 s/)
    assert.equal(scene.fetches[0]?.signal.aborted, false, 'another still waits')
    scene.clock.advance(5000)
    await assert.rejects(second, { code: 'CREDENTIALS_UNAVAILABLE' })
    assert.equal(scene.fetches.shift()?.signal.aborted, true)
    const lonely = new AbortController()
    const third = Promise.resolve(scene.source.token({ signal: lonely.signal }))
    await settled()
    lonely.abort(new Error('given up'))
    await assert.rejects(third, /given up/)
    await settled()
    assert.equal(scene.fetches.shift()?.signal.aborted, true)
    assert.equal(scene.clock.timers.size, 0)
  })

  test('a rejected token is replaced once; a broker that rejects them all is no flood', async () => {
    const scene = new Scene()
    const first = scene.ask()
    await settled()
    await scene.serve('a')
    assert.equal(await first, 'a')
    scene.source.rejected('a')
    for (let i = 0; i < 10; i++) scene.source.rejected('a')
    const second = scene.ask()
    await settled()
    await scene.serve('b')
    assert.equal(await second, 'b')
    scene.source.rejected('b')
    assert.equal(await scene.ask(), 'b', 'kept: the last replacement was just now')
    scene.clock.advance(10_000)
    scene.source.rejected('b')
    const third = scene.ask()
    await settled()
    await scene.serve('c')
    assert.equal(await third, 'c')
    assert.deepEqual(scene.events.filter((event) => event === 'dropped').length, 2)
  })

  test('close forgets, ends what is under way, and leaves nothing', async () => {
    const scene = new Scene()
    const asked = scene.ask()
    await settled()
    scene.source.close()
    await assert.rejects(asked, { code: 'CREDENTIALS_UNAVAILABLE' })
    assert.equal(scene.fetches.shift()?.signal.aborted, true)
    assert.equal(scene.clock.timers.size, 0)
    const again = scene.ask()
    await settled()
    await scene.serve('a')
    assert.equal(await again, 'a')
  })

  test('a token of unknown end is fetched for each login', async () => {
    let count = 0
    const source = cachedTokens(async () => ({ token: `t${++count}` }))
    for (const expected of ['t1', 't2']) assert.equal((await source.token({ signal })).token, expected)
  })

  test('extensions: fixed ones are checked at once, derived ones before anything is sent', async () => {
    const fetch = async (): Promise<FetchedToken> => ({ token: 'x.e30.y', answer: { cluster: 'lkc-1' } })
    for (const extensions of [{ auth: 'x' }, { 'trace-id': 'x' }, { traceId: '' }, { traceId: 'ü' }]) {
      assert.throws(() => cachedTokens(fetch, { extensions }), { code: 'INVALID_ARGUMENT' })
      const derived = cachedTokens(fetch, { extensions: () => extensions })
      await assert.rejects(async () => derived.token({ signal }), { code: 'INVALID_ARGUMENT' })
    }
    const source = cachedTokens(fetch, {
      extensions: ({ answer }) => ({ logicalCluster: String(answer?.['cluster']) }),
    })
    const { extensions } = await source.token({ signal })
    assert.ok(extensions instanceof SaslExtensions)
    assert.equal(extensions.get('logicalCluster'), 'lkc-1')
  })

  test('a listener that throws disturbs nobody', async () => {
    const source = cachedTokens(async () => ({ token: 'a', expiresAt: Date.now() + 60_000 }))
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve))
    source.events.on('fetch', () => {
      throw new Error('of the listener')
    })
    assert.equal((await source.token({ signal })).token, 'a')
    assert.match((await warned).message, /of the listener/)
  })

  test('nor does one that rejects, and each of them is heard', async (t) => {
    const warnings: string[] = []
    t.mock.method(process, 'emitWarning', (warning: string) => warnings.push(warning))
    const source = cachedTokens(async () => ({ token: 'a', expiresAt: Date.now() + 60_000 }))
    let heard = 0
    source.events.on('fetch', () => {
      throw new Error('of the first')
    })
    source.events.once('fetch', async () => {
      await Promise.resolve()
      throw new Error('of the second')
    })
    source.events.on('fetch', () => void heard++)
    assert.equal((await source.token({ signal })).token, 'a')
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(warnings, [
      "a listener of 'fetch' threw: of the first",
      "a listener of 'fetch' threw: of the second",
    ])
    assert.equal(heard, 1)
    assert.equal(source.events.listenerCount('fetch'), 2)
  })
})
