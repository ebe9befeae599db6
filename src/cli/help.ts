import { styled, wrapped } from './terminal.js'
import type { Command, Flags } from './command.js'
import type { Output } from './terminal.js'

/** What `ottla COMMAND --help` prints. */
export function commandHelp(command: Command, output: Output): string {
  const width = Math.min(output.columns, 100)
  const lines = [
    `${styled(output, 'bold', `ottla ${command.name}`)} ${command.usage}`,
    '',
    ...wrapped(command.about, width),
    '',
    ...flagLines({ ...command.flags, help: { type: 'boolean', short: 'h', help: 'This text' } }, output),
  ]
  if (command.examples.length > 0)
    lines.push('', ...command.examples.map((example) => styled(output, 'dim', `  $ ${example}`)))
  lines.push('', `ottla help ${command.name} tells more: exit status, variables, Kafka's properties.`)
  return `${lines.join('\n')}\n`
}

function flagLines(flags: Flags, output: Output): string[] {
  const rows = Object.entries(flags).map(([name, flag]) => {
    const value = flag.type === 'string' ? ` ${flag.value ?? 'VALUE'}` : ''
    return { left: `${flag.short ? `-${flag.short}, ` : ''}--${name}${value}`, help: flag.help }
  })
  const column = Math.max(...rows.map(({ left }) => left.length)) + 4
  return rows.flatMap(({ left, help }) => {
    const [first = '', ...more] = wrapped(help, Math.max(30, Math.min(output.columns, 100) - column))
    const head = `  ${styled(output, 'cyan', left)}${' '.repeat(column - 2 - left.length)}${first}`
    return [head, ...more.map((line) => ' '.repeat(column) + line)]
  })
}
