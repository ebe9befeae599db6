import { chain } from '../sasl/maybe-promise.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { Principal, PrincipalBuilder, TlsLogin } from './principal.js'
import type { Session } from './verdict.js'

/** The session of a client on a listener without SASL: it never ends, and nothing was negotiated. */
export function sessionWithoutSasl<P extends Principal>(
  principal: PrincipalBuilder<P>,
  { secure, ...login }: Omit<TlsLogin, 'kind'> & { readonly secure: boolean },
): MaybePromise<Session<P>> {
  const { listener, address } = login
  return chain(principal(secure ? { kind: 'tls', ...login } : { kind: 'plaintext', listener, address }), (built) => ({
    principal: built,
    mechanism: null,
    authorizationId: null,
    negotiatedProperty: () => undefined,
    renewable: false,
    lifetimeMs: 0,
    expiresAt: null,
  }))
}
