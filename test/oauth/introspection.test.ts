import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { introspectionValidator } from '#src/oauth/introspection.js'
import type { IntrospectionOptions } from '#src/oauth/introspection.js'
import { json, respond, standIn } from './stand-in.js'
import type { Answer, StandIn } from './stand-in.js'

const request = { peer: { host: 'localhost', port: 9093, secure: true }, signal: new AbortController().signal }
const NOW = 1_700_000_000
const good = {
  active: true,
  sub: 'alice',
  aud: ['kafka', 'x'],
  exp: NOW + 600,
  scope: 'read write',
  client_id: 'orders',
}

function validator(
  service: StandIn,
  options: Partial<IntrospectionOptions> = {},
): ReturnType<typeof introspectionValidator>['validateToken'] {
  return introspectionValidator({
    introspectionEndpoint: `${service.url}/introspect`,
    audience: 'kafka',
    clientId: 'broker',
    clientSecret: 'broker-secret',
    now: () => NOW * 1000,
    ...(options as object),
  }).validateToken
}

/** Asks as RFC 7662 says, or is not answered. */
const strictly =
  (answer: object): Answer =>
  ({ method, path, form, headers }, response) => {
    const right =
      method === 'POST' &&
      path === '/introspect' &&
      form.get('token') === 'opaque-token' &&
      headers.authorization === `Basic ${Buffer.from('broker:broker-secret').toString('base64')}` &&
      headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
    if (!right) {
      respond(response, 400, '')
      return undefined
    }
    return answer
  }

suite('introspection (RFC 7662)', () => {
  test('an active token', async () => {
    await using service = await standIn(strictly(good))
    const found = await validator(service)('opaque-token', request)
    assert.ok('principalName' in found)
    assert.equal(found.principalName, 'alice')
    assert.equal(found.lifetimeMs, (NOW + 600) * 1000)
    assert.deepEqual([...(found.scope ?? [])], ['read', 'write'])
    assert.equal(found.claims?.['client_id'], 'orders')
  })

  test('is asked once for many logins, and again after `rememberFor`', async () => {
    let now = NOW * 1000
    await using service = await standIn(strictly(good))
    const validate = validator(service, { now: () => now, rememberFor: 5000 })
    await Promise.all(Array.from({ length: 100 }, async () => validate('opaque-token', request)))
    assert.equal(service.requests.length, 1)
    now += 5000
    await validate('opaque-token', request)
    assert.equal(service.requests.length, 2)
  })

  test('inactive, ended, for another, of another, without a name', async () => {
    for (const [answer, reason] of [
      [{ active: false }, /inactive/],
      [{ ...good, exp: NOW }, /ended/],
      [{ ...good, nbf: NOW + 60 }, /not valid yet/],
      [{ ...good, aud: 'mail' }, /aud/],
      [{ ...good, iss: 'https://elsewhere' }, /iss/],
      [{ active: true, aud: 'kafka' }, /sub/],
    ] as const) {
      await using service = await standIn(strictly(answer))
      const found = await validator(service, { issuer: 'https://here' })('opaque-token', request)
      assert.ok('status' in found, JSON.stringify(answer))
      assert.equal(found.status, 'invalid_token')
      assert.match(found.reason ?? '', reason)
    }
  })

  test('a token whose end is not told lets a session last `defaultLifetime`; a user name stands for a missing subject', async () => {
    await using service = await standIn(strictly({ active: true, username: 'bob', aud: 'kafka' }))
    const found = await validator(service, { defaultLifetime: 1000 })('opaque-token', request)
    assert.ok('principalName' in found)
    assert.deepEqual([found.principalName, found.lifetimeMs], ['bob', NOW * 1000 + 1000])
  })

  test('an endpoint that fails is no fault of the token, and the token is in no error', async () => {
    for (const answer of [
      (_request: unknown, response: Parameters<Answer>[1]) => respond(response, 500, ''),
      (_request: unknown, response: Parameters<Answer>[1]) => respond(response, 200, '<html>'),
      (_request: unknown, response: Parameters<Answer>[1]) =>
        json(response, 401, { error: 'invalid_client', error_description: 'opaque-token' }),
      () => ({ no: 'active' }),
    ]) {
      await using service = await standIn(answer)
      await assert.rejects(
        async () => validator(service)('opaque-token', request),
        (error: Error & { readonly code?: string }) =>
          error.code === 'CREDENTIALS_UNAVAILABLE' && !error.message.includes('opaque-token'),
      )
    }
  })

  test('an audience must be named, or waived', async () => {
    await using service = await standIn(strictly({ active: true, sub: 'alice' }))
    assert.throws(() => validator(service, { audience: '' }), { code: 'INVALID_ARGUMENT' })
    assert.ok('principalName' in (await validator(service, { audience: { accept: 'any' } })('opaque-token', request)))
  })
})
