import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, suite, test } from 'node:test'
import { AuthenticationError, connect, oauthBearer } from 'ottla'
import type { Connection } from 'ottla'
import { clientCredentials, extensionsByClaims, introspectionValidator, jwtValidator } from 'ottla/oauth'
import type { CachedTokenSource } from 'ottla/oauth'
import type { OAuthBearerServerOptions } from 'ottla/sasl'
import { startBroker } from 'ottla/testing'
import type { Broker } from 'ottla/testing'
import { authorizationServer } from '../../oauth/provider.js'
import type { AuthorizationServer } from '../../oauth/provider.js'

const orders = { clientId: 'orders', clientSecret: 'orders-secret+/=', scope: 'read' }

/** A broker that asks for tokens, and nothing else. */
function brokerFor(options: OAuthBearerServerOptions): Promise<Broker> {
  return startBroker({ tls: true, mechanisms: ['OAUTHBEARER'], failedLoginDelay: 0, ...options })
}

function login(broker: Broker, token: CachedTokenSource): Promise<Connection> {
  return connect({ host: broker.host, port: broker.port, tls: { ca: broker.ca }, sasl: oauthBearer({ token }) })
}

/** Who the broker takes the client for. */
async function principalOf(broker: Broker, token: CachedTokenSource): Promise<string> {
  const server = broker.servers[0]
  assert.ok(server)
  const heard = once(server.events, 'login')
  await (await login(broker, token)).close()
  const [{ principal }] = (await heard) as [{ readonly principal: { readonly name: string } }]
  return principal.name
}

