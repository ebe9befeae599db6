import { AuthenticationError, UsageError } from '../../errors.js'
import type { TokenError } from '../../errors.js'
import { NO_CHALLENGE } from '../authenticated.js'
import { decodeSaslName } from '../gs2.js'
import { chainOrFail } from '../maybe-promise.js'
import { SaslRefusal } from '../mechanism.js'
import type {
  Authenticated,
  MaybePromise,
  OAuthBearerToken,
  Peer,
  ServerMechanism,
  ServerSession,
  ServerStep,
} from '../mechanism.js'
import { formatTokenError } from './error-json.js'
import { ExtensionsValidation } from './extensions-validator.js'
import type { OAuthBearerExtensionsValidator } from './extensions-validator.js'
import { SchemeError, parseClientInitialResponse } from './grammar.js'
import type { ClientInitialResponse } from './grammar.js'
import { AcceptedToken } from './token.js'
import type { ValidatedToken } from './token.js'

/** What a token validator may want to know beside the token. */
export interface ValidationRequest {
  readonly peer: Peer
  /** Aborts when the connection ends. */
  readonly signal: AbortSignal
}

/** Why a token is rejected: `reason` is for the operator alone. */
export interface TokenRejection extends TokenError {
  readonly reason?: string | undefined
}

/**
 * Checks a token: what it says if it is good, else what the client is told (`{ status: 'invalid_token' }`; RFC 7628,
 * section 3.2.2). Whatever it throws refuses the login as an internal error; a {@link SaslRefusal} refuses it as it says.
 *
 * Kafka: a server callback handler for `OAuthBearerValidatorCallback`.
 */
export type OAuthBearerTokenValidator = (
  token: string,
  request: ValidationRequest,
) => MaybePromise<ValidatedToken | TokenRejection>

/** Options of {@link oauthBearerServer}. */
export interface OAuthBearerServerOptions {
  readonly validateToken: OAuthBearerTokenValidator
  /** Default: none, and so no extension is exposed. */
  readonly validateExtensions?: OAuthBearerExtensionsValidator | undefined
  /**
   * `kafka` does what Kafka's Java server does by mistake: the values in its error JSON are not escaped and a required
   * scope has the form `[a, b]`, an escaped authorization id is compared as it stands, and a scheme other than `Bearer`, a
   * header without `alg` or a validator's mistake about a name closes the connection without an answer. Default: `none`.
   */
  readonly quirks?: 'none' | 'kafka' | undefined
}

/** The server half of OAUTHBEARER (RFC 7628) with KIP-342's extensions. Kafka: `OAuthBearerSaslServer`. */
export function oauthBearerServer(options: OAuthBearerServerOptions): ServerMechanism {
  return {
    name: 'OAUTHBEARER',
    start: (peer, signal) => new OAuthBearerServerSession(options, { peer, signal }),
  }
}

class OAuthBearerServerSession implements ServerSession {
  user: string | undefined
  readonly #options: OAuthBearerServerOptions
  readonly #request: ValidationRequest
  /** The error JSON, while the client's 0x01 is awaited. */
  #rejection: { readonly json: string; readonly reason: string } | undefined

  constructor(options: OAuthBearerServerOptions, request: ValidationRequest) {
    this.#options = options
    this.#request = request
  }

  next(response: Uint8Array): MaybePromise<ServerStep> {
    const rejection = this.#rejection
    this.#rejection = undefined
    if (rejection !== undefined && response.length === 1 && response[0] === 1) {
      throw new SaslRefusal({ reply: 'text', publicText: rejection.json, reason: rejection.reason })
    }
    const message = this.#parse(response)
    return chainOrFail(
      () => this.#options.validateToken(message.token, this.#request),
      (found) => {
        const rejection = asTokenError(found, this.#options.quirks === 'kafka')
        if (rejection !== undefined) return this.#reject(rejection)
        return this.#accept(message, new AcceptedToken(message.token, found as ValidatedToken))
      },
      internalError,
    )
  }

  #parse(response: Uint8Array): ClientInitialResponse {
    try {
      return parseClientInitialResponse(response)
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error
      const close = error instanceof SchemeError && this.#options.quirks === 'kafka'
      throw new SaslRefusal({ reply: close ? 'close-now' : 'generic', reason: error.message, cause: error })
    }
  }

