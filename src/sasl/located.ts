import { AuthenticationError, EncodeError, OttlaError, thrownText, UsageError, type Phase } from '../errors.js'
import type { Conversation } from './conversation.js'
import { visible, visibleName } from './visible.js'

/** Where a login was tried: by which mechanism, at which broker (`host:port`). */
export interface LoginPlace {
  readonly mechanism: string
  readonly broker: string
  /** Default: `sasl-exchange`. */
  readonly phase?: Phase
}

/** Gives an error of a mechanism what only the connection knows. The error itself may be shared, and becomes the cause. */
export function located({ mechanism, broker, phase = 'sasl-exchange' }: LoginPlace, error: unknown): OttlaError {
  const details = { cause: error, phase, broker, reason: 'authentication-refused' } as const
  if (error instanceof AuthenticationError) {
    if (knows(error, broker) && error.reason !== undefined && error.mechanism !== undefined) return error
    return new AuthenticationError(error.code, visible(error.message), {
      ...details,
      phase: error.phase ?? phase,
      mechanism: error.mechanism ?? mechanism,
      tokenError: error.tokenError,
      endpoint: error.endpoint,
      enabledMechanisms: error.enabledMechanisms,
      retriable: error.retriable,
      hint: error.hint ?? hints[error.code] ?? 'Look at the log of the broker.',
    })
  }
  if (error instanceof UsageError) {
    return new UsageError(error.code, visible(error.message), {
      ...details,
      phase: error.phase ?? phase,
      hint: error.hint ?? 'The credentials cannot be sent as they are.',
    })
  }
  if (error instanceof EncodeError) {
    return new UsageError('INVALID_ARGUMENT', `${visibleName(mechanism)} cannot be sent: ${error.message}`, {
      ...details,
      hint: 'The mechanism itself is wrong: its name is a text of at most 32,767 bytes, its tokens are Uint8Arrays.',
    })
  }
  if (error instanceof OttlaError && knows(error, broker)) return error
  return new AuthenticationError(
    'AUTHENTICATION_FAILED',
    `${visibleName(mechanism)} failed: ${visible(thrownText(error))}`,
    {
      ...details,
      mechanism,
      retriable: error instanceof OttlaError && error.retriable,
      hint: 'The mechanism itself failed, see the cause.',
    },
  )
}

/** Whether an error is of this connection: a mechanism may throw one of another, or of none. */
function knows({ phase, hint, broker }: OttlaError, ours: string): boolean {
  return phase !== undefined && hint !== undefined && broker === ours
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
  // An empty text says as little as none.
  const quoted = text ? conversation.quote(text, place.mechanism) : null
  let cause: unknown
  try {
    const known = conversation.session.refused?.(quoted)
    if (known) return located(place, conversation.conceal(known))
  } catch (error) {
    // What the broker said counts more than a mechanism that fails at explaining it.
    cause = conversation.conceal(error)
  }
  return conversation.settle(
    new AuthenticationError('AUTHENTICATION_FAILED', quoted ?? 'SASL Authentication failed.', {
      ...place,
      cause,
      phase: 'sasl-exchange',
      reason: 'authentication-refused',
      hint: 'Wrong name, password or token, or a user that this listener does not know. Brokers do not tell which; their log does.',
    }),
  )
}
