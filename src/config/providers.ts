import { posix, win32 } from 'node:path'
import { UsageError } from '../errors.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import { parseProperties } from './properties.js'
import { contentOf, type ConfigWarning, type ReadFile } from './reading.js'
import { javaClass } from './sasl/modules.js'
import type { Properties } from './values.js'

/** Gives the value of a key, in the file or folder `path` where one is named; undefined if there is none. */
export type ConfigProvider = (key: string, path: string) => MaybePromise<string | undefined>

/** Where the values of `${provider:path:key}` come from. */
export interface ProviderSources {
  readonly readFile?: ReadFile | undefined
  /** The environment, for Kafka's EnvVarConfigProvider: `process.env`, for instance. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** Providers by their names in `config.providers`, in place of Java's classes. */
  readonly providers?: Readonly<Record<string, ConfigProvider>> | undefined
}

export interface ResolvedProperties {
  readonly properties: Properties
  readonly warnings: readonly ConfigWarning[]
}

/**
 * Puts in the values of `${provider:key}` and `${provider:path:key}`, by Kafka's own providers for the environment, files
 * and folders (`config.providers`; KIP-297, KIP-421). What a provider does not know stays as it is, as in Kafka.
 *
 * @throws UsageError (`INVALID_ARGUMENT`, `UNSUPPORTED` for a provider that is a Java class).
 */
export async function resolveVariables(properties: Properties, sources: ProviderSources): Promise<ResolvedProperties> {
  const names = (properties.get('config.providers') ?? '').split(',').map((name) => name.trim())
  const providers = new Map<string, ConfigProvider>()
  for (const name of names) if (name !== '') providers.set(name, provider(name, properties, sources))
  if (providers.size === 0) return { properties, warnings: [] }
  const warnings: ConfigWarning[] = []
  const resolved = new Map<string, string>()
  for (const [property, text] of properties) {
    const { value, unresolved } = await replaced(text, providers)
    resolved.set(property, value)
    for (const variable of unresolved) {
      warnings.push({ code: 'UNRESOLVED', property, message: `${variable} has no value: it stays as it is.` })
    }
  }
  return { properties: resolved, warnings }
}

async function replaced(
  text: string,
  providers: ReadonlyMap<string, ConfigProvider>,
): Promise<{ readonly value: string; readonly unresolved: readonly string[] }> {
  const parts: string[] = []
  const unresolved: string[] = []
  let position = 0
  for (const { 0: whole, 1: body, 2: end, index } of text.matchAll(/\$\{([^}]*)(\}?)/g)) {
    parts.push(text.slice(position, index))
    position = index + whole.length
    const [, name, path = '', key] = /^([^:]*):(?:([^:]*):)?([^]*)$/.exec(body ?? '') ?? []
    const get = name === undefined || end === '' ? undefined : providers.get(name)
    const value = get === undefined || key === undefined ? undefined : await get(key, path)
    if (get !== undefined && value === undefined) unresolved.push(whole)
    parts.push(value ?? whole)
  }
  return { value: parts.join('') + text.slice(position), unresolved }
}

const PACKAGE = 'org.apache.kafka.common.config.provider.'

function provider(name: string, properties: Properties, sources: ProviderSources): ConfigProvider {
  const own = sources.providers
  const given = own !== undefined && Object.hasOwn(own, name) ? own[name] : undefined
  if (given !== undefined) return given
  const property = `config.providers.${name}.class`
  const className = properties.get(property)?.trim()
  const parameter = (key: string): string | undefined => properties.get(`config.providers.${name}.param.${key}`)
  switch (className) {
    case `${PACKAGE}EnvVarConfigProvider`:
      return environment(property, sources, parameter('allowlist.pattern'))
    case `${PACKAGE}FileConfigProvider`:
      return files(property, sources, parameter('allowed.paths'))
    case `${PACKAGE}DirectoryConfigProvider`:
      return folders(property, sources, parameter('allowed.paths'))
    case undefined:
      throw new UsageError('INVALID_ARGUMENT', `${property} is missing, and config.providers names ${name}`)
    default:
      throw javaClass(property, className, `the option providers: { ${name}: (key, path) => … }`)
  }
}

function environment(property: string, { env }: ProviderSources, pattern: string | undefined): ConfigProvider {
  if (env === undefined) {
    throw new UsageError('INVALID_ARGUMENT', `${property} wants the environment, and none is given`, {
      hint: 'Give the option env: process.env.',
    })
  }
  const allowed = expression(property, pattern ?? '.*')
  return (key) => (allowed.test(key) && Object.hasOwn(env, key) ? env[key] : undefined)
}

function expression(property: string, pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 's')
  } catch (cause) {
    throw new UsageError('INVALID_ARGUMENT', `${property}: allowlist.pattern is no regular expression`, { cause })
  }
}

/** A file is read once, however many of its keys are wanted. */
function files(property: string, sources: ProviderSources, allowedPaths: string | undefined): ConfigProvider {
  const read = new Map<string, Promise<Properties>>()
  return async (key, path) => {
    if (path === '' || !isAllowed(path, allowedPaths)) return undefined
    const known =
      read.get(path) ??
      contentOf(sources, { path, property }).then((content) => parseProperties(Buffer.from(content).toString()))
    read.set(path, known)
    return (await known).get(key)
  }
}

/** Each file of the folder is one value. */
function folders(property: string, sources: ProviderSources, allowedPaths: string | undefined): ConfigProvider {
  return async (key, path) => {
    const isName = key !== '' && key === posix.basename(key) && key === win32.basename(key) && key !== '..'
    if (path === '' || !isName || !isAllowed(path, allowedPaths)) return undefined
    return Buffer.from(await contentOf(sources, { path: `${path}/${key}`, property })).toString()
  }
}

function isAllowed(path: string, allowedPaths: string | undefined): boolean {
  if (allowedPaths === undefined || allowedPaths.trim() === '') return true
  const wanted = `${posix.normalize(path.replaceAll('\\', '/'))}/`
  return allowedPaths.split(',').some((allowed) => {
    const folder = posix.normalize(allowed.trim().replaceAll('\\', '/')).replace(/\/$/, '')
    return wanted.startsWith(`${folder}/`)
  })
}
