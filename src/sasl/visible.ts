/**
 * What a peer says goes into messages that terminals and logs show: what would steer them, forge a line, turn the direction
 * of reading or hide between letters is shown instead of obeyed. Backslashes stay as they are, a text is for reading only.
 */

/** Controls, marks of format and direction, separators of lines, and what has no shape though it counts as a letter. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u
const EACH_UNSEEN = new RegExp(UNSEEN, 'gu')

const NAMED: { readonly [character in string]?: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Whether a text has something that nobody would see. */
export function hasUnseen(text: string): boolean {
  return UNSEEN.test(text)
}

/** The text with `\n`, `\x1b`, `\u202e`, `\u{e0041}` in place of what nobody would see. */
export function visible(text: string): string {
  return text.replace(EACH_UNSEEN, (character) => NAMED[character] ?? escaped(character.codePointAt(0) ?? 0))
}

function escaped(code: number): string {
  const digits = code.toString(16)
  if (code > 0xffff) return `\\u{${digits}}`
  return code > 0xff ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`
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
