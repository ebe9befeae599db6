// The world that the texts speak of, in this process: kafka.example.com with its users, idp.example.com with its tokens,
// and the files below /etc/kafka.
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { SignJWT, decodeJwt } from 'jose'
import { jwtValidator } from '../../dist/oauth/index.js'
import { unsecuredValidator } from '../../dist/sasl/index.js'
import { createAuthority, startBroker } from '../../dist/testing/index.js'

const users = { alice: 'alice-secret', bob: 'bob-secret' }
const topics = { orders: 3, payments: 1 }

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwks = { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }] }

/** A token for whom the request names: `client_id`, or the user name of Basic authentication. */
async function issue(issuer, request, form) {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const [user] = basic ? Buffer.from(basic, 'base64').toString().split(':') : []
  const scope = form.get('scope') ?? 'kafka'
  const token = await new SignJWT({ scope, tenant: 'blue' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'JWT' })
    .setIssuer(issuer)
    .setSubject(form.get('client_id') ?? decodeURIComponent(user ?? 'alice'))
    .setAudience('kafka')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key.privateKey)
  return { access_token: token, token_type: 'Bearer', expires_in: 3600, scope }
}

/** An authorization server over TLS that trusts everybody: `/token`, `/jwks`, `/introspect`, and its metadata. */
async function startIdentityProvider(identity) {
  const server = createServer({ cert: identity.cert, key: identity.key }, (request, response) => {
    void (async () => {
      const issuer = `https://localhost:${server.address().port}`
      const form = new URLSearchParams(await text(request))
      const answers = {
        '/token': () => issue(issuer, request, form),
        '/jwks': () => jwks,
        '/introspect': () => ({ active: true, ...decodeJwt(form.get('token') ?? '') }),
        '/.well-known/openid-configuration': () => ({
          issuer,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          introspection_endpoint: `${issuer}/introspect`,
        }),
      }
      const answer = answers[new URL(request.url, issuer).pathname]
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
      response.end(JSON.stringify((await answer?.()) ?? { error: 'not_found' }))
    })()
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return server
}

/** Tokens of that server, and those that nobody signed. */
function validators(issuer) {
  const signed = jwtValidator({ issuer, audience: 'kafka', jwks })
  const unsigned = unsecuredValidator()
  return (token, request) => {
    const validator = /^[^.]+\.[^.]+\.$/.test(token) ? unsigned : signed
    return validator.validateToken(token, request)
  }
}

function writeFiles(folder, { broker, authority, token }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const client = broker.clientCertificate([['CN', 'alice']])
  const server = authority.server(['localhost', 'kafka.example.com'])
  const properties = broker.settings({ mechanism: 'SCRAM-SHA-512', username: 'alice' }).properties
  const files = {
    'ca.pem': broker.ca + authority.cert,
    'client.pem': client.key + client.cert,
    'client-cert.pem': client.cert,
    'client-key.pem': client.key,
    'server.pem': server.key + server.cert,
    'server-cert.pem': server.cert,
    'server-key.pem': server.key,
    'client.properties': properties,
    password: 'alice-secret\n',
    token,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(`${folder}/${name}`, content)
}

/**
 * Starts it. `folder` gets the files of /etc/kafka; programs run in it.
 *
 * Names and ports of a text are replaced by those of the world: kafka.example.com:9093 (TLS), kafka.example.com:9092
 * (plaintext), https://idp.example.com, /etc/kafka.
 */
export async function startWorld(folder) {
  const authority = createAuthority()
  const identityProvider = await startIdentityProvider(authority.server())
  const issuer = `https://localhost:${identityProvider.address().port}`
  const common = { users, topics, validateToken: validators(issuer) }
  const broker = await startBroker({ ...common, tls: { clientAuth: 'requested' } })
  const plaintext = await startBroker(common)
  writeFiles(folder, { broker, authority, token: broker.unsecuredToken({ principal: 'alice' }) })
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  return {
    folder,
    env: {
      ...env,
      NO_COLOR: '1',
      NODE_EXTRA_CA_CERTS: `${folder}/ca.pem`,
      KAFKA_PASSWORD: users.alice,
      CLIENT_SECRET: 'client-secret',
    },
    replace: (code) =>
      code
        .replaceAll('https://idp.example.com', issuer)
        .replaceAll('kafka.example.com', 'localhost')
        .replaceAll(/\b9093\b/g, String(broker.port))
        .replaceAll(/\b9092\b/g, String(plaintext.port))
        .replaceAll('/etc/kafka', folder),
    async close() {
      await Promise.all([broker.close(), plaintext.close()])
      identityProvider.closeAllConnections()
      identityProvider.close()
    },
  }
}
