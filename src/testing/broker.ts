import { UsageError } from '../errors.js'
import { oauthBearerServer, unsecuredToken, unsecuredValidator } from '../sasl/index.js'
import type { ServerMechanism } from '../sasl/index.js'
import { listen } from '../server/index.js'
import type { ListenOptions, Server } from '../server/index.js'
import { metadataRoute } from './apis/metadata.js'
import { createAuthority } from './certificates.js'
import type { Certificate, CertificateAuthority, Subject } from './certificates.js'
import { Cluster } from './cluster.js'
import type { BrokerOptions, BrokerTls, MechanismName } from './options.js'
import { plainMechanism, scramMechanism, Users } from './users.js'

/** An unsigned OAUTHBEARER token for a test: what it says, and for how long. */
export interface TestToken {
  /** The `sub` claim. */
  readonly principal: string
  /** In seconds from now; negative for one that has ended. Default: 3600. */
  readonly lifetime?: number
  readonly scope?: readonly string[]
  /** Further claims that are texts. */
  readonly claims?: Readonly<Record<string, string>>
}

/** A Kafka broker, or a cluster of them, within this process. It keeps its data in memory only. */
export class Broker {
  readonly users: Users
  readonly #cluster: Cluster
  readonly #authority: CertificateAuthority | null
  readonly #servers: readonly Server[]
  readonly #mechanisms: readonly string[]

  /** @internal */
  constructor(parts: {
    readonly cluster: Cluster
    readonly users: Users
    readonly authority: CertificateAuthority | null
    readonly servers: readonly Server[]
    readonly mechanisms: readonly string[]
  }) {
    this.users = parts.users
    this.#cluster = parts.cluster
    this.#authority = parts.authority
    this.#servers = parts.servers
    this.#mechanisms = parts.mechanisms
  }

  get host(): string {
    return this.#cluster.nodes[0]?.host ?? ''
  }

  /** The port of the first broker. */
  get port(): number {
    return this.#cluster.nodes[0]?.port ?? 0
  }

  /** `host:port` of every broker, separated by commas. */
  get bootstrap(): string {
    return this.#cluster.nodes.map(({ host, port }) => `${host}:${port}`).join(',')
  }

  /** The certificate to trust, in PEM; undefined without TLS. */
  get ca(): string | undefined {
    return this.#authority?.cert
  }

  /** The names of the mechanisms that are enabled. */
  get mechanisms(): readonly string[] {
    return this.#mechanisms
  }

  /** The listeners, one for each broker of the cluster, with their events and metrics. */
  get servers(): readonly Server[] {
    return this.#servers
  }

  /** A certificate that the broker trusts, for a client. @throws UsageError (`ILLEGAL_STATE`) without TLS. */
  clientCertificate(subject: Subject): Certificate {
    if (this.#authority === null) throw new UsageError('ILLEGAL_STATE', 'A broker without TLS has no certificates')
    return this.#authority.client(subject)
  }

  /** An OAUTHBEARER token that nobody signed, which the broker accepts unless `validateToken` was given. */
  unsecuredToken({ principal, lifetime = 3600, scope = [], claims = {} }: TestToken): string {
    const options: Record<string, string> = {
      unsecuredLoginStringClaim_sub: principal,
      unsecuredLoginLifetimeSeconds: String(lifetime),
    }
    if (scope.length > 0) options['unsecuredLoginListClaim_scope'] = ` ${scope.join(' ')}`
    for (const [name, value] of Object.entries(claims)) options[`unsecuredLoginStringClaim_${name}`] = value
    return unsecuredToken(options, Date.now())?.token ?? ''
  }

  /** Closes every listener; what was asked is answered within `timeout` ms (default 1000). */
  async close(options: { readonly timeout?: number } = {}): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close({ timeout: options.timeout ?? 1000 })))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/**
 * Starts a Kafka broker in this process: one line, a free port, no Docker.
 *
 * ```ts
 * import { startBroker } from 'ottla/testing'
 *
 * await using broker = await startBroker({ tls: true, users: { alice: 'alice-secret' } })
 * ```
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for options that make no sense.
 */
export async function startBroker(options: BrokerOptions = {}): Promise<Broker> {
  const cluster = new Cluster()
  for (const [name, partitions] of Object.entries(options.topics ?? {})) cluster.createTopic(name, partitions)
  const users = new Users(options.users)
  const mechanisms = makeMechanisms(options, users)
  const authority = options.tls ? createAuthority() : null
  const routes = [metadataRoute(cluster, { autoCreate: options.autoCreateTopics ?? 1 })]
  const tls =
    authority === null ? {} : { tls: tlsOptions(authority, typeof options.tls === 'object' ? options.tls : {}) }
  const servers: Server[] = []
  try {
    for (const [index, port] of ports(options).entries()) {
      const server = await listen({ ...listenerOptions(options), ...tls, port, mechanisms, routes })
      servers.push(server)
      cluster.nodes.push({ id: index + 1, host: server.host, port: server.port })
    }
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()))
    throw error
  }
  return new Broker({ cluster, users, authority, servers, mechanisms: mechanisms.map(({ name }) => name) })
}

const ALL: readonly MechanismName[] = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER']

function makeMechanisms(options: BrokerOptions, users: Users): ServerMechanism[] {
  const chosen = options.mechanisms ?? (options.users === undefined ? [] : ALL)
  return chosen.map((mechanism) =>
    typeof mechanism === 'string' ? makeMechanism(mechanism, options, users) : mechanism,
  )
}

function makeMechanism(name: MechanismName, options: BrokerOptions, users: Users): ServerMechanism {
  switch (name) {
    case 'PLAIN':
      return plainMechanism(users)
    case 'SCRAM-SHA-256':
    case 'SCRAM-SHA-512':
      // As Kafka: a test wants to see what its users will see.
      return scramMechanism(name, users, { unknownUsers: 'refuse', finalNonce: 'exact' })
    case 'OAUTHBEARER': {
      const unsecured = unsecuredValidator({}, { clock: options.clock ? () => options.clock?.now() ?? 0 : Date.now })
      return oauthBearerServer({
        validateToken: options.validateToken ?? unsecured.validateToken,
        validateExtensions: options.validateExtensions ?? unsecured.validateExtensions,
      })
    }
  }
}

function tlsOptions(authority: CertificateAuthority, tls: BrokerTls): NonNullable<ListenOptions['tls']> {
  const { clientAuth = 'none' } = tls
  const identity = authority.server(tls.names)
  if (clientAuth === 'none') return identity
  return { ...identity, ca: authority.cert, requestCert: true, rejectUnauthorized: clientAuth === 'required' }
}

function ports({ brokers, port = 0 }: BrokerOptions): readonly number[] {
  const count = brokers ?? (typeof port === 'number' ? 1 : port.length)
  if (!Number.isInteger(count) || count < 1) throw new UsageError('INVALID_ARGUMENT', `A cluster of ${count} brokers`)
  if (typeof port === 'number' && port !== 0 && count > 1) {
    throw new UsageError('INVALID_ARGUMENT', `${count} brokers need ${count} ports`)
  }
  return typeof port === 'number' ? Array<number>(count).fill(port) : port
}

/** What a listener takes as it is. */
function listenerOptions(options: BrokerOptions): ListenOptions {
  const own = [
    'brokers',
    'port',
    'tls',
    'users',
    'mechanisms',
    'validateToken',
    'validateExtensions',
    'topics',
    'autoCreateTopics',
  ]
  return Object.fromEntries(Object.entries(options).filter(([name]) => !own.includes(name)))
}
