import type { Address } from './address.js'

/** What is used of DNS; `node:dns/promises` is one. */
export interface NameService {
  lookup(hostname: string, options: { readonly all: true }): Promise<readonly { readonly address: string }[]>
  lookupService(address: string, port: number): Promise<{ readonly hostname: string }>
}

/**
 * Each endpoint under the canonical names of its addresses, as `client.dns.lookup=resolve_canonical_bootstrap_servers_only`
 * wants it, for Kerberos above all. What does not resolve stays as it is: to connect will tell why.
 */
export async function canonicalEndpoints(endpoints: readonly Address[], dns: NameService): Promise<readonly Address[]> {
  const expanded = await Promise.all(endpoints.map((endpoint) => canonical(endpoint, dns)))
  const unique = new Map(expanded.flat().map((endpoint) => [`${endpoint.host} ${endpoint.port}`, endpoint]))
  return [...unique.values()]
}

async function canonical(endpoint: Address, dns: NameService): Promise<readonly Address[]> {
  const { host, port } = endpoint
  try {
    const addresses = await dns.lookup(host, { all: true })
    const names = await Promise.all(
      addresses.map(async ({ address }) => {
        try {
          return (await dns.lookupService(address, port)).hostname
        } catch {
          return address // as Java, which takes the address for the name
        }
      }),
    )
    return names.length === 0 ? [endpoint] : names.map((name) => ({ host: name, port }))
  } catch {
    return [endpoint]
  }
}
