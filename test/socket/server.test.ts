import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { test } from 'node:test'
import { BrokerError, connect, plain } from 'ottla'
import { CreateTopics, DescribeCluster, Metadata, Produce, type MetadataResponseInput } from 'ottla/messages'
import { plainServer, SaslRefusal, scramSha256Server, type ServerMechanism } from 'ottla/sasl'
import {
  listen,
  route,
  type ListenOptions,
  type LoginEvent,
  type Principal,
  type RefuseEvent,
  type Server,
} from 'ottla/server'
import { FakeClock } from 'ottla/testing'
import { RawClient } from '../support/raw-client.js'
import { apiVersions, metadata, plainToken, saslAuthenticate, saslHandshake } from '../support/wire-requests.js'

const NOTHING: MetadataResponseInput = { brokers: [], topics: [] }
const users = { alice: 'secret' }
const sasl = plain({ username: 'alice', password: 'secret' })

/** A gate that tests open by hand. */
function gate(): { readonly opened: Promise<void>; open: () => void } {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

async function serve(options: ListenOptions): Promise<Server> {
  return await listen({ routes: [route(Metadata, () => NOTHING)], ...options })
}

async function refusalOf(server: Server, act: () => Promise<unknown>): Promise<RefuseEvent> {
  const refused = once(server.events, 'refuse') as Promise<[RefuseEvent]>
  await act()
  return (await refused)[0]
}

test('a route knows who asks: a principal of one’s own type, the session, the software', async () => {
  interface Tenant extends Principal {
    readonly tenant: string
  }
  const seen: unknown[] = []
  await using server = await listen<Tenant>({
    mechanisms: [plainServer({ users })],
    principal: (login): Tenant => ({
      type: 'User',
      name: login.kind === 'sasl' ? login.authorizationId : '?',
      tenant: login.listener,
    }),
    routes: [
      route(Metadata, (_, context) => {
        const { principal, clientId, connection, session } = context
        seen.push(
          principal.tenant,
          principal.name,
          clientId,
          connection.software?.name,
          session.mechanism,
          connection.secure,
        )
        return NOTHING
      }),
    ],
  })
  await using connection = await connect({ host: server.host, port: server.port, sasl, clientId: 'me' })
  await connection.send(Metadata, { topics: [] })
  assert.deepEqual(seen, ['SASL_PLAINTEXT', 'alice', 'me', 'ottla', 'PLAIN', false])
})

test('answers go out in the order of the requests, whatever the order in which they are ready', async () => {
  const first = gate()
  await using server = await listen({
    routes: [
      route(Metadata, async ({ topics }) => {
        const name = topics?.[0]?.name ?? ''
        if (name === 'slow') await first.opened
        if (name === 'last') first.open()
        return { brokers: [], topics: [], clusterId: name }
      }),
    ],
  })
  await using connection = await connect({ host: server.host, port: server.port })
  const order: string[] = []
  await Promise.all(
    ['slow', 'quick', 'last'].map(async (name) => {
      const { clusterId } = await connection.send(Metadata, { topics: [{ name }] })
      order.push(clusterId ?? '')
    }),
  )
  assert.deepEqual(order, ['slow', 'quick', 'last'])
})

test('only so many requests are handled side by side; the rest is not read', async () => {
  const all = gate()
  let [running, most] = [0, 0]
  await using server = await listen({
    maxInFlight: 3,
    routes: [
      route(Metadata, async () => {
        running += 1
        most = Math.max(most, running)
        await all.opened
        running -= 1
        return NOTHING
      }),
    ],
  })
  await using connection = await connect({ host: server.host, port: server.port, maxInFlight: 20 })
  const answers = Array.from({ length: 20 }, () => connection.send(Metadata, { topics: [] }))
  while (running < 3) await new Promise(setImmediate)
  for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate)
  assert.equal(most, 3)
  all.open()
  await Promise.all(answers)
  assert.equal(most, 3)
})

test('a client that does not read its answers is not read from either', async () => {
  let handled = 0
  const large = Array.from({ length: 1000 }, (_, index) => ({ nodeId: index, host: 'x'.repeat(100), port: 1 }))
  await using server = await listen({
    maxBytesUnsent: 1 << 20,
    routes: [
      route(Metadata, () => {
        handled += 1
        return { brokers: large, topics: [] }
      }),
    ],
  })
  using client = await RawClient.connect(server)
  client.socket.pause()
  const requests = 2000
  for (let sent = 0; sent < requests; sent += 1) client.write(metadata())
  let before = -1
  while (before !== handled) {
    before = handled
    for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate)
  }
  assert.ok(handled < requests / 2, `${handled} requests were handled though nobody read the answers`)
  client.socket.resume()
  for (let got = 0; got < requests; got += 1) assert.notEqual(await client.next(), null)
  assert.equal(handled, requests)
})

