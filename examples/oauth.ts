// Tokens from an authorization server: the client fetches and refreshes them, the broker checks them by the server's keys.
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import { connect, oauthBearer } from 'ottla'
import { clientCredentials, jwtValidator } from 'ottla/oauth'
import { startBroker } from 'ottla/testing'

// Stands for Keycloak, Okta, Entra and the like: a token endpoint, and the public key of what it signs.
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const identityProvider = createServer((request, response) => {
  void (async () => {
    const address = identityProvider.address() as AddressInfo
    const jwks = { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256' }] }
    const claims = { iss: `http://localhost:${address.port}`, sub: 'orders', aud: 'kafka', scope: 'read', tenant: 't1' }
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuedAt()
      .setExpirationTime('1h')
    const answer = { access_token: await token.sign(key.privateKey), token_type: 'Bearer', expires_in: 3600 }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url === '/jwks' ? jwks : answer))
  })()
}).listen(0, 'localhost')
await once(identityProvider, 'listening')
const issuer = `http://localhost:${(identityProvider.address() as AddressInfo).port}`

// The broker: issuer and audience must be right, the scope must hold `read`.
const { validateToken } = jwtValidator({
  issuer,
  jwksUri: `${issuer}/jwks`,
  audience: 'kafka',
  requiredScopes: ['read'],
})
await using broker = await startBroker({
  tls: true,
  mechanisms: ['OAUTHBEARER'],
  validateToken,
  principal: (login) => {
    const token = login.kind === 'sasl' ? login.negotiatedProperty('OAUTHBEARER.token') : undefined
    console.log(`the broker sees ${token?.principalName ?? 'nobody'} of tenant ${String(token?.claims?.['tenant'])}`)
    return { type: 'User', name: token?.principalName ?? 'ANONYMOUS' }
  },
})

// The client: one source for all connections. A real client secret comes from a vault; it may be a function.
using token = clientCredentials({
  tokenEndpoint: `${issuer}/token`,
  clientId: 'orders',
  clientSecret: async () => 'secret',
})
token.events.on('fetch', ({ principal }) => {
  console.log(`fetched a token of ${principal ?? 'nobody'}`)
})
for (let i = 0; i < 2; i++) {
  const options = { host: broker.host, port: broker.port, tls: { ca: broker.ca }, sasl: oauthBearer({ token }) }
  await using connection = await connect(options)
  console.log(`logged in with ${connection.session?.mechanism ?? 'nothing'}`)
}
identityProvider.close()

// Prints:
// fetched a token of orders
// the broker sees orders of tenant t1
// logged in with OAUTHBEARER
// the broker sees orders of tenant t1
// logged in with OAUTHBEARER
