import type { ServerMechanism } from '../sasl/index.js'
import type { Certificate, CertificateAuthority } from './certificates.js'
import type { Cluster } from './cluster.js'
import type { BrokerListener } from './options.js'

/** One of a broker's listeners, as clients reach it. */
export interface ListenerInfo {
  readonly name: string
  /** Of the first broker of the cluster. */
  readonly host: string
  readonly port: number
  /** `host:port` of every broker of the cluster, separated by commas. */
  readonly bootstrap: string
  /** Whether it speaks TLS. */
  readonly secure: boolean
  /** The names of the mechanisms that are enabled; empty where nobody needs to log in. */
  readonly mechanisms: readonly string[]
}

/** A listener, the same at every broker of a cluster. */
export class Listener {
  readonly name: string
  readonly options: BrokerListener
  readonly mechanisms: readonly ServerMechanism[]

  constructor(options: BrokerListener, mechanisms: readonly ServerMechanism[]) {
    this.options = options
    this.mechanisms = mechanisms
    this.name = options.name ?? `${mechanisms.length > 0 ? 'SASL_' : ''}${this.secure ? 'SSL' : 'PLAINTEXT'}`
  }

  get secure(): boolean {
    return (this.options.tls ?? false) !== false
  }

  /** A new certificate each time. */
  tls(authority: CertificateAuthority): Certificate & {
    ca?: string
    requestCert?: boolean
    rejectUnauthorized?: boolean
  } {
    const { tls } = this.options
    const { clientAuth = 'none', names } = typeof tls === 'object' ? tls : {}
    const identity = authority.server(names)
    if (clientAuth === 'none') return identity
    return { ...identity, ca: authority.cert, requestCert: true, rejectUnauthorized: clientAuth === 'required' }
  }

  in(cluster: Cluster): ListenerInfo {
    const { name, secure } = this
    const places = cluster.seenFrom(name)
    return {
      name,
      secure,
      host: places[0]?.host ?? '',
      port: places[0]?.port ?? 0,
      bootstrap: places.map(({ host, port }) => `${host}:${port}`).join(','),
      mechanisms: this.mechanisms.map((mechanism) => mechanism.name),
    }
  }
}
