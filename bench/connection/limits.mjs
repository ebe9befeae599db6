// What is not a speed: memory while a peer does not read, memory and timers of idle connections, the cost of an import.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { connect } from 'ottla'
import { importTimes } from '../import-time.mjs'
import { printFigures } from '../report.mjs'

export async function limits(port) {
  const ottla = alone('idle.mjs', port, 'ottla', 1000)
  const bare = alone('idle.mjs', port, 'bare', 1000)
  const both = (what) => ({ 'bare socket': bare[what], ottla: ottla[what] })
  const { most } = alone('unread.mjs')
  const [importTime] = importTimes(['ottla'])
  printFigures(
    [
      { title: 'heap of each of 1000 idle connections', unit: 'bytes', values: both('heap') },
      { title: 'resident memory of each of them', unit: 'bytes', values: both('rss') },
      { title: '150 MB to a broker that does not read', unit: 'bytes', values: { ottla: most }, limit: 64 * 2 ** 20 },
      { title: 'timers rung in 10 s by 100 idle', unit: 'count', values: { ottla: await idleTimers(port) }, limit: 0 },
      { title: 'import, over an empty program', unit: 'ms', values: { ottla: importTime }, limit: 30 },
    ],
    'Limits of a connection',
  )
}

/** Memory is measured in a process that does nothing else. */
function alone(file, ...rest) {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', path, ...rest.map(String)])
  if (status !== 0) throw new Error(`${file} failed: ${stderr}`)
  return JSON.parse(stdout)
}

async function idleTimers(port) {
  let rings = 0
  const real = { setTimeout, setInterval }
  // Before the connections make theirs.
  for (const name in real) {
    globalThis[name] = (work, ...rest) => real[name]((...args) => (rings++, work(...args)), ...rest)
  }
  const hundred = await Promise.all(Array.from({ length: 100 }, () => connect({ host: '127.0.0.1', port })))
  rings = 0
  await new Promise((resolve) => real.setTimeout(resolve, 10_000))
  Object.assign(globalThis, real)
  await Promise.all(hundred.map((connection) => connection.close()))
  return rings
}
