import { AuthenticationError, OttlaError, UsageError } from '../errors.js'
import { chainOrFail, isPromise } from './maybe-promise.js'
import type { MaybePromise, Peer } from './mechanism.js'

/** For whom a credential is wanted, and until when: `signal` aborts when the login's deadline has passed. */
export interface CredentialRequest {
  readonly mechanism: string
  readonly host: string
  readonly port: number
  readonly signal: AbortSignal
}

/** A credential, or a function that gets it; the function is asked again for every login and re-authentication. */
export type Credential = string | ((request: CredentialRequest) => MaybePromise<string>)

export interface UserPassword {
  readonly username: string
  readonly password: string
}

/** A user name and a password: each a value or a function, or both together from one function that changes them at once. */
export type PasswordLogin =
  | { readonly username: Credential; readonly password: Credential; readonly credentials?: undefined }
  | {
      readonly credentials: (request: CredentialRequest) => MaybePromise<UserPassword>
      readonly username?: undefined
      readonly password?: undefined
    }

/** Complains about what is no login at all, before anything is dialled. */
export function checkPasswordLogin(login: PasswordLogin, mechanism: string): void {
  if (login.credentials !== undefined) {
    if (typeof login.credentials === 'function') return
    throw invalid(mechanism, 'credentials must be a function')
  }
  checkCredential(mechanism, 'username', login.username)
  checkCredential(mechanism, 'password', login.password)
}

function checkCredential(mechanism: string, name: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'function') return
  throw invalid(mechanism, `${name} must be a string or a function, not ${value === null ? 'null' : typeof value}`)
}

/** Gets user name and password; synchronously if they are values. */
export function resolvePasswordLogin<T>(
  login: PasswordLogin,
  request: CredentialRequest,
  use: (credentials: UserPassword) => MaybePromise<T>,
): MaybePromise<T> {
  const { mechanism } = request
  return chainOrFail(
    () => (login.credentials !== undefined ? login.credentials(request) : both(login, request)),
    (credentials) => {
      const { username, password } = Object(credentials) as Partial<Record<keyof UserPassword, unknown>>
      if (typeof username !== 'string' || typeof password !== 'string') {
        throw new AuthenticationError(
          'CREDENTIALS_UNAVAILABLE',
          `The credentials for ${mechanism} must be strings: username is ${typeof username}, password is ${typeof password}`,
          { mechanism, phase: 'sasl-exchange', hint: 'Is a secret missing in the environment or the vault?' },
        )
      }
      return use({ username, password })
    },
    (cause) => credentialsUnavailable(mechanism, cause),
  )
}

/**
 * The error for a credential function that threw or rejected. One of our own about logins says itself what it means; one
 * of a connection is about another connection than that which is to log in, to a vault for instance.
 */
export function credentialsUnavailable(mechanism: string, cause: unknown): OttlaError {
  if (cause instanceof AuthenticationError || cause instanceof UsageError) return cause
  const text = cause instanceof Error ? cause.message : 'it threw no Error'
  return new AuthenticationError(
    'CREDENTIALS_UNAVAILABLE',
    `The credentials for ${mechanism} could not be obtained: ${text}`,
    {
      mechanism,
      phase: 'sasl-exchange',
      cause,
      retriable: cause instanceof OttlaError && cause.retriable,
      hint: 'The function given for the credentials failed; nothing was sent to the broker but the name of the mechanism.',
    },
  )
}

function both(
  login: { readonly username: Credential; readonly password: Credential },
  request: CredentialRequest,
): MaybePromise<UserPassword> {
  const username = typeof login.username === 'function' ? login.username(request) : login.username
  const password = typeof login.password === 'function' ? login.password(request) : login.password
  if (!isPromise(username) && !isPromise(password)) return { username, password }
  return Promise.all([username, password]).then(([name, secret]) => ({ username: name, password: secret }))
}

/** What a credential function is told. */
export function credentialRequest(mechanism: string, peer: Peer, signal: AbortSignal): CredentialRequest {
  return { mechanism, host: peer.host, port: peer.port, signal }
}

function invalid(mechanism: string, text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', `${mechanism}: ${text}`)
}
