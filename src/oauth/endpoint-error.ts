import { AuthenticationError } from '../errors.js'
import type { EndpointAnswer } from '../errors.js'

/** How much of a foreign text goes into an error. */
const MAX_TEXT = 300

/**
 * The error for an HTTP endpoint that did not give what it should: `CREDENTIALS_UNAVAILABLE`, with the answer as a typed
 * detail and a hint for its kind.
 */
export function endpointError(answer: EndpointAnswer, details: { readonly cause?: unknown } = {}): AuthenticationError {
  return new AuthenticationError('CREDENTIALS_UNAVAILABLE', `${answer.url}: ${describe(answer)}`, {
    ...details,
    phase: 'sasl-exchange',
    mechanism: 'OAUTHBEARER',
    hint: hintFor(answer),
    // Wrong secrets stay wrong; what may pass by itself may be tried again.
    retriable: ['unreachable', 'timeout', 'status'].includes(answer.problem) && isRetriableStatus(answer.status),
    endpoint: answer,
  })
}

/** The error for an answer that is JSON, but not the right one. */
export function malformedAnswer(url: string, text: string, cause?: unknown): AuthenticationError {
  const error = endpointError(
    { url: bareUrl(url), problem: 'malformed', status: 200, errorDescription: excerpt(text) },
    { cause },
  )
  return error
}

/**
 * Whether a token request may be repeated after such a status; undefined: there was no answer. The list is Kafka's
 * (`HttpJwtRetriever`, `UNRETRYABLE_HTTP_CODES`).
 */
export function isRetriableStatus(status: number | undefined): boolean {
  return status === undefined || !UNRETRIABLE.has(status)
}

const UNRETRIABLE: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 501, 505,
])

/** The address without what may be secret. */
export function bareUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  return parsed === undefined ? '(no URL)' : `${parsed.protocol}//${parsed.host}${parsed.pathname}`
}

/** The beginning of a foreign text, on one line. */
export function excerpt(text: string): string {
  // Control characters go: a log must not be forged by them.
  const line = text
    .slice(0, MAX_TEXT * 2)
    .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+/g, ' ')
    .trim()
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}…` : line
}

function describe({ problem, status, error, errorDescription }: EndpointAnswer): string {
  const said = [error, errorDescription].filter((text) => text !== undefined && text !== '').join(': ')
  const withText = (text: string): string => (said === '' ? text : `${text}: ${said}`)
  switch (problem) {
    case 'unreachable':
      return withText('could not be reached')
    case 'timeout':
      return withText('did not answer in time')
    case 'tls':
      return withText('the TLS handshake failed')
    case 'redirect':
      return withText(`answered ${String(status)}, a redirect, which is not followed`)
    case 'too-large':
      return withText('answered with more than is read')
    case 'malformed':
      return withText('answered what is not the expected JSON')
    case 'refused':
    case 'status':
      return withText(`answered ${String(status)}`)
  }
}

function hintFor({ problem, error, status }: EndpointAnswer): string {
  switch (problem) {
    case 'unreachable':
      return 'Are host and port right, is the service running, and does the way out need a proxy (option `fetch` or `agent`)?'
    case 'timeout':
      return 'The service is slow, or a firewall drops the packets. `timeout` says how long an answer is awaited.'
    case 'tls':
      return 'A private authority? Give its certificate as `tls.ca`. If the service asks for a client certificate, give `tls.cert` and `tls.key`.'
    case 'redirect':
      return 'A secret is never carried to another address: give the final URL. A login page of a proxy also answers like this.'
    case 'too-large':
      return 'Is this the right URL? A token must also fit the broker (512 KiB before login).'
    case 'malformed':
      return 'Is this the token endpoint itself, not a web page of the same service?'
    case 'status':
      return status === 404
        ? 'There is no such path: is the URL complete?'
        : 'The service has a problem of its own; its log tells more.'
    case 'refused':
      return HINTS.get(error ?? '') ?? 'The service does not give a token to this client; its log tells why.'
  }
}

const HINTS: ReadonlyMap<string, string> = new Map([
  [
    'invalid_client',
    'Client id or secret is wrong, or the service wants another way of authentication (client_secret_basic, client_secret_post, private_key_jwt, TLS).',
  ],
  ['invalid_scope', 'The service does not know this scope, or does not give it to this client.'],
  ['invalid_target', 'The service does not know this resource or audience (RFC 8707).'],
  ['unauthorized_client', 'This client may not use this grant: allow it at the service.'],
  ['unsupported_grant_type', 'The service does not offer this grant.'],
  ['invalid_grant', 'The assertion is expired, was used before, or is not from an issuer that the service trusts.'],
  ['invalid_request', 'A parameter is missing or one too many: some services want `audience` or `resource`.'],
])
