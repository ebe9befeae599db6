import { readFileSync, readdirSync } from 'node:fs'

/** The repository's root, seen from build/test/structure. */
export const root = new URL('../../../', import.meta.url)

/** Every TypeScript file of the repository by its path from the root, declarations and generated messages included. */
export function typescriptFiles(): Map<string, string> {
  const found = new Map<string, string>()
  for (const folder of ['src', 'test', 'generator', 'examples', 'bench', 'docs']) {
    for (const file of list(folder)) found.set(file, readFileSync(new URL(file, root), 'utf8'))
  }
  return found
}

function list(folder: string): string[] {
  const entries = readdirSyncIfThere(folder)
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : list(path)
    return /\.[mc]?ts$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

function readdirSyncIfThere(folder: string): { name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(new URL(folder, root), { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Written by the generator: `src/messages/<Api>.ts`. */
export function isGenerated(file: string, text: string): boolean {
  return file.startsWith('src/messages/') && /^\/\/ .*generated/i.test(text)
}
