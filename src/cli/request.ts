import { connect } from '../connection/connect.js'
import { EncodeError } from '../errors.js'
import { apiNamed, parseVersion } from './apis.js'
import { parse } from './arguments.js'
import { brokerFlags, connectOptions } from './broker-options.js'
import { CommandLineError, exitCodes } from './command.js'
import { errorsIn, fromJson, inVersion, templateOf, toJson } from './message-json.js'
import { printable, styled } from './terminal.js'
import type { AnyApi } from '../protocol/api.js'
import type { Command } from './command.js'
import type { Terminal } from './terminal.js'

const flags = {
  ...brokerFlags,
  version: { type: 'string', value: 'N', help: 'Version of the API (default: the newest that both sides speak)' },
  json: { type: 'string', value: 'TEXT', help: 'The request; - reads it from the input (default: {})' },
  template: { type: 'boolean', help: 'Print a request to be filled in, and connect to nobody' },
  reveal: { type: 'boolean', help: 'Show secret bytes, those of delegation tokens for instance' },
} as const

/** `ottla request`: any API of Kafka from the shell. */
export const request: Command = {
  name: 'request',
  usage: 'API HOST:PORT [options]',
  about:
    'Sends one request and prints the answer as JSON: 64-bit numbers beyond 2^53 as text, bytes in base64. Exit code 0, or 1 if there is no answer or the answer as a whole is an error.',
  flags,
  examples: [
    'ottla request Metadata localhost:9092 --json \'{ "topics": null }\'',
    'ottla request Metadata --template --version 12',
    'ottla request DescribeConfigs localhost:9092 --config client.properties --json - < request.json',
  ],
  exits: { 1: 'There is no answer, or the answer as a whole is an error.' },
  see: ['connect', 'decode'],
  async run(args, terminal) {
    const { values, rest } = parse(args, flags)
    const [name, ...target] = rest
    if (name === undefined) throw new CommandLineError('which API? Metadata, for instance')
    const api = await apiNamed(name)
    const version = values.version === undefined ? undefined : parseVersion(api, values.version)
    if (values.template) return template(api, version ?? api.maxVersion, terminal)
    const text = values.json === '-' ? (await terminal.readInput()).toString('utf8') : (values.json ?? '{}')
    const body = fromJson(api.request.fields, parseJson(text))
    const options = await connectOptions(target, values, terminal)
    await using connection = await connect(options)
    const { signal } = terminal
    const response: unknown = await connection.send(api, body as never, { signal, version }).catch(incomplete)
    const spoken = connection.versions.pick(api, version)
    return print(inVersion(api.response.fields, spoken, response), { terminal, reveal: values.reveal ?? false })
  },
}

/** What cannot be written was not given, or not for this version. */
function incomplete(error: unknown): never {
  if (error instanceof EncodeError) throw new CommandLineError(`${error.message}; --template prints a whole request`)
  throw error
}

function template(api: AnyApi, version: number, { out }: Terminal): number {
  const defaults = api.request.defaults() as Record<string, unknown>
  out.write(`${toJson(templateOf(api.request.fields, version, defaults), { reveal: true })}\n`)
  return exitCodes.ok
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandLineError(`the request is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function print(response: unknown, { terminal, reveal }: { terminal: Terminal; reveal: boolean }): number {
  const { out, err } = terminal
  if (response === undefined) {
    err.write('sent; the broker answers no such request\n')
    return exitCodes.ok
  }
  out.write(`${toJson(response, { reveal })}\n`)
  const errors = errorsIn(response)
  for (const { path, name } of errors) err.write(`${styled(err, 'yellow', '!')} ${printable(path)}: ${name}\n`)
  return errors.some(({ path }) => path === 'errorCode') ? exitCodes.failed : exitCodes.ok
}
