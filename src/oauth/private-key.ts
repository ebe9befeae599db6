import { createPrivateKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { importPKCS8 } from 'jose'
import type { CryptoKey } from 'jose'
import { UsageError } from '../errors.js'

/** A private key to sign with. */
export interface PrivateKeyOptions {
  /** PEM, PKCS#8 or older, or a function that gets it; asked again for every signature, so that a key can be replaced. Secret. */
  readonly privateKey: string | (() => string | Promise<string>)
  /** Of an encrypted key. Secret. */
  readonly passphrase?: string | undefined
  /** `RS256`, `PS256`, `ES256`, `EdDSA` and so on (RFC 7518). Default: `RS256` for RSA, what fits the curve for others. */
  readonly algorithm?: string | undefined
  /** `kid` of the key, for the service to find it. */
  readonly keyId?: string | undefined
}

/** A key, ready to sign, and its algorithm. */
export interface SigningKey {
  readonly key: CryptoKey
  readonly algorithm: string
}

/** @throws UsageError (`INVALID_ARGUMENT`); nothing of the key is in it. */
export async function loadSigningKey(options: PrivateKeyOptions): Promise<SigningKey> {
  const { privateKey, passphrase } = options
  const pem = typeof privateKey === 'function' ? await privateKey() : privateKey
  let object: KeyObject
  try {
    object = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) })
  } catch {
    // The reason is not chained: OpenSSL's words do not help, and could quote.
    throw new UsageError('INVALID_ARGUMENT', 'The private key cannot be read', {
      hint: 'It must be PEM (`-----BEGIN PRIVATE KEY-----`); an encrypted one needs its passphrase.',
    })
  }
  const algorithm = options.algorithm ?? algorithmFor(object)
  try {
    return { key: await importPKCS8(object.export({ type: 'pkcs8', format: 'pem' }) as string, algorithm), algorithm }
  } catch {
    throw new UsageError('INVALID_ARGUMENT', `The private key does not fit the algorithm ${algorithm}`, {
      hint: 'RS256 and PS256 need an RSA key, ES256 one on the curve P-256, EdDSA an Ed25519 one.',
    })
  }
}

function algorithmFor(key: KeyObject): string {
  switch (key.asymmetricKeyType) {
    case 'ec':
      return CURVES.get(key.asymmetricKeyDetails?.namedCurve ?? '') ?? 'ES256'
    case 'ed25519':
      return 'EdDSA'
    default:
      return 'RS256'
  }
}

const CURVES: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'ES256'],
  ['secp384r1', 'ES384'],
  ['secp521r1', 'ES512'],
])
