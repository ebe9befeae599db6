// The functions that decode a struct.
import { wordsOf } from './memory.mjs'
import { condition, leastSize } from './model.mjs'
import { defaultOf } from './values.mjs'

const plural = (type) => (type.endsWith('s') ? type : `${type}s`)
const capital = (text) => text[0].toUpperCase() + text.slice(1)

export function readersOf(message, struct) {
  const { typeName } = struct
  const parts = [readerOf(message, struct)]
  if (isListed(message, struct)) {
    parts.push(`function read${typeName}List(r: Reader, v: number, n: number): ${typeName}[] {
  const list = listOf<${typeName}>(n)
  for (let i = 0; i < n; i++) list[i] = read${typeName}(r, v)
  return list
}`)
  }
  if (isListed(message, struct, 'nullable')) {
    parts.push(`function readNullable${typeName}List(r: Reader, v: number): ${typeName}[] | null {
  const n = r.nullableCount(${leastSize(message, struct)}, ${wordsOf(message, struct)})
  return n < 0 ? null : read${typeName}List(r, v, n)
}`)
  }
  return parts.join('\n\n')
}

function isListed(message, struct, nullable) {
  const fields = [...message.structs.values()].flatMap(({ fields }) => fields)
  return fields.some((field) => field.array && field.struct === struct && (!nullable || field.nullable))
}

function readerOf(message, struct) {
  const { fields, typeName } = struct
  const tagged = fields.filter(({ tag }) => tag !== null)
  const lines = fields.map((field) => {
    if (field.tag !== null) return `  let ${field.name}${needsType(field)} = ${defaultOf(field)}`
    return `  const ${field.name} = ${choose(struct, field)}`
  })
  const literal = `{ ${fields.map(({ name }) => name).join(', ')} }`
  if (message.flexible === null) lines.push(`  return ${literal}`)
  else if (tagged.length === 0) lines.push(`  const x: ${typeName} = ${literal}`, '  r.tags(x)', '  return x')
  else
    lines.push(
      ...tagLines(message, struct, tagged),
      `  const x: ${typeName} = ${literal}`,
      '  if (unknown.length > 0) keepUnknownTags(x, unknown)',
      '  return x',
    )
  return `function read${typeName}(r: Reader, ${usesVersion(lines) ? 'v' : '_v'}: number): ${typeName} {\n${lines.join('\n')}\n}`
}

export function usesVersion(lines) {
  return /\bv\b/.test(lines.join('\n'))
}

function needsType(field) {
  const type =
    field.array || field.struct
      ? `: ${field.struct ? field.struct.typeName : { uuid: 'string', int32: 'number', string: 'string' }[field.type]}${field.array ? '[]' : ''}${field.nullable || field.default === 'null' ? ' | null' : ''}`
      : ''
  return type || (field.default === 'null' ? ': string | null' : field.type === 'bool' ? ': boolean' : '')
}

/** Where the version has the field its bytes, elsewhere its default. */
function choose(struct, field) {
  const live = condition(field.live, struct.uses)
  if (live === 'false') return typedDefault(field)
  const read = readField(struct, field)
  return live === null ? read : `${live} ? ${read.includes(' ? ') ? `(${read})` : read} : ${defaultOf(field)}`
}

const typedDefault = (field) => (field.array ? '[] as never[]' : defaultOf(field))

function readField(struct, field) {
  const nullable = field.nullable === null ? 'false' : condition(field.nullable, field.live ?? struct.uses)
  const plain = readValue(field, '')
  if (nullable === 'false') return plain
  const orNull = readValue(field, 'nullable')
  return nullable === null ? orNull : `${nullable} ? ${orNull} : ${plain}`
}

function readValue(field, nullable) {
  if (field.struct) {
    const { typeName } = field.struct
    if (field.array)
      return nullable
        ? `readNullable${typeName}List(r, v)`
        : `read${typeName}List(r, v, r.count(${field.least}, ${field.words}))`
    return nullable ? `r.present() ? read${typeName}(r, v) : null` : `read${typeName}(r, v)`
  }
  if (field.legacy) return 'r.nullableShortString()'
  const method = field.array ? plural(field.type) : field.type === 'records' ? 'bytes' : field.type
  return nullable ? `r.nullable${capital(method)}()` : `r.${method}()`
}

function tagLines(message, struct, tagged) {
  const cases = tagged.map((field, i) => {
    const live = condition(field.live, struct.uses)
    const foreign = live === null ? '' : `        if (!(${live})) r.foreignTag(tag)\n`
    const head = `${i === 0 ? 'if' : 'else if'} (tag === ${field.tag}) {\n`
    return `${head}${foreign}        const end = r.tagEnd()\n        ${field.name} = ${readField(struct, field)}\n        r.closeTag(tag, end)\n      }`
  })
  return [
    '  const unknown: UnknownTag[] = []',
    '  if (r.flexible) {',
    '    let tag = -1',
    '    for (let n = r.tagCount(); n > 0; n--) {',
    '      tag = r.tag(tag)',
    `      ${cases.join(' ')} else {`,
    '        unknown.push(r.unknownTag(tag))',
    '      }',
    '    }',
    '  }',
  ]
}
