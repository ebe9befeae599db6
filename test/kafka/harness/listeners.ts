import type { Certificates } from './certificates.js'
import type { Realm } from './kdc.js'
import type { PortBlock } from './ports.js'

const security = 'org.apache.kafka.common.security'
const plainUsers = 'user_admin="admin-secret" user_alice="alice-secret"'
const jaas = {
  PLAIN: `${security}.plain.PlainLoginModule required ${plainUsers};`,
  'SCRAM-SHA-256': `${security}.scram.ScramLoginModule required;`,
  'SCRAM-SHA-512': `${security}.scram.ScramLoginModule required;`,
  OAUTHBEARER: `${security}.oauthbearer.OAuthBearerLoginModule required;`,
}
/** A required scope is an option of the JAAS line, and with any option the broker must be able to log in itself. */
const scopeJaas =
  `${security}.oauthbearer.OAuthBearerLoginModule required ` +
  'unsecuredLoginStringClaim_sub="broker" unsecuredValidatorRequiredScope="kafka.read kafka.write";'

const everyMechanism = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] as const
type Mechanism = (typeof everyMechanism)[number] | 'GSSAPI'

interface Listener {
  readonly protocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'
  readonly mechanisms?: readonly Mechanism[]
  readonly properties?: Readonly<Record<string, string>>
}

const everyMechanismEnds = (milliseconds: number): Record<string, string> =>
  Object.fromEntries(
    everyMechanism.map((name) => [`${name.toLowerCase()}.connections.max.reauth.ms`, `${milliseconds}`]),
  )

const extensions = {
  'oauthbearer.sasl.server.callback.handler.class': 'ottla.test.ExtensionsValidator',
  'principal.builder.class': 'ottla.test.TracingPrincipalBuilder',
}

/** What each listener of a broker is for. */
const listeners = {
  /** KRaft's own. */
  CONTROLLER: { protocol: 'PLAINTEXT' },
  /** No login: `User:ANONYMOUS`, a super user here. */
  PLAINTEXT: { protocol: 'PLAINTEXT' },
  SSL: { protocol: 'SSL' },
  /** A client certificate is the login; `CN=client,OU=test,O=Ottla` becomes `User:client`. */
  MTLS: {
    protocol: 'SSL',
    properties: {
      'ssl.client.auth': 'required',
      'ssl.principal.mapping.rules': 'RULE:^CN=([^,]+),.*$/$1/,DEFAULT',
    },
  },
  SASL: { protocol: 'SASL_PLAINTEXT', mechanisms: everyMechanism },
  SASLSSL: { protocol: 'SASL_SSL', mechanisms: everyMechanism },
  KERBEROS: { protocol: 'SASL_PLAINTEXT', mechanisms: ['GSSAPI'] },
  /** Extensions are validated, and one of them shows in the principal. */
  EXTENSIONS: { protocol: 'SASL_PLAINTEXT', mechanisms: ['OAUTHBEARER'], properties: extensions },
  EXTENSIONSSSL: { protocol: 'SASL_SSL', mechanisms: ['OAUTHBEARER'], properties: extensions },
  /** Sessions end after three seconds. */
  REAUTH: { protocol: 'SASL_PLAINTEXT', mechanisms: everyMechanism, properties: everyMechanismEnds(3000) },
  /** Tokens need the scopes `kafka.read` and `kafka.write`. */
  SCOPE: { protocol: 'SASL_PLAINTEXT', mechanisms: ['OAUTHBEARER'] },
  /** Signed tokens, validated by the keys of the authorization server; a session ends with its token. */
  OIDC: {
    protocol: 'SASL_PLAINTEXT',
    mechanisms: ['OAUTHBEARER'],
    properties: { 'connections.max.reauth.ms': '3600000' },
  },
} as const satisfies Record<string, Listener>

export type ListenerName = keyof typeof listeners
export type Ports = Readonly<Record<ListenerName, number>>
const listenerNames = Object.keys(listeners) as readonly ListenerName[]

export async function takePorts(block: PortBlock): Promise<Ports> {
  const ports: Partial<Record<ListenerName, number>> = {}
  for (const name of listenerNames) ports[name] = await block.take()
  return ports as Ports
}

