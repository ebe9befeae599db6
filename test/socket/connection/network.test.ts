import assert from 'node:assert/strict'
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel'
import { connect as dialTcp, createServer, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { test } from 'node:test'
import { connect, ConnectionEvents, ReconnectPolicy, type Lookup } from 'ottla'
import { Metadata } from 'ottla/messages'
import { authority, other, server } from './certificates.js'
import { assertError, failing, within } from './hostile.js'
import { startPeer, type PeerConnection } from './peer.js'
import { startSilentAddress } from './silent-address.js'

const serving = async (c: PeerConnection): Promise<void> => {
  await c.versions()
  await c.serve()
}

test('W-58 tls options are read before anything is dialled; server name and functions work', async () => {
  let dialled = 0
  const dial = (): never => {
    dialled++
    throw new Error('dialled')
  }
  const tls = { cert: 'no certificate', key: 'no key' }
  assertError(await failing(connect({ host: 'h', port: 1, tls, dial })), { code: 'INVALID_ARGUMENT', phase: 'tls' })
  assert.equal(dialled, 0)
  await using peer = await startPeer(serving, other)
  const named = await connect({
    host: '127.0.0.1',
    port: peer.port,
    tls: { ca: authority, servername: 'elsewhere.test' },
  })
  await named.close()
  let rotations = 0
  const rotating = () => {
    rotations++
    return Promise.resolve({ ca: authority, servername: 'elsewhere.test' })
  }
  for (let i = 0; i < 2; i++) await (await connect({ host: '127.0.0.1', port: peer.port, tls: rotating })).close()
  assert.equal(rotations, 2)
})

test('W-59 names are resolved anew on every connect', async () => {
  await using peer = await startPeer(serving)
  let asked = 0
  const lookup: Lookup = (_, __, done) => {
    asked++
    done(null, [{ address: '127.0.0.1', family: 4 }])
  }
  for (let i = 0; i < 2; i++) await (await connect({ host: 'broker.test', port: peer.port, lookup })).close()
  assert.equal(asked, 2)
})

test('W-59 an address that is slow to answer does not keep the next one waiting', async () => {
  await using peer = await startPeer(serving)
  await using _silent = await startSilentAddress('127.0.0.2', peer.port)
  const lookup: Lookup = (_, __, done) =>
    done(null, [
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ])
  const options = { host: 'two.test', port: peer.port, lookup, autoSelectFamilyAttemptTimeout: 20 }
  const connection = await within(connect(options))
  assert.equal(connection.address, '127.0.0.1')
  await connection.close()
})

test('W-59 a map of addresses as dial hook', async () => {
  await using peer = await startPeer(serving)
  const map = new Map([['broker-1.internal:9092', { host: '127.0.0.1', port: peer.port }]])
  const dial = ({ host, port }: { host: string; port: number }): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const socket = dialTcp(map.get(`${host}:${String(port)}`) ?? { host, port }, () => resolve(socket)).once(
        'error',
        reject,
      )
    })
  const connection = await connect({ host: 'broker-1.internal', port: 9092, dial })
  assert.equal(connection.host, 'broker-1.internal')
  await connection.send(Metadata, { topics: [] })
  await connection.close()
})

