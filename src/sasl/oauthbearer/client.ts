import { AuthenticationError, UsageError } from '../../errors.js'
import type { TokenError } from '../../errors.js'
import { credentialRequest, credentialsUnavailable } from '../credentials.js'
import type { CredentialRequest } from '../credentials.js'
import { SaslExtensions } from '../extensions.js'
import { chainOrFail } from '../maybe-promise.js'
import type { ClientMechanism, ClientSession, ClientStep, ExtensionsInput, MaybePromise, Peer } from '../mechanism.js'
import { hiding } from '../secrets.js'
import { undisturbed } from '../undisturbed.js'
import { visible } from '../visible.js'
import { parseTokenError } from './error-json.js'
import { formatClientInitialResponse, isBearerToken } from './grammar.js'
import { tokenSource } from './token-source.js'
import type { BearerToken, TokenFunction, TokenSource } from './token-source.js'

/** Options of {@link oauthBearer}. */
export interface OAuthBearerOptions {
  /** A token, a function that gets one, or a source of tokens. */
  readonly token: string | BearerToken | TokenFunction | TokenSource
  /**
   * Extensions for tokens whose source gives none, or a function that gets them, asked after the token came. A source that
   * gives both together is better: they then change together. Default: none.
   */
  readonly extensions?: ExtensionsInput | ((request: CredentialRequest) => MaybePromise<ExtensionsInput>)
  /** Whether to send the token over a connection without TLS, for everybody to read and use. Default: false. */
  readonly allowPlaintext?: boolean
}

const NAME = 'OAUTHBEARER'

/**
 * Logs in with an OAuth bearer token (RFC 7628) and, where wanted, custom SASL extensions (KIP-342).
 *
 * Kafka: `sasl.mechanism=OAUTHBEARER`; `token` takes the place of the login and client callback handlers.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for a token or extensions that cannot be sent; before dialling
 * (`PLAINTEXT_REFUSED`) without TLS and `allowPlaintext`.
 */
export function oauthBearer(options: OAuthBearerOptions): ClientMechanism {
  const { token, extensions, allowPlaintext = false } = options
  const source = tokenSource(options)
  // What never changes is checked at once.
  if (typeof token !== 'function' && typeof (token as Partial<BearerToken>).token !== 'function') initialResponse(token)
  if (extensions !== undefined && typeof extensions !== 'function') initialResponse({ token: 'none', extensions })
  return {
    name: NAME,
    clearText: true,
    check: ({ host, port, secure }) => {
      if (secure || allowPlaintext) return
      throw new UsageError('PLAINTEXT_REFUSED', `${NAME} would send the token to ${host}:${port} in clear text`, {
        broker: `${host}:${port}`,
        phase: 'sasl-handshake',
        hint: 'Whoever reads the token can use it: connect with `tls`, or set `allowPlaintext: true` if the network is trusted.',
      })
    },
    start: (peer, signal) => new OAuthBearerClientSession(source, { peer, signal }),
  }
}

type State =
  | { readonly name: 'SEND_CLIENT_FIRST_MESSAGE' | 'RECEIVE_SERVER_FIRST_MESSAGE' | 'COMPLETE' | 'FAILED' }
  | {
      readonly name: 'RECEIVE_SERVER_MESSAGE_AFTER_FAILURE'
      readonly tokenError: TokenError | undefined
      readonly text: string
    }

class OAuthBearerClientSession implements ClientSession {
  readonly #source: TokenSource
  readonly #connection: { readonly peer: Peer; readonly signal: AbortSignal }
  #state: State = { name: 'SEND_CLIENT_FIRST_MESSAGE' }
  /** The token that was sent, for its source to know if it is rejected. */
  #sent: string | undefined

  constructor(source: TokenSource, connection: { readonly peer: Peer; readonly signal: AbortSignal }) {
    this.#source = source
    this.#connection = connection
  }

