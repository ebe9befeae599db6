import { UsageError } from '../errors.js'

/** Where a server listens. */
export interface Address {
  readonly host: string
  readonly port: number
}

const ADDRESS = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?([0-9a-zA-Z\-%._:]*)]?:([0-9]+)$/

/**
 * Reads `(scheme://)?host:port`, an IPv6 address in brackets or without, by Kafka's expression. The port is not yet
 * held to its range. Undefined for anything else.
 */
export function parseAddress(text: string): Address | undefined {
  const [, host, port] = ADDRESS.exec(text) ?? []
  return host === undefined || port === undefined ? undefined : { host, port: Number(port) }
}

/**
 * The endpoints of `bootstrap.servers`. An empty host is this machine, as in Java.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text.
 */
export function bootstrapAddresses(urls: readonly string[], property = 'bootstrap.servers'): readonly Address[] {
  const addresses = urls.filter((url) => url !== '').map((url) => endpoint(url, property))
  if (addresses.length === 0) throw invalid(`No resolvable bootstrap urls given in ${property}`)
  return addresses
}

function endpoint(url: string, property: string): Address {
  const address = parseAddress(url)
  if (address === undefined) throw invalid(`Invalid url in ${property}: ${url}`)
  if (address.port > 65_535) throw invalid(`Invalid port in ${property}: ${url}`)
  return { host: address.host === '' ? 'localhost' : address.host, port: address.port }
}

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, {
    hint: 'Servers are host:port, separated by commas; an IPv6 address stands in brackets.',
  })
}
