// What an import takes, seen from outside: new processes, the programs in turn.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './harness.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const ROUNDS = 21

/** Milliseconds that a program of one import takes over an empty one, for each of the packages. */
export function importTimes(packages) {
  const programs = ['', ...packages.map((name) => `import '${name}'`)].map((code) => ({ code, samples: [] }))
  for (let round = 0; round < ROUNDS; round++) {
    for (const { code, samples } of programs) {
      const begin = performance.now()
      spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: here })
      samples.push(performance.now() - begin)
    }
  }
  const [empty, ...times] = programs.map(({ samples }) => median(samples))
  return times.map((time) => time - empty)
}
