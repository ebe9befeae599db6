import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

/** Listens, and from then on does nothing at all: a thread that sleeps accepts nobody. */
const sleeper = `
const { createServer } = require('node:net')
const { parentPort, workerData } = require('node:worker_threads')
const server = createServer()
server.listen({ host: workerData.host, port: workerData.port, backlog: 1 }, () => {
  parentPort.postMessage('listening')
  Atomics.wait(workerData.asleep, 0, 0)
  server.close()
})
`

/**
 * An address of this machine where nobody answers, as behind a firewall: its listener accepts nobody, and the line of those
 * who wait to be accepted is full.
 */
export async function startSilentAddress(host: string, port: number): Promise<AsyncDisposable> {
  const asleep = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(sleeper, { eval: true, workerData: { host, port, asleep } })
  await once(worker, 'message')
  const waiting: Socket[] = []
  const join = async (): Promise<void> => {
    const socket = connect({ host, port })
    waiting.push(socket.on('error', () => undefined))
    await once(socket, 'connect')
  }
  // A backlog of 1 holds two.
  await Promise.all([join(), join()])
  return {
    async [Symbol.asyncDispose]() {
      for (const socket of waiting) socket.destroy()
      Atomics.store(asleep, 0, 1)
      Atomics.notify(asleep, 0)
      await once(worker, 'exit')
    },
  }
}
