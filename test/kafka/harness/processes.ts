import { spawn, type ChildProcess } from 'node:child_process'
import { openSync, closeSync, readFileSync } from 'node:fs'
import { once } from 'node:events'

export interface Run {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
  readonly timeout?: number
}

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command to its end, whatever its exit code. */
export async function run(command: string, args: readonly string[], options: Run = {}): Promise<Finished> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: options.timeout,
    killSignal: 'SIGKILL',
  })
  const untrack = track(child)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdin.on('error', () => {}).end(options.input ?? '')
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, stdout, stderr }
  } finally {
    untrack()
  }
}

/** Runs a command to its end and gives its standard output. @throws Error with what it printed if it failed. */
export async function succeed(command: string, args: readonly string[], options: Run = {}): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options)
  if (code === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${tail(stdout + stderr)}`)
}

export function tail(text: string, lines = 30): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

const running = new Set<ChildProcess>()

/** Whatever way this process ends, what it started ends too. */
function track(child: ChildProcess): () => void {
  if (running.size === 0) process.once('exit', killAll)
  running.add(child)
  const untrack = (): void => void running.delete(child)
  child.once('exit', untrack)
  return untrack
}

function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** A process that stays: a broker, a KDC. Its output goes to a file. */
export class Service {
  readonly log: string
  readonly #child: ChildProcess
  readonly #exited: Promise<unknown>

  constructor(
    command: string,
    args: readonly string[],
    options: { readonly log: string; readonly env?: NodeJS.ProcessEnv },
  ) {
    this.log = options.log
    const output = openSync(options.log, 'w')
    this.#child = spawn(command, args, { env: { ...process.env, ...options.env }, stdio: ['ignore', output, output] })
    closeSync(output)
    track(this.#child)
    this.#exited = once(this.#child, 'exit').catch(() => {})
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  output(): string {
    return readFileSync(this.log, 'utf8')
  }

  /** Waits until its log has the given line. @throws Error with the end of the log if the process ends before. */
  async printed(line: string, timeout = 120_000): Promise<void> {
    const deadline = Date.now() + timeout
    while (!this.output().includes(line)) {
      const problem = this.alive ? `did not print "${line}" within ${timeout} ms` : 'ended before it was ready'
      if (!this.alive || Date.now() > deadline)
        throw new Error(`${this.#child.spawnfile} ${problem}\n${tail(this.output())}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Ends it, gently if it listens. */
  async stop(patience = 10_000): Promise<void> {
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), patience)
    if (this.alive) this.#child.kill('SIGTERM')
    await this.#exited
    clearTimeout(timer)
  }

  /** Ends it without a word, as a crash would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#exited
  }
}
