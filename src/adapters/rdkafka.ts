/**
 * `ottla/adapters/rdkafka`: OAUTHBEARER tokens for the clients made of librdkafka, `@confluentinc/kafka-javascript` and
 * `node-rdkafka`.
 *
 * @module
 */
import { OttlaError, UsageError } from '../errors.js'
import { credentialsUnavailable } from '../sasl/credentials.js'
import { SaslExtensions } from '../sasl/extensions.js'
import { formatClientInitialResponse, isBearerToken } from '../sasl/oauthbearer/grammar.js'
import { located } from '../sasl/located.js'
import { tokenSource } from '../sasl/oauthbearer/token-source.js'
import type { BearerToken } from '../sasl/oauthbearer/token-source.js'
import type { OAuthBearerOptions } from '../sasl/oauthbearer/client.js'
import { loginTimeout } from './exchange.js'

/** Options of the functions here. */
export interface RdkafkaTokenOptions extends Pick<OAuthBearerOptions, 'token' | 'extensions'> {
  /**
   * What is told to librdkafka of a token whose end neither its source nor its `exp` claim tells, in ms from now: it asks for
   * the next one after 80 % of it. Default: 300,000.
   */
  readonly assumedLifetime?: number | undefined
  /** How long getting a token may take, in ms. Default: 10,000. */
  readonly loginTimeout?: number | undefined
}

/** What `oauthbearer_token_refresh_cb` of `@confluentinc/kafka-javascript` resolves with. */
export interface RdkafkaToken {
  readonly tokenValue: string
  /** When it ends, in ms since the epoch. */
  readonly lifetime: number
  readonly principal: string
  readonly extensions: Readonly<Record<string, string>>
}

/** What `oauthBearerProvider` of the same package resolves with, where it is configured as KafkaJS is. */
export type RdkafkaProvidedToken = Omit<RdkafkaToken, 'tokenValue'> & { readonly value: string }

/**
 * For `oauthbearer_token_refresh_cb` of `@confluentinc/kafka-javascript`: tokens of any source of Ottla, with extensions
 * (KIP-342) that were checked. One source may serve any number of clients.
 *
 * ```ts no-run: needs @confluentinc/kafka-javascript
 * import { rdkafkaTokenRefresh } from 'ottla/adapters/rdkafka'
 * import { clientCredentials } from 'ottla/oauth'
 *
 * const token = clientCredentials({ issuer: 'https://idp.example.com', clientId: 'orders', clientSecret: 'secret' })
 * const configuration = {
 *   'bootstrap.servers': 'kafka.example.com:9093',
 *   'security.protocol': 'sasl_ssl',
 *   'sasl.mechanisms': 'OAUTHBEARER',
 *   oauthbearer_token_refresh_cb: rdkafkaTokenRefresh({ token, extensions: { traceId: '123' } }),
 * }
 * // const producer = new Kafka().producer(configuration)
 * ```
 *
 * A token that cannot be had reaches the program as the client's event `error`, code and hint of Ottla in its text;
 * librdkafka asks again in 10 s. Whether the connection is encrypted is librdkafka's business (`security.protocol`).
 *
 * @throws UsageError (`INVALID_ARGUMENT`)
 */
export function rdkafkaTokenRefresh(options: RdkafkaTokenOptions): () => Promise<RdkafkaToken> {
  const get = tokenGetter(options)
  return async () => (await get()).made
}

/**
 * For `sasl: { mechanism: 'oauthbearer', oauthBearerProvider }` of `@confluentinc/kafka-javascript` in KafkaJS's form; else as
 * {@link rdkafkaTokenRefresh}.
 */
export function rdkafkaTokenProvider(options: RdkafkaTokenOptions): () => Promise<RdkafkaProvidedToken> {
  const get = tokenGetter(options)
  return async () => {
    const { tokenValue, ...rest } = (await get()).made
    return { value: tokenValue, ...rest }
  }
}

/** A client of `node-rdkafka`, as far as its token goes. */
export interface RdkafkaClient {
  setOauthBearerToken?(token: string): unknown
  /** Of its admin client. */
  refreshOauthBearerToken?(token: string): unknown
}

/** Keeps a client's token fresh until it is disposed of, or `close` is called. */
export interface KeptToken extends Disposable {
  close(): void
}

const LONGEST_TIMER = 2 ** 31 - 1
const AGAIN_AFTER_FAILURE = 10_000
/** A source that gives tokens without much of a life is not asked more often. */
const SHORTEST_PAUSE = 1000

