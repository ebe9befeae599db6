/**
 * Puts extensions in the order in which Kafka's server would write them.
 *
 * Kafka makes the text that the proofs cover not of the bytes it received but of its own copy of the message, where the
 * extensions stand in the order of a Java `HashMap` that was copied from another one. A single extension is always in
 * order; several verify only if they were sent in that order.
 */
export function inKafkaOrder(extensions: Iterable<readonly [string, string]>): (readonly [string, string])[] {
  const entries = [...extensions]
  if (entries.length < 2) return entries
  // A map that grew from 16 buckets at a load of 3/4, then a copy of it that was made to measure.
  let grown = 16
  while (entries.length > grown * 0.75) grown *= 2
  const measure = Math.floor(entries.length / 0.75 + 1)
  let copied = 1
  while (copied < measure) copied *= 2
  const byBucket =
    (buckets: number) =>
    ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
      (spread(a) & (buckets - 1)) - (spread(b) & (buckets - 1))
  return entries.sort(byBucket(grown)).sort(byBucket(copied))
}

/** `String.hashCode` of Java, its upper half mixed in as `HashMap` does. */
function spread(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash ^ (hash >>> 16)
}
