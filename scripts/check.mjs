// The static checks: one line each, details only of what fails. `npm run check -- WORD …` runs those whose name has a WORD.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { build, install, root, seconds } from './prepare.mjs'

const bin = (path) => [process.execPath, `${root}check/node_modules/${path}`]
const own = (path, ...args) => [process.execPath, `${root}${path}`, ...args]
const prettierFiles = ['**/*.{ts,mjs,js,md,yml,yaml}', '!src/messages']

/** What is checked, the long ones first, so that the short ones fill the gaps. */
const checks = {
  lint: [...bin('eslint/bin/eslint.js'), '--config', 'check/eslint.config.js', '--no-warn-ignored', '.'],
  package: own('check/package.js'),
  unused: [
    ...bin('knip/bin/knip.js'),
    '--config',
    'check/knip.json',
    '--tsConfig',
    'src/tsconfig.json',
    '--no-progress',
    '--no-config-hints',
  ],
  format: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', ...prettierFiles],
  structure: own('scripts/test.mjs', 'structure'),
  snippets: own('check/snippets/index.js'),
  examples: own('check/examples.js'),
  api: own('check/api.js'),
  site: own('docs/tools/build.js'),
  runners: own('check/runners.js'),
  generated: own('scripts/generate.mjs', '--check'),
}

function check(name, [command, ...args]) {
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (status) => {
      console.log(`${status === 0 ? '✓' : '✗'} ${name.padEnd(12)}${seconds(start).padStart(8)}`)
      if (status !== 0) console.log(`\n${output.trim().replace(/^/gm, '    ')}\n`)
      resolve(status === 0)
    })
  })
}

const words = process.argv.slice(2)
const chosen = Object.entries(checks).filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
)
if (chosen.length === 0) {
  console.error(`no check is called ${words.join(' ')}; there are types, ${Object.keys(checks).join(', ')}`)
  process.exit(1)
}
install()
install('check')
// Whose types the linter reads.
install('examples/opentelemetry')
install('docs')
// Types first: what does not compile need not be looked at any further.
const start = performance.now()
build('')
console.log(`✓ ${'types'.padEnd(12)}${seconds(start).padStart(8)}`)

const verdicts = [true]
const worker = async () => {
  for (let next = chosen.shift(); next !== undefined; next = chosen.shift()) verdicts.push(await check(...next))
}
await Promise.all(Array.from({ length: availableParallelism() }, worker))
const failed = verdicts.filter((passed) => !passed).length
console.log(`checks: ${verdicts.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
