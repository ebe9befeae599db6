import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { connect, plain, scramSha512, type Connection } from 'ottla'
import { readClientConfig } from 'ottla/config'
import { DescribeCluster, FindCoordinator, Metadata } from 'ottla/messages'
import { startBroker, type Broker, type BrokerOptions } from 'ottla/testing'

const users = { alice: 'alice-secret' }
const login = { username: 'alice', password: users.alice }

const several: BrokerOptions = {
  users,
  listeners: [
    { name: 'INTERNAL', mechanisms: [] },
    { name: 'EXTERNAL', tls: true, mechanisms: ['SCRAM-SHA-512'] },
    { tls: { clientAuth: 'required' }, mechanisms: [], sslPrincipalMappingRules: 'RULE:^CN=([^,]+)$/$1/' },
  ],
}

async function external(broker: Broker): Promise<Connection> {
  const { host, port } = broker.listener('EXTERNAL')
  const { ca = '' } = broker
  return await connect({ host, port, tls: { ca }, sasl: scramSha512(login) })
}

test('each listener has its own security, and principals of its own making', async () => {
  await using broker = await startBroker(several)
  assert.deepEqual(
    broker.listeners.map(({ name, secure, mechanisms }) => [name, secure, mechanisms]),
    [
      ['INTERNAL', false, []],
      ['EXTERNAL', true, ['SCRAM-SHA-512']],
      ['SSL', true, []],
    ],
  )
  const { host, port } = broker.listener('SSL')
  const { ca = '' } = broker
  await using inside = await connect({ host: broker.host, port: broker.port })
  await using outside = await external(broker)
  await using certified = await connect({ host, port, tls: { ca, ...broker.clientCertificate([['CN', 'client']]) } })
  for (const connection of [inside, outside, certified]) await connection.send(Metadata, { topics: [] })
  assert.deepEqual(
    broker.servers.map(({ connections }) => connections[0]?.session?.principal.name),
    ['ANONYMOUS', 'alice', 'client'],
  )
  const { host: name, port: secured } = broker.listener('EXTERNAL')
  await assert.rejects(connect({ host: name, port: secured, tls: { ca }, sasl: plain(login) }), {
    code: 'UNSUPPORTED_MECHANISM',
  })
})

test('clients are told the addresses of the listener that they came to, of all brokers', async () => {
  await using cluster = await startBroker({ ...several, brokers: 2, topics: { spread: 2 } })
  const inner = cluster.listener('INTERNAL')
  const outer = cluster.listener('EXTERNAL')
  assert.equal(cluster.bootstrap, inner.bootstrap)
  await using inside = await connect(inner)
  await using outside = await external(cluster)
  for (const [connection, { bootstrap }] of [
    [inside, inner],
    [outside, outer],
  ] as const) {
    const told = (brokers: readonly { host: string; port: number }[]): string =>
      brokers.map(({ host, port }) => `${host}:${port}`).join(',')
    const { brokers, topics } = await connection.send(Metadata, { topics: [{ name: 'spread' }] })
    assert.deepEqual(
      topics[0]?.partitions.map(({ leaderId }) => leaderId),
      [1, 2],
    )
    assert.equal(told(brokers), bootstrap)
    assert.equal(
      told((await connection.send(DescribeCluster, { includeClusterAuthorizedOperations: false })).brokers),
      bootstrap,
    )
    const { coordinators } = await connection.send(FindCoordinator, { keyType: 0, coordinatorKeys: ['group'] })
    assert.ok(bootstrap.split(',').includes(told(coordinators)))
  }
})

test('settings are those of the listener that is asked for', async () => {
  await using broker = await startBroker(several)
  for (const name of ['INTERNAL', 'EXTERNAL']) {
    const config = await readClientConfig(broker.settings({ listener: name }).properties)
    const { host, port } = broker.listener(name)
    await using connection = await connect({ host, port, ...config.connect })
    assert.equal(connection.session?.mechanism ?? null, name === 'EXTERNAL' ? 'SCRAM-SHA-512' : null)
  }
  assert.throws(() => broker.settings({ listener: 'NONE' }), { code: 'INVALID_ARGUMENT' })
})

test('new certificates reach every listener that has TLS', async () => {
  await using broker = await startBroker(several)
  const serial = async (): Promise<string> => {
    const secured = once(broker.servers[1]?.events ?? assert.fail(), 'connect')
    await using connection = await external(broker)
    await secured
    return JSON.stringify(connection.session)
  }
  await serial()
  broker.rotateCertificate()
  await serial()
})

test('listeners without a difference in name, none at all, or a port beside them are refused', async () => {
  for (const options of [
    { listeners: [] },
    { listeners: [{}, {}] },
    { listeners: [{}], port: 9092 },
    { listeners: [{}], listenerName: 'A' },
    { listeners: [{ port: [0, 0] }], brokers: 3 },
  ]) {
    await assert.rejects(startBroker(options), { code: 'INVALID_ARGUMENT' })
  }
})
