import type { OttlaError } from '../errors.js'
import {
  AuthenticationError,
  ConnectionError,
  ProtocolError,
  thrownText,
  type ConnectionErrorCode,
  type Phase,
} from '../errors.js'
import type { Call } from './calls.js'
import { diagnose } from './diagnose.js'
import { describeCall, nameOf } from './request-errors.js'
import type { CloseReason, State } from './state.js'

/** Where a connection was when something happened to it. */
export interface Whereabouts {
  readonly broker: string
  readonly state: State
  readonly secure: boolean
  /** Whether the connection is logged in. */
  readonly session: boolean
  /** Whether any ordinary request was answered. */
  readonly answered: boolean
  /** What the peer sent before its first whole frame. */
  readonly firstBytes: Buffer
  /** Bytes of a frame that is not whole. */
  readonly partial: number
}

/** The phase that belongs to a state. */
export function phaseOf(state: State): Phase {
  switch (state.name) {
    case 'resolving':
      return 'dns'
    case 'connecting':
      return 'tcp'
    case 'securing':
      return 'tls'
    case 'negotiating':
      return 'api-versions'
    case 'authenticating':
      return state.step === 'handshake' ? 'sasl-handshake' : 'sasl-exchange'
    case 're-authenticating':
      return 're-authentication'
    default:
      return 'request'
  }
}

/** The peer hung up, or the network broke: what that means depends on how far things had come. */
export function lost(where: Whereabouts, cause: NodeJS.ErrnoException | undefined): CloseReason {
  const phase = phaseOf(where.state)
  const reset = cause !== undefined && cause.code !== 'ETIMEDOUT'
  const name = cause?.code === 'ETIMEDOUT' ? 'timeout' : reset ? 'reset' : 'peer-closed'
  const foreigner = foreign(where)
  if (foreigner) return { name: 'protocol-error', error: foreigner }
  const how = cause ? `was lost (${cause.code ?? thrownText(cause)})` : 'was closed by the peer'
  const half = where.partial > 0 ? ` in the middle of an answer (${where.partial} bytes of it had come)` : ''
  const error = new ConnectionError(
    cause?.code === 'ETIMEDOUT' ? 'CONNECTION_FAILED' : reset ? 'CONNECTION_RESET' : 'CONNECTION_CLOSED',
    `the connection to ${where.broker} ${how}${half}`,
    { cause, phase, broker: where.broker, hint: hintOf(phase, where), reason: name },
  )
  return { name, error }
}

function hintOf(phase: Phase, { secure, session, answered, state }: Whereabouts): string {
  if (state.name === 'ready' && !session && !answered) {
    return 'Brokers hang up on a request before the login: the listener may want one, so connect with the sasl option (security.protocol SASL_PLAINTEXT or SASL_SSL).'
  }
  switch (phase) {
    case 'api-versions':
      return secure
        ? 'Brokers hang up on the first request if the listener is not what it is taken for, if they have too many connections (max.connections), or after refusing a client certificate.'
        : 'Brokers hang up on the first request if the listener expects TLS (then use the tls option), or if they have too many connections (max.connections). It may also be no Kafka broker at all.'
    case 'sasl-handshake':
      return 'Brokers hang up here if the listener has no login, or does not know this mechanism in this form: look at security protocol, port and mechanism.'
    case 'sasl-exchange':
      return 'Brokers may hang up instead of refusing a login: look at the credentials, and at the log of the broker. If it only stopped, trying again is right.'
    case 're-authentication':
      return 'Brokers hang up if the mechanism or the user changed since the first login, or if the session was renewed less than a second ago.'
    default:
      return 'The broker stopped, restarted, closed an idle connection (connections.max.idle.ms), or a network device between cut it. Connecting again is right.'
  }
}

