import {
  AddRaftVoter,
  ApiVersions,
  DescribeCluster,
  DescribeQuorum,
  GetTelemetrySubscriptions,
  IncrementalAlterConfigs,
  PushTelemetry,
  RemoveRaftVoter,
  UpdateFeatures,
  zeroUuid,
} from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import type { World } from './world.js'

const unsupportedVersion = 35
const someUuid = Buffer.alloc(16, 1).toString('base64url')

/** The cluster itself: its nodes, features and quorum, and what it wants to know of its clients. */
export const cluster: readonly Exchange[] = [
  exchange(ApiVersions, () => ({ clientSoftwareName: 'ottla-test', clientSoftwareVersion: '1' })),
  exchange(DescribeCluster, () => ({ includeClusterAuthorizedOperations: true })),
  exchange(DescribeQuorum, () => ({
    topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }],
  })),
  exchange(UpdateFeatures, async (world, version) => {
    const software = { clientSoftwareName: 'ottla-test', clientSoftwareVersion: '1' }
    const { finalizedFeatures } = await world.send(ApiVersions, software, { version: 3 })
    const metadata = finalizedFeatures.find(({ name }) => name === 'metadata.version')
    const update = { feature: 'metadata.version', maxVersionLevel: metadata?.maxVersionLevel ?? 0 }
    return { featureUpdates: [update], ...(version >= 1 && { validateOnly: true }) }
  }),
  // the quorum of a broker that was formatted with static voters does not change
  exchange(
    AddRaftVoter,
    () => ({
      clusterId: null,
      timeoutMs: 1000,
      voterId: 3,
      voterDirectoryId: someUuid,
      listeners: [{ name: 'CONTROLLER', host: 'localhost', port: 1 }],
    }),
    { errors: [unsupportedVersion] },
  ),
  exchange(RemoveRaftVoter, () => ({ clusterId: null, voterId: 3, voterDirectoryId: someUuid }), {
    errors: [unsupportedVersion],
  }),
  exchange(
    GetTelemetrySubscriptions,
    async (world) => {
      await subscribeToMetrics(world)
      return { clientInstanceId: zeroUuid }
    },
    { until: ({ requestedMetrics }) => requestedMetrics.length > 0 },
  ),
  exchange(PushTelemetry, async (world) => {
    const subscription = await world.send(GetTelemetrySubscriptions, { clientInstanceId: zeroUuid }, { version: 0 })
    const { clientInstanceId, subscriptionId } = subscription
    return { clientInstanceId, subscriptionId, terminating: false, compressionType: 0, metrics: new Uint8Array() }
  }),
]

async function subscribeToMetrics(world: World): Promise<void> {
  const configs = [
    { name: 'interval.ms', configOperation: 0, value: '60000' },
    { name: 'metrics', configOperation: 0, value: 'org.apache.kafka.producer.' },
  ]
  const resources = [{ resourceType: 16, resourceName: 'producers', configs }]
  await world.send(IncrementalAlterConfigs, { resources, validateOnly: false }, { version: 1 })
}
