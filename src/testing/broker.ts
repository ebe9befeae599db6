import { EventEmitter } from 'node:events'
import { UsageError } from '../errors.js'
import type { Api } from '../protocol/api.js'
import { unsecuredToken } from '../sasl/index.js'
import type { MaybePromise } from '../sasl/index.js'
import type { ConnectionInfo, Server } from '../server/index.js'
import { systemClock } from '../server/clock.js'
import { listenTapped } from '../server/listen.js'
import type { Outcome } from '../server/outcome.js'
import { brokerRoutes, decodedByKey, unsupported } from './apis/index.js'
import { createAuthority } from './certificates.js'
import type { Certificate, CertificateAuthority, Subject } from './certificates.js'
import { clientSettings } from './client-settings.js'
import type { ClientSettings } from './client-settings.js'
import { Cluster } from './cluster.js'
import type { Endpoint } from './cluster.js'
import { Control } from './control.js'
import type { Interception } from './control.js'
import { DelegationTokens } from './delegation-tokens.js'
import { Groups } from './groups.js'
import { Listener } from './listener.js'
import type { ListenerInfo } from './listener.js'
import { makeMechanisms } from './mechanisms.js'
import { decoded, Recorder } from './observed.js'
import type { ApiOf, Observation, ObservedRequest } from './observed.js'
import { brokersOf, listenersOf, listenOptions, portsOf } from './options.js'
import type { BrokerOptions } from './options.js'
import { Users } from './users.js'

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

/** Whose settings, and for which listener. */
export interface SettingsLogin {
  readonly listener?: string
  readonly mechanism?: string
  readonly username?: string
  readonly password?: string
}

interface Parts {
  readonly cluster: Cluster
  readonly groups: Groups
  readonly tokens: DelegationTokens
  readonly users: Users
  readonly authority: CertificateAuthority | null
  readonly options: BrokerOptions
  readonly listeners: readonly Listener[]
  readonly recorder: Recorder
  readonly control: Control
}

/** What a broker tells of itself, beside the events of its listeners. */
export interface BrokerEventMap {
  /** A request came in; those of the login, too, whose bodies hold secrets. */
  request: [request: ObservedRequest]
}

export class BrokerEvents extends EventEmitter<BrokerEventMap> {}

/** A Kafka broker, or a cluster of them, within this process. It keeps its data in memory only. */
export class Broker {
  /** Who may log in by PLAIN and SCRAM. */
  readonly users: Users
  readonly events: BrokerEvents = new BrokerEvents()
  readonly #servers: Server[] = []
  readonly #parts: Parts

  /** @internal */
  constructor(parts: Parts) {
    this.users = parts.users
    this.#parts = parts
  }

  get host(): string {
    return this.listener().host
  }

  /** The port of the first broker, at its first listener. */
  get port(): number {
    return this.listener().port
  }

  /** `host:port` of every broker at its first listener, separated by commas. */
  get bootstrap(): string {
    return this.listener().bootstrap
  }

  /** All listeners, in the order in which they were given. */
  get listeners(): readonly ListenerInfo[] {
    return this.#parts.listeners.map((listener) => listener.in(this.#parts.cluster))
  }

  /** A listener by its name. Default: the first. @throws UsageError (`INVALID_ARGUMENT`) if there is none of that name. */
  listener(name?: string): ListenerInfo {
    const { listeners, cluster } = this.#parts
    const found = listeners.find((listener) => name === undefined || listener.name === name)
    if (found === undefined) throw new UsageError('INVALID_ARGUMENT', `There is no listener ${name ?? ''}`)
    return found.in(cluster)
  }

  /** The certificate to trust, in PEM; undefined without TLS. */
  get ca(): string | undefined {
    return this.#parts.authority?.cert
  }

  /** The names of the mechanisms that the first listener has. */
  get mechanisms(): readonly string[] {
    return this.listener().mechanisms
  }

  /** The servers with their events and metrics, one for each listener of each broker: all of the first broker, then those of the next. */
  get servers(): readonly Server[] {
    return this.#servers
  }

