// The TypeScript types of a message: what decoding gives, and what encoding takes.

const decoded = {
  bool: 'boolean',
  int8: 'number',
  int16: 'number',
  uint16: 'number',
  int32: 'number',
  int64: 'bigint',
  float64: 'number',
  uuid: 'string',
  string: 'string',
  bytes: 'Buffer',
  records: 'Buffer',
}
const input = { ...decoded, int64: 'bigint | number', bytes: 'Uint8Array', records: 'Uint8Array' }

export function typesOf(struct) {
  return `${interfaceOf(struct, false)}\n\n${interfaceOf(struct, true)}`
}

function interfaceOf(struct, isInput) {
  const name = struct.typeName + (isInput ? 'Input' : '')
  const lines = struct.fields.map((field) => {
    const optional = isInput && !field.required ? '?' : ''
    const undefinable = optional ? ' | undefined' : ''
    return `  /** ${describe(field)} */\n  ${field.name}${optional}: ${typeOf(field, isInput)}${undefinable}`
  })
  return `export interface ${name} extends Tagged {\n${lines.join('\n')}\n}`
}

export function typeOf(field, isInput) {
  const one = field.struct ? field.struct.typeName + (isInput ? 'Input' : '') : (isInput ? input : decoded)[field.type]
  const all = !field.array ? one : isInput ? `readonly ${one.includes('|') ? `(${one})` : one}[]` : `${one}[]`
  return field.nullable || field.default === 'null' ? `${all} | null` : all
}

/** Type, versions, nullability, default, tag: the facts. */
function describe(field) {
  const facts = [field.type === 'struct' ? '' : (field.array ? '[]' : '') + field.type, `v${field.text.versions}`]
  if (field.text.nullable) facts.push(`null v${field.text.nullable}`)
  if (field.default !== null) facts.push(`default ${field.default === '' ? "''" : field.default}`)
  if (field.tag !== null) facts.push(`tag ${field.tag}`)
  if (field.ignorable) facts.push('ignorable')
  return facts.filter(Boolean).join(' · ')
}

/** The notation of src/protocol/schema.ts. */
export function notation(struct, indent = '') {
  return struct.fields
    .map((field) => {
      const words = [field.name, (field.array ? '[]' : '') + field.type, field.text.versions.trim()]
      if (field.text.nullable) words.push(`?${field.text.nullable}`)
      if (field.tag !== null) words.push(`#${field.tag}:${field.text.tagged}`)
      if (field.default !== null) words.push(`=${field.default}`)
      if (field.required) words.push('required')
      if (field.ignorable) words.push('ignorable')
      if (field.legacy) words.push('legacy')
      return `${indent}${words.join(' ')}\n${field.struct ? notation(field.struct, `${indent}  `) : ''}`
    })
    .join('')
}
