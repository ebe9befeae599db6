import assert from 'node:assert/strict'
import * as dns from 'node:dns/promises'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { connect, type ConnectOptions } from 'ottla'
import { readClientConfig, readListenerConfig } from 'ottla/config'
import { Metadata } from 'ottla/messages/Metadata'
import { listen, route, type Server } from 'ottla/server'
import { createAuthority } from 'ottla/testing'

const S = 'org.apache.kafka.common.security'

/** A broker's properties and clients' properties, and nothing else, on both ends of real sockets. */
describe('properties on both ends', () => {
  let folder: string
  let server: Server
  const seen: string[] = []

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ottla-config-'))
    const authority = createAuthority()
    const { cert, key } = authority.server()
    await writeFile(path.join(folder, 'server.pem'), key + cert)
    await writeFile(path.join(folder, 'ca.pem'), authority.cert)
    const { listen: options } = await readListenerConfig(
      `listeners=SASL://localhost:0
      listener.security.protocol.map=SASL:SASL_SSL
      ssl.keystore.type=PEM
      ssl.keystore.location=${folder}/server.pem
      sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512,OAUTHBEARER
      listener.name.sasl.plain.sasl.jaas.config=${S}.plain.PlainLoginModule required user_alice="alice-secret";
      listener.name.sasl.scram-sha-512.sasl.jaas.config=${S}.scram.ScramLoginModule required;
      listener.name.sasl.oauthbearer.sasl.jaas.config=${S}.oauthbearer.OAuthBearerLoginModule required;
      `,
      { readFile, scram: { users: { alice: 'alice-secret' } } },
    )
    server = await listen({
      ...options,
      routes: [
        route(Metadata, (_, context) => {
          seen.push(`${context.principal.type}:${context.principal.name}`)
          return Metadata.response.defaults()
        }),
      ],
    })
  })

  after(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  const logins = {
    PLAIN: `${S}.plain.PlainLoginModule required username="alice" password="alice-secret";`,
    'SCRAM-SHA-512': `${S}.scram.ScramLoginModule required username="alice" password="alice-secret";`,
    OAUTHBEARER: `${S}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="alice" unsecuredLoginExtension_traceId="123";`,
  }

  for (const [mechanism, jaas] of Object.entries(logins)) {
    it(`log in with ${mechanism}`, async () => {
      const config = await readClientConfig(
        `bootstrap.servers=localhost:${server.port}
        security.protocol=SASL_SSL
        ssl.truststore.type=PEM
        ssl.truststore.location=${folder}/ca.pem
        sasl.mechanism=${mechanism}
        sasl.jaas.config=${jaas}
        client.id=configured
        request.timeout.ms=5000
        client.dns.lookup=use_all_dns_ips`,
        { readFile, dns },
      )
      assert.deepEqual(config.warnings, [])
      const [endpoint] = config.endpoints
      assert.ok(endpoint)
      const options: ConnectOptions = { ...endpoint, ...config.connect }
      await using connection = await connect(options)
      await connection.send(Metadata, { topics: [] })
      assert.equal(seen.pop(), 'User:alice')
    })
  }

  it('tell the broker’s name from another one', async () => {
    const config = await readClientConfig(
      `bootstrap.servers=127.0.0.2:${server.port}
      security.protocol=SSL
      ssl.truststore.location=${folder}/ca.pem`,
      { readFile },
    )
    const target = { host: 'localhost', port: server.port }
    const tls = { ...config.connect.tls, servername: 'kafka.example' }
    await assert.rejects(connect({ ...target, ...config.connect, tls }), { code: 'TLS_HOSTNAME_MISMATCH' })
    const off = await readClientConfig(
      `bootstrap.servers=localhost:1
      security.protocol=SSL
      ssl.truststore.location=${folder}/ca.pem
      ssl.endpoint.identification.algorithm=`,
      { readFile },
    )
    // Without the check TLS comes about; the listener then wants a login.
    const open = connect({ ...target, ...off.connect, tls: { ...off.connect.tls, servername: 'kafka.example' } })
    await (await open).close()
  })
})
