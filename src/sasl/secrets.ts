import { visible } from './visible.js'

/** A password, a token or a message that holds one. */
export type Secret = string | Uint8Array

/** One way to write a secret down. */
interface Form {
  readonly text: string
  /** Whether it means the same in capitals and small letters (hex, percent escapes); `text` is in small letters. */
  readonly anyCase: boolean
  /** Whether it counts only if no letter or digit is beside it: `a` is in every text. */
  readonly word: boolean
}

/** Shorter secrets count as whole words only. */
const SHORT = 4

/** What stands in the place of a secret. */
export const HIDDEN = '[hidden]'

/**
 * Replaces secrets in texts of a peer, who may repeat what it was told: as they are, escaped (JSON, percent, {@link visible}),
 * in hex, and in base64 of either alphabet, also inside a longer one. Dear: for errors only.
 */
export function hiding(secrets: readonly Secret[]): (text: string) => string {
  const forms = secrets.flatMap(formsOf)
  if (forms.length === 0) return (text) => text
  return (text) => {
    const found = [...rangesOf(forms, text)].sort((a, b) => a.from - b.from)
    let shown = ''
    let end = 0
    for (const { from, to } of found) {
      if (from >= end) shown += `${text.slice(end, from)}${HIDDEN}`
      end = Math.max(end, to)
    }
    return shown + text.slice(end)
  }
}

function* rangesOf(forms: readonly Form[], text: string): Generator<{ from: number; to: number }> {
  // Not toLowerCase() alone: it makes two characters of some letters, and the places would not fit any more.
  const small = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  for (const form of forms) {
    const searched = form.anyCase ? small : text
    const { length } = form.text
    for (let from = searched.indexOf(form.text); from >= 0; from = searched.indexOf(form.text, from + length)) {
      const to = from + length
      if (!form.word || !(isWord(text[from - 1]) || isWord(text[to]))) yield { from, to }
    }
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character)
}

function formsOf(secret: Secret): Form[] {
  const bytes = typeof secret === 'string' ? Buffer.from(secret) : Buffer.from(secret)
  const text = typeof secret === 'string' ? secret : bytes.toString()
  // 0x01, which OAUTHBEARER's client says to a refusal, is no secret.
  if (!/[^\p{Cc}\p{Z}]/u.test(text)) return []
  const exact = [text, bytes.toString('latin1'), visible(text), JSON.stringify(text).slice(1, -1), ...base64(bytes)]
  const small = [bytes.toString('hex'), ...percent(bytes)].map((form) => form.toLowerCase())
  const word = text.length < SHORT
  return [
    ...[...new Set(exact)].map((form) => ({ text: form, anyCase: false, word })),
    ...[...new Set(small)].map((form) => ({ text: form, anyCase: true, word })),
  ]
}

/** What a part of a longer base64 text must have at least, to be looked for: less would be found by chance. */
const MIN_PART = 8

/** The secret alone, and, as a part of more, at each of the three places where its bits may begin within a character. */
function* base64(bytes: Buffer): Generator<string> {
  for (const alphabet of ['base64', 'base64url'] as const) {
    const whole = bytes.toString(alphabet)
    yield whole
    yield whole.replace(/=+$/, '')
    yield whole.padEnd(Math.ceil(whole.length / 4) * 4, '=')
    for (const before of [0, 1, 2]) {
      const shifted = Buffer.concat([Buffer.alloc(before), bytes])
      const begin = Math.ceil((before * 8) / 6)
      const part = shifted.toString(alphabet).slice(begin, Math.floor((shifted.length * 8) / 6))
      if (part.length >= MIN_PART) yield part
    }
  }
}

/** Escaped as by `encodeURIComponent`, as in a form (also Java's way), and byte by byte. */
function percent(bytes: Buffer): string[] {
  const escape = (bare: RegExp): string =>
    Array.from(bytes, (byte) => {
      const character = String.fromCharCode(byte)
      return bare.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`
    }).join('')
  const form = escape(/[-\w.*]/)
  return [escape(/[-\w.!~*'()]/), escape(/[-\w.~]/), form, form.replaceAll('%20', '+'), escape(/(?!)/)]
}
