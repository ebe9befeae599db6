// The pure and the socket ring: everything that needs only Node.
// `npm test -- WORD` runs the test files whose path contains WORD.
import { readdirSync } from 'node:fs'
import { build, install, root, run } from './prepare.mjs'

install()
build('src', 'test')

const words = process.argv.slice(2)
const files = readdirSync(`${root}build/test`, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.js') && !name.startsWith('kafka/'))
  .filter((name) => words.every((word) => name.includes(word)))
  .map((name) => `${root}build/test/${name}`)
  .sort()
if (files.length === 0) {
  console.error('no test file matches')
  process.exit(1)
}
const reporter = process.env.CI || words.length === 0 ? 'dot' : 'spec'
run(process.execPath, ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', ...files])