/**
 * Gives a client of `node-rdkafka`, which asks for no token by itself, its first token, and a new one whenever 80 % of the
 * last one's time is over. To be awaited before the client connects. That package sends no extensions.
 *
 * ```ts no-run: needs node-rdkafka
 * import { rdkafkaKeepToken, type RdkafkaClient } from 'ottla/adapters/rdkafka'
 * import { clientCredentials } from 'ottla/oauth'
 *
 * const token = clientCredentials({ issuer: 'https://idp.example.com', clientId: 'orders', clientSecret: 'secret' })
 * declare const producer: RdkafkaClient & { connect(): void }
 * const kept = await rdkafkaKeepToken(producer, { token, failed: (error) => console.error(error) })
 * producer.connect()
 * kept.close()
 * ```
 *
 * @throws what the source throws for the first token; UsageError (`INVALID_ARGUMENT`)
 */
export async function rdkafkaKeepToken(
  client: RdkafkaClient,
  options: Omit<RdkafkaTokenOptions, 'extensions'> & {
    /** Hears of a later token that could not be had; it is tried again in 10 s. */
    readonly failed?: ((error: unknown) => void) | undefined
  },
): Promise<KeptToken> {
  const { token, assumedLifetime, loginTimeout: limit } = options
  const get = tokenGetter({ token, assumedLifetime, loginTimeout: limit })
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const renew = async (): Promise<number> => {
    const { made, now } = await get()
    if (closed) return LONGEST_TIMER
    if (client.setOauthBearerToken) client.setOauthBearerToken(made.tokenValue)
    else client.refreshOauthBearerToken?.(made.tokenValue)
    return Math.max(0.8 * (made.lifetime - now), SHORTEST_PAUSE)
  }
  const schedule = (delay: number): void => {
    if (closed) return
    timer = setTimeout(
      () => {
        renew().then(schedule, (error: unknown) => {
          options.failed?.(error)
          schedule(AGAIN_AFTER_FAILURE)
        })
      },
      Math.min(delay, LONGEST_TIMER),
    ).unref()
  }
  const close = (): void => {
    closed = true
    clearTimeout(timer)
  }
  schedule(await renew())
  return { close, [Symbol.dispose]: close }
}

/** No broker is known where librdkafka asks: it keeps one token for all of them. */
const NOWHERE = { mechanism: 'OAUTHBEARER', host: '', port: 0 }
const PLACE = { mechanism: 'OAUTHBEARER', broker: 'librdkafka' }
/** librdkafka counts in µs in 64 bits: a later end would turn into the past. */
const LATEST = Date.UTC(9999, 0)

function tokenGetter(options: RdkafkaTokenOptions): () => Promise<{ made: RdkafkaToken; now: number }> {
  const { assumedLifetime = 300_000 } = options
  if (!(assumedLifetime > 0)) throw new UsageError('INVALID_ARGUMENT', 'assumedLifetime must be a number of ms above 0')
  const timeout = loginTimeout(options.loginTimeout)
  const source = tokenSource(options)
  return async () => {
    try {
      const given = await unlessLate(timeout, (signal) => source.token({ ...NOWHERE, signal }))
      const now = Date.now()
      return { made: rdkafkaToken(typeof given === 'string' ? { token: given } : given, now + assumedLifetime), now }
    } catch (error) {
      throw shown(error instanceof OttlaError ? error : credentialsUnavailable('OAUTHBEARER', error))
    }
  }
}

/** @throws UsageError for what librdkafka could not send; the token is in no error. */
function rdkafkaToken(given: BearerToken, assumedEnd: number): RdkafkaToken {
  const { token, principal = '', expiresAt = endOf(token) ?? assumedEnd } = Object(given) as BearerToken
  if (typeof token !== 'string' || !isBearerToken(token))
    throw new UsageError('INVALID_ARGUMENT', 'the token is none, or has characters that no bearer token may have')
  const extensions = SaslExtensions.from(given.extensions ?? {})
  formatClientInitialResponse({ token, extensions })
  const lifetime = Math.floor(Math.min(expiresAt, LATEST))
  return { tokenValue: token, lifetime, principal, extensions: Object.fromEntries(extensions) }
}

/** The `exp` claim of a JWT, in ms; what is none has no end that one could know. */
function endOf(token: unknown): number | undefined {
  if (typeof token !== 'string') return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const exp: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : undefined
    return typeof exp === 'number' && exp > 0 ? exp * 1000 : undefined
  } catch {
    return undefined
  }
}

async function unlessLate<T>(timeout: number, work: (signal: AbortSignal) => T | Promise<T>): Promise<T> {
  const deadline = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no token came within ${timeout} ms`)
      deadline.abort(error)
      reject(error)
    }, timeout)
  })
  try {
    return await Promise.race([work(deadline.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/** librdkafka shows the text alone, and the client writes into the error: a new one, with code and hint in its text. */
function shown(error: OttlaError): Error {
  const { code, message, hint } = located(PLACE, error)
  return Object.assign(new Error(`${message} (${code})${hint === undefined ? '' : `. ${hint}`}`, { cause: error }), {
    code,
  })
}
