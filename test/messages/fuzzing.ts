import assert from 'node:assert/strict'
import { getHeapStatistics } from 'node:v8'
import { DecodeError } from '#src/errors.js'
import { Reader } from '#src/protocol/reader.js'
import { Writer } from '#src/protocol/writer.js'
import { everyMessage, versionsOf, type AnyMessage } from './every-message.js'
import type { Random } from './random.js'
import { randomMessage } from './random-message.js'

/** No decoding may take longer, in ms. */
const timeLimit = 50
/** No decoding may take more memory than this many times its frame, … */
const memoryFactor = 20
/** … apart from what an error with its stack and its path takes. */
const memoryFloor = 65536

const writer = new Writer()

export interface Tally {
  frames: number
  accepted: number
}

/** Mutates one valid frame a few times, and decodes each. */
export function fuzz(random: Random, tally: Tally): void {
  const message = everyMessage[random.below(everyMessage.length)]!
  const versions = versionsOf(message)
  const version = versions[random.below(versions.length)]!
  message.encode(writer, version, randomMessage(message, version, random) as never)
  const valid = writer.finish()
  for (let i = 0; i < 8; i++) {
    const frame = mutate(valid, random)
    tally.frames++
    const decoded = decodeWithin(message, version, frame)
    if (decoded === null) continue
    tally.accepted++
    if (random.chance(10)) assertStable(message, version, decoded)
  }
}

function decodeWithin(message: AnyMessage, version: number, frame: Buffer): object | null {
  const cost = measure(message, version, frame)
  // V8 may have compiled something meanwhile, or the machine been busy: only what is dear every time is dear.
  for (let again = 0; again < 4 && isDear(cost, frame); again++) {
    const { ms, bytes } = measure(message, version, frame)
    cost.ms = Math.min(cost.ms, ms)
    cost.bytes = Math.min(cost.bytes, bytes)
  }
  if (isDear(cost, frame)) {
    throw new Error(
      `${cost.ms} ms, ${cost.bytes} bytes for a frame of ${frame.length}: ${name(message, version, frame)}`,
    )
  }
  return cost.decoded
}

interface Cost {
  ms: number
  bytes: number
  readonly decoded: object | null
}

function isDear({ ms, bytes }: Cost, frame: Buffer): boolean {
  return ms > timeLimit || bytes > memoryFloor + memoryFactor * frame.length
}

function measure(message: AnyMessage, version: number, frame: Buffer): Cost {
  const heap = getHeapStatistics().used_heap_size
  const cpu = process.cpuUsage()
  const begin = performance.now()
  const decoded = decode(message, version, frame)
  const wall = performance.now() - begin
  // On a busy machine the process waits, but does not work.
  const { user, system } = wall > timeLimit ? process.cpuUsage(cpu) : { user: 0, system: wall * 1000 }
  return { ms: (user + system) / 1000, bytes: getHeapStatistics().used_heap_size - heap, decoded }
}

function name(message: AnyMessage, version: number, frame: Buffer): string {
  return `${message.name} version ${version}: ${frame.toString('hex').slice(0, 4000)}`
}

function decode(message: AnyMessage, version: number, frame: Buffer): object | null {
  try {
    return message.decode(new Reader(frame), version)
  } catch (error) {
    if (error instanceof DecodeError && error.api === message.name && !('cause' in error)) return null
    throw new Error(name(message, version, frame), { cause: error })
  }
}

/** What is accepted can be written, and is then read as the same. */
function assertStable(message: AnyMessage, version: number, decoded: object): void {
  message.encode(writer, version, decoded as never)
  assert.deepStrictEqual(message.decode(new Reader(writer.finish()), version), decoded)
}

const extremes = [
  'ffffffff',
  '7fffffff',
  '80000000',
  'ffffffff0f',
  'ffffffff07',
  '00',
  '01',
  '7fff',
  'ffff',
  'feff',
  '80808080808080',
] as const

/** One to four changes at random places. */
function mutate(valid: Buffer, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(valid)
  for (let i = random.below(4); i >= 0; i--) bytes = change(bytes, random)
  return bytes
}

function change(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1)
  const until = Math.min(bytes.length, at + random.below(16))
  const extreme = Buffer.from(random.pick(extremes), 'hex')
  switch (random.below(7)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      if (at < bytes.length) bytes[at] = random.below(256)
      return bytes
    case 2:
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      return bytes
    case 3:
      return Buffer.concat([bytes.subarray(0, at), extreme, bytes.subarray(at)])
    case 4:
      return Buffer.concat([
        bytes.subarray(0, at),
        extreme,
        bytes.subarray(Math.min(bytes.length, at + extreme.length)),
      ])
    case 5:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(until)])
    default:
      return Buffer.concat([bytes.subarray(0, until), bytes.subarray(at)])
  }
}
