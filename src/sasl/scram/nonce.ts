import { nodeCrypto } from '../node-crypto.js'

/** Enough for 130 bits. */
const BYTES = 17

/** Random bytes for the next nonces: asking for few at a time costs more than everything else about a nonce. */
const pool = Buffer.alloc(BYTES * 64)
let used = pool.length

/** 130 random bits as a number in base 36: what Kafka uses as nonce, and the text of it as salt. At most 26 characters. */
export function scramNonce(): string {
  if (used === pool.length) {
    nodeCrypto().randomFillSync(pool)
    used = 0
  }
  return base36(pool.subarray(used, (used += BYTES)))
}

/** The first 130 bits of `bytes` (17 or more of them) in the same form. */
export function base36(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, BYTES).toString('hex')
  return (BigInt(`0x${hex}`) >> 6n).toString(36)
}
