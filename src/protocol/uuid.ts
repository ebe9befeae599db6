// Kafka's notation of a UUID: base64url without padding, 22 characters. By hand, since Node's own takes its way through
// C++, which costs more than the work itself.

/** The UUID of all zeros: Kafka's default. */
export const zeroUuid = 'AAAAAAAAAAAAAAAAAAAAAA'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0))
const values = new Int8Array(128).fill(-1)
for (const [value, code] of codes.entries()) values[code] = value

function code(bits: number): number {
  return codes[bits & 63] ?? 0
}

/** The sixteen bytes at `at` as text. */
export function uuidText(view: DataView, at: number): string {
  const a = view.getInt32(at)
  const b = view.getInt32(at + 4)
  const c = view.getInt32(at + 8)
  const d = view.getInt32(at + 12)
  if ((a | b | c | d) === 0) return zeroUuid
  return String.fromCharCode(
    code(a >>> 26),
    code(a >>> 20),
    code(a >>> 14),
    code(a >>> 8),
    code(a >>> 2),
    code((a << 4) | (b >>> 28)),
    code(b >>> 22),
    code(b >>> 16),
    code(b >>> 10),
    code(b >>> 4),
    code((b << 2) | (c >>> 30)),
    code(c >>> 24),
    code(c >>> 18),
    code(c >>> 12),
    code(c >>> 6),
    code(c),
    code(d >>> 26),
    code(d >>> 20),
    code(d >>> 14),
    code(d >>> 8),
    code(d >>> 2),
    code(d << 4),
  )
}

/** Writes the sixteen bytes of a text; false if it is not the text of a UUID. */
export function writeUuid(view: DataView, at: number, text: string): boolean {
  if (text.length !== 22) return false
  // Becomes negative with the first wrong character.
  let all = 0
  for (let i = 0; i < 20; i += 4) {
    const a = bits(text, i)
    const b = bits(text, i + 1)
    const c = bits(text, i + 2)
    const d = bits(text, i + 3)
    all |= a | b | c | d
    view.setUint16(at, (a << 10) | (b << 4) | (c >> 2))
    view.setUint8(at + 2, (c << 6) | d)
    at += 3
  }
  const a = bits(text, 20)
  const b = bits(text, 21)
  view.setUint8(at, (a << 2) | (b >> 4))
  // The last character has only two bits.
  return (all | a | b) >= 0 && (b & 15) === 0
}

function bits(text: string, i: number): number {
  // A character beyond ASCII has none.
  return values[text.charCodeAt(i)] ?? -1
}