/** A proxy that plays `greet`, and then passes bytes on to `port`. */
async function startProxy(
  port: number,
  greet: (client: Socket) => Promise<void>,
): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>()
  const proxy = createServer((client) => {
    sockets.add(client)
    client.on('error', () => undefined)
    void greet(client).then(() => {
      const upstream = dialTcp(port, '127.0.0.1').on('error', () => undefined)
      sockets.add(upstream)
      client.pipe(upstream).pipe(client)
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address() as { port: number }
  const close = (): void => {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  }
  return { port: address.port, close }
}

const nextChunk = (socket: Duplex): Promise<Buffer> => new Promise((resolve) => socket.once('data', resolve))

test('W-59 HTTP CONNECT as dial hook, with TLS inside', async () => {
  await using peer = await startPeer(serving, server)
  let asked = ''
  const proxy = await startProxy(peer.port, async (client) => {
    asked = String(await nextChunk(client)).split('\r\n')[0] ?? ''
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
  })
  const dial = async ({ host, port }: { host: string; port: number }): Promise<Duplex> => {
    const socket = dialTcp(proxy.port, '127.0.0.1')
    socket.write(`CONNECT ${host}:${String(port)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
    const answer = String(await nextChunk(socket))
    if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer)
    return socket
  }
  const connection = await connect({ host: 'localhost', port: 9093, dial, tls: { ca: authority } })
  await connection.send(Metadata, { topics: [] })
  await connection.close()
  proxy.close()
  assert.equal(asked, 'CONNECT localhost:9093 HTTP/1.1')
})

test('W-23 what breaks a TLS connection in use is a loss, not a peer that speaks no TLS', async () => {
  await using peer = await startPeer(serving, server)
  let between: Socket | undefined
  const proxy = await startProxy(peer.port, (client) => {
    between = client
    return Promise.resolve()
  })
  const connection = await connect({ host: '127.0.0.1', port: proxy.port, tls: { ca: authority } })
  await connection.send(Metadata, { topics: [] })
  between?.write('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  const { name, error } = await within(connection.closed)
  proxy.close()
  assert.equal(name, 'reset')
  assertError(error, { code: 'CONNECTION_RESET', phase: 'request', reason: 'reset', retriable: true })
})

test('W-59 SOCKS5 as dial hook', async () => {
  await using peer = await startPeer(serving)
  let asked = ''
  const proxy = await startProxy(peer.port, async (client) => {
    await nextChunk(client)
    client.write(Buffer.from([5, 0]))
    const request = await nextChunk(client)
    asked = request.subarray(5, 5 + (request[4] ?? 0)).toString()
    client.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
  })
  const dial = async ({ host, port }: { host: string; port: number }): Promise<Duplex> => {
    const socket = dialTcp(proxy.port, '127.0.0.1')
    socket.write(Buffer.from([5, 1, 0]))
    await nextChunk(socket)
    socket.write(Buffer.from([5, 1, 0, 3, host.length, ...Buffer.from(host), port >> 8, port & 255]))
    const [, code] = await nextChunk(socket)
    if (code !== 0) throw new Error(`SOCKS refuses: ${String(code)}`)
    return socket
  }
  const connection = await connect({ host: 'broker.internal', port: 9092, dial })
  await connection.send(Metadata, { topics: [] })
  await connection.close()
  proxy.close()
  assert.equal(asked, 'broker.internal')
})

test('W-62 everything is told by events and diagnostics channels, with durations and bytes, and only to who listens', async () => {
  await using peer = await startPeer(serving)
  const names = ['connect', 'phase', 'request', 'close'] as const
  const heard: string[] = []
  const listeners = names.map((name) => {
    const listener = (): void => void heard.push(name)
    subscribe(`ottla:connection:${name}`, listener)
    return { name, listener }
  })
  const events = new ConnectionEvents()
  const requests: { duration: number; requestBytes: number; responseBytes: number }[] = []
  events.once('request', (event) => requests.push(event))
  const closes: { bytesRead: number; bytesWritten: number }[] = []
  events.on('close', (event) => closes.push(event))
  const connection = await connect({ host: '127.0.0.1', port: peer.port, events })
  await connection.send(Metadata, { topics: [] })
  await connection.send(Metadata, { topics: [] })
  await connection.close()
  for (const { name, listener } of listeners) unsubscribe(`ottla:connection:${name}`, listener)
  assert.deepEqual(heard, ['phase', 'phase', 'phase', 'connect', 'request', 'request', 'close'])
  assert.equal(requests.length, 1)
  assert.ok(
    (requests[0]?.duration ?? 0) > 0 && (requests[0]?.requestBytes ?? 0) > 20 && (requests[0]?.responseBytes ?? 0) > 20,
  )
  assert.ok((closes[0]?.bytesRead ?? 0) > 60 && (closes[0]?.bytesWritten ?? 0) > 60)
  assert.ok(!channel('ottla:connection:request').hasSubscribers)
  assert.ok(!new ConnectionEvents().observes('request'))
})

test('the policy of reconnecting dials until a broker answers, and gives up on what trying again cannot mend', async () => {
  await using peer = await startPeer(async (c, index) => {
    if (index < 2) return c.reset()
    await serving(c)
  })
  const policy = new ReconnectPolicy({ reconnectBackoff: 1, reconnectBackoffMax: 5 })
  const connection = await policy.connect(({ connectTimeout }) =>
    connect({ host: '127.0.0.1', port: peer.port, connectTimeout }),
  )
  assert.equal(peer.connections.length, 3)
  await connection.close()
  let tries = 0
  const error = await failing(
    policy.connect(() => {
      tries++
      return connect({ host: '', port: 1 })
    }),
  )
  assertError(Object.assign(error as object, { phase: 'dns', broker: 'x:1', hint: 'none is due here' }), {
    code: 'INVALID_ARGUMENT',
  })
  assert.equal(tries, 1)
})

test('the broker of an error is host:port, an IPv6 address in brackets, in every phase', async () => {
  const lookup: Lookup = (_, __, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])
  const dial = (): never => assert.fail('no proxy')
  const errors = await Promise.all([
    failing(connect({ host: '::1', port: 1 })),
    failing(connect({ host: '1:2', port: 1, lookup })),
    failing(connect({ host: '::1', port: 1, dial })),
    failing(connect({ host: '::1', port: 1, signal: AbortSignal.abort() })),
  ])
  assert.deepEqual(
    errors.map((error) => (error as { broker?: string }).broker),
    ['[::1]:1', '[1:2]:1', '[::1]:1', '[::1]:1'],
  )
  assert.match((errors[0] as Error).message, /^cannot connect to \[::1\]:1: tried \[::1\]:1 /)
})
