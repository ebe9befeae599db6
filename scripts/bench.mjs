// npm run bench : every benchmark, written to bench/RESULTS.md. npm run bench -- messages | sasl | connection | server |
// footprint : one of them. They run on the Node of bench's own packages.
// Words behind the name choose a part; each file says at its top which there are.
import { existsSync, symlinkSync } from 'node:fs'
import { build, install, root, run } from './prepare.mjs'

const [name = 'all', ...rest] = process.argv.slice(2)
const file = `${root}bench/${name}.mjs`
if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
  console.error('usage: npm run bench [-- NAME], the name of a file bench/NAME.mjs')
  process.exit(2)
}
install()
install('bench')
// The benchmarks import Ottla by its published name, but a link in the lock file would pin its development packages.
const ottla = `${root}bench/node_modules/ottla`
if (!existsSync(ottla)) symlinkSync(root, ottla, 'junction')
// A real Kafka beside it is started by the harness of `npm run test:kafka`.
build(...(rest.includes('kafka') ? ['src', 'test'] : ['src']))
const node = `${root}bench/node_modules/node-${process.platform}-${process.arch}/bin/node${process.platform === 'win32' ? '.exe' : ''}`
// KafkaJS sets timers to times that are past (requestQueue/index.js), and Node warns of each.
const flags = ['--expose-gc', '--disable-warning=TimeoutNegativeWarning']
run(existsSync(node) ? node : process.execPath, [...flags, file, ...rest])
// Markdown tables are aligned as everything in the repository is.
if (name === 'all') run(process.execPath, [`${root}scripts/format.mjs`, 'bench/RESULTS.md'])
