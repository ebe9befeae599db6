import { UsageError } from '../../errors.js'
import { controlFlag, jaasEntry, lastOption, printable, type ControlFlag, type JaasEntry } from './entry.js'
import { tokenize, type Token, type Tokenizer } from './tokens.js'

/** The contexts of a JAAS login file by name, `KafkaClient` for instance, each with its login modules. */
export type JaasFile = ReadonlyMap<string, readonly JaasEntry[]>

/**
 * Reads a JAAS login file, the one that Java's system property `java.security.auth.login.config` names:
 * `ContextName { loginModuleClass flag (name=value)* ; … } ;`, as the JDK's ConfigFile reads it.
 *
 * `${name}` in a value is replaced by that system property; one that is not given is an error, as in Java.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with the JDK's text.
 */
export function parseJaasFile(
  text: string,
  options: { readonly systemProperties?: Readonly<Record<string, string>> | undefined } = {},
): JaasFile {
  return new FileParser(text, options.systemProperties ?? {}).contexts()
}

/** The JDK's names of what may stand in a place: `found` shows them beside the line. */
type Expected = 'module class name' | 'controlFlag' | 'option key' | 'option value'

class FileParser {
  readonly #tokens: Tokenizer
  readonly #systemProperties: Readonly<Record<string, string>>
  #token: Token | undefined

  constructor(text: string, systemProperties: Readonly<Record<string, string>>) {
    // Unlike sasl.jaas.config, a file takes an asterisk as a letter.
    this.#tokens = tokenize(text, { wordCharacters: '_$*' })
    this.#systemProperties = systemProperties
    this.#token = this.#tokens.next()
  }

  contexts(): JaasFile {
    const contexts = new Map<string, readonly JaasEntry[]>()
    while (this.#token !== undefined) {
      const name = this.#token.text
      this.#token = this.#tokens.next()
      const entries = this.#context()
      // Java keeps a context whose name is a number under null, where nobody finds it.
      if (name === undefined) continue
      if (contexts.has(name)) throw invalid(`Configuration Error:\n\tCan not specify multiple entries for ${name}`)
      contexts.set(name, entries)
    }
    return contexts
  }

  #context(): readonly JaasEntry[] {
    const entries: JaasEntry[] = []
    this.#take('{')
    while (this.#token?.character !== '}') entries.push(this.#entry(lastOption(entries.at(-1))))
    this.#take('}')
    this.#take(';')
    return entries
  }

  #entry(optionBefore: string | undefined): JaasEntry {
    const loginModule = this.#text('module class name')
    const flag = this.#flag(optionBefore)
    const options = new Map<string, string>()
    while (this.#token?.character !== ';') {
      const key = this.#text('option key')
      this.#take('=')
      options.set(key, this.#expanded(this.#text('option value')))
    }
    this.#take(';')
    if (loginModule === '') throw invalid('Configuration Error:\n\tmodule class name is empty')
    return jaasEntry(loginModule, flag, options)
  }

  #flag(optionBefore: string | undefined): ControlFlag {
    const text = this.#text('controlFlag')
    const flag = controlFlag(text)
    if (flag !== undefined) return flag
    throw invalid(`Configuration Error:\n\tInvalid control flag, ${printable(text.toUpperCase(), optionBefore)}`)
  }

  /** A word or a text in double quotes: single quotes, which sasl.jaas.config takes, do not count here. */
  #text(expected: Expected): string {
    const token = this.#token
    if (token?.text === undefined || token.character === "'") throw this.#unexpected(expected)
    this.#token = this.#tokens.next()
    return token.text
  }

  #take(character: string): void {
    if (this.#token?.kind !== 'character' || this.#token.character !== character) throw this.#unexpected(character)
    this.#token = this.#tokens.next()
  }

  /** Java prints every word that it found: that may be a piece of a password without quotes. */
  #unexpected(expected: string): UsageError {
    if (this.#token === undefined) return invalid(`Configuration Error:\n\texpected [${expected}], read [end of file]`)
    const shown = this.#token.text === undefined || expected === '{'
    const found = shown ? (this.#token.text ?? null) : '[hidden]'
    return invalid(`Configuration Error:\n\tLine ${this.#token.line}: expected [${expected}], found [${found}]`)
  }

  #expanded(value: string): string {
    const expanded = expandSystemProperties(value, this.#systemProperties)
    if (value !== '' && expanded === '') {
      throw invalid(
        `Configuration Error:\n\tLine ${this.#tokens.line()}: system property [${value}] expanded to empty value`,
      )
    }
    return expanded
  }
}

/** `${name}` by the system property, `${/}` by the separator of paths; `${{…}}` and an unclosed `${` stay as they are. */
function expandSystemProperties(value: string, systemProperties: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{\{[^]*?(?:\}\}|$)|\$\{([^}]*)(\}?)/g, (whole, name: string | undefined, end: string) => {
    if (name === undefined || end === '') return whole
    if (name === '/') return process.platform === 'win32' ? '\\' : '/'
    const expanded = Object.hasOwn(systemProperties, name) ? systemProperties[name] : undefined
    if (expanded !== undefined) return expanded
    throw invalid(`unable to expand property ${name}`)
  })
}

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, {
    hint: 'A login file is: KafkaClient { loginModuleClass required name="value"; }; (double quotes, a semicolon after the options and after the brace).',
  })
}
