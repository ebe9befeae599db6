import { AuthenticationError, UsageError } from '../errors.js'
import { javaTrim, requireText } from './required-text.js'

/** The forms of Kafka's token request (KIP-768): header, body, and what is read of the answer. */

/**
 * The header `Authorization` of a client with a secret. `urlencode` encodes id and secret first, as RFC 6749 (section
 * 2.3.1) wants it and Kafka by default does not: `sasl.oauthbearer.header.urlencode`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for an empty id or secret.
 */
export function basicAuthorization(
  clientId: string | null,
  clientSecret: string | null,
  { urlencode }: { readonly urlencode: boolean },
): string {
  const id = requireText('The value for the token endpoint request client ID parameter', clientId, invalid)
  const secret = requireText('The value for the token endpoint request client secret parameter', clientSecret, invalid)
  const encode = urlencode ? formEncode : (text: string): string => text
  return `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')}`
}

/** The body of a request by client credentials; a blank scope is none. */
export function clientCredentialsBody(scope: string | null): string {
  const trimmed = javaTrim(scope ?? '')
  return `grant_type=client_credentials${trimmed === '' ? '' : `&scope=${formEncode(trimmed)}`}`
}

/**
 * The access token of an answer's body.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) with Kafka's text; nothing of the body is in it.
 */
export function parseAccessToken(body: string): string {
  let json: unknown
  try {
    json = body.trim() === '' ? null : JSON.parse(body)
  } catch {
    throw unavailable('The token endpoint response is not JSON')
  }
  const value: unknown =
    typeof json === 'object' && json !== null && Object.hasOwn(json, 'access_token')
      ? Reflect.get(json, 'access_token')
      : null
  const text = typeof value === 'string' ? value : null
  return requireText("The value for the token endpoint response's access_token JSON attribute", text, unavailable)
}

/** As HTML forms, and Java's `URLEncoder`: a blank becomes `+`. */
function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}

function invalid(text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', text)
}

function unavailable(text: string): AuthenticationError {
  return new AuthenticationError('CREDENTIALS_UNAVAILABLE', text, {
    mechanism: 'OAUTHBEARER',
    phase: 'sasl-exchange',
    hint: 'The endpoint answered with success, but not with a token: is it the token endpoint?',
  })
}
