// What is not a speed: memory while a peer does not read, memory and timers of idle connections, the cost of an import.
import { performance } from 'node:perf_hooks'
import { spawnSync } from 'node:child_process'
import { Produce } from 'ottla/messages'

const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`
const used = () => {
  globalThis.gc?.()
  return process.memoryUsage().rss
}
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

export async function limits({ port, broker, connect }) {
  console.log('')
  await idle({ port, connect })
  await unread({ port, broker, connect })
  importTime()
}

async function unread({ port, broker, connect }) {
  const connection = await connect({ host: '127.0.0.1', port, requestTimeout: 3_000 })
  broker.send('stop reading')
  await wait(100)
  const before = used()
  const records = Buffer.alloc(100_000)
  const topicData = [{ name: 't', partitionData: [{ index: 0, records }] }]
  let refused = 0
  let most = 0
  const sent = []
  for (let i = 0; i < 1_500; i++) {
    sent.push(connection.send(Produce, { acks: 1, timeoutMs: 1, topicData }).catch(() => refused++))
    if (i % 50 === 0) {
      await wait(0)
      most = Math.max(most, process.memoryUsage().rss - before)
    }
  }
  console.log(`150 MB sent to a broker that does not read: ${megabytes(most)} more memory (limit 64 MiB)`)
  await connection.close()
  await Promise.all(sent)
  console.log(`  ${refused} of 1500 refused or failed, all settled`)
  broker.send('read')
}

async function idle({ port, connect }) {
  await wait(200)
  const before = used()
  const connections = await Promise.all(Array.from({ length: 1_000 }, () => connect({ host: '127.0.0.1', port })))
  await wait(500)
  console.log(`1000 idle connections: ${((used() - before) / 1024 / 1000).toFixed(1)} KiB each`)
  await Promise.all(connections.slice(100).map((connection) => connection.close()))
  const hundred = connections.slice(0, 100)
  let rings = 0
  const { setTimeout: real } = globalThis
  globalThis.setTimeout = (work, ...rest) => real((...args) => (rings++, work(...args)), ...rest)
  const loop = performance.eventLoopUtilization()
  await new Promise((resolve) => real(resolve, 10_000))
  globalThis.setTimeout = real
  const { active } = performance.eventLoopUtilization(loop)
  console.log(`100 idle connections for 10 s: ${rings} timer wake-ups, ${active.toFixed(1)} ms of work in all`)
  await Promise.all(hundred.map((connection) => connection.close()))
}

function importTime() {
  const time = (code) => {
    const samples = Array.from({ length: 9 }, () => {
      const begin = performance.now()
      spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: new URL('..', import.meta.url) })
      return performance.now() - begin
    })
    return samples.toSorted((a, b) => a - b)[4]
  }
  const empty = time('')
  const ottla = time("import 'ottla'")
  console.log(
    `import 'ottla': ${(ottla - empty).toFixed(1)} ms over an empty program (${empty.toFixed(0)} ms; limit 30 ms)`,
  )
}
