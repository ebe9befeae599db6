import type { Api } from '../protocol/api.js'
import { Reader } from '../protocol/reader.js'
import type { ConnectionInfo } from '../server/index.js'
import type { IncomingRequest } from '../server/wire.js'

/** Any of Kafka's APIs, with what its requests decode to. */
export type ApiOf<Request> = Api<Request, never, unknown, never>

/** A request that a broker has received; of an API, if that is known: else `request` is unknown. */
export interface ObservedRequest<Request = unknown> {
  readonly api: string
  readonly key: number
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  /** The id of the broker that received it. */
  readonly broker: number
  readonly connection: ConnectionInfo
  /** The decoded body. @throws DecodeError if it is none. */
  readonly request: Request
}

/** What came off the wire, with all that is needed to decode it later. */
export interface Observation extends Omit<ObservedRequest, 'request'> {
  readonly frame: Buffer
  readonly bodyOffset: number
}

interface Waiter {
  readonly key: number
  readonly matches: (observation: Observation) => boolean
  readonly resolve: (observation: Observation) => void
}

/** How much of the past is kept for those who ask late. */
const MAX_KEPT = 1000
const MAX_KEPT_BYTES = 16 * 1024 * 1024

/** The requests that a broker has received and nobody has asked for yet, and those who wait for one. */
export class Recorder {
  readonly #kept: Observation[] = []
  #keptBytes = 0
  readonly #waiters: Waiter[] = []

  /** Notes a request as it came in. */
  record(incoming: IncomingRequest, connection: ConnectionInfo, broker: number): Observation {
    const { api, version, correlationId, clientId, frame, bodyOffset } = incoming
    const about = { api: api.name, key: api.key, version, correlationId, clientId, broker, connection, bodyOffset }
    const observation = { ...about, frame }
    const waiter = this.#waiters.findIndex(({ key, matches }) => key === api.key && matches(observation))
    if (waiter >= 0) {
      for (const { resolve } of this.#waiters.splice(waiter, 1)) resolve(observation)
    } else {
      // A copy: a view would keep the whole chunk that the frame came in.
      this.#keep({ ...about, frame: Buffer.from(frame) })
    }
    return observation
  }

  /** The oldest request that matches and that nobody was given yet, or the next one to come. */
  take(key: number, matches: (observation: Observation) => boolean): Promise<Observation> {
    const index = this.#kept.findIndex((observation) => observation.key === key && matches(observation))
    const [found] = index >= 0 ? this.#kept.splice(index, 1) : []
    if (found === undefined) return new Promise((resolve) => this.#waiters.push({ key, matches, resolve }))
    this.#keptBytes -= found.frame.length
    return Promise.resolve(found)
  }

  #keep(observation: Observation): void {
    this.#kept.push(observation)
    this.#keptBytes += observation.frame.length
    while (this.#kept.length > MAX_KEPT || this.#keptBytes > MAX_KEPT_BYTES) {
      this.#keptBytes -= this.#kept.shift()?.frame.length ?? this.#keptBytes
    }
  }
}

/** The observation with its body decoded when somebody looks. */
export function decoded<Request>(observation: Observation, api: ApiOf<Request>): ObservedRequest<Request> {
  const { frame, bodyOffset, ...about } = observation
  let request: Request | undefined
  return {
    ...about,
    get request(): Request {
      request ??= api.request.decode(new Reader(frame.subarray(bodyOffset)), about.version)
      return request
    },
  }
}
