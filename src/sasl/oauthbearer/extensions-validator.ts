import { UsageError } from '../../errors.js'
import type { SaslExtensions } from '../extensions.js'
import type { MaybePromise, OAuthBearerToken, Peer } from '../mechanism.js'

/**
 * Decides which of the extensions that a client sent a server may use (KIP-342); asked after the token was accepted, also
 * if the client sent none. An extension that it neither calls valid nor an error is ignored (RFC 7628, section 3.1):
 * the login goes on, and nobody gets to see it. Whatever it throws refuses the login.
 *
 * Extensions carry no signature: let no security decision rest on them alone.
 *
 * Kafka: a server callback handler that knows `OAuthBearerExtensionsValidatorCallback`.
 */
export type OAuthBearerExtensionsValidator = (context: ExtensionsValidation) => MaybePromise<void>

/** One login's extensions, and what was decided on them. */
export class ExtensionsValidation {
  /** The token of the client, already accepted. */
  readonly token: OAuthBearerToken
  /** What the client sent: names and values keep to the grammar, nothing more is known of them. */
  readonly inputExtensions: SaslExtensions
  /** The other end of the connection. */
  readonly peer: Peer | undefined
  readonly #validated = new Map<string, string>()
  readonly #invalid = new Map<string, string>()

  constructor(token: OAuthBearerToken, inputExtensions: SaslExtensions, peer?: Peer) {
    this.token = token
    this.inputExtensions = inputExtensions
    this.peer = peer
  }

  /**
   * The extension may be used: `negotiatedProperty(name)` gives it. (KIP-342 calls this `validate`, Kafka's code `valid`.)
   *
   * @throws UsageError (`INVALID_ARGUMENT`) if the client sent none of that name.
   */
  valid(name: string): void {
    const value = this.inputExtensions.get(name)
    if (value === undefined) {
      throw new UsageError('INVALID_ARGUMENT', `Extension ${name} was not found in the original extensions`)
    }
    this.#validated.set(name, value)
  }

  /**
   * Refuses the login. The client reads `message`. May also name an extension that the client did not send, for instance
   * one that is required; decides over {@link valid} for the same name.
   *
   * @throws UsageError (`INVALID_ARGUMENT`) for an empty name.
   */
  error(name: string, message: string): void {
    if (name === '') throw new UsageError('INVALID_ARGUMENT', 'extension name must not be empty')
    this.#invalid.set(name, message)
  }

  /** @internal What was decided, without copies. */
  static outcomeOf(validation: ExtensionsValidation): {
    readonly validated: ReadonlyMap<string, string>
    readonly invalid: ReadonlyMap<string, string>
  } {
    return { validated: validation.#validated, invalid: validation.#invalid }
  }

  /** Names and values that were called valid. */
  get validatedExtensions(): ReadonlyMap<string, string> {
    return new Map(this.#validated)
  }

  /** Names and messages that were called an error. */
  get invalidExtensions(): ReadonlyMap<string, string> {
    return new Map(this.#invalid)
  }

  /** Names and values on which nothing was said. */
  get ignoredExtensions(): ReadonlyMap<string, string> {
    return new Map([...this.inputExtensions].filter(([name]) => !this.#validated.has(name) && !this.#invalid.has(name)))
  }
}
