import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { jwtValidator } from '#src/oauth/jwt-validator.js'
import type { JwtValidator, JwtValidatorOptions } from '#src/oauth/jwt-validator.js'
import { issuerKey, token } from './jwt.js'
import type { IssuerKey } from './jwt.js'
import { respond, standIn } from './stand-in.js'
import type { StandIn } from './stand-in.js'

const request = { peer: { host: 'localhost', port: 9093, secure: true }, signal: new AbortController().signal }

/** An issuer whose keys and clock the test turns. */
class Issuer {
  now = 1_700_000_000_000
  keys: IssuerKey[] = [issuerKey('k1')]
  readonly service: StandIn

  constructor(service: StandIn) {
    this.service = service
    service.answer = ({ path }) => {
      if (path.endsWith('/openid-configuration')) return { issuer: service.url, jwks_uri: `${service.url}/jwks` }
      return { keys: this.keys.map(({ jwk }) => jwk) }
    }
  }

  fetches(): number {
    return this.service.requests.filter(({ path }) => path === '/jwks').length
  }

  validator(options: Partial<JwtValidatorOptions> = {}): JwtValidator {
    return jwtValidator({
      issuer: this.service.url,
      audience: 'kafka',
      now: () => this.now,
      maxRemembered: 0,
      ...options,
    })
  }

  token(key: IssuerKey | undefined = this.keys[0], kid?: string): string {
    assert.ok(key)
    const seconds = this.now / 1000
    const claims = { iss: this.service.url, aud: 'kafka', sub: 'alice', iat: seconds, exp: seconds + 600 }
    return token(key, claims, kid === undefined ? {} : { kid })
  }
}

const accepted = async ({ validateToken }: JwtValidator, value: string): Promise<boolean> =>
  !('status' in (await validateToken(value, request)))