  next(challenge: Uint8Array | null): MaybePromise<ClientStep> {
    const empty = challenge === null || challenge.length === 0
    switch (this.#state.name) {
      case 'SEND_CLIENT_FIRST_MESSAGE':
        this.#state = { name: 'FAILED' }
        if (!empty) throw failure('SASL_MESSAGE_INVALID', 'Expected empty challenge')
        return this.#first()
      case 'RECEIVE_SERVER_FIRST_MESSAGE':
        if (empty) {
          this.#state = { name: 'COMPLETE' }
          return { done: true }
        }
        // The token is rejected. The server tells why in JSON, and wants one byte before it says so officially.
        this.#tellSource()
        this.#state = {
          name: 'RECEIVE_SERVER_MESSAGE_AFTER_FAILURE',
          ...parseTokenError(challenge, hiding(this.secrets())),
        }
        return { token: Uint8Array.of(1), done: false }
      default:
        throw failure(
          'ILLEGAL_SASL_STATE',
          `Unexpected challenge in Sasl client state ${this.#state.name}`,
          this.#rejection(),
        )
    }
  }

  secrets(): readonly string[] {
    return this.#sent === undefined ? [] : [this.#sent]
  }

  dispose(): void {
    this.#sent = undefined
  }

  refused(text: string | null): AuthenticationError | undefined {
    const { tokenError, shown } = this.#rejection()
    if (shown !== undefined) {
      return failure('TOKEN_REJECTED', `The broker rejected the token: ${text ?? shown}`, {
        tokenError,
        hint: hintFor(tokenError),
      })
    }
    if (text !== null && REFUSED_EXTENSIONS.test(text)) {
      return failure('EXTENSIONS_REFUSED', text, {
        hint: 'The token was accepted; the broker refuses the extensions that its text names. Correct or leave them out.',
      })
    }
    // Servers that are not Kafka may say no at once, without JSON; a hang-up, which has no text, says nothing of the token.
    if (text !== null && this.#state.name === 'RECEIVE_SERVER_FIRST_MESSAGE') this.#tellSource()
    return undefined
  }

  #tellSource(): void {
    const token = this.#sent
    if (token === undefined) return
    undisturbed('rejected() of the token source', () => this.#source.rejected?.(token), hiding([token]))
  }

  #rejection(): { tokenError?: TokenError | undefined; shown?: string } {
    if (this.#state.name !== 'RECEIVE_SERVER_MESSAGE_AFTER_FAILURE') return {}
    return { tokenError: this.#state.tokenError, shown: this.#state.text }
  }

  #first(): MaybePromise<ClientStep> {
    const { peer, signal } = this.#connection
    return chainOrFail(
      () => this.#source.token(credentialRequest(NAME, peer, signal)),
      (token) => {
        const message = initialResponse(token)
        this.#sent = typeof token === 'string' ? token : token.token
        this.#state = { name: 'RECEIVE_SERVER_FIRST_MESSAGE' }
        return { token: message, done: false }
      },
      (cause) => credentialsUnavailable(NAME, cause),
    )
  }
}

/** Kafka's text, whatever the number. */
const REFUSED_EXTENSIONS = /^Authentication failed: \d+ extensions are invalid! /

/** @throws UsageError (`INVALID_ARGUMENT`); the token is in no error. */
function initialResponse(given: unknown): Uint8Array {
  const parts = typeof given === 'string' ? { token: given } : (Object(given) as object)
  const { token, extensions } = parts as { readonly token?: unknown; readonly extensions?: ExtensionsInput }
  if (typeof token !== 'string') {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `${NAME}: the token must be a string, not ${token === null ? 'null' : typeof token}`,
      {
        phase: 'sasl-exchange',
        hint: 'Does the token function await what it returns?',
      },
    )
  }
  if (!isBearerToken(token)) {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `${NAME}: the token has characters that no bearer token may have, or none at all`,
      {
        phase: 'sasl-exchange',
        hint: 'Only letters, digits and -_~+/. are allowed, then equals signs (RFC 6750). A line break read with the token from a file?',
      },
    )
  }
  try {
    return formatClientInitialResponse({ token, extensions: toExtensions(extensions) })
  } catch (cause) {
    if (!(cause instanceof AuthenticationError)) throw cause
    throw new UsageError('INVALID_ARGUMENT', cause.message, {
      phase: 'sasl-exchange',
      hint: 'Names of extensions are letters only, `auth` is reserved; values are printable ASCII (KIP-342, RFC 7628 section 3.1).',
    })
  }
}

function toExtensions(extensions: ExtensionsInput | undefined): SaslExtensions | undefined {
  return extensions === undefined || extensions instanceof SaslExtensions ? extensions : SaslExtensions.from(extensions)
}

function hintFor(tokenError: TokenError | undefined): string {
  if (tokenError?.status === 'insufficient_scope') {
    return `The token lacks a scope that the broker requires${tokenError.scope === undefined ? '' : `: ${visible(tokenError.scope)}`}. Ask the identity provider for it.`
  }
  return 'The token may be expired, not yet valid, made for another audience, or signed by an issuer that the broker does not trust; its log tells which.'
}

function failure(
  code: 'SASL_MESSAGE_INVALID' | 'ILLEGAL_SASL_STATE' | 'TOKEN_REJECTED' | 'EXTENSIONS_REFUSED',
  message: string,
  details: { readonly tokenError?: TokenError | undefined; readonly hint?: string | undefined } = {},
): AuthenticationError {
  const { tokenError, hint } = details
  return new AuthenticationError(code, message, { mechanism: NAME, phase: 'sasl-exchange', tokenError, hint })
}
