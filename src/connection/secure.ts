import { isIP, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type * as NodeTls from 'node:tls'
import type { ConnectionOptions, PeerCertificate, SecureContext, TLSSocket } from 'node:tls'
import { ConnectionError, OttlaError, thrownText, UsageError, type ConnectionErrorCode } from '../errors.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import { visibleName } from '../sasl/visible.js'
import { deathOf, discard, whileAlive, type DeathPlace } from './dead-stream.js'
import { brokerOf } from './resolve.js'
import { unlessAborted } from './unless-aborted.js'

/** Node's options of `tls.connect()`, without those that say where to connect. */
export type TlsOptions = Omit<ConnectionOptions, 'host' | 'port' | 'path' | 'socket' | 'lookup' | 'timeout'>

/**
 * `true` for Node's defaults, Node's options, or a function that gives them anew for every connection (rotation of
 * certificates). An options object is read once: to change something, give another object.
 */
export type Tls =
  boolean | TlsOptions | ((target: { readonly host: string; readonly port: number }) => MaybePromise<TlsOptions>)

export interface SecureOptions {
  readonly socket: Duplex
  readonly host: string
  readonly port: number
  readonly tls: Exclude<Tls, false>
  readonly signal: AbortSignal
}

/** Loaded when somebody first wants TLS: a part of what the import of `ottla` takes that a program may never need. */
const nodeTls = (): typeof NodeTls => process.getBuiltinModule('node:tls')

/** Whether a socket is one of TLS; asked of one without TLS, it loads nothing. */
export function isTls(socket: Duplex): socket is TLSSocket {
  return 'encrypted' in socket && socket instanceof nodeTls().TLSSocket
}

const defaults: TlsOptions = {}
/** Reading certificates and keys is dear: it is done once per options object. */
const contexts: WeakMap<TlsOptions, SecureContext> = new WeakMap()

function contextOf(options: TlsOptions, broker: string): SecureContext {
  if (options.secureContext) return options.secureContext
  let context = contexts.get(options)
  if (!context) {
    try {
      context = nodeTls().createSecureContext(options)
    } catch (cause) {
      throw badOptions(`the tls options cannot be used: ${thrownText(cause)}`, { cause, broker })
    }
    contexts.set(options, context)
  }
  return context
}

/** Reads tls options before anything is dialled. @throws UsageError (`INVALID_ARGUMENT`) */
export function checkTls(tls: Tls | undefined, broker: string): void {
  if (tls === undefined || typeof tls === 'boolean' || typeof tls === 'function') return
  if (typeof tls !== 'object' || tls === null)
    throw badOptions('tls must be a boolean, an object or a function', { broker })
  contextOf(tls, broker)
}

/**
 * Encrypts a connection. The server name (SNI) is the host unless it is an IP address or the options say otherwise;
 * no ALPN is offered, since Kafka's brokers know none.
 *
 * @throws ConnectionError (`TLS_…`, or the loss of a socket that had ended before), the signal's reason if it aborts
 */
export async function secure(options: SecureOptions): Promise<TLSSocket> {
  const { socket, host, signal } = options
  const given = await optionsOf(options)
  signal.throwIfAborted()
  // Node would wait for ever for the handshake of a socket that is closed.
  const death = deathOf(socket, beforeHandshake(options))
  if (death) throw death
  const secureContext = contextOf(given, brokerOf(options))
  const servername = given.servername ?? (isIP(host) ? '' : host)
  const strict = given.rejectUnauthorized !== false
  let mismatch: Error | undefined
  const checkServerIdentity = (name: string, certificate: PeerCertificate): Error | undefined => {
    try {
      return (mismatch = (given.checkServerIdentity ?? nodeTls().checkServerIdentity)(name, certificate))
    } catch (cause) {
      // Node would let it end the process.
      return (mismatch = cause instanceof Error ? cause : new Error(thrownText(cause)))
    }
  }
  // Node would drop the certificate together with the connection; it is judged below, with the chain at hand.
  const own = { secureContext, socket, host, servername, checkServerIdentity, rejectUnauthorized: false }
  return new Promise((resolve, reject) => {
    const secured = nodeTls().connect({ ...given, ...own })
    // Until the connection listens nobody else hears its errors, and one that nobody hears would end the process.
    secured.on('error', () => undefined)
    let spoke = false
    const heard = (): void => void (spoke = true)
    // The stream of a dial hook does not count what it reads; a socket is read past its stream.
    if (!(socket instanceof Socket)) socket.once('data', heard)
    const settle = (): void => {
      signal.removeEventListener('abort', aborted)
      secured.off('error', failed).off('close', closed)
      socket.off('data', heard)
    }
    const fail = (error: Error): void => {
      settle()
      discard(secured)
      reject(error)
    }
    const failed = (cause: NodeJS.ErrnoException): void => {
      // Whoever has said something of TLS, and then is gone, speaks it.
      const known = !isGone(cause) || !(spoke || bytesReadFrom(socket) > 0)
      fail(tlsError(cause, options, { known }))
    }
    const closed = (): void => failed(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }))
    const aborted = (): void => fail(signal.reason as Error)
    signal.addEventListener('abort', aborted)
    secured.once('error', failed).once('close', closed)
    secured.once('secureConnect', () => {
      if (strict && !secured.authorized) return fail(untrustedError(secured, mismatch, options))
      settle()
      resolve(secured)
    })
  })
}

