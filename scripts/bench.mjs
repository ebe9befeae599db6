// npm run bench -- messages | sasl | connection | server : runs bench/NAME.mjs on the Node of bench's own packages.
import { existsSync, symlinkSync } from 'node:fs'
import { build, install, root, run } from './prepare.mjs'

const [name = '', ...rest] = process.argv.slice(2)
const file = `${root}bench/${name}.mjs`
if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
  console.error('usage: npm run bench -- NAME, the name of a file bench/NAME.mjs')
  process.exit(2)
}
install()
install('bench')
// The benchmarks import Ottla by its published name, but a link in the lock file would pin its development packages.
const ottla = `${root}bench/node_modules/ottla`
if (!existsSync(ottla)) symlinkSync(root, ottla, 'junction')
build('src')
const node = `${root}bench/node_modules/node-${process.platform}-${process.arch}/bin/node${process.platform === 'win32' ? '.exe' : ''}`
run(existsSync(node) ? node : process.execPath, ['--expose-gc', file, ...rest])
