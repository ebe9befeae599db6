import { UsageError } from '../errors.js'
import { parseProperties } from './properties.js'
import type { Properties } from './values.js'

/**
 * A configuration: the text of a `.properties` file, its bytes (which Kafka's tools read as ISO 8859-1), or properties by
 * name.
 */
export type ConfigSource =
  string | Uint8Array | ReadonlyMap<string, string> | Readonly<Record<string, string | number | boolean | undefined>>

/** @throws UsageError (`INVALID_ARGUMENT`) */
export function propertiesOf(source: ConfigSource): Properties {
  if (typeof source === 'string' || source instanceof Uint8Array) return parseProperties(source)
  if (source instanceof Map) return new Map(source as ReadonlyMap<string, string>)
  const properties = new Map<string, string>()
  for (const [name, value] of Object.entries(source)) {
    if (value === undefined) continue
    if (typeof value === 'object' || typeof value === 'function') {
      throw new UsageError('INVALID_ARGUMENT', `The property ${name} must be a string, a number or a boolean`)
    }
    properties.set(name, String(value))
  }
  return properties
}
