import { UsageError } from '../errors.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { ConfigValues } from './values.js'

/** Reads a file; `readFile` of `node:fs/promises` is one. Text is taken as UTF-8. */
export type ReadFile = (path: string) => MaybePromise<Uint8Array | string>

/**
 * What is no error, but nothing that a person should find out late:
 * - `UNKNOWN`: Kafka knows no property of this name; a typing mistake, mostly.
 * - `IGNORED`: Kafka does not look at the property in this place.
 * - `WITHOUT_COUNTERPART`: it concerns Java or the rest of Kafka's client, and changes nothing here.
 * - `INSECURE`: it makes the connection less safe than the default.
 * - `UNRESOLVED`: a variable `${provider:key}` has no value, and stays as it stands.
 * - `DIFFERENT`: Kafka's own tools would refuse it, or take it otherwise.
 */
export type WarningCode = 'UNKNOWN' | 'IGNORED' | 'WITHOUT_COUNTERPART' | 'INSECURE' | 'UNRESOLVED' | 'DIFFERENT'

/** Something in a configuration that is no error. */
export interface ConfigWarning {
  readonly code: WarningCode
  /** The property, as it stands in the text. */
  readonly property: string
  readonly message: string
}

/** One reading of a configuration: its values, its files, and what there is to say about them. */
export interface Reading {
  readonly values: ConfigValues
  readonly readFile: ReadFile | undefined
  readonly systemProperties: Readonly<Record<string, string>>
  readonly warnings: ConfigWarning[]
}

/**
 * Reads a file that a property names.
 *
 * @throws UsageError (`INVALID_ARGUMENT`).
 */
export async function contentOf(
  reading: { readonly readFile?: ReadFile | undefined },
  file: { readonly path: string; readonly property: string },
): Promise<Uint8Array> {
  const { path, property } = file
  if (reading.readFile === undefined) {
    throw new UsageError('INVALID_ARGUMENT', `${property} names the file ${path}, and no readFile is given`, {
      hint: "Give the option readFile: import { readFile } from 'node:fs/promises'.",
    })
  }
  try {
    const content = await reading.readFile(path)
    return typeof content === 'string' ? Buffer.from(content) : content
  } catch (cause) {
    throw new UsageError('INVALID_ARGUMENT', `${property}: the file ${path} cannot be read`, { cause })
  }
}
