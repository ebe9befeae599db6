import { exitCodes } from './command.js'
import { styled, wrapped } from './terminal.js'
import type { Command, Flag } from './command.js'
import type { Output } from './terminal.js'

/** A part of a manual page. */
export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'entry'; readonly term: string; readonly text: string }

/** What every command obeys. */
const environment: Readonly<Record<string, string>> = {
  NO_COLOR: 'If it is set and not empty, nothing is coloured.',
  FORCE_COLOR: 'If it is neither 0 nor false, the output is coloured also where it is no terminal.',
}
const brokerEnvironment: Readonly<Record<string, string>> = {
  KAFKA_BOOTSTRAP_SERVERS:
    'The servers, where the command line names none. With it, or with --env, every property of a client counts that stands in a variable of its name: KAFKA_SASL_MECHANISM is sasl.mechanism. KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD stand for sasl.jaas.config.',
  KAFKA_OPTS:
    "As for Kafka's tools: -Djava.security.auth.login.config=FILE names a JAAS file, -DNAME=VALUE what it refers to.",
  KRB5_CONFIG: 'Where Kerberos finds its realms, for GSSAPI.',
}

const exits: Readonly<Record<number, string>> = {
  [exitCodes.ok]: 'All went well.',
  [exitCodes.failed]: 'It failed; the error output says why.',
  [exitCodes.usage]: 'Wrong use.',
  [exitCodes.interrupted]: 'Ctrl-C.',
}

/** The manual page of a command, made of the tables that also make its `--help` and the completion. */
export function manualOf(command: Command, summary: string): Section[] {
  const { name, usage, about, flags, examples, see = [] } = command
  const variables = 'env' in flags ? { ...brokerEnvironment, ...environment } : environment
  const help: Flag = { type: 'boolean', short: 'h', help: 'A short form of this text.' }
  return [
    { title: 'NAME', blocks: [{ kind: 'text', text: `ottla ${name}: ${summary}` }] },
    { title: 'SYNOPSIS', blocks: [{ kind: 'code', text: `ottla ${name} ${usage}`.trim() }] },
    { title: 'DESCRIPTION', blocks: [{ kind: 'text', text: about }] },
    { title: 'OPTIONS', blocks: Object.entries({ ...flags, help }).map(([flag, about]) => option(flag, about)) },
    { title: 'EXIT STATUS', blocks: entries({ ...exits, ...command.exits }) },
    { title: 'ENVIRONMENT', blocks: entries(variables) },
    { title: 'EXAMPLES', blocks: examples.map((text) => ({ kind: 'code', text })) },
    {
      title: 'SEE ALSO',
      blocks: [{ kind: 'text', text: [...see.map((other) => `ottla help ${other}`), 'ottla --help'].join(', ') }],
    },
  ]
}

function option(name: string, { type, short, value = 'VALUE', help, property, choices, multiple }: Flag): Block {
  const term = `${short === undefined ? '' : `-${short}, `}--${name}${type === 'string' ? ` ${value}` : ''}`
  const more = [
    sentence(help),
    multiple && !help.includes('may stand often') && 'It may stand often.',
    choices && !choices.every((choice) => help.includes(choice)) && `One of ${choices.join(', ')}.`,
    property !== undefined && `Kafka: ${property}.`,
  ]
  return { kind: 'entry', term, text: more.filter(Boolean).join(' ') }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function entries(table: Readonly<Record<string, string>>): Block[] {
  return Object.entries(table).map(([term, text]) => ({ kind: 'entry', term, text }))
}

/** A manual page for a terminal. */
export function manualText(sections: readonly Section[], output: Output): string {
  const width = Math.min(output.columns, 90)
  const paragraph = (text: string, indent: number): string[] =>
    wrapped(text, width - indent).map((line) => ' '.repeat(indent) + line)
  const lines = sections.flatMap(({ title, blocks }) => [
    styled(output, 'bold', title),
    ...blocks.flatMap((block) => {
      if (block.kind === 'entry') return [`       ${styled(output, 'cyan', block.term)}`, ...paragraph(block.text, 14)]
      return block.kind === 'text' ? paragraph(block.text, 7) : [`       ${styled(output, 'cyan', block.text)}`]
    }),
    '',
  ])
  return lines.join('\n')
}
