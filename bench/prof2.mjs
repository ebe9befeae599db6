import { fork } from 'node:child_process'
import { bareClient } from './connection/bare.mjs'
import { decodeApiVersions3, decodeMetadata12 } from './messages/reference.mjs'
const broker = fork(new URL('connection/broker.mjs', import.meta.url))
const port = await new Promise((resolve) => broker.once('message', resolve))
const frame = Buffer.from('0000001b 0012 0004 00000001 0005 6f74746c61 00 06 6f74746c61 02 31 00'.replaceAll(' ', ''), 'hex')
const mframe = Buffer.from('00000014 0003 000c 00000001 0005 6f74746c61 00 01 00 00 00'.replaceAll(' ', ''), 'hex')
frame.writeInt32BE(frame.length - 4); mframe.writeInt32BE(mframe.length - 4)
const which = process.argv[2] ?? 'a', total = +(process.argv[3] ?? 200000)
const client = which === 'a' ? await bareClient({ port, frame, decode: decodeApiVersions3 }) : await bareClient({ port, frame: mframe, decode: decodeMetadata12, skip: 5 })
await client.run(20000, 50)
for (let i = 0; i < 3; i++) {
const c = process.cpuUsage()
await client.run(total, 50)
const { user, system } = process.cpuUsage(c)
console.log(((user + system) / total * 1000).toFixed(0), 'ns CPU per request')
}
client.close()
broker.disconnect()
