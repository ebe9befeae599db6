// What every command does first on a fresh clone: install what package-lock.json names, and build what has changed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a command in the repository, its output on this terminal; ends this process with its exit code if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** Installs the packages of `folder` if its lock file changed since they were last installed. */
export function install(folder = '.') {
  const at = (name) => `${root}${folder}/${name}`
  const digest = createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex')
  const stamp = at('node_modules/.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  console.log(`installing the packages of ${folder === '.' ? 'ottla' : folder}`)
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']
  if (npm) run(process.execPath, [npm, ...args], { cwd: at('') })
  else run('npm', args, { cwd: at('') })
  mkdirSync(at('node_modules'), { recursive: true })
  writeFileSync(stamp, digest)
}

/** Compiles the given TypeScript projects, only what has changed. */
export function build(...projects) {
  const tsc = `${root}node_modules/typescript/lib/tsc.js`
  run(process.execPath, [tsc, '-b', ...projects.map((project) => `${root}${project}`)])
  if (existsSync(`${root}dist/cli/main.js`) && !(statSync(`${root}dist/cli/main.js`).mode & 0o100)) {
    run('chmod', ['+x', `${root}dist/cli/main.js`])
  }
}
