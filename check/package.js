// Packs the package as npm would publish it and looks at the tarball: contents, size, publint, are-the-types-wrong,
// and whether every entry point can be imported from an empty project.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}build/pack`
const megabyte = 1024 * 1024
const limits = { unpacked: 2.75 * megabyte, packed: 0.75 * megabyte }
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const problems = []

/** What a user needs: code, declarations, and the few texts that npm always packs. */
const wanted = [/^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/, /^dist\/.+\.(js|d\.ts)$/, /^dist\/ottla\.1$/]

function pack() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  // prepack would build and print; the checks have built already, what is left of it is done here.
  execFileSync(process.execPath, [`${root}scripts/prepack.mjs`], { cwd: root })
  const [command, ...first] = npm
  const args = [...first, 'pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = Object.values(JSON.parse(execFileSync(command, args, { cwd: root, encoding: 'utf8' })))
  return packed
}

function checkContents(packed) {
  const paths = packed.files.map(({ path }) => path)
  for (const path of paths)
    if (!wanted.some((pattern) => pattern.test(path))) problems.push(`${path}: no user needs it`)
  for (const path of [
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/cli/main.js',
    'dist/ottla.1',
  ]) {
    if (!paths.includes(path)) problems.push(`${path} is missing`)
  }
  const sources = new Set(readdirSync(`${root}src`, { recursive: true }).map((name) => name.replaceAll('\\', '/')))
  for (const path of paths) {
    const source = /^dist\/(.+)\.d\.ts$/.exec(path)?.[1]
    if (source !== undefined && !sources.has(`${source}.ts`)) problems.push(`${path}: there is no src/${source}.ts`)
    if (path.endsWith('.js') && !path.startsWith('dist/chunks/') && !isEntry(path))
      problems.push(`${path}: it is no entry point, and no chunk of one`)
  }
  for (const what of ['unpacked', 'packed']) {
    const size = packed[what === 'packed' ? 'size' : 'unpackedSize']
    if (size > limits[what]) problems.push(`${what} it has ${size} bytes, more than ${limits[what]}`)
  }
}

function isEntry(path) {
  const named = [
    ...Object.values(manifest.exports).map((conditions) => conditions.default),
    ...Object.values(manifest.bin),
  ]
  return named.some((file) => {
    const [before, after = ''] = file?.slice('./'.length).split('*') ?? ['']
    return file?.includes('*') ? path.startsWith(before) && path.endsWith(after) : path === before
  })
}

async function checkWithTools(packed) {
  const data = readFileSync(`${folder}/${packed.filename}`)
  const buffer = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength)
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true })
  for (const message of messages) problems.push(`publint: ${formatMessage(message, manifest)}`)
  const analysis = await checkPackage(createPackageFromTarballData(data))
  if (!analysis.types) problems.push('are-the-types-wrong: it has no types')
  // The package is ESM only: CommonJS loads it through require(esm), and resolution of the time before `exports` finds nothing.
  const expected = new Set(['CJSResolvesToESM'])
  for (const problem of analysis.types ? analysis.problems : []) {
    if (expected.has(problem.kind) || problem.resolutionKind === 'node10') continue
    problems.push(`are-the-types-wrong: ${JSON.stringify(problem)}`)
  }
}

/** Installs the tarball in an empty project and imports every entry point there; the command is run, too. */
function checkUse(packed) {
  const project = `${folder}/project`
  const installed = `${project}/node_modules/${manifest.name}`
  mkdirSync(installed, { recursive: true })
  writeFileSync(`${project}/package.json`, '{ "name": "consumer", "private": true, "type": "module" }')
  execFileSync('tar', ['-xzf', `${folder}/${packed.filename}`, '--strip-components=1', '-C', installed])
  const run = (...args) =>
    execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  for (const entry of entriesOf(packed)) {
    try {
      const names = run('--input-type=module', '--eval', `console.log(Object.keys(await import('${entry}')).length)`)
      if (Number(names) === 0) problems.push(`${entry} exports nothing`)
    } catch (error) {
      problems.push(`${entry} cannot be imported: ${error.stderr}`)
    }
  }
  try {
    const version = run(`${installed}/${manifest.bin.ottla}`, '--version').trim()
    if (version !== manifest.version) problems.push(`ottla --version prints ${version}`)
  } catch (error) {
    problems.push(`ottla --version cannot be run: ${error.stderr}`)
  }
  checkLightness(run)
}

/** What can be imported. */
function entriesOf(packed) {
  return Object.keys(manifest.exports).flatMap((entry) => {
    if (entry.endsWith('.json')) return []
    return entry.includes('*') ? examplesOf(entry, packed) : [manifest.name + entry.slice(1)]
  })
}

function examplesOf(entry, packed) {
  const [before, after] = manifest.exports[entry].default.slice(2).split('*')
  const names = packed.files.map(({ path }) => path).filter((path) => path.startsWith(before) && path.endsWith(after))
  if (names.length === 0) problems.push(`${entry} matches no file`)
  // One is like the other: each is generated, or has its own test.
  return names
    .slice(0, 3)
    .map((path) => manifest.name + entry.slice(1).replace('*', path.slice(before.length, -after.length)))
}

/** The declarations, checked to the bottom in a project that has nothing but them and Node's types. */
function checkTypes(packed) {
  const project = `${folder}/project`
  const entries = entriesOf(packed)
  writeFileSync(`${project}/use.ts`, entries.map((entry, at) => `export * as e${at} from '${entry}'`).join('\n'))
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const { options } = ts.convertCompilerOptionsFromJson(
      {
        module,
        moduleResolution,
        target: 'es2022',
        lib: ['es2022', 'esnext.disposable'],
        strict: true,
        noEmit: true,
        types: ['node'],
      },
      project,
    )
    const program = ts.createProgram([`${project}/use.ts`], { ...options, typeRoots: [`${root}node_modules/@types`] })
    for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
      const where = (file?.fileName ?? '').replace(`${project}/node_modules/`, '')
      problems.push(`types (${moduleResolution}): ${where}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
    }
  }
}

/** Importing `ottla` must load neither HTTP nor anything that belongs to servers, tests or the command line. */
function checkLightness(run) {
  const program = `
    const loaded = process.moduleLoadList.length
    await import('${manifest.name}')
    console.log(JSON.stringify(process.moduleLoadList.slice(loaded)))`
  const builtins = JSON.parse(run('--input-type=module', '--eval', program))
  const heavy = builtins.filter((name) =>
    /NativeModule (_?http|https|http2|child_process|inspector|readline|repl|fs\/promises)\b/.test(name),
  )
  if (heavy.length > 0) problems.push(`importing ottla loads ${heavy.join(', ')}`)
}

const packed = pack()
checkContents(packed)
await checkWithTools(packed)
checkUse(packed)
checkTypes(packed)
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
}
