import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectTls, createSecureContext, type ConnectionOptions, type SecureContext, type TLSSocket } from 'node:tls'
import { AuthenticationError, ConnectionError, UsageError, type ConnectionErrorCode, type OttlaError } from '../errors.js'
import type { MaybePromise } from '../sasl/mechanism.js'

/** Node's options of `tls.connect()`, without those that say where to connect. */
export type TlsOptions = Omit<ConnectionOptions, 'host' | 'port' | 'path' | 'socket' | 'lookup' | 'timeout'>

/**
 * `true` for Node's defaults, Node's options, or a function that gives them anew for every connection (rotation of
 * certificates). An options object is read once: to change something, give another object.
 */
export type Tls = boolean | TlsOptions | ((target: { readonly host: string; readonly port: number }) => MaybePromise<TlsOptions>)

export interface SecureOptions {
  readonly socket: Duplex
  readonly host: string
  readonly port: number
  readonly tls: Exclude<Tls, false>
  readonly signal: AbortSignal
}

const defaults: TlsOptions = {}
/** Reading certificates and keys is dear: it is done once per options object. */
const contexts: WeakMap<TlsOptions, SecureContext> = new WeakMap()

function contextOf(options: TlsOptions): SecureContext {
  if (options.secureContext) return options.secureContext
  let context = contexts.get(options)
  if (!context) {
    try {
      context = createSecureContext(options)
    } catch (cause) {
      throw new UsageError('INVALID_ARGUMENT', `the tls options cannot be used: ${messageOf(cause)}`, {
        cause,
        phase: 'tls',
        hint: 'Certificates and keys are PEM text (cert, key, ca) or PKCS#12 (pfx), with the passphrase that belongs to them.',
      })
    }
    contexts.set(options, context)
  }
  return context
}

/** Reads tls options before anything is dialled. @throws UsageError (`INVALID_ARGUMENT`) */
export function checkTls(tls: Tls | undefined): void {
  if (tls === undefined || typeof tls === 'boolean' || typeof tls === 'function') return
  if (typeof tls !== 'object' || tls === null) throw new UsageError('INVALID_ARGUMENT', 'tls must be a boolean, an object or a function')
  contextOf(tls)
}

/**
 * Encrypts a connection. The server name (SNI) is the host unless it is an IP address or the options say otherwise;
 * no ALPN is offered, since Kafka's brokers know none.
 *
 * @throws ConnectionError (`TLS_…`), the signal's reason if it aborts
 */
export async function secure(options: SecureOptions): Promise<TLSSocket> {
  const { socket, host, port, tls, signal } = options
  const given = tls === true ? defaults : typeof tls === 'function' ? await tls({ host, port }) : tls
  signal.throwIfAborted()
  const { secureContext, ...rest } = { ...given, secureContext: contextOf(given) }
  const servername = given.servername ?? (isIP(host) ? '' : host)
  return new Promise((resolve, reject) => {
    const secured = connectTls({ ...rest, secureContext, socket, host, servername })
    const settle = (): void => {
      signal.removeEventListener('abort', aborted)
      secured.off('error', failed).off('close', closed)
    }
    const fail = (error: unknown): void => {
      settle()
      secured.on('error', () => undefined).destroy()
      socket.destroy()
      reject(error as Error)
    }
    const failed = (cause: NodeJS.ErrnoException): void => fail(tlsError(cause, options))
    const closed = (): void => failed(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }))
    const aborted = (): void => fail(signal.reason)
    signal.addEventListener('abort', aborted)
    secured.once('error', failed).once('close', closed)
    secured.once('secureConnect', () => {
      settle()
      resolve(secured)
    })
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
  hint: 'Is this a plaintext listener? Then leave the tls option away, or use the port of the SSL or SASL_SSL listener. A broker that wants other TLS versions hangs up in the same way.',
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
  ECONNRESET: notSpoken,
  EPIPE: notSpoken,
  ERR_SSL_WRONG_VERSION_NUMBER: notSpoken,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: notSpoken,
  ERR_SSL_HTTP_REQUEST: notSpoken,
  ERR_SSL_UNEXPECTED_MESSAGE: notSpoken,
}

/** What Node or OpenSSL reports of a TLS connection, in this library's words. Also for alerts after the handshake (TLS 1.3). */
export function tlsError(cause: NodeJS.ErrnoException, { host, port }: Pick<SecureOptions, 'host' | 'port'>): OttlaError {
  if (cause instanceof AuthenticationError) return cause
  const known = explain(cause)
  const { code, text, hint } = known ?? {
    code: 'TLS_FAILED' as const,
    text: `the TLS handshake failed: ${cause.message}`,
    hint: 'Look at the TLS versions and ciphers of both ends, and at the broker’s log.',
  }
  return new ConnectionError(code, `${text} (${cause.code ?? cause.message})${chainOf(cause)}`, {
    cause,
    phase: 'tls',
    broker: `${host}:${port}`,
    hint,
    reason: 'connect-failed',
    retriable: code === 'TLS_FAILED',
  })
}

function explain(cause: NodeJS.ErrnoException): Explanation | undefined {
  const code = cause.code ?? ''
  const alert = `${code} ${cause.message}`
  if (/SELF_SIGNED|UNABLE_TO|CERT_UNTRUSTED|INVALID_CA|CERT_SIGNATURE_FAILURE|CERT_REJECTED|PATH_LENGTH|INVALID_PURPOSE/.test(code)) return untrusted
  if (/ALERT_(BAD_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE)|CERTIFICATE_REQUIRED|alert (bad|unknown|unsupported) c/i.test(alert)) return clientCertificate
  if (/alert unknown ca|alert certificate/i.test(alert)) return clientCertificate
  return explanations[code]
}

/** Whether an error of an established TLS connection is a TLS alert rather than the network. */
export function isTlsAlert(cause: NodeJS.ErrnoException): boolean {
  return /^(ERR_SSL_|EPROTO)/.test(cause.code ?? '')
}

/** The subjects from the peer's certificate up, where it showed some. */
function chainOf(cause: NodeJS.ErrnoException): string {
  let certificate = 'cert' in cause ? (cause.cert as PeerChain | undefined) : undefined
  const subjects: string[] = []
  while (certificate?.subject && subjects.length < 10) {
    subjects.push(subjectOf(certificate.subject))
    if (certificate.issuerCertificate === certificate) break
    const issuer: PeerChain | undefined = certificate.issuerCertificate
    if (!issuer && certificate.issuer) subjects.push(subjectOf(certificate.issuer))
    certificate = issuer
  }
  return subjects.length > 0 ? `; chain: ${subjects.join(' < ')}` : ''
}

interface PeerChain {
  readonly subject?: object
  readonly issuer?: object
  readonly issuerCertificate?: PeerChain
}

function subjectOf(name: object): string {
  return Object.entries(name).map(([key, value]) => `${key}=${String(value)}`).join(', ')
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
