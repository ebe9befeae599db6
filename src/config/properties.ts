import { UsageError } from '../errors.js'

/**
 * Reads the text of a `.properties` file, exactly as `java.util.Properties.load` does: the separators `=`, `:` and
 * blank, comments with `#` and `!`, continuation lines, escapes. Of a key that appears twice the last value counts.
 *
 * Bytes are read as ISO 8859-1, as Kafka's tools do: a character beyond it must be written as an escape. Text has been
 * decoded by whoever read it.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for an escape `\u` without four hexadecimal digits.
 */
export function parseProperties(source: string | Uint8Array): Map<string, string> {
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1')
  const properties = new Map<string, string>()
  for (const line of logicalLines(text)) {
    const [keyEnd, valueStart] = split(line)
    properties.set(unescape(line.slice(0, keyEnd)), unescape(line.slice(valueStart)))
  }
  return properties
}

/** Lines without leading blanks and comments, continuation lines joined. */
function* logicalLines(text: string): Generator<string> {
  let line = ''
  let position = 0
  while (position < text.length) {
    const start = skipBlanks(text, position)
    const end = lineEnd(text, start)
    const breakLength = text.startsWith('\r\n', end) ? 2 : 1
    position = end + breakLength
    const natural = text.slice(start, end)
    // Where nothing has been collected yet, even a line that continues another one can be blank or a comment.
    if (line === '' && (natural === '' || natural.startsWith('#') || natural.startsWith('!'))) continue
    const continued = endsWithBackslash(natural)
    line += continued ? natural.slice(0, -1) : natural
    if (!continued && line !== '') {
      yield line
      line = ''
    }
    // Java's own oddity: a lone backslash at the very end is an empty line, unless CR LF follow it.
    if (continued && position >= text.length && (line !== '' || breakLength === 1)) yield line
  }
}

function skipBlanks(text: string, from: number): number {
  let position = from
  while (isBlank(text[position])) position++
  return position
}

function lineEnd(text: string, from: number): number {
  let position = from
  while (position < text.length && text[position] !== '\n' && text[position] !== '\r') position++
  return position
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\f'
}

/** An even number of backslashes are escaped ones. */
function endsWithBackslash(line: string): boolean {
  let count = 0
  while (line[line.length - 1 - count] === '\\') count++
  return count % 2 === 1
}

/** Where the key ends and where the value begins. */
function split(line: string): readonly [number, number] {
  let keyEnd = 0
  while (keyEnd < line.length) {
    const character = line[keyEnd]
    if (character === '=' || character === ':' || isBlank(character)) break
    keyEnd += character === '\\' ? 2 : 1
  }
  keyEnd = Math.min(keyEnd, line.length)
  let valueStart = skipBlanks(line, keyEnd)
  if (line[valueStart] === '=' || line[valueStart] === ':') valueStart = skipBlanks(line, valueStart + 1)
  return [keyEnd, valueStart]
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n', f: '\f' }

function unescape(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:u([^]{0,4})|([^]))?/g, (_, unicode: string | undefined, escaped: string | undefined) => {
    if (unicode !== undefined) return character(unicode)
    return escaped === undefined ? '' : (ESCAPES[escaped] ?? escaped)
  })
}

function character(digits: string): string {
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
    throw new UsageError('INVALID_ARGUMENT', 'Malformed \\uxxxx encoding.', {
      hint: 'A backslash followed by u needs four hexadecimal digits; a backslash itself is written twice (as in Windows paths).',
    })
  }
  return String.fromCharCode(parseInt(digits, 16))
}
