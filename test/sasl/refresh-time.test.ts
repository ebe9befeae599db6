import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refreshTime } from '#src/sasl/oauthbearer/refresh-time.js'

const now = 1_700_000_000_000
const minute = 60_000
const hour = 60 * minute
const plain = { windowFactor: 0.8, windowJitter: 0, random: 0.5 }

test('a token of an hour is replaced at 80 to 85 % of its life', () => {
  const token = { startsAt: now, expiresAt: now + hour }
  assert.equal(refreshTime(now, token, { random: 0 }), now + 0.8 * hour)
  assert.equal(refreshTime(now, token, { random: 0.5 }), now + 0.825 * hour)
})

test('the window counts from the start of the token, or from now', () => {
  assert.equal(refreshTime(now, { startsAt: now - hour, expiresAt: now + 2 * hour }, plain), now + 1.4 * hour)
  assert.equal(refreshTime(now, { expiresAt: now + 2 * hour }, plain), now + 1.6 * hour)
})

test('buffer and least period bound it, the period last', () => {
  const token = { startsAt: now, expiresAt: now + 10 * minute }
  assert.equal(refreshTime(now, token, { ...plain, minPeriod: 0, buffer: 5 * minute }), now + 5 * minute)
  assert.equal(refreshTime(now, token, { ...plain, minPeriod: 481_000, buffer: 0 }), now + 481_000)
})

test('neither counts where both do not fit into the life', () => {
  const token = { startsAt: now - hour, expiresAt: now + 10 * minute }
  assert.equal(refreshTime(now, token, { ...plain, minPeriod: 301_000, buffer: 301_000 }), now + 8 * minute)
})

test('what is gone or not there is tried again after ten seconds; what cannot be replaced, never', () => {
  assert.equal(refreshTime(now, undefined, plain), now + 10_000)
  assert.equal(refreshTime(now, { expiresAt: now - 1 }, plain), now + 10_000)
  assert.equal(refreshTime(now, { expiresAt: now - 1 }, { ...plain, loginBeforeLogout: false }), undefined)
  assert.equal(refreshTime(now, { expiresAt: now }, plain), now)
  assert.equal(refreshTime(now, { expiresAt: now + hour, latestRefreshAt: now + hour - 1 }, plain), undefined)
})
