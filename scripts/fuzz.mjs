// npm run fuzz -- --seconds N [--seed N] : mutated frames of every message through the decoders.
// npm run fuzz -- login [--frames N] [--seed N] : frames that prove nothing to a listener, over real sockets.
import { build, install, root, run } from './prepare.mjs'

const [what, ...rest] = process.argv.slice(2)
install()
build('src', 'test')
if (what === 'login') run(process.execPath, [`${root}build/test/socket/fuzz-main.js`, ...rest])
else run(process.execPath, [`${root}build/test/messages/fuzz-main.js`, ...process.argv.slice(2)])
