import { Writer } from '#src/protocol/writer.js'
import { includes, type Field } from '#src/protocol/schema.js'
import { isFlexible, type AnyMessage } from './every-message.js'

/** What the fields of a message hold. */
export interface Filling {
  /** Elements of the arrays that are not to be long. */
  readonly elements: 0 | 1
  single(field: Field): unknown
}

const uuid = Buffer.from('orders-events-12').toString('base64url')

/** What clients and brokers say: names and numbers that could be, nothing where nothing went wrong. */
export const plausible: Filling = {
  elements: 1,
  single: ({ type, name, nullable }) => {
    if (type === 'string') return nullable !== null && /error|rack|metadata/i.test(name) ? null : 'orders-1'
    if (type === 'uuid') return uuid
    if (type === 'int64') return 1_234_567_890_123n
    if (type === 'records') return Buffer.alloc(0)
    return type === 'bytes' ? Buffer.alloc(20) : type === 'bool' ? true : 7
  },
}

/** The fewest bytes for the most objects. */
export const hollow: Filling = {
  elements: 0,
  single: ({ type }) => {
    if (type === 'string') return ''
    if (type === 'uuid') return 'AAAAAAAAAAAAAAAAAAAAAA'
    if (type === 'int64') return 0n
    return type === 'records' || type === 'bytes' ? Buffer.alloc(0) : type === 'bool' ? false : 0
  },
}

/** As {@link hollow}, but with a little in everything that is made of bytes. */
export const nearlyHollow: Filling = {
  elements: 1,
  single: (field) => {
    if (field.type === 'string') return 'ab'
    if (field.type === 'uuid') return uuid
    return field.type === 'records' || field.type === 'bytes' ? Buffer.of(1) : hollow.single(field)
  },
}

/** The fields that lead to an array, and the array. */
export type Way = readonly Field[]

/** The ways to all arrays of a message that are no tagged fields. */
export function waysOf(message: AnyMessage, version: number): Way[] {
  const waysIn = (fields: readonly Field[], way: Way): Way[] =>
    fields
      .filter((field) => field.tag === null && includes(field.versions, version))
      .flatMap((field) => [...(field.array ? [[...way, field]] : []), ...waysIn(field.fields, [...way, field])])
  return waysIn(message.fields, [])
}

/** As a DecodeError names it, where the arrays on the way have one element. */
export function pathOf(way: Way): string {
  return way.map(({ name, array }, i) => name + (array && i < way.length - 1 ? '[0]' : '')).join('.')
}

export interface Making {
  readonly message: AnyMessage
  readonly version: number
  readonly way: Way
  readonly filling: Filling
}

/** The bytes of a message in which one array has many elements, all the same. */
export function denseFrame(making: Making, count: number): Buffer {
  const { message, version } = making
  const writer = new Writer()
  message.encode(writer, version, struct(making, message.fields, count) as never)
  return writer.finish()
}

/** As {@link denseFrame}, of at least so many bytes. */
export function denseFrameOf(making: Making, size: number): Buffer {
  const perElement = (denseFrame(making, 2100).length - denseFrame(making, 1100).length) / 1000
  return denseFrame(making, Math.ceil(size / perElement))
}

function struct(making: Making, fields: readonly Field[], count: number): Record<string, unknown> {
  const { message, version, way, filling } = making
  const value: Record<string, unknown> = {}
  for (const field of fields) {
    if (!includes(field.versions, version) || (field.tag !== null && isFlexible(message, version))) continue
    const element = () => (field.type === 'struct' ? struct(making, field.fields, count) : filling.single(field))
    const onTheWay = way.includes(field)
    if (field.array) {
      const length = field === way.at(-1) ? count : onTheWay ? 1 : filling.elements
      value[field.name] = new Array<unknown>(length).fill(length > 0 ? element() : null)
    } else {
      const absent = field.type === 'struct' && filling.elements === 0 && !onTheWay
      value[field.name] = absent && includes(field.nullable, version) ? null : element()
    }
  }
  return value
}
