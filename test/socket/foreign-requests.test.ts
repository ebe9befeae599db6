import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Metadata, Reader, ResponseHeader } from 'ottla/messages'
import { startBroker } from 'ottla/testing'
import { RawClient } from '../support/raw-client.js'

/** Requests as other clients were seen to send them, where these differ from what Kafka's definitions say. */
test('bytes that follow a request are let be: librdkafka asks so for all topics', async () => {
  await using broker = await startBroker({ topics: { log: 1 } })
  const client = await RawClient.connect(broker)
  const header = '0003000d00000005000772646b61666b6100'
  const nullTopics = '00000000'
  const answer = await client.ask(Buffer.from(`00000019${header}${nullTopics}010000`, 'hex'))
  assert.ok(answer)
  const reader = new Reader(answer)
  assert.equal(ResponseHeader.decode(reader, 1).correlationId, 5)
  const { topics } = Metadata.response.decode(reader, 13)
  assert.deepEqual(
    topics.map(({ name }) => name),
    ['log'],
  )
  client.destroy()
})
