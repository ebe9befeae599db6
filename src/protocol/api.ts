import type { Reader } from './reader.js'
import type { Field } from './schema.js'
import type { Writer } from './writer.js'

/** One message, both directions, every version. */
export interface Codec<T, Input = T> {
  /** @throws EncodeError naming the path of the field that cannot be written. */
  encode(writer: Writer, version: number, value: Input): void
  /** @throws DecodeError naming the path and the offset of what cannot be read. */
  decode(reader: Reader, version: number): T
}

/** A generated codec, and what it knows of its message. */
export interface Message<T, Input = T> extends Codec<T, Input> {
  /** `MetadataRequest`, for instance. */
  readonly name: string
  readonly minVersion: number
  readonly maxVersion: number
  /** The first version with compact lengths and tagged fields; null if there is none. */
  readonly flexibleSince: number | null
  /** Every field, as Kafka defines it. */
  readonly fields: readonly Field[]
  /** A fresh message that has the default of every field, at every depth. */
  defaults(): T
}

/** One of Kafka's APIs: what a connection or a server must know to speak it. Generated, one object per API. */
export interface Api<Request, RequestInput, Response, ResponseInput> {
  readonly key: number
  readonly name: string
  readonly minVersion: number
  readonly maxVersion: number
  /** The version, the last one, that a broker offers only with unstable versions enabled. Absent: there is none. */
  readonly unstableVersion?: number
  /** The first version with compact lengths and tagged fields; null if there is none. */
  readonly flexibleSince: number | null
  readonly request: Message<Request, RequestInput>
  readonly response: Message<Response, ResponseInput>
  /** Whether the broker answers this request at all (Produce with acks=0 is never answered). Absent: always. */
  expectsResponse?(request: RequestInput): boolean
  /** Milliseconds that the broker may wait by the request's own wish (Fetch, Produce, JoinGroup …). Absent: 0. */
  serverWait?(request: RequestInput): number
  /** The throttle time that a response carries, in ms (KIP-219). Absent: the API has none. */
  throttleTime?(response: Response): number
}

/** An API with requests that are never answered: Produce. */
export interface SometimesUnansweredApi<Request, RequestInput, Response, ResponseInput> extends Api<
  Request,
  RequestInput,
  Response,
  ResponseInput
> {
  expectsResponse(request: RequestInput): boolean
}

/** An API of which only the name and the versions matter. */
export type AnyApi = Api<unknown, never, unknown, never>

/** Version of the request header (KIP-482). */
export function requestHeaderVersion(api: Pick<AnyApi, 'flexibleSince'>, version: number): 1 | 2 {
  return api.flexibleSince !== null && version >= api.flexibleSince ? 2 : 1
}

/** Version of the response header. ApiVersions (18) always has 0, so that a client can read an answer of any version (KIP-511). */
export function responseHeaderVersion(api: Pick<AnyApi, 'key' | 'flexibleSince'>, version: number): 0 | 1 {
  return api.key !== 18 && api.flexibleSince !== null && version >= api.flexibleSince ? 1 : 0
}
