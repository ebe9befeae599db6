import { AuthenticationError, OttlaError, UsageError } from '../../errors.js'
import type { ExtensionsInput, MaybePromise } from '../mechanism.js'
import type { BearerToken } from './token-source.js'

/** Logins that share a holder, in two phases, as Kafka's `OAuthBearerLoginModule` and the Subject of Java do it. */

/** What a login is made of. */
export interface TokenLoginOptions {
  /** Gets a token with what belongs to it; null logs in without one. */
  readonly token: (request: { readonly signal: AbortSignal }) => MaybePromise<BearerToken | string | null>
  /** Gets extensions where the token's source has none to give; asked after a token came. Default: none. */
  readonly extensions?: ((request: { readonly signal: AbortSignal }) => MaybePromise<ExtensionsInput>) | undefined
}

/** The committed tokens of several logins, each with its own extensions. */
export class TokenHolder {
  readonly #tokens = new Set<BearerToken>()

  /** In the order in which they were committed. */
  get tokens(): readonly BearerToken[] {
    return [...this.#tokens]
  }

  /** The one that lasts longest; among equals the latest. During a refresh that is the new one. */
  get current(): BearerToken | undefined {
    let best: BearerToken | undefined
    for (const token of this.#tokens) {
      if (best === undefined || (token.expiresAt ?? Infinity) >= (best.expiresAt ?? Infinity)) best = token
    }
    return best
  }

  /** As {@link current}. @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) if there is none. */
  token(): BearerToken {
    const token = this.current
    if (token !== undefined) return token
    throw new AuthenticationError(
      'CREDENTIALS_UNAVAILABLE',
      "No OAuth Bearer tokens in Subject's private credentials",
      {
        mechanism: 'OAUTHBEARER',
        hint: 'The login gave no token, or was not committed, or is logged out.',
      },
    )
  }

  /** @internal */
  add(token: BearerToken): void {
    this.#tokens.add(token)
  }

  /** @internal */
  remove(token: BearerToken): void {
    this.#tokens.delete(token)
  }
}

type State =
  | { readonly name: 'logged-out' }
  | { readonly name: 'logging-in' }
  | { readonly name: 'uncommitted' | 'committed'; readonly token: BearerToken | null }

/**
 * One login into a holder: `login` gets a token that nobody sees, `commit` puts it into the holder, `abort` drops it,
 * `logout` takes out what this login has put in, and nothing else.
 *
 * Kafka: `OAuthBearerLoginModule`, with its texts.
 */
export class TokenLogin {
  readonly #holder: TokenHolder
  readonly #options: TokenLoginOptions
  #state: State = { name: 'logged-out' }

  constructor(holder: TokenHolder, options: TokenLoginOptions) {
    this.#holder = holder
    this.#options = options
  }

  /**
   * @throws UsageError (`ILLEGAL_STATE`) if this login has not been aborted or logged out.
   * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) if no token could be got.
   */
  async login(signal: AbortSignal = new AbortController().signal): Promise<void> {
    this.#expectLoggedOut()
    this.#state = { name: 'logging-in' }
    try {
      const given = await obtain('token', () => this.#options.token({ signal }))
      const token = typeof given === 'string' ? { token: given } : given
      this.#state = { name: 'uncommitted', token: token && (await this.#withExtensions(token, signal)) }
    } finally {
      if (this.#state.name === 'logging-in') this.#state = { name: 'logged-out' }
    }
  }

  /** Whether there was something to commit. */
  commit(): boolean {
    if (this.#state.name !== 'uncommitted') return false
    const { token } = this.#state
    if (token !== null) this.#holder.add(token)
    this.#state = { name: 'committed', token }
    return true
  }

  /** Whether there was something to abort; what is committed stays. */
  abort(): boolean {
    if (this.#state.name !== 'uncommitted') return false
    this.#state = { name: 'logged-out' }
    return true
  }

  /**
   * Whether there was something to log out of.
   *
   * @throws UsageError (`ILLEGAL_STATE`) between `login` and `commit` or `abort`.
   */
  logout(): boolean {
    if (this.#state.name === 'uncommitted') {
      throw illegal('Cannot call logout() immediately after login(); need to first invoke commit() or abort()')
    }
    if (this.#state.name !== 'committed') return false
    if (this.#state.token !== null) this.#holder.remove(this.#state.token)
    this.#state = { name: 'logged-out' }
    return true
  }

  async #withExtensions(token: BearerToken, signal: AbortSignal): Promise<BearerToken> {
    const { extensions } = this.#options
    // A copy, so that this login finds its own again, whoever else holds an equal one.
    if (extensions === undefined) return { ...token }
    return { ...token, extensions: await obtain('SASL extensions', () => extensions({ signal })) }
  }

  #expectLoggedOut(): void {
    const state = this.#state
    const count = this.#holder.tokens.length
    if (state.name === 'logging-in') throw illegal('A login is under way already')
    if (state.name === 'uncommitted') {
      throw illegal(
        state.token === null
          ? 'Already logged in without a token'
          : `Already have an uncommitted token with private credential token count=${count}`,
      )
    }
    if (state.name === 'committed') {
      throw illegal(
        state.token === null
          ? 'Login has already been committed without a token'
          : `Already have a committed token with private credential token count=${count}; must login on another login context or logout here first before reusing the same login context`,
      )
    }
  }
}

/** An error of ours says what it means; anything else is an internal one. */
async function obtain<T>(what: string, get: () => MaybePromise<T>): Promise<T> {
  try {
    return await get()
  } catch (cause) {
    if (cause instanceof OttlaError) throw cause
    const text = `An internal error occurred while retrieving ${what} from callback handler`
    throw new AuthenticationError('CREDENTIALS_UNAVAILABLE', text, { mechanism: 'OAUTHBEARER', cause })
  }
}

function illegal(text: string): UsageError {
  return new UsageError('ILLEGAL_STATE', text)
}
