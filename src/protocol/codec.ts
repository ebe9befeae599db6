import { DecodeError, EncodeError, thrownText } from '../errors.js'
import type { Message } from './api.js'
import { defaultStruct } from './defaults.js'
import type { Reader } from './reader.js'
import { parseFields, type Field } from './schema.js'
import { pathOfRead, pathOfWrite, type Shape } from './trace.js'
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
  return new GeneratedCodec(message)
}

class GeneratedCodec<T, Input> implements Message<T, Input> {
  readonly name: string
  readonly minVersion: number
  readonly maxVersion: number
  readonly flexibleSince: number | null
  readonly #message: MessageDefinition<T, Input>
  readonly #flexibleSince: number
  #fields: readonly Field[] | undefined

  constructor(message: MessageDefinition<T, Input>) {
    this.name = message.name
    this.minVersion = message.minVersion
    this.maxVersion = message.maxVersion
    this.flexibleSince = message.flexibleSince
    this.#message = message
    this.#flexibleSince = message.flexibleSince ?? Infinity
  }

  get fields(): readonly Field[] {
    return (this.#fields ??= parseFields(this.#message.fields))
  }

  defaults(): T {
    return defaultStruct(this.fields) as T
  }

  encode(writer: Writer, version: number, value: Input): void {
    if (!this.#has(version)) {
      throw new EncodeError(this.#noSuchVersion(version), { api: this.name, version })
    }
    const { mark } = writer
    for (;;) {
      writer.reserve(0)
      writer.flexible = version >= this.#flexibleSince
      try {
        this.#message.write(writer, version, value)
        writer.reserve(0)
        return
      } catch (cause) {
        // The primitives leave it to Node to notice that the chunk is full.
        const { full } = writer
        writer.rewind(mark)
        if (!(cause instanceof RangeError && full)) throw this.#explainEncode({ version, value, cause })
        writer.grow()
      }
    }
  }

  #explainEncode({ version, value, cause }: { version: number; value: Input; cause: unknown }): EncodeError {
    const { path, error } = pathOfWrite(this.#shape(version), value)
    const text = this.#at(version, path) + thrownText(error ?? cause)
    // A failure that is not ours, a getter of the caller's that throws for instance, is kept as the cause.
    const foreign = error instanceof EncodeError || cause instanceof EncodeError ? {} : { cause }
    return new EncodeError(text, { api: this.name, version, path, ...foreign })
  }

  decode(reader: Reader, version: number): T {
    if (!this.#has(version)) {
      throw new DecodeError(this.#noSuchVersion(version), { api: this.name, version })
    }
    const { offset } = reader
    reader.flexible = version >= this.#flexibleSince
    try {
      const value = this.#message.read(reader, version)
      if (this.#message.last) reader.end()
      return value
    } catch (cause) {
      throw this.#explainDecode({ reader, version, from: offset, cause })
    }
  }

  #explainDecode(failure: { reader: Reader; version: number; from: number; cause: unknown }): DecodeError {
    const { reader, version, from, cause } = failure
    const again = reader.from(from)
    const { path, error = cause } = pathOfRead(this.#shape(version), again)
    const details = { api: this.name, version, path }
    if (error instanceof DecodeError) {
      return new DecodeError(this.#at(version, path) + error.message, {
        ...details,
        offset: error.offset,
        hint: error.hint,
      })
    }
    const { offset, remaining } = again
    // The primitives leave it to Node to notice the end of the bytes.
    const ended = error instanceof RangeError
    const text = ended ? `the bytes end too early (at byte ${offset}, ${remaining} are left)` : thrownText(error)
    return new DecodeError(this.#at(version, path) + text, { ...details, offset, ...(ended ? {} : { cause }) })
  }

  #shape(version: number): Shape {
    return { fields: this.fields, version, flexible: version >= this.#flexibleSince }
  }

  #has(version: number): boolean {
    return (version | 0) === version && version >= this.minVersion && version <= this.maxVersion
  }

  #noSuchVersion(version: number): string {
    return `${this.name} has no version ${version}, only ${this.minVersion} to ${this.maxVersion}`
  }

  #at(version: number, path: string): string {
    return `${this.name} version ${version}${path && `, ${path}`}: `
  }
}
