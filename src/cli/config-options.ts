import { readClientConfig } from '../config/client.js'
import { propertiesFromEnvironment } from '../config/environment.js'
import { readJavaScriptConfig } from '../config/javascript.js'
import { CommandLineError } from './command.js'
import { readBytes } from './secrets.js'
import { printable, styled } from './terminal.js'
import type { ConnectOptions } from '../connection/options.js'
import type { Address } from '../config/address.js'
import type { ClientConfig } from '../config/client.js'
import type { ConfigWarning } from '../config/reading.js'
import type { ConfigSource } from '../config/source.js'
import type { Terminal } from './terminal.js'

/** Where to go, and how. */
export interface Targets {
  /** At least one. */
  readonly endpoints: readonly [Address, ...Address[]]
  readonly options: Omit<ConnectOptions, 'host' | 'port'>
}

/**
 * Reads a Java `client.properties`, or the options of a JavaScript client as JSON; `servers` of the command line go before
 * those of the file. What has no effect is told on the error output.
 *
 * @throws CommandLineError if the file cannot be read, UsageError for what it says
 */
export async function targetsFromConfig(
  file: string,
  servers: readonly Address[],
  terminal: Terminal,
): Promise<Targets> {
  const bytes = await readBytes(terminal, 'config', file)
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  if (/^\s*\{/.test(text)) return targets(readJavaScriptConfig(parseJson(file, text)), { servers, terminal })
  // As bytes: Kafka's tools read a properties file as ISO 8859-1.
  return targetsFromProperties(bytes, { servers, terminal })
}

/** Reads the client's properties in `KAFKA_…` variables. @throws UsageError */
export async function targetsFromEnvironment(servers: readonly Address[], terminal: Terminal): Promise<Targets> {
  return targetsFromProperties(propertiesFromEnvironment(terminal.env), { servers, terminal })
}

interface From {
  readonly servers: readonly Address[]
  readonly terminal: Terminal
}

/** `KAFKA_OPTS` gives Java's system properties, as it does for Kafka's tools. */
async function targetsFromProperties(source: ConfigSource, { servers, terminal }: From): Promise<Targets> {
  const given = servers.map(({ host, port }) => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`))
  const config = await readClientConfig(source, {
    readFile: (path) => terminal.readFile(path),
    env: terminal.env,
    systemProperties: systemProperties(terminal.env.KAFKA_OPTS ?? ''),
    ...(given.length > 0 && { bootstrapServers: given.join(',') }),
  })
  return targets(config, { servers: [], terminal })
}

function targets(
  {
    endpoints,
    connect,
    warnings,
  }: Pick<ClientConfig, 'endpoints' | 'warnings'> & { readonly connect: Targets['options'] },
  { servers, terminal }: From,
): Targets {
  for (const warning of warnings) terminal.err.write(warningLine(warning, terminal))
  const [first, ...more] = servers.length > 0 ? servers : endpoints
  if (!first) throw new CommandLineError('no server is named: give HOST:PORT, or set bootstrap.servers')
  return { endpoints: [first, ...more], options: { ...connect, signal: terminal.signal } }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Node's message quotes the text, and a password with it.
    throw new CommandLineError(`--config ${file} begins like JSON, and is none`)
  }
}

function warningLine({ property, message }: ConfigWarning, { err }: Terminal): string {
  return `${styled(err, 'yellow', '!')} ${printable(message.includes(property) ? message : `${property}: ${message}`)}\n`
}

/** The properties that `-D` sets on Java's command line. */
export function systemProperties(options: string): Record<string, string> {
  const pairs = [...options.matchAll(/(?:^|\s)-D([^\s=]+)=(?:"([^"]*)"|(\S*))/g)]
  return Object.fromEntries(pairs.map(([, name = '', quoted, bare = '']) => [name, quoted ?? bare]))
}
