// On a fresh clone, from nothing to a login: installs, compiles, and runs `ottla demo`.
import { compileUnchecked, install, root, run, seconds } from './prepare.mjs'

install()
const start = performance.now()
compileUnchecked('src')
const took = performance.now() - start
if (took > 2000) console.log(`compiled in ${seconds(start)}`)
console.log()
run(process.execPath, [`${root}build/src/cli/main.js`, 'demo'])
