import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isExpired, mayReauthenticate, sessionTimes } from '#src/server/session.js'

const at = { now: 1_700_000_000_000, monotonic: 5000 }

test('a session lasts as long as the shorter of credential and limit', () => {
  const times = (credential: number | undefined, maxSessionLifetime: number) =>
    sessionTimes({
      credentialExpiresAt: credential === undefined ? undefined : at.now + credential,
      maxSessionLifetime,
      ...at,
    })
  assert.deepEqual(times(undefined, 0), { lifetimeMs: 0, expiresAt: null })
  assert.deepEqual(times(undefined, -1), { lifetimeMs: 0, expiresAt: null })
  assert.deepEqual(times(undefined, 100), { lifetimeMs: 100, expiresAt: 5100 })
  assert.deepEqual(times(1000, 0), { lifetimeMs: 1000, expiresAt: 6000 })
  assert.deepEqual(times(1000, 100), { lifetimeMs: 100, expiresAt: 5100 })
  assert.deepEqual(times(100, 1000), { lifetimeMs: 100, expiresAt: 5100 })
})

test('a credential that has just ended gives a session that ends at once, and a lifetime that tells no end', () => {
  const times = sessionTimes({ credentialExpiresAt: at.now - 5, maxSessionLifetime: 0, ...at })
  assert.deepEqual(times, { lifetimeMs: 0, expiresAt: 5000 })
  assert.equal(isExpired(times, 5000), false)
  assert.equal(isExpired(times, 5000.001), true)
})

test('a session is expired strictly after its end, and never without one', () => {
  assert.equal(isExpired({ expiresAt: 1000 }, 999), false)
  assert.equal(isExpired({ expiresAt: 1000 }, 1000), false)
  assert.equal(isExpired({ expiresAt: 1000 }, 1001), true)
  assert.equal(isExpired({ expiresAt: null }, Infinity), false)
})

test('re-authentication begins at most once a second, after the expiry too, and never without one', () => {
  const session = { expiresAt: 10_000 }
  assert.equal(mayReauthenticate(session, null, 0), true)
  assert.equal(mayReauthenticate(session, 5000, 5999.999999), false)
  assert.equal(mayReauthenticate(session, 5000, 6000), true)
  assert.equal(mayReauthenticate(session, 5000, 20_000), true)
  assert.equal(mayReauthenticate({ expiresAt: null }, null, 20_000), false)
})
