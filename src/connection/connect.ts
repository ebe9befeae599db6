import type { Duplex } from 'node:stream'
import type { PeerCertificate } from 'node:tls'
import { AuthenticationError, ConnectionError, OttlaError, thrownText, type Phase } from '../errors.js'
import type { ClientMechanism, Peer } from '../sasl/mechanism.js'
import { Connection } from './connection.js'
import { discard } from './dead-stream.js'
import { dial } from './dial.js'
import { dialByHook } from './dial-hook.js'
import { openInlet, type Inlet } from './inlet.js'
import { Link } from './link.js'
import { login, type Login } from './login.js'
import { LoginChannel } from './login-channel.js'
import { phaseOf } from './loss.js'
import { monotonic } from './monotonic.js'
import { negotiate } from './negotiate.js'
import { offAbort, onAbort } from './on-abort.js'
import { settingsOf, type ConnectOptions, type Settings } from './options.js'
import { literalAddress, resolve } from './resolve.js'
import { isTls, secure } from './secure.js'
import type { CloseReason } from './state.js'
import { Transport } from './transport.js'
import { unlessAborted } from './unless-aborted.js'

/**
 * Connects to one broker and logs in: name, TCP, TLS, versions, SASL, all within one limit. A connect that fails, or is
 * aborted, leaves nothing behind.
 *
 * ```ts
 * import { connect, scramSha512 } from 'ottla'
 * import { Metadata } from 'ottla/messages/Metadata'
 *
 * await using connection = await connect({
 *   host: 'broker.example.org',
 *   port: 9093,
 *   tls: true,
 *   sasl: scramSha512({ username: 'alice', password: async () => 'alice-secret' }),
 * })
 * const { brokers } = await connection.send(Metadata, { topics: [] })
 * ```
 *
 * @throws ConnectionError, AuthenticationError, ProtocolError, BrokerError, each with code, phase, broker and hint;
 *   UsageError for options that cannot be used
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const settings = settingsOf(options)
  const link = new Link(settings)
  const { signal } = settings
  const abort = (): void => link.close({ name: 'aborted', error: aborted(link, signal) })
  try {
    if (signal) onAbort(signal, abort, { broker: settings.broker, phase: phaseOf(link.state) })
    if (signal?.aborted) abort()
    await establish(link)
    link.lifetime.signal.throwIfAborted()
  } catch (error) {
    // What ended it comes before what came of that.
    const { state } = link
    const reason = state.name === 'closed' ? state.reason : failure(error, link)
    link.close(reason)
    await link.closed
    throw reason.error ?? error
  } finally {
    if (signal) offAbort(signal, abort)
  }
  return new Connection(link)
}

async function establish(link: Link): Promise<void> {
  const { mechanisms } = link.settings
  let [mechanism] = mechanisms
  const tried = new Set<ClientMechanism>()
  for (;;) {
    try {
      return await attempt(link, mechanism)
    } catch (error) {
      // A broker hangs up on a mechanism that it does not offer: the next one needs another socket.
      if (mechanism) tried.add(mechanism)
      const offered =
        error instanceof AuthenticationError && error.code === 'UNSUPPORTED_MECHANISM'
          ? error.enabledMechanisms
          : undefined
      mechanism = mechanisms.find((each) => !tried.has(each) && offered?.includes(each.name))
      if (!mechanism || link.state.name === 'closed') throw error
      link.detach()
      link.become({ name: 'resolving' })
    }
  }
}

/** One socket, from the name to the end of the login. */
async function attempt(link: Link, mechanism: ClientMechanism | undefined): Promise<void> {
  const { settings, lifetime } = link
  const { broker, events } = settings
  const clock = new PhaseClock(link)
  const { socket, inlet } = await openSocket(link, clock)
  const { pipeline, clientId } = link
  const { signal } = lifetime
  link.attach(new Transport(socket, { maxFrameSize: settings.maxFrameSizeBeforeLogin, clientId, inlet }, link))
  link.become({ name: 'negotiating' })
  const channel = new LoginChannel({ pipeline, broker, clientId, signal })
  const versions = await negotiate(channel)
  pipeline.versions = versions
  clock.done(() => `${versions.size} APIs`)
  const peer = new SocketPeer(settings, socket, link.address)
  if (mechanism) await authenticate(link, { channel, mechanism, versions, peer, signal }, clock)
  link.ready(mechanism && { mechanism, peer })
  if (events.observes('connect')) {
    const duration = monotonic() - clock.startedAt
    events.emit('connect', { broker, address: link.address, secure: settings.tls !== false, duration })
  }
}

async function authenticate(link: Link, attempt: Login, clock: PhaseClock): Promise<void> {
  const { name } = attempt.mechanism
  const { broker, events } = link.settings
  warnOfClearText(attempt.mechanism, link.settings)
  link.become({ name: 'authenticating', mechanism: name, step: 'handshake' })
  const startedAt = monotonic()
  const lifetime = await login(attempt, () => {
    clock.done(() => name)
    link.become({ name: 'authenticating', mechanism: name, step: 'exchange' })
  })
  const now = monotonic()
  link.sessions.begin(name, lifetime, now)
  clock.done(() => name)
  if (!events.observes('authenticate')) return
  const { session } = link.sessions
  events.emit('authenticate', { broker, mechanism: name, duration: now - startedAt, lifetime: session?.lifetime })
}

