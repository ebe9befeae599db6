import { denseView, viewsOf, type View } from './views.js'
import { visible } from './visible.js'

/** A password, a token or a message that holds one. */
export type Secret = string | Uint8Array

/** One way to write a secret down: what is looked for in a {@link View}. */
interface Form {
  readonly text: string
  /** Whether it counts only if no letter or digit is beside it: `a` is in every text. */
  readonly word: boolean
  /** Bytes in base64 or hex: line breaks may be within. Of short ones too little would be left to tell them from chance. */
  readonly dense: boolean
}

/** Shorter secrets count as whole words only. */
const SHORT = 4

/** What a part of a longer base64 text must have at least, to be looked for: less would be found by chance. */
const MIN_DENSE = 8

/** As much of a secret is looked for; what comes behind it is hidden as far as it is the secret. */
const HEAD = 256

/** No more of a text is searched, or shown. */
export const MAX_TEXT = 65_536

/** The head of a secret in its longest spelling: so much behind the cut must be known, for no half of it to remain. */
const MARGIN = 16 * HEAD

/** What stands in the place of a secret. */
export const HIDDEN = '[hidden]'

/** Where there is nothing to hide. */
export const asItIs = (text: string): string => text

/**
 * Replaces secrets in texts of a peer, who may repeat what it was told: as they are, in capitals, without the blanks around
 * them, with escapes of JSON, URLs, HTML or {@link visible} once or twice over, in hex, and in base64 of either alphabet,
 * also inside a longer one. Linear in the text. Of a text beyond {@link MAX_TEXT} the beginning remains.
 */
export function hiding(secrets: readonly Secret[]): (text: string) => string {
  const forms = secrets.flatMap(formsOf)
  if (forms.length === 0) return asItIs
  const shortest = forms.reduce((least, { text }) => Math.min(least, text.length), HEAD)
  return (text) => {
    if (Buffer.byteLength(text) < shortest) return text
    const searched = text.slice(0, MAX_TEXT + MARGIN)
    const hidden = new Uint8Array(searched.length)
    for (const view of viewsOf(searched)) {
      mark(hidden, view, { forms, dense: false })
      mark(hidden, denseView(view), { forms, dense: true })
    }
    return unmarked(text, hidden)
  }
}

function mark(
  hidden: Uint8Array,
  { text, start, end }: View,
  { forms, dense }: { readonly forms: readonly Form[]; readonly dense: boolean },
): void {
  for (const form of forms) {
    if (form.dense !== dense) continue
    const head = form.text.slice(0, HEAD)
    for (let from = text.indexOf(head); from >= 0;) {
      let to = from + head.length
      for (let same = head.length; same < form.text.length && text[to] === form.text[same]; same++) to++
      if (dense) while (text[to] === '=') to++
      if (!form.word || !(isWord(text[from - 1]) || isWord(text[to]))) hidden.fill(1, start[from], end[to - 1])
      from = text.indexOf(head, to)
    }
  }
}

function unmarked(text: string, hidden: Uint8Array): string {
  const all = Math.min(text.length, MAX_TEXT)
  let shown = ''
  let done = 0
  for (let from = hidden.indexOf(1); from >= 0 && from < all; from = hidden.indexOf(1, done)) {
    shown += `${text.slice(done, from)}${HIDDEN}`
    done = hidden.indexOf(0, from)
    if (done < 0) done = hidden.length
  }
  if (all < text.length) return `${shown}${text.slice(done, all)}…`
  return done === 0 ? text : shown + text.slice(done)
}

/** In a view, where all that is not ASCII are bytes above 0x7f. */
function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\da-z_\x80-\xff]/.test(character)
}

function formsOf(secret: Secret): Form[] {
  const bytes =
    typeof secret === 'string'
      ? Buffer.from(secret.slice(0, MAX_TEXT))
      : Buffer.from(secret.buffer, secret.byteOffset, Math.min(secret.byteLength, MAX_TEXT))
  const text = bytes.toString()
  const trimmed = text.trim()
  return [...spelt(bytes, text), ...(trimmed === text ? [] : spelt(Buffer.from(trimmed), trimmed))]
}

function spelt(bytes: Buffer, text: string): Form[] {
  // 0x01, which OAUTHBEARER's client says to a refusal, is no secret.
  if (!isSeen(text)) return []
  const word = text.length < SHORT
  const latin1 = bytes.toString('latin1')
  const plain = new Set(
    [text, text.replaceAll(' ', '+'), latin1, visible(text)].flatMap((each) => viewsOf(each).map((view) => view.text)),
  )
  // Bytes that are no UTF-8, percent-encoded.
  plain.add(latin1.toLowerCase())
  return [
    // What a secret means without its escapes may be short where it is not.
    ...[...plain].filter(isSeen).map((each) => ({ text: each, word: word || each.length < SHORT, dense: false })),
    ...Array.from(densely(bytes), (each) => ({ text: each.toLowerCase(), word, dense: each.length >= MIN_DENSE })),
  ]
}

function isSeen(text: string): boolean {
  return /[^\p{Cc}\p{Z}]/u.test(text)
}

/** Hex and base64: the secret alone, and, as a part of more, at each of the three places where its bits may begin. */
function* densely(bytes: Buffer): Generator<string> {
  yield bytes.toString('hex')
  const whole = bytes.toString('base64url')
  const standard = whole.replaceAll('-', '+').replaceAll('_', '/')
  const padding = '='.repeat(-whole.length & 3)
  if (whole.length >= MIN_DENSE) yield standard
  // What is searched in the text as it stands has two alphabets, and may be padded.
  else yield* [whole, standard, whole + padding, standard + padding]
  for (const before of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes])
    const begin = Math.ceil((before * 8) / 6)
    const part = shifted.toString('base64').slice(begin, Math.floor((shifted.length * 8) / 6))
    if (part.length >= MIN_DENSE) yield part
  }
}
