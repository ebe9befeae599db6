import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sources } from '../harness/paths.js'
import { commonMechanisms, type ForeignClient } from './client.js'
import { lineClient } from './line-client.js'

const folder = join(sources, 'clients')

/** A Node that every client accepts: of the npm package, since one of them wants a newer one than Ottla. */
function newNode(): string {
  const node = join(folder, `node_modules/node-linux-${process.arch}/bin/node`)
  return existsSync(node) ? node : process.execPath
}

function nodeClient(name: string, file: string, withoutGssapi: ForeignClient['withoutGssapi'] & object): ForeignClient {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return {
    name,
    version: manifest.dependencies[name] ?? '?',
    mechanisms: commonMechanisms,
    withoutGssapi,
    extensions: true,
    start: () => Promise.resolve(lineClient(newNode(), [join(folder, 'node', file)])),
  }
}

export const nodeClients: readonly ForeignClient[] = [
  nodeClient('kafkajs', 'kafkajs.mjs', {
    why: 'other mechanisms than those above are programs of its users',
    says: 'sasl.authenticationProvider is not a function',
  }),
  nodeClient('@platformatic/kafka', 'platformatic.mjs', {
    why: 'it knows the name, the mechanism is a program of its users',
    says: 'No custom SASL/GSSAPI authenticator provided',
  }),
]