  #reject(rejection: TokenRejection): ServerStep {
    const json = formatTokenError(rejection, this.#options.quirks === 'kafka' ? 'kafka' : 'json')
    const { reason } = rejection
    this.#rejection = { json, reason: reason === undefined ? json : `${json}: ${reason}` }
    return { challenge: Buffer.from(json) }
  }

  #accept(message: ClientInitialResponse, token: OAuthBearerToken): MaybePromise<ServerStep> {
    const { authorizationId, extensions } = message
    const { principalName } = token
    this.user = principalName
    const asSent = authorizationId === '' || this.#options.quirks === 'kafka'
    const requested = asSent ? authorizationId : decodeSaslName(authorizationId)
    if (requested !== '' && requested !== principalName) {
      throw refusal(
        `Authentication failed: Client requested an authorization id (${requested}) that is different from the token's principal name (${principalName})`,
      )
    }
    const validate = this.#options.validateExtensions
    if (validate === undefined) return complete(token, NO_EXTENSIONS)
    const validation = new ExtensionsValidation(token, extensions, this.#request.peer)
    return chainOrFail(
      () => validate(validation),
      () => {
        const { validated, invalid: faults } = ExtensionsValidation.outcomeOf(validation)
        if (faults.size > 0) {
          const invalid = [...faults].map(([name, text]) => `${name}: ${text}`)
          throw refusal(
            `Authentication failed: ${invalid.length} extensions are invalid! They are: ${invalid.join('; ')}`,
          )
        }
        return complete(token, validated)
      },
      (cause) =>
        // A name that the client did not send: a mistake of the validator, at which Kafka's server breaks.
        cause instanceof UsageError && this.#options.quirks === 'kafka'
          ? new SaslRefusal({ reply: 'close-now', reason: cause.message, cause })
          : internalError(cause),
    )
  }
}

const NO_EXTENSIONS: ReadonlyMap<string, string> = new Map()

function complete(token: OAuthBearerToken, extensions: ReadonlyMap<string, string>): ServerStep {
  const { principalName, lifetimeMs } = token
  // The names of extensions are letters only: none can be one of these two.
  const negotiated = (name: string): OAuthBearerToken | number | string | undefined => {
    if (name === 'OAUTHBEARER.token') return token
    return name === 'CREDENTIAL.LIFETIME.MS' ? lifetimeMs : extensions.get(name)
  }
  const negotiatedProperty = negotiated as Authenticated['negotiatedProperty']
  return {
    challenge: NO_CHALLENGE,
    done: { authorizationId: principalName, expiresAt: lifetimeMs, negotiatedProperty },
  }
}

/** The rejection, if it is one; a validator that says nothing rejects. */
function asTokenError(
  found: ValidatedToken | TokenRejection | null | undefined,
  kafka: boolean,
): TokenRejection | undefined {
  if (found === null || found === undefined) return { status: kafka ? 'null' : 'invalid_token' }
  if (typeof found !== 'object') throw internalError(new Error('the validator gave neither a token nor an error'))
  if ('status' in found) {
    if (typeof found.status === 'string' && found.status !== '') return found
    throw internalError(new Error('error status must not be empty'))
  }
  if (typeof found.principalName !== 'string' || found.principalName === '' || !Number.isFinite(found.lifetimeMs)) {
    throw internalError(new Error('the validator named no principal or no end of the token'))
  }
  return undefined
}

function refusal(publicText: string): SaslRefusal {
  return new SaslRefusal({ reply: 'text', publicText, reason: publicText })
}

function internalError(cause: unknown): SaslRefusal {
  if (cause instanceof SaslRefusal) return cause
  const text = cause instanceof Error ? cause.message : 'it threw no Error'
  const reason = `Authentication could not be performed due to an internal error on the server: ${text}`
  return new SaslRefusal({ reply: 'generic', reason, cause })
}
