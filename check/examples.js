// Compiles and runs the examples that need packages of their own, and compares what they print with what they say.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { install, root } from '../scripts/prepare.mjs'

function node(folder, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (status !== 0) throw new Error(`${folder}: ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

const examples = readdirSync(`${root}examples`).filter((name) =>
  ['package.json', 'main.ts'].every((file) => existsSync(`${root}examples/${name}/${file}`)),
)
if (examples.length === 0) throw new Error('there is no example with packages of its own')
for (const name of examples) {
  const folder = `${root}examples/${name}`
  install(`examples/${name}`)
  const link = `${folder}/node_modules/ottla`
  rmSync(link, { recursive: true, force: true })
  symlinkSync(root, link, 'dir')
  let printed
  try {
    node(folder, `${root}node_modules/typescript/lib/tsc.js`, '-p', '.')
    printed = node(folder, 'build/main.js')
  } finally {
    // Whoever walks through folders would walk in a circle.
    rmSync(link)
  }
  const [, announced = ''] = readFileSync(`${folder}/main.ts`, 'utf8').split('// Prints:\n')
  const wanted = announced.replace(/^\/\/ ?/gm, '')
  if (printed !== wanted) throw new Error(`examples/${name} prints\n${printed}\ninstead of\n${wanted}`)
  console.log(`examples/${name} does what it says`)
}
