import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { connect } from 'ottla'
import { parseJaasConfig, parseProperties, readClientConfig } from 'ottla/config'
import { startBroker } from 'ottla/testing'

/** The text that a test hands to clients of Java, read as they read it: bytes, in ISO 8859-1. */
describe('the testing broker’s client.properties', () => {
  const users = { alice: 'alice-secret', 'ünï "cödé"\\': 'pa$$ word=\'"\\;#!\t:é你😀\n/*x*/' }

  for (const tls of [false, true]) {
    for (const mechanism of ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] as const) {
      for (const username of Object.keys(users)) {
        // A Java broker, and so this one, takes only ASCII for a name in SCRAM.
        if (username !== 'alice' && mechanism.startsWith('SCRAM')) continue
        it(`lets ${username} in with ${mechanism} ${tls ? 'over TLS' : 'without TLS'}`, async () => {
          await using broker = await startBroker({ tls, users })
          const { properties } = broker.settings({ mechanism, username })
          const config = await readClientConfig(Buffer.from(properties))
          assert.deepEqual(
            config.warnings.filter(({ code }) => code !== 'INSECURE'),
            [],
          )
          const [endpoint] = config.endpoints
          assert.ok(endpoint)
          await using connection = await connect({ ...endpoint, ...config.connect })
          assert.equal(connection.state.name, 'ready')
        })
      }
    }
  }

  it('has the options of other clients beside it', async () => {
    await using broker = await startBroker({ tls: true, users: { alice: 'alice-secret' }, brokers: 2 })
    const { url, kafkajs, platformatic, librdkafka } = broker.settings({ mechanism: 'SCRAM-SHA-512' })
    const { ca, bootstrap } = broker
    const login = { username: 'alice', password: 'alice-secret' }
    assert.equal(url, `kafkas://alice:alice-secret@${bootstrap}?mechanism=SCRAM-SHA-512`)
    const brokers = bootstrap.split(',')
    assert.deepEqual(kafkajs, { brokers, ssl: { ca: [ca] }, sasl: { mechanism: 'scram-sha-512', ...login } })
    const sasl = { mechanism: 'SCRAM-SHA-512', ...login }
    assert.deepEqual(platformatic, { bootstrapBrokers: brokers, tls: { ca }, sasl })
    assert.deepEqual(librdkafka, {
      'bootstrap.servers': bootstrap,
      'security.protocol': 'SASL_SSL',
      'ssl.ca.pem': ca,
      'sasl.mechanism': 'SCRAM-SHA-512',
      'sasl.username': 'alice',
      'sasl.password': 'alice-secret',
    })
  })

  it('carries any name and password', async () => {
    await using broker = await startBroker({ users: { a: 'b' } })
    const code = fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0x10000, max: 0x10ffff }))
    const text = fc.array(code).map((codes) => String.fromCodePoint(...codes))
    fc.assert(
      fc.property(text, text, (username, password) => {
        const { properties } = broker.settings({ mechanism: 'PLAIN', username, password })
        const jaas = parseProperties(Buffer.from(properties)).get('sasl.jaas.config') ?? ''
        const [entry] = parseJaasConfig(jaas)
        assert.deepEqual([entry?.options.get('username'), entry?.options.get('password')], [username, password])
      }),
    )
  })
})
