import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.js'
import { run } from './processes.js'
import { theRing } from './ring.js'
import type { Finished } from './processes.js'

const peers = pathToFileURL(join(root, 'build/test/kafka/harness/peers.js')).href
const withPeers = `data:text/javascript,${encodeURIComponent(`import { usePeers } from '${peers}'; usePeers()`)}`

/** Runs `ottla` as a user would, who has installed its optional peers. */
export function ottla(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const main = join(root, 'dist/cli/main.js')
  const variables = { NO_COLOR: '1', KRB5_CONFIG: theRing().realm.krb5Conf, ...env }
  return run(process.execPath, ['--import', withPeers, main, ...args], { env: variables, timeout: 60_000 })
}
