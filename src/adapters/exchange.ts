import { ConnectionError, UsageError } from '../errors.js'
import { Conversation } from '../sasl/conversation.js'
import { located, refused } from '../sasl/located.js'
import { isPromise } from '../sasl/maybe-promise.js'
import type { ClientMechanism, MaybePromise, Peer } from '../sasl/mechanism.js'

/** One login by a mechanism of Ottla over the connection of another client. */
export interface Exchange<Answer> {
  readonly mechanism: ClientMechanism
  readonly peer: Peer
  /** For the whole exchange, in ms. */
  readonly timeout: number
  /** Carries a token to the broker and gives its answer. Fails in the way of the client whose connection it is. */
  send(token: Buffer): Promise<Answer>
  /** What of an answer is for the mechanism. */
  bytesOf(answer: Answer): Uint8Array
  /** The broker's text, if `error` says that it refused the login (null: it gave none). */
  refusal(error: unknown): string | null | undefined
  /** Called when the login fails while the broker still waits for a token: the connection is of no use any more. */
  abandoned?(): MaybePromise<unknown>
}

const NO_BYTES = Buffer.alloc(0)

/**
 * Drives the mechanism until it is done, and gives the last answer.
 *
 * @throws AuthenticationError, UsageError (`PLAINTEXT_REFUSED`), ConnectionError (`CONNECT_TIMEOUT`); whatever else `send`
 * throws goes through as it is.
 */
export async function logIn<Answer>(exchange: Exchange<Answer>): Promise<Answer> {
  const { mechanism, peer, timeout } = exchange
  const broker = peer.host.includes(':') ? `[${peer.host}]:${peer.port}` : `${peer.host}:${peer.port}`
  const login = new Login(exchange, broker)
  const timer = setTimeout(() => login.expire(tooLate(mechanism.name, broker, timeout)), timeout)
  try {
    return await login.run()
  } finally {
    clearTimeout(timer)
  }
}

class Login<Answer> {
  readonly #exchange: Exchange<Answer>
  readonly #place: { readonly mechanism: string; readonly broker: string }
  readonly #deadline = new AbortController()
  /** Rejects at the deadline; never resolves. */
  readonly #expired: Promise<never>

  constructor(exchange: Exchange<Answer>, broker: string) {
    this.#exchange = exchange
    this.#place = { mechanism: exchange.mechanism.name, broker }
    const { signal } = this.#deadline
    this.#expired = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    })
    this.#expired.catch(() => undefined)
  }

  expire(reason: Error): void {
    this.#deadline.abort(reason)
  }

  async run(): Promise<Answer> {
    const { mechanism, peer } = this.#exchange
    const { signal } = this.#deadline
    const session = await this.#own(() => {
      mechanism.check?.(peer)
      const starting = mechanism.start(peer, signal)
      // One that comes too late has secrets to forget, too.
      if (isPromise(starting))
        void Promise.resolve(starting).then(
          (late) => signal.aborted && late.dispose?.(),
          () => undefined,
        )
      return starting
    })
    const conversation = new Conversation(session)
    try {
      return await this.#talk(conversation)
    } finally {
      conversation.end(mechanism.name)
    }
  }

  async #talk(conversation: Conversation): Promise<Answer> {
    let step = await this.#own(() => conversation.session.next(null), conversation)
    for (;;) {
      const answer = await this.#carry(conversation, step.token)
      if (step.done) return answer
      step = await this.#own(() => {
        const challenge = this.#exchange.bytesOf(answer)
        conversation.hears(challenge)
        return conversation.session.next(challenge)
      }, conversation)
      if (step.done && step.token === undefined) return answer
    }
  }

  async #carry(conversation: Conversation, token: Uint8Array | undefined): Promise<Answer> {
    const bytes = token ? Buffer.from(token.buffer, token.byteOffset, token.byteLength) : NO_BYTES
    conversation.sends(bytes)
    try {
      return await Promise.race([this.#exchange.send(bytes), this.#expired])
    } catch (error) {
      const text = this.#exchange.refusal(error)
      if (text === undefined) throw error
      throw refused(this.#place, conversation, text)
    }
  }

  /** A step of the mechanism's own: what it throws is explained, and the broker, which waits for a token, is told. */
  async #own<T>(step: () => MaybePromise<T>, conversation?: Conversation): Promise<T> {
    try {
      const result = step()
      return isPromise(result) ? await Promise.race([result, this.#expired]) : result
    } catch (error) {
      const leaving = this.#exchange.abandoned?.()
      await Promise.race([leaving, this.#expired]).catch(() => undefined)
      throw located(this.#place, conversation ? conversation.conceal(error) : error)
    }
  }
}

function tooLate(mechanism: string, broker: string, timeout: number): ConnectionError {
  return new ConnectionError(
    'CONNECT_TIMEOUT',
    `the login to ${broker} by ${mechanism} took longer than ${timeout} ms`,
    {
      phase: 'sasl-exchange',
      broker,
      hint: 'The credentials, or the answer of the broker, did not come in time. The option loginTimeout sets the limit.',
    },
  )
}

/** Complains about what is no mechanism, before anything is dialled. */
export function checkMechanism(mechanism: ClientMechanism): void {
  const given: unknown = mechanism
  if (typeof given === 'object' && given !== null && 'name' in given && 'start' in given) return
  throw new UsageError(
    'INVALID_ARGUMENT',
    'sasl must be a mechanism: plain(…), scramSha256(…), scramSha512(…), oauthBearer(…), gssapi(…) or an object of that type',
  )
}

/** How long a login may take. Default: 10 s, as Kafka's clients and KafkaJS give it. @throws UsageError */
export function loginTimeout(given: number | undefined): number {
  if (given === undefined) return 10_000
  if (typeof given === 'number' && given > 0 && given < 2 ** 31) return given
  throw new UsageError('INVALID_ARGUMENT', 'loginTimeout must be a number of ms above 0')
}
