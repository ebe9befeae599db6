/** As Java's `String.trim`: everything up to the blank, nothing beyond it. */
export function javaTrim(text: string): string {
  // eslint-disable-next-line no-control-regex -- that is what Java takes off
  return text.replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, '')
}

/** The trimmed text; a missing, empty or blank one is an error with Kafka's words, of the kind that `error` makes. */
export function requireText(what: string, value: string | null | undefined, error: (text: string) => Error): string {
  if (value == null) throw error(`${what} must be non-null`)
  if (value === '') throw error(`${what} must be non-empty`)
  const trimmed = javaTrim(value)
  if (trimmed === '') throw error(`${what} must not contain only whitespace`)
  return trimmed
}