  /** Creates a topic. */
  createTopic(name: string, partitions = 1): void {
    this.#parts.cluster.createTopic(name, partitions)
  }

  /**
   * The oldest request of an API that no call has given out yet, or else the next one to come: so it does not matter
   * whether the client or the test is first.
   */
  async received<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
    when: (request: ObservedRequest<Request>) => boolean = () => true,
  ): Promise<ObservedRequest<Request>> {
    const of: ApiOf<Request> = api
    const taken = await this.#parts.recorder.take(api.key, (observation) => when(decoded(observation, of)))
    return decoded(taken, of)
  }

  /**
   * Says what is to happen to requests of an API, those of the login included:
   * `broker.on(Metadata).times(1).delay(100)`, `broker.on(SaslAuthenticate).close()`.
   */
  on<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
  ): Interception<Request, ResponseInput> {
    return this.#parts.control.on(api)
  }

  /** Removes every rule that `on` has made. */
  reset(): void {
    this.#parts.control.clear()
  }

  /** Lets the sessions of connections end as if their time were over. Default: of all. */
  expireSessions(which?: (connection: ConnectionInfo) => boolean): void {
    for (const server of this.#servers) server.expireSessions(which)
  }

  /** Cuts connections. Default: all. */
  disconnect(which?: (connection: ConnectionInfo) => boolean): void {
    for (const server of this.#servers) server.disconnect(which)
  }

  /** Takes new certificates, of the same authority, for the connections to come. */
  rotateCertificate(): void {
    const { authority, listeners } = this.#parts
    if (authority === null) throw withoutTls()
    for (const [index, server] of this.#servers.entries()) {
      const listener = listeners[index % listeners.length]
      if (listener?.secure) server.setSecureContext(listener.tls(authority))
    }
  }

  /** A certificate that the broker trusts, for a client. @throws UsageError (`ILLEGAL_STATE`) without TLS. */
  clientCertificate(subject: Subject): Certificate {
    const { authority } = this.#parts
    if (authority === null) throw withoutTls()
    return authority.client(subject)
  }

  /** An OAUTHBEARER token that nobody signed, which the broker accepts unless `validateToken` was given. */
  unsecuredToken({ principal, lifetime = 3600, scope = [], claims = {} }: TestToken): string {
    const options: Record<string, string> = {
      unsecuredLoginStringClaim_sub: principal,
      unsecuredLoginLifetimeSeconds: String(lifetime),
    }
    if (scope.length > 0) options['unsecuredLoginListClaim_scope'] = ` ${scope.join(' ')}`
    for (const [name, value] of Object.entries(claims)) options[`unsecuredLoginStringClaim_${name}`] = value
    return unsecuredToken(options, (this.#parts.options.clock ?? systemClock).now())?.token ?? ''
  }

  /**
   * Ready-made settings for clients of any make.
   *
   * @param login whose, and where. Default: the first listener, its first mechanism and the first user.
   */
  settings(login: SettingsLogin = {}): ClientSettings {
    const { options } = this.#parts
    const { bootstrap, secure, mechanisms } = this.listener(login.listener)
    const mechanism = login.mechanism ?? mechanisms[0]
    const name = login.username ?? Object.keys(options.users ?? {})[0] ?? ''
    const password = login.password ?? options.users?.[name] ?? ''
    const needsUser = mechanism !== undefined && mechanism !== 'OAUTHBEARER'
    const user = needsUser ? { user: { name, password } } : { principal: name }
    return clientSettings({ bootstrap, ca: secure ? this.ca : undefined, mechanism, ...user })
  }

  /** Closes every listener; what was asked is answered within `timeout` ms (default 1000). */
  async close(options: { readonly timeout?: number } = {}): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close({ timeout: options.timeout ?? 1000 })))
    this.#parts.groups.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** Notes a request, tells who listens, and lets the rules have their way with it. */
  #onRequest(observation: Observation, answer: () => MaybePromise<Outcome>): MaybePromise<Outcome> {
    if (this.events.listenerCount('request') > 0) this.events.emit('request', decodedByKey(observation))
    return this.#parts.control.apply(observation, answer)
  }

  /** @internal */
  async start(): Promise<void> {
    const { listeners, options } = this.#parts
    const brokers = brokersOf(options)
    const ports = listeners.map((listener) => portsOf(listener.options, brokers))
    try {
      for (let index = 0; index < brokers; index += 1) {
        await this.#startNode(
          index + 1,
          ports.map((each) => each[index] ?? 0),
        )
      }
    } catch (error) {
      await this.close()
      throw error
    }
  }

  /** One broker of the cluster, with all of its listeners. */
  async #startNode(nodeId: number, ports: readonly number[]): Promise<void> {
    const { cluster, listeners, options, authority, recorder } = this.#parts
    const scramMechanisms = listeners.flatMap(({ mechanisms }) => mechanisms.map(({ name }) => name))
    const routes = brokerRoutes({
      ...this.#parts,
      mechanisms: scramMechanisms,
      nodeId,
      clock: options.clock ?? systemClock,
    })
    const endpoints = new Map<string, Endpoint>()
    for (const [index, listener] of listeners.entries()) {
      const server = await listenTapped(
        {
          ...listenOptions(options, listener.options),
          ...(listener.secure && authority !== null ? { tls: listener.tls(authority) } : {}),
          listenerName: listener.name,
          mechanisms: listener.mechanisms,
          routes,
          forward: unsupported(routes),
          port: ports[index] ?? 0,
        },
        (request, connection, answer) => this.#onRequest(recorder.record(request, connection, nodeId), answer),
      )
      this.#servers.push(server)
      endpoints.set(listener.name, { host: server.host, port: server.port })
    }
    cluster.nodes.push({ id: nodeId, endpoints })
  }
}

