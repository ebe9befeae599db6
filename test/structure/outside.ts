import { importsOf } from './imports.js'
import { rooms, target } from './table.js'

/** Folders that see of Ottla only what is published. */
const publishedOnly = [
  'examples/',
  'bench/',
  'test/socket/',
  'test/kafka/',
  'test/vectors/',
  'test/types/',
  'test/structure/',
]

/** What is wrong with the imports of one file outside src/: tests, examples, benchmarks, the generator. */
export function violationsOutside(file: string, text: string): string[] {
  const wrong: string[] = []
  for (const { specifier, line } of importsOf(file, text)) {
    const why = specifier.startsWith('.') ? relative(file, target(file, specifier)) : named(file, specifier)
    if (why !== null) wrong.push(`${file}:${String(line)}: ${specifier}: ${why}`)
  }
  return wrong
}

function relative(file: string, wanted: string): string | null {
  const [top = ''] = file.split('/')
  if (wanted.startsWith('src/') || wanted.startsWith('dist/'))
    return 'what is inside goes through #src/, what is published through ottla'
  const mirrored = top === 'test' && (wanted.startsWith('generator/') || file.startsWith('test/examples/'))
  if (wanted.startsWith(`${top}/`) || mirrored) return null
  return `${top}/ imports nothing of ${wanted.split('/')[0] ?? wanted}/`
}

function named(file: string, specifier: string): string | null {
  const inside = /^#src\/([^/]+?)(?:\.js|\/.*)$/.exec(specifier)?.[1]
  const ofOttla = inside !== undefined || specifier === 'ottla' || specifier.startsWith('ottla/')
  if (file.startsWith('generator/')) return ofOttla ? 'the generator imports nothing of src/' : null
  if (inside === undefined) return null
  if (publishedOnly.some((folder) => file.startsWith(folder))) return 'published entry points only'
  const room = /^test\/([^/]+)\//.exec(file)?.[1]
  if (room === undefined) return 'tests that look inside lie in the folder of their room'
  const permissions = rooms[room]
  if (!permissions) return `there is no room ${room} to look into`
  return inside === room || permissions[inside] !== undefined ? null : `tests of ${room} see what ${room} may import`
}
