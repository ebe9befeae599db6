/**
 * The error family: few classes, many codes.
 *
 * Codes are stable and documented; texts are not. Hints live with the phase that knows them, never here.
 */

/** Where in the life of a connection an error arose. */
export type Phase =
  'dns' | 'tcp' | 'tls' | 'api-versions' | 'sasl-handshake' | 'sasl-exchange' | 'request' | 're-authentication'

/** Stable names of all that can go wrong on a connection's way or on an established connection. */
export type ConnectionErrorCode =
  | 'DNS_NOT_FOUND'
  | 'DNS_FAILED'
  | 'CONNECTION_REFUSED'
  | 'CONNECTION_RESET'
  | 'CONNECTION_CLOSED'
  | 'CONNECTION_FAILED'
  | 'CONNECT_TIMEOUT'
  | 'TLS_FAILED'
  | 'TLS_NOT_SPOKEN'
  | 'TLS_EXPECTED'
  | 'TLS_CERTIFICATE_UNTRUSTED'
  | 'TLS_CERTIFICATE_EXPIRED'
  | 'TLS_HOSTNAME_MISMATCH'
  | 'TLS_CLIENT_CERTIFICATE_REFUSED'
  | 'NOT_KAFKA'
  | 'REQUEST_TIMEOUT'
  | 'ABORTED'
  | 'QUEUE_FULL'
  | 'IDLE'
  | 'SHUTDOWN'

/** Stable names of all that can go wrong while proving who one is. */
export type AuthenticationErrorCode =
  | 'AUTHENTICATION_FAILED'
  | 'AUTHENTICATION_LOST'
  | 'UNSUPPORTED_MECHANISM'
  | 'ILLEGAL_SASL_STATE'
  | 'TOKEN_REJECTED'
  | 'EXTENSIONS_REFUSED'
  | 'SERVER_NOT_AUTHENTIC'
  | 'SASL_MESSAGE_INVALID'
  | 'CREDENTIALS_UNAVAILABLE'
  | 'PRINCIPAL_CHANGED'

/** Stable names of violations of Kafka's protocol. */
export type ProtocolErrorCode =
  'DECODE_FAILED' | 'ENCODE_FAILED' | 'FRAME_TOO_LARGE' | 'FRAME_TOO_SMALL' | 'OUT_OF_SYNC' | 'UNSUPPORTED_VERSION'

/** Stable names of mistakes of the calling program. */
export type UsageErrorCode = 'INVALID_ARGUMENT' | 'PLAINTEXT_REFUSED' | 'ILLEGAL_STATE' | 'UNSUPPORTED' | 'MISSING_PEER'

/** `BROKER_ERROR` for an error code in a response; {@link BrokerError.errorCode} tells which. */
export type BrokerErrorCode = 'BROKER_ERROR'

export type ErrorCode =
  ConnectionErrorCode | AuthenticationErrorCode | ProtocolErrorCode | UsageErrorCode | BrokerErrorCode

/** Why a connection came to its end. */
export type CloseReasonName =
  | 'peer-closed'
  | 'reset'
  | 'timeout'
  | 'out-of-sync'
  | 'protocol-error'
  | 'idle'
  | 'authentication-refused'
  | 'authentication-lost'
  | 'connect-failed'
  | 'shutdown'
  | 'aborted'

export interface ErrorDetails {
  /** What led to this error. */
  readonly cause?: unknown
  readonly phase?: Phase | undefined
  /** The broker, as `host:port`. */
  readonly broker?: string | undefined
  /** The likely mistake and the way out, for a person. */
  readonly hint?: string | undefined
  /** Whether trying again, unchanged, may succeed. Default: false, true for most {@link ConnectionError}s. */
  readonly retriable?: boolean | undefined
  /** Why the connection came to its end, if that is what this error is about. */
  readonly reason?: CloseReasonName | undefined
}

/** Sets what is known. What is not is no property at all: an error that prints four times `undefined` explains less. */
function describe(error: OttlaError, details: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(details)) {
    if (value !== undefined)
      Object.defineProperty(error, name, { value, enumerable: true, configurable: true, writable: true })
  }
}

/** The text of what was thrown: that may be anything, also what cannot be made a text or throws when it is looked at. */
export function thrownText(thrown: unknown): string {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown)
  } catch {
    return 'something that has no text'
  }
}

/** Everything that Ottla throws or rejects with. */
export class OttlaError extends Error {
  readonly code: ErrorCode
  declare readonly phase: Phase | undefined
  declare readonly broker: string | undefined
  declare readonly hint: string | undefined
  readonly retriable: boolean
  declare readonly reason: CloseReasonName | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.retriable = details.retriable ?? false
    const { phase, broker, hint, reason } = details
    describe(this, { phase, broker, hint, reason })
  }

  static {
    this.prototype.name = 'OttlaError'
  }
}

/** Which request an error is about. */
export interface RequestDetails {
  /** `Metadata`, for instance. */
  readonly api: string
  readonly version: number
  readonly correlationId: number
  /** Milliseconds since `send()` was called. */
  readonly elapsed: number
  /** Whether the request had been given to the socket: if not, the broker cannot have acted on it. */
  readonly written: boolean
}

/** The network, the connection or its end. Retriable unless said otherwise. */
export class ConnectionError extends OttlaError {
  declare readonly code: ConnectionErrorCode
  /** The request that failed, where one did. */
  declare readonly request: RequestDetails | undefined

