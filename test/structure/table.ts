import path from 'node:path'
import { importsOf } from './imports.js'
import type { Import } from './imports.js'

/** `true`: everything; `types`: type imports only; a list: these values, and types. */
type Permission = true | 'types' | readonly string[]

/** Who may import whom inside src/. What does not stand here is forbidden; within a room everything is allowed. */
export const rooms: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  errors: {},
  protocol: { errors: true },
  messages: { errors: true, protocol: true },
  sasl: { errors: true },
  oauth: { errors: true, sasl: true },
  config: { errors: true, sasl: true, oauth: true, connection: 'types', server: 'types' },
  connection: { errors: true, protocol: true, messages: true, sasl: true },
  server: { errors: true, protocol: true, messages: true, sasl: true },
  testing: { errors: true, protocol: true, messages: true, sasl: true, oauth: true, server: true },
  adapters: { errors: true, sasl: true, connection: ['resolve', 'dial', 'secure'] },
  cli: {
    errors: true,
    protocol: true,
    messages: true,
    sasl: true,
    oauth: true,
    config: true,
    connection: true,
    server: true,
    testing: true,
    adapters: true,
  },
  index: { errors: true, sasl: true, connection: true },
}

/** Modules from outside that only some rooms may use; the value says how. All other built-in modules are free. */
const guarded: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  'node:net': {
    connection: true,
    server: true,
    testing: true,
    config: ['isIP', 'isIPv4', 'isIPv6'],
    adapters: 'types',
  },
  'node:tls': {
    connection: true,
    server: true,
    testing: true,
    sasl: 'types',
    oauth: 'types',
    config: 'types',
    adapters: 'types',
    cli: 'types',
  },
  'node:dns': { connection: true },
  'node:dns/promises': { connection: true },
  'node:dgram': {},
  'node:http': { oauth: true },
  'node:https': { oauth: true },
  'node:http2': {},
  'node:inspector': {},
  'node:child_process': {},
  'node:cluster': {},
  'node:fs': { oauth: true, cli: true },
  'node:fs/promises': { oauth: true, cli: true },
  'node:readline': { cli: true },
  'node:readline/promises': { cli: true },
  jose: { oauth: true },
  oauth4webapi: { oauth: true },
  kerberos: { sasl: true },
  koffi: { sasl: true },
  'node-forge': { config: true },
}

/** The room of a file below src/: its folder, or its name where it lies at the top. */
export function roomOf(file: string): string {
  const [first = '', second] = file.replace(/^src\//, '').split('/')
  return second === undefined ? first.replace(/\.ts$/, '') : first
}

function allows(permission: Permission | undefined, used: Import): boolean {
  if (permission === undefined) return false
  if (permission === true || used.typeOnly) return true
  return permission !== 'types' && used.names.length > 0 && used.names.every((name) => permission.includes(name))
}

/** The repository's file that a relative import of a source file means. */
export function target(file: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts')
}

/** What is wrong with the imports of one file of src/; `file` and `files` are paths from the repository's root. */
export function violationsInSource(file: string, text: string, files: ReadonlySet<string>): string[] {
  const room = roomOf(file)
  const permissions = rooms[room]
  if (!permissions) return [`${file}: no such room is known: ${room}`]
  const wrong: string[] = []
  for (const used of importsOf(file, text)) {
    const complain = (why: string): number => wrong.push(`${file}:${String(used.line)}: ${used.specifier}: ${why}`)
    if (used.specifier.startsWith('.')) {
      const wanted = target(file, used.specifier)
      if (!used.specifier.endsWith('.js')) complain('relative imports end in .js')
      else if (!wanted.startsWith('src/')) complain('src/ imports nothing outside src/')
      else if (!files.has(wanted)) complain('there is no such file')
      else if (roomOf(wanted) !== room && !allows(permissions[roomOf(wanted)], used)) {
        complain(`${room} must not import ${used.typeOnly ? 'types' : 'values'} of ${roomOf(wanted)}`)
      }
    } else if (used.specifier in guarded) {
      if (!allows(guarded[used.specifier]?.[room], used)) complain(`not for ${room}`)
    } else if (!used.specifier.startsWith('node:')) {
      complain(used.specifier === '<computed>' ? 'what is imported must be a literal' : 'no such dependency is planned')
    }
  }
  return wrong
}

/** The first cycle among the files, as `a → b → a`; type imports count. */
export function cycle(texts: ReadonlyMap<string, string>): string | null {
  const done = new Set<string>()
  const walk = (file: string, above: readonly string[]): string | null => {
    const at = above.indexOf(file)
    if (at >= 0) return [...above.slice(at), file].join(' → ')
    if (done.has(file)) return null
    for (const { specifier } of importsOf(file, texts.get(file) ?? '')) {
      const next = specifier.startsWith('.') ? target(file, specifier) : null
      const found = next !== null && texts.has(next) ? walk(next, [...above, file]) : null
      if (found !== null) return found
    }
    done.add(file)
    return null
  }
  for (const file of texts.keys()) {
    const found = walk(file, [])
    if (found !== null) return found
  }
  return null
}
