import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

const root = new URL('../../../', import.meta.url)

/** Programs: the files at the top, and `main.ts` of each folder; `npm run check` runs those with packages of their own. */
const programs = readdirSync(new URL('examples', root), { withFileTypes: true })
  .map((entry) => (entry.isDirectory() ? `${entry.name}/main.ts` : entry.name))
  .filter((name) => name.endsWith('.ts') && existsSync(new URL(`examples/${name}`, root)))
  .filter((name) => !existsSync(new URL(`examples/${name.replace(/[^/]*$/, 'package.json')}`, root)))

/** What an example says that it prints, at its end. */
function announced(source: string): string | undefined {
  const comment = /^\/\/ Prints:\n((?:\/\/.*\n)+)$/m.exec(source)?.[1]
  return comment?.replace(/^\/\/ ?/gm, '')
}

test('there are examples', () => {
  assert.ok(programs.length >= 8)
})

for (const name of programs) {
  test(`examples/${name} does what it says`, async () => {
    const script = new URL(`build/examples/${name.replace(/\.ts$/, '.js')}`, root)
    // Without the variable a test runner of the example would report to this one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const child = spawn(process.execPath, [script.pathname], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      timeout: 20_000,
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
    assert.equal(await ended, 0, `${output}${errors}`)
    assert.equal(errors, '')
    const wanted = announced(readFileSync(new URL(`examples/${name}`, root), 'utf8'))
    if (wanted === undefined) assert.match(output, /^(# |ℹ )pass [1-9]/m)
    else assert.equal(output, wanted)
  })
}
