import { AuthenticationError } from '../../errors.js'
import { authenticated } from '../authenticated.js'
import type { NegotiatedProperty } from '../authenticated.js'
import { decodeSaslName } from '../gs2.js'
import { chain, chainOrFail } from '../maybe-promise.js'
import { SaslRefusal } from '../mechanism.js'
import type {
  Authenticated,
  MaybePromise,
  Peer,
  ServerMechanism,
  ServerSession,
  ServerStep,
  ServerWays,
} from '../mechanism.js'
import { nodeCrypto } from '../node-crypto.js'
import { MIN_ITERATIONS, SCRAM_SHA_256, SCRAM_SHA_512 } from './algorithm.js'
import type { ScramAlgorithm } from './algorithm.js'
import { ScramCredential } from './credential.js'
import type { ScramCredentialParts } from './credential.js'
import {
  formatScramClientFinalWithoutProof,
  formatScramClientFirstBare,
  formatScramServerFinal,
  formatScramServerFirst,
  parseScramClientFinal,
  parseScramClientFirst,
} from './grammar.js'
import { hash, hmac, xor } from './keys.js'
import { base36, scramNonce } from './nonce.js'

/** A delegation token as a server knows it (KIP-48). */
export interface ScramDelegationToken {
  /** Whom the token speaks for: the authorization id. */
  readonly owner: string
  /** When the token ends, in ms since the epoch. */
  readonly expiresAt: number
  /** Of the token's HMAC as a password; null if there is none for this mechanism. */
  readonly credential: ScramCredentialParts | null
}

/** What a credential store may want to know beside the name. */
export interface ScramCredentialRequest {
  readonly peer: Peer
  /** Aborts when the connection ends. */
  readonly signal: AbortSignal
}

/** The credential of a user; null for an unknown one. Whatever it throws refuses the login. */
export type ScramCredentialStore = (
  username: string,
  request: ScramCredentialRequest,
) => MaybePromise<ScramCredentialParts | null>

/** A delegation token by its id; null for an unknown one. Whatever it throws refuses the login. */
export type ScramTokenStore = (
  tokenId: string,
  request: ScramCredentialRequest,
) => MaybePromise<ScramDelegationToken | null>

/** Options of {@link scramSha256Server} and {@link scramSha512Server}. */
export type ScramServerOptions = (
  | { readonly credentials: ScramCredentialStore; readonly users?: undefined }
  /** User names with passwords, for tests and small installations: all are stretched when the first client logs in. */
  | { readonly users: Readonly<Record<string, string>>; readonly credentials?: undefined }
) & {
  /** Delegation tokens. Default: none are known. */
  readonly tokens?: ScramTokenStore
  /** What a client gets that names an unknown user. Default: the server's `unknownUsers`, which is `challenge` by default. */
  readonly unknownUsers?: NonNullable<ServerWays['unknownUsers']>
  /**
   * The key from which an unknown user's salt is made. Servers that stand for each other should share one, else their
   * salts for one name differ. Default: random, one per process and mechanism object.
   */
  readonly phantomKey?: Uint8Array
  /** Iterations that `users` and unknown users get; make it those of your `credentials`. Default: 4096. */
  readonly iterations?: number
  /** How the nonce of the client's last message is compared. Default: the server's `finalNonce`, which is `exact` by default. */
  readonly finalNonce?: NonNullable<ServerWays['finalNonce']>
  /** Makes the server's part of the nonce. Only for exchanges that must come out the same. Default: 130 random bits. */
  readonly nonce?: () => string
  /**
   * `kafka` does what Kafka's Java server does against RFC 5802: an `m=` attribute is read over, `c=` is not compared with
   * the GS2 header, an escaped authorization id is compared as it stands, the proofs cover the messages as Kafka would
   * write them, and a proof of wrong length closes the connection without an answer. Default: `none`.
   */
  readonly quirks?: 'none' | 'kafka'
}

/** The server half of SCRAM-SHA-256. Kafka: `ScramSaslServer`, with `ScramLoginModule` on the listener. */
export function scramSha256Server(options: ScramServerOptions): ServerMechanism {
  return scramServer(SCRAM_SHA_256, options)
}

/** The server half of SCRAM-SHA-512. */
export function scramSha512Server(options: ScramServerOptions): ServerMechanism {
  return scramServer(SCRAM_SHA_512, options)
}

function scramServer(algorithm: ScramAlgorithm, options: ScramServerOptions): ServerMechanism {
  return mechanismOf(algorithm, {
    options,
    store: options.credentials ?? passwordStore(algorithm, options.users, options.iterations),
    phantom: phantoms(algorithm, options),
  })
}

function mechanismOf(algorithm: ScramAlgorithm, settings: Settings): ServerMechanism {
  return {
    name: algorithm.name,
    start: (peer, signal) => new ScramServerSession(algorithm, settings, { peer, signal }),
    // Store and phantoms stay the same: one user's salt is the same at every listener.
    following: (ways) => mechanismOf(algorithm, { ...settings, options: { ...ways, ...settings.options } }),
  }
}

