import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, ConnectionError, type Connection } from 'ottla'
import { apis, CreateTopics, Metadata } from 'ottla/messages'
import { listen, type Server } from 'ottla/server'
import { startBroker } from 'ottla/testing'

/** A server that has no answer of its own: everything goes to a connection. */
async function relay(behind: Connection): Promise<Server> {
  const offered = apis.filter(({ key }) => behind.versions.get(key) !== undefined)
  return await listen({ forward: { apis: offered, handle: (request) => behind.forward(request) } })
}

for (const version of [1, 8, 12]) {
  test(`Metadata version ${version} passes undecoded, and its answer too`, async () => {
    await using broker = await startBroker({ topics: { orders: 3 } })
    await using behind = await connect({ host: broker.host, port: broker.port, clientId: 'relay' })
    await using server = await relay(behind)
    await using client = await connect({ host: server.host, port: server.port, clientId: 'client' })
    const request = { topics: [{ name: 'orders' }] }
    const through = await client.send(Metadata, request, { version })
    assert.deepEqual(through, await behind.send(Metadata, request, { version }))
    assert.equal(through.topics[0]?.partitions.length, 3)
    assert.equal((await broker.received(Metadata)).clientId, 'relay')
  })
}

test('requests and answers of any size arrive as they were, many at once', async () => {
  await using broker = await startBroker({ autoCreateTopics: 0 })
  await using behind = await connect({ host: broker.host, port: broker.port })
  await using server = await relay(behind)
  await using client = await connect({ host: server.host, port: server.port })
  const sizes = [1, 3000, 10, 20_000, 2]
  const names = sizes.map((size) => Array.from({ length: size }, (_, i) => ({ name: `topic-${size}-${i}` })))
  const answers = await Promise.all(names.map((topics) => client.send(Metadata, { topics })))
  for (const [i, { topics }] of answers.entries()) {
    assert.deepEqual(
      topics.map(({ name }) => ({ name })),
      names[i],
    )
  }
})

test('the connection’s own limits and its end hold for what is forwarded', async () => {
  await using broker = await startBroker()
  const behind = await connect({ host: broker.host, port: broker.port })
  const body = Buffer.from([0, 0, 0, 0])
  const request = { api: { ...CreateTopics, maxVersion: 99 }, version: 98, frame: body, bodyOffset: 0 }
  await assert.rejects(behind.forward(request), { code: 'UNSUPPORTED_VERSION' })
  broker.on(Metadata).stall()
  const metadata = { api: Metadata, version: 1, frame: body, bodyOffset: 0 }
  await assert.rejects(behind.forward(metadata, { timeout: 1, onTimeout: 'abandon' }), { code: 'REQUEST_TIMEOUT' })
  await behind.close()
  await assert.rejects(behind.forward(metadata), (error) => error instanceof ConnectionError)
})
