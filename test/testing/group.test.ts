import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { FakeClock } from '#src/testing/fake-clock.js'
import { Group, GROUP_ERRORS, type Joined, type JoinRequest } from '#src/testing/group.js'

let clock: FakeClock
let group: Group

beforeEach(() => {
  clock = new FakeClock()
  group = new Group('g', clock)
})

function request(memberId: string, more: Partial<JoinRequest> = {}): JoinRequest {
  return {
    memberId,
    instanceId: null,
    clientId: 'c',
    protocolType: 'consumer',
    protocols: [{ name: 'range', metadata: Buffer.from(`of ${memberId}`) }],
    sessionTimeout: 10_000,
    rebalanceTimeout: 60_000,
    knowsMemberIds: false,
    ...more,
  }
}

const protocols = (...names: string[]): JoinRequest['protocols'] =>
  names.map((name) => ({ name, metadata: Buffer.from(name) }))

/** The first member, alone in its generation. */
async function found(more: Partial<JoinRequest> = {}): Promise<Joined> {
  const joined = await group.join(request('', more))
  assert.equal(joined.errorCode, 0)
  return joined
}

/** Two members of one generation, both with assignments. */
async function pair(): Promise<[Joined, Joined]> {
  const first = await found()
  const second = group.join(request(''))
  assert.equal(group.heartbeat(first), GROUP_ERRORS.REBALANCE_IN_PROGRESS)
  const both = await Promise.all([group.join(request(first.memberId)), second])
  const assignments = new Map(both.map(({ memberId }) => [memberId, Buffer.from(`for ${memberId}`)]))
  const follower = group.sync(both[1], new Map())
  await group.sync(both[0], assignments)
  assert.equal((await follower).errorCode, 0)
  return both
}

test('who is alone leads a generation of one', async () => {
  const joined = await found()
  assert.deepEqual([joined.generation, joined.leader], [1, joined.memberId])
  assert.deepEqual(
    joined.members.map(({ memberId }) => memberId),
    [joined.memberId],
  )
  assert.equal(group.state, 'completing')
  const synced = await group.sync(joined, new Map([[joined.memberId, Buffer.from('all')]]))
  assert.deepEqual([String(synced.assignment), synced.protocolName], ['all', 'range'])
  assert.equal(group.state, 'stable')
})

test('a second member makes a new generation; only the leader sees the members; each gets its own', async () => {
  const [first, second] = await pair()
  assert.deepEqual([first.generation, second.generation], [2, 2])
  assert.deepEqual([first.leader, second.leader], [first.memberId, first.memberId])
  assert.deepEqual([first.members.length, second.members.length], [2, 0])
  const again = await group.sync(second, new Map())
  assert.equal(String(again.assignment), `for ${second.memberId}`)
  assert.deepEqual([group.heartbeat(first), group.heartbeat(second)], [0, 0])
})

test('a client that knows of member ids is given one first, and comes back with it', async () => {
  const given = await group.join(request('', { knowsMemberIds: true }))
  assert.equal(given.errorCode, GROUP_ERRORS.MEMBER_ID_REQUIRED)
  assert.match(given.memberId, /^c-/)
  const joined = await group.join(request(given.memberId, { knowsMemberIds: true }))
  assert.deepEqual([joined.errorCode, joined.memberId], [0, given.memberId])
  assert.equal((await group.join(request('made-up'))).errorCode, GROUP_ERRORS.UNKNOWN_MEMBER_ID)
})

test('the protocol is one that all know, the one that most like best', async () => {
  const first = await found({ protocols: protocols('a', 'b', 'c') })
  const second = group.join(request('', { protocols: protocols('c', 'b') }))
  const third = group.join(request('', { protocols: protocols('c', 'b', 'x') }))
  const all = await Promise.all([
    group.join(request(first.memberId, { protocols: protocols('a', 'b', 'c') })),
    second,
    third,
  ])
  assert.deepEqual(
    all.map(({ protocolName }) => protocolName),
    ['c', 'c', 'c'],
  )
  const stranger = await group.join(request('', { protocols: protocols('a') }))
  assert.equal(stranger.errorCode, GROUP_ERRORS.INCONSISTENT_GROUP_PROTOCOL)
})

