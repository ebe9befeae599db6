import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { connect, plain, type Connection } from 'ottla'
import { ApiVersions, DescribeCluster, Metadata, SaslAuthenticate } from 'ottla/messages'
import { FakeClock, startBroker, type Broker } from 'ottla/testing'

let broker: Broker
const clock = new FakeClock()
const open: Connection[] = []

before(async () => {
  broker = await startBroker({ users: { alice: 'secret' }, mechanisms: ['PLAIN'], topics: { t: 1 }, clock })
})

afterEach(async () => {
  broker.reset()
  await Promise.all(open.splice(0).map((connection) => connection.close({ timeout: 0 })))
})

after(async () => {
  await broker.close()
})

async function login(
  options: { readonly password?: string; readonly requestTimeout?: number } = {},
): Promise<Connection> {
  const { host, port } = broker
  const { password = 'secret', ...rest } = options
  const connection = await connect({
    host,
    port,
    sasl: plain({ username: 'alice', password }),
    clientId: 'control',
    ...rest,
  })
  open.push(connection)
  return connection
}

test('a request can be awaited before and after it was sent; each is given out once', async () => {
  const connection = await login()
  const early = broker.received(Metadata, ({ request }) => request.topics?.[0]?.name === 'early')
  await connection.send(Metadata, { topics: [{ name: 't' }] })
  await connection.send(Metadata, { topics: [{ name: 'early' }] })
  const late = await broker.received(Metadata)
  assert.deepEqual([late.request.topics?.[0]?.name, late.clientId, late.broker], ['t', 'control', 1])
  assert.equal((await early).request.topics?.[0]?.name, 'early')
  assert.equal(late.connection.session?.principal.name, 'alice')
})

test('requests of the login are seen, too', async () => {
  await login()
  const { request } = await broker.received(SaslAuthenticate)
  assert.equal(request.authBytes.toString(), '\0alice\0secret')
})

test('an answer of one’s own takes the place of the broker’s, as often as it is wanted', async () => {
  const connection = await login()
  const rule = broker.on(Metadata).skip(1).times(1).answer({ brokers: [], clusterId: 'mine', topics: [] })
  const ids = []
  for (let i = 0; i < 3; i += 1) ids.push((await connection.send(Metadata, { topics: [] })).clusterId)
  assert.deepEqual(
    ids.map((id) => id === 'mine'),
    [false, true, false],
  )
  assert.equal(rule.hits, 1)
})

test('only the requests that a condition picks are touched', async () => {
  const connection = await login()
  broker
    .on(Metadata)
    .when(({ request }) => request.topics?.length === 2)
    .error(29)
  const codes = async (names: string[]): Promise<number[]> =>
    (await connection.send(Metadata, { topics: names.map((name) => ({ name })) })).topics.map(
      ({ errorCode }) => errorCode,
    )
  assert.deepEqual(await codes(['t']), [0])
  assert.deepEqual(await codes(['t', 'u']), [29, 29])
})

test('a delayed request waits for the clock; later ones wait for it', async () => {
  const connection = await login()
  broker.on(Metadata).times(1).delay(1000)
  const order: string[] = []
  const delayed = connection.send(Metadata, { topics: [] }).then(() => order.push('delayed'))
  const later = connection
    .send(DescribeCluster, { includeClusterAuthorizedOperations: false })
    .then(() => order.push('later'))
  await broker.received(DescribeCluster)
  clock.advance(999)
  assert.deepEqual(order, [])
  clock.advance(1)
  await Promise.all([delayed, later])
  assert.deepEqual(order, ['delayed', 'later'])
})

test('a held request waits until it is released', async () => {
  const connection = await login()
  const rule = broker.on(Metadata).hold()
  const answer = connection.send(Metadata, { topics: [] })
  await broker.received(Metadata)
  assert.equal(connection.inFlight, 1)
  rule.release()
  assert.equal((await answer).brokers.length, 1)
})

test('a closed connection ends the request', async () => {
  const connection = await login()
  broker.on(Metadata).close()
  await assert.rejects(connection.send(Metadata, { topics: [] }), { code: 'CONNECTION_CLOSED' })
})

test('a stalled request runs into its timeout', async () => {
  const connection = await login({ requestTimeout: 50 })
  broker.on(Metadata).stall()
  await assert.rejects(connection.send(Metadata, { topics: [] }), { code: 'REQUEST_TIMEOUT' })
})

test('a dropped answer puts the client out of step', async () => {
  const connection = await login()
  broker.on(Metadata).drop()
  const lost = connection.send(Metadata, { topics: [] })
  const next = connection.send(DescribeCluster, { includeClusterAuthorizedOperations: false })
  const outcomes = await Promise.allSettled([lost, next])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.equal(connection.state.name, 'closed')
})

test('a corrupt answer is no answer', async () => {
  const connection = await login()
  broker.on(Metadata).corrupt()
  await assert.rejects(connection.send(Metadata, { topics: [] }), { code: 'DECODE_FAILED' })
})

test('a truncated answer is an end within a frame', async () => {
  const connection = await login()
  broker.on(Metadata).truncate(7)
  await assert.rejects(connection.send(Metadata, { topics: [] }), { name: 'ConnectionError' })
})

test('the login itself can be made to fail: refused, closed, stalled', async () => {
  const refusal = broker
    .on(SaslAuthenticate)
    .answer({ errorCode: 58, errorMessage: 'not today', authBytes: Buffer.alloc(0) })
  await assert.rejects(login(), { code: 'AUTHENTICATION_FAILED', message: /not today/ })
  refusal.remove()
  broker.on(ApiVersions).times(1).close()
  await assert.rejects(login(), { name: 'ConnectionError', phase: 'api-versions' })
  await login()
})

test('a wrong password is answered when the clock says so, and told to the operator', async () => {
  const events: string[] = []
  const listener = ({ reason }: { reason: string }): number => events.push(reason)
  broker.servers[0]?.events.on('refuse', listener)
  const failed = assert.rejects(login({ password: 'wrong' }), { code: 'AUTHENTICATION_FAILED' })
  await broker.received(SaslAuthenticate, ({ request }) => request.authBytes.toString().endsWith('wrong'))
  while (clock.pending === 0) await new Promise(setImmediate)
  clock.advance(100)
  await failed
  broker.servers[0]?.events.off('refuse', listener)
  assert.equal(events.length, 1)
  assert.match(events[0] ?? '', /Invalid username or password.*alice/)
})

test('sessions can be ended early', async () => {
  const connection = await login()
  await connection.send(Metadata, { topics: [] })
  broker.expireSessions()
  await assert.rejects(connection.send(Metadata, { topics: [] }), { code: 'CONNECTION_CLOSED' })
})

test('connections can be cut', async () => {
  const connection = await login()
  broker.disconnect(({ session }) => session?.principal.name === 'alice')
  assert.ok(await connection.closed)
})
