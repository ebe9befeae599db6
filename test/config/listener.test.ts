import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { readListenerConfig, type ListenerConfigOptions } from 'ottla/config'

const folder = fileURLToPath(new URL('../../../test/config/fixtures/stores/', import.meta.url))
const S = 'org.apache.kafka.common.security'

/** A broker with a listener of each kind. */
const text = `
process.roles=broker,controller
log.dirs=/var/lib/kafka
listeners=CONTROLLER://127.0.0.1:19090,PLAINTEXT://:19091,SASL://[::1]:19093,MTLS://localhost:19095,EXT://localhost:19099
listener.security.protocol.map=CONTROLLER:PLAINTEXT, PLAINTEXT:PLAINTEXT,SASL:SASL_SSL,MTLS:SSL,EXT:SASL_PLAINTEXT

ssl.keystore.type=PEM
ssl.keystore.location=client.pem
ssl.truststore.type=PEM
ssl.truststore.location=ca.pem
listener.name.mtls.ssl.client.auth=required
listener.name.mtls.ssl.principal.mapping.rules=RULE:^CN=([^,]+),.*$/$1/,DEFAULT

sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,OAUTHBEARER
sasl.server.max.receive.size=1000
listener.name.sasl.plain.sasl.jaas.config=${S}.plain.PlainLoginModule required user_admin="admin-secret" user_alice="alice-secret";
listener.name.sasl.scram-sha-256.sasl.jaas.config=${S}.scram.ScramLoginModule required;
listener.name.sasl.oauthbearer.sasl.jaas.config=${S}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";
listener.name.sasl.plain.connections.max.reauth.ms=3000
connections.max.reauth.ms=9000

listener.name.ext.sasl.enabled.mechanisms=OAUTHBEARER
listener.name.ext.oauthbearer.sasl.jaas.config=${S}.oauthbearer.OAuthBearerLoginModule required;
listener.name.ext.oauthbearer.sasl.server.callback.handler.class=com.example.TraceHandler
listener.name.ext.principal.builder.class=com.example.TracePrincipalBuilder
max.connections=500
`

const scram = { users: { alice: 'alice-secret' } }

async function read(options: ListenerConfigOptions, source: string = text) {
  return await readListenerConfig(source, { readFile: (path) => readFile(folder + path), scram, ...options })
}

