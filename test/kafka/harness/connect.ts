import { readFileSync } from 'node:fs'
import { connect, type ClientMechanism, type ConnectOptions, type Connection } from 'ottla'
import type { ListenerName } from './listeners.js'
import { theRing } from './ring.js'
import type { RunningBroker } from './start.js'

const withTls: readonly ListenerName[] = ['SSL', 'MTLS', 'SASLSSL', 'EXTENSIONSSSL']

/** Connects to a listener of a broker, with TLS where the listener wants it. */
export async function connectTo(
  broker: RunningBroker,
  listener: ListenerName,
  options: Partial<ConnectOptions> & { readonly sasl?: ClientMechanism } = {},
): Promise<Connection> {
  const tls = withTls.includes(listener) ? { ca: readFileSync(theRing().certificates.ca) } : false
  return await connect({ host: 'localhost', port: broker.ports[listener], clientId: 'ottla-test', tls, ...options })
}
