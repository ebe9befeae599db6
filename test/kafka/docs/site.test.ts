import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '../harness/paths.js'
import { run, tail } from '../harness/processes.js'

// A browser is nothing that a check may ask for, but it can be had where Kafka can: that is why this test is here.
const tools = join(root, 'docs/tools')
const timeout = 600_000

/** Runs one of the site's tools. */
async function tool(name: string): Promise<string> {
  const { code, stdout, stderr } = await run(process.execPath, [join(tools, name)], { cwd: root, timeout })
  assert.equal(code, 0, tail(stdout + stderr, 60))
  return stdout
}

test('a browser finds every page, link and anchor of the site, and has nothing to complain of', async () => {
  await tool('build.js')
  const [, pages = '', links = ''] = /^(\d+) pages and (\d+) links looked at/m.exec(await tool('look.js')) ?? []
  assert.ok(Number(pages) >= 20, `${pages} pages`)
  assert.ok(Number(links) >= 500, `${links} links`)
})
