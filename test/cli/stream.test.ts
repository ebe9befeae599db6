import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createConnection, createServer } from 'node:net'
import { test } from 'node:test'
import { run } from '#src/cli/run.js'
import { connect, plain } from '#src/index.js'
import { Metadata } from '#src/messages/Metadata.js'
import { startBroker } from '#src/testing/index.js'
import { fakeTerminal } from './terminal.js'
import type { AddressInfo } from 'node:net'

async function decode(input: string): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal({ input })
  const code = await run(['decode'], terminal)
  return { code, ...terminal.written }
}

test('decode reads both directions of a stream as tshark extracts it from a capture', async () => {
  const broker = await startBroker({ users: { alice: 'alice-secret' } })
  const relay = await recording(broker.port)
  const connection = await connect({
    host: 'localhost',
    port: relay.port,
    sasl: plain({ username: 'alice', password: 'alice-secret' }),
  })
  await connection.send(Metadata, { topics: [] })
  await connection.close()
  await relay.close()
  await broker.close()
  const { code, out, err } = await decode(relay.text())
  assert.equal(code, 0, err)
  assert.deepEqual(
    err
      .trim()
      .split('\n')
      .map((line) => line.replace(/, \d+ bytes$/, '')),
    [
      '→ ApiVersions request, version 5',
      '← ApiVersions response, version 0',
      '→ ApiVersions request, version 4',
      '← ApiVersions response, version 4',
      '→ SaslHandshake request, version 1',
      '← SaslHandshake response, version 1',
      '→ SaslAuthenticate request, version 2',
      '← SaslAuthenticate response, version 2',
      '→ Metadata request, version 13',
      '← Metadata response, version 13',
    ],
  )
  assert.ok(!out.includes('alice-secret'))
  assert.match(out, /"clusterId": "/)
  const [, ...rest] = relay
    .text()
    .split('\n')
    .filter((line) => !/^[0-9a-f]/.test(line))
  const answers = await decode(['Follow: tcp,raw', ...rest].join('\n'))
  assert.equal(answers.code, 1)
  assert.match(answers.err, /the request that it answers \(\d+\) is not in the stream/)
  assert.match((await decode('Follow: tcp,raw\n160301\n')).err, /encrypted/)
  assert.equal((await decode('Follow: tcp,raw\n')).code, 2)
})

/** A relay that writes down what passes, as `tshark -q -z follow,tcp,raw,0` would. */
async function recording(to: number): Promise<{ port: number; text(): string; close(): Promise<void> }> {
  const lines = [
    '',
    '='.repeat(67),
    'Follow: tcp,raw',
    'Filter: tcp.stream eq 0',
    'Node 0: 127.0.0.1:1',
    'Node 1: 127.0.0.1:2',
  ]
  const server = createServer((client) => {
    const broker = createConnection(to, '127.0.0.1')
    client.on('data', (chunk) => lines.push(chunk.toString('hex'))).pipe(broker)
    broker.on('data', (chunk) => lines.push(`\t${chunk.toString('hex')}`)).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async (): Promise<void> => {
    server.close()
    await once(server, 'close')
  }
  return { port: (server.address() as AddressInfo).port, text: () => [...lines, '='.repeat(67), ''].join('\n'), close }
}
