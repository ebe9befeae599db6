import assert from 'node:assert/strict'
import { createHook } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { AuthenticationError, oauthBearer, scramSha256, type ClientMechanism, type OttlaError } from 'ottla'
import { kafkajsSecurity, ottlaErrorIn, type KafkajsSecurity } from 'ottla/adapters/kafkajs'
import { clientCredentials } from 'ottla/oauth'
import type { ListenerName } from '../harness/listeners.js'
import { sources } from '../harness/paths.js'
import { theRing } from '../harness/ring.js'
import { rightLogins, tracing, wrongLogins } from './logins.js'
import { kafkaTargets, sessionLifetime, testingTarget, type Target } from './targets.js'

/** KafkaJS, as far as it is used here: its package is not installed where this is compiled. */
interface Kafka {
  producer(): {
    connect(): Promise<void>
    send(record: { topic: string; messages: { value: string }[] }): Promise<unknown>
    disconnect(): Promise<void>
  }
  consumer(options: { groupId: string }): {
    connect(): Promise<void>
    subscribe(topic: { topic: string; fromBeginning: boolean }): Promise<void>
    run(options: { eachMessage(event: { message: { value: Buffer } }): Promise<void> }): Promise<void>
    disconnect(): Promise<void>
  }
}

const kafkajs = createRequire(join(sources, 'clients/package.json'))('kafkajs') as {
  Kafka: new (options: object) => Kafka
  logLevel: { NOTHING: number }
}

interface Way {
  readonly sasl: ClientMechanism
  readonly listener?: ListenerName
  readonly more?: object
  readonly ownSockets?: boolean
}

function client(target: Target, { sasl, listener = 'SASLSSL', more = {}, ownSockets = false }: Way): Kafka {
  const tls = listener.endsWith('SSL') ? { ca: target.ca } : false
  const security: Partial<KafkajsSecurity> = { ...kafkajsSecurity({ tls, sasl }) }
  if (ownSockets) delete (security as { socketFactory?: unknown }).socketFactory
  return new kafkajs.Kafka({
    ...{ brokers: [target.bootstrap(listener)], logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 3 } },
    ...{ connectionTimeout: 10_000, ...security, ...more },
  })
}

const some = ['a', 'b', 'c']

/** Sends a few records and reads them again, each by a connection of its own. */
async function roundTrip(kafka: Kafka): Promise<void> {
  const topic = `adapters-${randomUUID()}`
  const producer = kafka.producer()
  try {
    await producer.connect()
    await producer.send({ topic, messages: some.map((value) => ({ value })) })
  } finally {
    await producer.disconnect()
  }
  const consumer = kafka.consumer({ groupId: topic })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  const values: string[] = []
  await new Promise<void>((resolve, reject) => {
    const eachMessage = async ({ message }: { message: { value: Buffer } }): Promise<void> => {
      if (values.push(message.value.toString()) === some.length) resolve()
    }
    consumer.run({ eachMessage }).catch(reject)
  })
  await consumer.disconnect()
  assert.deepEqual(values.sort(), some)
}

async function refusal(kafka: Kafka): Promise<OttlaError> {
  const producer = kafka.producer()
  try {
    await producer.connect()
  } catch (error) {
    const ours = ottlaErrorIn(error)
    assert.ok(ours, String(error))
    return ours
  } finally {
    await producer.disconnect()
  }
  assert.fail('the broker let KafkaJS in')
}

