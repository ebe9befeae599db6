// npm run fuzz -- login [--frames N] [--seed N]
import { parseArgs } from 'node:util'
import { fuzzLogins } from './login-fuzzing.js'

const { values } = parseArgs({ options: { frames: { type: 'string', default: '200000' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() >>> 0)
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`
console.log(`seed ${seed}`)
const before = process.memoryUsage.rss()
const begin = performance.now()
const { frames, connections, reached, logins, alive, left } = await fuzzLogins({ frames: Number(values.frames), seed })
const seconds = ((performance.now() - begin) / 1000).toFixed(1)
console.log(
  `${frames} frames over ${connections} connections in ${seconds} s: ${reached} reached a route, ${logins} logged in, ` +
    `${left} connections left; the server ${alive ? 'lives' : 'is lost'}; ` +
    `memory ${mebibytes(before)} before, ${mebibytes(process.memoryUsage.rss())} after, both ends in one process`,
)
if (reached > 0 || logins > 0 || !alive || left > 0) process.exitCode = 1
