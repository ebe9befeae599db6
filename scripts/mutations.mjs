// npm run mutations -- W-18 … : takes guards away one by one and demands that the tests of their number fail.
import { build, install, root, run } from './prepare.mjs'

install()
build('src', 'test')
run(process.execPath, [`${root}build/test/mutations/main.js`, ...process.argv.slice(2)])
