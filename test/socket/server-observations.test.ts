import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Fetch } from 'ottla/messages'
import type { RefuseEvent, ServerEvents } from 'ottla/server'
import { FakeClock, startBroker, type Broker, type BrokerOptions } from 'ottla/testing'
import { observations, observe, type Listener } from '../support/observations.js'
import type { Answer, Peer } from '../support/conversation.js'
import { RawClient } from '../support/raw-client.js'

const users = { alice: 'alice-secret', admin: 'admin-secret' }
const DELAY = 100

const LISTENERS: Readonly<Record<Exclude<Listener, 'SSL'>, BrokerOptions>> = {
  PLAINTEXT: { topics: { observe: 1 } },
  SASL: { users },
  REAUTH: { users, maxSessionLifetime: 3000, topics: { observe: 1 } },
  EXT: {
    mechanisms: ['OAUTHBEARER'],
    validateExtensions: (context) => {
      for (const [name] of context.inputExtensions) {
        if (name === 'bad') context.error(name, 'is not allowed')
        else context.valid(name)
      }
    },
  },
}

const clock = new FakeClock()
const brokers = new Map<Listener, Broker>()

before(async () => {
  for (const [name, options] of Object.entries(LISTENERS)) {
    brokers.set(name as Listener, await startBroker({ ...options, clock, failedLoginDelay: DELAY }))
  }
})

after(async () => {
  await Promise.all(Array.from(brokers.values(), (broker) => broker.close()))
})

/** The next refusal; a wait that an earlier answer made idle is dropped. */
function refusal(events: ServerEvents): Promise<RefuseEvent> {
  events.removeAllListeners('refuse')
  return new Promise((resolve) => events.once('refuse', resolve))
}

/** Time passes only when it is let: an answer that does not come without that was delayed. */
class ServerPeer implements Peer {
  readonly #client: RawClient
  readonly #broker: Broker

  constructor(client: RawClient, broker: Broker) {
    this.#client = client
    this.#broker = broker
  }

  #refused: Promise<RefuseEvent> | null = null
  #fetch: Promise<unknown> | null = null

  write(bytes: Buffer): void {
    const server = this.#broker.servers[0]
    this.#refused = server === undefined ? null : refusal(server.events)
    if (bytes.length > 6 && bytes.readInt16BE(4) === Fetch.key) this.#fetch = this.#broker.received(Fetch)
    this.#client.write(bytes)
  }

  async answer(): Promise<Answer> {
    const next = this.#client.next().then((frame) => ({ frame }))
    const first = await Promise.race([next, this.#refused ?? next])
    if ('frame' in first) return { ...first, delayed: false }
    this.#refused = null
    clock.advance(first.delay)
    return { ...(await next), delayed: first.delay > 0 }
  }

  async pass(ms: number): Promise<void> {
    // A fetch that waits must have begun to wait before its time can pass.
    await this.#fetch
    clock.advance(ms)
  }

  now(): number {
    return clock.now()
  }

  destroy(): void {
    this.#client.destroy()
  }
}

for (const observation of observations) {
  test(observation.name, async () => {
    const broker = brokers.get(observation.listener)
    assert.ok(broker)
    const client = await RawClient.connect(broker)
    try {
      assert.deepEqual(await observe(observation, new ServerPeer(client, broker)), observation.expected)
    } finally {
      client.destroy()
      broker.disconnect()
    }
  })
}
