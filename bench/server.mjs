// The server against bare sockets that answer with constants. Each server is a process of its own; the load is raw bytes.
// KAFKA=host:port of a listener with PLAIN (alice/alice-secret) adds a real broker to the line of PLAIN logins.
import { fork } from 'node:child_process'
import { generateKeyPairSync, pbkdf2Sync, createHash, createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { SignJWT, exportJWK } from 'jose'
import { measure, print, run } from './harness.mjs'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }] })
const jwt = await new SignJWT({ scope: 'a b' })
  .setProtectedHeader({ alg: 'RS256', kid: 'k' })
  .setIssuer('https://issuer.bench')
  .setAudience('kafka')
  .setSubject('alice')
  .setIssuedAt()
  .setExpirationTime('1h')
  .sign(privateKey)

const children = []
async function start(name) {
  const child = fork(new URL('server/contender.mjs', import.meta.url), [name, jwks])
  children.push(child)
  return await new Promise((resolve) => child.once('message', (port) => resolve({ host: '127.0.0.1', port, child })))
}

const int16 = (value) => Buffer.from([value >> 8, value & 0xff])
const int32 = (value) => Buffer.from([value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff])
const framed = (...parts) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([int32(body.length), body])
}
const request = (key, version, ...body) =>
  framed(int16(key), int16(version), int32(1), int16(5), Buffer.from('bench'), ...body)
const handshake = (mechanism) => request(17, 1, int16(mechanism.length), Buffer.from(mechanism))
const authenticate = (token) => request(36, 1, int32(token.length), Buffer.from(token))

/** Sends each request when the one before it is answered; a later one may be made of the answer. */
function login(at, requests) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: at.host, port: at.port, noDelay: true })
    let next = 0
    let rest = Buffer.alloc(0)
    socket.on('error', reject)
    socket.write(requests[next++])
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      if (rest.length < 4 || rest.length < 4 + rest.readInt32BE(0)) return
      const answer = rest
      rest = Buffer.alloc(0)
      if (next === requests.length) {
        socket.destroy()
        resolve(answer)
      } else {
        const step = requests[next++]
        socket.write(typeof step === 'function' ? step(answer) : step)
      }
    })
  })
}

/** A batch of logins, so many at a time. */
const logins =
  (at, requests, count = 64, width = 16) =>
  async () => {
    let left = count
    const worker = async () => {
      while (left-- > 0) await login(at, requests)
    }
    await Promise.all(Array.from({ length: width }, worker))
  }

/** 2000 requests over one connection, 50 of them in flight. */
async function pipeline(at, frame, answerSize) {
  const socket = connect({ host: at.host, port: at.port, noDelay: true })
  await new Promise((resolve) => socket.once('connect', resolve))
  const inFlight = Buffer.concat(Array.from({ length: 50 }, () => frame))
  return () =>
    new Promise((resolve) => {
      let [sent, answered, bytes] = [50, 0, 0]
      const onData = (chunk) => {
        bytes += chunk.length
        const answers = Math.floor(bytes / answerSize)
        bytes -= answers * answerSize
        answered += answers
        if (answered >= 2000) {
          socket.off('data', onData)
          resolve()
          return
        }
        const more = Math.min(answers, 2000 - sent)
        sent += more
        if (more > 0) socket.write(more === 50 ? inFlight : inFlight.subarray(0, more * frame.length))
      }
      socket.on('data', onData)
      socket.write(inFlight)
    })
}

const plain = [handshake('PLAIN'), authenticate('\0alice\0alice-secret')]
const oauth = [handshake('OAUTHBEARER'), authenticate(`n,,\x01auth=Bearer ${jwt}\x01\x01`)]
const metadata = request(3, 1, int32(0))

/** Contenders of one line: each server, and the work against it. */
async function contenders(work, names) {
  const servers = {}
  for (const [shown, name] of Object.entries(names)) {
    const at = await start(name)
    servers[shown] = { at, work: await work(at, shown) }
  }
  return servers
}

