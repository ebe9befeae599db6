import { UsageError } from '../../errors.js'
import { concealed } from '../secret.js'
import { tokenize, type Token, type Tokenizer } from './tokens.js'

/** What the failure of a login module means to Java; Kafka uses one module, so that it makes no difference. */
export type ControlFlag = 'required' | 'requisite' | 'sufficient' | 'optional'

/** One login module of a JAAS configuration. */
export interface JaasEntry {
  /** The Java class, `org.apache.kafka.common.security.plain.PlainLoginModule` for instance. */
  readonly loginModule: string
  readonly controlFlag: ControlFlag
  /** Names are case-sensitive. Secret, mostly: not enumerable. */
  readonly options: ReadonlyMap<string, string>
}

/**
 * Reads JAAS text as it stands in `sasl.jaas.config`: `loginModuleClass controlFlag (name=value)* ;`, with Kafka's
 * rules and texts.
 *
 * The text may hold several entries; Kafka takes exactly one ({@link clientContext} sees to that).
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text.
 */
export function parseJaasConfig(text: string): readonly JaasEntry[] {
  const tokens = tokenize(text, { wordCharacters: '_$' })
  const entries: JaasEntry[] = []
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    entries.push(parseEntry(token, tokens, entries.at(-1)))
  }
  if (entries.length === 0) throw invalid('Login module not specified in JAAS config')
  return entries
}

function parseEntry(module: Token, tokens: Tokenizer, previous: JaasEntry | undefined): JaasEntry {
  const flag = tokens.next()
  if (flag === undefined) throw invalid('Login module control flag not specified in JAAS config')
  const controlFlag = readFlag(flag, lastOption(previous))
  const options = readOptions(tokens)
  // Java finds out about a module without a name only now.
  if (!module.text) throw invalid('Login module not specified in JAAS config')
  return jaasEntry(module.text, controlFlag, options)
}

function readFlag(token: Token, before: string | undefined): ControlFlag {
  if (token.text === undefined) {
    throw invalid('Login module control flag is not available in the JAAS config')
  }
  const flag = controlFlag(token.text)
  if (flag !== undefined) return flag
  throw invalid(`Invalid login module control flag '${printable(token.text, before)}' in JAAS config`)
}

function readOptions(tokens: Tokenizer): Map<string, string> {
  const options = new Map<string, string>()
  let last: string | undefined
  for (;;) {
    const name = tokens.next()
    if (name === undefined) throw invalid('JAAS config entry not terminated by semi-colon')
    if (name.character === ';') return options
    const key = name.text
    const value = readValue(tokens)
    if (value === undefined) {
      throw invalid(`Value not specified for key '${key === undefined ? null : printable(key, last)}' in JAAS config`)
    }
    // Java keeps an option whose name is a number under null, where nobody finds it.
    if (key !== undefined) options.set(key, value)
    last = key
  }
}

function readValue(tokens: Tokenizer): string | undefined {
  if (tokens.next()?.character !== '=') return undefined
  return tokens.next()?.text
}

/**
 * What follows a password that should have been quoted, or one with a line break in it, may be a part of the password:
 * Kafka prints it, Ottla does not.
 */
export function printable(text: string, optionBefore: string | undefined): string {
  const secret = optionBefore !== undefined && /pass|secret|token|hmac|key$|^user_/i.test(optionBefore)
  return secret ? '[hidden]' : text
}

export function lastOption(entry: JaasEntry | undefined): string | undefined {
  return entry === undefined ? undefined : [...entry.options.keys()].at(-1)
}

/** `required`, `requisite`, `sufficient` or `optional`, in any case; undefined for anything else. */
export function controlFlag(text: string): ControlFlag | undefined {
  const flag = text.toLowerCase()
  return flag === 'required' || flag === 'requisite' || flag === 'sufficient' || flag === 'optional' ? flag : undefined
}

export function jaasEntry(
  loginModule: string,
  controlFlag: ControlFlag,
  options: ReadonlyMap<string, string>,
): JaasEntry {
  return concealed({ loginModule, controlFlag }, { options })
}

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, { hint: HINT })
}

const HINT =
  'sasl.jaas.config is: loginModuleClass required name="value" name="value"; (quote every value, mind the semicolon; in a properties file a line that goes on in the next one ends with a backslash).'
