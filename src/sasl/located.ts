import { AuthenticationError, OttlaError, thrownText, UsageError } from '../errors.js'
import type { Conversation } from './conversation.js'
import { visible, visibleName } from './visible.js'

/** Where a login was tried: by which mechanism, at which broker (`host:port`). */
export interface LoginPlace {
  readonly mechanism: string
  readonly broker: string
}

/** Gives an error of a mechanism what only the connection knows. The error itself may be shared, and becomes the cause. */
export function located({ mechanism, broker }: LoginPlace, error: unknown): OttlaError {
  const details = { cause: error, phase: 'sasl-exchange', broker, reason: 'authentication-refused' } as const
  if (error instanceof AuthenticationError) {
    if (error.broker !== undefined && error.reason !== undefined && error.hint !== undefined) return error
    return new AuthenticationError(error.code, visible(error.message), {
      ...details,
      phase: error.phase ?? 'sasl-exchange',
      mechanism: error.mechanism ?? mechanism,
      tokenError: error.tokenError,
      endpoint: error.endpoint,
      enabledMechanisms: error.enabledMechanisms,
      retriable: error.retriable,
      hint: error.hint ?? hints[error.code] ?? 'Look at the log of the broker.',
    })
  }
  if (error instanceof UsageError) {
    return new UsageError(error.code, error.message, {
      ...details,
      phase: error.phase ?? 'sasl-exchange',
      hint: error.hint ?? 'The credentials cannot be sent as they are.',
    })
  }
  if (error instanceof OttlaError) return error
  return new AuthenticationError(
    'AUTHENTICATION_FAILED',
    `${visibleName(mechanism)} failed: ${visible(thrownText(error))}`,
    { ...details, mechanism, hint: 'The mechanism itself failed, see the cause.' },
  )
}

const hints: { readonly [code in string]?: string } = {
  SERVER_NOT_AUTHENTIC:
    'The server could not prove that it knows the password: it may not be the broker that it claims to be.',
  SASL_MESSAGE_INVALID:
    'The peer does not keep to the mechanism: a broker that is not Kafka, or something between that changes the bytes.',
  CREDENTIALS_UNAVAILABLE: 'The function that provides the credentials failed: see the cause.',
  AUTHENTICATION_FAILED: 'Wrong name, password or token, or a user that this listener does not know.',
}

/**
 * The broker's refusal (error 58): the mechanism's own error if it knows more than the text, else one for any mechanism.
 * The text itself comes from a peer, who may repeat what it was told.
 */
export function refused(place: LoginPlace, conversation: Conversation, text: string | null): OttlaError {
  const quoted = text === null ? null : conversation.quote(text)
  let cause: unknown
  try {
    const known = conversation.session.refused?.(quoted)
    if (known) return located(place, conversation.conceal(known))
  } catch (error) {
    // What the broker said counts more than a mechanism that fails at explaining it.
    cause = conversation.conceal(error)
  }
  return new AuthenticationError('AUTHENTICATION_FAILED', quoted ?? 'SASL Authentication failed.', {
    ...place,
    cause,
    phase: 'sasl-exchange',
    reason: 'authentication-refused',
    hint: 'Wrong name, password or token, or a user that this listener does not know. Brokers do not tell which; their log does.',
  })
}
