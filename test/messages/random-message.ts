import { keepUnknownTags } from '#src/protocol/tags.js'
import { defaultStruct } from '#src/protocol/defaults.js'
import { includes, type Field } from '#src/protocol/schema.js'
import { isFlexible, type AnyMessage } from './every-message.js'
import type { Random } from './random.js'

interface Making {
  readonly random: Random
  readonly version: number
  readonly flexible: boolean
}

/** A valid message with every field of the version set to something, and unknown tagged fields now and then. */
export function randomMessage(message: AnyMessage, version: number, random: Random): object {
  return struct({ random, version, flexible: isFlexible(message, version) }, message.fields)
}

function struct(making: Making, fields: readonly Field[]): object {
  const { random, version, flexible } = making
  const value = defaultStruct(fields)
  for (const field of fields) {
    const written = includes(field.tag !== null ? field.tag.versions : field.versions, version)
    if (written && (field.tag === null || (flexible && random.chance(50))))
      value[field.name] = fieldValue(making, field)
  }
  if (flexible && random.chance(10)) {
    const tags = [100, 101 + random.below(1000), 0x7fffffff].slice(random.below(3))
    keepUnknownTags(
      value,
      tags.map((tag) => ({ tag, bytes: random.bytes(random.pick([0, 1, 5, 127, 128, 300])) })),
    )
  }
  return value
}

function fieldValue(making: Making, field: Field): unknown {
  const { random } = making
  if (includes(field.nullable, making.version) && random.chance(20)) return null
  if (!field.array) return single(making, field)
  const length = random.pick([0, 1, 1, 2, 2, 3, field.type.startsWith('int') ? 200 : 3])
  return Array.from({ length }, () => single(making, field))
}

function integer(random: Random, bits: number): number {
  const limit = 2 ** (bits - 1)
  return random.pick([0, -1, 1, limit - 1, -limit, random.below(limit), -random.below(limit) || 0])
}

function int64(random: Random): bigint {
  const limit = 2n ** 63n
  return random.pick([
    0n,
    -1n,
    limit - 1n,
    -limit,
    2n ** 53n + 1n,
    BigInt(random.below(2 ** 31)),
    random.bytes(8).readBigInt64BE(),
  ])
}

function text(random: Random): string {
  const length = random.pick([0, 1, 5, 11, 12, 13, 20, 47, 48, 49, 126, 127, 128, 700])
  const alphabet = random.pick(['abcXYZ09.-_', 'aé', '\u0000\ufeff\u2028', '日本', '𝒳a', '\ufffda'])
  const characters = [...alphabet]
  return Array.from({ length }, () => characters[random.below(characters.length)]).join('')
}

function single(making: Making, field: Field): unknown {
  const { random } = making
  switch (field.type) {
    case 'struct':
      return struct(making, field.fields)
    case 'bool':
      return random.chance(50)
    case 'int8':
      return integer(random, 8)
    case 'int16':
      return integer(random, 16)
    case 'uint16':
      return random.pick([0, 1, 65535, random.below(65536)])
    case 'int32':
      return integer(random, 32)
    case 'int64':
      return int64(random)
    case 'float64':
      return random.pick([0, -0, 1.5, Number.NaN, Infinity, -Infinity, random.below(1000) / 7])
    case 'uuid':
      return random.bytes(16).toString('base64url')
    case 'string':
      return text(random)
    case 'bytes':
    case 'records':
      return random.bytes(random.pick([0, 1, 63, 64, 127, 128, 4095, 4096, 5000]))
  }
}
