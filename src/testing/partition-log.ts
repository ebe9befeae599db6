import { BatchError, splitBatches } from './record-batch.js'
import type { BatchHeader } from './record-batch.js'

interface StoredBatch {
  readonly baseOffset: bigint
  readonly lastOffset: bigint
  readonly maxTimestamp: bigint
  readonly bytes: Buffer
}

interface Producer {
  readonly epoch: number
  nextSequence: number
  /** The last batches, by base sequence: a retried one is told where it went the first time. */
  readonly recent: Map<number, bigint>
}

const OUT_OF_ORDER_SEQUENCE_NUMBER = 45
const INVALID_PRODUCER_EPOCH = 47
const MAX_RECENT = 5
const SEQUENCES = 0x80000000

/** One partition's records: batches as the producers sent them, with offsets assigned. */
export class PartitionLog {
  readonly #batches: StoredBatch[] = []
  readonly #producers = new Map<bigint, Producer>()
  readonly #waiting = new Set<() => void>()
  #start = 0n
  #end = 0n

  /** The first offset that is there. */
  get startOffset(): bigint {
    return this.#start
  }

  /** The offset that the next record gets. */
  get endOffset(): bigint {
    return this.#end
  }

  /**
   * Checks and keeps batches; returns the offset of the first record.
   *
   * @throws BatchError and nothing is kept.
   */
  append(records: Buffer): bigint {
    const batches = splitBatches(records)
    let first: bigint | undefined
    for (const { header, bytes } of batches) {
      const known = this.#checkSequence(header)
      first ??= known ?? this.#end
      if (known === undefined) this.#store(header, bytes)
    }
    for (const wake of this.#waiting) wake()
    return first ?? this.#end
  }

  /** Whole batches from the one that holds `offset` on: at least one, then up to `maxBytes`. */
  read(offset: bigint, maxBytes: number): Buffer {
    const parts: Buffer[] = []
    let size = 0
    for (let index = this.#indexOf(offset); index < this.#batches.length; index += 1) {
      const bytes = this.#batches[index]?.bytes
      if (bytes === undefined || (size > 0 && size + bytes.length > maxBytes)) break
      parts.push(bytes)
      size += bytes.length
    }
    return Buffer.concat(parts, size)
  }

  /** How many bytes {@link read} would give. */
  available(offset: bigint, maxBytes: number): number {
    let size = 0
    for (let index = this.#indexOf(offset); index < this.#batches.length; index += 1) {
      size += this.#batches[index]?.bytes.length ?? 0
      if (size >= maxBytes) break
    }
    return size
  }

  /** The first batch with a record at or after a timestamp: where a consumer that asks for it begins. */
  offsetFor(timestamp: bigint): { readonly offset: bigint; readonly timestamp: bigint } | null {
    const found = this.#batches.find(({ maxTimestamp }) => maxTimestamp >= timestamp)
    return found === undefined ? null : { offset: found.baseOffset, timestamp: found.maxTimestamp }
  }

  /** Where the highest timestamp is. */
  latestTimestamp(): { readonly offset: bigint; readonly timestamp: bigint } | null {
    let latest: StoredBatch | undefined
    for (const batch of this.#batches)
      if (latest === undefined || batch.maxTimestamp > latest.maxTimestamp) latest = batch
    return latest === undefined ? null : { offset: latest.lastOffset, timestamp: latest.maxTimestamp }
  }

  /** Forgets what is before an offset (DeleteRecords); whole batches only leave the memory. */
  deleteBefore(offset: bigint): void {
    this.#start = offset > this.#end ? this.#end : offset
    while (this.#batches[0] !== undefined && this.#batches[0].lastOffset < this.#start) this.#batches.shift()
  }

  /** Is called at every append until the returned function is. */
  onAppend(wake: () => void): () => void {
    this.#waiting.add(wake)
    return () => this.#waiting.delete(wake)
  }

  #store(header: BatchHeader, received: Buffer): void {
    // The frame that it came in is a view of memory that others share.
    const bytes = Buffer.from(received)
    const baseOffset = this.#end
    bytes.writeBigInt64BE(baseOffset, 0)
    bytes.writeInt32BE(0, 12)
    this.#end += BigInt(header.lastOffsetDelta + 1)
    this.#batches.push({ baseOffset, lastOffset: this.#end - 1n, maxTimestamp: header.maxTimestamp, bytes })
  }

  /** Where a batch that was there before went; undefined for a new one. @throws BatchError for one that is out of order. */
  #checkSequence({ producerId, producerEpoch, baseSequence, count }: BatchHeader): bigint | undefined {
    if (producerId < 0n) return undefined
    let producer = this.#producers.get(producerId)
    if (producer !== undefined && producerEpoch < producer.epoch) {
      throw new BatchError(INVALID_PRODUCER_EPOCH, `Producer ${producerId} has a newer epoch than ${producerEpoch}`)
    }
    if (producer === undefined || producerEpoch > producer.epoch) {
      producer = { epoch: producerEpoch, nextSequence: producer === undefined ? baseSequence : 0, recent: new Map() }
    }
    const before = producer.recent.get(baseSequence)
    if (before !== undefined) return before
    if (baseSequence !== producer.nextSequence) {
      const expected = producer.nextSequence
      throw new BatchError(
        OUT_OF_ORDER_SEQUENCE_NUMBER,
        `Producer ${producerId}: sequence ${baseSequence} after ${expected - 1}`,
      )
    }
    this.#producers.set(producerId, producer)
    producer.nextSequence = (baseSequence + count) % SEQUENCES
    producer.recent.set(baseSequence, this.#end)
    for (const oldest of producer.recent.keys()) {
      if (producer.recent.size <= MAX_RECENT) break
      producer.recent.delete(oldest)
    }
    return undefined
  }

  /** Of the batch that holds an offset, or the first one after it. */
  #indexOf(offset: bigint): number {
    let [low, high] = [0, this.#batches.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#batches[middle]?.lastOffset ?? 0n) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
