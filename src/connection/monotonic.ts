/** Looked up once: the global is an accessor, and every use of it would go through that again. */
const clock = performance

/** Milliseconds of a clock that nobody sets back (`performance.now()`). */
export function monotonic(): number {
  return clock.now()
}
