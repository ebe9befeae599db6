import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, test } from 'node:test'
import { root } from './harness/paths.js'
import { theRing } from './harness/ring.js'
import type { Answer, ForeignClient } from './interop/client.js'
import { javaClients } from './interop/java.js'
import { nodeClients } from './interop/node.js'

/** The example as its users run it, in front of a listener of Kafka that knows no login. */
async function startProxy(kafka: string): Promise<AsyncDisposable & { readonly bootstrap: string; output(): string }> {
  const child = spawn(process.execPath, [join(root, 'build/examples/proxy/main.js'), kafka], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line))
  await once(reader, 'line')
  const [, bootstrap = ''] = /^listening on (\S+)$/.exec(lines[0] ?? '') ?? []
  return {
    bootstrap,
    output: () => lines.join('\n'),
    [Symbol.asyncDispose]: async () => {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}

const count = 500

for (const kafka of theRing().brokers) {
  describe(`the proxy example in front of Kafka ${kafka.version}`, () => {
    for (const client of [...javaClients, ...nodeClients]) {
      test(`${client.name} ${client.version} logs in, produces and consumes in a group through it`, async () => {
        await using proxy = await startProxy(`localhost:${kafka.ports.PLAINTEXT}`)
        assert.notEqual(proxy.bootstrap, '')
        assert.deepEqual(await exchange(client, proxy.bootstrap, 'alice-secret'), { ok: true, consumed: count })
        assert.match(proxy.output(), /^User:alice logged in with SCRAM-SHA-256$/m)
      })
    }

    test('a wrong password is refused by the proxy, and nothing reaches Kafka', async () => {
      await using proxy = await startProxy(`localhost:${kafka.ports.PLAINTEXT}`)
      const [client] = nodeClients
      assert.ok(client)
      const answer = await exchange(client, proxy.bootstrap, 'wrong')
      assert.match(answer.ok ? 'logged in' : answer.error, /invalid credentials with SASL mechanism SCRAM-SHA-256/)
      assert.doesNotMatch(proxy.output(), /logged in/)
    })
  })
}

async function exchange(client: ForeignClient, bootstrap: string, password: string): Promise<Answer> {
  await using running = await client.start()
  return await running.exchange({
    bootstrap,
    mechanism: 'SCRAM-SHA-256',
    username: 'alice',
    password,
    token: '',
    expires: 0,
    extensions: {},
    topic: `proxy-${randomUUID()}`,
    group: `proxy-${randomUUID()}`,
    count,
  })
}
