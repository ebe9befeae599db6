import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { ScramCredential } from '../sasl/index.js'
import type { ScramDelegationToken, ScramMechanismName } from '../sasl/index.js'
import type { Clock, Principal } from '../server/index.js'
import { uuid } from './cluster.js'

/** A delegation token (KIP-48): stands for its owner until it ends. */
export interface DelegationToken {
  readonly id: string
  readonly owner: Principal
  readonly requester: Principal
  readonly renewers: readonly Principal[]
  readonly issuedAt: number
  readonly maxAt: number
  expiresAt: number
}

const DAY = 86_400_000
const NOT_FOUND = 62
const NOT_OWNER = 63
const EXPIRED = 66

/** The delegation tokens of a cluster. */
export class DelegationTokens {
  readonly #tokens = new Map<string, DelegationToken>()
  readonly #credentials = new Map<string, Promise<ScramCredential>>()
  readonly #key = randomBytes(32)
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  create(request: {
    readonly owner: Principal
    readonly requester: Principal
    readonly renewers: readonly Principal[]
    /** In ms; negative: the longest that there is. */
    readonly lifetime: number
  }): DelegationToken {
    const now = this.#clock.now()
    const { owner, requester, renewers, lifetime } = request
    const maxAt = now + (lifetime < 0 ? 7 * DAY : Math.min(lifetime, 7 * DAY))
    const token = {
      id: uuid(),
      owner,
      requester,
      renewers,
      issuedAt: now,
      maxAt,
      expiresAt: Math.min(now + DAY, maxAt),
    }
    this.#tokens.set(token.id, token)
    return token
  }

  /** What proves the token; its base64 is the password of SCRAM. */
  hmac({ id }: Pick<DelegationToken, 'id'>): Buffer {
    return createHmac('sha512', this.#key).update(id).digest()
  }

  /** Tokens that a principal may see: its own, and those that it may renew. */
  visibleTo(principal: Principal): DelegationToken[] {
    this.#forgetExpired()
    return [...this.#tokens.values()].filter((token) => mayUse(token, principal))
  }

  /** Moves a token's end; a negative period ends it at once. Returns the new end, or Kafka's error code. */
  change(
    hmac: Uint8Array,
    principal: Principal,
    change: { readonly period: number; readonly renew: boolean },
  ): { readonly expiresAt: number } | { readonly errorCode: number } {
    const now = this.#clock.now()
    const token = [...this.#tokens.values()].find((candidate) => isSame(this.hmac(candidate), hmac))
    if (token === undefined) return { errorCode: NOT_FOUND }
    if (!mayUse(token, principal)) return { errorCode: NOT_OWNER }
    if (token.expiresAt <= now) return { errorCode: EXPIRED }
    if (change.period < 0 && !change.renew) {
      this.#tokens.delete(token.id)
      return { expiresAt: now }
    }
    token.expiresAt = Math.min(token.maxAt, now + (change.period < 0 ? DAY : change.period))
    return { expiresAt: token.expiresAt }
  }

  /** What SCRAM must know of a token; null for an unknown or ended one. */
  async forScram(mechanism: ScramMechanismName, id: string): Promise<ScramDelegationToken | null> {
    const token = this.#tokens.get(id)
    if (token === undefined || token.expiresAt <= this.#clock.now()) return null
    const key = `${mechanism} ${id}`
    const credential =
      this.#credentials.get(key) ?? ScramCredential.generate(mechanism, this.hmac(token).toString('base64'))
    this.#credentials.set(key, credential)
    return { owner: token.owner.name, expiresAt: token.expiresAt, credential: await credential }
  }

  #forgetExpired(): void {
    const now = this.#clock.now()
    for (const { id, expiresAt } of this.#tokens.values()) if (expiresAt <= now) this.#tokens.delete(id)
  }
}

function mayUse({ owner, requester, renewers }: DelegationToken, principal: Principal): boolean {
  return [owner, requester, ...renewers].some(({ type, name }) => type === principal.type && name === principal.name)
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
