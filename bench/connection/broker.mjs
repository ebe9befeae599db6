// A peer that answers as fast as it can, in a process of its own: whole answers made once, only the correlation ids differ.
import { createHmac, pbkdf2Sync } from 'node:crypto'
import { createServer } from 'node:net'
import { ApiVersions, Metadata, SaslAuthenticate, SaslHandshake, Writer, apis } from 'ottla/messages'
import { metadata } from '../messages/samples.mjs'

const spoken = [0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 36, 37, 42]
const apiKeys = apis
  .filter(({ key }) => spoken.includes(key))
  .map(({ key, minVersion, maxVersion }) => ({
    apiKey: key,
    minVersion,
    maxVersion: key === 3 ? 12 : maxVersion,
  }))
const bodies = {
  3: [Metadata, { ...metadata(5, 20), throttleTimeMs: 0 }],
  17: [SaslHandshake, { errorCode: 0, mechanisms: ['PLAIN', 'OAUTHBEARER', 'SCRAM-SHA-256'] }],
  18: [ApiVersions, { ...ApiVersions.response.defaults(), apiKeys }],
  36: [SaslAuthenticate, SaslAuthenticate.response.defaults()],
}
const made = new Map()

function answerTo(key, version) {
  if (!bodies[key]) return undefined
  const name = key * 256 + version
  let answer = made.get(name)
  if (!answer) made.set(name, (answer = frameOf(...bodies[key], version)))
  return answer
}

function frameOf(api, body, version) {
  const writer = new Writer()
  const begin = writer.beginFrame()
  writer.int32(0)
  if (api !== ApiVersions && api.flexibleSince !== null && version >= api.flexibleSince) writer.varint(0)
  api.response.encode(writer, version, { ...api.response.defaults(), ...body })
  writer.endFrame(begin)
  return Buffer.from(writer.finish())
}

const hmac = (key, text) => createHmac('sha256', key).update(text).digest()
const saltedPassword = pbkdf2Sync('alice-secret', 'salt', 4096, 32, 'sha256')
const serverKey = hmac(saltedPassword, 'Server Key')
const serverFirsts = new Map()

/** SCRAM-SHA-256 as far as a client can tell: the proof is not looked at. Undefined: the frame is of another mechanism. */
function scramAnswer(frame, version) {
  const text = frame.toString('latin1')
  const first = /n,,(n=[^,]*,r=([!-+\--~]+))/.exec(text)
  const last = /(c=biws,r=([!-+\--~]+)),p=/.exec(text)
  if (first) {
    const nonce = `${first[2]}broker`
    const serverFirst = `r=${nonce},s=${Buffer.from('salt').toString('base64')},i=4096`
    serverFirsts.set(nonce, `${first[1]},${serverFirst}`)
    return frameOf(SaslAuthenticate, { authBytes: Buffer.from(serverFirst) }, version)
  }
  if (!last) return undefined
  const proven = `${serverFirsts.get(last[2])},${last[1]}`
  serverFirsts.delete(last[2])
  const authBytes = Buffer.from(`v=${hmac(serverKey, proven).toString('base64')}`)
  return frameOf(SaslAuthenticate, { authBytes }, version)
}

/** What was asked since somebody wanted to know. */
let asked

const sockets = new Set()
const server = createServer({ noDelay: true }, (socket) => {
  let rest = Buffer.alloc(0)
  sockets.add(socket)
  socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  socket.on('data', (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const answers = []
    let size = 0
    let at = 0
    while (bytes.length - at >= 4) {
      const end = at + 4 + bytes.readInt32BE(at)
      if (end > bytes.length) break
      const key = bytes.readInt16BE(at + 4)
      const version = bytes.readInt16BE(at + 6)
      asked?.push([key, version])
      const answer =
        (key === SaslAuthenticate.key && scramAnswer(bytes.subarray(at, end), version)) || answerTo(key, version)
      if (answer) {
        answers.push(answer, bytes.readInt32BE(at + 8))
        size += answer.length
      }
      at = end
    }
    rest = bytes.subarray(at)
    if (size === 0) return
    const out = Buffer.allocUnsafe(size)
    let to = 0
    for (let i = 0; i < answers.length; i += 2) {
      answers[i].copy(out, to)
      out.writeInt32BE(answers[i + 1], to + 4)
      to += answers[i].length
    }
    socket.write(out)
  })
})
process.on('message', (message) => {
  if (message === 'listen') return void (asked = [])
  if (message === 'tell') {
    process.send(asked)
    asked = undefined
    return
  }
  for (const socket of sockets) message === 'stop reading' ? socket.pause() : socket.resume()
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
