// The functions that encode a struct.
import { condition } from './model.mjs'
import { usesVersion } from './reading.mjs'
import { defaultOf, differs } from './values.mjs'

const plural = (type) => (type.endsWith('s') ? type : `${type}s`)
const capital = (text) => text[0].toUpperCase() + text.slice(1)

export function writersOf(message, struct) {
  const check = comparedStructs(message).has(struct) ? `${defaultCheck(struct)}\n\n` : ''
  return check + writerOf(message, struct)
}

/** Structs of which a field's default is one, so that an input must be compared with it. */
function comparedStructs(message) {
  const compared = new Set()
  const add = (struct) => {
    compared.add(struct)
    for (const field of struct.fields) if (field.struct && !field.array && field.default !== 'null') add(field.struct)
  }
  for (const { fields, uses } of message.structs.values()) {
    for (const field of fields) {
      if (!field.struct || field.array || field.default === 'null') continue
      if (field.tag !== null || (condition(field.live, uses) !== null && !field.ignorable)) add(field.struct)
    }
  }
  return compared
}

/** The opposite of a test, as somebody would write it. */
function negated(test) {
  if (/^\S+ !== \S+$/.test(test)) return test.replace('!==', '===')
  return /^!\w+\([^&|]*\)$/.test(test) ? test.slice(1) : `!(${test})`
}

function defaultCheck(struct) {
  const tests = struct.fields.map(
    (field) => `(x.${field.name} === undefined || ${negated(differs(field, `x.${field.name}`))})`,
  )
  return `function isDefault${struct.typeName}(x: ${struct.typeName}Input): boolean {
  return ${['x[unknownTags] === undefined', ...tests].join(' && ')}
}`
}

function writerOf(message, struct) {
  const { fields, typeName } = struct
  const tagged = fields.filter(({ tag }) => tag !== null)
  const untagged = fields.filter(({ tag }) => tag === null)
  // Something that is no object has no required field; where there is none, only this tells.
  const check = fields.some(({ required }) => required) ? [] : ['  w.struct(x)']
  const lines = [...check, ...destructure(message, untagged, tagged.length > 0 ? [] : ['[unknownTags]: unknown'])]
  for (const field of untagged) lines.push(...fieldLines(struct, field))
  if (tagged.length > 0) lines.push(...tagLines(struct, tagged))
  else if (message.flexible !== null) lines.push('  w.tags(unknown)')
  const writer = functionOf(`write${typeName}`, typeName, lines)
  if (tagged.length === 0) return writer
  const tagLists = [...destructure(message, tagged, ['[unknownTags]: unknown']), ...taggedLines(struct, tagged)]
  return `${functionOf(`write${typeName}Tags`, typeName, tagLists)}\n\n${writer}`
}

function functionOf(name, typeName, lines) {
  return `function ${name}(w: Writer, ${usesVersion(lines) ? 'v' : '_v'}: number, x: ${typeName}Input): void {\n${lines.join('\n')}\n}`
}

function destructure(message, fields, more) {
  const names = fields.map((field) => (field.required ? field.name : `${field.name} = ${defaultOf(field)}`))
  if (message.flexible !== null) names.push(...more)
  return names.length > 0 ? [`  const { ${names.join(', ')} } = x`] : []
}

function fieldLines(struct, field) {
  const live = condition(field.live, struct.uses)
  const write = writeField(struct, field)
  const refuse = `if (${differs(field, field.name)}) w.unsupported()`
  if (live === null) return indent(write, '  ')
  if (live === 'false') return field.ignorable ? [] : [`  ${refuse}`]
  if (write.length === 1)
    return field.ignorable ? [`  if (${live}) ${write[0]}`] : [`  if (${live}) ${write[0]}`, `  else ${refuse}`]
  const lines = [`  if (${live}) {`, ...indent(write, '    ')]
  if (field.ignorable) return [...lines, '  }']
  return [...lines, `  } else ${refuse}`]
}

const indent = (lines, by) => lines.map((line) => by + line)

function writeField(struct, field) {
  const nullable = field.nullable === null ? 'false' : condition(field.nullable, field.live ?? struct.uses)
  const { name } = field
  if (!field.struct && !field.array) {
    if (field.legacy) return [`w.nullableShortString(${name})`]
    const method = field.type === 'records' ? 'bytes' : field.type
    const plain = `w.${method}(${asType(field, nullable)})`
    const orNull = `w.nullable${capital(method)}(${name})`
    if (nullable === 'false') return [plain]
    return nullable === null ? [orNull] : [`if (${nullable}) ${orNull}`, `else ${plain}`]
  }
  const write = field.array
    ? writeList(field, nullable)
    : [`write${field.struct.typeName}(w, v, ${asType(field, nullable)})`]
  if (nullable === 'false') return write
  const isNull = nullable === null ? `${name} === null` : `${nullable} && ${name} === null`
  if (field.array) return [`if (${isNull}) w.nullArray()`, 'else {', ...indent(write, '  '), '}']
  const marked = ['w.present(1)', ...write]
  if (nullable === null) return [`if (${isNull}) w.present(null)`, 'else {', ...indent(marked, '  '), '}']
  return [`if (${isNull}) w.present(null)`, 'else {', `  if (${nullable}) w.present(1)`, ...indent(write, '  '), '}']
}

/** A null where the version has none is refused by the writer, at run time. */
function asType(field, nullable) {
  return nullable !== null && (field.nullable || field.default === 'null') ? `${field.name} as never` : field.name
}

function writeList(field, nullable) {
  if (!field.struct) return [`w.${plural(field.type)}(${asType(field, nullable)})`]
  const list = nullable !== null && (field.nullable || field.default === 'null') ? `${field.name} ?? []` : field.name
  return [
    `w.count(${list === field.name ? list : `${field.name} as never`})`,
    `for (const element of ${list}) write${field.struct.typeName}(w, v, element)`,
  ]
}

/** Is there a value to write for it? */
function isSet(struct, field) {
  const live = condition(field.live, struct.uses)
  return `${live === null ? '' : `${live} && `}${differs(field, field.name)}`
}

/** Mostly none is given: that is seen here, and the rest done elsewhere, so that the hot function stays small. */
function tagLines(struct, tagged) {
  const given = [...tagged.map(({ name }) => `x.${name}`), 'x[unknownTags]'].map((value) => `${value} !== undefined`)
  return [`  if (${given.join(' || ')}) write${struct.typeName}Tags(w, v, x)`, '  else w.noTags()']
}

function taggedLines(struct, tagged) {
  const lines = []
  for (const field of tagged) {
    const live = condition(field.live, struct.uses)
    if (live !== null && !field.ignorable)
      lines.push(`  if (!(${live}) && ${differs(field, field.name)}) w.unsupported()`)
  }
  lines.push('  if (!w.flexible) return w.tags(unknown)')
  const has = (field) => `has${capital(field.name)}`
  for (const field of tagged) lines.push(`  const ${has(field)} = ${isSet(struct, field)}`)
  lines.push(`  w.tagCount(${tagged.map((field) => `Number(${has(field)})`).join(' + ')}, unknown)`, '  let tag = -1')
  for (const field of tagged) {
    lines.push(
      `  if (${has(field)}) {`,
      `    if (unknown !== undefined) w.unknownTags(unknown, tag, ${field.tag})`,
      `    tag = ${field.tag}`,
      `    const begin = w.openTag(${field.tag})`,
      ...indent(writeField(struct, field), '    '),
      '    w.closeTag(begin)',
      '  }',
    )
  }
  lines.push('  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)')
  return lines
}
