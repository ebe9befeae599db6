import { EncodeError } from '../errors.js'
import type { UnknownTag } from './tags.js'

const chunkSize = 65536
const maxStringLength = 0x7fff
const minInt64 = -(2n ** 63n)
const maxInt64 = 2n ** 63n - 1n
const uuidPattern = /^[A-Za-z0-9_-]{21}[AQgw]$/

/**
 * Writes Kafka's primitive types, each value checked for its type and range.
 *
 * One writer serves any number of frames: each is cut off a chunk that frames share, so that a small frame costs no
 * allocation of its own; nothing that was handed out is ever written again.
 *
 * Errors say what is wrong; message, version and path are added by the codec (see codec.ts).
 */
export class Writer {
  /** Whether lengths are compact and structs end with tagged fields (KIP-482). Set by the codec of each message. */
  flexible = false
  #buffer: Buffer = Buffer.alloc(0)
  #view: DataView = new DataView(this.#buffer.buffer, 0, 0)
  #start = 0
  #position = 0

  /** Bytes written since the last {@link finish}. */
  get size(): number {
    return this.#position - this.#start
  }

  /** Forgets what was written after the first `size` bytes. */
  rewind(size: number): void {
    this.#position = this.#start + size
  }

  /** What was written since the last call. */
  finish(): Buffer {
    const bytes = this.#buffer.subarray(this.#start, this.#position)
    this.#start = this.#position
    return bytes
  }

  /** Begins a frame: leaves room for its size. What it returns goes to {@link endFrame}, or to {@link rewind}. */
  beginFrame(): number {
    this.#room(4)
    return this.size - 4
  }

  /** Ends a frame: fills in its size. Several frames may be written before {@link finish}. */
  endFrame(begin: number): void {
    this.#view.setInt32(this.#start + begin, this.size - begin - 4)
  }

  fail(message: string): never {
    throw new EncodeError(message)
  }

