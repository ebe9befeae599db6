import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.js'
import { succeed } from './processes.js'

const folder = join(root, 'test/kafka/peers')
const names = ['kerberos', 'koffi', 'node-forge']

/** Ottla's optional peers lie in a folder of their own: from here on this process finds them there. */
export function usePeers(): void {
  const parentURL = pathToFileURL(join(folder, 'package.json')).href
  const hook = `const names = ${JSON.stringify(names)}
export const resolve = (name, context, next) =>
  next(name, names.includes(name) ? { ...context, parentURL: ${JSON.stringify(parentURL)} } : context)`
  register(`data:text/javascript,${encodeURIComponent(hook)}`)
}

/** Packages are installed without their scripts; this one needs its own, for a binary. */
export async function buildPeers(say: (text: string) => void): Promise<void> {
  const loads = `require('kerberos')`
  try {
    await succeed(process.execPath, ['-e', loads], { cwd: folder })
    return
  } catch {
    say('building kerberos')
  }
  await succeed('npm', ['rebuild', 'kerberos', '--foreground-scripts'], { cwd: folder, timeout: 300_000 })
  await succeed(process.execPath, ['-e', loads], { cwd: folder })
}
