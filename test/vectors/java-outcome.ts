import assert from 'node:assert/strict'
import { OttlaError } from 'ottla'
import { SaslRefusal } from 'ottla/sasl'

/** What Java's exceptions are called here: the codes of errors and the replies of refusals that a class may stand for. */
const classes: Readonly<Record<string, readonly string[]>> = {
  SaslException: [
    'generic',
    'SASL_MESSAGE_INVALID',
    'SERVER_NOT_AUTHENTIC',
    'AUTHENTICATION_FAILED',
    'CREDENTIALS_UNAVAILABLE',
    'INVALID_ARGUMENT',
  ],
  SaslAuthenticationException: ['text'],
  IllegalSaslStateException: ['close-delayed', 'ILLEGAL_SASL_STATE'],
  IllegalStateException: ['ILLEGAL_STATE'],
  IllegalArgumentException: ['close-now', 'INVALID_ARGUMENT', 'SASL_MESSAGE_INVALID'],
  NullPointerException: ['close-now', 'INVALID_ARGUMENT'],
  LoginException: ['CREDENTIALS_UNAVAILABLE'],
  IOException: ['INVALID_ARGUMENT'],
  OAuthBearerConfigException: ['INVALID_ARGUMENT'],
  ConfigException: ['INVALID_ARGUMENT'],
  NoMatchingRule: ['INVALID_ARGUMENT'],
  BadFormatString: ['INVALID_ARGUMENT'],
  OAuthBearerIllegalTokenException: ['TOKEN_REJECTED'],
}

export interface Thrown {
  readonly class: string
  readonly message: string | null
  readonly jvmText?: boolean
}

/** The vectors' way to write a text or bytes. */
export interface Text {
  readonly utf8?: string
  readonly hex?: string
}

export function bytesOf(text: Text): Buffer {
  return text.hex === undefined ? Buffer.from(text.utf8 ?? '') : Buffer.from(text.hex, 'hex')
}

/** Does something and compares its result, or its error, with `{ ok }` or `{ throws }`. */
export async function assertOutcome(expected: unknown, run: () => unknown): Promise<void> {
  const { ok, throws } = expected as { ok?: unknown; throws?: Thrown }
  if (throws === undefined) assert.deepStrictEqual(plain(await run()), ok)
  else assertThrown(throws, await errorOf(run))
}

/** What it throws; fails if it does not. */
export async function errorOf(run: () => unknown): Promise<unknown> {
  try {
    await run()
  } catch (error) {
    return error
  }
  return assert.fail('nothing was thrown')
}

export function assertThrown(expected: Thrown, error: unknown): void {
  assert.ok(error instanceof SaslRefusal || error instanceof OttlaError, `a foreign error: ${String(error)}`)
  const kind = error instanceof SaslRefusal ? error.reply : error.code
  const kinds = classes[expected.class] ?? []
  assert.ok(
    kinds.includes(kind),
    `${expected.class} is expected (${kinds.join(', ')}), this is ${kind}: ${error.message}`,
  )
  // Of a regular expression in Kafka that asks for a group that it has not.
  const fromJvm = expected.jvmText === true || (expected.message ?? '').startsWith('No group with name')
  if (fromJvm || expected.message === null) return
  const text = error instanceof SaslRefusal ? (error.publicText ?? error.reason) : error.message
  assert.equal(text, expected.message)
}

/** As JSON has it: maps as objects, sets as arrays, what is not there as null. */
export function plain(value: unknown): unknown {
  if (value === undefined) return null
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, inner]) => [String(name), plain(inner)]))
  if (value instanceof Set || Array.isArray(value)) return Array.from(value, plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}
