import { randomBytes } from 'node:crypto'

const BITS = 130

/** 130 random bits as a number in base 36: what Kafka uses as nonce, and the text of it as salt. At most 26 characters. */
export function scramNonce(): string {
  return base36(randomBytes(Math.ceil(BITS / 8)))
}

/** The first 130 bits of `bytes` (17 or more of them) in the same form. */
export function base36(bytes: Uint8Array): string {
  const number = BigInt(`0x${Buffer.from(bytes.subarray(0, 17)).toString('hex')}`) >> 6n
  return number.toString(36)
}
