// What Java's clients and brokers are configured with configures both ends here, unchanged: KIP-342's own example.
import { readFile } from 'node:fs/promises'
import { connect } from 'ottla'
import { readClientConfig, readListenerConfig } from 'ottla/config'
import { Metadata } from 'ottla/messages/Metadata'
import { listen, route } from 'ottla/server'

const module = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule'

const { listen: listener } = await readListenerConfig(
  `
  listeners=SASL_PLAINTEXT://localhost:0
  sasl.enabled.mechanisms=OAUTHBEARER
  listener.name.sasl_plaintext.oauthbearer.sasl.jaas.config=${module} required;
  `,
  { readFile },
)
await using server = await listen({
  ...listener,
  // The TypeScript of KIP-342's CustomPrincipalBuilder.
  principal: (login) => ({
    type: 'User',
    name: login.kind === 'sasl' ? `${login.authorizationId}, trace ${login.negotiatedProperty('traceId') ?? '-'}` : '',
  }),
  routes: [route(Metadata, (_, { principal }) => ({ ...Metadata.response.defaults(), clusterId: principal.name }))],
})

const {
  endpoints,
  connect: options,
  warnings,
} = await readClientConfig(
  `
  bootstrap.servers=localhost:${server.port}
  security.protocol=SASL_PLAINTEXT
  sasl.mechanism=OAUTHBEARER
  sasl.jaas.config=${module} Required \\
    unsecuredLoginStringClaim_sub="thePrincipalName" \\
    unsecuredLoginExtension_traceId="123" \\
    unsecuredLoginExtension_logLevel="WARN";
  ssl.truststore.location=/etc/kafka/trust.p12
  `,
  { readFile },
)
for (const { code, property } of warnings) console.log(code, property)
for (const endpoint of endpoints) {
  await using connection = await connect({ ...endpoint, ...options })
  const { clusterId } = await connection.send(Metadata, { topics: [] })
  console.log(clusterId)
}

// Prints:
// IGNORED ssl.truststore.location
// INSECURE security.protocol
// thePrincipalName, trace 123
