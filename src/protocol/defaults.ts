import type { Field } from './schema.js'
import { unknownTags } from './tags.js'
import { zeroUuid } from './uuid.js'

/** Whether an int64 of an input is the given one. */
export function sameInt64(value: bigint | number, other: bigint): boolean {
  return typeof value === 'bigint' ? value === other : value === Number(other)
}

/** A fresh struct with the default of every field. */
export function defaultStruct(fields: readonly Field[]): Record<string, unknown> {
  const struct: Record<string, unknown> = {}
  for (const field of fields) struct[field.name] = defaultValue(field)
  return struct
}

function defaultValue(field: Field): unknown {
  const text = field.default
  if (text === 'null') return null
  if (field.array) return []
  switch (field.type) {
    case 'struct':
      return defaultStruct(field.fields)
    case 'bool':
      return text === 'true'
    case 'int64':
      return BigInt(text ?? 0)
    case 'string':
      return text ?? ''
    case 'uuid':
      return zeroUuid
    case 'bytes':
    case 'records':
      return Buffer.alloc(0)
    default:
      return Number(text ?? 0)
  }
}

/** Whether a value of an input is the field's default, and so need not be written. */
export function isDefault(field: Field, value: unknown): boolean {
  if (value === undefined) return true
  const expected = defaultValue(field)
  if (expected === null || value === null) return value === expected
  if (field.array) return Array.isArray(value) && value.length === 0
  if (field.type === 'struct') return isDefaultStruct(field.fields, value)
  if (field.type === 'int64') return sameInt64(value as bigint | number, expected as bigint)
  if (field.type === 'bytes' || field.type === 'records') return value instanceof Uint8Array && value.length === 0
  return value === expected
}

function isDefaultStruct(fields: readonly Field[], value: unknown): boolean {
  if (typeof value !== 'object' || value === null || unknownTags in value) return false
  const struct = value as Readonly<Record<string, unknown>>
  return fields.every((field) => isDefault(field, struct[field.name]))
}
