import { crc32c } from './crc32c.js'

/** What a log must know of a record batch (magic 2); the records within are nobody's business here. */
export interface BatchHeader {
  readonly size: number
  readonly lastOffsetDelta: number
  readonly maxTimestamp: bigint
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly baseSequence: number
  readonly count: number
  readonly isTransactional: boolean
}

const HEADER = 61
/** baseOffset and batchLength, which batchLength does not count. */
const PREFIX = 12
const CRC_FROM = 21
const TRANSACTIONAL = 0x10

/** Kafka's error code for bytes that are no record batches. */
export class BatchError extends Error {
  readonly errorCode: number

  constructor(errorCode: number, message: string) {
    super(message)
    this.errorCode = errorCode
  }
}

const CORRUPT_MESSAGE = 2
const UNSUPPORTED_FOR_MESSAGE_FORMAT = 43
const INVALID_RECORD = 87

/**
 * Cuts what a producer sent into batches and checks each one's length, format, count and CRC.
 *
 * @throws BatchError
 */
export function splitBatches(records: Buffer): { readonly header: BatchHeader; readonly bytes: Buffer }[] {
  const batches = []
  for (let at = 0; at < records.length;) {
    const header = readHeader(records.subarray(at))
    const bytes = records.subarray(at, at + header.size)
    if (crc32c(bytes.subarray(CRC_FROM)) !== bytes.readUInt32BE(17)) throw corrupt('its CRC is wrong')
    batches.push({ header, bytes })
    at += header.size
  }
  if (batches.length === 0) throw new BatchError(INVALID_RECORD, 'No records')
  return batches
}

function readHeader(bytes: Buffer): BatchHeader {
  if (bytes.length < HEADER) throw corrupt('it is shorter than a header')
  const magic = bytes.readInt8(16)
  if (magic !== 2) throw new BatchError(UNSUPPORTED_FOR_MESSAGE_FORMAT, `A record batch of format ${magic}`)
  const size = bytes.readInt32BE(8) + PREFIX
  if (size < HEADER || size > bytes.length) throw corrupt(`it claims ${size} bytes`)
  const lastOffsetDelta = bytes.readInt32BE(23)
  const count = bytes.readInt32BE(57)
  if (count < 1 || lastOffsetDelta !== count - 1) {
    throw new BatchError(
      INVALID_RECORD,
      `A record batch with ${count} records and a last offset delta of ${lastOffsetDelta}`,
    )
  }
  return {
    size,
    lastOffsetDelta,
    count,
    maxTimestamp: bytes.readBigInt64BE(35),
    producerId: bytes.readBigInt64BE(43),
    producerEpoch: bytes.readInt16BE(51),
    baseSequence: bytes.readInt32BE(53),
    isTransactional: (bytes.readInt16BE(21) & TRANSACTIONAL) !== 0,
  }
}

function corrupt(what: string): BatchError {
  return new BatchError(CORRUPT_MESSAGE, `A record batch is corrupt: ${what}`)
}
