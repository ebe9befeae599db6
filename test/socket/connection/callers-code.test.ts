import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { connect, ConnectionEvents } from 'ottla'
import { Metadata } from 'ottla/messages'
import { within } from './hostile.js'
import { startPeer } from './peer.js'

// Listeners and mechanisms are code of somebody else: whatever they do, the connection says what is the matter.

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
