// Writes the JavaScript of dist/ from what was compiled into build/src: a file per entry point of package.json, and chunks
// that they share, so that no class exists twice in a program that imports several. A program that imports `ottla` reads
// seven files instead of seventy, which is most of the time that an import takes.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { root } from './prepare.mjs'

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const compiled = readdirSync(`${root}build/src`, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.js(\.map)?$/.test(name))
  .sort()
const modules = compiled.filter((name) => name.endsWith('.js'))

/** What was bundled last, of what. */
const stamp = `${root}build/bundle.json`

function digest() {
  const hash = createHash('sha256')
  const decisive = ['scripts/bundle.mjs', 'package.json', 'package-lock.json']
  for (const file of [...decisive, ...compiled.map((name) => `build/src/${name}`)])
    hash.update(`${file}\n`).update(readFileSync(`${root}${file}`))
  return hash.digest('hex')
}

function upToDate(now) {
  if (!existsSync(stamp)) return false
  const { digest, files } = JSON.parse(readFileSync(stamp, 'utf8'))
  return digest === now && files.every((name) => existsSync(`${root}dist/${name}`))
}

/** Modules that package.json names, by their place in dist/; a star stands for every file of the folder. */
function entries() {
  const named = [
    ...Object.values(manifest.exports).map((conditions) => conditions.default),
    ...Object.values(manifest.bin),
  ]
  return named
    .filter((file) => file?.endsWith('.js'))
    .map((file) => file.slice('./dist/'.length))
    .flatMap((file) => {
      const [before, after] = file.split('*')
      return after === undefined ? [file] : modules.filter((name) => name.startsWith(before) && name.endsWith(after))
    })
}

// Ids are paths in a file system of posix's kind whose root is the repository: the bundler knows no other.
const idOf = (name) => `/build/src/${name}`
const nameOf = (id) => id.slice(idOf('').length)
const roomOf = (id) => (nameOf(id).includes('/') ? nameOf(id).replace(/\/.*/, '') : nameOf(id).replace(/\.js$/, ''))

const files = {
  name: 'files',
  resolveId: (specifier, from) => {
    if (from === undefined) return specifier
    return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : { id: specifier, external: true }
  },
  load: async (id) => {
    const file = root + id.slice('/'.length)
    const [code, map] = await Promise.all([readFile(file, 'utf8'), readFile(`${file}.map`, 'utf8')])
    if (code.includes('import.meta.url')) throw new Error(`${id} asks where it lies: bundled it lies elsewhere`)
    return { code: code.replace(/\n\/\/# sourceMappingURL=.*\n*$/, '\n'), map: JSON.parse(map) }
  },
}

/** What is loaded when one of the modules is imported, as far as it is ours and not loaded later by an `import()`. */
function reached(from, getModuleInfo) {
  const found = new Set(from)
  for (const id of found)
    for (const next of getModuleInfo(id).importedIds) if (next.startsWith(idOf(''))) found.add(next)
  return found
}

/**
 * The chunk of a module that `ottla` loads is its room's; adapters need of the connection no more than how to dial. All
 * other modules are divided by the bundler, by who needs them, so that what is loaded later brings nothing else along.
 */
function chunksByRoom() {
  let ottla, adapters
  return (id, { getModuleInfo }) => {
    ottla ??= reached([idOf('index.js')], getModuleInfo)
    adapters ??= reached(modules.filter((name) => name.startsWith('adapters/')).map(idOf), getModuleInfo)
    const room = roomOf(id)
    if (!ottla.has(id) || room === 'index') return undefined
    return room === 'connection' && adapters.has(id) ? 'connection-dial' : room
  }
}

/** The bundler's edition for browsers is the one without native code; it wants its WebAssembly from `fetch`. */
globalThis.fetch = async (url) => new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } })

async function bundle() {
  const { rollup } = await import('@rollup/browser')
  const chunkOf = chunksByRoom()
  const chosen = new Map()
  const bundled = await rollup({
    input: Object.fromEntries(entries().map((name) => [name.replace(/\.js$/, ''), idOf(name)])),
    plugins: [files],
    // What runs is what was tested, statement for statement. Bundlers of users drop what they do not need.
    treeshake: false,
    onLog: (_level, log) => {
      // TypeScript's helper for `using` asks whether there is a `this`.
      if (log.code !== 'THIS_IS_UNDEFINED') throw new Error(log.message)
    },
  })
  const { output } = await bundled.generate({
    dir: '/dist',
    format: 'es',
    sourcemap: true,
    sourcemapExcludeSources: true,
    minifyInternalExports: false,
    // Else an entry point would import what its chunks import anyway, for an earlier start.
    hoistTransitiveImports: false,
    entryFileNames: '[name].js',
    // A chunk that the bundler made is called after the module that all others in it serve, which is its last.
    chunkFileNames: ({ moduleIds }) => `chunks/${chosen.get(moduleIds[0]) ?? chunkName(moduleIds.at(-1))}.js`,
    manualChunks: (id, graph) => {
      const chunk = chunkOf(id, graph)
      if (chunk !== undefined) chosen.set(id, chunk)
      return chunk
    },
  })
  return output
}

/** `sasl/scram/server.js` is `sasl-scram-server`. */
function chunkName(id) {
  return nameOf(id).replace(/\.js$/, '').replaceAll('/', '-')
}

/** Removes what was written for files that are gone, and modules that were compiled into dist/ itself once. */
function sweep(written) {
  for (const name of readdirSync(`${root}dist`, { recursive: true })) {
    if (/\.js(\.map)?$/.test(name) && !written.has(name.replaceAll('\\', '/'))) rmSync(`${root}dist/${name}`)
  }
}

const now = digest()
if (!upToDate(now)) {
  rmSync(stamp, { force: true })
  const output = await bundle()
  for (const { fileName, code, source } of output) {
    mkdirSync(`${root}dist/${posix.dirname(fileName)}`, { recursive: true })
    writeFileSync(`${root}dist/${fileName}`, code ?? source)
  }
  const written = output.map(({ fileName }) => fileName)
  sweep(new Set(written))
  for (const command of Object.values(manifest.bin)) chmodSync(`${root}${command}`, 0o755)
  writeFileSync(stamp, JSON.stringify({ digest: now, files: written }))
}
