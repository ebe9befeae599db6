// A unit test of code that talks to Kafka: the broker starts in milliseconds, in the test's own process, on a free port.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AuthenticationError, connect, scramSha256 } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'
import type { Broker } from 'ottla/testing'

/** The code under test: how many partitions has a topic? */
async function partitions(broker: Broker, password: string): Promise<number> {
  const sasl = scramSha256({ username: 'alice', password })
  await using connection = await connect({ host: broker.host, port: broker.port, sasl })
  const { topics } = await connection.send(Metadata, { topics: [{ name: 'orders' }] })
  return topics[0]?.partitions.length ?? 0
}

let broker: Broker
before(async () => {
  broker = await startBroker({ users: { alice: 'alice-secret' }, topics: { orders: 3 } })
})
after(() => broker.close())

test('orders has three partitions', async () => {
  assert.equal(await partitions(broker, 'alice-secret'), 3)
})

test('a wrong password is refused, and the error says what happened', async () => {
  await assert.rejects(partitions(broker, 'wrong'), (error) => {
    assert.ok(error instanceof AuthenticationError)
    assert.equal(error.code, 'AUTHENTICATION_FAILED')
    assert.equal(error.mechanism, 'SCRAM-SHA-256')
    return true
  })
})
