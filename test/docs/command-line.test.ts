import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)
const page = readFileSync(new URL('docs/guide/command-line.md', root), 'utf8')
const help = execFileSync(process.execPath, [fileURLToPath(new URL('dist/cli/main.js', root)), '--help'], {
  encoding: 'utf8',
})
const commands = [...help.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = '']) => name)

test('the page has every command, and no other', () => {
  assert.ok(commands.length >= 7)
  const shown = [...page.matchAll(/^## ottla (\w+)$/gm)].map(([, name = '']) => name)
  assert.deepEqual(shown.sort(), commands.sort())
})

for (const section of page.split(/^## ottla /m).slice(1)) {
  const [name = ''] = section.split('\n')
  test(`ottla ${name} shows its own help`, () => {
    assert.ok(section.includes(`<<< ../.generated/help-${name}.txt{text}`))
  })
}
