import { UsageError } from '../errors.js'
import { NO_CHALLENGE, authenticated } from './authenticated.js'
import { checkPasswordLogin, credentialRequest, resolvePasswordLogin } from './credentials.js'
import type { PasswordLogin, UserPassword } from './credentials.js'
import { utf8 } from './gs2.js'
import { chainOrFail } from './maybe-promise.js'
import { SaslRefusal } from './mechanism.js'
import type {
  ClientMechanism,
  ClientStep,
  MaybePromise,
  Peer,
  ServerMechanism,
  ServerSession,
  ServerStep,
} from './mechanism.js'
import { nodeCrypto } from './node-crypto.js'

/** PLAIN (RFC 4616): `authorization id NUL user NUL password`, in one message and in clear text. */
const NAME = 'PLAIN'

/** More than any password; a frame before the login may be eight times that. */
const MAX_MESSAGE_BYTES = 65_536

/** Options of {@link plain}. */
export type PlainOptions = PasswordLogin & {
  /**
   * Whether an empty user name or password and a NUL inside them are refused here. A NUL would shift the fields of the
   * message. False sends them as they are, as Kafka's Java client does. Default: true.
   */
  readonly validate?: boolean
}

/**
 * Logs in with user name and password in clear text. Use it over TLS only; without TLS a connection announces it.
 *
 * Kafka: `sasl.mechanism=PLAIN` and the options `username` and `password` of `PlainLoginModule`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for values that cannot be sent.
 */
export function plain(options: PlainOptions): ClientMechanism {
  checkPasswordLogin(options, NAME)
  const { username, password, validate = true } = options
  if (validate) {
    if (typeof username === 'string') checkField('username', username)
    if (typeof password === 'string') checkField('password', password)
  }
  const message = (credentials: UserPassword): ClientStep => {
    if (validate) {
      checkField('username', credentials.username)
      checkField('password', credentials.password)
    }
    return { token: Buffer.from(`\0${credentials.username}\0${credentials.password}`), done: true }
  }
  const fixed = typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined
  return {
    name: NAME,
    clearText: true,
    start: (peer, signal) => {
      let sent = fixed
      return {
        next: () =>
          fixed === undefined
            ? resolvePasswordLogin(options, credentialRequest(NAME, peer, signal), (found) => message((sent = found)))
            : message(fixed),
        secrets: () => (sent === undefined ? [] : [sent.password]),
        dispose: () => (sent = undefined),
      }
    },
  }
}

function checkField(name: string, value: string): void {
  if (value === '') throw new UsageError('INVALID_ARGUMENT', `${NAME}: ${name} must not be empty`)
  if (value.includes('\0')) throw new UsageError('INVALID_ARGUMENT', `${NAME}: ${name} must not contain NUL`)
}

/** What a {@link PlainVerifier} may want to know beside name and password. */
export interface VerifyRequest {
  readonly peer: Peer
  /** Aborts when the connection ends. */
  readonly signal: AbortSignal
}

/** Whether user name and password belong together. Compare in constant time; whatever it throws refuses the login. */
export type PlainVerifier = (credentials: UserPassword, request: VerifyRequest) => MaybePromise<boolean>

/** Options of {@link plainServer}: the users with their passwords, or a function that knows. */
export type PlainServerOptions =
  | { readonly users: Readonly<Record<string, string>>; readonly verify?: undefined }
  | { readonly verify: PlainVerifier; readonly users?: undefined }

/**
 * The server half of PLAIN, with the texts of Kafka's `PlainSaslServer`; unknown users and wrong passwords look alike.
 *
 * Kafka: the options `user_<name>="<password>"` of `PlainLoginModule`, or a `PlainAuthenticateCallback` handler.
 */
export function plainServer(options: PlainServerOptions): ServerMechanism {
  const verify = options.verify ?? verifyAgainst(options.users)
  return {
    name: NAME,
    start: (peer, signal) => new PlainServerSession(verify, { peer, signal }),
  }
}

class PlainServerSession implements ServerSession {
  user: string | undefined
  readonly #verify: PlainVerifier
  readonly #request: VerifyRequest

  constructor(verify: PlainVerifier, request: VerifyRequest) {
    this.#verify = verify
    this.#request = request
  }

  next(response: Uint8Array): MaybePromise<ServerStep> {
    const { authorizationId, username, password } = parsePlainMessage(response)
    this.user = username
    return chainOrFail(
      () => this.#verify({ username, password }, this.#request),
      (verified) => {
        // Anything but true, should a verifier in JavaScript give it, is no yes.
        if ((verified as unknown) !== true)
          throw refusal('Authentication failed: Invalid username or password', username)
        // After the password, so that a stranger learns nothing about names.
        if (authorizationId !== '' && authorizationId !== username) {
          throw refusal(
            'Authentication failed: Client requested an authorization id that is different from username',
            username,
          )
        }
        return { challenge: NO_CHALLENGE, done: authenticated(username) }
      },
      (cause) =>
        new SaslRefusal({
          reply: 'text',
          publicText: 'Authentication failed: credentials for user could not be verified',
          reason: `Authentication failed: credentials for user could not be verified: ${cause instanceof Error ? cause.message : 'unknown'}`,
          cause,
        }),
    )
  }
}

/** The three fields of a PLAIN message; `authorizationId` is empty if none was requested. */
export interface PlainMessage extends UserPassword {
  readonly authorizationId: string
}

/**
 * Reads a PLAIN message (RFC 4616, section 2) as Kafka does.
 *
 * @throws SaslRefusal with Kafka's text.
 */
export function parsePlainMessage(response: Uint8Array): PlainMessage {
  if (response.length > MAX_MESSAGE_BYTES) {
    throw new SaslRefusal({ reply: 'generic', reason: `SASL/PLAIN response of ${response.length} bytes` })
  }
  const tokens = utf8(response).split('\0', 4)
  const [authorizationId, username, password] = tokens
  if (authorizationId === undefined || username === undefined || password === undefined || tokens.length > 3) {
    throw refusal(`Invalid SASL/PLAIN response: expected 3 tokens, got ${tokens.length}`)
  }
  if (username === '') throw refusal('Authentication failed: username not specified')
  if (password === '') throw refusal('Authentication failed: password not specified')
  return { authorizationId, username, password }
}

function refusal(publicText: string, username?: string): SaslRefusal {
  const reason = username === undefined ? publicText : `${publicText} (user ${JSON.stringify(username)})`
  return new SaslRefusal({ reply: 'text', publicText, reason })
}

/** Compares digests under a key of this process: equal lengths, equal work, whether the user exists or not. */
function verifyAgainst(users: Readonly<Record<string, string>>): PlainVerifier {
  const key = nodeCrypto().randomBytes(32).toString('base64')
  const digest = (password: string): Buffer => nodeCrypto().hash('sha256', key + password, 'buffer')
  const digests = new Map(Object.entries(users).map(([name, password]) => [name, digest(password)]))
  const nobody = nodeCrypto().randomBytes(32)
  return ({ username, password }) => {
    const known = digests.get(username)
    return nodeCrypto().timingSafeEqual(known ?? nobody, digest(password)) && known !== undefined
  }
}
