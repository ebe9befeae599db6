// Writes what `npm run check -- format` would complain about.
import { install, root, run } from './prepare.mjs'

install('check')
const what = process.argv.length > 2 ? process.argv.slice(2) : ['**/*.{ts,mjs,js,md,yml,yaml}', '!src/messages']
run(process.execPath, [
  `${root}check/node_modules/prettier/bin/prettier.cjs`,
  '--write',
  '--log-level',
  'warn',
  ...what,
])
