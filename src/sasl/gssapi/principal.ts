import { UsageError } from '../../errors.js'

/** Kerberos principals, and the rules that make short names of them, by the behaviour of Kafka's `KerberosShortNamer`. */

/** The parts of `service/host@REALM`. */
export interface KerberosName {
  readonly serviceName: string
  readonly hostName?: string | undefined
  readonly realm?: string | undefined
}

const NAME = /^([^/@]*)(?:\/([^/@]*))?@([^/@]*)$/

/** @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for a name with an `@` that is none. */
export function parseKerberosName(principal: string): KerberosName {
  const match = NAME.exec(principal)
  if (match !== null) return { serviceName: match[1] ?? '', hostName: match[2], realm: match[3] }
  if (principal.includes('@')) throw invalid(`Malformed Kerberos name: ${principal}`)
  return { serviceName: principal }
}

/** Makes the short name of a principal. @throws UsageError (`INVALID_ARGUMENT`) if no rule does, or one makes no simple name. */
export type KerberosShortNamer = (principal: string) => string

/** Options of {@link kerberosShortNamer}. */
export interface KerberosRules {
  /** The realm whose principals the rule `DEFAULT` takes. */
  readonly defaultRealm: string
  /** In the order in which they are tried. Kafka: `sasl.kerberos.principal.to.local.rules`. Default: `DEFAULT`. */
  readonly rules?: readonly string[] | undefined
}

/**
 * Reads rules like `RULE:[2:$1](nn|dn)s/.n/hdfs/L`: components and format, what the formatted name must match as a
 * whole, a substitution, and whether the result is in lower or upper case. The expressions are JavaScript's.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for what is no rule.
 */
export function kerberosShortNamer(options: KerberosRules): KerberosShortNamer {
  const rules = (options.rules ?? ['DEFAULT']).map((text) => parseRule(text, options.defaultRealm))
  return (principal) => {
    const { serviceName, hostName, realm } = parseKerberosName(principal)
    if (hostName === undefined && realm === undefined) return serviceName
    const components = [realm ?? '', serviceName, ...(hostName === undefined ? [] : [hostName])]
    for (const rule of rules) {
      const name = rule(components)
      if (name !== undefined) return name
    }
    throw invalid(`No rules apply to ${principal}, rules [${(options.rules ?? ['DEFAULT']).join(', ')}]`)
  }
}

/** Realm first, then service, then host. */
type Rule = (components: readonly string[]) => string | undefined

const RULE = /^(?:(DEFAULT)|RULE:\[(\d*):([^\]]*)](?:\(([^)]*)\))?(?:s\/([^/]*)\/([^/]*)\/(g)?)?\/?(L|U)?)/

function parseRule(text: string, defaultRealm: string): Rule {
  const match = RULE.exec(text)
  if (match === null) throw invalid(`Invalid rule: ${text}`)
  const [whole, byDefault, count = '', format = '', expression, from, to = '', global, letters] = match
  if (whole.length !== text.length) {
    throw invalid(`Invalid rule: \`${text}\`, unmatched substring: \`${text.slice(whole.length)}\``)
  }
  if (byDefault !== undefined)
    return ([realm, service]) => (realm === defaultRealm ? simple(service ?? '', text) : undefined)
  if (count === '') throw invalid(`Invalid rule: ${text}: it does not say for how many components`)
  const matches = expression === undefined ? undefined : compile(`^(?:${expression})$`, '', text)
  const replaced = from === undefined ? undefined : compile(from, global ?? '', text)
  return (components) => {
    if (components.length - 1 !== Number(count)) return undefined
    const base = fill(format, components)
    if (matches?.test(base) === false) return undefined
    const name = simple(replaced === undefined ? base : base.replace(replaced, (...found) => expand(to, found)), text)
    return letters === 'L' ? name.toLowerCase() : letters === 'U' ? name.toUpperCase() : name
  }
}

/** `$0` is the realm, `$1` and on the components. */
function fill(format: string, components: readonly string[]): string {
  return format.replace(/\$(\d*)/g, (_, digits: string) => {
    if (digits === '') throw invalid(`bad format in username mapping in ${digits}`)
    const component = components[Number(digits)]
    if (component !== undefined) return component
    throw invalid(`index ${digits} from ${format} is outside of the valid range 0 to ${components.length - 1}`)
  })
}

/** A replacement of Java: `$1` is a group, a backslash makes the next character literal. */
function expand(replacement: string, found: readonly unknown[]): string {
  return replacement.replace(/\\(.)|\$(\d)/g, (_, literal: string | undefined, digit: string | undefined) => {
    if (literal !== undefined) return literal
    const group = found[Number(digit)]
    return typeof group === 'string' ? group : ''
  })
}

function compile(expression: string, flags: string, rule: string): RegExp {
  try {
    return new RegExp(expression, flags)
  } catch (cause) {
    throw new UsageError('INVALID_ARGUMENT', `Invalid rule: ${rule}`, { cause })
  }
}

function simple(name: string, rule: string): string {
  if (/[/@]/.test(name)) throw invalid(`Non-simple name ${name} after auth_to_local rule ${rule}`)
  return name
}

function invalid(text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', text)
}