interface Settings {
  readonly options: ScramServerOptions
  readonly store: ScramCredentialStore
  readonly phantom: (username: string) => ScramCredentialParts
}

/** Who the client says to be, and what is needed to check it. */
interface Claim {
  readonly authorizationId: string
  readonly credential: ScramCredentialParts
  readonly expiresAt?: number
  /** Why it cannot be true, although the client is not to learn that before the end. */
  readonly refused?: string
}

type State =
  | { readonly name: 'RECEIVE_CLIENT_FIRST_MESSAGE' }
  | {
      readonly name: 'RECEIVE_CLIENT_FINAL_MESSAGE'
      readonly claim: Claim
      readonly nonce: string
      readonly gs2Header: string
      /** The extension `tokenauth`, as the client sent it. */
      readonly tokenAuth: string | undefined
      /** The first two messages, as the proofs cover them. */
      readonly exchanged: string
    }
  | { readonly name: 'COMPLETE' | 'FAILED' }

class ScramServerSession implements ServerSession {
  user: string | undefined
  readonly #algorithm: ScramAlgorithm
  readonly #settings: Settings
  readonly #request: ScramCredentialRequest
  #state: State = { name: 'RECEIVE_CLIENT_FIRST_MESSAGE' }

  constructor(algorithm: ScramAlgorithm, settings: Settings, request: ScramCredentialRequest) {
    this.#algorithm = algorithm
    this.#settings = settings
    this.#request = request
  }

  next(response: Uint8Array): MaybePromise<ServerStep> {
    const state = this.#state
    // Whatever throws from here on leaves the exchange failed.
    this.#state = { name: 'FAILED' }
    switch (state.name) {
      case 'RECEIVE_CLIENT_FIRST_MESSAGE':
        return this.#first(response)
      case 'RECEIVE_CLIENT_FINAL_MESSAGE':
        return this.#final(state, response)
      default:
        throw new SaslRefusal({
          reply: 'close-delayed',
          reason: `Unexpected challenge in Sasl server state ${state.name}`,
        })
    }
  }

  dispose(): void {
    this.#state = { name: 'FAILED' }
  }

  #first(response: Uint8Array): MaybePromise<ServerStep> {
    const { options } = this.#settings
    const message = refuseInvalid(() => parseScramClientFirst(response))
    const username = refuseInvalid(() => decodeSaslName(message.saslName))
    this.user = username
    if (message.mandatoryExtension && options.quirks !== 'kafka') {
      throw refusal('The client asks for an unknown SCRAM extension (m=)')
    }
    return chainOrFail(
      () => (isTokenLogin(message) ? this.#claimOfToken(username) : this.#claimOfUser(username)),
      (claim) => this.#challenge(message, username, claim),
      (cause) =>
        cause instanceof SaslRefusal
          ? cause
          : refusal('Authentication failed: Credentials could not be obtained', cause),
    )
  }

