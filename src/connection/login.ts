import { UsageError, type OttlaError, type Phase } from '../errors.js'
import { SaslAuthenticate } from '../messages/SaslAuthenticate.js'
import { SaslHandshake, type SaslHandshakeResponse } from '../messages/SaslHandshake.js'
import { Conversation } from '../sasl/conversation.js'
import { located, type LoginPlace } from '../sasl/located.js'
import { isPromise } from '../sasl/maybe-promise.js'
import type { ClientMechanism, ClientSession, ClientStep, MaybePromise, Peer } from '../sasl/mechanism.js'
import type { Secret } from '../sasl/secrets.js'
import { visibleName } from '../sasl/visible.js'
import type { LoginChannel } from './login-channel.js'
import { handshakeRefused, hungUp, refusedBefore, tokenRefused, unsupportedMechanism } from './login-refusals.js'
import { unlessAborted } from './unless-aborted.js'
import type { BrokerVersions } from './versions.js'

/** One login: over which connection, by which mechanism. */
export interface Login {
  readonly channel: LoginChannel
  readonly mechanism: ClientMechanism
  readonly versions: BrokerVersions
  readonly peer: Peer
  /** Aborts when the time for it is over, or the connection has ended. */
  readonly signal: AbortSignal
}

const noBytes = new Uint8Array(0)

/** What is remembered of the login whose session is to be renewed. */
interface Earlier {
  /** What the broker named as enabled before it was told any secret: of a list that refuses a renewal only these are shown. */
  readonly mechanisms: readonly string[]
  /** Those of the last login: a broker that refuses the new ones may repeat them. */
  readonly secrets: readonly Secret[]
}

const earlier = new WeakMap<Peer, Earlier>()

/**
 * Logs in: SaslHandshake, then the mechanism's tokens, within SaslAuthenticate requests or, at brokers that know
 * nothing newer, bare (RFC 4422; KIP-43, KIP-152).
 *
 * @param handshaken called when the broker has accepted the mechanism
 * @returns the session's lifetime in ms as the broker states it (KIP-368); 0 is without end
 * @throws AuthenticationError, also UsageError of the mechanism
 */
export async function login(attempt: Login, handshaken: () => void): Promise<number> {
  const { mechanism, versions } = attempt
  const handshake = versions.get(SaslHandshake.key) ? versions.pickFor('sasl-handshake', SaslHandshake) : 0
  const authenticate =
    versions.get(SaslAuthenticate.key) && handshake > 0
      ? versions.pickFor('sasl-handshake', SaslAuthenticate)
      : undefined
  const answer = await offered(attempt, handshake)
  const before = earlier.get(attempt.peer)
  const unlisted = answer.mechanisms.length > 0 && !answer.mechanisms.includes(mechanism.name)
  const errorCode = answer.errorCode || (unlisted ? unsupportedMechanism : 0)
  if (errorCode !== 0) throw handshakeRefused(placeOf(attempt), { ...answer, errorCode }, before?.mechanisms)
  handshaken()
  let conversation: Conversation | undefined
  try {
    const session: Partial<ClientSession> | undefined = await started(attempt)
    if (typeof session?.next !== 'function') throw noSession(mechanism)
    conversation = new Conversation(session as ClientSession, before?.secrets)
    if (authenticate === undefined) return await bareTokens(attempt, conversation)
    const lifetime = await requests(attempt, conversation, authenticate)
    if (lifetime > 0) {
      const mechanisms = before?.mechanisms ?? answer.mechanisms
      earlier.set(attempt.peer, { mechanisms, secrets: conversation.secrets() })
    }
    return lifetime
  } catch (error) {
    throw failed(attempt, conversation ? conversation.conceal(error) : error)
  } finally {
    conversation?.end(mechanism.name)
  }
}

async function offered(attempt: Login, version: number): Promise<SaslHandshakeResponse> {
  const { channel, mechanism } = attempt
  const phase = 'sasl-handshake'
  try {
    return await channel.ask(SaslHandshake, { mechanism: mechanism.name }, { version, phase })
  } catch (error) {
    throw failed(attempt, error, phase)
  }
}

