import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { run } from '#src/cli/run.js'
import { startBroker } from '#src/testing/index.js'
import { fakeTerminal } from './terminal.js'
import type { Broker } from '#src/testing/index.js'
import type { FakeTerminal, FakeWorld } from './terminal.js'

let broker: Broker
before(async () => {
  broker = await startBroker({ tls: true, users: { alice: 'alice-secret' }, failedLoginDelay: 0 })
})
after(() => broker.close())

async function ottla(args: readonly string[], world: FakeWorld): Promise<FakeTerminal & { code: number }> {
  const terminal = fakeTerminal({ ...world, files: { ca: broker.ca ?? '', ...world.files } })
  const code = await run(args, terminal)
  assert.ok(!`${terminal.written.out}${terminal.written.err}`.includes('alice-secret'), 'a secret was printed')
  return { ...terminal, code }
}

/** The variables of a container. */
function variables(): Record<string, string> {
  return {
    KAFKA_BOOTSTRAP_SERVERS: `localhost:${broker.port}`,
    KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
    KAFKA_SSL_TRUSTSTORE_TYPE: 'PEM',
    KAFKA_SSL_TRUSTSTORE_CERTIFICATES: broker.ca ?? '',
    KAFKA_SASL_MECHANISM: 'SCRAM-SHA-256',
    KAFKA_SASL_USERNAME: 'alice',
    KAFKA_SASL_PASSWORD: 'alice-secret',
  }
}

test('variables say where and how: alone, or by --env with another server', async () => {
  const alone = await ottla(['doctor'], { env: variables() })
  assert.equal(alone.code, 0, alone.written.out)
  assert.match(alone.written.out, /✓ login .*SCRAM-SHA-256/)
  const elsewhere = { ...variables(), KAFKA_BOOTSTRAP_SERVERS: 'nowhere.invalid:1' }
  const named = await ottla(['connect', `localhost:${broker.port}`, '--env'], { env: elsewhere })
  assert.equal(named.code, 0, named.written.err)
  assert.match(named.written.out, /: SCRAM-SHA-256, session/)
})

test('variables count only where nothing else is said, and not beside other flags', async () => {
  const flags = await ottla(['connect', `localhost:${broker.port}`, '--ca', 'ca'], { env: variables() })
  assert.match(flags.written.out, /✓ tls[^]*✗ /)
  const both = await ottla(['doctor', '--env', '--tls'], { env: variables() })
  assert.equal(both.code, 2)
  assert.match(both.written.err, /--env and --tls exclude each other: the variables say/)
})

test('options of KafkaJS and of @platformatic/kafka are known by their shape', async () => {
  const sasl = { mechanism: 'plain', username: 'alice', password: 'alice-secret' }
  const kafkajs = JSON.stringify({ brokers: [`localhost:${broker.port}`], ssl: { ca: [broker.ca] }, sasl })
  const platformatic = JSON.stringify({
    bootstrapBrokers: [{ host: 'localhost', port: broker.port }],
    tls: { ca: broker.ca },
    sasl: { ...sasl, mechanism: 'SCRAM-SHA-512' },
  })
  for (const [config, mechanism] of [
    [kafkajs, 'PLAIN'],
    [`\ufeff\n${platformatic}`, 'SCRAM-SHA-512'],
  ] as const) {
    const { code, written } = await ottla(['doctor', '--config', 'config'], { files: { config } })
    assert.equal(code, 0, written.out + written.err)
    assert.match(written.out, new RegExp(`✓ login .*${mechanism}`))
  }
  const wrong = await ottla(['doctor', '--config', 'config'], { files: { config: '{ "password": "alice-secret" ' } })
  assert.equal(wrong.code, 2)
  assert.match(wrong.written.err, /begins like JSON, and is none/)
})

test('what a properties file names is taken from the environment, as by Kafka', async () => {
  const config = [
    `bootstrap.servers=localhost:${broker.port}`,
    'security.protocol=SASL_SSL',
    'sasl.mechanism=PLAIN',
    'ssl.truststore.type=PEM',
    'ssl.truststore.location=ca',
    'config.providers=e',
    'config.providers.e.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider',
    'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="${e:P}";',
  ].join('\n')
  const { code, written } = await ottla(['doctor', '-c', 'config'], { files: { config }, env: { P: 'alice-secret' } })
  assert.equal(`${code}${written.err}`, '0')
})

test('a properties file is read as ISO 8859-1, as by Kafka', async () => {
  const open = await startBroker()
  try {
    const clients = new Set<string | null>()
    open.events.on('request', ({ clientId }) => clients.add(clientId))
    const file = Buffer.from(`bootstrap.servers=localhost:${open.port}\nclient.id=\xfc\n`, 'latin1')
    const terminal = { ...fakeTerminal(), readFile: () => Promise.resolve(file) }
    assert.equal(await run(['connect', '-c', 'config'], terminal), 0)
    assert.deepEqual([...clients], ['\xfc'])
  } finally {
    await open.close()
  }
})

test('several servers, in one word or in several', async () => {
  const open = await startBroker({ brokers: 2 })
  try {
    for (const servers of [[open.bootstrap], open.bootstrap.split(',')]) {
      const { code, written } = await ottla(['doctor', ...servers], {})
      assert.equal(code, 0, written.out)
      assert.equal(written.out.match(/^localhost:\d+$/gm)?.length, 2)
    }
    assert.match(
      (await ottla(['connect', open.bootstrap], {})).written.err,
      /one HOST:PORT, please, not also localhost/,
    )
  } finally {
    await open.close()
  }
})
