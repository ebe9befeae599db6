import type { Terminal } from '#src/cli/terminal.js'

/** A terminal that remembers what was written to it. */
export interface FakeTerminal extends Terminal {
  readonly written: { out: string; err: string }
  /** By their paths. */
  readonly savedFiles: Map<string, string>
}

export interface FakeWorld {
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly input?: string
  /** The answer to a question for a secret; absent: nobody is there. */
  readonly secret?: string
  readonly color?: boolean
  readonly columns?: number
}

export function fakeTerminal(world: FakeWorld = {}): FakeTerminal {
  const written = { out: '', err: '' }
  const output = (to: 'out' | 'err'): Terminal['out'] => ({
    write: (text) => {
      written[to] += text
    },
    live: false,
    color: world.color ?? false,
    columns: world.columns ?? 100,
  })
  const { secret } = world
  const savedFiles = new Map<string, string>()
  return {
    written,
    savedFiles,
    out: output('out'),
    err: output('err'),
    env: world.env ?? {},
    signal: new AbortController().signal,
    readFile: async (path) => {
      const text = world.files?.[path]
      if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`)
      return Buffer.from(text)
    },
    writeFile: async (path, text) => {
      savedFiles.set(path, text)
    },
    readInput: async () => Buffer.from(world.input ?? ''),
    askSecret: secret === undefined ? undefined : async () => secret,
  }
}
