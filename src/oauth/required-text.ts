/** As Java's `String.trim`: everything up to the blank, nothing beyond it. */
export function javaTrim(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && text.charCodeAt(start) <= 0x20) start++
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--
  return text.slice(start, end)
}

/** The trimmed text; a missing, empty or blank one is an error with Kafka's words, of the kind that `error` makes. */
export function requireText(what: string, value: string | null | undefined, error: (text: string) => Error): string {
  if (value == null) throw error(`${what} must be non-null`)
  if (value === '') throw error(`${what} must be non-empty`)
  const trimmed = javaTrim(value)
  if (trimmed === '') throw error(`${what} must not contain only whitespace`)
  return trimmed
}
