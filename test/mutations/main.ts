// npm run mutations -- W-18 … : takes one guard after the other away, in a copy, and demands that every test whose name
// has its number fails at least once. Without a number: all of them, a few minutes.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { guardless, mutations } from './list.js'
import { mutated, root, type Edit } from './mutation.js'

/** Without its guard a test may wait for ever: whatever has not passed by then has failed. */
const patience = 60_000

/** A copy of what is compiled, below build/ so that it finds the packages of the repository. */
class Copy {
  readonly #folder: string

  constructor(name: string) {
    this.#folder = fileURLToPath(new URL(`build/mutations/${name}/`, root))
    rmSync(this.#folder, { recursive: true, force: true })
    mkdirSync(this.#folder, { recursive: true })
    for (const part of ['build/src', 'build/test'])
      cpSync(fileURLToPath(new URL(part, root)), `${this.#folder}${part}`, { recursive: true })
    // A guard is taken out of its module. The bundle would have to be made anew: here `ottla` is the modules themselves.
    const manifest = readFileSync(new URL('package.json', root), 'utf8')
    writeFileSync(`${this.#folder}package.json`, manifest.replaceAll('"./dist/', '"./build/src/'))
  }

  take(edit: Edit): void {
    const base = ts.readConfigFile(fileURLToPath(new URL('tsconfig.base.json', root)), (path) => ts.sys.readFile(path))
    const { compilerOptions } = base.config as { readonly compilerOptions: object }
    // transpileModule() knows no package.json, and would make CommonJS of what is to be a module.
    const { options } = ts.convertCompilerOptionsFromJson(
      { ...compilerOptions, module: 'esnext', moduleResolution: 'bundler', composite: false, sourceMap: false },
      '.',
    )
    const transpiled = ts.transpileModule(mutated(edit), { compilerOptions: options, reportDiagnostics: true })
    const [wrong] = transpiled.diagnostics ?? []
    if (wrong) throw new Error(`${edit.join('\n')}\n${ts.flattenDiagnosticMessageText(wrong.messageText, '\n')}`)
    this.#put(edit, transpiled.outputText)
  }

  /** A program that does not even load would fail every test. @throws Error */
  async load(): Promise<void> {
    const child = spawn(process.execPath, [`${this.#folder}build/src/index.js`], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    if (code !== 0) throw new Error('without that guard the program does not load')
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  restore(edit: Edit): void {
    const [file] = edit
    this.#put(edit, readFileSync(new URL(`build/src/${file.replace(/\.ts$/, '.js')}`, root), 'utf8'))
  }

  #put([file]: Edit, text: string): void {
    writeFileSync(`${this.#folder}build/src/${file.replace(/\.ts$/, '.js')}`, text)
  }

  /** Runs the tests of a number. @returns those that passed */
  async passed(file: string, number: string): Promise<Set<string>> {
    const report = `${this.#folder}report.jsonl`
    rmSync(report, { force: true })
    const reporter = new URL('scripts/test-reporter.mjs', root).href
    const args = [
      `--test-name-pattern=\\b${number}\\b`,
      `--test-reporter=${reporter}`,
      `--test-reporter-destination=${report}`,
    ]
    const child = spawn(process.execPath, [...args, `${this.#folder}build/test/${file}`], {
      cwd: this.#folder,
      stdio: 'ignore',
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    await new Promise((resolve) => child.on('close', resolve))
    clearTimeout(timer)
    const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n').filter(Boolean) : []
    const results = lines.map((line) => JSON.parse(line) as { name: string; suite: boolean; result: string })
    const ofNumber = results.filter(({ name, suite }) => !suite && new RegExp(`\\b${number}\\b`).test(name))
    return new Set(ofNumber.filter(({ result }) => result === 'passed').map(({ name }) => `${file} › ${name}`))
  }
}

const tests = fileURLToPath(new URL('build/test/', root))

/** The text of a compiled test and of what it imports of its own folder. */
function wholeText(file: string): string {
  const text = readFileSync(`${tests}${file}`, 'utf8')
  const folder = file.replace(/[^/]*$/, '')
  const imported = [...text.matchAll(/^import [^']*from '\.\/([\w/-]+\.js)'/gm)].map(([, name = '']) =>
    wholeText(`${folder}${name}`),
  )
  return [text, ...imported].join('\n')
}

const texts = new Map(
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.js') && !/^(kafka|mutations)\/|node_modules/.test(file))
    .map((file) => [file, wholeText(file)]),
)

/** Takes the guards of one number away. @returns the tests that saw none of it, and how many there are */
async function judge(copy: Copy, number: string): Promise<{ blind: string[]; count: number; useless: number }> {
  const name = new RegExp(`\\b${number}\\b`)
  const files = [...texts].filter(([, text]) => name.test(text)).map(([file]) => file)
  const all = new Set<string>()
  for (const file of files) for (const each of await copy.passed(file, number)) all.add(each)
  const blind = new Set(all)
  let useless = 0
  for (const { edits } of mutations.filter((each) => each.number === number)) {
    for (const edit of edits) copy.take(edit)
    await copy.load()
    let seen = 0
    for (const file of new Set([...all].map((each) => each.replace(/ › .*/s, '')))) {
      const passed = await copy.passed(file, number)
      for (const each of all) {
        if (!each.startsWith(`${file} › `) || passed.has(each)) continue
        blind.delete(each)
        seen++
      }
    }
    for (const edit of edits) copy.restore(edit)
    if (seen === 0) useless++
  }
  return { blind: [...blind], count: all.size, useless }
}

const words = process.argv.slice(2)
const queue = [...new Set(mutations.map(({ number }) => number))].filter(
  (number) => words.length === 0 || words.includes(number),
)
for (const edit of mutations.flatMap(({ edits }) => edits)) mutated(edit)
let failed = 0
const worker = async (_: unknown, index: number): Promise<void> => {
  const copy = new Copy(`${String(process.pid)}-${String(index)}`)
  for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
    const { blind, count, useless } = await judge(copy, number)
    const well = count > 0 && blind.length === 0 && useless === 0
    if (!well) failed++
    const trouble = useless > 0 ? `, ${String(useless)} of its guards may go unseen` : ''
    console.log(`${well ? '✓' : '✗'} ${number.padEnd(5)} ${String(count)} tests${trouble}`)
    for (const name of blind) console.log(`    does not see it: ${name}`)
  }
  copy.remove()
}
const started = performance.now()
await Promise.all(Array.from({ length: availableParallelism() }, worker))
if (words.length === 0)
  for (const [number, why] of Object.entries(guardless)) console.log(`- ${number.padEnd(5)} ${why}`)
console.log(
  `in ${((performance.now() - started) / 1000).toFixed(0)} s: ${failed === 0 ? 'every guard is seen' : `${String(failed)} numbers failed`}`,
)
process.exitCode = failed === 0 ? 0 : 1
