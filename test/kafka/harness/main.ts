import { setMaxListeners } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run as runTests } from 'node:test'
import { finished } from 'node:stream/promises'
import { root } from './paths.js'
import { report } from './report.js'
import { ringVariable } from './ring.js'
import { startRing } from './start.js'

const interrupted = new AbortController()
// every test file listens to it
setMaxListeners(0, interrupted.signal)

/** Starts what the tests need, runs those whose path has all `words` in it, and ends this process. */
async function main(words: readonly string[]): Promise<number> {
  const files = await testFiles(words)
  if (files.length === 0) throw new Error('no test file matches')
  const started = performance.now()
  const ring = await startRing(say)
  const description = join(ring.folder, 'ring.json')
  await writeFile(description, JSON.stringify(ring))
  process.env[ringVariable] = description
  say(`ready after ${seconds(started)}`)
  return await runAll(files)
}

/** Its clients are compiled from C++ for many minutes on the first run: only for those who ask for it by name. */
const onlyIfNamed = 'rdkafka'

async function testFiles(words: readonly string[]): Promise<readonly string[]> {
  const folder = join(root, 'build/test/kafka')
  const names = await readdir(folder, { recursive: true })
  const found = names.filter((name) => name.endsWith('.test.js') && words.every((word) => name.includes(word)))
  const chosen = words.includes(onlyIfNamed) ? found : found.filter((name) => !name.includes(onlyIfNamed))
  if (chosen.length < found.length) say(`left out, since it compiles for minutes: npm run test:kafka -- ${onlyIfNamed}`)
  return chosen.sort().map((name) => join(folder, name))
}

async function runAll(files: readonly string[]): Promise<number> {
  const started = performance.now()
  const stream = runTests({ files: [...files], concurrency: 2, signal: interrupted.signal })
  const counts = report(stream, say)
  await finished(stream.resume())
  say(`\ntests took ${seconds(started)}\n${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

function say(text: string): void {
  console.log(text)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    interrupted.abort()
    process.exit(130)
  })
}
try {
  process.exit(await main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