describe('a listener of server.properties', () => {
  it('without TLS and SASL', async () => {
    const { listen, protocol, warnings } = await read({ listener: 'plaintext' })
    assert.equal(protocol.name, 'PLAINTEXT')
    assert.deepEqual(listen, {
      host: '::',
      port: 19091,
      listenerName: 'PLAINTEXT',
      sslPrincipalMappingRules: 'DEFAULT',
      failedLoginDelay: 100,
      idleTimeout: 600_000,
      maxFrameSize: 104_857_600,
      maxFrameSizeBeforeLogin: 1000,
      maxConnections: 500,
    })
    assert.deepEqual(warnings, [])
  })

  it('with TLS and client certificates', async () => {
    const { listen } = await read({ listener: 'MTLS' })
    const { requestCert, rejectUnauthorized, ca, cert } = listen.tls ?? {}
    assert.deepEqual([requestCert, rejectUnauthorized, Array.isArray(ca), typeof cert], [true, true, true, 'string'])
    assert.equal(listen.sslPrincipalMappingRules, 'RULE:^CN=([^,]+),.*$/$1/,DEFAULT')
    assert.equal(listen.mechanisms, undefined)
    const asked = await read({ listener: 'MTLS' }, `${text}listener.name.mtls.ssl.client.auth=requested`)
    assert.deepEqual([asked.listen.tls?.requestCert, asked.listen.tls?.rejectUnauthorized], [true, false])
  })

  it('with SASL, each mechanism by its own properties', async () => {
    const { listen, warnings } = await read({ listener: 'sasl' })
    assert.deepEqual(
      listen.mechanisms?.map(({ name }) => name),
      ['PLAIN', 'SCRAM-SHA-256', 'OAUTHBEARER'],
    )
    assert.deepEqual(listen.maxSessionLifetime, { PLAIN: 3000, 'SCRAM-SHA-256': 9000, OAUTHBEARER: 9000 })
    assert.equal(listen.host, '::1')
    assert.equal(listen.tls?.requestCert, false)
    assert.deepEqual(warnings, [])
  })

  it('has its users from the JAAS text, and does not show them', async () => {
    const { listen } = await read({ listener: 'SASL' })
    const plain = listen.mechanisms?.[0]
    const start = () => plain?.start({ host: 'x', port: 1, secure: true }, new AbortController().signal)
    const session = await start()
    const step = await session?.next(Buffer.from('\0alice\0alice-secret'))
    assert.equal(step?.done?.authorizationId, 'alice')
    await assert.rejects(async () => (await start())?.next(Buffer.from('\0alice\0admin-secret')))
    assert.doesNotMatch(inspect(listen, { depth: 12 }), /secret|PRIVATE/)
  })

  it('with Java classes names their counterparts', async () => {
    await assert.rejects(read({ listener: 'EXT' }), {
      code: 'UNSUPPORTED',
      message: /^oauthbearer\.sasl\.server\.callback\.handler\.class: com\.example\.TraceHandler/,
      hint: /oauthBearerServer\(\{ validateToken, validateExtensions \}\)/,
    })
    const mechanisms = { OAUTHBEARER: () => ({ name: 'OAUTHBEARER', start: () => assert.fail() }) }
    await assert.rejects(read({ listener: 'EXT', mechanisms }), { code: 'UNSUPPORTED', hint: /option principal/ })
    const principal = () => ({ type: 'User', name: 'x' })
    const { listen } = await read({ listener: 'EXT', mechanisms, principal })
    assert.equal(listen.principal, principal)
  })

  it('validates tokens as Kafka’s OIDC handler does', async () => {
    const handler = `listener.name.ext.oauthbearer.sasl.server.callback.handler.class=${S}.oauthbearer.OAuthBearerValidatorCallbackHandler`
    const principal = () => ({ type: 'User', name: 'x' })
    const prefix = 'listener.name.ext.sasl.oauthbearer.'
    await assert.rejects(read({ listener: 'EXT', principal }, `${text}${handler}`), {
      code: 'INVALID_ARGUMENT',
      message: /sasl\.oauthbearer\.jwks\.endpoint\.url/,
    })
    const keys = `${prefix}jwks.endpoint.url=file:/etc/kafka/jwks.json\n${prefix}expected.issuer=https://idp.example`
    await assert.rejects(read({ listener: 'EXT', principal }, `${text}${handler}\n${keys}`), /expected\.audience/)
    const audience = `sasl.oauthbearer.expected.audience=kafka`
    const { listen } = await read({ listener: 'EXT', principal }, `${text}${handler}\n${keys}\n${audience}`)
    assert.deepEqual(
      listen.mechanisms?.map(({ name }) => name),
      ['OAUTHBEARER'],
    )
  })

  it('takes Kerberos with the principal of its JAAS entry', async () => {
    const source = (principal: string): string => `listeners=SASL_PLAINTEXT://:0
      gssapi.sasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true keyTab="/k" principal="${principal}";`
    const { listen } = await readListenerConfig(source('kafka/localhost@EXAMPLE'))
    assert.deepEqual(
      listen.mechanisms?.map(({ name }) => name),
      ['GSSAPI'],
      'the default of sasl.enabled.mechanisms',
    )
    for (const principal of ['', 'kafka', 'kafka@EXAMPLE']) {
      await assert.rejects(readListenerConfig(source(principal)), {
        code: 'INVALID_ARGUMENT',
        hint: /principal="kafka/,
      })
    }
    const rules = `${source('kafka/localhost@EXAMPLE')}\nsasl.kerberos.principal.to.local.rules=nonsense`
    await assert.rejects(readListenerConfig(rules), /Invalid rule/)
  })

  it('tells a mechanism of the user what it may want to know', async () => {
    const seen: unknown[] = []
    await read({
      listener: 'SASL',
      mechanisms: {
        PLAIN: ({ mechanism, listener, entry, values }) => {
          seen.push(mechanism, listener, entry?.options.get('user_admin'), values.number('connections.max.reauth.ms'))
          return { name: 'PLAIN', start: () => assert.fail() }
        },
      },
    })
    assert.deepEqual(seen, ['PLAIN', 'SASL', 'admin-secret', 3000])
  })

  it('finds its logins in a login file', async () => {
    const source = 'listeners=SASL_PLAINTEXT://:9092\nsasl.enabled.mechanisms=PLAIN'
    const file = `KafkaServer { ${S}.plain.PlainLoginModule required user_a="x"; };`
    const systemProperties = { 'java.security.auth.login.config': 'file:///etc/jaas.conf' }
    const readFile = (path: string) => (path === '/etc/jaas.conf' ? file : assert.fail(path))
    const { listen } = await readListenerConfig(source, { systemProperties, readFile })
    assert.equal(listen.mechanisms?.[0]?.name, 'PLAIN')
    await assert.rejects(readListenerConfig(source), {
      message: /^Could not find a 'KafkaServer' or 'sasl_plaintext\.KafkaServer'/,
    })
  })

  it('must be chosen among several, and be there', async () => {
    await assert.rejects(read({}), { code: 'INVALID_ARGUMENT', hint: /option listener/ })
    await assert.rejects(read({ listener: 'NONE' }), /There is no listener NONE/)
    await assert.rejects(readListenerConfig('listeners=nonsense'), /Unable to parse nonsense/)
    await assert.rejects(readListenerConfig('listeners=A://:1'), /No security protocol defined for listener A/)
    await assert.rejects(readListenerConfig('listeners=SSL://:1'), /needs a key store/)
  })

  it('says what it does not look at', async () => {
    const more = [
      'sasl.jaas.config=x',
      'listener.name.plaintext.ssl.client.auth=required',
      'listener.name.plaintext.no.such=1',
      'listener.name.sasl.no.such=1',
      'ssl.keystore.locatoin=x',
      'socket.send.buffer.bytes=1',
      'listener.name.plaintext.max.connection.creation.rate=5',
      'super.users=User:admin',
      'log.dirz=/tmp',
    ].join('\n')
    const { warnings } = await read({ listener: 'PLAINTEXT' }, text + more)
    assert.deepEqual(
      warnings.map(({ code, property }) => [code, property]),
      [
        ['IGNORED', 'sasl.jaas.config'],
        ['IGNORED', 'listener.name.plaintext.ssl.client.auth'],
        ['UNKNOWN', 'listener.name.plaintext.no.such'],
        ['UNKNOWN', 'ssl.keystore.locatoin'],
        ['WITHOUT_COUNTERPART', 'socket.send.buffer.bytes'],
        ['UNKNOWN', 'log.dirz'],
      ],
    )
  })

  it('keeps the delay of a failed login below the idle limit', async () => {
    const times = (delay: number, idle: number) =>
      readListenerConfig({
        listeners: 'PLAINTEXT://:0',
        'connection.failed.authentication.delay.ms': delay,
        'connections.max.idle.ms': idle,
      })
    await assert.rejects(times(600, 600), /should always be less than connections\.max\.idle\.ms/)
    assert.equal((await times(600, -1)).listen.idleTimeout, 0)
    assert.equal((await times(599, 600)).listen.failedLoginDelay, 599)
  })
})
