import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BrokerError, connect, oauthBearer, plain, scramSha256, scramSha512, type Connection } from 'ottla'
import {
  CreateDelegationToken,
  CreateTopics,
  DeleteTopics,
  DescribeDelegationToken,
  DescribeUserScramCredentials,
  ElectLeaders,
  ExpireDelegationToken,
  Fetch,
  ListOffsets,
  Metadata,
  Produce,
  type ProduceRequestInput,
} from 'ottla/messages'
import { FakeClock, startBroker, type Broker } from 'ottla/testing'
import { batchOf, valuesOf } from '../support/records.js'

const users = { alice: 'alice-secret' }

let broker: Broker
let connection: Connection

before(async () => {
  broker = await startBroker({ topics: { log: 2 }, users, mechanisms: ['PLAIN', 'SCRAM-SHA-256', 'OAUTHBEARER'] })
  connection = await login(broker)
})

after(async () => {
  await connection.close()
  await broker.close()
})

async function login({ host, port, ca }: Broker): Promise<Connection> {
  const sasl = plain({ username: 'alice', password: users.alice })
  return await connect({ host, port, sasl, ...(ca === undefined ? {} : { tls: { ca } }) })
}

function produce(index: number, records: Buffer): ProduceRequestInput {
  return { acks: -1, timeoutMs: 1000, topicData: [{ name: 'log', partitionData: [{ index, records }] }] }
}

test('every mechanism logs in over TLS with certificates of the broker’s own making', async () => {
  await using secure = await startBroker({ tls: true, users })
  const { host, port, ca = '' } = secure
  const token = (): { token: string; extensions: Record<string, string> } => ({
    token: secure.unsecuredToken({ principal: 'alice' }),
    extensions: { traceId: '7' },
  })
  const login = { username: 'alice', password: users.alice }
  for (const sasl of [plain(login), scramSha256(login), scramSha512(login), oauthBearer({ token })]) {
    await using connection = await connect({ host, port, tls: { ca }, sasl })
    assert.equal(connection.session?.mechanism, sasl.name)
    const { brokers } = await connection.send(Metadata, { topics: [] })
    assert.deepEqual(
      brokers.map(({ host, port }) => ({ host, port })),
      [{ host, port }],
    )
  }
  assert.equal(secure.servers[0]?.metrics().successfulAuthentications, 4)
})

test('records come back as they were sent, with offsets', async () => {
  for (const [base, values] of [
    [0n, ['a', 'b']],
    [2n, ['c']],
  ] as const) {
    const response = await connection.send(Produce, produce(0, batchOf(values)), { version: 12 })
    const partition = response?.responses[0]?.partitionResponses[0]
    assert.deepEqual([partition?.errorCode, partition?.baseOffset], [0, base])
  }
  const wanted = { partition: 0, fetchOffset: 1n, partitionMaxBytes: 1 << 20 }
  const topics = [{ topic: 'log', partitions: [wanted] }]
  const fetched = await connection.send(Fetch, { maxWaitMs: 0, minBytes: 1, topics }, { version: 12 })
  const data = fetched.responses[0]?.partitions[0]
  assert.equal(data?.highWatermark, 3n)
  assert.deepEqual(valuesOf(data?.records ?? Buffer.alloc(0)), ['a', 'b', 'c'])
})

test('a corrupt batch is refused and nothing of it is kept', async () => {
  const batch = batchOf(['x'])
  batch[batch.length - 1] = (batch[batch.length - 1] ?? 0) ^ 1
  const response = await connection.send(Produce, produce(1, batch), { version: 12 })
  assert.equal(response?.responses[0]?.partitionResponses[0]?.errorCode, 2)
  const partitions = [{ partitionIndex: 1, timestamp: -1n }]
  const offsets = await connection.send(
    ListOffsets,
    { replicaId: -1, topics: [{ name: 'log', partitions }] },
    { version: 5 },
  )
  assert.equal(offsets.topics[0]?.partitions[0]?.offset, 0n)
})