/** The options of this connection; a function that fails to give them, or never does, is no reason to wait. */
async function optionsOf(target: SecureOptions): Promise<TlsOptions> {
  const { socket, host, port, tls, signal } = target
  if (tls === true) return defaults
  if (typeof tls !== 'function') return tls
  try {
    const asking = unlessAborted((async () => tls({ host, port }))(), signal)
    const given: unknown = await whileAlive(asking, socket, beforeHandshake(target))
    if (typeof given === 'object' && given !== null) return given
  } catch (cause) {
    if (signal.aborted || cause instanceof OttlaError) throw cause
    throw badOptions(`the tls function failed: ${thrownText(cause)}`, { cause, broker: brokerOf(target) })
  }
  throw badOptions('the tls function gave no options', { broker: brokerOf(target) })
}

function beforeHandshake(target: SecureOptions): DeathPlace {
  return {
    broker: brokerOf(target),
    phase: 'tls',
    hint: 'It ended before the TLS handshake had begun: the broker stopped, has too many connections (max.connections), or the tls function took longer than something between waits. Connecting again is right.',
  }
}

function badOptions(message: string, details: { readonly broker: string; readonly cause?: unknown }): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, {
    ...details,
    phase: 'tls',
    reason: 'connect-failed',
    hint: 'Certificates and keys are PEM text (cert, key, ca) or PKCS#12 (pfx), with the passphrase that belongs to them.',
  })
}

interface Explanation {
  readonly code: ConnectionErrorCode
  readonly text: string
  readonly hint: string
}

const untrusted: Explanation = {
  code: 'TLS_CERTIFICATE_UNTRUSTED',
  text: "the broker's certificate is not trusted",
  hint: 'Give the authority that signed it as tls: { ca } (PEM text; in Java that is the trust store).',
}
const notSpoken: Explanation = {
  code: 'TLS_NOT_SPOKEN',
  text: 'the peer does not speak TLS',
  hint: 'Is this a plaintext listener? Then leave the tls option away, or use the port of the SSL or SASL_SSL listener. A broker that stops, or wants other TLS versions, hangs up in the same way.',
}
const handshakeFailed: Explanation = {
  code: 'TLS_FAILED',
  text: 'the TLS handshake failed',
  hint: 'Look at the TLS versions and ciphers of both ends, and at the broker’s log; if the broker only stopped, trying again is right. With TLS 1.2 a missing client certificate shows in the same way.',
}
const refusedByCheck: Explanation = {
  code: 'TLS_CERTIFICATE_UNTRUSTED',
  text: "the broker's certificate is not accepted",
  hint: 'The function given as tls: { checkServerIdentity } refuses it: see the cause.',
}
const clientCertificate: Explanation = {
  code: 'TLS_CLIENT_CERTIFICATE_REFUSED',
  text: 'the broker refuses the client certificate, or misses one',
  hint: 'The listener asks for a client certificate (ssl.client.auth): give tls: { cert, key }, signed by an authority that the broker trusts.',
}

