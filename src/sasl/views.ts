/**
 * A text as secrets are searched in it: its bytes in UTF-8, each a character, in small letters (those of ISO 8859-1, which
 * makes one of one), and where in the text each has come from.
 */
export interface View {
  readonly text: string
  /** Where in the text that byte begins, and where it ends. */
  readonly start: Uint32Array
  readonly end: Uint32Array
}

/** Escapes may be escaped themselves: percent of JSON, or JSON in JSON. */
const ROUNDS = 2

/** The text as it stands, and what it means: once without its escapes, and once without the escapes that then show. */
export function viewsOf(text: string): View[] {
  let view = plainView(text)
  const views = [view]
  for (let round = 0; round < ROUNDS; round++) {
    const next = unescaped(view)
    if (next === view) break
    views.push((view = next))
  }
  return views
}

function plainView(text: string): View {
  const bytes = Buffer.from(text)
  const view = room(bytes.length)
  const ascii = bytes.length === text.length
  for (let at = 0, to = 0; at < text.length;) {
    const code = ascii ? 0 : (text.codePointAt(at) ?? 0)
    const end = at + (code > 0xffff ? 2 : 1)
    for (let width = widthOf(code); width > 0; width--) {
      view.start[to] = at
      view.end[to++] = end
    }
    at = end
  }
  return { ...view, text: bytes.toString('latin1').toLowerCase() }
}

function room(length: number): Pick<View, 'start' | 'end'> {
  return { start: new Uint32Array(length), end: new Uint32Array(length) }
}

function widthOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code > 0xffff ? 4 : 3
}

/** JSON's and JavaScript's, percent escapes, those of HTML. What is no escape stays. Linear: none begins within another. */
const ESCAPES = new RegExp(
  [
    /[\\%]u(?<high>d[89ab][\da-f]{2})[\\%]u(?<low>d[c-f][\da-f]{2})/,
    /[\\%]u(?<hex4>[\da-f]{4})/,
    /\\u\{(?<hex>[\da-f]{1,8})\}/,
    /&#x(?<hexEntity>[\da-f]{1,8});/,
    /&#(?<entity>\d{1,8});/,
    /(?:\\x|%)(?<byte>[\da-f]{2})/,
    /\\(?<character>[^ux])/,
    /&(?<name>amp|lt|gt|quot|apos);/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

type Escape = { readonly [group in string]?: string }

const MEANINGS: { readonly [name in string]?: string } = {
  ...{ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' },
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
}

/** The view without its escapes; the same if it has none. */
function unescaped(view: View): View {
  const { text } = view
  if (!/[\\%&]/.test(text)) return view
  const bytes = Buffer.alloc(text.length)
  const { start, end } = room(text.length)
  let length = 0
  let done = 0
  const put = (byte: number, from: number, to: number): void => {
    bytes[length] = byte
    start[length] = view.start[from] ?? 0
    end[length++] = view.end[to - 1] ?? 0
  }
  const keep = (to: number): void => {
    for (; done < to; done++) put(text.charCodeAt(done), done, done + 1)
  }
  for (const { 0: escape, index, groups } of text.matchAll(ESCAPES)) {
    keep(index)
    done = index + escape.length
    for (const byte of meaningOf(groups ?? {})) put(byte, index, done)
  }
  keep(text.length)
  return length === text.length ? view : { text: bytes.toString('latin1', 0, length).toLowerCase(), start, end }
}

function meaningOf({ high, low, hex4, hex, hexEntity, entity, byte, character, name }: Escape): Uint8Array {
  if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16))
  if (character !== undefined) return Buffer.from(MEANINGS[character] ?? character, 'latin1')
  if (name !== undefined) return Buffer.from(MEANINGS[name] ?? '')
  if (high !== undefined && low !== undefined) {
    return Buffer.from(String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)))
  }
  const code = entity === undefined ? Number.parseInt(hex4 ?? hex ?? hexEntity ?? '', 16) : Number(entity)
  return Buffer.from(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
}

/** The view without white space and colons, and of one alphabet of base64: as bytes that were written in lines or groups. */
export function denseView({ text, ...from }: View): View {
  const bytes = Buffer.alloc(text.length)
  const { start, end } = room(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 0x20 || code === 0x3a) continue
    bytes[length] = code === 0x2d ? 0x2b : code === 0x5f ? 0x2f : code
    start[length] = from.start[at] ?? 0
    end[length++] = from.end[at] ?? 0
  }
  return { text: bytes.toString('latin1', 0, length), start, end }
}
