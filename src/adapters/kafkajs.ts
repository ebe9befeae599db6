/**
 * `ottla/adapters/kafkajs`: TLS and login of [KafkaJS](https://kafka.js.org) 2 by Ottla.
 *
 * @module
 */
import type { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { dial } from '../connection/dial.js'
import type { DialTarget } from '../connection/options.js'
import { resolve } from '../connection/resolve.js'
import type { Lookup } from '../connection/resolve.js'
import { secure } from '../connection/secure.js'
import type { Tls } from '../connection/secure.js'
import { ConnectionError, OttlaError, UsageError } from '../errors.js'
import type { ClientMechanism, MaybePromise } from '../sasl/mechanism.js'
import { checkMechanism, loginTimeout, logIn } from './exchange.js'
import { PromisedSocket } from './promised-socket.js'

export { ottlaErrorIn } from './ottla-error.js'

/** Options of {@link kafkajsSecurity}. */
export interface KafkajsSecurityOptions {
  /**
   * TLS, as `connect()` takes it: `true`, Node's options, or a function that gives them anew for every connection. Kafka:
   * `security.protocol` and `ssl.*`. Default: false.
   */
  readonly tls?: Tls | undefined
  /** How to log in. Kafka: `sasl.mechanism`, `sasl.jaas.config`. Default: no login. */
  readonly sasl?: ClientMechanism | undefined
  /** How long one login may take, in ms. KafkaJS: `authenticationTimeout`. Default: 10,000. */
  readonly loginTimeout?: number | undefined
  /** Makes the connection in place of DNS and TCP: through a proxy or a tunnel. TLS and login run over what it gives. */
  readonly dial?: ((target: DialTarget) => MaybePromise<Duplex>) | undefined
  /** Replaces `dns.lookup`. */
  readonly lookup?: Lookup | undefined
  /** Only addresses of this family. Default: 0, both. */
  readonly family?: 0 | 4 | 6 | undefined
  /** The local address to dial from. */
  readonly localAddress?: string | undefined
}

/** What is spread into the configuration of KafkaJS. */
export interface KafkajsSecurity {
  readonly ssl: boolean | ConnectionOptions
  readonly sasl?: KafkajsMechanism
  readonly socketFactory: (target: KafkajsTarget) => Socket
}

/** KafkaJS's `Mechanism`: a login that is not built in. */
export interface KafkajsMechanism {
  readonly mechanism: string
  readonly authenticationProvider: (login: KafkajsLogin) => { readonly authenticate: () => Promise<void> }
}

/** What KafkaJS gives to a login that is not built in. */
export interface KafkajsLogin {
  readonly host: string
  readonly port: number
  readonly logger: { readonly [level in 'debug' | 'warn' | 'error']: (message: string, extra?: object) => void }
  readonly saslAuthenticate: (exchange: {
    readonly request: { readonly encode: () => Buffer }
    readonly response: { readonly decode: (raw: Buffer) => Buffer; readonly parse: (data: Buffer) => Buffer }
  }) => Promise<unknown>
}

/** What KafkaJS gives to a socket factory. */
export interface KafkajsTarget {
  readonly host: string
  readonly port: number
  readonly onConnect: () => void
}

/**
 * TLS, login and sockets for KafkaJS, by Ottla: every mechanism, SASL extensions (KIP-342), tokens that are refreshed, SCRAM
 * that stretches a password once however many connections log in, and errors that explain. To be spread into KafkaJS's
 * configuration; without `socketFactory` KafkaJS keeps sockets of its own.
 *
 * ```ts no-run: needs KafkaJS
 * import { scramSha512 } from 'ottla'
 * import { kafkajsSecurity } from 'ottla/adapters/kafkajs'
 *
 * const configuration = {
 *   brokers: ['kafka.example.com:9093'],
 *   ...kafkajsSecurity({ tls: true, sasl: scramSha512({ username: 'alice', password: 'alice-secret' }) }),
 * }
 * // const kafka = new Kafka(configuration)
 * ```
 *
 * A refused login rejects with `AuthenticationError`, which KafkaJS does not try again. OAUTHBEARER without `tls` fails at
 * the login (`PLAINTEXT_REFUSED`), before anything secret is sent.
 *
 * @throws UsageError (`INVALID_ARGUMENT`)
 */
export function kafkajsSecurity(options: KafkajsSecurityOptions): KafkajsSecurity {
  const { tls = false, sasl } = options
  return {
    ssl: typeof tls === 'function' ? true : tls,
    ...(sasl && { sasl: mechanismOf(sasl, options) }),
    socketFactory: ({ host, port, onConnect }) => {
      const open = async (signal: AbortSignal): Promise<Duplex> => openSocket({ host, port, signal }, options)
      // KafkaJS asks of a socket what a Duplex has, and unref().
      return new PromisedSocket(open, onConnect) as unknown as Socket
    },
  }
}

function mechanismOf(
  mechanism: ClientMechanism,
  { tls, loginTimeout: limit }: KafkajsSecurityOptions,
): KafkajsMechanism {
  checkMechanism(mechanism)
  const timeout = loginTimeout(limit)
  return {
    mechanism: mechanism.name,
    authenticationProvider: (login) => ({
      authenticate: async () => {
        const { host, port, logger } = login
        const peer = { host, port, secure: tls !== undefined && tls !== false }
        const extra = { broker: `${host}:${port}` }
        if (mechanism.clearText === true && !peer.secure)
          logger.warn(`SASL ${mechanism.name} sends the credentials in clear text: use tls`, extra)
        try {
          await logIn({
            ...{ mechanism, peer, timeout, refusal },
            send: (token) => carry(login, token),
            bytesOf: (answer) => answer,
            // KafkaJS would begin the next login on this connection, where the broker still waits for this one's token.
            abandoned: () => carry(login, Buffer.alloc(0)),
          })
          logger.debug(`SASL ${mechanism.name} authentication successful`, extra)
        } catch (error) {
          if (error instanceof OttlaError) logger.error(error.message, { ...extra, code: error.code, hint: error.hint })
          throw error
        }
      },
    }),
  }
}

/** KafkaJS carries what it is given as it is, the length in front included, and hands answers over in the same way. */
async function carry({ saslAuthenticate }: KafkajsLogin, token: Buffer): Promise<Buffer> {
  const frame = Buffer.allocUnsafe(4 + token.length)
  frame.writeInt32BE(token.length)
  token.copy(frame, 4)
  const response = { decode: (raw: Buffer) => raw.subarray(4), parse: (data: Buffer) => data }
  const answer = await saslAuthenticate({ request: { encode: () => frame }, response })
  return Buffer.isBuffer(answer) ? answer : Buffer.alloc(0)
}

/** KafkaJS's `KafkaJSProtocolError` for error 58; its message is the broker's text. */
function refusal(error: unknown): string | undefined {
  if (!(error instanceof Error && 'type' in error && error.type === 'SASL_AUTHENTICATION_FAILED')) return undefined
  return error.message
}

async function openSocket(target: DialTarget, options: KafkajsSecurityOptions): Promise<Duplex> {
  const { host, port, signal } = target
  const { tls = false, lookup, family, localAddress } = options
  let socket: Duplex | undefined
  try {
    if (options.dial) socket = await options.dial(target)
    else {
      const addresses = await resolve({ host, port, lookup, family })
      socket = await dial({ host, port, addresses, signal, localAddress })
    }
    // Between two steps nobody else hears its errors.
    socket.on('error', () => undefined)
    signal.throwIfAborted()
    return tls === false ? socket : await secure({ socket, host, port, tls, signal })
  } catch (error) {
    socket?.destroy()
    throw explained(error)
  }
}

/** Of an error of a socket KafkaJS shows the message and the code only. */
function explained(error: unknown): unknown {
  if (!(error instanceof OttlaError) || error.hint === undefined) return error
  const { message, phase, broker, hint, reason, retriable } = error
  const details = { cause: error, phase, broker, hint, reason, retriable }
  const text = `${message}. ${hint}`
  if (error instanceof ConnectionError) return new ConnectionError(error.code, text, details)
  return error instanceof UsageError ? new UsageError(error.code, text, details) : error
}
