import { SaslRefusal, type ServerMechanism, type ServerSession } from '#src/sasl/mechanism.js'
import type { KafkajsLogin } from '#src/adapters/kafkajs.js'
import type { PlatformaticAnswer } from '#src/adapters/platformatic.js'

/** A broker as far as one login goes: tokens in, answers or the text of a refusal (error 58) out. */
class Acceptor {
  readonly tokens: Buffer[] = []
  readonly #mechanism: ServerMechanism
  #session: ServerSession | undefined

  constructor(mechanism: ServerMechanism) {
    this.#mechanism = mechanism
  }

  async answer(token: Buffer): Promise<Buffer | { readonly refused: string }> {
    this.tokens.push(Buffer.from(token))
    this.#session ??= await this.#mechanism.start(
      { host: 'client', port: 1, secure: true },
      new AbortController().signal,
    )
    try {
      const { challenge } = await this.#session.next(token)
      return Buffer.from(challenge ?? [])
    } catch (error) {
      return { refused: error instanceof SaslRefusal ? (error.publicText ?? 'generic') : String(error) }
    }
  }
}

export interface Line {
  readonly level: string
  readonly message: string
  readonly extra?: object | undefined
}

/** KafkaJS 2.2.4: `SASLAuthenticator` and SaslAuthenticate version 1, without its socket. */
export function kafkajsStandIn(server: ServerMechanism): { login: KafkajsLogin; lines: Line[]; tokens: Buffer[] } {
  const broker = new Acceptor(server)
  const lines: Line[] = []
  const log = (level: string) => (message: string, extra?: object) => void lines.push({ level, message, extra })
  const login: KafkajsLogin = {
    host: 'broker.example',
    port: 9093,
    logger: { debug: log('debug'), warn: log('warn'), error: log('error') },
    saslAuthenticate: async ({ request, response }) => {
      const encoded: unknown = request.encode()
      if (!Buffer.isBuffer(encoded)) throw new Error('value should be an instance of Buffer')
      if (encoded.readInt32BE() !== encoded.length - 4) throw new Error('no frame')
      const answer = await broker.answer(encoded.subarray(4))
      if ('refused' in answer) {
        const error = { name: 'KafkaJSProtocolError', type: 'SASL_AUTHENTICATION_FAILED', code: 58, retriable: false }
        throw Object.assign(new Error(answer.refused), error)
      }
      const frame = Buffer.alloc(4 + answer.length)
      frame.writeInt32BE(answer.length)
      answer.copy(frame, 4)
      return response.parse(response.decode(frame))
    },
  }
  return { login, lines, tokens: broker.tokens }
}

interface Response extends PlatformaticAnswer {
  readonly sessionLifetimeMs: bigint
}

/** @platformatic/kafka 2.12: the call of a custom authenticator after the handshake. */
export function platformaticStandIn(server: ServerMechanism, socket: object) {
  const broker = new Acceptor(server)
  const connection = { host: 'broker.example', port: 9093, socket }
  const saslAuthenticate = (
    to: typeof connection,
    token: Buffer,
    callback: (error: Error | null, answer: Response) => void,
  ): void => {
    if (to !== connection || !Buffer.isBuffer(token)) throw new Error('not as the client calls it')
    void broker.answer(token).then((answer) => {
      if (!('refused' in answer)) return callback(null, { authBytes: answer, sessionLifetimeMs: 3000n })
      const inner = Object.assign(new Error('SASL Authentication failed.'), {
        apiId: 'SASL_AUTHENTICATION_FAILED',
        serverErrorMessage: answer.refused,
      })
      callback(new AggregateError([inner], 'Received response with error'), undefined as never)
    })
  }
  return { connection, saslAuthenticate, tokens: broker.tokens }
}

/**
 * `@confluentinc/kafka-javascript` 1.10: what its client does with the callback, and what its binding and librdkafka 2.15
 * check (`connection.cc`, `rd_kafka_oauthbearer_set_token0`).
 */
export async function librdkafkaStandIn(
  refresh: (config: string) => Promise<unknown>,
): Promise<{ token: string; lifetime: number; principal: string; extensions: string[] }> {
  const given = (await refresh('')) as Record<string, unknown>
  const { tokenValue: token, lifetime, principal, extensions } = given
  if (typeof token !== 'string') throw new Error('1st parameter must be a token string')
  if (typeof lifetime !== 'number') throw new Error('2nd parameter must be a lifetime_ms number')
  if (typeof principal !== 'string') throw new Error('3rd parameter must be a principal_name string')
  if (BigInt.asIntN(64, BigInt(lifetime) * 1000n) <= BigInt(Date.now()) * 1000n)
    throw new Error('Must supply an unexpired token')
  const value = /^[\x21-\x7e \t\r\n]+$/
  if (!value.test(token)) throw new Error('Invalid character in SASL OAUTHBEARER token')
  const pairs = Object.entries(extensions as Record<string, unknown>)
  for (const [key, text] of pairs) {
    if (!/^[A-Za-z]+$/.test(key) || key === 'auth') throw new Error(`Invalid extension key ${key}`)
    if (typeof text !== 'string' || !value.test(text)) throw new Error('Invalid extension value')
  }
  return { token, lifetime, principal, extensions: pairs.flat() as string[] }
}