const cpuLines = [
  {
    title: '64 PLAIN logins',
    units: 64,
    servers: await contenders((at) => logins(at, plain), { 'bare socket': 'bare constants', ottla: 'ottla PLAIN' }),
  },
  {
    title: '64 OAUTHBEARER logins, each token verified',
    units: 64,
    servers: await contenders((at) => logins(at, oauth), {
      'bare socket': 'bare jose',
      ottla: 'ottla OAUTHBEARER',
      'ottla, token cache': 'ottla OAUTHBEARER, cache',
    }),
  },
  {
    title: '2000 requests through a route, 50 in flight',
    units: 2000,
    // An echo gives back what it got; an answer has a correlation id, no brokers, controller -1 and no topics.
    servers: await contenders((at, shown) => pipeline(at, metadata, shown === 'ottla' ? 20 : metadata.length), {
      'bare socket': 'bare echo',
      ottla: 'ottla route',
    }),
  },
]
const lines = cpuLines.map(({ title, servers }) =>
  measure(title, Object.fromEntries(Object.entries(servers).map(([name, { work }]) => [name, work]))),
)
if (process.env.KAFKA) {
  const [host, port] = process.env.KAFKA.split(':')
  lines[0].contenders.push(['kafka', logins({ host, port: Number(port) }, plain)])
}
print(await run(lines))

/** Microseconds of CPU that a server's process has used. */
const used = ({ child }) =>
  new Promise((resolve) => {
    child.once('message', ({ user, system }) => resolve(user + system))
    child.send('cpu')
  })

/** What a server's process itself spends: tells the same on a machine that others use, too. */
async function cpu(title, units, contenders) {
  const spent = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let round = 0; round < 15; round++) {
    for (const [name, { at, work }] of Object.entries(contenders)) {
      const before = await used(at)
      for (let i = 0; i < 5; i++) await work()
      if (round > 2) spent[name].push((await used(at)) - before)
    }
  }
  const medians = Object.entries(spent).map(([name, times]) => [
    name,
    times.toSorted((a, b) => a - b)[times.length >> 1],
  ])
  const cells = medians.map(
    ([name, time]) => `${name} ${(time / 5 / units).toFixed(2)} µs (${(medians[0][1] / time).toFixed(2)}×)`,
  )
  console.log(`  ${title}: ${cells.join(', ')}`)
}

console.log('\nCPU time of the server’s process alone')
for (const { title, units, servers } of cpuLines) await cpu(title, units, servers)

/** How long each of two kinds of failed logins takes, interleaved: medians, and how far apart the kinds are. */
async function compare(at, kinds) {
  const samples = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]))
  for (let round = 0; round < 600; round++) {
    // Each kind is first every other time.
    const turns = Object.entries(kinds)
    for (const [name, requests] of round % 2 ? turns : turns.toReversed()) {
      const begin = performance.now()
      await login(at, requests)
      if (round >= 100) samples[name].push(performance.now() - begin)
    }
  }
  const sorted = Object.entries(samples).map(([name, times]) => ({ name, times: times.toSorted((a, b) => a - b) }))
  for (const { name, times } of sorted) {
    const quantiles = [0.1, 0.5, 0.9].map((q) => `${(times[Math.floor(times.length * q)] * 1000).toFixed(0)} µs`)
    console.log(`  ${name.padEnd(14)} 10 % ${quantiles[0]}, median ${quantiles[1]}, 90 % ${quantiles[2]}`)
  }
  const [a, b] = sorted
  // The chance that a login of the one kind takes longer than one of the other: 0.5 is no difference (Mann-Whitney).
  let longer = 0
  for (const one of a.times) for (const two of b.times) longer += one > two ? 1 : one === two ? 0.5 : 0
  console.log(`  P(${a.name} takes longer) = ${(longer / (a.times.length * b.times.length)).toFixed(3)}`)
}

function scram(user, password) {
  const bare = `n=${user},r=benchnonce`
  const final = (answer) => {
    const text = answer.latin1Slice()
    const first = text.slice(text.indexOf('r='), text.indexOf('i=4096') + 6)
    const field = (name) => new RegExp(`${name}=([^,]*)`).exec(first)?.[1] ?? ''
    const salted = pbkdf2Sync(password, Buffer.from(field('s'), 'base64'), 4096, 32, 'sha256')
    const clientKey = createHmac('sha256', salted).update('Client Key').digest()
    const without = `c=biws,r=${field('r')}`
    const signature = createHmac('sha256', createHash('sha256').update(clientKey).digest())
      .update(`${bare},${first},${without}`)
      .digest()
    return authenticate(
      `${without},p=${Buffer.from(clientKey.map((byte, i) => byte ^ signature[i])).toString('base64')}`,
    )
  }
  return [handshake('SCRAM-SHA-256'), authenticate(`n,,${bare}`), final]
}

if (process.argv.length === 2 || process.argv.includes('timing')) {
  console.log(
    '\nWhat the time of a refusal tells (SCRAM, phantom challenges, no failure delay): known and unknown user, wrong password',
  )
  await compare(await start('ottla SCRAM'), {
    'known user': scram('alice', 'wrong'),
    'unknown user': scram('nobody', 'wrong'),
  })
}
for (const child of children) child.disconnect()
process.exit(0)
