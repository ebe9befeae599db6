import type { Terminal } from './terminal.js'

/** One option of a command, as `node:util`'s parseArgs takes it, with what `--help` tells about it. */
export interface Flag {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for the value in `--help`, `FILE` for instance. */
  readonly value?: string
  readonly help: string
  /** The property of Kafka that it stands for. */
  readonly property?: string
  /** What the value may be, where that is a closed list. */
  readonly choices?: readonly string[]
}

export type Flags = Readonly<Record<string, Flag>>

/** One command of `ottla`. */
export interface Command {
  readonly name: string
  /** What follows the command's name: `HOST:PORT [options]`. */
  readonly usage: string
  /** A paragraph about what it does. */
  readonly about: string
  readonly flags: Flags
  readonly examples: readonly string[]
  /** What may stand in place of the first word that is no option, where that is a closed list. */
  readonly words?: readonly string[]
  /** Exit codes beside 0, 1, 2 and 130, or what 1 means here. */
  readonly exits?: Readonly<Record<number, string>>
  /** Commands that are near to it. */
  readonly see?: readonly string[]
  /** Runs it and gives the exit code. @throws CommandLineError if it was called in a wrong way. */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** Exit codes: what shells and CI look at. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const

/** Called in a wrong way: exit code 2, and where to read how. */
export class CommandLineError extends Error {
  static {
    this.prototype.name = 'CommandLineError'
  }
}
