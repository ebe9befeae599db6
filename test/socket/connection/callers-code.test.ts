import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { connect, ConnectionEvents, oauthBearer, scramSha256, type ClientMechanism } from 'ottla'
import { Metadata } from 'ottla/messages'
import { assertError, within } from './hostile.js'
import { startPeer, type PeerConnection } from './peer.js'

// Listeners and mechanisms are code of somebody else: whatever they do, the connection says what is the matter.

const failing = (promise: Promise<unknown>): Promise<unknown> =>
  within(
    promise.then(
      () => assert.fail('it must not succeed'),
      (error: unknown) => error,
    ),
  )

const odd: readonly (() => unknown)[] = [
  () => Object.create(null),
  () => ({
    toString() {
      throw new Error('no text')
    },
  }),
  () => Object.defineProperty(new Error(), 'message', { get: () => assert.fail('read') }),
  () => Symbol('odd'),
]

test('a listener that throws what has no text disturbs nobody', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.serve()
  })
  for (const make of odd) {
    const warned = once(process, 'warning') as Promise<[{ code?: string }]>
    const oddly = (): never => {
      throw make()
    }
    const events = new ConnectionEvents().on('state', oddly).on('request', oddly).on('close', oddly)
    const connection = await within(connect({ host: '127.0.0.1', port: peer.port, events }))
    await within(connection.send(Metadata, { topics: [] }))
    await within(connection.close())
    assert.equal((await warned)[0].code, 'OTTLA_LISTENER')
  }
})

/** Offers every mechanism, and waits for a token. */
async function waiting(c: PeerConnection): Promise<void> {
  await c.versions()
  await c.handshake(['X', 'OAUTHBEARER', 'SCRAM-SHA-256'])
  await c.gone()
}

/** A promise of another realm that never settles, and something that only has a `then`. */
const hanging: readonly (() => Promise<never>)[] = [
  () => runInNewContext('new Promise(() => {})') as Promise<never>,
  () => ({ then: () => undefined }) as unknown as Promise<never>,
]
const never: readonly ((hang: () => Promise<never>) => ClientMechanism)[] = [
  (token) => oauthBearer({ token, allowPlaintext: true }),
  (credentials) => scramSha256({ credentials }),
  (next) => ({ name: 'X', start: () => ({ next }) }),
  (start) => ({ name: 'X', start }),
]

test('W-2 promises of another realm, and what is like one, are heeded by the deadline and by abort()', async () => {
  await using peer = await startPeer(waiting)
  const options = { host: '127.0.0.1', port: peer.port }
  for (const hang of hanging) {
    for (const mechanism of never) {
      const late = await failing(connect({ ...options, sasl: mechanism(hang), connectTimeout: 50 }))
      assertError(late, { code: 'CONNECT_TIMEOUT', phase: 'sasl-exchange' })
      const controller = new AbortController()
      const aborting = failing(connect({ ...options, sasl: mechanism(hang), signal: controller.signal }))
      setTimeout(() => controller.abort(), 50)
      assertError(await aborting, { code: 'ABORTED' })
    }
  }
})
