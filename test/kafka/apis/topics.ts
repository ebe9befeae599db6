import {
  AlterConfigs,
  AlterReplicaLogDirs,
  CreatePartitions,
  CreateTopics,
  DeleteRecords,
  DeleteTopics,
  DescribeConfigs,
  DescribeLogDirs,
  DescribeTopicPartitions,
  IncrementalAlterConfigs,
  ListConfigResources,
  Metadata,
  zeroUuid,
} from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'

const topicResource = 2
const clientMetricsResource = 16

/** Topics, their partitions and settings. */
export const topics: readonly Exchange[] = [
  exchange(Metadata, async (world) => {
    await world.data()
    return { topics: [{ name: 'data' }] }
  }),
  exchange(CreateTopics, (_, version) => ({
    topics: [{ name: `created-${version}`, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }],
    timeoutMs: 5000,
    validateOnly: true,
  })),
  exchange(DeleteTopics, async (world, version) => {
    const name = `deleted-${version}`
    await world.topic(name)
    return version >= 6
      ? { topics: [{ name, topicId: zeroUuid }], timeoutMs: 5000 }
      : { topicNames: [name], timeoutMs: 5000 }
  }),
  exchange(CreatePartitions, async (world, version) => {
    const name = `grown-${version}`
    await world.topic(name)
    return { topics: [{ name, count: 2, assignments: [{ brokerIds: [1] }] }], timeoutMs: 5000, validateOnly: false }
  }),
  exchange(DeleteRecords, async (world) => {
    await world.data()
    return { topics: [{ name: 'data', partitions: [{ partitionIndex: 0, offset: 0 }] }], timeoutMs: 5000 }
  }),
  exchange(
    DescribeConfigs,
    async (world) => {
      await world.topic('configured', { configs: { 'retention.ms': '3600000' } })
      const resource = { resourceType: topicResource, resourceName: 'configured', configurationKeys: null }
      return { resources: [resource], includeSynonyms: true, includeDocumentation: false }
    },
    { until: ({ results }) => results[0]?.configs.some(({ synonyms }) => synonyms.length > 0) === true },
  ),
  exchange(AlterConfigs, async (world, version) => {
    await world.topic('configured')
    const configs = [{ name: 'retention.ms', value: `${3_600_000 + version}` }]
    return { resources: [{ resourceType: topicResource, resourceName: 'configured', configs }], validateOnly: false }
  }),
  exchange(IncrementalAlterConfigs, (_, version) => {
    const configs = [{ name: 'interval.ms', configOperation: 0, value: `${60_000 + version}` }]
    const resource = { resourceType: clientMetricsResource, resourceName: 'everybody', configs }
    return { resources: [resource], validateOnly: false }
  }),
  exchange(ListConfigResources, (_, version) => (version === 0 ? {} : { resourceTypes: [clientMetricsResource] }), {
    until: ({ configResources }) => configResources.length > 0,
  }),
  exchange(DescribeTopicPartitions, async (world) => {
    await world.data()
    return { topics: [{ name: 'data' }] }
  }),
  exchange(DescribeLogDirs, async (world) => {
    await world.data()
    return { topics: [{ topic: 'data', partitions: [0] }] }
  }),
  exchange(AlterReplicaLogDirs, async (world) => {
    await world.data()
    const { results } = await world.send(DescribeLogDirs, { topics: null }, { version: 1 })
    const path = results[0]?.logDir ?? ''
    return { dirs: [{ path, topics: [{ name: 'data', partitions: [0] }] }] }
  }),
]
