// npm run fuzz -- --seconds N [--seed N]
import { parseArgs } from 'node:util'
import { fuzz } from './fuzzing.js'
import { Random } from './random.js'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() >>> 0)
const end = performance.now() + Number(values.seconds) * 1000
const random = new Random(seed)
const tally = { frames: 0, accepted: 0 }
console.log(`seed ${seed}`)
while (performance.now() < end) fuzz(random, tally)
console.log(
  `${tally.frames} frames decoded, ${tally.accepted} accepted, ${tally.frames - tally.accepted} refused with a DecodeError; 0 failures`,
)