/**
 * Starts a Kafka broker in this process: one line, a free port, no Docker.
 *
 * ```ts
 * import { startBroker } from 'ottla/testing'
 *
 * const broker = await startBroker({ tls: true, users: { alice: 'alice-secret' } })
 * console.log(broker.settings().properties)
 * await broker.close()
 * ```
 *
 * With several listeners, as a real cluster has them:
 *
 * ```ts
 * import { startBroker } from 'ottla/testing'
 *
 * const broker = await startBroker({
 *   users: { alice: 'alice-secret' },
 *   listeners: [
 *     { name: 'INTERNAL', mechanisms: [] },
 *     { name: 'EXTERNAL', tls: true, mechanisms: ['SCRAM-SHA-512'] },
 *   ],
 * })
 * console.log(broker.settings({ listener: 'EXTERNAL' }).properties)
 * await broker.close()
 * ```
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for options that make no sense.
 */
export async function startBroker(options: BrokerOptions = {}): Promise<Broker> {
  const clock = options.clock ?? systemClock
  const cluster = new Cluster()
  for (const [name, partitions] of Object.entries(options.topics ?? {})) cluster.createTopic(name, partitions)
  const users = new Users(options.users)
  const tokens = new DelegationTokens(clock)
  const listeners = listenersOf(options).map(
    (listener) => new Listener(listener, makeMechanisms(listener, { users, tokens, options })),
  )
  const names = listeners.map(({ name }) => name)
  if (new Set(names).size < names.length) {
    throw new UsageError('INVALID_ARGUMENT', `Listeners need different names: ${names.join(', ')}`)
  }
  const broker = new Broker({
    cluster,
    users,
    tokens,
    options,
    groups: new Groups(cluster, clock),
    authority: listeners.some(({ secure }) => secure) ? createAuthority() : null,
    listeners,
    recorder: new Recorder(),
    control: new Control(clock),
  })
  await broker.start()
  return broker
}

function withoutTls(): UsageError {
  return new UsageError('ILLEGAL_STATE', 'A broker without TLS has no certificates')
}
