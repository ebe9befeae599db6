import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { oauthBearer, plain, scramSha256, type ClientMechanism } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { unsecuredLogin } from 'ottla/sasl'
import { connectTo } from './harness/connect.js'
import { theRing } from './harness/ring.js'
import type { RunningBroker } from './harness/start.js'

/** The listener's sessions end after 3 s: Kafka closes a connection that asks for anything later than that. */
const sessionLifetime = 3000
const inFlight = 50
const duration = 60_000
const alice = { username: 'alice', password: 'alice-secret' }

const mechanisms: Readonly<Record<string, ClientMechanism>> = {
  PLAIN: plain(alice),
  'SCRAM-SHA-256': scramSha256(alice),
  OAUTHBEARER: oauthBearer({
    token: unsecuredLogin({ unsecuredLoginStringClaim_sub: 'alice' }),
    allowPlaintext: true,
  }),
}

for (const broker of theRing().brokers) {
  describe(`re-authentication under load, Kafka ${broker.version}`, { concurrency: 3 }, () => {
    for (const [name, sasl] of Object.entries(mechanisms)) {
      test(`${name}: ${duration / 1000} s with ${inFlight} requests in flight`, async (t) => {
        const { answered, renewals } = await load(broker, { sasl, duration })
        t.diagnostic(`${name}: ${answered} requests, ${renewals} re-authentications`)
        assert.ok(answered > inFlight)
        assert.ok(renewals >= Math.floor(duration / sessionLifetime), `${renewals} re-authentications`)
      })
    }
  })
}

interface Load {
  readonly sasl: ClientMechanism
  readonly duration: number
}

/** Keeps so many requests in flight for so long; the first that fails ends it. */
async function load(broker: RunningBroker, { sasl, duration }: Load): Promise<{ answered: number; renewals: number }> {
  await using connection = await connectTo(broker, 'REAUTH', { sasl })
  let renewals = 0
  let answered = 0
  connection.events.on('re-authenticate', () => renewals++)
  const end = Date.now() + duration
  const askAndAskAgain = async (): Promise<void> => {
    while (Date.now() < end) {
      const { brokers } = await connection.send(Metadata, { topics: [] })
      assert.ok(brokers.length > 0)
      answered++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, askAndAskAgain))
  return { answered, renewals }
}
