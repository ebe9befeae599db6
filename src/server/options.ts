import type { TlsOptions } from 'node:tls'
import { UsageError } from '../errors.js'
import type { ServerMechanism, ServerWays } from '../sasl/mechanism.js'
import { systemClock } from './clock.js'
import type { Clock } from './clock.js'
import type { Forward } from './forward.js'
import type { Principal, PrincipalBuilder } from './principal.js'
import type { Route } from './route.js'
import { LoginThrottle } from './throttle.js'
import type { ThrottleOptions } from './throttle.js'

/** Options of {@link listen}. */
export interface ListenOptions<P extends Principal = Principal> extends ServerWays {
  /** The address or name to bind. Default: `localhost`. */
  readonly host?: string
  /** Default: 0, a free port, which `server.port` tells. */
  readonly port?: number
  /** What principals and events know the listener by. Default: its security protocol, `SASL_SSL` for instance. */
  readonly listenerName?: string
  /** TLS with Node's options. Client certificates: `requestCert`, `rejectUnauthorized` and `ca` (Kafka: `ssl.client.auth`). Default: no TLS. */
  readonly tls?: TlsOptions
  /** How clients prove who they are (`sasl.enabled.mechanisms`). Default: none, clients need not. */
  readonly mechanisms?: readonly ServerMechanism[]
  /** Makes the principal of a login (`principal.builder.class`). Default: Kafka's, a `User` with the authorization id as its name. */
  readonly principal?: PrincipalBuilder<P>
  /** `ssl.principal.mapping.rules`, for the default principal of client certificates. Default: `DEFAULT`, the distinguished name. */
  readonly sslPrincipalMappingRules?: string
  /** What is served. ApiVersions, SaslHandshake and SaslAuthenticate are always. */
  readonly routes?: readonly Route<P>[]
  /** Undecoded requests for what no route serves: for proxies. */
  readonly forward?: Forward<P>
  /** The longest session without re-authentication, in ms, for all mechanisms or by name (`connections.max.reauth.ms`). Default: 0, no limit. */
  readonly maxSessionLifetime?: number | Readonly<Record<string, number>>
  /** How long the answer to a failed login and the close wait, in ms (`connection.failed.authentication.delay.ms`). Default: 100. */
  readonly failedLoginDelay?: number
  /** If above 0, every answer to a SASL token waits until this many ms after it, whatever the outcome. Default: 0. */
  readonly loginAnswerTime?: number
  /** How long TLS handshake and login may take, each, in ms. Kafka has no such limit. Default: 30 000. */
  readonly loginTimeout?: number
  /** How long a connection may be idle, in ms; 0 is off (`connections.max.idle.ms`). Default: 600 000. */
  readonly idleTimeout?: number
  /** The largest request in bytes (`socket.request.max.bytes`). Default: 100 MiB. */
  readonly maxFrameSize?: number
  /** The largest frame before and during a login, in bytes (`sasl.server.max.receive.size`). Default: 512 KiB. */
  readonly maxFrameSizeBeforeLogin?: number
  /** Requests of one connection that are handled side by side; beyond them nothing is read. Default: 100. */
  readonly maxInFlight?: number
  /** Bytes of one connection's requests that are being handled; beyond them nothing is read. Default: 100 MiB. */
  readonly maxBytesInFlight?: number
  /** Bytes of answers that one client has not taken yet; beyond them nothing is read. Default: 1 MiB. */
  readonly maxBytesUnsent?: number
  /** Connections in all; more are closed at once (`max.connections`). Default: no limit. */
  readonly maxConnections?: number
  /** Connections per client address (`max.connections.per.ip`). Default: no limit. */
  readonly maxConnectionsPerAddress?: number
  /** Slows down guessing. Default: off. */
  readonly throttle?: ThrottleOptions
  /**
   * Whose ways to follow where versions of Kafka differ on the wire: up to `4.0` illegal requests are closed after the
   * failure delay, up to `3.9` `finalNonce` is `suffix`. Default: `4.3`.
   */
  readonly kafkaVersion?: string
  /** For mechanisms that were not told otherwise. Default: `challenge`. */
  readonly unknownUsers?: NonNullable<ServerWays['unknownUsers']>
  /** For mechanisms that were not told otherwise. Default: as the Kafka of `kafkaVersion`, `exact` since 4.0. */
  readonly finalNonce?: NonNullable<ServerWays['finalNonce']>
  /** Default: the system's. */
  readonly clock?: Clock
}

