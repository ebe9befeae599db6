import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scramSha256Server } from 'ottla/sasl'
import { listen, type ListenOptions } from 'ottla/server'
import { startBroker } from 'ottla/testing'
import { RawClient } from '../support/raw-client.js'
import { saslAuthenticate, saslHandshake, scramClient, type ScramOptions } from '../support/wire-requests.js'

const users = { alice: 'secret' }
type Ways = Pick<ListenOptions, 'unknownUsers' | 'finalNonce' | 'kafkaVersion'>
const scram = scramSha256Server({ users })

/** The error codes of the answers to the messages of one SCRAM login. */
async function login(
  ways: Ways & Pick<ListenOptions, 'mechanisms'>,
  user: string,
  options: ScramOptions = {},
): Promise<unknown[]> {
  await using server = await listen({ mechanisms: [scram], failedLoginDelay: 0, ...ways })
  return await codesOf(server, user, options)
}

async function codesOf(at: { host: string; port: number }, user: string, options: ScramOptions): Promise<unknown[]> {
  using client = await RawClient.connect(at)
  const scramming = scramClient(user, users.alice, options)
  await client.ask(saslHandshake('SCRAM-SHA-256'))
  const first = await client.ask(saslAuthenticate(scramming.first))
  const code = first?.readInt16BE(4)
  if (first === null || code !== 0) return [code]
  // Correlation id, error code, no message, length of the bytes, bytes, lifetime.
  const text = first.toString('latin1', first.indexOf('r='), first.length - 8)
  return [code, (await client.ask(saslAuthenticate(scramming.final(text))))?.readInt16BE(4)]
}

test('an unknown user is challenged like a known one unless the server was told to refuse at once', async () => {
  assert.deepEqual(await login({}, 'nobody'), [0, 58])
  assert.deepEqual(await login({ unknownUsers: 'refuse' }, 'nobody'), [58])
  assert.deepEqual(await login({ unknownUsers: 'refuse' }, 'alice'), [0, 0])
})

test('the last nonce is compared as the Kafka of the chosen version does, or as the option says', async () => {
  const tampered = { tamper: 'abc' }
  assert.deepEqual(await login({}, 'alice', tampered), [0, 58])
  assert.deepEqual(await login({ kafkaVersion: '3.9' }, 'alice', tampered), [0, 0])
  assert.deepEqual(await login({ kafkaVersion: '4.0' }, 'alice', tampered), [0, 58])
  assert.deepEqual(await login({ kafkaVersion: '3.9', finalNonce: 'exact' }, 'alice', tampered), [0, 58])
  assert.deepEqual(await login({ finalNonce: 'suffix' }, 'alice', tampered), [0, 0])
})

test('what a mechanism was told itself goes before what its server says', async () => {
  const own = scramSha256Server({ users, unknownUsers: 'challenge', finalNonce: 'exact' })
  const ways = { unknownUsers: 'refuse', finalNonce: 'suffix', mechanisms: [own] } as const
  assert.deepEqual(await login(ways, 'nobody'), [0, 58])
  assert.deepEqual(await login(ways, 'alice', { tamper: 'abc' }), [0, 58])
})

test('one mechanism at two servers: an unknown user has the same salt at both', async () => {
  const salts = new Set<string>()
  for (const ways of [{}, { finalNonce: 'suffix' }] as const) {
    await using server = await listen({ mechanisms: [scram], failedLoginDelay: 0, ...ways })
    using client = await RawClient.connect(server)
    await client.ask(saslHandshake('SCRAM-SHA-256'))
    const answer = await client.ask(saslAuthenticate(scramClient('nobody', '').first))
    salts.add(/s=([^,]+)/.exec(answer?.toString('latin1') ?? '')?.[1] ?? '')
  }
  assert.equal(salts.size, 1)
})

test('the testing broker refuses unknown users as Kafka does, or challenges them', async () => {
  for (const [options, codes] of [
    [{}, [58]],
    [{ unknownUsers: 'challenge' }, [0, 58]],
  ] as const) {
    await using broker = await startBroker({ users, failedLoginDelay: 0, ...options })
    assert.deepEqual(await codesOf(broker, 'nobody', {}), codes)
  }
})

test('a way that does not exist is refused', async () => {
  for (const ways of [{ unknownUsers: 'ignore' }, { finalNonce: 'prefix' }, { kafkaVersion: 'new' }]) {
    await assert.rejects(listen(ways as Ways), { code: 'INVALID_ARGUMENT' })
  }
})
