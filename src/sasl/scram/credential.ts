import { UsageError } from '../../errors.js'
import { MIN_ITERATIONS, scramAlgorithm } from './algorithm.js'
import type { ScramMechanismName } from './algorithm.js'
import { base64 } from './grammar.js'
import { deriveScramKeys } from './keys.js'
import { scramNonce } from './nonce.js'

/** The parts of a {@link ScramCredential}. */
export interface ScramCredentialParts {
  readonly salt: Uint8Array
  readonly storedKey: Uint8Array
  readonly serverKey: Uint8Array
  readonly iterations: number
}

/** Options of {@link ScramCredential.generate}. */
export interface ScramCredentialOptions {
  /** How often the password is stretched. Kafka allows 4096 to 16384. Default: 4096. */
  readonly iterations?: number
  /** Default: random, in the form that Kafka makes. */
  readonly salt?: Uint8Array
}

const MAX_GENERATED_ITERATIONS = 1_000_000

/**
 * What a server keeps of a SCRAM password: enough to check it, not enough to log in with. Still secret, since the server
 * key lets its owner play the server; nothing of it shows in `util.inspect` or JSON.
 */
export class ScramCredential implements ScramCredentialParts {
  readonly #parts: ScramCredentialParts

  constructor(parts: ScramCredentialParts) {
    this.#parts = { ...parts }
  }

  get salt(): Uint8Array {
    return this.#parts.salt
  }

  get storedKey(): Uint8Array {
    return this.#parts.storedKey
  }

  get serverKey(): Uint8Array {
    return this.#parts.serverKey
  }

  get iterations(): number {
    return this.#parts.iterations
  }

  /**
   * Stretches a password into a credential.
   *
   * @throws UsageError (`INVALID_ARGUMENT`) for an empty password or a number of iterations out of 4096 to 1,000,000.
   */
  static async generate(
    mechanism: ScramMechanismName,
    password: string,
    options: ScramCredentialOptions = {},
  ): Promise<ScramCredential> {
    const { iterations = MIN_ITERATIONS, salt = Buffer.from(scramNonce()) } = options
    if (password === '') throw new UsageError('INVALID_ARGUMENT', `${mechanism}: password must not be empty`)
    if (!Number.isInteger(iterations) || iterations < MIN_ITERATIONS || iterations > MAX_GENERATED_ITERATIONS) {
      const range = `${MIN_ITERATIONS} to ${MAX_GENERATED_ITERATIONS}`
      throw new UsageError(
        'INVALID_ARGUMENT',
        `${mechanism}: iterations must be a whole number in ${range}, not ${iterations}`,
      )
    }
    const { storedKey, serverKey } = await deriveScramKeys(scramAlgorithm(mechanism), password, { salt, iterations })
    return new ScramCredential({ salt, storedKey, serverKey, iterations })
  }

  /**
   * Reads Kafka's text form, `salt=…,stored_key=…,server_key=…,iterations=…` in any order.
   *
   * @throws UsageError (`INVALID_ARGUMENT`); the text itself is secret and not in the error.
   */
  static parse(text: string): ScramCredential {
    const fields = new Map(
      text
        .replace(/,{1,8}$/, '')
        .split(',')
        .map((field): [string, string] => {
          const equals = field.indexOf('=')
          return equals < 0 ? ['', ''] : [field.slice(0, equals), field.slice(equals + 1)]
        }),
    )
    const bytes = (name: string): Uint8Array => decodeBase64(fields.get(name))
    const iterations = fields.get('iterations')
    if (fields.size !== 4 || iterations === undefined || !/^[+-]?[0-9]{1,10}$/.test(iterations)) throw invalid()
    if (Math.abs(Number(iterations)) >= 2 ** 31) throw invalid()
    return new ScramCredential({
      salt: bytes('salt'),
      storedKey: bytes('stored_key'),
      serverKey: bytes('server_key'),
      iterations: Number(iterations),
    })
  }

  /** Kafka's text form: what `kafka-storage format --add-scram` and ZooKeeper-based brokers store. Secret. */
  format(): string {
    const { salt, storedKey, serverKey, iterations } = this.#parts
    return `salt=${base64(salt)},stored_key=${base64(storedKey)},server_key=${base64(serverKey)},iterations=${iterations}`
  }
}

/** As Java's decoder takes it: padding may be left away, but must be right where it is. */
const BASE64 = /^(?:[a-zA-Z0-9/+]{4})*(?:[a-zA-Z0-9/+]{2}(?:==)?|[a-zA-Z0-9/+]{3}=?)?$/

function decodeBase64(text: string | undefined): Uint8Array {
  if (text === undefined || !BASE64.test(text)) throw invalid()
  return Buffer.from(text, 'base64')
}

function invalid(): UsageError {
  return new UsageError(
    'INVALID_ARGUMENT',
    'Credentials not valid: expected salt=…,stored_key=…,server_key=…,iterations=…',
  )
}
