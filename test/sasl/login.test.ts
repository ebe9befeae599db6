import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BearerToken } from '#src/sasl/oauthbearer/token-source.js'
import { TokenHolder, TokenLogin } from '#src/sasl/oauthbearer/login.js'
import { refreshingLogin } from '#src/sasl/oauthbearer/refreshing-login.js'
import type { RefreshingLoginOptions } from '#src/sasl/oauthbearer/refreshing-login.js'
import { signal } from './exchange.js'

const minute = 60_000

/** Time that passes when the test says so. */
class TestClock {
  time = 1_700_000_000_000
  readonly #timers = new Map<object, { at: number; callback: () => void }>()

  now(): number {
    return this.time
  }

  setTimeout(callback: () => void, ms: number): unknown {
    const timer = {}
    this.#timers.set(timer, { at: this.time + ms, callback })
    return timer
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as object)
  }

  get pending(): number {
    return this.#timers.size
  }

  async pass(ms: number): Promise<void> {
    await settled()
    this.time += ms
    for (const [timer, { at, callback }] of this.#timers) {
      if (at > this.time) continue
      this.#timers.delete(timer)
      callback()
    }
    await settled()
  }
}

/** Lets everything happen that needs only turns of the event loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** A login whose tokens are handed out by the test, one per fetch. */
function setUp(options: Partial<RefreshingLoginOptions> = {}) {
  const clock = new TestClock()
  const fetches: {
    resolve: (token: BearerToken | null) => void
    reject: (error: Error) => void
    signal: AbortSignal
  }[] = []
  const login = refreshingLogin({
    clock,
    random: () => 0,
    token: (request) => new Promise((resolve, reject) => fetches.push({ resolve, reject, signal: request.signal })),
    ...options,
  })
  const give = (name: string, lifetime: number): void => {
    const fetch = fetches.at(-1)
    assert.ok(fetch)
    fetch.resolve({ token: name, startsAt: clock.time, expiresAt: clock.time + lifetime, extensions: { of: name } })
  }
  return { clock, login, fetches, give }
}

test('any number of connections share one fetch and one token', async () => {
  const { login, fetches, give, clock } = setUp()
  assert.equal(fetches.length, 0, 'nothing runs while nobody needs a token')
  const waiting = Array.from({ length: 50 }, async () => login.token({ signal }))
  await settled()
  assert.equal(fetches.length, 1)
  give('one', 60 * minute)
  assert.deepEqual(new Set((await Promise.all(waiting)).map(({ token }) => token)), new Set(['one']))
  const again = login.token({ signal })
  assert.ok(!(again instanceof Promise), 'a token that is there costs no turn of the event loop')
  assert.equal(clock.pending, 0, 'no timer is left behind')
})

test('a due token is replaced, token and extensions together', async () => {
  const { login, fetches, give, clock } = setUp()
  const first = login.token({ signal })
  give('one', 60 * minute)
  await first
  await clock.pass(48 * minute - 1)
  assert.equal((await login.token({ signal })).token, 'one')
  assert.equal(fetches.length, 1)
  await clock.pass(1)
  const next = login.token({ signal })
  await settled()
  assert.equal(fetches.length, 2)
  give('two', 60 * minute)
  const { token, extensions } = await next
  assert.deepEqual({ token, extensions }, { token: 'two', extensions: { of: 'two' } })
  assert.equal(clock.pending, 0)
})

test('the last good token serves while its replacement fails, until it ends', async () => {
  const { login, fetches, give, clock } = setUp()
  const first = login.token({ signal })
  give('one', 60 * minute)
  await first
  await clock.pass(48 * minute)
  const due = login.token({ signal })
  await settled()
  fetches[1]?.reject(new Error('idp down'))
  assert.equal((await due).token, 'one')
  assert.equal((await login.token({ signal })).token, 'one')
  assert.equal(fetches.length, 2, 'no try before ten seconds have passed')
  await clock.pass(10_000)
  const retried = login.token({ signal })
  await settled()
  assert.equal(fetches.length, 3)
  fetches[2]?.reject(new Error('idp still down'))
  assert.equal((await retried).token, 'one')

  await clock.pass(12 * minute)
  const ended = assert.rejects(async () => login.token({ signal }), {
    code: 'CREDENTIALS_UNAVAILABLE',
    message: 'An internal error occurred while retrieving token from callback handler',
  })
  await settled()
  fetches[3]?.reject(new Error('idp still down'))
  await ended
})

test('a slow replacement costs no more than patience, and comes in later', async () => {
  const { login, fetches, give, clock } = setUp({ patience: 500 })
  const first = login.token({ signal })
  give('one', 60 * minute)
  await first
  await clock.pass(48 * minute)
  const due = login.token({ signal })
  await clock.pass(500)
  assert.equal((await due).token, 'one')
  assert.equal(fetches.length, 2)
  give('two', 60 * minute)
  await settled()
  assert.equal((await login.token({ signal })).token, 'two')
  assert.equal(clock.pending, 0)
})