export interface BrokerFiles {
  readonly version: string
  readonly ports: Ports
  readonly data: string
  readonly certificates: Certificates
  readonly realm: Realm
  /** The issuer of the tokens for the listener OIDC. */
  readonly issuer: string
  /** The URL of the issuer's keys. Default: `<issuer>/jwks`. */
  readonly jwks?: string
  /** Lines that are to be otherwise. */
  readonly properties?: Readonly<Record<string, string>>
}

/** The broker's `server.properties`: one node, broker and controller at once. */
export function serverProperties(files: BrokerFiles): string {
  const { version, ports, data, certificates, realm, issuer, jwks = `${issuer}/jwks`, properties } = files
  const named = (host: string, names: readonly ListenerName[]): string =>
    names.map((name) => `${name}://${host}:${ports[name]}`).join(',')
  const lines: Record<string, string> = {
    ...fixedProperties,
    ...(version.startsWith('3.') && { 'group.coordinator.rebalance.protocols': 'classic,consumer' }),
    'controller.quorum.voters': `1@127.0.0.1:${ports.CONTROLLER}`,
    'log.dirs': data,
    listeners: named('127.0.0.1', listenerNames),
    'advertised.listeners': named(
      'localhost',
      listenerNames.filter((name) => name !== 'CONTROLLER'),
    ),
    'listener.security.protocol.map': listenerNames.map((name) => `${name}:${listeners[name].protocol}`).join(','),
    'ssl.keystore.location': certificates.server,
    'ssl.truststore.location': certificates.ca,
  }
  for (const name of listenerNames) Object.assign(lines, listenerProperties(name, realm))
  Object.assign(lines, tokenValidation('listener.name.oidc', issuer, jwks), properties)
  return Object.entries(lines)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')
}

function listenerProperties(name: ListenerName, realm: Realm): Record<string, string> {
  const { mechanisms = [], properties = {} }: Listener = listeners[name]
  const prefix = `listener.name.${name.toLowerCase()}`
  const lines: Record<string, string> = {}
  if (mechanisms.length > 0) lines[`${prefix}.sasl.enabled.mechanisms`] = mechanisms.join(',')
  for (const mechanism of mechanisms) {
    const value = name === 'SCOPE' ? scopeJaas : mechanism === 'GSSAPI' ? kerberosJaas(realm) : jaas[mechanism]
    lines[`${prefix}.${mechanism.toLowerCase()}.sasl.jaas.config`] = value
  }
  for (const [key, value] of Object.entries(properties)) lines[`${prefix}.${key}`] = value
  return lines
}

function tokenValidation(prefix: string, issuer: string, jwks: string): Record<string, string> {
  return {
    [`${prefix}.oauthbearer.sasl.server.callback.handler.class`]: `${security}.oauthbearer.OAuthBearerValidatorCallbackHandler`,
    [`${prefix}.sasl.oauthbearer.jwks.endpoint.url`]: jwks,
    // so that a key that was announced is known before it signs
    [`${prefix}.sasl.oauthbearer.jwks.endpoint.refresh.ms`]: '1000',
    [`${prefix}.sasl.oauthbearer.expected.audience`]: 'kafka',
    [`${prefix}.sasl.oauthbearer.expected.issuer`]: issuer,
  }
}

function kerberosJaas({ brokerKeytab }: Realm): string {
  const options = `useKeyTab=true storeKey=true keyTab="${brokerKeytab}" principal="kafka/localhost@OTTLA.TEST"`
  return `com.sun.security.auth.module.Krb5LoginModule required ${options};`
}

const fixedProperties: Readonly<Record<string, string>> = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '1',
  'group.initial.rebalance.delay.ms': '0',
  'group.streams.initial.rebalance.delay.ms': '0',
  'group.share.min.assignment.interval.ms': '0',
  'group.share.assignment.interval.ms': '0',
  'num.network.threads': '1',
  'num.io.threads': '2',
  'background.threads': '2',
  // its buffer alone is 128 MB
  'log.cleaner.enable': 'false',
  'ssl.keystore.type': 'PEM',
  'ssl.truststore.type': 'PEM',
  'sasl.kerberos.service.name': 'kafka',
  'metric.reporters': 'ottla.test.TelemetryReceiver',
  'delegation.token.secret.key': 'token-secret',
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  // the controller's and the inter-broker listener know no login
  'super.users': 'User:ANONYMOUS;User:admin',
  'allow.everyone.if.no.acl.found': 'true',
}
