// Writes src/messages anew from generator/definitions.json. `--check` writes nothing and fails if anything differs;
// `--refresh [VERSION]` first takes the definitions out of that kafka-clients jar (Maven is needed).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { generate } from '../generator/generate.mjs'
import { refresh } from '../generator/refresh.mjs'
import { root } from './prepare.mjs'

const [option, version] = process.argv.slice(2)
const definitions = `${root}generator/definitions.json`
if (option === '--refresh') refresh(version ?? JSON.parse(readFileSync(definitions, 'utf8')).kafkaVersion, definitions)

const folder = `${root}src/messages/`
const files = generate()
mkdirSync(folder, { recursive: true })
const stale = readdirSync(folder).filter((name) => !files.has(name))
const changed = [...files].filter(
  ([name, text]) => !existsSync(folder + name) || readFileSync(folder + name, 'utf8') !== text,
)
if (option === '--check') {
  for (const name of [...stale, ...changed.map(([name]) => name)])
    console.error(`src/messages/${name} is not what npm run generate writes`)
  if (stale.length + changed.length > 0) process.exit(1)
  console.log(`src/messages: ${files.size} files are up to date`)
} else {
  for (const name of stale) rmSync(folder + name)
  for (const [name, text] of changed) writeFileSync(folder + name, text)
  console.log(`src/messages: ${files.size} files, ${changed.length} written, ${stale.length} removed`)
}
