import { UsageError } from '../errors.js'
import type { Definition } from './definition.js'
import { Password } from './secret.js'

/** A property's value, by its type. LONG beyond 2^53 is rounded to the nearest number. */
export type Value = string | number | boolean | readonly string[] | Password | null

/**
 * Reads one property's text by Kafka's type and checks it by Kafka's range, with Kafka's texts.
 *
 * @throws UsageError (`INVALID_ARGUMENT`).
 */
export function parseValue(definition: Definition, text: string | undefined): Value {
  if (text === undefined) {
    if (!definition.required) return definition.defaultValue
    throw new UsageError(
      'INVALID_ARGUMENT',
      `Missing required configuration "${definition.name}" which has no default value.`,
    )
  }
  const value = parse(definition, text)
  validate(definition, value)
  return value
}

/** Kafka's text about a value. */
export function invalidValue(
  name: string,
  value: string | null,
  { problem, hint }: { readonly problem: string; readonly hint?: string },
): UsageError {
  return new UsageError('INVALID_ARGUMENT', `Invalid value ${value} for configuration ${name}: ${problem}`, { hint })
}

function parse(definition: Definition, text: string): Value {
  const trimmed = trim(text)
  switch (definition.type) {
    case 'PASSWORD':
      return new Password(trimmed)
    case 'STRING':
      return trimmed
    case 'CLASS':
      if (trimmed === '') throw invalidValue(definition.name, text, { problem: 'Class  could not be found.' })
      return trimmed
    case 'BOOLEAN':
      if (/^true$/i.test(trimmed)) return true
      if (/^false$/i.test(trimmed)) return false
      throw invalidValue(definition.name, text, { problem: 'Expected value to be either true or false' })
    case 'LIST':
      return trimmed === '' ? [] : [...new Set(trimmed.split(',').map(trim))]
    case 'SHORT':
    case 'INT':
    case 'LONG':
      return parseInteger(definition, text, BITS[definition.type])
    case 'DOUBLE':
      return parseDouble(definition, text)
  }
}

/** Java's String.trim: control characters count as blanks, a no-break space does not. */
function trim(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= 0x20) start++
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--
  return text.slice(start, end)
}

const BITS = { SHORT: 16n, INT: 32n, LONG: 64n } as const

function parseInteger(definition: Definition, text: string, bits: bigint): number {
  const trimmed = trim(text)
  // More than nineteen digits are no LONG, and would take their time to become a BigInt.
  const [, sign, digits] = /^([+-]?)0*([0-9]{1,19})$/.exec(trimmed) ?? []
  if (digits !== undefined) {
    const value = sign === '-' ? -BigInt(digits) : BigInt(digits)
    if (value === BigInt.asIntN(Number(bits), value)) return Number(value)
  }
  throw invalidValue(definition.name, text, { problem: `Not a number of type ${definition.type}` })
}

function parseDouble(definition: Definition, text: string): number {
  const trimmed = trim(text)
  const [, number] = /^([+-]?(?:NaN|Infinity|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?))[fFdD]?$/.exec(trimmed) ?? []
  if (number === undefined || /[a-zA-Z][fFdD]$/.test(trimmed)) {
    throw invalidValue(definition.name, text, { problem: 'Not a number of type DOUBLE' })
  }
  return Number(number)
}

function validate(definition: Definition, value: Value): void {
  if (Array.isArray(value)) return validateList(definition, value)
  const { name, validator } = definition
  if (validator === null) return
  if (typeof value === 'number') return validateRange(definition, value, validator)
  if (typeof value !== 'string') return
  if (validator === 'non-empty string') {
    if (value === '') throw invalidValue(name, value, { problem: 'String must be non-empty' })
    return
  }
  const [, caseInsensitive, choices] = /^(\(case insensitive\) )?\[(.*)\]$/.exec(validator) ?? []
  if (choices === undefined) return
  const problem = notAmong(value, choices.split(', '), caseInsensitive !== undefined)
  if (problem !== undefined) throw invalidValue(name, value, { problem })
}

function notAmong(value: string, choices: readonly string[], ignoringCase: boolean): string | undefined {
  if (choices.includes(ignoringCase ? value.toUpperCase() : value)) return undefined
  // Offsets reset by a duration, and the modes of share groups, have rules of their own: they are no business of a connection.
  if (
    choices.some((choice) => choice.startsWith('by_duration') || choice === 'explicit' || choice === 'record_limit')
  ) {
    return undefined
  }
  return `String must be one of${ignoringCase ? ' (case insensitive)' : ''}: ${choices.join(', ')}`
}

function validateList({ name, validator }: Definition, values: readonly string[]): void {
  if (values.length === 0 && validator === 'non-empty list') {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `Configuration '${name}' must not be empty. Valid values include: any non-empty value`,
    )
  }
  if (values.includes('')) throw new UsageError('INVALID_ARGUMENT', `Configuration '${name}' values must not be empty.`)
}

/** `[1,...]`, `[0,...,3600]` or `[1,...,9] or -1`. */
function validateRange(definition: Definition, value: number, validator: string): void {
  const [, min, max, exception] = /^\[([^,]+),\.\.\.(?:,([^\]]+))?\](?: or (.+))?$/.exec(validator) ?? []
  if (min === undefined || (exception !== undefined && value === Number(exception))) return
  const shown = definition.type === 'DOUBLE' ? javaDouble(value) : String(value)
  if (exception !== undefined && (value < Number(min) || value > Number(max))) {
    throw invalidValue(definition.name, shown, {
      problem: `Value must be between ${min} and ${max} or equal to ${exception}`,
    })
  }
  if (value < Number(min)) throw invalidValue(definition.name, shown, { problem: `Value must be at least ${min}` })
  if (max !== undefined && value > Number(max)) {
    throw invalidValue(definition.name, shown, { problem: `Value must be no more than ${max}` })
  }
}

/** As Java's Double.toString prints it. */
function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-3 && size < 1e7)) return Number.isInteger(value) ? value.toFixed(1) : String(value)
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`
}
