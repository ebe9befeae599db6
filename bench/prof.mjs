import { fork } from 'node:child_process'
import { connect } from 'ottla'
import { ApiVersions, Metadata } from 'ottla/messages'
const broker = fork(new URL('connection/broker.mjs', import.meta.url))
const port = await new Promise((resolve) => broker.once('message', resolve))
const connection = await connect({ host: '127.0.0.1', port })
const which = process.argv[2] ?? 'a', total = +(process.argv[3] ?? 200000)
const send = which === 'a' ? () => connection.send(ApiVersions, { clientSoftwareName: 'ottla', clientSoftwareVersion: '1' }) : () => connection.send(Metadata, { topics: [] })
async function pipelined(total, depth) {
  let left = total
  const loop = async () => { while (left-- > 0) await send() }
  await Promise.all(Array.from({ length: depth }, loop))
}
await pipelined(20000, 50)
for (let i = 0; i < 3; i++) {
const c = process.cpuUsage()
await pipelined(total, 50)
const { user, system } = process.cpuUsage(c)
console.log(((user + system) / total * 1000).toFixed(0), 'ns CPU per request')
}
await connection.close()
broker.disconnect()
