// The public API as text, a file per entry point in check/api: what is exported, without comments. A change of the API is
// so a change that a reviewer sees. `npm run api` writes the files, `npm run check -- api` compares.
import { mkdirSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}check/api`
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** Entry points with their declarations; the messages are generated, and compared with their definitions elsewhere. */
const allEntries = Object.entries(manifest.exports)
  .filter(([entry, { types }]) => types !== undefined && !entry.includes('*'))
  .map(([entry, { types }]) => ({ name: `${manifest.name}${entry.slice(1)}`, file: `${root}${types.slice(2)}` }))
const entries = allEntries.filter(({ name }) => !name.endsWith('/messages'))

const program = ts.createProgram(
  allEntries.map(({ file }) => file),
  {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  },
)
const checker = program.getTypeChecker()
const printer = ts.createPrinter({ removeComments: true })

function exportsOf(file) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file))
  return new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.getName(), resolved(symbol)]))
}

function resolved(symbol) {
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** What an entry point exports, in the order of its names. */
function report({ name, file }) {
  const parts = [...exportsOf(file)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, symbol]) => printed(name, symbol))
  return `${name}\n\n${parts.join('\n')}`
}

function printed(name, target) {
  const renamed = target.getName() === name ? '' : `as ${name}: `
  return (target.declarations ?? [])
    .map((declaration) => (ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration))
    .map((node) => `${renamed}${printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())}\n`)
    .join('')
    .replace(/^export (declare )?/gm, '')
}

/** Types that a user meets in what is exported, and cannot name: each entry point exports all that it speaks of, or another does. */
function unnamed() {
  const exported = new Set()
  for (const { file } of allEntries) for (const symbol of exportsOf(file).values()) exported.add(symbol)
  const found = new Map()
  const visit = (node, from) => {
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const symbol = resolved(checker.getSymbolAtLocation(node.typeName ?? node.expression))
      const declaration = symbol?.declarations?.[0]
      const file = declaration?.getSourceFile().fileName ?? ''
      if (file.startsWith(`${root}dist/`) && !ts.isTypeParameterDeclaration(declaration) && !exported.has(symbol))
        found.set(symbol.getName(), from)
    }
    node.forEachChild((child) => visit(child, from))
  }
  for (const symbol of exported) {
    for (const declaration of symbol.declarations ?? []) visit(declaration, symbol.getName())
  }
  return found
}

const wanted = new Map(entries.map((entry) => [`${entry.name.replaceAll('/', '-')}.txt`, report(entry)]))
const there = existsSync(folder) ? readdirSync(folder) : []
if (process.argv.includes('--write')) {
  mkdirSync(folder, { recursive: true })
  for (const name of there) if (!wanted.has(name)) rmSync(`${folder}/${name}`)
  for (const [name, text] of wanted) writeFileSync(`${folder}/${name}`, text)
} else {
  for (const name of there) if (!wanted.has(name)) complain(`check/api/${name} is of no entry point`)
  for (const [name, text] of wanted) {
    const before = there.includes(name) ? readFileSync(`${folder}/${name}`, 'utf8') : ''
    if (before !== text)
      complain(
        `check/api/${name} is not what is exported; \`npm run api\` writes it anew:\n${difference(before, text)}`,
      )
  }
}

function complain(text) {
  console.error(text)
  process.exitCode = 1
}

/** The lines that are in one text only. */
function difference(before, after) {
  const [old, now] = [before, after].map((text) => text.split('\n'))
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`)
  const come = now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)
  return [...gone, ...come].join('\n')
}

for (const [name, from] of unnamed()) complain(`${name}, a type of ${from}, is exported by no entry point`)
