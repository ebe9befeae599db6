/** Where a command writes. */
export interface Output {
  write(text: string): void
  /** Whether a person sees it as it is written. */
  readonly live: boolean
  readonly color: boolean
  readonly columns: number
}

/** All that a command sees of the world outside. */
export interface Terminal {
  readonly out: Output
  readonly err: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal
  readFile(path: string): Promise<Buffer>
  writeFile(path: string, text: string): Promise<void>
  /** All of the standard input. */
  readInput(): Promise<Buffer>
  /** Asks for a secret without showing it; undefined where nobody is there to answer. */
  readonly askSecret: ((question: string) => Promise<string>) | undefined
}

const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const

export type Style = keyof typeof styles

/** `text` in a style, where the output shows styles. */
export function styled(output: Pick<Output, 'color'>, style: Style, text: string): string {
  const [on, off] = styles[style]
  return output.color && text !== '' ? `\x1b[${String(on)}m${text}\x1b[${String(off)}m` : text
}

/**
 * Text from elsewhere (a broker's message, a certificate's subject) made safe to print: control characters could
 * move the cursor or retitle the window.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\n' || character === '\t'
      ? ' '
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

/** Wraps `text` at spaces into lines of at most `width` characters; longer words stay whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** A duration for a person: three digits are enough. */
export function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  return ms >= 99.95 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(ms >= 9.995 ? 1 : 2)} ms`
}