test('an idempotent producer’s batch that comes twice is kept once; one that is missing is noticed', async () => {
  broker.createTopic('once')
  const send = async (baseSequence: number): Promise<[number | undefined, bigint | undefined]> => {
    const records = batchOf(['x'], { producerId: 7n, baseSequence })
    const topicData = [{ name: 'once', partitionData: [{ index: 0, records }] }]
    const response = await connection.send(Produce, { acks: -1, timeoutMs: 1000, topicData }, { version: 12 })
    const partition = response?.responses[0]?.partitionResponses[0]
    return [partition?.errorCode, partition?.baseOffset]
  }
  assert.deepEqual(await send(0), [0, 0n])
  assert.deepEqual(await send(1), [0, 1n])
  assert.deepEqual(await send(0), [0, 0n])
  assert.deepEqual(await send(3), [45, -1n])
  assert.deepEqual(await send(2), [0, 2n])
})

test('a fetch waits for records, no longer than it wants to, on the broker’s clock', async () => {
  const clock = new FakeClock()
  await using patient = await startBroker({ topics: { log: 1 }, clock })
  const { host, port } = patient
  await using connection = await connect({ host, port })
  const topics = [{ topic: 'log', partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }] }]
  const fetch = (): Promise<number | undefined> =>
    connection
      .send(Fetch, { maxWaitMs: 500, minBytes: 1, topics }, { version: 12 })
      .then(({ responses }) => responses[0]?.partitions[0]?.records?.length)
  const empty = fetch()
  await patient.received(Fetch)
  clock.advance(500)
  assert.equal(await empty, 0)
  const full = fetch()
  await patient.received(Fetch)
  const records = batchOf(['late'])
  await using producer = await connect({ host, port })
  await producer.send(Produce, produce(0, records), { version: 12 })
  assert.equal(await full, records.length)
})

test('topics come and go; one that is only mentioned comes to be', async () => {
  const topic = {
    name: 'made',
    numPartitions: 3,
    replicationFactor: -1,
    assignments: [],
    configs: [{ name: 'cleanup.policy', value: 'compact' }],
  }
  const create = async (): Promise<number | undefined> =>
    (await connection.send(CreateTopics, { topics: [topic] })).topics[0]?.errorCode
  assert.deepEqual([await create(), await create()], [0, 36])
  const known = async (name: string): Promise<number | undefined> => {
    const { topics } = await connection.send(Metadata, { topics: [{ name }], allowAutoTopicCreation: false })
    return topics[0]?.errorCode === 0 ? topics[0].partitions.length : undefined
  }
  assert.equal(await known('made'), 3)
  await connection.send(DeleteTopics, { topicNames: ['made'], timeoutMs: 1000 }, { version: 5 })
  assert.equal(await known('made'), undefined)
  await connection.send(Metadata, { topics: [{ name: 'mentioned' }] })
  assert.equal(await known('mentioned'), 1)
})

test('a delegation token logs in as its owner, until it is ended', async () => {
  const made = await connection.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: -1n }, { version: 1 })
  assert.deepEqual([made.errorCode, made.principalName], [0, 'alice'])
  const { host, port } = broker
  const sasl = scramSha256({ username: made.tokenId, password: made.hmac.toString('base64'), tokenAuth: true })
  {
    await using delegate = await connect({ host, port, sasl })
    assert.ok((delegate.session?.lifetime ?? 0) > 86_000_000)
    const principals = broker.servers[0]?.connections.map(({ session }) => [
      session?.principal.name,
      session?.authorizationId,
    ])
    assert.deepEqual(principals?.at(-1), ['alice', 'alice'])
    // A token is no way to more tokens.
    assert.equal(
      (await delegate.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: -1n }, { version: 1 })).errorCode,
      64,
    )
  }
  const described = await connection.send(DescribeDelegationToken, { owners: null })
  assert.deepEqual(
    described.tokens.map(({ tokenId }) => tokenId),
    [made.tokenId],
  )
  await connection.send(ExpireDelegationToken, { hmac: made.hmac, expiryTimePeriodMs: -1n })
  await assert.rejects(connect({ host, port, sasl }), { code: 'AUTHENTICATION_FAILED' })
})

