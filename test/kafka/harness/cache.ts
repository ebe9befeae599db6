import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** What is expensive to fetch or build is kept here between runs, outside the repository. */
export const cacheDirectory = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ottla')

/**
 * The folder `name` of the cache, filled by `fill` if it is not there yet.
 *
 * It appears whole or not at all: an interrupted run, or two runs at once, leave no half-filled folder behind.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheDirectory, name)
  if (existsSync(target)) return target
  await mkdir(dirname(target), { recursive: true })
  const draft = await mkdtemp(`${target}.draft-`)
  try {
    await fill(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error // another run may have filled it meanwhile
  }
  return target
}
