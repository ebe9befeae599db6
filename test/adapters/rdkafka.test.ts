import assert from 'node:assert/strict'
import { describe, mock, test } from 'node:test'
import { rdkafkaKeepToken, rdkafkaTokenProvider, rdkafkaTokenRefresh } from '#src/adapters/rdkafka.js'
import { AuthenticationError, OttlaError } from '#src/errors.js'
import { SaslExtensions } from '#src/sasl/extensions.js'
import { librdkafkaStandIn } from './standins.js'

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object): string => `${part({ alg: 'none' })}.${part(claims)}.`

describe('the callback of @confluentinc/kafka-javascript', () => {
  test('token, end, principal and extensions arrive', async () => {
    const expiresAt = Date.now() + 60_000.5
    const token = { token: 'abc', expiresAt, principal: 'alice', extensions: SaslExtensions.from({ traceId: '7' }) }
    assert.deepEqual(await librdkafkaStandIn(rdkafkaTokenRefresh({ token: () => token })), {
      token: 'abc',
      lifetime: Math.floor(expiresAt),
      principal: 'alice',
      extensions: ['traceId', '7'],
    })
  })

  test('in KafkaJS’s form', async () => {
    const provided = await rdkafkaTokenProvider({ token: jwt({ exp: 4_102_444_800 }), extensions: { a: 'b' } })()
    assert.deepEqual(provided, {
      value: jwt({ exp: 4_102_444_800 }),
      lifetime: 4_102_444_800_000,
      principal: '',
      extensions: { a: 'b' },
    })
  })

  test('an end that nobody tells is assumed; one beyond all time is brought into librdkafka’s', async () => {
    const before = Date.now()
    for (const token of ['abc', 'a.b.c', jwt({}), jwt({ exp: 'never' })]) {
      const { lifetime } = await librdkafkaStandIn(rdkafkaTokenRefresh({ token, assumedLifetime: 1000 }))
      assert.ok(lifetime >= before + 1000 && lifetime <= Date.now() + 1000)
    }
    await librdkafkaStandIn(rdkafkaTokenRefresh({ token: { token: 'abc', expiresAt: Infinity } }))
  })

  test('each failure is an error of its own, with code and hint in the text, which the client writes into', async () => {
    const shared = new AuthenticationError('CREDENTIALS_UNAVAILABLE', 'the endpoint is down', { hint: 'Wait.' })
    const refresh = rdkafkaTokenRefresh({ token: () => Promise.reject(shared) })
    for (let i = 0; i < 2; i++) {
      await assert.rejects(refresh(), (error) => {
        assert.ok(error instanceof Error && !(error instanceof OttlaError))
        assert.equal(error.message, 'the endpoint is down (CREDENTIALS_UNAVAILABLE). Wait.')
        error.message = `oauthbearer_token_refresh_cb: ${error.message}`
        return true
      })
    }
    assert.equal(shared.message, 'the endpoint is down')
  })

  const faults: Readonly<Record<string, Parameters<typeof rdkafkaTokenRefresh>[0]>> = {
    'a function that throws': { token: () => assert.fail('down') },
    'a token with a line break': { token: 'secret\n' },
    'no token': { token: () => undefined as never },
    'an extension without a name': { token: 'secret', extensions: { '': 'x' } },
    'the reserved extension': { token: 'secret', extensions: () => ({ auth: 'x' }) },
  }
  for (const [name, options] of Object.entries(faults)) {
    test(`${name} is a failure that shows no token`, async () => {
      await assert.rejects(rdkafkaTokenRefresh(options)(), (error) => {
        assert.ok(error instanceof Error)
        assert.ok(!error.message.includes('secret'))
        return true
      })
    })
  }

  test('a source that never answers is given up, and told', async () => {
    let told: unknown
    const token = ({ signal }: { signal: AbortSignal }): Promise<string> =>
      new Promise(() => signal.addEventListener('abort', () => void (told = signal.reason)))
    await assert.rejects(rdkafkaTokenRefresh({ token, loginTimeout: 5 })(), /within 5 ms/)
    assert.ok(told instanceof Error)
  })

  test('options that make no sense', () => {
    assert.throws(() => rdkafkaTokenRefresh({ token: 'a', assumedLifetime: 0 }), { code: 'INVALID_ARGUMENT' })
    assert.throws(() => rdkafkaTokenRefresh({ token: 'a', loginTimeout: -1 }), { code: 'INVALID_ARGUMENT' })
  })
})

describe('a client of node-rdkafka is kept in tokens', () => {
  test('the first before it connects, later ones after 80 % of the time, until closed', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 })
    try {
      const given: string[] = []
      const failures: unknown[] = []
      let count = 0
      const token = (): { token: string; expiresAt: number } => {
        if (++count === 2) throw new Error('down')
        return { token: `token${count}`, expiresAt: Date.now() + (count === 4 ? 0 : 10_000) }
      }
      const client = { setOauthBearerToken: (one: string) => void given.push(one) }
      const kept = await rdkafkaKeepToken(client, { token, failed: (error) => failures.push(error) })
      assert.deepEqual(given, ['token1'])
      const pass = async (ms: number): Promise<void> => {
        mock.timers.tick(ms)
        for (let i = 0; i < 20; i++) await Promise.resolve()
      }
      await pass(7_999)
      assert.equal(count, 1)
      await pass(1)
      assert.deepEqual([count, failures.length, given.length], [2, 1, 1])
      await pass(10_000)
      assert.deepEqual(given, ['token1', 'token3'])
      await pass(8_000)
      await pass(999)
      assert.equal(count, 4)
      await pass(1)
      assert.equal(count, 5)
      kept.close()
      await pass(60_000)
      assert.equal(count, 5)
    } finally {
      mock.timers.reset()
    }
  })

  test('an admin client has another method; a first token that cannot be had is an error', async () => {
    const given: string[] = []
    const admin = { refreshOauthBearerToken: (one: string) => void given.push(one) }
    using _ = await rdkafkaKeepToken(admin, { token: 'abc' })
    assert.deepEqual(given, ['abc'])
    await assert.rejects(rdkafkaKeepToken(admin, { token: 'a b' }), /INVALID_ARGUMENT/)
  })
})