function commonTests(target: Target): void {
  for (const sasl of rightLogins) {
    test(`${sasl.name}: records there and back`, () => roundTrip(client(target, { sasl })))
  }
  test('with KafkaJS’s own sockets', () => roundTrip(client(target, { sasl: rightLogins[2]!, ownSockets: true })))

  for (const { sasl, code, text } of wrongLogins) {
    test(`${sasl.name} refused: a typed error, and no second try`, async () => {
      const error = await refusal(client(target, { sasl }))
      assert.ok(error instanceof AuthenticationError)
      assert.deepEqual([error.code, error.broker, error.retriable], [code, target.bootstrap('SASLSSL'), false])
      assert.match(error.message, text)
      if (code === 'TOKEN_REJECTED') assert.equal(error.tokenError?.status, 'invalid_token')
    })
  }

  test('an extension that cannot be sent: an error, before anything is sent', async () => {
    const { sasl } = tracing({ traceId: '1', auth: '1' })
    assert.equal((await refusal(client(target, { sasl }))).code, 'INVALID_ARGUMENT')
  })

  test('a token that cannot be had at first: KafkaJS tries again on a new connection, and gets in', async () => {
    const { sasl, asked } = tracing({})
    let failures = 0
    const flaky: ClientMechanism = {
      name: sasl.name,
      start: (peer, signal) => {
        if (failures++ === 0) throw new AuthenticationError('CREDENTIALS_UNAVAILABLE', 'down', { retriable: true })
        return sasl.start(peer, signal)
      },
    }
    const producer = client(target, { sasl: flaky }).producer()
    await producer.connect()
    await producer.disconnect()
    assert.deepEqual([failures, asked()], [2, 1])
  })

  test('sessions are renewed, with the same mechanism', async () => {
    const { sasl, asked } = tracing({})
    const kafka = client(target, { sasl, listener: 'REAUTH', more: { reauthenticationThreshold: 1500 } })
    const topic = `adapters-${randomUUID()}`
    const producer = kafka.producer()
    await producer.connect()
    const end = Date.now() + 3 * sessionLifetime
    while (Date.now() < end) await producer.send({ topic, messages: [{ value: 'x' }] })
    await producer.disconnect()
    assert.ok(asked() >= 4, `${asked()} logins`)
  })
}

describe('KafkaJS logs in by Ottla to the testing broker', { concurrency: 1 }, async () => {
  const target = await testingTarget()
  after(() => target[Symbol.asyncDispose]())
  commonTests(target)

  test('the extensions reach the principal', async () => {
    await roundTrip(client(target, { sasl: tracing({ traceId: '123' }).sasl }))
    assert.equal(target.principals.at(-1), 'alice/123')
  })

  test('without TLS a token is not sent', async () => {
    const sasl = oauthBearer({ token: 'abc' })
    assert.equal((await refusal(client(target, { sasl, listener: 'SASL' }))).code, 'PLAINTEXT_REFUSED')
  })

  test('20 clients stretch a password once', async () => {
    let stretched = 0
    const hook = createHook({ init: (_, type) => void (type === 'PBKDF2REQUEST' && stretched++) })
    const password = 'alice-secret'
    // the broker's own stretching comes before
    await refusal(client(target, { sasl: scramSha256({ username: 'alice', password: 'x' }) }))
    hook.enable()
    try {
      const logins = Array.from({ length: 20 }, async () => {
        const producer = client(target, { sasl: scramSha256({ username: 'alice', password }) }).producer()
        await producer.connect()
        await producer.disconnect()
      })
      await Promise.all(logins)
    } finally {
      hook.disable()
    }
    assert.ok(stretched <= 1, `${stretched} times`)
  })
})

for (const target of kafkaTargets()) {
  describe(`KafkaJS logs in by Ottla to ${target.name}`, { concurrency: 1 }, () => {
    commonTests(target)

    test('extensions: accepted and refused ones', async () => {
      const listener = 'EXTENSIONSSSL'
      await roundTrip(client(target, { sasl: tracing({ traceId: '123' }).sasl, listener }))
      const error = await refusal(client(target, { sasl: tracing({ traceId: '123', bad: '1' }).sasl, listener }))
      assert.deepEqual(
        [error.code, error.message],
        ['EXTENSIONS_REFUSED', 'Authentication failed: 1 extensions are invalid! They are: bad: is not allowed'],
      )
    })

    test('tokens of a real authorization server', async () => {
      const { issuer } = theRing()
      using token = clientCredentials({ issuer, clientId: 'short', clientSecret: 'short-secret', scope: 'read' })
      const sasl = oauthBearer({ token, allowPlaintext: true })
      // Sessions are as short as these tokens, 10 s: with its usual threshold KafkaJS would renew before each request.
      await roundTrip(client(target, { sasl, listener: 'OIDC', more: { reauthenticationThreshold: 2000 } }))
    })
  })
}