  /** The claim, or why it is refused. */
  #claimOfUser(username: string): MaybePromise<Claim | string> {
    return chain(this.#settings.store(username, this.#request), (credential) =>
      credential === null || (credential as unknown) === undefined
        ? 'Authentication failed: Invalid user credentials'
        : { authorizationId: username, credential },
    )
  }

  #claimOfToken(tokenId: string): MaybePromise<Claim | string> {
    return chain(this.#settings.options.tokens?.(tokenId, this.#request) ?? null, (token) => {
      if (token === null) return `Token Authentication failed: Invalid tokenId : ${tokenId}`
      const { owner, credential, expiresAt } = token
      if (credential === null) return 'Authentication failed: Invalid user credentials'
      return { authorizationId: owner, credential, expiresAt }
    })
  }

  #challenge(message: ParsedClientFirst, username: string, found: Claim | string): ServerStep {
    const { options } = this.#settings
    const kafka = options.quirks === 'kafka'
    // Made for known users, too: its ten microseconds would tell who is unknown.
    const phantom = options.unknownUsers === 'refuse' ? null : this.#settings.phantom(username)
    let claim = typeof found === 'string' ? impossible(username, phantom, found) : found
    const requested = kafka ? message.authorizationId : refuseInvalid(() => decodeSaslName(message.authorizationId))
    if (requested !== '' && requested !== username) {
      const publicText = 'Authentication failed: Client requested an authorization id that is different from username'
      throw new SaslRefusal({ reply: 'text', publicText, reason: publicText })
    }
    const { iterations } = claim.credential
    if (iterations < MIN_ITERATIONS) {
      const tooFew = `Iterations ${iterations} is less than the minimum ${MIN_ITERATIONS} for ${this.#algorithm.kafkaName}`
      claim = impossible(username, phantom, tooFew)
    }
    const nonce = message.nonce + (options.nonce ?? scramNonce)()
    const { salt } = claim.credential
    const serverFirst = formatScramServerFirst({ nonce, salt, iterations: claim.credential.iterations })
    const clientFirst = kafka ? formatScramClientFirstBare(message) : message.bare
    this.#state = {
      name: 'RECEIVE_CLIENT_FINAL_MESSAGE',
      claim,
      nonce,
      gs2Header: message.gs2Header,
      tokenAuth: message.extensions.get('tokenauth'),
      exchanged: `${clientFirst},${serverFirst}`,
    }
    return { challenge: Buffer.from(serverFirst) }
  }

  #final(state: State & { name: 'RECEIVE_CLIENT_FINAL_MESSAGE' }, response: Uint8Array): ServerStep {
    const { options } = this.#settings
    const { claim, gs2Header } = state
    const kafka = options.quirks === 'kafka'
    const message = refuseInvalid(() => parseScramClientFinal(response))
    const nonceFits =
      options.finalNonce === 'suffix' ? message.nonce.endsWith(state.nonce) : message.nonce === state.nonce
    if (!nonceFits) throw refusal('Invalid client nonce in the final client message.')
    if (!kafka && Buffer.from(message.channelBinding).toString('latin1') !== gs2Header) {
      throw refusal('Invalid channel binding in the final client message')
    }
    const withoutProof = kafka ? formatScramClientFinalWithoutProof(message) : message.bare
    const authMessage = `${state.exchanged},${withoutProof}`
    const signature = this.#checkProof(message.proof, claim, authMessage)
    this.#state = { name: 'COMPLETE' }
    return {
      challenge: Buffer.from(formatScramServerFinal({ serverSignature: signature })),
      done: accepted(claim, state.tokenAuth),
    }
  }

  /** The server's signature, if the client's proof is right. */
  #checkProof(proof: Uint8Array, claim: Claim, authMessage: string): Uint8Array {
    const { storedKey, serverKey } = claim.credential
    if (proof.length !== this.#algorithm.length) {
      const reply = this.#settings.options.quirks === 'kafka' ? 'close-now' : 'generic'
      throw new SaslRefusal({ reply, reason: 'Invalid client credentials: a proof of wrong length' })
    }
    const clientKey = xor(proof, hmac(this.#algorithm, storedKey, authMessage))
    const found = hash(this.#algorithm, clientKey)
    const right = found.length === storedKey.length && nodeCrypto().timingSafeEqual(found, storedKey)
    // Done in any case, so that an unknown user costs as much as a known one.
    const signature = hmac(this.#algorithm, serverKey, authMessage)
    if (claim.refused !== undefined) throw refusal(claim.refused)
    if (!right) throw refusal('Invalid client credentials')
    return signature
  }
}

/** A claim that looks to the client like any other, or the refusal at once. */
function impossible(username: string, phantom: ScramCredentialParts | null, reason: string): Claim {
  if (phantom === null) throw refusal(reason)
  return { authorizationId: username, credential: phantom, refused: reason }
}

type ParsedClientFirst = ReturnType<typeof parseScramClientFirst>

function isTokenLogin(message: ParsedClientFirst): boolean {
  return message.extensions.get('tokenauth')?.toLowerCase() === 'true'
}

function accepted({ authorizationId, expiresAt }: Claim, tokenAuth: string | undefined): Authenticated {
  const properties = new Map<string, NegotiatedProperty>()
  if (tokenAuth !== undefined) properties.set('tokenauth', tokenAuth)
  if (expiresAt !== undefined) properties.set('CREDENTIAL.LIFETIME.MS', expiresAt)
  return authenticated(authorizationId, properties, expiresAt)
}

/** All that Kafka tells the client of these is that the credentials are invalid. */
function refusal(reason: string, cause?: unknown): SaslRefusal {
  return new SaslRefusal({ reply: 'generic', reason, ...(cause === undefined ? {} : { cause }) })
}

function refuseInvalid<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (error instanceof AuthenticationError) throw refusal(error.message, error)
    throw error
  }
}

/**
 * Credentials of passwords, all made when the first client logs in: were each made for its own user's first login, the time
 * of the answer would tell which names exist.
 */
function passwordStore(
  algorithm: ScramAlgorithm,
  users: Readonly<Record<string, string>>,
  iterations: number | undefined,
): ScramCredentialStore {
  const options = iterations === undefined ? {} : { iterations }
  const make = async ([name, password]: [string, string]): Promise<[string, ScramCredential]> => [
    name,
    await ScramCredential.generate(algorithm.name, password, options),
  ]
  let credentials: MaybePromise<ReadonlyMap<string, ScramCredential>> | undefined
  return (username) => {
    credentials ??= Promise.all(Object.entries(users).map(make)).then((made) => (credentials = new Map(made)))
    return chain(credentials, (known) => known.get(username) ?? null)
  }
}

/** For each name the same credential every time, which no password fits. */
function phantoms(algorithm: ScramAlgorithm, options: ScramServerOptions): (username: string) => ScramCredentialParts {
  const key = options.phantomKey ?? nodeCrypto().randomBytes(32)
  const iterations = options.iterations ?? MIN_ITERATIONS
  const nobody = nodeCrypto().randomBytes(algorithm.length)
  return (username) => ({
    salt: Buffer.from(base36(nodeCrypto().createHmac('sha256', key).update(`${algorithm.name},${username}`).digest())),
    iterations,
    storedKey: nobody,
    serverKey: nobody,
  })
}