test('a fetch that nobody waits for any more is ended', async () => {
  const { login, fetches, clock } = setUp()
  const [one, two] = [new AbortController(), new AbortController()]
  const waiting = [one, two].map(({ signal: deadline }) =>
    assert.rejects(async () => login.token({ signal: deadline })),
  )
  await settled()
  one.abort()
  await waiting[0]
  assert.equal(fetches[0]?.signal.aborted, false)
  two.abort()
  await waiting[1]
  assert.equal(fetches[0].signal.aborted, true)
  await settled()
  assert.equal(clock.pending, 0)
})

test('a fetch that never ends is given up, also by a source that does not listen', async () => {
  const { login, fetches, clock, give } = setUp({ timeout: 5000 })
  const waiting = assert.rejects(async () => login.token({ signal }), {
    code: 'CREDENTIALS_UNAVAILABLE',
    message: 'No token came within 5000 ms',
  })
  await clock.pass(5000)
  await waiting
  const next = login.token({ signal })
  await settled()
  assert.equal(fetches.length, 2)
  give('late', 60 * minute)
  assert.equal((await next).token, 'late')
})

test('a token that a broker rejected is not given again, unless its source insists', async () => {
  const { login, fetches, give } = setUp()
  const get = async (name: string): Promise<string> => {
    const next = login.token({ signal })
    give(name, 60 * minute)
    return (await next).token
  }
  await get('one')
  login.rejected('another')
  assert.equal((await login.token({ signal })).token, 'one')
  login.rejected('one')
  assert.equal(await get('one'), 'one')
  assert.equal(fetches.length, 2)
  login.rejected('one')
  assert.equal((await login.token({ signal })).token, 'one')
  assert.equal(fetches.length, 2)
})

test('a token of unknown end is fetched for every login', async () => {
  let count = 0
  const { login } = setUp({ token: () => `token${++count}` })
  assert.equal((await login.token({ signal })).token, 'token1')
  assert.equal((await login.token({ signal })).token, 'token2')
})

test('close forgets, and ends what is under way', async () => {
  const { login, fetches, give } = setUp()
  const first = login.token({ signal })
  give('one', 60 * minute)
  await first
  login.close()
  const second = assert.rejects(async () => login.token({ signal }), { message: 'The login was closed' })
  await settled()
  assert.equal(fetches.length, 2)
  login.close()
  await second
  assert.equal(fetches[1]?.signal.aborted, true)
})

test('options out of Kafka’s ranges are refused', () => {
  for (const refresh of [
    { windowFactor: 0.4 },
    { windowJitter: 0.3 },
    { minPeriod: -1 },
    { buffer: 3_600_001 },
    { buffer: NaN },
  ]) {
    assert.throws(() => refreshingLogin({ token: () => 't', refresh }), { code: 'INVALID_ARGUMENT' })
  }
})

test('what was acquired is invisible until committed, and an abort drops it', async () => {
  const holder = new TokenHolder()
  let count = 0
  const login = new TokenLogin(holder, {
    token: () => ({ token: `t${++count}` }),
    extensions: () => ({ of: `t${count}` }),
  })
  await login.login()
  assert.deepEqual(holder.tokens, [])
  assert.equal(login.abort(), true)
  assert.equal(login.commit(), false)
  await login.login()
  assert.equal(login.commit(), true)
  assert.deepEqual(holder.tokens, [{ token: 't2', extensions: { of: 't2' } }])
  assert.equal(login.abort(), false)
  assert.equal(login.logout(), true)
  assert.equal(login.logout(), false)
  assert.throws(() => holder.token(), { code: 'CREDENTIALS_UNAVAILABLE' })
})

test('of several logins in one holder the longest lasting wins, with its own extensions', async () => {
  const holder = new TokenHolder()
  const logins = []
  for (const expiresAt of [1, 4, 2, 3]) {
    const login = new TokenLogin(holder, {
      token: () => ({ token: `t${expiresAt}`, expiresAt, extensions: { of: `${expiresAt}` } }),
    })
    await login.login()
    login.commit()
    logins.push(login)
  }
  assert.deepEqual(holder.current, { token: 't4', expiresAt: 4, extensions: { of: '4' } })
  logins[1]?.logout()
  assert.equal(holder.token().token, 't3')
})

test('calls out of order are refused with Kafka’s texts', async () => {
  const holder = new TokenHolder()
  const login = new TokenLogin(holder, { token: () => 't' })
  await login.login()
  await assert.rejects(login.login(), {
    code: 'ILLEGAL_STATE',
    message: 'Already have an uncommitted token with private credential token count=0',
  })
  assert.throws(() => login.logout(), {
    message: 'Cannot call logout() immediately after login(); need to first invoke commit() or abort()',
  })
  login.commit()
  await assert.rejects(login.login(), {
    message: /^Already have a committed token with private credential token count=1; /,
  })
})

test('without a token extensions are not asked for and nothing is committed', async () => {
  const holder = new TokenHolder()
  const login = new TokenLogin(holder, {
    token: () => null,
    extensions: () => {
      throw new Error('asked')
    },
  })
  await login.login()
  await assert.rejects(login.login(), { message: 'Already logged in without a token' })
  assert.equal(login.commit(), true)
  await assert.rejects(login.login(), { message: 'Login has already been committed without a token' })
  assert.deepEqual(holder.tokens, [])
  assert.equal(login.logout(), true)
})
