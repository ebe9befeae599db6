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
