import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'

/** A program that answers each line on its standard input with a line on its standard output. */
export class LineProcess implements AsyncDisposable {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #lines: Interface
  #complaints = ''
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    command: string,
    args: readonly string[],
    options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
  ) {
    this.#child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env } })
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text))
    this.#child.stdin.on('error', () => {})
    this.#lines = createInterface(this.#child.stdout)
  }

  /** Asks one question at a time, however many callers there are. */
  async ask(line: string): Promise<string> {
    const answer = this.#turn.then(async () => {
      this.#child.stdin.write(`${line}\n`)
      const over = new AbortController()
      try {
        const [text] = (await Promise.race([once(this.#lines, 'line', over), this.#ended(over.signal)])) as [string]
        return text
      } finally {
        over.abort()
      }
    })
    this.#turn = answer.catch(() => {})
    return await answer
  }

  async #ended(signal: AbortSignal): Promise<never> {
    await once(this.#lines, 'close', { signal })
    throw new Error(`${this.#child.spawnfile} has ended\n${this.#complaints}`)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.stdin.end()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5000)
    await ended
    clearTimeout(timer)
  }
}
