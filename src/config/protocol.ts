import { UsageError } from '../errors.js'

/** What protects a connection: one of `security.protocol`'s four values. */
export interface SecurityProtocol {
  readonly name: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'
  /** Kafka's number of it. */
  readonly id: number
  readonly tls: boolean
  readonly sasl: boolean
}

const PROTOCOLS: readonly SecurityProtocol[] = [
  { name: 'PLAINTEXT', id: 0, tls: false, sasl: false },
  { name: 'SSL', id: 1, tls: true, sasl: false },
  { name: 'SASL_PLAINTEXT', id: 2, tls: false, sasl: true },
  { name: 'SASL_SSL', id: 3, tls: true, sasl: true },
]

/**
 * The protocol of that name, in any case.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) if there is none.
 */
export function securityProtocol(name: string): SecurityProtocol {
  const protocol = PROTOCOLS.find((candidate) => candidate.name === name.toUpperCase())
  if (protocol !== undefined) return protocol
  throw new UsageError('INVALID_ARGUMENT', `No security protocol ${name}`, {
    hint: `It is one of ${PROTOCOLS.map((candidate) => candidate.name).join(', ')}.`,
  })
}

/**
 * What a listener's own properties begin with: `listener.name.<listener>.`, and `<mechanism>.` after it for those of one
 * mechanism, all in lower case.
 */
export function listenerPrefix(listener: string, mechanism?: string): string {
  const prefix = `listener.name.${listener.toLowerCase()}.`
  return mechanism === undefined ? prefix : `${prefix}${mechanism.toLowerCase()}.`
}
