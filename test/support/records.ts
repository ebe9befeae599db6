/** A record batch of format 2 and its values again: as much of it as tests of a broker need. */

/** CRC-32C, bit by bit: slow, and so simple that it can be compared with the definition. */
export function crc32cOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return ~crc >>> 0
}

interface BatchOptions {
  readonly producerId?: bigint
  readonly baseSequence?: number
  readonly timestamp?: bigint
}

function record(value: string, delta: number): Buffer {
  const bytes = Buffer.from(value)
  // attributes, timestamp delta, offset delta, no key, value, no headers; lengths and deltas are zigzag varints, all small.
  const body = Buffer.concat([Buffer.from([0, 0, delta * 2, 1, bytes.length * 2]), bytes, Buffer.from([0])])
  return Buffer.concat([Buffer.from([body.length * 2]), body])
}

/** Values of at most 50 ASCII characters, at most 60 of them. */
export function batchOf(values: readonly string[], options: BatchOptions = {}): Buffer {
  const { producerId = -1n, baseSequence = -1, timestamp = 1_700_000_000_000n } = options
  const records = Buffer.concat(values.map(record))
  const batch = Buffer.alloc(61)
  batch.writeInt32BE(49 + records.length, 8)
  batch.writeInt8(2, 16)
  batch.writeInt32BE(values.length - 1, 23)
  batch.writeBigInt64BE(timestamp, 27)
  batch.writeBigInt64BE(timestamp, 35)
  batch.writeBigInt64BE(producerId, 43)
  batch.writeInt16BE(producerId < 0n ? -1 : 0, 51)
  batch.writeInt32BE(baseSequence, 53)
  batch.writeInt32BE(values.length, 57)
  const whole = Buffer.concat([batch, records])
  whole.writeUInt32BE(crc32cOf(whole.subarray(21)), 17)
  return whole
}

export function valuesOf(batches: Buffer): string[] {
  const values: string[] = []
  for (let at = 0; at < batches.length; at += batches.readInt32BE(at + 8) + 12) {
    let position = at + 61
    for (let count = batches.readInt32BE(at + 57); count > 0; count -= 1) {
      const size = (batches[position] ?? 0) / 2
      const length = (batches[position + 5] ?? 0) / 2
      values.push(batches.toString('utf8', position + 6, position + 6 + length))
      position += 1 + size
    }
  }
  return values
}
