import { UsageError } from '../errors.js'
import type { OAuthBearerServerOptions, ServerMechanism } from '../sasl/index.js'
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

/** The options of `listen` that each listener of a broker has for itself. */
export type ListenerOptionName = 'principal' | 'sslPrincipalMappingRules' | 'maxSessionLifetime'

/** The options of `listen` that are the same for all listeners of a broker. */
export type BrokerOptionName =
  | 'host'
  | 'listenerName'
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
  | 'unknownUsers'
  | 'finalNonce'
  | 'clock'

/** How clients reach a listener and log in to it. */
export interface BrokerSecurity extends Pick<ListenOptions, ListenerOptionName> {
  /** TLS with certificates made for this broker alone; `broker.ca` is what to trust. Default: false. */
  readonly tls?: boolean | BrokerTls
  /** By name, or mechanisms of one's own. Default: all four if there are users, else none: nobody needs to log in. */
  readonly mechanisms?: readonly (MechanismName | ServerMechanism)[]
  /** How OAUTHBEARER tokens are judged. Default: unsigned tokens are good until they end (`unsecuredValidator()`). */
  readonly validateToken?: OAuthBearerServerOptions['validateToken']
  /** Which extensions of a client are accepted (KIP-342). Default: all. */
  readonly validateExtensions?: OAuthBearerServerOptions['validateExtensions']
}

/** Where a listener is. */
export interface ListenerPorts {
  /** One port, or one for each broker of the cluster. Default: free ones. */
  readonly port?: number | readonly number[]
}

/**
 * One of several listeners. What it leaves out is as the broker's own options say. As in Kafka, clients are told the
 * addresses of the listener that they came to.
 */
export interface BrokerListener extends BrokerSecurity, ListenerPorts {
  /** What it is called in events and by `broker.settings({ listener })`. Default: its security protocol, `SASL_SSL` for instance. */
  readonly name?: string
}

/**
 * Options of {@link startBroker}. Those of `listen` have the meaning and the defaults that they have there, but for
 * `unknownUsers`: `refuse`, as Kafka.
 */
export interface BrokerOptions extends BrokerSecurity, ListenerPorts, Pick<ListenOptions, BrokerOptionName> {
  /** Several listeners, each with a security of its own, in place of `port` and `listenerName`. Default: one. */
  readonly listeners?: readonly BrokerListener[]
  /** How many brokers the cluster has. Default: 1. */
  readonly brokers?: number
  /** User names and passwords, for PLAIN and SCRAM. Default: none. */
  readonly users?: Readonly<Record<string, string>>
  /** Topics to begin with, by name, with their number of partitions. */
  readonly topics?: Readonly<Record<string, number>>
  /** Partitions of a topic that a client only mentions (`num.partitions`); 0: such topics do not come to be (`auto.create.topics.enable`). Default: 1. */
  readonly autoCreateTopics?: number
}

const LISTEN = new Set<string>([
  'host',
  'failedLoginDelay',
  'loginAnswerTime',
  'loginTimeout',
  'idleTimeout',
  'maxFrameSize',
  'maxFrameSizeBeforeLogin',
  'maxInFlight',
  'maxConnections',
  'maxConnectionsPerAddress',
  'throttle',
  'kafkaVersion',
  'finalNonce',
  'clock',
  'principal',
  'sslPrincipalMappingRules',
  'maxSessionLifetime',
] satisfies (BrokerOptionName | ListenerOptionName)[])

/** What `listen` takes as it is, of a listener's options and its broker's. */
export function listenOptions(
  options: BrokerOptions,
  listener: BrokerListener,
): Pick<ListenOptions, BrokerOptionName | ListenerOptionName> {
  const given = Object.entries({ ...options, ...listener }).filter(([name]) => LISTEN.has(name))
  // As Kafka: who tests a client wants to see what the client will see.
  return { ...Object.fromEntries(given), unknownUsers: options.unknownUsers ?? 'refuse' }
}

/**
 * The listeners of each broker of a cluster, with the broker's options where they have none of their own.
 *
 * @throws UsageError (`INVALID_ARGUMENT`).
 */
export function listenersOf(options: BrokerOptions): readonly BrokerListener[] {
  const { listeners, listenerName, port, tls, mechanisms, validateToken, validateExtensions } = options
  const common = withoutUndefined({ tls, mechanisms, validateToken, validateExtensions })
  const place = withoutUndefined({ name: listenerName, port })
  if (listeners === undefined) return [{ ...common, ...place }]
  if (listeners.length === 0) throw new UsageError('INVALID_ARGUMENT', 'A broker needs a listener')
  if (Object.keys(place).length > 0) {
    throw new UsageError('INVALID_ARGUMENT', 'With several listeners each has its own name and port')
  }
  return listeners.map((listener) => ({ ...common, ...listener }))
}

function withoutUndefined<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

/** How many brokers the cluster has: as many as said, or as there are ports. */
export function brokersOf({ brokers, port }: BrokerOptions): number {
  return brokers ?? (typeof port === 'object' ? port.length : 1)
}

/** A port for each broker. @throws UsageError (`INVALID_ARGUMENT`). */
export function portsOf({ port = 0 }: BrokerListener, count: number): readonly number[] {
  if (!Number.isInteger(count) || count < 1) throw new UsageError('INVALID_ARGUMENT', `A cluster of ${count} brokers`)
  if (typeof port === 'number' && (port === 0 || count === 1)) return Array<number>(count).fill(port)
  if (typeof port === 'number' || port.length !== count) {
    throw new UsageError('INVALID_ARGUMENT', `${count} brokers need ${count} ports`)
  }
  return port
}
