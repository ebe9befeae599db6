// Every ```ts block of the Markdown files and of the doc comments in src/ is compiled against the published entry points.
// Those of README.md and docs/ are programs and run, so do their ```sh blocks that call `npx ottla`; ```properties blocks
// are read. What cannot be run alone says why: ```ts no-run: WHY, ```sh no-run: WHY. `ends N` is another exit code than 0.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.js'
import { allFences } from './fences.js'
import { problemsOf } from './properties.js'
import { startWorld } from './world.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}build/snippets`
const atOnce = 2
const timeout = 60_000

const problems = []
const report = (text) => problems.push(text)

/** Whether a block is a program of its own; a reason is wanted where it is not. */
function isProgram({ file, info, where }) {
  if (!file.endsWith('.md')) return false
  if (!info.startsWith('no-run')) return true
  if (!/^no-run: \S.{5}/.test(info)) report(`${where}: no-run needs a reason`)
  return false
}

/** Runs a program in the world's folder and says what it prints if it does not end as the block says. */
async function run({ where, info }, command, args, world) {
  const child = spawn(command, args, {
    cwd: world.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: world.env,
    timeout,
    killSignal: 'SIGKILL',
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const [status, signal] = await new Promise((resolve) => child.on('close', (...how) => resolve(how)))
  const wanted = Number(/^ends (\d+)/.exec(info)?.[1] ?? 0)
  if (status !== wanted) report(`${where}: ended with ${status ?? signal}, not with ${wanted}\n${output}`)
}

function runProgram(fence, script, world) {
  writeFileSync(script, world.replace(readFileSync(script, 'utf8')))
  return run(fence, process.execPath, [script], world)
}

/** A block of the shell, in which `npx ottla` is the command of this repository. */
function runShell(fence, world) {
  const npx = `npx() { shift; '${process.execPath}' '${root}dist/cli/main.js' "$@"; }`
  return run(fence, 'bash', ['-euc', `${npx}\n${world.replace(fence.code)}`], world)
}

async function read(fence, world) {
  for (const problem of await problemsOf(fence, world)) report(`${fence.where}: ${problem}`)
}

const fences = allFences(root)
const scripts = compile(
  fences.filter(({ language }) => language === 'ts'),
  { root, folder, report },
)
for (const page of ['README.md', 'docs/guide/getting-started.md'])
  if (![...scripts.keys()].some(({ file }) => file === page)) report(`${page} shows no code`)

if (problems.length === 0) {
  const world = await startWorld(`${folder}/etc`)
  const kinds = {
    ts: (fence) => isProgram(fence) && (() => runProgram(fence, scripts.get(fence), world)),
    sh: (fence) => /^npx ottla /m.test(fence.code) && isProgram(fence) && (() => runShell(fence, world)),
    properties: (fence) => isProgram(fence) && (() => read(fence, world)),
  }
  const work = fences.map((fence) => kinds[fence.language]?.(fence)).filter(Boolean)
  const count = work.length
  const worker = async () => {
    for (let next = work.shift(); next; next = work.shift()) await next()
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    await world.close()
  }
  console.log(`${scripts.size} blocks compiled, ${count} run or read`)
}
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
}
