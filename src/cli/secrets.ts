import { CommandLineError } from './command.js'
import type { Terminal } from './terminal.js'

/** Where a secret comes from: never from the command line itself, which every user of the machine can read. */
export interface SecretSource {
  /** `password` or `token`: the flags are `--password-file`, `--password-env`. */
  readonly what: string
  readonly file: string | undefined
  readonly env: string | undefined
}

/**
 * Reads a secret from a file (one newline at its end does not count), a variable, or a prompt that shows nothing.
 *
 * @throws CommandLineError if there is none.
 */
export async function readSecret(terminal: Terminal, { what, file, env }: SecretSource): Promise<string> {
  if (file !== undefined && env !== undefined)
    throw new CommandLineError(`--${what}-file and --${what}-env exclude each other`)
  if (file !== undefined) return required(what, `the file ${file}`, await readText(terminal, `${what}-file`, file))
  if (env !== undefined) return required(what, `the variable ${env}`, terminal.env[env])
  if (!terminal.askSecret) {
    throw new CommandLineError(
      `no ${what}: give --${what}-file FILE or --${what}-env NAME; where there is a terminal, ottla asks`,
    )
  }
  return required(what, 'the answer', await terminal.askSecret(`${what}: `))
}

function required(what: string, where: string, secret: string | undefined): string {
  if (secret === undefined || secret === '')
    throw new CommandLineError(`no ${what}: ${where} is ${secret === '' ? 'empty' : 'not set'}`)
  return secret
}

/** Reads a text file that a flag names. @throws CommandLineError naming flag, file and reason. */
export async function readText(terminal: Terminal, flag: string, file: string): Promise<string> {
  const text = (await readBytes(terminal, flag, file)).toString('utf8')
  return text.replace(/\r?\n$/, '')
}

/** Reads a file that a flag names. @throws CommandLineError naming flag, file and reason. */
export async function readBytes(terminal: Terminal, flag: string, file: string): Promise<Buffer> {
  try {
    return await terminal.readFile(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, (open|read).*$/, '') : String(error)
    throw new CommandLineError(`--${flag} ${file} cannot be read: ${reason}`)
  }
}
