// Requests and logins over a real socket, against a bare socket that does the same, and against other clients.
// The peer is a process of its own (connection/broker.mjs). `npm run bench -- connection [WORDS of a line]`.
import { fork } from 'node:child_process'
import { connect } from 'ottla'
import { ApiVersions, Metadata } from 'ottla/messages'
import { bareClient } from './connection/bare.mjs'
import { logins } from './connection/logins.mjs'
import { limits } from './connection/limits.mjs'
import { everyCore, keepTo } from './cores.mjs'
import { kafkaJs, platformaticKafka } from './connection/rivals.mjs'
import { cpuPerRequest, measure, run } from './harness.mjs'
import { decodeApiVersions3, decodeMetadata12 } from './messages/reference.mjs'
import { print } from './report.mjs'

const broker = fork(new URL('connection/broker.mjs', import.meta.url))
const port = await new Promise((resolve) => broker.once('message', resolve))

/** Frames as Ottla makes them, seen on the wire. */
const frames = {
  apiVersions: Buffer.from(
    '00000020 0012 0005 00000001 0005 6f74746c61 00 06 6f74746c61 02 31 00 ffffffff 00'.replaceAll(' ', ''),
    'hex',
  ),
  metadata: Buffer.from('00000014 0003 000c 00000001 0005 6f74746c61 00 01 00 00 00'.replaceAll(' ', ''), 'hex'),
}
for (const frame of Object.values(frames)) frame.writeInt32BE(frame.length - 4)

/** `total` calls, `depth` at once, as a program makes them: each of `depth` loops awaits its answer. */
async function pipelined(send, total, depth) {
  let left = total
  const loop = async () => {
    while (left-- > 0) await send()
  }
  await Promise.all(Array.from({ length: depth }, loop))
}

const connection = await connect({ host: '127.0.0.1', port })
const rivals = { kafkajs: await kafkaJs(port), platformatic: await platformaticKafka(port) }
const requests = {
  apiVersions: () => connection.send(ApiVersions, { clientSoftwareName: 'ottla', clientSoftwareVersion: '1' }),
  metadata: () => connection.send(Metadata, { topics: [] }),
}
const bare = {
  apiVersions: [
    await bareClient({ port, frame: frames.apiVersions }),
    await bareClient({ port, frame: frames.apiVersions, decode: decodeApiVersions3 }),
  ],
  metadata: [
    await bareClient({ port, frame: frames.metadata }),
    await bareClient({ port, frame: frames.metadata, decode: decodeMetadata12, skip: 5 }),
  ],
}

function roundTrips(name, title, depth, total) {
  const [ready, decoding] = bare[name]
  return measure(`${title}, ${depth} in flight (${total})`, {
    'bare socket': () => ready.run(total, depth),
    'and decoder': () => decoding.run(total, depth),
    ottla: () => pipelined(requests[name], total, depth),
    platformatic: () => pipelined(rivals.platformatic[name], total, depth),
    kafkajs: () => pipelined(rivals.kafkajs[name], total, depth),
  })
}

// One connection in lock step, as cores.mjs tells.
keepTo(0, process.pid)
keepTo(1, broker.pid)
const lines = [
  roundTrips('apiVersions', 'ApiVersions', 1, 200),
  roundTrips('apiVersions', 'ApiVersions', 5, 500),
  roundTrips('apiVersions', 'ApiVersions', 50, 2000),
  roundTrips('metadata', 'Metadata v12', 50, 500),
]
const measured = await run(lines)
print(measured, 'Requests')
const all = process.argv.length === 2
const cpu = []
for (const [name, title, total] of [
  ['apiVersions', 'ApiVersions', 20_000],
  ['metadata', 'Metadata v12', 5_000],
].slice(all ? 0 : 2)) {
  cpu.push(
    await cpuPerRequest(`CPU per request, ${title}, 50 in flight`, total, {
      'and decoder': () => bare[name][1].run(total, 50),
      ottla: () => pipelined(requests[name], total, 50),
      platformatic: () => pipelined(rivals.platformatic[name], total, 50),
      kafkajs: () => pipelined(rivals.kafkajs[name], total, 50),
    }),
  )
}
print(cpu, 'Processor time of a request')
for (const { close } of [...Object.values(rivals), ...bare.apiVersions, ...bare.metadata]) close()
await connection.close()
for (const { pid } of [process, broker]) keepTo(everyCore, pid)
const { lines: loginLines, processorTime, exchanges } = await logins(port, broker)
// A login goes through so much code that V8 still compiles after a second of them, whoever's they are.
const measuredLogins = await run(loginLines, { warmUp: 2000, samples: 61 })
print(
  measuredLogins,
  'Logins',
  'The connections of platformatic ask for no versions: two questions, where the bare socket and the others ask three. With "+ versions" one is asked the third, too.',
)
if (all) {
  print(await processorTime(), 'Processor time of a login')
  await exchanges()
  await limits(port)
}
broker.disconnect()
