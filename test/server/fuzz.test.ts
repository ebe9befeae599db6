import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as messages from '#src/messages/index.js'
import type { AnyApi } from '#src/protocol/api.js'
import { oauthBearerServer, plainServer, scramSha256Server, unsecuredValidator } from '#src/sasl/index.js'
import { Metadata } from '#src/messages/Metadata.js'
import { route } from '#src/server/route.js'
import { FakeClock } from 'ottla/testing'
import { memoryConnection, memoryServer } from './memory-socket.js'

/** A number of frames of one's own: FRAMES=10000000 node --test build/test/server/fuzz.test.js */
const FRAMES = Number(process.env['FRAMES'] ?? 20_000)

/** A generator that a seed makes again: xorshift. */
function dice(seed: number): (sides: number) => number {
  let state = seed || 1
  return (sides) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % sides
  }
}

const PASSWORD = 'the password that nobody guesses'

type Roll = ReturnType<typeof dice>

function bytes(roll: Roll, length: number): Buffer {
  const filled = Buffer.alloc(length)
  for (let at = 0; at < length; at += 1) filled[at] = roll(256)
  return filled
}

function text(roll: Roll): Buffer {
  const value = roll(8) === 0 ? bytes(roll, roll(12)) : Buffer.from('some-client'.slice(roll(11)))
  const size = Buffer.alloc(2)
  size.writeInt16BE(roll(16) === 0 ? roll(0x10000) - 0x8000 : value.length)
  return Buffer.concat([size, value])
}

const NAMES = ['PLAIN', 'SCRAM-SHA-256', 'OAUTHBEARER', 'GSSAPI', 'plain', '']
const TOKENS = [
  `\0alice\0${PASSWORD.slice(1)}`,
  'alice\0alice\0x',
  'n,,n=alice,r=abc',
  'n,,n=nobody,r=abc',
  'c=biws,r=abc,p=AAAA',
  'n,,\x01auth=Bearer a.b.\x01\x01',
  'n,a=bob,\x01auth=Bearer eyJhbGciOiJub25lIn0.e30.\x01k=v\x01\x01',
  '\x01',
  '',
]

function header(roll: Roll, key: number, version: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeInt16BE(key)
  head.writeInt16BE(version, 2)
  head.writeInt32BE(roll(1000), 4)
  return Buffer.concat([head, text(roll)])
}

function sized(body: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length)
  return Buffer.concat([size, body])
}

function handshake(roll: Roll, name: string): Buffer {
  const size = Buffer.alloc(2)
  size.writeInt16BE(name.length)
  return Buffer.concat([header(roll, 17, roll(8) === 0 ? roll(5) : 1), size, Buffer.from(name)])
}

function authenticate(roll: Roll, token: Buffer): Buffer {
  const version = roll(4)
  const flexible = version >= 2
  const size = Buffer.alloc(4)
  size.writeInt32BE(token.length)
  const length = flexible ? Buffer.from([(token.length + 1) & 0x7f]) : size
  const tags = flexible ? [Buffer.from([0])] : []
  return Buffer.concat([header(roll, 36, version), ...tags, length, token, ...tags])
}

/** A frame that is right, nearly right, or anything at all. */
function frame(roll: Roll): Buffer {
  const token = Buffer.from(TOKENS[roll(TOKENS.length)] ?? '')
  switch (roll(8)) {
    case 0:
      return sized(bytes(roll, roll(40)))
    case 1:
      return sized(Buffer.concat([header(roll, roll(100), roll(20)), bytes(roll, roll(30))]))
    case 2:
      return sized(Buffer.concat([header(roll, 3, roll(14)), bytes(roll, roll(8))]))
    case 3:
      return sized(Buffer.concat([header(roll, 18, roll(6)), bytes(roll, roll(2) * roll(20))]))
    case 4:
      return sized(token)
    case 5: {
      const damaged = sized(roll(2) ? handshake(roll, NAMES[roll(6)] ?? '') : authenticate(roll, token))
      damaged[roll(damaged.length)] = roll(256)
      return damaged
    }
    case 6:
      return sized(handshake(roll, NAMES[roll(6)] ?? ''))
    default:
      return sized(authenticate(roll, token))
  }
}

test('whatever comes before a login, no request reaches a route and nothing is thrown', async (t) => {
  const seed = Number(process.env['SEED'] ?? 20260101)
  const roll = dice(seed)
  let reached = 0
  let logins = 0
  const handle = (): never => {
    reached += 1
    throw new Error('a request reached a route')
  }
  const clock = new FakeClock(1_700_000_000_000)
  const state = memoryServer({
    mechanisms: [
      plainServer({ users: { alice: PASSWORD } }),
      scramSha256Server({ users: { alice: PASSWORD } }),
      // The tokens above have no claims, so none of them is good.
      oauthBearerServer(unsecuredValidator({}, { clock: () => clock.now() })),
    ],
    routes: [route(Metadata, handle)],
    forward: {
      apis: Object.values<unknown>(messages).filter(
        (value): value is AnyApi => typeof value === 'object' && value !== null && 'request' in value,
      ),
      handle,
    },
    clock,
  })
  state.events.on('login', () => {
    logins += 1
  })
  for (let frames = 0; frames < FRAMES;) {
    const socket = memoryConnection(state)
    const count = 1 + roll(6)
    for (let nth = 0; nth < count; nth += 1) {
      // Most begin well, or they would not get far.
      const token = Buffer.from(TOKENS[roll(TOKENS.length)] ?? '')
      const good = nth === 0 ? handshake(roll, NAMES[roll(3)] ?? '') : authenticate(roll, token)
      const whole = roll(2) ? sized(good) : frame(roll)
      frames += 1
      // In two pieces, as a network may have it.
      const cut = roll(whole.length + 1)
      socket.push(whole.subarray(0, cut))
      socket.push(whole.subarray(cut))
      if (roll(8) === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(100)
    socket.push(null)
    socket.destroy()
  }
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual({ reached, logins }, { reached: 0, logins: 0 })
  assert.equal(state.counters.successfulAuthentications, 0)
  assert.ok(state.counters.failedAuthentications > FRAMES / 100, 'hardly a login was ever tried')
  assert.equal(clock.pending, 0, 'timers are left behind')
  t.diagnostic(`${FRAMES} frames, seed ${seed}, ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
})
