import { UsageError } from '../errors.js'
import type { Address } from './address.js'
import { securityProtocol, type SecurityProtocol } from './protocol.js'
import type { ConfigValues } from './values.js'

/** A listener by its name, with its address and protocol. */
export interface NamedListener extends Address {
  readonly name: string
  readonly protocol: SecurityProtocol
}

const LISTENER = /^([^:]*):\/\/\[?([0-9a-zA-Z\-%._:]*)]?:(-?[0-9]{1,10})$/

/**
 * The listeners of `listeners`, with their protocols by `listener.security.protocol.map`. An empty host is every
 * address of the machine.
 *
 * @throws UsageError (`INVALID_ARGUMENT`).
 */
export function namedListeners(values: ConfigValues): readonly NamedListener[] {
  const protocols = protocolMap(values.text('listener.security.protocol.map') ?? '')
  const found = values.list('listeners').map((text) => listener(text, protocols))
  const names = new Set(found.map(({ name }) => name))
  if (names.size !== found.length) throw invalid('Each listener must have a different name')
  return found
}

function listener(text: string, protocols: ReadonlyMap<string, SecurityProtocol>): NamedListener {
  const [, given, host, port] = LISTENER.exec(text) ?? []
  const name = given?.toUpperCase()
  if (name === undefined || host === undefined || Number(port) < 0 || Number(port) > 65_535) {
    throw invalid(`Unable to parse ${text} to a broker endpoint`, 'A listener is NAME://host:port.')
  }
  const protocol = protocols.get(name)
  if (protocol === undefined) {
    throw invalid(`No security protocol defined for listener ${name}`, 'Name it in listener.security.protocol.map.')
  }
  return { name, host: host === '' ? '::' : host, port: Number(port), protocol }
}

/** `INTERNAL:SSL,EXTERNAL:SASL_SSL`. */
function protocolMap(text: string): Map<string, SecurityProtocol> {
  const protocols = new Map<string, SecurityProtocol>()
  for (const pair of text.split(',')) {
    const colon = pair.lastIndexOf(':')
    if (colon < 0) continue
    protocols.set(pair.slice(0, colon).trim().toUpperCase(), securityProtocol(pair.slice(colon + 1).trim()))
  }
  return protocols
}

function invalid(message: string, hint?: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, { hint })
}