test('a route that fails answers in the API’s own form, or closes where there is none', async () => {
  const reasons: string[] = []
  await using server = await listen({
    routes: [
      route(DescribeCluster, () => {
        throw new BrokerError({ errorCode: 29, errorName: 'TOPIC_AUTHORIZATION_FAILED' }, 'no')
      }),
      route(CreateTopics, () => Promise.reject(new Error('a secret reason')), {
        errorResponse: (errorCode) => ({ throttleTimeMs: 0, topics: [{ name: 'all', errorCode, errorMessage: null }] }),
      }),
      route(Metadata, () => {
        throw new Error('broken')
      }),
    ],
  })
  server.events.on('request-error', ({ reason }) => reasons.push(reason))
  await using connection = await connect({ host: server.host, port: server.port })
  const cluster = await connection.send(DescribeCluster, { includeClusterAuthorizedOperations: false })
  assert.equal(cluster.errorCode, 29)
  const { topics } = await connection.send(CreateTopics, { topics: [] })
  assert.deepEqual(
    topics.map(({ errorCode }) => errorCode),
    [-1],
  )
  await assert.rejects(connection.send(Metadata, { topics: [] }, { version: 12 }), { code: 'CONNECTION_CLOSED' })
  assert.deepEqual(reasons, ['The route of Metadata failed: broken'])
})

test('only what is routed is listed, in its versions', async () => {
  await using server = await listen({ routes: [route(Metadata, () => NOTHING, { minVersion: 5, maxVersion: 8 })] })
  await using connection = await connect({ host: server.host, port: server.port })
  assert.deepEqual(
    [...connection.versions].map(([key, { min, max }]) => [key, min, max]),
    [
      [3, 5, 8],
      [17, 0, 1],
      [18, 0, 4],
      [36, 0, 2],
    ],
  )
  using client = await RawClient.connect(server)
  assert.equal(await client.ask(metadata()), null)
})

test('a proxy gets requests undecoded and gives answers back with any correlation id', async () => {
  await using backend = await serve({})
  await using server = await listen({
    forward: {
      apis: [Metadata],
      handle: async ({ frame }, { principal }) => {
        assert.equal(principal.name, 'ANONYMOUS')
        using client = await RawClient.connect(backend)
        const request = Buffer.concat([Buffer.alloc(4), frame])
        request.writeInt32BE(frame.length)
        request.writeInt32BE(12345, 8)
        return await client.ask(request)
      },
    },
  })
  await using connection = await connect({ host: server.host, port: server.port })
  assert.deepEqual((await connection.send(Metadata, { topics: [] })).brokers, [])
})

test('a request without an answer gets none, and the next one gets its own', async () => {
  await using server = await listen({
    routes: [
      route(Produce, (request) => (Produce.expectsResponse(request) ? { responses: [] } : null)),
      route(Metadata, () => NOTHING),
    ],
  })
  await using connection = await connect({ host: server.host, port: server.port })
  const request = { timeoutMs: 1000, topicData: [] }
  const answers = await Promise.all([
    connection.send(Produce, { ...request, acks: 0 }),
    connection.send(Metadata, { topics: [] }),
    connection.send(Produce, { ...request, acks: 1 }),
  ])
  assert.deepEqual(
    answers.map((answer) => answer !== undefined),
    [false, true, true],
  )
})

test('a login that does not come to its end is cut at its deadline, byte by byte or not at all', async () => {
  const clock = new FakeClock()
  await using server = await serve({ mechanisms: [plainServer({ users })], loginTimeout: 1000, clock })
  using silent = await RawClient.connect(server)
  using slow = await RawClient.connect(server)
  const bytes = saslHandshake('PLAIN')
  for (let sent = 0; sent < 10; sent += 1) {
    slow.write(bytes.subarray(sent, sent + 1))
    await new Promise(setImmediate)
    clock.advance(99)
  }
  assert.deepEqual([silent.isClosed, slow.isClosed], [false, false])
  const refused = await refusalOf(server, () => {
    clock.advance(10)
    return Promise.resolve()
  })
  assert.match(refused.reason, /timed out waiting for the client/)
  await Promise.all([silent.closed(), slow.closed()])
})

