import * as messages from '../../messages/index.js'
import type { AnyApi } from '../../protocol/api.js'
import { Reader } from '../../protocol/reader.js'
import type { Clock, Forward, Route } from '../../server/index.js'
import { encodeResponse } from '../../server/wire.js'
import type { Cluster } from '../cluster.js'
import type { DelegationTokens } from '../delegation-tokens.js'
import { errorForm } from '../error-form.js'
import { decoded } from '../observed.js'
import type { Observation, ObservedRequest } from '../observed.js'
import type { Groups } from '../groups.js'
import type { BrokerOptions } from '../options.js'
import type { Users } from '../users.js'
import { clusterRoutes } from './cluster.js'
import { scramRoute, tokenRoutes } from './credentials.js'
import { fetchRoute } from './fetch.js'
import { groupRoutes } from './groups.js'
import { listOffsetsRoute } from './list-offsets.js'
import { metadataRoute } from './metadata.js'
import { offsetRoutes } from './offsets.js'
import { produceRoute } from './produce.js'
import { topicRoutes } from './topics.js'

interface Parts {
  readonly cluster: Cluster
  readonly groups: Groups
  readonly tokens: DelegationTokens
  readonly users: Users
  readonly options: BrokerOptions
  readonly mechanisms: readonly string[]
  readonly nodeId: number
  readonly clock: Clock
}

/** Everything that one broker of a cluster does. */
export function brokerRoutes({ cluster, groups, tokens, users, options, mechanisms, nodeId, clock }: Parts): Route[] {
  return [
    produceRoute(cluster, nodeId),
    fetchRoute(cluster, nodeId, clock),
    listOffsetsRoute(cluster, nodeId),
    metadataRoute(cluster, { autoCreate: options.autoCreateTopics ?? 1 }),
    ...topicRoutes(cluster),
    ...clusterRoutes(cluster),
    ...groupRoutes(groups, nodeId),
    ...offsetRoutes(cluster, groups, nodeId),
    ...tokenRoutes(tokens),
    scramRoute(users, mechanisms),
  ]
}

const ALL_APIS = Object.values<unknown>(messages).filter(isApi)
const BY_KEY = new Map(ALL_APIS.map((api) => [api.key, api]))

/** The observation of a request of any API, its body decoded when somebody looks. */
export function decodedByKey(observation: Observation): ObservedRequest {
  const api = BY_KEY.get(observation.key)
  if (api === undefined) throw new Error(`no API has the key ${observation.key}`)
  return decoded<unknown>(observation, api)
}

const UNSUPPORTED_VERSION = 35

/** What no route does is answered, not met with silence: not listed in ApiVersions, and refused for everything it names. */
export function unsupported(routes: readonly Route[]): Forward {
  const routed = new Set(routes.map(({ api }) => api.key))
  const apis = ALL_APIS.filter(({ key }) => !routed.has(key))
  return {
    apis,
    listed: false,
    handle: (request) => {
      const api = BY_KEY.get(request.api.key)
      if (api === undefined) return null
      const { version, correlationId } = request
      const body = api.request.decode(new Reader(request.frame.subarray(request.bodyOffset)), version)
      const form = errorForm(api, body, { version, errorCode: UNSUPPORTED_VERSION })
      return encodeResponse(api, { version, correlationId }, form as never).subarray(4)
    },
  }
}

function isApi(value: unknown): value is AnyApi {
  return typeof value === 'object' && value !== null && 'key' in value && 'request' in value && 'response' in value
}
