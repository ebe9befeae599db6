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

  it('has programs of Python and Go beside it', async () => {
    await using broker = await startBroker({ tls: true, users: { 'al"ice': 'pä$$\n😀' } })
    const { kafkaPython, aiokafka, franzGo, sarama } = broker.settings({ mechanism: 'SCRAM-SHA-512' })
    const ca = JSON.stringify(broker.ca)
    const [name, password] = [String.raw`"al\"ice"`, String.raw`"p\U000000e4$$\n\U0001f600"`]
    const python = `import ssl

settings = {
    "bootstrap_servers": ["${broker.bootstrap}"],
    "security_protocol": "SASL_SSL",
    "ssl_context": ssl.create_default_context(cadata=${ca}),
    "sasl_mechanism": "SCRAM-SHA-512",
    "sasl_plain_username": ${name},
    "sasl_plain_password": ${password},
}
`
    assert.equal(kafkaPython, python)
    assert.equal(aiokafka, python)
    assert.equal(
      franzGo,
      `import (
	"crypto/tls"
	"crypto/x509"

	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/sasl/scram"
)

func settings() []kgo.Opt {
	return []kgo.Opt{
		kgo.SeedBrokers("${broker.bootstrap}"),
		kgo.DialTLSConfig(secure()),
		kgo.SASL(scram.Auth{User: ${name}, Pass: ${password}}.AsSha512Mechanism()),
	}
}

func secure() *tls.Config {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM([]byte(${ca}))
	return &tls.Config{RootCAs: roots}
}
`,
    )
    assert.ok(sarama.includes(`config.Net.SASL.User, config.Net.SASL.Password = ${name}, ${password}\n`))
    assert.ok(sarama.includes(`var brokers = []string{"${broker.bootstrap}"}\n`))
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
