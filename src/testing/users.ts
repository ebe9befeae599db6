import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { plainServer, ScramCredential, scramSha256Server, scramSha512Server } from '../sasl/index.js'
import type { ScramMechanismName, ScramTokenStore, ServerMechanism } from '../sasl/index.js'

/** The users of a broker and their passwords, the same for PLAIN and SCRAM. Changes take effect at the next login. */
export class Users {
  readonly #passwords = new Map<string, string>()
  /** Stretched passwords, by mechanism and user. */
  readonly #credentials = new Map<string, Promise<ScramCredential>>()
  readonly #key = randomBytes(32)

  constructor(users: Readonly<Record<string, string>> = {}) {
    for (const [name, password] of Object.entries(users)) this.set(name, password)
  }

  get names(): readonly string[] {
    return [...this.#passwords.keys()]
  }

  has(name: string): boolean {
    return this.#passwords.has(name)
  }

  /** Adds a user or changes its password. */
  set(name: string, password: string): void {
    this.#passwords.set(name, password)
    this.#forget(name)
  }

  delete(name: string): void {
    this.#passwords.delete(name)
    this.#forget(name)
  }

  /** Who a password belongs to is told by the outcome, not by the time that it takes. */
  isPassword(name: string, password: string): boolean {
    const digest = (text: string): Buffer => createHmac('sha256', this.#key).update(text).digest()
    const known = this.#passwords.get(name)
    return timingSafeEqual(digest(known ?? randomBytes(8).toString('hex')), digest(password)) && known !== undefined
  }

  /** The SCRAM credential of a user; null for an unknown one. */
  credential(mechanism: ScramMechanismName, name: string): Promise<ScramCredential> | null {
    const password = this.#passwords.get(name)
    if (password === undefined) return null
    const key = `${mechanism} ${name}`
    const known = this.#credentials.get(key) ?? ScramCredential.generate(mechanism, password)
    this.#credentials.set(key, known)
    return known
  }

  #forget(name: string): void {
    for (const mechanism of ['SCRAM-SHA-256', 'SCRAM-SHA-512']) this.#credentials.delete(`${mechanism} ${name}`)
  }
}

export function plainMechanism(users: Users): ServerMechanism {
  return plainServer({ verify: ({ username, password }) => users.isPassword(username, password) })
}

export function scramMechanism(name: ScramMechanismName, users: Users, tokens: ScramTokenStore): ServerMechanism {
  const make = name === 'SCRAM-SHA-256' ? scramSha256Server : scramSha512Server
  return make({ tokens, credentials: (user: string) => users.credential(name, user) })
}
