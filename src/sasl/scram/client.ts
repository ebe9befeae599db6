import { AuthenticationError, UsageError } from '../../errors.js'
import { checkPasswordLogin, credentialRequest, resolvePasswordLogin } from '../credentials.js'
import type { Credential, PasswordLogin } from '../credentials.js'
import { SaslExtensions } from '../extensions.js'
import { encodeSaslName } from '../gs2.js'
import { chain } from '../maybe-promise.js'
import type { ClientMechanism, ClientSession, ClientStep, ExtensionsInput, MaybePromise, Peer } from '../mechanism.js'
import { nodeCrypto } from '../node-crypto.js'
import { MIN_ITERATIONS, SCRAM_SHA_256, SCRAM_SHA_512 } from './algorithm.js'
import type { ScramAlgorithm } from './algorithm.js'
import { inKafkaOrder } from './extension-order.js'
import {
  base64,
  formatScramClientFinalWithoutProof,
  formatScramClientFirstBare,
  formatScramServerFirst,
  parseScramServerFinal,
  parseScramServerFirst,
  scramExtensionFault,
} from './grammar.js'
import { ScramKeyCache, hmac, xor } from './keys.js'
import type { ScramKeys } from './keys.js'
import { scramNonce } from './nonce.js'

/** Options of {@link scramSha256} and {@link scramSha512}. */
export type ScramOptions = PasswordLogin & {
  /**
   * Whether `username` is the id of a delegation token and `password` its HMAC in base64 (KIP-48). Default: false.
   * Kafka: `tokenauth` of `ScramLoginModule`.
   */
  readonly tokenAuth?: boolean
  /**
   * Sent in the first message, beside `tokenauth` (KIP-342). They carry no signature: let no security decision rest on
   * them alone. Kafka's broker reads `tokenauth` and leaves the others aside. Default: none.
   */
  readonly extensions?: ExtensionsInput
  /**
   * More iterations than these are refused: a hostile server could else have the password stretched for minutes.
   * Kafka itself stores at most 16,384. Default: 1,000,000.
   */
  readonly maxIterations?: number
  /** Makes the client's nonce. Only for exchanges that must come out the same each time. Default: 130 random bits. */
  readonly nonce?: () => string
  /**
   * `kafka` lets a server have what Kafka's Java client lets it have against RFC 5802: an `m=` attribute is read over, and
   * the proofs cover the messages as Kafka would write them instead of as they came. Default: `none`.
   */
  readonly quirks?: 'none' | 'kafka'
}

/**
 * Logs in with SCRAM-SHA-256 (RFC 5802, RFC 7677): the password never crosses the wire, and the server proves itself, too.
 *
 * Kafka: `sasl.mechanism=SCRAM-SHA-256` and the options of `ScramLoginModule`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for values that cannot be sent.
 */
export function scramSha256(options: ScramOptions): ClientMechanism {
  return scram(SCRAM_SHA_256, options)
}

/** As {@link scramSha256}, with SHA-512. Kafka: `sasl.mechanism=SCRAM-SHA-512`. */
export function scramSha512(options: ScramOptions): ClientMechanism {
  return scram(SCRAM_SHA_512, options)
}

/** One for the process: connections share the work whatever mechanism object they log in with. */
const KEYS = new ScramKeyCache(1000)

const DEFAULT_MAX_ITERATIONS = 1_000_000

function scram(algorithm: ScramAlgorithm, options: ScramOptions): ClientMechanism {
  const { name } = algorithm
  checkPasswordLogin(options, name)
  if (typeof options.username === 'string') checkUsername(name, options.username)
  if (typeof options.password === 'string') checkPassword(name, options.password)
  const { maxIterations = DEFAULT_MAX_ITERATIONS } = options
  if (!Number.isInteger(maxIterations) || maxIterations < MIN_ITERATIONS) {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `${name}: maxIterations must be a whole number from ${MIN_ITERATIONS}, not ${maxIterations}`,
    )
  }
  const extensions = firstMessageExtensions(name, options)
  const settings: Settings = { options, extensions, maxIterations, keysOf: keySource(algorithm, options.password) }
  return {
    name,
    start: (peer, signal) => new ScramClientSession(algorithm, settings, { peer, signal }),
  }
}

