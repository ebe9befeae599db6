import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cached } from '../harness/cache.js'
import { sources } from '../harness/paths.js'
import { systemPython } from '../harness/debian.js'
import { succeed } from '../harness/processes.js'
import { commonMechanisms, everyMechanism, type ForeignClient } from './client.js'
import { lineClient } from './line-client.js'

const folder = join(sources, 'clients/python')
const requirements = readFileSync(join(folder, 'requirements.txt'), 'utf8')

/** A Python with the packages of `requirements.txt`, and with Debian's for GSSAPI, which PyPI has only to be compiled. */
export async function python(): Promise<string> {
  const digest = createHash('sha256').update(requirements).digest('hex').slice(0, 12)
  const environment = await cached(`python-gssapi-${digest}`, async (draft) => {
    // scripts of an environment know where they are, the interpreter does not mind being moved
    await succeed(systemPython, ['-m', 'venv', '--copies', '--system-site-packages', draft])
    await succeed(join(draft, 'bin/python'), [
      '-m',
      'pip',
      'install',
      '--quiet',
      '-r',
      join(folder, 'requirements.txt'),
    ])
  })
  return join(environment, 'bin/python')
}

function pythonClient(name: string, file: string, gssapi: Partial<ForeignClient> = {}): ForeignClient {
  const version = new RegExp(`^${name}==(.*)$`, 'm').exec(requirements)?.[1] ?? '?'
  return {
    name,
    version,
    mechanisms: everyMechanism,
    extensions: true,
    ...gssapi,
    start: async () => lineClient(await python(), [join(folder, file)]),
  }
}

export const pythonClients: readonly ForeignClient[] = [
  pythonClient('confluent-kafka', 'confluent.py', {
    mechanisms: commonMechanisms,
    withoutGssapi: {
      why: 'the packages on PyPI are built without it',
      says: 'No provider for SASL mechanism GSSAPI',
    },
  }),
  pythonClient('kafka-python', 'kafka_python.py'),
  pythonClient('aiokafka', 'aio.py'),
]
