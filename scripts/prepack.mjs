// Before packing: what is compiled must be up to date, and points at no source map, as none is packed: the maps would lead
// to sources that are not there, and what tsc writes is the source without its types.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { build, root } from './prepare.mjs'

build('src')
const folder = `${root}dist`
for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'))) {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const bare = text.replace(/\n\/\/# sourceMappingURL=.*\n*$/, '\n')
  if (bare !== text) writeFileSync(`${folder}/${name}`, bare)
}
// The page for `man`, of the tables that make the help.
const { manualRoff } = await import('../build/src/cli/roff.js')
const { everyCommand } = await import('../build/src/cli/commands.js')
const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
writeFileSync(`${folder}/ottla.1`, manualRoff(await everyCommand(), `${name} ${version}`))