/**
 * The keys behind a password. One that never changes needs no digest to find its keys again: those of its last salt are at
 * hand.
 */
function keySource(algorithm: ScramAlgorithm, password: Credential | undefined): Settings['keysOf'] {
  if (typeof password !== 'string') return (given, stretching) => KEYS.get(algorithm, given, stretching)
  let last: { readonly salt: Uint8Array; readonly iterations: number; readonly keys: ScramKeys } | undefined
  return (given, stretching) => {
    if (last?.iterations === stretching.iterations && Buffer.compare(last.salt, stretching.salt) === 0) return last.keys
    return chain(KEYS.get(algorithm, given, stretching), (keys) => {
      last = { ...stretching, keys }
      return keys
    })
  }
}

interface Settings {
  readonly keysOf: (
    password: string,
    stretching: { readonly salt: Uint8Array; readonly iterations: number },
  ) => MaybePromise<ScramKeys>
  readonly options: ScramOptions
  readonly extensions: ReadonlyMap<string, string>
  readonly maxIterations: number
}

type State =
  | { readonly name: 'SEND_CLIENT_FIRST_MESSAGE' }
  | {
      readonly name: 'RECEIVE_SERVER_FIRST_MESSAGE'
      readonly password: string
      readonly nonce: string
      readonly bare: string
    }
  | { readonly name: 'RECEIVE_SERVER_FINAL_MESSAGE'; readonly signature: Uint8Array }
  | { readonly name: 'COMPLETE' | 'FAILED' }

/** `n,,` in base64: no channel binding, no authorization id. */
const GS2_HEADER = 'n,,'

class ScramClientSession implements ClientSession {
  readonly #algorithm: ScramAlgorithm
  readonly #settings: Settings
  readonly #connection: { readonly peer: Peer; readonly signal: AbortSignal }
  #state: State = { name: 'SEND_CLIENT_FIRST_MESSAGE' }
  #password: string | undefined

  constructor(
    algorithm: ScramAlgorithm,
    settings: Settings,
    connection: { readonly peer: Peer; readonly signal: AbortSignal },
  ) {
    this.#algorithm = algorithm
    this.#settings = settings
    this.#connection = connection
  }

  next(challenge: Uint8Array | null): MaybePromise<ClientStep> {
    const state = this.#state
    // Whatever throws from here on leaves the exchange failed.
    this.#state = { name: 'FAILED' }
    switch (state.name) {
      case 'SEND_CLIENT_FIRST_MESSAGE':
        if (challenge !== null && challenge.length > 0) throw this.#invalid('Expected empty challenge')
        return this.#first()
      case 'RECEIVE_SERVER_FIRST_MESSAGE':
        return this.#final(state, challenge ?? new Uint8Array(0))
      case 'RECEIVE_SERVER_FINAL_MESSAGE':
        return this.#verify(state.signature, challenge ?? new Uint8Array(0))
      default:
        throw this.#error('ILLEGAL_SASL_STATE', `Unexpected challenge in Sasl client state ${state.name}`)
    }
  }

  secrets(): readonly string[] {
    return this.#password === undefined ? [] : [this.#password]
  }

  dispose(): void {
    this.#state = { name: 'FAILED' }
    this.#password = undefined
  }

