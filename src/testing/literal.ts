/** A text in quotes, as Python and Go have it. */
export function literal(text: string): string {
  return JSON.stringify(text).replace(BEYOND_ASCII, escaped)
}

/** By code points: Go has no halves of a surrogate pair in a text. */
const BEYOND_ASCII = /[^\x20-\x7e]/gu

function escaped(character: string): string {
  return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
}
