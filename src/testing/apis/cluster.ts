import { DescribeCluster } from '../../messages/DescribeCluster.js'
import { DescribeConfigs } from '../../messages/DescribeConfigs.js'
import type { DescribeConfigsResponseDescribeConfigsResultInput } from '../../messages/DescribeConfigs.js'
import { FindCoordinator } from '../../messages/FindCoordinator.js'
import { InitProducerId } from '../../messages/InitProducerId.js'
import { route } from '../../server/index.js'
import type { Route } from '../../server/index.js'
import type { Cluster } from '../cluster.js'

const UNKNOWN_TOPIC_OR_PARTITION = 3
const INVALID_REQUEST = 42
const TRANSACTIONAL_ID_AUTHORIZATION_FAILED = 53
const TOPIC = 2
const BROKER = 4
const DYNAMIC_TOPIC_CONFIG = 1
const GROUP_KEY = 0

/** DescribeCluster, DescribeConfigs, FindCoordinator, InitProducerId. */
export function clusterRoutes(cluster: Cluster): Route[] {
  let producers = 0n
  return [
    route(DescribeCluster, (_, { connection }) => ({
      throttleTimeMs: 0,
      errorCode: 0,
      clusterId: cluster.id,
      controllerId: cluster.nodes[0]?.id ?? -1,
      brokers: cluster.seenFrom(connection.listener).map(({ id, host, port }) => ({ brokerId: id, host, port })),
    })),
    route(DescribeConfigs, ({ resources }) => ({
      throttleTimeMs: 0,
      results: resources.map(({ resourceType, resourceName }) => configsOf(cluster, resourceType, resourceName)),
    })),
    route(FindCoordinator, ({ key, keyType, coordinatorKeys }, { apiVersion, connection: { listener } }) => {
      if (apiVersion < 4) {
        return { errorCode: 0, errorMessage: null, ...coordinator(cluster, listener, { key, keyType }) }
      }
      return {
        coordinators: coordinatorKeys.map((name) => ({
          key: name,
          errorCode: 0,
          errorMessage: null,
          ...coordinator(cluster, listener, { key: name, keyType }),
        })),
      }
    }),
    route(InitProducerId, ({ transactionalId }) => {
      // There are no transactions here, and a producer that wants them must not believe that there are.
      if (transactionalId !== null) {
        return {
          throttleTimeMs: 0,
          errorCode: TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
          producerId: -1n,
          producerEpoch: -1,
        }
      }
      producers += 1n
      return { throttleTimeMs: 0, errorCode: 0, producerId: producers, producerEpoch: 0 }
    }),
  ]
}

const NOBODY = { nodeId: -1, host: '', port: -1, errorCode: 15 }

function coordinator(
  cluster: Cluster,
  listener: string,
  { key, keyType }: { readonly key: string; readonly keyType: number },
): { nodeId: number; host: string; port: number } {
  const coordinates = keyType === GROUP_KEY ? cluster.coordinator(key) : undefined
  const node = cluster.seenFrom(listener).find(({ id }) => id === coordinates?.id)
  return node === undefined ? NOBODY : { nodeId: node.id, host: node.host, port: node.port }
}

function configsOf(
  cluster: Cluster,
  resourceType: number,
  resourceName: string,
): DescribeConfigsResponseDescribeConfigsResultInput {
  const of = { resourceType, resourceName, errorMessage: null }
  if (resourceType === BROKER) return { ...of, errorCode: 0, configs: [] }
  if (resourceType !== TOPIC) return { ...of, errorCode: INVALID_REQUEST, configs: [] }
  const topic = cluster.topic(resourceName)
  if (topic === undefined) return { ...of, errorCode: UNKNOWN_TOPIC_OR_PARTITION, configs: [] }
  const configs = Array.from(topic.configs, ([name, value]) => ({
    name,
    value,
    readOnly: false,
    configSource: DYNAMIC_TOPIC_CONFIG,
    isSensitive: false,
    synonyms: [],
    documentation: null,
  }))
  return { ...of, errorCode: 0, configs }
}
