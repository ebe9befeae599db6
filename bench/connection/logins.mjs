// Whole logins: dial, versions, handshake, token, close. The bare socket plays the same frames and looks at nothing.
import { pbkdf2 } from 'node:crypto'
import { connect as dial } from 'node:net'
import { scramSha256 } from 'ottla'
import { startBroker } from 'ottla/testing'
import { cpuPerRequest, measure } from '../harness.mjs'
import { bareLogin } from './bare.mjs'
import { kafkaJsLogin, platformaticLogin } from './rivals.mjs'

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.'
const atOnce = 10

/** What a connection writes, frame by frame, seen at a peer of its own. */
async function recorded(connect, port, sasl) {
  const frames = []
  const client = await connect({
    host: '127.0.0.1',
    port,
    sasl,
    dial: async () => {
      const socket = dial({ port, host: '127.0.0.1', noDelay: true })
      await new Promise((resolve) => socket.once('connect', resolve))
      const write = socket.write.bind(socket)
      socket.write = (bytes, ...rest) => {
        frames.push(Buffer.from(bytes))
        return write(bytes, ...rest)
      }
      return socket
    },
  })
  await client.close()
  return frames
}

const many = (work) => () => Promise.all(Array.from({ length: atOnce }, work))

export async function logins(port, { plain, oauthBearer, connect }) {
  const ours = async (sasl) => (await connect({ host: '127.0.0.1', port, sasl })).close()
  const asPlain = plain({ username: 'alice', password: 'alice-secret' })
  const asBearer = oauthBearer({ token, allowPlaintext: true })
  const plainFrames = await recorded(connect, port, asPlain)
  const bearerFrames = await recorded(connect, port, asBearer)
  const kafkaJsBearer = { mechanism: 'oauthbearer', oauthBearerProvider: async () => ({ value: token }) }
  const lines = [
    measure(`PLAIN login, ${atOnce} at once`, {
      'bare socket': many(() => bareLogin({ port, frames: plainFrames })),
      ottla: many(() => ours(asPlain)),
      platformatic: many(() =>
        platformaticLogin(port, { mechanism: 'PLAIN', username: 'alice', password: 'alice-secret' }),
      ),
      kafkajs: many(() => kafkaJsLogin(port, { mechanism: 'plain', username: 'alice', password: 'alice-secret' })),
    }),
    measure(`OAUTHBEARER login, ${atOnce} at once`, {
      'bare socket': many(() => bareLogin({ port, frames: bearerFrames })),
      ottla: many(() => ours(asBearer)),
      platformatic: many(() => platformaticLogin(port, { mechanism: 'OAUTHBEARER', token })),
      kafkajs: many(() => kafkaJsLogin(port, kafkaJsBearer)),
    }),
  ]
  const scram = await startBroker({ users: { alice: 'alice-secret' } })
  const asScram = scramSha256({ username: 'alice', password: 'alice-secret' })
  const derive = () => new Promise((resolve) => pbkdf2('alice-secret', 'salt', 4096, 32, 'sha256', resolve))
  const scramFrames = plainFrames.slice(0, -1)
  lines.push(
    measure('SCRAM-SHA-256 login after the first', {
      // Two tokens each way, and the key derived each time.
      'bare socket': async () => {
        await derive()
        await bareLogin({ port, frames: [...scramFrames, plainFrames.at(-1), plainFrames.at(-1)] })
      },
      ottla: async () => (await connect({ host: scram.host, port: scram.port, sasl: asScram })).close(),
    }),
  )
  // The same, as processor time of the client alone: what is left when the broker and the kernel take their share.
  const processorTime = async () => {
    const results = []
    for (const { title, contenders } of lines.slice(0, 2)) {
      const work = Object.fromEntries(contenders.map(([name, ten]) => [name, () => repeat(20, ten)]))
      results.push(await cpuPerRequest(`CPU, ${title}`, 20 * atOnce, work))
    }
    return results
  }
  return { lines, processorTime }
}

async function repeat(times, work) {
  for (let i = 0; i < times; i++) await work()
}