/** The bytes make no frames. */
export function broken(where: Whereabouts, cause: unknown): CloseReason {
  const foreigner = foreign(where)
  if (foreigner) return { name: 'protocol-error', error: foreigner }
  const code = cause instanceof ProtocolError ? cause.code : 'FRAME_TOO_LARGE'
  const error = new ProtocolError(code, thrownText(cause), {
    cause,
    phase: phaseOf(where.state),
    broker: where.broker,
    hint:
      code === 'FRAME_TOO_LARGE'
        ? 'The peer is not a Kafka broker, or an answer really is that big: then raise maxFrameSize.'
        : 'The peer does not speak Kafka’s protocol, or something between changes the bytes.',
    reason: 'protocol-error',
  })
  return { name: 'protocol-error', error }
}

/** Somebody else than Kafka answers. */
function foreign({ firstBytes, broker, state }: Whereabouts): ConnectionError | undefined {
  const found = diagnose(firstBytes)
  return (
    found &&
    new ConnectionError(found.code, `the peer at ${broker} speaks ${found.name}, not Kafka's protocol`, {
      phase: phaseOf(state),
      broker,
      hint: found.hint,
      reason: 'protocol-error',
      retriable: false,
    })
  )
}

/** The limit of a connect is over. */
export function connectTimeout(where: Whereabouts, limit: number): ConnectionError {
  const phase = phaseOf(where.state)
  return (
    foreign(where) ??
    new ConnectionError('CONNECT_TIMEOUT', `${where.broker} was not ready within ${limit} ms; it stopped at ${phase}`, {
      phase,
      broker: where.broker,
      hint: timeoutHints[phase] ?? 'The broker is slow or stuck: look at its load, or raise connectTimeout.',
      reason: 'timeout',
    })
  )
}

const timeoutHints: { readonly [phase in Phase]?: string } = {
  dns: 'The name service does not answer: look at the resolver of this machine.',
  tcp: 'Nothing answers at that address: a firewall may drop the packets, or the host is down.',
  tls: 'The peer accepted the connection but does not finish the TLS handshake: is it a plaintext listener, or overloaded?',
  'api-versions':
    'The peer accepted the connection but does not answer: is it a Kafka broker? A TLS listener waits in the same way for a client that does not begin with TLS.',
  'sasl-exchange': 'The broker, or the function that provides the credentials, did not finish in time.',
}

const codes: { readonly [name in CloseReason['name']]: ConnectionErrorCode } = {
  'peer-closed': 'CONNECTION_CLOSED',
  reset: 'CONNECTION_RESET',
  timeout: 'CONNECTION_CLOSED',
  'out-of-sync': 'CONNECTION_CLOSED',
  'protocol-error': 'CONNECTION_CLOSED',
  idle: 'IDLE',
  'authentication-refused': 'CONNECTION_CLOSED',
  'authentication-lost': 'CONNECTION_CLOSED',
  'connect-failed': 'CONNECTION_FAILED',
  shutdown: 'SHUTDOWN',
  aborted: 'ABORTED',
}

/** What a request hears of the end of its connection: an error of its own, with the one root cause. */
export function ended(broker: string, reason: CloseReason, call?: Call): OttlaError {
  const root = reason.error
  const what = call ? nameOf(call) : 'the request'
  const details = {
    cause: root,
    phase: 'request',
    broker,
    reason: reason.name,
    hint: root?.hint ?? endHints[reason.name],
  } as const
  if (root instanceof AuthenticationError) {
    return new AuthenticationError(root.code, `${what} cannot be sent: ${root.message}`, {
      ...details,
      mechanism: root.mechanism,
      phase: root.phase,
      retriable: root.retriable,
    })
  }
  const request = call && describeCall(call, performance.now())
  const why = root ? `: ${root.message}` : ` (${reason.name})`
  return new ConnectionError(
    codes[reason.name],
    `the connection to ${broker} ended before ${what} was answered${why}`,
    { ...details, request },
  )
}

const endHints: { readonly [name in CloseReason['name']]?: string } = {
  shutdown: 'close() was called on this side.',
  idle: 'Nothing was sent for idleTimeout: connect again, as any client does after an idle time.',
}