test('a member that is alive but does not join again in time is left behind', async () => {
  const [first, second] = await pair()
  const third = group.join(request(''))
  const rejoined = group.join(request(second.memberId))
  for (let at = 0; at < 60_000; at += 5000) {
    assert.equal(group.heartbeat(first), GROUP_ERRORS.REBALANCE_IN_PROGRESS)
    clock.advance(5000)
  }
  const [newcomer, old] = await Promise.all([third, rejoined])
  assert.deepEqual([newcomer.generation, old.generation], [3, 3])
  assert.deepEqual(new Set(group.memberIds), new Set([newcomer.memberId, second.memberId]))
  assert.equal(group.heartbeat(first), GROUP_ERRORS.UNKNOWN_MEMBER_ID)
})

test('a member that is not heard of for its session’s time is gone, and the others are to join anew', async () => {
  const [first, second] = await pair()
  clock.advance(9000)
  assert.equal(group.heartbeat(first), 0)
  clock.advance(1000)
  assert.equal(group.heartbeat(second), GROUP_ERRORS.UNKNOWN_MEMBER_ID)
  assert.equal(group.heartbeat(first), GROUP_ERRORS.REBALANCE_IN_PROGRESS)
})

test('who leaves makes way at once; the last one leaves the group empty and its offsets behind', async () => {
  const [first, second] = await pair()
  group.offsets.set('t 0', { offset: 5n, leaderEpoch: 0, metadata: '' })
  assert.equal(group.leave({ memberId: first.memberId, instanceId: null }), 0)
  const alone = await group.join(request(second.memberId))
  assert.deepEqual([alone.leader, alone.generation], [second.memberId, 3])
  assert.equal(group.leave({ memberId: second.memberId, instanceId: null }), 0)
  assert.deepEqual([group.state, group.memberIds.length, group.offsets.size], ['empty', 0, 1])
  assert.equal(group.leave({ memberId: second.memberId, instanceId: null }), GROUP_ERRORS.UNKNOWN_MEMBER_ID)
  assert.equal(clock.pending, 0)
})

test('claims of another generation are refused', async () => {
  const joined = await found()
  const old = { ...joined, generation: joined.generation - 1 }
  assert.equal(group.heartbeat(old), GROUP_ERRORS.ILLEGAL_GENERATION)
  assert.equal((await group.sync(old, new Map())).errorCode, GROUP_ERRORS.ILLEGAL_GENERATION)
  assert.equal(group.mayCommit(old), GROUP_ERRORS.ILLEGAL_GENERATION)
})

test('offsets are for members of the generation, or for anybody while there are none', async () => {
  const nobody = { memberId: '', generation: -1 }
  assert.equal(group.mayCommit(nobody), 0)
  const joined = await found()
  assert.equal(group.mayCommit(nobody), GROUP_ERRORS.UNKNOWN_MEMBER_ID)
  assert.equal(group.mayCommit(joined), GROUP_ERRORS.REBALANCE_IN_PROGRESS)
  await group.sync(joined, new Map())
  assert.equal(group.mayCommit(joined), 0)
})

test('a static member that comes back takes its place, and fences who had it', async () => {
  const first = await found({ instanceId: 'static' })
  await group.sync(first, new Map())
  const back = await group.join(request('', { instanceId: 'static' }))
  assert.equal(back.errorCode, 0)
  assert.notEqual(back.memberId, first.memberId)
  const fenced = { memberId: first.memberId, instanceId: 'static', generation: first.generation }
  assert.equal(group.heartbeat(fenced), GROUP_ERRORS.FENCED_INSTANCE_ID)
  assert.deepEqual(group.memberIds, [back.memberId])
})

test('a sync that a rebalance overtakes is told so', async () => {
  const first = await found()
  const second = group.join(request(''))
  const both = await Promise.all([group.join(request(first.memberId)), second])
  const waiting = group.sync(both[1], new Map())
  void group.join(request(''))
  assert.equal((await waiting).errorCode, GROUP_ERRORS.REBALANCE_IN_PROGRESS)
})

test('a group that is closed leaves no timer', async () => {
  await pair()
  assert.notEqual(clock.pending, 0)
  group.close()
  assert.equal(clock.pending, 0)
})
