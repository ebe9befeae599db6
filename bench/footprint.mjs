// What a package costs before it does anything: the time of its import, and the room that an installation takes.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTimes } from './import-time.mjs'
import { printFigures } from './report.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
const packages = { ottla: 'ottla', platformatic: '@platformatic/kafka', kafkajs: 'kafkajs' }

/** Bytes and packages below node_modules of a folder where nothing but this package was installed. */
function installation(what) {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-footprint-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    npm(['install', '--no-audit', '--no-fund', '--silent', '--ignore-scripts', what(folder)], folder)
    const names = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true })
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const manifests = files.filter((file) => /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file))
    return { bytes: files.reduce((sum, file) => sum + statSync(file).size, 0), packages: manifests.length }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const npm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

function packed(folder) {
  const target = join(folder, 'tarball')
  mkdirSync(target)
  npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', target], join(here, '..'))
  return join(target, readdirSync(target)[0])
}

const names = Object.keys(packages)
const imports = importTimes(Object.values(packages))
const installed = names.map((name) =>
  installation(name === 'ottla' ? packed : () => `${packages[name]}@${dependencies[packages[name]]}`),
)
const by = (values) => Object.fromEntries(names.map((name, i) => [name, values[i]]))
printFigures(
  [
    { title: 'import, over an empty program', unit: 'ms', values: by(imports), limit: 30 },
    { title: 'installed, with dependencies', unit: 'bytes', values: by(installed.map(({ bytes }) => bytes)) },
    { title: 'packages', unit: 'count', values: by(installed.map(({ packages }) => packages)) },
  ],
  'Footprint',
)
