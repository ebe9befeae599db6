// Compiles every ```ts block of the Markdown files and of the doc comments in src/ against the published entry points,
// and runs those of README.md against a testing broker.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}build/snippets`

/** The ```ts blocks of a text, each with the line on which it starts; a doc comment's leading stars are taken off. */
export function snippetsOf(text) {
  const found = []
  for (const match of text.matchAll(/^([ \t]*(?:\* ?)?)```ts\n([\s\S]*?)^[ \t]*(?:\* ?)?```$/gm)) {
    const line = text.slice(0, match.index).split('\n').length + 1
    const code = match[2]
      .split('\n')
      .map((one) => (match[1].includes('*') ? one.replace(/^\s*\* ?/, '') : one))
      .join('\n')
    found.push({ line, code })
  }
  return found
}

function documents() {
  const markdown = readdirSync(root).filter((name) => name.endsWith('.md'))
  const docs = existsSync(`${root}docs`) ? list('docs', '.md') : []
  return [...markdown, ...docs, ...list('src', '.ts').filter((file) => !file.startsWith('src/messages/'))]
}

function list(top, ending) {
  return readdirSync(`${root}${top}`, { recursive: true })
    .map((name) => `${top}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith(ending) && !name.includes('node_modules/'))
}

function write() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const origins = new Map()
  for (const file of documents()) {
    for (const { line, code } of snippetsOf(readFileSync(`${root}${file}`, 'utf8'))) {
      const path = `${folder}/${file.replaceAll('/', '-')}-${line}.ts`
      writeFileSync(path, `${code}\nexport {}\n`)
      origins.set(path, { file, line })
    }
  }
  return origins
}

function compile(origins) {
  const { config } = ts.readConfigFile(`${root}tsconfig.base.json`, ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const strict = {
    ...options,
    composite: false,
    declaration: false,
    sourceMap: false,
    noUnusedLocals: false,
    rootDir: root,
    outDir: root,
  }
  const program = ts.createProgram([...origins.keys()], { ...strict, typeRoots: [`${root}node_modules/@types`] })
  const wrong = ts.getPreEmitDiagnostics(program)
  for (const { file, start, messageText } of wrong) {
    const origin = file && origins.get(file.fileName)
    const line = origin && origin.line + file.getLineAndCharacterOfPosition(start ?? 0).line
    const where = origin ? `${origin.file}:${line}` : (file?.fileName ?? 'options')
    console.error(`${where}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  }
  program.emit()
  return wrong.length === 0
}

/** Runs a block of the README, its imaginary broker replaced by a real one. */
async function runReadme(path, origin, broker) {
  const script = path.replace(/\.ts$/, '.js')
  const code = readFileSync(script, 'utf8')
  if (!code.includes('kafka.example.com')) throw new Error(`README.md:${origin.line}: no kafka.example.com to replace`)
  writeFileSync(script, code.replaceAll('kafka.example.com', 'localhost').replaceAll('9093', String(broker.port)))
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: `${folder}/ca.pem`, KAFKA_PASSWORD: 'alice-secret' }
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'], env, timeout: 20_000 })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const status = await new Promise((resolve) => child.on('close', resolve))
  if (status !== 0) console.error(`README.md:${origin.line}: ended with ${status}\n${output}`)
  return status === 0
}

const origins = write()
let fine = compile(origins)
const readme = [...origins].filter(([, { file }]) => file === 'README.md')
if (readme.length === 0) {
  console.error('README.md shows no code')
  fine = false
}
if (fine) {
  const { startBroker } = await import('../dist/testing/index.js')
  const broker = await startBroker({ tls: true, users: { alice: 'alice-secret' }, topics: { orders: 3 } })
  writeFileSync(`${folder}/ca.pem`, broker.ca)
  for (const [path, origin] of readme) fine = (await runReadme(path, origin, broker)) && fine
  await broker.close()
}
process.exitCode = fine ? 0 : 1
