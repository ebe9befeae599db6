import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { OttlaError, thrownText, UsageError } from '../errors.js'
import type { ClientMechanism, MaybePromise } from '../sasl/mechanism.js'
import type { OnRequestTimeout } from './calls.js'
import { ConnectionEvents } from './events.js'
import { isSignal } from './on-abort.js'
import { brokerOf, type Lookup } from './resolve.js'
import { checkTls, type Tls } from './secure.js'

/** Where a dial hook is to go, and for how long it may try. */
export interface DialTarget {
  readonly host: string
  readonly port: number
  /**
   * Aborts when the connect fails, is aborted, or runs out of time; its reason says why. A connect that succeeds does not
   * abort it, but the end of the connection may, later on: what the hook gave needs it no more.
   */
  readonly signal: AbortSignal
}

/** Everything that `connect()` may be told. Times are in ms, sizes in bytes. */
export interface ConnectOptions {
  /** Name or address of the broker. */
  readonly host: string
  readonly port: number
  /** Kafka: `security.protocol` and `ssl.*`. Default: false. */
  readonly tls?: Tls | undefined
  /** How to log in; of a list, the first that the broker enables. Kafka: `sasl.mechanism`, `sasl.jaas.config`. Default: no login. */
  readonly sasl?: ClientMechanism | readonly ClientMechanism[] | undefined
  /** Told to the broker in every request. Kafka: `client.id`. Default: `ottla`. */
  readonly clientId?: string | undefined
  /** One limit over name, TCP, TLS, versions and login. Kafka: `socket.connection.setup.timeout.ms`. Default: 10,000. */
  readonly connectTimeout?: number | undefined
  /** Limit of one request. Kafka: `request.timeout.ms`. Default: 30,000. */
  readonly requestTimeout?: number | undefined
  /** What a request timeout does to the connection: `close` it, as Kafka's client does, or `abandon` the request only. Default: `close`. */
  readonly onRequestTimeout?: OnRequestTimeout | undefined
  /** A connection without reads, writes and pending requests is closed after this time; 0 is never. Kafka: `connections.max.idle.ms`. Default: 540,000. */
  readonly idleTimeout?: number | undefined
  /** So many requests may be on their way. Kafka: `max.in.flight.requests.per.connection`. Default: 100. */
  readonly maxInFlight?: number | undefined
  /** So many bytes of requests may wait, or one request of any size; more are refused (`QUEUE_FULL`). Default: 32 MiB. */
  readonly maxQueuedBytes?: number | undefined
  /** Greatest answer that is accepted. Default: 100 MiB. */
  readonly maxFrameSize?: number | undefined
  /** Greatest answer that is accepted before the login is done. Kafka (on the broker): `sasl.server.max.receive.size`. Default: 512 KiB. */
  readonly maxFrameSizeBeforeLogin?: number | undefined
  /** Ends the attempt to connect. A connection that is ready no longer listens to it. */
  readonly signal?: AbortSignal | undefined
  /** Listeners that shall hear of the connecting, too. Default: new ones. */
  readonly events?: ConnectionEvents | undefined
  /** Replaces `dns.lookup`. */
  readonly lookup?: Lookup | undefined
  /** Only addresses of this family. Default: 0, both. */
  readonly family?: 0 | 4 | 6 | undefined
  /** Whether another address is tried beside one that is slow to answer. Default: true. */
  readonly autoSelectFamily?: boolean | undefined
  /** How long one address may keep the next one waiting. Default: 250. */
  readonly autoSelectFamilyAttemptTimeout?: number | undefined
  /** The local address to dial from. */
  readonly localAddress?: string | undefined
  /** Makes the connection in place of DNS and TCP: through a proxy or a tunnel, to another address. TLS and login run over what it gives. */
  readonly dial?: ((target: DialTarget) => MaybePromise<Duplex>) | undefined
}

/** The options, complete and checked. */
export interface Settings extends ConnectOptions {
  readonly broker: string
  readonly tls: Tls
  readonly mechanisms: readonly ClientMechanism[]
  readonly clientId: string
  readonly connectTimeout: number
  readonly requestTimeout: number
  readonly onRequestTimeout: OnRequestTimeout
  readonly idleTimeout: number
  readonly maxInFlight: number
  readonly maxQueuedBytes: number
  readonly maxFrameSize: number
  readonly maxFrameSizeBeforeLogin: number
  readonly events: ConnectionEvents
}

