// The load: ready-made bytes over bare sockets, as little work as a client can do, so that the server is what is measured.
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { connect } from 'node:net'

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

export const metadata = request(3, 1, int32(0))
export const plain = (user, password) => [handshake('PLAIN'), authenticate(`\0${user}\0${password}`)]
export const oauth = (jwt) => [handshake('OAUTHBEARER'), authenticate(`n,,\x01auth=Bearer ${jwt}\x01\x01`)]

const salted = new Map()
function saltedPassword(password, salt) {
  const key = `${password} ${salt}`
  if (!salted.has(key)) salted.set(key, pbkdf2Sync(password, Buffer.from(salt, 'base64'), 4096, 32, 'sha256'))
  return salted.get(key)
}

/** SCRAM-SHA-256. Passwords are stretched once: a client that guesses would not do more, and the time is not the server's. */
export function scram(user, password) {
  const bare = `n=${user},r=benchnonce`
  const final = (answer) => {
    const text = answer.latin1Slice()
    const first = text.slice(text.indexOf('r='), text.indexOf('i=4096') + 6)
    const field = (name) => new RegExp(`${name}=([^,]*)`).exec(first)?.[1] ?? ''
    const clientKey = createHmac('sha256', saltedPassword(password, field('s')))
      .update('Client Key')
      .digest()
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

// What comes in is looked at once, if at all, before the next read: all connections share the memory.
const buffer = Buffer.allocUnsafeSlow(65_536)

/**
 * Sends each request when the one before it is answered; a later one may be made of the answer. Answers fit one packet.
 *
 * @param seeLast is shown the last answer.
 * @param reset ends the connection by a reset: the kernel keeps a port for a minute after any other end, and with more than
 * 20,000 of them in that minute it spends its time on looking for a free one.
 */
export function login({ host, port }, requests, { seeLast, reset = false } = {}) {
  return new Promise((resolve, reject) => {
    let next = 1
    const callback = (length) => {
      if (next === requests.length) {
        seeLast?.(buffer.subarray(0, length))
        if (reset) socket.resetAndDestroy()
        else socket.destroy()
        resolve()
      } else {
        const step = requests[next++]
        socket.write(typeof step === 'function' ? step(buffer.subarray(0, length)) : step)
      }
      return true
    }
    const socket = connect({ host, port, noDelay: true, onread: { buffer, callback } })
    socket.on('error', reject)
    socket.on('end', () => reject(new Error(`port ${port} hung up on request ${next} of a login`)))
    socket.write(requests[0])
  })
}

/** Makes sure that the server lets such a login in: the load itself looks at no answer. */
export async function mustSucceed(at, requests) {
  let answer = Buffer.alloc(0)
  const seeLast = (bytes) => {
    answer = Buffer.from(bytes)
  }
  await login(at, requests, { seeLast })
  // a bad token of OAUTHBEARER is first answered without an error code, but with a text
  if (answer.readInt16BE(8) !== 0 || answer.includes('"status"')) {
    throw new Error(`port ${at.port} refuses the login: ${answer.latin1Slice(10)}`)
  }
}

/** A batch of the given logins, so many at a time: enough of them that the server never waits for the load. */
export const logins =
  (at, each, { width = 64, reset = false } = {}) =>
  async () => {
    let next = 0
    const worker = async () => {
      while (next < each.length) await login(at, each[next++], { reset })
    }
    await Promise.all(Array.from({ length: width }, worker))
  }

/** A batch of requests over one connection, 50 of them in flight. */
export async function pipeline({ host, port }, frame, { answerSize, count }) {
  const socket = connect({ host, port, noDelay: true })
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
        if (answered >= count) {
          socket.off('data', onData)
          resolve()
          return
        }
        const more = Math.min(answers, count - sent)
        sent += more
        if (more > 0) socket.write(more === 50 ? inFlight : inFlight.subarray(0, more * frame.length))
      }
      socket.on('data', onData)
      socket.write(inFlight)
    })
}
