import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { CreateTopics } from 'ottla/messages/CreateTopics'
import type { Answer, Peer } from '../support/conversation.js'
import { observations, observe, type Listener } from '../support/observations.js'
import { RawClient } from '../support/raw-client.js'
import { connectTo } from './harness/connect.js'
import type { ListenerName } from './harness/listeners.js'
import { theRing } from './harness/ring.js'

const listeners: Readonly<Record<Listener, ListenerName>> = {
  PLAINTEXT: 'PLAINTEXT',
  SSL: 'SSL',
  SASL: 'SASL',
  REAUTH: 'REAUTH',
  EXT: 'EXTENSIONS',
}
const topicAlreadyExists = 36

/** What Ottla's server is held to (test/socket) is what this Kafka says. Older ones differ in a few answers. */
describe('the cases of Ottla’s server, answered by Kafka itself', { concurrency: 8 }, () => {
  const [broker] = theRing().brokers
  assert.ok(broker)

  before(async () => {
    await using connection = await connectTo(broker, 'PLAINTEXT')
    const assignments = [{ partitionIndex: 0, brokerIds: [1] }]
    const topic = { name: 'observe', numPartitions: -1, replicationFactor: -1, assignments, configs: [] }
    const { topics } = await connection.send(CreateTopics, { topics: [topic], timeoutMs: 5000 })
    assert.ok([0, topicAlreadyExists].includes(topics[0]?.errorCode ?? -1))
  })

  for (const observation of observations) {
    test(observation.name, async () => {
      const port = broker.ports[listeners[observation.listener]]
      const client = await RawClient.connect({ host: '127.0.0.1', port })
      try {
        assert.deepEqual(
          withoutDelays(await observe(observation, realPeer(client))),
          withoutDelays(observation.expected),
        )
      } finally {
        client.destroy()
      }
    })
  }
})

/** A broker whose clock is everybody's. Whether an answer was delayed on purpose does not show from outside. */
function realPeer(client: RawClient): Peer {
  return {
    write: (bytes) => {
      client.write(bytes)
    },
    answer: async (): Promise<Answer> => ({ frame: await client.next(), delayed: false }),
    pass: async (ms) => {
      await delay(ms)
    },
    now: () => Date.now(),
    destroy: () => {
      client.destroy()
    },
  }
}

function withoutDelays(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/, delayed$/, ''))
}
