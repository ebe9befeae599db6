// A process of its own: memory while 150 MB are sent to a broker that does not read. Prints JSON.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { connect } from 'ottla'
import { Produce } from 'ottla/messages'

const broker = fork(new URL('broker.mjs', import.meta.url))
const [port] = await once(broker, 'message')
const connection = await connect({ host: '127.0.0.1', port, requestTimeout: 3_000 })
broker.send('stop reading')
await wait(100)
const records = Buffer.alloc(100_000)
const topicData = [{ name: 't', partitionData: [{ index: 0, records }] }]
globalThis.gc()
const before = process.memoryUsage().rss
let most = 0
const sent = []
for (let i = 0; i < 1_500; i++) {
  sent.push(connection.send(Produce, { acks: 1, timeoutMs: 1, topicData }).catch(() => 'refused'))
  if (i % 50 === 0) {
    await wait(0)
    most = Math.max(most, process.memoryUsage().rss - before)
  }
}
await connection.close()
await Promise.all(sent)
console.log(JSON.stringify({ most }))
broker.disconnect()
