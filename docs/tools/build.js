// The site, from nothing: API reference, tables and outputs of the package, then VitePress. Dead links are errors.
import { rmSync } from 'node:fs'
import { build } from 'vitepress'
import { writeApi } from './api.js'
import { writeFigures } from './figures.js'
import { writeMessages } from './messages.js'
import { writeOutputs } from './outputs.js'

const docs = new URL('..', import.meta.url).pathname

/** Writes the pages that are made of the code. */
export async function generate() {
  await writeApi()
  await writeMessages()
  await writeOutputs()
  writeFigures()
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await generate()
  rmSync(`${docs}../build/site`, { recursive: true, force: true })
  await build(docs)
}
