import { apis as summaries } from '../messages/apis.js'
import { closest } from './arguments.js'
import { CommandLineError } from './command.js'
import type { AnyApi } from '../protocol/api.js'

/**
 * An API by Kafka's name of it, whatever the case, or by its key.
 *
 * @throws CommandLineError naming what was probably meant
 */
export async function apiNamed(text: string): Promise<AnyApi> {
  const summary = summaries.find(({ key, name }) => String(key) === text || name.toLowerCase() === text.toLowerCase())
  if (!summary) {
    const near = closest(
      text.toLowerCase(),
      summaries.map(({ name }) => name.toLowerCase()),
    )
    const meant = summaries.find(({ name }) => name.toLowerCase() === near)
    throw new CommandLineError(`Kafka has no API ${text}${meant ? `; did you mean ${meant.name}?` : ''}`)
  }
  return (await loadApi(summary.name)) ?? missing(summary.name)
}

/** An API by its key; undefined for one that is newer than Ottla. */
export async function apiOfKey(key: number): Promise<AnyApi | undefined> {
  const summary = summaries.find((one) => one.key === key)
  return summary && loadApi(summary.name)
}

async function loadApi(name: string): Promise<AnyApi | undefined> {
  const messages: Readonly<Record<string, unknown>> = await import('../messages/index.js')
  const found = messages[name]
  return isApi(found) ? found : undefined
}

function isApi(value: unknown): value is AnyApi {
  return typeof value === 'object' && value !== null && 'request' in value && 'response' in value
}

function missing(name: string): never {
  throw new TypeError(`${name} is listed, but not generated`)
}

/** A version as a flag gives it. @throws CommandLineError if it is none of this API's */
export function parseVersion(api: AnyApi, text: string): number {
  const version = Number(text)
  if (/^\d{1,5}$/.test(text) && version >= api.minVersion && version <= api.maxVersion) return version
  throw new CommandLineError(
    `--version ${text}: Ottla speaks ${api.name} in the versions ${String(api.minVersion)} to ${String(api.maxVersion)}`,
  )
}
