import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { connect } from 'ottla'
import { readClientConfig } from 'ottla/config'
import { Metadata } from 'ottla/messages/Metadata'
import { usePeers } from './harness/peers.js'
import { succeed } from './harness/processes.js'
import { theRing } from './harness/ring.js'
import type { RunningBroker } from './harness/start.js'

usePeers()

const S = 'org.apache.kafka.common.security'
const { certificates, realm } = theRing()
process.env['KRB5_CONFIG'] = realm.krb5Conf
const env = { OTTLA_PASSWORD: 'alice-secret' }
const trust = `ssl.truststore.type=PEM
ssl.truststore.location=${certificates.ca}`

/**
 * Properties files by name; `servers` is filled in for each broker. Kafka's own client reads the same bytes.
 * Long on purpose: a table of texts.
 */
function files(broker: RunningBroker, folder: string): Record<string, string> {
  const at = (listener: keyof RunningBroker['ports']): string => `localhost:${broker.ports[listener]}`
  return {
    plaintext: `bootstrap.servers=${at('PLAINTEXT')}`,
    'a file of every odd form': `! Kafka's tools take this
bootstrap.servers : PLAINTEXT://${at('PLAINTEXT')}
client.id            odd\\u002did
request.timeout.ms = \\
   12000
connections.max.idle.ms=60000
reconnect.backoff.ms=10`,
    'TLS, certificates by location': `bootstrap.servers=${at('SSL')}
security.protocol=ssl
${trust}`,
    'TLS, a version and a cipher suite of its own': `bootstrap.servers=${at('SSL')}
security.protocol=SSL
ssl.enabled.protocols=TLSv1.2
ssl.cipher.suites=TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
${trust}`,
    'TLS, a trust store of keytool': `bootstrap.servers=${at('SSL')}
security.protocol=SSL
ssl.truststore.location=${folder}/trust.p12
ssl.truststore.password=store-secret`,
    'client certificate, PEM by location': `bootstrap.servers=${at('MTLS')}
security.protocol=SSL
ssl.keystore.type=PEM
ssl.keystore.location=${certificates.client}
${trust}`,
    'client certificate, PEM by value, and no look at the broker’s name': `bootstrap.servers=127.0.0.1:${broker.ports.MTLS}
security.protocol=SSL
ssl.endpoint.identification.algorithm=
ssl.keystore.type=PEM
ssl.keystore.key=${folder}/key
ssl.keystore.certificate.chain=${folder}/chain
${trust}`,
    'client certificate, PKCS #12': `bootstrap.servers=${at('MTLS')}
security.protocol=SSL
ssl.keystore.type=PKCS12
ssl.keystore.location=${folder}/client.p12
ssl.keystore.password=store-secret
ssl.truststore.location=${folder}/trust.p12
ssl.truststore.password=store-secret`,
    'PLAIN over TLS': `bootstrap.servers=${at('SASLSSL')}
security.protocol=SASL_SSL
sasl.mechanism=PLAIN
sasl.jaas.config=${S}.plain.PlainLoginModule REQUIRED \\
  username = 'alice' /* a comment */ \\
  password = "alice-\\\\163ecret" ;
${trust}`,
    'OAUTHBEARER by a login file': `bootstrap.servers=${at('EXTENSIONS')}
security.protocol=SASL_PLAINTEXT
sasl.mechanism=OAUTHBEARER`,
    'GSSAPI, which is the default of sasl.mechanism': `bootstrap.servers=${at('KERBEROS')}
security.protocol=SASL_PLAINTEXT
sasl.kerberos.service.name=kafka
sasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required \\
  useKeyTab=true storeKey=true keyTab="${realm.aliceKeytab}" principal="alice";`,
    'a password from the environment': `bootstrap.servers=${at('SASL')}
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
sasl.jaas.config=${S}.plain.PlainLoginModule required username="alice" password="\${e:OTTLA_PASSWORD}";
config.providers=e
config.providers.e.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider`,
  }
}

/** KIP-342's own example, with a name that the broker's classes take. */
const loginFile = `KafkaClient {
    org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule Required
    unsecuredLoginStringClaim_sub="\${login.name}"
    unsecuredLoginExtension_traceId="123"
    unsecuredLoginExtension_logLevel="WARN";
};
`

for (const broker of theRing().brokers) {
  describe(`forms of client.properties and of stores, Java's client and Ottla, Kafka ${broker.version}`, () => {
    let folder: string
    let systemProperties: Record<string, string>
    const java = new Map<string, string>()

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ottla-properties-'))
      systemProperties = { 'java.security.auth.login.config': join(folder, 'jaas.conf'), 'login.name': 'alice' }
      await writeFile(join(folder, 'jaas.conf'), loginFile)
      await stores(folder)
      const paths = new Map<string, string>()
      for (const [name, text] of Object.entries(files(broker, folder))) {
        const path = join(folder, `${paths.size}.properties`)
        paths.set(path, name)
        await writeFile(path, await withValues(text))
      }
      const jvm = { ...systemProperties, 'java.security.krb5.conf': realm.krb5Conf }
      const options = Object.entries(jvm).map(([name, value]) => `-D${name}=${value}`)
      const probe = ['-cp', broker.classPath, ...options, 'ottla.test.PropertiesProbe', ...paths.keys()]
      for (const line of (await succeed('java', probe, { env, timeout: 120_000 })).trim().split('\n')) {
        const [path = '', outcome = ''] = line.split('\t')
        java.set(paths.get(path) ?? path, outcome)
      }
    })

    after(() => rm(folder, { recursive: true }))

    for (const name of Object.keys(files(broker, ''))) {
      test(`${name}: both connect`, async () => {
        assert.equal(java.get(name), 'connected', 'Kafka’s own client')
        const text = await withValues(files(broker, folder)[name] ?? assert.fail(name))
        const config = await readClientConfig(Buffer.from(text), { readFile, systemProperties, env })
        assert.deepEqual(
          config.warnings.filter(({ code }) => code !== 'INSECURE'),
          [],
        )
        const [endpoint] = config.endpoints
        assert.ok(endpoint)
        await using connection = await connect({ ...endpoint, ...config.connect })
        assert.ok((await connection.send(Metadata, { topics: [] })).brokers.length > 0)
      })
    }
  })
}

/** Puts the content of a file where a property wants a PEM value: on one line, its line breaks escaped. */
async function withValues(text: string): Promise<string> {
  const client = await readFile(certificates.client, 'utf8')
  const [, key = '', chain = ''] = /^([^]*?-----END PRIVATE KEY-----\n)([^]*)$/.exec(client) ?? []
  const inline = (pem: string): string => pem.trim().replaceAll('\n', '\\n')
  return text
    .replace(/^(ssl\.keystore\.key=).*$/m, (_, name: string) => name + inline(key))
    .replace(/^(ssl\.keystore\.certificate\.chain=).*$/m, (_, name: string) => name + inline(chain))
}

/** A key store by OpenSSL and a trust store by keytool. */
async function stores(folder: string): Promise<void> {
  const client = certificates.client
  const p12 = [
    'pkcs12',
    '-export',
    '-in',
    client,
    '-inkey',
    client,
    '-out',
    `${folder}/client.p12`,
    '-passout',
    'pass:store-secret',
  ]
  const trusted = ['-importcert', '-noprompt', '-alias', 'ca', '-file', certificates.ca, '-storetype', 'PKCS12']
  await Promise.all([
    succeed('openssl', p12),
    succeed('keytool', [...trusted, '-keystore', `${folder}/trust.p12`, '-storepass', 'store-secret']),
  ])
}