  #first(): MaybePromise<ClientStep> {
    const { name } = this.#algorithm
    const { options, extensions } = this.#settings
    const { peer, signal } = this.#connection
    return resolvePasswordLogin(options, credentialRequest(name, peer, signal), ({ username, password }) => {
      checkUsername(name, username)
      checkPassword(name, password)
      this.#password = password
      const nonce = (options.nonce ?? scramNonce)()
      const bare = formatScramClientFirstBare({ saslName: encodeSaslName(username), nonce, extensions })
      this.#state = { name: 'RECEIVE_SERVER_FIRST_MESSAGE', password, nonce, bare }
      return { token: Buffer.from(GS2_HEADER + bare), done: false }
    })
  }

  #final(sent: { password: string; nonce: string; bare: string }, challenge: Uint8Array): MaybePromise<ClientStep> {
    const { kafkaName } = this.#algorithm
    const { options, maxIterations } = this.#settings
    const received = parseScramServerFirst(challenge)
    const { nonce, salt, iterations } = received
    if (received.mandatoryExtension && options.quirks !== 'kafka')
      throw this.#invalid('The server asks for an unknown SCRAM extension (m=)')
    if (!nonce.startsWith(sent.nonce)) throw this.#invalid('Invalid server nonce: does not start with client nonce')
    if (iterations < MIN_ITERATIONS) {
      throw this.#invalid(
        `Requested iterations ${iterations} is less than the minimum ${MIN_ITERATIONS} for ${kafkaName}`,
      )
    }
    if (iterations > maxIterations) {
      throw this.#invalid(
        `Requested iterations ${iterations} is more than the maximum ${maxIterations} for ${kafkaName}`,
        'A server that asks for so many may want to keep this client busy; the option maxIterations raises the limit.',
      )
    }
    const withoutProof = formatScramClientFinalWithoutProof({ channelBinding: Buffer.from(GS2_HEADER), nonce })
    const serverFirst = options.quirks === 'kafka' ? formatScramServerFirst(received) : received.bare
    const authMessage = `${sent.bare},${serverFirst},${withoutProof}`
    const { keysOf } = this.#settings
    return chain(keysOf(sent.password, { salt, iterations }), (keys) => this.#prove(keys, authMessage, withoutProof))
  }

  #prove(keys: ScramKeys, authMessage: string, withoutProof: string): ClientStep {
    const proof = xor(keys.clientKey, hmac(this.#algorithm, keys.storedKey, authMessage))
    const signature = hmac(this.#algorithm, keys.serverKey, authMessage)
    this.#state = { name: 'RECEIVE_SERVER_FINAL_MESSAGE', signature }
    return { token: Buffer.from(`${withoutProof},p=${base64(proof)}`), done: false }
  }

  #verify(expected: Uint8Array, challenge: Uint8Array): ClientStep {
    const { error, serverSignature } = parseScramServerFinal(challenge)
    if (error !== undefined) {
      throw this.#error(
        'AUTHENTICATION_FAILED',
        `Sasl authentication using ${this.#algorithm.kafkaName} failed with error: ${error}`,
      )
    }
    if (serverSignature.length !== expected.length || !nodeCrypto().timingSafeEqual(serverSignature, expected)) {
      throw this.#error(
        'SERVER_NOT_AUTHENTIC',
        'Invalid server signature in server final message',
        'The server let this client in without knowing its password: it may be an impostor, or a proxy in between.',
      )
    }
    this.#state = { name: 'COMPLETE' }
    return { done: true }
  }

  #invalid(message: string, hint?: string): AuthenticationError {
    return this.#error('SASL_MESSAGE_INVALID', message, hint)
  }

  #error(
    code: 'SASL_MESSAGE_INVALID' | 'AUTHENTICATION_FAILED' | 'SERVER_NOT_AUTHENTIC' | 'ILLEGAL_SASL_STATE',
    message: string,
    hint?: string,
  ): AuthenticationError {
    return new AuthenticationError(code, message, { mechanism: this.#algorithm.name, phase: 'sasl-exchange', hint })
  }
}

function firstMessageExtensions(mechanism: string, options: ScramOptions): ReadonlyMap<string, string> {
  const extensions = new Map(SaslExtensions.from(options.extensions ?? {}))
  if (options.tokenAuth === true) extensions.set('tokenauth', 'true')
  const fault = scramExtensionFault(extensions)
  if (fault !== undefined) throw new UsageError('INVALID_ARGUMENT', `${mechanism}: ${fault}`)
  return new Map(inKafkaOrder(extensions))
}

function checkUsername(mechanism: string, username: string): void {
  if (username === '') throw new UsageError('INVALID_ARGUMENT', `${mechanism}: username must not be empty`)
  if (username.includes('\0')) throw new UsageError('INVALID_ARGUMENT', `${mechanism}: username must not contain NUL`)
}

function checkPassword(mechanism: string, password: string): void {
  if (password === '') throw new UsageError('INVALID_ARGUMENT', `${mechanism}: password must not be empty`)
}
