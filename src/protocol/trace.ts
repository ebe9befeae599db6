import { isDefault } from './defaults.js'
import type { Reader } from './reader.js'
import { includes, type Field } from './schema.js'
import { unknownTags, type UnknownTag } from './tags.js'
import { Writer } from './writer.js'

/** A message in one of its versions. */
export interface Shape {
  readonly fields: readonly Field[]
  readonly version: number
  readonly flexible: boolean
}

type Path = (string | number)[]

function render(path: Path): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')
}

/** The field at which reading the message fails, and why; '' for the message as a whole. */
export function pathOfRead({ fields, version, flexible }: Shape, reader: Reader): { path: string; error?: unknown } {
  const path: Path = []
  try {
    reader.flexible = flexible
    readFields({ reader, version, path }, fields)
  } catch (error) {
    return { path: render(path), error }
  }
  return { path: '' }
}

interface Reading {
  readonly reader: Reader
  readonly version: number
  readonly path: Path
}

function readFields(reading: Reading, fields: readonly Field[]): void {
  const { reader, version, path } = reading
  const tagged: Field[] = []
  for (const field of fields) {
    if (field.tag !== null && reader.flexible) tagged.push(field)
    else if (includes(field.versions, version)) {
      path.push(field.name)
      readField(reading, field)
      path.pop()
    }
  }
  if (reader.flexible) readTags(reading, tagged)
}

function readTags(reading: Reading, tagged: readonly Field[]): void {
  const { reader, version, path } = reading
  let tag = -1
  for (let count = reader.tagCount(); count > 0; count--) {
    tag = reader.tag(tag)
    const field = tagged.find((candidate) => candidate.tag?.number === tag)
    if (field === undefined) {
      reader.unknownTag(tag)
    } else {
      path.push(field.name)
      if (!includes(field.tag?.versions ?? null, version)) reader.foreignTag(tag)
      const end = reader.tagEnd()
      readField(reading, field)
      reader.closeTag(tag, end)
      path.pop()
    }
  }
}

function readField(reading: Reading, field: Field): void {
  const { reader, version, path } = reading
  const nullable = includes(field.nullable, version)
  if (!field.array) {
    readValue(reading, field, nullable)
    return
  }
  const count = nullable ? reader.nullableCount(1, 1) : reader.count(1, 1)
  for (let i = 0; i < count; i++) {
    path.push(i)
    readValue(reading, field, false)
    path.pop()
  }
}

function readValue(reading: Reading, field: Field, nullable: boolean): void {
  const { reader } = reading
  switch (field.type) {
    case 'struct':
      if (!nullable || reader.present()) readFields(reading, field.fields)
      return
    case 'string':
      if (field.legacy) reader.nullableShortString()
      else if (nullable) reader.nullableString()
      else reader.string()
      return
    case 'bytes':
    case 'records':
      if (nullable) reader.nullableBytes()
      else reader.bytes()
      return
    default:
      reader[field.type]()
  }
}

/** The field that cannot be written, and why. */
export function pathOfWrite(shape: Shape, value: unknown): { path: string; error?: unknown } {
  const { fields, version, flexible } = shape
  const path: Path = []
  const writer = new Writer()
  writer.flexible = flexible
  try {
    writeFields({ writer, version, path }, fields, value)
  } catch (error) {
    return { path: render(path), error }
  }
  return { path: '' }
}

interface Writing {
  readonly writer: Writer
  readonly version: number
  readonly path: Path
}

function writeFields(writing: Writing, fields: readonly Field[], value: unknown): void {
  const { writer, version, path } = writing
  writer.struct(value)
  const struct = value as Readonly<Record<string, unknown>> & { readonly [unknownTags]?: readonly UnknownTag[] }
  for (const field of fields) {
    path.push(field.name)
    const given = struct[field.name]
    if (given !== undefined || field.required) {
      if (includes(field.versions, version)) writeField(writing, field, given)
      else if (!field.ignorable && !isDefault(field, given)) writer.unsupported()
    }
    path.pop()
    writer.rewind(0)
  }
  const known = writer.flexible ? fields.flatMap(({ tag }) => (tag === null ? [] : [tag.number])) : []
  writer.tags(struct[unknownTags])
  for (const tag of known) writer.unknownTags(struct[unknownTags] ?? [], tag, tag)
}

function writeField(writing: Writing, field: Field, value: unknown): void {
  const { writer, version, path } = writing
  if (value === null && includes(field.nullable, version)) return
  if (!field.array) {
    writeValue(writing, field, value)
    return
  }
  writer.count(value as readonly unknown[])
  for (const [i, element] of (value as readonly unknown[]).entries()) {
    path.push(i)
    writeValue(writing, field, element)
    path.pop()
    writer.rewind(0)
  }
}

function writeValue({ writer, version, path }: Writing, field: Field, value: unknown): void {
  switch (field.type) {
    case 'struct':
      writeFields({ writer, version, path }, field.fields, value)
      return
    case 'bytes':
    case 'records':
      writer.bytes(value as Uint8Array)
      return
    case 'int64':
    case 'string':
      writer[field.type](value as never)
      return
    default:
      // No operator that checks a number takes a bigint or a symbol.
      writer[field.type]((typeof value === 'bigint' || typeof value === 'symbol' ? {} : value) as never)
  }
}
