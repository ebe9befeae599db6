import { request as httpRequest } from 'node:http'
import type { Agent, IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { ConnectionOptions } from 'node:tls'
import { AuthenticationError, UsageError } from '../errors.js'
import { bareUrl, endpointError, excerpt } from './endpoint-error.js'

/** One HTTP request, in the terms of fetch. */
export interface HttpRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

/** `fetch`, as far as it is used here; for a proxy or a test. */
export type FetchFunction = (url: string, request: HttpRequest) => Promise<Response>

/** How an endpoint is spoken to. */
export interface HttpOptions {
  /**
   * For the endpoint's TLS: `ca` (own authority), `cert` and `key` or `pfx` (mutual TLS, RFC 8705), and the like. Kafka: the
   * `ssl.*` options of the login.
   */
  readonly tls?: ConnectionOptions | undefined
  /** An agent of `node:http` or `node:https`, of a proxy for instance. Default: one connection a request, none is kept. */
  readonly agent?: Agent | undefined
  /** Does the requests in place of `node:https`; then `tls` and `agent` have no meaning. */
  readonly fetch?: FetchFunction | undefined
  /** How long one answer may take from the first packet to its last byte, in ms. Default: 10 000. Kafka: `sasl.login.read.timeout.ms`. */
  readonly timeout?: number | undefined
  /** How long connecting may take, in ms. Default: as `timeout`. Kafka: `sasl.login.connect.timeout.ms`. */
  readonly connectTimeout?: number | undefined
  /** Whether secrets and keys may come and go without TLS, beyond this machine. Default: false. */
  readonly allowPlaintext?: boolean | undefined
}

/** The most that is read of any answer, in bytes. */
const MAX_BODY = 1024 * 1024

/** An answer, read to its end. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/**
 * Asks an endpoint, with bounds on time and size.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`, `endpoint.problem`) if there is no whole answer.
 * @throws UsageError (`PLAINTEXT_REFUSED`) for `http:` to another machine.
 */
export async function exchange(
  url: string,
  request: Omit<HttpRequest, 'redirect'>,
  options: HttpOptions,
): Promise<HttpAnswer> {
  checkUrl(url, options)
  const { timeout = 10_000 } = options
  const bare = bareUrl(url)
  const ending = new AbortController()
  const end = (error: AuthenticationError) => (): void => {
    ending.abort(error)
  }
  const late = setTimeout(end(timedOut(bare, `after ${timeout} ms`)), timeout)
  const givenUp = end(timedOut(bare, 'given up by the login'))
  if (request.signal.aborted) givenUp()
  request.signal.addEventListener('abort', givenUp, { once: true })
  try {
    const { signal } = ending
    // The race is for a `fetch` that does not look at its signal.
    return await Promise.race([answerOf(url, { ...request, redirect: 'manual', signal }, options), rejectionOf(signal)])
  } catch (cause) {
    if (ending.signal.aborted) throw ending.signal.reason as Error
    if (cause instanceof AuthenticationError) throw cause
    throw endpointError(
      { url: bare, problem: isTls(cause) ? 'tls' : 'unreachable', errorDescription: reason(cause) },
      { cause },
    )
  } finally {
    clearTimeout(late)
    request.signal.removeEventListener('abort', givenUp)
  }
}

async function answerOf(url: string, request: HttpRequest, options: HttpOptions): Promise<HttpAnswer> {
  const response = await (options.fetch ?? nodeFetch(options))(url, request)
  return { status: response.status, headers: response.headers, body: await bodyOf(response, bareUrl(url)) }
}

function timedOut(url: string, errorDescription: string): AuthenticationError {
  return endpointError({ url, problem: 'timeout', errorDescription })
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => {
      reject(signal.reason as Error)
    }
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail)
  })
}

/** @throws UsageError for what is no URL of HTTP, or goes in clear text where that is not allowed. */
function checkUrl(url: string, { allowPlaintext = false }: HttpOptions): void {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return
  if (protocol !== 'http:') {
    throw new UsageError('INVALID_ARGUMENT', `${bareUrl(url)}: only http: and https: are spoken, not ${protocol}`)
  }
  if (allowPlaintext || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) return
  throw new UsageError('PLAINTEXT_REFUSED', `${bareUrl(url)} would be asked without TLS`, {
    hint: 'Whoever listens can take the secret or change the answer: use https:, or set `allowPlaintext: true` if the network is trusted.',
  })
}

/**
 * fetch on `node:https`: the global one can take neither an authority nor a client certificate. No connection is kept, so
 * nothing is left behind.
 */
function nodeFetch(options: HttpOptions): FetchFunction {
  const { tls = {}, agent, connectTimeout } = options
  return (url, { method, headers, body, signal }) =>
    new Promise<Response>((resolve, reject) => {
      const send = url.startsWith('https:') ? httpsRequest : httpRequest
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const request = send(url, { ...tls, method, headers: { ...headers, ...length }, agent: agent ?? false, signal })
      if (connectTimeout !== undefined) giveUpUnlessConnected(request, connectTimeout)
      request.once('error', reject)
      request.once('response', (response) => {
        resolve(toResponse(response))
      })
      request.end(body)
    })
}

function giveUpUnlessConnected(request: ReturnType<typeof httpRequest>, connectTimeout: number): void {
  const timer = setTimeout(() => {
    request.destroy(new Error(`no connection after ${connectTimeout} ms`))
  }, connectTimeout)
  const stop = (): void => {
    clearTimeout(timer)
  }
  request.once('close', stop)
  request.once('socket', (socket) => {
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', stop)
  })
}

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers()
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    headers.append(message.rawHeaders[i] ?? '', message.rawHeaders[i + 1] ?? '')
  }
  const status = message.statusCode ?? 0
  // A Response with one of these must have no body.
  const body = [101, 204, 205, 304].includes(status) ? null : streamOf(message)
  return new Response(body, { status: status >= 200 && status <= 599 ? status : 599, headers })
}

function streamOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  const iterator = message[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel() {
      message.destroy()
    },
  })
}

async function bodyOf(response: Response, url: string): Promise<string> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    size += chunk.length
    if (size > MAX_BODY) {
      throw endpointError({
        url,
        problem: 'too-large',
        status: response.status,
        errorDescription: `over ${MAX_BODY} bytes`,
      })
    }
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function isTls(error: unknown): boolean {
  const codes = [codeOf(error), error instanceof Error ? codeOf(error.cause) : '']
  return codes.some((code) =>
    /^(?:ERR_TLS|ERR_SSL|EPROTO$|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/.test(
      code,
    ),
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The innermost reason; fetch hides it one level down, connecting to several addresses in a list. */
function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0])
  if (!(error instanceof Error)) return 'it threw no Error'
  if (error.cause instanceof Error) return reason(error.cause)
  const code = codeOf(error)
  return excerpt(error.message.includes(code) ? error.message : `${code} ${error.message}`)
}
