import { definitions, type ConfigKind } from './definition.js'
import { OTHER_BROKER_PROPERTIES } from './definitions/broker-names.js'
import { listenerPrefix, type SecurityProtocol } from './protocol.js'
import type { ConfigWarning } from './reading.js'
import type { Properties } from './values.js'

interface Given {
  readonly kind: ConfigKind
  readonly protocol: SecurityProtocol
}

/** What a client's properties say in vain. */
export function clientWarnings(properties: Properties, { kind, protocol }: Given): ConfigWarning[] {
  const known = definitions(kind)
  const warnings: ConfigWarning[] = []
  for (const property of properties.keys()) {
    if (!known.has(withoutPrefix(property))) {
      if (!isPartOfAnother(property, properties)) warnings.push(unknown(property, [...known.keys()]))
    } else if (property.startsWith('sasl.') && !protocol.sasl) {
      warnings.push(
        ignored(property, `security.protocol=${protocol.name} has no SASL: is SASL_PLAINTEXT or SASL_SSL meant?`),
      )
    } else if (property.startsWith('ssl.') && !protocol.tls) {
      warnings.push(ignored(property, `security.protocol=${protocol.name} has no TLS: is SSL or SASL_SSL meant?`))
    } else if (property === 'send.buffer.bytes' || property === 'receive.buffer.bytes') {
      const message = 'Node leaves the sizes of the system’s buffers to the system.'
      warnings.push({ code: 'WITHOUT_COUNTERPART', property, message })
    }
  }
  return warnings
}

interface GivenListener {
  readonly name: string
  readonly protocol: SecurityProtocol
  readonly enabled: readonly string[]
}

/** What a broker's properties say about a listener in vain; what is said to other listeners does not count. */
export function listenerWarnings(properties: Properties, given: GivenListener): ConfigWarning[] {
  const known = definitions('broker')
  const prefix = listenerPrefix(given.name)
  const warnings: ConfigWarning[] = []
  for (const property of properties.keys()) {
    const isOwn = property.startsWith(prefix)
    if (!isOwn && property.startsWith('listener.name.')) continue
    const name = isOwn ? property.slice(prefix.length) : property
    const bare = known.has(name) ? name : withoutMechanism(name)
    if (!known.has(bare)) {
      if (!OTHER_BROKER_PROPERTIES.has(name) && !isPartOfAnother(property, properties)) {
        warnings.push(unknown(property, [...known.keys(), ...OTHER_BROKER_PROPERTIES]))
      }
    } else if (name === 'sasl.jaas.config') {
      warnings.push(
        ignored(
          property,
          'Server config sasl.jaas.config should be prefixed with SASL mechanism name, ignoring config',
        ),
      )
    } else if (isOwn && bare.startsWith('sasl.') && !given.protocol.sasl) {
      warnings.push(ignored(property, `The listener ${given.name} is ${given.protocol.name}, without SASL.`))
    } else if (isOwn && bare.startsWith('ssl.') && !given.protocol.tls) {
      warnings.push(ignored(property, `The listener ${given.name} is ${given.protocol.name}, without TLS.`))
    } else if (isOwn && bare !== name && !isEnabled(name, bare, given.enabled)) {
      warnings.push(
        ignored(property, `Its mechanism is not among sasl.enabled.mechanisms: ${given.enabled.join(', ')}.`),
      )
    } else if (WITHOUT_COUNTERPART.has(name)) {
      warnings.push({ code: 'WITHOUT_COUNTERPART', property, message: 'It changes nothing here.' })
    }
  }
  return warnings
}

const WITHOUT_COUNTERPART = new Set([
  'socket.send.buffer.bytes',
  'socket.receive.buffer.bytes',
  'socket.listen.backlog.size',
  'max.connections.per.ip.overrides',
])

/** `plain.sasl.jaas.config` is `sasl.jaas.config` of PLAIN. */
function withoutMechanism(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}

function isEnabled(name: string, bare: string, enabled: readonly string[]): boolean {
  const mechanism = name.slice(0, -bare.length - 1)
  return enabled.some((candidate) => candidate.toLowerCase() === mechanism)
}

/** Kafka's OIDC handlers look under the mechanism's name first. */
function withoutPrefix(property: string): string {
  return property.startsWith('oauthbearer.sasl.') ? property.slice('oauthbearer.'.length) : property
}

function ignored(property: string, message: string): ConfigWarning {
  return { code: 'IGNORED', property, message }
}

/** `config.providers.<name>.class` and `.param.…` belong to `config.providers`. */
function isPartOfAnother(property: string, properties: Properties): boolean {
  const providers = (properties.get('config.providers') ?? '').split(',')
  return providers.some((provider) => property.startsWith(`config.providers.${provider.trim()}.`))
}

/** A property that Kafka does not know, and the one that may be meant. */
function unknown(property: string, known: readonly string[]): ConfigWarning {
  const meant = known.find((name) => isNear(name, property))
  const message = `Kafka knows no property of this name${meant === undefined ? '' : `: is ${meant} meant?`}`
  return { code: 'UNKNOWN', property, message }
}

/** One letter more, less or other, two swapped, or another way to separate words. */
function isNear(name: string, given: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[-_.]/g, '')
  const [a, b] = [plain(name), plain(given)]
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(''))
}
