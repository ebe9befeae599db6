import assert from 'node:assert/strict'
import { test } from 'node:test'
import { run } from '#src/cli/run.js'
import { connect, plain } from '#src/index.js'
import { Metadata } from '#src/messages/Metadata.js'
import { fakeTerminal } from './terminal.js'
import type { Connection } from '#src/index.js'
import type { FakeTerminal, FakeWorld } from './terminal.js'

interface Running {
  readonly terminal: FakeTerminal
  /** The port of the first broker. */
  readonly port: number
  /** Resolves when the output has a match. */
  seen(pattern: RegExp): Promise<RegExpExecArray>
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number>
}

/** Runs `ottla broker` until it is stopped. */
async function running(args: readonly string[], world: FakeWorld = {}): Promise<Running> {
  const abort = new AbortController()
  const fake = fakeTerminal(world)
  const waiters = new Set<() => void>()
  const write = (text: string): void => {
    fake.out.write(text)
    for (const look of waiters) look()
  }
  const terminal = { ...fake, signal: abort.signal, out: { ...fake.out, write } }
  const ended = run(['broker', ...args], terminal)
  const seen = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(fake.written.out)
        if (!match) return
        waiters.delete(look)
        resolve(match)
      }
      waiters.add(look)
      void ended.then((code) => {
        reject(new Error(`ended with ${code}: ${fake.written.err}`))
      })
      look()
    })
  const [, port] = await seen(/localhost:(\d+)[^]*\n/)
  const stop = (): Promise<number> => {
    abort.abort()
    return ended
  }
  return { terminal: fake, port: Number(port), seen, stop }
}

async function login(port: number, password: string, ca?: string): Promise<Connection> {
  const sasl = plain({ username: 'alice', password })
  return connect({ host: 'localhost', port, sasl, ...(ca !== undefined && { tls: { ca } }) })
}

const alice = ['--port', '0', '--user', 'alice=alice-secret']

test('the broker shows settings, logins, refusals and requests, and ends on Ctrl-C', async () => {
  const broker = await running([...alice, '--tls', '--ca-out', 'ca.pem', '--topic', 'orders=3', '--topic', 'bills'])
  const ca = broker.terminal.savedFiles.get('ca.pem') ?? ''
  await broker.seen(
    /Its data is in memory only\.\n\n {2}bootstrap\.servers=localhost:\d+\n {2}security\.protocol=SASL_SSL\n/,
  )
  const connection = await login(broker.port, 'alice-secret', ca)
  const { topics } = await connection.send(Metadata, { topics: null })
  assert.deepEqual(topics.map(({ name, partitions }) => `${name ?? ''} ${partitions.length}`).sort(), [
    'bills 1',
    'orders 3',
  ])
  await broker.seen(
    /#1 +connect +127\.0\.0\.1:\d+, TLS\n[^]*#1 alice +login +PLAIN as User:alice in [^]*#1 alice +request +Metadata v13 from ottla\n/,
  )
  await connection.close()
  await broker.seen(/disconnect +peer\n/)
  await assert.rejects(login(broker.port, 'wrong', ca))
  await broker.seen(/#2 +refuse +\S/)
  assert.equal(await broker.stop(), 0)
  await assert.rejects(login(broker.port, 'alice-secret', ca), { code: 'CONNECTION_REFUSED' })
})

test('JSON lines for machines', async () => {
  const broker = await running([...alice, '--json', '--mechanism', 'plain'])
  const connection = await login(broker.port, 'alice-secret')
  await broker.seen(/"event":"login".*\n/)
  await connection.close()
  await broker.stop()
  const events = broker.terminal.written.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.equal(events[0]?.event, 'listening')
  assert.equal(events[0].bootstrap, `localhost:${broker.port}`)
  const login1 = events.find(({ event }) => event === 'login')
  assert.equal(login1?.mechanism, 'PLAIN')
  assert.equal(login1.principal, 'User:alice')
  assert.equal(login1.connection, 1)
})

test('a quiet cluster without a login, from a file, with settings for another client', async () => {
  const config = JSON.stringify({ brokers: 2, topics: { orders: 1 } })
  const broker = await running(['--config', 'broker.json', '--settings', 'kafkajs', '--quiet'], {
    files: { 'broker.json': config },
  })
  const connection = await connect({ host: 'localhost', port: broker.port })
  const { brokers } = await connection.send(Metadata, { topics: [] })
  assert.equal(brokers.length, 2)
  await connection.close()
  assert.equal(await broker.stop(), 0)
  const { out } = broker.terminal.written
  assert.match(out, /listens on localhost:\d+,localhost:\d+, no login\./)
  assert.doesNotMatch(out, /#1/)
  assert.deepEqual(JSON.parse(out.slice(out.indexOf('{'))), {
    brokers: brokers.map(({ port }) => `localhost:${port}`),
  })
})

test('a password that was given shows only with --reveal, one that was made here always', async () => {
  const config = JSON.stringify({ users: { alice: 'alice-secret' } })
  for (const kind of ['properties', 'kafkajs', 'librdkafka', 'kafka-python', 'franz-go', 'sarama', 'url']) {
    for (const args of [alice, [...alice, '--json'], ['--port', '0', '--config', 'c']]) {
      const hiding = await running([...args, '--settings', kind], { files: { c: config } })
      await hiding.stop()
      assert.ok(!hiding.terminal.written.out.includes('alice-secret'))
      assert.match(hiding.terminal.written.out, /\bPASSWORD\b/)
      const revealing = await running([...args, '--settings', kind, '--reveal'], { files: { c: config } })
      await revealing.stop()
      assert.ok(revealing.terminal.written.out.includes('alice-secret'))
    }
  }
  const made = await running(['--port', '0', '--user', 'alice', '--user', 'bob', '--mechanism', 'PLAIN'])
  const [, password = ''] = await made.seen(/\n {2}alice has the password (\S{16})\n {2}bob has the password \S{16}\n/)
  assert.ok(made.terminal.written.out.includes(`password="${password}"`))
  await (await login(made.port, password)).close()
  await made.stop()
})

test('wrong use of the broker exits 2', async () => {
  const wrong: [string[], RegExp][] = [
    [['extra'], /takes options only/],
    [['--port', '70000'], /--port 70000 is no number from 0 to 65535/],
    [['--brokers', '0'], /at least one/],
    [['--mechanism', 'NTLM'], /there are PLAIN/],
    [['--settings', 'ini'], /there are properties, kafkajs/],
    [['--user', '=x'], /is no NAME=VALUE/],
    [['--topic', 'a=b'], /--topic b is no number/],
    [['--session', 'soon'], /is no duration/],
    [['--port', '0', '--ca-out', 'x'], /--ca-out needs --tls/],
    [['--config', 'broken'], /is no JSON/],
  ]
  for (const [args, message] of wrong) {
    const terminal = fakeTerminal({ files: { broken: '{' } })
    assert.equal(await run(['broker', ...args], terminal), 2, args.join(' '))
    assert.match(terminal.written.err, message)
  }
})
