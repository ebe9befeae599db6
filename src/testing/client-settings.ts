import { UsageError } from '../errors.js'
import { franzGoSettings, saramaSettings } from './go-settings.js'
import { pythonSettings } from './python-settings.js'
import type { SettingsRequest } from './settings-request.js'

/** What a client needs to know to log in to a broker. */
export interface ClientSettings {
  /** `kafka://…` or `kafkas://…`, with the name and the password of PLAIN and SCRAM. */
  readonly url: string
  /** The text of Kafka's own clients' `client.properties`. */
  readonly properties: string
  /** Options of KafkaJS, and of clients that took them over. */
  readonly kafkajs: {
    readonly brokers: readonly string[]
    readonly ssl?: { readonly ca: readonly string[] }
    readonly sasl?: { readonly mechanism: string; readonly username: string; readonly password: string }
  }
  /** Options of @platformatic/kafka, which wants a client id beside them. */
  readonly platformatic: {
    readonly bootstrapBrokers: readonly string[]
    readonly tls?: { readonly ca: string }
    readonly sasl?: { readonly mechanism: string; readonly username: string; readonly password: string }
  }
  /** Properties of librdkafka and what is built on it. */
  readonly librdkafka: Readonly<Record<string, string>>
  /** Python for kafka-python that names `settings`: `KafkaProducer(**settings)`. */
  readonly kafkaPython: string
  /** Python for aiokafka that names `settings`: `AIOKafkaProducer(**settings)`. */
  readonly aiokafka: string
  /** Go for franz-go, below the line of the package: `kgo.NewClient(settings()...)`. */
  readonly franzGo: string
  /** Go for sarama, below the line of the package: `sarama.NewClient(brokers, settings())`; SCRAM takes `xdg-go/scram`. */
  readonly sarama: string
}

const MODULES = 'org.apache.kafka.common.security'

/** @throws UsageError (`INVALID_ARGUMENT`) for a mechanism that other clients are not known to have. */
export function clientSettings(request: SettingsRequest): ClientSettings {
  const { bootstrap, ca, mechanism, user } = request
  const protocol = `${mechanism === undefined ? '' : 'SASL_'}${ca === undefined ? 'PLAINTEXT' : 'SSL'}`
  const credentials = user === undefined ? '' : `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@`
  const query = mechanism === undefined ? '' : `?mechanism=${mechanism}`
  const properties: Record<string, string> = { 'bootstrap.servers': bootstrap, 'security.protocol': protocol }
  const librdkafka: Record<string, string> = { 'bootstrap.servers': bootstrap, 'security.protocol': protocol }
  if (ca !== undefined) {
    properties['ssl.truststore.type'] = 'PEM'
    // A line of a properties file that ends in a backslash goes on in the next one.
    properties['ssl.truststore.certificates'] = ca.trim().replaceAll('\n', '\\n\\\n')
    librdkafka['ssl.ca.pem'] = ca
  }
  if (mechanism !== undefined) {
    properties['sasl.mechanism'] = mechanism
    properties['sasl.jaas.config'] = jaas(mechanism, request)
    librdkafka['sasl.mechanism'] = mechanism
    if (user === undefined) {
      librdkafka['enable.sasl.oauthbearer.unsecure.jwt'] = 'true'
      librdkafka['sasl.oauthbearer.config'] = `principal=${request.principal ?? ''}`
    } else {
      librdkafka['sasl.username'] = user.name
      librdkafka['sasl.password'] = user.password
    }
  }
  const sasl = user && {
    sasl: { mechanism: mechanism?.toLowerCase() ?? '', username: user.name, password: user.password },
  }
  return {
    url: `${ca === undefined ? 'kafka' : 'kafkas'}://${credentials}${bootstrap}${query}`,
    properties: Object.entries(properties)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    kafkajs: { brokers: bootstrap.split(','), ...(ca === undefined ? {} : { ssl: { ca: [ca] } }), ...sasl },
    platformatic: {
      bootstrapBrokers: bootstrap.split(','),
      ...(ca === undefined ? {} : { tls: { ca } }),
      ...(user && { sasl: { mechanism: mechanism ?? '', username: user.name, password: user.password } }),
    },
    librdkafka,
    kafkaPython: pythonSettings('kafka-python', { ...request, protocol }),
    aiokafka: pythonSettings('aiokafka', { ...request, protocol }),
    franzGo: franzGoSettings(request),
    sarama: saramaSettings(request),
  }
}

/** A text in quotes as JAAS text has it, in a properties file. */
function quoted(text: string): string {
  // A line break would end the text in quotes. A properties file then takes one backslash of each pair away.
  const escaped = text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `"${escaped.replaceAll('\\', '\\\\').replace(BEYOND_ASCII, unicodeEscape)}"`
}

/** Java reads properties files as ISO 8859-1; control characters are escaped only for the eye. */
const BEYOND_ASCII = /[^\x20-\x7e]/g

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function jaas(mechanism: string, { user, principal = '' }: SettingsRequest): string {
  switch (mechanism) {
    case 'PLAIN':
      return `${MODULES}.plain.PlainLoginModule required username=${quoted(user?.name ?? '')} password=${quoted(user?.password ?? '')};`
    case 'SCRAM-SHA-256':
    case 'SCRAM-SHA-512':
      return `${MODULES}.scram.ScramLoginModule required username=${quoted(user?.name ?? '')} password=${quoted(user?.password ?? '')};`
    case 'OAUTHBEARER':
      return `${MODULES}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub=${quoted(principal)};`
    default:
      throw new UsageError('INVALID_ARGUMENT', `No client is known to have the mechanism ${mechanism}`)
  }
}
