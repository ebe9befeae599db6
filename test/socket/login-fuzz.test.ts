import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzzLogins } from './login-fuzzing.js'

test('over real sockets nothing gets past a login that proves nothing, and the server lives', async (t) => {
  const outcome = await fuzzLogins({ frames: 3000, seed: 20260101 })
  t.diagnostic(`${outcome.frames} frames over ${outcome.connections} connections`)
  assert.ok(outcome.connections > 500)
  const { reached, logins, alive, left } = outcome
  assert.deepEqual({ reached, logins, alive, left }, { reached: 0, logins: 0, alive: true, left: 0 })
})
