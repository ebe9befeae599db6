import { randomUUID } from 'node:crypto'
import { ConsumerGroupDescribe, ConsumerGroupHeartbeat } from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import type { World } from './world.js'

/** Consumer groups of the new protocol (KIP-848). */
export const consumerGroups: readonly Exchange[] = [
  exchange(
    ConsumerGroupHeartbeat,
    async (world, version) => {
      await world.data()
      return joining(`consumers-${version}`, version)
    },
    { until: ({ assignment }) => (assignment?.topicPartitions.length ?? 0) > 0 },
  ),
  exchange(
    ConsumerGroupDescribe,
    async (world, version) => {
      await member(world, `described-consumers-${version}`)
      return { groupIds: [`described-consumers-${version}`], includeAuthorizedOperations: false }
    },
    { until: ({ groups }) => (groups[0]?.members[0]?.assignment.topicPartitions.length ?? 0) > 0 },
  ),
]

/** In version 0 the coordinator names the member, later the member does so itself. */
function joining(groupId: string, version: number) {
  const memberId = version === 0 ? '' : randomUUID()
  const subscription = { rebalanceTimeoutMs: 10_000, subscribedTopicNames: ['data'], topicPartitions: [] }
  return { groupId, memberId, memberEpoch: 0, ...subscription }
}

async function member(world: World, groupId: string): Promise<void> {
  await world.data()
  await world.send(ConsumerGroupHeartbeat, joining(groupId, 0), { version: 0 })
}
