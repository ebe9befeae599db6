let clock: typeof performance | undefined

/**
 * Milliseconds of a clock that nobody sets back (`performance.now()`). The global is an accessor: every use of it would go
 * through that again, and the first loads what an import of `ottla` can do without.
 */
export function monotonic(): number {
  return (clock ??= performance).now()
}
