import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SessionClock } from '#src/connection/session.js'

test('W-36 a session is used to 85 to 95 % of its lifetime, floored', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 40 }),
      fc.double({ min: 0, max: 0.9999, noNaN: true }),
      (lifetime, random) => {
        const clock = new SessionClock(() => random)
        clock.begin('PLAIN', lifetime, 1_000)
        const used = clock.renewAt - 1_000
        assert.ok(used >= Math.floor(lifetime * 0.85) && used <= lifetime * 0.95, String(used))
      },
    ),
  )
})

test('a lifetime of 0 has no end, also when it follows one that had', () => {
  const clock = new SessionClock()
  clock.begin('PLAIN', 100, 0)
  clock.answered(50)
  clock.begin('PLAIN', 0, 10)
  clock.answered(50)
  assert.equal(clock.verdict(1e12), 'go')
  assert.equal(clock.limited, false)
})

test('W-36 a renewal waits until a second after the last one was taken up; the login itself does not count', () => {
  const clock = new SessionClock(() => 0)
  clock.begin('PLAIN', 100, 0)
  assert.equal(clock.verdict(84), 'go')
  assert.equal(clock.verdict(85), 'renew')
  clock.renewing(86)
  clock.begin('PLAIN', 100, 90)
  assert.equal(clock.verdict(174), 'go', 'not due')
  assert.equal(clock.verdict(180), 'go', 'due, not over, and too early to renew')
  assert.equal(clock.verdict(190), 1_086, 'over, and too early to renew: wait')
  assert.equal(clock.verdict(1_086), 'renew')
})

test('slow answers bring the renewal forward, by no more than half of the lifetime', () => {
  const clock = new SessionClock(() => 0.999)
  clock.begin('PLAIN', 3_000, 0)
  assert.ok(clock.renewAt > 2_840)
  clock.answered(450)
  assert.equal(clock.renewAt, 2_100)
  clock.answered(60_000)
  assert.equal(clock.renewAt, 1_500)
})
