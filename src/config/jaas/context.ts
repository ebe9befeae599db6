import { UsageError } from '../../errors.js'
import { listenerPrefix } from '../protocol.js'
import { parseJaasConfig, type JaasEntry } from './entry.js'
import type { JaasFile } from './file.js'

/** The login modules that one end of a connection uses. */
export interface JaasContext {
  /** `KafkaClient`, `KafkaServer` or `<listener>.KafkaServer`. */
  readonly name: string
  /** One entry from `sasl.jaas.config`; from a login file all that its context has. */
  readonly entries: readonly [JaasEntry, ...JaasEntry[]]
}

/** Where entries come from when the properties have none. */
export interface JaasSources {
  /** The login file, read. */
  readonly file?: JaasFile | undefined
  /** Java's system properties, as given with `-D` in `KAFKA_OPTS`. */
  readonly systemProperties?: Readonly<Record<string, string>> | undefined
}

/** The system property that names the JAAS login file. */
export const LOGIN_CONFIG = 'java.security.auth.login.config'
const DISALLOWED = 'org.apache.kafka.disallowed.login.modules'
const DISALLOWED_BY_DEFAULT = 'com.sun.security.auth.module.JndiLoginModule'

/**
 * The client's context: `sasl.jaas.config`, else the entry `KafkaClient` of the login file.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text if there is none, or a disallowed one.
 */
export function clientContext(saslJaasConfig: string | undefined, sources: JaasSources = {}): JaasContext {
  return load({ name: 'KafkaClient', listenerName: undefined }, saslJaasConfig, sources)
}

/**
 * A listener's context: `listener.name.<listener>.<mechanism>.sasl.jaas.config`, else `<mechanism>.sasl.jaas.config`
 * (both in lower case), else the entry `<listener>.KafkaServer` of the login file, else `KafkaServer`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text if there is none, or a disallowed one.
 */
export function serverContext(
  where: { readonly listener: string; readonly mechanism: string },
  properties: ReadonlyMap<string, string>,
  sources: JaasSources = {},
): JaasContext {
  const { listener, mechanism } = where
  if (typeof listener !== 'string') throw invalid('listenerName should not be null for SERVER')
  if (typeof mechanism !== 'string') throw invalid('mechanism should not be null for SERVER')
  const name = `${mechanism.toLowerCase()}.sasl.jaas.config`
  const text = properties.get(listenerPrefix(listener) + name) ?? properties.get(name)
  return load({ name: 'KafkaServer', listenerName: `${listener.toLowerCase()}.KafkaServer` }, text, sources)
}

function load(
  context: { readonly name: string; readonly listenerName: string | undefined },
  saslJaasConfig: string | undefined,
  sources: JaasSources,
): JaasContext {
  if (saslJaasConfig === undefined) return fromFile(context, sources)
  const entries = parseJaasConfig(saslJaasConfig)
  const [entry] = entries
  if (entry === undefined || entries.length > 1) {
    throw invalid(`JAAS config property contains ${entries.length} login modules, should be 1 module`)
  }
  refuseDisallowed(entry, sources)
  return { name: context.name, entries: [entry] }
}

function fromFile(
  context: { readonly name: string; readonly listenerName: string | undefined },
  sources: JaasSources,
): JaasContext {
  for (const name of [context.listenerName, context.name]) {
    const entries = name === undefined ? undefined : sources.file?.get(name)
    if (name === undefined || entries === undefined) continue
    for (const entry of entries) refuseDisallowed(entry, sources)
    const [first, ...rest] = entries
    if (first === undefined) throw invalid(`The entry '${name}' of the JAAS configuration has no login module`)
    return { name, entries: [first, ...rest] }
  }
  const alternative = context.listenerName === undefined ? '' : ` or '${context.listenerName}'`
  const property = sources.systemProperties?.[LOGIN_CONFIG] ?? 'not set'
  throw invalid(
    `Could not find a '${context.name}'${alternative} entry in the JAAS configuration. ` +
      `System property '${LOGIN_CONFIG}' is ${property}`,
    'Set sasl.jaas.config (for a listener: listener.name.<listener>.<mechanism>.sasl.jaas.config, all in lower case), or name a login file.',
  )
}

function refuseDisallowed(entry: JaasEntry, sources: JaasSources): void {
  const disallowed = (sources.systemProperties?.[DISALLOWED] ?? DISALLOWED_BY_DEFAULT).split(',')
  const name = entry.loginModule.trim()
  if (disallowed.some((module) => module.trim() === name)) {
    throw invalid(`${name} is not allowed. Update System property '${DISALLOWED}' to allow ${name}`)
  }
}

function invalid(message: string, hint?: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, { hint })
}
