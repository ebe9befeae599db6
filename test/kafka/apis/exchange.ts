import type { AnyApi, Api } from 'ottla/messages'
import type { Speaker, World } from './world.js'

type MaybePromise<T> = T | Promise<T>

export interface ExchangeOptions<Response> {
  /** Who asks. Default: anonymous, a super user. */
  readonly as?: Speaker
  /** Error codes that belong to the case. Default: none but 0. */
  readonly errors?: readonly number[]
  /** Only these versions, where another line of the table has the others. */
  readonly versions?: readonly [number, number]
  /** Looks again until this holds: for what a broker does in its own time. */
  readonly until?: (response: Response) => boolean
  readonly after?: (response: Response, world: World, version: number) => MaybePromise<void>
}

/** One line of the tables: an API, what to ask at a version, and what else to know of it. */
export interface Exchange {
  readonly api: AnyApi
  readonly versions: readonly [number, number]
  perform(world: World, version: number): Promise<void>
}

export function exchange<Request, Input, Response, ResponseInput>(
  api: Api<Request, Input, Response, ResponseInput>,
  request: (world: World, version: number) => MaybePromise<Input>,
  options: ExchangeOptions<Response> = {},
): Exchange {
  return {
    api,
    versions: options.versions ?? [api.minVersion, api.maxVersion],
    async perform(world, version) {
      const input = await request(world, version)
      const response = await world.send(api, input, { ...options, version })
      await options.after?.(response, world, version)
    },
  }
}
