import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { jwtValidator } from '#src/oauth/jwt-validator.js'
import type { JwtValidatorOptions } from '#src/oauth/jwt-validator.js'
import type { TokenRejection } from '#src/sasl/oauthbearer/server.js'
import type { ValidatedToken } from '#src/sasl/oauthbearer/token.js'
import { hmacToken, issuerKey, token, unsignedToken } from './jwt.js'

const ISSUER = 'https://login.example.com/'
const NOW = 1_700_000_000
const ec = issuerKey('ec')
const rsa = issuerKey('rsa', 'RS256')
const good = { iss: ISSUER, aud: 'kafka', sub: 'alice', iat: NOW - 60, exp: NOW + 600, scope: 'read write' }
const peer = { host: 'localhost', port: 9093, secure: true }
const request = { peer, signal: new AbortController().signal }

async function validate(
  value: string,
  options: Partial<JwtValidatorOptions> = {},
): Promise<ValidatedToken | TokenRejection> {
  const jwks = { keys: [ec.jwk, rsa.jwk] }
  const { validateToken } = jwtValidator({ issuer: ISSUER, audience: 'kafka', jwks, now: () => NOW * 1000, ...options })
  return validateToken(value, request)
}

async function reason(value: string, options: Partial<JwtValidatorOptions> = {}): Promise<string> {
  const found = await validate(value, options)
  assert.ok('status' in found, 'the token was accepted')
  assert.equal(found.status, 'invalid_token')
  assert.equal(found.scope, undefined)
  return found.reason ?? ''
}

suite('a JWT that is good', () => {
  test('says who, until when, and what for; all claims are there for the principal builder', async () => {
    for (const key of [ec, rsa]) {
      const found = await validate(token(key, { ...good, tenant: 't1' }))
      assert.ok('principalName' in found)
      assert.equal(found.principalName, 'alice')
      assert.equal(found.lifetimeMs, (NOW + 600) * 1000)
      assert.equal(found.startTimeMs, (NOW - 60) * 1000)
      assert.deepEqual([...(found.scope ?? [])], ['read', 'write'])
      assert.equal(found.claims?.['tenant'], 't1')
    }
  })

  test('one of several audiences and issuers will do', async () => {
    const value = token(ec, { ...good, aud: ['x', 'kafka'] })
    assert.ok(
      'principalName' in (await validate(value, { audience: ['y', 'kafka'], issuer: ['https://other', ISSUER] })),
    )
  })

  test('claims under other names, groups as the principal builder wants them', async () => {
    const value = token(ec, { ...good, client: 'orders', scp: ['a', 'b'], roles: 'admin' })
    const found = await validate(value, { principalClaim: 'client', scopeClaim: 'scp', groupsClaim: 'roles' })
    assert.ok('principalName' in found)
    assert.equal(found.principalName, 'orders')
    assert.deepEqual([...(found.scope ?? [])], ['a', 'b'])
    assert.deepEqual(found.claims?.['groups'], ['admin'])
  })

  test('within the clock tolerance, on both ends', async () => {
    assert.ok('principalName' in (await validate(token(ec, { ...good, exp: NOW - 29 }))))
    assert.ok('principalName' in (await validate(token(ec, { ...good, nbf: NOW + 30 }))))
  })

  test('without a key id, if the issuer has several keys of the kind', async () => {
    const second = issuerKey('second')
    const value = token(second, good, { kid: undefined })
    assert.ok('principalName' in (await validate(value, { jwks: { keys: [ec.jwk, second.jwk] } })))
    const stranger = token(issuerKey('x'), good, { kid: undefined })
    assert.match(await reason(stranger, { jwks: { keys: [ec.jwk, second.jwk] } }), /no key of the issuer/)
  })
})

