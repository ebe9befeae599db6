/**
 * The tokens of JAAS text, as Java's StreamTokenizer cuts them: a word or a quoted text has a value, a number or any
 * other character has none. Surprises are the tokenizer's: a line break ends a quoted text, and a single `/` comments
 * out the rest of its line.
 */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'number' | 'character'
  /** What a word or a quoted text says. */
  readonly text: string | undefined
  /** A `character` itself, or the quote of a quoted text. */
  readonly character: string | undefined
  /** Counted from 1. */
  readonly line: number
}

export interface Tokenizer {
  /** The next token; undefined at the end. */
  next(): Token | undefined
  /** The line that was reached. */
  line(): number
}

export interface Dialect {
  /** Characters that belong to words beside letters, digits, `.` and all from U+00A0. */
  readonly wordCharacters: string
}

const END = -1

export function tokenize(source: string, dialect: Dialect): Tokenizer {
  return new StreamTokenizer(source, dialect)
}

class StreamTokenizer implements Tokenizer {
  readonly #source: string
  readonly #wordCharacters: ReadonlySet<number>
  #position = 0
  #line = 1

  constructor(source: string, dialect: Dialect) {
    this.#source = source
    this.#wordCharacters = new Set(Array.from(dialect.wordCharacters, (character) => character.charCodeAt(0)))
  }

  line(): number {
    return this.#line
  }

  next(): Token | undefined {
    for (;;) {
      const code = this.#peek()
      if (code === END) return undefined
      if (code <= SPACE) this.#skip()
      else if (code === SLASH) this.#comment()
      else return this.#token(code)
    }
  }

  #token(code: number): Token {
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#quoted(code)
    // Digits come first: a hyphen may go on a word, but never begins one.
    if (isDigit(code) || code === DOT || code === HYPHEN) return this.#number()
    if (this.#isAlphabetic(code)) return this.#word()
    this.#position++
    return this.#tokenOf('character', String.fromCharCode(code))
  }

  #word(): Token {
    const start = this.#position
    let code = this.#peek()
    while (code !== END && (this.#isAlphabetic(code) || isDigit(code) || code === DOT || code === HYPHEN)) {
      this.#position++
      code = this.#peek()
    }
    return { kind: 'word', text: this.#source.slice(start, this.#position), character: undefined, line: this.#line }
  }

  #number(): Token {
    if (this.#peek() === HYPHEN) {
      this.#position++
      const code = this.#peek()
      if (!isDigit(code) && code !== DOT) return this.#tokenOf('character', '-')
    }
    let dots = 0
    for (let code = this.#peek(); isDigit(code) || (code === DOT && dots++ === 0); code = this.#peek()) this.#position++
    return this.#tokenOf('number', undefined)
  }

  #quoted(quote: number): Token {
    const parts: string[] = []
    this.#position++
    for (;;) {
      const code = this.#peek()
      // A line break stays for the next token, as does the end.
      if (code === END || code === LINE_FEED || code === CARRIAGE_RETURN) break
      this.#position++
      if (code === quote) break
      parts.push(code === BACKSLASH ? this.#escape() : String.fromCharCode(code))
    }
    return { kind: 'quoted', text: parts.join(''), character: String.fromCharCode(quote), line: this.#line }
  }

  #escape(): string {
    const code = this.#peek()
    if (code === END) return '\uffff' // as Java, which takes the end for a character here
    // Up to three octal digits, no more than \377.
    const octal = /[0-3][0-7]{0,2}|[4-7][0-7]?/y
    octal.lastIndex = this.#position
    const digits = octal.exec(this.#source)?.[0]
    this.#position += digits?.length ?? 1
    if (digits !== undefined) return String.fromCharCode(parseInt(digits, 8))
    const character = String.fromCharCode(code)
    return ESCAPES[character] ?? character
  }

  #comment(): void {
    this.#position++
    if (this.#peek() === STAR) {
      this.#position++
      this.#blockComment()
      return
    }
    // One slash comments as two do, but takes the next character with it, even if that is a line break.
    if (this.#peek() !== SLASH) this.#position++
    for (let code = this.#peek(); code !== END && code !== LINE_FEED && code !== CARRIAGE_RETURN; code = this.#peek()) {
      this.#position++
    }
  }

  #blockComment(): void {
    const end = this.#source.indexOf('*/', this.#position)
    const stop = end < 0 ? this.#source.length : end + 2
    while (this.#position < stop) this.#skip()
  }

  /** Steps over one character and counts lines. */
  #skip(): void {
    const code = this.#peek()
    this.#position++
    if (code === CARRIAGE_RETURN && this.#peek() === LINE_FEED) this.#position++
    if (code === CARRIAGE_RETURN || code === LINE_FEED) this.#line++
  }

  #isAlphabetic(code: number): boolean {
    const lower = code | 0x20
    return (lower >= 0x61 && lower <= 0x7a) || code >= FIRST_BEYOND || this.#wordCharacters.has(code)
  }

  #peek(): number {
    return this.#position < this.#source.length ? this.#source.charCodeAt(this.#position) : END
  }

  #tokenOf(kind: Token['kind'], character: string | undefined): Token {
    return { kind, text: undefined, character, line: this.#line }
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }
const SPACE = 0x20
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const STAR = 0x2a
const HYPHEN = 0x2d
const DOT = 0x2e
const SLASH = 0x2f
const BACKSLASH = 0x5c
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
/** From here on (no-break space) every character is a letter to Java's tokenizer. */
const FIRST_BEYOND = 0xa0
