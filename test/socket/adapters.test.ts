import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { Duplex, PassThrough } from 'node:stream'
import { after, before, test } from 'node:test'
import { kafkajsSecurity, type KafkajsSecurityOptions } from 'ottla/adapters/kafkajs'
import { createAuthority } from 'ottla/testing'
import { createServer as createTlsServer } from 'node:tls'

const authority = createAuthority()
const peers = new Set<Socket>()
const echo = (socket: Socket): void => {
  peers.add(socket)
  socket.on('error', () => undefined).pipe(socket)
}
const plaintext = createServer({ allowHalfOpen: true }, echo)
const encrypted = createTlsServer({ ...authority.server() }, echo)

before(async () => {
  for (const server of [plaintext, encrypted]) await once(server.listen(0, '127.0.0.1'), 'listening')
})

after(() => {
  for (const peer of peers) peer.destroy()
  plaintext.close()
  encrypted.close()
})

interface Opened {
  readonly socket: Socket
  readonly connected: Promise<void>
}

function open(options: KafkajsSecurityOptions, to: Server | { host: string; port: number }): Opened {
  const target = 'port' in to ? to : { host: 'localhost', port: (to.address() as AddressInfo).port }
  let socket: Socket | undefined
  const connected = new Promise<void>((resolve) => {
    socket = kafkajsSecurity({ family: 4, ...options }).socketFactory({ ...target, onConnect: resolve })
  })
  assert.ok(socket)
  return { socket, connected }
}

/** What comes back, until the end. */
async function read(socket: Duplex): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

for (const [name, options, server] of [
  ['TCP', {}, plaintext],
  ['TLS', { tls: { ca: authority.cert } }, encrypted],
  ['TLS by a function', { tls: async () => ({ ca: authority.cert }) }, encrypted],
  [
    'a dial hook',
    { dial: ({ host, port }: { host: string; port: number }) => connect({ host, port, family: 4 }) },
    plaintext,
  ],
] as const) {
  test(`${name}: what is written before the connection is there arrives, in order`, async () => {
    const { socket, connected } = open(options, server)
    socket.write('a')
    socket.write(Buffer.from('b'))
    socket.unref().ref().setKeepAlive(true).setNoDelay()
    await connected
    for (const text of ['c', 'd', 'e']) socket.write(text)
    socket.end('f')
    assert.equal(await read(socket), 'abcdef')
  })
}

test('what came before the peer closed waits for a reader who comes later', async () => {
  const wire = new Duplex({ allowHalfOpen: false, read: () => undefined, write: (_chunk, _encoding, done) => done() })
  const { socket, connected } = open({ dial: () => wire }, plaintext)
  await connected
  wire.push('the last words')
  wire.push(null)
  await once(
    wire.on('finish', () => wire.destroy()),
    'close',
  )
  assert.equal(await read(socket), 'the last words')
})

test('much in both directions, with a reader that pauses', async () => {
  const { socket } = open({}, plaintext)
  const block = Buffer.alloc(100_000, 7)
  for (let i = 0; i < 50; i++) socket.write(block)
  socket.end()
  let length = 0
  for await (const chunk of socket) {
    length += (chunk as Buffer).length
    await new Promise(setImmediate)
  }
  assert.equal(length, 50 * block.length)
})

const failures: readonly (readonly [
  string,
  KafkajsSecurityOptions,
  () => Server | { host: string; port: number },
  object,
])[] = [
  [
    'a name that nobody knows',
    { lookup: (_, __, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []) },
    () => ({ host: 'nowhere.invalid', port: 9092 }),
    { code: 'DNS_NOT_FOUND', message: /cannot resolve .* advertised\.listeners/ },
  ],
  [
    'an authority that is not trusted',
    { tls: true },
    () => encrypted,
    { code: 'TLS_CERTIFICATE_UNTRUSTED', message: /tls: { ca }/ },
  ],
  ['a hook that fails', { dial: () => assert.fail('proxy down') }, () => plaintext, { message: 'proxy down' }],
  [
    'options that are none',
    { tls: { ca: authority.cert, cert: 'none' } },
    () => encrypted,
    { code: 'INVALID_ARGUMENT' },
  ],
]
for (const [name, options, to, error] of failures) {
  test(`${name}: the event error, with the hint in its text`, async () => {
    const { socket } = open(options, to())
    const [seen] = (await once(socket, 'error')) as [Error]
    assert.throws(() => {
      throw seen
    }, error)
    assert.ok(socket.destroyed)
  })
}

test('given up while it dials: nothing stays open, also where the hook does not listen to its signal', async () => {
  const late = new PassThrough()
  let dialled: { signal: AbortSignal; give: () => void } | undefined
  const dial: KafkajsSecurityOptions['dial'] = ({ signal }) =>
    new Promise((resolve) => (dialled = { signal, give: () => resolve(late) }))
  const { socket } = open({ dial }, plaintext)
  const closed = once(socket, 'close')
  socket.end()
  socket.unref()
  await closed
  assert.ok(dialled?.signal.aborted)
  dialled.give()
  await once(late, 'close')
})

test('a peer that resets the connection: error and close', async () => {
  const { socket, connected } = open({}, plaintext)
  const [[peer]] = (await Promise.all([once(plaintext, 'connection'), connected])) as unknown as [[Socket]]
  const failed = once(socket, 'error')
  peer.resetAndDestroy()
  assert.equal(((await failed) as [NodeJS.ErrnoException])[0].code, 'ECONNRESET')
})

test('a peer that hangs up: end, as KafkaJS awaits it', async () => {
  const { socket, connected } = open({}, plaintext)
  const [[peer]] = (await Promise.all([once(plaintext, 'connection'), connected])) as unknown as [[Socket]]
  const ended = once(socket.resume(), 'end')
  peer.end()
  await ended
  await once(socket, 'close')
})
