// Exchanges of each mechanism, client and server half, against the least that they can be made of (sasl/reference.mjs).
import { createRequire, syncBuiltinESMExports } from 'node:module'
import * as reference from './sasl/reference.mjs'

// Counted before anything imports it: a thousand logins with one password should stretch it once.
const crypto = createRequire(import.meta.url)('node:crypto')
const { pbkdf2 } = crypto
let stretched = 0
crypto.pbkdf2 = (...args) => {
  stretched++
  return pbkdf2(...args)
}
syncBuiltinESMExports()

const { measure, run } = await import('./harness.mjs')
const { print, printFigures } = await import('./report.mjs')
const {
  ScramCredential,
  oauthBearer,
  oauthBearerServer,
  plain,
  plainServer,
  scramSha256,
  scramSha256Server,
  scramSha512,
  scramSha512Server,
  unsecuredLogin,
  unsecuredValidator,
} = await import('ottla/sasl')

const peer = { host: 'localhost', port: 9093, secure: true }
const { signal } = new AbortController()
const username = 'user'
const password = 'pencil'

/** Lets a client half and a server half talk; a promise only where one of them makes one. */
function exchange(client, server) {
  const left = client.start(peer, signal)
  const right = server.start(peer, signal)
  const speak = (challenge) =>
    then(left.next(challenge), ({ token, done }) => (token === undefined ? undefined : hear(token, done)))
  const hear = (token, done) =>
    then(right.next(token), (step) =>
      done || step.done === undefined ? speakUnless(done, step) : speak(step.challenge),
    )
  const speakUnless = (done, step) => (done ? step.done : speak(step.challenge))
  return speak(null)
}
const then = (value, next) => (value instanceof Promise ? value.then(next) : next(value))

const lines = []

const digests = new Map([[username, reference.digest(password)]])
const users = { [username]: password }
const plainHalves = [plain({ username, password }), plainServer({ users })]
lines.push(
  measure('PLAIN, values', {
    reference: () => reference.plainServer(digests, reference.plainClient(username, password)),
    ottla: () => exchange(...plainHalves),
  }),
)
const plainLater = [
  plain({ username, password: async () => password }),
  plainServer({ verify: async (given) => given.password === password }),
]
lines.push(
  measure('PLAIN, asynchronous', {
    reference: async () => {
      const secret = await (async () => password)()
      return reference.plainServer(digests, reference.plainClient(username, secret))
    },
    ottla: () => exchange(...plainLater),
  }),
)

for (const [name, hash, client, server] of [
  ['SCRAM-SHA-256', 'sha256', scramSha256, scramSha256Server],
  ['SCRAM-SHA-512', 'sha512', scramSha512, scramSha512Server],
]) {
  const credential = await ScramCredential.generate(name, password)
  const keys = reference.scramKeys(hash, password, Buffer.from(credential.salt), credential.iterations)
  const credentials = new Map([[username, keys]])
  const once = () => {
    const [left, right] = [reference.scramClient(hash, keys), reference.scramServer(hash, credentials)]
    left.verify(right.final(left.final(right.first(left.first()))))
  }
  const halves = [
    client({ username, password }),
    server({ credentials: (user) => (user === username ? credential : null) }),
  ]
  await exchange(...halves)
  lines.push(measure(`${name}, values`, { reference: once, ottla: () => exchange(...halves) }))
  const later = [client({ username, password: async () => password }), server({ credentials: async () => credential })]
  const onceLater = async () => {
    await (async () => password)()
    once()
  }
  lines.push(measure(`${name}, asynchronous`, { reference: onceLater, ottla: () => exchange(...later) }))
}

const now = Date.now()
const extensions = { traceId: '0af7651916cd43dd8448eb211c80319c', logLevel: 'WARN' }
const { token } = unsecuredLogin({ unsecuredLoginStringClaim_sub: username }, () => now).token()
const bearer = { token, extensions }
const validation = unsecuredValidator({}, { clock: () => now })
const bearerHalves = [oauthBearer({ token: () => bearer }), oauthBearerServer(validation)]
const bearerOnce = () => reference.bearerServer(reference.bearerClient(token, extensions), now)
lines.push(measure('OAUTHBEARER, two extensions', { reference: bearerOnce, ottla: () => exchange(...bearerHalves) }))
const bearerLater = [
  oauthBearer({ token: async () => bearer }),
  oauthBearerServer({
    ...validation,
    validateToken: async (given, request) => validation.validateToken(given, request),
  }),
]
lines.push(
  measure('OAUTHBEARER, two extensions, asynchronous', {
    reference: async () => {
      const { token: given } = await (async () => bearer)()
      return reference.bearerServer(reference.bearerClient(given, extensions), now)
    },
    ottla: () => exchange(...bearerLater),
  }),
)

print(await run(lines), 'Exchanges of a login, client and server half')

stretched = 0
const mechanism = scramSha256({ username, password: 'a password of its own' })
const credential = await ScramCredential.generate('SCRAM-SHA-256', 'a password of its own')
const server = scramSha256Server({ credentials: () => credential })
const before = stretched
await Promise.all(Array.from({ length: 1000 }, () => exchange(mechanism, server)))
printFigures(
  [{ title: '1,000 logins at once with one password', unit: 'count', values: { ottla: stretched - before }, limit: 1 }],
  'PBKDF2',
)