test('a store that hangs refuses the login in time, is told to stop, and the server lives', async () => {
  const clock = new FakeClock()
  const asked = gate()
  let aborted = false
  const hanging = scramSha256Server({
    credentials: (_, { signal }) => {
      asked.open()
      signal.addEventListener('abort', () => {
        aborted = true
      })
      return new Promise<never>(() => undefined)
    },
  })
  await using server = await serve({ mechanisms: [hanging, plainServer({ users })], loginTimeout: 1000, clock })
  using client = await RawClient.connect(server)
  await client.ask(saslHandshake('SCRAM-SHA-256'))
  const answer = client.ask(saslAuthenticate('n,,n=alice,r=abc'))
  await asked.opened
  clock.advance(1000)
  const frame = await answer
  assert.equal(frame?.readInt16BE(4), 58)
  await client.closed()
  assert.ok(aborted)
  await using connection = await connect({ host: server.host, port: server.port, sasl })
  await connection.send(Metadata, { topics: [] })
})

test('a store that throws refuses the login, and only the operator learns why', async () => {
  const broken: ServerMechanism = plainServer({
    verify: () => {
      throw new Error('the database is down')
    },
  })
  await using server = await serve({ mechanisms: [broken], failedLoginDelay: 0 })
  const { reason } = await refusalOf(server, () =>
    assert.rejects(
      connect({ host: server.host, port: server.port, sasl }),
      ({ message }: Error) => !message.includes('database'),
    ),
  )
  assert.match(reason, /the database is down/)
})

test('a principal builder may refuse', async () => {
  await using server = await listen({
    mechanisms: [plainServer({ users })],
    failedLoginDelay: 0,
    principal: () => {
      throw new SaslRefusal({ reply: 'text', publicText: 'not you', reason: 'on the list' })
    },
  })
  await assert.rejects(connect({ host: server.host, port: server.port, sasl }), { message: /not you/ })
})

test('an idle connection is closed, one in use is not', async () => {
  const clock = new FakeClock()
  await using server = await serve({ idleTimeout: 1000, clock })
  using client = await RawClient.connect(server)
  for (let round = 0; round < 3; round += 1) {
    clock.advance(600)
    assert.notEqual(await client.ask(metadata()), null)
  }
  const reason = once(server.events, 'disconnect') as Promise<[{ reason: string }]>
  clock.advance(1000)
  await client.closed()
  assert.equal((await reason)[0].reason, 'idle')
})

test('there are only so many connections, in all and of one address', async () => {
  for (const limit of [{ maxConnections: 2 }, { maxConnectionsPerAddress: 2 }]) {
    await using server = await serve(limit)
    using one = await RawClient.connect(server)
    using two = await RawClient.connect(server)
    const rejected = once(server.events, 'reject') as Promise<[{ reason: string }]>
    using three = await RawClient.connect(server)
    await three.closed()
    const [{ reason }] = await rejected
    assert.equal(reason, 'maxConnections' in limit ? 'connections' : 'connections-per-address')
    const gone = once(server.events, 'disconnect')
    one.destroy()
    await gone
    using four = await RawClient.connect(server)
    assert.deepEqual(
      [await two.ask(metadata()), await four.ask(metadata())].map((frame) => frame === null),
      [false, false],
    )
    assert.equal(server.metrics().connectionsRejected, 1)
  }
})

test('guessing is slowed down: of a user even the right password is refused for a while; an address is not let in', async () => {
  const clock = new FakeClock()
  const options = { mechanisms: [plainServer({ users })], failedLoginDelay: 0, clock }
  await using server = await serve({ ...options, throttle: { perUser: 2, perAddress: 4, window: 60_000 } })
  const attempt = async (password: string, username = 'alice'): Promise<string> => {
    try {
      await (await connect({ host: server.host, port: server.port, sasl: plain({ username, password }) })).close()
      return 'in'
    } catch (error) {
      return (error as { name: string }).name
    }
  }
  const outcomes = []
  for (const password of ['secret', 'a', 'b', 'secret']) outcomes.push(await attempt(password))
  assert.deepEqual(outcomes, ['in', 'AuthenticationError', 'AuthenticationError', 'AuthenticationError'])
  assert.equal(await attempt('x', 'bob'), 'AuthenticationError')
  assert.equal(await attempt('secret'), 'ConnectionError')
  clock.advance(60_000)
  assert.equal(await attempt('secret'), 'in')
})

