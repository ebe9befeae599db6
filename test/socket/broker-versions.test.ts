import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { connect, plain, type Connection } from 'ottla'
import * as published from 'ottla/messages'
import { Metadata, type AnyApi, type Field } from 'ottla/messages'
import { startBroker, type Broker } from 'ottla/testing'
import { batchOf } from '../support/records.js'

/** Every API that the broker lists, in every version that it lists: the answer is one of that version. */
const apis = Object.values<unknown>(published).filter(
  (value): value is AnyApi => typeof value === 'object' && value !== null && 'request' in value && 'response' in value,
)

let broker: Broker
let connection: Connection
let topicId = ''

before(async () => {
  broker = await startBroker({ users: { alice: 'secret' }, topics: { log: 1 } })
  const { host, port } = broker
  connection = await connect({ host, port, sasl: plain({ username: 'alice', password: 'secret' }) })
  topicId = (await connection.send(Metadata, { topics: [{ name: 'log' }] })).topics[0]?.topicId ?? ''
})

after(async () => {
  await connection.close()
  await broker.close()
})

/** A request that names something everywhere: one element in every array, the topic wherever one is asked for. */
function naming(fields: readonly Field[], version: number): Record<string, unknown> {
  const struct: Record<string, unknown> = {}
  for (const field of fields) {
    if (version < field.versions.first || version > field.versions.last) continue
    const value = valueOf(field, version)
    if (value !== undefined) struct[field.name] = field.array ? [value] : value
  }
  return struct
}

function valueOf(field: Field, version: number): unknown {
  switch (field.type) {
    case 'struct':
      return field.tag === null || field.array ? naming(field.fields, version) : undefined
    case 'string':
      return /instance/i.test(field.name)
        ? null
        : /group|^key$|coordinator/i.test(field.name)
          ? 'group'
          : /topic|^name$/i.test(field.name)
            ? 'log'
            : ''
    case 'uuid':
      return topicId
    case 'records':
      return batchOf(['x'])
    case 'bytes':
      return Buffer.from('x')
    case 'bool':
      return false
    case 'int64':
      return 0n
    default:
      return 0
  }
}

test('every API answers in every version that it lists', async () => {
  const answered: string[] = []
  for (const [key, { min, max }] of connection.versions) {
    const api = apis.find((candidate) => candidate.key === key)
    assert.ok(api, `no API has the key ${key}`)
    for (let version = min; version <= max; version += 1) {
      const request = naming(api.request.fields, version)
      // What is not the default and not of this version must not be there; acks=0 would not be answered.
      if (api.name === 'Produce') request['acks'] = 1
      if (api.name === 'SaslHandshake') request['mechanism'] = 'PLAIN'
      if (api.name === 'ApiVersions')
        Object.assign(request, version < 3 ? {} : { clientSoftwareName: 'a', clientSoftwareVersion: '1' })
      const response = await connection.send(api, { ...request } as never, { version })
      assert.ok(response !== undefined, `${api.name} version ${version}`)
      answered.push(`${api.name} ${version}`)
    }
  }
  assert.ok(answered.length > 120, `only ${answered.length} pairs`)
})

test('what is produced, committed and joined in the newest versions can be had in the oldest', async () => {
  // The broker above was asked to delete it, too.
  broker.createTopic('log')
  const names = ['JoinGroup', 'SyncGroup', 'Heartbeat', 'OffsetCommit', 'OffsetFetch', 'LeaveGroup']
  for (const which of ['min', 'max'] as const) {
    const versions = new Map(
      names.map((name) => [name, connection.versions.get(apis.find((api) => api.name === name)?.key ?? -1)?.[which]]),
    )
    const ask = async (name: string, request: object): Promise<Record<string, unknown>> => {
      const api = apis.find((candidate) => candidate.name === name)
      assert.ok(api)
      return (await connection.send(api, request as never, { version: versions.get(name) ?? 0 })) as Record<
        string,
        unknown
      >
    }
    const groupId = `group-${which}`
    const protocols = [{ name: 'range', metadata: Buffer.from('m') }]
    const join = { groupId, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 1000, protocolType: 'consumer', protocols }
    let joined = await ask('JoinGroup', { ...join, memberId: '' })
    if (joined['errorCode'] === 79) joined = await ask('JoinGroup', { ...join, memberId: joined['memberId'] })
    assert.equal(joined['errorCode'], 0)
    const memberId = joined['memberId'] as string
    const claim = { groupId, memberId, generationId: joined['generationId'] }
    assert.equal(joined['leader'], memberId)
    const assignments = [{ memberId, assignment: Buffer.from('all') }]
    const synced = await ask('SyncGroup', { ...claim, assignments })
    assert.deepEqual([synced['errorCode'], String(synced['assignment'])], [0, 'all'])
    assert.equal((await ask('Heartbeat', claim))['errorCode'], 0)
    assert.equal((await ask('Heartbeat', { ...claim, generationId: 99 }))['errorCode'], 22)
    const partitions = [{ partitionIndex: 0, committedOffset: 5n, committedMetadata: 'here' }]
    const commit = {
      groupId,
      memberId,
      generationIdOrMemberEpoch: joined['generationId'],
      topics: [{ name: 'log', partitions }],
    }
    assert.match(JSON.stringify(await ask('OffsetCommit', commit), text), /"errorCode":0/)
    const topics = [{ name: 'log', partitionIndexes: [0, 1] }]
    const fetched = JSON.stringify(
      await ask('OffsetFetch', which === 'min' ? { groupId, topics } : { groups: [{ groupId, topics }] }),
      text,
    )
    assert.match(fetched, /"committedOffset":"5".*"metadata":"here"/)
    assert.match(fetched, /"committedOffset":"-1"/)
    const left = await ask('LeaveGroup', which === 'min' ? { groupId, memberId } : { groupId, members: [{ memberId }] })
    assert.equal(left['errorCode'], 0)
    assert.equal((await ask('Heartbeat', claim))['errorCode'], 25)
  }
})

function text(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
