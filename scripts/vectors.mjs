// npm run -s vectors -- FILE… : cases from Kafka's own classes through the published exports. The last line is the sum.
import { resolve } from 'node:path'
import { build, install, root, run } from './prepare.mjs'

install()
build('src', 'test')
// npm runs scripts in the package's folder; the files are named from where the user is.
const from = process.env.INIT_CWD ?? process.cwd()
run(process.execPath, [
  `${root}build/test/vectors/main.js`,
  ...process.argv.slice(2).map((file) => resolve(from, file)),
])
