import { readFileSync } from 'node:fs'
import type { Ring } from './start.js'

/** Where a test process finds the description of what was started for it. */
export const ringVariable = 'OTTLA_TEST_RING'

/** What runs: only to be called where `npm run test:kafka` has started it. */
export function theRing(): Ring {
  const file = process.env[ringVariable]
  if (file === undefined) throw new Error('these tests need a running Kafka: npm run test:kafka')
  return JSON.parse(readFileSync(file, 'utf8')) as Ring
}
