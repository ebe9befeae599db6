import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../vectors/main.js', import.meta.url))
const data = (name: string) => fileURLToPath(new URL(`../../../test/vectors/data/${name}`, import.meta.url))

function run(...files: readonly string[]): { status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, [main, ...files.map(data)], { encoding: 'utf8' })
  return { status, lines: stdout.trimEnd().split('\n') }
}

test('bytes that Kafka’s Java classes wrote, broken ones, and fields that a version lacks', () => {
  const { status, lines } = run('messages.jsonl.gz', 'malformed.jsonl.gz', 'unsupported.jsonl.gz', 'apis.json')
  assert.equal(status, 0, lines.join('\n'))
  const [, passed = '0'] = /^(\d+) passed, 0 failed, 0 skipped$/.exec(lines.at(-1) ?? '') ?? []
  assert.ok(Number(passed) > 1000, lines.at(-1))
})