suite('a JWT that is not', () => {
  test('alg none', async () => {
    assert.match(await reason(unsignedToken(good)), /alg/i)
  })

  test('RS256/HS256 confusion: the public key taken for a shared secret', async () => {
    const pem = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    for (const secret of [JSON.stringify(rsa.jwk), pem, rsa.jwk.kid]) {
      assert.match(await reason(hmacToken(secret, good, { kid: 'rsa' })), /alg/i)
    }
    assert.throws(() => jwtValidator({ issuer: ISSUER, audience: 'kafka', algorithms: ['RS256', 'HS256'] }), /HS256/)
  })

  test('an algorithm that is not allowed', async () => {
    assert.match(await reason(token(ec, good), { algorithms: ['RS256'] }), /alg/i)
  })

  test('signed by another, or changed', async () => {
    assert.match(await reason(token({ ...issuerKey('ec') }, good)), /signature/)
    const [header, , signature] = token(ec, good).split('.')
    const changed = Buffer.from(JSON.stringify({ ...good, sub: 'admin' })).toString('base64url')
    assert.match(await reason(`${header ?? ''}.${changed}.${signature ?? ''}`), /signature/)
  })

  test('expired, not yet valid, without an end', async () => {
    assert.match(await reason(token(ec, { ...good, exp: NOW - 30 })), /exp/)
    assert.match(await reason(token(ec, { ...good, nbf: NOW + 31 })), /nbf/)
    assert.match(await reason(token(ec, { ...good, exp: undefined })), /exp/)
    assert.match(await reason(token(ec, { ...good, exp: 'tomorrow' })), /exp/)
  })

  test('for another audience, of another issuer', async () => {
    assert.match(await reason(token(ec, { ...good, aud: 'mail' })), /aud/)
    assert.match(await reason(token(ec, { ...good, aud: undefined })), /aud/)
    assert.match(await reason(token(ec, { ...good, iss: 'https://login.example.com.evil/' })), /iss/)
  })

  test('of another type', async () => {
    assert.match(await reason(token(ec, good), { typ: 'at+jwt' }), /typ/)
    assert.ok('principalName' in (await validate(token(ec, good, { typ: 'at+jwt' }), { typ: 'at+jwt' })))
  })

  test('without a name, or with claims of the wrong kind', async () => {
    for (const sub of [undefined, '', ' ', 5, null, ['alice']])
      assert.match(await reason(token(ec, { ...good, sub })), /sub/)
    assert.match(await reason(token(ec, { ...good, scope: { read: true } })), /scope/)
  })

  test('a scope that is missing: the client is told which ones are needed', async () => {
    const found = await validate(token(ec, good), {
      requiredScopes: ['read', 'admin'],
      openidConfiguration: `${ISSUER}config`,
    })
    assert.ok('status' in found)
    assert.deepEqual(found, {
      status: 'insufficient_scope',
      scope: 'read admin',
      openidConfiguration: `${ISSUER}config`,
      reason: 'the scope is "read write"',
    })
  })

  test('1 MB long: refused unread', async () => {
    assert.match(await reason(token(ec, { ...good, groups: 'x'.repeat(1_000_000) })), /characters/)
  })

  test('a check of one’s own, at every login', async () => {
    const seen: string[] = []
    const check = (found: ValidatedToken): string | true =>
      seen.push(found.principalName) > 1 ? 'the tenant is closed' : true
    const jwks = { keys: [ec.jwk] }
    const { validateToken } = jwtValidator({ issuer: ISSUER, audience: 'kafka', jwks, now: () => NOW * 1000, check })
    const value = token(ec, good)
    assert.ok('principalName' in (await validateToken(value, request)))
    const second = await validateToken(value, request)
    assert.ok('status' in second)
    assert.equal(second.reason, 'the tenant is closed')
  })

  test('whatever bytes: refused with a status, never an exception', async () => {
    const jwks = { keys: [ec.jwk] }
    const { validateToken } = jwtValidator({ issuer: ISSUER, audience: 'kafka', jwks })
    const json = fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'))
    const likely = fc.tuple(json, json, fc.base64String()).map((parts) => parts.join('.'))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), likely), async (value) => {
        assert.ok('status' in (await validateToken(value, request)))
      }),
      { numRuns: 300 },
    )
  })
})

suite('options that would let in too much', () => {
  const jwks = { keys: [ec.jwk] }
  for (const [name, options] of Object.entries({
    'no audience': { issuer: ISSUER, jwks },
    'an empty audience': { issuer: ISSUER, audience: [], jwks },
    'a blank audience': { issuer: ISSUER, audience: '', jwks },
    'no issuer': { audience: 'kafka', jwks },
    'no way to keys': { audience: 'kafka', issuer: { accept: 'any' } },
    'a blank claim': { audience: 'kafka', issuer: ISSUER, principalClaim: ' ' },
  })) {
    test(name, () => {
      assert.throws(() => jwtValidator(options as JwtValidatorOptions), { code: 'INVALID_ARGUMENT' })
    })
  }

  test('asked for explicitly they are taken', async () => {
    const value = token(ec, { ...good, aud: 'mail', iss: 'https://elsewhere' })
    assert.ok('principalName' in (await validate(value, { audience: { accept: 'any' }, issuer: { accept: 'any' } })))
    assert.match(await reason(value, { audience: { accept: 'none' }, issuer: { accept: 'any' } }), /audience/)
  })
})
