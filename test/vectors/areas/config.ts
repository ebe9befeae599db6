import assert from 'node:assert/strict'
import * as config from 'ottla/config'
import { fail, pass, skip, type Adapter, type Vector, type Verdict } from '../adapter.js'

/** A case about properties: what goes in, and what Kafka makes of it. */
interface ConfigVector extends Vector {
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>> & { readonly ok?: unknown; readonly throws?: Throws }
}

interface Throws {
  readonly class: string
  readonly message: string | null
  readonly jvmText?: boolean
}

type Run = (input: Readonly<Record<string, unknown>>, vector: ConfigVector) => unknown

/** Java's exceptions for wrong text and wrong settings are all one error here. */
const CLASSES: Readonly<Record<string, string>> = {
  IllegalArgumentException: 'INVALID_ARGUMENT',
  ConfigException: 'INVALID_ARGUMENT',
}

/** Compares what a run gives, or the code and text of what it throws. */
function adapter(run: Run): Adapter {
  return async (vector) => {
    const { input, expected } = vector as ConfigVector
    const { ok, throws } = expected
    try {
      const actual = await run(input, vector as ConfigVector)
      if (typeof actual === 'object' && actual !== null && 'outcome' in actual) return actual as Verdict
      const wanted = throws ?? ('ok' in expected ? ok : expected)
      return equal(actual, wanted) ? pass : fail(wanted, actual)
    } catch (error) {
      if (throws === undefined) return fail(ok ?? expected, error)
      const { code, message } = error as { code?: string; message: string }
      const sameText = throws.jvmText === true || throws.message === message || throws.message === null
      return CLASSES[throws.class] === code && sameText ? pass : fail(throws, error)
    }
  }
}

function equal(actual: unknown, expected: unknown): boolean {
  try {
    assert.deepEqual(actual, expected)
    return true
  } catch {
    return false
  }
}

const jaasParse: Run = ({ saslJaasConfig, systemProperties }) => {
  const { name, entries } = config.clientContext(saslJaasConfig as string, {
    systemProperties: systemProperties as never,
  })
  const { loginModule, controlFlag, options } = entries[0]
  return { contextName: name, loginModule, controlFlag, options: Object.fromEntries(options) }
}

const jaasContext: Run = ({ configs = {}, mechanism = 'PLAIN', listener = 'L' }) => {
  const properties = new Map(Object.entries(configs as Record<string, string>))
  const where = { listener: listener as string, mechanism: mechanism as string }
  const { name, entries } = config.serverContext(where, properties)
  return { contextName: name, module: entries[0].loginModule }
}

const definitionIn =
  (kind: 'consumer' | 'broker'): Run =>
  ({ name }, { expected }) => {
    const found = config.definition(kind, name as string)
    if (found === undefined) return null
    const { type, defaultValue, validator } = found
    return 'validator' in expected ? { type, default: defaultValue, validator } : { type, default: defaultValue }
  }

const range: Run = ({ name, value }) => {
  const found = config.definition('consumer', name as string)
  return found === undefined ? null : config.parseValue(found, String(value))
}

const connection: Run = async ({ name, ...properties }) => {
  if (name !== undefined) {
    if (CHANGED.has(name as string)) return skip('a default that Kafka has changed since these cases were made')
    const inKind = (kind: config.ClientKind) => config.definition(kind, name as string)?.defaultValue ?? null
    return { producer: inKind('producer'), consumer: inKind('consumer'), admin: inKind('admin') }
  }
  if (Object.keys(properties).length === 0) return skip('limits inside Kafka’s clients that are no property')
  const { backoff } = await config.readClientConfig({ 'bootstrap.servers': 'b:9092', ...(properties as object) })
  const { initial, max } = backoff.reconnect
  return { 'reconnect.backoff.max.ms': max, exponential: max > initial }
}

/** Since Kafka 4.0. */
const CHANGED = new Set(['metadata.recovery.strategy', 'linger.ms'])

const socket: Run = async ({ name, ...properties }) => {
  if (name !== undefined) return { default: config.definition('broker', name as string)?.defaultValue ?? null }
  try {
    await config.readListenerConfig({ listeners: 'PLAINTEXT://:9092', ...(properties as Record<string, number>) })
    return { valid: true }
  } catch {
    return { valid: false }
  }
}

const protocol: Run = ({ name }) => {
  const found = config.securityProtocol(name as string)
  return { name: found.name, id: found.id }
}

export const areas: Readonly<Record<string, Adapter>> = {
  'jaas.parse': adapter(jaasParse),
  'jaas.context': adapter(jaasContext),
  'config.client.sasl': adapter(definitionIn('consumer')),
  'config.client.sasl.range': adapter(range),
  'config.broker.sasl': adapter(definitionIn('broker')),
  'config.client.connection': adapter(connection),
  'config.broker.socket': adapter(socket),
  'config.prefix': adapter(({ listener, mechanism }) => ({
    prefix: config.listenerPrefix(listener as string, mechanism as string),
  })),
  'config.securityProtocol': adapter(protocol),
  'client.bootstrapAddress': adapter(
    ({ address }) => config.parseAddress(address as string) ?? { host: null, port: null },
  ),
}
