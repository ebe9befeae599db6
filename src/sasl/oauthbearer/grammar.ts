import { AuthenticationError, UsageError } from '../../errors.js'
import { SaslExtensions } from '../extensions.js'
import { SASLNAME, utf8 } from '../gs2.js'

/**
 * The client's first message of OAUTHBEARER (RFC 7628, section 3.1), as Kafka's `OAuthBearerClientInitialResponse` reads
 * and writes it (KIP-342). Anchored expressions in which every character decides: linear time.
 */

/** Kafka's limit for a frame before the login: more cannot arrive, unless a server was told to take more. */
const MAX_MESSAGE_BYTES = 524_288

const KEY = '[A-Za-z]+'
const VALUE = '[\\x21-\\x7e \\t\\r\\n]+'

const GS2_HEADER = new RegExp(`^n,(?:a=(${SASLNAME}))?,\\x01`)
const AUTH = /^(\w+) +([-_~+/.a-zA-Z0-9]+=*)$/
const TOKEN = /^[-_~+/.a-zA-Z0-9]+=*$/
const EXTENSION_NAME = new RegExp(`^${KEY}$`)
const EXTENSION_VALUE = new RegExp(`^${VALUE}$`)

/** Reserved by RFC 7628 for what HTTP would send in its Authorization header. */
const AUTH_KEY = 'auth'

/** What a client sends first. */
export interface ClientInitialResponse {
  /** The bearer token. Secret. */
  readonly token: string
  /** As it stands in the message, that is with `=2C` for a comma and `=3D` for an equals sign; empty if none. */
  readonly authorizationId: string
  readonly extensions: SaslExtensions
}

/**
 * Reads a client's first message. Of a key that comes twice, the last one counts.
 *
 * @throws AuthenticationError (`SASL_MESSAGE_INVALID`) with Kafka's text.
 */
export function parseClientInitialResponse(message: Uint8Array): ClientInitialResponse {
  const text = message.length > MAX_MESSAGE_BYTES ? '' : utf8(message)
  const header = GS2_HEADER.exec(text)
  if (header === null) throw invalid('')
  const [{ length }, authorizationId = ''] = header
  const extensions = new Map<string, string>()
  let auth: RegExpExecArray | null | undefined
  let from = length
  for (let to: number; (to = text.indexOf('\x01', from)) > from; from = to + 1) {
    const pair = text.slice(from, to)
    const equals = pair.indexOf('=')
    const key = pair.slice(0, Math.max(0, equals))
    const value = pair.slice(equals + 1)
    // What AUTH matches is a value: the token, the longest by far, is gone through once.
    const credentials = key === AUTH_KEY ? AUTH.exec(value) : null
    if (credentials === null && !(EXTENSION_NAME.test(key) && EXTENSION_VALUE.test(value))) throw invalid('')
    if (key === AUTH_KEY) auth = credentials
    else extensions.set(key, value)
  }
  if (text.slice(from) !== '\x01') throw invalid('')
  if (auth === undefined) throw invalid(": 'auth' not specified")
  if (auth === null) throw invalid(": invalid 'auth' format")
  const [, scheme = '', token = ''] = auth
  if (scheme.toLowerCase() !== 'bearer') throw new SchemeError(scheme)
  return { token, authorizationId, extensions: SaslExtensions.owning(extensions) }
}

/** The one fault of a message that Kafka's server answers otherwise than the others. */
export class SchemeError extends AuthenticationError {
  constructor(scheme: string) {
    // Whoever writes the token where the scheme should be must not find it in a log.
    const shown = /^[A-Za-z]{1,9}$/.test(scheme) ? scheme : `${scheme.length} characters`
    super('SASL_MESSAGE_INVALID', `Invalid scheme in OAUTHBEARER client first message: ${shown}`)
  }
}

/**
 * Writes a client's first message. Without extensions these are the bytes of the time before KIP-342.
 *
 * Neither token nor authorization id is checked here: the mechanism does it for the one and never sends the other.
 *
 * @throws AuthenticationError (`SASL_MESSAGE_INVALID`) for an extension that cannot be sent.
 */
export function formatClientInitialResponse(response: {
  readonly token: string
  readonly authorizationId?: string | null | undefined
  readonly extensions?: SaslExtensions | null | undefined
}): Uint8Array {
  const { token, authorizationId, extensions } = response
  if ((token as unknown) === null || (token as unknown) === undefined) {
    throw new UsageError('INVALID_ARGUMENT', 'token value must not be null')
  }
  validateExtensions(extensions)
  const name = authorizationId ? `a=${authorizationId}` : ''
  let text = `n,${name},\x01auth=Bearer ${token}`
  if (extensions) for (const [key, value] of extensions) text += `\x01${key}=${value}`
  return Buffer.from(`${text}\x01\x01`)
}

/**
 * Checks names and values of extensions (RFC 7628, section 3.1): letters, and anything printable in ASCII with blank,
 * TAB, CR and LF. `auth` is reserved, exactly so; `Auth` is a name like any other.
 *
 * @throws AuthenticationError (`SASL_MESSAGE_INVALID`) with Kafka's text.
 */
export function validateExtensions(extensions: SaslExtensions | null | undefined): void {
  if (!extensions) return
  if (extensions.has(AUTH_KEY))
    throw new AuthenticationError('SASL_MESSAGE_INVALID', `Extension name ${AUTH_KEY} is invalid`)
  for (const [name, value] of extensions) {
    if (!EXTENSION_NAME.test(name)) {
      throw new AuthenticationError('SASL_MESSAGE_INVALID', `Extension name ${name} is invalid`)
    }
    if (!EXTENSION_VALUE.test(value)) {
      throw new AuthenticationError(
        'SASL_MESSAGE_INVALID',
        `Extension value (${value}) for extension ${name} is invalid`,
      )
    }
  }
}

/** Whether a text can be sent as a bearer token (RFC 6750, section 2.1). */
export function isBearerToken(token: string): boolean {
  return TOKEN.test(token)
}

function invalid(text: string): AuthenticationError {
  return new AuthenticationError('SASL_MESSAGE_INVALID', `Invalid OAUTHBEARER client first message${text}`)
}
