// The end of a connection: by close(), while something is still awaited, and how it is told.
import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import { duplexPair } from 'node:stream'
import { test } from 'node:test'
import { connect, ConnectionEvents, plain } from 'ottla'
import { Metadata, Produce } from 'ottla/messages'
import { assertError, failing, turns, within } from './hostile.js'
import { PeerConnection, startPeer } from './peer.js'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const ready = (c: PeerConnection): Promise<unknown> => c.versions()

test('W-10 A-2 close() is idempotent, flushes what was written, and gives the first reason to everybody', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    await c.gone()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  const records = Buffer.alloc(6_000_000)
  const request = { acks: 0, timeoutMs: 1, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }] }
  // More than the system takes at once: most of it is still here when the connection is closed.
  void connection.send(Produce, request).catch(() => undefined)
  await new Promise((resolve) => process.nextTick(resolve))
  const reasons = await Promise.all([connection.close(), connection.close({ reason: 'idle' }), connection.closed])
  assert.deepEqual(reasons, [{ name: 'shutdown' }, { name: 'shutdown' }, { name: 'shutdown' }])
  await within(peer.quiet())
  assert.equal(peer.connections[0]?.received.length, 2, 'the request arrived whole')
})

test('close() may wait for ever, and no later one takes that time away unless it says so', async () => {
  const answers: (() => void)[] = []
  await using peer = await startPeer(async (c) => {
    await ready(c)
    for (;;) {
      const request = await c.request()
      answers.push(() => void c.metadata(request))
    }
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  const answer = connection.send(Metadata, { topics: [] })
  const first = connection.close({ timeout: Infinity })
  const second = connection.close({ reason: 'aborted' })
  const third = connection.close({ timeout: 60_000 })
  await wait(50)
  for (const each of answers) each()
  await within(answer)
  for (const { name } of await Promise.all([first, second, third])) assert.equal(name, 'shutdown')
})

for (const [what, timeout] of [
  ['may shorten the time of an earlier one', 1],
  ['whose time is no number ends at once', NaN],
] as const) {
  test(`a later close() ${what}`, async () => {
    await using peer = await startPeer(async (c) => {
      await ready(c)
      await c.gone()
    })
    const connection = await connect({ host: '127.0.0.1', port: peer.port })
    const sent = failing(connection.send(Metadata, { topics: [] }))
    const first = connection.close({ timeout: 60_000 })
    await within(connection.close({ timeout }))
    await first
    assertError(await sent, { code: 'SHUTDOWN' })
  })
}

test('close() while a session is being renewed awaits what is on its way, too', async () => {
  await using peer = await startPeer(async (c) => {
    await c.login(200n)
    const request = await c.request()
    await wait(300)
    c.metadata(request)
    await c.gone()
  })
  const sasl = plain({ username: 'alice', password: 'alice-secret' })
  const connection = await connect({ host: '127.0.0.1', port: peer.port, sasl })
  const first = connection.send(Metadata, { topics: [] })
  await wait(195)
  const parked = failing(connection.send(Metadata, { topics: [] }))
  assert.equal(connection.state.name, 're-authenticating')
  const closing = connection.close({ timeout: 10_000 })
  await first
  assertError(await parked, { code: 'SHUTDOWN' })
  assert.equal((await closing).name, 'shutdown')
})

for (const step of ['handshake', 'token'] as const) {
  test(`close() awaits no renewal, however long it may: silence to the ${step}`, async () => {
    const peer = await startPeer(async (c) => {
      await c.login(40n)
      if (step === 'token') await c.handshake()
      await c.request()
      asked()
      await c.gone()
    })
    let asked = (): void => undefined
    const renewing = new Promise<void>((resolve) => (asked = resolve))
    const sasl = plain({ username: 'alice', password: 'alice-secret' })
    const connection = await connect({ host: '127.0.0.1', port: peer.port, sasl })
    await wait(50)
    const parked = failing(connection.send(Metadata, { topics: [] }))
    await within(renewing)
    assert.deepEqual(await within(connection.close({ timeout: Infinity })), { name: 'shutdown' })
    assertError(await parked, { code: 'SHUTDOWN' })
    await peer.close()
  })
}

test('what happens while the last answers are awaited is their cause, and not the reason of the end', async () => {
  await using peer = await startPeer(async (c) => {
    await ready(c)
    await c.request()
    await wait(20)
    c.reset()
  })
  const connection = await connect({ host: '127.0.0.1', port: peer.port })
  const sent = failing(connection.send(Metadata, { topics: [] }))
  const closed = await within(connection.close({ timeout: 60_000 }))
  assert.equal(closed.name, 'shutdown')
  assertError(closed.error, { code: 'CONNECTION_RESET' })
  const error = await sent
  assertError(error, { code: 'SHUTDOWN', reason: 'shutdown' })
  assert.equal((error as Error).cause, closed.error)
})

test('the end is told when everything is settled, also of a reset', async () => {
  for (const end of ['reset', 'end'] as const) {
    await using peer = await startPeer(async (c) => {
      await ready(c)
      await c.request()
      if (end === 'reset') c.reset()
      else c.socket.end()
    })
    const events = new ConnectionEvents()
    const told: string[] = []
    events.on('request', () => told.push('request')).on('close', () => told.push('close'))
    const connection = await connect({ host: '127.0.0.1', port: peer.port, events })
    await failing(connection.send(Metadata, { topics: [] }))
    await connection.closed
    assert.deepEqual(told, ['request', 'close'], end)
  }
})

test('the end is told once, also of a stream that takes no more and only closes when it is made to', async () => {
  const [client, server] = duplexPair({ highWaterMark: 1 })
  const script = new PeerConnection(server as unknown as Socket)
  const events = new ConnectionEvents()
  let closes = 0
  events.on('close', () => closes++)
  const connecting = connect({ host: 'memory', port: 1, dial: () => client, events })
  await script.versions()
  const connection = await connecting
  server.pause()
  void failing(connection.send(Metadata, { topics: [{ name: 'x'.repeat(9_000) }] }))
  await turns(2)
  await within(connection.close())
  await turns(5)
  assert.equal(closes, 1)
})
