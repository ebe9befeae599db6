import { UsageError } from '../errors.js'
import type { ClientMechanism } from '../sasl/mechanism.js'
import { oauthBearer } from '../sasl/oauthbearer/client.js'
import { plain } from '../sasl/plain.js'
import { scramSha256, scramSha512 } from '../sasl/scram/client.js'
import { bootstrapAddresses, type Address } from './address.js'
import type { ConnectSettings } from './client.js'
import type { ConfigWarning } from './reading.js'
import { printingHidden } from './secret.js'

/**
 * Options of JavaScript clients, as JSON has them: KafkaJS (`brokers`, `ssl`, `sasl`) and @platformatic/kafka
 * (`bootstrapBrokers`, `tls`, `sasl`). What is a function there cannot stand in JSON.
 */

type Json = Readonly<Record<string, unknown>>

/** What the options say of a connection. */
export interface JavaScriptConfig {
  readonly endpoints: readonly Address[]
  readonly connect: Partial<Omit<ConnectSettings, 'tls'>> & { tls?: boolean | Json }
  readonly warnings: readonly ConfigWarning[]
}

/** @throws UsageError (`INVALID_ARGUMENT`, `UNSUPPORTED`) */
export function readJavaScriptConfig(json: unknown): JavaScriptConfig {
  if (!isObject(json)) throw invalid('the options must be a JSON object')
  const servers = json['brokers'] ?? json['bootstrapBrokers']
  if (servers === undefined) {
    throw invalid('the options have neither brokers (KafkaJS) nor bootstrapBrokers (@platformatic/kafka)')
  }
  const warnings: ConfigWarning[] = []
  const tls = tlsOf(json['ssl'] ?? json['tls'], json['tlsServerName'], warnings)
  const sasl = json['sasl'] === undefined ? undefined : mechanismOf(json['sasl'], tls !== undefined, warnings)
  const clientId = textOf(json, 'clientId')
  return {
    endpoints: bootstrapAddresses(addressesOf(servers), 'the options'),
    connect: {
      ...(tls !== undefined && { tls }),
      ...(sasl && { sasl }),
      ...(clientId !== undefined && { clientId }),
      ...timeOf(json, 'connectionTimeout', 'connectTimeout'),
      ...timeOf(json, 'connectTimeout', 'connectTimeout'),
      ...timeOf(json, 'requestTimeout', 'requestTimeout'),
    },
    warnings,
  }
}

function addressesOf(servers: unknown): string[] {
  if (!Array.isArray(servers)) throw invalid('the brokers must be a list')
  return servers.map((server: unknown) => {
    if (typeof server === 'string') return server
    if (isObject(server) && typeof server['host'] === 'string' && typeof server['port'] === 'number') {
      return `${server['host'].includes(':') ? `[${server['host']}]` : server['host']}:${server['port']}`
    }
    throw invalid('a broker is "host:port", or { "host": …, "port": … }')
  })
}

/** Node's options of TLS that can stand in JSON. */
const TLS = [
  'ca',
  'cert',
  'key',
  'passphrase',
  'servername',
  'rejectUnauthorized',
  'minVersion',
  'maxVersion',
  'ciphers',
]

function tlsOf(given: unknown, serverName: unknown, warnings: ConfigWarning[]): boolean | Json | undefined {
  if (given === undefined || given === null || given === false) return undefined
  if (given === true) return true
  if (!isObject(given)) throw invalid('ssl (tls) must be true or an object')
  for (const property of Object.keys(given).filter((name) => !TLS.includes(name))) {
    warnings.push({ code: 'IGNORED', property, message: 'This option of TLS is not looked at.' })
  }
  const tls: Record<string, unknown> = Object.fromEntries(Object.entries(given).filter(([name]) => TLS.includes(name)))
  if (typeof serverName === 'string') tls['servername'] = serverName
  return printingHidden(tls, ['key', 'passphrase'])
}

function mechanismOf(sasl: unknown, secure: boolean, warnings: ConfigWarning[]): ClientMechanism {
  if (!isObject(sasl)) throw invalid('sasl must be an object')
  const name = textOf(sasl, 'mechanism')?.toUpperCase()
  const login = (): { username: string; password: string } => {
    const [username, password] = [textOf(sasl, 'username'), textOf(sasl, 'password')]
    if (username !== undefined && password !== undefined) return { username, password }
    throw invalid(`sasl.mechanism ${name ?? ''} needs username and password`)
  }
  switch (name) {
    case 'PLAIN':
      return plain(login())
    case 'SCRAM-SHA-256':
      return scramSha256(login())
    case 'SCRAM-SHA-512':
      return scramSha512(login())
    case 'OAUTHBEARER': {
      const token = textOf(sasl, 'token')
      if (token === undefined) throw inCode(name, '--token-file FILE with --ca, or a client.properties of Kafka')
      // These clients send tokens without TLS, and what works with them works here.
      if (!secure)
        warnings.push({ code: 'INSECURE', property: 'sasl', message: 'The token crosses the network in clear text.' })
      const extensions = sasl['oauthBearerExtensions']
      const given = isObject(extensions) ? { extensions: extensions as Readonly<Record<string, string>> } : {}
      return oauthBearer({ token: { token, ...given }, allowPlaintext: !secure })
    }
    default:
      throw inCode(name ?? 'sasl without mechanism', 'a client.properties of Kafka')
  }
}

function inCode(name: string, instead: string): UsageError {
  return new UsageError('UNSUPPORTED', `${name} needs code in these clients, which JSON cannot hold`, {
    hint: `On the command line: ${instead}.`,
  })
}

function textOf(json: Json, name: string): string | undefined {
  const value = json[name]
  if (value === undefined || typeof value === 'string') return value
  throw invalid(`${name} must be a text`)
}

function timeOf(json: Json, name: string, as: 'connectTimeout' | 'requestTimeout'): { [name: string]: number } {
  const value = json[name]
  if (value === undefined) return {}
  if (typeof value !== 'number' || !(value > 0)) throw invalid(`${name} must be a number of ms above 0`)
  return { [as]: value }
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message)
}
