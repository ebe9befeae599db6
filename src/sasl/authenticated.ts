import type { Authenticated } from './mechanism.js'

/** A negotiated property as the exchanges of this folder hold it. */
export type NegotiatedProperty = string | number

/** The last challenge of a mechanism that has nothing left to say: one for all, since making one is dear. */
export const NO_CHALLENGE: Uint8Array = new Uint8Array(0)

/** The outcome of an exchange without negotiated properties, or with those of `properties`. */
export function authenticated(
  authorizationId: string,
  properties?: ReadonlyMap<string, NegotiatedProperty>,
  expiresAt?: number,
): Authenticated {
  if (properties === undefined) return { authorizationId, expiresAt, negotiatedProperty: none }
  return {
    authorizationId,
    expiresAt,
    // The overloads of the contract say which name has which type; the map was filled accordingly.
    negotiatedProperty: ((name: string) => properties.get(name)) as Authenticated['negotiatedProperty'],
  }
}

const none = (): undefined => undefined