suite('a real authorization server', () => {
  let service: AuthorizationServer
  before(async () => {
    service = await authorizationServer()
  })
  after(() => service[Symbol.asyncDispose]())

  test('client credentials by discovery; the broker validates with its keys', async () => {
    const { validateToken } = jwtValidator({
      issuer: service.issuer,
      audience: 'kafka',
      typ: 'at+jwt',
      requiredScopes: ['read'],
    })
    await using broker = await brokerFor({ validateToken })
    using token = clientCredentials({ issuer: service.issuer, ...orders })
    assert.equal(await principalOf(broker, token), 'orders')
  })

  test('client_secret_post and private_key_jwt', async () => {
    const { validateToken } = jwtValidator({ issuer: service.issuer, audience: 'kafka' })
    await using broker = await brokerFor({ validateToken })
    const { tokenEndpoint, issuer, paymentsKey: privateKey } = service
    using billing = clientCredentials({
      tokenEndpoint,
      clientId: 'billing',
      clientSecret: 'billing-secret',
      method: 'client_secret_post',
    })
    assert.equal(await principalOf(broker, billing), 'billing')
    using payments = clientCredentials({ issuer, clientId: 'payments', privateKey, keyId: 'payments' })
    assert.equal(await principalOf(broker, payments), 'payments')
  })

  test('a wrong secret: what the service says, and nothing reaches the broker', async () => {
    const { validateToken } = jwtValidator({ issuer: service.issuer, audience: 'kafka' })
    await using broker = await brokerFor({ validateToken })
    using token = clientCredentials({ issuer: service.issuer, ...orders, clientSecret: 'wrong' })
    await assert.rejects(login(broker, token), (error: unknown) => {
      assert.ok(error instanceof AuthenticationError)
      assert.equal(error.code, 'CREDENTIALS_UNAVAILABLE')
      assert.deepEqual([error.endpoint?.problem, error.endpoint?.error], ['refused', 'invalid_client'])
      return true
    })
  })

  test('extensions made of the token, validated by its claims', async () => {
    const { validateToken } = jwtValidator({ issuer: service.issuer, audience: 'kafka' })
    await using broker = await brokerFor({
      validateToken,
      validateExtensions: extensionsByClaims({ logicalCluster: 'logicalCluster' }, { required: ['logicalCluster'] }),
    })
    using right = clientCredentials({
      issuer: service.issuer,
      ...orders,
      extensions: ({ claims }) => ({ logicalCluster: String(claims?.['logicalCluster']), traceId: '1' }),
    })
    assert.equal(await principalOf(broker, right), 'orders')
    for (const extensions of [{ logicalCluster: 'lkc-2' }, {}]) {
      using wrong = clientCredentials({ issuer: service.issuer, ...orders, extensions })
      await assert.rejects(login(broker, wrong), { code: 'EXTENSIONS_REFUSED' })
    }
  })

  test('the keys rotate in the middle', async () => {
    const { validateToken, keys } = jwtValidator({ issuer: service.issuer, audience: 'kafka', cooldown: 0 })
    let fetches = 0
    keys.events.on('fetch', () => fetches++)
    await using broker = await brokerFor({ validateToken })
    using before = clientCredentials({ issuer: service.issuer, ...orders })
    assert.equal(await principalOf(broker, before), 'orders')
    for (const step of ['announce', 'sign'] as const) service.rotate(step)
    using since = clientCredentials({ issuer: service.issuer, ...orders })
    assert.equal(await principalOf(broker, since), 'orders')
    assert.equal(await principalOf(broker, before), 'orders')
    assert.equal(fetches, 2)
  })

  test('a token that the broker rejects is fetched anew for the next login', async () => {
    const rejected = new Set<string>()
    const { validateToken } = jwtValidator({
      issuer: service.issuer,
      audience: 'kafka',
      check: ({ claims }) => {
        const id = String(claims?.['jti'])
        return rejected.size > 0 && !rejected.has(id) ? true : (rejected.add(id), 'revoked')
      },
    })
    await using broker = await brokerFor({ validateToken })
    const refused = once(broker.servers[0]?.events ?? assert.fail(), 'refuse')
    using token = clientCredentials({ issuer: service.issuer, ...orders })
    await assert.rejects(login(broker, token), (error: unknown) => {
      assert.ok(error instanceof AuthenticationError)
      assert.equal(error.code, 'TOKEN_REJECTED')
      assert.equal(error.tokenError?.status, 'invalid_token')
      assert.ok(!error.message.includes('revoked'), 'the reason is the operator’s')
      return true
    })
    const [{ reason }] = (await refused) as [{ readonly reason: string }]
    assert.match(reason, /revoked/)
    assert.equal(await principalOf(broker, token), 'orders')
  })

  test('a scope that is missing: the client learns which', async () => {
    const openidConfiguration = `${service.issuer}/.well-known/openid-configuration`
    const { validateToken } = jwtValidator({
      issuer: service.issuer,
      audience: 'kafka',
      requiredScopes: ['write'],
      openidConfiguration,
    })
    await using broker = await brokerFor({ validateToken })
    using token = clientCredentials({ issuer: service.issuer, ...orders })
    await assert.rejects(login(broker, token), (error: unknown) => {
      assert.ok(error instanceof AuthenticationError)
      assert.deepEqual(error.tokenError, { status: 'insufficient_scope', scope: 'write', openidConfiguration })
      return true
    })
  })
})

test('opaque tokens are introspected', async () => {
  await using service = await authorizationServer({ format: 'opaque' })
  const { issuer } = service
  const { validateToken } = introspectionValidator({
    issuer,
    audience: 'kafka',
    clientId: 'billing',
    clientSecret: 'billing-secret',
    method: 'client_secret_post',
    principalClaim: 'client_id',
  })
  await using broker = await brokerFor({ validateToken })
  using token = clientCredentials({ issuer, ...orders })
  assert.equal(await principalOf(broker, token), 'orders')
  assert.equal(await principalOf(broker, token), 'orders')
  assert.equal(service.requests.get('/token/introspection'), 1)
  await using other = await authorizationServer({ format: 'opaque' })
  using stranger = clientCredentials({ issuer: other.issuer, ...orders })
  await assert.rejects(login(broker, stranger), { code: 'TOKEN_REJECTED' })
})