/** By Node's code; else by the name of the TLS alert in OpenSSL's text. */
const explanations: { readonly [code in string]?: Explanation } = {
  CERT_HAS_EXPIRED: {
    code: 'TLS_CERTIFICATE_EXPIRED',
    text: "the broker's certificate has expired",
    hint: "Renew the broker's certificate; if it is valid, look at this machine's clock.",
  },
  CERT_NOT_YET_VALID: {
    code: 'TLS_CERTIFICATE_EXPIRED',
    text: "the broker's certificate is not valid yet",
    hint: "Look at this machine's clock and at the certificate's first day.",
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    code: 'TLS_HOSTNAME_MISMATCH',
    text: "the broker's certificate is for another name",
    hint: 'Dial the name that the certificate carries, give it as tls: { servername }, or have the certificate made for this name (subjectAltName).',
  },
  CERT_REVOKED: untrusted,
  ECONNRESET: notSpoken,
  EPIPE: notSpoken,
  ERR_SSL_WRONG_VERSION_NUMBER: notSpoken,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: notSpoken,
  // The same since OpenSSL 3.2.
  ERR_SSL_DATA_LENGTH_TOO_LONG: notSpoken,
  ERR_SSL_HTTP_REQUEST: notSpoken,
  ERR_SSL_UNEXPECTED_MESSAGE: notSpoken,
}

interface Reading {
  /** What it means if neither code nor text is known. Default: that the handshake failed. */
  readonly otherwise?: Explanation
  /** Whether what the code mostly means holds here. Default: true. */
  readonly known?: boolean
  readonly chain?: string
}

/** What Node or OpenSSL reports of a TLS connection, in this library's words. Also for alerts after the handshake (TLS 1.3). */
export function tlsError(
  cause: NodeJS.ErrnoException,
  target: Pick<SecureOptions, 'host' | 'port'>,
  { otherwise = handshakeFailed, known = true, chain = '' }: Reading = {},
): ConnectionError {
  const { code, text, hint } = (known ? explain(cause) : undefined) ?? otherwise
  return new ConnectionError(code, `${text} (${cause.code ?? cause.message})${chain}`, {
    cause,
    phase: 'tls',
    broker: brokerOf(target),
    hint,
    reason: 'connect-failed',
    // Who hangs up may speak no TLS, or be a broker that stops, and be back soon.
    retriable: code === 'TLS_FAILED' || (code === 'TLS_NOT_SPOKEN' && isGone(cause)),
  })
}

/** A certificate that does not hold, with the subjects from the broker's own up to the last issuer that was shown. */
function untrustedError(secured: TLSSocket, mismatch: Error | undefined, target: SecureOptions): ConnectionError {
  const code = String(secured.authorizationError)
  const cause = mismatch ?? Object.assign(new Error(code), { code })
  const otherwise = mismatch ? refusedByCheck : untrusted
  return tlsError(cause, target, { otherwise, chain: chainOf(secured.getPeerCertificate(true)) })
}

function explain(cause: NodeJS.ErrnoException): Explanation | undefined {
  const code = cause.code ?? ''
  const alert = `${code} ${cause.message}`
  if (
    /SELF_SIGNED|UNABLE_TO|CERT_UNTRUSTED|INVALID_CA|CERT_SIGNATURE_FAILURE|CERT_REJECTED|PATH_LENGTH|INVALID_PURPOSE/.test(
      code,
    )
  )
    return untrusted
  if (
    /ALERT_(BAD_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE)|CERTIFICATE_REQUIRED|alert (certificate|(bad|unknown|unsupported) c)/i.test(
      alert,
    )
  )
    return clientCertificate
  return explanations[code]
}

function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE'
}

/** 0 also where a stream does not count. */
function bytesReadFrom(socket: Duplex): number {
  return (socket as Partial<{ bytesRead: number }>).bytesRead ?? 0
}

/** Whether an error of an established TLS connection is a TLS alert rather than the network. */
export function isTlsAlert(cause: NodeJS.ErrnoException): boolean {
  return /^(ERR_SSL_|EPROTO)/.test(cause.code ?? '')
}

function chainOf(leaf: PeerChain): string {
  const subjects: string[] = []
  for (let at: PeerChain | undefined = leaf; at?.subject && subjects.length < 10; at = at.issuerCertificate) {
    subjects.push(nameOf(at.subject))
    if (at.issuerCertificate === at) break
    if (!at.issuerCertificate && at.issuer) subjects.push(`${nameOf(at.issuer)} (not shown)`)
  }
  return subjects.length > 0 ? `; chain: ${subjects.join(' < ')}` : ''
}

interface PeerChain {
  readonly subject?: object
  readonly issuer?: object
  readonly issuerCertificate?: PeerChain
}

function nameOf(name: object): string {
  return Object.entries(name)
    .map(([key, value]) => `${key}=${visibleName(String(value))}`)
    .join(', ')
}
