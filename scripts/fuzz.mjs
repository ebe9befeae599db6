// npm run fuzz -- --seconds N [--seed N] : mutated frames of every message through the decoders.
import { build, install, root, run } from './prepare.mjs'

install()
build('src', 'test')
run(process.execPath, [`${root}build/test/messages/fuzz-main.js`, ...process.argv.slice(2)])
