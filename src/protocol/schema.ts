/** First and last version of something. */
export interface Versions {
  readonly first: number
  readonly last: number
}

/** A field of a message, as Kafka defines it. */
export interface Field {
  readonly name: string
  /** `int32`, `string`, `struct` …: of the elements, if it is an array. */
  readonly type: FieldType
  readonly array: boolean
  readonly versions: Versions
  /** Versions in which it may be null. */
  readonly nullable: Versions | null
  /** Its tag, in the versions in which it is a tagged field. */
  readonly tag: { readonly number: number; readonly versions: Versions } | null
  /** The default as it is written in the definition; null if there is none. */
  readonly default: string | null
  /** Whether an input must have it: every version does, and there is no default. */
  readonly required: boolean
  /** Whether a value that a version lacks is dropped in silence. */
  readonly ignorable: boolean
  /** Whether its length is never compact. */
  readonly legacy: boolean
  /** The fields of a struct. */
  readonly fields: readonly Field[]
}

export type FieldType =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'int64'
  | 'float64'
  | 'uuid'
  | 'string'
  | 'bytes'
  | 'records'
  | 'struct'

export function includes(versions: Versions | null, version: number): boolean {
  return versions !== null && version >= versions.first && version <= versions.last
}

/** `3+`, `4-8` or `7`. */
function parseVersions(text: string): Versions {
  const match = /^(\d+)(?:(\+)|-(\d+))?$/.exec(text)
  if (match === null) throw new SyntaxError(`no versions: ${text}`)
  const first = Number(match[1])
  return { first, last: match[2] === undefined ? Number(match[3] ?? first) : 0x7fff }
}

/**
 * Reads the notation that generated files carry: a field a line, the fields of a struct indented below it.
 *
 * `name type versions`, then what applies of `?versions` (nullable), `#tag:versions`, `=default`, `required`,
 * `ignorable`, `legacy`.
 */
export function parseFields(text: string): readonly Field[] {
  const top: Field[] = []
  const open: Field[][] = [top]
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const depth = line.search(/\S/) / 2
    const fields: Field[] = []
    open.length = depth + 1
    open[depth]?.push(parseField(line.trim(), fields))
    open.push(fields)
  }
  return top
}

function parseField(line: string, fields: readonly Field[]): Field {
  const [name = '', type = '', versions = '', ...rest] = line.split(' ')
  const marked = (mark: string) => rest.find((word) => word.startsWith(mark))?.slice(1) ?? null
  const nullable = marked('?')
  const [tag, tagged = ''] = marked('#')?.split(':') ?? []
  return {
    name,
    type: type.replace('[]', '') as FieldType,
    array: type.startsWith('[]'),
    versions: parseVersions(versions),
    nullable: nullable === null ? null : parseVersions(nullable),
    tag: tag === undefined ? null : { number: Number(tag), versions: parseVersions(tagged) },
    default: marked('='),
    required: rest.includes('required'),
    ignorable: rest.includes('ignorable'),
    legacy: rest.includes('legacy'),
    fields,
  }
}