test('SCRAM credentials are described, never shown', async () => {
  const { results } = await connection.send(DescribeUserScramCredentials, { users: null })
  assert.deepEqual(
    results.map(({ user, credentialInfos }) => ({
      user,
      credentialInfos: credentialInfos.map((info) => ({ ...info })),
    })),
    [{ user: 'alice', credentialInfos: [{ mechanism: 1, iterations: 4096 }] }],
  )
})

test('what the broker cannot do it says', async () => {
  const request = { electionType: 0, topicPartitions: null, timeoutMs: 1000 }
  await assert.rejects(connection.send(ElectLeaders, request), { code: 'UNSUPPORTED_VERSION' })
  const answered = await connection.send(ElectLeaders, request, { version: 2 }).catch((error: unknown) => error)
  if (!(answered instanceof Error)) assert.equal((answered as { errorCode: number }).errorCode, 35)
  else assert.ok(!(answered instanceof BrokerError))
})

test('brokers of a cluster share their topics and lead different partitions', async () => {
  await using cluster = await startBroker({ brokers: 3, topics: { spread: 3 } })
  const ports = cluster.bootstrap.split(',').map((address) => Number(address.split(':')[1]))
  for (const port of ports) {
    await using connection = await connect({ host: cluster.host, port })
    const { topics, brokers } = await connection.send(Metadata, { topics: [{ name: 'spread' }] })
    assert.deepEqual(
      brokers.map(({ port }) => port),
      ports,
    )
    assert.deepEqual(
      topics[0]?.partitions.map(({ leaderId }) => leaderId),
      [1, 2, 3],
    )
  }
  await using wrong = await connect({ host: cluster.host, port: ports[0] ?? 0 })
  const topicData = [{ name: 'spread', partitionData: [{ index: 1, records: batchOf(['x']) }] }]
  const response = await wrong.send(Produce, { acks: 1, timeoutMs: 1000, topicData }, { version: 12 })
  assert.equal(response?.responses[0]?.partitionResponses[0]?.errorCode, 6)
})

test('users come, go and change their passwords while the broker runs', async () => {
  const { host, port } = broker
  const attempt = async (username: string, password: string): Promise<boolean> =>
    await connect({ host, port, sasl: scramSha256({ username, password }) }).then(
      async (connection) => {
        await connection.close()
        return true
      },
      () => false,
    )
  broker.users.set('bob', 'one')
  assert.equal(await attempt('bob', 'one'), true)
  broker.users.set('bob', 'two')
  assert.deepEqual([await attempt('bob', 'one'), await attempt('bob', 'two')], [false, true])
  broker.users.delete('bob')
  assert.equal(await attempt('bob', 'two'), false)
})

test('a client certificate makes the principal, through Kafka’s mapping rules', async () => {
  await using mutual = await startBroker({
    tls: { clientAuth: 'required' },
    sslPrincipalMappingRules: 'RULE:^CN=([^,]+),.*$/$1/,DEFAULT',
  })
  const { host, port, ca = '' } = mutual
  const { cert, key } = mutual.clientCertificate([
    ['O', 'Ottla'],
    ['CN', 'client'],
  ])
  await using connection = await connect({ host, port, tls: { ca, cert, key } })
  await connection.send(Metadata, { topics: [] })
  assert.deepEqual(mutual.servers[0]?.connections[0]?.session?.principal, { type: 'User', name: 'client' })
  await assert.rejects(connect({ host, port, tls: { ca } }), { name: 'ConnectionError' })
})
