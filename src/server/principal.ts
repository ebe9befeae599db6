import type { PeerCertificate } from 'node:tls'
import type { Authenticated, MaybePromise } from '../sasl/mechanism.js'

/** Who a client is to the routes. Two principals are the same if type and name are (Kafka's `KafkaPrincipal`). */
export interface Principal {
  /** `User`, mostly. */
  readonly type: string
  readonly name: string
}

/** Where a client came in, and from where. */
export interface LoginOrigin {
  /** The listener's name, `SASL_SSL` for instance. */
  readonly listener: string
  /** The client's IP address. */
  readonly address: string
}

/** A connection on a listener without TLS and without SASL. */
export interface PlaintextLogin extends LoginOrigin {
  readonly kind: 'plaintext'
}

/** A connection on a listener with TLS and without SASL. */
export interface TlsLogin extends LoginOrigin {
  readonly kind: 'tls'
  /** The client's certificate, verified; undefined where none was asked for or none was shown. */
  readonly certificate: PeerCertificate | undefined
  /** The certificate's subject as RFC 2253 writes it, most specific first: `CN=client,OU=test,O=Ottla`. */
  readonly distinguishedName: string | undefined
}

/** A client that has proven who it is by SASL. */
export interface SaslLogin extends LoginOrigin {
  readonly kind: 'sasl'
  readonly mechanism: string
  readonly authorizationId: string
  readonly negotiatedProperty: Authenticated['negotiatedProperty']
  /** On TLS, the client's certificate, if it showed one. */
  readonly certificate?: PeerCertificate | undefined
}

export type Login = PlaintextLogin | TlsLogin | SaslLogin

/**
 * Makes a principal of a login (Kafka's `principal.builder.class`). Throwing a `SaslRefusal` refuses the login.
 * Negotiated extensions are not signed: let no security decision rest on them alone (KIP-342).
 */
export type PrincipalBuilder<P extends Principal> = (login: Login) => MaybePromise<P>

export const ANONYMOUS: Principal = Object.freeze({ type: 'User', name: 'ANONYMOUS' })

/** Kafka's default: the authorization id, the certificate's distinguished name through the rules, or `User:ANONYMOUS`. */
export function defaultPrincipal(mapName: (distinguishedName: string) => string): PrincipalBuilder<Principal> {
  return (login) => {
    if (login.kind === 'sasl') return { type: 'User', name: login.authorizationId }
    if (login.kind === 'tls' && login.distinguishedName !== undefined) {
      return { type: 'User', name: mapName(login.distinguishedName) }
    }
    return ANONYMOUS
  }
}

export function samePrincipal(a: Principal, b: Principal): boolean {
  return a.type === b.type && a.name === b.name
}
