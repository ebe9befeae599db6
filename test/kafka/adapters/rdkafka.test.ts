import assert from 'node:assert/strict'
import { once, type EventEmitter } from 'node:events'
import { copyFile, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { rdkafkaKeepToken, rdkafkaTokenProvider, rdkafkaTokenRefresh } from 'ottla/adapters/rdkafka'
import { unsecuredToken } from 'ottla/sasl'
import { cached } from '../harness/cache.js'
import { sources } from '../harness/paths.js'
import { succeed } from '../harness/processes.js'
import { kafkaTargets, testingTarget, type Target } from './targets.js'

/** Both packages' callback client: they are not installed where this is compiled. */
interface Producer extends EventEmitter {
  connect(options: { timeout: number }, done: (error: Error | null) => void): void
  setPollInterval(ms: number): void
  produce(topic: string, partition: number, value: Buffer): void
  setOauthBearerToken(token: string): unknown
  disconnect(done: () => void): void
}
type MakeProducer = new (options: object) => Producer

interface Kafka {
  producer(): {
    connect(): Promise<void>
    send(record: object): Promise<{ errorCode: number }[]>
    disconnect(): Promise<void>
  }
}

let confluent: { RdKafka: { Producer: MakeProducer }; KafkaJS: { Kafka: new (options: object) => Kafka } }
let nodeRdkafka: { Producer: MakeProducer }

/** Compiled on this machine, which takes some minutes once: what these packages would download instead is not to be had everywhere. */
before(async () => {
  const names = ['package.json', 'package-lock.json'] as const
  const digest = createHash('sha256').update(process.version)
  for (const name of names) digest.update(await readFile(join(sources, 'rdkafka', name)))
  const folder = await cached(join('rdkafka', digest.digest('hex').slice(0, 12)), async (draft) => {
    for (const name of names) await copyFile(join(sources, 'rdkafka', name), join(draft, name))
    await succeed('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: draft })
    const env = { CKJS_LINKING: 'dynamic' }
    await succeed('npm', ['rebuild', '--foreground-scripts'], { cwd: draft, env, timeout: 1_200_000 })
  })
  const require = createRequire(join(folder, 'package.json'))
  confluent = require('@confluentinc/kafka-javascript') as typeof confluent
  nodeRdkafka = require('node-rdkafka') as typeof nodeRdkafka
})

const settings = (target: Target): Readonly<Record<string, unknown>> => ({
  'bootstrap.servers': target.bootstrap('EXTENSIONS'),
  'security.protocol': 'sasl_plaintext',
  'sasl.mechanisms': 'OAUTHBEARER',
})

function tokens(extensions: Readonly<Record<string, string>> = {}, lifetime = 3600) {
  let asked = 0
  const token = () => {
    asked++
    const made = unsecuredToken(
      { unsecuredLoginStringClaim_sub: 'alice', unsecuredLoginLifetimeSeconds: String(lifetime) },
      Date.now(),
    )
    assert.ok(made)
    return { ...made, extensions }
  }
  return { token, asked: () => asked }
}

async function connected(producer: Producer): Promise<Producer> {
  await new Promise<void>((resolve, reject) => {
    producer.connect({ timeout: 20_000 }, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
  producer.setPollInterval(50)
  return producer
}

async function deliver(producer: Producer, topic: string): Promise<void> {
  const report = once(producer, 'delivery-report')
  producer.produce(topic, 0, Buffer.from('x'))
  const [error] = (await report) as [unknown]
  assert.equal(error, null)
}

const disconnected = (producer: Producer): Promise<void> => new Promise((resolve) => producer.disconnect(resolve))

function commonTests(target: Target): void {
  test('@confluentinc/kafka-javascript: token and extension by oauthbearer_token_refresh_cb', async () => {
    const { token, asked } = tokens({ traceId: '123' })
    const refresh = { oauthbearer_token_refresh_cb: rdkafkaTokenRefresh({ token }) }
    const producer = await connected(new confluent.RdKafka.Producer({ ...settings(target), ...refresh, dr_cb: true }))
    await deliver(producer, 'rdkafka')
    await disconnected(producer)
    assert.equal(asked(), 1)
  })

  test('@confluentinc/kafka-javascript: the same in KafkaJS’s form', async () => {
    const oauthBearerProvider = rdkafkaTokenProvider({ token: tokens().token })
    const sasl = { mechanism: 'oauthbearer', oauthBearerProvider }
    const kafka = new confluent.KafkaJS.Kafka({
      kafkaJS: { brokers: [target.bootstrap('EXTENSIONS')], sasl, logLevel: 0 },
    })
    const producer = kafka.producer()
    await producer.connect()
    const [sent] = await producer.send({ topic: 'rdkafka', messages: [{ value: 'y' }] })
    await producer.disconnect()
    assert.equal(sent?.errorCode, 0)
  })

  test('@confluentinc/kafka-javascript: a token that cannot be had is an error that says why', async () => {
    const token = (): never => {
      throw new Error('the identity provider is down')
    }
    const refresh = { oauthbearer_token_refresh_cb: rdkafkaTokenRefresh({ token }) }
    const producer = new confluent.RdKafka.Producer({ ...settings(target), ...refresh })
    const failed = once(producer, 'error') as Promise<[Error]>
    // it goes on trying until the time is over
    const over = new Promise<void>((resolve) => producer.connect({ timeout: 3000 }, () => resolve()))
    const [error] = await failed
    assert.match(error.message, /the identity provider is down \(CREDENTIALS_UNAVAILABLE\)/)
    await over
  })

  test('node-rdkafka: a token before it connects, and later ones', async () => {
    const { token, asked } = tokens({}, 5)
    const producer = new nodeRdkafka.Producer({ ...settings(target), dr_cb: true })
    const renewed = new Promise<void>((resolve) => {
      const set = producer.setOauthBearerToken.bind(producer)
      producer.setOauthBearerToken = (one) => {
        if (asked() === 2) resolve()
        return set(one)
      }
    })
    using _ = await rdkafkaKeepToken(producer, { token })
    await connected(producer)
    await deliver(producer, 'rdkafka')
    await renewed
    await deliver(producer, 'rdkafka')
    await disconnected(producer)
  })
}

describe('tokens of Ottla for librdkafka', { concurrency: 1 }, async () => {
  const testing = await testingTarget()
  for (const target of [testing, ...kafkaTargets()]) {
    describe(target.name, { concurrency: 1 }, () => commonTests(target))
  }
  test('the testing broker has seen the extension', async () => {
    assert.ok(testing.principals.includes('alice/123'), testing.principals.join())
    await testing[Symbol.asyncDispose]()
  })
})
