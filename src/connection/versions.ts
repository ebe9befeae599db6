import { DecodeError, ProtocolError, type Phase } from '../errors.js'
import type { AnyApi } from '../protocol/api.js'

/** Versions of one API, both ends included. */
export interface VersionRange {
  readonly min: number
  readonly max: number
}

/** Versions of one API as ApiVersions carries them. */
export interface ApiRange {
  readonly apiKey: number
  readonly minVersion: number
  readonly maxVersion: number
}

/** A feature of a cluster and its levels (KIP-584). */
export interface FeatureRange {
  readonly name: string
  readonly min: number
  readonly max: number
}

/** What a broker says of itself in ApiVersions, beside the ranges of its APIs. */
export interface BrokerFeatures {
  readonly supported: readonly FeatureRange[]
  readonly finalized: readonly FeatureRange[]
  /** -1: unknown. */
  readonly finalizedEpoch: bigint
  /** Whether a ZooKeeper-based cluster may migrate to KRaft (KIP-866). */
  readonly zkMigrationReady: boolean
}

/** What of an API a choice of versions depends on. */
export type VersionedApi = Pick<AnyApi, 'key' | 'name' | 'minVersion' | 'maxVersion' | 'unstableVersion'>

/** A version that Kafka may still change is spoken only where the caller asks for it. */
function newestStable({ maxVersion, unstableVersion }: VersionedApi): number {
  return unstableVersion === undefined ? maxVersion : unstableVersion - 1
}

const noFeatures: BrokerFeatures = { supported: [], finalized: [], finalizedEpoch: -1n, zkMigrationReady: false }

/** Which versions of which APIs a broker speaks. Versions are chosen by it, never guessed. */
export class BrokerVersions {
  readonly features: BrokerFeatures
  readonly #broker: string
  /** As they came: of 60 ranges a login needs three, so they are searched and not sorted. */
  readonly #ranges: readonly ApiRange[]
  /** The choice per API, made once: keys are small integers. */
  readonly #chosen: (number | undefined)[] = []

  constructor(broker: string, ranges: readonly ApiRange[], features: BrokerFeatures = noFeatures) {
    this.#broker = broker
    this.#ranges = ranges
    this.features = features
    for (const { apiKey, minVersion, maxVersion } of ranges) {
      if (minVersion > maxVersion || minVersion < 0) {
        throw new DecodeError(`the broker offers versions ${minVersion} to ${maxVersion} of API ${apiKey}`, {
          api: 'ApiVersionsResponse',
          broker,
          phase: 'api-versions',
          hint: 'The peer is not Kafka, or something between changes the bytes.',
          reason: 'protocol-error',
        })
      }
    }
  }

  /** The range of an API's key; undefined if the broker does not speak it. */
  get(key: number): VersionRange | undefined {
    const found = rangeOf(key, this.#ranges)
    return found && { min: found.minVersion, max: found.maxVersion }
  }

  /** Every API that the broker speaks, by key. */
  [Symbol.iterator](): IterableIterator<[key: number, range: VersionRange]> {
    return new Map(this.#ranges.map(({ apiKey, minVersion: min, maxVersion: max }) => [apiKey, { min, max }] as const))[
      Symbol.iterator
    ]()
  }

  get size(): number {
    return this.#ranges.length
  }

  /**
   * The newest version that both sides speak, or `wanted` if both do.
   *
   * @throws ProtocolError (`UNSUPPORTED_VERSION`) naming both ranges
   */
  pick(api: VersionedApi, wanted?: number): number {
    return this.pickFor('request', api, wanted)
  }

  /**
   * As `pick`, where the login asks.
   *
   * @internal
   */
  pickFor(phase: Phase, api: VersionedApi, wanted?: number): number {
    if (wanted === undefined) {
      const chosen = this.#chosen[api.key]
      // Another object may describe the same API by another range.
      if (chosen !== undefined && chosen >= api.minVersion && chosen <= api.maxVersion) return chosen
    }
    const range = this.get(api.key)
    const version = wanted ?? Math.min(newestStable(api), range?.max ?? -1)
    if (!range || version < Math.max(range.min, api.minVersion) || version > Math.min(range.max, api.maxVersion)) {
      throw this.#unsupported(api, range, { wanted, phase })
    }
    if (wanted === undefined && api.key >= 0) this.#chosen[api.key] = version
    return version
  }

  #unsupported(
    api: VersionedApi,
    range: VersionRange | undefined,
    { wanted, phase }: { readonly wanted: number | undefined; readonly phase: Phase },
  ): ProtocolError {
    const ours = `Ottla speaks ${api.minVersion} to ${api.maxVersion}`
    const theirs = range ? `the broker ${range.min} to ${range.max}` : 'the broker does not speak it at all'
    const hint = !range
      ? 'The broker is too old for this API, or does not offer it on this listener.'
      : range.max < api.minVersion
        ? 'The broker is older than what this library supports (Kafka 2.1 and newer, KIP-896).'
        : range.min > api.maxVersion
          ? 'The broker is newer than what this version of the library knows: update it.'
          : 'Leave the version to the library, or choose one from both ranges.'
    return new ProtocolError(
      'UNSUPPORTED_VERSION',
      `${wanted === undefined ? `no common version of ${api.name}` : `${api.name} version ${wanted} is not to be had`}: ${ours}, ${theirs}`,
      { broker: this.#broker, phase, hint, reason: phase === 'request' ? undefined : 'protocol-error' },
    )
  }
}

/** The last one of an API. A loop: a login looks four times, and a closure per range is what a search of 60 would cost most. */
function rangeOf(key: number, ranges: readonly ApiRange[]): ApiRange | undefined {
  for (let i = ranges.length - 1; i >= 0; i--) {
    const range = ranges[i]
    if (range?.apiKey === key) return range
  }
  return undefined
}