/** What the login throws: the root cause where the connection has ended, else an error that knows all about its place. */
function failed(attempt: Login, error: unknown, phase: Phase = 'sasl-exchange'): OttlaError {
  const { signal } = attempt
  return signal.aborted ? (signal.reason as OttlaError) : located({ ...placeOf(attempt), phase }, error)
}

function started({ mechanism, peer, signal }: Login): MaybePromise<ClientSession> {
  const session = mechanism.start(peer, signal)
  if (!isPromise(session)) return session
  const starting = Promise.resolve(session)
  const wanted = unlessAborted(starting, signal)
  // One that comes when the login was given up has its secrets all the same, and nobody else would have it forget them.
  wanted.catch(() => starting.then((late) => new Conversation(late).end(mechanism.name)).catch(() => undefined))
  return wanted
}

function noSession({ name }: ClientMechanism): UsageError {
  return new UsageError('INVALID_ARGUMENT', `${visibleName(name)}: start() gave no session`, {
    hint: 'The mechanism itself is wrong: its start() gives an object with next(), or a promise of one.',
  })
}

/** What a step has to say. Mechanisms of somebody else need not keep to their type. */
function tokenOf({ mechanism }: Login, { token = noBytes }: ClientStep): Uint8Array {
  const given: unknown = token
  if (given instanceof Uint8Array) return token
  const text = `${visibleName(mechanism.name)}: a token must be a Uint8Array, not ${given === null ? 'null' : typeof given}`
  throw new UsageError('INVALID_ARGUMENT', text, {
    hint: 'The mechanism itself is wrong: look at what its next() gives.',
  })
}

/** The next step; a mechanism that never comes back does not outlive the signal. */
function stepped(
  { signal }: Login,
  conversation: Conversation,
  challenge: Uint8Array | null,
): MaybePromise<ClientStep> {
  if (challenge) conversation.hears(challenge)
  const step = conversation.session.next(challenge)
  return isPromise(step) ? unlessAborted(Promise.resolve(step), signal) : step
}

async function requests(attempt: Login, conversation: Conversation, version: number): Promise<number> {
  const place = placeOf(attempt)
  let lifetime = 0n
  let step = await stepped(attempt, conversation, null)
  for (;;) {
    const authBytes = tokenOf(attempt, step)
    conversation.sends(authBytes)
    const answer = await attempt.channel.authenticate(authBytes, version, () => refusedBefore(place, conversation))
    if (answer.errorCode !== 0) throw tokenRefused(place, conversation, answer)
    if (answer.sessionLifetimeMs > 0n) lifetime = answer.sessionLifetimeMs
    if (!step.done) step = await stepped(attempt, conversation, answer.authBytes)
    else return clamp(lifetime)
    if (step.done && step.token === undefined) return clamp(lifetime)
  }
}

/** As in Kafka 0.10: the first token is answered by a frame; a later one with which the client is done is not. */
async function bareTokens(attempt: Login, conversation: Conversation): Promise<number> {
  const place = placeOf(attempt)
  let step = await stepped(attempt, conversation, null)
  for (let first = true; ; first = false) {
    const token = tokenOf(attempt, step)
    if (step.done && !first) {
      attempt.channel.tell(token)
      return 0
    }
    conversation.sends(token)
    const challenge = await attempt.channel.askToken(token, (loss) => hungUp(place, conversation, loss))
    if (step.done) return 0
    step = await stepped(attempt, conversation, challenge)
    if (step.done && step.token === undefined) return 0
  }
}

/** A lifetime is a number that nobody need believe: beyond 2^53 - 1 ms it is without meaning anyway. */
function clamp(lifetime: bigint): number {
  return Math.min(Number(lifetime), Number.MAX_SAFE_INTEGER)
}

function placeOf({ channel, mechanism }: Login): LoginPlace {
  return { mechanism: mechanism.name, broker: channel.broker }
}
