import { AuthenticationError, UsageError } from '../errors.js'
import { SaslExtensions } from '../sasl/extensions.js'
import { validateExtensions } from '../sasl/oauthbearer/grammar.js'
import { javaTrim, requireText } from './required-text.js'

/** Kafka's options of the OIDC handlers, as texts by their names (KIP-768, KIP-1139), and how Kafka checks them. */
export type KafkaProperties = Readonly<Record<string, string | undefined>>

/** Reads options: a value under `oauthbearer.<name>` comes before the one under `<name>`. */
export class KafkaConfig {
  readonly #properties: KafkaProperties

  constructor(properties: KafkaProperties) {
    this.#properties = properties
  }

  get(name: string): string | undefined {
    return this.#properties[`oauthbearer.${name}`] ?? this.#properties[name]
  }

  /** The trimmed text; a blank one is none. */
  text(name: string): string | undefined {
    return javaTrim(this.get(name) ?? '') || undefined
  }

  /** @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for a missing or blank one. */
  required(name: string): string {
    return requiredOption(name, this.get(name))
  }

  url(name: string): URL {
    return oauthUrl(name, this.get(name) ?? null)
  }

  integer(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    if (/^[+-]?\d{1,15}$/.test(text)) return Number(text)
    throw invalid(`Invalid value ${text} for configuration ${name}: Not a number of type LONG`)
  }

  decimal(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = Number(text)
    if (Number.isFinite(value)) return value
    throw invalid(`Invalid value ${text} for configuration ${name}: Not a number of type DOUBLE`)
  }

  flag(name: string): boolean | undefined {
    const text = this.text(name)?.toLowerCase()
    if (text === undefined) return undefined
    if (text === 'true' || text === 'false') return text === 'true'
    throw invalid(`Invalid value ${text} for configuration ${name}: Expected value to be either true or false`)
  }

  list(name: string): readonly string[] {
    const elements = (this.text(name) ?? '').split(',').map(javaTrim)
    return elements.filter((element) => element !== '')
  }
}

/** A text that must be there. @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text. */
export function requiredOption(name: string, value: string | undefined): string {
  const label = `The OAuth configuration option ${name} value`
  // Kafka calls an empty text a blank one, here.
  return requireText(label, value === '' ? ' ' : value, invalid)
}

/**
 * A URL of `http`, `https` or `file`. Kafka: `ConfigurationUtils.validateUrl`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text.
 */
export function oauthUrl(name: string, value: string | null): URL {
  const text = requiredOption(name, value ?? undefined)
  const complain = (what: string): never => {
    throw invalid(`The OAuth configuration option ${name} contains a URL (${text}) that ${what}`)
  }
  const protocol = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1]
  if (protocol === undefined) return complain(`is malformed: no protocol: ${text}`)
  if (!JAVA_PROTOCOLS.has(protocol.toLowerCase()))
    return complain(`is malformed: unknown protocol: ${protocol.toLowerCase()}`)
  if (!['http', 'https', 'file'].includes(protocol.toLowerCase())) {
    return complain(
      `contains an invalid protocol (${protocol.toLowerCase()}); only "http", "https", and "file" protocol are supported`,
    )
  }
  return URL.canParse(text) ? new URL(text) : complain('is malformed')
}

/** Those that Java's class URL knows. */
const JAVA_PROTOCOLS: ReadonlySet<string> = new Set(['http', 'https', 'file', 'ftp', 'jar', 'jmod', 'jrt', 'mailto'])

/**
 * The name of a claim, trimmed. Kafka: `ClaimValidationUtils.validateClaimNameOverride`.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) with Kafka's text.
 */
export function claimName(name: string, value: string | null): string {
  return requireText(`${name} value`, value, (text) => new AuthenticationError('CREDENTIALS_UNAVAILABLE', text))
}

/**
 * The extensions among the options of a JAAS entry, `extension_<name>`; what is no text is taken by its text form.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for names or values that no client can send.
 */
export function loginExtensions(options: Readonly<Record<string, unknown>>): SaslExtensions {
  const prefix = 'extension_'
  const named = Object.entries(options).filter(([name]) => name.startsWith(prefix))
  const extensions = SaslExtensions.from(
    named.map(([name, value]) => [name.slice(prefix.length), String(value)] as const),
  )
  try {
    validateExtensions(extensions)
  } catch (error) {
    throw error instanceof AuthenticationError ? invalid(error.message) : error
  }
  return extensions
}

function invalid(text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', text)
}
