import { EncodeError } from '../errors.js'
import type { UnknownTag } from './tags.js'
import { writeUuid } from './uuid.js'

const nothing = Buffer.alloc(0)

const chunkSize = 65536
/** A frame up to this size is cut off the chunk; a larger one is copied, once, into a buffer of its own size. */
const smallFrame = 4096
/**
 * Bytes that are given in one piece of at least this size are copied only once, straight into the finished frame; below
 * it, a frame of its own would cost more than the second copy.
 */
const largeBytes = 16384
/** A chunk that a large message has made larger than this is not kept. */
const keptChunk = 1048576
/** Room that is always there before a message, a frame or bytes: for a few primitives that somebody writes himself. */
const slack = 1024
/** The largest of the primitive types. */
const largestPrimitive = 8
const maxStringLength = 0x7fff
/** Up to this length a string is written unit by unit; its compact length has one byte. */
const shortString = 48

/** Bytes that belong between what the chunk holds before and after `at`. */
interface Insertion {
  readonly at: number
  readonly bytes: Uint8Array
}

/**
 * Writes Kafka's primitive types, each value checked for its type and range.
 *
 * One writer serves any number of frames. What {@link finish} hands out is never written again: a small frame is a part
 * of the chunk in which it was written and costs no allocation of its own, a large one gets one buffer of exactly its
 * size. Large byte fields (records) are copied once, into that buffer; until then they are the caller's.
 *
 * Primitives do not look for room, which would cost more than the writing. There is always room for 1024 bytes of them
 * after {@link finish}, {@link beginFrame}, {@link raw} and a whole message; {@link reserve} makes more. A message that
 * finds the chunk too small is begun anew in a larger one (see codec.ts).
 *
 * Errors say what is wrong; message, version and path are added by the codec.
 */
export class Writer {
  // Private methods are TypeScript's: V8 checks the brand of a #method at every call, and these are the hottest there are.

  /** Whether lengths are compact and structs end with tagged fields (KIP-482). Set by the codec of each message. */
  flexible = false
  #buffer: Buffer = nothing
  #view: DataView = new DataView(nothing.buffer, 0, 0)
  #start = 0
  #position = 0
  #insertions: Insertion[] = []
  #insertedBytes = 0
  /** Tagged fields that are open: they are moved when their size is known, so nothing is inserted in them. */
  #openTags = 0
  /** What was inserted when the open frame began. */
  #frameInsertedBytes = 0

  constructor() {
    this.reserve(slack)
  }

  /** Bytes written since the last {@link finish}. */
  get size(): number {
    return this.#position - this.#start + this.#insertedBytes
  }

  /** Whether bytes that were given are not copied yet: {@link finish} does. */
  get borrows(): boolean {
    return this.#insertedBytes > 0
  }

  /** What {@link rewind} needs to come back to here. */
  get mark(): number {
    return this.#position - this.#start
  }

  /** Forgets what was written after `mark`. */
  rewind(mark: number): void {
    this.#position = this.#start + mark
    this.#openTags = 0
    for (
      let last = this.#insertions.at(-1);
      last !== undefined && last.at > this.#position;
      last = this.#insertions.at(-1)
    ) {
      this.#insertions.pop()
      this.#insertedBytes -= last.bytes.length
    }
  }