test('with a fixed answer time the clock tells nothing of the outcome, nor of the way to it', async () => {
  const clock = new FakeClock()
  const verify = ({ password }: { readonly password: string }): boolean => {
    // What has to be computed counts as a part of the time.
    clock.advance(password === 'secret' ? 100 : 300)
    return password === 'secret'
  }
  const options = { mechanisms: [plainServer({ verify })], failedLoginDelay: 0, loginAnswerTime: 500, clock }
  await using server = await serve(options)
  for (const password of ['secret', 'wrong']) {
    using client = await RawClient.connect(server)
    await client.ask(saslHandshake('PLAIN'))
    const timers = clock.pending
    const answer = client.ask(saslAuthenticate(plainToken('alice', password)))
    while (clock.pending === timers) await new Promise(setImmediate)
    const spent = password === 'secret' ? 100 : 300
    clock.advance(499 - spent)
    for (let turns = 0; turns < 10; turns += 1) await new Promise(setImmediate)
    const early = await Promise.race([answer, Promise.resolve('nothing yet')])
    assert.equal(early, 'nothing yet')
    clock.advance(1)
    assert.equal((await answer)?.readInt16BE(4), password === 'wrong' ? 58 : 0)
  }
})

test('a server that closes answers what was asked, takes nothing new, and leaves nothing behind', async () => {
  const slow = gate()
  const asked = gate()
  const server = await listen({
    routes: [
      route(Metadata, async () => {
        asked.open()
        await slow.opened
        return NOTHING
      }),
    ],
  })
  const { host, port } = server
  const connection = await connect({ host, port })
  using idle = await RawClient.connect(server)
  const answer = connection.send(Metadata, { topics: [] })
  await asked.opened
  const closed = server.close()
  await idle.closed()
  await assert.rejects(connect({ host, port }), { code: 'CONNECTION_REFUSED' })
  slow.open()
  assert.deepEqual((await answer).brokers, [])
  await closed
  assert.equal(server.connections.length, 0)
  await connection.close()
})

test('what does not end in time is cut', async () => {
  const asked = gate()
  const server = await listen({
    routes: [
      route(Metadata, () => {
        asked.open()
        return new Promise<never>(() => undefined)
      }),
    ],
  })
  const connection = await connect({ host: server.host, port: server.port })
  const answer = connection.send(Metadata, { topics: [] })
  await asked.opened
  await Promise.all([server.close({ timeout: 10 }), assert.rejects(answer, { name: 'ConnectionError' })])
})

test('what happens is published for whoever watches the process, without a hold on the server', async () => {
  const { subscribe, unsubscribe } = await import('node:diagnostics_channel')
  const names: string[] = []
  const watch = (event: unknown): void => {
    names.push((event as LoginEvent).principal.name)
  }
  subscribe('ottla:server:login', watch)
  await using server = await serve({ mechanisms: [plainServer({ users })] })
  await using connection = await connect({ host: server.host, port: server.port, sasl })
  await connection.send(Metadata, { topics: [] })
  unsubscribe('ottla:server:login', watch)
  assert.deepEqual(names, ['alice'])
})

test('secrets are in no event, no error and no inspection', async () => {
  const { inspect } = await import('node:util')
  const shown: string[] = []
  await using server = await serve({ mechanisms: [plainServer({ users })], failedLoginDelay: 0 })
  for (const name of ['connect', 'login', 'refuse', 'disconnect'] as const) {
    server.events.on(name, (event: unknown) => shown.push(inspect(event, { depth: 8, showHidden: true })))
  }
  await using connection = await connect({ host: server.host, port: server.port, sasl })
  await connection.send(Metadata, { topics: [] })
  await assert.rejects(
    connect({ host: server.host, port: server.port, sasl: plain({ username: 'alice', password: 'a guess' }) }),
  )
  shown.push(inspect(server, { depth: 8, showHidden: true }))
  assert.ok(shown.length >= 4)
  for (const text of shown) assert.ok(!/secret|a guess/.test(text), text.slice(0, 500))
})

test('garbage and endings in the midst of everything leave the server as it was', async () => {
  await using server = await serve({ mechanisms: [plainServer({ users })], failedLoginDelay: 0 })
  const whole = Buffer.concat([
    apiVersions(),
    saslHandshake('PLAIN'),
    saslAuthenticate(plainToken('alice', 'secret')),
    metadata(),
  ])
  for (let cut = 0; cut < whole.length; cut += 7) {
    const gone = once(server.events, 'disconnect')
    const socket = dial(server)
    socket.on('error', () => undefined)
    socket.write(whole.subarray(0, cut))
    socket.end(Buffer.alloc(cut % 2, 0xff))
    socket.resume()
    await gone
  }
  assert.equal(server.connections.length, 0)
  await using connection = await connect({ host: server.host, port: server.port, sasl })
  await connection.send(Metadata, { topics: [] })
})
