import { readClientConfig } from '../config/client.js'
import { parseEndpoint } from './arguments.js'
import { CommandLineError } from './command.js'
import { readText } from './secrets.js'
import { printable, styled } from './terminal.js'
import type { ConnectOptions } from '../connection/options.js'
import type { Address } from '../config/address.js'
import type { ConfigWarning } from '../config/reading.js'
import type { Terminal } from './terminal.js'

/** What a file for Kafka's own tools asks for. */
export interface FromConfig {
  /** Every server that is named, the first of them in `options`. */
  readonly endpoints: readonly Address[]
  readonly options: ConnectOptions
}

/**
 * Reads a Java `client.properties`. `KAFKA_OPTS` gives Java's system properties, as it does for Kafka's tools. What has no
 * effect is told on the error output.
 *
 * @throws CommandLineError if the file cannot be read, UsageError for what it says
 */
export async function optionsFromConfig(
  file: string,
  endpoint: string | undefined,
  terminal: Terminal,
): Promise<FromConfig> {
  const text = await readText(terminal, 'config', file)
  const given = endpoint === undefined ? undefined : parseEndpoint(endpoint)
  const { endpoints, connect, warnings } = await readClientConfig(text, {
    readFile: (path) => terminal.readFile(path),
    systemProperties: systemProperties(terminal.env.KAFKA_OPTS ?? ''),
    ...(given && {
      bootstrapServers: given.host.includes(':') ? `[${given.host}]:${given.port}` : `${given.host}:${given.port}`,
    }),
  })
  for (const warning of warnings) terminal.err.write(warningLine(warning, terminal))
  const [first] = endpoints
  if (!first) throw new CommandLineError(`${file} names no server: give HOST:PORT, or set bootstrap.servers`)
  return { endpoints, options: { ...connect, ...first, signal: terminal.signal } }
}

function warningLine({ property, message }: ConfigWarning, { err }: Terminal): string {
  return `${styled(err, 'yellow', '!')} ${printable(message.includes(property) ? message : `${property}: ${message}`)}\n`
}

/** The properties that `-D` sets on Java's command line. */
export function systemProperties(options: string): Record<string, string> {
  const pairs = [...options.matchAll(/(?:^|\s)-D([^\s=]+)=(?:"([^"]*)"|(\S*))/g)]
  return Object.fromEntries(pairs.map(([, name = '', quoted, bare = '']) => [name, quoted ?? bare]))
}
