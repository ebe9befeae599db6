import { AuthenticationError, type OttlaError } from '../errors.js'
import type { Conversation } from '../sasl/conversation.js'
import { located, refused, type LoginPlace } from '../sasl/located.js'
import { visibleName, visibleNames } from '../sasl/visible.js'

/**
 * How a broker says no to a login, and what is made of it:
 *
 * - an error to SaslHandshake, or a list without the mechanism: {@link handshakeRefused}
 * - an error to SaslAuthenticate: {@link tokenRefused}; 58 is the refusal, of which the mechanism may know more
 * - OAUTHBEARER's challenge that says why, and then no answer: {@link refusedBefore}
 * - a hang-up after a bare token: {@link hungUp}
 */

export const unsupportedMechanism = 33
const illegalSaslState = 34

/** @param before what the broker named before it knew a secret; undefined: it knows none yet */
export function handshakeRefused(
  { mechanism, broker }: LoginPlace,
  answer: { readonly errorCode: number; readonly mechanisms: readonly string[] },
  before: readonly string[] | undefined,
): AuthenticationError {
  const known = new Set(before ?? answer.mechanisms).add(mechanism)
  const mechanisms = answer.mechanisms.filter((each) => known.has(each))
  const others = answer.mechanisms.length - mechanisms.length
  const enabled = [visibleNames(mechanisms), others > 0 ? `${others} not named before` : '']
    .filter((part) => part !== '')
    .join(' and ')
  const name = visibleName(mechanism)
  const details = {
    mechanism,
    broker,
    phase: 'sasl-handshake',
    reason: 'authentication-refused',
  } as const
  if (answer.errorCode === unsupportedMechanism) {
    return new AuthenticationError(
      'UNSUPPORTED_MECHANISM',
      `the broker does not offer ${name} here, but [${enabled}]`,
      {
        ...details,
        enabledMechanisms: mechanisms,
        hint: `Use one of the mechanisms that are enabled (${enabled || 'none'}), or have ${name} added to the listener (sasl.enabled.mechanisms).`,
      },
    )
  }
  if (answer.errorCode === illegalSaslState) {
    return new AuthenticationError(
      'ILLEGAL_SASL_STATE',
      `the broker expects no SaslHandshake (${name}); enabled mechanisms are [${enabled}]`,
      {
        ...details,
        enabledMechanisms: mechanisms,
        hint: 'The listener has no login (PLAINTEXT or SSL): leave sasl away, or use the port of its SASL listener. While renewing a session: it was renewed less than a second ago.',
      },
    )
  }
  return new AuthenticationError(
    'AUTHENTICATION_FAILED',
    `SaslHandshake (${name}) was answered by error ${answer.errorCode}`,
    {
      ...details,
      hint: 'Look at the log of the broker.',
    },
  )
}

/** Kafka's texts for a refusal without one. */
const defaultTexts: { readonly [code in number]?: string } = {
  33: 'The broker does not support the requested SASL mechanism.',
  34: 'Request is not valid given the current SASL state.',
}
const authenticationFailed = 58

/** SaslAuthenticate was answered by an error. */
export function tokenRefused(
  place: LoginPlace,
  conversation: Conversation,
  { errorCode, errorMessage }: { readonly errorCode: number; readonly errorMessage: string | null },
): OttlaError {
  if (errorCode === authenticationFailed) return refused(place, conversation, errorMessage)
  const quoted = errorMessage ? conversation.quote(errorMessage, place.mechanism) : undefined
  const text = quoted ?? defaultTexts[errorCode] ?? `SaslAuthenticate was answered by error ${errorCode}`
  const error = new AuthenticationError(
    errorCode === illegalSaslState
      ? 'ILLEGAL_SASL_STATE'
      : errorCode === unsupportedMechanism
        ? 'UNSUPPORTED_MECHANISM'
        : 'AUTHENTICATION_FAILED',
    text,
    {
      ...place,
      phase: 'sasl-exchange',
      reason: 'authentication-refused',
      hint: 'The broker and this client do not agree on where the login stands: look at the log of the broker.',
    },
  )
  return conversation.settle(error)
}

/**
 * The connection is lost, or the time over, before the refusal came that the mechanism has heard of: OAUTHBEARER's server
 * tells why in a challenge, and says no only in answer to the next token. A loss without a challenge is nothing but a loss.
 */
export function refusedBefore(place: LoginPlace, conversation: Conversation): OttlaError | undefined {
  if (!conversation.challenged) return undefined
  try {
    return explained(place, conversation)
  } catch {
    return undefined
  }
}

/** What the mechanism makes of a refusal without a text. */
function explained(place: LoginPlace, conversation: Conversation): OttlaError | undefined {
  const known = conversation.session.refused?.(null)
  return known && located(place, conversation.conceal(known))
}

/** After a bare token a broker that refuses it just hangs up. */
export function hungUp(place: LoginPlace, conversation: Conversation, loss: OttlaError): OttlaError | undefined {
  if (loss.reason !== 'peer-closed' && loss.reason !== 'reset') return refusedBefore(place, conversation)
  try {
    const known = explained(place, conversation)
    if (known) return known
  } catch (error) {
    return located(place, conversation.conceal(error))
  }
  return new AuthenticationError(
    'AUTHENTICATION_FAILED',
    'the broker closed the connection instead of answering the login',
    {
      ...place,
      cause: loss,
      phase: 'sasl-exchange',
      reason: 'authentication-refused',
      hint: 'Brokers that know no SaslAuthenticate refuse a login by hanging up: wrong name, password or token, most likely.',
    },
  )
}
