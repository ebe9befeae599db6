// npm run api : writes the public API down, as check/api holds it.
import { build, install, root, run } from './prepare.mjs'

install()
install('check')
build('src')
run(process.execPath, [`${root}check/api.js`, '--write'])
