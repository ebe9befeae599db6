import { DecodeError } from '../errors.js'

/**
 * How much memory may be made of a frame.
 *
 * The shortest struct, an empty text, an empty array and no tags, has 3 bytes, and is an object of 80: a frame within
 * its limit can be made to fill the heap. So what decoding makes is charged, in words of 8 bytes as V8 lays them out on a
 * 64-bit machine, before it is made. The elements of an array are charged with its count, all at once, by what the
 * generator knows of them (generator/memory.mjs); texts, views and unknown tagged fields by themselves.
 */

/** 1 MiB: no honest small frame is refused, however odd it is. */
const leastWords = 2 ** 17
/** 24 bytes for a byte, twice what the densest large answers of brokers need: topics with one partition, codes without texts. */
const wordsPerByte = 3
/** 1 GiB, a quarter to a half of the heap that Node allows itself. Larger honest frames hold records, not structs. */
const mostWords = 2 ** 27

/** More than any budget. */
export const tooMuch = 0x3fffffff

/** Words that may be made of a frame of so many bytes. */
export function budgetOf(bytes: number): number {
  const words = bytes * wordsPerByte
  return words <= leastWords ? leastWords : Math.min(mostWords, words)
}

/** What one of them takes beside the slot that refers to it, in words. */
export const wordsOf = {
  int64: 3,
  uuid: 5,
  /** Beside its bytes. */
  string: 2,
  view: 13,
  /** What holds the elements of an array, beside them and the array itself, which belongs to the struct. */
  elements: 2,
  /** With the list of them that its struct gets, as if it were alone. */
  unknownTag: 17,
} as const

export function overspent(offset: number, end: number): DecodeError {
  const most = Math.round(budgetOf(end) / 2 ** 17)
  return new DecodeError(`the message would take more than ${most} MiB of memory (at byte ${offset} of ${end})`, {
    offset,
    hint: 'It is made of far more, and far smaller, parts than Kafka’s messages have: the peer may want to exhaust memory. If it is honest, ask for less at once: fewer topics, partitions or groups in a request.',
  })
}
