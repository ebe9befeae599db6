import assert from 'node:assert/strict'
import { isIP } from 'node:net'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { CorrelationIds, AuthenticationIds, reservedIds } from '#src/connection/correlation.js'
import { diagnose } from '#src/connection/diagnose.js'
import { backoff, ReconnectPolicy } from '#src/connection/policy.js'
import { resolve } from '#src/connection/resolve.js'
import { transition, type State, type StateName } from '#src/connection/state.js'
import { BrokerVersions } from '#src/connection/versions.js'
import { AuthenticationError, OttlaError, ProtocolError } from '#src/errors.js'

describe('correlation ids', () => {
  test('A-2 ordinary ids wrap round int32 and leave out the reserved range', () => {
    const ids = new CorrelationIds(2147483637)
    const drawn = Array.from({ length: 5 }, () => ids.next())
    assert.deepEqual(drawn, [2147483637, 2147483638, 2147483639, -2147483648, -2147483647])
    const around = new CorrelationIds(-1)
    assert.deepEqual([around.next(), around.next(), around.next()], [-1, 0, 1])
  })

  test('a login uses the reserved range in turn', () => {
    const ids = new AuthenticationIds()
    const drawn = Array.from({ length: 9 }, () => ids.next())
    assert.deepEqual(drawn.slice(0, 2), [2147483640, 2147483641])
    assert.equal(drawn[7], reservedIds.max)
    assert.equal(drawn[8], reservedIds.min)
  })
})

describe('states', () => {
  const reason = { name: 'shutdown' } as const
  const state: { readonly [name in StateName]: State } = {
    resolving: { name: 'resolving' },
    connecting: { name: 'connecting' },
    securing: { name: 'securing' },
    negotiating: { name: 'negotiating' },
    authenticating: { name: 'authenticating', mechanism: 'PLAIN', step: 'handshake' },
    ready: { name: 'ready' },
    're-authenticating': { name: 're-authenticating', mechanism: 'PLAIN' },
    draining: { name: 'draining', reason },
    closed: { name: 'closed', reason },
  }
  const legal: readonly (readonly [StateName, StateName])[] = [
    ['resolving', 'connecting'],
    ['connecting', 'securing'],
    ['connecting', 'negotiating'],
    ['securing', 'negotiating'],
    ['negotiating', 'authenticating'],
    ['negotiating', 'ready'],
    ['authenticating', 'authenticating'],
    ['authenticating', 'ready'],
    ['authenticating', 'resolving'],
    ['ready', 're-authenticating'],
    ['ready', 'draining'],
    ['re-authenticating', 'ready'],
    ['re-authenticating', 'draining'],
  ]
  for (const from of Object.values(state)) {
    for (const to of Object.values(state)) {
      const allowed =
        (to.name === 'closed' && from.name !== 'closed') || legal.some(([a, b]) => a === from.name && b === to.name)
      test(`W-11 from ${from.name} to ${to.name} is ${allowed ? 'legal' : 'not legal'}`, () => {
        if (allowed) assert.equal(transition(from, to), to)
        else assert.throws(() => transition(from, to), { code: 'ILLEGAL_STATE' })
      })
    }
  }
})

describe('back-off', () => {
  test('it is Kafka’s formula: doubling, jitter of a fifth, the cap after the jitter', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 0.9999, noNaN: true }), (failures, random) => {
        const interval = backoff({ initial: 50, max: 1_000 }, failures, () => random)
        const exact = Math.min(50 * 2 ** failures, 1_000)
        assert.ok(
          interval >= Math.floor(exact * 0.8) && interval <= Math.min(1_000, Math.ceil(exact * 1.2)),
          String(interval),
        )
      }),
    )
    assert.equal(backoff({ initial: 2_000, max: 1_000 }, 3), 1_000)
  })

  test('a policy counts failures until the broker is ready; a refused login counts twice', () => {
    const policy = new ReconnectPolicy({ random: () => 0.5 })
    const pauses: number[] = []
    const fail = (error?: Error): void => {
      policy.connecting(0)
      policy.disconnected(0, error)
      pauses.push(policy.delay(0))
    }
    fail()
    fail()
    fail(new AuthenticationError('AUTHENTICATION_FAILED', 'no'))
    fail()
    assert.deepEqual(pauses, [50, 100, 400, 800])
    assert.equal(policy.connectTimeout, 30_000)
    policy.connecting(0)
    assert.equal(policy.setupExpired(30_000), false)
    assert.equal(policy.setupExpired(30_001), true)
    policy.ready(0)
    assert.equal(policy.connectTimeout, 10_000)
    fail()
    assert.equal(pauses.at(-1), 50)
    assert.equal(policy.canConnect(49), false)
    assert.equal(policy.canConnect(50), true)
  })
})

describe('versions', () => {
  const api = { key: 3, name: 'Metadata', minVersion: 1, maxVersion: 9 }

  test('W-24 W-27 the newest common version, or a typed error that names both ranges', () => {
    const range = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
    fc.assert(
      fc.property(range, fc.option(fc.nat(14), { nil: undefined }), (broker, wanted) => {
        const versions = new BrokerVersions('b:1', [{ apiKey: 3, minVersion: broker.min, maxVersion: broker.max }])
        const common = Array.from({ length: 15 }, (_, v) => v).filter(
          (v) => v >= Math.max(1, broker.min) && v <= Math.min(9, broker.max),
        )
        const expected = wanted === undefined ? common.at(-1) : common.find((v) => v === wanted)
        if (expected !== undefined) {
          assert.equal(versions.pick(api, wanted), expected)
          assert.equal(versions.pick(api, wanted), expected, 'also the second time')
        } else {
          assert.throws(
            () => versions.pick(api, wanted),
            (error) =>
              error instanceof ProtocolError &&
              error.code === 'UNSUPPORTED_VERSION' &&
              error.message.includes('1 to 9') &&
              error.message.includes(`${String(broker.min)} to ${String(broker.max)}`),
          )
        }
      }),
    )
  })

  test('a version that Kafka may still change is spoken only if it is asked for', () => {
    const versions = new BrokerVersions('b:1', [{ apiKey: 3, minVersion: 0, maxVersion: 9 }])
    const unstable = { ...api, unstableVersion: 9 }
    assert.equal(versions.pick(unstable), 8)
    assert.equal(versions.pick(unstable, 9), 9)
  })
})

describe('diagnosis', () => {
  test('it looks at any bytes, and never takes a Kafka answer for something else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void diagnose(bytes)))
    const frame = fc.tuple(fc.integer({ min: 8, max: 512 * 1024 }), fc.integer({ min: 2147483640, max: 2147483647 }))
    fc.assert(
      fc.property(frame, ([size, id]) => {
        const bytes = Buffer.alloc(14)
        bytes.writeInt32BE(size)
        bytes.writeInt32BE(id, 4)
        assert.equal(diagnose(bytes), undefined)
      }),
    )
  })
})

const addresses = fc.record({ address: fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), family: fc.nat(9) })

test('W-59 whatever a lookup gives, the outcome is a list of addresses or a typed error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.anything(), fc.array(addresses)), async (found) => {
      const lookup = (_: string, __: unknown, done: (error: null, found: never) => void): void =>
        done(null, found as never)
      const outcome = await resolve({ host: 'h.test', port: 1, lookup }).catch((error: unknown) => error as Error)
      if (outcome instanceof Error) assert.ok(outcome instanceof OttlaError && outcome.code === 'DNS_NOT_FOUND')
      else assert.ok(outcome.length > 0 && outcome.every(({ address }) => [4, 6].includes(isIP(address))))
    }),
  )
})
