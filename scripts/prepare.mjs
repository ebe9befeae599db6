// What every command does first on a fresh clone: install what package-lock.json names, and build what has changed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The time since `start` (a value of performance.now()) for a person. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}

/** Runs a command in the repository, its output on this terminal; ends this process with its exit code if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** Installs the packages of `folder` if its lock file changed since they were last installed. */
export function install(folder = '.') {
  const at = (name) => `${root}${folder}/${name}`
  const digest = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
  const stamp = at('node_modules/.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  const start = performance.now()
  console.log(`installing the packages of ${folder === '.' ? 'ottla' : folder}`)
  const npm = process.env.npm_execpath
  const stdio = ['ignore', 'ignore', 'inherit']
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']
  if (npm) run(process.execPath, [npm, ...args], { cwd: at(''), stdio })
  else run('npm', args, { cwd: at(''), stdio })
  mkdirSync(at('node_modules'), { recursive: true })
  writeFileSync(stamp, digest)
  console.log(`installed in ${seconds(start)}`)
}

/**
 * Compiles the given TypeScript projects, only what has changed, removes what was compiled of files that are gone, and
 * bundles dist/ anew where it is no longer what was compiled.
 */
export function build(...projects) {
  compile(projects, [])
  run(process.execPath, [`${root}scripts/bundle.mjs`])
}

/** Compiles without a look at the types, in half the time, and bundles nothing: for those who want to run what others have checked. */
export function compileUnchecked(...projects) {
  compile(projects, ['--noCheck'])
}

function compile(projects, options) {
  const tsc = `${root}node_modules/typescript/lib/tsc.js`
  run(process.execPath, [tsc, '-b', ...options, ...projects.map((project) => `${root}${project}`)])
  // Declarations stand in dist/ as they are compiled; its other files are the bundle's.
  sweep('dist', 'src', /^(.*)\.d\.ts$/)
  for (const folder of ['src', 'test', 'generator', 'examples'])
    sweep(`build/${folder}`, folder, /^(.*)\.(?:js|d\.ts)(?:\.map)?$/)
}

function sweep(output, source, compiled) {
  if (!existsSync(`${root}${output}`)) return
  for (const name of readdirSync(`${root}${output}`, { recursive: true })) {
    const stem = compiled.exec(name)?.[1]
    if (stem !== undefined && !existsSync(`${root}${source}/${stem}.ts`)) rmSync(`${root}${output}/${name}`)
  }
}
