import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzz } from './fuzzing.js'
import { Random } from './random.js'

test('no mutated frame of any message does more harm than a DecodeError', () => {
  const seed = Date.now() >>> 0
  const random = new Random(seed)
  const tally = { frames: 0, accepted: 0 }
  try {
    while (tally.frames < 8_000) fuzz(random, tally)
  } catch (cause) {
    throw new Error(`seed ${seed}`, { cause })
  }
  // Were all of them refused, or none, nothing would have been tried.
  assert.ok(tally.accepted > 400 && tally.accepted < 7_600, `${tally.accepted} of ${tally.frames} accepted`)
})
