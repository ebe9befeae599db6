import { createHash, createHmac } from 'node:crypto'

/** Credentials of AWS; the session token comes with temporary ones. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

/** What a presigned request is about. */
export interface PresignRequest {
  readonly host: string
  readonly path: string
  readonly region: string
  readonly service: string
  /** Query parameters beside those of the signature. */
  readonly query: Readonly<Record<string, string>>
  /** SHA-256 of the body in hex, or what the service takes in its place. */
  readonly payloadHash: string
  readonly expiresSeconds: number
  readonly now: Date
}

/** Signs a GET request with the query-string form of AWS Signature Version 4; gives all of its query parameters. */
export function presign(request: PresignRequest, credentials: AwsCredentials): Record<string, string> {
  const { host, path, region, service, payloadHash, expiresSeconds } = request
  const date = request.now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`
  const query: Record<string, string> = {
    ...request.query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(expiresSeconds),
    ...(credentials.sessionToken !== undefined && { 'X-Amz-Security-Token': credentials.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  }
  const canonical = ['GET', path, canonicalQuery(query), `host:${host}`, '', 'host', payloadHash].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const key = [date.slice(0, 8), region, service, 'aws4_request'].reduce<string | Buffer>(
    (previous, part) => hmac(previous, part),
    `AWS4${credentials.secretAccessKey}`,
  )
  return { ...query, 'X-Amz-Signature': hmac(key, toSign).toString('hex') }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** Sorted by name; RFC 3986 leaves only letters, digits and -_.~ as they are. */
function canonicalQuery(query: Readonly<Record<string, string>>): string {
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  return Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
}
