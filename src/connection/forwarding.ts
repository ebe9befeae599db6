import { UsageError } from '../errors.js'
import type { AnyApi, Api, Message } from '../protocol/api.js'

/** A request that somebody else made, its body as it came: what `ottla/server` hands to `forward`. */
export interface ForeignRequest {
  readonly api: Pick<AnyApi, 'key' | 'name' | 'minVersion' | 'maxVersion' | 'flexibleSince'>
  readonly version: number
  /** The whole frame without its size. */
  readonly frame: Uint8Array
  /** Where the body begins in {@link frame}. */
  readonly bodyOffset: number
}

/** Whether it is one, or only said to be by a program without types. */
export function isForeign(given: unknown): given is ForeignRequest {
  const { api, frame, bodyOffset } = Object(given) as Partial<ForeignRequest>
  return typeof api === 'object' && frame instanceof Uint8Array && Number.isInteger(bodyOffset)
}

export function notForeign(broker: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', 'what is forwarded is no request', {
    phase: 'request',
    broker,
    hint: 'Give forward() what a route of `ottla/server` is given: api, version, frame and bodyOffset.',
  })
}

type UndecodedApi = Api<Uint8Array, Uint8Array, Buffer, Uint8Array>

const known: WeakMap<object, UndecodedApi> = new WeakMap()

/** An API whose requests are bodies as they came, and whose answers are whole frames: nothing of either is looked at. */
export function undecoded(api: ForeignRequest['api']): UndecodedApi {
  let found = known.get(api)
  if (found === undefined) {
    const message: Message<Buffer, Uint8Array> = {
      ...api,
      fields: [],
      defaults: () => Buffer.alloc(0),
      encode: (writer, _, body) => {
        writer.raw(body)
      },
      decode: (reader) => reader.buffer,
    }
    const { key, name, minVersion, maxVersion, flexibleSince } = api
    found = { key, name, minVersion, maxVersion, flexibleSince, request: message, response: message }
    known.set(api, found)
  }
  return found
}
