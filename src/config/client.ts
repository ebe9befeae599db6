import { UsageError } from '../errors.js'
import type { ClientMechanism } from '../sasl/mechanism.js'
import { bootstrapAddresses, type Address } from './address.js'
import { canonicalEndpoints, type NameService } from './canonical.js'
import { definitions, type ClientKind } from './definition.js'
import { clientContext, type JaasContext } from './jaas/context.js'
import { loginFile } from './jaas/login-file.js'
import { securityProtocol, type SecurityProtocol } from './protocol.js'
import { resolveVariables, type ProviderSources } from './providers.js'
import type { ConfigWarning, ReadFile, Reading } from './reading.js'
import { clientMechanism, type ClientMechanisms } from './sasl/client.js'
import { propertiesOf, type ConfigSource } from './source.js'
import { clientTls, type ClientTlsSettings } from './tls/options.js'
import { clientWarnings } from './warnings.js'
import { ConfigValues } from './values.js'

/** Options of {@link readClientConfig}. */
export interface ClientConfigOptions extends ProviderSources {
  /** Reads the files that the text names, and no others: `readFile` of `node:fs/promises`, for instance. */
  readonly readFile?: ReadFile | undefined
  /** Which of Kafka's clients the text is for: defaults and known properties differ a little. Default: any of them. */
  readonly client?: ClientKind | undefined
  /** The servers, as the tools of Kafka take them by `--bootstrap-server`. Default: `bootstrap.servers` of the text. */
  readonly bootstrapServers?: string | undefined
  /** Java's system properties, as `KAFKA_OPTS` gives them by `-D`. Default: none. */
  readonly systemProperties?: Readonly<Record<string, string>> | undefined
  /** Makes mechanisms by their names: those that Ottla lacks, and in place of Java's callback handlers. */
  readonly mechanisms?: ClientMechanisms | undefined
  /** For `client.dns.lookup=resolve_canonical_bootstrap_servers_only`: `node:dns/promises`, for instance. */
  readonly dns?: NameService | undefined
  /** The time in ms since the epoch, for tokens. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/** What `connect()` takes beside host and port. */
export interface ConnectSettings {
  tls?: ClientTlsSettings
  sasl?: ClientMechanism
  clientId?: string
  connectTimeout: number
  requestTimeout: number
  idleTimeout: number
  maxInFlight: number
}

/** What a client's properties say. */
export interface ClientConfig {
  /** Of `bootstrap.servers` (or `bootstrap.controllers`), in their order. */
  readonly endpoints: readonly Address[]
  /** For `connect({ ...endpoint, ...config.connect })`. Secrets in it do not show when it is printed. */
  readonly connect: ConnectSettings
  readonly protocol: SecurityProtocol
  /** Times between attempts, in ms; the maximum of `connectTimeout` belongs to them. */
  readonly backoff: Backoff
  /** Every property by Kafka's type, given or by default. */
  readonly values: ConfigValues
  readonly warnings: readonly ConfigWarning[]
}

/** Kafka's back-offs: each doubles from its first value to its greatest. In ms. */
export interface Backoff {
  readonly reconnect: { readonly initial: number; readonly max: number }
  readonly retry: { readonly initial: number; readonly max: number }
  readonly connectTimeoutMax: number
}

/**
 * Reads a `client.properties` as Kafka's own tools take it, and gives options for `connect()`.
 *
 * @throws UsageError: `INVALID_ARGUMENT` with Kafka's text for a wrong value, `UNSUPPORTED` for what only Java can do (the
 * hint names the counterpart here), `MISSING_PEER` for a store that needs a package which is not installed.
 */
export async function readClientConfig(source: ConfigSource, options: ClientConfigOptions = {}): Promise<ClientConfig> {
  const kind = options.client ?? 'client'
  const { properties, warnings } = await resolveVariables(propertiesOf(source), options)
  const values = new ConfigValues(definitions(kind), properties)
  const { readFile, systemProperties = {}, mechanisms = {}, clock = Date.now } = options
  const reading: Reading = { values, readFile, systemProperties, warnings: [...warnings] }
  const protocol = securityProtocol(values.text('security.protocol') ?? 'PLAINTEXT')
  reading.warnings.push(...clientWarnings(properties, { kind, protocol }))
  const connect: ConnectSettings = timesAndLimits(values, options.client)
  const clientId = values.text('client.id')
  if (clientId !== null && clientId !== '') connect.clientId = clientId
  const endpoints = await named(servers(values, options.bootstrapServers), reading, options.dns)
  if (protocol.tls) connect.tls = await clientTls(reading)
  if (protocol.sasl) {
    const context = await jaasContext(reading)
    connect.sasl = await clientMechanism({ reading, protocol, mechanisms, clock, context })
  }
  return { endpoints, connect, protocol, backoff: backoff(values), values, warnings: reading.warnings }
}

/** The context is looked at only by mechanisms that need one; the login file is read for it ahead. */
async function jaasContext(reading: Reading): Promise<() => JaasContext> {
  const text = reading.values.secret('sasl.jaas.config')
  const file = text === undefined ? await loginFile(reading) : undefined
  return () => clientContext(text, { file, systemProperties: reading.systemProperties })
}

function servers(values: ConfigValues, given: string | undefined): readonly Address[] {
  if (given !== undefined) return bootstrapAddresses(given.split(',').map((url) => url.trim()))
  const controllers = values.list('bootstrap.controllers')
  const brokers = values.list('bootstrap.servers')
  if (controllers.length > 0) {
    if (brokers.length > 0) throw invalid('You cannot set both bootstrap.servers and bootstrap.controllers')
    return bootstrapAddresses(controllers, 'bootstrap.controllers')
  }
  if (!values.has('bootstrap.servers') && values.value('bootstrap.servers') === null) {
    throw invalid('You must set either bootstrap.servers or bootstrap.controllers')
  }
  return bootstrapAddresses(brokers)
}

/** `use_all_dns_ips` is what connecting does anyway. */
async function named(
  endpoints: readonly Address[],
  { values, warnings }: Reading,
  dns: NameService | undefined,
): Promise<readonly Address[]> {
  const property = 'client.dns.lookup'
  if (values.text(property) !== 'resolve_canonical_bootstrap_servers_only') return endpoints
  if (dns !== undefined) return await canonicalEndpoints(endpoints, dns)
  warnings.push({
    code: 'IGNORED',
    property,
    message: 'The names stay as they are, since the option dns is not given.',
  })
  return endpoints
}

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message)
}

