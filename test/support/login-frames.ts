/** Logins that prove nothing, from a seed. */

/** A generator that a seed makes again: xorshift. */
export function dice(seed: number): (sides: number) => number {
  let state = seed || 1
  return (sides) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % sides
  }
}

/** The one password of the servers that are fuzzed. */
export const PASSWORD = 'the password that nobody guesses'

export type Roll = ReturnType<typeof dice>

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

/** The nth frame of a conversation. Most begin well, or they would not get far. */
export function conversationFrame(roll: Roll, nth: number): Buffer {
  const token = Buffer.from(TOKENS[roll(TOKENS.length)] ?? '')
  const good = nth === 0 ? handshake(roll, NAMES[roll(3)] ?? '') : authenticate(roll, token)
  return roll(2) ? sized(good) : frame(roll)
}
