/** What tells SCRAM-SHA-256 (RFC 7677) and SCRAM-SHA-512 apart; everything else is RFC 5802. Kafka has no SHA-1, no -PLUS. */
export interface ScramAlgorithm {
  readonly name: ScramMechanismName
  /** The hash, as `node:crypto` calls it. */
  readonly hash: 'sha256' | 'sha512'
  /** Bytes of a hash, key, proof or signature. */
  readonly length: 32 | 64
  /** Kafka's own name, as it stands in its texts. */
  readonly kafkaName: string
  /** Kafka's number, in the requests that change credentials (KIP-554). */
  readonly type: 1 | 2
  /** Fewer iterations are refused: in what a server asks for, and in what it has stored. */
  readonly minIterations: number
  /** More than these Kafka does not store. */
  readonly maxStoredIterations: number
}

export type ScramMechanismName = 'SCRAM-SHA-256' | 'SCRAM-SHA-512'

export const MIN_ITERATIONS = 4096

const limits = { minIterations: MIN_ITERATIONS, maxStoredIterations: 16_384 }

export const SCRAM_SHA_256: ScramAlgorithm = {
  name: 'SCRAM-SHA-256',
  hash: 'sha256',
  length: 32,
  kafkaName: 'SCRAM_SHA_256',
  type: 1,
  ...limits,
}

export const SCRAM_SHA_512: ScramAlgorithm = {
  name: 'SCRAM-SHA-512',
  hash: 'sha512',
  length: 64,
  kafkaName: 'SCRAM_SHA_512',
  type: 2,
  ...limits,
}

export function scramAlgorithm(name: ScramMechanismName): ScramAlgorithm {
  return name === 'SCRAM-SHA-512' ? SCRAM_SHA_512 : SCRAM_SHA_256
}
