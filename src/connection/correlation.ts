/**
 * Correlation ids. Kafka's clients keep the last eight positive ones for authentication, so that an answer to a token
 * can never be taken for an answer to a request (`SaslClientAuthenticator`).
 */
export const reservedIds = { min: 2147483640, max: 2147483647 } as const

/** Ids of ordinary requests: all of int32 in turn, the reserved ones left out. */
export class CorrelationIds {
  #next: number

  constructor(first: number = 1) {
    this.#next = first
  }

  next(): number {
    const id = this.#next
    this.#next = id === reservedIds.min - 1 ? -2147483648 : id + 1
    return id
  }
}

/** Ids of one login: the reserved range in turn, from its beginning. */
export class AuthenticationIds {
  #next: number = reservedIds.min

  next(): number {
    const id = this.#next
    this.#next = id === reservedIds.max ? reservedIds.min : id + 1
    return id
  }
}
