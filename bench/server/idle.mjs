// Connections that only stay open, and what they cost the server's process: from this process to one of its own.
import { connect } from 'node:net'
import { login, metadata } from './load.mjs'
import { ask, start } from './servers.mjs'

const CONNECTIONS = 8000

const open = (at) =>
  new Promise((resolve, reject) => {
    const socket = connect(at)
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })

export async function idle() {
  console.log(`\n${CONNECTIONS} idle connections, what they cost the server’s process, each`)
  for (const name of ['bare constants', 'ottla PLAIN', 'ottla route']) {
    const at = await start(name)
    const before = await ask(at, 'memory')
    const sockets = []
    const begin = performance.now()
    while (sockets.length < CONNECTIONS) {
      sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => open({ host: at.host, port: at.port })))))
    }
    const opened = performance.now() - begin
    const after = await ask(at, 'memory')
    const each = (what) => `${((after[what] - before[what]) / 1024 / CONNECTIONS).toFixed(1)} KiB`
    const closed = sockets.filter((socket) => socket.destroyed || socket.readableEnded).length
    const cells = [`resident ${each('rss')}`, `heap ${each('heapUsed')}`, `beside the heap ${each('external')}`]
    console.log(`  ${name}: ${cells.join(', ')}; opened in ${(opened / 1000).toFixed(1)} s, ${closed} closed`)
    if (name === 'ottla route') {
      const begin = performance.now()
      await login(at, [metadata])
      console.log(`  and one more connection is answered in ${(performance.now() - begin).toFixed(1)} ms`)
    }
    for (const socket of sockets) socket.destroy()
  }
}
