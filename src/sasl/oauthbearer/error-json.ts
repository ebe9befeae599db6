import type { TokenError } from '../../errors.js'
import { utf8 } from '../gs2.js'
import { visible } from '../visible.js'

/**
 * The server's error challenge (RFC 7628, section 3.2.2): JSON in which a server says why it rejects a token.
 */

/** Writes it: valid JSON, or with `kafka` as Kafka does, which escapes nothing. */
export function formatTokenError(error: TokenError, style: 'json' | 'kafka'): string {
  const quote = (text: string): string => (style === 'kafka' ? `"${text}"` : JSON.stringify(text))
  let text = `{"status":${quote(error.status)}`
  if (error.scope !== undefined) text += `, "scope":${quote(error.scope)}`
  if (error.openidConfiguration !== undefined) text += `, "openid-configuration":${quote(error.openidConfiguration)}`
  return `${text}}`
}

/** What of a foreign server's text goes into errors. */
const MAX_TEXT = 2048

/** More is not read as JSON. */
const MAX_JSON = 65_536

/**
 * Reads it; a text that is no such JSON is only shown.
 *
 * @param hide takes secrets out of what the server says; before anything is cut off, since of half a token nobody knows
 * what it is
 */
export function parseTokenError(
  challenge: Uint8Array,
  hide: (text: string) => string,
): { tokenError: TokenError | undefined; text: string } {
  const whole = utf8(challenge)
  const shown = hide(whole)
  const text = visible(shown.length > MAX_TEXT ? `${shown.slice(0, MAX_TEXT)}…` : shown)
  let json: unknown
  try {
    json = JSON.parse(challenge.length > MAX_JSON ? '' : whole)
  } catch {
    return { tokenError: undefined, text }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { tokenError: undefined, text }
  const member = (name: string): string | undefined => {
    const value: unknown = Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined
    return typeof value === 'string' ? visible(hide(value).slice(0, MAX_TEXT)) : undefined
  }
  const status = member('status')
  if (status === undefined) return { tokenError: undefined, text }
  return { tokenError: { status, scope: member('scope'), openidConfiguration: member('openid-configuration') }, text }
}
