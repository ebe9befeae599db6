// A process of its own: what so many connections at rest cost. `node idle.mjs PORT ottla|bare COUNT`, prints JSON.
import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { connect } from 'ottla'

const [port, who, count] = process.argv.slice(2)

async function bare() {
  const socket = dial({ port, host: '127.0.0.1', noDelay: true })
  socket.on('data', () => {})
  await once(socket, 'connect')
  return { close: () => once(socket.destroy(), 'close') }
}

async function open(n) {
  const made = []
  for (let i = 0; i < n; i++) {
    made.push(await (who === 'bare' ? bare() : connect({ host: '127.0.0.1', port: Number(port) })))
  }
  return made
}

async function memory() {
  await wait(300)
  globalThis.gc()
  globalThis.gc()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, heap: heapUsed + external }
}

// What the first connections bring (code, tables, room in the heap) is not what one more costs.
await Promise.all((await open(100)).map((connection) => connection.close()))
const before = await memory()
const connections = await open(Number(count))
const after = await memory()
const each = (what) => (after[what] - before[what]) / count
console.log(JSON.stringify({ rss: each('rss'), heap: each('heap') }))
await Promise.all(connections.map((connection) => connection.close()))
