import { AuthenticationError, OttlaError, UsageError } from '../../errors.js'
import type { CredentialRequest } from '../credentials.js'
import { chain, chainOrFail } from '../maybe-promise.js'
import type { ExtensionsInput, MaybePromise } from '../mechanism.js'

/** What a login with OAUTHBEARER needs, all of one moment: a refresh swaps token and extensions together. */
export interface BearerToken {
  /** The token in its compact form. Secret. */
  readonly token: string
  /** When it began, in ms since the epoch: a refresh counts from there, else from when it was fetched. */
  readonly startsAt?: number | undefined
  /** When it ends, in ms since the epoch. */
  readonly expiresAt?: number | undefined
  /** Whom it is for, as far as the source knows. */
  readonly principal?: string | undefined
  /**
   * Sent beside the token (KIP-342). They carry no signature: let no security decision rest on them alone.
   */
  readonly extensions?: ExtensionsInput | undefined
}

/** Gets a token; asked again for every login and re-authentication. */
export type TokenFunction = (request: CredentialRequest) => MaybePromise<string | BearerToken>

/** An object that gets tokens, for instance one that refreshes them ahead of their end. */
export interface TokenSource {
  token(request: CredentialRequest): MaybePromise<string | BearerToken>
  /** A broker has rejected this token: a source that keeps tokens should not give it again. */
  rejected?(token: string): void
}

/** One source of all kinds of tokens, which adds extensions from elsewhere to tokens that have none. */
export function tokenSource(options: {
  readonly token: string | BearerToken | TokenFunction | TokenSource
  readonly extensions?: ExtensionsInput | ((request: CredentialRequest) => MaybePromise<ExtensionsInput>)
}): TokenSource {
  const { extensions } = options
  const source = asSource(options.token)
  if (extensions === undefined) return source
  const get = typeof extensions === 'function' ? extensions : () => extensions
  return {
    token: (request) =>
      chain(source.token(request), (given) => {
        const token = typeof given === 'string' ? { token: given } : given
        // Nothing to add to: whoever sends the token says what is wrong with it.
        if (typeof token !== 'object' || token === null || token.extensions !== undefined) return token
        return chainOrFail(
          () => get(request),
          (found) => ({ ...token, extensions: found }),
          extensionsUnavailable,
        )
      }),
    rejected: (token) => source.rejected?.(token),
  }
}

function asSource(token: string | BearerToken | TokenFunction | TokenSource): TokenSource {
  if (typeof token === 'function') return { token }
  if (typeof token === 'object' && typeof token.token === 'function') return token as TokenSource
  return { token: () => token as string | BearerToken }
}

function extensionsUnavailable(cause: unknown): OttlaError {
  if (cause instanceof AuthenticationError || cause instanceof UsageError) return cause
  const retriable = cause instanceof OttlaError && cause.retriable
  const details = { mechanism: 'OAUTHBEARER', phase: 'sasl-exchange', cause, retriable } as const
  return new AuthenticationError('CREDENTIALS_UNAVAILABLE', 'SASL extensions could not be obtained', details)
}