  /** What a value should have been, and what it is. */
  #wrong(expected: string, value: unknown): never {
    if (value === undefined) this.fail(`${expected} is missing`)
    const kind = typeof value
    const plain = kind === 'number' || kind === 'bigint' || kind === 'boolean'
    const shown = plain ? `${value as number}` : kind === 'string' ? 'a string' : tagOf(value)
    return this.fail(`${expected} is needed, not ${shown}`)
  }

  /** Claims room for `size` bytes; returns where it begins. */
  #room(size: number): number {
    const at = this.#position
    if (size > this.#buffer.length - at) return this.#grow(size)
    this.#position = at + size
    return at
  }

  #grow(size: number): number {
    const written = this.size
    const buffer = Buffer.allocUnsafeSlow(Math.max(chunkSize, written * 2, written + size))
    this.#buffer.copy(buffer, 0, this.#start, this.#position)
    this.#buffer = buffer
    this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    this.#start = 0
    this.#position = written + size
    return written
  }

  bool(value: boolean): void {
    if (typeof value !== 'boolean') this.#wrong('a boolean', value)
    // The room first: growing replaces the view.
    const at = this.#room(1)
    this.#view.setInt8(at, value ? 1 : 0)
  }

  int8(value: number): void {
    if ((value << 24) >> 24 !== value) this.#wrong('an integer from -128 to 127', value)
    const at = this.#room(1)
    this.#view.setInt8(at, value)
  }

  int16(value: number): void {
    if ((value << 16) >> 16 !== value) this.#wrong('an integer from -32768 to 32767', value)
    const at = this.#room(2)
    this.#view.setInt16(at, value)
  }

  uint16(value: number): void {
    if ((value & 0xffff) !== value) this.#wrong('an integer from 0 to 65535', value)
    const at = this.#room(2)
    this.#view.setUint16(at, value)
  }

  int32(value: number): void {
    if ((value | 0) !== value) this.#wrong('an integer of 32 bits', value)
    const at = this.#room(4)
    this.#view.setInt32(at, value)
  }

  int64(value: bigint | number): void {
    if (typeof value === 'bigint') {
      if (value > maxInt64 || value < minInt64) this.#wrong('an integer of 64 bits', value)
      const at = this.#room(8)
      this.#view.setBigInt64(at, value)
    } else {
      if (!Number.isSafeInteger(value)) this.#wrong('a bigint or a safe integer', value)
      const at = this.#room(8)
      this.#view.setInt32(at, Math.floor(value / 0x100000000))
      this.#view.setInt32(at + 4, value | 0)
    }
  }

  float64(value: number): void {
    if (typeof value !== 'number') this.#wrong('a number', value)
    const at = this.#room(8)
    this.#view.setFloat64(at, value)
  }

  /** Kafka's notation: base64url, 22 characters. */
  uuid(value: string): void {
    if (typeof value !== 'string' || !uuidPattern.test(value)) this.#wrong('a UUID of 22 base64url characters', value)
    const at = this.#room(16)
    this.#buffer.write(value, at, 16, 'base64url')
  }

  /** An unsigned varint; the caller vouches for the range. */
  varint(value: number): void {
    while (value > 0x7f) {
      const at = this.#room(1)
      this.#view.setUint8(at, (value & 0x7f) | 0x80)
      value >>>= 7
    }
    const at = this.#room(1)
    this.#view.setUint8(at, value)
  }

  string(value: string): void {
    if (typeof value !== 'string') this.#wrong('a string', value)
    const length = this.#byteLength(value)
    if (this.flexible) this.varint(length + 1)
    else this.int16(length)
    const at = this.#room(length)
    this.#buffer.write(value, at, length, 'utf8')
  }

  nullableString(value: string | null): void {
    if (value !== null) this.string(value)
    else if (this.flexible) this.varint(0)
    else this.int16(-1)
  }

  /** The one string whose length is an int16 even in a flexible version: the client id of the request header. */
  nullableShortString(value: string | null): void {
    const { flexible } = this
    this.flexible = false
    this.nullableString(value)
    this.flexible = flexible
  }

  #byteLength(value: string): number {
    const length = Buffer.byteLength(value)
    if (length > maxStringLength) this.fail(`a string of ${length} bytes is longer than 32767`)
    if (length !== value.length && /\p{Surrogate}/u.test(value)) this.fail('a string has half a surrogate pair')
    return length
  }

  bytes(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) this.#wrong('a Uint8Array', value)
    if (this.flexible) this.varint(value.length + 1)
    else this.int32(value.length)
    this.raw(value)
  }

  nullableBytes(value: Uint8Array | null): void {
    if (value !== null) this.bytes(value)
    else if (this.flexible) this.varint(0)
    else this.int32(-1)
  }

  /** Bytes without a length. */
  raw(value: Uint8Array): void {
    const at = this.#room(value.length)
    this.#buffer.set(value, at)
  }

  /** The length of an array; its elements follow. */
  count(list: readonly unknown[]): void {
    if (!Array.isArray(list)) this.#wrong('an array', list)
    if (this.flexible) this.varint(list.length + 1)
    else this.int32(list.length)
  }

  nullArray(): void {
    if (this.flexible) this.varint(0)
    else this.int32(-1)
  }

  /** The byte in front of a nullable struct. */
  present(present: unknown): void {
    this.int8(present === null ? -1 : 1)
  }

  struct(value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.#wrong('an object', value)
  }

  int8s(list: readonly number[]): void {
    this.count(list)
    for (const value of list) this.int8(value)
  }

  int16s(list: readonly number[]): void {
    this.count(list)
    for (const value of list) this.int16(value)
  }

  int32s(list: readonly number[]): void {
    this.count(list)
    for (const value of list) this.int32(value)
  }

  int64s(list: readonly (bigint | number)[]): void {
    this.count(list)
    for (const value of list) this.int64(value)
  }

  uuids(list: readonly string[]): void {
    this.count(list)
    for (const value of list) this.uuid(value)
  }

  strings(list: readonly string[]): void {
    this.count(list)
    for (const value of list) this.string(value)
  }

  /** The tagged fields of a struct that has none with a name in any version. */
  tags(unknown: readonly UnknownTag[] | undefined): void {
    if (unknown !== undefined) this.#unknownTags(unknown)
    else if (this.flexible) this.varint(0)
  }

  #unknownTags(unknown: readonly UnknownTag[]): void {
    if (!this.flexible) {
      if (unknown.length > 0) this.fail('this version has no tagged fields')
      return
    }
    this.tagCount(0, unknown)
    this.unknownTags(unknown, -1, 0x80000000)
  }

  tagCount(known: number, unknown: readonly UnknownTag[] | undefined): void {
    this.varint(known + (unknown === undefined ? 0 : unknown.length))
    let previous = -1
    for (const { tag, bytes } of unknown ?? []) {
      if ((tag | 0) !== tag || tag <= previous) this.#wrong(`a tag of 31 bits above ${previous}`, tag)
      if (!(bytes instanceof Uint8Array)) this.#wrong('a Uint8Array', bytes)
      previous = tag
    }
  }

  /** Those of the unknown tagged fields whose tags are above `previous` and below `next`, which are known tags. */
  unknownTags(unknown: readonly UnknownTag[], previous: number, next: number): void {
    for (const { tag, bytes } of unknown) {
      if (tag === next) this.fail(`tag ${tag} is not an unknown one`)
      if (tag < previous || tag > next) continue
      this.varint(tag)
      this.varint(bytes.length)
      this.raw(bytes)
    }
  }

  /** Begins a tagged field; what it returns goes to {@link closeTag}. */
  openTag(tag: number): number {
    this.varint(tag)
    this.varint(0)
    return this.size
  }

  /** Ends a tagged field: the size that goes in front of it is known only now. */
  closeTag(begin: number): void {
    const length = this.size - begin
    if (length > 0x7f) {
      // The size needs more than the one byte kept for it.
      const extra = length < 0x4000 ? 1 : length < 0x200000 ? 2 : length < 0x10000000 ? 3 : 4
      this.#room(extra)
      const from = this.#start + begin
      this.#buffer.copyWithin(from + extra, from, from + length)
    }
    const end = this.#position
    this.#position = this.#start + begin - 1
    this.varint(length)
    this.#position = end
  }

  /** A field that the version lacks has a value that must not be lost. */
  unsupported(): never {
    return this.fail('this version lacks the field, and its value is not the default')
  }
}

/** `null`, `Array`, `Function` …: what a value is, without looking into it. */
function tagOf(value: unknown): string {
  return value === null ? 'null' : Object.prototype.toString.call(value).slice(8, -1)
}