/** The stream that the broker is spoken to by, and what it reads, if that goes past the stream. */
interface Opened {
  readonly socket: Duplex
  readonly inlet?: Inlet | undefined
}

async function openSocket(link: Link, clock: PhaseClock): Promise<Opened> {
  const { settings } = link
  const { signal } = link.lifetime
  signal.throwIfAborted()
  const { host, port } = settings
  let socket: Duplex
  let inlet: Inlet | undefined
  if (settings.dial) {
    link.become({ name: 'connecting' })
    socket = await dialByHook(settings.dial, { ...settings, signal })
  } else {
    const addresses = literalAddress(host) ?? (await unlessAborted(resolve(settings), signal))
    clock.done(() => addresses.map(({ address }) => address).join(', '))
    link.become({ name: 'connecting' })
    if (settings.tls === false) inlet = openInlet()
    const { autoSelectFamily, autoSelectFamilyAttemptTimeout, localAddress } = settings
    const choice = { autoSelectFamily, autoSelectFamilyAttemptTimeout, localAddress }
    const tcp = await dial({ host, port, addresses, signal, inlet, ...choice })
    // Asking the system is dear; with one address there is nothing to ask.
    link.address = addresses.length === 1 ? addresses[0]?.address : tcp.remoteAddress
    socket = tcp
  }
  // Between two steps nobody else hears its errors; an error that nobody hears would end the process.
  socket.on('error', () => undefined)
  clock.done()
  if (signal.aborted) {
    discard(socket)
    throw signal.reason
  }
  if (settings.tls === false) return { socket, inlet }
  link.become({ name: 'securing' })
  try {
    const secured = await secure({ socket, host, port, tls: settings.tls, signal })
    clock.done(() => `${secured.getProtocol() ?? 'TLS'}, ${secured.getCipher().standardName}`)
    return { socket: secured }
  } catch (error) {
    discard(socket)
    throw error
  }
}

/** Measures the phases of one attempt, one after the other. */
class PhaseClock {
  readonly #link: Link
  readonly startedAt: number = monotonic()
  #since = this.startedAt

  constructor(link: Link) {
    this.#link = link
  }

  /** The phase that the state stands for is over. */
  done(detail?: () => string): void {
    const { settings, state, address } = this.#link
    const now = monotonic()
    const duration = now - this.#since
    this.#since = now
    if (!settings.events.observes('phase')) return
    const phase: Phase = phaseOf(state)
    settings.events.emit('phase', { broker: settings.broker, phase, duration, address, detail: detail?.() })
  }
}

/**
 * The peer as mechanisms see it. A class: an object literal with a getter has a hidden class of its own each time, which
 * keeps the socket alive until the next full collection.
 */
class SocketPeer implements Peer {
  readonly host: string
  readonly port: number
  readonly address: string | undefined
  readonly secure: boolean
  readonly #socket: Duplex

  constructor({ host, port, tls }: Settings, socket: Duplex, address: string | undefined) {
    this.host = host
    this.port = port
    this.address = address
    this.secure = tls !== false
    this.#socket = socket
  }

  /** Reading the certificate is dear, and few mechanisms want it. */
  get certificate(): PeerCertificate | undefined {
    return isTls(this.#socket) ? this.#socket.getPeerCertificate() : undefined
  }
}

function warnOfClearText({ name, clearText }: ClientMechanism, { tls, events, broker }: Settings): void {
  if (clearText !== true || tls !== false || !events.observes('warning')) return
  const message = `${name} sends the credentials to ${broker} in clear text: use tls`
  events.emit('warning', { broker, code: 'CLEARTEXT_CREDENTIALS', message })
}

function aborted({ settings: { broker }, state }: Link, signal: AbortSignal | undefined): ConnectionError {
  return new ConnectionError('ABORTED', `connecting to ${broker} was aborted`, {
    cause: signal?.reason,
    phase: phaseOf(state),
    broker,
    hint: 'The signal given to connect() aborted.',
    retriable: false,
    reason: 'aborted',
  })
}

/** Why a connect failed: the error as it is, and the reason it gives for the end. */
function failure(error: unknown, { settings: { broker }, state }: Link): CloseReason {
  if (error instanceof OttlaError) {
    const byDefault = error instanceof AuthenticationError ? 'authentication-refused' : 'connect-failed'
    return { name: error.reason ?? byDefault, error }
  }
  const wrapped = new ConnectionError('CONNECTION_FAILED', `connecting to ${broker} failed: ${thrownText(error)}`, {
    cause: error,
    phase: phaseOf(state),
    broker,
    hint: 'See the cause.',
    reason: 'connect-failed',
    retriable: false,
  })
  return { name: 'connect-failed', error: wrapped }
}
