// Under vitest nothing is to be configured: start the broker, use it, close it.
import { connect, scramSha256 } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

/** The code under test: how many partitions has a topic? */
async function partitions({ host, port }, password) {
  const sasl = scramSha256({ username: 'alice', password })
  const connection = await connect({ host, port, sasl, requestTimeout: 1000 })
  try {
    const { topics } = await connection.send(Metadata, { topics: [{ name: 'orders' }] })
    return topics[0]?.partitions.length ?? 0
  } finally {
    await connection.close()
  }
}

let broker
beforeAll(async () => {
  broker = await startBroker({ users: { alice: 'alice-secret' }, topics: { orders: 3 } })
})
afterEach(() => broker.reset())
afterAll(() => broker.close())

test('orders has three partitions', async () => {
  expect(await partitions(broker, 'alice-secret')).toBe(3)
  const { clientId } = await broker.received(Metadata)
  expect(clientId).toBe('ottla')
})

test('a wrong password is refused', async () => {
  await expect(partitions(broker, 'wrong')).rejects.toMatchObject({ code: 'AUTHENTICATION_FAILED' })
})

test('a broker that hangs up is noticed', async () => {
  broker.on(Metadata).close()
  await expect(partitions(broker, 'alice-secret')).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
})
