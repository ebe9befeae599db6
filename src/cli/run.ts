import { closest } from './arguments.js'
import { CommandLineError, exitCodes } from './command.js'
import { explanation } from './explain.js'
import { commands } from './commands.js'
import { commandHelp } from './help.js'
import { manualOf, manualText } from './manual.js'
import { styled } from './terminal.js'
import type { Output, Terminal } from './terminal.js'

/** Runs a command line and gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '--help', ...rest] = args
  if (['--help', '-h', 'help'].includes(name)) return help(rest, terminal)
  if (name === '--version' || name === '-v') return print(terminal, `${await version()}\n`)
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!entry) return wrongUse(terminal, unknownCommand(name), 'ottla --help')
  const command = await entry.load()
  const end = rest.indexOf('--')
  const flags = end < 0 ? rest : rest.slice(0, end)
  if (flags.includes('--help') || flags.includes('-h')) return print(terminal, commandHelp(command, terminal.out))
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    if (error instanceof CommandLineError) return wrongUse(terminal, error.message, `ottla ${name} --help`)
    if (terminal.signal.aborted || (error instanceof Error && error.name === 'AbortError')) return exitCodes.interrupted
    terminal.err.write(explanation(error, terminal.err))
    return exitCodes.failed
  }
}

function unknownCommand(name: string): string {
  const near = closest(name, Object.keys(commands))
  return `there is no command ${name}${near === undefined ? '' : `; did you mean ${near}?`}`
}

function wrongUse(terminal: Terminal, message: string, see: string): number {
  terminal.err.write(`${styled(terminal.err, 'red', 'ottla:')} ${message}\n       ${see} tells more\n`)
  return exitCodes.usage
}

function print(terminal: Terminal, text: string): number {
  terminal.out.write(text)
  return exitCodes.ok
}

async function help([name]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined) return print(terminal, overview(terminal.out))
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!entry) return wrongUse(terminal, unknownCommand(name), 'ottla --help')
  return print(terminal, manualText(manualOf(await entry.load(), entry.summary), terminal.out))
}

function overview(output: Output): string {
  const column = Math.max(...Object.keys(commands).map((name) => name.length)) + 2
  const rows = Object.entries(commands).map(
    ([name, { summary }]) => `  ${styled(output, 'cyan', name.padEnd(column))}${summary}`,
  )
  return [
    `${styled(output, 'bold', 'ottla')}: Kafka for Node.js, both ends of the wire`,
    '',
    ...rows,
    '',
    'ottla COMMAND --help tells its options, ottla help COMMAND all about it, ottla --version the version.',
    '',
  ].join('\n')
}

async function version(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const manifest = JSON.parse(await readFile(new URL(import.meta.resolve('ottla/package.json')), 'utf8')) as {
    version: string
  }
  return manifest.version
}
