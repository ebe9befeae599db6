import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'node:test'
import { LineProcess } from '../harness/line-process.js'
import type { ListenerName } from '../harness/listeners.js'
import { sources } from '../harness/paths.js'
import { kafkaTargets, sessionLifetime, testingTarget, type Target } from './targets.js'
import type { PlatformaticAnswer, PlatformaticCase } from './platformatic-client.js'

/** @platformatic/kafka wants a newer Node than Ottla: the npm package has one. */
const node = join(sources, `clients/node_modules/node-linux-${process.arch}/bin/node`)
const program = fileURLToPath(new URL('platformatic-client.js', import.meta.url))

class Client implements AsyncDisposable {
  readonly #process = new LineProcess(existsSync(node) ? node : process.execPath, [program])

  async run(target: Target, listener: ListenerName, rest: Omit<PlatformaticCase, 'bootstrap' | 'ca'>) {
    const ca = listener.endsWith('SSL') ? target.ca : undefined
    const asked: PlatformaticCase = { bootstrap: target.bootstrap(listener), ca, ...rest }
    return JSON.parse(await this.#process.ask(JSON.stringify(asked))) as PlatformaticAnswer
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#process[Symbol.asyncDispose]()
  }
}

function commonTests(target: Target, client: Client): void {
  for (const [login, name] of ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'].entries()) {
    test(`${name}: records there and back`, async () => {
      const answer = await client.run(target, 'SASLSSL', { kind: 'round-trip', login: { right: login } })
      assert.deepEqual(answer, { values: ['a', 'b', 'c'] })
    })
    test(`${name} refused: a typed error`, async () => {
      const { error } = await client.run(target, 'SASLSSL', { kind: 'refusal', login: { wrong: login } })
      const token = name === 'OAUTHBEARER'
      assert.equal(error?.code, token ? 'TOKEN_REJECTED' : 'AUTHENTICATION_FAILED', JSON.stringify(error))
      assert.equal(error?.broker, target.bootstrap('SASLSSL'))
      assert.equal(error?.status, token ? 'invalid_token' : undefined)
    })
  }

  test('sessions are renewed, with a token for each', async () => {
    const login = { extensions: {} }
    const { asked = 0 } = await client.run(target, 'REAUTH', { kind: 'load', login, duration: 3 * sessionLifetime })
    assert.ok(asked >= 3, `${asked} logins`)
  })
}

describe('@platformatic/kafka logs in by Ottla', { concurrency: 1 }, async () => {
  const client = new Client()
  const testing = await testingTarget()
  test('the testing broker', async (t) => {
    await t.test('the extensions reach the principal', async () => {
      const login = { extensions: { traceId: '123' } }
      const answer = await client.run(testing, 'SASLSSL', { kind: 'round-trip', login })
      assert.deepEqual(answer, { values: ['a', 'b', 'c'] })
      assert.equal(testing.principals.at(-1), 'alice/123')
    })
    await t.test('20 clients stretch a password once', async () => {
      const answer = await client.run(testing, 'SASLSSL', { kind: 'logins', login: { right: 1 }, count: 20 })
      assert.deepEqual(answer, { stretched: 1 })
    })
  })
  for (const target of [testing, ...kafkaTargets()]) {
    describe(target.name, { concurrency: 1 }, () => commonTests(target, client))
  }
  test('end', async () => {
    await client[Symbol.asyncDispose]()
    await testing[Symbol.asyncDispose]()
  })
})
