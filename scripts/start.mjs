// On a fresh clone, from nothing to a login: installs, builds, and runs `ottla demo`.
import { buildUnchecked, install, root, run, seconds } from './prepare.mjs'

install()
const start = performance.now()
buildUnchecked('src')
const took = performance.now() - start
if (took > 2000) console.log(`built in ${seconds(start)}`)
console.log()
run(process.execPath, [`${root}dist/cli/main.js`, 'demo'])
