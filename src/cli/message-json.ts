import { kafkaError } from '../messages/errors.js'
import { includes } from '../protocol/schema.js'
import { closest } from './arguments.js'
import { CommandLineError } from './command.js'
import type { Field } from '../protocol/schema.js'

/**
 * Messages as JSON: numbers of 64 bits as numbers, or as text where JavaScript's numbers are too short; bytes in base64,
 * everything else as it is.
 */

type Struct = Readonly<Record<string, unknown>>

/** Fields whose bytes let somebody in. */
const secrets: ReadonlySet<string> = new Set(['authBytes', 'hmac', 'saltedPassword'])

/** A decoded message as JSON text; secret fields show their length only, unless `reveal`. */
export function toJson(message: unknown, { reveal }: { readonly reveal: boolean }): string {
  return JSON.stringify(plainOf(message, { reveal, secret: false }), null, 2)
}

function plainOf(value: unknown, how: { readonly reveal: boolean; readonly secret: boolean }): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  if (value instanceof Uint8Array) {
    const hidden = how.secret && !how.reveal && value.length > 0
    return hidden ? `(${String(value.length)} secret bytes)` : Buffer.from(value).toString('base64')
  }
  if (Array.isArray(value)) return value.map((element) => plainOf(element, how))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    plainOf(inner, { reveal: how.reveal, secret: secrets.has(name) }),
  ])
  return Object.fromEntries(entries)
}

/**
 * JSON as the input of a message. Names and types are checked against Kafka's definition; what is missing stays missing.
 *
 * @throws CommandLineError naming the path
 */
export function fromJson(fields: readonly Field[], json: unknown, path = ''): Struct {
  if (!isStruct(json)) throw mismatch(path || 'the request', 'an object', json)
  const known = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const at = path === '' ? name : `${path}.${name}`
      const field = known.get(name)
      if (!field) {
        const near = closest(name, [...known.keys()])
        throw new CommandLineError(`there is no field ${at}${near === undefined ? '' : `; did you mean ${near}?`}`)
      }
      return [name, valueOf(field, value, at)]
    }),
  )
}

function valueOf(field: Field, value: unknown, path: string): unknown {
  if (value === null) {
    if (field.nullable === null) throw mismatch(path, 'a value', value)
    return null
  }
  if (field.array) {
    if (!Array.isArray(value)) throw mismatch(path, 'an array', value)
    const element = { ...field, array: false, nullable: null }
    return value.map((one, at) => valueOf(element, one, `${path}[${String(at)}]`))
  }
  switch (field.type) {
    case 'struct':
      return fromJson(field.fields, value, path)
    case 'int64':
      return int64(value, path)
    case 'bytes':
    case 'records':
      if (typeof value !== 'string' || !/^[\w+/-]*={0,2}$/.test(value)) throw mismatch(path, 'base64', value)
      return Buffer.from(value, 'base64')
    case 'bool':
      return typeof value === 'boolean' ? value : wrong(path, 'true or false', value)
    case 'string':
    case 'uuid':
      return typeof value === 'string' ? value : wrong(path, 'a text', value)
    default:
      return typeof value === 'number' ? value : wrong(path, 'a number', value)
  }
}

function int64(value: unknown, path: string): bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value)
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value)
  throw mismatch(path, 'a whole number, as a text beyond 2^53', value)
}

function isStruct(json: unknown): json is Struct {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function wrong(path: string, wanted: string, value: unknown): never {
  throw mismatch(path, wanted, value)
}

function mismatch(path: string, wanted: string, value: unknown): CommandLineError {
  const shown = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
  return new CommandLineError(`${path} must be ${wanted}, not ${shown}`)
}

/** The fields that a version of a message has. */
export function inVersion(fields: readonly Field[], version: number, message: unknown): unknown {
  if (Array.isArray(message)) return message.map((element) => inVersion(fields, version, element))
  if (!isStruct(message)) return message
  return Object.fromEntries(
    fields
      .filter((field) => includes(field.versions, version) || includes(field.tag?.versions ?? null, version))
      .map(({ name, type, fields: inner }) => [
        name,
        type === 'struct' ? inVersion(inner, version, message[name]) : message[name],
      ]),
  )
}

/** A message to be filled in: every array of structs has an element. */
export function templateOf(fields: readonly Field[], version: number, defaults: Struct): unknown {
  const filled = fields.map(({ name, type, array, fields: inner }) => {
    if (type === 'struct' && array) return [name, [templateOf(inner, version, exampleOf(inner))]]
    const value = defaults[name]
    return [name, type === 'struct' && isStruct(value) ? templateOf(inner, version, value) : value]
  })
  return inVersion(fields, version, Object.fromEntries(filled))
}

/** An element for an array of structs, whose default is to have none. */
function exampleOf(fields: readonly Field[]): Struct {
  const zeros: Readonly<Record<string, unknown>> = {
    bool: false,
    string: '',
    uuid: 'AAAAAAAAAAAAAAAAAAAAAA',
    bytes: '',
    records: '',
  }
  return Object.fromEntries(
    fields.map(({ name, type, array, fields: inner }) => {
      if (array) return [name, []]
      return [name, type === 'struct' ? exampleOf(inner) : (zeros[type] ?? 0)]
    }),
  )
}

/** The error codes in a response that are not 0, each with the place where it stands. */
export function errorsIn(message: unknown, path = ''): { readonly path: string; readonly name: string }[] {
  if (Array.isArray(message)) return message.flatMap((one, at) => errorsIn(one, `${path}[${String(at)}]`))
  if (!isStruct(message) || message instanceof Uint8Array) return []
  return Object.entries(message).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`
    if (typeof value !== 'number' || !/^(errorCode|.*ErrorCode)$/.test(name)) return errorsIn(value, at)
    return value === 0 ? [] : [{ path: at, name: kafkaError(value).name }]
  })
}
