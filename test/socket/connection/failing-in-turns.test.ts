import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, ConnectionEvents, OttlaError, type Connection } from 'ottla'
import { Metadata } from 'ottla/messages'
import { turns, within } from './hostile.js'
import { startPeer, type PeerConnection } from './peer.js'

// An error for each of many requests takes its time: whatever ends them all must leave turns for the others between.

const many = 5_000

/** What ends them. */
const ends: { readonly [name in string]: (connection: Connection, peer: PeerConnection) => unknown } = {
  'the broker is gone': (_, peer) => peer.reset(),
  'close() at once': (connection) => connection.close(),
  'close() that waits for what is on its way': (connection, peer) => {
    void connection.close({ timeout: 10_000 })
    void peer.request().then((request) => peer.metadata(request))
  },
  'their time is over': () => undefined,
}

for (const [name, end] of Object.entries(ends)) {
  test(`many requests fail in several turns, and the end is told after them: ${name}`, async () => {
    let script: PeerConnection | undefined
    await using peer = await startPeer(async (c) => {
      await c.versions()
      script = c
      await new Promise<void>((resolve) => c.socket.once('close', () => resolve()))
    })
    const events = new ConnectionEvents()
    const told: number[] = []
    let failed = 0
    events.on('close', () => told.push(failed))
    const connection = await connect({ host: '127.0.0.1', port: peer.port, maxInFlight: 1, events })
    const late = name === 'their time is over'
    const first = connection.send(Metadata, { topics: [] }).catch(() => undefined)
    const sent = Array.from({ length: many }, async () => {
      const error: unknown = await connection.send(Metadata, { topics: [] }, late ? { timeout: 50 } : {}).then(
        () => assert.fail('it must not succeed'),
        (error: unknown) => error,
      )
      assert.ok(error instanceof OttlaError)
      failed++
    })
    await turns(5)
    assert.ok(script)
    end(connection, script)
    const perTurn: number[] = []
    await within(
      (async () => {
        while (failed < many) {
          const before = failed
          await turns(1)
          perTurn.push(failed - before)
        }
        await Promise.all(sent)
        if (!late) await connection.closed
      })(),
    )
    assert.ok(Math.max(...perTurn) <= 2_001, `${Math.max(...perTurn)} failed in one turn`)
    await connection.close()
    await first
    assert.deepEqual(told, [many])
  })
}

test('a request that is given up while others fail arms no timer of a connection that has ended', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.gone()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, maxInFlight: many })
  const abort = new AbortController()
  const sent = Array.from({ length: many }, (_, index) =>
    connection
      .send(Metadata, { topics: [] }, index === many - 1 ? { signal: abort.signal } : {})
      .catch((error: unknown) => (error as OttlaError).code),
  )
  const closing = connection.close()
  abort.abort()
  const codes = await within(Promise.all(sent))
  await closing
  assert.equal(codes.at(-1), 'ABORTED')
  assert.equal(codes[0], 'SHUTDOWN')
  assert.ok(!process.getActiveResourcesInfo().includes('Timeout'), String(process.getActiveResourcesInfo()))
})