  constructor(
    code: ConnectionErrorCode,
    message: string,
    details: ErrorDetails & { readonly request?: RequestDetails | undefined } = {},
  ) {
    super(code, message, { ...details, retriable: details.retriable ?? true })
    describe(this, { request: details.request })
  }

  static {
    this.prototype.name = 'ConnectionError'
  }
}

/** Why an OAuth bearer token was rejected (RFC 7628, section 3.2.2). */
export interface TokenError {
  /** `invalid_token` or `insufficient_scope`, for instance. */
  readonly status: string
  /** The scope that a token must have. */
  readonly scope?: string | undefined
  /** Where to learn how to get a better token. */
  readonly openidConfiguration?: string | undefined
}

/** What a token endpoint, a key endpoint or an identity service answered, or why it did not. */
export interface EndpointAnswer {
  /** Its address, without query and credentials. */
  readonly url: string
  /**
   * - `unreachable`: no connection, or it broke
   * - `timeout`: no answer in time
   * - `tls`: its certificate, or ours, was not accepted
   * - `redirect`: it points elsewhere, where no secret is carried
   * - `refused`: it says no, in the words of OAuth (`error`) or by status 401 or 403
   * - `status`: another status than success
   * - `malformed`: not the JSON that it should be
   * - `too-large`: more than is read of any answer
   */
  readonly problem: 'unreachable' | 'timeout' | 'tls' | 'redirect' | 'refused' | 'status' | 'malformed' | 'too-large'
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined
  /** `invalid_client`, for instance (RFC 6749, section 5.2). */
  readonly error?: string | undefined
  readonly errorDescription?: string | undefined
}

export interface AuthenticationDetails extends ErrorDetails {
  readonly mechanism?: string | undefined
  readonly tokenError?: TokenError | undefined
  readonly enabledMechanisms?: readonly string[] | undefined
  readonly endpoint?: EndpointAnswer | undefined
}

/** A login that was refused, could not be tried, or was lost. */
export class AuthenticationError extends OttlaError {
  declare readonly code: AuthenticationErrorCode
  /** The SASL mechanism in use, where one was. */
  declare readonly mechanism: string | undefined
  /** What an OAUTHBEARER server told about a token that it rejected (code `TOKEN_REJECTED`). */
  declare readonly tokenError: TokenError | undefined
  /** The mechanisms that the broker offers, where it told (code `UNSUPPORTED_MECHANISM`). */
  declare readonly enabledMechanisms: readonly string[] | undefined
  /** What the HTTP endpoint that was to give a token or keys answered (code `CREDENTIALS_UNAVAILABLE`). */
  declare readonly endpoint: EndpointAnswer | undefined

  constructor(code: AuthenticationErrorCode, message: string, details: AuthenticationDetails = {}) {
    super(code, message, details)
    const { mechanism, tokenError, enabledMechanisms, endpoint } = details
    describe(this, { mechanism, tokenError, enabledMechanisms, endpoint })
  }

  static {
    this.prototype.name = 'AuthenticationError'
  }
}

/** The peer, or a message, does not keep to Kafka's protocol. */
export class ProtocolError extends OttlaError {
  declare readonly code: ProtocolErrorCode

  constructor(code: ProtocolErrorCode, message: string, details: ErrorDetails = {}) {
    super(code, message, details)
  }

  static {
    this.prototype.name = 'ProtocolError'
  }
}

/** Where in a message coding stopped. */
export interface CodingDetails extends ErrorDetails {
  /** `MetadataResponse`, for instance. */
  readonly api?: string | undefined
  readonly version?: number | undefined
  /** `topics[3].partitions[0].partitionIndex`, for instance. */
  readonly path?: string | undefined
  /** Bytes from the beginning of what was decoded. */
  readonly offset?: number | undefined
}

/** Bytes that are no such message. Never retriable: the same bytes fail again. */
export class DecodeError extends ProtocolError {
  declare readonly api: string | undefined
  declare readonly version: number | undefined
  declare readonly path: string | undefined
  declare readonly offset: number | undefined

  constructor(message: string, details: CodingDetails = {}) {
    super('DECODE_FAILED', message, details)
    const { api, version, path, offset } = details
    describe(this, { api, version, path, offset })
  }

  static {
    this.prototype.name = 'DecodeError'
  }
}

/** A value that cannot be written as such a message. */
export class EncodeError extends ProtocolError {
  declare readonly api: string | undefined
  declare readonly version: number | undefined
  declare readonly path: string | undefined

  constructor(message: string, details: CodingDetails = {}) {
    super('ENCODE_FAILED', message, details)
    const { api, version, path } = details
    describe(this, { api, version, path })
  }

  static {
    this.prototype.name = 'EncodeError'
  }
}

/** The broker answered with an error code. */
export class BrokerError extends OttlaError {
  declare readonly code: BrokerErrorCode
  /** Kafka's error code. */
  readonly errorCode: number
  /** Kafka's name of it, `UNKNOWN_TOPIC_OR_PARTITION` for instance. */
  readonly errorName: string

  constructor(
    error: { readonly errorCode: number; readonly errorName: string },
    message: string,
    details: ErrorDetails = {},
  ) {
    super('BROKER_ERROR', message, details)
    this.errorCode = error.errorCode
    this.errorName = error.errorName
  }

  static {
    this.prototype.name = 'BrokerError'
  }
}

/** The calling program asked for something that cannot be. Never retriable. */
export class UsageError extends OttlaError {
  declare readonly code: UsageErrorCode

  constructor(code: UsageErrorCode, message: string, details: ErrorDetails = {}) {
    super(code, message, details)
  }

  static {
    this.prototype.name = 'UsageError'
  }
}
