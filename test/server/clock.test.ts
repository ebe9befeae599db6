import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemClock } from '#src/server/clock.js'

test('a wait is not cut to whole milliseconds, and the longest is not over at once', (context) => {
  const timer = context.mock.method(globalThis, 'setTimeout', () => 0)
  systemClock.setTimeout(() => undefined, 2.9)
  systemClock.setTimeout(() => undefined, 2 ** 40)
  assert.deepEqual(
    timer.mock.calls.map(({ arguments: [, ms] }) => ms),
    [3, 2 ** 31 - 1],
  )
})
