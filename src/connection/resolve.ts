import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { ConnectionError, thrownText } from '../errors.js'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/** A name's addresses, in order of preference: in Node's form, so that `dns.lookup` and its replacements fit. */
export type Lookup = (
  host: string,
  options: { readonly all: true; readonly family: 0 | 4 | 6 },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export interface ResolveOptions {
  readonly host: string
  readonly port: number
  /** Only addresses of this family; 0 is both. Default: 0. */
  readonly family?: 0 | 4 | 6 | undefined
  readonly lookup?: Lookup | undefined
}

/** How errors and events name a broker: an IPv6 address in brackets, or its port could not be told from it. */
export function brokerOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

/** The address of a host that is given as one; undefined for a name. */
export function literalAddress(host: string): readonly Address[] | undefined {
  const family = isIP(host)
  return family === 4 || family === 6 ? [{ address: host, family }] : undefined
}

/**
 * All addresses of a name, asked anew on every connect (Kafka: `client.dns.lookup=use_all_dns_ips`).
 *
 * @throws ConnectionError (`DNS_NOT_FOUND`, `DNS_FAILED`)
 */
export function resolve(options: ResolveOptions): Promise<readonly Address[]> {
  const { host, family = 0, lookup = systemLookup } = options
  const literal = literalAddress(host)
  if (literal) return Promise.resolve(literal)
  return new Promise((resolve, reject) => {
    const done = (error: NodeJS.ErrnoException | null, found: LookupAddress[]): void => {
      const addresses = error ? [] : asAddresses(found).filter((each) => family === 0 || each.family === family)
      if (error || addresses.length === 0) reject(failure(options, error))
      else resolve(addresses)
    }
    const answered = (...answer: Parameters<typeof done>): void => {
      try {
        done(...answer)
      } catch (cause) {
        failed(cause)
      }
    }
    const failed = (cause: unknown): void => done(cause instanceof Error ? cause : new Error(thrownText(cause)), [])
    try {
      // One that is asynchronous fails by its promise; it answers by calling back all the same.
      const asked: unknown = lookup(host, { all: true, family }, answered)
      Promise.resolve(asked).catch(failed)
    } catch (cause) {
      failed(cause)
    }
  })
}

/** A replaced lookup may give one address, or something else altogether. */
function asAddresses(found: unknown): Address[] {
  const list: unknown[] = Array.isArray(found) ? found : [found]
  return list.flatMap((each) => {
    const address = typeof each === 'object' && each !== null && 'address' in each ? each.address : each
    const family = typeof address === 'string' ? isIP(address) : 0
    return family === 4 || family === 6 ? [{ address: address as string, family }] : []
  })
}

function failure(options: ResolveOptions, cause: NodeJS.ErrnoException | null): ConnectionError {
  const missing =
    cause === null || cause.code === 'ENOTFOUND' || cause.code === 'ENODATA' || cause.code === 'EAI_NONAME'
  const hint = missing
    ? `No address is known for the name. Is it spelt correctly? If a broker gave it: the name in its advertised.listeners must be known where the client runs, not only where the broker runs.`
    : 'The name service did not answer as it should: look at the network or at the resolver of this machine.'
  return new ConnectionError(
    missing ? 'DNS_NOT_FOUND' : 'DNS_FAILED',
    `cannot resolve ${options.host}${cause ? `: ${cause.code ?? thrownText(cause)}` : ''}`,
    {
      cause: cause ?? undefined,
      phase: 'dns',
      broker: brokerOf(options),
      hint,
      reason: 'connect-failed',
    },
  )
}
