import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, oauthBearer } from 'ottla'
import type { Connection } from 'ottla'
import { clientCredentials, jwtValidator } from 'ottla/oauth'
import { startBroker } from 'ottla/testing'
import { authorizationServer } from '../../oauth/provider.js'

const CONNECTIONS = 1000

test('1,000 connections at once cost one token request, and 1,000 more after its end one more', async () => {
  await using service = await authorizationServer({ lifetime: 600 })
  const { validateToken } = jwtValidator({ issuer: service.issuer, audience: 'kafka' })
  await using broker = await startBroker({ mechanisms: ['OAUTHBEARER'], validateToken })
  // What the token source takes for the time: so the test needs not wait for the token's end.
  let ahead = 0
  const clock = {
    now: () => Date.now() + ahead,
    setTimeout: (callback: () => void, ms: number): unknown => setTimeout(callback, ms),
    clearTimeout: (timer: unknown): void => {
      clearTimeout(timer as NodeJS.Timeout)
    },
  }
  const credentials = { clientId: 'orders', clientSecret: 'orders-secret+/=', scope: 'read' }
  using token = clientCredentials({ issuer: service.issuer, ...credentials, clock })
  const sasl = oauthBearer({ token, allowPlaintext: true })
  const storm = async (): Promise<void> => {
    const options = { host: broker.host, port: broker.port, connectTimeout: 50_000, sasl }
    const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect(options)))
    await Promise.all(connections.map((connection: Connection) => connection.close()))
  }
  await storm()
  assert.equal(service.requests.get('/token'), 1)
  ahead = 601_000
  service.lifetime = 3600
  await storm()
  assert.equal(service.requests.get('/token'), 2)
  assert.equal(service.requests.get('/jwks'), 1)
})
