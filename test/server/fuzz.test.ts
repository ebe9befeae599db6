import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as messages from '#src/messages/index.js'
import type { AnyApi } from '#src/protocol/api.js'
import { oauthBearerServer, plainServer, scramSha256Server, unsecuredValidator } from '#src/sasl/index.js'
import { Metadata } from '#src/messages/Metadata.js'
import { route } from '#src/server/route.js'
import { FakeClock } from '#src/testing/index.js'
import { conversationFrame, dice, PASSWORD } from '../support/login-frames.js'
import { memoryConnection, memoryServer } from './memory-socket.js'

/** A number of frames of one's own: FRAMES=10000000 node --test build/test/server/fuzz.test.js */
const FRAMES = Number(process.env['FRAMES'] ?? 20_000)

test('whatever comes before a login, no request reaches a route and nothing is thrown', async (t) => {
  const seed = Number(process.env['SEED'] ?? 20260101)
  const roll = dice(seed)
  let reached = 0
  let logins = 0
  const handle = (): never => {
    reached += 1
    throw new Error('a request reached a route')
  }
  const clock = new FakeClock(1_700_000_000_000)
  const state = memoryServer({
    mechanisms: [
      plainServer({ users: { alice: PASSWORD } }),
      scramSha256Server({ users: { alice: PASSWORD } }),
      // The tokens above have no claims, so none of them is good.
      oauthBearerServer(unsecuredValidator({}, { clock: () => clock.now() })),
    ],
    routes: [route(Metadata, handle)],
    forward: {
      apis: Object.values<unknown>(messages).filter(
        (value): value is AnyApi => typeof value === 'object' && value !== null && 'request' in value,
      ),
      handle,
    },
    clock,
  })
  state.events.on('login', () => {
    logins += 1
  })
  for (let frames = 0; frames < FRAMES;) {
    const socket = memoryConnection(state)
    const count = 1 + roll(6)
    for (let nth = 0; nth < count; nth += 1) {
      const whole = conversationFrame(roll, nth)
      frames += 1
      // In two pieces, as a network may have it.
      const cut = roll(whole.length + 1)
      socket.push(whole.subarray(0, cut))
      socket.push(whole.subarray(cut))
      if (roll(8) === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(100)
    socket.push(null)
    socket.destroy()
  }
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual({ reached, logins }, { reached: 0, logins: 0 })
  assert.equal(state.counters.successfulAuthentications, 0)
  assert.ok(state.counters.failedAuthentications > FRAMES / 100, 'hardly a login was ever tried')
  assert.equal(clock.pending, 0, 'timers are left behind')
  t.diagnostic(`${FRAMES} frames, seed ${seed}, ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
})
