import type { Field, Message } from 'ottla/messages'

type Struct = Record<string, unknown>

/** Kafka's JSON of a message as the object that decoding gives: with the defaults of what the JSON leaves out. */
export function complete(fields: readonly Field[], json: unknown): Struct {
  const struct: Struct = {}
  for (const field of fields) {
    const given = (json as Struct)[field.name]
    struct[field.name] = given === undefined ? defaultOf(field) : valueOf(field, given, complete)
  }
  return struct
}

/** Kafka's JSON of a message as an input: without what the JSON leaves out. */
export function parsed(fields: readonly Field[], json: unknown): Struct {
  const named = fields.filter(({ name }) => name in (json as Struct))
  return Object.fromEntries(named.map((field) => [field.name, valueOf(field, (json as Struct)[field.name], parsed)]))
}

function valueOf(field: Field, json: unknown, struct: typeof complete): unknown {
  if (json === null) return null
  if (field.array) return (json as unknown[]).map((element) => valueOf({ ...field, array: false }, element, struct))
  switch (field.type) {
    case 'struct':
      return struct(field.fields, json)
    case 'int64':
      return BigInt(json as number | string)
    case 'float64':
      return Number(json)
    case 'bytes':
    case 'records':
      return Buffer.from(json as string, 'base64')
    default:
      return json
  }
}

/** From the definition; written anew here, so that it is a second opinion. */
function defaultOf(field: Field): unknown {
  if (field.default === 'null') return null
  if (field.array) return []
  const zeros = { bool: 'false', string: '', uuid: 'AAAAAAAAAAAAAAAAAAAAAA' } as Readonly<Record<string, string>>
  const text = field.default ?? zeros[field.type] ?? '0'
  switch (field.type) {
    case 'struct':
      return complete(field.fields, {})
    case 'bool':
      return text === 'true'
    case 'int64':
      return BigInt(text)
    case 'string':
    case 'uuid':
      return text
    case 'bytes':
    case 'records':
      return Buffer.alloc(0)
    default:
      return Number(text)
  }
}

/** Everything default but the field at `path`; arrays on the way have one element. */
export function withValueAt(message: Pick<Message<object>, 'fields'>, path: string, json: unknown): Struct {
  const root = complete(message.fields, {})
  let fields = message.fields
  let struct = root
  const steps = path.replaceAll(/\[\d+\]/g, '').split('.')
  for (const [i, step] of steps.entries()) {
    const field = fields.find(({ name }) => name === step)
    if (field === undefined) throw new Error(`no field ${path}`)
    if (i === steps.length - 1) {
      struct[step] = valueOf(field, json, complete)
    } else {
      const inner = complete(field.fields, {})
      struct[step] = field.array ? [inner] : inner
      struct = inner
      fields = field.fields
    }
  }
  return root
}
