import { DecodeError, EncodeError, OttlaError } from '../errors.js'
import type { Message } from './api.js'
import { defaultStruct } from './defaults.js'
import type { Reader } from './reader.js'
import { parseFields, type Field } from './schema.js'
import { pathOfRead, pathOfWrite } from './trace.js'
import type { Writer } from './writer.js'

/** What a generated file says of a message. */
export interface MessageDefinition<T, Input> {
  readonly name: string
  readonly minVersion: number
  readonly maxVersion: number
  /** The first version with compact lengths and tagged fields; null if there is none. */
  readonly flexibleSince: number | null
  /** Whether the message ends its frame, so that no byte may follow it: true of requests and responses. */
  readonly last: boolean
  /** The fields in the notation of schema.ts. */
  readonly fields: string
  read(reader: Reader, version: number): T
  write(writer: Writer, version: number, value: Input): void
}

/**
 * Makes a codec of a message's generated functions.
 *
 * These do not know where they are: a message that cannot be coded is walked once more, slowly, to name the field. So
 * the path costs nothing as long as nothing fails.
 */
export function codec<T, Input>(message: MessageDefinition<T, Input>): Message<T, Input> {
  const { name, minVersion, maxVersion, read, write, last } = message
  const flexibleSince = message.flexibleSince ?? Infinity
  let parsed: readonly Field[] | undefined
  const fields = (): readonly Field[] => (parsed ??= parseFields(message.fields))
  return {
    name,
    minVersion,
    maxVersion,
    flexibleSince: message.flexibleSince,
    get fields(): readonly Field[] {
      return fields()
    },
    defaults(): T {
      return defaultStruct(fields()) as T
    },
    encode(writer: Writer, version: number, value: Input): void {
      if (!(version >= minVersion && version <= maxVersion)) {
        throw new EncodeError(`${name} has no version ${version}, only ${minVersion} to ${maxVersion}`, {
          api: name,
          version,
        })
      }
      const { size } = writer
      writer.flexible = version >= flexibleSince
      try {
        write(writer, version, value)
      } catch (cause) {
        writer.rewind(size)
        const { path, message } = pathOfWrite({ fields: fields(), version, flexible: version >= flexibleSince }, value)
        throw new EncodeError(`${name} version ${version}${path && `, ${path}`}: ${message ?? reason(cause)}`, {
          api: name,
          version,
          path,
          ...unexpected(cause),
        })
      }
    },
    decode(reader: Reader, version: number): T {
      if (!(version >= minVersion && version <= maxVersion)) {
        throw new DecodeError(`${name} has no version ${version}, only ${minVersion} to ${maxVersion}`, {
          api: name,
          version,
        })
      }
      const { offset } = reader
      reader.flexible = version >= flexibleSince
      try {
        const value = read(reader, version)
        if (last) reader.end()
        return value
      } catch (cause) {
        const again = reader.from(offset)
        const path = pathOfRead({ fields: fields(), version, flexible: version >= flexibleSince }, again)
        throw new DecodeError(`${name} version ${version}${path && `, ${path}`}: ${reason(cause)}`, {
          api: name,
          version,
          path,
          offset: cause instanceof DecodeError ? cause.offset : reader.offset,
          ...unexpected(cause),
        })
      }
    },
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** A failure that was not ours (a getter of the caller's that throws, for instance) is kept as the cause. */
function unexpected(cause: unknown): { cause?: unknown } {
  return cause instanceof OttlaError ? {} : { cause }
}
