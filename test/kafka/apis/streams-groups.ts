import { randomUUID } from 'node:crypto'
import { IncrementalAlterConfigs, StreamsGroupDescribe, StreamsGroupHeartbeat } from 'ottla/messages'
import type { StreamsGroupHeartbeatResponse } from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import type { World } from './world.js'

/** Groups of Kafka Streams (KIP-1071): two processes share the tasks, each stands by for the other. */
export const streamsGroups: readonly Exchange[] = [
  exchange(StreamsGroupHeartbeat, async (world, version) => {
    const { member } = await pair(world, `streams-${version}`)
    return member.heartbeat()
  }),
  exchange(StreamsGroupDescribe, async (world, version) => {
    const { groupId } = await pair(world, `described-streams-${version}`)
    return { groupIds: [groupId], includeAuthorizedOperations: false }
  }),
]

type Tasks = NonNullable<StreamsGroupHeartbeatResponse['activeTasks']>

/** One process of a Streams application: it owns what it was given, at once. */
class Member {
  readonly #groupId: string
  readonly #id = randomUUID()
  #epoch = 0
  #tasks: { readonly active: Tasks; readonly standby: Tasks } = { active: [], standby: [] }

  constructor(groupId: string) {
    this.#groupId = groupId
  }

  get steady(): boolean {
    return this.#tasks.active.length > 0 && this.#tasks.standby.length > 0
  }

  heartbeat() {
    return {
      groupId: this.#groupId,
      memberId: this.#id,
      memberEpoch: this.#epoch,
      endpointInformationEpoch: -1,
      rebalanceTimeoutMs: 10_000,
      ...(this.#epoch === 0 && { topology: topology(this.#groupId), processId: this.#id, userEndpoint, clientTags }),
      activeTasks: this.#tasks.active,
      standbyTasks: this.#tasks.standby,
      warmupTasks: [],
    }
  }

  learn({ memberEpoch, activeTasks, standbyTasks }: StreamsGroupHeartbeatResponse): void {
    this.#epoch = memberEpoch
    this.#tasks = { active: activeTasks ?? this.#tasks.active, standby: standbyTasks ?? this.#tasks.standby }
  }
}

const userEndpoint = { host: 'localhost', port: 1 }
const clientTags = [{ key: 'rack', value: 'one' }]

/** Two members of a new group, once both have their tasks. */
async function pair(world: World, groupId: string): Promise<{ groupId: string; member: Member }> {
  await world.data()
  const configs = [{ name: 'streams.num.standby.replicas', configOperation: 0, value: '1' }]
  const resources = [{ resourceType: 32, resourceName: groupId, configs }]
  await world.send(IncrementalAlterConfigs, { resources, validateOnly: false }, { version: 1 })
  const members = [new Member(groupId), new Member(groupId)] as const
  for (let round = 0; round < 300; round++) {
    for (const member of members)
      member.learn(await world.send(StreamsGroupHeartbeat, member.heartbeat(), { version: 0 }))
    if (members.every(({ steady }) => steady)) return { groupId, member: members[0] }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`the members of ${groupId} did not get their tasks`)
}

/** Data is repartitioned by one part of the topology and kept in a store by the other. */
function topology(groupId: string) {
  const topicConfigs = [{ key: 'cleanup.policy', value: 'delete' }]
  const internal = { replicationFactor: 1, topicConfigs }
  const repartition = `${groupId}-repartition`
  const changelog = `${groupId}-store-changelog`
  const none = {
    sourceTopics: [],
    sourceTopicRegex: [],
    stateChangelogTopics: [],
    repartitionSinkTopics: [],
    repartitionSourceTopics: [],
    copartitionGroups: [],
  }
  const reading = { ...none, subtopologyId: '0', sourceTopics: ['data'], repartitionSinkTopics: [repartition] }
  const storing = {
    ...none,
    subtopologyId: '1',
    repartitionSourceTopics: [{ name: repartition, partitions: 2, ...internal }],
    stateChangelogTopics: [{ name: changelog, partitions: 0, ...internal }],
  }
  return { epoch: 1, subtopologies: [reading, storing] }
}