/** Fills in the defaults and looks at every value. @throws UsageError, also a mechanism's own (`PLAINTEXT_REFUSED`) */
export function settingsOf(options: ConnectOptions): Settings {
  if (typeof options !== 'object' || (options as unknown) === null) invalid('connect() wants an object: host, port, …')
  const { host, port, sasl, tls = false } = options
  if (typeof host !== 'string' || host === '' || /[\p{Cc}\p{Z}]/u.test(host))
    invalid('host must be a name or an address')
  whole('port', port, { min: 1, max: 65535 })
  const broker = brokerOf(options)
  checkTls(tls, broker)
  const mechanisms =
    sasl === undefined ? [] : Array.isArray(sasl) ? (sasl as readonly ClientMechanism[]) : [sasl as ClientMechanism]
  if (Array.isArray(sasl) && mechanisms.length === 0)
    invalid('sasl is an empty list: leave it away to connect without a login')
  const clientId = options.clientId ?? 'ottla'
  if (typeof clientId !== 'string' || Buffer.byteLength(clientId) > 32767)
    invalid('clientId must be a string of at most 32767 bytes')
  if (
    options.events !== undefined &&
    typeof (options.events as Partial<ConnectionEvents> | null)?.observes !== 'function'
  )
    invalid('events must be a ConnectionEvents; of a broker give host and port, not the broker itself')
  if (options.signal !== undefined && !isSignal(options.signal)) invalid('signal must be an AbortSignal')
  checkDialling(options)
  oneOf('onRequestTimeout', options.onRequestTimeout, ['close', 'abandon'])
  for (const mechanism of mechanisms) checkMechanism(mechanism, { host, port, secure: tls !== false })
  return {
    ...options,
    broker,
    tls,
    mechanisms,
    clientId,
    connectTimeout: time('connectTimeout', options.connectTimeout, 10_000),
    requestTimeout: time('requestTimeout', options.requestTimeout, 30_000),
    onRequestTimeout: options.onRequestTimeout ?? 'close',
    idleTimeout: options.idleTimeout === 0 ? Infinity : time('idleTimeout', options.idleTimeout, 540_000),
    maxInFlight: whole('maxInFlight', options.maxInFlight ?? 100, { min: 1, max: 1_000_000 }),
    maxQueuedBytes: whole('maxQueuedBytes', options.maxQueuedBytes ?? 32 * 1024 * 1024, { min: 0, max: 2 ** 40 }),
    maxFrameSize: whole('maxFrameSize', options.maxFrameSize ?? 100 * 1024 * 1024, { min: 4, max: 0x7fffffff }),
    maxFrameSizeBeforeLogin: whole('maxFrameSizeBeforeLogin', options.maxFrameSizeBeforeLogin ?? 512 * 1024, {
      min: 4,
      max: 0x7fffffff,
    }),
    events: options.events ?? new ConnectionEvents(),
  }
}

function checkDialling(options: ConnectOptions): void {
  const { dial, lookup, family, autoSelectFamily, autoSelectFamilyAttemptTimeout: patience, localAddress } = options
  if (dial !== undefined && typeof dial !== 'function') invalid('dial must be a function')
  if (lookup !== undefined && typeof lookup !== 'function') invalid('lookup must be a function')
  oneOf('family', family, [0, 4, 6])
  oneOf('autoSelectFamily', autoSelectFamily, [true, false])
  // Beyond 2^31 - 1 ms a timer of Node's rings at once.
  if (patience !== undefined && !(typeof patience === 'number' && patience >= 0 && patience <= 0x7fffffff))
    invalid('autoSelectFamilyAttemptTimeout must be a number of ms from 0 to 2147483647')
  if (localAddress !== undefined && (typeof localAddress !== 'string' || isIP(localAddress) === 0))
    invalid('localAddress must be an IP address')
}

function oneOf(name: string, value: unknown, allowed: readonly unknown[]): void {
  if (value !== undefined && !allowed.includes(value)) invalid(`${name} must be one of ${allowed.join(', ')}`)
}

function checkMechanism(mechanism: ClientMechanism, target: { host: string; port: number; secure: boolean }): void {
  if (
    typeof mechanism !== 'object' ||
    mechanism === null ||
    typeof mechanism.name !== 'string' ||
    typeof mechanism.start !== 'function'
  ) {
    invalid(
      'sasl must be a mechanism: plain(…), scramSha256(…), scramSha512(…), oauthBearer(…), gssapi(…) or an object of that type',
    )
  }
  try {
    mechanism.check?.(target)
  } catch (cause) {
    if (cause instanceof OttlaError) throw cause
    throw new UsageError('INVALID_ARGUMENT', `${mechanism.name} refuses to go there: ${thrownText(cause)}`, { cause })
  }
}

function time(name: string, value: number | undefined, byDefault: number): number {
  if (value === undefined) return byDefault
  if (typeof value !== 'number' || !(value > 0)) invalid(`${name} must be a number of ms above 0`)
  return value
}

function whole(name: string, value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  if (!Number.isInteger(value) || value < min || value > max)
    invalid(`${name} must be an integer from ${min} to ${max}`)
  return value
}

function invalid(message: string): never {
  throw new UsageError('INVALID_ARGUMENT', message)
}
