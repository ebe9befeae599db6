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

/** What a subpath of `ottla` is, a test that looks inside may know by its place there (see `copies`). */
const entryPoint = /^#src\/(\w+\/)?index\.js$/

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
  if (entryPoint.test(specifier)) return null
  const permissions = rooms[room]
  if (!permissions) return `there is no room ${room} to look into`
  return inside === room || permissions[inside] !== undefined ? null : `tests of ${room} see what ${room} may import`
}

/**
 * The tests that run with two copies of Ottla: `#src/` is module by module what was compiled, `ottla` is the bundle that is
 * published, and an error of one is no instance of the other's class. Each is named with the files that import them.
 */
export function copies(texts: ReadonlyMap<string, string>): string[] {
  return [...texts.keys()]
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => {
      const seen = new Set([file])
      const inside = new Set<string>()
      const published = new Set<string>()
      for (const each of seen) {
        for (const { specifier, typeOnly } of importsOf(each, texts.get(each) ?? '')) {
          if (typeOnly) continue
          if (specifier.startsWith('.')) seen.add(target(each, specifier))
          else if (specifier.startsWith('#src/')) inside.add(each)
          else if (/^ottla(\/|$)/.test(specifier)) published.add(each)
        }
      }
      if (inside.size === 0 || published.size === 0) return []
      return [`${file}: #src/ by ${[...inside].join(', ')}, ottla by ${[...published].join(', ')}`]
    })
}
