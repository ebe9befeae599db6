import { UsageError } from '../errors.js'
import type { OAuthBearerServerOptions, ScramServerOptions, ServerMechanism } from '../sasl/index.js'
import type { ListenOptions } from '../server/index.js'

/** The mechanisms that a broker has by name. */
export type MechanismName = 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512' | 'OAUTHBEARER'

/** TLS of a broker with certificates of its own making. */
export interface BrokerTls {
  /** Names and addresses in the certificate. Default: `localhost`, `127.0.0.1`, `::1`. */
  readonly names?: readonly string[]
  /** Whether clients must show a certificate (`ssl.client.auth`): one of the broker's authority. Default: `none`. */
  readonly clientAuth?: 'none' | 'requested' | 'required'
}

/** The options of `listen` that a broker passes on. */
export type ListenerOptionName =
  | 'host'
  | 'listenerName'
  | 'principal'
  | 'sslPrincipalMappingRules'
  | 'maxSessionLifetime'
  | 'failedLoginDelay'
  | 'loginAnswerTime'
  | 'loginTimeout'
  | 'idleTimeout'
  | 'maxFrameSize'
  | 'maxFrameSizeBeforeLogin'
  | 'maxInFlight'
  | 'maxConnections'
  | 'maxConnectionsPerAddress'
  | 'throttle'
  | 'kafkaVersion'
  | 'clock'

/** Options of {@link startBroker}. Those of a listener have the meaning and the defaults that they have for `listen`. */
export interface BrokerOptions extends Pick<ListenOptions, ListenerOptionName> {
  /** One port, or one for each broker. Default: free ones. */
  readonly port?: number | readonly number[]
  /** How many brokers the cluster has. Default: 1. */
  readonly brokers?: number
  /** TLS with certificates made for this broker alone; `broker.ca` is what to trust. Default: false. */
  readonly tls?: boolean | BrokerTls
  /** User names and passwords, for PLAIN and SCRAM. Default: none. */
  readonly users?: Readonly<Record<string, string>>
  /** By name, or mechanisms of one's own. Default: all four if there are users, else none: nobody needs to log in. */
  readonly mechanisms?: readonly (MechanismName | ServerMechanism)[]
  /** How OAUTHBEARER tokens are judged. Default: unsigned tokens are good until they end (`unsecuredValidator()`). */
  readonly validateToken?: OAuthBearerServerOptions['validateToken']
  /** Which extensions of a client are accepted (KIP-342). Default: all. */
  readonly validateExtensions?: OAuthBearerServerOptions['validateExtensions']
  /** Topics to begin with, by name, with their number of partitions. */
  readonly topics?: Readonly<Record<string, number>>
  /** Partitions of a topic that a client only mentions (`num.partitions`); 0: such topics do not come to be (`auto.create.topics.enable`). Default: 1. */
  readonly autoCreateTopics?: number
  /** What a client that names an unknown user gets by SCRAM. Default: `refuse`, as Kafka, at its first message. */
  readonly unknownUsers?: NonNullable<ScramServerOptions['unknownUsers']>
  /** How the nonce of SCRAM's last message is compared. Default: as the Kafka of `kafkaVersion` does. */
  readonly finalNonce?: NonNullable<ScramServerOptions['finalNonce']>
}

const OWN = new Set<string>([
  'port',
  'brokers',
  'tls',
  'users',
  'mechanisms',
  'validateToken',
  'validateExtensions',
  'topics',
  'autoCreateTopics',
  'unknownUsers',
  'finalNonce',
])

/** What a listener takes as it is. */
export function listenerOptions(options: BrokerOptions): Pick<ListenOptions, ListenerOptionName> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !OWN.has(name)))
}

/** A port for each broker. @throws UsageError (`INVALID_ARGUMENT`). */
export function portsOf({ brokers, port = 0 }: BrokerOptions): readonly number[] {
  const count = brokers ?? (typeof port === 'number' ? 1 : port.length)
  if (!Number.isInteger(count) || count < 1) throw new UsageError('INVALID_ARGUMENT', `A cluster of ${count} brokers`)
  if (typeof port === 'number' && (port === 0 || count === 1)) return Array<number>(count).fill(port)
  if (typeof port === 'number' || port.length !== count) {
    throw new UsageError('INVALID_ARGUMENT', `${count} brokers need ${count} ports`)
  }
  return port
}
