import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** A key of a token issuer, public part as a JWK. */
export interface IssuerKey {
  readonly kid: string
  readonly algorithm: 'RS256' | 'ES256'
  readonly privateKey: KeyObject
  readonly jwk: { readonly kty: string; readonly kid: string; readonly alg: string }
}

export function issuerKey(kid: string, algorithm: IssuerKey['algorithm'] = 'ES256'): IssuerKey {
  const { privateKey, publicKey } =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  return { kid, algorithm, privateKey, jwk: { ...jwk, kty: jwk.kty ?? '', kid, alg: algorithm } }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A signed token, made here by hand so that it can also be wrong. */
export function token(key: IssuerKey, claims: object, header: object = {}): string {
  const text = `${part({ alg: key.algorithm, kid: key.kid, typ: 'JWT', ...header })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(text), { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
  return `${text}.${signature.toString('base64url')}`
}

/** A token "signed" with text that everybody can know, as if it were a shared secret. */
export function hmacToken(secret: string, claims: object, header: object = {}): string {
  const text = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

export function unsignedToken(claims: object): string {
  return `${part({ alg: 'none' })}.${part(claims)}.`
}
