// One server in a process of its own: `node contender.mjs NAME JWKS`. Sends its port to the parent.
import { createServer } from 'node:net'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { Metadata } from 'ottla/messages/Metadata'
import { jwtValidator } from 'ottla/oauth'
import { oauthBearerServer, plainServer, ScramCredential, scramSha256Server } from 'ottla/sasl'
import { listen, route } from 'ottla/server'

const [name, jwksText] = process.argv.slice(2)
const jwks = JSON.parse(jwksText)
const issuer = 'https://issuer.bench'
const audience = 'kafka'

/** Calls back with each frame, its size included; no more than what the constants below need. */
function frames(socket, onFrame) {
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
      const end = 4 + rest.readInt32BE(0)
      onFrame(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
  })
  socket.on('error', () => undefined)
}

const handshakeReply = Buffer.from('00000011000000010000000000010005504c41494e', 'hex')
const authenticateReply = Buffer.from('000000140000000200000000000000000000000000000000', 'hex')

/** A server that answers every login with constants, whatever it says; `check` sees the token first. */
function constants(check) {
  return createServer({ noDelay: true }, (socket) => {
    frames(socket, (frame) => {
      if (frame.readInt16BE(4) === 17) socket.write(handshakeReply)
      else if (check === undefined) socket.write(authenticateReply)
      else check(frame).then(() => socket.write(authenticateReply))
    })
  })
}

const keys = createLocalJWKSet(jwks)
const verify = async (frame) => {
  const text = frame.latin1Slice()
  const from = text.indexOf('Bearer ') + 7
  await jwtVerify(text.slice(from, text.indexOf('\x01', from)), keys, { issuer, audience })
}

const users = { alice: 'alice-secret' }
const ottla = {
  'ottla PLAIN': () => ({ mechanisms: [plainServer({ users })], failedLoginDelay: 0 }),
  'ottla PLAIN, answer time': () => ({ mechanisms: [plainServer({ users })], failedLoginDelay: 0, loginAnswerTime: 3 }),
  'ottla SCRAM': () => ({ mechanisms: [scramSha256Server({ users })], failedLoginDelay: 0 }),
  'ottla SCRAM, store': async () => {
    const alice = await ScramCredential.generate('SCRAM-SHA-256', users.alice)
    const credentials = async (name) => (name === 'alice' ? alice : null)
    return { mechanisms: [scramSha256Server({ credentials })], failedLoginDelay: 0 }
  },
  'ottla OAUTHBEARER': () => ({
    mechanisms: [oauthBearerServer(jwtValidator({ jwks, issuer, audience, maxRemembered: 0 }))],
  }),
  'ottla OAUTHBEARER, cache': () => ({ mechanisms: [oauthBearerServer(jwtValidator({ jwks, issuer, audience }))] }),
  'ottla route': () => ({ routes: [route(Metadata, () => ({ brokers: [], topics: [] }))] }),
}
const bare = {
  'bare constants': () => constants(),
  'bare jose': () => constants(verify),
  'bare echo': () => createServer({ noDelay: true }, (socket) => socket.on('error', () => undefined).pipe(socket)),
}

if (name in ottla) {
  const server = await listen({ host: '127.0.0.1', ...(await ottla[name]()) })
  process.send(server.port)
} else {
  const server = bare[name]()
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
}
process.on('message', (question) => {
  if (question === 'memory') globalThis.gc?.()
  process.send(question === 'memory' ? process.memoryUsage() : process.cpuUsage())
})
process.on('disconnect', () => process.exit(0))
