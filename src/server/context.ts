import type { PeerCertificate } from 'node:tls'
import type { Authenticated } from '../sasl/mechanism.js'
import type { ClientSoftware } from './api-versions.js'
import type { Principal } from './principal.js'
import type { Session } from './verdict.js'

/** What a route may know of the connection that a request came over. */
export interface ConnectionInfo {
  /** Unique within the server, in the order of arrival. */
  readonly id: number
  /** The client's IP address. */
  readonly address: string
  readonly port: number
  /** The listener's name. */
  readonly listener: string
  /** Whether the connection is encrypted. */
  readonly secure: boolean
  /** The client's certificate, verified; undefined where it showed none. */
  readonly certificate: PeerCertificate | undefined
  /** What the client said of its library; null before it said anything. */
  readonly software: ClientSoftware | null
  /** Null before the login. */
  readonly session: Session<Principal> | null
  /** Aborts when the connection ends. */
  readonly signal: AbortSignal
}

/** What a route learns beside the request. */
export interface RequestContext<P extends Principal = Principal> {
  readonly principal: P
  /** The session that the request belongs to, with mechanism, authorization id and lifetime. */
  readonly session: Session<P>
  /** What the login agreed upon: validated OAUTHBEARER extensions by name, for instance. Unsigned: label, do not decide. */
  readonly negotiatedProperty: Authenticated['negotiatedProperty']
  readonly connection: ConnectionInfo
  /** The client id of this request. */
  readonly clientId: string | null
  readonly apiVersion: number
  readonly correlationId: number
}