suite('the keys of an issuer', () => {
  test('are found by its metadata, and fetched once for a thousand logins at a time', async () => {
    await using service = await standIn(() => undefined)
    const issuer = new Issuer(service)
    const validator = issuer.validator()
    const value = issuer.token()
    const all = await Promise.all(Array.from({ length: 1000 }, () => accepted(validator, value)))
    assert.ok(all.every(Boolean))
    assert.equal(service.requests.length, 2)
  })

  test('rotate: a new key id has them fetched, the old key goes', async () => {
    await using service = await standIn(() => undefined)
    const issuer = new Issuer(service)
    const validator = issuer.validator()
    const old = issuer.token()
    assert.ok(await accepted(validator, old))
    issuer.keys = [issuerKey('k2')]
    issuer.now += 20_000
    assert.ok(await accepted(validator, issuer.token()))
    assert.equal(issuer.fetches(), 2)
    assert.ok(!(await accepted(validator, old)))
  })

  test('a key that is withdrawn takes with it the tokens that are remembered', async () => {
    await using service = await standIn(() => undefined)
    const issuer = new Issuer(service)
    const validator = issuer.validator({ maxRemembered: 10 })
    const old = issuer.token()
    assert.ok(await accepted(validator, old))
    issuer.keys = [issuerKey('k2')]
    issuer.now += 20_000
    assert.ok(await accepted(validator, old), 'nobody has noticed yet')
    assert.ok(await accepted(validator, issuer.token()))
    assert.ok(!(await accepted(validator, old)))
  })

  test('a flood of invented key ids costs one fetch per cooldown', async () => {
    await using service = await standIn(() => undefined)
    const issuer = new Issuer(service)
    const validator = issuer.validator({ cooldown: 10_000 })
    assert.ok(await accepted(validator, issuer.token()))
    for (let i = 0; i < 200; i++) assert.ok(!(await accepted(validator, issuer.token(issuer.keys[0], `invented-${i}`))))
    assert.equal(issuer.fetches(), 2)
    issuer.now += 10_000
    assert.ok(!(await accepted(validator, issuer.token(issuer.keys[0], 'x'.repeat(1001)))), 'too long to be looked up')
    assert.equal(issuer.fetches(), 2)
    assert.ok(!(await accepted(validator, issuer.token(issuer.keys[0], 'one more'))))
    assert.equal(issuer.fetches(), 3)
    assert.ok(await accepted(validator, issuer.token()), 'those who have a key are not harmed')
  })

  test('grow old: fetched in the background while the old ones serve, and the old ones stay if that fails', async () => {
    await using service = await standIn(() => undefined)
    const issuer = new Issuer(service)
    const validator = issuer.validator({ refreshInterval: 60_000 })
    assert.ok(await accepted(validator, issuer.token()))
    const answer = service.answer
    service.answer = (_request, response) => respond(response, 503, 'busy')
    issuer.now += 60_000
    const failed = new Promise<Error>((resolve) => {
      validator.keys.events.once('failure', ({ error }) => {
        resolve(error)
      })
    })
    assert.ok(await accepted(validator, issuer.token()))
    assert.match((await failed).message, /503/)
    assert.ok(await accepted(validator, issuer.token()), 'not asked again at once')
    assert.equal(issuer.fetches(), 2)
    service.answer = answer
    issuer.now += 10_000
    const fetched = new Promise<number>((resolve) => {
      validator.keys.events.once('fetch', ({ keys }) => {
        resolve(keys)
      })
    })
    assert.ok(await accepted(validator, issuer.token()))
    assert.equal(await fetched, 1)
  })

  test('not to be had at all: an error of the server, not of the token; asked again after a second', async () => {
    await using service = await standIn((_request, response) => respond(response, 500, ''))
    const issuer = new Issuer(service)
    const answer = service.answer
    service.answer = (_request, response) => respond(response, 500, '')
    const { validateToken, ...rest } = issuer.validator()
    for (let i = 0; i < 3; i++) {
      await assert.rejects(async () => validateToken(issuer.token(), request), { code: 'CREDENTIALS_UNAVAILABLE' })
    }
    assert.equal(service.requests.length, 1)
    service.answer = answer
    issuer.now += 1000
    assert.ok(await accepted({ validateToken, ...rest }, issuer.token()))
  })

  test('ten thousand of them, no set at all, or metadata of another issuer: not taken', async () => {
    const key = issuerKey('k1')
    const many = JSON.stringify({
      keys: Array.from({ length: 10_000 }, (_unused, i) => ({ ...key.jwk, kid: `k${i}` })),
    })
    const some = JSON.stringify({ keys: Array.from({ length: 1001 }, (_unused, i) => ({ ...key.jwk, kid: `k${i}` })) })
    for (const body of [many, some, '[]', '{}', '{"keys":{}}', '<html>', '{"keys":[1]}']) {
      await using service = await standIn((_request, response) => respond(response, 200, body))
      const { validateToken } = jwtValidator({ issuer: service.url, jwksUri: `${service.url}/jwks`, audience: 'kafka' })
      const value = new Issuer(service).token(key)
      service.answer = (_request, response) => respond(response, 200, body)
      await assert.rejects(
        async () => validateToken(value, request),
        { code: 'CREDENTIALS_UNAVAILABLE' },
        body.slice(0, 40),
      )
    }
    await using service = await standIn(() => ({
      issuer: 'https://other.example.com',
      jwks_uri: 'https://other.example.com/jwks',
    }))
    const { validateToken } = jwtValidator({ issuer: service.url, audience: 'kafka' })
    await assert.rejects(async () => validateToken(token(key, {}), request), { code: 'CREDENTIALS_UNAVAILABLE' })
  })

  test('in hand: nothing is fetched', async () => {
    const key = issuerKey('k1')
    await using service = await standIn(() => undefined)
    const issuer = new Issuer(service)
    const validator = issuer.validator({ jwks: () => ({ keys: [key.jwk] }) })
    assert.ok(await accepted(validator, issuer.token(key)))
    assert.ok(!(await accepted(validator, issuer.token())))
    assert.equal(service.requests.length, 0)
  })
})
