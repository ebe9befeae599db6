/**
 * What a peer says goes into messages that terminals and logs show: what would steer them, forge a line or turn the
 * direction of reading is shown instead of obeyed. Backslashes stay as they are, a text is for reading only.
 */

/** Control characters of both sets, marks of direction, separators of lines, and what has no width. */
const UNSEEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

const NAMED: { readonly [character in string]?: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** The text with `\n`, `\x1b`, `\u202e` in place of what nobody would see. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0).toString(16)
    return NAMED[character] ?? (code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`)
  })
}

/** RFC 4422 allows 20 characters; names of one's own may be longer. */
const MAX_NAME = 64

/** The name of a mechanism, which may be of any length and form. */
export function visibleName(name: string): string {
  return visible(name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name)
}

const MAX_NAMES = 20

/** Names of mechanisms in a row; of a list without end the beginning. */
export function visibleNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map(visibleName).join(', ')
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown
}
