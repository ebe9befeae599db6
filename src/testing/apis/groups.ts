import { DeleteGroups } from '../../messages/DeleteGroups.js'
import { Heartbeat } from '../../messages/Heartbeat.js'
import { JoinGroup } from '../../messages/JoinGroup.js'
import { LeaveGroup } from '../../messages/LeaveGroup.js'
import { ListGroups } from '../../messages/ListGroups.js'
import { SyncGroup } from '../../messages/SyncGroup.js'
import { route } from '../../server/index.js'
import type { Route } from '../../server/index.js'
import type { Groups } from '../groups.js'

const NOT_COORDINATOR = 16
const INVALID_GROUP_ID = 24
const NON_EMPTY_GROUP = 68
const GROUP_ID_NOT_FOUND = 69
const STATES = {
  empty: 'Empty',
  preparing: 'PreparingRebalance',
  completing: 'CompletingRebalance',
  stable: 'Stable',
} as const

/** The classic protocol of consumer groups. */
export function groupRoutes(groups: Groups, nodeId: number): Route[] {
  return [
    joinRoute(groups, nodeId),
    syncRoute(groups, nodeId),
    ...memberRoutes(groups, nodeId),
    ...adminRoutes(groups, nodeId),
  ]
}

function joinRoute(groups: Groups, nodeId: number): Route {
  return route(JoinGroup, async (request, { apiVersion, clientId }) => {
    const { groupId, memberId } = request
    const errorCode = groupId === '' ? INVALID_GROUP_ID : groups.isCoordinator(groupId, nodeId) ? 0 : NOT_COORDINATOR
    if (errorCode !== 0) return { errorCode, memberId, protocolName: '', leader: '', members: [] }
    const joined = await groups.get(groupId).join({
      memberId,
      instanceId: request.groupInstanceId,
      clientId: clientId ?? '',
      protocolType: request.protocolType,
      // Views of the frame, which would keep its memory for as long as the group lives.
      protocols: request.protocols.map(({ name, metadata }) => ({ name, metadata: Buffer.from(metadata) })),
      sessionTimeout: request.sessionTimeoutMs,
      rebalanceTimeout: request.rebalanceTimeoutMs < 0 ? request.sessionTimeoutMs : request.rebalanceTimeoutMs,
      knowsMemberIds: apiVersion >= 4,
    })
    const { generation: generationId, ...rest } = joined
    return { ...rest, generationId, protocolName: apiVersion >= 7 ? rest.protocolName : (rest.protocolName ?? '') }
  })
}

function syncRoute(groups: Groups, nodeId: number): Route {
  return route(SyncGroup, async ({ groupId, generationId, memberId, groupInstanceId, assignments }) => {
    if (!groups.isCoordinator(groupId, nodeId)) return { errorCode: NOT_COORDINATOR, assignment: Buffer.alloc(0) }
    const given = new Map(assignments.map((of) => [of.memberId, Buffer.from(of.assignment)]))
    return await groups.get(groupId).sync({ memberId, instanceId: groupInstanceId, generation: generationId }, given)
  })
}

function memberRoutes(groups: Groups, nodeId: number): Route[] {
  return [
    route(Heartbeat, ({ groupId, generationId, memberId, groupInstanceId }) => {
      if (!groups.isCoordinator(groupId, nodeId)) return { errorCode: NOT_COORDINATOR }
      const claim = { memberId, instanceId: groupInstanceId, generation: generationId }
      return { errorCode: groups.get(groupId).heartbeat(claim) }
    }),
    route(LeaveGroup, ({ groupId, memberId, members }, { apiVersion }) => {
      if (!groups.isCoordinator(groupId, nodeId)) return { errorCode: NOT_COORDINATOR }
      const group = groups.get(groupId)
      if (apiVersion < 3) return { errorCode: group.leave({ memberId, instanceId: null }) }
      return {
        errorCode: 0,
        members: members.map((member) => ({
          memberId: member.memberId,
          groupInstanceId: member.groupInstanceId,
          errorCode: group.leave({ memberId: member.memberId, instanceId: member.groupInstanceId }),
        })),
      }
    }),
  ]
}

function adminRoutes(groups: Groups, nodeId: number): Route[] {
  return [
    route(ListGroups, ({ statesFilter, typesFilter }) => ({
      throttleTimeMs: 0,
      errorCode: 0,
      groups: [...groups.all()]
        .filter(({ id }) => groups.isCoordinator(id, nodeId))
        .map((group) => ({
          groupId: group.id,
          protocolType: group.protocolType ?? '',
          groupState: STATES[group.state],
          groupType: 'classic',
        }))
        .filter(({ groupState }) => statesFilter.length === 0 || statesFilter.includes(groupState))
        .filter(({ groupType }) => typesFilter.length === 0 || typesFilter.includes(groupType)),
    })),
    route(DeleteGroups, ({ groupsNames }) => ({
      throttleTimeMs: 0,
      results: groupsNames.map((groupId) => {
        const group = groups.find(groupId)
        if (group === undefined) return { groupId, errorCode: GROUP_ID_NOT_FOUND }
        if (group.memberIds.length > 0) return { groupId, errorCode: NON_EMPTY_GROUP }
        groups.delete(groupId)
        return { groupId, errorCode: 0 }
      }),
    })),
  ]
}
