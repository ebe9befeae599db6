import { parseArgs } from 'node:util'
import { CommandLineError } from './command.js'
import type { Flag, Flags } from './command.js'

/** The values of a command's flags, by name. */
export type Values<T extends Flags> = {
  readonly [Name in keyof T]: ValueOf<T[Name]> | undefined
}
type ValueOf<T extends Flag> = T['type'] extends 'boolean'
  ? true
  : T extends { multiple: true }
    ? readonly string[]
    : string

/**
 * Splits a command line into flags and the rest.
 *
 * @throws CommandLineError naming the flag that is unknown, lacks its value, or stands twice.
 */
export function parse<T extends Flags>(
  args: readonly string[],
  flags: T,
): { values: Values<T>; rest: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { type, short }]) => [name, { type, multiple: true, ...(short && { short }) }]),
  )
  const parsed = split({ args: [...args], options, allowPositionals: true }, flags)
  const values: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(parsed.values)) {
    if (!Array.isArray(given)) continue
    if (flags[name]?.multiple === true) values[name] = given
    else if (given.length > 1) throw new CommandLineError(`--${name} stands twice`)
    else if (given[0] === '') throw new CommandLineError(`--${name} is empty`)
    else values[name] = given[0]
  }
  return { values: values as Values<T>, rest: parsed.positionals }
}

function split(config: Parameters<typeof parseArgs>[0], flags: Flags): ReturnType<typeof parseArgs> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const flag = /'(?:-\w, )?(-[^' =]+)/.exec(error.message)?.[1] ?? ''
    if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new CommandLineError(`there is no option ${flag}${suggestion(flag, flags)}`)
    const { type, value = 'VALUE' } = flags[flag.replace(/^--?/, '')] ?? {}
    if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
    throw new CommandLineError(
      type === 'boolean' ? `${flag} takes no value` : `${flag} needs a value: ${flag} ${value}`,
    )
  }
}

function suggestion(flag: string, flags: Flags): string {
  const near = closest(flag.replace(/^--?/, ''), Object.keys(flags))
  return near === undefined ? '' : `; did you mean --${near}?`
}

/** The name that was probably meant, if one is near enough. */
export function closest(name: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((candidate) => ({ candidate, distance: candidate.startsWith(name) ? 0.5 : distance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  return best && best.distance <= Math.max(1, name.length / 3) ? best.candidate : undefined
}

/** How many letters must be added, dropped or changed to make `b` of `a`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** `HOST:PORT`, `HOST`, `[IPv6]:PORT`; Kafka's port is 9092. */
export function parseEndpoint(text: string): { host: string; port: number } {
  const match = /^(?:\[([0-9a-f]*:[0-9a-f:.]+(?:%[\w.-]+)?)\]|([^\s:[\]/@]+))(?::(\d{1,5}))?$/i.exec(text)
  const host = match?.[1] ?? match?.[2]
  const port = Number(match?.[3] ?? 9092)
  if (host === undefined || port < 1 || port > 65_535) {
    throw new CommandLineError(`${text} is no HOST:PORT; kafka.example.com:9092 and [::1]:9092 are`)
  }
  return { host, port }
}

/** `HOST:PORT` or several, in one word separated by commas or in several words. */
export function parseEndpoints(texts: readonly string[]): { host: string; port: number }[] {
  return texts.flatMap((text) => text.split(',').filter(Boolean).map(parseEndpoint))
}

/** `500ms`, `10s`, `2m`; a bare number is milliseconds, as in Kafka's properties. Gives milliseconds. */
export function parseDuration(flag: string, text: string): number {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)?$/.exec(text)
  const unit = { ms: 1, s: 1000, m: 60_000 }[(match?.[2] ?? 'ms') as 'ms' | 's' | 'm']
  const ms = Number(match?.[1]) * unit
  if (!match || ms < 1 || ms > 2 ** 31 - 1)
    throw new CommandLineError(`--${flag} ${text} is no duration; 500ms, 10s and 2m are`)
  return Math.round(ms)
}

/** `NAME=VALUE`, each name once. */
export function parsePairs(flag: string, texts: readonly string[]): Record<string, string> {
  const pairs = new Map<string, string>()
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 1) throw new CommandLineError(`--${flag} ${text} is no NAME=VALUE`)
    const name = text.slice(0, at)
    if (pairs.has(name)) throw new CommandLineError(`--${flag} ${name} stands twice`)
    pairs.set(name, text.slice(at + 1))
  }
  return Object.fromEntries(pairs)
}
