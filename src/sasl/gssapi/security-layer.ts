import { AuthenticationError } from '../../errors.js'

/**
 * The end of a GSSAPI exchange, within wrapped messages (RFC 4752, section 3): which security layers there are, which one
 * is taken. Kafka has none after the login, so both sides say so.
 */

/** The bit for "no security layer". */
const NO_LAYER = 1

/** The server's offer: no layer, and so no size. */
export const OFFER: Uint8Array = Uint8Array.of(NO_LAYER, 0, 0, 0)

/** @throws AuthenticationError (`SASL_MESSAGE_INVALID`) for a server that insists on a layer. */
export function checkOffer(offer: Uint8Array): void {
  if (offer.length !== 4) throw invalid(`The server's offer of security layers has ${offer.length} bytes instead of 4`)
  if (((offer[0] ?? 0) & NO_LAYER) === 0) throw invalid('The server offers no exchange without a security layer')
}

/** The client's choice: no layer, size 0, and whom it wants to be. */
export function formatChoice(authorizationId: string): Uint8Array {
  return Buffer.concat([OFFER, Buffer.from(authorizationId)])
}

/** @throws AuthenticationError (`SASL_MESSAGE_INVALID`) for a choice of what was not offered. */
export function checkChoice(choice: Uint8Array): void {
  if (choice.length < 4)
    throw invalid(`The client's choice of a security layer has ${choice.length} bytes instead of 4 or more`)
  if (choice[0] !== NO_LAYER) throw invalid('The client chose a security layer that was not offered')
}

function invalid(text: string): AuthenticationError {
  return new AuthenticationError('SASL_MESSAGE_INVALID', text, { mechanism: 'GSSAPI', phase: 'sasl-exchange' })
}
