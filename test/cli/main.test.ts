import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { askHidden } from '#src/cli/prompt.js'
import type { ChildProcessByStdio } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import type { ReadStream } from 'node:tty'

const root = new URL('../../../', import.meta.url)

/** The command as npm would start it. */
function start(
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const main = new URL('dist/cli/main.js', root).pathname
  return spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
}

function exit(child: ReturnType<typeof start>): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.on('close', resolve))
}

test('the program prints its version, and passes the exit code on', async () => {
  const child = start(['--version'])
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
  assert.equal(await text(child.stdout), `${version}\n`)
  assert.equal(await exit(start(['nothing'])), 2)
})

test('colour needs a terminal, or to be asked for; NO_COLOR forbids it', async () => {
  const colours = async (env: Record<string, string>): Promise<boolean> => {
    const child = start(['--help'], { NO_COLOR: '', FORCE_COLOR: '0', ...env })
    return (await text(child.stdout)).includes('\x1b[')
  }
  assert.equal(await colours({}), false)
  assert.equal(await colours({ FORCE_COLOR: '1' }), true)
  assert.equal(await colours({ FORCE_COLOR: '1', NO_COLOR: '1' }), false)
})

test('Ctrl-C stops the doctor in the middle of a step that would last', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = start(['doctor', `127.0.0.1:${port}`, '--timeout', '10m'], { FORCE_COLOR: '0' })
    let shown = ''
    for await (const chunk of child.stdout) {
      shown += String(chunk)
      if (shown.includes('✓ tcp')) child.kill(signal)
    }
    assert.equal(await exit(child), 130)
    assert.doesNotMatch(shown, /\x1b|protocol/)
  }
  silent.close()
})

test('a reader that goes away early is no fault', async () => {
  const child = start(['connect', '--help'])
  child.stdout.destroy()
  assert.equal(await exit(child), 0)
})

/** A terminal's input, as far as the prompt needs it. */
class FakeInput extends PassThrough {
  readonly raw: boolean[] = []
  setRawMode(raw: boolean): this {
    this.raw.push(raw)
    return this
  }
}

/** What the prompt makes of keys, and what it wrote meanwhile. */
async function ask(keys: string): Promise<{ answer: string | Error; shown: string; input: FakeInput }> {
  const input = new FakeInput()
  let shown = ''
  const output = { write: (part: string) => (shown += part) }
  const answer = askHidden(input as unknown as ReadStream, 'password: ', output).catch((error: Error) => error)
  for (const key of keys) input.write(key)
  return { answer: await answer, shown, input }
}

test('a secret is typed unseen', async () => {
  for (const [keys, answer] of [
    ['geheim\r', 'geheim'],
    ['pässwörd\n', 'pässwörd'],
    ['wrong\x7f\x7f\x7f\x7f\x7fright\r', 'right'],
    ['wrong\x15right\r', 'right'],
    ['a\tb\x1b\r', 'ab'],
    ['\r', ''],
  ] as const) {
    const asked = await ask(keys)
    assert.equal(asked.answer, answer)
    assert.equal(asked.shown, 'password: \n')
    assert.deepEqual(asked.input.raw, [true, false])
    assert.equal(asked.input.listenerCount('data'), 0)
  }
})

test('Ctrl-C at a prompt ends it', async () => {
  const asked = await ask('half\x03')
  assert.ok(asked.answer instanceof Error)
  assert.equal(asked.answer.name, 'AbortError')
  assert.deepEqual(asked.input.raw, [true, false])
})
