import { OttlaError } from '../errors.js'

/**
 * The error of Ottla within what another client rejects with: clients wrap errors of a login in their own, as `cause` or
 * among `errors`. Undefined if there is none.
 *
 * ```ts no-run: it shows a catch clause only
 * import { ottlaErrorIn } from 'ottla/adapters/kafkajs'
 *
 * try {
 *   // await producer.connect()
 * } catch (error) {
 *   const { code, hint } = ottlaErrorIn(error) ?? {}
 *   console.error(code, hint)
 * }
 * ```
 */
export function ottlaErrorIn(error: unknown): OttlaError | undefined {
  const queue: unknown[] = [error]
  const seen = new Set<unknown>()
  for (const one of queue) {
    if (one instanceof OttlaError) return one
    if (typeof one !== 'object' || one === null || seen.has(one)) continue
    seen.add(one)
    if ('cause' in one) queue.push(one.cause)
    if ('errors' in one && Array.isArray(one.errors)) queue.push(...(one.errors as unknown[]))
  }
  return undefined
}
