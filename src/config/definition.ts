import { BROKER } from './definitions/broker.js'
import { ADMIN, COMMON, CONSUMER, PRODUCER } from './definitions/clients.js'
import type { ConfigType, Row } from './definitions/row.js'
import { SASL } from './definitions/sasl.js'
import { SSL } from './definitions/ssl.js'

export type { ConfigType } from './definitions/row.js'

/** Kafka's three clients: they know different properties, and a few have other defaults. */
export type ClientKind = 'admin' | 'producer' | 'consumer'

/** Whose properties: those of one client, of any client, or of a broker. */
export type ConfigKind = ClientKind | 'client' | 'broker'

/** What Kafka knows about one of its properties. */
export interface Definition {
  readonly name: string
  readonly type: ConfigType
  readonly required: boolean
  /** Null: none. Lists are lists. */
  readonly defaultValue: string | number | boolean | readonly string[] | null
  /** What is valid, as Kafka's documentation prints it: `[0.5,...,1.0]` for instance. */
  readonly validator: string | null
}

/** Properties by their names. */
export type Definitions = ReadonlyMap<string, Definition>

/** Of properties that clients and brokers share, these are the clients' own. */
const CLIENT_ONLY = new Set(['sasl.mechanism', 'sasl.oauthbearer.header.urlencode'])
const SHARED_WITH_BROKER = /^(?:sasl|ssl|security\.providers$|socket\.connection)/

const known = new Map<ConfigKind, Definitions>()

/**
 * The properties of one of Kafka's clients, or those of a broker that are about its connections and their security.
 * `client`: those of all three together, with the consumer's defaults.
 */
export function definitions(kind: ConfigKind): Definitions {
  let found = known.get(kind)
  if (found === undefined) known.set(kind, (found = collect(kind)))
  return found
}

/** One property; undefined where Kafka knows none of that name. */
export function definition(kind: ConfigKind, name: string): Definition | undefined {
  return definitions(kind).get(name)
}

function collect(kind: ConfigKind): Definitions {
  const shared = [...COMMON, ...SASL, ...SSL]
  const rows =
    kind === 'broker'
      ? [...shared.filter(([name]) => SHARED_WITH_BROKER.test(name) && !CLIENT_ONLY.has(name)), ...BROKER]
      : [...shared, ...OWN[kind]]
  return new Map(rows.map((row) => [row[0], fromRow(row)]))
}

const OWN: Readonly<Record<ClientKind | 'client', readonly Row[]>> = {
  admin: ADMIN,
  producer: PRODUCER,
  consumer: CONSUMER,
  client: [...ADMIN, ...PRODUCER, ...CONSUMER],
}

function fromRow([name, type, value, validator]: Row): Definition {
  const isList = type === 'LIST' && typeof value === 'string'
  const defaultValue = isList ? value.split(',') : (value ?? null)
  return { name, type, required: value === undefined, defaultValue, validator }
}
