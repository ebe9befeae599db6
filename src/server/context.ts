import type { PeerCertificate } from 'node:tls'
import type { Authenticated } from '../sasl/mechanism.js'
import type { ClientSoftware } from './api-versions.js'
import type { Principal } from './principal.js'
import type { Session } from './verdict.js'
import type { IncomingRequest } from './wire.js'

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

/** The context of one request; what costs something to know is looked up when somebody asks. */
export class RequestScope<P extends Principal> implements RequestContext<P> {
  readonly session: Session<P>
  readonly connection: ConnectionInfo
  readonly #request: IncomingRequest

  constructor(session: Session<P>, connection: ConnectionInfo, request: IncomingRequest) {
    this.session = session
    this.connection = connection
    this.#request = request
  }

  get principal(): P {
    return this.session.principal
  }

  get negotiatedProperty(): Authenticated['negotiatedProperty'] {
    return this.session.negotiatedProperty
  }

  get clientId(): string | null {
    return this.#request.clientId
  }

  get apiVersion(): number {
    return this.#request.version
  }

  get correlationId(): number {
    return this.#request.correlationId
  }
}
