import assert from 'node:assert/strict'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { AuthenticationError, oauthBearer } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { clientCredentials, jwtValidator } from 'ottla/oauth'
import { startBroker } from 'ottla/testing'
import { clientProperties, jaas } from './harness/client-properties.js'
import { connectTo } from './harness/connect.js'
import { JavaClient } from './harness/java-client.js'
import { theRing } from './harness/ring.js'
import type { RunningBroker } from './harness/start.js'

const { brokers, issuer, folder } = theRing()
/** Of a token of the client `short`, and so of a session. */
const lifetime = 10_000
const duration = 60_000
const inFlight = 20

async function control(step: 'announce' | 'sign' | 'retire'): Promise<void> {
  const asked = request(`${issuer}/control/${step}`, { method: 'POST' }).end()
  const [response] = (await once(asked, 'response')) as [NodeJS.ReadableStream]
  await once(response.resume(), 'end')
}

describe('tokens of a real authorization server at real Kafka', { concurrency: true }, () => {
  test(`${lifetime / 1000} s tokens during ${duration / 1000} s of load, keys rotated in the middle`, async (t) => {
    const loads = brokers.map((broker) => load(broker))
    await sleep(duration / 3)
    await control('announce')
    // Kafka asks for the keys every second here; who signs with a key before others know it locks his clients out.
    await sleep(5000)
    await control('sign')
    await sleep(lifetime + 5000)
    await control('retire')
    for (const { version, answered, renewals, fetches } of await Promise.all(loads)) {
      t.diagnostic(`Kafka ${version}: ${answered} requests, ${renewals} re-authentications, ${fetches} tokens`)
      assert.ok(answered > inFlight)
      assert.ok(renewals >= Math.floor(duration / lifetime), `${renewals} re-authentications`)
      assert.ok(fetches >= Math.floor(duration / lifetime), `${fetches} tokens`)
    }
  })

  for (const broker of brokers) {
    test(`Kafka ${broker.version} rejects a token for another audience, and Ottla says so`, async () => {
      const token = 'eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJhIn0.c2ln'
      await assert.rejects(
        connectTo(broker, 'OIDC', { sasl: oauthBearer({ token, allowPlaintext: true }) }),
        (error) => {
          assert.ok(error instanceof AuthenticationError)
          assert.equal(error.code, 'TOKEN_REJECTED')
          assert.deepEqual(error.tokenError?.status, 'invalid_token')
          return true
        },
      )
    })

    test(`the Java client ${broker.version}, by KIP-768, at Ottla's server`, async () => {
      const { validateToken } = jwtValidator({ issuer, audience: 'kafka', requiredScopes: ['read'] })
      const principals: string[] = []
      await using ours = await startBroker({
        mechanisms: ['OAUTHBEARER'],
        validateToken,
        validateExtensions: (extensions) => extensions.valid('traceId'),
        principal: (login) => {
          const name = login.kind === 'sasl' ? `${login.authorizationId}/${login.negotiatedProperty('traceId')}` : '?'
          principals.push(name)
          return { type: 'User', name }
        },
      })
      await using java = new JavaClient(broker, { 'org.apache.kafka.sasl.oauthbearer.allowed.urls': `${issuer}/token` })
      const login = async (clientSecret: string, scope: string): Promise<string> => {
        const file = join(folder, `kip-768-${broker.version}-${scope}-${clientSecret}.properties`)
        const settings = clientProperties({
          bootstrap: ours.bootstrap,
          mechanism: 'OAUTHBEARER',
          jaas: jaas.oauthBearer({ clientId: 'java', clientSecret, scope, extension_traceId: '123' }),
        })
        const handler = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler'
        const more = `sasl.login.callback.handler.class=${handler}\nsasl.oauthbearer.token.endpoint.url=${issuer}/token\n`
        await writeFile(file, settings + more)
        return await java.ask('login', file)
      }
      assert.match(await login('java-secret', 'read'), /^OK /)
      assert.equal(principals[0], 'java/123')
      assert.match(await login('java-secret', 'write'), /^FAIL .*"status":"insufficient_scope", ?"scope":"read"/)
      assert.match(await login('wrong', 'read'), /^FAIL /)
    })
  }
})

interface Load {
  readonly version: string
  readonly answered: number
  readonly renewals: number
  readonly fetches: number
}

/** Keeps requests in flight for a while; the first that fails ends it. */
async function load(broker: RunningBroker): Promise<Load> {
  using token = clientCredentials({ issuer, clientId: 'short', clientSecret: 'short-secret', scope: 'read' })
  await using connection = await connectTo(broker, 'OIDC', { sasl: oauthBearer({ token, allowPlaintext: true }) })
  let [answered, renewals, fetches] = [0, 0, 1]
  connection.events.on('re-authenticate', () => renewals++)
  token.events.on('fetch', () => fetches++)
  const end = Date.now() + duration
  const askAndAskAgain = async (): Promise<void> => {
    while (Date.now() < end) {
      await connection.send(Metadata, { topics: [] })
      answered++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, askAndAskAgain))
  return { version: broker.version, answered, renewals, fetches }
}
