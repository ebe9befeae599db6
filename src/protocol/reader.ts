import { isUtf8 } from 'node:buffer'
import { DecodeError } from '../errors.js'
import { budgetOf, overspent, tooMuch, wordsOf } from './budget.js'
import { keepUnknownTags, type UnknownTag } from './tags.js'
import { uuidText } from './uuid.js'

const maxStringLength = 0x7fff
/** V8 makes a longer array a hash table, which takes three times the memory and seconds to fill. */
const maxCount = 0x1ffffff
/** A view into the frame costs a hundred bytes, however small it is; empty ones need not be views. */
const noBytes = Buffer.alloc(0)

/** An array for `count` elements, of its final length: the reader has charged them, and grown arrays take twice the memory. */
export function listOf<T>(count: number): T[] {
  return count > 0 ? new Array<T>(count) : []
}

/**
 * Reads Kafka's primitive types off a frame, in order.
 *
 * Whatever the bytes say, nothing is allocated by a length that they merely claim: a length is compared with the bytes
 * that are there first. `bytes` and `records` are views into the frame; whoever keeps one keeps the frame in memory.
 * What is made of the frame is charged before it is made, and bounded (see budget.ts).
 *
 * Errors name the offset; message, version and path are added by the codec (see codec.ts).
 */
export class Reader {
  // Private methods are TypeScript's: V8 checks the brand of a #method at every call, and these are the hottest there are.

