/** As much of Kafka's record batch (magic 2) as a test needs to put records into a broker. */

export interface TestRecord {
  readonly key?: string
  readonly value?: string
}

interface BatchOptions {
  readonly producerId?: bigint
  readonly producerEpoch?: number
  readonly transactional?: boolean
}

export function recordBatch(records: readonly TestRecord[], options: BatchOptions = {}): Buffer {
  const now = BigInt(Date.now())
  const body = Buffer.concat(records.map(encodeRecord))
  const head = Buffer.alloc(61)
  head.writeInt32BE(49 + body.length, 8) // length of what follows it
  head.writeInt32BE(-1, 12) // leader epoch
  head.writeInt8(2, 16) // magic
  head.writeInt16BE(options.transactional === true ? 0x10 : 0, 21)
  head.writeInt32BE(records.length - 1, 23)
  head.writeBigInt64BE(now, 27)
  head.writeBigInt64BE(now, 35)
  head.writeBigInt64BE(options.producerId ?? -1n, 43)
  head.writeInt16BE(options.producerEpoch ?? -1, 51)
  head.writeInt32BE(options.producerId === undefined ? -1 : 0, 53)
  head.writeInt32BE(records.length, 57)
  const batch = Buffer.concat([head, body])
  batch.writeUInt32BE(crc32c(batch.subarray(21)), 17)
  return batch
}

function encodeRecord({ key, value }: TestRecord, index: number): Buffer {
  const parts = [Buffer.from([0]), varint(0), varint(index), sized(key), sized(value), varint(0)]
  const body = Buffer.concat(parts)
  return Buffer.concat([varint(body.length), body])
}

function sized(text: string | undefined): Buffer {
  return text === undefined ? varint(-1) : Buffer.concat([varint(Buffer.byteLength(text)), Buffer.from(text)])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = ((value << 1) ^ (value >> 31)) >>> 0
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  return Buffer.from([...bytes, rest])
}

function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
