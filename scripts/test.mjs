// The pure and the socket ring: everything that needs only Node.
// `npm test -- WORD …` runs the test files whose path contains a WORD.
// Each file is a process of its own, which must end by itself: a socket, a timer or a listener left open is a failure.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, install, root, seconds } from './prepare.mjs'

const fileTimeout = 120_000
const started = performance.now()
install()
const building = performance.now()
build('src', 'test')
console.log(`built in ${seconds(building)}`)

const words = process.argv.slice(2)
const tests = `${root}build/test`
const files = readdirSync(tests, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.js') && !name.startsWith('kafka/') && !name.includes('node_modules/'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort()
if (files.length === 0) {
  console.error(`no test file matches ${words.join(' ')}`)
  process.exit(1)
}

const results = `${root}build/test-results`
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
const rooms = new Map()
for (const file of files) {
  const room = rooms.get(dirname(file)) ?? { left: 0, passed: 0, skipped: 0, failed: 0, ms: 0, files: 0 }
  rooms.set(dirname(file), { ...room, left: room.left + 1, files: room.files + 1 })
}

/** Runs one test file and gives what it printed and how it ended. */
function runFile(file) {
  const report = `${results}/${file.replaceAll('/', '-')}.jsonl`
  const reporter = pathToFileURL(`${root}scripts/test-reporter.mjs`).href
  const args = ['--enable-source-maps', `--test-reporter=${reporter}`, `--test-reporter-destination=${report}`]
  return new Promise((resolve) => {
    const begin = performance.now()
    const child = spawn(process.execPath, [...args, `${tests}/${file}`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, fileTimeout)
    child.on('close', (status) => {
      clearTimeout(timer)
      const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n').filter(Boolean) : []
      resolve({
        file,
        output,
        status,
        late,
        ms: performance.now() - begin,
        tests: lines.map((line) => JSON.parse(line)),
      })
    })
  })
}

function fail(file, name, text) {
  total.failed += 1
  rooms.get(dirname(file)).failed += 1
  console.log(
    `\nFAILED  ${file.replace(/\.js$/, '.ts')}${name ? ` › ${name}` : ''}\n${text.trimEnd().replace(/^/gm, '  ')}\n`,
  )
}

function note({ file, output, status, late, ms, tests: found }) {
  const room = rooms.get(dirname(file))
  const failedBefore = total.failed
  for (const test of found) {
    if (test.echo || (test.suite && test.result !== 'failed')) continue
    if (test.result === 'failed') fail(file, test.name, test.error)
    else {
      total[test.result] += 1
      room[test.result] += 1
      if (test.result === 'skipped')
        console.log(`skipped ${file} › ${test.name}: ${test.why === true ? 'no reason given' : test.why}`)
    }
  }
  const failures = total.failed - failedBefore
  if (late)
    fail(file, '', `did not end within ${fileTimeout / 1000} s: a test hangs, or something was left open\n${output}`)
  else if (status !== 0 && failures === 0) fail(file, '', `ended with exit code ${status}\n${output}`)
  else if (found.length === 0) fail(file, '', `holds no test\n${output}`)
  else if (failures > 0 && output.trim() !== '')
    console.log(`  what it printed:\n${output.trimEnd().replace(/^/gm, '  | ')}\n`)
  room.left -= 1
  room.ms += ms
  if (room.left === 0) printRoom(dirname(file), room)
}

function printRoom(name, room) {
  const count = `${room.passed + room.failed + room.skipped} tests`
  const trouble = [room.failed && `${room.failed} FAILED`, room.skipped && `${room.skipped} skipped`]
    .filter(Boolean)
    .join(', ')
  const files = `${room.files} ${room.files === 1 ? 'file' : 'files'}`
  const label = name === '.' ? basename(tests) : name
  console.log(
    `${room.failed ? '✗' : '✓'} ${label.padEnd(20)}${count.padStart(10)}  ${files.padEnd(9)}${(room.ms / 1000).toFixed(1).padStart(6)} s  ${trouble}`.trimEnd(),
  )
}

const queue = [...files]
const workers = Array.from({ length: Math.min(availableParallelism(), queue.length) }, async () => {
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) note(await runFile(file))
})
await Promise.all(workers)
console.log(`in ${seconds(started)}\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
