import { UsageError } from '../errors.js'

/** `ssl.principal.mapping.rules`: how a certificate's distinguished name becomes a principal's name (KIP-371). */

// A rule: DEFAULT, or RULE:pattern/replacement/ with L or U behind it. A slash within a part is escaped.
const RULE = /^\s*(?:DEFAULT|RULE:((?:\\.|[^\\/])*)\/((?:\\.|[^\\/])*)\/([LU]?))/
const SEPARATOR = /^[^\S\n]*[,\n]/
const ATTRIBUTE_OIDS: Readonly<Record<string, string>> = {
  emailAddress: '1.2.840.113549.1.9.1',
  serialNumber: '2.5.4.5',
  title: '2.5.4.12',
  SN: '2.5.4.4',
  GN: '2.5.4.42',
}

type Rule = (name: string) => string | undefined

/**
 * Compiles mapping rules into a function. The first rule whose pattern matches the whole name decides; without any
 * match the login is refused.
 *
 * @param rules Kafka's text, `RULE:^CN=([^,]+),.*$/$1/L,DEFAULT` for instance.
 * @throws UsageError (`INVALID_ARGUMENT`) for text that is no list of rules.
 */
export function sslPrincipalMapper(rules: string): (distinguishedName: string) => string {
  const compiled = parseRules(rules)
  return (name) => {
    for (const rule of compiled) {
      const result = rule(name)
      if (result !== undefined) return result
    }
    throw new UsageError('INVALID_ARGUMENT', `No rule of ssl.principal.mapping.rules applies to ${name}`, {
      hint: 'End the rules with DEFAULT to take the distinguished name as it is.',
    })
  }
}

function parseRules(text: string): Rule[] {
  const rules: Rule[] = []
  let rest = text.trim() === '' ? 'DEFAULT' : text
  for (;;) {
    const match = RULE.exec(rest)
    if (match === null) throw invalid(rest)
    rules.push(match[1] === undefined ? (name) => name : rule(match[1], match[2] ?? '', match[3] ?? ''))
    rest = rest.slice(match[0].length)
    if (rest.trim() === '') return rules
    const separator = SEPARATOR.exec(rest)
    if (separator === null) throw invalid(rest)
    rest = rest.slice(separator[0].length)
  }
}

function rule(pattern: string, replacement: string, letters: string): Rule {
  let expression: RegExp
  try {
    expression = new RegExp(`^(?:${pattern})$`)
  } catch (cause) {
    throw invalid(pattern, cause)
  }
  // Java's replacement text: $1 and \x. In JavaScript's, a backslash is a character like others, and $$ stands for $.
  const template = replacement.replace(/\\(.)/g, (_, escaped: string) => (escaped === '$' ? '$$' : escaped))
  return (name) => {
    if (!expression.test(name)) return undefined
    const mapped = name.replace(expression, template)
    return letters === 'L' ? mapped.toLowerCase() : letters === 'U' ? mapped.toUpperCase() : mapped
  }
}

function invalid(rest: string, cause?: unknown): UsageError {
  return new UsageError('INVALID_ARGUMENT', `Invalid rule in ssl.principal.mapping.rules: ${rest}`, {
    cause,
    hint: 'A rule is DEFAULT or RULE:pattern/replacement/ with L or U behind it; rules are separated by commas.',
  })
}

/**
 * The subject of a certificate as RFC 2253 writes it, which is how Java shows it to mapping rules.
 *
 * @param subject Node's form: a line an RDN, the most general first, its values escaped already as RFC 2253 wants it.
 */
export function rfc2253Name(subject: string): string {
  return subject.split('\n').reverse().map(relativeName).join(',')
}

/** An RDN of several attributes has ` + ` between them, which cannot be within a value: there a plus is escaped. */
function relativeName(line: string): string {
  return line
    .split(' + ')
    .map((attribute) => {
      const at = attribute.indexOf('=')
      const type = attribute.slice(0, at)
      return `${ATTRIBUTE_OIDS[type] ?? type}${attribute.slice(at)}`
    })
    .join('+')
}
