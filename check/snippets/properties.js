// ```properties blocks are read by ottla/config: a client's as they stand, a broker's (```properties broker) listener by
// listener. What Kafka would not know is an error here: most likely it is misspelt.
import { readFile } from 'node:fs/promises'
import { parseProperties, readClientConfig, readListenerConfig } from '../../dist/config/index.js'

/** What is wrong with the block; nothing, if all is well. */
export async function problemsOf({ code, info }, world) {
  const text = world.replace(code)
  try {
    const warnings = info.startsWith('broker') ? await readBroker(text) : await readClient(text)
    return warnings.filter(({ code }) => code === 'UNKNOWN').map(({ message }) => message)
  } catch (error) {
    return [`${error.message}${error.hint ? ` (${error.hint})` : ''}`]
  }
}

async function readClient(text) {
  const complete = /^bootstrap\.servers/m.test(text) ? text : `bootstrap.servers=localhost:9093\n${text}`
  const { warnings } = await readClientConfig(complete, { readFile: (path) => readFile(path) })
  return warnings
}

async function readBroker(text) {
  const complete = /^listeners\s*=/m.test(text) ? text : `listeners=SASL_SSL://:9093\n${text}`
  const listeners = parseProperties(complete).get('listeners').split(',')
  const found = await Promise.all(
    listeners.map((listener) =>
      readListenerConfig(complete, {
        listener: listener.split(':')[0].trim(),
        readFile: (path) => readFile(path),
        scram: { users: {} },
      }),
    ),
  )
  return found.flatMap(({ warnings }) => warnings)
}
