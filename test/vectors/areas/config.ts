import assert from 'node:assert/strict'
import * as config from 'ottla/config'
import { pass, type Adapter } from '../adapter.js'
import { assertOutcome } from '../java-outcome.js'

type Input = Readonly<Record<string, unknown>>
type Run = (input: Input, expected: Input) => unknown

/** Runs a case and compares: with `{ ok }` or `{ throws }`, or with the expectation as a whole. */
function adapter(run: Run): Adapter {
  return async ({ input, expected }) => {
    const wanted = expected as Input
    const outcome = 'ok' in wanted || 'throws' in wanted ? wanted : { ok: wanted }
    await assertOutcome(outcome, () => run(input as Input, wanted))
    return pass
  }
}

const jaasParse: Run = ({ saslJaasConfig }) => {
  const { name, entries } = config.clientContext(saslJaasConfig as string)
  const { loginModule, controlFlag, options } = entries[0]
  return { contextName: name, loginModule, controlFlag, options }
}

/** Without mechanism and listener it is a client's. */
const jaasContext: Run = ({ configs = {}, ...where }) => {
  const properties = new Map(Object.entries(configs as Record<string, string>))
  const { mechanism = 'PLAIN', listener = 'L' } = where as { mechanism?: string; listener?: string }
  const isClient = !('mechanism' in where) && !('listener' in where)
  const { name, entries } = isClient
    ? config.clientContext(properties.get('sasl.jaas.config'))
    : config.serverContext({ listener, mechanism }, properties)
  return { contextName: name, module: entries[0].loginModule }
}

const definitionOf =
  (kind: config.ConfigKind): Run =>
  ({ name }, expected) => {
    const { type, defaultValue, validator } = known(kind, name)
    return { type, default: defaultValue, ...('validator' in expected ? { validator } : {}) }
  }

function known(kind: config.ConfigKind, name: unknown): config.Definition {
  return config.definition(kind, name as string) ?? assert.fail(`no property of ${kind} is called ${String(name)}`)
}

const connection: Run = async ({ name, ...properties }) => {
  if (name !== undefined) {
    const inKind = (kind: config.ClientKind) => config.definition(kind, name as string)?.defaultValue ?? null
    return { producer: inKind('producer'), consumer: inKind('consumer'), admin: inKind('admin') }
  }
  const { backoff } = await config.readClientConfig({ 'bootstrap.servers': 'b:9092', ...(properties as object) })
  const { initial, max } = backoff.reconnect
  return { 'reconnect.backoff.max.ms': max, exponential: max > initial }
}

const socket: Run = async ({ name, ...properties }) => {
  if (name !== undefined) return { default: known('broker', name).defaultValue }
  const reading = config.readListenerConfig({ listeners: 'PLAINTEXT://:9092', ...(properties as object) })
  return { valid: (await Promise.allSettled([reading]))[0].status === 'fulfilled' }
}

const protocol: Run = ({ name }) => {
  const { name: found, id } = config.securityProtocol(name as string)
  return { name: found, id }
}

export const areas: Readonly<Record<string, Adapter>> = {
  'jaas.parse': adapter(jaasParse),
  'jaas.context': adapter(jaasContext),
  'config.client.sasl': adapter(definitionOf('consumer')),
  'config.client.sasl.range': adapter(({ name, value }) => config.parseValue(known('consumer', name), String(value))),
  'config.broker.sasl': adapter(definitionOf('broker')),
  'config.client.connection': adapter(connection),
  'config.broker.socket': adapter(socket),
  'config.prefix': adapter(({ listener, mechanism }) => ({
    prefix: config.listenerPrefix(listener as string, mechanism as string),
  })),
  'config.securityProtocol': adapter(protocol),
  'client.address': ({ text, host, port }) => {
    const found = config.parseAddress(text as string)
    assert.deepEqual([found?.host ?? null, String(found?.port ?? null)], [host, port])
    return pass
  },
  'client.bootstrapAddress': adapter(
    ({ address }) => config.parseAddress(address as string) ?? { host: null, port: null },
  ),
}
