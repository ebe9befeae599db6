// Defaults, as expressions.

export function defaultOf(field) {
  if (field.default === 'null') return 'null'
  if (field.array) return '[]'
  switch (field.type) {
    case 'struct':
      return `{ ${field.struct.fields.map((inner) => `${inner.name}: ${defaultOf(inner)}`).join(', ')} }`
    case 'bool':
      return field.default ?? 'false'
    case 'int64':
      return `${field.default ?? 0}n`
    case 'string':
      return `'${field.default ?? ''}'`
    case 'uuid':
      return 'zeroUuid'
    case 'bytes':
    case 'records':
      return 'Buffer.alloc(0)'
    default:
      return field.default ?? '0'
  }
}

/** Whether an input is not the default. */
export function differs(field, value) {
  if (field.default === 'null') return `${value} !== null`
  const notNull = (test) => (field.nullable ? `(${value} === null || ${test})` : test)
  if (field.array || field.type === 'bytes' || field.type === 'records') return notNull(`${value}.length !== 0`)
  if (field.type === 'struct') return notNull(`!isDefault${field.struct.typeName}(${value})`)
  if (field.type === 'int64') return `!sameInt64(${value}, ${defaultOf(field)})`
  return field.type === 'bool'
    ? defaultOf(field) === 'true'
      ? `!${value}`
      : value
    : `${value} !== ${defaultOf(field)}`
}
