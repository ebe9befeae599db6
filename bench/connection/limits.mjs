// What is not a speed: memory while a peer does not read, memory and timers of idle connections, the cost of an import.
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { connect } from 'ottla'

export async function limits(port) {
  console.log('')
  idleMemory(port)
  await idleTimers(port)
  console.log(alone('unread.mjs').trimEnd())
  importTime()
}

/** Memory is measured in a process that does nothing else. */
function alone(file, ...rest) {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', path, ...rest.map(String)])
  if (status !== 0) throw new Error(`${file} failed: ${stderr}`)
  return String(stdout)
}

function idleMemory(port) {
  const measured = (who) => {
    const { heap, rss } = JSON.parse(alone('idle.mjs', port, who, 1000))
    return `${(heap / 1024).toFixed(1)} KiB of heap, ${(rss / 1024).toFixed(1)} KiB resident`
  }
  console.log(`each of 1000 idle connections: ${measured('ottla')}; of bare sockets: ${measured('bare')}`)
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
  const loop = performance.eventLoopUtilization()
  await new Promise((resolve) => real.setTimeout(resolve, 10_000))
  const { active } = performance.eventLoopUtilization(loop)
  Object.assign(globalThis, real)
  console.log(`100 idle connections for 10 s: ${rings} timer wake-ups, ${active.toFixed(1)} ms of work in all`)
  await Promise.all(hundred.map((connection) => connection.close()))
}

function importTime() {
  const time = (code) => {
    const begin = performance.now()
    spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: new URL('..', import.meta.url) })
    return performance.now() - begin
  }
  const programs = { empty: '', ottla: "import 'ottla'" }
  const samples = { empty: [], ottla: [] }
  for (let i = 0; i < 21; i++) for (const name in programs) samples[name].push(time(programs[name]))
  const median = (name) => samples[name].toSorted((a, b) => a - b)[10]
  const over = (median('ottla') - median('empty')).toFixed(1)
  console.log(`import 'ottla': ${over} ms over an empty program (${median('empty').toFixed(0)} ms; limit 30 ms)`)
}
