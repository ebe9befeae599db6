// Before packing: what is compiled must be up to date, and generated messages point at no source map, as none is packed.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { build, root } from './prepare.mjs'

build('src')
const messages = `${root}dist/messages`
for (const name of readdirSync(messages).filter((name) => name.endsWith('.js'))) {
  const text = readFileSync(`${messages}/${name}`, 'utf8')
  const bare = text.replace(/\n\/\/# sourceMappingURL=.*\n*$/, '\n')
  if (bare !== text) writeFileSync(`${messages}/${name}`, bare)
}
