import type { AuthenticationError } from '../errors.js'
import { bareUrl, endpointError, excerpt } from './endpoint-error.js'
import { oauthError } from './error-body.js'
import { exchange } from './http.js'
import type { HttpAnswer, HttpOptions, HttpRequest } from './http.js'

/** What is asked of an endpoint that answers in JSON. */
export interface JsonRequest extends Omit<HttpRequest, 'redirect'> {
  readonly url: string
  readonly http: HttpOptions
  /** What must not be seen in an error, even if the endpoint repeats it. */
  readonly secrets?: readonly (string | undefined)[] | undefined
}

/**
 * The JSON that an endpoint answers with status 200 or 201.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) that tells in `endpoint` what it answered instead.
 */
export async function askJson({ url, http, secrets = [], ...request }: JsonRequest): Promise<unknown> {
  const answer = await exchange(url, request, http)
  if (answer.status !== 200 && answer.status !== 201) throw refusal(url, answer, secrets)
  try {
    return JSON.parse(answer.body) as unknown
  } catch {
    // The reason is not chained: a parser's message quotes the text.
    const kind = answer.headers.get('content-type') ?? 'no content type'
    const errorDescription = answer.body === '' ? 'an empty body' : `${kind}, ${answer.body.length} characters`
    throw endpointError({ url: bareUrl(url), problem: 'malformed', status: answer.status, errorDescription })
  }
}

/** {@link askJson} in the form in which OAuth and JOSE libraries take a `fetch`: only good answers come back. */
export function jsonFetch(http: HttpOptions, secrets: readonly (string | undefined)[] = []): OAuthFetch {
  return async (url, { method, headers, body, signal }) => {
    const text = body == null ? {} : { body: typeof body === 'string' ? body : new URLSearchParams(body).toString() }
    const entries: Readonly<Record<string, string>> =
      headers instanceof Headers ? Object.fromEntries(headers.entries()) : headers
    const never = new AbortController().signal
    const json = await askJson({ url, http, secrets, method, headers: entries, ...text, signal: signal ?? never })
    return Response.json(json)
  }
}

/** `fetch` as these libraries call it. */
export type OAuthFetch = (
  url: string,
  request: {
    readonly method: string
    readonly headers: Headers | Record<string, string>
    readonly body?: string | URLSearchParams | null | undefined
    readonly signal?: AbortSignal | undefined
  },
) => Promise<Response>

/** The error for an answer that is no success. */
export function refusal(
  url: string,
  answer: HttpAnswer,
  secrets: readonly (string | undefined)[],
): AuthenticationError {
  const { status } = answer
  if (status >= 300 && status < 400) {
    const location = answer.headers.get('location') ?? ''
    const target = URL.canParse(location, url) ? bareUrl(new URL(location, url).href) : 'nowhere'
    return endpointError({ url: bareUrl(url), problem: 'redirect', status, errorDescription: `to ${target}` })
  }
  const { error, description } = oauthError(answer.body)
  return endpointError({
    url: bareUrl(url),
    problem: error !== undefined || status === 401 || status === 403 ? 'refused' : 'status',
    status,
    error: error === undefined ? undefined : redact(excerpt(error), secrets),
    errorDescription: description === undefined ? undefined : redact(excerpt(description), secrets),
  })
}

/** Some services repeat in their error what they were given. */
function redact(text: string, secrets: readonly (string | undefined)[]): string {
  let shown = text
  for (const secret of secrets) {
    if (secret === undefined || secret === '') continue
    for (const form of [secret, encodeURIComponent(secret)]) shown = shown.replaceAll(form, '***')
  }
  return shown
}