/** Limits that are no property in Kafka: those of the consumer and of the admin client. */
const MAX_IN_FLIGHT: Readonly<Record<ClientKind, number>> = { admin: 1, consumer: 100, producer: 5 }

function timesAndLimits(values: ConfigValues, client: ClientKind | undefined): ConnectSettings {
  const time = (name: string): number => Math.min(Math.max(values.number(name) ?? 0, 1), LONGEST)
  const idle = values.number('connections.max.idle.ms') ?? -1
  const inFlight = 'max.in.flight.requests.per.connection'
  return {
    connectTimeout: time('socket.connection.setup.timeout.ms'),
    requestTimeout: time('request.timeout.ms'),
    // Negative is off in Kafka, 0 closes what has nothing to do at once; here 0 is off.
    idleTimeout: idle < 0 || idle > LONGEST ? 0 : Math.max(idle, 1),
    maxInFlight: values.has(inFlight) ? (values.number(inFlight) ?? 1) : MAX_IN_FLIGHT[client ?? 'consumer'],
  }
}

/** The longest that a timer can run: 24 days. */
const LONGEST = 0x7fffffff

/** Where only the first value is set it is the greatest as well: no growth, as Kafka has it. */
function backoff(values: ConfigValues): Backoff {
  const number = (name: string): number => values.number(name) ?? 0
  const initial = number('reconnect.backoff.ms')
  const onlyInitial = values.has('reconnect.backoff.ms') && !values.has('reconnect.backoff.max.ms')
  return {
    reconnect: { initial, max: onlyInitial ? initial : number('reconnect.backoff.max.ms') },
    retry: { initial: number('retry.backoff.ms'), max: number('retry.backoff.max.ms') },
    connectTimeoutMax: number('socket.connection.setup.timeout.max.ms'),
  }
}
