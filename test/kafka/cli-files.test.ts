import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { connect, plain } from 'ottla'
import { CreateDelegationToken } from 'ottla/messages/CreateDelegationToken'
import { DescribeDelegationToken } from 'ottla/messages/DescribeDelegationToken'
import { jaas, propertiesFile } from './harness/client-properties.js'
import { ottla } from './harness/command.js'
import { jvm } from './harness/java-client.js'
import { run, tail } from './harness/processes.js'
import { theRing } from './harness/ring.js'
import type { ClientSettings } from './harness/client-properties.js'
import type { ListenerName } from './harness/listeners.js'
import type { RunningBroker } from './harness/start.js'

const { certificates, issuer, realm, brokers } = theRing()
const oauth = 'org.apache.kafka.common.security.oauthbearer'

/** A login as a file says it: the listener that it is for, and what the file has beside its server. */
interface File extends Omit<ClientSettings, 'bootstrap'> {
  readonly listener: ListenerName
  readonly more?: readonly string[]
  /** What the doctor shows of the login; absent: there is none. */
  readonly shows?: RegExp
}

const files: Readonly<Record<string, (broker: RunningBroker) => File | Promise<File>>> = {
  'a client certificate': () => ({ listener: 'MTLS', ca: certificates.ca, identity: certificates.client }),
  PLAIN: () => ({
    listener: 'SASLSSL',
    ca: certificates.ca,
    mechanism: 'PLAIN',
    jaas: jaas.plain('alice', 'alice-secret'),
    shows: /PLAIN/,
  }),
  'SCRAM-SHA-256': () => ({
    listener: 'SASLSSL',
    ca: certificates.ca,
    mechanism: 'SCRAM-SHA-256',
    jaas: jaas.scram('alice', 'alice-secret'),
    shows: /SCRAM-SHA-256/,
  }),
  'SCRAM-SHA-512': () => ({
    listener: 'SASL',
    mechanism: 'SCRAM-SHA-512',
    jaas: jaas.scram('alice', 'alice-secret'),
    shows: /SCRAM-SHA-512/,
  }),
  'a delegation token': async (broker) => ({
    listener: 'SASLSSL',
    ca: certificates.ca,
    mechanism: 'SCRAM-SHA-256',
    jaas: await delegationToken(broker),
    shows: /SCRAM-SHA-256/,
  }),
  'OAUTHBEARER, unsecured': () => ({
    listener: 'EXTENSIONSSSL',
    ca: certificates.ca,
    mechanism: 'OAUTHBEARER',
    jaas: jaas.oauthBearer({ unsecuredLoginStringClaim_sub: 'alice', unsecuredLoginExtension_traceId: '123' }),
    shows: /OAUTHBEARER as alice/,
  }),
  'OAUTHBEARER, a token of an identity provider': () => ({
    listener: 'OIDC',
    mechanism: 'OAUTHBEARER',
    jaas: jaas.oauthBearer({ clientId: 'java', clientSecret: 'java-secret', scope: 'read' }),
    more: [
      `sasl.login.callback.handler.class=${oauth}.OAuthBearerLoginCallbackHandler`,
      `sasl.oauthbearer.token.endpoint.url=${issuer}/token`,
    ],
    shows: /OAUTHBEARER as java/,
  }),
  GSSAPI: () => ({
    listener: 'KERBEROS',
    mechanism: 'GSSAPI',
    jaas: jaas.kerberos(realm.aliceKeytab),
    more: ['sasl.kerberos.service.name=kafka'],
    shows: /GSSAPI/,
  }),
}

for (const broker of brokers) {
  describe(`a client.properties for Kafka's console tools serves the command line, Kafka ${broker.version}`, () => {
    for (const [name, make] of Object.entries(files)) {
      test(name, async () => {
        const { listener, more = [], shows, ...settings } = await make(broker)
        const bootstrap = `localhost:${broker.ports[listener]}`
        const file = await propertiesFile(`cli-${broker.version}-${name}`, { bootstrap, ...settings }, more)
        const urls = { 'org.apache.kafka.sasl.oauthbearer.allowed.urls': `${issuer}/token` }
        const topics = ['org.apache.kafka.tools.TopicCommand', '--list', '--bootstrap-server', bootstrap]
        const java = await run('java', [...jvm(broker.classPath, urls), ...topics, '--command-config', file], {
          timeout: 60_000,
        })
        assert.equal(java.code, 0, tail(java.stdout + java.stderr))

        const doctor = await ottla(['doctor', '--config', file])
        assert.equal(doctor.code, 0, doctor.stdout + doctor.stderr)
        assert.match(doctor.stdout, /✓ metadata .*1 broker\n[^]*\n✓ (all is well|it works)/)
        assert.match(doctor.stdout, shows ? new RegExp(`✓ login .*${shows.source}`) : /· login .*none is needed/)

        const connected = await ottla(['connect', '--config', file])
        assert.equal(connected.code, 0, connected.stdout + connected.stderr)
        for (const secret of ['alice-secret', 'java-secret']) {
          assert.ok(!`${doctor.stdout}${doctor.stderr}${connected.stdout}${connected.stderr}`.includes(secret))
        }
      })
    }
  })
}

/** The JAAS text of a new token, once the broker has it in its cache. */
async function delegationToken({ ports }: RunningBroker): Promise<string> {
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  await using owner = await connect({ host: 'localhost', port: ports.SASL, sasl })
  const { tokenId, hmac } = await owner.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: 3_600_000 })
  for (;;) {
    const { tokens } = await owner.send(DescribeDelegationToken, { owners: null })
    if (tokens.some((token) => token.tokenId === tokenId)) break
  }
  return jaas.scram(tokenId, Buffer.from(hmac).toString('base64'), ' tokenauth="true"')
}
