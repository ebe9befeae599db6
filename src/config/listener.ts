import { UsageError } from '../errors.js'
import type { ServerMechanism } from '../sasl/mechanism.js'
import type { ScramServerOptions } from '../sasl/scram/server.js'
import type { ListenOptions, Principal, PrincipalBuilder } from '../server/index.js'
import { definitions } from './definition.js'
import { serverContext } from './jaas/context.js'
import { loginFile } from './jaas/login-file.js'
import { namedListeners, type NamedListener } from './listener-names.js'
import { listenerPrefix, type SecurityProtocol } from './protocol.js'
import { resolveVariables, type ProviderSources } from './providers.js'
import type { ConfigWarning, ReadFile, Reading } from './reading.js'
import { javaClass } from './sasl/modules.js'
import { listenerMechanism, type ListenerMechanisms } from './sasl/server.js'
import { propertiesOf, type ConfigSource } from './source.js'
import { listenerTls } from './tls/options.js'
import { listenerWarnings } from './warnings.js'
import { ConfigValues, type Properties } from './values.js'

/** Options of {@link readListenerConfig}. */
export interface ListenerConfigOptions<P extends Principal = Principal> extends ProviderSources {
  /** The listener's name in `listeners`, in any case. Default: the only one. */
  readonly listener?: string | undefined
  /** Reads the files that the text names, and no others: `readFile` of `node:fs/promises`, for instance. */
  readonly readFile?: ReadFile | undefined
  /** Java's system properties, as `KAFKA_OPTS` gives them by `-D`. Default: none. */
  readonly systemProperties?: Readonly<Record<string, string>> | undefined
  /** Makes mechanisms by their names: those that Ottla lacks, and in place of Java's callback handlers. */
  readonly mechanisms?: ListenerMechanisms | undefined
  /** The users of SCRAM: a broker has them in its metadata, not in its properties. */
  readonly scram?: ScramServerOptions | undefined
  /** Takes the place of a Java class as `principal.builder.class`. */
  readonly principal?: PrincipalBuilder<P> | undefined
  /** The time in ms since the epoch, for tokens. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/** What a broker's properties say about one listener. */
export interface ListenerConfig<P extends Principal = Principal> {
  readonly name: string
  readonly protocol: SecurityProtocol
  /** For `listen({ ...config.listen, routes })`. Secrets in it do not show when it is printed. */
  readonly listen: ListenOptions<P>
  /** Every property by Kafka's type, as the listener sees it. */
  readonly values: ConfigValues
  readonly warnings: readonly ConfigWarning[]
}

/**
 * Reads one listener of a broker's `server.properties`, and gives options for `listen()`. Names with the listener's prefix
 * (`listener.name.<listener>.`) count before those without.
 *
 * @throws UsageError: `INVALID_ARGUMENT` with Kafka's text for a wrong value, `UNSUPPORTED` for what only Java can do (the
 * hint names the counterpart here), `MISSING_PEER` for a store that needs a package which is not installed.
 */
export async function readListenerConfig<P extends Principal = Principal>(
  source: ConfigSource,
  options: ListenerConfigOptions<P> = {},
): Promise<ListenerConfig<P>> {
  const { properties, warnings } = await resolveVariables(propertiesOf(source), options)
  const listener = chosen(namedListeners(new ConfigValues(definitions('broker'), properties)), options.listener)
  const { name, host, port, protocol } = listener
  const prefixes = [listenerPrefix(name), '']
  const values = new ConfigValues(definitions('broker'), properties, prefixes)
  const { readFile, systemProperties = {} } = options
  const reading: Reading = { values, readFile, systemProperties, warnings: [...warnings] }
  const enabled = protocol.sasl ? values.list('sasl.enabled.mechanisms') : []
  reading.warnings.push(...listenerWarnings(properties, { name, protocol, enabled }))
  const tls = protocol.tls ? { tls: await listenerTls(reading) } : {}
  const mechanisms = await listenerMechanisms({ listener, enabled, properties, reading }, options)
  const listen: ListenOptions<P> = {
    host,
    port,
    listenerName: name,
    ...tls,
    ...(protocol.sasl ? { mechanisms, maxSessionLifetime: sessionLifetimes(values, enabled) } : {}),
    ...principal(values, options.principal),
    ...limits(values),
  }
  return { name, protocol, listen, values, warnings: reading.warnings }
}

function chosen(listeners: readonly NamedListener[], name: string | undefined): NamedListener {
  const names = listeners.map((listener) => listener.name).join(', ')
  const [only, ...others] = listeners
  if (name === undefined) {
    if (only !== undefined && others.length === 0) return only
    throw new UsageError('INVALID_ARGUMENT', `The properties have several listeners: ${names}`, {
      hint: 'Choose one by the option listener.',
    })
  }
  const found = listeners.find((listener) => listener.name === name.toUpperCase())
  if (found !== undefined) return found
  throw new UsageError('INVALID_ARGUMENT', `There is no listener ${name} among ${names}`)
}

interface Wanted {
  readonly listener: NamedListener
  readonly enabled: readonly string[]
  readonly properties: Properties
  readonly reading: Reading
}

async function listenerMechanisms<P extends Principal>(
  { listener, enabled, properties, reading }: Wanted,
  { mechanisms = {}, scram, clock = Date.now }: ListenerConfigOptions<P>,
): Promise<readonly ServerMechanism[]> {
  if (enabled.length === 0) return []
  const { values, systemProperties } = reading
  const file = await loginFile(reading)
  const made = enabled.map((mechanism) => {
    const where = { listener: listener.name, mechanism }
    const context = (): ReturnType<typeof serverContext> => serverContext(where, properties, { file, systemProperties })
    return listenerMechanism({ ...where, values, mechanisms, scram, context, clock })
  })
  return await Promise.all(made)
}

/** `connections.max.reauth.ms`, of each mechanism its own where it has one. */
function sessionLifetimes(values: ConfigValues, enabled: readonly string[]): Record<string, number> {
  const lifetime = (mechanism: string): number =>
    Math.max(values.within(`${mechanism.toLowerCase()}.`).number('connections.max.reauth.ms') ?? 0, 0)
  return Object.fromEntries(enabled.map((mechanism) => [mechanism, lifetime(mechanism)]))
}

const DEFAULT_BUILDER = 'org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder'

function principal<P extends Principal>(
  values: ConfigValues,
  builder: PrincipalBuilder<P> | undefined,
): Pick<ListenOptions<P>, 'principal' | 'sslPrincipalMappingRules'> {
  const rules = { sslPrincipalMappingRules: values.text('ssl.principal.mapping.rules') ?? 'DEFAULT' }
  if (builder !== undefined) return { ...rules, principal: builder }
  const className = values.text('principal.builder.class')
  if (className === null || className === DEFAULT_BUILDER) return rules
  throw javaClass('principal.builder.class', className, 'the option principal, a function from a login to a principal')
}

/** Java's greatest INT stands for no limit. */
const NO_LIMIT = 0x7fffffff

type Limits = Pick<
  ListenOptions,
  | 'failedLoginDelay'
  | 'idleTimeout'
  | 'maxFrameSize'
  | 'maxFrameSizeBeforeLogin'
  | 'maxConnections'
  | 'maxConnectionsPerAddress'
>

function limits(values: ConfigValues): Limits {
  const number = (name: string): number => values.number(name) ?? 0
  const { failedLoginDelay, idleTimeout } = checkedTimes(values)
  const maxConnections = number('max.connections')
  const maxConnectionsPerAddress = number('max.connections.per.ip')
  return {
    failedLoginDelay,
    idleTimeout,
    maxFrameSize: number('socket.request.max.bytes'),
    maxFrameSizeBeforeLogin: Math.max(number('sasl.server.max.receive.size'), 1),
    ...(maxConnections < NO_LIMIT ? { maxConnections } : {}),
    ...(maxConnectionsPerAddress < NO_LIMIT ? { maxConnectionsPerAddress } : {}),
  }
}

/**
 * Times of a broker that must fit each other: the delay of a failed login's answer and the idle limit (0: off).
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text.
 */
function checkedTimes(values: ConfigValues): { readonly failedLoginDelay: number; readonly idleTimeout: number } {
  const failedLoginDelay = values.number('connection.failed.authentication.delay.ms') ?? 0
  const idle = values.number('connections.max.idle.ms') ?? -1
  if (idle >= 0 && failedLoginDelay >= idle) {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `connection.failed.authentication.delay.ms (${failedLoginDelay}) should always be less than connections.max.idle.ms (${idle}) to prevent failed authentication responses from timing out`,
    )
  }
  return { failedLoginDelay, idleTimeout: idle < 0 || idle > NO_LIMIT ? 0 : idle }
}
