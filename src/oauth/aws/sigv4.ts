import { createHash, createHmac } from 'node:crypto'
import type { AwsCredentials } from './credentials.js'

/**
 * AWS Signature Version 4, as far as it is needed here: a GET request signed in its query, and a POST request signed in its
 * headers. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */

/** Where and when a signature is good. */
export interface SignatureScope {
  readonly region: string
  readonly service: string
  readonly credentials: AwsCredentials
  /** In ms since the epoch. */
  readonly now: number
}

/** A request to sign. */
export interface SignableRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** By lower-case name; all of them are signed. */
  readonly headers: Readonly<Record<string, string>>
  /** The hash of the body in hex, or the literal that stands for it. */
  readonly payloadHash: string
}

/** The query parameters of a GET request that carries its signature in them; `expiresIn` in seconds. */
export function presignedQuery(
  request: Omit<SignableRequest, 'method' | 'payloadHash'> & { readonly payloadHash?: string },
  scope: SignatureScope & { readonly expiresIn: number },
): Record<string, string> {
  const { credentials, now, expiresIn } = scope
  const query: Record<string, string> = {
    ...request.query,
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': `${credentials.accessKeyId}/${credentialScope(scope)}`,
    'X-Amz-Date': timestamp(now),
    'X-Amz-Expires': String(expiresIn),
    ...(credentials.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': credentials.sessionToken }),
    'X-Amz-SignedHeaders': Object.keys(request.headers).sort().join(';'),
  }
  const { payloadHash = sha256('') } = request
  return { ...query, 'X-Amz-Signature': signature({ ...request, query, method: 'GET', payloadHash }, scope) }
}

/** The headers of a request that carries its signature in `authorization`. */
export function signedHeaders(
  request: Omit<SignableRequest, 'payloadHash'> & { readonly body: string },
  scope: SignatureScope,
): Record<string, string> {
  const { credentials, now } = scope
  const headers: Record<string, string> = {
    ...request.headers,
    'x-amz-date': timestamp(now),
    ...(credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken }),
  }
  const proof = signature({ ...request, headers, payloadHash: sha256(request.body) }, scope)
  const authorization = [
    `${ALGORITHM} Credential=${credentials.accessKeyId}/${credentialScope(scope)}`,
    `SignedHeaders=${Object.keys(headers).sort().join(';')}`,
    `Signature=${proof}`,
  ].join(', ')
  return { ...headers, authorization }
}

/** `key=value` pairs as a URL has them, in the order in which they are signed. */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => [encode(name), encode(value)] as const)
  // By code point, the names first: encoded text is ASCII, so plain comparison does it.
  pairs.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  return pairs.map(([name, value]) => `${name}=${value}`).join('&')
}

/** What is signed, step by step as AWS documents it. */
export function canonicalRequest({ method, path, query, headers, payloadHash }: SignableRequest): string {
  const names = Object.keys(headers).sort()
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`)
  return [method, path, canonicalQuery(query), lines.join(''), names.join(';'), payloadHash].join('\n')
}

/** The key that signs for one day, one region, one service. */
export function signingKey({ credentials, now, region, service }: SignatureScope): Buffer {
  const steps = [timestamp(now).slice(0, 8), region, service, 'aws4_request']
  return steps.reduce<Buffer>((key, step) => hmac(key, step), Buffer.from(`AWS4${credentials.secretAccessKey}`))
}

function signature(request: SignableRequest, scope: SignatureScope): string {
  const text = [ALGORITHM, timestamp(scope.now), credentialScope(scope), sha256(canonicalRequest(request))].join('\n')
  return hmac(signingKey(scope), text).toString('hex')
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

function credentialScope({ now, region, service }: SignatureScope): string {
  return `${timestamp(now).slice(0, 8)}/${region}/${service}/aws4_request`
}

/** `20150830T123600Z`. */
function timestamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** RFC 3986, where `encodeURIComponent` leaves five characters too many as they are. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
