import { AuthenticationError } from '../errors.js'

/**
 * What SCRAM and OAUTHBEARER share: the name syntax of their GS2 header (RFC 5801, section 4; RFC 5802, section 7).
 *
 * Kafka's Java classes allow ASCII only, and so a name with other characters is refused by a Java broker; every message
 * is read as UTF-8 first, where broken bytes become U+FFFD, which matches nowhere.
 */

/** ASCII without NUL, comma and equals sign; those two as `=2C` and `=3D`. Every character decides: linear. */
export const SASLNAME = '(?:[\\x01-\\x2b\\x2d-\\x3c\\x3e-\\x7f]|=2C|=3D)+'

/** Escapes a user name for a message: the equals sign first, else the escape of the comma would be escaped again. */
export function encodeSaslName(username: string): string {
  return username.replaceAll('=', '=3D').replaceAll(',', '=2C')
}

/**
 * The user name behind an escaped one.
 *
 * @throws AuthenticationError (`SASL_MESSAGE_INVALID`) for an equals sign that begins no escape.
 */
export function decodeSaslName(saslName: string): string {
  const commas = saslName.replaceAll('=2C', ',')
  if (/=(?!3D)/.test(commas)) {
    throw new AuthenticationError('SASL_MESSAGE_INVALID', `Invalid username: ${saslName}`)
  }
  return commas.replaceAll('=3D', '=')
}

/** The text of a message, without a copy of its bytes. Bytes that are no UTF-8 become U+FFFD. */
export function utf8(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString('utf8')
}
