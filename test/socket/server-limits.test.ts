import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { connect, plain } from 'ottla'
import { AlterClientQuotas, Metadata } from 'ottla/messages'
import { plainServer } from 'ottla/sasl'
import { listen, route, type DisconnectEvent, type ListenOptions, type RejectEvent, type Server } from 'ottla/server'
import { createAuthority, FakeClock } from 'ottla/testing'
import { framed, RawClient } from '../support/raw-client.js'
import { int32, metadata, plainToken, saslAuthenticate, saslHandshake } from '../support/wire-requests.js'

const users = { alice: 'secret' }
const secured = createAuthority()

async function serve(options: ListenOptions): Promise<Server> {
  return await listen({ routes: [route(Metadata, () => ({ brokers: [], topics: [] }))], ...options })
}

test('a TLS handshake that does not come to its end is cut at its deadline and counted', async () => {
  await using server = await serve({ tls: secured.server(), loginTimeout: 50 })
  const rejected = once(server.events, 'reject') as Promise<[RejectEvent]>
  using silent = await RawClient.connect(server)
  // The first bytes of a ClientHello, and nothing more.
  silent.write(Buffer.from('1603010200', 'hex'))
  assert.equal((await rejected)[0].reason, 'tls')
  await silent.closed()
  assert.equal(server.metrics().connectionsAccepted, 0)
})

test('sockets in their TLS handshake count as connections, and do not hold up a close', async () => {
  const server = await serve({ tls: secured.server(), maxConnections: 2 })
  await using inside = await connect({ host: server.host, port: server.port, tls: { ca: secured.cert } })
  using shaking = await RawClient.connect(server)
  const rejected = once(server.events, 'reject') as Promise<[RejectEvent]>
  using third = await RawClient.connect(server)
  assert.equal((await rejected)[0].reason, 'connections')
  await third.closed()
  // Without an end of its own, so that only the close itself can end it.
  await Promise.all([server.close({ timeout: 1e9 }), shaking.closed(), inside.closed])
})

test('a connection that is gone makes room for another, also on TLS', async () => {
  await using server = await serve({ tls: secured.server(), maxConnectionsPerAddress: 1 })
  const { host, port } = server
  for (let nth = 0; nth < 3; nth += 1) {
    // The socket below TLS is gone a moment later than TLS itself.
    for (let connected = false; !connected;) {
      connected = await connect({ host, port, tls: { ca: secured.cert } }).then(
        async (connection) => {
          await connection.close()
          return true
        },
        () => false,
      )
    }
  }
  assert.equal(server.metrics().connectionsAccepted, 3)
})

test('a frame before the login may be so large, one after it larger; what is beyond is not even read', async () => {
  const clock = new FakeClock()
  const mechanisms = [plainServer({ users })]
  await using server = await serve({ mechanisms, maxFrameSizeBeforeLogin: 100, maxFrameSize: 1000, clock })
  using early = await RawClient.connect(server)
  const refused = once(server.events, 'refuse') as Promise<[{ reason: string; delay: number }]>
  early.write(int32(101))
  const [{ reason, delay }] = await refused
  assert.match(reason, /invalid receive size/)
  clock.advance(delay)
  await early.closed()

  using client = await RawClient.connect(server)
  await client.ask(saslHandshake('PLAIN'))
  await client.ask(saslAuthenticate(plainToken('alice', 'secret')))
  // Bytes behind a request are let be.
  const request = metadata()
  const padded = Buffer.concat([int32(1000), request.subarray(4), Buffer.alloc(1004 - request.length)])
  assert.notEqual(await client.ask(padded), null)
  const gone = once(server.events, 'disconnect') as Promise<[DisconnectEvent]>
  client.write(int32(1001))
  assert.equal((await gone)[0].reason, 'protocol')
})

test('a request of seven million structs of three bytes ends the connection, and is not made', async () => {
  let asked = 0
  const quotas = route(AlterClientQuotas, () => {
    asked += 1
    return { throttleTimeMs: 0, entries: [] }
  })
  await using server = await listen({ routes: [quotas], mechanisms: [plainServer({ users })] })
  using client = await RawClient.connect(server)
  await client.ask(saslHandshake('PLAIN'))
  await client.ask(saslAuthenticate(plainToken('alice', 'secret')))
  const gone = once(server.events, 'disconnect') as Promise<[DisconnectEvent]>
  // Version 1, no client id, no tags; entries of two empty arrays; not only to validate.
  const head = Buffer.from('0031' + '0001' + '00000007' + 'ffff' + '00' + 'c19fab03', 'hex')
  const request = framed(head, Buffer.alloc(3 * 7_000_000, Buffer.from('010100', 'hex')), Buffer.from('0000', 'hex'))
  const before = process.memoryUsage().heapUsed
  assert.equal(await client.ask(request), null)
  assert.equal((await gone)[0].reason, 'protocol')
  assert.ok(process.memoryUsage().heapUsed - before < 32 * 1024 * 1024)
  assert.equal(asked, 0)
})

test('only so many bytes of requests are handled side by side; the rest waits', async () => {
  let running = 0
  let most = 0
  let release = (): void => undefined
  const started: (() => void)[] = []
  const opened = new Promise<void>((resolve) => (release = resolve))
  const slow = route(Metadata, async () => {
    running += 1
    most = Math.max(most, running)
    started.shift()?.()
    await opened
    running -= 1
    return { brokers: [], topics: [] }
  })
  const size = metadata().length - 4
  await using server = await listen({ routes: [slow], maxBytesInFlight: 2 * size })
  const two = Promise.all([1, 2].map(() => new Promise<void>((resolve) => started.push(resolve))))
  using client = await RawClient.connect(server)
  for (let nth = 0; nth < 5; nth += 1) client.write(metadata())
  await two
  release()
  for (let nth = 0; nth < 5; nth += 1) assert.notEqual(await client.next(), null)
  assert.equal(most, 2)
})

test('whoever guesses from one address is turned away before anything is read, until the window is over', async () => {
  const clock = new FakeClock()
  const throttle = { perAddress: 2, window: 1000 }
  await using server = await serve({ mechanisms: [plainServer({ users })], failedLoginDelay: 0, throttle, clock })
  const { host, port } = server
  for (let nth = 0; nth < 2; nth += 1) {
    const sasl = plain({ username: `guess-${nth}`, password: 'x' })
    await assert.rejects(connect({ host, port, sasl }), { name: 'AuthenticationError' })
  }
  const rejected = once(server.events, 'reject') as Promise<[RejectEvent]>
  using turnedAway = await RawClient.connect(server)
  assert.equal((await rejected)[0].reason, 'throttled')
  await turnedAway.closed()
  clock.advance(1000)
  await using connection = await connect({ host, port, sasl: plain({ username: 'alice', password: 'secret' }) })
  await connection.send(Metadata, { topics: [] })
})