/** Options with every default in place. */
export interface ServerOptions<P extends Principal> {
  readonly listenerName: string
  readonly mechanisms: ReadonlyMap<string, ServerMechanism>
  readonly principal: PrincipalBuilder<P>
  readonly failedLoginDelay: number
  readonly loginAnswerTime: number
  readonly loginTimeout: number
  readonly idleTimeout: number
  readonly maxFrameSize: number
  readonly maxFrameSizeBeforeLogin: number
  readonly maxInFlight: number
  readonly maxBytesInFlight: number
  readonly maxBytesUnsent: number
  readonly maxConnections: number
  readonly maxConnectionsPerAddress: number
  readonly maxSessionLifetime: (mechanism: string) => number
  readonly throttle: LoginThrottle | null
  readonly delaysIllegalRequests: boolean
  /** The highest ApiVersions to offer. */
  readonly maxApiVersions: number
  readonly clock: Clock
}

const MEBIBYTE = 1024 * 1024

/** @throws UsageError (`INVALID_ARGUMENT`). */
export function resolveOptions<P extends Principal>(
  options: ListenOptions<P>,
  principal: PrincipalBuilder<P>,
): ServerOptions<P> {
  const kafkaVersion = options.kafkaVersion ?? '4.3'
  const ways = waysOf(options, kafkaVersion)
  const mechanisms = new Map(
    (options.mechanisms ?? []).map((mechanism) => [mechanism.name, mechanism.following?.(ways) ?? mechanism]),
  )
  const protocol = `${mechanisms.size > 0 ? 'SASL_' : ''}${options.tls ? 'SSL' : 'PLAINTEXT'}`
  const idle = atLeast('idleTimeout', options.idleTimeout ?? 600_000, 0)
  const idleTimeout = idle === 0 ? Infinity : idle
  const failedLoginDelay = atLeast('failedLoginDelay', options.failedLoginDelay ?? 100, 0)
  if (failedLoginDelay >= idleTimeout) {
    throw invalid('failedLoginDelay must be below idleTimeout: the client would be cut off before its answer')
  }
  const lifetime = options.maxSessionLifetime ?? 0
  return {
    listenerName: options.listenerName ?? protocol,
    mechanisms,
    principal,
    failedLoginDelay,
    idleTimeout,
    loginAnswerTime: atLeast('loginAnswerTime', options.loginAnswerTime ?? 0, 0),
    loginTimeout: atLeast('loginTimeout', options.loginTimeout ?? 30_000, 1),
    maxFrameSize: atLeast('maxFrameSize', options.maxFrameSize ?? 100 * MEBIBYTE, 1),
    maxFrameSizeBeforeLogin: atLeast('maxFrameSizeBeforeLogin', options.maxFrameSizeBeforeLogin ?? 512 * 1024, 1),
    maxInFlight: atLeast('maxInFlight', options.maxInFlight ?? 100, 1),
    maxBytesInFlight: atLeast('maxBytesInFlight', options.maxBytesInFlight ?? 100 * MEBIBYTE, 1),
    maxBytesUnsent: atLeast('maxBytesUnsent', options.maxBytesUnsent ?? MEBIBYTE, 1),
    maxConnections: atLeast('maxConnections', options.maxConnections ?? Infinity, 0),
    maxConnectionsPerAddress: atLeast('maxConnectionsPerAddress', options.maxConnectionsPerAddress ?? Infinity, 0),
    maxSessionLifetime: (mechanism) => (typeof lifetime === 'number' ? lifetime : (lifetime[mechanism] ?? 0)),
    throttle: options.throttle === undefined ? null : new LoginThrottle(options.throttle),
    delaysIllegalRequests: isBefore(kafkaVersion, 4, 1),
    maxApiVersions: isBefore(kafkaVersion, 4, 4) ? 4 : 5,
    clock: options.clock ?? systemClock,
  }
}

function waysOf(options: ServerWays, kafkaVersion: string): Required<ServerWays> {
  const { unknownUsers = 'challenge', finalNonce = isBefore(kafkaVersion, 4, 0) ? 'suffix' : 'exact' } = options
  if (!['challenge', 'refuse'].includes(unknownUsers)) throw invalid("unknownUsers must be 'challenge' or 'refuse'")
  if (!['exact', 'suffix'].includes(finalNonce)) throw invalid("finalNonce must be 'exact' or 'suffix'")
  return { unknownUsers, finalNonce }
}

function isBefore(version: string, major: number, minor: number): boolean {
  const match = /^(\d+)\.(\d+)/.exec(version)
  if (match === null) throw invalid(`kafkaVersion must be like '4.3', not ${JSON.stringify(version)}`)
  const [, first, second] = match.map(Number)
  return (first ?? 0) < major || ((first ?? 0) === major && (second ?? 0) < minor)
}

function atLeast(name: string, value: number, least: number): number {
  if (typeof value !== 'number' || !(value >= least)) throw invalid(`${name} must be at least ${least}, not ${value}`)
  return value
}

function invalid(text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', text)
}
