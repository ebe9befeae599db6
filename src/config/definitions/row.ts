/** The types that a property of Kafka can have. */
export type ConfigType = 'STRING' | 'PASSWORD' | 'CLASS' | 'LIST' | 'BOOLEAN' | 'SHORT' | 'INT' | 'LONG' | 'DOUBLE'

/**
 * A property as Kafka defines it (4.4.0): name, type, default and what is valid, as Kafka's validators print themselves.
 * A default of undefined: the property is required. A list that is empty by default has null.
 */
export type Row = readonly [
  name: string,
  type: ConfigType,
  default_: string | number | boolean | null | undefined,
  valid: string | null,
]
