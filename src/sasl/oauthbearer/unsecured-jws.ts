import { AuthenticationError, UsageError } from '../../errors.js'
import { SaslRefusal } from '../mechanism.js'

/** Unsecured JSON Web Signatures (RFC 7515, appendix A.5), by the rules and with the texts of Kafka's `OAuthBearerUnsecuredJws`. */

/** A token that nobody signed: whoever makes it says what he likes. For development and tests only. */
export interface UnsecuredJws {
  readonly principalName: string
  /** In ms since the epoch, from the claim `exp`. */
  readonly lifetimeMs: number
  /** In ms since the epoch, from the claim `iat`. */
  readonly startTimeMs?: number | undefined
  readonly scope: readonly string[]
  readonly claims: Readonly<Record<string, unknown>>
}

export interface UnsecuredJwsOptions {
  /** Default: `sub`. */
  readonly principalClaimName?: string | undefined
  /** Default: `scope`. */
  readonly scopeClaimName?: string | undefined
  /**
   * `kafka` takes only the standard alphabet of base64, and so refuses every token with `-` or `_`, and closes the
   * connection without an answer for a header without `alg`. Default: `none`.
   */
  readonly quirks?: 'none' | 'kafka' | undefined
}

/**
 * Reads a token and checks its form; whether it has expired is for a validator to say.
 *
 * @throws AuthenticationError (`TOKEN_REJECTED`) with Kafka's text; the token is not in it.
 */
export function parseUnsecuredJws(token: string, options: UnsecuredJwsOptions = {}): UnsecuredJws {
  const kafka = options.quirks === 'kafka'
  if (token.includes('..')) throw illegal("Malformed compact serialization contains '..'")
  const parts = token.split('.')
  const [header, payload, signature] = parts
  if (header === undefined || payload === undefined || signature === undefined || parts.length > 3) {
    throw illegal('Unsecured JWS compact serializations must have 3 dot-separated Base64URL-encoded values')
  }
  const alg = header === PLAIN_HEADER ? 'none' : jsonFields(header, kafka)['alg']
  const claims = jsonFields(payload, kafka)
  if (alg === undefined) {
    const reason = 'JWS header must have an Algorithm value'
    throw kafka ? new SaslRefusal({ reply: 'close-now', reason }) : illegal(reason)
  }
  if (alg !== 'none') throw illegal("Unsecured JWS must have 'none' for an algorithm")
  if (signature !== '') throw illegal('Unsecured JWS must not contain a digital signature')
  const principalClaim = claimName(options.principalClaimName ?? 'sub', 'principal')
  const scope = scopeOf(claims, claimName(options.scopeClaimName ?? 'scope', 'scope'))
  const lifetimeMs = timeOf(claims, 'exp')
  if (lifetimeMs === undefined) throw illegal('No expiration time in JWT')
  const principalName = claims[principalClaim]
  if (principalName !== undefined && typeof principalName !== 'string')
    throw wrongType(principalClaim, 'String', principalName)
  if (principalName === undefined || principalName.trim() === '')
    throw illegal(`No principal name in JWT claim: ${principalClaim}`)
  return { principalName, lifetimeMs, startTimeMs: timeOf(claims, 'iat'), scope, claims }
}

/** `{"alg":"none"}`, as nearly every such token begins. */
const PLAIN_HEADER = 'eyJhbGciOiJub25lIn0'

/** The fields of a part of a token, each value as Kafka takes it. @throws AuthenticationError (`TOKEN_REJECTED`) with Kafka's text. */
export function jsonFields(part: string, kafka: boolean): Readonly<Record<string, unknown>> {
  const alphabet = kafka ? STANDARD_BASE64 : ANY_BASE64
  if (!alphabet.test(part) || !hasWholeBytes(part)) throw illegal('malformed Base64 URL encoded value')
  const json = parseFirst(Buffer.from(part, 'base64').toString('utf8'))
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {}
  const claims = json as Record<string, unknown>
  if (isSimple(claims)) return claims
  // A claim may be called __proto__: fromEntries makes an own property of it.
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimValue(value)]))
}

const STANDARD_BASE64 = /^[A-Za-z0-9+/]*={0,2}$/
const ANY_BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

/** Whether every value is one that Kafka leaves as it is. */
function isSimple(claims: Readonly<Record<string, unknown>>): boolean {
  for (const name in claims) {
    const value = claims[name]
    if (typeof value !== 'string' && typeof value !== 'number') return false
  }
  return true
}

/** The first value of a text; nothing for a blank one. */
function parseFirst(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Seldom: blank, or with something behind the value.
  }
  const first = firstValue(text)
  if (first === '') return undefined
  try {
    return JSON.parse(first)
  } catch {
    throw illegal('malformed JSON')
  }
}

/** Of four characters one alone is never left over, and padding, where there is any, fills up the four. */
function hasWholeBytes(base64: string): boolean {
  return base64.endsWith('=') ? base64.length % 4 === 0 : base64.length % 4 !== 1
}

/** The first JSON object or array of a text: Kafka's reader does not look at what follows it. */
function firstValue(text: string): string {
  const trimmed = text.trimStart()
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) return trimmed
  let depth = 0
  let quoted = false
  for (let i = 0; i < trimmed.length; i++) {
    const character = trimmed[i]
    if (quoted) {
      if (character === '\\') i++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return trimmed.slice(0, i + 1)
  }
  return trimmed
}

/** Numbers stay, lists become lists of texts, everything else becomes a text; an object becomes an empty one. */
function claimValue(value: unknown): string | number | string[] {
  if (typeof value === 'number') return value
  return Array.isArray(value) ? value.map(asText) : asText(value)
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? '' : String(value)
}

function scopeOf(claims: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const claim = claims[name]
  if (claim === undefined) return []
  if (typeof claim === 'number') throw wrongType(name, 'List', claim)
  const elements = (Array.isArray(claim) ? claim : [claim]).map((element) => asText(element).trim())
  return [...new Set(elements.filter((element) => element !== ''))]
}

/** A time in ms; a fraction of a millisecond is rounded, half up. */
function timeOf(claims: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const seconds = claims[name]
  if (seconds === undefined) return undefined
  if (typeof seconds !== 'number') throw wrongType(name, 'Number', seconds)
  const limit = Number.MAX_SAFE_INTEGER
  return Math.min(limit, Math.max(-limit, Math.round(seconds * 1000)))
}

function claimName(name: string, which: 'principal' | 'scope'): string {
  const trimmed = name.trim()
  if (trimmed === '') throw new UsageError('INVALID_ARGUMENT', `Must specify a non-blank ${which} claim name`)
  return trimmed
}

function wrongType(claim: string, wanted: string, value: unknown): AuthenticationError {
  return illegal(`The '${claim}' claim was not of type ${wanted}: ${javaType(value)}`)
}

function javaType(value: unknown): string {
  if (Array.isArray(value)) return 'ArrayList'
  if (typeof value !== 'number') return 'String'
  if (!Number.isSafeInteger(value)) return 'Double'
  return Math.abs(value) < 2 ** 31 ? 'Integer' : 'Long'
}

function illegal(text: string): AuthenticationError {
  return new AuthenticationError('TOKEN_REJECTED', text, { mechanism: 'OAUTHBEARER' })
}

/** A claim name from an option: trimmed; a blank one is as good as none. */
export function blankIs(byDefault: string, option: string | undefined): string {
  const name = option?.trim() ?? ''
  return name === '' ? byDefault : name
}