  /** What was written since the last call. */
  finish(): Buffer {
    const { size } = this
    if (size <= smallFrame) {
      const bytes = this.#buffer.subarray(this.#start, this.#position)
      this.#start = this.#position
      this.reserve(slack)
      return bytes
    }
    const bytes = Buffer.allocUnsafe(size)
    let from = this.#start
    let to = 0
    for (const insertion of this.#insertions) {
      this.#buffer.copy(bytes, to, from, insertion.at)
      to += insertion.at - from
      from = insertion.at
      bytes.set(insertion.bytes, to)
      to += insertion.bytes.length
    }
    this.#buffer.copy(bytes, to, from, this.#position)
    this.#insertions = []
    this.#insertedBytes = 0
    this.#position = this.#start
    if (this.#buffer.length > keptChunk) this.useChunk(nothing)
    this.reserve(slack)
    return bytes
  }

  /** Begins a frame: leaves room for its size. What it returns goes to {@link endFrame}, or to {@link rewind}. */
  beginFrame(): number {
    const { mark } = this
    this.reserve(slack)
    this.#frameInsertedBytes = this.#insertedBytes
    this.int32(0)
    return mark
  }

  /** Ends a frame: fills in its size. Several frames may be written before {@link finish}. */
  endFrame(begin: number): void {
    const size = this.mark - begin - 4 + this.#insertedBytes - this.#frameInsertedBytes
    this.#view.setInt32(this.#start + begin, size)
  }

  fail(message: string): never {
    throw new EncodeError(message)
  }

  /** What a value should have been, and what it is. */
  private wrong(expected: string, value: unknown): never {
    if (value === undefined) this.fail(`${expected} is missing`)
    const kind = typeof value
    const plain = kind === 'number' || kind === 'bigint' || kind === 'boolean'
    const shown = plain ? `${value as number}` : kind === 'string' ? 'a string' : tagOf(value)
    return this.fail(`${expected} is needed, not ${shown}`)
  }

  /** Makes room for `size` bytes, and for a few primitives behind them. */
  reserve(size: number): void {
    if (this.#position + size + slack <= this.#buffer.length) return
    const written = this.#position - this.#start
    const chunk = Buffer.allocUnsafeSlow(Math.max(chunkSize, written * 2, written + size + slack))
    this.#buffer.copy(chunk, 0, this.#start, this.#position)
    for (const [i, { at, bytes }] of this.#insertions.entries()) this.#insertions[i] = { at: at - this.#start, bytes }
    this.useChunk(chunk)
    this.#position = written
  }

  /** Whether the chunk may have no room for one more primitive: why a message could not be written. */
  get full(): boolean {
    return this.#position + largestPrimitive > this.#buffer.length
  }

  /** Makes twice the room there was. */
  grow(): void {
    this.reserve(Math.max(chunkSize, this.#buffer.length * 2))
  }

  private useChunk(chunk: Buffer): void {
    this.#buffer = chunk
    this.#view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    this.#start = 0
    this.#position = 0
  }

  bool(value: boolean): void {
    if (typeof value !== 'boolean') this.wrong('a boolean', value)
    this.#view.setInt8(this.#position++, value ? 1 : 0)
  }

  int8(value: number): void {
    if ((value << 24) >> 24 !== value) this.wrong('an integer from -128 to 127', value)
    this.#view.setInt8(this.#position++, value)
  }

  int16(value: number): void {
    if ((value << 16) >> 16 !== value) this.wrong('an integer from -32768 to 32767', value)
    this.#view.setInt16(this.#position, value)
    this.#position += 2
  }

  uint16(value: number): void {
    if ((value & 0xffff) !== value) this.wrong('an integer from 0 to 65535', value)
    this.#view.setUint16(this.#position, value)
    this.#position += 2
  }

  int32(value: number): void {
    if ((value | 0) !== value) this.wrong('an integer of 32 bits', value)
    this.#view.setInt32(this.#position, value)
    this.#position += 4
  }

  int64(value: bigint | number): void {
    if (typeof value !== 'bigint') return this.safeInteger(value)
    if (BigInt.asIntN(64, value) !== value) this.wrong('an integer of 64 bits', value)
    this.#view.setBigInt64(this.#position, value)
    this.#position += 8
  }

  private safeInteger(value: number): void {
    if (!Number.isSafeInteger(value)) this.wrong('a bigint or a safe integer', value)
    this.#view.setInt32(this.#position, Math.floor(value / 0x100000000))
    this.#view.setInt32(this.#position + 4, value | 0)
    this.#position += 8
  }

  float64(value: number): void {
    if (typeof value !== 'number') this.wrong('a number', value)
    this.#view.setFloat64(this.#position, value)
    this.#position += 8
  }

  /** Kafka's notation: base64url, 22 characters. */
  uuid(value: string): void {
    if (typeof value !== 'string') this.wrong('a UUID of 22 base64url characters', value)
    this.reserve(16)
    if (!writeUuid(this.#view, this.#position, value)) this.wrong('a UUID of 22 base64url characters', value)
    this.#position += 16
  }

  /** An unsigned varint; the caller vouches for the range. */
  varint(value: number): void {
    if (value < 0x80) this.#view.setUint8(this.#position++, value)
    else this.longVarint(value)
  }

  private longVarint(value: number): void {
    for (; value > 0x7f; value >>>= 7) this.#view.setUint8(this.#position++, (value & 0x7f) | 0x80)
    this.#view.setUint8(this.#position++, value)
  }

  string(value: string): void {
    if (typeof value !== 'string') this.wrong('a string', value)
    if (value.length <= shortString && this.shortAscii(value)) return
    const length = this.byteLength(value)
    if (this.flexible) this.varint(length + 1)
    else this.int16(length)
    this.reserve(length)
    this.#buffer.write(value, this.#position, length, 'utf8')
    this.#position += length
  }

  /** Names are short and ASCII: for those the way through C++ costs more than the writing. False if it is neither. */
  private shortAscii(value: string): boolean {
    this.reserve(shortString + 2)
    const { length } = value
    const begin = this.#position + (this.flexible ? 1 : 2)
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i)
      if (unit > 0x7f) return false
      this.#view.setUint8(begin + i, unit)
    }
    if (this.flexible) this.#view.setUint8(this.#position, length + 1)
    else this.#view.setInt16(this.#position, length)
    this.#position = begin + length
    return true
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

  private byteLength(value: string): number {
    const length = Buffer.byteLength(value)
    if (length > maxStringLength) this.fail(`a string of ${length} bytes is longer than 32767`)
    if (length !== value.length && /\p{Surrogate}/u.test(value)) this.fail('a string has half a surrogate pair')
    return length
  }

  bytes(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) this.wrong('a Uint8Array', value)
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
    if (value.length >= largeBytes && this.#openTags === 0) {
      this.#insertions.push({ at: this.#position, bytes: value })
      this.#insertedBytes += value.length
      return
    }
    this.reserve(value.length)
    this.#buffer.set(value, this.#position)
    this.#position += value.length
  }

  /** The length of an array; its elements follow. */
  count(list: readonly unknown[]): void {
    if (!Array.isArray(list)) this.wrong('an array', list)
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
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.wrong('an object', value)
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
    if (unknown !== undefined) this.writeUnknownTags(unknown)
    else this.noTags()
  }

  noTags(): void {
    if (this.flexible) this.#view.setUint8(this.#position++, 0)
  }

  private writeUnknownTags(unknown: readonly UnknownTag[]): void {
    if (!this.flexible) {
      if (unknown.length > 0) this.fail('this version has no tagged fields')
      return
    }
    this.tagCount(0, unknown)
    this.unknownTags(unknown, -1, 0x80000000)
  }

  tagCount(known: number, unknown: readonly UnknownTag[] | undefined): void {
    if (unknown === undefined) this.varint(known)
    else this.countUnknownTags(known, unknown)
  }

  private countUnknownTags(known: number, unknown: readonly UnknownTag[]): void {
    this.varint(known + unknown.length)
    let previous = -1
    for (const { tag, bytes } of unknown) {
      if ((tag | 0) !== tag || tag <= previous) this.wrong(`a tag of 31 bits above ${previous}`, tag)
      if (!(bytes instanceof Uint8Array)) this.wrong('a Uint8Array', bytes)
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
    this.#openTags++
    return this.mark
  }

  /** Ends a tagged field: the size that goes in front of it is known only now. */
  closeTag(begin: number): void {
    this.#openTags--
    const length = this.mark - begin
    if (length > 0x7f) {
      // The size needs more than the one byte kept for it.
      const extra = length < 0x4000 ? 1 : length < 0x200000 ? 2 : length < 0x10000000 ? 3 : 4
      this.reserve(extra)
      const from = this.#start + begin
      this.#buffer.copyWithin(from + extra, from, from + length)
      this.#position += extra
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
