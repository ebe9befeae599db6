import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, sources } from '../harness/paths.js'
import { succeed } from '../harness/processes.js'

/** Where the runtimes are installed. */
export const runtimes: string = join(sources, 'runtimes')

const programs = ['consumer.ts', 'commonjs.cjs']
const tsc = join(root, 'node_modules/typescript/lib/tsc.js')
const esbuild = join(runtimes, 'node_modules/esbuild/bin/esbuild')

/** A project that has nothing but the packed package, with all that npm brings along, and the programs. */
export async function consumerProject(folder: string): Promise<string> {
  const project = join(folder, 'consumer')
  await mkdir(project, { recursive: true })
  const packing = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder]
  const packed = JSON.parse(await succeed('npm', packing, { cwd: root })) as Record<string, { filename: string }>
  const tarballs = Object.values(packed).map(({ filename }) => join(folder, filename))
  await writeFile(join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }')
  const installing = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs]
  await succeed('npm', installing, { cwd: project, timeout: 120_000 })
  for (const name of programs) await cp(join(runtimes, name), join(project, name))
  return project
}

/** Compiles the program as a user's project would, declarations of the package included, into `out`. */
export async function compile(project: string, resolution: 'nodenext' | 'bundler', out: string): Promise<void> {
  const options = {
    module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution: resolution,
    target: 'es2022',
    lib: 'es2022,esnext.disposable',
    types: 'node',
    typeRoots: join(root, 'node_modules/@types'),
    outDir: out,
  }
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  await succeed(process.execPath, [tsc, '--strict', ...flags, 'consumer.ts'], { cwd: project, timeout: 120_000 })
}

/** Puts a program and all that it imports into one file, in the format that its name asks for. */
export async function bundle(project: string, program: string, out: string): Promise<void> {
  const format = out.endsWith('.cjs') ? 'cjs' : 'esm'
  const flags = ['--bundle', '--platform=node', `--format=${format}`, '--log-level=warning', `--outfile=${out}`]
  await succeed(process.execPath, [esbuild, program, ...flags], { cwd: project, timeout: 60_000 })
}
