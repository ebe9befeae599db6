// Whole logins: dial, versions, handshake, tokens, close. The bare socket plays the same frames and looks at nothing.
import { pbkdf2 } from 'node:crypto'
import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { connect, oauthBearer, plain, scramSha256 } from 'ottla'
import { apis } from 'ottla/messages'
import { cpuPerRequest, measure } from '../harness.mjs'
import { bareLogin } from './bare.mjs'
import { kafkaJsLogin, platformaticLogin } from './rivals.mjs'

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.'
const alice = { username: 'alice', password: 'alice-secret' }
const atOnce = 10

/** What a connection writes, frame by frame, seen at a peer of its own. */
async function recorded(port, sasl) {
  const frames = []
  const client = await connect({
    host: '127.0.0.1',
    port,
    sasl,
    dial: async () => {
      const socket = dial({ port, host: '127.0.0.1', noDelay: true })
      await once(socket, 'connect')
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

/** @returns each login once, by mechanism and contender; the first is the one that the others are compared with */
async function contenders(port) {
  const ours = async (sasl) => (await connect({ host: '127.0.0.1', port, sasl })).close()
  const asPlain = plain(alice)
  const asBearer = oauthBearer({ token, allowPlaintext: true })
  const plainFrames = await recorded(port, asPlain)
  const bearerFrames = await recorded(port, asBearer)
  const platformaticPlain = { mechanism: 'PLAIN', ...alice }
  const platformaticBearer = { mechanism: 'OAUTHBEARER', token }
  const kafkaJsBearer = { mechanism: 'oauthbearer', oauthBearerProvider: async () => ({ value: token }) }
  return {
    PLAIN: {
      'bare socket': () => bareLogin({ port, frames: plainFrames }),
      ottla: () => ours(asPlain),
      platformatic: () => platformaticLogin(port, platformaticPlain),
      'platformatic + versions': () => platformaticLogin(port, platformaticPlain, { versions: true }),
      kafkajs: () => kafkaJsLogin(port, { mechanism: 'plain', ...alice }),
    },
    OAUTHBEARER: {
      'bare socket': () => bareLogin({ port, frames: bearerFrames }),
      ottla: () => ours(asBearer),
      platformatic: () => platformaticLogin(port, platformaticBearer),
      'platformatic + versions': () => platformaticLogin(port, platformaticBearer, { versions: true }),
      kafkajs: () => kafkaJsLogin(port, kafkaJsBearer),
    },
  }
}

/** Two tokens each way; the bare socket derives the key each time, and computes nothing else. */
async function scramLines(port) {
  const asScram = scramSha256(alice)
  const frames = await recorded(port, asScram)
  const derive = () => new Promise((resolve) => pbkdf2('alice-secret', 'salt', 4096, 32, 'sha256', resolve))
  const bare = async () => {
    await derive()
    await bareLogin({ port, frames })
  }
  const ottla = async () => (await connect({ host: '127.0.0.1', port, sasl: asScram })).close()
  const title = 'SCRAM-SHA-256 login after the first'
  return [
    measure(`${title}, ${atOnce} at once`, { 'bare socket': many(bare), ottla: many(ottla) }),
    measure(`${title}, one by one`, { 'bare socket': bare, ottla }),
  ]
}

export async function logins(port, broker) {
  const each = await contenders(port)
  const lines = Object.entries(each).map(([mechanism, logins]) =>
    measure(
      `${mechanism} login, ${atOnce} at once`,
      Object.fromEntries(Object.entries(logins).map(([name, login]) => [name, many(login)])),
    ),
  )
  lines.push(...(await scramLines(port)))
  // The same, as processor time of the client alone: what is left when the broker and the kernel take their share.
  const processorTime = async () => {
    const results = []
    for (const { title, contenders } of lines.slice(0, 2)) {
      const work = Object.fromEntries(contenders.map(([name, ten]) => [name, () => repeat(20, ten)]))
      results.push(await cpuPerRequest(`CPU, ${title}`, 20 * atOnce, work))
    }
    return results
  }
  return { lines, processorTime, exchanges: () => exchanges(each.PLAIN, broker) }
}

/** Not all do the same for a login: what the broker sees of one. */
async function exchanges(logins, broker) {
  const nameOf = new Map(apis.map(({ key, name }) => [key, name]))
  console.log('\nOne PLAIN login, as the broker sees it:')
  for (const [name, login] of Object.entries(logins)) {
    broker.send('listen')
    await login()
    broker.send('tell')
    const [asked] = await once(broker, 'message')
    console.log(`  ${name}: ${asked.map(([key, version]) => `${nameOf.get(key)} v${version}`).join(', ')}`)
  }
}

async function repeat(times, work) {
  for (let i = 0; i < times; i++) await work()
}
