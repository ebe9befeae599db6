import { promisify } from 'node:util'
import type { MaybePromise } from '../mechanism.js'
import { nodeCrypto } from '../node-crypto.js'
import type { ScramAlgorithm } from './algorithm.js'

/** The keys behind a password (RFC 5802, section 3). */
export interface ScramKeys {
  readonly clientKey: Uint8Array
  readonly storedKey: Uint8Array
  readonly serverKey: Uint8Array
}

/** Stretches a password; on the thread pool, so that the event loop goes on. No SASLprep, as in Kafka. */
export async function deriveScramKeys(
  algorithm: ScramAlgorithm,
  password: string,
  stretching: { readonly salt: Uint8Array; readonly iterations: number },
): Promise<ScramKeys> {
  const { salt, iterations } = stretching
  const salted = await promisify(nodeCrypto().pbkdf2)(password, salt, iterations, algorithm.length, algorithm.hash)
  const clientKey = hmac(algorithm, salted, 'Client Key')
  const keys = { clientKey, storedKey: hash(algorithm, clientKey), serverKey: hmac(algorithm, salted, 'Server Key') }
  salted.fill(0)
  return keys
}

export function hmac(algorithm: ScramAlgorithm, key: Uint8Array, text: string): Buffer {
  return nodeCrypto().createHmac(algorithm.hash, key).update(text).digest()
}

export function hash(algorithm: ScramAlgorithm, bytes: Uint8Array): Buffer {
  return nodeCrypto().hash(algorithm.hash, bytes, 'buffer')
}

/** Both of equal length. */
export function xor(one: Uint8Array, other: Uint8Array): Buffer {
  const result = Buffer.allocUnsafe(one.length)
  for (let i = 0; i < one.length; i++) result[i] = (one[i] ?? 0) ^ (other[i] ?? 0)
  return result
}

/**
 * Remembers derived keys, so that however many connections log in with one password, it is stretched once.
 *
 * The password itself is not kept: an entry is found by a digest of password, salt and iterations under a key of this
 * process. The oldest unused entries go first, and a server that sends a new salt each time pushes out only so many.
 */
export class ScramKeyCache {
  /** Made at the first login: a cache may belong to a module. */
  #key: Buffer | undefined
  readonly #entries = new Map<string, MaybePromise<ScramKeys>>()
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(
    algorithm: ScramAlgorithm,
    password: string,
    stretching: { readonly salt: Uint8Array; readonly iterations: number },
  ): MaybePromise<ScramKeys> {
    const { salt, iterations } = stretching
    this.#key ??= nodeCrypto().randomBytes(32)
    const id = nodeCrypto()
      .createHmac('sha256', this.#key)
      .update(`${algorithm.hash},${iterations},${salt.length},`)
      .update(salt)
      .update(password)
      .digest()
      .toString('latin1')
    const known = this.#entries.get(id)
    if (known !== undefined) {
      this.#entries.delete(id)
      this.#entries.set(id, known)
      return known
    }
    const pending = deriveScramKeys(algorithm, password, stretching)
    this.#entries.set(id, pending)
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value ?? id)
    pending.then(
      (keys) => this.#settle(id, pending, keys),
      () => this.#settle(id, pending),
    )
    return pending
  }

  #settle(id: string, pending: Promise<ScramKeys>, keys?: ScramKeys): void {
    if (this.#entries.get(id) !== pending) return
    if (keys === undefined) this.#entries.delete(id)
    else this.#entries.set(id, keys)
  }
}
