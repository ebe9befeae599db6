import type { Authenticated, OAuthBearerToken } from './mechanism.js'

/** A negotiated property as the exchanges of this folder hold it. */
export type NegotiatedProperty = string | number | OAuthBearerToken

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
