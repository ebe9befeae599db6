import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { framed } from './raw-client.js'

/** Requests byte by byte, without the codecs under test; wrong ones too. */

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const text = (value: string): Buffer => Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)])

const bytes = (value: Uint8Array): Buffer => Buffer.concat([int32(value.length), value])

let correlation = 0

function request(key: number, version: number, ...body: readonly Uint8Array[]): Buffer {
  correlation += 1
  return framed(int16(key), int16(version), int32(correlation), text('observe'), ...body)
}

export const apiVersions = (version = 0): Buffer =>
  version < 3
    ? request(18, version)
    : request(
        18,
        version,
        Buffer.from([0, 8]),
        Buffer.from('observe'),
        Buffer.from([4]),
        Buffer.from('1.0'),
        Buffer.from([0]),
      )

/** A version that needs a flexible header, with the header of old. */
export const oldHeaderApiVersions = (version: number): Buffer => request(18, version)

export const saslHandshake = (mechanism: string, version = 1): Buffer => request(17, version, text(mechanism))

export const saslAuthenticate = (token: string | Uint8Array, version = 1): Buffer =>
  request(36, version, bytes(Buffer.from(token)))

export const metadata = (): Buffer => request(3, 1, int32(0))

export const fetchNothing = (maxWait: number): Buffer =>
  request(
    1,
    4,
    Buffer.concat([int32(-1), int32(maxWait), int32(1), int32(1 << 20), Buffer.from([0]), int32(1), text('observe')]),
    Buffer.concat([int32(1), int32(0), Buffer.alloc(8), int32(1 << 20)]),
  )

export const plainToken = (user: string, password: string, authorizationId = ''): string =>
  `${authorizationId}\0${user}\0${password}`

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An unsigned token, for so many seconds from `now` (in ms) on. */
export function unsignedJwt(subject: string, seconds: number, now: number): string {
  const iat = now / 1000 + Math.min(0, seconds - 1)
  return `${base64({ alg: 'none' })}.${base64({ sub: subject, iat, exp: now / 1000 + seconds })}.`
}

export const oauthToken = (token: string, extensions = '', gs2 = 'n,,'): string =>
  `${gs2}\x01auth=Bearer ${token}${extensions}\x01\x01`

export interface ScramOptions {
  readonly extension?: string
  readonly gs2?: string
  readonly nonce?: string
  /** What to put in front of the agreed nonce. */
  readonly tamper?: string
  readonly channel?: string
}

/** A SCRAM-SHA-256 client that does what it is told, right or wrong. */
export function scramClient(
  user: string,
  password: string,
  options: ScramOptions = {},
): { readonly first: string; final(serverFirst: string): string } {
  const { extension = '', gs2 = 'n,,', nonce = 'fyko', tamper = '', channel = 'biws' } = options
  const bare = `n=${user},r=${nonce}${extension}`
  return {
    first: gs2 + bare,
    final: (serverFirst) => {
      const field = (name: string): string => new RegExp(`(?:^|,)${name}=([^,]*)`).exec(serverFirst)?.[1] ?? ''
      const salted = pbkdf2Sync(password, Buffer.from(field('s'), 'base64'), Number(field('i')), 32, 'sha256')
      const clientKey = createHmac('sha256', salted).update('Client Key').digest()
      const withoutProof = `c=${channel},r=${tamper}${field('r')}`
      const storedKey = createHash('sha256').update(clientKey).digest()
      const signature = createHmac('sha256', storedKey).update(`${bare},${serverFirst},${withoutProof}`).digest()
      return `${withoutProof},p=${Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0))).toString('base64')}`
    },
  }
}