  /** Whether lengths are compact and structs end with tagged fields (KIP-482). Set by the codec of each message. */
  flexible = false
  /** Whether bytes that follow a message are let be, as Kafka's own readers do, instead of being an error. */
  lenient = false
  #buffer: Buffer
  #view: DataView
  #end: number
  #position: number
  /** Words of memory that may still be made of these bytes. A small integer: V8 boxes others. */
  #budget: number
  /** Where the budget was not enough. */
  #overspentAt = -1
  /** Whether this one explains how another overspent: it charges nothing, and fails where that one did. */
  #again = false

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#position = 0
    this.#end = bytes.byteLength
    this.#budget = budgetOf(bytes.byteLength)
  }

  /** Turns to other bytes: one reader serves a whole connection. */
  reset(bytes: Buffer): void {
    if (
      bytes.buffer !== this.#buffer.buffer ||
      bytes.byteOffset !== this.#buffer.byteOffset ||
      bytes.length !== this.#end
    ) {
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    }
    this.#buffer = bytes
    this.#position = 0
    this.#end = bytes.length
    this.#budget = budgetOf(bytes.length)
    this.#overspentAt = -1
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#position
  }

  /** All bytes, those already read too. */
  get buffer(): Buffer {
    return this.#buffer
  }

  get remaining(): number {
    return this.#end - this.#position
  }

  /** Words of 8 bytes that may still be made of the bytes: a frame must not become more than a multiple of itself (see budget.ts). */
  get budget(): number {
    return this.#budget
  }

  /** A reader of the same bytes that begins at `offset`: a failure is explained by reading once more. */
  from(offset: number): Reader {
    const reader = new Reader(this.#buffer)
    reader.flexible = this.flexible
    reader.lenient = this.lenient
    reader.#position = offset
    if (this.#overspentAt >= 0) {
      reader.#budget = 0
      reader.#overspentAt = this.#overspentAt
      reader.#again = true
    }
    return reader
  }

  /** @throws DecodeError if bytes are left, unless this reader is lenient. */
  end(): void {
    if (!this.lenient && this.#position !== this.#end) this.fail(`${this.remaining} bytes follow the message`)
  }

  /**
   * Whoever reads primitives himself asks for them first: these leave it to Node to notice the end of the bytes, which a
   * codec makes a DecodeError of.
   *
   * @throws DecodeError if fewer than `size` bytes are left.
   */
  require(size: number): void {
    if (size > this.remaining) this.truncated(size)
  }

  fail(message: string, offset: number = this.#position): never {
    throw new DecodeError(`${message} (at byte ${offset} of ${this.#end})`, { offset })
  }

  /** Words that are about to be made. */
  private charge(words: number): void {
    // What is too much is not even subtracted: the budget stays a small integer.
    if (words > this.#budget) this.overspend()
    else this.#budget -= words
  }

  private overspend(): void {
    if (this.#again && this.#position !== this.#overspentAt) return
    this.#overspentAt = this.#position
    throw overspent(this.#position, this.#end)
  }

  /** Claims the next `size` bytes; returns where they begin. */
  private take(size: number): number {
    const at = this.#position
    if (size > this.#end - at) this.truncated(size)
    this.#position = at + size
    return at
  }

  private truncated(size: number): never {
    return this.fail(`${size} bytes are needed, ${this.remaining} are left`)
  }

  bool(): boolean {
    return this.int8() !== 0
  }

  int8(): number {
    const value = this.#view.getInt8(this.#position)
    this.#position += 1
    return value
  }

  int16(): number {
    const value = this.#view.getInt16(this.#position)
    this.#position += 2
    return value
  }

  uint16(): number {
    const value = this.#view.getUint16(this.#position)
    this.#position += 2
    return value
  }

  int32(): number {
    const value = this.#view.getInt32(this.#position)
    this.#position += 4
    return value
  }

  int64(): bigint {
    const value = this.#view.getBigInt64(this.#position)
    this.#position += 8
    return value
  }

  float64(): number {
    const value = this.#view.getFloat64(this.#position)
    this.#position += 8
    return value
  }

  /** Sixteen bytes in Kafka's notation: base64url, 22 characters. */
  uuid(): string {
    const value = uuidText(this.#view, this.#position)
    this.#position += 16
    return value
  }

  /** An unsigned varint of at most five bytes and 32 bits. */
  varint(): number {
    const byte = this.#view.getUint8(this.#position)
    if (byte > 0x7f) return this.longVarint()
    this.#position++
    return byte
  }

  private longVarint(): number {
    const start = this.#position
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#view.getUint8(this.take(1))
      value += (byte & 0x7f) * scale
      if (value > 0xffffffff) this.fail('a varint has more than 32 bits', start)
      if (byte < 0x80) return value
      if (scale === 0x10000000) this.fail('a varint has more than five bytes', start)
    }
  }

  string(): string {
    const length = this.flexible ? this.varint() - 1 : this.int16()
    if (length < 0) this.negative('string', length)
    return this.text(length)
  }

  nullableString(): string | null {
    const length = this.flexible ? this.varint() - 1 : this.int16()
    if (length < 0) return this.nullLength('string', length)
    return this.text(length)
  }

  /** The one string whose length is an int16 even in a flexible version: the client id of the request header. */
  nullableShortString(): string | null {
    const length = this.int16()
    if (length < 0) return this.nullLength('string', length)
    return this.text(length)
  }

  private text(length: number): string {
    if (length > maxStringLength) this.fail(`a string of ${length} bytes is longer than 32767`)
    if (length === 0) return ''
    // V8 has every text of one byte already.
    if (length > 1) this.charge(wordsOf.string + ((length + 7) >> 3))
    const at = this.take(length)
    const text = this.#buffer.toString('utf8', at, at + length)
    // What is not UTF-8 has become U+FFFD. Only the bytes tell it from a U+FFFD that was sent.
    if (text.includes('\ufffd') && !isUtf8(this.#buffer.subarray(at, at + length))) {
      this.fail('a string is not valid UTF-8', at)
    }
    return text
  }

  /** A view, not a copy. */
  bytes(): Buffer {
    const length = this.flexible ? this.varint() - 1 : this.int32()
    if (length < 0) this.negative('byte field', length)
    return this.view(length)
  }

  /** A view, not a copy. */
  nullableBytes(): Buffer | null {
    const length = this.flexible ? this.varint() - 1 : this.int32()
    if (length < 0) return this.nullLength('byte field', length)
    return this.view(length)
  }

  private view(length: number): Buffer {
    if (length === 0) return noBytes
    this.charge(wordsOf.view)
    const at = this.take(length)
    return this.#buffer.subarray(at, at + length)
  }

  /** The length of an array whose elements have at least `size` bytes each, and are `words` words of memory. */
  count(size: number, words: number): number {
    const count = this.flexible ? this.varint() - 1 : this.int32()
    if (count < 0 || count * size > this.#end - this.#position) this.refuseCount(count)
    if (count > 0) this.chargeList(count, words)
    return count
  }

  /** As {@link count}; -1 is null. */
  nullableCount(size: number, words: number): number {
    const count = this.flexible ? this.varint() - 1 : this.int32()
    if (count < -1 || count * size > this.#end - this.#position) this.refuseCount(count)
    if (count > 0) this.chargeList(count, words)
    return count
  }

  private chargeList(count: number, words: number): void {
    this.charge(count > maxCount ? tooMuch : count * words + wordsOf.elements)
  }

  private refuseCount(count: number): never {
    if (count < 0) this.negative('array', count)
    return this.fail(`an array claims ${count} elements, ${this.remaining} bytes are left`)
  }

  private negative(what: string, length: number): never {
    const one = /^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`
    return this.fail(length === -1 ? `${one} must not be null` : `${one} has the length ${length}`)
  }

  private nullLength(what: string, length: number): null {
    if (length !== -1) this.fail(`a ${what} has the length ${length}`)
    return null
  }

  /** Whether a nullable struct follows. */
  present(): boolean {
    const marker = this.int8()
    if (marker !== 1 && marker !== -1) this.fail(`a nullable struct begins with ${marker}`, this.#position - 1)
    return marker === 1
  }

  int8s(): number[] {
    return this.readInt8s(this.count(1, 1))
  }

  private readInt8s(count: number): number[] {
    const list = listOf<number>(count)
    for (let i = 0; i < count; i++) list[i] = this.int8()
    return list
  }

  int16s(): number[] {
    return this.readInt16s(this.count(2, 1))
  }

  private readInt16s(count: number): number[] {
    const list = listOf<number>(count)
    for (let i = 0; i < count; i++) list[i] = this.int16()
    return list
  }

  int32s(): number[] {
    const count = this.flexible ? this.varint() - 1 : this.int32()
    // As in count(4, 1); a shift, since this is the hottest of all arrays and a product might leave the small integers. For
    // the same reason it is not charged: it takes three words for its first five bytes, and then one for four.
    if (count < 0 || count > (this.#end - this.#position) >> 2) this.refuseCount(count)
    return this.readInt32s(count)
  }

  nullableInt32s(): number[] | null {
    const count = this.nullableCount(4, 1)
    return count < 0 ? null : this.readInt32s(count)
  }

  private readInt32s(count: number): number[] {
    if (count === 0) return []
    const list = new Array<number>(count)
    const view = this.#view
    let at = this.#position
    for (let i = 0; i < count; i++) {
      list[i] = view.getInt32(at)
      at += 4
    }
    this.#position = at
    return list
  }

  int64s(): bigint[] {
    return this.readInt64s(this.count(8, 1 + wordsOf.int64))
  }

  private readInt64s(count: number): bigint[] {
    const list = listOf<bigint>(count)
    for (let i = 0; i < count; i++) list[i] = this.int64()
    return list
  }

  uuids(): string[] {
    return this.readUuids(this.count(16, 1 + wordsOf.uuid))
  }

  nullableUuids(): string[] | null {
    const count = this.nullableCount(16, 1 + wordsOf.uuid)
    return count < 0 ? null : this.readUuids(count)
  }

  private readUuids(count: number): string[] {
    const list = listOf<string>(count)
    for (let i = 0; i < count; i++) list[i] = this.uuid()
    return list
  }

  strings(): string[] {
    return this.readStrings(this.count(1, 1))
  }

  nullableStrings(): string[] | null {
    const count = this.nullableCount(1, 1)
    return count < 0 ? null : this.readStrings(count)
  }

  private readStrings(count: number): string[] {
    const list = listOf<string>(count)
    for (let i = 0; i < count; i++) list[i] = this.string()
    return list
  }

  /** The tagged fields of a struct that has none with a name in any version. */
  tags(struct: object): void {
    if (!this.flexible) return
    // Mostly there are none.
    if (this.#view.getUint8(this.#position) === 0) this.#position++
    else this.readUnknownTags(struct)
  }

  private readUnknownTags(struct: object): void {
    const count = this.tagCount()
    // They are charged one by one, so the length is a claim.
    const unknown = listOf<UnknownTag>(Math.min(count, 16))
    let tag = -1
    for (let i = 0; i < count; i++) {
      tag = this.tag(tag)
      unknown[i] = this.unknownTag(tag)
    }
    if (count > 0) keepUnknownTags(struct, unknown)
  }

  tagCount(): number {
    const count = this.varint()
    // Each has a tag and a size.
    if (count * 2 > this.#end - this.#position) {
      this.fail(`a struct claims ${count} tagged fields, ${this.remaining} bytes are left`)
    }
    return count
  }

  /** The tag of the next field, which must be above `previous`. */
  tag(previous: number): number {
    const at = this.#position
    const tag = this.varint()
    if (tag <= previous) this.fail(`tag ${tag} follows tag ${previous}`, at)
    if (tag > 0x7fffffff) this.fail(`tag ${tag} has more than 31 bits`, at)
    return tag
  }

  /** The size of a tagged field, as the offset at which it ends. */
  tagEnd(): number {
    const size = this.varint()
    if (size > this.#end - this.#position) {
      this.fail(`a tagged field claims ${size} bytes, ${this.remaining} are left`)
    }
    return this.#position + size
  }

  closeTag(tag: number, end: number): void {
    if (this.#position !== end) this.fail(`tag ${tag} ends at byte ${end}, its field at byte ${this.#position}`)
  }

  unknownTag(tag: number): UnknownTag {
    const end = this.tagEnd()
    this.charge(wordsOf.unknownTag)
    return { tag, bytes: this.view(end - this.#position) }
  }

  /** A tag that only another version of the struct knows. */
  foreignTag(tag: number): never {
    return this.fail(`tag ${tag} is not of this version`)
  }
}
