import { readClientConfig } from '../config/client.js'
import { CommandLineError } from './command.js'
import { readText } from './secrets.js'
import { printable, styled } from './terminal.js'
import type { ConnectOptions } from '../connection/options.js'
import type { Address } from '../config/address.js'
import type { ConfigWarning } from '../config/reading.js'
import type { Terminal } from './terminal.js'

/** Where to go, and how. */
export interface Targets {
  /** At least one. */
  readonly endpoints: readonly [Address, ...Address[]]
  readonly options: Omit<ConnectOptions, 'host' | 'port'>
}

/**
 * Reads a Java `client.properties`; `servers` of the command line go before those of the file. `KAFKA_OPTS` gives Java's
 * system properties, as it does for Kafka's tools. What has no effect is told on the error output.
 *
 * @throws CommandLineError if the file cannot be read, UsageError for what it says
 */
export async function targetsFromConfig(
  file: string,
  servers: readonly Address[],
  terminal: Terminal,
): Promise<Targets> {
  const text = await readText(terminal, 'config', file)
  const given = servers.map(({ host, port }) => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`))
  const { endpoints, connect, warnings } = await readClientConfig(text, {
    readFile: (path) => terminal.readFile(path),
    systemProperties: systemProperties(terminal.env.KAFKA_OPTS ?? ''),
    ...(given.length > 0 && { bootstrapServers: given.join(',') }),
  })
  for (const warning of warnings) terminal.err.write(warningLine(warning, terminal))
  const [first, ...more] = endpoints
  if (!first) throw new CommandLineError(`${file} names no server: give HOST:PORT, or set bootstrap.servers`)
  return { endpoints: [first, ...more], options: { ...connect, signal: terminal.signal } }
}

function warningLine({ property, message }: ConfigWarning, { err }: Terminal): string {
  return `${styled(err, 'yellow', '!')} ${printable(message.includes(property) ? message : `${property}: ${message}`)}\n`
}

/** The properties that `-D` sets on Java's command line. */
export function systemProperties(options: string): Record<string, string> {
  const pairs = [...options.matchAll(/(?:^|\s)-D([^\s=]+)=(?:"([^"]*)"|(\S*))/g)]
  return Object.fromEntries(pairs.map(([, name = '', quoted, bare = '']) => [name, quoted ?? bare]))
}
